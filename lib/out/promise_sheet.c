#include <stdlib.h>

#include "out/cell.h"
#include "out/grid.h"
#include "out/promise_sheet.h"

#define ENOUGH 5		/* settled promises that make a rate */

enum column { NUMBER, WHO, WHAT, GOAL, BY };

static const struct gf_column columns[] = {
	[NUMBER] = { .head = "", .right = true },
	[WHO] = { .head = "who", .foreign = true },
	[WHAT] = { .head = "what", .least = 24, .foreign = true },
	[GOAL] = { .head = "goal", .drop = 1, .foreign = true },
	[BY] = { .head = "by" },
};

static const char *const keys[] = {
	"person", "number", "who", "what", "goal", "by", "state", "overdue"
};

#define KEYS GF_LEN(keys)

void
gf_promise_when(struct gf_buf *b, const struct gf_promises *ps,
    const struct gf_promise *p)
{
	int days = p->due == GF_NO_DAY ? 0 : p->due - ps->today;

	if (p->due == GF_NO_DAY) {
		gf_buf_text(b, "the next meeting");
		return;
	}
	gf_day_print(b, p->due);
	if (p->at_meeting)
		gf_buf_text(b, " (the next meeting)");
	if (days == 0)
		gf_buf_text(b, ", today");
	else if (days < 0)
		gf_buf_printf(b, ", %d day%s overdue", -days, days == -1 ? "" :
		    "s");
}

void
gf_promise_rate(struct gf_buf *b, struct gf_kept k)
{
	struct gf_num rate = GF_NUM(0);

	if (k.all < ENOUGH) {
		gf_buf_printf(b, "too few to say (n = %zu)", k.all);
		return;
	}
	gf_num_div(GF_NUM(100 * (int64_t)k.kept), GF_NUM((int64_t)k.all), 0,
	    &rate);
	gf_buf_printf(b, "%zu of %zu kept, %d %% (n = %zu)", k.kept, k.all,
	    (int)rate.m, k.all);
}

static size_t
count_open(const struct gf_promises *ps)
{
	size_t n = 0;

	for (size_t i = 0; i < ps->n; i++)
		n += ps->v[i].state == GF_PROMISE_OPEN;
	return n;
}

/* The open ones as rows. */
static void
fill(struct gf_grid *g, const struct gf_promises *ps)
{
	struct gf_buf b = { 0 };

	gf_grid_init(g, columns, GF_LEN(columns));
	for (size_t i = 0; i < ps->n; i++) {
		const struct gf_promise *p = &ps->v[i];

		if (p->state != GF_PROMISE_OPEN)
			continue;
		gf_grid_add(g);
		gf_buf_clear(&b);
		gf_buf_printf(&b, "%u", (unsigned)p->number);
		gf_grid_set(g, NUMBER, gf_buf_view(&b));
		gf_grid_set(g, WHO, p->who);
		gf_grid_set(g, WHAT, gf_rec_text(p->rec, COMMITMENT_WHAT));
		gf_grid_set(g, GOAL, gf_rec_text(p->rec, COMMITMENT_GOAL));
		gf_buf_clear(&b);
		gf_promise_when(&b, ps, p);
		gf_grid_set(g, BY, gf_buf_view(&b));
	}
	gf_buf_release(&b);
}

static void
put_rates(struct gf_buf *b, const struct gf_promises *ps)
{
	const struct gf_rhythm *r = ps->rhythm;

	gf_buf_byte(b, '\n');
	gf_show(b, r->person->id);
	gf_buf_text(b, ": ");
	gf_promise_rate(b, ps->theirs);
	gf_buf_text(b, "; ");
	if (r->coach_id.n > 0)
		gf_show(b, r->coach != NULL ? r->coach->id : r->coach_id);
	else
		gf_buf_text(b, "the coach");
	gf_buf_text(b, ": ");
	gf_promise_rate(b, ps->mine);
	gf_buf_byte(b, '\n');
}

static bool
is_hidden(struct gf_buf *b, const struct gf_look *look)
{
	if (look->audience == GF_COACH)
		return false;
	gf_buf_text(b, "(kept private: promises are for the coach; "
	    "--audience coach shows them)\n");
	return true;
}

static void
write_text(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_promises *ps = model;
	struct gf_grid g;

	if (is_hidden(b, look))
		return;
	if (count_open(ps) == 0) {
		gf_buf_text(b, "no promise is open\n");
	} else {
		fill(&g, ps);
		gf_grid_text(b, &g, look, false);
		gf_grid_release(&g);
	}
	put_rates(b, ps);
}

static void
write_md(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_promises *ps = model;
	struct gf_grid g;

	if (is_hidden(b, look))
		return;
	fill(&g, ps);
	gf_grid_md(b, &g);
	gf_grid_release(&g);
	put_rates(b, ps);
}

static void
write_jsonl(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	static const bool private[KEYS] = {
		false, false, true, true, true, true, true, true
	};
	const struct gf_promises *ps = model;

	for (size_t i = 0; i < ps->n; i++) {
		const struct gf_promise *p = &ps->v[i];
		struct gf_cell c[KEYS];

		if (p->state != GF_PROMISE_OPEN)
			continue;
		c[0] = gf_cell_text(ps->rhythm->person->id);
		c[1] = gf_cell_num(true, GF_NUM(p->number));
		c[2] = gf_cell_text(p->who);
		c[3] = gf_cell_text(gf_rec_text(p->rec, COMMITMENT_WHAT));
		c[4] = gf_cell_text(gf_rec_text(p->rec, COMMITMENT_GOAL));
		c[5] = gf_cell_day(p->due);
		c[6] = gf_cell_text(gf_str(gf_promise_state_name(p->state)));
		c[7] = gf_cell_yesno(true, gf_promise_overdue(ps, p));
		gf_cell_jsonl(b, keys, c, KEYS, look->audience > GF_COACH ?
		    private : NULL);
	}
}

const struct gf_format gf_promise_formats[3] = {
	{ "text", "open promises of both sides, numbered", write_text },
	{ "jsonl", "one JSON object a promise", write_jsonl },
	{ "md", "a table of Markdown", write_md },
};
