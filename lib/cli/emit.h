/* cli/emit.h: where what a run makes goes, and in which format. */
#ifndef GF_EMIT_H
#define GF_EMIT_H

#include "cli/run.h"

/* Whether every -f names a format that the verb has; else says why. */
bool gf_emit_ok(struct gf_run *);
/* Whether a verb writes documents by the name of a format: diff, yaml. */
bool gf_emit_documents(const struct gf_verb *, struct gf_str name);
/* Whether a format was asked for by this name for standard output. */
bool gf_emit_wants(const struct gf_run *, const char *name);
/* Whether some -f wants a format by this name in a file. */
bool gf_emit_has_file(const struct gf_run *, const char *name);
/* Write bytes to every file that -f names for a format. */
void gf_emit_files(struct gf_run *, const char *name, const struct gf_buf *);
/* Whether some output of findings shows source lines or bytes of the file. */
bool gf_emit_shows_source(const struct gf_run *);
/*
 * Write the findings: to standard output, or to standard error when that holds
 * something else.
 */
void gf_emit_findings(struct gf_run *, bool beside);
/* Put what was collected on standard error there. */
void gf_emit_talk(struct gf_run *);
/*
 * Put what was collected for standard output there; false, and it was said, if
 * it did not arrive.
 */
bool gf_emit_product(struct gf_run *);
/* The same for what has come together so far, if it is much. */
void gf_emit_some(struct gf_run *);
/* Append the end of a stream of n documents, unless the input was not whole. */
void gf_emit_end(struct gf_run *, struct gf_buf *, size_t n);
/* Append the documents that are chosen (NULL: all given) as a stream. */
void gf_emit_stream(struct gf_run *, struct gf_buf *, const bool *chosen);

#endif
