#include "cli/commands.h"

#include "base/arena.h"
#include "cli/program.h"
#include "model/framework.h"
#include "xlsx/xlsx.h"

enum exit_code command_workbook(struct session *session)
{
	struct scores *scores = load_scores(session);
	struct template *template = load_template(session, "workbook", TEMPLATE_WORKBOOK);
	const char *path;

	if (scores == NULL || template == NULL)
		return session_code(session);
	path = session_output(session, arena_printf(session->arena, "%s.xlsx",
	                                            scores->framework->id));
	if (xlsx_write_workbook(session->arena, scores, template, session_date(session),
	                        PROGRAM_NAME, path, session->diag))
		session_tell(path, scores->n_people, "respondents");
	return session_code(session);
}
