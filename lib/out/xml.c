#include "out/show.h"
#include "out/xml.h"

void
gf_xml(struct gf_buf *b, struct gf_str s)
{
	struct gf_buf shown = { 0 };

	gf_show(&shown, s);
	for (size_t i = 0; i < shown.n; i++) {
		char c = shown.p[i];

		if (c == '&')
			gf_buf_text(b, "&amp;");
		else if (c == '<')
			gf_buf_text(b, "&lt;");
		else if (c == '>')
			gf_buf_text(b, "&gt;");
		else if (c == '"')
			gf_buf_text(b, "&quot;");
		else if (c == '\'')
			gf_buf_text(b, "&#39;");
		else
			gf_buf_byte(b, c);
	}
	gf_buf_release(&shown);
}
