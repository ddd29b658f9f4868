/* The role of every number and date of some two hundred titles. */
#include "judge/title.h"
#include "tap.h"
#include "title_rows.h"

static void
say_figure(struct gf_buf *b, const struct gf_figure *f)
{
	static const char letters[] = "?TBDPNW$R";

	gf_buf_byte(b, letters[f->role]);
	gf_num_print(b, f->num);
	if (gf_num_cmp(f->high, f->num) != 0) {
		gf_buf_text(b, "..");
		gf_num_print(b, f->high);
	}
	if (f->of.m != 0) {
		gf_buf_byte(b, '/');
		gf_num_print(b, f->of);
	}
}

static void
say_moment(struct gf_buf *b, const struct gf_moment *m)
{
	static const struct gf_fiscal unknown;
	struct gf_period span;

	gf_buf_byte(b, "udst"[m->role]);
	if (m->impossible)
		gf_buf_byte(b, '!');
	else if (m->ambiguous)
		gf_buf_byte(b, '?');
	else if (m->relative)
		gf_buf_byte(b, '~');
	else if (gf_moment_span(m, 2026, &unknown, &span))
		gf_day_print(b, span.last);
	else
		gf_buf_byte(b, '-');
}

static void
roles(struct tap *t, struct gf_arena *arena)
{
	static const struct gf_title_way way;
	struct gf_buf b = { 0 }, want = { 0 };

	for (size_t i = 0; i < GF_LEN(rows); i++) {
		struct gf_title *r = gf_title_read(gf_str(rows[i].title), &way,
		    arena);

		gf_buf_clear(&b);
		gf_buf_clear(&want);
		for (int k = 0; k < r->nfigures; k++) {
			if (k > 0)
				gf_buf_byte(&b, ' ');
			say_figure(&b, &r->figures[k]);
		}
		gf_buf_byte(&b, '|');
		for (int k = 0; k < r->nmoments; k++) {
			if (k > 0)
				gf_buf_byte(&b, ' ');
			say_moment(&b, &r->moments[k]);
		}
		gf_buf_printf(&want, "%s|%s", rows[i].figures, rows[i].dates);
		tap_text(t, gf_buf_view(&b), want.p, rows[i].title);
		gf_arena_clear(arena);
	}
	gf_buf_release(&b);
	gf_buf_release(&want);
}

/* The decimal comma, names that are never judged, and odd bytes. */
static void
ways(struct tap *t, struct gf_arena *arena)
{
	struct gf_str names[] = { GF_STR("Route 66"), GF_STR("Top 40") };
	struct gf_title_way way = { .comma = true, .day_first = true,
	    .names = names, .nnames = GF_LEN(names) };
	struct gf_title *r;
	static char noise[2000];

	r = gf_title_read(GF_STR("Sell 1.200 plans by 05/06/2026"), &way,
	    arena);
	tap_int(t, r->figures[0].num.m, 1200, "a point groups in threes");
	tap_int(t, r->figures[0].role, GF_ROLE_TARGET, "and is sure");
	tap_int(t, r->moments[0].month, 6, "the day comes first");
	tap_ok(t, !r->moments[0].ambiguous, "for certain");
	r = gf_title_read(GF_STR("Sell 1,5 Mio by May"), &way, arena);
	tap_int(t, r->figures[0].num.m, 1500000, "a decimal comma");
	r = gf_title_read(GF_STR("Sell 9 ads for route 66 on the Top 40 list"),
	    &way, arena);
	tap_int(t, r->nfigures, 1, "names are masked");
	for (size_t i = 0; i < sizeof(noise); i++)
		noise[i] = "9 %\xe2\x82\xac-/.\"'5k by"[i * 7 % 17];
	for (size_t i = 0; i < sizeof(noise); i += 13)
		gf_title_read((struct gf_str){ noise + i / 2,
		    sizeof(noise) - i }, &way, arena);
	tap_ok(t, true, "noise of every length is read");
	r = gf_title_read(gf_str(""), &way, arena);
	tap_int(t, r->nfigures + r->nmoments, 0, "nothing holds nothing");
}

/* What a title says it does. */
static void
verbs(struct tap *t, struct gf_arena *arena)
{
	static const struct {
		const char *title;
		bool event, soft;
	} some[] = {
		{ "Pass CPA part 2", true, false },
		{ "Sign the lease in Leeds", true, false },
		{ "Contract with the county signed", true, false },
		{ "ISO 9001 certificate in hand", true, false },
		{ "Graduate from the apprenticeship", true, false },
		{ "Write the partner handbook", true, false },
		{ "Build a culture of trust", false, false },
		{ "Improve customer service", false, false },
		{ "Happier installers", false, false },
		{ "Sell more", false, false },
		{ "Upsell", false, false },
		{ "Publish better content", false, false },
		{ "Audit passed without major findings", true, false },
		{ "Every manager trained in feedback", true, false },
		{ "No overtime in August", true, false },
		{ "Be debt-free", true, false },
		{ "Walk the Pennine Way", true, false },
		{ "Get Ben promoted", true, false },
		{ "Agree the service level with IT", true, false },
		{ "Win new customers", false, false },
		{ "Win back lost customers", false, false },
		{ "Win the Leeds tender", true, false },
		{ "Ship quality code", false, false },
		{ "Develop a strategy", false, false },
		{ "Build a strong pipeline", false, false },
		{ "Promote diversity", false, false },
		{ "Sell as much as possible", false, false },
		{ "Learn Spanish", false, false },
		{ "Visit our dealers", false, false },
		{ "Visit all our dealers", true, false },
		{ "Become the market leader in Kent", false, false },
		{ "Improve the website", false, false },
		{ "Open the shop soon", true, true },
		{ "Open the shop as soon as possible", true, true },
		{ "Open the shop by summer", true, true },
		{ "Open the shop by summer 2026", true, false },
		{ "Hire again when the market improves", true, true },
		{ "Renew the Spring Fair booth", true, false },
		{ "Publish the \"Coming soon\" page", true, false },
	};
	static const struct gf_title_way way;

	for (size_t i = 0; i < GF_LEN(some); i++) {
		struct gf_title *r = gf_title_read(gf_str(some[i].title), &way,
		    arena);

		tap_ok(t, r->event == some[i].event, "%s: event",
		    some[i].title);
		tap_ok(t, r->soft == some[i].soft, "%s: soft time",
		    some[i].title);
	}
}

/* Deeds and things that are there or not, told by how their words join. */
static void
deeds(struct tap *t, struct gf_arena *arena)
{
	static const char *const done[] = {
		"Pay out bonuses on the 25th of June",
		"CE mark for the pump before the fair on 22 September",
		"Best Place to Work badge by 30 November",
		"Supply Area 51 Burgers by 30 June",
		"Hand in the tax return by 31 July",
		"Cut over to SAP on 1 October",
		"Hold the summer fair on 20 June",
		"Install solar panels on the gym by 31 August",
		"Transfer customers to the new portal",
		"Conduct exit interviews with all leavers",
		"New playground at Elm Road",
		"Ledger closed without corrections",
		"Inspection without complaints",
		"Tenure by 31 July",
		"Michelin star for the restaurant",
	}, *const never[] = {
		"Hire top talent",
		"Deliver value to stakeholders",
		"Develop our people",
		"Leave our mark on the market",
		"New growth in the north",
		"New collaboration with Siemens",
		"Move things forward",
		"Replace windows",
		"A premium feeling in all shops",
		"Smooth operations at the depot",
	};
	static const struct gf_title_way way;

	for (size_t i = 0; i < GF_LEN(done); i++)
		tap_ok(t, gf_title_read(gf_str(done[i]), &way, arena)->event,
		    "%s: a deed", done[i]);
	for (size_t i = 0; i < GF_LEN(never); i++)
		tap_ok(t, !gf_title_read(gf_str(never[i]), &way, arena)->event,
		    "%s: no deed", never[i]);
}

/* The search relies on the order, and the fold on lower case. */
static void
words(struct tap *t)
{
	size_t wrong = 0;

	for (size_t k = 0; k < gf_nword_tables; k++) {
		const struct gf_word *w = gf_word_tables[k].rows;

		for (size_t i = 1; i < *gf_word_tables[k].n; i++) {
			wrong += strcmp(w[i - 1].text, w[i].text) >= 0;
			for (const char *p = w[i].text; *p != '\0'; p++)
				wrong += *p >= 'A' && *p <= 'Z';
		}
	}
	tap_int(t, (long long)wrong, 0, "the words are sorted, lower case");
	tap_ok(t, gf_word_same(GF_STR("Companies"), GF_STR("company")),
	    "companies are a company");
	tap_ok(t, gf_word_same(GF_STR("boxes"), GF_STR("box")), "boxes");
	tap_ok(t, gf_word_same(GF_STR("plans"), GF_STR("plan")), "plans");
	tap_ok(t, !gf_word_same(GF_STR("bus"), GF_STR("bu")), "bus is no bu");
	tap_ok(t, !gf_word_same(GF_STR("plan"), GF_STR("plane")),
	    "plan and plane");
}

int
main(void)
{
	struct tap t = { 0 };
	struct gf_arena arena = { 0 };

	words(&t);
	roles(&t, &arena);
	verbs(&t, &arena);
	deeds(&t, &arena);
	ways(&t, &arena);
	gf_arena_release(&arena);
	return tap_done(&t);
}
