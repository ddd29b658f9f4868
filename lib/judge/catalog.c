#include "judge/judge.h"

const struct gf_catalog *const gf_catalogs[] = {
	&gf_format_checks, &gf_smart_s, &gf_smart_m, &gf_smart_a, &gf_smart_r,
	&gf_smart_t, &gf_smart_x, &gf_smart_w, &gf_shared_checks,
	&gf_smart_metric, &gf_smart_rhythm, &gf_smart_pace, &gf_smart_plan,
	&gf_smart_owner, &gf_shared_plan, &gf_shared_owner,
	&gf_word_checks, &gf_field_checks, &gf_rule_checks,
	&gf_align_checks, &gf_align_sums, &gf_why_checks,
	&gf_obstacle_checks, &gf_meet_checks, &gf_moved_checks
};
const size_t gf_ncatalogs = GF_LEN(gf_catalogs);
