#include "out/map_formats.h"

const struct gf_format gf_map_formats[6] = {
	{ "dot", "a graph for Graphviz", gf_map_dot },
	{ "mermaid", "a flowchart for Markdown", gf_map_mermaid },
	{ "json", "goals, links and owners in one object", gf_map_json },
	{ "csv", "how many goals of whom serve which of the company's",
	    gf_map_csv },
	{ "html", "a page for a browser", gf_map_html },
	{ "tags", "where each id is, for an editor", gf_map_tags },
};
