#include "cli/accept.h"
#include "cli/item.h"
#include "judge/align.h"

/* One run of accept. */
struct signing {
	struct gf_run *run;
	const struct gf_goal *child;
	struct gf_edits *edits;
	struct gf_node *supports;
	size_t written;
};

static bool
is_asked(const struct gf_run *run, const struct gf_link *l)
{
	/* of one that is named twice the first is signed */
	for (const struct gf_link *k = l->child->links; k < l; k++)
		if (gf_str_eq(k->id, l->id))
			return false;
	for (size_t i = 1; i < run->nids; i++)
		if (gf_str_eq(run->ids[i], l->id))
			return true;
	return run->nids == 1;
}

/* Whether a node is the entry of supports that names a goal. */
static bool
is_entry(struct gf_node *node, struct gf_str id)
{
	struct gf_node *real = gf_node_real(node);

	if (real->kind == GF_MAP) {
		node = gf_node_get(real, "goal");
		real = node != NULL ? gf_node_real(node) : NULL;
	}
	return real != NULL && real->kind == GF_SCALAR &&
	    gf_str_eq(real->value, id);
}

static struct gf_node *
find_entry(struct gf_node *supports, struct gf_str id)
{
	struct gf_node *real = gf_node_real(supports);

	if (real->kind != GF_SEQ)
		return is_entry(supports, id) ? supports : NULL;
	for (struct gf_node *item = real->first; item; item = item->next)
		if (is_entry(item, id))
			return item;
	return NULL;
}

static bool
write_seen(struct signing *s, struct gf_node *entry, struct gf_str print)
{
	struct gf_new *new = gf_new_text(s->run->arena, print);
	struct gf_node *old;

	if (gf_node_real(entry)->kind == GF_SCALAR)
		return gf_edit_expand(s->edits, entry, GF_STR("goal"),
		    GF_STR("seen"), new);
	old = gf_node_get(gf_node_real(entry), "seen");
	return old != NULL ? gf_edit_set(s->edits, old, new) :
	    gf_edit_insert(s->edits, entry, GF_STR("seen"), new,
	    gf_support_order);
}

/* What is accepted anew: what of the goal above has changed meanwhile. */
static void
say_changed(struct signing *s, const struct gf_link *l)
{
	struct gf_buf b = { 0 };

	gf_link_changes(l, &b);
	if (b.n > 0)
		gf_run_say(s->run, "'%.*s' has changed since '%.*s' accepted "
		    "it: %.*s", (int)l->id.n, l->id.p, (int)s->child->id.n,
		    s->child->id.p, (int)b.n, b.p);
	gf_buf_release(&b);
}

/* Sign one link; false if that cannot be done (it was said). */
static bool
sign(struct signing *s, const struct gf_link *l)
{
	struct gf_node *entry;
	char now[GF_PRINT_SIZE];
	const char *print;

	gf_goal_meaning(l->parent, now);
	if (l->rec != NULL && gf_str_is(gf_rec_text(l->rec, SUPPORT_SEEN),
	    now))
		return true;
	entry = find_entry(s->supports, l->id);
	if (entry == NULL || gf_node_aliases(s->edits->tree, entry) > 0 ||
	    gf_node_aliases(s->edits->tree, s->supports) > 0) {
		gf_run_fail(s->run, "'%.*s' shares its link to '%.*s' with "
		    "another key by an anchor; write it out there, then "
		    "accept again", (int)s->child->id.n, s->child->id.p,
		    (int)l->id.n, l->id.p);
		return false;
	}
	print = gf_arena_copy(s->run->arena, now,
	    GF_PRINT_SIZE - 1);
	if (!write_seen(s, entry, gf_str(print))) {
		gf_run_fail(s->run, "cannot sign the link of '%.*s' to "
		    "'%.*s': %s", (int)s->child->id.n, s->child->id.p,
		    (int)l->id.n, l->id.p, s->edits->why);
		return false;
	}
	say_changed(s, l);
	s->written++;
	return true;
}

/* Say of every goal that was named and is not served that it is not. */
static bool
are_links(struct gf_run *run, const struct gf_goal *child)
{
	for (size_t i = 1; i < run->nids; i++) {
		bool is = false;

		for (uint32_t k = 0; k < child->nlinks && !is; k++)
			is = gf_str_eq(child->links[k].id, run->ids[i]);
		if (is)
			continue;
		gf_run_fail(run, "'%.*s' does not serve '%.*s'; link them "
		    "first", (int)child->id.n, child->id.p,
		    (int)run->ids[i].n, run->ids[i].p);
		return false;
	}
	if (child->nlinks > 0)
		return true;
	gf_run_fail(run, "'%.*s' serves no goal: there is nothing to accept",
	    (int)child->id.n, child->id.p);
	return false;
}

/* What holds afterwards: so many links signed, or all of them before. */
static void
say_signed(const struct signing *s)
{
	const struct gf_goal *g = s->child;

	if (s->written == 0)
		gf_run_say(s->run, "'%.*s' has accepted what it serves "
		    "already", (int)g->id.n, g->id.p);
	else if (s->run->common->in_place)
		gf_run_say(s->run, "'%.*s' accepts %zu link%s as %s now",
		    (int)g->id.n, g->id.p, s->written,
		    s->written == 1 ? "" : "s",
		    s->written == 1 ? "it reads" : "they read");
}

int
gf_run_accept(struct gf_run *run)
{
	struct signing s = { .run = run };

	if (run->nids == 0) {
		gf_run_fail(run, "'accept' wants %s", run->verb->operands);
		return 2;
	}
	s.child = gf_run_goal(run, run->ids[0]);
	if (s.child == NULL || !are_links(run, s.child))
		return 2;
	s.edits = gf_run_edit(run, s.child->doc);
	if (s.edits == NULL)
		return 2;
	s.supports = gf_node_get(s.edits->tree->root, "supports");
	if (s.supports == NULL) {
		gf_run_fail(run, "'%.*s' inherits its links; write supports "
		    "into the goal itself first", (int)s.child->id.n,
		    s.child->id.p);
		return 2;
	}
	for (uint32_t i = 0; i < s.child->nlinks; i++) {
		const struct gf_link *l = &s.child->links[i];

		if (!is_asked(run, l))
			continue;
		if (l->parent == NULL)
			gf_run_say(run, "'%.*s' is not among these goals: "
			    "nothing to accept", (int)l->id.n, l->id.p);
		else if (!sign(&s, l))
			return 2;
	}
	say_signed(&s);
	return 0;
}
