#include <string.h>

#include <yaml.h>

#include "text/build.h"
#include "text/explain.h"
#include "text/yaml.h"

static enum gf_style
style_of(yaml_scalar_style_t style)
{
	switch (style) {
	case YAML_SINGLE_QUOTED_SCALAR_STYLE:
		return GF_SINGLE;
	case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
		return GF_DOUBLE;
	case YAML_LITERAL_SCALAR_STYLE:
		return GF_LITERAL;
	case YAML_FOLDED_SCALAR_STYLE:
		return GF_FOLDED;
	default:
		return GF_PLAIN;
	}
}

static struct gf_props
props_of(const yaml_char_t *anchor, const yaml_char_t *tag)
{
	return (struct gf_props){ (const char *)anchor, (const char *)tag };
}

static bool
take_event(struct gf_build *b, const yaml_event_t *e)
{
	struct gf_mark from = { e->start_mark.index, e->start_mark.line };

	switch (e->type) {
	case YAML_SCALAR_EVENT:
		return gf_build_scalar(b, from, e->end_mark.index,
		    style_of(e->data.scalar.style),
		    (struct gf_str){ (const char *)e->data.scalar.value,
		    e->data.scalar.length },
		    props_of(e->data.scalar.anchor, e->data.scalar.tag));
	case YAML_ALIAS_EVENT:
		return gf_build_alias(b, from, e->end_mark.index,
		    (const char *)e->data.alias.anchor);
	case YAML_SEQUENCE_START_EVENT:
		return gf_build_open(b, from, GF_SEQ,
		    e->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE,
		    props_of(e->data.sequence_start.anchor,
		    e->data.sequence_start.tag));
	case YAML_MAPPING_START_EVENT:
		return gf_build_open(b, from, GF_MAP,
		    e->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE,
		    props_of(e->data.mapping_start.anchor,
		    e->data.mapping_start.tag));
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		return gf_build_close(b, e->end_mark.index);
	default:
		return true;
	}
}

/* Say where libyaml stopped, in our own words. */
static bool
syntax(struct gf_build *b, const yaml_parser_t *p)
{
	const struct gf_src *s = &b->tree->src;
	size_t off;

	if (p->error == YAML_MEMORY_ERROR)
		gf_die("out of memory");
	off = p->error == YAML_READER_ERROR ? p->problem_offset :
	    gf_build_byte(b, p->problem_mark.index);
	gf_fault_set(b->fault, gf_src_at(s, off < s->n ? off : s->n, 1), "%s",
	    p->problem ? p->problem : "this is not YAML");
	gf_yaml_explain(s, b->fault);
	return false;
}

/* Asking libyaml on would let it read directives, at quadratic cost. */
static bool
at_end(struct gf_build *b, yaml_mark_t end)
{
	const struct gf_src *s = &b->tree->src;
	size_t off;

	if (end.index >= s->points)
		return true;
	off = gf_build_byte(b, end.index);
	gf_fault_set(b->fault, gf_src_at(s, off, 1),
	    "did not find expected <document start>");
	gf_yaml_explain(s, b->fault);
	return false;
}

/* Take all events of one document. */
static bool
take_document(struct gf_build *b, yaml_parser_t *yaml)
{
	yaml_event_t e;
	bool ok = true, done = false;

	while (ok && !done) {
		if (!yaml_parser_parse(yaml, &e))
			return syntax(b, yaml);
		done = e.type == YAML_DOCUMENT_END_EVENT ||
		    e.type == YAML_STREAM_END_EVENT;
		ok = e.type == YAML_DOCUMENT_END_EVENT ?
		    at_end(b, e.end_mark) : take_event(b, &e);
		yaml_event_delete(&e);
	}
	return ok;
}

/* A line with '%' ahead of the text would be a directive. */
static bool
no_directive(struct gf_build *b)
{
	const struct gf_src *s = &b->tree->src;

	for (size_t i = 0; i < s->nlines; i++) {
		struct gf_str line = gf_src_line(s, i);

		if (line.n > 0 && line.p[0] == '%')
			return gf_build_refuse(b, (size_t)(line.p - s->p),
			    line.n, false, "a line that begins with '%%' is "
			    "a directive and needs a line '---' below it; "
			    "remove it, or quote the text");
		line = gf_str_trim(line);
		if (line.n > 0 && line.p[0] != '#')
			break;
	}
	return true;
}

static void
begin(yaml_parser_t *yaml, const char *p, size_t n)
{
	if (!yaml_parser_initialize(yaml))
		gf_die("out of memory");
	yaml_parser_set_encoding(yaml, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(yaml, (const unsigned char *)p, n);
}

bool
gf_yaml_read(struct gf_tree *tree, const struct gf_limits *limits,
    struct gf_arena *arena, struct gf_fault *fault)
{
	struct gf_build b = {
		.tree = tree, .limits = limits, .arena = arena, .fault = fault
	};
	yaml_parser_t yaml;
	bool ok;

	if (!no_directive(&b))
		return false;
	begin(&yaml, tree->src.p, tree->src.n);
	ok = take_document(&b, &yaml);
	yaml_parser_delete(&yaml);
	gf_map_release(&b.anchors);
	return ok;
}
