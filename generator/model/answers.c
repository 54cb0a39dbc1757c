#include "model/answers.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static int compare_sheets(const void *left, const void *right)
{
	const struct sheet *a = left, *b = right;
	int order = strcmp(a->wave, b->wave);

	if (order == 0)
		order = (int)a->kind - (int)b->kind;
	if (order == 0)
		order = strcmp(a->respondent, b->respondent);
	if (order == 0)
		order = strcmp(a->pos.source->name, b->pos.source->name);
	if (order == 0)
		order = a->pos.line < b->pos.line ? -1 : 1;
	return order;
}

static bool report_twice(struct diag *diag, const struct sheet *first, const struct sheet *second)
{
	if (strcmp(first->wave, second->wave) != 0 || first->kind != second->kind ||
	    strcmp(first->respondent, second->respondent) != 0)
		return true;
	if (second->kind == SHEET_CONSENSUS)
		diag_error(diag, second->pos, NULL,
		           "wave '%s' has a consensus sheet already, in %s:%zu", second->wave,
		           first->pos.source->name, first->pos.line);
	else
		diag_error(diag, second->pos, NULL,
		           "respondent '%s' has a sheet in wave '%s' already, in %s:%zu",
		           second->respondent, second->wave, first->pos.source->name,
		           first->pos.line);
	return false;
}

bool answers_finish(struct answers *answers, struct arena *arena, struct diag *diag)
{
	bool right = true;

	if (answers->n_sheets > 1)
		qsort(answers->sheets, answers->n_sheets, sizeof *answers->sheets, compare_sheets);
	answers->waves = ARENA_ARRAY(arena, const char *, answers->n_sheets);
	answers->n_waves = 0;
	for (size_t i = 0; i < answers->n_sheets; i++) {
		const struct sheet *sheet = &answers->sheets[i];

		if (i > 0 && !report_twice(diag, sheet - 1, sheet))
			right = false;
		if (i == 0 || strcmp(sheet->wave, (sheet - 1)->wave) != 0)
			answers->waves[answers->n_waves++] = sheet->wave;
	}
	return right;
}
