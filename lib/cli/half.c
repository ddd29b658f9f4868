#include "base/mem.h"
#include "cli/half.h"
#include "cli/input.h"
#include "cli/item.h"
#include "cli/link.h"

/* Whether anybody wrote such a key where all can read it. */
static bool
is_usual(const struct gf_plan *plan)
{
	static const unsigned keys[] = {
		GOAL_CONFIDENCE, GOAL_CONFIDENCE_LOG, GOAL_WHY, GOAL_MEANING,
		GOAL_CONSEQUENCE, GOAL_CONTROL
	};

	for (size_t i = 0; i < plan->ngoals; i++)
		for (size_t k = 0; k < GF_LEN(keys); k++)
			if (gf_rec_raw(plan->goals[i]->rec, keys[k]) != NULL)
				return true;
	return false;
}

/* The file of an owner in the first private directory. */
static struct gf_str
path_of(struct gf_run *run, const struct gf_goal *g)
{
	struct gf_conf *conf = &run->inputs->conf;
	struct gf_str pattern = g->config->private[0], dir = pattern;
	struct gf_buf root = { 0 }, abs = { 0 }, path = { 0 };
	struct gf_str out;
	size_t n = 0;

	for (size_t i = 0; i < pattern.n && pattern.p[i] != '*' &&
	    pattern.p[i] != '?'; i++)
		if (pattern.p[i] == '/')
			n = i + 1;
	dir.n = n;
	gf_buf_str(&root, g->config->dir);
	gf_buf_byte(&root, '/');
	gf_buf_str(&root, dir);
	gf_buf_str(&root, g->owner != NULL && g->owner->id.n > 0 ?
	    g->owner->id : g->id);
	gf_buf_text(&root, ".yaml");
	gf_conf_absolute(conf, gf_buf_view(&root), &abs);
	gf_conf_relative(conf, gf_buf_view(&abs), &path);
	out = (struct gf_str){ gf_arena_copy(run->arena, path.p, path.n),
	    path.n };
	gf_buf_release(&root);
	gf_buf_release(&abs);
	gf_buf_release(&path);
	return out;
}

bool
gf_half_find(struct gf_half *h, struct gf_run *run, const struct gf_goal *g)
{
	const struct gf_doc *doc = g->half_doc ? g->half_doc : g->doc;

	*h = (struct gf_half){ .run = run, .goal = g };
	if (g->half_doc == NULL && !g->doc->private &&
	    g->config->nprivate > 0) {
		h->path = path_of(run, g);
		h->fresh = gf_new_list(run->arena, GF_MAP, false);
		gf_new_add(h->fresh, GF_STR("goal"), gf_new_text(run->arena,
		    g->id));
		return true;
	}
	if (g->config->nprivate == 0 && !is_usual(run->plan))
		gf_run_say(run, "what is for the coach goes into '%s', for "
		    "all who can read that; `private` in .goalfile.yaml keeps "
		    "it apart, see goalfile(7)", gf_input_name(run,
		    doc->origin.path));
	h->edits = gf_run_edit(run, doc);
	return h->edits != NULL;
}

bool
gf_half_set(struct gf_half *h, const char *key, struct gf_new *new)
{
	struct gf_node *node;

	if (h->fresh != NULL) {
		gf_new_add(h->fresh, gf_str(key), new);
		return true;
	}
	node = gf_node_get(h->edits->tree->root, key);
	if (node != NULL ? gf_edit_set(h->edits, node, new) :
	    gf_edit_insert(h->edits, h->edits->tree->root, gf_str(key), new,
	    gf_goal_order))
		return true;
	gf_run_fail(h->run, "cannot write %s of '%.*s': %s", key,
	    (int)h->goal->id.n, h->goal->id.p, h->edits->why);
	return false;
}

bool
gf_half_append(struct gf_half *h, const char *key, struct gf_new *item)
{
	struct gf_new *list = NULL;

	if (h->fresh == NULL)
		return gf_item_append(h->run, h->edits, key, item,
		    gf_goal_order, &list);
	list = gf_new_list(h->run->arena, GF_SEQ, false);
	gf_new_add(list, GF_STR(""), item);
	gf_new_add(h->fresh, gf_str(key), list);
	return true;
}

bool
gf_half_end(struct gf_half *h)
{
	if (h->fresh != NULL)
		gf_run_append(h->run, h->path, h->fresh);
	return true;
}
