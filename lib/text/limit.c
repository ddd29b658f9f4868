#include "text/limit.h"

const struct gf_limit_row gf_limit_rows[GF_LIMIT_COUNT] = {
	[GF_LIMIT_SIZE] = { "size", 4194304, "bytes of a document" },
	[GF_LIMIT_DEPTH] = { "depth", 64, "levels of nesting" },
	[GF_LIMIT_NODES] = { "nodes", 500000, "nodes of a document" },
	[GF_LIMIT_ALIASES] = { "aliases", 1000, "aliases of a document" },
	[GF_LIMIT_WALK] = { "walk", 100000,
	    "nodes of a document reached through aliases" },
	[GF_LIMIT_ANCHORS] = { "anchors", 1000, "anchors of a document" },
	[GF_LIMIT_KEY] = { "key", 1024, "bytes of a key" },
	[GF_LIMIT_SCALAR] = { "scalar", 262144, "bytes of a value" },
	[GF_LIMIT_PATTERN] = { "pattern", 1000, "bytes of a pattern" },
	[GF_LIMIT_RULES] = { "rules", 500, "custom rules" },
	[GF_LIMIT_SUBJECT] = { "subject", 4096, "bytes matched by a rule" },
	[GF_LIMIT_MATCH] = { "match", 100000, "steps of a match" },
	[GF_LIMIT_MATCH_DEPTH] = { "match-depth", 10000, "depth of a match" },
	[GF_LIMIT_MATCH_HEAP] = { "match-heap", 4096, "KiB of a match" },
	[GF_LIMIT_RULE_TIME] = { "rule-time", 250,
	    "milliseconds of a rule in a file" },
	[GF_LIMIT_CPU] = { "cpu", 10, "seconds of processor time for rules" },
	[GF_LIMIT_FILE_FINDINGS] = { "file-findings", 1000,
	    "findings shown of a file" },
	[GF_LIMIT_RUN_FINDINGS] = { "run-findings", 10000,
	    "findings shown of a run" },
	[GF_LIMIT_DIR_DEPTH] = { "dir-depth", 32, "levels of directories" },
	[GF_LIMIT_DIR_FILES] = { "dir-files", 100000,
	    "files of a walked directory" },
};

struct gf_limits
gf_limits_default(void)
{
	struct gf_limits l;

	for (size_t i = 0; i < GF_LIMIT_COUNT; i++)
		l.v[i] = gf_limit_rows[i].value;
	return l;
}
