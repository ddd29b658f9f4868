#include <sys/select.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cli/ask.h"
#include "cli/change.h"
#include "cli/emit.h"
#include "cli/env.h"
#include "cli/file.h"
#include "cli/input.h"
#include "text/quote.h"

static const int caught_signals[GF_ASK_SIGNALS] = { SIGINT, SIGTERM, SIGHUP };
static volatile sig_atomic_t caught;

static void
catch(int number)
{
	caught = number;
}

/* What an entry of heard.said begins with. */
enum { HEARD_LINE = 'a', HEARD_END = 'e', HEARD_YES = 'y' };

GF_PRINTF(1, 0) static struct gf_str
shown(const char *fmt, va_list ap, struct gf_buf *b)
{
	char text[2048];
	int n = vsnprintf(text, sizeof(text), fmt, ap);
	struct gf_str s = { text, n < 0 ? 0 : (size_t)n < sizeof(text) ?
	    (size_t)n : sizeof(text) - 1 };

	if (gf_env_utf8())
		gf_show(b, s);
	else
		gf_show_ascii(b, s);
	return gf_buf_view(b);
}

/*
 * Signals wait from here on while no answer is waited for, so that what was
 * answered can be shown before one of them ends the program.
 */
static void
hold_signals(struct gf_ask *a)
{
	struct sigaction act = { .sa_handler = catch };
	sigset_t held;

	caught = 0;
	sigemptyset(&act.sa_mask);
	sigemptyset(&held);
	for (int i = 0; i < GF_ASK_SIGNALS; i++) {
		sigaction(caught_signals[i], NULL, &a->old[i]);
		if (a->old[i].sa_handler == SIG_IGN)
			continue;
		sigaddset(&held, caught_signals[i]);
		sigaction(caught_signals[i], &act, NULL);
	}
	sigprocmask(SIG_BLOCK, &held, &a->mask);
}

static void
give_signals_back(struct gf_ask *a)
{
	for (int i = 0; i < GF_ASK_SIGNALS; i++)
		sigaction(caught_signals[i], &a->old[i], NULL);
	sigprocmask(SIG_SETMASK, &a->mask, NULL);
}

/* Die by a signal as one would who caught none, but say first what is lost. */
static void
die(struct gf_ask *a)
{
	struct gf_str end = GF_STR("\n");

	if (caught == 0)
		return;
	gf_file_write(a->tty, end);
	gf_emit_talk(a->run);
	gf_heard_print(a->run->heard, a->run);
	give_signals_back(a);
	raise(caught);
}

bool
gf_heard_load(struct gf_run *run, const char *file, const char *what)
{
	struct gf_heard *h = run->heard;
	bool standard = strcmp(file, "-") == 0;
	int fd;

	if (h->loaded)
		return true;
	fd = standard ? 0 : open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	h->loaded = fd >= 0 && gf_file_rest(fd,
	    run->common->limits.v[GF_LIMIT_SIZE], &h->given);
	if (!h->loaded)
		gf_run_fail(run, "cannot read %s in '%s': %s", what,
		    gf_input_name(run, gf_str(file)), strerror(errno));
	else if (!gf_text_ok(gf_buf_view(&h->given)))
		gf_run_fail(run, "%s in '%s' are no UTF-8 text", what,
		    gf_input_name(run, gf_str(file)));
	if (fd > 0)
		close(fd);
	return run->status < 2;
}

bool
gf_ask_open(struct gf_ask *a, struct gf_run *run, const char *about)
{
	const struct gf_common *c = run->common;
	bool given = c->answers != NULL;

	*a = (struct gf_ask){ .run = run, .tty = -1 };
	if (given)
		return gf_heard_load(run, c->answers, "the answers");
	if (!c->no_input)
		a->tty = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
	if (a->tty >= FD_SETSIZE) {
		close(a->tty);
		a->tty = -1;
	}
	if (a->tty < 0) {
		gf_run_fail(run, "cannot ask about %s: %s; --answers FILE "
		    "takes the answers from a file", about, c->no_input ?
		    "--no-input says so" : "there is no terminal");
		return false;
	}
	hold_signals(a);
	return true;
}

void
gf_ask_say(struct gf_ask *a, const char *fmt, ...)
{
	struct gf_buf b = { 0 };
	va_list ap;

	/* what comes was said in the try before */
	if (a->tty < 0 || a->at < a->run->heard->said.n)
		return;
	va_start(ap, fmt);
	shown(fmt, ap, &b);
	va_end(ap);
	gf_buf_byte(&b, '\n');
	gf_emit_talk(a->run);
	gf_file_write(a->tty, gf_buf_view(&b));
	gf_buf_release(&b);
}

/* Wait until a line is there or a signal came. */
static bool
wait_for(struct gf_ask *a)
{
	fd_set set;
	int n;

	do {
		FD_ZERO(&set);
		FD_SET(a->tty, &set);
		n = pselect(a->tty + 1, &set, NULL, NULL, NULL, &a->mask);
		die(a);
	} while (n < 0 && errno == EINTR);
	return n > 0;
}

/* Read the terminal up to the end of a line; false at the end of all. */
static bool
read_line(struct gf_ask *a)
{
	char chunk[4096];
	ptrdiff_t n = 1;

	while (memchr(a->line.p ? a->line.p : "", '\n', a->line.n) == NULL &&
	    wait_for(a)) {
		n = gf_file_next(a->tty, chunk, sizeof(chunk));
		if (n <= 0)
			break;
		gf_buf_add(&a->line, chunk, (size_t)n);
	}
	return a->line.n > 0;
}

/* Ask on the terminal; false at the end. */
static bool
converse(struct gf_ask *a, struct gf_str question, struct gf_str *answer)
{
	struct gf_buf b = { 0 };
	struct gf_str rest;
	bool more, fits;

	do {
		gf_buf_clear(&b);
		gf_buf_str(&b, question);
		gf_buf_text(&b, "\n> ");
		gf_emit_talk(a->run);
		gf_file_write(a->tty, gf_buf_view(&b));
		more = read_line(a);
		rest = gf_buf_view(&a->line);
		*answer = gf_str_trim(gf_str_cut(&rest, '\n'));
		fits = gf_text_ok(*answer);
		answer->p = gf_arena_copy(a->run->arena, answer->p,
		    answer->n);
		if (a->line.n > 0)
			memmove(a->line.p, rest.p, rest.n);
		a->line.n = rest.n;
		if (!fits)
			gf_ask_say(a, "that is no UTF-8 text; once more:");
	} while (!fits);
	if (!more)
		gf_file_write(a->tty, GF_STR("\n"));
	gf_buf_release(&b);
	return more;
}

/* The next word of heard.said from a place on. */
static struct gf_str
take_word(const struct gf_buf *said, size_t *at)
{
	struct gf_str s = gf_str(said->p + *at);

	*at += s.n + 1;
	return s;
}

/*
 * What was answered to this question in a try before; all that follows is
 * forgotten once another question is asked.
 */
static bool
heard_before(struct gf_ask *a, struct gf_str question, char *kind,
    struct gf_str *answer)
{
	struct gf_buf *said = &a->run->heard->said;
	size_t at = a->at;
	struct gf_str s;

	if (at >= said->n)
		return false;
	*kind = said->p[at++];
	if (!gf_str_eq(take_word(said, &at), question)) {
		said->n = a->at;
		return false;
	}
	s = take_word(said, &at);
	*answer = gf_str_keep(s, a->run->arena);
	a->at = at;
	return true;
}

/* Ask on the terminal, unless it was answered before; remembers the answer. */
static bool
ask(struct gf_ask *a, char kind, struct gf_str question,
    struct gf_str *answer)
{
	struct gf_buf *said = &a->run->heard->said;

	if (heard_before(a, question, &kind, answer))
		return kind != HEARD_END;
	if (!converse(a, question, answer) && kind == HEARD_LINE)
		kind = HEARD_END;
	gf_buf_byte(said, kind);
	gf_buf_str(said, question);
	gf_buf_byte(said, '\0');
	gf_buf_str(said, *answer);
	gf_buf_byte(said, '\0');
	a->at = said->n;
	return kind != HEARD_END;
}

/* The next line of --answers; false at the end. */
static bool
next_given(struct gf_ask *a, struct gf_str *answer)
{
	const struct gf_buf *given = &a->run->heard->given;
	struct gf_str rest = gf_buf_view(given);

	rest.p += a->at;
	rest.n -= a->at;
	if (rest.n == 0)
		return false;
	*answer = gf_str_cut(&rest, '\n');
	a->at = given->n - rest.n;
	*answer = gf_str_trim(*answer);
	return true;
}

bool
gf_ask_line(struct gf_ask *a, struct gf_str *answer, const char *fmt, ...)
{
	struct gf_buf b = { 0 };
	va_list ap;
	bool more;

	*answer = (struct gf_str){ "", 0 };
	if (a->tty < 0)
		return next_given(a, answer);
	va_start(ap, fmt);
	shown(fmt, ap, &b);
	va_end(ap);
	more = ask(a, HEARD_LINE, gf_buf_view(&b), answer);
	gf_buf_release(&b);
	return more;
}

/* Whether an answer says yes. */
static bool
is_yes(struct gf_str answer)
{
	return gf_str_eq_fold(answer, GF_STR("y")) ||
	    gf_str_eq_fold(answer, GF_STR("yes"));
}

bool
gf_ask_yes(struct gf_ask *a, bool otherwise, const char *fmt, ...)
{
	struct gf_str answer = { "", 0 };
	struct gf_buf b = { 0 };
	va_list ap;
	bool yes = false, no = false;

	if (a->tty < 0)
		return otherwise;
	va_start(ap, fmt);
	shown(fmt, ap, &b);
	va_end(ap);
	gf_buf_text(&b, " (yes or no)");
	while (!yes && !no) {
		ask(a, HEARD_YES, gf_buf_view(&b), &answer);
		yes = is_yes(answer);
		no = answer.n == 0 || gf_str_eq_fold(answer, GF_STR("n")) ||
		    gf_str_eq_fold(answer, GF_STR("no"));
	}
	gf_buf_release(&b);
	return yes;
}

int
gf_ask_sure(struct gf_run *run, const char *about, const char *question,
    const char *way)
{
	struct gf_ask a;
	struct gf_str answer;
	int sure = -1;

	if (!gf_ask_open(&a, run, about)) {
		gf_run_fail(run, "%s %s", question, way);
	} else {
		gf_ask_line(&a, &answer, "%s (yes or no)", question);
		sure = is_yes(answer);
	}
	gf_ask_close(&a);
	return sure;
}

int
gf_ask_settle(struct gf_ask *a)
{
	struct gf_run *run = a->run;
	const struct gf_common *c = run->common;
	struct gf_buf files = { 0 };
	bool yes;

	if (a->tty < 0 || c->in_place || c->dry_run || c->output != NULL ||
	    c->format.n > 0 || !run->look.terminal ||
	    !gf_change_files(run, &files)) {
		gf_buf_release(&files);
		return 0;
	}
	yes = gf_ask_yes(a, false, "write this to %s?", files.p);
	run->changes->agreed = yes;
	gf_buf_release(&files);
	return yes ? 0 : 1;
}

void
gf_ask_close(struct gf_ask *a)
{
	if (a->tty >= 0) {
		sigprocmask(SIG_SETMASK, &a->mask, NULL);
		die(a);
		give_signals_back(a);
		close(a->tty);
	}
	gf_buf_release(&a->line);
	a->tty = -1;
}

void
gf_heard_print(const struct gf_heard *h, const struct gf_run *run)
{
	struct gf_buf b = { 0 };
	size_t at = 0;

	while (at < h->said.n) {
		bool line = h->said.p[at++] != HEARD_YES;
		struct gf_str s;

		take_word(&h->said, &at);
		s = take_word(&h->said, &at);
		if (!line)
			continue;
		if (b.n == 0)
			gf_buf_printf(&b, "%s: nothing was written; what was "
			    "answered, as lines for --answers:\n",
			    run->prog->name);
		/* to a file word for word, it is to be read again */
		if (run->err_look.terminal)
			gf_show(&b, s);
		else
			gf_buf_str(&b, s);
		gf_buf_byte(&b, '\n');
	}
	gf_file_write(2, gf_buf_view(&b));
	gf_buf_release(&b);
}

void
gf_heard_release(struct gf_heard *h)
{
	gf_buf_release(&h->said);
	gf_buf_release(&h->given);
}
