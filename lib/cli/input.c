/* For S_IFDIR and S_IFREG. */
#define _XOPEN_SOURCE 700

#include <sys/stat.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/blobs.h"
#include "cli/file.h"
#include "cli/input.h"
#include "cli/intake.h"
#include "cli/past.h"
#include "cli/walk.h"
#include "cli/words.h"

#define MANY_BYTES ((uint64_t)8 * 1024 * 1024)
#define BLOB 4096		/* bytes that a blob is taken to have */
#define LIST_MOST ((size_t)64 * 1024 * 1024)

const char *
gf_input_name(struct gf_run *run, struct gf_str path)
{
	struct gf_buf b = { 0 };
	const char *name;

	gf_show_path(&b, path);
	name = gf_arena_copy(run->arena, b.p, b.n);
	gf_buf_release(&b);
	return name;
}

struct gf_str
gf_input_place(struct gf_buf *b, struct gf_str path, uint32_t line)
{
	gf_buf_printf(b, "%u ", (unsigned)line);
	gf_buf_str(b, path);
	return gf_buf_view(b);
}

/* Device and number of a file, as the key of a map. */
struct key {
	uint64_t id[2];
};

static struct key
key_of(const struct stat *st)
{
	return (struct key){ { (uint64_t)st->st_dev, (uint64_t)st->st_ino } };
}

bool
gf_input_has(const struct gf_inputs *is, const char *path)
{
	struct stat st;
	struct key key;

	if (stat(path, &st) != 0)
		return false;
	key = key_of(&st);
	return gf_map_get(&is->files, (struct gf_str){ (const char *)&key,
	    sizeof(key) }) != NULL;
}

/* A path without what leads nowhere: `./` and double slashes. */
static struct gf_str
plain_path(struct gf_str path, struct gf_arena *arena)
{
	char *to = gf_arena_alloc(arena, path.n + 1);
	struct gf_str part;
	size_t n = 0;

	if (gf_str_starts(path, "/"))
		to[n++] = '/';
	while (path.n > 0) {
		part = gf_str_cut(&path, '/');
		if (part.n == 0 || gf_str_is(part, "."))
			continue;
		if (n > 0 && to[n - 1] != '/')
			to[n++] = '/';
		memcpy(to + n, part.p, part.n);
		n += part.n;
	}
	return (struct gf_str){ to, n };
}

/*
 * Note which file this is; false if it is known already, by its number or (it
 * may have been replaced meanwhile) its path; name gets how it was called first.
 */
static bool
is_new(struct gf_run *run, const struct stat *st, struct gf_str path,
    struct gf_str **name)
{
	struct key id = key_of(st);
	struct gf_str key = { (const char *)&id, sizeof(id) };
	struct gf_str called = plain_path(path, run->arena);
	struct gf_map *files = &run->inputs->files;
	struct gf_str *known = gf_map_get(files, key);

	if (known == NULL)
		known = gf_map_get(files, called);
	*name = known;
	if (known == NULL) {
		*name = gf_arena_alloc(run->arena, sizeof(**name));
		**name = path;
	}
	key.p = gf_arena_copy(run->arena, key.p, key.n);
	gf_map_put(files, key, *name);
	gf_map_put(files, called, *name);
	return known == NULL;
}

/*
 * Whether a file is known only because documents of it came in a stream; from
 * now on it is known as a file.
 */
static bool
streamed(struct gf_run *run, struct gf_str name)
{
	struct gf_map *places = &run->inputs->places;
	struct gf_buf b = { 0 };
	struct gf_str key = gf_input_place(&b, name, 0);
	bool so = gf_map_get(places, key) != NULL;

	if (so)
		gf_map_put(places, gf_str_keep(key, run->arena), NULL);
	gf_buf_release(&b);
	return so;
}

/* What a path leads to, in the files here or in the tree that is read. */
static bool
look_up(const struct gf_run *run, const char *path, struct stat *st)
{
	const struct gf_git *git = run->inputs->git;
	const struct gf_blob *blob;

	if (git == NULL)
		return stat(path, st) == 0;
	*st = (struct stat){ .st_mode = S_IFDIR };
	blob = gf_blobs_find(run, gf_str(path));
	if (blob != NULL)
		*st = (struct stat){ .st_mode = S_IFREG,
		    .st_ino = (ino_t)(blob - git->v) + 1, .st_size = BLOB };
	else if (!gf_blobs_is_dir(run, gf_str(path)))
		errno = ENOENT;
	else
		return true;
	return blob != NULL;
}

static struct gf_input *
append(struct gf_inputs *is, struct gf_str path)
{
	is->v = gf_grow(is->v, is->n, &is->cap, sizeof(*is->v));
	is->v[is->n] = (struct gf_input){ .path = path, .name = path };
	return &is->v[is->n++];
}

/*
 * Whether what is named may be none of ours, be it no YAML for us either: what
 * a hook or an editor hands over; documents that are passed on all count.
 */
static bool
may_be_foreign(const struct gf_run *run)
{
	const struct gf_common *c = run->common;

	return c->allow_empty && run->verb->checks && !c->pass && !c->fail &&
	    !c->through && c->fix == NULL;
}

void
gf_input_add(struct gf_run *run, struct gf_str path, bool walked, bool given)
{
	struct gf_inputs *is = run->inputs;
	const struct gf_config *config = gf_conf_for(&is->conf, path);
	struct gf_str *name = NULL;
	struct gf_input *in;
	struct stat st;

	if ((walked || run->common->force_exclude) &&
	    gf_conf_excludes(&is->conf, config, path)) {
		gf_run_note(run, "left out '%s': excluded",
		    gf_input_name(run, path));
		return;
	}
	if (!look_up(run, path.p, &st))
		st = (struct stat){ 0 };
	else if (!is_new(run, &st, path, &name) && (given ||
	    !streamed(run, *name)))
		return;
	in = append(is, path);
	if (name != NULL)
		in->name = *name;
	in->config = config;
	in->walked = walked;
	in->given = given;
	in->stream = given && run->common->stream;
	in->counts = (!walked && !may_be_foreign(run)) ||
	    gf_conf_rooted(&is->conf, config, path);
	in->private = gf_conf_private(&is->conf, config, path);
	in->size = (uint64_t)st.st_size;
}

static void
add_names(struct gf_run *run, struct gf_names *names, bool given)
{
	for (size_t i = 0; i < names->n; i++)
		gf_input_add(run, names->v[i], true, given);
	free(names->v);
}

void
gf_input_walk(struct gf_run *run, struct gf_str dir, bool given)
{
	struct gf_names names = { 0 };

	gf_walk(run, dir, &names);
	add_names(run, &names, given);
}

bool
gf_input_repository(struct gf_run *run, struct gf_str dir, bool given)
{
	struct gf_names names = { 0 };
	bool found = gf_walk_repository(run, dir, &names);

	add_names(run, &names, given);
	return found;
}

void
gf_input_flat(struct gf_run *run, struct gf_str dir, bool given)
{
	struct gf_names names = { 0 };

	gf_walk_flat(run, dir, &names);
	add_names(run, &names, given);
}

bool
gf_input_roots(struct gf_run *run, const struct gf_config *config, bool given)
{
	struct gf_conf *conf = &run->inputs->conf;
	struct gf_buf abs = { 0 }, path = { 0 }, root = { 0 };
	struct stat st;

	for (size_t i = 0; i < config->nroots; i++) {
		gf_buf_clear(&abs);
		gf_buf_clear(&path);
		gf_buf_clear(&root);
		gf_buf_str(&root, config->dir);
		gf_buf_byte(&root, '/');
		gf_buf_str(&root, config->roots[i]);
		gf_conf_absolute(conf, gf_buf_view(&root), &abs);
		gf_conf_relative(conf, gf_buf_view(&abs), &path);
		if (!look_up(run, path.p, &st))
			gf_run_note(run, "no root '%s'", path.p);
		else if (S_ISDIR(st.st_mode))
			gf_input_walk(run, gf_buf_keep(&path, run->arena),
			    given);
		else
			gf_input_add(run, gf_buf_keep(&path, run->arena), false,
			    given);
	}
	gf_buf_release(&abs);
	gf_buf_release(&path);
	gf_buf_release(&root);
	return config->nroots > 0;
}

void
gf_input_stream(struct gf_run *run)
{
	const struct gf_plan *plan = run->plan;
	struct gf_map *places = &run->inputs->places;
	struct gf_str last = { 0 }, *name;
	struct gf_buf b = { 0 };
	struct stat st;

	for (size_t i = places->n > 0 ? plan->nentries : 0;
	    i < plan->nentries; i++) {
		const struct gf_doc *d = plan->entries[i].doc;
		struct gf_str path = d->origin.path;

		if (!d->marked || d->origin.fresh)
			continue;
		gf_buf_clear(&b);
		gf_input_place(&b, path, d->origin.line);
		gf_map_put(places, gf_buf_keep(&b, run->arena),
		    plan->entries[i].doc);
		if (gf_str_eq(path, last))
			continue;
		last = path;
		gf_buf_clear(&b);
		gf_input_place(&b, path, 0);
		if (gf_map_put(places, gf_buf_keep(&b, run->arena),
		    plan->entries[i].doc) == NULL && stat(path.p, &st) == 0)
			is_new(run, &st, path, &name);
	}
	gf_buf_release(&b);
}

static void
add_standard(struct gf_run *run)
{
	struct gf_inputs *is = run->inputs;
	const char *named = run->common->stdin_filename;
	struct gf_input *in;
	struct gf_str *name;
	struct stat st;

	for (size_t i = 0; i < is->n; i++)
		if (gf_str_is(is->v[i].path, "-"))
			return;
	in = append(is, GF_STR("-"));
	in->given = in->stream = true;
	if (named != NULL) {
		in->name = gf_str(named);
		if (stat(named, &st) == 0)
			is_new(run, &st, in->name, &name);
	}
	in->config = gf_conf_for(&is->conf, named ? in->name : gf_str(""));
	in->private = named != NULL && gf_conf_private(&is->conf, in->config,
	    in->name);
	in->counts = !may_be_foreign(run) || (named != NULL &&
	    gf_conf_rooted(&is->conf, in->config, in->name));
}

static bool
holds_answers(const struct gf_run *run)
{
	const char *answers = run->common->answers;

	return answers != NULL && strcmp(answers, "-") == 0;
}

/* What standard input holds that is no goal, NULL if nothing. */
static const char *
held_for(const struct gf_run *run)
{
	if (run->import)
		return run->verb->grows ? "goals to be" : "readings";
	return holds_answers(run) ? "answers" : NULL;
}

static void
add_operand(struct gf_run *run, const char *word, bool first)
{
	struct gf_inputs *is = run->inputs;
	const char *near;
	struct stat st;

	if (strcmp(word, "-") == 0) {
		if (is->git != NULL)
			gf_run_fail(run, "--staged and --rev read what git "
			    "keeps, never standard input");
		else if (held_for(run) == NULL)
			add_standard(run);
		else
			gf_run_fail(run, "standard input holds the %s: name "
			    "the files of goals", held_for(run));
		return;
	}
	is->named = gf_grow(is->named, is->nnamed, &is->capnamed,
	    sizeof(*is->named));
	is->named[is->nnamed++] = word;
	if (run->verb->grows && stat(word, &st) != 0 && errno == ENOENT)
		return;
	if (!look_up(run, word, &st)) {
		int error = errno;

		near = first && !run->named ?
		    gf_words_near_verb(run, gf_str(word)) : NULL;
		gf_run_fail(run, "cannot read '%s': %s%s%s%s%s%s",
		    gf_input_name(run, gf_str(word)), strerror(error),
		    near ? ": did you mean the verb '" : "", near ? near : "",
		    near ? "'?" : "", run->verb->stray ? "; " : "",
		    run->verb->stray ? run->verb->stray : "");
	} else if (S_ISDIR(st.st_mode) && run->verb->grows) {
		gf_run_fail(run, "'%s' is a directory: name the file that "
		    "the goal goes into", gf_input_name(run, gf_str(word)));
	} else if (S_ISDIR(st.st_mode)) {
		gf_input_walk(run, gf_str(word), true);
	} else {
		gf_input_add(run, gf_str(word), false, true);
	}
}

static bool
add_from(struct gf_run *run, const char *file)
{
	struct gf_buf b = { 0 };
	bool ok = strcmp(file, "-") == 0 ? gf_file_rest(0, LIST_MOST, &b) :
	    gf_file_read(file, LIST_MOST, &b);

	if (!ok)
		gf_run_fail(run, "cannot read '%s': %s",
		    gf_input_name(run, gf_str(file)), strerror(errno));
	for (size_t at = 0; ok && at < b.n; at += strlen(b.p + at) + 1)
		if (b.p[at] != '\0')
			add_operand(run, gf_arena_copy(run->arena, b.p + at,
			    strlen(b.p + at)), false);
	gf_buf_release(&b);
	return ok;
}

/* What is read when nothing was named. */
static void
add_default(struct gf_run *run, size_t nids)
{
	if (run->inputs->git == NULL && nids == 0 && gf_env_piped() &&
	    held_for(run) == NULL) {
		add_standard(run);
		return;
	}
	if (gf_input_roots(run, run->config, true))
		return;
	if ((nids > 0 || run->inputs->git != NULL) &&
	    gf_input_repository(run, GF_STR("."), true))
		return;
	gf_input_walk(run, GF_STR("."), true);
}

bool
gf_input_list(struct gf_run *run, const struct gf_texts *operands,
    size_t nids)
{
	const char *from = run->common->files_from;

	if (from != NULL && !add_from(run, from))
		return false;
	for (size_t i = nids; i < operands->n; i++)
		add_operand(run, operands->v[i], i == nids);
	if (operands->n == nids && from == NULL)
		add_default(run, nids);
	return run->status == 0 || run->inputs->n > 0;
}

/* Threads pay only when there is much to read. */
static unsigned
threads_for(struct gf_run *run, size_t first)
{
	const struct gf_inputs *is = run->inputs;
	uint64_t total = 0;

	if (is->threads > 0)
		return is->threads;
	for (size_t i = first; i < is->n; i++)
		total += is->v[i].size;
	return total > MANY_BYTES ? gf_env_processors(4) : 1;
}

void
gf_input_read(struct gf_run *run, size_t first)
{
	unsigned threads = threads_for(run, first);
	struct gf_intake in;

	if (threads > run->inputs->judges)
		run->inputs->judges = threads;
	gf_intake_begin(&in, run, threads);
	for (size_t i = first; i < run->inputs->n; i++)
		gf_intake_add(&in, i);
	gf_intake_end(&in);
}

void
gf_input_release(struct gf_inputs *is)
{
	gf_past_release(is->past);
	if (is->git != NULL)
		gf_git_release(is->git);
	gf_conf_release(&is->conf);
	gf_recall_release(&is->recall);
	free(is->named);
	gf_map_release(&is->files);
	gf_map_release(&is->places);
	gf_buf_release(&is->standard);
	for (size_t i = 0; i < is->nkept; i++)
		free(is->kept[i]);
	free(is->kept);
	free(is->about);
	free(is->sums);
	free(is->v);
}
