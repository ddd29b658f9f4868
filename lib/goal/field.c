#include <string.h>

#include "goal/field.h"

static const char *const names[] = {
	[GF_GOAL] = "goal", [GF_PERSON] = "person", [GF_TEAMDOC] = "team",
	[GF_COMPANYDOC] = "company", [GF_SESSION] = "session",
	[GF_LOG] = "log", [GF_DEFAULTS] = "defaults",
};

_Static_assert(GF_LEN(names) == GF_FOREIGN, "a name for every kind");

static const char *const shapes[] = {
	[GF_T_TEXT] = "a text",
	[GF_T_ID] = "an id such as ana-new-logos (a-z 0-9 . _ -)",
	[GF_T_OWNER] = "one id or name",
	[GF_T_DAY] = "a date such as 2026-09-30",
	[GF_T_DATE] = "a date such as 2026-09-30 or a period such as 2026-Q3",
	[GF_T_RANGE] = "a range such as 2026-07-06..2026-07-17",
	[GF_T_TIME] = "a time such as 09:30",
	[GF_T_YESNO] = "yes or no",
	[GF_T_QTY] = "a quantity such as 24, 1.2M, 15% or 40k EUR",
	[GF_T_NUMBER] = "a number such as 7",
	[GF_T_SHARE] = "a share such as 40% or 0.4",
	[GF_T_LIKELIHOOD] = "a share such as 40% or a level from 1 to 5",
	[GF_T_DURATION] = "a duration such as 6 h, 3 days or 2 weeks",
	[GF_T_EFFORT] = "a duration such as 6 h or a share such as 20%",
	[GF_T_COST] = "a quantity such as 3 or a duration such as 2 days",
	[GF_T_MINUTES] = "minutes such as 10 or 10 min",
	[GF_T_EVERY] = "day, workday, week, 2 weeks, month or 1st tuesday",
	[GF_T_WORD] = "one of its words",
	[GF_T_REC] = "a mapping",
	[GF_T_AIM] = "an id with the id of a why such as ana/flat",
	[GF_T_DONE] = "a date such as 2026-09-30, or yes or no",
	[GF_T_TEXTS] = "a list of texts",
	[GF_T_MAP] = "a mapping",
};

_Static_assert(GF_LEN(shapes) == GF_TYPES, "a shape for every type");

const char *
gf_kind_name(enum gf_kind kind)
{
	return names[kind];
}

enum gf_kind
gf_kind_of(struct gf_str key)
{
	unsigned k = GF_GOAL;

	while (k < GF_FOREIGN && !gf_str_is(key, names[k]))
		k++;
	return (enum gf_kind)k;
}

const char *
gf_type_shape(enum gf_type type)
{
	return shapes[type];
}

const char *
gf_field_word(const struct gf_field *f, int n)
{
	for (int i = 0; f->words != NULL && f->words[i] != NULL; i++)
		if (i == n)
			return f->words[i];
	return NULL;
}

static bool
is(const struct gf_field *f, struct gf_str key)
{
	return f->key[0] == key.p[0] &&
	    strncmp(f->key, key.p, key.n) == 0 && f->key[key.n] == '\0';
}

int
gf_field_find_from(const struct gf_table *t, struct gf_str key, unsigned from)
{
	if (key.n == 0)
		return -1;
	for (size_t i = from; i < t->n; i++)
		if (is(&t->fields[i], key))
			return (int)i;
	for (size_t i = 0; i < from && i < t->n; i++)
		if (is(&t->fields[i], key))
			return (int)i;
	return -1;
}

int
gf_field_find(const struct gf_table *t, struct gf_str key)
{
	return gf_field_find_from(t, key, 0);
}

int
gf_field_order(const struct gf_table *t, struct gf_str a, struct gf_str b)
{
	int i = gf_field_find(t, a), j = gf_field_find(t, b);

	if (i < 0 || j < 0)
		return i < 0 ? j < 0 ? 0 : 1 : -1;
	return (i > j) - (i < j);
}
