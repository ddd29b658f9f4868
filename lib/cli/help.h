/* cli/help.h: help and manual text, made from the tables of a program. */
#ifndef GF_HELP_H
#define GF_HELP_H

#include "cli/main.h"

#define GF_VERSION "0.1"

/* Append the help of a program, or of one verb of it (NULL: all). */
void gf_help(struct gf_buf *, const struct gf_prog *, const struct gf_verb *);
/* Append synopsis and options as mdoc, as the manual page must have them. */
void gf_help_mdoc(struct gf_buf *, const struct gf_prog *);
/* Append all checks of a program, one a line. */
void gf_help_checks(struct gf_buf *, const struct gf_prog *);

#endif
