/* The command line: which options there are, which command takes which.
 *
 * options_parse reads the words after the command's name; what is wrong goes
 * to standard error and the run ends with EXIT_USAGE.
 */
#ifndef WAYMARK_OPTIONS_H
#define WAYMARK_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "model/theme.h"

enum exit_code {
	EXIT_DONE,
	EXIT_INPUT,  /* the user's files are wrong */
	EXIT_USAGE,  /* the command line is wrong */
	EXIT_MACHINE /* the system failed */
};

enum format {
	FORMAT_PDF,
	FORMAT_TEXT,
	FORMAT_JSON,
	FORMAT_CSV,
	FORMAT_NODES, /* what stands where in a YAML file, before it gets a meaning */
	FORMAT_COUNT
};

/* Copies of a worksheet in one file; each takes some 7 MB while it is made. */
#define COPIES_MAX 200

struct options {
	const char *output, *wave, *names, *template, *theme, *language,
	    *sections, *segments;
	enum paper paper;
	enum format format;
	bool individual, rows, flat, large, help;
	size_t copies; /* 0: not given */
	size_t jobs;   /* how many processes work at a time */
	char **operands;
	size_t n_operands;
};

struct session;

struct command {
	const char *name, *operands, *summary, *example;
	const char *options; /* the letters it takes */
	enum format formats[FORMAT_COUNT]; /* what --format may be, the default first */
	size_t n_formats;
	size_t min_operands, max_operands;
	enum exit_code (*run)(struct session *session);
};

/* The program's commands, ended by a row without a name. */
extern const struct command commands[];

/* False when the run should end with EXIT_USAGE; the reason was said. */
bool options_parse(const struct command *command, int argc, char **argv, struct options *options);

void options_help(const struct command *command, FILE *out);
void options_overview(FILE *out);

#endif
