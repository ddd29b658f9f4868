#include <string.h>

#include "judge/retitle.h"
#include "judge/smart.h"

const struct gf_title *
gf_title_of(const struct gf_goal *g, struct gf_str text, struct gf_arena *arena)
{
	struct gf_title_way *way = gf_arena_alloc(arena, sizeof(*way));
	const struct gf_title *t;

	*way = gf_title_way_of(g->config);
	t = gf_title_read(text, way, arena);
	return t->tokens.cut ? NULL : t;
}

struct gf_str
gf_title_put(struct gf_str title, uint32_t off, uint32_t len, struct gf_str text,
    struct gf_arena *arena)
{
	struct gf_buf b = { 0 };
	struct gf_str s;

	gf_buf_add(&b, title.p, off);
	gf_buf_str(&b, text);
	gf_buf_add(&b, title.p + off + len, title.n - off - len);
	s = (struct gf_str){ gf_arena_copy(arena, b.p, b.n), b.n };
	gf_buf_release(&b);
	return s;
}

/* A figure that says a target, and nothing but that number. */
static bool
exact(const struct gf_figure *f)
{
	return f->role == GF_ROLE_TARGET && !f->times && !f->unsure &&
	    !f->about && !f->alternative && gf_num_cmp(f->num, f->high) == 0;
}

/* The figure that names a target, -1 none, -2 nobody can tell. */
static int
find_figure(const struct gf_title *t, const struct gf_goal *g,
    const struct gf_num *old)
{
	struct gf_str unit = gf_goal_unit(g);
	int found = -1;

	for (int i = 0; i < t->nfigures; i++) {
		const struct gf_figure *f = &t->figures[i];
		bool same = old == NULL ? f->role == GF_ROLE_TARGET :
		    gf_figure_equals(f, *old, unit) ||
		    gf_num_cmp(f->num, *old) == 0;

		/* "double", "by 12": it follows from where one begins */
		if (f->role == GF_ROLE_DELTA || f->times)
			return -2;
		if (!same)
			continue;
		if (found != -1 || !exact(f))
			return -2;
		found = i;
	}
	return found;
}

/* The one token of a figure that is a number in digits, NULL if not one. */
static const struct gf_token *
digits_of(const struct gf_title *t, const struct gf_figure *f)
{
	const struct gf_token *found = NULL;

	for (int i = f->first; i < f->end; i++) {
		const struct gf_token *at = gf_token_at(&t->tokens, i);

		if (at->kind != GF_TOKEN_NUMBER)
			continue;
		if (found != NULL)
			return NULL;
		found = at;
	}
	return found;
}

/* A number as another is written: 1,200 with commas, 1.2M in millions. */
static bool
write_like(struct gf_buf *b, struct gf_str like, struct gf_num n)
{
	static const struct {
		const char *tail;
		int64_t is;
	} tails[] = { { "bn", 1000000000 }, { "k", 1000 }, { "K", 1000 },
	    { "M", 1000000 }, { "m", 1000000 } };
	const char *tail = "";
	struct gf_buf plain = { 0 };
	size_t whole;

	for (size_t i = 0; i < GF_LEN(tails) && tail[0] == '\0'; i++)
		if (gf_str_ends(like, tails[i].tail)) {
			tail = tails[i].tail;
			if (!gf_num_div(n, GF_NUM(tails[i].is), 6, &n))
				return false;
		}
	gf_num_print(&plain, n);
	whole = gf_str_find(gf_buf_view(&plain), ".");
	for (size_t i = 0; i < plain.n; i++) {
		if (i > 0 && i < whole && (whole - i) % 3 == 0 &&
		    plain.p[i - 1] != '-' && memchr(like.p, ',', like.n) != NULL)
			gf_buf_byte(b, ',');
		gf_buf_byte(b, plain.p[i]);
	}
	gf_buf_text(b, tail);
	gf_buf_release(&plain);
	return true;
}

/* Whether but for one figure the new title is read as the old one. */
static bool
same_but_figure(const struct gf_title *a, const struct gf_title *b, int but,
    struct gf_num now)
{
	if (b == NULL || a->nfigures != b->nfigures ||
	    a->nmoments != b->nmoments)
		return false;
	for (int i = 0; i < a->nfigures; i++)
		if (a->figures[i].role != b->figures[i].role ||
		    gf_num_cmp(i == but ? now : a->figures[i].num,
		    b->figures[i].num) != 0)
			return false;
	for (int i = 0; i < a->nmoments; i++)
		if (a->moments[i].role != b->moments[i].role)
			return false;
	return true;
}

enum gf_retitle
gf_retitle_number(const struct gf_goal *g, struct gf_num old,
    struct gf_num now, struct gf_arena *arena, struct gf_str *title)
{
	struct gf_str text = title->n > 0 ? *title : gf_goal_text(g,
	    GOAL_TITLE);
	const struct gf_title *t = gf_title_of(g, text, arena);
	const struct gf_token *token;
	struct gf_num scale, part = now;
	struct gf_buf b = { 0 };
	int i = t != NULL ? find_figure(t, g, &old) : -2;
	bool ok;

	if (i == -1)
		return GF_RETITLE_NOT;
	token = i >= 0 ? digits_of(t, &t->figures[i]) : NULL;
	/* 1.2 million: only the number before the word changes */
	if (token == NULL || token->num.m == 0 ||
	    !gf_num_div(t->figures[i].num, token->num, 6, &scale) ||
	    scale.m == 0 || !gf_num_div(now, scale, 6, &part))
		return GF_RETITLE_UNSURE;
	ok = write_like(&b, token->text, part);
	*title = gf_title_put(text, (uint32_t)(token->text.p - text.p),
	    (uint32_t)token->text.n, gf_buf_view(&b), arena);
	gf_buf_release(&b);
	return ok && same_but_figure(t, gf_title_of(g, *title, arena), i, now) ?
	    GF_RETITLE_DONE : GF_RETITLE_UNSURE;
}

bool
gf_title_target(const struct gf_goal *g, struct gf_arena *arena,
    struct gf_num *n, struct gf_str *text)
{
	const struct gf_title *t = gf_title_of(g, gf_goal_text(g, GOAL_TITLE),
	    arena);
	int i = t != NULL ? find_figure(t, g, NULL) : -1;

	if (i < 0)
		return false;
	*n = t->figures[i].num;
	*text = (struct gf_str){ t->text.p + t->figures[i].off,
	    t->figures[i].len };
	return true;
}
