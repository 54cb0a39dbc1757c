#include "cli/commands.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "cli/copies.h"
#include "cli/documents.h"
#include "cli/program.h"
#include "compose/compose.h"
#include "layout/layout.h"
#include "model/framework.h"

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
	copies_read(session, framework, &copies);
	read_sections(session, framework, &input);
	if (diag_n_errors(session->diag) == 0 && session_wants(session))
		make_worksheet(session, &input, &copies);
	return session_code(session);
}
