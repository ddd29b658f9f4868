/* tool/ask: a program whose one verb asks for the title and the strategy of a
 * goal and sets them, to try conversations. */
#include "cli/ask.h"
#include "cli/item.h"

static bool
put(struct gf_run *run, const struct gf_goal *g, const char *key,
    struct gf_str text)
{
	struct gf_edits *edits = gf_run_edit(run, g->doc);
	const struct gf_new *new = gf_new_text(run->arena, text);
	struct gf_node *node;

	if (edits == NULL)
		return false;
	node = gf_node_get(edits->tree->root, key);
	return node != NULL ? gf_edit_set(edits, node, new) :
	    gf_edit_insert(edits, edits->tree->root, gf_str(key), new,
	    gf_goal_order);
}

static int
talk(struct gf_run *run)
{
	const struct gf_goal *g = gf_run_goal(run, run->ids[0]);
	struct gf_str title, strategy;
	struct gf_ask ask;
	int said = 2;

	if (g == NULL || !gf_ask_open(&ask, run, "title and strategy"))
		return 2;
	gf_ask_say(&ask, "Two questions about '%.*s'.", (int)g->id.n, g->id.p);
	if (!gf_ask_line(&ask, &title, "What is it called?"))
		gf_run_say(run, "no title");
	else if (!gf_ask_line(&ask, &strategy, "And how?"))
		gf_run_say(run, "no strategy");
	else if (gf_ask_yes(&ask, true, "sure?") &&
	    put(run, g, "title", title) && put(run, g, "strategy", strategy))
		said = gf_ask_settle(&ask);
	else
		said = 1;
	gf_ask_close(&ask);
	return said;
}

static const struct gf_verb verbs[] = {
	{ .name = "talk", .about = "ask", .operands = "ID [FILE]...",
	    .ids = 1, .changes = true, .asks = true, .run = talk },
};

int
main(int argc, char *argv[])
{
	static const struct gf_prog prog = {
		.name = "ask", .about = "ask", .verbs = verbs,
		.nverbs = GF_LEN(verbs),
	};

	return gf_main(&prog, argc, argv);
}
