/* What reads everyday documents itself makes the trees that libyaml makes. */
#include <stdlib.h>

#include "../fuzz/same.h"
#include "tap.h"
#include "text/split.h"

/* Parse the documents of some bytes both ways; how many there were, or -1. */
static int
both(struct gf_str file)
{
	struct gf_limits limits = gf_limits_default();
	struct gf_splitter split = { 0 };
	struct gf_piece piece;
	struct gf_arena arena = { 0 };
	struct gf_fault fault, our_fault;
	struct gf_tree theirs, ours;
	int n = 0;

	while (gf_split_next(&split, file, true, &piece) == 1 && n >= 0) {
		bool good = gf_tree_parse(&theirs, piece.bytes, &limits, &arena,
		    &fault);
		bool ok = gf_tree_read(&ours, piece.bytes, &limits, &arena,
		    &our_fault);

		n++;
		if (good != ok || (ok && !same_node(theirs.root, ours.root)) ||
		    (!ok && strcmp(fault.said, our_fault.said) != 0)) {
			printf("# document %d: %s | %s\n", n, fault.said,
			    our_fault.said);
			n = -1;
		}
	}
	gf_arena_release(&arena);
	return n;
}

static const char *const files[] = {
	"a: 1\n---\nb: 2\n", "---\na: é\n---\nb: [1, 2]\nc: ü\n---\nd: 1",
	"--- {a: 1}\n--- [x]\n---\n- y\n", "a: 1\n...\n# c\n---\nb: 2\n...\n",
	"a: 1\n---\nb: [1\n---\nc: 3\n---\nd: 4\n", "---\n---\n# c\n---\na: 1\n",
	"%YAML 1.2\n---\na: 1\n...\n%YAML 1.1\n---\nb: 2\n---\nc: 3\n",
	"a: \"x\n---\ny\"\n---\nb: 1\n", "--- a: 1\n---\nb: 2\n",
	"--- |\nroot\n---\nb: &x 1\nc: *x\n---\nd: *x\n---\ne: &x 2\n",
	"\xef\xbb\xbf---\na: 1\n---\nb: 2\n", "# only\n", "---\na: 1\n# c\n",
	"a: 1\n%TAG ! x\n---\nb: 2\n", "a: |\n  x\n\n---\nb: >+\n y\n\n---\nc: 1\n",
	"--- &a\n---\n--- !!str\n---\n''\n", "a: 1\r\n---\r\nb: 2\r\n---\r\nc: x\r\n",
	"a: {b: 1}\nfoo\n---\nb: 2\n", "a: 1\n---\nb: \xff\n---\nc: 3\n",
	"{a: 1}\nb\n---\nc: 1\n", "a: 1\n...\nb: 2\n---\nc: 3\n",
};

/* The same over files named on the command line, one or many behind each other. */
static int
try_files(int n, char *names[])
{
	int bad = 0;

	for (int i = 0; i < n; i++) {
		FILE *f = fopen(names[i], "rb");
		struct gf_buf b = { 0 };
		char part[4096];
		size_t got;

		if (f == NULL) {
			perror(names[i]);
			return 2;
		}
		while ((got = fread(part, 1, sizeof(part), f)) > 0)
			gf_buf_add(&b, part, got);
		fclose(f);
		if (both(gf_buf_view(&b)) < 0) {
			printf("%s\n", names[i]);
			bad = 1;
		}
		gf_buf_release(&b);
	}
	return bad;
}

int
main(int argc, char *argv[])
{
	struct tap t = { 0 };

	if (argc > 1)
		return try_files(argc - 1, argv + 1);
	for (size_t i = 0; i < GF_LEN(files); i++)
		tap_ok(&t, both(gf_str(files[i])) > 0, "file %zu", i);
	return tap_done(&t);
}
