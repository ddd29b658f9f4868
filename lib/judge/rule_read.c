#include "goal/check.h"
#include "goal/table_rule.h"
#include "judge/rule.h"
#include "judge/select.h"
#include "text/quote.h"
#include "text/re.h"

/* A rule while it is read. */
struct reading {
	const struct gf_rule_file *file;
	const struct gf_rec *rec;
	struct gf_check *check;
	struct gf_rule *rule;
	bool ok;
};

GF_PRINTF(3, 4) static void
complain(struct reading *r, struct gf_at at, const char *fmt, ...)
{
	va_list ap;

	r->ok = false;
	va_start(ap, fmt);
	gf_finding_addv(r->file->findings, &gf_format_rows[GF_F02],
	    (struct gf_place){ r->file->doc, at }, fmt, ap);
	va_end(ap);
}

static const struct gf_judgement *
known(const struct gf_rule_file *file, struct gf_str id)
{
	for (size_t i = 0; i < file->nknown; i++)
		if (gf_str_is(id, file->known[i]->check.id))
			return file->known[i];
	return NULL;
}

/* Take a text of the rule, or leave what the other one has. */
static void
take(struct reading *r, unsigned field, const char **to)
{
	struct gf_str s = gf_rec_text(r->rec, field);

	if (s.n > 0)
		*to = gf_arena_copy(r->file->arena, s.p, s.n);
}

static void
read_pattern(struct reading *r, unsigned field, const char **to)
{
	const struct gf_val *v = gf_rec_get(r->rec, field);
	char why[128];
	struct gf_re *re;
	size_t at;

	if (v == NULL)
		return;
	re = gf_re_new(gf_val_text(v), NULL, false, &at, why);
	if (re == NULL)
		complain(r, v->at, "at byte %zu of the pattern: %s", at + 1,
		    why);
	gf_re_free(re);
	take(r, field, to);
}

/* Facts by name, the rest as --where takes it. */
static void
read_when(struct reading *r)
{
	const struct gf_val *v;
	size_t n = gf_rec_list(r->rec, RULE_WHEN, &v), facts = 0;
	struct gf_where *where;
	struct gf_buf why = { 0 }, all = { 0 };

	if (n == 0)
		return;
	where = gf_arena_alloc(r->file->arena, n * sizeof(*where));
	r->rule->where = where;
	r->rule->nwhere = 0;
	r->rule->when[0] = NULL;
	for (size_t i = 0; i < n; i++) {
		struct gf_str word = gf_val_text(&v[i]), name = word;

		gf_buf_str(&all, word);
		gf_buf_byte(&all, '\n');
		if (gf_str_starts(word, "not ")) {
			name.p += 4;
			name.n -= 4;
		}
		if (gf_fact_find(name) >= 0) {
			if (facts == GF_RULE_CONDITIONS) {
				complain(r, v[i].at, "a rule has at most %d "
				    "facts", GF_RULE_CONDITIONS);
				break;
			}
			r->rule->when[facts++] = gf_arena_copy(r->file->arena,
			    word.p, word.n);
			r->rule->when[facts] = NULL;
			continue;
		}
		if (gf_where_parse(&where[r->rule->nwhere], word,
		    &r->file->config->calendar.fiscal, r->file->arena, &why))
			r->rule->nwhere++;
		else
			complain(r, v[i].at, "'%.*s' is neither a fact of "
			    "goalfile-rules(5) nor a condition: %s",
			    (int)word.n, word.p, why.p);
		gf_buf_clear(&why);
	}
	r->rule->conditions = gf_arena_copy(r->file->arena, all.p, all.n);
	gf_buf_release(&all);
	gf_buf_release(&why);
}

static void
read_field(struct reading *r)
{
	const struct gf_val *v = gf_rec_get(r->rec, RULE_FIELD);
	unsigned parts[GF_RULE_PARTS];

	take(r, RULE_FIELD, &r->rule->field);
	if (r->rule->field == NULL)
		r->rule->field = "title";
	if (v != NULL && gf_rule_path(gf_val_text(v), parts) == 0)
		complain(r, v->at, "a goal has no key '%.*s'", (int)v->ntext,
		    v->text);
}

/* What is asked of a rule that is like no other. */
static void
read_rest(struct reading *r, const struct gf_val *id)
{
	static const char *const letters[] = { "S", "M", "A", "R", "T" };
	static const enum gf_level levels[] = {
		GF_ERROR, GF_WARNING, GF_NOTE
	};
	int letter = gf_rec_word(r->rec, RULE_LETTER, -1);
	int level = gf_rec_word(r->rec, RULE_SEVERITY, -1);

	if (letter >= 0)
		r->check->letters = letters[letter];
	if (level >= 0)
		r->check->level = levels[level];
	take(r, RULE_SAY, &r->rule->say);
	take(r, RULE_ASK, &r->check->ask);
	take(r, RULE_WHY, &r->check->why);
	if (r->rule->match == NULL)
		complain(r, id->at, "the rule has no match");
	if (r->rule->say == NULL)
		complain(r, id->at, "the rule has no say: what is its "
		    "message?");
	if (r->check->ask == NULL)
		complain(r, id->at, "the rule has no ask: which question "
		    "helps?");
	r->check->about = r->rule->say;
}

bool
gf_rule_read(const struct gf_rule_file *file, const struct gf_tree *tree,
    struct gf_judgement *row, const struct gf_rec **rec)
{
	struct gf_reader reader = gf_reader_of(file->config, file->arena,
	    file->findings);
	size_t before = file->findings->n;
	struct gf_rule *rule = gf_arena_alloc(file->arena, sizeof(*rule));
	struct reading r = { .file = file, .check = &row->check,
	    .rule = rule, .ok = true };
	const struct gf_val *id, *like;
	const struct gf_judgement *base = NULL;

	if (tree->root == NULL || tree->root->kind != GF_MAP) {
		complain(&r, (struct gf_at){ 0 }, "a rule is a mapping that "
		    "begins with rule: ID");
		return false;
	}
	r.rec = *rec = gf_rec_read(&reader, file->doc, tree, tree->root,
	    &gf_rule_table);
	id = gf_rec_get(r.rec, RULE_RULE);
	if (file->findings->n > before || id == NULL)
		return false;
	like = gf_rec_get(r.rec, RULE_LIKE);
	if (like != NULL)
		base = known(file, gf_val_text(like));
	if (like != NULL && (base == NULL || base->rule == NULL))
		complain(&r, like->at, "there is no rule '%.*s' above",
		    (int)like->ntext, like->text);
	*row = (struct gf_judgement){ .on = GF_ON_OPEN, .rule = rule };
	row->check.level = GF_WARNING;
	row->check.letters = "";
	if (base != NULL && base->rule != NULL) {
		*row = *base;
		*rule = *base->rule;
		row->rule = rule;
	}
	if (known(file, gf_val_text(id)) != NULL)
		complain(&r, id->at, "'%.*s' is taken: give the rule another "
		    "id and say like: %.*s", (int)id->ntext, id->text,
		    (int)id->ntext, id->text);
	row->check.id = row->check.name = gf_arena_copy(file->arena, id->text,
	    id->ntext);
	row->check.bad = row->check.good = row->check.fix = NULL;
	rule->number = file->number;
	read_field(&r);
	read_pattern(&r, RULE_MATCH, &rule->match);
	read_pattern(&r, RULE_UNLESS, &rule->unless);
	read_when(&r);
	read_rest(&r, id);
	return r.ok;
}

/* A goal whose field is the text; or the text itself if it begins `goal:`. */
static void
example(struct gf_buf *b, const char *field, struct gf_str text)
{
	struct gf_str rest = gf_str(field), part;
	int deep = 0;

	if (gf_str_starts(text, "goal:")) {
		gf_buf_str(b, text);
		gf_buf_byte(b, '\n');
		return;
	}
	gf_buf_text(b, "goal: example\n");
	if (!gf_str_is(rest, "title"))
		gf_buf_text(b, "title: example\n");
	while (rest.n > 0) {
		part = gf_str_cut(&rest, '.');
		gf_buf_str(b, part);
		gf_buf_text(b, ": ");
		if (rest.n > 0) {
			gf_buf_byte(b, '{');
			deep++;
		}
	}
	gf_quote(b, text, GF_DOUBLE, deep > 0, false);
	while (deep-- > 0)
		gf_buf_byte(b, '}');
	gf_buf_byte(b, '\n');
}

/* How many findings a rule has about an example; -1 if it cannot be read. */
static int
tried(const struct gf_judgement *row, struct gf_str yaml,
    const struct gf_config *config, struct gf_arena *arena,
    struct gf_findings *fs)
{
	struct gf_reader reader = gf_reader_of(config, arena, fs);
	struct gf_limits limits = gf_limits_default();
	struct gf_doc *doc = gf_arena_alloc(arena, sizeof(*doc));
	struct gf_plan plan;
	struct gf_tree tree;
	struct gf_fault fault;
	struct gf_case c = { .plan = &plan, .scratch = arena, .out = fs };
	int n = -1;

	doc->given = true;
	if (!gf_tree_parse(&tree, yaml, &limits, arena, &fault) ||
	    gf_doc_kind(&reader, doc, &tree) != GF_GOAL)
		return -1;
	gf_plan_init(&plan, arena, gf_day_of(2026, 1, 1));
	gf_plan_add(&plan, doc, GF_GOAL, gf_rec_read(&reader, doc, &tree,
	    tree.root, gf_kinds[GF_GOAL]), config);
	gf_plan_resolve(&plan);
	if (plan.ngoals == 1 && fs->n == 0) {
		c.goal = plan.goals[0];
		c.rules = gf_rules_new((struct gf_rules_way){ 0 });
		gf_rule_judge(&c, row);
		gf_rules_free(c.rules);
		n = (int)fs->n;
		if (n > 0 && fs->v[0].check != &row->check)
			n = -1;
	}
	gf_plan_release(&plan);
	return n;
}

bool
gf_rule_try(const struct gf_judgement *row, const struct gf_rec *rec,
    const struct gf_config *config, struct gf_arena *arena,
    struct gf_buf *said)
{
	bool ok = true;

	for (unsigned field = RULE_BAD; field <= RULE_GOOD; field++) {
		const struct gf_val *v;
		size_t n = gf_rec_list(rec, field, &v);

		for (size_t i = 0; i < n; i++) {
			struct gf_str text = gf_val_text(&v[i]);
			struct gf_findings fs = { 0 };
			struct gf_buf yaml = { 0 };
			int found;

			gf_findings_init(&fs, arena);
			example(&yaml, row->rule->field, text);
			found = tried(row, gf_buf_view(&yaml), config, arena,
			    &fs);
			if (found != (field == RULE_BAD)) {
				ok = false;
				gf_buf_printf(said, "rule '%s': %s '%.*s'\n",
				    row->check.id, found < 0 ?
				    "this is no goal, or the rule came to no "
				    "end:" : found > 0 ? "speaks about good" :
				    "is silent about bad", (int)text.n,
				    text.p);
			}
			gf_findings_release(&fs);
			gf_buf_release(&yaml);
		}
	}
	return ok;
}
