#include <sys/stat.h>

#include "base/mem.h"
#include "base/path.h"
#include "cli/input.h"
#include "cli/item.h"
#include "cli/key.h"

struct gf_key_doc
gf_key_own(struct gf_run *run, const struct gf_goal *g)
{
	return (struct gf_key_doc){ .run = run, .goal = g, .doc = g->doc };
}

/*
 * The file for a new private half: of the name that the goal's own file has, in
 * the first private directory; false if there is none.
 */
static bool
half_path(struct gf_run *run, const struct gf_goal *g, struct gf_buf *path)
{
	const struct gf_config *config = g->config;
	struct gf_conf *conf = &run->inputs->conf;
	struct gf_str pattern = config->private[0];
	struct gf_str plain = gf_path_plain(pattern);
	struct gf_buf dir = { 0 }, abs = { 0 };
	struct stat st;
	bool ok;

	if (plain.n < pattern.n)
		plain = gf_path_dir(plain);
	gf_buf_str(&dir, config->dir);
	gf_buf_byte(&dir, '/');
	gf_buf_str(&dir, plain);
	gf_conf_absolute(conf, gf_buf_view(&dir), &abs);
	ok = plain.n > 0 && (stat(abs.p, &st) != 0 || !S_ISREG(st.st_mode));
	if (ok && plain.n < pattern.n) {
		ok = stat(abs.p, &st) == 0 && S_ISDIR(st.st_mode);
		gf_buf_byte(&abs, '/');
		gf_buf_str(&abs, gf_path_base(g->doc->origin.path));
	} else
		ok = plain.n > 0;
	gf_conf_relative(conf, gf_buf_view(&abs), path);
	ok = ok && gf_conf_private(conf, config, gf_buf_view(path));
	gf_buf_release(&dir);
	gf_buf_release(&abs);
	return ok;
}

bool
gf_key_half(struct gf_run *run, const struct gf_goal *g, struct gf_key_doc *k)
{
	struct gf_buf path = { 0 };
	bool ok = true;

	*k = gf_key_own(run, g);
	if (g->doc->private || g->config->nprivate == 0)
		return true;
	k->doc = g->half_doc;
	if (k->doc != NULL)
		return true;
	ok = half_path(run, g, &path);
	if (ok)
		k->path = gf_buf_keep(&path, run->arena);
	else
		gf_run_fail(run, "no place for what only the coach may read: "
		    "'%.*s' of .goalfile.yaml is no directory here; "
		    "goalfile(7) shows how it is set up",
		    (int)g->config->private[0].n, g->config->private[0].p);
	gf_buf_release(&path);
	return ok;
}

bool
gf_key_shared(const struct gf_key_doc *k)
{
	return k->doc != NULL && !k->doc->private;
}

/* The value of a key, NULL if it is not there. */
static struct gf_node *
value_of(const struct gf_edits *e, const char *key)
{
	struct gf_node *root = e->tree->root;

	return root != NULL && root->kind == GF_MAP ? gf_node_get(root, key) :
	    NULL;
}

static bool
append_all(struct gf_edits *e, struct gf_node *value, const struct gf_new *list)
{
	for (const struct gf_new *item = list->first; item != NULL; ) {
		const struct gf_new *next = item->next;
		struct gf_new *own = gf_arena_alloc(e->arena, sizeof(*own));

		*own = *item;
		own->next = NULL;
		if (!gf_edit_append(e, value, own))
			return false;
		item = next;
	}
	return true;
}

/* An empty text or `later DATE` stands for a list that is not there yet. */
static bool
stands_for_list(const struct gf_node *value)
{
	return value->kind == GF_SCALAR && ((value->value.n == 0 &&
	    value->style != GF_PLAIN) || gf_str_starts(value->value,
	    "later "));
}

static bool
add_list(struct gf_edits *e, const char *key, const struct gf_new *list)
{
	struct gf_node *value = value_of(e, key);

	if (value == NULL)
		return gf_edit_insert(e, e->tree->root, gf_str(key), list,
		    gf_goal_order);
	return stands_for_list(value) ? gf_edit_set(e, value, list) :
	    append_all(e, value, list);
}

static bool
refused(struct gf_key_doc *k, const char *key, const struct gf_edits *e)
{
	if (e->why[0] != '\0')
		gf_run_fail(k->run, "cannot write '%s' of '%.*s': %s", key,
		    (int)k->goal->id.n, k->goal->id.p, e->why);
	return false;
}

bool
gf_key_can(struct gf_key_doc *k, const char *key)
{
	const struct gf_edits *real;
	struct gf_splice *splices;
	struct gf_buf out = { 0 };
	struct gf_edits trial;
	struct gf_new *list;
	size_t n;
	bool ok;

	if (k->doc == NULL)
		return true;
	real = gf_run_edit(k->run, k->doc);
	if (real == NULL)
		return false;
	gf_edit_init(&trial, real->tree, k->run->arena);
	trial.line_of = real->line_of;
	trial.place = real->place;
	list = gf_new_list(k->run->arena, GF_SEQ, false);
	gf_new_add(list, GF_STR(""), gf_new_text(k->run->arena, GF_STR("x")));
	ok = add_list(&trial, key, list) && gf_edit_apply(&trial,
	    &k->run->common->limits, &out, &splices, &n);
	if (!ok)
		refused(k, key, &trial);
	gf_edit_release(&trial);
	gf_buf_release(&out);
	return ok;
}

/* A list of one's own hides that of defaults, so it begins with what is there. */
static bool
take_inherited(struct gf_key_doc *k, unsigned field, struct gf_new *list)
{
	const struct gf_goal *g = k->goal;
	const struct gf_val *items, *v = gf_rec_raw(g->rec, field) == NULL &&
	    gf_rec_raw(g->half, field) == NULL ? gf_goal_get(g, field) : NULL;
	size_t n = v != NULL ? gf_goal_list(g, field, &items) : 0;
	struct gf_new *first = list->first, *last = list->last;

	list->first = list->last = NULL;
	for (size_t i = 0; i < n; i++) {
		if (items[i].type != GF_T_TEXT || items[i].text == NULL) {
			gf_run_fail(k->run, "'%.*s' inherits '%s'; write them "
			    "into the goal itself first", (int)g->id.n,
			    g->id.p, gf_kinds[GF_GOAL]->fields[field].key);
			return false;
		}
		gf_new_add(list, GF_STR(""), gf_new_text(k->run->arena,
		    gf_val_text(&items[i])));
	}
	if (list->last != NULL)
		list->last->next = first;
	else
		list->first = first;
	list->last = last != NULL ? last : list->last;
	return true;
}

/* The document that is begun, with the goal's id. */
static struct gf_new *
fresh(struct gf_key_doc *k)
{
	struct gf_arena *arena = k->run->arena;

	if (k->fresh == NULL) {
		k->fresh = gf_new_list(arena, GF_MAP, false);
		gf_new_add(k->fresh, GF_STR("goal"), gf_new_bare(arena,
		    k->goal->id));
	}
	return k->fresh;
}

bool
gf_key_append(struct gf_key_doc *k, unsigned field, struct gf_new *list)
{
	const char *key = gf_kinds[GF_GOAL]->fields[field].key;
	struct gf_edits *e;

	if (list->first == NULL)
		return true;
	if (!take_inherited(k, field, list))
		return false;
	if (k->doc == NULL) {
		gf_new_add(fresh(k), gf_str(key), list);
		return true;
	}
	e = gf_run_edit(k->run, k->doc);
	return e != NULL && (add_list(e, key, list) || refused(k, key, e));
}

/* A key without a value is there and says nothing. */
static bool
is_empty(const struct gf_node *value)
{
	return value->kind == GF_SCALAR && (value->value.n == 0 ||
	    (value->style == GF_PLAIN && (gf_str_is(value->value, "~") ||
	    gf_str_is(value->value, "null"))));
}

bool
gf_key_put(struct gf_key_doc *k, const char *key, const struct gf_new *value)
{
	struct gf_edits *e;
	struct gf_node *node;

	if (k->doc == NULL) {
		struct gf_new *own = gf_arena_alloc(k->run->arena,
		    sizeof(*own));

		*own = *value;
		gf_new_add(fresh(k), gf_str(key), own);
		return true;
	}
	e = gf_run_edit(k->run, k->doc);
	if (e == NULL)
		return false;
	node = value_of(e, key);
	/* a text where a mapping goes was not understood */
	if (node != NULL && !is_empty(node) && value->kind != GF_SCALAR) {
		gf_run_fail(k->run, "'%s' of '%.*s' cannot be read; mend it, "
		    "then try again", key, (int)k->goal->id.n, k->goal->id.p);
		return false;
	}
	return gf_edit_put(e, e->tree->root, key, value, gf_goal_order) ||
	    refused(k, key, e);
}

bool
gf_key_replace(struct gf_key_doc *k, const char *key,
    const struct gf_new *list)
{
	struct gf_edits *e = gf_run_edit(k->run, k->doc);
	struct gf_node *value = e != NULL ? value_of(e, key) : NULL;
	const struct gf_new *item = list->first;
	struct gf_new *rest;
	bool ok = true;

	if (value == NULL)
		return e != NULL && (add_list(e, key, list) ||
		    refused(k, key, e));
	if (value->kind != GF_SEQ)
		return gf_edit_set(e, value, list) || refused(k, key, e);
	for (struct gf_node *node = value->first; ok && node != NULL;
	    node = node->next) {
		ok = item != NULL ? gf_edit_set(e, node, gf_new_text(
		    k->run->arena, item->text)) : gf_edit_remove(e, node);
		item = item != NULL ? item->next : NULL;
	}
	rest = gf_new_list(k->run->arena, GF_SEQ, false);
	for (; item != NULL; item = item->next)
		gf_new_add(rest, GF_STR(""), gf_new_text(k->run->arena,
		    item->text));
	return (ok && append_all(e, value, rest)) || refused(k, key, e);
}

void
gf_key_done(struct gf_key_doc *k)
{
	if (k->fresh != NULL)
		gf_run_append(k->run, k->path, k->fresh);
	k->fresh = NULL;
}
