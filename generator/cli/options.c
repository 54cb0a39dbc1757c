#include "cli/options.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/text.h"

#define LANGUAGE_MAX 35
#define JOBS_MAX 256

struct choice {
	char letter;
	const char *name, *argument, *help;
};

static const struct choice choices[] = {
	{'o', "output", "PATH", "where to write: a file, or a folder for many files"},
	{'w', "wave", "WAVE", "the wave to score (default: the last one)"},
	{'p', "paper", "PAPER", "letter, a4, tabloid or a3 (default: letter)"},
	{'s', "section", "ID,...", "only the sheets of these sections or records"},
	{'g', "segments", "NAME,...", "the groups to tell apart: by department, role ..."},
	{'n', "names", "FILE", "one copy for each line of FILE, with that name on it"},
	{'c', "copies", "N", "N numbered copies in one file"},
	{'r', "rows", NULL, "one list with a row for each person, not a sheet each"},
	{'i', "individual", NULL, "one report for each respondent, into the folder PATH"},
	{'F', "flat", NULL, "to print only: no fields to fill on the screen"},
	{'L', "large-print", NULL, "large type, for people who see little"},
	{'f', "format", "FORMAT", NULL},
	{'t', "template", "TEMPLATE", "another template: its id, or a file"},
	{'T', "theme", "THEME", "another theme: its id, or a file"},
	{'l', "language", "LANG", "the language, such as es or de"},
	{'j', "jobs", "N", "how many documents are made at a time (default: one a processor)"},
	{'h', "help", NULL, "this help"},
};
enum { N_CHOICES = sizeof choices / sizeof *choices };

static const char *const format_names[FORMAT_COUNT] = {
	[FORMAT_PDF] = "pdf",
	[FORMAT_TEXT] = "text",
	[FORMAT_JSON] = "json",
	[FORMAT_CSV] = "csv",
	[FORMAT_NODES] = "nodes",
};

static bool takes(const struct command *command, char letter)
{
	return letter == 'h' || strchr(command->options, letter) != NULL;
}

static bool complain(const struct command *command, const char *what, const char *value)
{
	fprintf(stderr, "waymark: %s%s%s%s\n", what, *value == '\0' ? "" : " '", value,
	        *value == '\0' ? "" : "'");
	fprintf(stderr, "Try 'waymark %s --help'.\n", command->name);
	return false;
}

static bool read_paper(const char *word, enum paper *paper)
{
	for (size_t i = 0; i < PAPER_COUNT; i++) {
		if (strcasecmp(paper_names[i], word) == 0) {
			*paper = (enum paper)i;
			return true;
		}
	}
	return false;
}

/* "pdf or text": what --format may be. */
static const char *say_formats(struct arena *arena, const struct command *command)
{
	const char *names[FORMAT_COUNT];

	for (size_t i = 0; i < command->n_formats; i++)
		names[i] = format_names[command->formats[i]];
	return text_join(arena, names, command->n_formats, "or");
}

static bool read_format(const struct command *command, const char *word, enum format *format)
{
	for (size_t i = 0; i < command->n_formats; i++) {
		if (strcmp(format_names[command->formats[i]], word) == 0) {
			*format = command->formats[i];
			return true;
		}
	}
	return false;
}

static bool read_count(const char *word, unsigned long most, size_t *count)
{
	char *end;
	unsigned long n;

	errno = 0;
	n = strtoul(word, &end, 10);
	if (errno != 0 || *end != '\0' || *word == '-' || n < 1 || n > most)
		return false;
	*count = n;
	return true;
}

static bool is_language(const char *word)
{
	size_t letters = strspn(word, "abcdefghijklmnopqrstuvwxyz");

	return letters >= 2 && letters <= 8 && (word[letters] == '\0' || word[letters] == '-') &&
	       strlen(word) <= LANGUAGE_MAX &&
	       strspn(word, "-0123456789abcdefghijklmnopqrstuvwxyz"
	                    "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == strlen(word);
}

/* One option with its argument (NULL for those without). */
static bool set_option(const struct command *command, struct options *options, char letter,
                       const char *word)
{
	const char **const texts[] = {&options->output, &options->wave, &options->names,
	                              &options->template, &options->theme, &options->language,
	                              &options->sections, &options->segments};
	const char letters[] = "owntTlsg";
	const char *place = strchr(letters, letter);

	if (place != NULL) {
		if (*word == '\0')
			return complain(command, "an option has an empty argument", "");
		if (letter == 'l' && !is_language(word))
			return complain(command, "a language is a tag such as de or pt-BR, not",
			                word);
		*texts[place - letters] = word;
		return true;
	}
	switch (letter) {
	case 'p':
		if (!read_paper(word, &options->paper))
			return complain(command, "the paper is letter, a4, tabloid or a3, not",
			                word);
		return true;
	case 'f':
		if (!read_format(command, word, &options->format))
			return complain(command, "this command has no format", word);
		return true;
	case 'c':
		if (!read_count(word, COPIES_MAX, &options->copies))
			return complain(command, "copies go from 1 to 200, not", word);
		return true;
	case 'j':
		if (!read_count(word, JOBS_MAX, &options->jobs))
			return complain(command, "jobs go from 1 to 256, not", word);
		return true;
	case 'i':
		options->individual = true;
		return true;
	case 'r':
		options->rows = true;
		return true;
	case 'F':
		options->flat = true;
		return true;
	case 'L':
		options->large = true;
		return true;
	default:
		options->help = true;
		return true;
	}
}

static bool complain_unknown(const struct command *command, const char *word)
{
	const char *names[N_CHOICES], *near;
	size_t n = 0;

	for (size_t i = 0; i < N_CHOICES; i++)
		if (takes(command, choices[i].letter))
			names[n++] = choices[i].name;
	near = strncmp(word, "--", 2) == 0 ? text_nearest(word + 2, names, n) : NULL;
	if (near != NULL)
		fprintf(stderr, "waymark: did you mean --%s?\n", near);
	return complain(command, "this command does not take", word);
}

static bool ends_in_pdf(const char *path)
{
	size_t length = strlen(path);

	return length > 4 && strcasecmp(path + length - 4, ".pdf") == 0;
}

/* What no single option can tell: how many operands, and what excludes what. */
static bool check_options(const struct command *command, const struct options *options)
{
	if (options->names != NULL && options->copies > 0)
		return complain(command, "take --names or --copies, not both", "");
	if (options->individual && options->output != NULL && ends_in_pdf(options->output))
		return complain(command, "with --individual the output is a folder, not a file",
		                options->output);
	if (options->n_operands < command->min_operands)
		return complain(command, "something is missing: this command wants",
		                command->operands);
	if (options->n_operands > command->max_operands)
		return complain(command, "this is too much:",
		                options->operands[command->max_operands]);
	return true;
}

bool options_parse(const struct command *command, int argc, char **argv, struct options *options)
{
	struct option longs[N_CHOICES + 1] = {{NULL, 0, NULL, 0}};
	char shorts[2 * N_CHOICES + 2] = ":", *end = shorts + 1;
	size_t n = 0;
	int letter;

	for (size_t i = 0; i < N_CHOICES; i++) {
		if (!takes(command, choices[i].letter))
			continue;
		longs[n++] = (struct option){choices[i].name, choices[i].argument != NULL, NULL,
		                             choices[i].letter};
		*end++ = choices[i].letter;
		if (choices[i].argument != NULL)
			*end++ = ':';
	}
	if (command->n_formats > 0)
		options->format = command->formats[0];
	opterr = 0;
	optind = 1;
	while ((letter = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		if (letter == '?')
			return complain_unknown(command, argv[optind - 1]);
		if (letter == ':')
			return complain(command, "an argument is missing after", argv[optind - 1]);
		if (!set_option(command, options, (char)letter, optarg))
			return false;
	}
	options->operands = argv + optind;
	options->n_operands = (size_t)(argc - optind);
	return options->help || check_options(command, options);
}

void options_help(const struct command *command, FILE *out)
{
	struct arena *arena = arena_new();

	fprintf(out, "Usage: waymark %s [OPTION]...%s%s\n%s\n\n", command->name,
	        *command->operands == '\0' ? "" : " ", command->operands, command->summary);
	for (size_t i = 0; i < N_CHOICES; i++) {
		const struct choice *choice = &choices[i];

		if (takes(command, choice->letter))
			fprintf(out, "  -%c, --%-11s %-9s %s\n", choice->letter, choice->name,
			        choice->argument == NULL ? "" : choice->argument,
			        choice->help == NULL ? say_formats(arena, command) : choice->help);
	}
	fprintf(out, "\nExample:\n  %s\n", command->example);
	arena_free(arena);
}

void options_overview(FILE *out)
{
	fputs("Usage: waymark COMMAND [OPTION]... OPERAND...\n"
	      "Makes worksheets, scored reports and workbooks from YAML frameworks.\n\n",
	      out);
	for (const struct command *command = commands; command->name != NULL; command++)
		fprintf(out, "  %-10s %s\n", command->name, command->summary);
	fputs("\nFRAMEWORK is the id of a folder under content/, or the path of a framework.yaml.\n"
	      "ANSWERS are files, or folders that are searched for .yaml files.\n"
	      "'waymark COMMAND --help' tells more, 'man waymark' all.\n\n"
	      "Example:\n"
	      "  waymark worksheet cx-skills-actions --paper a4 -o worksheet.pdf\n",
	      out);
}
