#include <inttypes.h>

#include "base/map.h"
#include "out/finds.h"
#include "out/grid.h"

#define MOST_SHOWN ((size_t)10)	/* of a severity, in a step on GitHub */
#define MOST_BYTES ((size_t)1000 * 1000)	/* of a step summary */

/* Append text for a workflow command; a property may hold no : and , either. */
static void
command_text(struct gf_buf *b, struct gf_str s, bool property)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c == '%' || c == '\r' || c == '\n' ||
		    (property && (c == ':' || c == ',')))
			gf_buf_printf(b, "%%%02X", (unsigned)(unsigned char)c);
		else
			gf_buf_byte(b, c);
	}
}

/* One annotation. */
static void
command(struct gf_buf *b, const struct gf_report *r,
    const struct gf_finding *f, const struct gf_look *look)
{
	struct gf_spot spot = { 0 };
	struct gf_buf said = { 0 };

	gf_find_spot(r, f->at, &spot);
	gf_buf_printf(b, "::%s file=", f->level == GF_NOTE ? "notice" :
	    gf_level_name(f->level));
	gf_show(&said, gf_buf_view(&spot.path));
	command_text(b, gf_buf_view(&said), true);
	gf_buf_printf(b, ",line=%" PRIu32 ",endLine=%" PRIu32, spot.line,
	    spot.line);
	if (spot.wide_col > 0)
		gf_buf_printf(b, ",col=%" PRIu32 ",endColumn=%" PRIu32,
		    spot.wide_col, spot.wide_end);
	gf_buf_printf(b, ",title=%s::", f->check->id);
	gf_buf_clear(&said);
	gf_find_show(&said, f, look);
	command_text(b, gf_buf_view(&said), false);
	if (f->check->ask != NULL)
		gf_buf_printf(b, "%%0A%s", f->check->ask);
	gf_buf_byte(b, '\n');
	gf_buf_release(&said);
	gf_buf_release(&spot.path);
}

void
gf_find_github(struct gf_buf *b, const void *model,
    const struct gf_look *look)
{
	const struct gf_report *r = model;
	const struct gf_findings *fs = r->findings;
	size_t count[GF_ERROR + 1] = { 0 }, left = 0;

	gf_find_gnu(b, model, look);
	for (size_t i = 0; i < fs->n; i++)
		if (fs->v[i].quiet == GF_QUIET_NOT &&
		    ++count[fs->v[i].level] > MOST_SHOWN)
			left++;
	/* the last notice says so */
	if (left > 0 && count[GF_NOTE] >= MOST_SHOWN)
		left++;
	for (unsigned level = GF_ERROR; level > GF_OFF; level--) {
		size_t room = MOST_SHOWN - (level == GF_NOTE && left > 0);

		for (size_t i = 0; i < fs->n && room > 0; i++)
			if (fs->v[i].level == level &&
			    fs->v[i].quiet == GF_QUIET_NOT) {
				command(b, r, &fs->v[i], look);
				room--;
			}
	}
	if (left > 0)
		gf_buf_printf(b, "::notice::%zu more findings, see the log\n",
		    left);
}

/*
 * A fingerprint that no finding before has: what is the same twice is numbered.
 */
static void
unique(struct gf_buf *b, struct gf_map *seen, struct gf_arena *arena,
    const struct gf_finding *f)
{
	char print[GF_PRINT_SIZE];
	size_t *n;

	gf_finding_fingerprint(f, f->kind, print);
	n = gf_map_get(seen, gf_str(print));
	if (n == NULL) {
		n = gf_arena_alloc(arena, sizeof(*n));
		*n = 0;
		gf_map_put(seen, (struct gf_str){ gf_arena_copy(arena, print,
		    16), 16 }, n);
	}
	gf_buf_text(b, print);
	if (++*n > 1)
		gf_buf_printf(b, "-%zu", *n);
}

void
gf_find_gitlab(struct gf_buf *b, const void *model,
    const struct gf_look *look)
{
	static const char *const severity[] = { [GF_NOTE] = "info",
	    [GF_WARNING] = "minor", [GF_ERROR] = "major" };
	const struct gf_report *r = model;
	struct gf_spot spot = { 0 };
	struct gf_map seen = { 0 };
	struct gf_arena arena = { 0 };
	struct gf_buf said = { 0 };
	size_t n = 0;

	gf_buf_byte(b, '[');
	for (size_t i = 0; i < r->findings->n; i++) {
		const struct gf_finding *f = &r->findings->v[i];

		if (f->quiet != GF_QUIET_NOT)
			continue;
		gf_find_spot(r, f->at, &spot);
		gf_buf_clear(&said);
		gf_buf_printf(&said, "%s: ", f->check->id);
		gf_buf_str(&said, gf_find_said(f, look));
		gf_buf_printf(b, "%s\n{\"description\":", n++ > 0 ? "," : "");
		gf_json(b, gf_buf_view(&said));
		gf_buf_printf(b, ",\"check_name\":\"%s\",\"fingerprint\":\"",
		    f->check->id);
		unique(b, &seen, &arena, f);
		gf_buf_printf(b, "\",\"severity\":\"%s\",\"location\":"
		    "{\"path\":", severity[f->level]);
		gf_json(b, gf_buf_view(&spot.path));
		gf_buf_printf(b, ",\"lines\":{\"begin\":%" PRIu32 "}}}",
		    spot.line);
	}
	gf_buf_text(b, n > 0 ? "\n]\n" : "]\n");
	gf_buf_release(&said);
	gf_buf_release(&spot.path);
	gf_map_release(&seen);
	gf_arena_release(&arena);
}

static void
table_row(struct gf_buf *b, const struct gf_report *r,
    const struct gf_finding *f, const struct gf_look *look)
{
	struct gf_spot spot = { 0 };

	gf_find_spot(r, f->at, &spot);
	gf_buf_printf(&spot.path, ":%" PRIu32, spot.line);
	gf_buf_text(b, "| ");
	gf_grid_code(b, gf_buf_view(&spot.path), true);
	gf_buf_printf(b, " | %s %s | ", gf_level_name(f->level),
	    f->check->id);
	gf_grid_code(b, gf_find_said(f, look), true);
	gf_buf_printf(b, " | %s |\n", f->check->ask ? f->check->ask : "");
	gf_buf_release(&spot.path);
}

void
gf_find_md(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_report *r = model;
	const struct gf_findings *fs = r->findings;
	size_t n = 0, shown = 0, from = b->n;

	for (size_t i = 0; i < fs->n; i++)
		n += fs->v[i].quiet == GF_QUIET_NOT;
	gf_buf_printf(b, "### %s\n\n", r->program);
	if (n == 0) {
		gf_buf_printf(b, "%zu goal%s, nothing to ask\n", r->judged,
		    r->judged == 1 ? "" : "s");
		return;
	}
	gf_buf_printf(b, "%zu finding%s in %zu goal%s\n\n"
	    "| where | check | what | ask |\n| --- | --- | --- | --- |\n", n,
	    n == 1 ? "" : "s", r->judged, r->judged == 1 ? "" : "s");
	for (size_t i = 0; i < fs->n && b->n - from < MOST_BYTES; i++)
		if (fs->v[i].quiet == GF_QUIET_NOT) {
			table_row(b, r, &fs->v[i], look);
			shown++;
		}
	if (shown < n)
		gf_buf_printf(b, "\nand %zu more\n", n - shown);
}
