#include "out/finds.h"

const struct gf_format gf_find_formats[] = {
	{ "text", "findings with source line and question on a terminal, "
	    "else as gnu", gf_find_text },
	{ "gnu", "one line a finding, as compilers write them", gf_find_gnu },
	{ "jsonl", "one JSON object a finding", gf_find_jsonl },
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
