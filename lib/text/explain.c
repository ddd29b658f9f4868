#include <stdio.h>
#include <string.h>

#include "text/explain.h"
#include "text/textline.h"

/* What libyaml takes at most for a key on one line. */
#define LONGEST_KEY 1024

/* The fault is that a text should have stood in quotes. */
static bool
quote_it(struct gf_fault *f, const struct gf_textline *l, struct gf_str text,
    const char *what)
{
	struct gf_at at = gf_src_at(l->src, (size_t)(l->value.p - l->src->p),
	    l->value.n);
	char quoted[112];
	int key = l->key.n > 40 ? 40 : (int)l->key.n;

	gf_textline_quote(quoted, sizeof(quoted) - (size_t)key, text);
	gf_fault_set(f, at, "%s; quote it: %s%.*s%s%s", what,
	    l->item ? "- " : "", key, key ? l->key.p : "", key ? ": " : "",
	    quoted);
	f->quotable = text;
	return true;
}

/* A value that begins with a quote and does not end with it. */
static bool
explain_quote(struct gf_fault *f, const struct gf_textline *l)
{
	struct gf_str v = l->value, inner = v;
	size_t end = gf_textline_quote_end(v, 0);

	if (strstr(f->said, "escape") != NULL && f->at.line == l->no) {
		inner = (struct gf_str){ v.p + 1, v.n - 1 };
		if (inner.n > 0 && inner.p[inner.n - 1] == '"')
			inner.n--;
		return quote_it(f, l, inner,
		    "a backslash in double quotes begins a code");
	}
	if (end == 0 || gf_textline_skip(v, end) == v.n)
		return false;
	/* 'it's fine' */
	if (v.p[v.n - 1] == v.p[0] && !gf_textline_blank(v.p[end]))
		inner = (struct gf_str){ v.p + 1, v.n - 2 };
	return quote_it(f, l, inner, "text follows a quoted word");
}

/* One row for every sign that YAML takes for itself at the start of a value. */
static const struct sign {
	char c;
	bool blank;		/* only with a blank behind it */
	const char *what;
} signs[] = {
	{ '@', false, "a value cannot begin with '@'" },
	{ '`', false, "a value cannot begin with a backtick" },
	{ '%', false, "a value cannot begin with '%'" },
	{ ',', false, "a value cannot begin with ','" },
	{ ']', false, "a value cannot begin with ']'" },
	{ '}', false, "a value cannot begin with '}'" },
	{ '&', false, "'&' at the start names a value for later" },
	{ '*', false, "'*' at the start refers to a named value" },
	{ '!', false, "'!' at the start is a tag, which is not read" },
	{ '>', false, "'>' at the start begins a folded text below it" },
	{ '|', false, "'|' at the start begins a text below it" },
	{ '-', true, "'- ' begins a list on a line of its own" },
	{ '?', true, "'? ' begins a key" },
};

static const struct sign *
sign_of(struct gf_str v)
{
	for (size_t i = 0; i < GF_LEN(signs); i++)
		if (v.n > 0 && v.p[0] == signs[i].c &&
		    (!signs[i].blank || v.n == 1 || gf_textline_blank(v.p[1])))
			return &signs[i];
	return NULL;
}

/* Whether > or | begins a block of text in the way YAML wants it. */
static bool
block_head(struct gf_str v)
{
	size_t i = 1;

	while (i < v.n && (v.p[i] == '-' || v.p[i] == '+' ||
	    (v.p[i] >= '1' && v.p[i] <= '9')))
		i++;
	return (v.p[0] == '>' || v.p[0] == '|') && i == v.n;
}

/* `*name` and `&name` alone are YAML's own and mean what they say. */
static bool
one_word(struct gf_str v)
{
	return (v.p[0] == '*' || v.p[0] == '&') &&
	    memchr(v.p, ' ', v.n) == NULL;
}

static bool
explain_start(struct gf_fault *f, const struct gf_textline *l)
{
	const struct sign *s = sign_of(l->value);
	size_t end;

	if (l->value.n == 0)
		return false;
	if (l->value.p[0] == '"' || l->value.p[0] == '\'')
		return explain_quote(f, l);
	if (l->value.p[0] == '[' || l->value.p[0] == '{') {
		end = gf_textline_bracket_end(l->value);
		return end != 0 && end < l->value.n && quote_it(f, l, l->value,
		    l->value.p[0] == '[' ? "text follows a list in brackets" :
		    "text follows a mapping in braces");
	}
	if (s == NULL || block_head(l->value) || one_word(l->value))
		return false;
	return quote_it(f, l, l->value, s->what);
}

/* Whether a value looks like a pair: one small word, then a colon. */
static bool
one_key(struct gf_str v)
{
	size_t i = 0;

	while (i < v.n && ((v.p[i] >= 'a' && v.p[i] <= 'z') || v.p[i] == '-'))
		i++;
	return i > 0 && i < v.n && v.p[i] == ':';
}

static void
add_words(struct gf_fault *f, const char *more)
{
	size_t n = strlen(f->said);

	if (n + strlen(more) < sizeof(f->said))
		memcpy(f->said + n, more, strlen(more) + 1);
}

static bool
explain_colon(struct gf_fault *f, const struct gf_textline *l)
{
	if (l->key.n == 0 || gf_textline_key_end(l->value, 0) == l->value.n ||
	    l->value.p[0] == '[' || l->value.p[0] == '{')
		return false;
	if (l->key.n > LONGEST_KEY)
		return !gf_fault_set(f, f->at, "a key is longer than %d bytes",
		    LONGEST_KEY);
	quote_it(f, l, l->value, "a value holds ': '");
	if (one_key(l->value))
		add_words(f, ", or put what it holds on lines of its own");
	return true;
}

/* The last line above one that holds more than a comment. */
static bool
line_above(const struct gf_textline *l, struct gf_textline *above)
{
	for (size_t no = l->no; no-- > 0;) {
		*above = gf_textline_read(l->src, no);
		if (!gf_textline_empty(above))
			return true;
	}
	return false;
}

/* Whether what stands below a line goes on in it or belongs to it. */
static bool
opens(const struct gf_textline *l)
{
	return l->key.n > 0 ? l->value.n == 0 || block_head(l->value) :
	    l->item;
}

/*
 * The blanks that a line, of which rest is more than blanks, wants below the
 * one above; false if unknown.
 */
static bool
right_indent(const struct gf_textline *l, struct gf_str rest, size_t *indent)
{
	bool item = rest.p[0] == '-' &&
	    (rest.n == 1 || gf_textline_blank(rest.p[1]));
	struct gf_textline above;

	*indent = 0;
	if (!line_above(l, &above))
		return true;
	*indent = above.indent;
	if (above.all.p[above.indent] == '\t' || above.indent > 40)
		return false;
	if (item)
		*indent += !above.item && opens(&above) ? 2 : 0;
	else if (above.item || opens(&above) || l->key.n == 0)
		*indent += 2;
	return true;
}

static bool
explain_tab(struct gf_fault *f, const struct gf_textline *l)
{
	size_t i = gf_textline_skip(l->all, 0), indent;
	struct gf_str rest = { l->all.p + i, l->all.n - i };
	const char *tab = memchr(l->all.p, '\t', i);
	struct gf_at at;
	int n = rest.n > 80 ? 80 : (int)rest.n;

	if (tab == NULL || i == l->all.n)
		return false;
	at = gf_src_at(l->src, (size_t)(tab - l->src->p), 1);
	if (!right_indent(l, rest, &indent))
		return !gf_fault_set(f, at,
		    "a tab cannot indent a line; use blanks");
	return !gf_fault_set(f, at, "a tab cannot indent a line; %s: "
	    "'%*s%.*s'", indent > 0 ? "use blanks" : "begin it at the left",
	    (int)indent, "", n, rest.p);
}

/* `key:value`, the blank forgotten. */
static bool
explain_blank(struct gf_fault *f, const struct gf_textline *l)
{
	struct gf_str s = l->all;
	size_t i = l->indent, from = i;
	int most = 60;

	while (i < s.n && ((s.p[i] >= 'a' && s.p[i] <= 'z') || s.p[i] == '-'))
		i++;
	if (l->key.n > 0 || i == from || i + 1 >= s.n || s.p[i] != ':' ||
	    s.p[i + 1] == '/')
		return false;
	if (s.n - i - 1 < (size_t)most)
		most = (int)(s.n - i - 1);
	return !gf_fault_set(f, gf_src_at(l->src, (size_t)(s.p + i - l->src->p),
	    1), "a blank is missing behind the colon: '%.*s: %.*s'",
	    (int)(i - from), s.p + from, most, s.p + i + 1);
}

/* A line without a key, at the left of what it should go on from. */
static bool
explain_loose(struct gf_fault *f, const struct gf_textline *l)
{
	struct gf_textline above;
	struct gf_at at;
	int n = l->value.n > 60 ? 60 : (int)l->value.n;

	if (l->key.n > 0 || l->item || gf_textline_empty(l) ||
	    !line_above(l, &above))
		return false;
	at = gf_src_at(l->src, (size_t)(l->value.p - l->src->p), l->value.n);
	return !gf_fault_set(f, at, "this line has no ': '; if it goes on from "
	    "the line above, indent it: '%*s%.*s'",
	    (int)(above.indent > 30 ? 30 : above.indent) + 2, "", n,
	    l->value.p);
}

static bool
explain_indent(struct gf_fault *f, const struct gf_textline *l)
{
	struct gf_textline above;
	struct gf_at at;

	if (!line_above(l, &above))
		return false;
	at = gf_src_at(l->src, (size_t)(l->all.p + l->indent - l->src->p),
	    l->all.n - l->indent);
	if (l->indent != above.indent && (above.key.n > 0 || l->item))
		return !gf_fault_set(f, at, "this line is indented by %zu, the "
		    "one above by %zu: %s stand in one column", l->indent,
		    above.indent, l->item && above.item ?
		    "items of one list" : "keys of one mapping");
	if (l->item != above.item && l->indent == above.indent)
		return !gf_fault_set(f, at,
		    "items of a list and keys cannot stand in one column: "
		    "begin the line with %s", l->item ? "a key" : "'- '");
	return false;
}

static bool
quote_item(struct gf_fault *f, const struct gf_src *src, struct gf_str item,
    const char *what)
{
	char quoted[96];

	gf_textline_quote(quoted, sizeof(quoted), item);
	return !gf_fault_set(f, gf_src_at(src, (size_t)(item.p - src->p),
	    item.n), "%s; quote it: %s", what, quoted);
}

/* A ' #' in brackets takes the rest of the line, closing bracket and all. */
static bool
explain_comment(struct gf_fault *f, const struct gf_textline *l)
{
	struct gf_str s = l->all;

	for (size_t i = 1; i + 1 < s.n; i++)
		if (s.p[i] == '#' && gf_textline_blank(s.p[i - 1]) &&
		    !gf_textline_blank(s.p[i + 1]) &&
		    gf_textline_in_brackets(s, i))
			return quote_item(f, l->src, gf_textline_item(s, i),
			    "' #' in brackets begins a comment");
	return false;
}

/* A quote or bracket that was opened above and swallowed what follows. */
static bool
explain_open(struct gf_fault *f, const struct gf_src *src, size_t last)
{
	struct gf_textline l, found = { .src = NULL };
	bool bracket = strstr(f->said, "',' or") != NULL;
	char c;

	for (size_t no = 0; no < src->nlines && no <= last; no++) {
		l = gf_textline_read(src, no);
		if (gf_textline_empty(&l) || l.value.n == 0)
			continue;
		c = l.value.p[0];
		if (bracket && (c == '[' || c == '{') &&
		    gf_textline_bracket_end(l.value) == 0)
			found = l;
		if (!bracket && (c == '"' || c == '\'') &&
		    gf_textline_quote_end(l.value, 0) == 0 && found.src == NULL)
			found = l;
	}
	if (found.src == NULL)
		return false;
	if (bracket)
		return explain_comment(f, &found) || quote_it(f, &found,
		    found.value, "the bracket is not closed, or a comma is "
		    "missing in it");
	return quote_it(f, &found, (struct gf_str){ found.value.p + 1,
	    found.value.n - 1 }, "the quote is not closed");
}

/* What remains when no line shows a known slip: our words for the parser's. */
static const struct {
	const char *theirs, *ours;
} words[] = {
	{ "mapping values",
	    "a ': ' stands where no key can be; quote the value" },
	{ "could not find expected ':'", "a key without its ': '" },
	{ "did not find expected key",
	    "this is no key of the mapping above; check indent and quotes" },
	{ "did not find expected '-'",
	    "this is no item of the list above; begin it with '- ' in its "
	    "column" },
	{ "cannot start any token",
	    "a value cannot begin with this sign; quote it" },
	{ "end of stream", "something above is opened and never closed" },
	{ "',' or", "a comma or the closing bracket is missing" },
	{ "node content", "a value is missing here" },
	{ "directive", "a line that begins with '%' is for YAML itself; quote "
	    "the text or take the line out" },
	{ "tab", "a tab cannot stand here; use blanks" },
	{ "document start", "a second document begins without '---'" },
	{ "escape", "a backslash in double quotes begins a code; use single "
	    "quotes" },
	{ "anchor", "'&' or '*' wants a name of letters and digits; quote the "
	    "value" },
	{ "alphabetic", "'&', '*' or '%' at the start wants a name behind it; "
	    "quote the text" },
	{ "tag", "'!' at the start is a tag, which is not read; quote the "
	    "value" },
};

/* A value inside brackets that would have to stand in quotes. */
static bool
explain_flow(struct gf_fault *f, const struct gf_src *src)
{
	struct gf_str s = gf_src_line(src, f->at.line), w;
	const struct sign *sign;

	if (f->at.col >= s.n || !gf_textline_in_brackets(s, f->at.col))
		return false;
	w = gf_textline_item(s, f->at.col);
	sign = sign_of(w);
	if (sign != NULL)
		return quote_item(f, src, w, sign->what);
	if (w.n > 0 && (w.p[0] == '"' || w.p[0] == '\''))
		return quote_item(f, src, w, "text follows a quoted word");
	return s.p[f->at.col] == ':' && w.n > 0 && w.p < s.p + f->at.col &&
	    quote_item(f, src, w, "a value inside brackets holds ': '");
}

static bool
explain_line(struct gf_fault *f, const struct gf_textline *l)
{
	return explain_tab(f, l) || explain_start(f, l) ||
	    explain_colon(f, l) || explain_blank(f, l);
}

void
gf_yaml_explain(const struct gf_src *src, struct gf_fault *f)
{
	struct gf_textline l, above;
	bool late = strstr(f->said, "find expected ':'") != NULL;

	if (src->nlines == 0)
		return;
	l = gf_textline_read(src, f->at.line < src->nlines ? f->at.line :
	    src->nlines - 1);
	if (late && line_above(&l, &above))
		l = above;
	if (explain_line(f, &l))
		return;
	if (explain_open(f, src, l.no))
		return;
	if (line_above(&l, &above) && explain_blank(f, &above))
		return;
	if (explain_loose(f, &l) || explain_indent(f, &l) ||
	    explain_flow(f, src))
		return;
	for (size_t i = 0; i < GF_LEN(words); i++)
		if (strstr(f->said, words[i].theirs) != NULL) {
			gf_fault_set(f, f->at, "%s", words[i].ours);
			return;
		}
	gf_fault_set(f, f->at, "this cannot be read as YAML");
}

bool
gf_yaml_offer(const struct gf_src *src, struct gf_fault *f)
{
	struct gf_textline l = gf_textline_read(src, f->at.line);
	char said[sizeof(f->said)];
	struct gf_at at = f->at;
	struct gf_str s = gf_src_line(src, f->at.line);

	memcpy(said, f->said, sizeof(said));
	if (l.value.n > 0 && l.value.p == src->p + at.off)
		quote_it(f, &l, l.value, said);
	else if (at.col < s.n && gf_textline_in_brackets(s, at.col))
		quote_item(f, src, gf_textline_item(s, at.col), said);
	return false;
}
