/* cli/zone.h: what a clock on a wall is in universal time. */
#ifndef GF_ZONE_H
#define GF_ZONE_H

#include "base/date.h"

/* Whether the zone database has a zone by this name. */
bool gf_zone_known(struct gf_str zone);
/*
 * Put a day and minutes of a known zone into universal time; false if that
 * cannot be done.
 */
bool gf_zone_utc(struct gf_str zone, gf_day *day, int *at);

#endif
