/* cli/ask.h: questions to the person, one line of answer each. */
#ifndef GF_ASK_H
#define GF_ASK_H

#include <signal.h>

#include "cli/run.h"

/* What was answered; it outlives a try that somebody else was faster than. */
struct gf_heard {
	struct gf_buf said;	/* of the terminal, private to ask.c */
	struct gf_buf given;	/* the bytes of --answers */
	bool loaded;		/* and they are all there */
};

#define GF_ASK_SIGNALS 3

/* A conversation. */
struct gf_ask {
	struct gf_run *run;
	int tty;		/* -1: the answers were given */
	size_t at;		/* in what was given, or heard before */
	struct gf_buf line;	/* read from the terminal, not yet taken */
	struct sigaction old[GF_ASK_SIGNALS];
	sigset_t mask;		/* the signals that were blocked before */
};

/*
 * Begin to ask about something ("the first step of 'ana-q3'"): answers come
 * from --answers, else from the terminal; false, and it was said, if there is
 * neither; close it in any case.
 */
bool gf_ask_open(struct gf_ask *, struct gf_run *, const char *about);
/* Show a line to the person; nothing if the answers were given. */
void gf_ask_say(struct gf_ask *, const char *fmt, ...) GF_PRINTF(2, 3);
/*
 * Ask, and take one line without blanks around it, in the arena of the run;
 * false when there is no more (Ctrl-D, end of the file).
 */
bool gf_ask_line(struct gf_ask *, struct gf_str *answer, const char *fmt, ...)
    GF_PRINTF(3, 4);
/* Ask for yes or no; what is meant otherwise where answers were given. */
bool gf_ask_yes(struct gf_ask *, bool otherwise, const char *fmt, ...)
    GF_PRINTF(3, 4);
/*
 * Ask one question outside of a conversation, for yes or no: 1, 0, or -1 where
 * nobody can be asked, and then it was said, with the other way.
 */
int gf_ask_sure(struct gf_run *, const char *about, const char *question,
    const char *way);
/*
 * At the end, all edits planned: ask whether to write them, where -i, -n and
 * the output do not say it; 0, or 1 (the verb's status) if not.
 */
int gf_ask_settle(struct gf_ask *);
/* End the conversation; signals are as they were. */
void gf_ask_close(struct gf_ask *);

/*
 * Read a file, "-" standard input, into what was given, once for all tries;
 * false, and it was said, if that is no text; what is "the answers".
 */
bool gf_heard_load(struct gf_run *, const char *file, const char *what);
/* Print what was answered on the terminal as lines for --answers. */
void gf_heard_print(const struct gf_heard *, const struct gf_run *);
/* Give the memory back. */
void gf_heard_release(struct gf_heard *);

#endif
