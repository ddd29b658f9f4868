/* judge/forecast.h: where a goal goes at the rate of its readings. */
#ifndef GF_FORECAST_H
#define GF_FORECAST_H

#include "judge/facts.h"

/*
 * Fill in forecast, low, high and arrival of a dated and measured goal
 * (ARITHMETIC.md, Pace): the rate of the last twenty working days, and of the
 * worst and best window of that length that ends with a reading.
 */
void gf_forecast(const struct gf_facts *, struct gf_pace *);
/*
 * The day on which what a measured goal is short of is made up at a rate a
 * working day, GF_NO_DAY: never, or later than anybody plans.
 */
gf_day gf_arrival(const struct gf_facts *, const struct gf_pace *,
    struct gf_ratio rate);

#endif
