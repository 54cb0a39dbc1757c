#include "cli/commands.h"

#include "base/arena.h"
#include "cli/program.h"
#include "model/framework.h"
#include "xlsx/xlsx.h"

enum exit_code command_workbook(struct session *session)
{
	struct scores *scores = load_scores(session);
	struct template *template = load_template(session, TEMPLATE_WORKBOOK);
	struct theme *theme = template == NULL ? NULL : load_theme(session, template);
	struct workbook_input input = {.scores = scores, .template = template, .theme = theme,
	                               .paper = session->options.paper, .program = PROGRAM_NAME};
	const char *path;

	if (scores == NULL || theme == NULL || !session_wants(session))
		return session_code(session);
	input.date = session_date(session);
	input.previous = load_previous(session, scores);
	path = session_output(session, arena_printf(session->arena, "%s.xlsx",
	                                            scores->framework->id));
	if (session_may_write(session, path) &&
	    xlsx_write_workbook(session->arena, &input, path, session->diag))
		session_tell(session, path, scores->n_people, "respondents");
	return session_code(session);
}
