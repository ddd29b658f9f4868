#include "base/sha256.h"
#include "goal/field.h"
#include "out/baseline.h"

/* What a fingerprint is made of. */
struct parts {
	struct gf_str check, kind, id, path, other;
};

static void
add_part(struct gf_buf *b, struct gf_str s)
{
	gf_buf_printf(b, "%zu:", s.n);
	gf_buf_str(b, s);
}

static void
print_of(const struct parts *p, char out[GF_PRINT_SIZE])
{
	struct gf_buf b = { 0 };

	add_part(&b, p->check);
	add_part(&b, p->kind);
	add_part(&b, p->id);
	add_part(&b, p->path);
	if (p->other.n > 0)
		add_part(&b, p->other);
	gf_fingerprint(gf_buf_view(&b), out);
	gf_buf_release(&b);
}

/* Whether the parts are those of an entry, for one of the kinds. */
static bool
explains(const struct gf_known *k, struct parts *p)
{
	char print[GF_PRINT_SIZE];

	for (unsigned i = 0; i < GF_FOREIGN; i++) {
		p->kind = gf_str(gf_kind_name((enum gf_kind)i));
		print_of(p, print);
		if (gf_str_is(k->print, print))
			return true;
	}
	return false;
}

/* The other goal that a finding of an id is about, found by trying. */
static bool
find_other(const struct gf_plan *plan, const struct gf_known *k,
    struct parts *p, bool own)
{
	if (!own)
		return explains(k, p);
	p->other = (struct gf_str){ "", 0 };
	if (explains(k, p))
		return true;
	for (size_t i = 0; i < plan->ngoals; i++) {
		p->other = plan->goals[i]->id;
		if (explains(k, p))
			return true;
	}
	return false;
}

/* A key path with [old] as [new]: lists of links count by the goal linked to. */
static struct gf_str
path_with(struct gf_str path, struct gf_str old, struct gf_str new,
    struct gf_arena *arena)
{
	struct gf_buf item = { 0 }, b = { 0 };
	struct gf_str kept;
	size_t at;

	gf_buf_byte(&item, '[');
	gf_buf_str(&item, old);
	gf_buf_byte(&item, ']');
	at = gf_str_find(path, item.p);
	if (at < path.n && gf_str_starts(path, "supports")) {
		gf_buf_str(&b, (struct gf_str){ path.p, at + 1 });
		gf_buf_str(&b, new);
		gf_buf_str(&b, (struct gf_str){ path.p + at + 1 + old.n,
		    path.n - at - 1 - old.n });
	} else {
		gf_buf_str(&b, path);
	}
	kept = gf_buf_keep(&b, arena);
	gf_buf_release(&item);
	gf_buf_release(&b);
	return kept;
}

static void
put(struct gf_baseline *b, struct gf_known *k, struct parts *p,
    struct gf_str message)
{
	struct gf_buf rest = { 0 };
	char print[GF_PRINT_SIZE];

	print_of(p, print);
	k->print = (struct gf_str){ gf_arena_copy(b->arena, print, 16), 16 };
	k->id = p->id;
	gf_buf_str(&rest, p->path.n > 0 ? p->path : GF_STR("-"));
	gf_buf_str(&rest, message);
	k->rest = gf_buf_keep(&rest, b->arena);
	gf_buf_release(&rest);
}

size_t
gf_baseline_rename(struct gf_baseline *b, const struct gf_plan *plan,
    struct gf_str old, struct gf_str new, size_t *unknown)
{
	size_t changed = 0;

	*unknown = 0;
	for (size_t i = 0; i < b->n; i++) {
		struct gf_known *k = &b->v[i];
		struct gf_str message = k->rest, path = gf_str_cut(&message,
		    ' ');
		bool own = gf_str_eq(k->id, old);
		struct parts p = { .check = k->check, .id = k->id,
		    .path = path, .other = old };

		if (gf_str_is(path, "-"))
			p.path = (struct gf_str){ "", 0 };
		message = (struct gf_str){ k->rest.p + path.n, k->rest.n -
		    path.n };
		if (!find_other(plan, k, &p, own)) {
			*unknown += own;
			continue;
		}
		if (own)
			p.id = new;
		if (gf_str_eq(p.other, old))
			p.other = new;
		p.path = path_with(p.path, old, new, b->arena);
		put(b, k, &p, message);
		changed++;
	}
	return changed;
}
