/* goal/table.h: the tables that stand below a key of another one. */
#ifndef GF_TABLE_H
#define GF_TABLE_H

#include "goal/field.h"

extern const struct gf_table gf_goal_table, gf_agreed_table, gf_scale_table,
    gf_measure_table, gf_milestone_table, gf_point_table, gf_via_table,
    gf_support_table, gf_guard_table, gf_unaligned_table, gf_because_table,
    gf_best_table, gf_control_table, gf_step_table, gf_hit_table,
    gf_obstacle_table, gf_ask_table, gf_routine_table, gf_funnel_table,
    gf_progress_table, gf_confidence_table, gf_change_table, gf_close_table;
extern const struct gf_table gf_person_table, gf_teamdoc_table,
    gf_companydoc_table;

/* The number of rows must be that of the enum, whose last number is given. */
#define GF_TABLE_IS(rows, last) \
	_Static_assert(GF_LEN(rows) == (last) + 1, "a row for every number"); \
	_Static_assert(GF_LEN(rows) <= 56, "a bit for every row")

#endif
