#include "base/mem.h"
#include "cli/intake.h"

/* Whether a document of the context was given in a stream. */
static bool
replaced(const struct gf_intake *in, const struct gf_doc *doc)
{
	struct gf_buf b = { 0 };
	bool is = gf_map_get(&in->inputs->places, gf_input_place(&b,
	    doc->origin.path, doc->origin.line)) != NULL;

	gf_buf_release(&b);
	return is;
}

void
gf_intake_accept(struct gf_intake *in, const struct gf_item *it,
    const struct gf_finding *f, size_t n)
{
	if (!it->doc->given && it->doc->broken)
		gf_run_note(in->run, "'%s:%u' is no YAML and was not looked "
		    "at", gf_input_name(in->run, it->doc->origin.path),
		    (unsigned)it->doc->origin.line);
	/* a rename has to know of what it cannot read */
	if (!it->doc->given && ((it->rec == NULL && !(it->doc->broken &&
	    in->run->common->in_place)) || replaced(in, it->doc)))
		return;
	gf_plan_add(in->run->plan, it->doc, it->kind, it->rec, it->config);
	for (size_t i = 0; i < n && it->doc->given; i++)
		gf_findings_push(in->run->findings, &f[i]);
}

void
gf_intake_settle(struct gf_intake *in, bool take)
{
	const struct gf_finding *f = in->waiting.v;

	for (size_t i = 0; take && i < in->nwaits; i++) {
		gf_intake_accept(in, &in->waits[i].item, f,
		    in->waits[i].nfindings);
		f += in->waits[i].nfindings;
	}
	in->nwaits = 0;
	in->waiting.n = 0;
}

void
gf_intake_wait(struct gf_intake *in, const struct gf_item *it,
    const struct gf_finding *f, size_t n)
{
	in->waits = gf_grow(in->waits, in->nwaits, &in->capwaits,
	    sizeof(*in->waits));
	in->waits[in->nwaits++] = (struct gf_wait){ *it, n };
	for (size_t i = 0; i < n; i++)
		gf_findings_push(&in->waiting, &f[i]);
}
