#include "cli/commands.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/documents.h"
#include "cli/program.h"
#include "compose/compose.h"
#include "layout/layout.h"
#include "model/framework.h"

#define NAMES_LIMIT ((size_t)1 << 18)
#define NAME_MAX_LETTERS 120

/* Letters and figures that nobody mistakes for another one. */
static const char code_letters[] = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
enum { N_CODE_LETTERS = sizeof code_letters - 1, CODE_LENGTH = 4 };

struct copy {
	const char *name; /* NULL: a copy without one */
	char code[CODE_LENGTH + 1];
};

struct copies {
	struct copy *copies;
	size_t n_copies;
};

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

/* The ids that --section may name: sections of any level, and records. */
static size_t list_sections(const struct framework *framework, const char **ids)
{
	size_t n = 0;

	for (size_t i = 1; i < framework->n_elements; i++)
		if (framework->elements[i].scale == NULL)
			ids[n++] = framework->elements[i].id;
	for (size_t i = 0; i < framework->n_records; i++)
		ids[n++] = framework->records[i].id;
	return n;
}

static bool is_listed(const char *id, const char *const *ids, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(ids[i], id) == 0)
			return true;
	return false;
}

static void report_no_section(struct session *session, const struct framework *framework,
                              const char *id, const char *near)
{
	const char *accepted = near == NULL
	                           ? NULL
	                           : arena_printf(session->arena, "did you mean '%s'?", near);

	diag_error(session->diag, (struct pos){NULL, 0, 0}, accepted,
	           "%s has no section or record '%s'", framework->id, id);
}

/* --section ID,ID,... */
static void read_sections(struct session *session, const struct framework *framework,
                          struct compose_input *input)
{
	struct arena *arena = session->arena;
	const char **ids = ARENA_ARRAY(arena, const char *,
	                               framework->n_elements + framework->n_records);
	size_t n = list_sections(framework, ids), n_only = 0;
	const char **only = NULL, *at = session->options.sections;

	while (at != NULL) {
		size_t length = strcspn(at, ",");
		const char *id = arena_strndup(arena, at, length);

		only = arena_push(arena, only, n_only, sizeof *only);
		only[n_only++] = id;
		if (!is_listed(id, ids, n))
			report_no_section(session, framework, id, text_nearest(id, ids, n));
		at = at[length] == ',' ? at + length + 1 : NULL;
	}
	input->only = only;
	input->n_only = n_only;
}

static bool make_worksheet(struct session *session, const struct compose_input *input,
                           const struct copies *copies)
{
	struct press press;
	struct pages *pages = pages_new(session->arena);
	const char *name = arena_printf(session->arena, "%s-worksheet.pdf", input->framework->id);
	bool made;

	if (!press_open(&press, session, input->theme))
		return false;
	if (copies->n_copies == 0)
		made = press_add(&press, pages,
		                 compose_worksheet(session->arena, input, NULL, NULL, session->diag));
	else
		made = true;
	for (size_t i = 0; made && i < copies->n_copies; i++) {
		const struct copy *copy = &copies->copies[i];

		made = press_add(&press, pages,
		                 compose_worksheet(session->arena, input, copy->name, copy->code,
		                                   session->diag));
	}
	made = made && press_write(&press, pages, session_output(session, name));
	press_close(&press);
	return made;
}

enum exit_code command_worksheet(struct session *session)
{
	struct framework *framework = load_framework(session, session->options.operands[0]);
	struct template *template = load_template(session, TEMPLATE_WORKSHEET);
	struct theme *theme = template == NULL ? NULL : load_theme(session, template);
	struct compose_input input = {.framework = framework, .template = template,
	                              .theme = theme, .paper = session->options.paper,
	                              .date = session_date(session), .program = PROGRAM_NAME,
	                              .flat = session->options.flat};
	struct copies copies = {NULL, 0};

	if (framework == NULL || theme == NULL)
		return session_code(session);
	if (session->options.names != NULL)
		read_names(session, framework, &copies);
	else
		for (size_t i = 0; i < session->options.copies; i++)
			add_copy(session, framework, &copies, NULL);
	read_sections(session, framework, &input);
	if (diag_n_errors(session->diag) == 0 && session_wants(session))
		make_worksheet(session, &input, &copies);
	return session_code(session);
}
