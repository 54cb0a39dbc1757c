/* framework + answers + scores -> a workbook whose formulas recalculate.
 *
 * What the engine computed is stored beside each formula. The workbook is
 * written in a child process under a private temporary folder, read back and
 * compared, and only then moved into place.
 *
 * It is the analyst's own: a row for each respondent under a code, never a
 * name, and nothing left out for being few; what a team agreed on and action
 * plans stand there as they were written, names of owners included.
 */
#ifndef WAYMARK_XLSX_H
#define WAYMARK_XLSX_H

#include <stdbool.h>
#include <time.h>

#include "model/theme.h"

struct arena;
struct diag;
struct scores;
struct template;

struct workbook_input {
	const struct scores *scores;
	const struct scores *previous; /* the wave before, or NULL */
	const struct template *template;
	const struct theme *theme;
	enum paper paper;
	time_t date;         /* of making; stands in the file's properties */
	const char *program; /* "Waymark 1.0" */
	bool list;           /* forms: a row for each person, not a sheet each */
	bool team;           /* forms: a team is expected to fill it in together */
};

/* Wrong kinds of sheets, sheets that are missing, names that spreadsheets do
 * not take, words that are missing or unknown: recorded with the template's
 * positions. */
bool xlsx_check_template(const struct template *template, struct diag *diag);

/* A workbook of the scores, or, where the template is of kind form, a form to fill
 * in for each person of scores that are blank. */
bool xlsx_write_workbook(struct arena *arena, const struct workbook_input *input,
                         const char *path, struct diag *diag);

#endif
