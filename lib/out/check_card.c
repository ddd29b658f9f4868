#include "base/mem.h"
#include "out/check_card.h"

/* A paragraph behind its label, folded at blanks. */
static void
paragraph(struct gf_buf *out, const char *label, const char *text,
    size_t width)
{
	struct gf_str rest = gf_str(text), word;
	size_t at = 8;

	if (text == NULL)
		return;
	gf_buf_printf(out, "  %-5s ", label);
	while (rest.n > 0) {
		word = gf_str_cut(&rest, ' ');
		if (at > 8 && at + 1 + word.n > width) {
			gf_buf_byte(out, '\n');
			gf_buf_fill(out, ' ', 8);
			at = 8;
		} else if (at > 8) {
			gf_buf_byte(out, ' ');
			at++;
		}
		gf_buf_str(out, word);
		at += word.n;
	}
	gf_buf_byte(out, '\n');
}

static void
put_card(struct gf_buf *out, const struct gf_check *c, size_t width)
{
	gf_buf_printf(out, "%s %s (%s%s%s)\n", c->id, c->name,
	    gf_level_name(c->level), c->letters[0] ? ", letter " : "",
	    c->letters);
	paragraph(out, "says", c->about, width);
	paragraph(out, "ask", c->ask, width);
	paragraph(out, "why", c->why, width);
	paragraph(out, "bad", c->bad, width);
	paragraph(out, "good", c->good, width);
	paragraph(out, "fix", c->fix, width);
	gf_buf_printf(out, "  off   checks: {%s: off} in .goalfile.yaml, "
	    "or -D %s=off\n", c->id, c->id);
}

static void
write_text(struct gf_buf *out, const void *model, const struct gf_look *look)
{
	const struct gf_check_cards *cards = model;
	size_t width = look->width >= 40 && look->width < 78 ?
	    look->width : 78;

	for (size_t i = 0; i < cards->n; i++) {
		if (i > 0)
			gf_buf_byte(out, '\n');
		put_card(out, cards->v[i], width);
	}
}

static void
put_pair(struct gf_buf *out, char before, const char *key, const char *text)
{
	gf_buf_printf(out, "%c\"%s\":", before, key);
	if (text != NULL)
		gf_json(out, gf_str(text));
	else
		gf_buf_text(out, "null");
}

static void
write_jsonl(struct gf_buf *out, const void *model,
    const struct gf_look *look)
{
	const struct gf_check_cards *cards = model;

	(void)look;
	for (size_t i = 0; i < cards->n; i++) {
		const struct gf_check *c = cards->v[i];

		put_pair(out, '{', "check", c->id);
		put_pair(out, ',', "name", c->name);
		put_pair(out, ',', "severity", gf_level_name(c->level));
		gf_buf_text(out, ",\"letters\":[");
		for (const char *l = c->letters; *l != '\0'; l++)
			gf_buf_printf(out, "%s\"%c\"", l > c->letters ?
			    "," : "", *l);
		gf_buf_byte(out, ']');
		put_pair(out, ',', "about", c->about);
		put_pair(out, ',', "question", c->ask);
		put_pair(out, ',', "why", c->why);
		put_pair(out, ',', "bad", c->bad);
		put_pair(out, ',', "good", c->good);
		put_pair(out, ',', "fix", c->fix);
		gf_buf_text(out, "}\n");
	}
}

const struct gf_format gf_card_formats[GF_CARD_FORMATS] = {
	{ "text", "a paragraph for each question", write_text },
	{ "jsonl", "one object a check", write_jsonl },
};
