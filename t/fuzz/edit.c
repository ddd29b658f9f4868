/* fuzz/edit: any bytes as a YAML file, edited at random. */
#include "edits.h"
#include "text/split.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct gf_str in = { (const char *)p, n };
	struct gf_splitter split = { 0 };
	struct tally tally = { 0 };
	struct dice dice = { 0x9e3779b97f4a7c15 };
	struct gf_piece piece;

	for (size_t i = 0; i < n; i++)
		dice.state = (dice.state ^ p[i]) * 0x100000001b3;
	dice.state |= 1;
	while (gf_split_next(&split, in, true, &piece) == 1)
		if (piece.bytes.n < 4096)
			check_document(piece.bytes, &dice, 1, &tally);
	return 0;
}
