/* What libyaml alone takes for the events of a file. Usage: events FILE */
#include <stdbool.h>
#include <stdio.h>
#include <yaml.h>

int main(int argc, char **argv)
{
	FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
	bool ended = false;
	yaml_parser_t parser;
	yaml_event_t event;

	if (file == NULL || yaml_parser_initialize(&parser) == 0)
		return 2;
	yaml_parser_set_input_file(&parser, file);
	while (!ended && yaml_parser_parse(&parser, &event) != 0) {
		ended = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	fclose(file);
	return ended ? 0 : 1;
}
