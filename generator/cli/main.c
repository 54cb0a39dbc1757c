#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"
#include "cli/session.h"

static enum exit_code run_command(const struct command *command, int argc, char **argv)
{
	struct session session = {.arena = arena_new()};
	struct buf problems = {.arena = session.arena};
	enum exit_code code = EXIT_USAGE;

	session.diag = diag_new(session.arena);
	if (options_parse(command, argc, argv, &session.options)) {
		code = EXIT_DONE;
		if (session.options.help)
			options_help(command, stdout);
		else
			code = command->run(&session);
		diag_write(session.diag, &problems);
		fputs(buf_text(&problems), stderr);
	}
	arena_free(session.arena);
	return code;
}

static enum exit_code complain(const char *word)
{
	const char *names[16], *near;
	size_t n = 0;

	for (; commands[n].name != NULL && n < 16; n++)
		names[n] = commands[n].name;
	near = text_nearest(word, names, n);
	fprintf(stderr, "waymark: there is no command '%s'\n", word);
	if (near != NULL)
		fprintf(stderr, "Did you mean '%s'?\n", near);
	fputs("Try 'waymark --help'.\n", stderr);
	return EXIT_USAGE;
}

static enum exit_code run(int argc, char **argv)
{
	const char *word = argc < 2 ? "" : argv[1];

	for (const struct command *command = commands; command->name != NULL; command++)
		if (strcmp(command->name, word) == 0)
			return run_command(command, argc - 1, argv + 1);
	if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0) {
		puts("waymark " WAYMARK_VERSION);
		return EXIT_DONE;
	}
	if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
		options_overview(stdout);
		return EXIT_DONE;
	}
	if (*word != '\0')
		return complain(word);
	options_overview(stderr);
	return EXIT_USAGE;
}

int main(int argc, char **argv)
{
	enum exit_code code = run(argc, argv);

	if (fflush(stdout) == 0)
		return (int)code;
	perror("waymark: standard output cannot be written");
	return EXIT_MACHINE;
}
