#include <stdlib.h>
#include <string.h>

#include "judge/keypath.h"
#include "judge/select.h"

/*
 * The first explains the second: one root cause, one finding, which then
 * speaks for the letters of both.
 */
static const struct {
	const char *winner, *loser, *letters;
} dominance[] = {
	{ "M01", "S03", "MS" }, { "M02", "S03", "M" }, { "M01", "M08", "M" },
	{ "T01", "T07", "T" },
	{ "S02", "S01", "S" }, { "S03", "S01", "S" }, { "S04", "S01", "S" },
	{ "S04", "S10", "S" },
	{ "X01", "M09", "M" }, { "X13", "R03", "" }, { "A05", "M01", "A" },
	{ "S07", "M01", "SM" }, { "L11", "X10", "" },
	{ "L12", "X10", "" },
};

static bool
is(const struct gf_finding *f, const char *id)
{
	return strcmp(f->check->id, id) == 0;
}

static bool
named(const struct gf_config_check *list, size_t n, const char *id,
    enum gf_level *level)
{
	for (size_t i = n; i-- > 0; ) {
		if (gf_str_is(list[i].id, id)) {
			*level = list[i].level;
			return true;
		}
	}
	return false;
}

enum gf_level
gf_check_level(const struct gf_check *check, enum gf_level level,
    const struct gf_config *config, const struct gf_sentence *sentence)
{
	if (!named(sentence->levels, sentence->nlevels, check->id, &level) &&
	    config != NULL)
		named(config->checks, config->nchecks, check->id, &level);
	return level;
}

static bool
is_draft(const struct gf_entry *e)
{
	return e != NULL && e->goal != NULL && e->goal->open &&
	    gf_goal_word(e->goal, GOAL_STATUS, STATUS_ACTIVE) == STATUS_DRAFT;
}

/* The command line has the last word, also over what a draft softens. */
static enum gf_level
level_of(const struct gf_finding *f, const struct gf_entry *e,
    const struct gf_sentence *sentence)
{
	enum gf_level level = f->level;

	if (f->at.doc == NULL)
		return level;
	if (e != NULL && e->config != NULL)
		named(e->config->checks, e->config->nchecks, f->check->id,
		    &level);
	if (level != GF_OFF && ((sentence->allow_missing && is(f, "R02")) ||
	    (is_draft(e) && is(f, "S09"))))
		level = GF_NOTE;
	if (level == GF_ERROR && is_draft(e) && f->check->id[0] != 'F')
		level = GF_WARNING;
	named(sentence->levels, sentence->nlevels, f->check->id, &level);
	return level;
}

/* Findings name a document; its entry knows the rest. */
static void
map_docs(struct gf_map *map, const struct gf_plan *plan)
{
	for (size_t i = 0; i < plan->nentries; i++) {
		struct gf_entry *e = &plan->entries[i];

		gf_map_put(map, (struct gf_str){ (const char *)&e->doc,
		    sizeof(e->doc) }, e);
	}
}

static const struct gf_entry *
entry_of(const struct gf_map *map, const struct gf_doc *doc)
{
	return gf_map_get(map, (struct gf_str){ (const char *)&doc,
	    sizeof(doc) });
}

static void
name_subject(struct gf_finding *f, const struct gf_entry *e)
{
	if (e->kind < GF_FOREIGN)
		f->kind = gf_str(gf_kind_name(e->kind));
	if (f->goal.n > 0)
		return;
	if (e->goal != NULL)
		f->goal = e->goal->id;
	else if (e->party != NULL)
		f->goal = e->party->id;
}

/* Whether a document is for the coach as a whole. */
static bool
is_private(const struct gf_map *map, const struct gf_doc *doc)
{
	const struct gf_entry *e = doc == NULL ? NULL : entry_of(map, doc);

	return e != NULL && gf_keypath_audience(GF_STR(""), e) == GF_COACH;
}

/*
 * Who may see a finding: it may tell a date, a word or a unit of the other
 * document too, and that can be private as a whole.
 */
static enum gf_audience
audience_of(const struct gf_map *map, const struct gf_finding *f,
    const struct gf_entry *e)
{
	if (is_private(map, f->other.doc))
		return GF_COACH;
	for (size_t i = 0; i < f->nmore; i++)
		if (is_private(map, f->more[i].at.doc))
			return GF_COACH;
	return gf_keypath_audience(f->keypath, e);
}

static void
sentence_all(const struct gf_map *map, const struct gf_sentence *sentence,
    struct gf_findings *fs)
{
	for (size_t i = 0; i < fs->n; i++) {
		struct gf_finding *f = &fs->v[i];
		const struct gf_entry *e = entry_of(map, f->at.doc);

		f->level = level_of(f, e, sentence);
		if (e == NULL)
			continue;
		name_subject(f, e);
		if (!e->doc->given)
			f->level = GF_OFF;
		f->audience = (uint8_t)audience_of(map, f, e);
	}
}

/*
 * What a wrong value is called where several checks speak of it; 4 is no such
 * check.
 */
static unsigned
rank(const struct gf_finding *f)
{
	static const char *const ids[] = { "S09", "T02", "T03" };
	unsigned i;

	for (i = 0; i < GF_LEN(ids); i++)
		if (is(f, ids[i]))
			return i;
	return f->check->id[0] == 'F' ? i : i + 1;
}

/* The strongest rank at a key path among findings of a level and above. */
struct strongest {
	unsigned rank[GF_ERROR + 1];
};

/* A draft's placeholder explains what is wrong with it, quiet as it is. */
static enum gf_level
explains_up_to(const struct gf_finding *f)
{
	return is(f, "S09") ? GF_ERROR : f->level;
}

/*
 * Where a finding explains others: its key path, or that of the key which was
 * meant by an unknown one and is not there.
 */
static struct gf_str
explained(const struct gf_finding *f, const struct gf_entry *e)
{
	int field;

	if (!is(f, "F01") || f->fix == NULL || e == NULL || e->rec == NULL ||
	    gf_str_find(f->keypath, ".") < f->keypath.n)
		return f->keypath;
	field = gf_field_find(e->rec->table, f->fix->text);
	return field >= 0 && gf_rec_raw(e->rec, (unsigned)field) == NULL ?
	    f->fix->text : f->keypath;
}

/*
 * What is strongest at each key path; pool has room for n. A title can be
 * wrong in two ways, a date or a number only in one.
 */
static void
map_paths(struct gf_map *map, struct strongest *pool,
    const struct gf_finding *v, size_t n, const struct gf_entry *e)
{
	for (size_t i = 0; i < n; i++) {
		struct gf_str path = explained(&v[i], e);
		struct strongest *s;

		if (v[i].level == GF_OFF || path.n == 0 ||
		    gf_str_is(path, "title"))
			continue;
		s = gf_map_get(map, path);
		if (s == NULL) {
			s = &pool[i];
			memset(s, 0xff, sizeof(*s));
			gf_map_put(map, path, s);
		}
		for (unsigned k = GF_NOTE; k <= explains_up_to(&v[i]); k++)
			if (rank(&v[i]) < s->rank[k])
				s->rank[k] = rank(&v[i]);
	}
}

/*
 * Whether something stronger, and no quieter, is said at the key path or above
 * it.
 */
static bool
covered(const struct gf_map *map, const struct gf_finding *f)
{
	struct gf_str path = f->keypath;

	for (size_t i = 1; i <= path.n; i++) {
		struct gf_str top = { path.p, i };
		const struct strongest *s;

		if (i < path.n && path.p[i] != '.' && path.p[i] != '[')
			continue;
		s = gf_map_get(map, top);
		if (s != NULL && s->rank[f->level] < rank(f))
			return true;
	}
	return false;
}

/* The winner of a row among what is still said, NULL if there is none. */
static struct gf_finding *
winner(size_t row, struct gf_finding *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (v[i].level != GF_OFF && is(&v[i], dominance[row].winner))
			return &v[i];
	return NULL;
}

/* Whether another finding than one speaks for a letter of the loser. */
static bool
spoken(const struct gf_finding *loser, const struct gf_finding *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (&v[i] != loser && v[i].level != GF_OFF &&
		    strpbrk(v[i].letters, loser->letters) != NULL)
			return true;
	return false;
}

static void
yield(size_t row, struct gf_finding *v, size_t n)
{
	struct gf_finding *first = winner(row, v, n);

	for (size_t i = 0; first != NULL && i < n; i++) {
		if (v[i].level == GF_OFF || !is(&v[i], dominance[row].loser))
			continue;
		if (!spoken(&v[i], v, n) && v[i].letters[strspn(v[i].letters,
		    first->letters)] != '\0')
			first->letters = dominance[row].letters;
		v[i].level = GF_OFF;
	}
}

/* In time that grows with the findings of a document, not with their pairs. */
static void
silence(struct gf_finding *v, size_t n, const struct gf_entry *e)
{
	struct strongest *pool;
	struct gf_map paths = { 0 };

	if (n < 2)
		return;
	pool = gf_alloc(n * sizeof(*pool));
	map_paths(&paths, pool, v, n, e);
	for (size_t i = 0; i < n; i++)
		if (v[i].level != GF_OFF && covered(&paths, &v[i]))
			v[i].level = GF_OFF;
	gf_map_release(&paths);
	free(pool);
	for (size_t row = 0; row < GF_LEN(dominance); row++)
		yield(row, v, n);
}

/* Leave out all but the strongest of each letter, the first of equals. */
static void
keep_strongest(struct gf_finding *v, size_t n, size_t *hidden)
{
	char taken[8] = "";

	for (unsigned level = GF_ERROR; level > GF_OFF; level--) {
		for (size_t i = 0; i < n; i++) {
			if (v[i].level != level || v[i].letters[0] == '\0' ||
			    v[i].quiet != GF_QUIET_NOT)
				continue;
			if (strpbrk(v[i].letters, taken) != NULL) {
				hidden[level]++;
				v[i].level = GF_OFF;
				continue;
			}
			strncat(taken, v[i].letters,
			    sizeof(taken) - 1 - strlen(taken));
		}
	}
}

static void
keep_loud(struct gf_finding *v, size_t n, size_t *hidden)
{
	for (size_t i = 0; i < n; i++) {
		if (v[i].level == GF_NOTE) {
			/* what nobody has yet is nothing that is hidden */
			hidden[GF_NOTE] += v[i].quiet == GF_QUIET_NOT &&
			    v[i].at.doc != NULL;
			v[i].level = GF_OFF;
		}
	}
}

static void
drop_silent(struct gf_findings *fs)
{
	size_t n = 0;

	for (size_t i = 0; i < fs->n; i++)
		if (fs->v[i].level != GF_OFF)
			fs->v[n++] = fs->v[i];
	fs->n = n;
}

/* Where the findings about the document of one end. */
static size_t
end_of(const struct gf_findings *fs, size_t i)
{
	size_t end = i + 1;

	while (end < fs->n && fs->v[end].at.doc == fs->v[i].at.doc)
		end++;
	return end;
}

void
gf_select_settle(const struct gf_plan *plan,
    const struct gf_sentence *sentence, struct gf_findings *fs)
{
	struct gf_map map = { 0 };
	size_t end;

	if (fs->n > 0)
		map_docs(&map, plan);
	sentence_all(&map, sentence, fs);
	gf_findings_sort(fs);
	for (size_t i = 0; i < fs->n; i = end) {
		end = end_of(fs, i);
		silence(&fs->v[i], end - i,
		    entry_of(&map, fs->v[i].at.doc));
	}
	gf_map_release(&map);
}

void
gf_select_cut(const struct gf_sentence *sentence, struct gf_findings *fs)
{
	size_t end;

	for (size_t i = 0; i < fs->n && !sentence->all; i = end) {
		end = end_of(fs, i);
		keep_strongest(&fs->v[i], end - i, fs->hidden);
		if (!sentence->notes)
			keep_loud(&fs->v[i], end - i, fs->hidden);
	}
	drop_silent(fs);
}

void
gf_select(const struct gf_plan *plan, const struct gf_sentence *sentence,
    struct gf_findings *fs)
{
	gf_select_settle(plan, sentence, fs);
	gf_select_cut(sentence, fs);
}
