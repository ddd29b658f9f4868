/* Documents of a test, read into a plan as a program would. */
#ifndef GIVEN_H
#define GIVEN_H

#include <stdlib.h>
#include <string.h>

#include "goal/check.h"
#include "goal/plan.h"

struct given {
	struct gf_arena arena, scratch;
	struct gf_findings findings;
	struct gf_config config;
	struct gf_plan plan;
	struct gf_limits limits;
	uint32_t seq;
};

static inline void
given_init(struct given *g)
{
	memset(g, 0, sizeof(*g));
	gf_findings_init(&g->findings, &g->arena);
	gf_config_init(&g->config);
	gf_plan_init(&g->plan, &g->arena, 20600);
	g->limits = gf_limits_default();
}

static inline void
given_release(struct given *g)
{
	gf_plan_release(&g->plan);
	gf_findings_release(&g->findings);
	gf_arena_release(&g->arena);
	gf_arena_release(&g->scratch);
}

/* Read one document; it goes into the plan too. Its doc is returned. */
static inline struct gf_doc *
given_doc(struct given *g, const char *path, uint32_t line, struct gf_str text)
{
	struct gf_doc *doc = gf_arena_alloc(&g->arena, sizeof(*doc));
	struct gf_reader r = gf_reader_of(&g->config, &g->arena, &g->findings);
	struct gf_tree tree;
	struct gf_fault fault;
	enum gf_kind kind = GF_FOREIGN;
	const struct gf_rec *rec = NULL;
	char *bytes = gf_arena_copy(&g->arena, text.p, text.n);

	doc->origin.path = gf_str(path);
	doc->origin.line = line;
	doc->origin.col = 1;
	doc->seq = g->seq++;
	doc->given = true;
	doc->private = strncmp(path, "coaching/", 9) == 0;
	gf_arena_clear(&g->scratch);
	if (!gf_tree_parse(&tree, (struct gf_str){ bytes, text.n }, &g->limits,
	    &g->scratch, &fault)) {
		doc->broken = true;
		gf_finding_add(&g->findings, &gf_format_rows[GF_YAML],
		    (struct gf_place){ doc, fault.at }, "%s", fault.said);
	} else {
		kind = gf_doc_kind(&r, doc, &tree);
		if (kind != GF_FOREIGN)
			rec = gf_rec_read(&r, doc, &tree,
			    gf_node_real(tree.root), gf_kinds[kind]);
	}
	gf_plan_add(&g->plan, doc, kind, rec, &g->config);
	return doc;
}

/* Read a file of documents with `---` lines between them. */
static inline void
given_file(struct given *g, const char *path, const char *text)
{
	uint32_t line = 1;

	for (;;) {
		const char *end = strstr(text, "---\n");
		size_t n = end ? (size_t)(end - text) : strlen(text);

		given_doc(g, path, line, (struct gf_str){ text, n });
		if (end == NULL)
			return;
		for (const char *p = text; p < end; p++)
			line += *p == '\n';
		line++;
		text = end + 4;
	}
}

/* What was found: "LINE:COL ID KEYPATH" and a line end each. */
static inline void
given_findings(const struct given *g, struct gf_buf *b)
{
	gf_buf_clear(b);
	for (size_t i = 0; i < g->findings.n; i++) {
		const struct gf_finding *f = &g->findings.v[i];

		gf_buf_printf(b, "%u:%u %s", f->at.at.line + 1,
		    f->at.at.col + 1, f->check->id);
		if (f->keypath.n > 0)
			gf_buf_printf(b, " %.*s", (int)f->keypath.n,
			    f->keypath.p);
		gf_buf_byte(b, '\n');
	}
}

#endif
