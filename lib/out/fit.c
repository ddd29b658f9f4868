#include "base/utf8.h"
#include "out/fit.h"

static void
shown(struct gf_buf *b, struct gf_str text, const struct gf_look *look)
{
	if (look->utf8)
		gf_show(b, text);
	else
		gf_show_ascii(b, text);
}

size_t
gf_fit_text(struct gf_buf *b, struct gf_str text, size_t columns, bool utf8)
{
	const char *dots = utf8 ? "\xe2\x80\xa6" : "..";
	size_t wide = gf_utf8_width(text), ndots = utf8 ? 1 : 2;

	if (wide > columns && columns > ndots) {
		text = gf_utf8_fit(text, columns - ndots);
		while (text.n > 0 && text.p[text.n - 1] == ' ')
			text.n--;
		wide = gf_utf8_width(text) + ndots;
	} else if (wide > columns)
		return 0;
	else
		dots = "";
	gf_buf_str(b, text);
	gf_buf_text(b, dots);
	return wide;
}

size_t
gf_fit(struct gf_buf *b, struct gf_str text, size_t columns,
    const struct gf_look *look)
{
	struct gf_buf word = { 0 };
	size_t wide;

	shown(&word, text, look);
	wide = gf_fit_text(b, gf_buf_view(&word), columns, look->utf8);
	gf_buf_release(&word);
	return wide;
}

void
gf_fit_pad(struct gf_buf *b, struct gf_str text, size_t columns,
    const struct gf_look *look)
{
	size_t took = gf_fit(b, text, columns, look);

	gf_buf_fill(b, ' ', columns - took);
}

void
gf_fit_lines(struct gf_buf *b, struct gf_str text, size_t width)
{
	if (width == 0)
		width = SIZE_MAX;
	while (text.n > 0) {
		struct gf_str line = gf_str_cut(&text, '\n');
		size_t at = 0;

		while (line.n > 0) {
			struct gf_str word = gf_str_cut(&line, ' ');
			size_t wide = gf_utf8_width(word);

			if (at > 0 && at + 1 + wide > width) {
				gf_buf_byte(b, '\n');
				at = 0;
			} else if (at > 0) {
				gf_buf_byte(b, ' ');
				at++;
			}
			gf_buf_str(b, word);
			at += wide;
		}
		gf_buf_byte(b, '\n');
	}
}

void
gf_fit_end(struct gf_buf *b)
{
	while (b->n > 0 && b->p[b->n - 1] == ' ')
		b->n--;
	gf_buf_byte(b, '\n');
}
