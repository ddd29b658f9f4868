#include "judge/title.h"

struct gf_title *
gf_title_read(struct gf_str text, const struct gf_title_way *way,
    struct gf_arena *arena)
{
	struct gf_title *t = gf_arena_alloc(arena, sizeof(*t));

	t->text = text;
	t->tokens = gf_tokens_read(text, way->comma, way->words, arena);
	for (size_t i = 0; i < text.n && !t->digit; i++)
		t->digit = text.p[i] >= '0' && text.p[i] <= '9';
	gf_tokens_senses(&t->tokens);
	for (int i = 0; i < t->tokens.n; i++)
		t->words |= t->tokens.v[i].is;
	gf_tokens_names(&t->tokens, way->names, way->nnames);
	gf_tokens_names(&t->tokens, way->glossary, way->nglossary);
	gf_title_moments(t, way, arena);
	gf_tokens_codes(&t->tokens);
	gf_title_deadlines(t);
	gf_title_events(t);
	gf_title_figures(t, arena);
	gf_title_roles(t);
	return t;
}
