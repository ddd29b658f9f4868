/* cli/person.h: people whom an operand names. */
#ifndef GF_PERSON_H
#define GF_PERSON_H

#include "cli/main.h"

/*
 * The person with an id or a name, NULL and a message with the nearest id if
 * there is none.
 */
const struct gf_entry *gf_run_person(struct gf_run *, struct gf_str);
/*
 * The people whom the ids name, without one all whose documents were given, in
 * the arena of the run; false, and it was said, if an id names nobody.
 */
bool gf_run_persons(struct gf_run *, const struct gf_entry ***, size_t *n);

#endif
