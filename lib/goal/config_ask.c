#include "goal/config.h"

#define BUILT_IN (LEVEL_PERSONAL + 1)

const char *
gf_config_level(const struct gf_config *c, int level)
{
	if (level < 0)
		return NULL;
	if (level < BUILT_IN)
		return gf_level_words[level];
	level -= BUILT_IN;
	return (size_t)level < c->nlevels ? c->levels[level].p : NULL;
}

int
gf_config_rank(const struct gf_config *c, int level)
{
	const char *word = gf_config_level(c, level);

	if (word == NULL || level == LEVEL_PERSONAL)
		return -1;
	if (c->nlevels == 0)
		return level;
	for (size_t i = 0; i < c->nlevels; i++)
		if (gf_str_is(c->levels[i], word))
			return (int)i;
	return -1;
}

bool
gf_calendar_works(const struct gf_calendar *c, gf_day day)
{
	if (!(c->workdays >> gf_day_weekday(day) & 1))
		return false;
	for (size_t i = 0; i < c->nholidays; i++)
		if (day >= c->holidays[i].first && day <= c->holidays[i].last)
			return false;
	return true;
}

/* A place to go back to when a star took too little. */
struct retry {
	size_t pattern, path;	/* behind the star; pattern 0: none */
	bool whole;		/* a slash follows the stars: only whole names are taken */
};

/* Let a star take more; false if it has taken all that it may. */
static bool
take_more(struct retry *r, struct gf_str path, bool two)
{
	if (r->pattern == 0 || r->path >= path.n ||
	    (!two && path.p[r->path] == '/'))
		return false;
	r->path++;
	while (r->whole && r->path < path.n && path.p[r->path - 1] != '/')
		r->path++;
	return !r->whole || path.p[r->path - 1] == '/';
}

static bool
same(struct gf_str pattern, size_t i, struct gf_str path, size_t k)
{
	return i < pattern.n && k < path.n && (pattern.p[i] == path.p[k] ||
	    (pattern.p[i] == '?' && path.p[k] != '/'));
}

bool
gf_path_match(struct gf_str pattern, struct gf_str path)
{
	struct retry one = { 0 }, any = { 0 };
	size_t i = 0, k = 0;

	while (k < path.n || i < pattern.n) {
		bool star = i < pattern.n && pattern.p[i] == '*';
		bool two = star && i + 1 < pattern.n && pattern.p[i + 1] == '*';
		bool whole = two && i + 2 < pattern.n && pattern.p[i + 2] == '/';

		if (two) {
			i += whole ? 3 : 2;
			any = (struct retry){ i, k, whole };
			one.pattern = 0;
		} else if (star) {
			one = (struct retry){ ++i, k, false };
		} else if (i + 1 == pattern.n && pattern.p[i] == '/' &&
		    k < path.n && path.p[k] == '/') {
			return true;
		} else if (same(pattern, i, path, k)) {
			i++;
			k++;
		} else if (take_more(&one, path, false)) {
			k = one.path;
			i = one.pattern;
		} else if (take_more(&any, path, true)) {
			k = any.path;
			i = any.pattern;
			one.pattern = 0;
		} else {
			return false;
		}
	}
	return true;
}
