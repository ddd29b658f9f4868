#include <sys/stat.h>

#include "base/mem.h"
#include "cli/run.h"
#include "cli/words.h"

void
gf_run_no_id(struct gf_run *run, struct gf_str text)
{
	struct gf_buf b = { 0 };
	bool meant = gf_id_propose(text, &b);

	gf_run_fail(run, "'%.*s' cannot be an id: a-z, 0-9 and . _ - after "
	    "the first%s%s%s", (int)text.n, text.p, meant ?
	    "; did you mean '" : "", meant ? b.p : "", meant ? "'?" : "");
	gf_buf_release(&b);
}

const char *
gf_run_meant(struct gf_run *run, const char *near, const char *otherwise)
{
	struct gf_buf b = { 0 };
	const char *end;

	if (near == NULL)
		return otherwise;
	gf_buf_printf(&b, ": did you mean '%s'?", near);
	end = gf_buf_keep(&b, run->arena).p;
	gf_buf_release(&b);
	return end;
}

const char *
gf_run_near(struct gf_run *run, struct gf_str id)
{
	struct gf_str near = gf_plan_nearest(run->plan, id);

	return gf_run_meant(run, near.n > 0 ? gf_str_keep(near, run->arena).p :
	    NULL, "");
}

static struct gf_pos
position(const struct gf_goal *g)
{
	struct gf_place head = gf_goal_head(g);

	return gf_doc_pos(head.doc, head.at.line, head.at.col);
}

/* Whether an id means one goal, be it read twice; else says where both are. */
static bool
is_one(struct gf_run *run, const struct gf_goal *g)
{
	struct gf_pos a = position(g), b;

	for (const struct gf_goal *k = g->same; k != NULL; k = k->same) {
		b = position(k);
		/* a stream whose file has changed: the saver says so */
		if (gf_str_eq(a.path, b.path) && (a.line == b.line ||
		    g->doc->given != k->doc->given))
			continue;
		gf_run_fail(run, "two goals have the id '%.*s': %.*s:%u and "
		    "%.*s:%u; give one of them another id in its file",
		    (int)g->id.n, g->id.p, (int)a.path.n, a.path.p,
		    (unsigned)a.line, (int)b.path.n, b.path.p,
		    (unsigned)b.line);
		return false;
	}
	return true;
}

bool
gf_run_no_file(struct gf_run *run, const char *what, struct gf_str id)
{
	struct stat st;
	struct gf_buf b = { 0 };
	bool there;

	gf_buf_str(&b, id);
	there = run->verb->ids < 0 && id.n > 0 && stat(b.p, &st) == 0;
	if (there && S_ISDIR(st.st_mode))
		gf_run_fail(run, "no %s '%s'; for the directory write '%s/'",
		    what, b.p, b.p);
	else if (there)
		gf_run_fail(run, "no %s '%s'; for the file write './%s'",
		    what, b.p, b.p);
	gf_buf_release(&b);
	return !there;
}

/* Say what may have been meant by an id that no goal has. */
static void
no_goal(struct gf_run *run, struct gf_str id)
{
	struct gf_str near = gf_plan_nearest(run->plan, id);
	const char *verb = run->named || run->nids == 0 ||
	    id.p != run->ids[0].p ? NULL : gf_words_near_verb(run, id);
	struct gf_buf word = { 0 };
	bool many = false;

	if (!gf_run_no_file(run, "goal", id))
		return;
	if (near.n == 0 && verb == NULL && !gf_id_ok(id)) {
		gf_run_no_id(run, id);
		return;
	}
	gf_buf_str(&word, id);
	if (near.n > 0 && verb != NULL)
		gf_run_fail(run, "no goal '%s': did you mean '%.*s', or the "
		    "verb '%s'?", word.p, (int)near.n, near.p, verb);
	else if (near.n > 0)
		gf_run_fail(run, "no goal '%s': did you mean '%.*s'?", word.p,
		    (int)near.n, near.p);
	else if (verb != NULL)
		gf_run_fail(run, "no goal '%s': did you mean the verb '%s'?",
		    word.p, verb);
	else if (gf_plan_party(run->plan, id, &many) != NULL)
		gf_run_fail(run, "no goal '%s': it is an owner, whose goals "
		    "'alignmap --owner %s' shows", word.p, word.p);
	else if (run->verb->ids > 0)
		gf_run_fail(run, "no goal '%s'", word.p);
	else
		gf_run_fail(run, "no goal '%s'; a file or directory of that "
		    "name is written './%s'", word.p, word.p);
	gf_buf_release(&word);
}

struct gf_goal *
gf_run_goal(struct gf_run *run, struct gf_str id)
{
	struct gf_goal *g = gf_plan_goal(run->plan, id);
	const struct gf_goal *now;

	if (g != NULL)
		return is_one(run, g) ? g : NULL;
	now = gf_plan_former(run->plan, id);
	if (now != NULL) {
		gf_run_fail(run, "'%.*s' was renamed to '%.*s'", (int)id.n,
		    id.p, (int)now->id.n, now->id.p);
		return NULL;
	}
	no_goal(run, id);
	return NULL;
}

bool
gf_run_goals(struct gf_run *run, const struct gf_goal ***v, size_t *n)
{
	const struct gf_plan *plan = run->plan;
	const struct gf_goal **list = gf_arena_alloc(run->arena, (run->nids +
	    plan->ngoals) * sizeof(*list));

	*v = list;
	*n = 0;
	for (size_t i = 0; i < run->nids; i++) {
		list[*n] = gf_run_goal(run, run->ids[i]);
		if (list[(*n)++] == NULL)
			return false;
	}
	for (size_t i = 0; run->nids == 0 && i < plan->ngoals; i++)
		if (plan->goals[i]->doc->given && plan->goals[i]->open &&
		    gf_run_selects(run, plan->goals[i]))
			list[(*n)++] = plan->goals[i];
	return true;
}

const char *
gf_run_closed(struct gf_run *run, const struct gf_goal *g)
{
	const struct gf_val *close = gf_goal_get(g, GOAL_CLOSE), *next;
	const struct gf_rec *r = close != NULL && !close->list ?
	    close->u.rec : NULL;
	struct gf_pos at = position(g);
	struct gf_buf b = { 0 };
	const char *why;

	if (g->open)
		return NULL;
	gf_buf_printf(&b, "'%.*s' is closed: ", (int)g->id.n, g->id.p);
	if (gf_rec_list(r, CLOSE_CONTINUES, &next) > 0 && !next->bad)
		gf_buf_printf(&b, "write into '%.*s', which goes on from it",
		    (int)gf_val_text(next).n, gf_val_text(next).p);
	else
		gf_buf_text(&b, "begin a goal that goes on from it");
	gf_buf_printf(&b, ", or open it again: take its %s out of %.*s:%u",
	    close == NULL ? "'status'" : gf_goal_has(g, GOAL_STATUS) ?
	    "'close' and 'status'" : "'close'", (int)at.path.n, at.path.p,
	    (unsigned)at.line);
	why = gf_arena_copy(run->arena, b.p, b.n);
	gf_buf_release(&b);
	return why;
}

bool
gf_run_open(struct gf_run *run, const struct gf_goal *g)
{
	const char *why = gf_run_closed(run, g);

	if (why != NULL)
		gf_run_fail(run, "%s", why);
	return why == NULL;
}
