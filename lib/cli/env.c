#include <sys/ioctl.h>
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/env.h"

void
gf_env_open(void)
{
	/* Output that was closed must fail when written to, not vanish. */
	static const int modes[] = { O_RDONLY, O_RDONLY, O_WRONLY };

	for (int fd = 0; fd < 3; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
		    open("/dev/null", modes[fd] | O_NOCTTY) < 0)
			gf_die("cannot open '/dev/null'");
}

static bool
set(const char *name)
{
	const char *v = getenv(name);

	return v != NULL && v[0] != '\0';
}

const char *
gf_env_today_from(const struct gf_common *c)
{
	if (c->today != NULL && c->today[0] != '\0')
		return "--today";
	return c->today == NULL && set("GOALFILE_TODAY") ? "GOALFILE_TODAY" :
	    "the clock";
}

bool
gf_env_today(const struct gf_common *c, gf_day *day, struct gf_buf *why)
{
	const char *text = c->today ? c->today : getenv("GOALFILE_TODAY");
	const char *said;
	struct tm tm;
	time_t now;

	if (text != NULL && text[0] != '\0') {
		if (gf_day_parse(gf_str(text), day, &said))
			return true;
		gf_buf_printf(why, "%s '%s' is no day: %s", c->today ?
		    "--today" : "GOALFILE_TODAY", text, said);
		return false;
	}
	now = time(NULL);
	if (now == (time_t)-1 || localtime_r(&now, &tm) == NULL) {
		gf_buf_text(why, "the clock says nothing: use --today DATE");
		return false;
	}
	*day = gf_day_of(tm.tm_year + 1900, (unsigned)tm.tm_mon + 1,
	    (unsigned)tm.tm_mday);
	return true;
}

static bool
forced(const char *name)
{
	const char *v = getenv(name);

	return v != NULL && v[0] != '\0' && strcmp(v, "0") != 0;
}

static bool
colour(const char *when, bool terminal)
{
	const char *term = getenv("TERM");

	if (when != NULL && strcmp(when, "always") == 0)
		return true;
	if (when != NULL && strcmp(when, "never") == 0)
		return false;
	if (set("NO_COLOR"))
		return false;
	if (forced("CLICOLOR_FORCE") || forced("FORCE_COLOR"))
		return true;
	return terminal && (term == NULL || strcmp(term, "dumb") != 0);
}

static size_t
width(int fd)
{
	struct winsize w;

	if (ioctl(fd, TIOCGWINSZ, &w) == 0 && w.ws_col > 0)
		return w.ws_col;
	return 80;
}

bool
gf_env_utf8(void)
{
	return setlocale(LC_CTYPE, "") != NULL &&
	    strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static enum gf_audience
audience(const char *word, bool terminal)
{
	if (word == NULL)
		return terminal ? GF_COACH : GF_COMPANY;
	return strcmp(word, "coach") == 0 ? GF_COACH :
	    strcmp(word, "team") == 0 ? GF_TEAM : GF_COMPANY;
}

static struct gf_look
look(const struct gf_common *c, int fd, bool drawn)
{
	bool terminal = isatty(fd) == 1 && (fd != 1 || c->output == NULL);

	return (struct gf_look){
		.terminal = terminal,
		.colour = colour(c->color, terminal),
		.utf8 = drawn || terminal ? gf_env_utf8() : false,
		.width = terminal ? width(fd) : 0,
		.audience = audience(c->audience, terminal),
		.column = c->column_unit == NULL ? GF_COLUMN_BYTE :
		    c->column_unit[0] == 'u' ? GF_COLUMN_UTF16 :
		    c->column_unit[0] == 'c' ? GF_COLUMN_CHARACTER :
		    GF_COLUMN_BYTE,
	};
}

void
gf_env_looks(const struct gf_common *c, bool draws, struct gf_look *out,
    struct gf_look *err)
{
	*out = look(c, 1, draws);
	*err = look(c, 2, false);
}

bool
gf_env_piped(void)
{
	struct stat st;

	return fstat(0, &st) == 0 && (S_ISFIFO(st.st_mode) ||
	    S_ISREG(st.st_mode) || S_ISSOCK(st.st_mode));
}

bool
gf_env_on_github(void)
{
	const char *v = getenv("GITHUB_ACTIONS");

	return v != NULL && strcmp(v, "true") == 0;
}

const char *
gf_env_step_summary(void)
{
	return set("GITHUB_STEP_SUMMARY") ? getenv("GITHUB_STEP_SUMMARY") :
	    NULL;
}

unsigned
gf_env_processors(unsigned most)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : n > (long)most ? most : (unsigned)n;
}

uint64_t
gf_env_clock(void)
{
	struct timespec t = { 0 };

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

static int64_t
milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void
gf_progress_show(struct gf_progress *p, size_t n, const char *what)
{
	int64_t now;

	if (p->off)
		return;
	now = milliseconds();
	if (p->begun == 0)
		p->begun = now;
	if (now - p->begun < 1000 || now - p->last < 100)
		return;
	p->last = now;
	p->shown = true;
	fprintf(stderr, "\r%zu %s", n, what);
}

void
gf_progress_end(struct gf_progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
	p->shown = false;
}
