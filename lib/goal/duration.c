#include "base/mem.h"
#include "goal/value.h"

#define LONGEST 999999	/* so that hours never overflow */

struct word {
	const char *text;
	int meaning;
};

static const struct word spans[] = {
	{ "min", GF_MINUTES }, { "mins", GF_MINUTES },
	{ "minute", GF_MINUTES }, { "minutes", GF_MINUTES },
	{ "h", GF_HOURS }, { "hour", GF_HOURS }, { "hours", GF_HOURS },
	{ "day", GF_DAYS }, { "days", GF_DAYS },
	{ "week", GF_WEEKS }, { "weeks", GF_WEEKS },
	{ "month", GF_MONTHS }, { "months", GF_MONTHS },
	{ "year", GF_YEARS }, { "years", GF_YEARS },
};

static const char *const weekdays[] = {
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
	"sunday"
};

static const struct word rhythms[] = {
	{ "day", GF_EVERY_DAY }, { "days", GF_EVERY_DAY },
	{ "workday", GF_EVERY_WORKDAY }, { "workdays", GF_EVERY_WORKDAY },
	{ "week", GF_EVERY_WEEK }, { "weeks", GF_EVERY_WEEK },
	{ "month", GF_EVERY_MONTH }, { "months", GF_EVERY_MONTH },
};

/* Words for a rhythm that the format has another word for. */
static const struct {
	const char *text, *plain;
} habits[] = {
	{ "daily", "day" }, { "weekly", "week" }, { "monthly", "month" },
	{ "fortnight", "2 weeks" }, { "fortnightly", "2 weeks" },
	{ "biweekly", "2 weeks" }, { "quarter", "3 months" },
	{ "quarterly", "3 months" }, { "year", "12 months" },
	{ "yearly", "12 months" },
};

static int
meaning(const struct word *words, size_t n, struct gf_str s)
{
	for (size_t i = 0; i < n; i++)
		if (gf_str_is(s, words[i].text))
			return words[i].meaning;
	return -1;
}

bool
gf_duration_parse(struct gf_str s, struct gf_duration *out,
    struct gf_arena *arena, const char **why)
{
	struct gf_qty q;
	int unit;

	if (!gf_qty_parse(s, &q, arena, why))
		return false;
	unit = meaning(spans, GF_LEN(spans), q.unit);
	if (unit < 0)
		return gf_value_refuse(arena, why, s, "is no length of time: "
		    "write it in min, h, days, weeks, months or years, such "
		    "as 6 h or 3 weeks");
	if (q.num.m < 0 || gf_num_cmp(q.num, GF_NUM(LONGEST)) > 0)
		return gf_value_refuse(arena, why, s, "is no length of time "
		    "from 0 to %d", LONGEST);
	out->num = q.num;
	out->unit = (enum gf_time_unit)unit;
	return true;
}

bool
gf_minutes_parse(struct gf_str s, int32_t *out, struct gf_arena *arena,
    const char **why)
{
	struct gf_qty q;

	if (!gf_qty_parse(s, &q, arena, why))
		return false;
	if ((q.unit.n > 0 && meaning(spans, GF_LEN(spans), q.unit) !=
	    GF_MINUTES) || !gf_num_whole(q.num) || q.num.m < 0 ||
	    q.num.m > 7 * 24 * 60)
		return gf_value_refuse(arena, why, s, "is no number of "
		    "minutes: write 10 or 10 min");
	*out = (int32_t)q.num.m;
	return true;
}

/* A whole number from 1 to 99 at the front, and what follows it. */
static unsigned
small_number(struct gf_str *s)
{
	unsigned n = 0;
	size_t i = 0;

	for (; i < s->n && i < 2 && s->p[i] >= '0' && s->p[i] <= '9'; i++)
		n = n * 10 + (unsigned)(s->p[i] - '0');
	if (i > 0 && s->p[0] == '0')
		return 0;
	s->p += i;
	s->n -= i;
	return n;
}

/* The rest of `1st tuesday`. */
static bool
nth(struct gf_str s, unsigned n, struct gf_every *out)
{
	static const char *const ends[] = { "st ", "nd ", "rd ", "th ", "th " };

	if (n < 1 || n > 5 || !gf_str_starts(s, ends[n - 1]))
		return false;
	s.p += 3;
	s.n -= 3;
	for (size_t i = 0; i < GF_LEN(weekdays); i++)
		if (gf_str_is(s, weekdays[i])) {
			*out = (struct gf_every){ GF_EVERY_NTH, (uint8_t)n,
				(uint8_t)i };
			return true;
		}
	return false;
}

bool
gf_every_parse(struct gf_str s, struct gf_every *out, struct gf_arena *arena,
    const char **why)
{
	struct gf_str rest = gf_str_trim(s);
	unsigned n = small_number(&rest);
	int kind;

	for (size_t i = 0; i < GF_LEN(habits); i++)
		if (gf_str_eq_fold(gf_str_trim(s), gf_str(habits[i].text)))
			return gf_value_refuse(arena, why, s, "is no rhythm "
			    "here: write %s", habits[i].plain);
	if (nth(rest, n, out))
		return true;
	kind = meaning(rhythms, GF_LEN(rhythms), gf_str_trim(rest));
	if (kind < 0 || (n == 0 && rest.n != gf_str_trim(s).n) ||
	    (n > 0 && (rest.n == 0 || rest.p[0] != ' ')))
		return gf_value_refuse(arena, why, s, "is no rhythm: write "
		    "day, workday, week, 2 weeks, month or 1st tuesday");
	*out = (struct gf_every){ (uint8_t)kind, (uint8_t)(n ? n : 1), 0 };
	return true;
}

bool
gf_time_parse(struct gf_str s, int32_t *out, struct gf_arena *arena,
    const char **why)
{
	struct gf_str t = gf_str_trim(s);
	int hour, minute;

	if (t.n == 4 && t.p[1] == ':' && t.p[0] >= '0' && t.p[0] <= '9')
		return gf_value_refuse(arena, why, s, "is no time: write "
		    "0%.*s", (int)t.n, t.p);
	for (size_t i = 0; i < t.n; i++)
		if (t.n != 5 || (i == 2 ? t.p[i] != ':' :
		    t.p[i] < '0' || t.p[i] > '9'))
			t.n = 0;
	if (t.n == 0)
		return gf_value_refuse(arena, why, s, "is no time: write "
		    "hours and minutes, such as 09:30");
	hour = (t.p[0] - '0') * 10 + t.p[1] - '0';
	minute = (t.p[3] - '0') * 10 + t.p[4] - '0';
	if (hour > 23 || minute > 59)
		return gf_value_refuse(arena, why, s, "is no time of a day, "
		    "which goes from 00:00 to 23:59");
	*out = hour * 60 + minute;
	return true;
}

bool
gf_yesno_parse(struct gf_str s, int32_t *out, struct gf_arena *arena,
    const char **why)
{
	static const struct word words[] = {
		{ "no", 0 }, { "yes", 1 }, { "false", 0 }, { "true", 1 },
	};
	int v = meaning(words, GF_LEN(words), gf_str_trim(s));

	if (v < 0)
		return gf_value_refuse(arena, why, s, "is neither: write yes "
		    "or no");
	*out = v;
	return true;
}

bool
gf_id_ok(struct gf_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && (i == 0 ||
		    (c != '.' && c != '_' && c != '-')))
			return false;
	}
	return s.n > 0;
}

bool
gf_id_propose(struct gf_str s, struct gf_buf *b)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			gf_buf_byte(b, c);
		else if (b->n > 0 && b->p[b->n - 1] != '-')
			gf_buf_byte(b, c == '.' || c == '_' ? c : '-');
	}
	while (b->n > 0 && b->p[b->n - 1] == '-')
		b->p[--b->n] = '\0';
	return b->n > 0;
}

struct gf_num
gf_duration_hours(struct gf_duration d)
{
	/* minutes of each unit: 8 h a day, 5 days a week, 52 weeks a year */
	static const int32_t minutes[] = {
		[GF_MINUTES] = 1, [GF_HOURS] = 60, [GF_DAYS] = 480,
		[GF_WEEKS] = 2400, [GF_MONTHS] = 10400, [GF_YEARS] = 124800,
	};
	struct gf_num h = GF_NUM(0);

	if (gf_num_mul(d.num, GF_NUM(minutes[d.unit]), &h))
		gf_num_div(h, GF_NUM(60), 6, &h);
	return h;
}

unsigned
gf_every_days(struct gf_every e)
{
	static const unsigned char days[] = {
		[GF_EVERY_DAY] = 1, [GF_EVERY_WORKDAY] = 1,
		[GF_EVERY_WEEK] = 7, [GF_EVERY_MONTH] = 31,
	};

	return e.kind == GF_EVERY_NTH ? 35U : days[e.kind] * (unsigned)e.n;
}
