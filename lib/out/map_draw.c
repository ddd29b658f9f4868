#include "base/utf8.h"
#include "out/map_formats.h"
#include "out/map_net.h"

#define WIDEST 36	/* columns of a line of a title */
#define LONGEST 5	/* lines of a title */

/* One way to draw: what stands for a letter, and between two lines. */
struct pen {
	const char *(*escape)(uint32_t cp, uint32_t before);
	const char *line_end;
};

/*
 * A backslash begins a code of Graphviz, an ampersand a name of HTML; all else
 * stands for itself in quotes.
 */
static const char *
dot_letter(uint32_t cp, uint32_t before)
{
	(void)before;
	return cp == '"' ? "\\\"" : cp == '\\' ? "\\\\" : cp == '&' ?
	    "&amp;" : NULL;
}

/* Letters that mean something to Mermaid, Markdown or HTML in a label. */
static const char *
mermaid_letter(uint32_t cp, uint32_t before)
{
	static const char *const codes[128] = {
		['"'] = "#quot;", ['#'] = "#35;", ['<'] = "#lt;",
		['>'] = "#gt;", ['&'] = "#amp;", ['$'] = "#36;",
		['*'] = "#42;", ['`'] = "#96;",
		['['] = "#91;", [']'] = "#93;", ['\\'] = "#92;",
		['{'] = "#123;", ['}'] = "#125;", ['_'] = "#95;",
		['|'] = "#124;", ['~'] = "#126;", [';'] = "#59;",
	};

	/* two of them begin a comment or a command */
	if (cp == '%' && before == '%')
		return "#37;";
	return cp < 128 ? codes[cp] : NULL;
}

static const struct pen dot_pen = { dot_letter, "\\n" };
static const struct pen mermaid_pen = { mermaid_letter, "<br>" };

/* Text of the user on one line of a label. */
static void
put_text(struct gf_buf *b, const struct pen *pen, struct gf_str s)
{
	struct gf_buf shown = { 0 };
	const char *code;
	uint32_t cp, before = 0;
	size_t n;

	gf_show(&shown, s);
	for (size_t i = 0; i < shown.n; i += n) {
		n = gf_utf8_next(shown.p + i, shown.n - i, &cp);
		code = pen->escape(cp, before);
		if (code != NULL)
			gf_buf_text(b, code);
		else
			gf_buf_add(b, shown.p + i, n);
		before = cp;
	}
	gf_buf_release(&shown);
}

/* As many words as a line holds; a longer one is cut. */
static struct gf_str
take_line(struct gf_str *rest)
{
	struct gf_str line = { rest->p, 0 }, word;

	while (rest->n > 0) {
		struct gf_str after = *rest;

		word = gf_str_cut(&after, ' ');
		word.n = (size_t)(word.p + word.n - line.p);
		if (gf_utf8_width((struct gf_str){ line.p, word.n }) > WIDEST)
			break;
		line.n = word.n;
		*rest = after;
	}
	if (line.n > 0 || rest->n == 0)
		return line;
	line = gf_utf8_fit(*rest, WIDEST);
	rest->p += line.n;
	rest->n -= line.n;
	return line;
}

static void
put_title(struct gf_buf *b, const struct pen *pen, struct gf_str title)
{
	struct gf_buf shown = { 0 };
	struct gf_str rest;

	gf_show(&shown, title);
	rest = gf_str_trim(gf_buf_view(&shown));
	for (unsigned n = 1; rest.n > 0; n++) {
		put_text(b, pen, take_line(&rest));
		if (n == LONGEST && rest.n > 0) {
			gf_buf_text(b, "\xe2\x80\xa6");
			rest.n = 0;
		}
		gf_buf_text(b, pen->line_end);
	}
	gf_buf_release(&shown);
}

static void
put_label(struct gf_buf *b, const struct pen *pen, const struct gf_net *net,
    const struct gf_net_node *node)
{
	struct gf_buf about = { 0 };
	struct gf_str rest;

	if (node->goal != NULL)
		put_title(b, pen, gf_goal_text(node->goal, GOAL_TITLE));
	gf_net_about(&about, net, node);
	rest = gf_buf_view(&about);
	while (rest.n > 0) {
		put_text(b, pen, gf_str_cut(&rest, '\n'));
		if (rest.n > 0)
			gf_buf_text(b, pen->line_end);
	}
	gf_buf_release(&about);
}

/* How loud a node is drawn: what wants to be talked about, and the rest. */
enum tone { CALM, BEHIND, RISK, DONE, QUIET, MISSING, TONES };

static enum tone
tone_of(const struct gf_net_node *node)
{
	if (node->goal == NULL)
		return MISSING;
	switch ((enum gf_state)node->state) {
	case GF_STATE_MISSED:
	case GF_STATE_AT_RISK:
		return RISK;
	case GF_STATE_BEHIND:
		return BEHIND;
	case GF_STATE_ACHIEVED:
		return DONE;
	case GF_STATE_ON_TRACK:
		return CALM;
	default:
		return QUIET;
	}
}

void
gf_map_dot(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	static const char *const looks[TONES] = {
		[CALM] = "color=\"#3d6b8e\"",
		[BEHIND] = "color=\"#b26b00\", penwidth=\"2\"",
		[RISK] = "color=\"#b3261e\", penwidth=\"3\"",
		[DONE] = "color=\"#3d6b8e\", fillcolor=\"#e4eef5\"",
		[QUIET] = "color=\"#8a8a86\"",
		[MISSING] = "color=\"#b3261e\", style=\"dashed\"",
	};
	struct gf_net net;

	gf_net_init(&net, model, look);
	gf_buf_text(b, "digraph plan {\n"
	    "\tgraph [rankdir=\"RL\", nodesep=\"0.2\", ranksep=\"0.6\"];\n"
	    "\tnode [shape=\"box\", style=\"rounded,filled\", "
	    "fillcolor=\"#ffffff\", fontname=\"Helvetica\", "
	    "fontsize=\"11\"];\n\tedge [color=\"#8a8a86\"];\n");
	for (size_t i = 0; i < net.nnodes; i++) {
		gf_buf_printf(b, "\tg%zu [label=\"", i + 1);
		put_label(b, &dot_pen, &net, &net.nodes[i]);
		gf_buf_printf(b, "\", %s%s];\n", looks[tone_of(&net.nodes[i])],
		    net.nodes[i].aside ? ", fontcolor=\"#6b6b67\"" : "");
	}
	for (size_t i = 0; i < net.nedges; i++)
		gf_buf_printf(b, "\tg%u -> g%u;\n",
		    (unsigned)net.edges[i].from + 1,
		    (unsigned)net.edges[i].to + 1);
	if (net.nhidden > 0)
		gf_buf_text(b, "\t// ");
	gf_sheet_hidden(b, net.nhidden);
	gf_buf_text(b, "}\n");
	gf_net_release(&net);
}

void
gf_map_mermaid(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	static const char *const classes[TONES] = {
		"calm", "behind", "risk", "done", "quiet", "missing"
	};
	struct gf_net net;

	gf_net_init(&net, model, look);
	gf_buf_text(b, "flowchart RL\n"
	    "\tclassDef calm stroke:#3d6b8e\n"
	    "\tclassDef behind stroke:#b26b00,stroke-width:2px\n"
	    "\tclassDef risk stroke:#b3261e,stroke-width:4px\n"
	    "\tclassDef done stroke:#3d6b8e,stroke-width:2px\n"
	    "\tclassDef quiet stroke:#8a8a86\n"
	    "\tclassDef missing stroke:#b3261e,stroke-dasharray:4\n");
	for (size_t i = 0; i < net.nnodes; i++) {
		gf_buf_printf(b, "\tg%zu[\"", i + 1);
		put_label(b, &mermaid_pen, &net, &net.nodes[i]);
		gf_buf_printf(b, "\"]:::%s\n", classes[tone_of(
		    &net.nodes[i])]);
	}
	for (size_t i = 0; i < net.nedges; i++)
		gf_buf_printf(b, "\tg%u --> g%u\n",
		    (unsigned)net.edges[i].from + 1,
		    (unsigned)net.edges[i].to + 1);
	if (net.nhidden > 0)
		gf_buf_text(b, "\t%% ");
	gf_sheet_hidden(b, net.nhidden);
	gf_net_release(&net);
}
