#include <string.h>

#include "cli/guard.h"
#include "cli/input.h"
#include "cli/walk.h"

/* Whether a path goes up, or through a name that our walks pass over. */
static bool
strays(struct gf_str path)
{
	while (path.n > 0) {
		struct gf_str part = gf_str_cut(&path, '/');

		if (gf_str_starts(part, ".") && !gf_str_is(part, "."))
			return true;
	}
	return false;
}

/*
 * What is left of a path behind a word of the command line that names it or a
 * directory above it; false if the word does neither.
 */
static bool
behind(struct gf_str path, const char *word, struct gf_str *rest)
{
	size_t n = strlen(word);

	while (n > 1 && word[n - 1] == '/')
		n--;
	if (path.n < n || memcmp(path.p, word, n) != 0 ||
	    (path.n > n && path.p[n] != '/' && word[n - 1] != '/'))
		return false;
	*rest = (struct gf_str){ path.p + n, path.n - n };
	return true;
}

/* The word of the command line below which a path lies, NULL if there is none. */
static const char *
named(const struct gf_run *run, struct gf_str path, bool *whole)
{
	const struct gf_inputs *is = run->inputs;
	struct gf_str rest;

	for (size_t i = 0; i < is->nnamed; i++)
		if (behind(path, is->named[i], &rest) && !strays(rest)) {
			*whole = rest.n == 0;
			return is->named[i];
		}
	return NULL;
}

bool
gf_guard_new(struct gf_run *run, const struct gf_entry *e,
    const char **below)
{
	struct gf_str path = e->doc->origin.path;
	const char *name = gf_input_name(run, path);
	bool whole = false;

	*below = named(run, path, &whole);
	if (whole) {
		*below = NULL;
	} else if (*below == NULL) {
		*below = ".";
		whole = gf_str_starts(path, "/") || strays(path);
	}
	if (whole && *below != NULL)
		gf_run_fail(run, "nothing is written: the stream has a new "
		    "document for '%s', which is hidden or not below this "
		    "directory; run the whole pipe in a directory above it",
		    name);
	else if (*below != NULL && !gf_walk_yaml(path))
		gf_run_fail(run, "nothing is written: the stream has a new "
		    "document for '%s', and adds only to files that end in "
		    ".yaml or .yml", name);
	else if (e->kind == GF_FOREIGN)
		gf_run_fail(run, "nothing is written: what the stream has for "
		    "'%s' is no goal, person, team, company, session or log",
		    name);
	else
		return true;
	return false;
}
