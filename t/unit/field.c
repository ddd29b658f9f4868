/* The tables of the format: every key finds itself, every row is whole. */
#include <stdlib.h>

#include "goal/config.h"
#include "goal/field.h"
#include "tap.h"

static void
key(struct tap *t, const struct gf_table *table, unsigned i)
{
	const struct gf_field *f = &table->fields[i];
	struct gf_str k = gf_str(f->key);
	bool found = true;
	char longer[64], shorter[64];

	for (unsigned from = 0; from <= table->n; from++)
		found = found && gf_field_find_from(table, k, from) == (int)i;
	tap_ok(t, found && gf_field_find(table, k) == (int)i,
	    "%s.%s is found from everywhere", table->name, f->key);
	snprintf(longer, sizeof(longer), "%sx", f->key);
	snprintf(shorter, sizeof(shorter), "%.*s", (int)k.n - 1, f->key);
	tap_ok(t, gf_field_find(table, gf_str(longer)) != (int)i &&
	    gf_field_find(table, gf_str(shorter)) != (int)i,
	    "%s.%s is not found by its beginning", table->name, f->key);
	tap_ok(t, f->about != NULL && f->about[0] != '\0' &&
	    strchr(f->about, '\n') == NULL &&
	    f->about[strlen(f->about) - 1] != '.',
	    "%s.%s says what it is in one line", table->name, f->key);
	tap_ok(t, (f->type != GF_T_REC || f->table != NULL) &&
	    (f->type != GF_T_WORD || f->words != NULL) &&
	    (f->form != GF_MANY_OR_WORD || f->words != NULL) &&
	    (!f->short_first || f->short_field < f->table->n) &&
	    (f->letter == 0 || strchr("SMART", f->letter) != NULL),
	    "%s.%s is whole", table->name, f->key);
}

static void
table_of(struct tap *t, const struct gf_table *table)
{
	for (unsigned i = 0; i < table->n; i++) {
		const struct gf_field *f = &table->fields[i];

		key(t, table, i);
		for (unsigned j = 0; j < table->n; j++)
			if (gf_field_order(table, gf_str(f->key),
			    gf_str(table->fields[j].key)) != (i > j) - (i < j))
				tap_ok(t, false, "order of %s and %s", f->key,
				    table->fields[j].key);
		if (f->type == GF_T_REC && f->table != table &&
		    f->table != gf_kinds[GF_GOAL])
			table_of(t, f->table);
	}
	tap_ok(t, gf_field_order(table, GF_STR("zzz"),
	    gf_str(table->fields[0].key)) > 0 &&
	    gf_field_order(table, gf_str(table->fields[0].key),
	    GF_STR("zzz")) < 0, "%s: an unknown key comes last", table->name);
	tap_ok(t, gf_field_find(table, GF_STR("")) == -1,
	    "%s has no empty key", table->name);
}

/* Who owns which key, as RULES has it. */
static void
letters(struct tap *t)
{
	static const struct {
		const char *key;
		char letter;
	} rows[] = {
		{ "title", 'S' }, { "strategy", 'S' }, { "segment", 'S' },
		{ "measure", 'M' }, { "effort", 'A' }, { "asks", 'A' },
		{ "funnel", 'A' }, { "routine", 'A' }, { "owner", 'R' },
		{ "supports", 'R' }, { "serves", 'R' }, { "start", 'T' },
		{ "due", 'T' }, { "milestones", 'T' }, { "pace", 'T' },
		{ "paused", 'T' },
	};
	const struct gf_table *goal = gf_kinds[GF_GOAL];
	size_t owned = 0;

	for (size_t i = 0; i < GF_LEN(rows); i++)
		tap_ok(t, goal->fields[gf_field_find(goal,
		    gf_str(rows[i].key))].letter == rows[i].letter,
		    "%s belongs to %c", rows[i].key, rows[i].letter);
	for (size_t i = 0; i < goal->n; i++)
		owned += goal->fields[i].letter != 0;
	tap_int(t, (long long)owned, GF_LEN(rows), "no other key has a letter");
}

static void
audiences(struct tap *t)
{
	static const char *const coach[] = {
		"confidence", "why", "meaning", "consequence", "control",
		"confidence-log"
	};
	const struct gf_table *goal = gf_kinds[GF_GOAL];
	size_t n = 0;

	for (size_t i = 0; i < GF_LEN(coach); i++)
		tap_ok(t, goal->fields[gf_field_find(goal,
		    gf_str(coach[i]))].audience == GF_COACH,
		    "%s is for the coach", coach[i]);
	for (size_t i = 0; i < goal->n; i++)
		n += goal->fields[i].audience == GF_COACH;
	tap_int(t, (long long)n, GF_LEN(coach), "no other goal key is");
	tap_ok(t, gf_kinds[GF_PERSON]->fields[PERSON_AWAY].audience == GF_TEAM,
	    "away is for the team");
}

static void
kinds(struct tap *t)
{
	for (unsigned k = 0; k < GF_FOREIGN; k++) {
		const char *name = gf_kind_name((enum gf_kind)k);

		tap_ok(t, gf_kind_of(gf_str(name)) == k, "%s is a kind", name);
		tap_text(t, gf_str(gf_kinds[k]->fields[0].key), name,
		    "its first key");
	}
	tap_ok(t, gf_kind_of(GF_STR("gaol")) == GF_FOREIGN, "gaol is none");
	for (int i = 0; i < GF_TYPES; i++)
		tap_ok(t, gf_type_shape((enum gf_type)i)[0] != '\0',
		    "type %d has a shape", i);
	tap_text(t, gf_str(gf_field_word(&gf_kinds[GF_GOAL]->fields[GOAL_LEVEL],
	    LEVEL_TEAM)), "team", "a word by its number");
	tap_ok(t, gf_field_word(&gf_kinds[GF_GOAL]->fields[GOAL_LEVEL], 9) ==
	    NULL, "no word by a number too high");
}

int
main(void)
{
	struct tap t = { 0, 0 };

	for (unsigned k = 0; k < GF_FOREIGN; k++)
		if (k != GF_DEFAULTS)
			table_of(&t, gf_kinds[k]);
	table_of(&t, &gf_config_table);
	letters(&t);
	audiences(&t);
	kinds(&t);
	return tap_done(&t);
}
