#include <stdio.h>

#include "goal/read.h"
#include "goal/table.h"

/* What is being read and by what. */
struct scalar {
	struct gf_read *r;
	const struct gf_field *field;
	struct gf_str s;
	struct gf_val *v;
	const char *why;	/* what is wrong with it, value included */
};

static struct gf_str
shown(struct gf_str s)
{
	size_t n = 60;

	if (s.n <= n)
		return s;
	while (n > 0 && ((unsigned char)s.p[n] & 0xc0) == 0x80)
		n--;
	return (struct gf_str){ s.p, n };
}

/* Say what is wrong behind the value itself. */
static bool
refuse(struct scalar *x, const char *is, const char *why)
{
	struct gf_str s = shown(x->s);
	struct gf_buf b = { 0 };

	gf_buf_printf(&b, "'%.*s'%s%s", (int)s.n, s.p, is, why);
	x->why = gf_arena_copy(x->r->reader->arena, b.p, b.n);
	gf_buf_release(&b);
	return false;
}

static bool
read_word(struct scalar *x)
{
	const char *const *words = x->field->words;
	const struct gf_reader *reader = x->r->reader;
	bool levels = words == gf_level_words;
	int n = 0;

	for (; words[n] != NULL; n++)
		if (gf_str_is(x->s, words[n])) {
			x->v->text = words[n];
			x->v->u.n = n;
			return true;
		}
	for (size_t i = 0; levels && i < reader->nlevels; i++)
		if (gf_str_eq(x->s, reader->levels[i])) {
			x->v->u.n = n + (int)i;
			return true;
		}
	x->why = "";
	return false;
}

static bool
read_id(struct scalar *x)
{
	struct gf_buf b = { 0 }, said = { 0 };

	if (gf_id_ok(x->s))
		return true;
	if (gf_id_propose(shown(x->s), &b))
		gf_buf_printf(&said, "(a-z 0-9 . _ -): write %s", b.p);
	else
		gf_buf_text(&said, "(a-z 0-9 . _ -)");
	refuse(x, " is no id ", said.p);
	gf_buf_release(&b);
	gf_buf_release(&said);
	return false;
}

static bool
read_aim(struct scalar *x)
{
	struct gf_str aim = x->s, who = gf_str_cut(&aim, '/');

	return (gf_id_ok(who) && gf_id_ok(aim)) || refuse(x, " is no aim: ",
	    "write the id of a person or company, a slash and the id of a "
	    "why, such as ana/flat");
}

static bool
read_number(struct scalar *x)
{
	const struct gf_field *f = x->field;
	const char *why;
	char range[48];
	bool ok;

	if (!gf_num_parse(x->s, &x->v->u.num, &why))
		return refuse(x, " is no number: ", why);
	ok = f->max <= f->min || (gf_num_cmp(x->v->u.num, GF_NUM(f->min)) >= 0
	    && gf_num_cmp(x->v->u.num, GF_NUM(f->max)) <= 0);
	if (ok)
		return true;
	snprintf(range, sizeof(range), "%lld to %lld", (long long)f->min,
	    (long long)f->max);
	return refuse(x, " does not lie in ", range);
}

static bool
read_day(struct scalar *x)
{
	gf_day day;
	const char *why;

	if (!gf_day_parse(x->s, &day, &why))
		return refuse(x, ": ", why);
	x->v->u.span = (struct gf_period){ day, day, GF_PERIOD_DAY };
	return true;
}

static bool
read_span(struct scalar *x, bool range)
{
	const struct gf_fiscal *fiscal = &x->r->reader->fiscal;
	const char *why;

	if (range ? gf_range_parse(x->s, fiscal, &x->v->u.span, &why) :
	    gf_period_parse(x->s, fiscal, &x->v->u.span, &why))
		return true;
	return refuse(x, ": ", why);
}

static bool
read_quantity(struct scalar *x)
{
	struct gf_qty q;

	if (!gf_qty_parse(x->s, &q, x->r->reader->arena, &x->why))
		return false;
	x->v->type = GF_T_QTY;
	x->v->u.num = q.num;
	return true;
}

static bool
read_duration(struct scalar *x)
{
	struct gf_duration d;

	if (!gf_duration_parse(x->s, &d, x->r->reader->arena, &x->why))
		return false;
	x->v->type = GF_T_DURATION;
	x->v->u.num = d.num;
	x->v->unit = (uint8_t)d.unit;
	return true;
}

static bool
read_share(struct scalar *x)
{
	x->v->type = GF_T_SHARE;
	return gf_share_parse(x->s, &x->v->u.num, x->r->reader->arena,
	    &x->why);
}

/* A share ends with % or is a bare number; everything else has a unit. */
static bool
read_effort(struct scalar *x)
{
	struct gf_num n;
	const char *why;

	if (gf_str_ends(x->s, "%") || gf_num_parse(x->s, &n, &why))
		return read_share(x);
	return read_duration(x);
}

/* "2 days" would be a quantity too, of the unit days. */
static bool
read_cost(struct scalar *x)
{
	char last = x->s.p[x->s.n - 1];

	return (last > '9' && read_duration(x)) || read_quantity(x);
}

static bool
read_done(struct scalar *x)
{
	if (gf_yesno_parse(x->s, &x->v->u.n, x->r->reader->arena, &x->why)) {
		x->v->type = GF_T_YESNO;
		return true;
	}
	x->v->type = GF_T_DAY;
	return read_day(x) || refuse(x, ": ",
	    "write the date of the day, or yes or no");
}

static bool
read_typed(struct scalar *x)
{
	struct gf_arena *arena = x->r->reader->arena;

	switch ((enum gf_type)x->field->type) {
	case GF_T_ID:
		return read_id(x);
	case GF_T_AIM:
		return read_aim(x);
	case GF_T_DAY:
		return read_day(x);
	case GF_T_DATE:
	case GF_T_RANGE:
		return read_span(x, x->field->type == GF_T_RANGE);
	case GF_T_TIME:
		return gf_time_parse(x->s, &x->v->u.n, arena, &x->why);
	case GF_T_YESNO:
		return gf_yesno_parse(x->s, &x->v->u.n, arena, &x->why);
	case GF_T_DONE:
		return read_done(x);
	case GF_T_QTY:
		return read_quantity(x);
	case GF_T_NUMBER:
		return read_number(x);
	case GF_T_SHARE:
		return read_share(x);
	case GF_T_LIKELIHOOD:
		return gf_likelihood_parse(x->s, &x->v->u.num, arena, &x->why);
	case GF_T_DURATION:
		return read_duration(x);
	case GF_T_EFFORT:
		return read_effort(x);
	case GF_T_COST:
		return read_cost(x);
	case GF_T_MINUTES:
		return gf_minutes_parse(x->s, &x->v->u.n, arena, &x->why);
	case GF_T_EVERY:
		return gf_every_parse(x->s, &x->v->u.every, arena, &x->why);
	case GF_T_WORD:
		return read_word(x);
	case GF_T_TEXT:
	case GF_T_OWNER:
	case GF_T_REC:
	case GF_T_TEXTS:
	case GF_T_MAP:
	case GF_TYPES:
		break;
	}
	return true;
}

/* Say which words a field knows, and the nearest of them. */
static void
refuse_word(struct gf_read *r, const struct gf_frame *f,
    const struct gf_field *field, struct gf_at at, struct gf_str s)
{
	struct gf_buf b = { 0 };
	const char *near;
	struct gf_finding *said;
	struct gf_str typed = s;
	size_t n = 0;

	for (; field->words[n] != NULL; n++)
		gf_buf_printf(&b, "%s%s", n ? ", " : "", field->words[n]);
	near = gf_str_nearest(s, field->words, n);
	for (size_t i = 0; i < n; i++)
		if (gf_str_eq_fold(s, gf_str(field->words[i])))
			near = field->words[i];
	s = shown(s);
	said = near == NULL ?
	    gf_read_say(r, f, GF_F02, at, "%s: '%.*s' is none of its words: "
	    "%s", field->key, (int)s.n, s.p, b.p) :
	    gf_read_say(r, f, GF_F02, at, "%s: '%.*s' is none of its words: "
	    "did you mean %s? (%s)", field->key, (int)s.n, s.p, near, b.p);
	if (near != NULL)
		gf_read_mend(r, said, gf_str_alone(typed, near, field->words,
		    n), at, gf_str(near));
	gf_buf_release(&b);
}

bool
gf_read_scalar(struct gf_read *r, const struct gf_frame *f,
    const struct gf_field *field, const struct gf_node *real, struct gf_val *v)
{
	struct scalar x = { r, field, real->value, v, NULL };

	v->type = field->type;
	if (v->at.len == 0)
		v->at = gf_read_at(r, real);
	if (field->type == GF_T_TEXT)
		gf_read_eaten(r, f, real);
	if (gf_read_empty(real))
		return false;
	if (!read_typed(&x)) {
		v->bad = r->bad = true;
		if (field->type == GF_T_WORD)
			refuse_word(r, f, field, v->at, x.s);
		else
			gf_read_say(r, f, GF_F02, v->at, "%s%s%s", field->key,
			    field->key[0] ? ": " : "", x.why);
	}
	v->ntext = (uint32_t)x.s.n;
	if (v->text == NULL)
		v->text = gf_arena_copy(r->reader->arena, x.s.p, x.s.n);
	return true;
}

bool
gf_read_word_form(struct gf_read *r, const struct gf_frame *f,
    const struct gf_field *field, const struct gf_node *real, struct gf_val *v)
{
	struct gf_field word = *field;

	if (field->form == GF_MANY_OR_LATER) {
		struct gf_node date = *real;

		if (!gf_str_starts(real->value, "later "))
			return false;
		date.value.p += 6;
		date.value.n -= 6;
		date.value = gf_str_trim(date.value);
		word.type = GF_T_DATE;
		return gf_read_scalar(r, f, &word, &date, v);
	}
	word.type = GF_T_WORD;
	return gf_read_scalar(r, f, &word, real, v);
}
