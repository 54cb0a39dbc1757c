#include "cli/commands.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "cli/copies.h"
#include "cli/program.h"
#include "model/answers.h"
#include "model/framework.h"
#include "score/score.h"
#include "xlsx/xlsx.h"

/* Rows of a list for which nobody says how many people there are. */
enum { ROWS_USUAL = 30 };

static const struct pos nowhere = {NULL, 0, 0};

/* What a team does together: records, and how far things are. */
static bool is_for_team(const struct framework *framework)
{
	return framework->n_records > 0 || framework_count_kind(framework, 0, SCALE_STATUS) > 0 ||
	       framework_count_kind(framework, 0, SCALE_CHECK) > 0;
}

/* The segments that --segments names, without values. */
static void name_segments(struct session *session, struct sheet *sheet)
{
	const char *at = session->options.segments;

	while (at != NULL) {
		size_t length = strcspn(at, ",");

		sheet->segments = arena_push(session->arena, sheet->segments, sheet->n_segments,
		                             sizeof *sheet->segments);
		sheet->segments[sheet->n_segments++].name =
		    arena_strndup(session->arena, at, length);
		at = at[length] == ',' ? at + length + 1 : NULL;
	}
}

static struct sheet blank_sheet(struct session *session, const struct framework *framework)
{
	struct sheet sheet = {.wave = "", .respondent = ""};

	sheet.values = ARENA_ARRAY(session->arena, int, framework->n_items);
	for (size_t i = 0; i < framework->n_items; i++)
		sheet.values[i] = ANSWER_BLANK;
	sheet.written = ARENA_ARRAY(session->arena, struct value, framework->n_items);
	sheet.details = ARENA_ARRAY(session->arena, struct value *, framework->n_items);
	name_segments(session, &sheet);
	return sheet;
}

/* The scores of blank sheets, one for each copy, or as many as are usual. */
static struct scores *score_blanks(struct session *session, const struct framework *framework,
                                   const struct copies *copies)
{
	struct answers *answers = ARENA_NEW(session->arena, struct answers);
	size_t n = copies->n_copies > 0 ? copies->n_copies
	           : session->options.rows ? ROWS_USUAL
	                                   : 1;

	answers->framework = framework;
	answers->sheets = ARENA_ARRAY(session->arena, struct sheet, n);
	answers->n_sheets = n;
	for (size_t i = 0; i < n; i++) {
		answers->sheets[i] = blank_sheet(session, framework);
		if (i >= copies->n_copies)
			continue;
		answers->sheets[i].respondent = copies->copies[i].code;
		answers->sheets[i].name = copies->copies[i].name;
	}
	return score_wave(session->arena, answers, "");
}

/* Records alone are for one team, whatever was asked for. */
static void check_copies(struct session *session, const struct framework *framework,
                         const struct copies *copies)
{
	if (framework->n_items == 0 && (copies->n_copies > 1 || session->options.rows))
		diag_error(session->diag, nowhere, "leave --names, --copies and --rows out",
		           "%s asks for records only, which a team fills in together",
		           framework->id);
}

enum exit_code command_form(struct session *session)
{
	struct framework *framework = load_framework(session, session->options.operands[0]);
	struct template *template = load_template(session, TEMPLATE_FORM);
	struct theme *theme = template == NULL ? NULL : load_theme(session, template);
	struct workbook_input input = {.template = template, .theme = theme,
	                               .paper = session->options.paper, .program = PROGRAM_NAME,
	                               .list = session->options.rows};
	struct copies copies = {NULL, 0};
	struct scores *scores;
	const char *path;

	if (framework == NULL || theme == NULL)
		return session_code(session);
	copies_read(session, framework, &copies);
	check_copies(session, framework, &copies);
	if (diag_n_errors(session->diag) > 0 || !session_wants(session))
		return session_code(session);
	scores = score_blanks(session, framework, &copies);
	input.scores = scores;
	input.team = copies.n_copies == 0 && is_for_team(framework);
	input.date = session_date(session);
	path = session_output(session, arena_printf(session->arena, "%s-form.xlsx", framework->id));
	if (session_may_write(session, path) &&
	    xlsx_write_workbook(session->arena, &input, path, session->diag))
		session_tell(session, path, scores->n_people,
		             scores->n_people == 1 ? "form" : "forms");
	return session_code(session);
}
