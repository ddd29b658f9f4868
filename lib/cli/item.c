#include "cli/item.h"
#include "goal/table.h"
#include "goal/value.h"
#include "text/quote.h"

struct gf_new *
gf_item_value(struct gf_run *run, struct gf_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') &&
		    !(c >= 'A' && c <= 'Z') && c != '.' && c != '_' &&
		    (c != '-' || i > 0) && (c != '%' || i == 0))
			return gf_new_text(run->arena, s);
	}
	return gf_new_bare(run->arena, s);
}

struct gf_new *
gf_item_day(struct gf_run *run, gf_day day)
{
	struct gf_buf b = { 0 };
	struct gf_new *new;

	gf_day_print(&b, day);
	new = gf_new_bare(run->arena, gf_buf_keep(&b, run->arena));
	gf_buf_release(&b);
	return new;
}

struct gf_new *
gf_item_num(struct gf_run *run, struct gf_num n)
{
	struct gf_buf b = { 0 };
	struct gf_new *new;

	gf_num_print(&b, n);
	new = gf_new_bare(run->arena, gf_buf_keep(&b, run->arena));
	gf_buf_release(&b);
	return new;
}

struct gf_new *
gf_item_scalar(struct gf_run *run, const struct gf_field *f,
    struct gf_str text)
{
	return f->type == GF_T_TEXT || f->type == GF_T_ID ||
	    f->type == GF_T_OWNER || f->type == GF_T_AIM ?
	    gf_new_text(run->arena, text) : gf_new_bare(run->arena, text);
}

static bool
fits_word(const struct gf_field *f, const char *text, const char **why)
{
	*why = "it is none of the words";
	for (const char *const *w = f->words; *w != NULL; w++)
		if (strcmp(*w, text) == 0)
			return true;
	return false;
}

static bool
fits_cost(struct gf_str s, struct gf_arena *arena, const char **why)
{
	struct gf_duration d;
	struct gf_qty q;

	return gf_duration_parse(s, &d, arena, why) ||
	    gf_qty_parse(s, &q, arena, why);
}

const char *
gf_item_unfit(struct gf_run *run, const struct gf_field *f, const char *text)
{
	struct gf_str s = gf_str(text);
	const char *why = "it is no text in UTF-8";
	struct gf_num n;
	gf_day day;
	int32_t yes;
	bool ok = text == NULL || (gf_text_ok(s) && s.n > 0);

	if (ok && text != NULL && f->type == GF_T_WORD)
		ok = fits_word(f, text, &why);
	else if (ok && text != NULL && f->type == GF_T_LIKELIHOOD)
		ok = gf_likelihood_parse(s, &n, run->arena, &why);
	else if (ok && text != NULL && f->type == GF_T_COST)
		ok = fits_cost(s, run->arena, &why);
	else if (ok && text != NULL && f->type == GF_T_DAY)
		ok = gf_day_parse(s, &day, &why);
	else if (ok && text != NULL && f->type == GF_T_YESNO)
		ok = gf_yesno_parse(s, &yes, run->arena, &why);
	return ok ? NULL : s.n > 0 ? why : "it is empty";
}

bool
gf_item_fits(struct gf_run *run, const struct gf_table *table,
    unsigned field, const char *text)
{
	const struct gf_field *f = &table->fields[field];
	const char *why = gf_item_unfit(run, f, text);

	if (why == NULL)
		return true;
	gf_run_fail(run, "'%s' does not take '%s': %s", f->key, text, why);
	for (const char *const *w = f->type == GF_T_WORD ? f->words : NULL;
	    w != NULL && *w != NULL; w++)
		gf_run_say(run, "'%s' can be '%s'", f->key, *w);
	return false;
}

void
gf_item_add(struct gf_run *run, struct gf_new *map,
    const struct gf_table *table, unsigned field, struct gf_str text)
{
	const struct gf_field *f = &table->fields[field];

	if (text.n > 0)
		gf_new_add(map, gf_str(f->key), gf_item_scalar(run, f, text));
}

static void
add_part(struct gf_run *run, struct gf_new *entry, const char *key,
    struct gf_str text, bool bare)
{
	if (text.n > 0)
		gf_new_add(entry, gf_str(key), bare ?
		    gf_new_bare(run->arena, text) :
		    gf_new_text(run->arena, text));
}

struct gf_new *
gf_item_change(struct gf_run *run, const struct gf_item_change *c)
{
	struct gf_new *entry = gf_new_list(run->arena, GF_MAP, true);
	struct gf_str letter = { &c->letter, c->letter != '\0' };

	gf_new_add(entry, GF_STR("date"), gf_item_day(run, run->plan->today));
	add_part(run, entry, "letter", gf_str_keep(letter, run->arena), true);
	add_part(run, entry, "field", c->field, false);
	add_part(run, entry, "from", c->from, c->bare);
	add_part(run, entry, "to", c->to, c->bare);
	add_part(run, entry, "because", c->because, false);
	return entry;
}

int
gf_goal_order(struct gf_str a, struct gf_str b)
{
	return gf_field_order(&gf_goal_table, a, b);
}

int
gf_measure_order(struct gf_str a, struct gf_str b)
{
	return gf_field_order(&gf_measure_table, a, b);
}

int
gf_support_order(struct gf_str a, struct gf_str b)
{
	return gf_field_order(&gf_support_table, a, b);
}

bool
gf_item_append(struct gf_run *run, struct gf_edits *edits, const char *key,
    struct gf_new *item, int (*order)(struct gf_str, struct gf_str),
    struct gf_new **fresh)
{
	struct gf_node *list = gf_node_get(edits->tree->root, key);

	if (list != NULL && gf_node_aliases(edits->tree, list) > 0) {
		gf_run_fail(run, "%s is shared with another key by an anchor; "
		    "write it out there first", key);
		return false;
	}
	if (*fresh != NULL) {
		gf_new_add(*fresh, GF_STR(""), item);
		return true;
	}
	if (list == NULL) {
		*fresh = gf_new_list(run->arena, GF_SEQ, false);
		gf_new_add(*fresh, GF_STR(""), item);
	}
	if (list != NULL ? gf_edit_append(edits, list, item) :
	    gf_edit_insert(edits, edits->tree->root, gf_str(key), *fresh,
	    order))
		return true;
	gf_run_fail(run, "cannot add to %s: %s", key, edits->why);
	return false;
}
