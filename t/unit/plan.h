/* A plan out of texts, for the tests of what stands above the reader. */
#ifndef TEST_PLAN_H
#define TEST_PLAN_H

#include <stdio.h>
#include <stdlib.h>

#include "goal/plan.h"
#include "text/tree.h"

struct test_plan {
	struct gf_arena arena;
	struct gf_config config;
	struct gf_plan plan;
};

static inline gf_day
test_day(const char *text)
{
	gf_day day = GF_NO_DAY;
	const char *why;

	if (!gf_day_parse(gf_str(text), &day, &why)) {
		printf("Bail out! no day: %s\n", text);
		exit(2);
	}
	return day;
}

static inline void
test_plan_init(struct test_plan *t, const char *today)
{
	*t = (struct test_plan){ 0 };
	gf_config_init(&t->config);
	gf_plan_init(&t->plan, &t->arena, test_day(today));
}

/* Put one document in. */
static inline void
test_plan_add(struct test_plan *t, const char *yaml)
{
	struct gf_limits limits = gf_limits_default();
	struct gf_reader reader = { .fiscal = t->config.calendar.fiscal,
		.arena = &t->arena };
	struct gf_tree tree;
	struct gf_fault fault;
	struct gf_doc *doc = gf_arena_alloc(&t->arena, sizeof(*doc));
	enum gf_kind kind;

	*doc = (struct gf_doc){ .origin = { .path = GF_STR("plan.yaml"),
		.line = 1 + 100 * (uint32_t)t->plan.nentries, .col = 1 },
		.bytes = gf_str(yaml), .seq = (uint32_t)t->plan.nentries,
		.given = true };
	if (!gf_tree_parse(&tree, doc->bytes, &limits, &t->arena, &fault)) {
		printf("Bail out! %s\n%s\n", fault.said, yaml);
		exit(2);
	}
	kind = gf_doc_kind(&reader, doc, &tree);
	gf_plan_add(&t->plan, doc, kind, gf_rec_read(&reader, doc, &tree,
	    tree.root, gf_kinds[kind]), &t->config);
}

static inline void
test_plan_release(struct test_plan *t)
{
	gf_plan_release(&t->plan);
	gf_arena_release(&t->arena);
}

#endif
