#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "base/path.h"
#include "cli/change.h"
#include "cli/input.h"
#include "cli/item.h"
#include "cli/meetings.h"
#include "cli/person.h"
#include "cli/place.h"
#include "cli/since.h"
#include "judge/agenda.h"

#define O(field) offsetof(struct gf_agenda_options, field)

const struct gf_opt gf_agenda_opts[] = {
	{ 0, "kind", GF_OPT_WORD, O(kind), "check-in|review|retrospective",
	    "what kind of meeting it is; without it a check-in" },
	{ 0, "start", GF_OPT_FLAG, O(start), NULL, "begin the session of "
	    "today in a file of its own" },
	{ 0, "since", GF_OPT_TEXT, O(since), "REV", "say in a retrospective "
	    "which skills are new since this revision of git" },
	{ .name = NULL },
};

static enum gf_talk
kind_of(const char *word)
{
	static const char *const names[] = {
		[GF_TALK_REVIEW] = "review", [GF_TALK_CHECK_IN] = "check-in",
		[GF_TALK_RETROSPECTIVE] = "retrospective"
	};

	return word == NULL ? GF_TALK_CHECK_IN : (enum gf_talk)gf_str_among(
	    gf_str(word), names, GF_LEN(names));
}

/* The directory of a file PERSON/DATE.yaml, empty if it is none. */
static struct gf_str
beside(const struct gf_session *s)
{
	struct gf_str dir = gf_path_dir(s->doc->origin.path), name;

	if (dir.n <= s->with.n + 1)
		return GF_STR("");
	name = (struct gf_str){ dir.p + dir.n - s->with.n - 1, s->with.n };
	return gf_str_eq(name, s->with) && dir.p[dir.n - s->with.n - 2] ==
	    '/' ? dir : GF_STR("");
}

/*
 * Append the path, from here, of a directory below the first private one, else
 * below the configuration.
 */
static void
session_path(struct gf_run *run, const struct gf_config *c,
    struct gf_str below, struct gf_buf *path)
{
	const struct gf_conf *conf = &run->inputs->conf;
	struct gf_buf root = { 0 }, abs = { 0 };

	if (c->path.n > 0) {
		gf_buf_str(&root, c->dir);
		gf_buf_byte(&root, '/');
	}
	if (c->nprivate > 0)
		gf_buf_str(&root, gf_path_dir(gf_path_plain(
		    c->private[0])));
	gf_buf_str(&root, below);
	gf_conf_absolute(conf, gf_buf_view(&root), &abs);
	gf_conf_relative(conf, gf_buf_view(&abs), path);
	gf_buf_byte(path, '/');
	gf_buf_release(&root);
	gf_buf_release(&abs);
}

/* The root that is there for sessions, else the first; empty if there is none. */
static struct gf_str
root_of(const struct gf_config *c)
{
	for (size_t i = 0; i < c->nroots; i++)
		if (gf_str_is(c->roots[i], "sessions"))
			return GF_STR("");
	return c->nroots > 0 ? c->roots[0] : GF_STR("");
}

/* Where the session of a day is to stand. */
static void
put_path(struct gf_run *run, const struct gf_agenda *a, struct gf_buf *path)
{
	const struct gf_config *c = a->person->config;
	const struct gf_rhythm *r = &a->rhythm;
	struct gf_str dir = r->nsessions > 0 ? beside(&r->sessions[
	    r->nsessions - 1]) : GF_STR("");
	struct gf_buf rest = { 0 };

	if (c->nprivate == 0 && dir.n > 0) {
		gf_buf_str(path, dir);
	} else {
		if (c->nprivate == 0 && root_of(c).n > 0) {
			gf_buf_str(&rest, root_of(c));
			gf_buf_byte(&rest, '/');
		}
		gf_buf_text(&rest, "sessions/");
		gf_buf_str(&rest, a->person->party->id);
		gf_buf_byte(&rest, '/');
		session_path(run, c, gf_buf_view(&rest), path);
	}
	gf_day_print(path, run->plan->today);
	gf_buf_text(path, ".yaml");
	gf_buf_release(&rest);
}

static void
add(struct gf_run *run, struct gf_new *to, const char *key, const char *text)
{
	gf_new_add(to, gf_str(key), gf_new_bare(run->arena, gf_str(text)));
}

/* What a person fills in with an editor. */
static struct gf_new *
skeleton(struct gf_run *run, const struct gf_agenda *a)
{
	struct gf_new *s = gf_new_list(run->arena, GF_MAP, false);
	struct gf_new *asked = gf_new_list(run->arena, GF_SEQ, true);
	const struct gf_val *minutes = gf_rec_get(a->rhythm.rule,
	    ONE_MINUTES);

	gf_new_add(s, GF_STR("session"), gf_item_day(run, run->plan->today));
	gf_new_add(s, GF_STR("with"), gf_new_text(run->arena,
	    a->person->party->id));
	if (a->rhythm.coach_id.n > 0)
		gf_new_add(s, GF_STR("coach"), gf_new_text(run->arena,
		    a->rhythm.coach ? a->rhythm.coach->id :
		    a->rhythm.coach_id));
	add(run, s, "kind", gf_field_word(&gf_kinds[GF_SESSION]->fields[
	    SESSION_KIND], (int)a->kind));
	if (minutes != NULL && a->kind != GF_TALK_REVIEW)
		gf_new_add(s, GF_STR("minutes"), gf_item_value(run,
		    gf_val_text(minutes)));
	add(run, s, "feeling", "");
	add(run, s, "stands-out", "");
	add(run, s, "concerns", "");
	if (a->kind == GF_TALK_CHECK_IN) {
		gf_new_add(asked, GF_STR(""), gf_new_bare(run->arena,
		    gf_str(a->question->id)));
		gf_new_add(s, GF_STR("asked"), asked);
	}
	add(run, s, "commitments", "");
	if (a->next != GF_NO_DAY)
		gf_new_add(s, GF_STR("next"), gf_item_day(run, a->next));
	return s;
}

static int
start(struct gf_run *run, const struct gf_agenda *a)
{
	const struct gf_rhythm *r = &a->rhythm;
	struct gf_buf path = { 0 };
	bool ok;

	for (size_t i = 0; i < r->nsessions; i++)
		if (r->sessions[i].day == run->plan->today) {
			gf_run_say(run, "'%s' is there already",
			    gf_input_name(run,
			    r->sessions[i].doc->origin.path));
			return 0;
		}
	put_path(run, a, &path);
	ok = !gf_change_writes(run) || gf_place_make(gf_buf_view(&path),
	    false);
	if (!ok)
		gf_run_fail(run, "cannot make the directories of '%s': %s",
		    path.p, strerror(errno));
	gf_run_append(run, gf_buf_view(&path), skeleton(run, a));
	if (ok && run->common->in_place)
		gf_run_say(run, "%s", path.p);
	gf_buf_release(&path);
	return ok ? 0 : 2;
}

/* The documents that a page is made of. */
static void
say_about(struct gf_run *run, const struct gf_agenda *a)
{
	gf_run_about(run, a->person->doc);
	for (size_t i = 0; i < a->week.nsquares; i++)
		gf_run_about(run, a->week.squares[i].goal->doc);
	for (size_t i = 0; i < a->rhythm.nsessions; i++)
		gf_run_about(run, a->rhythm.sessions[i].doc);
}

/* Whether the options go together; else says why not. */
static bool
options_fit(struct gf_run *run, enum gf_talk kind)
{
	const struct gf_agenda_options *o = run->opt;

	if (run->common->in_place && !o->start) {
		gf_run_fail(run, "-i writes the session that --start begins");
		return false;
	}
	if (o->since != NULL && kind != GF_TALK_RETROSPECTIVE) {
		gf_run_fail(run, "--since goes with --kind retrospective");
		return false;
	}
	return true;
}

static int
prepare(struct gf_run *run)
{
	const struct gf_agenda_options *o = run->opt;
	const struct gf_entry *person;
	struct gf_agenda a;
	enum gf_talk kind = kind_of(o->kind);
	int said = 0;

	if (!options_fit(run, kind))
		return 2;
	person = gf_run_person(run, run->ids[0]);
	if (person == NULL)
		return 2;
	gf_agenda_of(&a, run->plan, person, kind, o->start ?
	    run->plan->today : GF_NO_DAY, !o->start &&
	    run->look.audience > GF_COACH, run->arena);
	if (o->start) {
		said = start(run, &a);
	} else {
		run->only_shows = true;
		say_about(run, &a);
		gf_run_report(run, &a);
	}
	gf_agenda_release(&a);
	return said;
}

int
gf_run_agenda(struct gf_run *run)
{
	const struct gf_agenda_options *o = run->opt;

	return o->since == NULL ? prepare(run) : gf_run_beside(run, o->since,
	    prepare);
}
