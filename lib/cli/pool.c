#include <pthread.h>
#include <stdlib.h>

#include "base/mem.h"
#include "cli/pool.h"

struct thread {
	struct gf_pool *pool;
	struct gf_worker worker;
	pthread_t id;
};

/* Batches stand in a ring: given at head, worked on at next, taken at tail. */
struct gf_pool {
	struct gf_batch *ring;
	size_t size, head, next, tail;
	struct thread *threads;
	unsigned n;		/* threads that run; 0: the caller works */
	pthread_mutex_t lock;
	pthread_cond_t filled, parsed;
	bool end;
};

static struct gf_batch *
at(struct gf_pool *p, size_t i)
{
	return &p->ring[i % p->size];
}

static void *
work(void *arg)
{
	struct thread *t = arg;
	struct gf_pool *p = t->pool;
	struct gf_batch *b;

	pthread_mutex_lock(&p->lock);
	for (;;) {
		while (p->next == p->head && !p->end)
			pthread_cond_wait(&p->filled, &p->lock);
		if (p->next == p->head)
			break;
		b = at(p, p->next++);
		pthread_mutex_unlock(&p->lock);
		gf_batch_parse(b, &t->worker);
		pthread_mutex_lock(&p->lock);
		b->parsed = true;
		pthread_cond_signal(&p->parsed);
	}
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

struct gf_pool *
gf_pool_new(unsigned n, const struct gf_limits *limits, bool keep,
    bool keep_edited)
{
	struct gf_pool *p = gf_alloc(sizeof(*p));

	p->threads = gf_alloc(n * sizeof(*p->threads));
	for (unsigned i = 0; i < n; i++) {
		p->threads[i].pool = p;
		p->threads[i].worker = (struct gf_worker){
			.limits = limits, .keep = keep,
		    .keep_edited = keep_edited };
	}
	p->size = n > 1 ? 2 * n + 2 : 1;
	p->ring = gf_alloc(p->size * sizeof(*p->ring));
	if (n < 2)
		return p;
	if (pthread_mutex_init(&p->lock, NULL) != 0 ||
	    pthread_cond_init(&p->filled, NULL) != 0 ||
	    pthread_cond_init(&p->parsed, NULL) != 0)
		gf_die("cannot start threads: use -j 1");
	while (p->n < n && pthread_create(&p->threads[p->n].id, NULL, work,
	    &p->threads[p->n]) == 0)
		p->n++;
	return p;
}

struct gf_batch *
gf_pool_free(struct gf_pool *p)
{
	struct gf_batch *b = at(p, p->head);

	return p->head - p->tail == p->size ? NULL : b;
}

void
gf_pool_give(struct gf_pool *p, struct gf_batch *b)
{
	if (p->n == 0) {
		gf_batch_parse(b, &p->threads[0].worker);
		b->parsed = true;
		p->head++;
		return;
	}
	pthread_mutex_lock(&p->lock);
	p->head++;
	pthread_cond_signal(&p->filled);
	pthread_mutex_unlock(&p->lock);
}

struct gf_batch *
gf_pool_take(struct gf_pool *p)
{
	struct gf_batch *b = at(p, p->tail);

	if (p->tail == p->head)
		return NULL;
	if (p->n > 0) {
		pthread_mutex_lock(&p->lock);
		while (!b->parsed)
			pthread_cond_wait(&p->parsed, &p->lock);
		pthread_mutex_unlock(&p->lock);
	}
	return b;
}

void
gf_pool_done(struct gf_pool *p, struct gf_batch *b)
{
	b->parsed = false;
	b->n = b->nitems = 0;
	b->findings.n = 0;
	p->tail++;
}

static void
stop(struct gf_pool *p)
{
	if (p->n == 0)
		return;
	pthread_mutex_lock(&p->lock);
	p->end = true;
	pthread_cond_broadcast(&p->filled);
	pthread_mutex_unlock(&p->lock);
	for (unsigned i = 0; i < p->n; i++)
		pthread_join(p->threads[i].id, NULL);
	pthread_mutex_destroy(&p->lock);
	pthread_cond_destroy(&p->filled);
	pthread_cond_destroy(&p->parsed);
}

void
gf_pool_release(struct gf_pool *p, struct gf_arena *arena)
{
	unsigned n = p->n > 0 ? p->n : 1;

	stop(p);
	for (unsigned i = 0; i < n; i++) {
		gf_arena_join(arena, &p->threads[i].worker.out);
		gf_arena_release(&p->threads[i].worker.scratch);
	}
	for (size_t i = 0; i < p->size; i++) {
		free(p->ring[i].bytes);
		free(p->ring[i].items);
		gf_findings_release(&p->ring[i].findings);
	}
	free(p->ring);
	free(p->threads);
	free(p);
}
