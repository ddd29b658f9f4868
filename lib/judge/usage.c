#include "base/mem.h"
#include "judge/usage.h"

const struct gf_use_row gf_use_rows[GF_USE_COUNT] = {
	[GF_USE_OWNER] = { "S11", "an owner" },
	[GF_USE_LINK] = { "R01", "a link to another" },
	[GF_USE_OBSTACLE] = { "W02", "an obstacle" },
	[GF_USE_READING] = { "W05", "a reading" },
	[GF_USE_STEP] = { "W06", "a first step" },
	[GF_USE_CHECKPOINT] = { "T09", "a milestone" },
	[GF_USE_SOURCE] = { "M10", "a source" },
};

/* A map cannot hold numbers, so each key owns one. */
struct uses {
	unsigned bits;
};

static unsigned
bit(bool used, enum gf_use use)
{
	return used ? 1u << use : 0;
}

static bool
has_list(const struct gf_goal *g, unsigned field)
{
	const struct gf_val *items;

	return gf_goal_list(g, field, &items) > 0;
}

static unsigned
uses_of(const struct gf_plan *plan, const struct gf_goal *g)
{
	return bit(g->owner_text.n > 0, GF_USE_OWNER) |
	    bit(g->nlinks > 0 || has_list(g, GOAL_SERVES), GF_USE_LINK) |
	    bit(gf_goal_get(g, GOAL_OBSTACLES) != NULL, GF_USE_OBSTACLE) |
	    bit(has_list(g, GOAL_PROGRESS) ||
	    gf_map_get(&plan->logs, g->id) != NULL, GF_USE_READING) |
	    bit(gf_goal_get(g, GOAL_FIRST_STEP) != NULL, GF_USE_STEP) |
	    bit(has_list(g, GOAL_MILESTONES) ||
	    gf_goal_measure(g, MEASURE_EVERY) != NULL, GF_USE_CHECKPOINT) |
	    bit(gf_goal_measure(g, MEASURE_SOURCE) != NULL, GF_USE_SOURCE);
}

static unsigned
level_row(const struct gf_goal *g)
{
	return g->level < 0 || g->level >= GF_USAGE_LEVELS - 1 ?
	    GF_USAGE_LEVELS - 1 : (unsigned)g->level;
}

static void
add(struct gf_map *map, struct gf_arena *arena, struct gf_str key,
    unsigned bits)
{
	struct uses *u;

	if (key.n == 0)
		return;
	u = gf_map_get(map, key);
	if (u == NULL) {
		u = gf_arena_alloc(arena, sizeof(*u));
		gf_map_put(map, key, u);
	}
	u->bits |= bits;
}

void
gf_usage_init(struct gf_usage *usage, const struct gf_plan *plan,
    struct gf_arena *arena)
{
	*usage = (struct gf_usage){ 0 };
	for (size_t i = 0; i < plan->ngoals; i++) {
		const struct gf_goal *g = plan->goals[i];
		unsigned row = level_row(g), bits;

		if (!g->open || gf_goal_half_alone(g))
			continue;
		bits = uses_of(plan, g);
		usage->open[row]++;
		for (unsigned use = 0; use < GF_USE_COUNT; use++)
			usage->users[row][use] += bits >> use & 1;
		add(&usage->owners, arena, gf_goal_owner(g), bits);
		add(&usage->files, arena, g->doc->origin.path, bits);
	}
}

void
gf_usage_release(struct gf_usage *usage)
{
	gf_map_release(&usage->owners);
	gf_map_release(&usage->files);
}

/* Whether users of open is at least the share that the configuration names. */
static bool
enough(const struct gf_config *config, size_t users, size_t open)
{
	struct gf_num share = config ? config->thresholds[GF_TH_ASK_ONCE] :
	    (struct gf_num){ 33, 2 };

	return users > 0 && gf_num_ratio_cmp(GF_NUM((int64_t)users),
	    GF_NUM((int64_t)open), share, GF_NUM(1)) >= 0;
}

static bool
near_uses(const struct gf_map *map, struct gf_str key, enum gf_use use)
{
	const struct uses *u = key.n > 0 ? gf_map_get(map, key) : NULL;

	return u != NULL && (u->bits >> use & 1) != 0;
}

bool
gf_usage_asks(const struct gf_usage *usage, const struct gf_goal *g,
    enum gf_use use)
{
	unsigned row = level_row(g);

	return usage->all || enough(g->config, usage->users[row][use], usage->open[row]) ||
	    near_uses(&usage->owners, gf_goal_owner(g), use) ||
	    near_uses(&usage->files, g->doc->origin.path, use);
}

bool
gf_usage_none(const struct gf_usage *usage, enum gf_use use)
{
	size_t open = 0, users = 0;

	for (unsigned row = 0; row < GF_USAGE_LEVELS; row++) {
		open += usage->open[row];
		users += usage->users[row][use];
	}
	return open > 0 && users == 0;
}
