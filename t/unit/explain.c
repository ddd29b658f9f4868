/* What libyaml refuses, in our words, at the true place, with the line put right. */
#include "tap.h"
#include "text/tree.h"

static const struct {
	const char *text, *want;
} rows[] = {
	{ "goal: a\ntitle: Win: 24 customers\ndue: 2026\n",
	    "2:8 a value holds ': '; quote it: title: \"Win: 24 customers\"" },
	{ "goal: a\ntitle: \"Best\" in town\ndue: 2026\n",
	    "2:8 text follows a quoted word; quote it: title: '\"Best\" in "
	    "town'" },
	{ "goal: a\ntitle: @home sales\n",
	    "2:8 a value cannot begin with '@'; quote it: title: \"@home "
	    "sales\"" },
	{ "goal: a\ntitle: `x` sales\n",
	    "2:8 a value cannot begin with a backtick; quote it: title: "
	    "\"`x` sales\"" },
	{ "goal: a\ntitle: %off\n",
	    "2:8 a value cannot begin with '%'; quote it: title: \"%off\"" },
	{ "goal: a\ntitle: [a] b\ndue: 2026\n",
	    "2:8 text follows a list in brackets; quote it: title: \"[a] "
	    "b\"" },
	{ "goal: a\ntitle: [a b\ndue: 2026\n",
	    "2:8 the bracket is not closed, or a comma is missing in it; "
	    "quote it: title: \"[a b\"" },
	{ "goal: a\ntitle: {a} b\ndue: 2026\n",
	    "2:8 text follows a mapping in braces; quote it: title: \"{a} "
	    "b\"" },
	{ "goal: a\ntitle: {a b\ndue: 2026\n",
	    "2:8 the bracket is not closed, or a comma is missing in it; "
	    "quote it: title: \"{a b\"" },
	{ "goal: a\ntitle: > 24 clinics\ndue: 2026\n",
	    "2:8 '>' at the start begins a folded text below it; quote it: "
	    "title: \"> 24 clinics\"" },
	{ "goal: a\ntitle: | 24 clinics\n",
	    "2:8 '|' at the start begins a text below it; quote it: title: "
	    "\"| 24 clinics\"" },
	{ "goal: a\ntitle: >24 clinics\n",
	    "2:8 '>' at the start begins a folded text below it; quote it: "
	    "title: \">24 clinics\"" },
	{ "goal: a\ntitle: - 24 clinics\n",
	    "2:8 '- ' begins a list on a line of its own; quote it: title: "
	    "\"- 24 clinics\"" },
	{ "goal: a\ntitle: ? why\n",
	    "2:8 '? ' begins a key; quote it: title: \"? why\"" },
	{ "goal: a\ntitle: *word here\ndue: x\n",
	    "2:8 a text that begins with '*' is an alias, and no anchor "
	    "has this name; quote it: title: \"*word here\"" },
	{ "goal: a\ntitle: *word\ndue: x\n",
	    "2:8 a text that begins with '*' is an alias, and no anchor "
	    "has this name; quote it: title: \"*word\"" },
	{ "goal: a\ntitle: !word here\n",
	    "2:8 a text that begins with '!' is a tag, and only !!str and "
	    "its kin are known; quote it: title: \"!word here\"" },
	{ "goal: a\ntitle: !word\n",
	    "2:8 a text that begins with '!' is a tag, and only !!str and "
	    "its kin are known; quote it: title: \"!word\"" },
	{ "goal: a\ntitle: foo\nbar baz\ndue: 2026\n",
	    "3:1 this line has no ': '; if it goes on from the line above, "
	    "indent it: '  bar baz'" },
	{ "goal: a\ntitle: foo\nbar baz\n",
	    "3:1 this line has no ': '; if it goes on from the line above, "
	    "indent it: '  bar baz'" },
	{ "goal: a\n\ttitle: foo\n",
	    "2:1 a tab cannot indent a line; begin it at the left: 'title: "
	    "foo'" },
	{ "goal: a\nsupports:\n- b\n\t- c\n",
	    "4:1 a tab cannot indent a line; begin it at the left: '- c'" },
	{ "goal: a\nsupports:\n\t- c\n",
	    "3:1 a tab cannot indent a line; use blanks: '  - c'" },
	{ "goal: a\nmilestones:\n  - by: 2026-07\n\tvalue: 3\n",
	    "4:1 a tab cannot indent a line; use blanks: '    value: 3'" },
	{ "goal: a\ntitle: |\n\tfoo\ndue: 2026\n",
	    "3:1 a tab cannot indent a line; use blanks: '  foo'" },
	{ "goal: a\nmeasure:\n\tto: 3\n",
	    "3:1 a tab cannot indent a line; use blanks: '  to: 3'" },
	{ "goal: a\nmeasure:\n  from: 3\n\tto: 3\n",
	    "4:1 a tab cannot indent a line; use blanks: '  to: 3'" },
	{ "goal: a\ntitle: \"foo\ndue: 2026\n",
	    "2:8 the quote is not closed; quote it: title: \"foo\"" },
	{ "goal: a\ntitle: 'foo\ndue: 'x'\n",
	    "2:8 the quote is not closed; quote it: title: \"foo\"" },
	{ "goal: a\ntitle: 'it's fine'\ndue: x\n",
	    "2:8 text follows a quoted word; quote it: title: \"it's fine\"" },
	{ "goal: a\ntitle: \"C:\\data\"\n",
	    "2:8 a backslash in double quotes begins a code; quote it: "
	    "title: 'C:\\data'" },
	{ "goal: a\nmeasure:\n  from: 3\n to: 3\n",
	    "4:2 this line is indented by 1, the one above by 2: keys of "
	    "one mapping stand in one column" },
	{ "goal: a\nmeasure:\n  from: 3\n   to: 3\n",
	    "4:4 this line is indented by 3, the one above by 2: keys of "
	    "one mapping stand in one column" },
	{ "goal: a\n   title: x\n",
	    "2:4 this line is indented by 3, the one above by 0: keys of "
	    "one mapping stand in one column" },
	{ "goal: a\nwhy:\n  - a\n- b\n",
	    "4:1 this line is indented by 0, the one above by 2: items of "
	    "one list stand in one column" },
	{ "goal: a\ntags: [a, b\ndue: 2026\ntitle: x\n",
	    "2:7 the bracket is not closed, or a comma is missing in it; "
	    "quote it: tags: \"[a, b\"" },
	{ "goal: a\ntitle foo\ndue: x\n",
	    "2:1 this line has no ': '; if it goes on from the line above, "
	    "indent it: '  title foo'" },
	{ "goal:a\ntitle: foo\n",
	    "1:5 a blank is missing behind the colon: 'goal: a'" },
	{ "goal: a\nwhy:\n  - a: b\n  c\n",
	    "4:3 this line has no ': '; if it goes on from the line above, "
	    "indent it: '    c'" },
	{ "goal: a\nwhy:\n  - we win: we all\n  - \"x\" y\n",
	    "4:5 text follows a quoted word; quote it: - '\"x\" y'" },
	{ "goal: a\nwhy: - a\n     - b\n",
	    "2:6 '- ' begins a list on a line of its own; quote it: why: "
	    "\"- a\"" },
	{ "goal: a\ntitle: ,x\n",
	    "2:8 a value cannot begin with ','; quote it: title: \",x\"" },
	{ "goal: a\nobstacles:\n  - when: rain: then\n",
	    "3:11 a value holds ': '; quote it: - when: \"rain: then\", or "
	    "put what it holds on lines of its own" },
	{ "goal: a\nmeasure: from: 3\n",
	    "2:10 a value holds ': '; quote it: measure: \"from: 3\", or "
	    "put what it holds on lines of its own" },
	{ "goal: a\ntitle: ]x\n",
	    "2:8 a value cannot begin with ']'; quote it: title: \"]x\"" },
	{ "goal: a\ntitle: }x\n",
	    "2:8 a value cannot begin with '}'; quote it: title: \"}x\"" },
	{ "goal: a\ntags: [@a, b]\n",
	    "2:8 a value cannot begin with '@'; quote it: \"@a\"" },
	{ "goal: a\ntags: [a, %b]\n",
	    "2:11 a value cannot begin with '%'; quote it: \"%b\"" },
	{ "goal: a\ntags: [a, - b]\n",
	    "2:11 '- ' begins a list on a line of its own; quote it: \"- "
	    "b\"" },
	{ "goal: a\nm: {a: b: c}\n",
	    "2:8 a value inside brackets holds ': '; quote it: \"b: c\"" },
	{ "goal: a\nm: {a: \"b\" c}\n",
	    "2:8 text follows a quoted word; quote it: '\"b\" c'" },
	{ "%a\ngoal: a\n",
	    "1:1 a line that begins with '%' is a directive and needs a "
	    "line '---' below it; remove it, or quote the text" },
	{ "goal: a\n%title: a\n",
	    "2:7 '&', '*' or '%' at the start wants a name behind it; "
	    "quote the text" },
	{ "- goal\ntitle: b\n",
	    "2:1 items of a list and keys cannot stand in one column: "
	    "begin the line with '- '" },
	{ "goal: a\n- x\n",
	    "2:1 items of a list and keys cannot stand in one column: "
	    "begin the line with a key" },
	{ "goal: a\nwhy:\n- x\ny\n",
	    "4:1 this line has no ': '; if it goes on from the line above, "
	    "indent it: '  y'" },
	{ "title: ? \n",
	    "1:8 '? ' begins a key; quote it: title: \"?\"" },
	{ "goal: a\ntitle: !!foo x\n",
	    "2:8 a text that begins with '!' is a tag, and only !!str and "
	    "its kin are known; quote it: title: \"!!foo x\"" },
	{ "title: a\ntitle: b :\n",
	    "2:8 a value holds ': '; quote it: title: \"b :\"" },
	{ "goal: a\nwhy:\n  text: - a\n",
	    "3:9 '- ' begins a list on a line of its own; quote it: text: "
	    "\"- a\"" },
	{ "goal: a\n\"title\" : b\n'x': \"a\"b\n",
	    "3:6 text follows a quoted word; quote it: 'x': '\"a\"b'" },
	{ "goal: a\ntags: [deal #4711, x]\ndue: 2026\n",
	    "2:8 ' #' in brackets begins a comment; quote it: \"deal "
	    "#4711\"" },
	{ "goal: a\nprogress: [{when: rain: then, x: y}]\n",
	    "2:19 a value inside brackets holds ': '; quote it: \"rain: "
	    "then\"" },
	{ "goal: a\ntitle: [!x, b]\n",
	    "2:9 a text that begins with '!' is a tag, and only !!str and "
	    "its kin are known; quote it: \"!x\"" },
	{ "goal: a\ntitle: [*x, b]\n",
	    "2:9 a text that begins with '*' is an alias, and no anchor "
	    "has this name; quote it: \"*x\"" },
	{ "goal: a\nmeasure:\n  to: 3\n    from: 3\n",
	    "4:5 this line is indented by 4, the one above by 2: keys of "
	    "one mapping stand in one column" },
	{ "goal: a\nwhy:\n    - a\n  - b\n",
	    "4:3 this line is indented by 2, the one above by 4: items of "
	    "one list stand in one column" },
	{ "goal: a\ntitle: & co\n",
	    "2:8 '&' at the start names a value for later; quote it: "
	    "title: \"& co\"" },
	{ "goal: a\ntitle: \"a\\qb\"\n",
	    "2:8 a backslash in double quotes begins a code; quote it: "
	    "title: 'a\\qb'" },
	{ "goal: a\ntitle: 'one' and 'two'\n",
	    "2:8 text follows a quoted word; quote it: title: \"'one' and "
	    "'two'\"" },
	{ "goal: a\nwhy:\n  - \"it\" is: so\n",
	    "3:5 text follows a quoted word; quote it: - '\"it\" is: so'" },
	{ "goal: a\ntitle: Win: the [north] # soon\n",
	    "2:8 a value holds ': '; quote it: title: \"Win: the [north]\"" },
	{ "goal: a\ntitle: this is a title that goes on and on and on "
	    "for more than one line of a terminal: and further still, with "
	    "'quotes' and more of them\n",
	    "2:8 a value holds ': '; quote it: title: \"this is a title "
	    "that goes on and on and on for more than one line of a "
	    "terminal: and further stil...\"" },
};

/* Whether any of the parser's own phrases is left. */
static bool
theirs(const char *said)
{
	static const char *const phrases[] = {
		"expected", "mapping values", "not allowed", "this context",
		"while ", "block mapping", "found character", "simple key"
	};

	for (size_t i = 0; i < GF_LEN(phrases); i++)
		if (strstr(said, phrases[i]) != NULL)
			return true;
	return false;
}

/*
 * Whether a line that is proposed in quotes at the end parses in place of the
 * one that a tab indents.
 */
static bool
mends(const char *text, const struct gf_fault *f)
{
	struct gf_limits limits = gf_limits_default();
	const char *line = strstr(f->said, ": '");
	struct gf_str rest = gf_str(text);
	struct gf_arena arena = { 0 };
	struct gf_tree tree;
	struct gf_fault again;
	struct gf_buf b = { 0 };
	bool ok;

	for (uint32_t i = 0; rest.n > 0; i++) {
		struct gf_str old = gf_str_cut(&rest, '\n');

		if (i == f->at.line)
			gf_buf_add(&b, line + 3, strlen(line) - 4);
		else
			gf_buf_str(&b, old);
		gf_buf_byte(&b, '\n');
	}
	ok = gf_tree_parse(&tree, gf_buf_view(&b), &limits, &arena, &again);
	gf_buf_release(&b);
	gf_arena_release(&arena);
	return ok;
}

int
main(void)
{
	struct tap t = { 0, 0 };
	struct gf_limits limits = gf_limits_default();

	for (size_t i = 0; i < GF_LEN(rows); i++) {
		struct gf_arena arena = { 0 };
		struct gf_tree tree;
		struct gf_fault f;
		struct gf_buf got = { 0 };
		bool ok = gf_tree_parse(&tree, gf_str(rows[i].text), &limits,
		    &arena, &f);

		gf_buf_printf(&got, "%u:%u %s", f.at.line + 1, f.at.col + 1,
		    f.said);
		if (!tap_ok(&t, !ok && gf_str_is(gf_buf_view(&got),
		    rows[i].want) && !theirs(f.said), "%s", rows[i].want))
			printf("# got %s\n", got.p);
		if (strstr(f.said, "a tab cannot indent") != NULL)
			tap_ok(&t, mends(rows[i].text, &f), "and mends it");
		gf_buf_release(&got);
		gf_arena_release(&arena);
	}
	return tap_done(&t);
}
