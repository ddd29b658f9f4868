#include "goal/check.h"
#include "judge/select.h"
#include "judge/waive.h"
#include "text/waiver.h"

static const struct gf_judgement *
row_in(const struct gf_catalog *c, struct gf_str id)
{
	for (size_t i = 0; i < c->n; i++)
		if (gf_str_is(id, c->rows[i].check.id))
			return &c->rows[i];
	return NULL;
}

/* The row of a check of this program, NULL if it is another's. */
static const struct gf_judgement *
own_row(const struct gf_trial *t, struct gf_str id)
{
	const struct gf_judgement *row = NULL;

	for (size_t i = 0; i < t->n && row == NULL; i++)
		row = row_in(&t->catalogs[i], id);
	return row;
}

static bool
known(const struct gf_trial *t, struct gf_str id)
{
	bool is = own_row(t, id) != NULL;

	for (size_t i = 0; i < gf_ncatalogs && !is; i++)
		is = row_in(gf_catalogs[i], id) != NULL;
	return is;
}

static const char *
nearest(struct gf_str id)
{
	const char *names[256];
	size_t n = 0;

	for (size_t i = 0; i < gf_ncatalogs; i++)
		for (size_t k = 0; k < gf_catalogs[i]->n && n < GF_LEN(names);
		    k++)
			names[n++] = gf_catalogs[i]->rows[k].check.id;
	return gf_str_nearest(id, names, n);
}

/* A check that waits until the plan uses its field has not asked before. */
static bool
asked(const struct gf_trial *t, const struct gf_goal *g, struct gf_str id)
{
	for (unsigned use = 0; use < GF_USE_COUNT; use++)
		if (gf_str_is(id, gf_use_rows[use].check))
			return gf_usage_asks(t->usage, g, use);
	return true;
}

bool
gf_trial_ran(const struct gf_trial *t, const struct gf_entry *e,
    struct gf_str id)
{
	const struct gf_judgement *row = own_row(t, id);

	if (row == NULL || !e->doc->given || e->rec == NULL ||
	    gf_check_level(&row->check, row->check.level, e->config,
	    t->sentence) == GF_OFF)
		return false;
	/* the reader and the judges of plans look at every document */
	if (row->goal == NULL || row->plan != NULL || id.p[0] == 'F')
		return true;
	return e->goal != NULL && gf_judgement_speaks(row, e->goal) &&
	    asked(t, e->goal, id);
}

/* Whether a suppression silences anything on a day. */
static bool
holds(const struct gf_waiver *w, gf_day today)
{
	return w->wrong.n == 0 && (w->until == GF_NO_DAY ||
	    today == GF_NO_DAY || today <= w->until);
}

static void
mark(struct gf_finding *f, gf_day today)
{
	struct gf_waiver *w = f->at.doc->waivers;

	for (; w != NULL; w = w->next) {
		if (!gf_waiver_covers(w, f->at.at.off))
			continue;
		for (size_t i = 0; i < w->nids; i++) {
			if (!gf_str_is(w->ids[i].id, f->check->id))
				continue;
			w->ids[i].used = true;
			if (!holds(w, today))
				continue;
			f->quiet = GF_QUIET_SOURCE;
			f->because = w->reason;
		}
	}
}

void
gf_waive_mark(const struct gf_plan *plan, struct gf_findings *fs)
{
	for (size_t i = 0; i < fs->n; i++)
		if (fs->v[i].at.doc != NULL &&
		    fs->v[i].at.doc->waivers != NULL)
			mark(&fs->v[i], plan->today);
}

static void
mend(struct gf_findings *fs, struct gf_finding *f, struct gf_at at)
{
	f->fix = gf_arena_alloc(fs->arena, sizeof(*f->fix));
	*f->fix = (struct gf_fix){ .safe = true, .at = at,
	    .text = { "", 0 } };
}

/* Take an id out of the list: with its comma. */
static struct gf_at
id_of_list(const struct gf_waiver *w, size_t i)
{
	struct gf_at at = w->ids[i].at;
	uint32_t other;

	if (i + 1 < w->nids) {
		at.len = w->ids[i + 1].at.off - at.off;
		return at;
	}
	other = w->ids[i - 1].at.off + w->ids[i - 1].at.len;
	at.len += at.off - other;
	at.col -= at.off - other;
	at.off = other;
	return at;
}

static void
report_unused(const struct gf_trial *t, const struct gf_entry *e,
    const struct gf_waiver *w, struct gf_findings *fs)
{
	size_t unused = 0;

	for (size_t i = 0; i < w->nids; i++)
		unused += !w->ids[i].used && gf_trial_ran(t, e, w->ids[i].id);
	for (size_t i = 0; i < w->nids; i++) {
		const struct gf_waived *id = &w->ids[i];
		struct gf_finding *f;

		if (id->used || !gf_trial_ran(t, e, id->id))
			continue;
		f = gf_finding_add(fs, &gf_format_rows[GF_F06],
		    (struct gf_place){ e->doc, id->at }, "%.*s finds nothing "
		    "here: the suppression can go", (int)id->id.n, id->id.p);
		/* two fixes of one list would reach for the same comma */
		if (unused == w->nids)
			mend(fs, f, w->line);
		else if (unused == 1)
			mend(fs, f, id_of_list(w, i));
	}
}

static void
report_unknown(const struct gf_trial *t, const struct gf_entry *e,
    const struct gf_waiver *w, struct gf_findings *fs)
{
	for (size_t i = 0; i < w->nids; i++) {
		struct gf_str id = w->ids[i].id;
		const char *near = nearest(id);

		if (known(t, id))
			continue;
		gf_finding_add(fs, &gf_format_rows[GF_F07],
		    (struct gf_place){ e->doc, w->ids[i].at },
		    "no check '%.*s'%s%s%s", (int)id.n, id.p, near ?
		    ": did you mean '" : "", near ? near : "", near ? "'?" :
		    "");
	}
}

static void
report_ended(const struct gf_trial *t, const struct gf_entry *e,
    const struct gf_waiver *w, struct gf_findings *fs)
{
	struct gf_buf day = { 0 };

	if (w->wrong.n > 0 || holds(w, t->plan->today))
		return;
	gf_day_print(&day, w->until);
	gf_finding_add(fs, &gf_format_rows[GF_F08], (struct gf_place){ e->doc,
	    w->at }, "the suppression ended on %s", day.p);
	gf_buf_release(&day);
}

void
gf_waive_report(const struct gf_trial *t, struct gf_findings *fs)
{
	for (size_t i = 0; i < t->plan->nentries; i++) {
		const struct gf_entry *e = &t->plan->entries[i];
		const struct gf_waiver *w = e->doc->waivers;

		for (; w != NULL && e->doc->given; w = w->next) {
			if (w->wrong.n > 0)
				gf_finding_add(fs, &gf_format_rows[GF_F07],
				    (struct gf_place){ e->doc, w->at }, "%.*s",
				    (int)w->wrong.n, w->wrong.p);
			report_unknown(t, e, w, fs);
			report_ended(t, e, w, fs);
			if (w->wrong.n == 0 && holds(w, t->plan->today))
				report_unused(t, e, w, fs);
		}
	}
}
