#include "base/mem.h"
#include "out/cell.h"
#include "out/map_sheet.h"
#include "out/route_sheet.h"

static const char *const keys[] = {
	"goal", "title", "owner", "unit", "from", "to", "current", "as_of",
	"start", "due", "status", "days_left", "pace_per_week",
	"needed_per_week", "readings", "M_to", "A_times", "A_effort",
	"R_rest", "R_share", "T_due", "path", "line"
};

#define KEYS GF_LEN(keys)

static void
fill(struct gf_cell *c, const struct gf_routes *r)
{
	const struct gf_pace *p = &r->pace;
	struct gf_place head = gf_goal_head(r->goal);
	struct gf_pos pos = gf_doc_pos(head.doc, head.at.line, head.at.col);
	bool short_of = r->rated && !r->enough;

	*c++ = gf_cell_text(r->goal->id);
	*c++ = gf_cell_text(gf_goal_text(r->goal, GOAL_TITLE));
	*c++ = gf_cell_text(gf_sheet_owner(r->goal));
	*c++ = gf_cell_text(r->unit);
	*c++ = gf_cell_num(p->begun, p->from);
	*c++ = gf_cell_num(p->aimed, p->to);
	*c++ = gf_cell_num(p->as_of != GF_NO_DAY, p->current);
	*c++ = gf_cell_day(p->as_of);
	*c++ = gf_cell_day(p->start);
	*c++ = gf_cell_day(p->due);
	*c++ = gf_cell_text(gf_str(gf_state_name(p->state)));
	*c++ = gf_cell_num(p->dated, GF_NUM(p->days_left));
	*c++ = gf_cell_num(r->rated, r->a_week);
	*c++ = gf_cell_num(p->dated && p->measured && p->days_left > 0,
	    p->per_week);
	*c++ = gf_cell_num(r->rated, GF_NUM((int64_t)r->readings));
	*c++ = gf_cell_num(r->reaches, r->reach);
	*c++ = gf_cell_num(r->speeds, r->times);
	*c++ = gf_cell_text(r->speeds ? r->effort : (struct gf_str){ "", 0 });
	*c++ = gf_cell_num(short_of, r->rest);
	*c++ = gf_cell_num(short_of, r->share);
	*c++ = gf_cell_day(r->rated ? r->arrival : GF_NO_DAY);
	*c++ = gf_cell_text(pos.path);
	*c = gf_cell_num(true, GF_NUM((int64_t)pos.line));
}

static void
write_jsonl(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_routes *r = model;
	struct gf_cell cells[KEYS] = { { .kind = GF_CELL_NONE } };
	bool private[KEYS] = { false };

	fill(cells, r);
	for (size_t i = 1; i + 2 < KEYS && gf_sheet_hides(look, r->goal); i++) {
		cells[i] = (struct gf_cell){ .kind = GF_CELL_NONE };
		private[i] = true;
	}
	gf_cell_jsonl(b, keys, cells, KEYS, private[1] ? private : NULL);
}

/* A number and what it counts. */
static void
amount(struct gf_buf *b, struct gf_num n, struct gf_str unit)
{
	gf_num_print(b, n);
	if (unit.n == 0 || gf_str_is(unit, "count"))
		return;
	if (!gf_str_is(unit, "%"))
		gf_buf_byte(b, ' ');
	gf_show(b, unit);
}

/* Where it stands: 5 of 11 clinics on 2026-05-12, at risk, due 2026-06-30. */
static void
stand(struct gf_buf *b, const struct gf_routes *r)
{
	const struct gf_pace *p = &r->pace;

	gf_show(b, r->goal->id);
	gf_buf_text(b, ": ");
	if (p->as_of != GF_NO_DAY && p->aimed) {
		gf_num_print(b, p->current);
		gf_buf_text(b, p->begun && gf_num_cmp(p->to, p->from) < 0 ?
		    " on the way to " : " of ");
		amount(b, p->to, r->unit);
		gf_buf_text(b, " on ");
		gf_day_print(b, p->as_of);
		gf_buf_text(b, ", ");
	}
	for (const char *c = gf_state_name(p->state); *c != '\0'; c++)
		gf_buf_byte(b, *c == '-' ? ' ' : *c);
	if (p->due != GF_NO_DAY) {
		gf_buf_text(b, ", due ");
		gf_day_print(b, p->due);
	}
	gf_buf_byte(b, '\n');
}

static void
rates(struct gf_buf *b, const struct gf_routes *r)
{
	const struct gf_pace *p = &r->pace;

	gf_buf_text(b, "pace: ");
	amount(b, r->a_week, r->unit);
	gf_buf_printf(b, " a week, from %zu reading%s%s", r->readings,
	    r->readings == 1 ? "" : "s", r->of_late ? " of late" :
	    " since the start");
	if (p->days_left > 0) {
		gf_buf_text(b, "; needed: ");
		amount(b, gf_num_round(p->per_week, 2), r->unit);
		gf_buf_text(b, " a week");
	}
	gf_buf_byte(b, '\n');
}

static void
letter_m(struct gf_buf *b, const struct gf_routes *r)
{
	gf_buf_text(b, "  M  ");
	if (!r->reaches) {
		gf_buf_text(b, "the day is over: what is there is ");
		amount(b, r->pace.current, r->unit);
		gf_buf_byte(b, '\n');
		return;
	}
	gf_buf_text(b, "at this pace ");
	amount(b, r->reach, r->unit);
	gf_buf_text(b, " by ");
	gf_day_print(b, r->pace.due);
	gf_buf_text(b, ": --letter M --to ");
	gf_num_print(b, r->reach);
	gf_buf_byte(b, '\n');
}

static void
letter_a(struct gf_buf *b, const struct gf_routes *r)
{
	gf_buf_text(b, "  A  ");
	if (!r->speeds) {
		gf_buf_text(b, "no pace and no help can be computed that "
		    "would reach it in time\n");
		return;
	}
	gf_num_print(b, r->times);
	gf_buf_text(b, " times the pace");
	if (r->effort.n > 0) {
		gf_buf_text(b, ", an effort of ");
		gf_show(b, r->effort);
		gf_buf_text(b, ": --letter A --to '");
		gf_show(b, r->effort);
		gf_buf_byte(b, '\'');
	} else {
		gf_buf_text(b, ", or that much more help: --letter A --to "
		    "EFFORT");
	}
	gf_buf_byte(b, '\n');
}

static void
letter_r(struct gf_buf *b, const struct gf_routes *r)
{
	struct gf_num span = { 0 };

	gf_num_sub(r->pace.to, r->pace.from, &span);
	if (span.m < 0)
		span.m = -span.m;
	gf_buf_text(b, "  R  somebody else takes ");
	gf_num_print(b, r->rest);
	gf_buf_text(b, " of the ");
	amount(b, span, r->unit);
	gf_buf_text(b, " (");
	gf_num_print(b, r->share);
	gf_buf_text(b, "%): --letter R --to OWNER\n");
}

static void
letter_t(struct gf_buf *b, const struct gf_routes *r)
{
	if (r->arrival == GF_NO_DAY) {
		gf_buf_text(b, "  T  never at this pace\n");
		return;
	}
	gf_buf_text(b, "  T  at this pace on ");
	gf_day_print(b, r->arrival);
	gf_buf_text(b, ": --letter T --to ");
	gf_day_print(b, r->arrival);
	gf_buf_byte(b, '\n');
}

/* Why nothing can be computed. */
static const char *
missing(const struct gf_routes *r)
{
	const struct gf_pace *p = &r->pace;

	if (p->level)
		return "a level is held or not: it has no pace";
	if (!p->aimed)
		return "nothing can be computed without measure.from and to";
	if (!p->dated)
		return "nothing can be computed without start and due";
	return "nothing can be computed without readings since the start";
}

static void
write_text(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_routes *r = model;

	if (gf_sheet_hides(look, r->goal)) {
		gf_show(b, r->goal->id);
		gf_buf_text(b, ": (kept private; --audience coach shows it)\n");
		return;
	}
	stand(b, r);
	if (!r->goal->open) {
		gf_buf_text(b, "  it is closed: a new goal goes on from it\n");
		return;
	}
	if (r->rated)
		rates(b, r);
	gf_buf_text(b, "  S  asked, not computed: which part of it would you "
	    "keep if only one could succeed?\n");
	if (!r->rated) {
		gf_buf_printf(b, "  MART  %s\n", missing(r));
	} else if (r->enough) {
		gf_buf_text(b, "  MART  nothing has to change: at this pace it "
		    "is reached in time\n");
	} else {
		letter_m(b, r);
		letter_a(b, r);
		letter_r(b, r);
		letter_t(b, r);
	}
}

const struct gf_format gf_route_formats[2] = {
	{ "text", "the ways to a goal, a letter each", write_text },
	{ "jsonl", "one JSON object with exact numbers", write_jsonl },
};
