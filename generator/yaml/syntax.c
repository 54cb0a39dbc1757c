#include "yaml/syntax.h"

#include <string.h>

#include "base/die.h"

/* Which of the parser's two marks shows what the user has to change. */
enum place {
	PLACE_PROBLEM,
	PLACE_CONTEXT
};

struct complaint {
	const char *problem; /* libyaml's words */
	const char *context; /* what they begin with, "" for any */
	enum place place;
	const char *says, *accepted;
	const char *opens; /* what stands at the other mark, or NULL */
};

#define QUOTE_IT "put quotes around a text that begins with a sign or holds ': ' or ' #'"
#define QUOTE_INSIDE "put quotes around a text that holds one of , : # [ ] { }"
#define ALIGN_IT "keys of one mapping and entries of one list begin in the same column"

static const struct complaint complaints[] = {
	{"found unexpected end of stream", "while scanning a quoted scalar", PLACE_CONTEXT,
	 "this quote is never closed", NULL, NULL},
	{"found unexpected document indicator", "while scanning a quoted scalar", PLACE_CONTEXT,
	 "this quote is not closed before the document ends", NULL, NULL},
	{"found unknown escape character", "", PLACE_PROBLEM,
	 "there is no such escape between double quotes",
	 "write \\\\ for a backslash, or take single quotes", NULL},
	{"did not find expected hexdecimal number", "", PLACE_PROBLEM,
	 "this escape needs hexadecimal digits", NULL, NULL},
	{"found invalid Unicode character escape code", "", PLACE_PROBLEM,
	 "this escape is not a character", NULL, NULL},
	{"found character that cannot start any token", "", PLACE_PROBLEM,
	 "a text without quotes cannot begin like this", QUOTE_IT, NULL},
	{"did not find expected alphabetic or numeric character", "", PLACE_CONTEXT,
	 "a text without quotes cannot begin with * or &", QUOTE_IT, NULL},
	{"mapping values are not allowed in this context", "", PLACE_PROBLEM,
	 "there is no place for a ':' here",
	 "put quotes around a text that holds ': ', and begin keys of one mapping in one column",
	 NULL},
	{"mapping keys are not allowed in this context", "", PLACE_PROBLEM,
	 "there is no place for a '?' here", QUOTE_IT, NULL},
	{"block sequence entries are not allowed in this context", "", PLACE_PROBLEM,
	 "there is no place for a '-' here",
	 "begin a list on a line of its own; quote a lone \"-\"", NULL},
	{"could not find expected ':'", "", PLACE_CONTEXT, "there is no ':' after this key",
	 ALIGN_IT, NULL},
	{"did not find expected key", "while parsing a block mapping", PLACE_PROBLEM,
	 "this fits neither the mapping above nor the one around it", ALIGN_IT, NULL},
	{"did not find expected '-' indicator", "", PLACE_PROBLEM,
	 "this is no entry of the list above", ALIGN_IT, NULL},
	{"did not find expected ',' or ']'", "", PLACE_PROBLEM,
	 "a ',' or the closing ']' is missing before this", QUOTE_INSIDE, "the '['"},
	{"did not find expected ',' or '}'", "", PLACE_PROBLEM,
	 "a ',' or the closing '}' is missing before this", QUOTE_INSIDE, "the '{'"},
	{"did not find expected node content", "", PLACE_PROBLEM, "a value is missing here", NULL,
	 NULL},
	{"did not find expected <document start>", "", PLACE_PROBLEM,
	 "this stands outside of the document", "separate documents by a line with ---", NULL},
	{"found unexpected ':'", "", PLACE_PROBLEM, "there is no place for a ':' here", QUOTE_IT,
	 NULL},
	{"found undefined tag handle", "", PLACE_PROBLEM, "tags have no place here",
	 SYNTAX_NO_TAG, NULL},
	{"found incompatible YAML document", "", PLACE_PROBLEM, "this version of YAML is unknown",
	 "leave the %YAML line out", NULL},
};

struct pos syntax_pos(const struct source *source, yaml_mark_t mark)
{
	return (struct pos){source, mark.line + 1, mark.column + 1};
}

static const struct complaint *find_complaint(const yaml_parser_t *parser)
{
	const char *context = parser->context == NULL ? "" : parser->context;

	for (size_t i = 0; i < sizeof complaints / sizeof *complaints; i++) {
		const struct complaint *complaint = &complaints[i];

		if (strcmp(parser->problem, complaint->problem) == 0 &&
		    strncmp(context, complaint->context, strlen(complaint->context)) == 0)
			return complaint;
	}
	return NULL;
}

/* The column of a tab in the indentation of a line, or 0. */
static size_t tab_column(const struct source *source, size_t line)
{
	const char *at = source->text;
	size_t spaces;

	while (--line > 0) {
		at = strchr(at, '\n');
		if (at == NULL)
			return 0;
		at++;
	}
	spaces = strspn(at, " ");
	return at[spaces] == '\t' ? spaces + 1 : 0;
}

void syntax_report(struct diag *diag, const struct source *source, const yaml_parser_t *parser)
{
	struct pos pos = syntax_pos(source, parser->problem_mark);
	const struct complaint *complaint;
	size_t tab;

	if (parser->error == YAML_MEMORY_ERROR)
		die("out of memory");
	tab = tab_column(source, pos.line);
	if (tab != 0) {
		pos.column = tab;
		diag_error(diag, pos, NULL, "indent with spaces, not with tabs");
		return;
	}
	complaint = find_complaint(parser);
	if (complaint == NULL) {
		diag_error(diag, pos, NULL, "this is not YAML: %s", parser->problem);
		return;
	}
	if (complaint->place == PLACE_CONTEXT)
		pos = syntax_pos(source, parser->context_mark);
	if (complaint->opens != NULL)
		diag_error(diag, pos, complaint->accepted, "%s; %s stands in line %zu",
		           complaint->says, complaint->opens, parser->context_mark.line + 1);
	else
		diag_error(diag, pos, complaint->accepted, "%s", complaint->says);
}
