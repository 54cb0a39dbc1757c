#include "cli/copies.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/session.h"
#include "model/framework.h"

#define NAMES_LIMIT ((size_t)1 << 18)
#define NAME_MAX_LETTERS 120

/* Letters and figures that nobody mistakes for another one. */
static const char code_letters[] = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
enum { N_CODE_LETTERS = sizeof code_letters - 1 };

static void spell_code(char *code, uint64_t number)
{
	for (size_t i = 0; i < CODE_LENGTH; i++) {
		code[i] = code_letters[number % N_CODE_LETTERS];
		number /= N_CODE_LETTERS;
	}
	code[CODE_LENGTH] = '\0';
}

static bool is_taken(const struct copies *copies, const char *code)
{
	for (size_t i = 0; i < copies->n_copies; i++)
		if (strcmp(copies->copies[i].code, code) == 0)
			return true;
	return false;
}

/* The code follows from framework and place in the list, never from the
 * name: a sheet that is lost tells nobody whose it was. */
static void add_copy(struct session *session, const struct framework *framework,
                     struct copies *copies, const char *name)
{
	struct copy copy = {.name = name};
	uint64_t number = text_hash(arena_printf(session->arena, "%s %zu", framework->id,
	                                         copies->n_copies));

	do {
		spell_code(copy.code, number++);
	} while (is_taken(copies, copy.code));
	copies->copies = arena_push(session->arena, copies->copies, copies->n_copies, sizeof copy);
	copies->copies[copies->n_copies++] = copy;
}

static bool check_name(struct diag *diag, struct pos pos, const char *name)
{
	size_t length = strlen(name), bad = text_invalid_at(name, length);

	if (bad < length) {
		pos.column = bad + 1;
		diag_error(diag, pos, NULL, "this name is not valid UTF-8");
		return false;
	}
	for (size_t at = 0; at < length;) {
		uint32_t code = text_next(name, &at);

		if (code == '\t' || text_is_forbidden(code)) {
			diag_error(diag, pos, NULL, "this name has a control character in it");
			return false;
		}
	}
	if (text_length(name) > NAME_MAX_LETTERS) {
		diag_error(diag, pos, NULL, "this name has %zu letters; at most %d have room",
		           text_length(name), NAME_MAX_LETTERS);
		return false;
	}
	return true;
}

static void read_names(struct session *session, const struct framework *framework,
                       struct copies *copies)
{
	const struct source *source = file_read(session->arena, session->diag,
	                                        session->options.names, NAMES_LIMIT);
	struct pos pos = {source, 1, 1};
	const char *line, *end;

	if (source == NULL)
		return;
	line = source->text;
	if (strncmp(line, "\xef\xbb\xbf", 3) == 0)
		line += 3;
	for (; line < source->text + source->length; line = end + 1, pos.line++) {
		size_t length;
		const char *name;

		end = memchr(line, '\n', (size_t)(source->text + source->length - line));
		if (end == NULL)
			end = source->text + source->length;
		length = (size_t)(end - line);
		while (length > 0 && strchr(" \t\r", line[length - 1]) != NULL)
			length--;
		if (memchr(line, '\0', length) != NULL) {
			diag_error(session->diag, pos, NULL, "this name has a NUL in it");
			continue;
		}
		name = arena_strndup(session->arena, line, length);
		if (length > 0 && check_name(session->diag, pos, name))
			add_copy(session, framework, copies, name);
	}
	pos.line = 0;
	if (copies->n_copies > COPIES_MAX)
		diag_error(session->diag, pos, "make several files of them",
		           "there are %zu names; at most %d copies go into one file",
		           copies->n_copies, COPIES_MAX);
	if (copies->n_copies == 0 && diag_n_errors(session->diag) == 0)
		diag_error(session->diag, pos, NULL, "there is no name in this file");
}

void copies_read(struct session *session, const struct framework *framework,
                 struct copies *copies)
{
	if (session->options.names != NULL)
		read_names(session, framework, copies);
	else
		for (size_t i = 0; i < session->options.copies; i++)
			add_copy(session, framework, copies, NULL);
}
