#include <string.h>

#include "base/sha256.h"
#include "cli/batch.h"
#include "goal/check.h"
#include "text/quote.h"
#include "text/waiver.h"

static bool
fits(struct gf_str bytes, const char *print)
{
	char is[GF_PRINT_SIZE];

	gf_fingerprint(bytes, is);
	return strcmp(is, print) == 0;
}

/*
 * Whether the fingerprint is that of the document; a stream ends every document
 * with a line end, and what it put there is taken off again.
 */
static bool
is_of(struct gf_item *it, const char *print)
{
	struct gf_str less = it->bytes;

	if (fits(less, print))
		return true;
	for (const char *c = "\n\r"; *c != '\0'; c++) {
		if (less.n == 0 || less.p[less.n - 1] != *c)
			return false;
		less.n--;
		if (fits(less, print)) {
			it->bytes = less;
			return true;
		}
	}
	return false;
}

/* Compare a document that came with a marker to its fingerprint. */
static void
verify(struct gf_item *it)
{
	struct gf_doc *doc = it->doc;
	struct gf_origin *o = &doc->origin;

	if (o->fresh)
		return;
	if (o->now[0] != '\0' && is_of(it, o->now)) {
		doc->moved |= o->nchanges == 0 ||
		    !gf_origin_fits(o, it->bytes, false);
		return;
	}
	if (is_of(it, o->was)) {
		o->now[0] = '\0';
		o->nchanges = 0;
		doc->moved = false;
		return;
	}
	doc->moved = true;
}

/* The kind that the first word of a line names, in brackets or quotes too. */
static enum gf_kind
kind_of_line(struct gf_str line)
{
	struct gf_str word;

	while (line.n > 0 && strchr("{?\"' ", line.p[0]) != NULL) {
		line.p++;
		line.n--;
	}
	word = (struct gf_str){ line.p, 0 };
	while (word.n < line.n && line.p[word.n] >= 'a' &&
	    line.p[word.n] <= 'z')
		word.n++;
	return word.n == line.n || strchr("\"' :\r\t", line.p[word.n]) != NULL ?
	    gf_kind_of(word) : GF_FOREIGN;
}

/*
 * Whether the bytes look as a document of ours would, for one that is no YAML:
 * by its first key, or by one on the top level that a formatter has moved.
 */
static bool
looks_ours(struct gf_str s)
{
	enum gf_kind kind;
	bool first = true;

	while (s.n > 0) {
		struct gf_str line = gf_str_cut(&s, '\n');

		if (gf_str_trim(line).n == 0 || line.p[0] == '#' ||
		    (!first && line.p[0] == ' '))
			continue;
		kind = kind_of_line(line);
		if (kind == GF_GOAL || kind == GF_PERSON ||
		    kind == GF_SESSION || (first && kind != GF_FOREIGN))
			return true;
		first = false;
	}
	return false;
}

bool
gf_batch_ours(struct gf_str bytes, const struct gf_limits *limits)
{
	struct gf_arena arena = { 0 };
	struct gf_findings findings;
	struct gf_reader reader = { .arena = &arena, .findings = &findings };
	struct gf_doc doc = { .bytes = bytes };
	struct gf_fault fault;
	struct gf_tree tree;
	bool ours;

	gf_findings_init(&findings, &arena);
	ours = gf_tree_parse(&tree, bytes, limits, &arena, &fault) ?
	    gf_doc_kind(&reader, &doc, &tree) != GF_FOREIGN ||
	    findings.n > 0 : looks_ours(bytes);
	gf_findings_release(&findings);
	gf_arena_release(&arena);
	return ours;
}

static void
broken(struct gf_item *it, struct gf_batch *b, const struct gf_doc *at,
    const struct gf_fault *fault)
{
	struct gf_finding *f = gf_finding_add(&b->findings,
	    &gf_format_rows[GF_YAML], (struct gf_place){ at, fault->at },
	    "%s", fault->said);

	if (fault->other.len > 0) {
		f->other = (struct gf_place){ at, fault->other };
		f->other_said = GF_STR("first here");
	}
	if (fault->quotable.n > 0) {
		struct gf_buf text = { 0 };

		gf_quote(&text, fault->quotable, GF_DOUBLE, true, false);
		f->fix = gf_arena_alloc(b->findings.arena, sizeof(*f->fix));
		*f->fix = (struct gf_fix){ true, fault->at, {
		    gf_arena_copy(b->findings.arena, text.p, text.n),
		    text.n } };
		gf_buf_release(&text);
	}
	it->doc->broken = true;
	it->kind = GF_FOREIGN;
	it->ours = looks_ours(it->bytes);
}

static void
parse(struct gf_item *it, struct gf_batch *b, struct gf_worker *w)
{
	struct gf_reader reader = gf_reader_of(it->config, &w->out,
	    &b->findings);
	struct gf_fault fault;
	struct gf_tree tree;

	fault.quotable.n = 0;
	it->kind = GF_FOREIGN;
	if (it->ahead != NULL) {
		broken(it, b, it->ahead_doc, it->ahead);
		return;
	}
	if (!gf_tree_read(&tree, it->bytes, w->limits, &w->scratch, &fault)) {
		broken(it, b, it->doc, &fault);
	} else if (tree.root != NULL) {
		it->kind = gf_doc_kind(&reader, it->doc, &tree);
		if (it->kind != GF_FOREIGN)
			it->rec = gf_rec_read(&reader, it->doc, &tree,
			    gf_node_real(tree.root), gf_kinds[it->kind]);
		if (it->kind != GF_FOREIGN)
			it->doc->waivers = gf_waivers_read(&tree, &w->out);
		it->ours = it->kind == GF_GOAL || it->kind == GF_PERSON ||
		    it->kind == GF_SESSION || it->kind == GF_LOG;
	}
	gf_arena_clear(&w->scratch);
}

void
gf_batch_parse(struct gf_batch *b, struct gf_worker *w)
{
	b->findings.arena = &w->out;
	for (size_t i = 0; i < b->nitems; i++) {
		struct gf_item *it = &b->items[i];

		if (it->doc->marked)
			verify(it);
		it->hash = gf_str_hash(it->bytes);
		if (w->keep)
			it->doc->bytes = it->bytes;
		else if (w->keep_edited && (it->doc->moved ||
		    it->doc->origin.now[0] != '\0'))
			it->doc->bytes = gf_str_keep(it->bytes, &w->out);
		parse(it, b, w);
		it->nfindings = b->findings.n;
	}
}
