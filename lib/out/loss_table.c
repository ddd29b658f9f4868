#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "out/fit.h"
#include "out/loss_table.h"
#include "out/map_sheet.h"

#define WIDEST_NAME 36
#define WIDEST_LOSS 22
#define NARROWEST_PLAN 16
#define MOST_SUMS 8		/* goals whose loss is summed up below */

struct table {
	const struct gf_losses *all;
	const struct gf_look *look;
	struct gf_buf *b, word;
	size_t loss, cost, name, state;	/* widths of columns, 0: none */
	bool numbers;		/* some loss, likelihood or cost is known */
	size_t hidden, silent;	/* kept private; say no loss */
};

bool
gf_loss_hides(const struct gf_look *look, const struct gf_loss *l)
{
	return look->audience > GF_COACH && gf_obstacle_private(&l->obstacle);
}

void
gf_loss_name(struct gf_buf *b, const struct gf_loss *l)
{
	gf_buf_str(b, l->obstacle.goal->id);
	gf_buf_byte(b, '/');
	gf_obstacle_name(b, &l->obstacle);
}

const char *
gf_loss_state(const struct gf_loss *l)
{
	if (gf_obstacle_live(&l->obstacle) && l->watch.state == GF_WATCH_TRUE)
		return "due";
	return gf_obstacle_state_name(l->obstacle.state);
}

bool
gf_loss_way(const struct gf_goal *g, struct gf_num *way)
{
	const struct gf_val *from = gf_goal_measure(g, MEASURE_FROM);
	const struct gf_val *to = gf_goal_measure(g, MEASURE_TO);
	const struct gf_val *count = gf_goal_measure(g, MEASURE_COUNT);

	if (to == NULL || (from == NULL && (count == NULL ||
	    count->u.n != COUNT_SUM)) || !gf_num_sub(to->u.num, from ?
	    from->u.num : GF_NUM(0), way))
		return false;
	if (way->m < 0)
		way->m = -way->m;
	return way->m != 0;
}

/* A number for people: no more than two places behind the point. */
static void
put_number(struct gf_buf *b, struct gf_num n, struct gf_str unit)
{
	struct gf_num shown = gf_num_round(n, 2);

	if (shown.m == 0 && n.m != 0)
		gf_buf_text(b, "0.00");
	else
		gf_sheet_number(b, shown);
	if (unit.n > 0 && gf_unit_kind(unit) != GF_UNIT_COUNT) {
		gf_buf_byte(b, ' ');
		gf_buf_str(b, unit);
	}
}

static struct gf_str
loss_text(struct table *t, const struct gf_loss *l)
{
	gf_buf_clear(&t->word);
	if (l->known)
		put_number(&t->word, l->loss, l->unit);
	return gf_buf_view(&t->word);
}

static struct gf_str
cost_text(struct table *t, const struct gf_loss *l)
{
	gf_buf_clear(&t->word);
	if (l->costed)
		put_number(&t->word, l->cost, GF_STR(""));
	return gf_buf_view(&t->word);
}

static struct gf_str
name_text(struct table *t, const struct gf_loss *l)
{
	gf_buf_clear(&t->word);
	gf_loss_name(&t->word, l);
	return gf_buf_view(&t->word);
}

/* An open obstacle needs no word for it. */
static const char *
state_text(const struct gf_loss *l)
{
	const char *s = gf_loss_state(l);

	return strcmp(s, "open") == 0 ? "" : s;
}

static void
widen(size_t *column, size_t width, size_t most)
{
	width = width < most ? width : most;
	*column = *column < width ? width : *column;
}

static size_t
used(const struct table *t)
{
	return (t->loss ? t->loss + 2 : 0) + (t->numbers ? 14 : 0) +
	    (t->cost ? t->cost + 2 : 0) + t->name + 2 +
	    (t->state ? t->state + 2 : 0);
}

/* What a narrow terminal can do without, the least first. */
static void
make_room(struct table *t)
{
	size_t width = t->look->width;

	if (used(t) + NARROWEST_PLAN > width)
		widen(&t->name, 0, 0);
	if (used(t) + NARROWEST_PLAN > width && t->name > width / 3)
		t->name = width / 3;
	if (used(t) + NARROWEST_PLAN > width)
		t->cost = 0;
	if (used(t) + NARROWEST_PLAN > width)
		t->numbers = false;
	if (used(t) + NARROWEST_PLAN > width)
		t->state = 0;
}

static void
measure(struct table *t)
{
	for (size_t i = 0; i < t->all->n; i++) {
		const struct gf_loss *l = &t->all->v[i];

		if (gf_loss_hides(t->look, l)) {
			t->hidden++;
			continue;
		}
		t->silent += !l->known && gf_obstacle_live(&l->obstacle);
		t->numbers |= l->likely;
		widen(&t->loss, gf_fit_width(loss_text(t, l), t->look),
		    WIDEST_LOSS);
		widen(&t->cost, gf_fit_width(cost_text(t, l), t->look),
		    WIDEST_LOSS);
		widen(&t->name, gf_fit_width(name_text(t, l), t->look),
		    WIDEST_NAME);
		widen(&t->state, strlen(state_text(l)), WIDEST_NAME);
	}
	if (t->look->width > 0)
		make_room(t);
}

/* A column with its two blanks, nothing if it has no width. */
static void
put_column(struct table *t, struct gf_str text, size_t width)
{
	if (width == 0)
		return;
	gf_fit_pad(t->b, text, width, t->look);
	gf_buf_text(t->b, "  ");
}

static void
put_percent(struct table *t, bool known, struct gf_num share)
{
	if (known)
		gf_buf_printf(t->b, "%3d %%  ", (int)gf_sheet_percent(share));
	else
		gf_buf_fill(t->b, ' ', 7);
}

static void
put_plan(struct table *t, const struct gf_loss *l)
{
	struct gf_str then = gf_rec_text(l->obstacle.rec, OBSTACLE_THEN);
	size_t room = SIZE_MAX;

	gf_buf_clear(&t->word);
	gf_buf_str(&t->word, gf_rec_text(l->obstacle.rec, OBSTACLE_WHEN));
	gf_buf_text(&t->word, t->look->utf8 ? " \xe2\x86\x92 " : " -> ");
	if (then.n > 0)
		gf_buf_str(&t->word, then);
	else
		gf_buf_byte(&t->word, '?');
	if (t->look->width > 0)
		room = t->look->width > used(t) ? t->look->width - used(t) : 0;
	gf_fit(t->b, gf_buf_view(&t->word), room, t->look);
}

static void
put_row(struct table *t, const struct gf_loss *l)
{
	put_column(t, loss_text(t, l), t->loss);
	if (t->numbers) {
		put_percent(t, l->shared, l->share);
		put_percent(t, l->likely, l->likelihood);
	}
	put_column(t, cost_text(t, l), t->cost);
	put_column(t, name_text(t, l), t->name);
	put_column(t, gf_str(state_text(l)), t->state);
	put_plan(t, l);
	gf_fit_end(t->b);
}

static void
put_head(struct table *t)
{
	if (t->look->colour)
		gf_buf_text(t->b, "\033[2m");
	put_column(t, GF_STR("loss"), t->loss);
	if (t->numbers)
		gf_buf_text(t->b, "  sum  likely ");
	put_column(t, GF_STR("cost"), t->cost);
	put_column(t, GF_STR("obstacle"), t->name);
	put_column(t, GF_STR(""), t->state);
	gf_fit(t->b, t->look->utf8 ? GF_STR("when \xe2\x86\x92 then") :
	    GF_STR("when -> then"), t->look->width > used(t) ?
	    t->look->width - used(t) : t->look->width > 0 ? 0 : SIZE_MAX,
	    t->look);
	gf_fit_end(t->b);
	if (t->look->colour) {
		t->b->n--;
		gf_buf_text(t->b, "\033[0m\n");
	}
}

/* "ana-q3: 1.2 of 13 clinics, 9 %". */
static void
put_sum(struct table *t, const struct gf_goal *g, struct gf_num sum)
{
	struct gf_num way;

	gf_buf_str(t->b, g->id);
	gf_buf_text(t->b, ": on average ");
	gf_buf_clear(&t->word);
	if (!gf_loss_way(g, &way)) {
		put_number(&t->word, sum, gf_goal_unit(g));
		gf_fit(t->b, gf_buf_view(&t->word), SIZE_MAX, t->look);
		gf_buf_text(t->b, " are lost\n");
		return;
	}
	put_number(&t->word, sum, GF_STR(""));
	gf_buf_text(&t->word, " of the ");
	put_number(&t->word, way, gf_goal_unit(g));
	gf_fit(t->b, gf_buf_view(&t->word), SIZE_MAX, t->look);
	gf_buf_text(t->b, " are lost\n");
}

/* What the obstacles of each goal cost together, the goals as listed. */
static void
put_sums(struct table *t)
{
	size_t n = 0, more = 0;
	struct gf_map seen = { 0 };

	for (size_t i = 0; i < t->all->n; i++) {
		const struct gf_loss *l = &t->all->v[i];
		struct gf_num sum = GF_NUM(0);

		if (!l->known || gf_loss_hides(t->look, l) ||
		    gf_map_put(&seen, l->obstacle.goal->id, t) != NULL)
			continue;
		if (n == MOST_SUMS) {
			more++;
			continue;
		}
		for (size_t k = i; k < t->all->n; k++)
			if (t->all->v[k].obstacle.goal == l->obstacle.goal &&
			    t->all->v[k].known && !gf_loss_hides(t->look,
			    &t->all->v[k]))
				gf_num_add(sum, t->all->v[k].loss, &sum);
		put_sum(t, l->obstacle.goal, sum);
		n++;
	}
	if (more > 0)
		gf_buf_printf(t->b, "and so in %zu more goal%s\n", more,
		    more == 1 ? "" : "s");
	gf_map_release(&seen);
}

static void
put_foot(struct table *t)
{
	struct gf_buf foot = { 0 }, *table = t->b;

	t->b = &foot;
	put_sums(t);
	if (t->silent > 0)
		gf_buf_printf(&foot, "%zu obstacle%s no likelihood or no cost "
		    "in the unit of the goal\n", t->silent, t->silent == 1 ?
		    " says" : "s say");
	if (t->hidden > 0)
		gf_buf_printf(&foot, "(kept private) %zu obstacle%s; "
		    "--audience coach shows %s\n", t->hidden,
		    t->hidden == 1 ? "" : "s", t->hidden == 1 ? "it" : "them");
	t->b = table;
	if (foot.n > 0 && t->all->n > t->hidden)
		gf_buf_byte(t->b, '\n');
	gf_fit_lines(t->b, gf_buf_view(&foot), t->look->width);
	gf_buf_release(&foot);
}

static void
put_group(struct table *t, const struct gf_loss *l, bool first)
{
	if (!first)
		gf_buf_byte(t->b, '\n');
	gf_fit(t->b, l->group.n > 0 ? l->group : GF_STR("(nobody)"),
	    t->look->width ? t->look->width : SIZE_MAX, t->look);
	gf_buf_byte(t->b, '\n');
}

static void
write_table(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	struct table t = { .all = model, .look = look, .b = b };
	const struct gf_loss *last = NULL;

	measure(&t);
	if (t.all->n > t.hidden && !t.all->grouped)
		put_head(&t);
	for (size_t i = 0; i < t.all->n; i++) {
		const struct gf_loss *l = &t.all->v[i];

		if (gf_loss_hides(look, l))
			continue;
		if (t.all->grouped && (last == NULL ||
		    !gf_str_eq(last->group, l->group)))
			put_group(&t, l, last == NULL);
		put_row(&t, l);
		last = l;
	}
	put_foot(&t);
	gf_buf_release(&t.word);
}

const struct gf_format gf_loss_formats[4] = {
	{ "text", "a table, the largest expected loss first", write_table },
	{ "jsonl", "one JSON object an obstacle", gf_loss_jsonl },
	{ "csv", "one row an obstacle", gf_loss_csv },
	{ "md", "a table in Markdown", gf_loss_md },
};
