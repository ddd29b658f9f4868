#include "base/mem.h"
#include "base/sha256.h"
#include "cli/change.h"
#include "cli/edited.h"
#include "cli/input.h"
#include "text/mend.h"

/* The document as the plan has it; its entries stand in the order of seq. */
static struct gf_doc *
own(const struct gf_run *run, const struct gf_doc *doc)
{
	const struct gf_plan *plan = run->plan;
	size_t low = 0, high = plan->nentries;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (plan->entries[mid].doc->seq < doc->seq)
			low = mid + 1;
		else
			high = mid;
	}
	return low < plan->nentries && plan->entries[low].doc == doc ?
	    plan->entries[low].doc : NULL;
}

const char *
gf_edited_place(struct gf_run *run, const struct gf_doc *doc, uint32_t line)
{
	struct gf_pos pos = gf_doc_pos(doc, line, 0);
	struct gf_buf b = { 0 };
	const char *text;

	gf_show_path(&b, pos.path);
	gf_buf_printf(&b, ":%u", (unsigned)pos.line);
	text = gf_arena_copy(run->arena, b.p, b.n);
	gf_buf_release(&b);
	return text;
}

static uint32_t
line_of(const void *doc, uint32_t line)
{
	return gf_doc_pos(doc, line, 0).line;
}

struct gf_edits *
gf_run_edit(struct gf_run *run, const struct gf_doc *doc)
{
	struct gf_changes *c = run->changes;
	struct gf_edited *e;
	struct gf_fault fault;

	if (c->by_seq == NULL)
		c->by_seq = gf_alloc(run->inputs->nseq * sizeof(*c->by_seq));
	if (c->by_seq[doc->seq] != NULL)
		return &c->by_seq[doc->seq]->edits;
	e = gf_arena_alloc(run->arena, sizeof(*e));
	e->doc = own(run, doc);
	if (e->doc == NULL || doc->bytes.p == NULL ||
	    !gf_tree_parse(&e->tree, doc->bytes, &run->common->limits,
	    run->arena, &fault)) {
		gf_run_fail(run, "cannot edit '%s': the document is no YAML",
		    gf_edited_place(run, doc, 0));
		return NULL;
	}
	gf_edit_init(&e->edits, &e->tree, run->arena);
	e->edits.line_of = line_of;
	e->edits.place = e->doc;
	c->edited = gf_grow(c->edited, c->nedited, &c->capedited,
	    sizeof(*c->edited));
	c->edited[c->nedited++] = e;
	c->by_seq[doc->seq] = e;
	return &e->edits;
}

void
gf_run_append(struct gf_run *run, struct gf_str path,
    const struct gf_new *new)
{
	struct gf_buf b = { 0 };

	gf_new_print(&b, new, false);
	gf_run_append_bytes(run, path, gf_buf_view(&b));
	gf_buf_release(&b);
}

void
gf_run_append_bytes(struct gf_run *run, struct gf_str path,
    struct gf_str bytes)
{
	struct gf_changes *c = run->changes;
	struct gf_doc *doc = gf_arena_alloc(run->arena, sizeof(*doc));

	doc->bytes = gf_str_keep(bytes, run->arena);
	doc->origin.path = gf_str_keep(path, run->arena);
	doc->origin.fresh = true;
	doc->origin.line = doc->origin.col = 1;
	doc->off = GF_NO_OFF;
	doc->given = true;
	c->fresh = gf_grow(c->fresh, c->nfresh, &c->capfresh,
	    sizeof(*c->fresh));
	c->fresh[c->nfresh++] = doc;
}

bool
gf_change_mend(struct gf_run *run, const struct gf_doc *doc,
    const struct gf_fix *const *fixes, size_t n)
{
	struct gf_changes *c = run->changes;
	struct gf_edited *e = gf_arena_alloc(run->arena, sizeof(*e));
	const struct gf_limits *limits = &run->common->limits;
	struct gf_buf b = { 0 };
	struct gf_fault fault;
	char why[200] = "its bytes are gone";
	bool yaml;

	e->doc = own(run, doc);
	e->mended = true;
	e->n = n;
	if (e->doc == NULL || doc->bytes.p == NULL)
		return false;
	yaml = gf_tree_parse(&e->tree, doc->bytes, limits, run->arena,
	    &fault);
	if (!gf_mend(yaml ? &e->tree : NULL, doc->bytes, fixes, n, limits,
	    run->arena, &b, &e->splices, why)) {
		gf_run_note(run, "'%s' is not fixed: %s",
		    gf_edited_place(run, doc, 0), why);
		gf_buf_release(&b);
		return false;
	}
	e->bytes = gf_buf_keep(&b, run->arena);
	gf_buf_release(&b);
	/* where it is no YAML nothing but the lines is known */
	if (!yaml && !gf_src_init(&e->tree.src, doc->bytes, limits,
	    run->arena, &fault))
		return false;
	c->edited = gf_grow(c->edited, c->nedited, &c->capedited,
	    sizeof(*c->edited));
	c->edited[c->nedited++] = e;
	return true;
}

static void
refused(struct gf_run *run, const struct gf_edited *e)
{
	gf_run_fail(run, "cannot edit '%s': %s", gf_edited_place(run, e->doc,
	    e->edits.why_line), e->edits.why);
}

bool
gf_change_preview(struct gf_run *run, size_t i, const struct gf_doc **doc,
    struct gf_str *bytes)
{
	struct gf_edited *e = run->changes->edited[i];
	struct gf_splice *splices = NULL;
	struct gf_buf b = { 0 };
	size_t n = 0;
	bool ok = gf_edit_apply(&e->edits, &run->common->limits, &b, &splices,
	    &n);

	if (!ok)
		refused(run, e);
	*doc = e->doc;
	*bytes = gf_buf_keep(&b, run->arena);
	gf_buf_release(&b);
	return ok;
}

bool
gf_edited_apply(struct gf_run *run, struct gf_edited *e)
{
	struct gf_doc *doc = e->doc;
	struct gf_splice *splices = e->splices;
	struct gf_buf b = { 0 };
	size_t n = e->n;
	bool ok = true;

	if (e->mended) {
		gf_buf_str(&b, e->bytes);
		doc->broken = false;
	} else {
		ok = gf_edit_apply(&e->edits, &run->common->limits, &b,
		    &splices, &n);
	}
	if (!ok) {
		refused(run, e);
	} else if (n > 0) {
		if (doc->origin.was[0] == '\0')
			gf_fingerprint(doc->bytes, doc->origin.was);
		gf_origin_edit(&doc->origin, &e->tree.src, gf_buf_view(&b),
		    splices, n, run->arena);
		doc->bytes = gf_buf_keep(&b, run->arena);
	}
	gf_buf_release(&b);
	return ok;
}
