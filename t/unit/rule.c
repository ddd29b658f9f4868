/* Every built-in rule speaks about its bad example, and not about its good. */
#include "given.h"
#include "judge/rule.h"
#include "text/re.h"
#include "tap.h"

static const struct gf_catalog *const catalogs[] = {
	&gf_word_checks, &gf_field_checks
};

/* How many findings a rule has about a goal of one line of YAML. */
static size_t
found(const struct gf_judgement *row, const char *line)
{
	bool titled = strncmp(line, "title:", 6) == 0;
	bool then = strncmp(line, "then:", 5) == 0;
	struct gf_buf b = { 0 };
	struct given g;
	struct gf_case c = { 0 };
	size_t n;

	given_init(&g);
	gf_buf_printf(&b, "goal: a\n%s%s%s%s\n", titled ? "" :
	    "title: Something else\n", then ? "obstacles: [{when: x, " : "",
	    line, then ? "}]" : "");
	given_file(&g, "a.yaml", b.p);
	gf_plan_resolve(&g.plan);
	g.findings.n = 0;
	c = (struct gf_case){ .plan = &g.plan, .goal = g.plan.goals[0],
	    .scratch = &g.scratch, .out = &g.findings,
	    .rules = gf_rules_new((struct gf_rules_way){ 0 }) };
	gf_rule_judge(&c, row);
	n = g.findings.n;
	gf_rules_free(c.rules);
	gf_buf_release(&b);
	given_release(&g);
	return n;
}

/* A pattern that does not compile would find nothing, and say nothing. */
static void
built_in(struct tap *t)
{
	const struct gf_catalog *const all[] = {
		&gf_word_checks, &gf_field_checks
	};
	size_t wrong = 0;

	for (size_t c = 0; c < GF_LEN(all); c++)
		for (size_t i = 0; i < all[c]->n; i++) {
			const struct gf_rule *r = all[c]->rows[i].rule;
			const char *each[GF_RULE_MORE + 2] = { NULL };
			size_t n = 0;

			if (r == NULL)
				continue;
			each[n++] = r->match;
			for (size_t k = 0; r->more[k] != NULL; k++)
				each[n++] = r->more[k];
			if (r->unless != NULL)
				each[n++] = r->unless;
			while (n-- > 0) {
				char why[128];
				size_t at;
				struct gf_re *re = gf_re_new(gf_str(each[n]),
				    NULL, false, &at, why);

				wrong += re == NULL;
				gf_re_free(re);
			}
		}
	tap_int(t, (long long)wrong, 0, "all built-in patterns compile");
}

int
main(void)
{
	struct tap t = { 0 };
	unsigned last = 0;
	bool apart = true;

	for (size_t i = 0; i < GF_LEN(catalogs); i++)
		for (size_t k = 0; k < catalogs[i]->n; k++) {
			const struct gf_judgement *row = &catalogs[i]->rows[k];

			apart = apart && row->rule->number == last + 1;
			last = row->rule->number;
			tap_ok(&t, found(row, row->check.bad) == 1,
			    "%s", row->check.id);
			tap_ok(&t, found(row, row->check.good) == 0,
			    "%s", row->check.id);
		}
	tap_ok(&t, apart, "each rule has a number of its own");
	built_in(&t);
	return tap_done(&t);
}
