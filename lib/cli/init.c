#include <sys/stat.h>

#include <errno.h>
#include <string.h>

#include "cli/held.h"
#include "cli/init.h"
#include "cli/input.h"
#include "cli/place.h"
#include "out/schema.h"

/* The first days of this and of the next quarter but one, from the clock. */
struct days {
	gf_day today, start, due;
};

static struct days
days_of(gf_day today)
{
	unsigned month, day;
	int year;
	gf_day first;

	gf_day_split(today, &year, &month, &day);
	first = gf_day_of(year, (month - 1) / 3 * 3 + 1, 1);
	return (struct days){ today, first, gf_day_add_months(first, 6) - 1 };
}

/* The text with days in the places of their names. */
static void
fill(struct gf_buf *b, const char *text, const struct days *d)
{
	const struct { const char *name; gf_day day; } names[] = {
		{ "@today@", d->today }, { "@start@", d->start },
		{ "@due@", d->due },
	};
	struct gf_str rest = gf_str(text);

	while (rest.n > 0) {
		size_t i = 0, at = gf_str_find(rest, "@");

		gf_buf_add(b, rest.p, at);
		rest.p += at;
		rest.n -= at;
		while (i < GF_LEN(names) && !gf_str_starts(rest,
		    names[i].name))
			i++;
		if (i < GF_LEN(names)) {
			gf_day_print(b, names[i].day);
			rest.p += strlen(names[i].name);
			rest.n -= strlen(names[i].name);
		} else if (rest.n > 0) {
			gf_buf_byte(b, *rest.p++);
			rest.n--;
		}
	}
}

/* Write one file if there is none of its name. */
static void
place(struct gf_run *run, struct gf_str path, struct gf_str bytes)
{
	struct gf_buf err = { 0 };
	const char *name = gf_input_name(run, path);
	struct gf_str why;
	struct stat st;

	if (lstat(path.p, &st) == 0) {
		gf_run_say(run, "'%s' is there already and stays as it is",
		    name);
		return;
	}
	if (!gf_place_make(path, true)) {
		gf_run_fail(run, "cannot make the directory of '%s': %s",
		    name, strerror(errno));
		return;
	}
	if (gf_held_put(path, bytes, &err)) {
		gf_run_say(run, "'%s' is new", name);
	} else {
		why = gf_buf_view(&err);
		why = gf_str_cut(&why, '\n');
		gf_run_fail(run, "%.*s", (int)why.n, why.p);
	}
	gf_buf_release(&err);
}

static void
place_in(struct gf_run *run, const char *dir, const struct gf_scaffold *s,
    const struct days *d)
{
	struct gf_buf path = { 0 }, text = { 0 };

	if (strcmp(dir, ".") != 0)
		gf_buf_printf(&path, "%s/", dir);
	gf_buf_text(&path, s->path);
	if (s->text == NULL)
		gf_schema(&text);
	else
		fill(&text, s->text, d);
	place(run, gf_buf_keep(&path, run->arena), gf_buf_view(&text));
	gf_buf_release(&path);
	gf_buf_release(&text);
}

int
gf_run_init(struct gf_run *run)
{
	struct days d = days_of(run->plan->today);
	const char *dir = run->nids > 0 ? run->ids[0].p : ".";

	if (run->nids > 1) {
		gf_run_fail(run, "'init' wants one directory, or none for "
		    "this one");
		return 2;
	}
	for (size_t i = 0; i < gf_scaffold_n && run->status < 2; i++)
		place_in(run, dir, &gf_scaffold[i], &d);
	if (run->status == 2)
		return 2;
	gf_buf_text(run->out, gf_scaffold_git);
	return 0;
}
