/* cli/pool.h: threads that parse batches, handed back in the order given. */
#ifndef GF_POOL_H
#define GF_POOL_H

#include "cli/batch.h"

struct gf_pool;

/*
 * Start with n threads (1: none beside the caller's); the caller releases it.
 */
struct gf_pool *gf_pool_new(unsigned n, const struct gf_limits *, bool keep,
    bool keep_edited);
/*
 * Take a batch to fill, empty but for its old memory; NULL if one must be taken
 * back first.
 */
struct gf_batch *gf_pool_free(struct gf_pool *);
/* Hand a filled batch over. */
void gf_pool_give(struct gf_pool *, struct gf_batch *);
/* The oldest batch given, once it is parsed; NULL if none is under way. */
struct gf_batch *gf_pool_take(struct gf_pool *);
/* Say that a batch that was taken is no longer needed. */
void gf_pool_done(struct gf_pool *, struct gf_batch *);
/* End the threads and let the arena own all that they read. */
void gf_pool_release(struct gf_pool *, struct gf_arena *);

#endif
