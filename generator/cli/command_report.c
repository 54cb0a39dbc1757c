#include "cli/commands.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "cli/documents.h"
#include "compose/compose.h"
#include "layout/layout.h"
#include "model/answers.h"
#include "model/framework.h"

static const char *base_name(struct session *session, const struct scores *scores,
                             const char *what)
{
	char *name = arena_printf(session->arena, "%s-%s-%s.pdf", scores->framework->id,
	                          scores->wave, what);

	/* A wave may be called anything. */
	for (char *c = name; *c != '\0'; c++)
		if (*c == '/' || *c == ' ')
			*c = '-';
	return name;
}

static bool make_group_report(struct press *press, const struct compose_input *input)
{
	struct session *session = press->session;
	struct pages *pages = pages_new(session->arena);
	const char *name = base_name(session, input->scores, "group");

	return press_add(press, pages,
	                 compose_group_report(session->arena, input, session->diag)) &&
	       press_write(press, pages, session_output(session, name));
}

static bool make_individual_report(struct press *press, const struct compose_input *input,
                                   const char *folder, size_t person)
{
	struct session *session = press->session;
	struct arena *arena = arena_new();
	struct pages *pages = pages_new(arena);
	const char *name = base_name(session, input->scores,
	                             input->scores->people[person]->respondent);
	bool made = press_add(press, pages,
	                      compose_individual_report(arena, input, person, session->diag)) &&
	            press_write(press, pages, file_join(arena, folder, name));

	arena_free(arena);
	return made;
}

static bool make_individual_reports(struct press *press, const struct compose_input *input)
{
	struct session *session = press->session;
	const char *folder = session->options.output == NULL ? "." : session->options.output;

	if (session->options.format != FORMAT_TEXT && !file_make_folder(session->diag, folder))
		return false;
	for (size_t i = 0; i < input->scores->n_people; i++)
		if (!make_individual_report(press, input, folder, i))
			return false;
	return true;
}

enum exit_code command_report(struct session *session)
{
	bool individual = session->options.individual;
	struct scores *scores = load_scores(session);
	struct template *template =
	    load_template(session, individual ? TEMPLATE_INDIVIDUAL : TEMPLATE_GROUP);
	struct theme *theme = template == NULL ? NULL : load_theme(session, template);
	struct compose_input input;
	struct press press;

	if (scores == NULL || theme == NULL || !session_wants(session))
		return session_code(session);
	if (individual && scores->n_people == 0) {
		diag_error(session->diag, (struct pos){NULL, 0, 0},
		           "leave --individual out for the report on the sheet of all",
		           "nobody has filled in a sheet of their own in wave '%s'", scores->wave);
		return session_code(session);
	}
	input = report_input(session, template, theme);
	if (press_open(&press, session, theme)) {
		if (individual)
			make_individual_reports(&press, &input);
		else
			make_group_report(&press, &input);
		press_close(&press);
	}
	return session_code(session);
}
