#include "base/utf8.h"
#include "out/ics.h"

#define FOLD 75			/* octets of a line without its end */
#define HOUR 60

/* Append a line, cut between letters where it gets too long. */
static void
put_line(struct gf_buf *b, struct gf_str line)
{
	size_t room = FOLD;

	for (size_t i = 0; i < line.n; ) {
		uint32_t cp;
		size_t n = gf_utf8_next(line.p + i, line.n - i, &cp);

		n = n > 0 ? n : 1;
		if (n > room) {
			gf_buf_text(b, "\r\n ");
			room = FOLD - 1;
		}
		gf_buf_add(b, line.p + i, n);
		room -= n;
		i += n;
	}
	gf_buf_text(b, "\r\n");
}

static void
put_word(struct gf_buf *b, const char *word)
{
	put_line(b, gf_str(word));
}

/* A text of somebody's file; what it holds beside letters is shown. */
static void
put_text(struct gf_buf *b, const char *name, struct gf_str text)
{
	struct gf_buf shown = { 0 }, line = { 0 };

	gf_show(&shown, text);
	gf_buf_text(&line, name);
	gf_buf_byte(&line, ':');
	for (size_t i = 0; i < shown.n; i++) {
		char c = shown.p[i];

		if (c == '\\' || c == ';' || c == ',')
			gf_buf_byte(&line, '\\');
		gf_buf_byte(&line, c);
	}
	put_line(b, gf_buf_view(&line));
	gf_buf_release(&shown);
	gf_buf_release(&line);
}

static void
put_uid(struct gf_buf *b, struct gf_str uid)
{
	struct gf_buf line = { 0 };

	gf_buf_text(&line, "UID:");
	for (size_t i = 0; i < uid.n; i++) {
		char c = uid.p[i];
		bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
		    (c >= '0' && c <= '9') || c == '.' || c == '-';

		gf_buf_byte(&line, plain ? c : '-');
	}
	gf_buf_text(&line, "@goalfile");
	put_line(b, gf_buf_view(&line));
	gf_buf_release(&line);
}

static void
put_day(struct gf_buf *b, gf_day day)
{
	int year;
	unsigned month, dom;

	gf_day_split(day, &year, &month, &dom);
	gf_buf_printf(b, "%04d%02u%02u", year, month, dom);
}

static void
put_start(struct gf_buf *b, const struct gf_ics_event *e)
{
	gf_buf_text(b, e->at < 0 ? "DTSTART;VALUE=DATE:" : "DTSTART:");
	put_day(b, e->day);
	if (e->at >= 0)
		gf_buf_printf(b, "T%02d%02d00%s", e->at / HOUR, e->at % HOUR,
		    e->utc ? "Z" : "");
	gf_buf_text(b, "\r\n");
	if (e->at >= 0 && e->minutes > 0)
		gf_buf_printf(b, "DURATION:PT%dM\r\n", e->minutes);
}

static void
put_event(struct gf_buf *b, const struct gf_ics *c,
    const struct gf_ics_event *e)
{
	put_word(b, "BEGIN:VEVENT");
	put_uid(b, e->uid);
	gf_buf_text(b, "DTSTAMP:");
	put_day(b, c->today);
	gf_buf_text(b, "T000000Z\r\n");
	gf_buf_printf(b, "SEQUENCE:%d\r\n", (int)(c->today > 0 ? c->today : 0));
	put_start(b, e);
	put_text(b, "SUMMARY", e->summary);
	if (e->purpose.n > 0)
		put_text(b, "DESCRIPTION", e->purpose);
	if (e->at < 0)
		put_word(b, "TRANSP:TRANSPARENT");
	if (e->cancelled)
		put_word(b, "STATUS:CANCELLED");
	put_word(b, "END:VEVENT");
}

static void
write_ics(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_ics *c = model;

	(void)look;
	put_word(b, "BEGIN:VCALENDAR");
	put_word(b, "VERSION:2.0");
	put_word(b, "PRODID:-//goalfile//cadence//EN");
	put_word(b, "METHOD:PUBLISH");
	for (size_t i = 0; i < c->n; i++)
		put_event(b, c, &c->v[i]);
	put_word(b, "END:VCALENDAR");
}

const struct gf_format gf_ics_formats[1] = {
	{ "ics", "a calendar to import", write_ics },
};
