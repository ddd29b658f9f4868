/* Records that are read, written anew with quotes and read again are the same. */
#include <stdint.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* Read all records and write them with every field in quotes. */
static bool
rewrite(struct gf_buf *out, struct gf_str text, struct gf_arena *arena)
{
	struct gf_csv csv;
	struct gf_str *f;

	gf_csv_init(&csv, text);
	while (gf_csv_next(&csv, &f, arena)) {
		for (size_t i = 0; i < csv.nfields; i++) {
			gf_buf_text(out, i > 0 ? ",\"" : "\"");
			for (size_t k = 0; k < f[i].n; k++) {
				if (f[i].p[k] == '"')
					gf_buf_byte(out, '"');
				gf_buf_byte(out, f[i].p[k]);
			}
			gf_buf_byte(out, '"');
		}
		gf_buf_text(out, "\r\n");
	}
	return csv.why == NULL;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct gf_arena arena = { 0 };
	struct gf_buf once = { 0 }, twice = { 0 };

	rewrite(&once, (struct gf_str){ (const char *)data, n }, &arena);
	if (!rewrite(&twice, gf_buf_view(&once), &arena) ||
	    !gf_str_eq(gf_buf_view(&once), gf_buf_view(&twice)))
		abort();
	gf_buf_release(&once);
	gf_buf_release(&twice);
	gf_arena_release(&arena);
	return 0;
}
