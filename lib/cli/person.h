/* cli/person.h: people whom an operand names. */
#ifndef GF_PERSON_H
#define GF_PERSON_H

#include "cli/main.h"

/*
 * The person with an id or a name, NULL and a message with the nearest id if
 * there is none.
 */
const struct gf_entry *gf_run_person(struct gf_run *, struct gf_str);

#endif
