/* fuzz/origin: the first line as a marker, the rest as its document. */
#include "dice.h"
#include "travel.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* What was read is written and read again the same. */
static void
check_marker(const struct gf_origin *o, struct gf_str line,
    struct gf_arena *arena)
{
	struct gf_buf a = { 0 }, b = { 0 };
	struct gf_origin again;

	gf_origin_print(&a, o);
	if (!gf_origin_parse(&again, (struct gf_str){ a.p, a.n - 1 }, arena))
		broken("a marker cannot be read again", line);
	gf_origin_print(&b, &again);
	if (!gf_str_eq(gf_buf_view(&a), gf_buf_view(&b)) ||
	    !gf_str_eq(o->path, again.path))
		broken("a marker is another when read again", line);
	gf_buf_release(&a);
	gf_buf_release(&b);
}

/* However false a list is, places and edits by it only mean nothing. */
static void
check_forged(struct gf_origin *o, struct gf_str doc, struct gf_arena *arena)
{
	struct gf_limits limits = gf_limits_default();
	struct gf_fault fault;
	struct gf_src src;
	struct gf_splice s = { .text = GF_STR("put\nin") };
	struct gf_buf out = { 0 };
	uint32_t line, col;

	if (!gf_src_init(&src, doc, &limits, arena, &fault))
		return;
	for (uint32_t i = 0; i < 40; i++)
		gf_origin_place(o, i / 4, i % 4 * 3, &line, &col);
	s.off = (uint32_t)(doc.n / 3);
	s.len = (uint32_t)(doc.n / 4);
	gf_buf_add(&out, doc.p, s.off);
	gf_buf_str(&out, s.text);
	gf_buf_add(&out, doc.p + s.off + s.len, doc.n - s.off - s.len);
	gf_origin_edit(o, &src, gf_buf_view(&out), &s, 1, arena);
	gf_buf_release(&out);
}

/* A true list: edits of the document after one another, byte by byte. */
static void
check_true(struct gf_str doc, struct gf_arena *arena)
{
	struct gf_limits limits = gf_limits_default();
	struct dice d = { 0x9e3779b97f4a7c15 };
	struct gf_fault fault;
	struct gf_src src;
	struct travel t;

	for (size_t i = 0; i < doc.n; i++)
		d.state = (d.state ^ (unsigned char)doc.p[i]) * 0x100000001b3;
	d.state |= 1;
	if (doc.n > 2048)
		return;
	travel_begin(&t, doc, arena);
	for (int i = 0; i < 4; i++) {
		struct gf_splice s[3];
		struct gf_buf out = { 0 };
		size_t at = 0, n = 0;

		if (!gf_src_init(&src, doc, &limits, arena, &fault))
			return;
		while (n < 3 && at <= doc.n) {
			s[n].off = (uint32_t)(at + roll(&d, doc.n - at + 1));
			s[n].len = roll(&d, 2) ? 0 :
			    roll(&d, doc.n - s[n].off + 1);
			s[n].text = roll(&d, 3) ? GF_STR("x\ny") :
			    GF_STR("");
			gf_buf_add(&out, doc.p + at, s[n].off - at);
			gf_buf_str(&out, s[n].text);
			at = (size_t)s[n].off + s[n].len + 1;
			gf_buf_add(&out, doc.p + at - 1,
			    at <= doc.n ? 1 : 0);
			n++;
		}
		if (at <= doc.n)
			gf_buf_add(&out, doc.p + at, doc.n - at);
		doc = (struct gf_str){
			gf_arena_copy(arena, out.p, out.n), out.n
		};
		gf_buf_release(&out);
		travel_on(&t, &src, doc, s, n);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct gf_str rest = { (const char *)p, n }, line;
	struct gf_arena arena = { 0 };
	struct gf_origin o;
	size_t docs;

	line = gf_str_cut(&rest, '\n');
	if (gf_origin_parse(&o, line, &arena)) {
		check_marker(&o, line, &arena);
		check_forged(&o, rest, &arena);
	}
	gf_origin_end(line, &docs);
	check_true(rest, &arena);
	gf_arena_release(&arena);
	return 0;
}
