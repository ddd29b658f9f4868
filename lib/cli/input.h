/* cli/input.h: what was given to a run, and what of it was read. */
#ifndef GF_INPUT_H
#define GF_INPUT_H

#include "cli/conf.h"
#include "cli/recall.h"

/* One file, or standard input. */
struct gf_input {
	/* as it is opened, ended by a NUL; "-" standard input */
	struct gf_str path;
	struct gf_str name;	/* for origins and configuration */
	const struct gf_config *config;
	bool walked;		/* found in a directory, not named */
	bool counts;		/* its documents are taken whatever they are */
	bool stream;		/* markers count */
	bool given;		/* else looked up as context */
	bool private;
	bool plain;		/* no marker was found in it */
	uint64_t size;		/* as it was found, 0 unknown */
};

struct gf_inputs {
	struct gf_conf conf;
	struct gf_past *past;	/* before the change that is judged, or NULL */
	struct gf_git *git;	/* what is read from, NULL: the files here */
	struct gf_input *v;
	size_t n, cap;
	/* files and directories that the command line names */
	const char **named;
	size_t nnamed, capnamed;
	struct gf_map files;	/* device and number of a file -> its path */
	struct gf_map places;	/* line and path of what came with a marker */
	struct gf_recall recall;
	struct gf_sum *sums;	/* by the seq of the document */
	size_t nsums, capsums;
	char **kept;		/* chunks that documents point into */
	size_t nkept, capkept;
	bool keep;		/* bytes of documents stay */
	bool whole;		/* keep standard input as it came, too */
	struct gf_buf standard;	/* standard input as it came */
	/* bytes of documents edited in the stream stay */
	bool keep_edited;
	unsigned threads;	/* of -j, 0: as many as pay */
	unsigned judges;	/* threads that judge */
	const struct gf_where *where;	/* one an option */
	size_t nwhere;
	const struct gf_config_check *levels;	/* of -D */
	size_t nlevels;
	/* documents that a report is about, by their seq */
	bool *about;
	bool piped;		/* standard input was read */
	bool empty;		/* and held no byte */
	size_t markers;		/* documents that came with one */
	size_t since;		/* of them since the last end line */
	bool open;		/* a marker, and no end line behind it yet */
	bool ended;		/* an end line was seen */
	bool cut;		/* the stream was cut off */
	bool looking_up;	/* nobody asked for these files */
	bool unread;		/* the rest of an input was not read */
	uint32_t nseq;
	size_t moved;		/* documents that fit no fingerprint */
};

/*
 * Work out from the operands what is to be read; false if that cannot be done
 * (it was said).
 */
bool gf_input_list(struct gf_run *, const struct gf_texts *operands,
    size_t nids);
/* Read all inputs from one of them on into the plan. */
void gf_input_read(struct gf_run *, size_t first);
/* Add an input, unless it is there already. */
void gf_input_add(struct gf_run *, struct gf_str path, bool walked,
    bool given);
/*
 * Note which places of which files came in a stream, so that the context does
 * not bring them again.
 */
void gf_input_stream(struct gf_run *);
/* Add the files below a directory. */
void gf_input_walk(struct gf_run *, struct gf_str dir, bool given);
/* Add those in a directory without its subdirectories, ignored or not. */
void gf_input_flat(struct gf_run *, struct gf_str dir, bool given);
/* Add those of the repository around a directory; false if there is none. */
bool gf_input_repository(struct gf_run *, struct gf_str dir, bool given);
/* Add the files below the roots of a configuration; false if it has none. */
bool gf_input_roots(struct gf_run *, const struct gf_config *, bool given);
/* The name in messages of a path, in the arena of the run. */
const char *gf_input_name(struct gf_run *, struct gf_str path);
/* The key of a document's place in inputs.places, in the buffer. */
struct gf_str gf_input_place(struct gf_buf *, struct gf_str path,
    uint32_t line);
/* Whether a path leads to a file that is read. */
bool gf_input_has(const struct gf_inputs *, const char *path);
/* Give back what is not in the arena. */
void gf_input_release(struct gf_inputs *);
#endif
