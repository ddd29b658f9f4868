/* judge/select.h: which findings are shown, and how loud. */
#ifndef GF_SELECT_H
#define GF_SELECT_H

#include "judge/judge.h"

/*
 * The level that options and configuration give a check, or the one it comes
 * with.
 */
enum gf_level gf_check_level(const struct gf_check *, enum gf_level,
    const struct gf_config *, const struct gf_sentence *);
/*
 * Set levels, silence what another finding explains, note who may see it,
 * sort; then keep one finding a letter, which the cut does.
 */
void gf_select_settle(const struct gf_plan *, const struct gf_sentence *,
    struct gf_findings *);
/* What -a would show is counted in hidden. */
void gf_select_cut(const struct gf_sentence *, struct gf_findings *);
/* Both, for findings that no judge made. */
void gf_select(const struct gf_plan *, const struct gf_sentence *,
    struct gf_findings *);

#endif
