/* out/format.h: the formats, one row each; writers append to a buffer. */
#ifndef GF_FORMAT_H
#define GF_FORMAT_H

#include "base/buf.h"
#include "goal/field.h"
#include "judge/judge.h"
#include "out/show.h"

/* How the reader of an output sees it. */
/* What the columns of text and gnu count; UTF-16 is what editors speak. */
enum gf_column_unit { GF_COLUMN_BYTE, GF_COLUMN_CHARACTER, GF_COLUMN_UTF16 };

struct gf_look {
	bool terminal;		/* findings show source and question */
	bool colour;
	bool utf8;		/* lines may be drawn with box characters */
	size_t width;		/* columns of a terminal; 0: no limit */
	enum gf_audience audience;
	enum gf_column_unit column;
};

/* The findings of a run and what a writer needs beside them. */
struct gf_report {
	const char *program, *version;
	const struct gf_findings *findings;
	const struct gf_plan *plan;
	const struct gf_catalog *const *checks;	/* of the program */
	size_t nchecks;
	bool failed;		/* something could not be read */
	bool notes_fail;	/* --fail-on note */
	size_t judged;		/* goals that were judged */
	bool sums;		/* counted at the end, on a terminal */
	/* findings not shown by level: [GF_NOTE], ... */
	const size_t *hidden;
	const struct gf_limits *limits;
	/*
	 * bytes of a document again, empty if they are gone; ctx is passed
	 * through
	 */
	struct gf_str (*bytes)(void *ctx, const struct gf_doc *);
	/* byte of the file of a place in a document, GF_NO_OFF if unknown */
	uint64_t (*byte)(void *ctx, const struct gf_doc *, uint32_t off);
	/* append a path as seen from the top of the repository */
	void (*from_top)(void *ctx, struct gf_str path, struct gf_buf *);
	struct gf_str first;	/* path of the first input */
	void *ctx;
};

/*
 * A way to write a model of any kind; the verb that owns the row knows which.
 */
struct gf_format {
	const char *name;	/* as -f takes it */
	const char *about;
	void (*write)(struct gf_buf *, const void *model,
	    const struct gf_look *);
};

/* Writers of findings: their model is a struct gf_report. */
extern const struct gf_format gf_find_formats[];
extern const size_t gf_find_nformats;
/*
 * Append what findings without a place say, which lines of text for standard
 * output cannot.
 */
void gf_find_placeless(struct gf_buf *err, const struct gf_report *);

#endif
