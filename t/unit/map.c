/* The tree on terminals of several widths, in colour, and very deep. */
#include "base/mem.h"
#include "base/utf8.h"
#include "judge/align.h"
#include "out/map_tree.h"
#include "plan.h"
#include "tap.h"

static const char *const docs[] = {
	"company: acme\n",
	"goal: growth\ntitle: Raise revenue to 5M EUR\nowner: acme\n"
	    "measure: {unit: EUR, from: 4M, to: 5M}\nstart: 2026-01-01\n"
	    "due: 2026-12-31\nprogress: [{date: 2026-05-10, value: 4.4M}]\n",
	"goal: north\ntitle: Win 40 customers in the north\n"
	    "owner: The Northern Team\nlevel: team\nsupports: growth\n"
	    "measure: {unit: customers, from: 0, to: 40}\n"
	    "start: 2026-04-01\ndue: 2026-06-30\n"
	    "progress: [{date: 2026-05-12, value: 12}]\n",
	"goal: a-goal-with-a-very-long-id-that-no-column-can-hold-whole\n"
	    "title: \xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\n"
	    "level: individual\nsupports: north\n",
};

static void
draw(struct gf_buf *b, const struct gf_format *format,
    const struct gf_look *look, const char *top)
{
	struct test_plan p;
	struct gf_outline o;
	struct gf_graph graph;
	struct gf_rollup rollup;
	bool chosen[GF_LEN(docs)];

	test_plan_init(&p, "2026-05-15");
	for (size_t i = 0; i < GF_LEN(docs); i++)
		test_plan_add(&p, docs[i]);
	gf_plan_resolve(&p.plan);
	gf_graph_init(&graph, &p.plan, &p.arena);
	gf_align_links(&graph);
	gf_rollup_init(&rollup, &graph, &p.arena);
	for (size_t i = 0; i < p.plan.ngoals; i++)
		chosen[i] = top == NULL ||
		    gf_str_is(p.plan.goals[i]->id, top);
	gf_outline_down(&o, &p.plan, chosen);
	o.rollup = &rollup;
	gf_buf_clear(b);
	format->write(b, &o, look);
	gf_outline_release(&o);
	test_plan_release(&p);
}

/* No line of a tree is wider than the terminal; the first ones are rows. */
static void
widths(struct tap *t)
{
	static const size_t sizes[] = { 60, 80, 100, 140 };
	struct gf_buf b = { 0 };

	for (size_t i = 0; i < GF_LEN(sizes); i++) {
		struct gf_look look = { .utf8 = true, .width = sizes[i] };
		struct gf_str rest;
		size_t widest = 0, rows = 0;

		draw(&b, &gf_tree_formats[0], &look, NULL);
		rest = gf_buf_view(&b);
		for (; rest.n > 0 && rows < 3; rows++) {
			size_t wide = gf_utf8_width(gf_str_cut(&rest, '\n'));

			if (widest < wide)
				widest = wide;
		}
		if (!tap_ok(t, rows == 3 && widest <= sizes[i] &&
		    widest > 50, "%zu columns", sizes[i]))
			printf("# %zu wide\n", widest);
		tap_ok(t, sizes[i] < 140 || gf_str_find(gf_buf_view(&b),
		    "Win 40 cu") < b.n, "the title has a place where there is one");
	}
	gf_buf_release(&b);
}

static void
colours(struct tap *t)
{
	struct gf_buf b = { 0 };
	struct gf_look look = { .utf8 = true, .colour = true };

	draw(&b, &gf_tree_formats[0], &look, NULL);
	tap_ok(t, gf_str_find(gf_buf_view(&b), "\033[31mat risk\033[0m") <
	    b.n, "at risk is red");
	tap_ok(t, gf_str_find(gf_buf_view(&b), "\033[1mgrowth\033[0m") < b.n,
	    "an id is bold");
	draw(&b, &gf_tree_formats[0], &look, "north");
	tap_ok(t, gf_str_find(gf_buf_view(&b), "\033[2m(growth)\033[0m") < b.n,
	    "what is only on the way is dim");
	look.colour = false;
	draw(&b, &gf_tree_formats[0], &look, NULL);
	tap_ok(t, gf_str_find(gf_buf_view(&b), "\033") == b.n,
	    "no colour where nobody asked");
	look.utf8 = false;
	draw(&b, &gf_tree_formats[0], &look, NULL);
	for (size_t i = 0; i < b.n; i++)
		if ((unsigned char)b.p[i] > '~') {
			tap_ok(t, false, "only ASCII");
			gf_buf_release(&b);
			return;
		}
	tap_ok(t, true, "only ASCII");
	draw(&b, &gf_tree_formats[1], &look, "north");
	tap_ok(t, gf_str_starts(gf_buf_view(&b), "{\"goal\":\"north\"") &&
	    gf_str_find(gf_buf_view(&b), "growth\",\"title") == b.n,
	    "jsonl holds what was chosen");
	gf_buf_release(&b);
}

/* A chain of 400 goals is drawn with numbers where branches would not fit. */
static void
deep(struct tap *t)
{
	struct test_plan p;
	struct gf_graph graph;
	struct gf_rollup rollup;
	struct gf_outline o;
	struct gf_buf b = { 0 }, doc = { 0 };
	struct gf_look look = { .utf8 = true, .width = 120 };
	bool chosen[400];
	size_t widest = 0;
	struct gf_str rest;

	test_plan_init(&p, "2026-05-15");
	for (int i = 0; i < 400; i++) {
		gf_buf_clear(&doc);
		gf_buf_printf(&doc, "goal: g%d\ntitle: t\nsupports: g%d\n", i,
		    i - 1);
		test_plan_add(&p, gf_arena_copy(&p.arena, doc.p, doc.n));
		chosen[i] = true;
	}
	gf_plan_resolve(&p.plan);
	gf_graph_init(&graph, &p.plan, &p.arena);
	gf_rollup_init(&rollup, &graph, &p.arena);
	gf_outline_down(&o, &p.plan, chosen);
	o.rollup = &rollup;
	tap_int(t, (long long)o.n, 400, "a row a goal");
	tap_int(t, o.rows[399].depth, 399, "the last is the deepest");
	gf_tree_formats[0].write(&b, &o, &look);
	for (rest = gf_buf_view(&b); rest.n > 0; ) {
		size_t wide = gf_utf8_width(gf_str_cut(&rest, '\n'));

		if (widest < wide)
			widest = wide;
	}
	tap_ok(t, widest <= 120, "no line is wider than the terminal");
	tap_ok(t, gf_str_find(gf_buf_view(&b), "(      399) g399") < b.n,
	    "the depth is said");
	gf_outline_release(&o);
	gf_buf_release(&b);
	gf_buf_release(&doc);
	test_plan_release(&p);
}

int
main(void)
{
	struct tap t = { 0 };

	widths(&t);
	colours(&t);
	deep(&t);
	return tap_done(&t);
}
