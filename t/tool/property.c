/* tool/property: what must hold of every document of the YAML files named,
 * with ten walks of three random edits each; -v says what the proof refused. */
#include "../fuzz/edits.h"
#include "text/split.h"

static bool
read_file(const char *name, struct gf_buf *in)
{
	FILE *f = fopen(name, "rb");
	char part[8192];
	size_t n;

	if (f == NULL)
		return false;
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		gf_buf_add(in, part, n);
	return fclose(f) == 0;
}

int
main(int argc, char *argv[])
{
	struct tally tally = { 0 };
	struct gf_buf in = { 0 };
	struct gf_piece piece;
	unsigned docs = 0;
	int i = 1;

	if (argc > 1 && strcmp(argv[1], "-v") == 0) {
		tally.loud = true;
		i++;
	}
	for (; i < argc; i++) {
		struct gf_splitter split = { 0 };
		struct dice dice = { 0x9e3779b97f4a7c15 };

		gf_buf_clear(&in);
		if (!read_file(argv[i], &in)) {
			perror(argv[i]);
			return 2;
		}
		for (size_t k = 0; k < in.n; k++)
			dice.state = (dice.state ^ (unsigned char)in.p[k]) *
			    0x100000001b3;
		dice.state |= 1;
		if (tally.loud)
			fprintf(stderr, "%s\n", argv[i]);
		while (gf_split_next(&split, gf_buf_view(&in), true,
		    &piece) == 1) {
			check_document(piece.bytes, &dice, 10, &tally);
			docs++;
		}
	}
	gf_buf_release(&in);
	printf("%u documents, %u edits, %u undone, %u refused, "
	    "%u not proven, %u batches, %u clashes\n", docs, tally.made,
	    tally.undone, tally.refused, tally.unproven, tally.batches,
	    tally.clashes);
	return tally.made > 0 ? 0 : 1;
}
