/* The bare event scan of libyaml over one file: what we are measured against. */
#include <stdio.h>

#include <yaml.h>

int
main(int argc, char *argv[])
{
	FILE *f = argc > 1 ? fopen(argv[1], "rb") : stdin;
	yaml_parser_t parser;
	yaml_event_t event;
	int done = 0;

	if (f == NULL || !yaml_parser_initialize(&parser))
		return 2;
	yaml_parser_set_input_file(&parser, f);
	while (!done) {
		if (!yaml_parser_parse(&parser, &event))
			return 2;
		done = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return 0;
}
