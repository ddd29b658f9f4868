#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "text/re.h"

/* HAZARDS.md, "rule pattern" to "match_limit / depth / heap". */
#define PARENS 32
#define COMPILED 65536		/* bytes */
#define STACK_LEAST (32 * 1024)
#define STACK_MOST (512 * 1024)

struct gf_re {
	pcre2_code *code;
	/*
	 * The same for texts of ASCII alone, where Unicode says nothing that
	 * bytes do not, in machine code: twice as fast; NULL if not made.
	 */
	pcre2_code *plain;
	pcre2_match_data *data;
	pcre2_match_context *context;
	pcre2_jit_stack *stack;	/* NULL: interpreted */
	bool late;		/* code is to be machine code, too, once it is used */
	struct gf_str text;	/* of the last match */
	size_t most;		/* bytes of a text */
};

/* "(*LIMIT_MATCH=..." at the start could move our limits. */
static bool
has_verb(struct gf_str pattern)
{
	return gf_str_starts(pattern, "(*") && pattern.n > 2 &&
	    pattern.p[2] >= 'A' && pattern.p[2] <= 'Z';
}

static pcre2_code *
compile(struct gf_str pattern, size_t most, uint32_t options, size_t *at,
    char why[static 128])
{
	pcre2_compile_context *ctx = pcre2_compile_context_create(NULL);
	pcre2_code *code;
	PCRE2_SIZE where = 0, size = 0;
	int error;

	if (ctx == NULL)
		gf_die("out of memory");
	pcre2_set_max_pattern_length(ctx, most);
	pcre2_set_parens_nest_limit(ctx, PARENS);
	code = pcre2_compile((PCRE2_SPTR)pattern.p, pattern.n, options |
	    PCRE2_NEVER_BACKSLASH_C, &error, &where, ctx);
	pcre2_compile_context_free(ctx);
	*at = where;
	if (code == NULL) {
		pcre2_get_error_message(error, (PCRE2_UCHAR *)why, 128);
		return NULL;
	}
	if (pcre2_pattern_info(code, PCRE2_INFO_SIZE, &size) != 0 ||
	    size > COMPILED) {
		snprintf(why, 128, "compiled it is too large");
		pcre2_code_free(code);
		return NULL;
	}
	return code;
}

static void
limit(struct gf_re *re, const struct gf_limits *l)
{
	pcre2_set_match_limit(re->context,
	    (uint32_t)l->v[GF_LIMIT_MATCH]);
	pcre2_set_depth_limit(re->context,
	    (uint32_t)l->v[GF_LIMIT_MATCH_DEPTH]);
	pcre2_set_heap_limit(re->context,
	    (uint32_t)l->v[GF_LIMIT_MATCH_HEAP]);
	re->most = l->v[GF_LIMIT_SUBJECT];
}

/* Prepare for many texts. */
static void
speed_up(struct gf_re *re, struct gf_str pattern, size_t most)
{
	char why[128];
	size_t at;

	re->stack = pcre2_jit_stack_create(STACK_LEAST, STACK_MOST, NULL);
	if (re->stack == NULL)
		return;
	pcre2_jit_stack_assign(re->context, NULL, re->stack);
	re->late = true;
	/* a repeat behind a letter of two bytes means something else in bytes */
	if (!gf_utf8_plain(pattern))
		return;
	re->plain = compile(pattern, most, 0, &at, why);
	if (re->plain != NULL &&
	    pcre2_jit_compile(re->plain, PCRE2_JIT_COMPLETE) != 0) {
		pcre2_code_free(re->plain);
		re->plain = NULL;
	}
}

struct gf_re *
gf_re_new(struct gf_str pattern, const struct gf_limits *limits, bool many,
    size_t *at, char why[static 128])
{
	struct gf_limits built_in = gf_limits_default();
	const struct gf_limits *l = limits ? limits : &built_in;
	size_t most = l->v[GF_LIMIT_PATTERN];
	struct gf_re *re;
	pcre2_code *code;

	*at = 0;
	if (pattern.n > most || has_verb(pattern)) {
		if (pattern.n > most)
			snprintf(why, 128, "it has more than %zu bytes", most);
		else
			snprintf(why, 128, "it may not begin with '(*'");
		return NULL;
	}
	code = compile(pattern, most, PCRE2_UTF | PCRE2_UCP, at, why);
	if (code == NULL)
		return NULL;
	re = gf_alloc(sizeof(*re));
	re->code = code;
	re->data = pcre2_match_data_create_from_pattern(code, NULL);
	re->context = pcre2_match_context_create(NULL);
	if (re->data == NULL || re->context == NULL)
		gf_die("out of memory");
	limit(re, l);
	if (many)
		speed_up(re, pattern, most);
	return re;
}

size_t
gf_re_most(const struct gf_re *re)
{
	return re->most;
}

void
gf_re_free(struct gf_re *re)
{
	if (re == NULL)
		return;
	pcre2_match_context_free(re->context);
	pcre2_match_data_free(re->data);
	pcre2_jit_stack_free(re->stack);
	pcre2_code_free(re->plain);
	pcre2_code_free(re->code);
	free(re);
}

/* As much of a text as is looked at, in whole characters. */
static struct gf_str
prefix(struct gf_str s, size_t most)
{
	if (s.n <= most)
		return s;
	s.n = most;
	while (s.n > 0 && ((unsigned char)s.p[s.n] & 0xc0) == 0x80)
		s.n--;
	return s;
}

/* What stands in re->text is of any letters. */
static int
match_wide(struct gf_re *re, size_t from)
{
	if (re->late)
		pcre2_jit_compile(re->code, PCRE2_JIT_COMPLETE);
	re->late = false;
	return pcre2_match(re->code, (PCRE2_SPTR)re->text.p, re->text.n,
	    from, 0, re->data, re->context);
}

enum gf_match
gf_re_find(struct gf_re *re, struct gf_str text, size_t from)
{
	int found;

	re->text = prefix(text, re->most);
	if (from > re->text.n)
		return GF_MATCH_NO;
	if (re->plain != NULL && gf_utf8_plain(re->text))
		found = pcre2_jit_match(re->plain, (PCRE2_SPTR)re->text.p,
		    re->text.n, from, 0, re->data, re->context);
	else
		found = match_wide(re, from);
	if (found == PCRE2_ERROR_NOMEMORY)
		gf_die("out of memory");
	if (found == PCRE2_ERROR_NOMATCH)
		return GF_MATCH_NO;
	return found > 0 ? GF_MATCH_YES : GF_MATCH_UNDECIDED;
}

struct gf_str
gf_re_group(const struct gf_re *re, struct gf_str name)
{
	const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(re->data);
	struct gf_str none = { NULL, 0 };
	char text[34];
	int n = 0;

	if (name.n > 0) {
		if (name.n >= sizeof(text))
			return none;
		memcpy(text, name.p, name.n);
		text[name.n] = '\0';
		n = pcre2_substring_number_from_name(re->code,
		    (PCRE2_SPTR)text);
	}
	if (n < 0)
		return none;
	if (ends[2 * n] == PCRE2_UNSET || ends[2 * n] > ends[2 * n + 1])
		return (struct gf_str){ re->text.p, 0 };
	return (struct gf_str){ re->text.p + ends[2 * n],
	    ends[2 * n + 1] - ends[2 * n] };
}
