#include <string.h>

#include "goal/check.h"
#include "goal/config.h"
#include "goal/config_table.h"

#define FORMAT_VERSION 1

static const char *const days[] = {
	"mon", "tue", "wed", "thu", "fri", "sat", "sun"
};
static const char *const months[] = {
	"jan", "feb", "mar", "apr", "may", "jun",
	"jul", "aug", "sep", "oct", "nov", "dec"
};

/* A configuration while it is read. */
struct reading {
	struct gf_config *c;
	const struct gf_reader *reader;
	const struct gf_doc *doc;
	bool ok;
};

void
gf_config_init(struct gf_config *c)
{
	const char *why;

	*c = (struct gf_config){ .language = GF_STR("en") };
	c->calendar.workdays = 0x1f;
	for (size_t i = 0; i < GF_LEN(c->calendar.season); i++)
		c->calendar.season[i] = GF_NUM(1);
	for (size_t i = 0; i < GF_TH_COUNT; i++)
		if (!gf_num_parse(gf_str(gf_threshold_rows[i].value),
		    &c->thresholds[i], &why))
			gf_die("BUG: a threshold whose default is no number");
}

static void
complain(struct reading *r, enum gf_format_check check, struct gf_at at,
    const char *what, struct gf_str value, const char *fits)
{
	r->ok = false;
	if (r->reader->findings != NULL)
		gf_finding_add(r->reader->findings, &gf_format_rows[check],
		    (struct gf_place){ r->doc, at }, "%s '%.*s': %s", what,
		    (int)(value.n > 60 ? 60 : value.n), value.p, fits);
}

/* Which of some short names a word begins with; -1 if none, also in full. */
static int
short_name(struct gf_str s, const char *const *names, size_t n)
{
	struct gf_str head = { s.p, s.n < 3 ? s.n : 3 };

	for (size_t i = 0; i < n; i++)
		if (gf_str_eq_fold(head, gf_str(names[i])))
			return (int)i;
	return -1;
}

static void
read_workdays(struct reading *r, const struct gf_rec *rec)
{
	const struct gf_val *v;
	size_t n = gf_rec_list(rec, CALENDAR_WORKDAYS, &v);

	if (n > 0)
		r->c->calendar.workdays = 0;
	for (size_t i = 0; i < n; i++) {
		struct gf_str last = gf_val_text(&v[i]);
		struct gf_str first = gf_str_cut(&last, '-');
		int a = short_name(first, days, GF_LEN(days));
		int b = last.n ? short_name(last, days, GF_LEN(days)) : a;

		if (a < 0 || b < 0) {
			complain(r, GF_F02, v[i].at, "workdays",
			    gf_val_text(&v[i]), "write mon-fri, or a list of "
			    "mon tue wed thu fri sat sun");
			continue;
		}
		for (; a != b; a = (a + 1) % 7)
			r->c->calendar.workdays |= (uint8_t)(1U << a);
		r->c->calendar.workdays |= (uint8_t)(1U << b);
	}
}

static void
read_fiscal(struct reading *r, const struct gf_rec *rec)
{
	struct gf_fiscal *f = &r->c->calendar.fiscal;
	const struct gf_val *v = gf_rec_get(rec, CALENDAR_FISCAL_STARTS);
	char date[] = "2000-MM-DD";
	const char *why;
	gf_day day;
	int year;

	f->named_by_start = gf_rec_word(rec, CALENDAR_FISCAL_NAMED,
	    f->named_by_start) == 1;
	if (v == NULL)
		return;
	if (v->ntext == 5)
		memcpy(date + 5, v->text, 5);
	if (v->ntext != 5 || !gf_day_parse(gf_str(date), &day, &why) ||
	    strcmp(date + 5, "02-29") == 0) {
		complain(r, GF_F02, v->at, "fiscal-year-starts",
		    gf_val_text(v), "write month and day, such as 02-01");
		return;
	}
	gf_day_split(day, &year, &f->month, &f->day);
}

static void
read_season(struct reading *r, const struct gf_rec *rec)
{
	const struct gf_val *v;
	size_t n = gf_rec_list(rec, CALENDAR_SEASON, &v);
	const char *why;

	for (size_t i = 0; i + 1 < n; i += 2) {
		struct gf_num *to;
		int m = short_name(gf_val_text(&v[i]), months, GF_LEN(months));

		if (m < 0) {
			complain(r, GF_F01, v[i].at, "month",
			    gf_val_text(&v[i]), "write jan to dec");
			continue;
		}
		to = &r->c->calendar.season[m];
		if (!gf_share_parse(gf_val_text(&v[i + 1]), to,
		    r->reader->arena, &why))
			complain(r, GF_F02, v[i + 1].at, "season",
			    gf_val_text(&v[i + 1]), why);
	}
}

static void
read_calendar(struct reading *r, const struct gf_rec *rec)
{
	const struct gf_val *v;
	size_t n = gf_rec_list(rec, CALENDAR_HOLIDAYS, &v);
	struct gf_period *days_off;

	read_workdays(r, rec);
	read_fiscal(r, rec);
	read_season(r, rec);
	if (n == 0)
		return;
	days_off = gf_arena_alloc(r->reader->arena, n * sizeof(*days_off));
	r->c->calendar.holidays = days_off;
	r->c->calendar.nholidays = 0;
	for (size_t i = 0; i < n; i++)
		if (!v[i].bad)
			days_off[r->c->calendar.nholidays++] = v[i].u.span;
}

static struct gf_str
did_you_mean(struct reading *r, const char *near)
{
	struct gf_buf b = { 0 };
	struct gf_str s;

	gf_buf_printf(&b, "did you mean '%s'?", near);
	s = (struct gf_str){ gf_arena_copy(r->reader->arena, b.p, b.n), b.n };
	gf_buf_release(&b);
	return s;
}

static void
read_threshold(struct reading *r, const struct gf_val *key,
    const struct gf_val *v)
{
	const char *names[GF_TH_COUNT], *near, *why;
	struct gf_str s = gf_val_text(v);

	for (size_t i = 0; i < GF_TH_COUNT; i++) {
		names[i] = gf_threshold_rows[i].name;
		if (!gf_str_is(gf_val_text(key), names[i]))
			continue;
		if (!gf_str_ends(s, "%") ?
		    !gf_num_parse(s, &r->c->thresholds[i], &why) :
		    !gf_share_parse(s, &r->c->thresholds[i],
		    r->reader->arena, &why))
			complain(r, GF_F02, v->at, names[i], s, why);
		return;
	}
	near = gf_str_nearest(gf_val_text(key), names, GF_TH_COUNT);
	s = gf_str("--show-config lists all");
	if (near != NULL)
		s = did_you_mean(r, near);
	complain(r, GF_F01, key->at, "unknown threshold", gf_val_text(key),
	    s.p);
}

static void
read_checks(struct reading *r, const struct gf_val *v, size_t n)
{
	struct gf_config *c = r->c;
	size_t old = c->nchecks;
	struct gf_config_check *all = gf_arena_alloc(r->reader->arena,
	    (old + n / 2) * sizeof(*all));

	if (old > 0)
		memcpy(all, c->checks, old * sizeof(*all));
	c->checks = all;
	for (size_t i = 0; i + 1 < n; i += 2) {
		struct gf_config_check *k = &all[c->nchecks];

		k->id = gf_val_text(&v[i]);
		k->at = v[i].at;
		k->doc = r->doc;
		if (gf_level_parse(gf_val_text(&v[i + 1]), &k->level))
			c->nchecks++;
		else
			complain(r, GF_F02, v[i + 1].at, "level",
			    gf_val_text(&v[i + 1]),
			    "write error, warning, note or off");
	}
}

/* A list of texts replaces what a base said. */
static void
read_names(struct reading *r, unsigned field, struct gf_str **to, size_t *n)
{
	const struct gf_val *v;
	size_t count = gf_rec_list(r->c->rec, field, &v);

	if (count == 0)
		return;
	*to = gf_arena_alloc(r->reader->arena, count * sizeof(**to));
	*n = 0;
	for (size_t i = 0; i < count; i++)
		if (!v[i].bad)
			(*to)[(*n)++] = gf_val_text(&v[i]);
}

/* Whether a path could leave the directory of the configuration. */
static bool
leaves(struct gf_str path)
{
	if (gf_str_starts(path, "/"))
		return true;
	while (path.n > 0)
		if (gf_str_is(gf_str_cut(&path, '/'), ".."))
			return true;
	return false;
}

static void
check_paths(struct reading *r, unsigned field)
{
	const struct gf_val *v;
	size_t n = gf_rec_list(r->c->rec, field, &v);

	for (size_t i = 0; i < n; i++)
		if (leaves(gf_val_text(&v[i])))
			complain(r, GF_F02, v[i].at, "path",
			    gf_val_text(&v[i]), "paths stay below the "
			    "directory of the configuration");
}

static void
read_units(struct reading *r)
{
	const struct gf_val *v, *below;
	size_t n = gf_rec_list(r->c->rec, CONFIG_UNITS, &v);
	struct gf_config *c = r->c;
	const char *why;

	if (n < 2)
		return;
	c->units = gf_arena_alloc(r->reader->arena, n / 2 * sizeof(*c->units));
	c->nunits = n / 2;
	for (size_t i = 0; i + 1 < n; i += 2) {
		struct gf_config_unit *u = &c->units[i / 2];

		u->name = gf_val_text(&v[i]);
		below = v[i + 1].list ? v[i + 1].u.list.v : NULL;
		for (uint32_t k = 0; below != NULL &&
		    k + 1 < v[i + 1].u.list.n; k += 2)
			if (gf_str_is(gf_val_text(&below[k]),
			    "max-per-day") && !gf_num_parse(gf_val_text(
			    &below[k + 1]), &u->most, &why))
				complain(r, GF_F02, below[k + 1].at,
				    "max-per-day", gf_val_text(&below[k + 1]),
				    why);
	}
}

static void
read_tradeoffs(struct reading *r)
{
	const struct gf_val *v;
	size_t n = gf_rec_list(r->c->rec, CONFIG_TRADEOFFS, &v);
	struct gf_config *c = r->c;

	if (n == 0)
		return;
	c->tradeoffs = gf_arena_alloc(r->reader->arena,
	    n * sizeof(*c->tradeoffs));
	c->ntradeoffs = 0;
	for (size_t i = 0; i < n; i++) {
		if (v[i].bad || !v[i].list || v[i].u.list.n != 2)
			continue;
		c->tradeoffs[c->ntradeoffs++] = (struct gf_config_pair){
		    gf_val_text(&v[i].u.list.v[0]),
		    gf_val_text(&v[i].u.list.v[1]) };
	}
}

static void
read_lists(struct reading *r)
{
	struct gf_config *c = r->c;
	static const unsigned paths[] = {
		CONFIG_ROOTS, CONFIG_EXCLUDE, CONFIG_PRIVATE, CONFIG_RULES
	};

	read_names(r, CONFIG_ROOTS, &c->roots, &c->nroots);
	read_names(r, CONFIG_EXCLUDE, &c->exclude, &c->nexclude);
	read_names(r, CONFIG_PRIVATE, &c->private, &c->nprivate);
	read_names(r, CONFIG_NAMES, &c->names, &c->nnames);
	read_names(r, CONFIG_GLOSSARY, &c->glossary, &c->nglossary);
	read_names(r, CONFIG_LEVELS, &c->levels, &c->nlevels);
	read_units(r);
	read_tradeoffs(r);
	for (size_t i = 0; i < GF_LEN(paths); i++)
		check_paths(r, paths[i]);
}

static void
read_version(struct reading *r)
{
	const struct gf_val *v = gf_rec_get(r->c->rec, CONFIG_FORMAT);

	if (v != NULL && gf_num_cmp(v->u.num, GF_NUM(FORMAT_VERSION)) > 0)
		complain(r, GF_F02, v->at, "format", gf_val_text(v),
		    "made for a newer goalfile: this one reads format 1");
}

bool
gf_config_read(struct gf_config *c, const struct gf_reader *reader,
    const struct gf_doc *doc, const struct gf_tree *tree)
{
	struct reading r = { c, reader, doc, true };
	size_t before = reader->findings ? reader->findings->n : 0;
	const struct gf_val *v;
	size_t n;

	if (tree->root == NULL)
		return true;
	if (tree->root->kind != GF_MAP) {
		complain(&r, GF_F02, gf_node_at(tree, tree->root),
		    "configuration", GF_STR(""), "a mapping is wanted, such as "
		    "roots: [goals, people]");
		return false;
	}
	c->base = c->rec;
	c->doc = doc;
	c->rec = gf_rec_read(reader, doc, tree, tree->root, &gf_config_table);
	read_version(&r);
	read_calendar(&r, gf_rec_sub(c->rec, CONFIG_CALENDAR));
	n = gf_rec_list(c->rec, CONFIG_THRESHOLDS, &v);
	for (size_t i = 0; i + 1 < n; i += 2)
		read_threshold(&r, &v[i], &v[i + 1]);
	n = gf_rec_list(c->rec, CONFIG_CHECKS, &v);
	if (n > 0)
		read_checks(&r, v, n);
	read_lists(&r);
	if (gf_rec_get(c->rec, CONFIG_LANGUAGE) != NULL)
		c->language = gf_rec_text(c->rec, CONFIG_LANGUAGE);
	return r.ok && (reader->findings == NULL ||
	    reader->findings->n == before);
}

struct gf_reader
gf_reader_of(const struct gf_config *c, struct gf_arena *arena,
    struct gf_findings *findings)
{
	return (struct gf_reader){ .fiscal = c->calendar.fiscal,
	    .levels = c->levels, .nlevels = c->nlevels, .arena = arena,
	    .findings = findings };
}
