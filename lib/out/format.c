#include "out/finds.h"

const struct gf_format gf_find_formats[] = {
	{ "text", "findings with source line and question on a terminal, "
	    "else as gnu", gf_find_text },
	{ "gnu", "one line a finding, as compilers write them", gf_find_gnu },
	{ "jsonl", "one JSON object a finding", gf_find_jsonl },
	{ "json", "the same objects in an array", gf_find_json },
	{ "sarif", "SARIF 2.1.0, for code scanning", gf_find_sarif },
	{ "github", "as gnu, then annotations of GitHub", gf_find_github },
	{ "gitlab", "code quality report of GitLab", gf_find_gitlab },
	{ "rdjson", "diagnostics of reviewdog, with suggestions",
	    gf_find_rdjson },
	{ "junit", "test cases, one a goal and letter", gf_find_junit },
	{ "tap", "test lines, one a finding or clean goal", gf_find_tap },
	{ "md", "a table for a merge request or step summary", gf_find_md },
};
const size_t gf_find_nformats = GF_LEN(gf_find_formats);

bool
gf_find_hidden(const struct gf_finding *f, const struct gf_look *look)
{
	return f->audience < look->audience;
}

struct gf_str
gf_find_said(const struct gf_finding *f, const struct gf_look *look)
{
	return gf_find_hidden(f, look) ? gf_str(f->check->about) : f->said;
}
