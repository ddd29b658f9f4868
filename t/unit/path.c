/* The parts of a path. */
#include "base/path.h"
#include "tap.h"

static const struct want {
	const char *path, *dir, *base, *parent;
} wants[] = {
	{ "", "", "", "." },
	{ "a", "", "a", "." },
	{ "a/b", "a/", "b", "a" },
	{ "a/b/c.yaml", "a/b/", "c.yaml", "a/b" },
	{ "a//b", "a//", "b", "a" },
	{ "a/", "a/", "", "a" },
	{ "/", "/", "", "/" },
	{ "//", "//", "", "/" },
	{ "/a", "/", "a", "/" },
	{ "/a/b", "/a/", "b", "/a" },
	{ "../a", "../", "a", ".." },
};

static const char *const patterns[][2] = {
	{ "", "" }, { "private", "private" }, { "private/**", "private/" },
	{ "*.yaml", "" }, { "a/b?/c*", "a/b" }, { "/*", "/" },
};

int
main(void)
{
	struct tap t = { 0 };

	for (size_t i = 0; i < GF_LEN(wants); i++) {
		const struct want *w = &wants[i];
		struct gf_str path = gf_str(w->path);

		tap_text(&t, gf_path_dir(path), w->dir, "directory");
		tap_text(&t, gf_path_base(path), w->base, "name");
		tap_text(&t, gf_path_parent(path), w->parent, "parent");
	}
	for (size_t i = 0; i < GF_LEN(patterns); i++)
		tap_text(&t, gf_path_plain(gf_str(patterns[i][0])),
		    patterns[i][1], "plain part");
	return tap_done(&t);
}
