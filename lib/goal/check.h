/* goal/check.h: what the reader of documents reports, one row each. */
#ifndef GF_CHECK_H
#define GF_CHECK_H

#include "text/finding.h"

enum gf_format_check {
	GF_YAML, GF_F01, GF_F02, GF_F03, GF_F04, GF_F05, GF_F06,
	GF_F07, GF_F08, GF_F10, GF_F11, GF_F12, GF_F13,
	GF_FORMAT_CHECKS
};

/*
 * All rows, once: X(number, id, name, level, about, ask, why, bad, good, fix).
 * A list of rows and not an array, because the tables of the judges hold their
 * checks by value.
 */
#define GF_FORMAT_ROWS(X) \
X(GF_YAML, "yaml", "invalid", GF_ERROR, \
    "the document is no YAML, breaks a limit, or says one key twice", \
    "What should stand there?", \
    "A document that cannot be read is judged by nobody; it passes through " \
    "a pipe as it is, and the exit status is 2", \
    "title: Win: 24 customers", "title: \"Win: 24 customers\"", \
    "quote the value; most often a ': ', a quote or a bracket is meant as " \
    "text") \
X(GF_F01, "F01", "unknown-key", GF_ERROR, \
    "a key that the format does not know", \
    "Which key did you mean?", \
    "A mistyped key is never read: the goal lacks what you believe it says", \
    "mesure: {to: 24}", "measure: {to: 24}", \
    "take the key that is offered; a key of your own begins with x-") \
X(GF_F02, "F02", "wrong-value", GF_ERROR, \
    "a value that does not fit its key", \
    "What did you mean, in the form that the key wants?", \
    "Type comes from the key and never from the look of a value, so that " \
    "nothing is guessed", \
    "due: end of June", "due: 2026-06-30", \
    "write it as the message shows; what is only text belongs in a title " \
    "or a note") \
X(GF_F03, "F03", "missing-key", GF_ERROR, \
    "a key that must be there is absent or empty", \
    "What should stand there?", \
    "Without it the document cannot be told from others or read by people", \
    "goal: ana-trials", "goal: ana-trials and a title", \
    "add the key") \
X(GF_F04, "F04", "first-key", GF_WARNING, \
    "the first key does not say what the document is", \
    "Is this one of ours?", \
    "The first key says what a document is; a formatter that sorts keys " \
    "hides it", \
    "gaol: ana-trials", "goal: ana-trials", \
    "put goal:, person:, team:, company:, session:, log: or defaults: first") \
X(GF_F05, "F05", "keys-exclude", GF_ERROR, \
    "two keys that cannot both hold", \
    "Which of the two is true?", \
    "A program would have to choose one, and you would not know which", \
    "status: active beside close:", "status: done beside close:", \
    "keep one of them") \
X(GF_F06, "F06", "suppression-unused", GF_NOTE, \
    "a suppression of a check that finds nothing there", \
    "Can the comment go?", \
    "What is no longer needed hides the next fault of the same kind", \
    "title: Win 24 customers  # smartcheck: ok M03 -- old list", \
    "title: Win 24 customers", \
    "take the comment out, which --fix does; it covers the key or item that " \
    "begins on its line or right below it, and at the first key the whole " \
    "document") \
X(GF_F07, "F07", "suppression-wrong", GF_WARNING, \
    "a suppression without a reason, or of a check that is not there", \
    "Why is it meant to be so?", \
    "Who reads it next year has to know whether the reason still holds", \
    "# smartcheck: ok M01", "# smartcheck: ok M01 -- the exam is the test", \
    "write '# smartcheck: ok ID -- REASON', with 'until DATE' before the " \
    "dashes if it shall end") \
X(GF_F08, "F08", "suppression-ended", GF_WARNING, \
    "a suppression whose last day has passed", \
    "Does the reason still hold, or can it be mended now?", \
    "An end was set so that somebody looks again", \
    "# smartcheck: ok M01 until 2026-03-31 -- figures come in April", \
    "measure: {metric: new customers, to: 24}", \
    "mend what it was about, or move the end and say why") \
X(GF_F10, "F10", "baseline-stale", GF_NOTE, \
    "the baseline knows a finding that is no longer there", \
    "Shall the baseline forget it?", \
    "An entry without its finding would let the next one of its kind pass", \
    "1 83ab54c2e1a5f0d7 M01 ana-q3 measure # no measure", \
    "the same file without the line", \
    "run the check once with --update-baseline") \
X(GF_F11, "F11", "text-cut-off", GF_WARNING, \
    "YAML reads part of a sentence as a comment, a name or a tag", \
    "Should the rest of the line be part of the text?", \
    "YAML ends a plain text before ' #' and takes '&word' and '!word' at " \
    "its start for itself", \
    "title: Close deal #4711", "title: \"Close deal #4711\"", \
    "quote the whole text; a comment has a blank behind its #") \
X(GF_F12, "F12", "split-by-comma", GF_ERROR, \
    "a comma inside { } or [ ] splits a value", \
    "Is this one value or two?", \
    "Inside brackets a comma begins the next key or item", \
    "{date: 2026-05-08, value: 1,200}", \
    "{date: 2026-05-08, value: \"1,200\"}", \
    "quote the value, or write it without the comma") \
X(GF_F13, "F13", "gate-lowered", GF_NOTE, \
    "the change that is judged lowers a check, silences it or hides a file", \
    "Who has agreed that this is no longer asked?", \
    "A change cannot quietly switch off the gate that it goes through: " \
    "--staged, --rev and --new-since compare with what was there before", \
    "checks: {R02: off} in the same commit", \
    "checks: {R02: off} in a commit of its own, which somebody reads", \
    "let somebody else agree; -D F13=error forbids it where it is judged")

/* The rows by enum gf_format_check. */
extern const struct gf_check gf_format_rows[GF_FORMAT_CHECKS];

#endif
