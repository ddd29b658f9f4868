/* Differences of files, judged by git and by patch. */
#include <stdio.h>
#include <stdlib.h>

#include "out/diff.h"
#include "tap.h"

static const struct {
	const char *name, *old, *new, *want;
} wants[] = {
	{ "nothing", "a\n", "a\n", "" },
	{ "one line", "a\nb\nc\n", "a\nB\nc\n",
	    "--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n" },
	{ "three lines of context", "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
	    "1\n2\n3\n4\nx\n5\n6\n7\n8\n9\n",
	    "--- a/x\n+++ b/x\n@@ -2,6 +2,7 @@\n 2\n 3\n 4\n+x\n 5\n 6\n 7\n" },
	{ "changes that share context are one", "a\n1\n2\n3\n4\n5\n6\nb\n",
	    "A\n1\n2\n3\n4\n5\n6\nB\n", "--- a/x\n+++ b/x\n@@ -1,8 +1,8 @@\n"
	    "-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n" },
	{ "changes far apart are two", "a\n1\n2\n3\n4\n5\n6\n7\nb\n",
	    "A\n1\n2\n3\n4\n5\n6\n7\nB\n", "--- a/x\n+++ b/x\n@@ -1,4 +1,4 @@\n"
	    "-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n" },
	{ "no line end before", "a", "a\n", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n"
	    "-a\n\\ No newline at end of file\n+a\n" },
	{ "no line end in both", "a\nb", "c\nb", "--- a/x\n+++ b/x\n"
	    "@@ -1,2 +1,2 @@\n-a\n+c\n b\n\\ No newline at end of file\n" },
	{ "to nothing", "a\n", "", "--- a/x\n+++ b/x\n@@ -1 +0,0 @@\n-a\n" },
	{ "from nothing", "", "a\n", "--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n" },
};

static void
put(const char *dir, const char *sub, int i, const struct gf_buf *b)
{
	char path[512];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s/f %d\xc3\xa9.yaml", dir, sub, i);
	f = fopen(path, "w");
	if (f == NULL)
		exit(2);
	fwrite(b->p ? b->p : "", 1, b->n, f);
	fclose(f);
}

static unsigned
next(unsigned *seed, unsigned n)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % n;
}

/* Lines of few letters, so that many are alike; the last may have no end. */
static void
invent(struct gf_buf *b, unsigned *seed)
{
	unsigned n = next(seed, 30);

	for (unsigned i = 0; i < n; i++)
		gf_buf_printf(b, "%c%s", 'a' + (char)next(seed, 4),
		    i + 1 == n && next(seed, 3) == 0 ? "" :
		    next(seed, 9) == 0 ? "\r\n" : "\n");
}

/* Take some lines out of a text and put some in. */
static void
change(struct gf_buf *b, struct gf_str old, unsigned *seed)
{
	while (old.n > 0) {
		struct gf_str line = gf_str_cut(&old, '\n');

		if (next(seed, 6) == 0)
			gf_buf_text(b, "new\n");
		if (next(seed, 6) == 0)
			continue;
		gf_buf_str(b, line);
		gf_buf_text(b, old.n > 0 || next(seed, 2) ? "\n" : "");
	}
}

static bool
run(const char *dir, const char *command)
{
	char line[1024];

	snprintf(line, sizeof(line), "cd '%s' && (%s) >log 2>&1", dir, command);
	if (system(line) == 0)
		return true;
	snprintf(line, sizeof(line), "sed 's/^/# /' '%s/log' | head -n 20", dir);
	if (system(line) != 0)
		puts("# no log");
	return false;
}

/* 300 random pairs in one patch, applied by whoever is there. */
static void
judge(struct tap *t)
{
	char dir[] = "/tmp/diff-XXXXXX", path[512];
	struct gf_buf patch = { 0 }, old = { 0 }, new = { 0 };
	unsigned seed = 7;
	FILE *f;

	if (mkdtemp(dir) == NULL || !run(dir, "mkdir old new"))
		exit(2);
	for (int i = 0; i < 300; i++) {
		gf_buf_clear(&old);
		gf_buf_clear(&new);
		invent(&old, &seed);
		if (i % 3 == 0)
			invent(&new, &seed);
		else
			change(&new, gf_buf_view(&old), &seed);
		if (i % 10 != 0)
			put(dir, "old", i, &old);
		else
			gf_buf_clear(&old);
		/* a new file of nothing is no patch */
		if (i % 10 == 0 && new.n == 0)
			gf_buf_text(&new, "x\n");
		put(dir, "new", i, &new);
		snprintf(path, sizeof(path), "f %d\xc3\xa9.yaml", i);
		gf_diff(&patch, gf_str(path), gf_buf_view(&old),
		    gf_buf_view(&new), i % 10 == 0);
	}
	snprintf(path, sizeof(path), "%s/p", dir);
	f = fopen(path, "w");
	if (f == NULL || fwrite(patch.p, 1, patch.n, f) != patch.n ||
	    fclose(f) != 0)
		exit(2);
	if (run(dir, "git --version"))
		tap_ok(t, run(dir, "cp -R old git && cd git && git init -q . && "
		    "git apply --check ../p && git apply ../p && rm -rf .git && "
		    "diff -r ../new ."), "git applies what it should");
	else
		tap_ok(t, true, "git applies what it should # SKIP no git");
	if (run(dir, "patch --version"))
		tap_ok(t, run(dir, "cp -R old patch && cd patch && "
		    "patch --binary -s -p1 <../p && diff -r ../new ."),
		    "patch does, too");
	else
		tap_ok(t, true, "patch does, too # SKIP no patch");
	snprintf(path, sizeof(path), "rm -rf '%s'", dir);
	if (system(path) != 0)
		exit(2);
	gf_buf_release(&patch);
	gf_buf_release(&old);
	gf_buf_release(&new);
}

int
main(void)
{
	struct tap t = { 0 };
	struct gf_buf b = { 0 }, old = { 0 }, new = { 0 };

	for (size_t i = 0; i < GF_LEN(wants); i++) {
		gf_buf_clear(&b);
		gf_diff(&b, gf_str("x"), gf_str(wants[i].old),
		    gf_str(wants[i].new), false);
		tap_text(&t, gf_buf_view(&b), wants[i].want, wants[i].name);
	}
	gf_buf_clear(&b);
	gf_diff(&b, gf_str("./a b\n"), gf_str(""), gf_str("x"), true);
	tap_text(&t, gf_buf_view(&b), "--- /dev/null\n+++ \"b/a b\\n\"\n"
	    "@@ -0,0 +1 @@\n+x\n\\ No newline at end of file\n",
	    "a new file, a path that is quoted");
	/* past the limit of the search the whole is replaced, and still right */
	for (int i = 0; i < 3000; i++) {
		gf_buf_printf(&old, "a%d\n", i);
		gf_buf_printf(&new, "b%d\n", i);
	}
	gf_buf_clear(&b);
	gf_diff(&b, gf_str("x"), gf_buf_view(&old), gf_buf_view(&new), false);
	tap_ok(&t, gf_str_starts(gf_buf_view(&b),
	    "--- a/x\n+++ b/x\n@@ -1,3000 +1,3000 @@\n-a0\n-a1\n"),
	    "two texts with nothing in common");
	judge(&t);
	gf_buf_release(&b);
	gf_buf_release(&old);
	gf_buf_release(&new);
	return tap_done(&t);
}
