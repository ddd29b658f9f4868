#include "base/mem.h"
#include "out/fit.h"
#include "out/grid.h"
#include "out/loss_table.h"
#include "out/map_sheet.h"

#define MOST_SUMS 8		/* goals whose loss is summed up below */

enum column {
	BY, LOSS, SUM, LIKELY, COST, NAME, STATE, WHEN, THEN, COLUMNS
};

static const struct gf_column columns[COLUMNS] = {
	[BY] = { .head = "", .drop = 2, .foreign = true },
	[LOSS] = { .head = "loss", .right = true, .drop = 1, .foreign = true },
	[SUM] = { .head = "sum", .right = true, .drop = 5 },
	[LIKELY] = { .head = "likely", .right = true, .drop = 6 },
	[COST] = { .head = "cost", .right = true, .drop = 7 },
	[NAME] = { .head = "obstacle", .least = 16, .foreign = true },
	[STATE] = { .head = "", .drop = 4 },
	[WHEN] = { .head = "when", .least = 20, .foreign = true },
	[THEN] = { .head = "then", .least = 20, .drop = 3, .foreign = true },
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

static void
set_percent(struct gf_grid *g, enum column c, bool known, struct gf_num share)
{
	struct gf_buf b = { 0 };

	if (known)
		gf_buf_printf(&b, "%d %%", (int)gf_sheet_percent(share));
	gf_grid_set(g, c, gf_buf_view(&b));
	gf_buf_release(&b);
}

static void
set_number(struct gf_grid *g, enum column c, bool known, struct gf_num n,
    struct gf_str unit)
{
	struct gf_buf b = { 0 };

	if (known)
		put_number(&b, n, unit);
	gf_grid_set(g, c, gf_buf_view(&b));
	gf_buf_release(&b);
}

static void
add_row(struct gf_grid *g, const struct gf_loss *l)
{
	const struct gf_obstacle *o = &l->obstacle;
	struct gf_str then = gf_rec_text(o->rec, OBSTACLE_THEN);
	const char *state = gf_loss_state(l);
	struct gf_buf name = { 0 };

	gf_loss_name(&name, l);
	gf_grid_add(g);
	gf_grid_set(g, BY, l->group);
	set_number(g, LOSS, l->known, l->loss, l->unit);
	set_percent(g, SUM, l->shared, l->share);
	set_percent(g, LIKELY, l->likely, l->likelihood);
	set_number(g, COST, l->costed, l->cost, GF_STR(""));
	gf_grid_set(g, NAME, gf_buf_view(&name));
	/* an open obstacle needs no word for it */
	gf_grid_set(g, STATE, strcmp(state, "open") == 0 ? GF_STR("") :
	    gf_str(state));
	gf_grid_set(g, WHEN, gf_rec_text(o->rec, OBSTACLE_WHEN));
	gf_grid_set(g, THEN, then.n > 0 ? then : GF_STR("?"));
	gf_buf_release(&name);
}

/* The obstacles that this reader may see; returns how many he may not. */
static size_t
fill(struct gf_grid *g, struct gf_column *own, const struct gf_losses *all,
    const struct gf_look *look)
{
	size_t hidden = 0;

	memcpy(own, columns, sizeof(columns));
	if (all->by != NULL)
		own[BY].head = all->by;
	gf_grid_init(g, own, COLUMNS);
	for (size_t i = 0; i < all->n; i++) {
		if (gf_loss_hides(look, &all->v[i]))
			hidden++;
		else
			add_row(g, &all->v[i]);
	}
	return hidden;
}

/* "ana-q3: on average 1.2 of the 13 clinics are lost". */
static void
put_sum(struct gf_buf *b, const struct gf_goal *g, struct gf_num sum,
    const struct gf_look *look)
{
	struct gf_buf said = { 0 };
	struct gf_num way;

	gf_buf_str(&said, g->id);
	gf_buf_text(&said, ": on average ");
	if (gf_loss_way(g, &way)) {
		put_number(&said, sum, GF_STR(""));
		gf_buf_text(&said, " of the ");
		put_number(&said, way, gf_goal_unit(g));
	} else
		put_number(&said, sum, gf_goal_unit(g));
	gf_fit(b, gf_buf_view(&said), SIZE_MAX, look);
	gf_buf_text(b, " are lost\n");
	gf_buf_release(&said);
}

/* What the obstacles of a goal cost together, from one of them on. */
static struct gf_num
sum_of(const struct gf_losses *all, size_t first, const struct gf_look *look)
{
	struct gf_num sum = GF_NUM(0);

	for (size_t i = first; i < all->n; i++)
		if (all->v[i].obstacle.goal == all->v[first].obstacle.goal &&
		    all->v[i].known && !gf_loss_hides(look, &all->v[i]))
			gf_num_add(sum, all->v[i].loss, &sum);
	return sum;
}

static void
put_sums(struct gf_buf *b, const struct gf_losses *all,
    const struct gf_look *look)
{
	struct gf_map seen = { 0 };
	size_t n = 0, more = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct gf_loss *l = &all->v[i];

		if (!l->known || gf_loss_hides(look, l) ||
		    gf_map_put(&seen, l->obstacle.goal->id, b) != NULL)
			continue;
		if (n++ < MOST_SUMS)
			put_sum(b, l->obstacle.goal, sum_of(all, i, look),
			    look);
		else
			more++;
	}
	if (more > 0)
		gf_buf_printf(b, "and so in %zu more goal%s\n", more,
		    more == 1 ? "" : "s");
	gf_map_release(&seen);
}

void
gf_loss_remarks(struct gf_buf *b, size_t silent, size_t hidden)
{
	if (silent > 0)
		gf_buf_printf(b, "%zu obstacle%s no likelihood or no cost in "
		    "the unit of the goal\n", silent, silent == 1 ? " says" :
		    "s say");
	if (hidden > 0)
		gf_buf_printf(b, "(kept private) %zu obstacle%s; --audience "
		    "coach shows %s\n", hidden, hidden == 1 ? "" : "s",
		    hidden == 1 ? "it" : "them");
}

static void
write_table(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_losses *all = model;
	struct gf_buf foot = { 0 };
	struct gf_column own[COLUMNS];
	struct gf_grid g;
	size_t hidden = fill(&g, own, all, look), silent = 0;

	gf_grid_text(b, &g, look, false);
	for (size_t i = 0; i < all->n; i++)
		silent += !all->v[i].known && !gf_loss_hides(look,
		    &all->v[i]) && gf_obstacle_live(&all->v[i].obstacle);
	put_sums(&foot, all, look);
	gf_loss_remarks(&foot, silent, hidden);
	if (foot.n > 0 && g.nrows > 0)
		gf_buf_byte(b, '\n');
	gf_fit_lines(b, gf_buf_view(&foot), look->width);
	gf_buf_release(&foot);
	gf_grid_release(&g);
}

static void
write_md(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	struct gf_column own[COLUMNS];
	struct gf_grid g;
	size_t hidden = fill(&g, own, model, look);

	gf_grid_md(b, &g);
	if (hidden > 0)
		gf_buf_byte(b, '\n');
	gf_loss_remarks(b, 0, hidden);
	gf_grid_release(&g);
}

const struct gf_format gf_loss_formats[4] = {
	{ "text", "a table, the largest expected loss first", write_table },
	{ "jsonl", "one JSON object an obstacle", gf_loss_jsonl },
	{ "csv", "one row an obstacle", gf_loss_csv },
	{ "md", "a table in Markdown", write_md },
};
