/* tool/fields: writes every key of the format, one a line: the key that holds
 * it, the key, what it takes, for whom, and its words. */
#include <stdio.h>
#include <string.h>

#include "goal/config.h"
#include "goal/table_rule.h"
#include "judge/rule.h"
#include "text/limit.h"

static const char *const types[] = {
	[GF_T_TEXT] = "text", [GF_T_ID] = "id", [GF_T_OWNER] = "owner",
	[GF_T_DAY] = "day", [GF_T_DATE] = "date", [GF_T_RANGE] = "range",
	[GF_T_TIME] = "time", [GF_T_YESNO] = "yes/no",
	[GF_T_QTY] = "quantity", [GF_T_NUMBER] = "number",
	[GF_T_SHARE] = "share", [GF_T_LIKELIHOOD] = "likelihood",
	[GF_T_DURATION] = "duration", [GF_T_EFFORT] = "effort",
	[GF_T_COST] = "cost", [GF_T_MINUTES] = "minutes",
	[GF_T_EVERY] = "rhythm", [GF_T_WORD] = "word", [GF_T_REC] = NULL,
	[GF_T_AIM] = "aim", [GF_T_DONE] = "done", [GF_T_TEXTS] = "text list",
	[GF_T_MAP] = "map",
};

_Static_assert(GF_LEN(types) == GF_TYPES, "a word for every type");

static void
row(const char *holder, const struct gf_field *f, bool top)
{
	static const char *const forms[] = {
		[GF_ONE] = "", [GF_MANY] = "list of ",
		[GF_MANY_OR_WORD] = "word or list of ",
		[GF_MANY_OR_LATER] = "later or list of ",
	};
	bool rec = f->type == GF_T_REC;

	printf("%s %s: %s%s%s%s%s", holder, f->key,
	    rec && f->table->text_or_map ? "text or " : "", forms[f->form],
	    rec ? f->key : types[f->type], !rec && f->form ? "s" : "",
	    f->required ? ", required" : "");
	/* what is below a key is for those for whom the key is */
	if (top && f->audience != GF_COMPANY)
		printf(", %s", f->audience == GF_COACH ? "coach" : "team");
	for (size_t i = 0; f->words != NULL && f->words[i] != NULL; i++)
		printf(" %s", f->words[i]);
	putchar('\n');
}

/* the tables are nested three deep at most */
static void
table(const char *holder, const struct gf_table *t, bool top)
{
	for (size_t i = 0; i < t->n; i++)
		row(holder, &t->fields[i], top);
	for (size_t i = 0; i < t->n; i++)
		if (t->fields[i].type == GF_T_REC)
			table(t->fields[i].key, t->fields[i].table, false);
}

/* The keys of a rule and the facts that it may ask for, by name alone. */
static void
rules(void)
{
	for (size_t i = 0; i < gf_rule_table.n; i++)
		printf("%s\n", gf_rule_table.fields[i].key);
	for (size_t i = 0; i < gf_nfacts; i++)
		printf("%s\n", gf_facts[i].name);
}

int
main(int argc, char *argv[])
{
	if (argc > 1 && strcmp(argv[1], "rules") == 0) {
		rules();
		return fflush(stdout) != 0 || ferror(stdout);
	}
	/* defaults: has the keys of a goal */
	for (unsigned k = GF_GOAL; k < GF_DEFAULTS; k++)
		table(gf_kind_name((enum gf_kind)k), gf_kinds[k], true);
	table("configuration", &gf_config_table, false);
	for (size_t i = 0; i < GF_LIMIT_COUNT; i++)
		printf("limit %s: %llu\n", gf_limit_rows[i].name,
		    (unsigned long long)gf_limit_rows[i].value);
	return fflush(stdout) != 0 || ferror(stdout);
}
