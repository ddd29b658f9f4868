#include <errno.h>

#include "cli/file.h"
#include "cli/held.h"
#include "cli/input.h"
#include "cli/ratchet.h"

bool
gf_ratchet_read(struct gf_baseline *b, struct gf_run *run, const char *file,
    bool may_be_new)
{
	struct gf_buf bytes = { 0 }, why = { 0 };
	const char *name = gf_input_name(run, gf_str(file));
	struct gf_str kept;
	bool ok = run->common->update_baseline ? gf_file_read(file,
	    run->common->limits.v[GF_LIMIT_SIZE], &bytes) :
	    gf_conf_read(&run->inputs->conf, gf_str(file), &bytes);

	if (!ok && errno == ENOENT && may_be_new) {
		ok = true;
	} else if (!ok) {
		gf_run_fail(run, "cannot read the baseline '%s': %s%s", name,
		    strerror(errno), errno == ENOENT ? "; "
		    "--update-baseline writes it" : "");
	} else {
		kept = gf_buf_keep(&bytes, run->arena);
		ok = gf_baseline_parse(b, kept, &why);
		if (!ok)
			gf_run_fail(run, "%s:%s", name, why.p);
	}
	gf_buf_release(&bytes);
	gf_buf_release(&why);
	return ok;
}

bool
gf_ratchet_begin(struct gf_baseline *b, struct gf_run *run,
    struct gf_sentence *s)
{
	const struct gf_common *c = run->common;

	gf_baseline_init(b, gf_str(c->baseline), run->arena);
	b->update = c->update_baseline;
	if (c->update_baseline && c->baseline == NULL) {
		gf_run_fail(run, "--update-baseline wants --baseline FILE");
		return false;
	}
	if (c->baseline == NULL)
		return true;
	/* what a field's first use wakes up later is not new */
	s->ask_all = c->update_baseline;
	s->hold = gf_baseline_hold;
	s->holder = b;
	return gf_ratchet_read(b, run, c->baseline, c->update_baseline);
}

void
gf_ratchet_end(struct gf_baseline *b, struct gf_run *run)
{
	struct gf_buf bytes = { 0 }, err = { 0 };
	struct gf_str path = b->doc.origin.path, rest;
	size_t n = 0;

	if (!b->update || run->status == 2)
		return;
	gf_baseline_print(&bytes, b);
	for (size_t i = 0; i < b->n; i++)
		n += b->v[i].count > 0;
	if (gf_held_put(path, gf_buf_view(&bytes), &err)) {
		gf_run_say(run, "'%s' holds %zu finding%s: %zu new, %zu gone",
		    gf_input_name(run, path), n, n == 1 ? "" : "s", b->fresh,
		    b->gone);
	} else {
		rest = gf_buf_view(&err);
		rest = gf_str_cut(&rest, '\n');
		gf_run_fail(run, "%.*s", (int)rest.n, rest.p);
	}
	gf_buf_release(&bytes);
	gf_buf_release(&err);
}
