#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "compose/composer.h"
#include "compose/report.h"
#include "compose/vocabulary.h"

enum { SECONDS_A_DAY = 86400 };
/* The last column is left out where the template has no head for it. */
enum { COLUMN_ACTION, COLUMN_OWNER, COLUMN_DUE, COLUMN_SERVES, N_COLUMNS };

static const char section_name[] = "actions";

/* What an action is for: a section of this framework, parts of others. */
static const char *serves_text(struct composer *composer, const struct action *action)
{
	const char **parts = ARENA_ARRAY(composer->arena, const char *, action->n_links + 1);
	size_t n = 0;

	if (action->element != SIZE_MAX)
		parts[n++] = composer->framework->elements[action->element].text;
	for (size_t i = 0; i < action->n_links; i++)
		parts[n++] = report_link(composer, &action->links[i]);
	return composer_join_parts(composer, parts, n);
}

bool action_is_overdue(const struct composer *composer, const struct action *action)
{
	double today = floor((double)composer->input->date / SECONDS_A_DAY);

	return action->due != NULL && date_days(action->due) < today;
}

static const char *due_text(struct composer *composer, const struct action *action)
{
	size_t opened = composer_open_flags(composer);
	const char *text;

	if (action->due == NULL)
		return NULL;
	composer_set(composer, "due-date",
	             vocabulary_date(composer, (time_t)(date_days(action->due) * SECONDS_A_DAY)));
	composer_flag(composer, "overdue", action_is_overdue(composer, action));
	text = composer_text(composer, "due");
	composer_close_flags(composer, opened);
	return text;
}

static void add_action(struct composer *composer, struct table_block *table,
                       const struct action *action)
{
	const char **cells = composer_add_row(composer, table);

	cells[COLUMN_ACTION] = action->text;
	cells[COLUMN_OWNER] = action->owner;
	cells[COLUMN_DUE] = due_text(composer, action);
	if (table->n_columns > COLUMN_SERVES)
		cells[COLUMN_SERVES] = serves_text(composer, action);
}

static void add_actions(struct composer *composer, struct table_block *table, size_t category)
{
	const struct sheet *sheet = composer->input->scores->consensus_sheet;
	bool titled = false;

	for (size_t i = 0; i < sheet->n_actions; i++) {
		const struct action *action = &sheet->actions[i];

		if (action->category != category)
			continue;
		if (!titled && category != SIZE_MAX) {
			composer_add_row(composer, table)[0] =
			    composer->framework->plan[category].title;
			table->rows[table->n_rows - 1].group = titled = true;
		}
		add_action(composer, table, action);
	}
}

/* What is due first; what has no date comes last. */
static int compare_due(const void *left, const void *right)
{
	const struct action *a = *(const struct action *const *)left;
	const struct action *b = *(const struct action *const *)right;
	int order = a->due == NULL || b->due == NULL ? (a->due == NULL) - (b->due == NULL)
	                                             : strcmp(a->due, b->due);

	return order != 0 ? order : (a > b) - (a < b);
}

static void add_next(struct composer *composer, struct table_block *table, size_t most)
{
	const struct sheet *sheet = composer->input->scores->consensus_sheet;
	const struct action **next = ARENA_ARRAY(composer->arena, const struct action *,
	                                         sheet->n_actions);

	for (size_t i = 0; i < sheet->n_actions; i++)
		next[i] = &sheet->actions[i];
	qsort(next, sheet->n_actions, sizeof *next, compare_due);
	for (size_t i = 0; i < sheet->n_actions && i < most; i++)
		add_action(composer, table, next[i]);
}

static struct table_block *make_table(struct composer *composer)
{
	static const struct {
		const char *head;
		double share;
	} columns[N_COLUMNS] = {
		[COLUMN_ACTION] = {"action-head", 0.35},
		[COLUMN_OWNER] = {"owner-head", 0.19},
		[COLUMN_DUE] = {"due-head", 0.21},
		[COLUMN_SERVES] = {"serves-head", 0.25},
	};
	struct table_block *table = composer_numbers(composer, composer_text(composer, "title"));
	bool serving = composer_say(composer, "serves-head") != NULL;

	for (size_t i = 0; i < (serving ? N_COLUMNS : COLUMN_SERVES); i++) {
		composer_add_column(composer, table, composer_text(composer, columns[i].head));
		table->columns[i].share = columns[i].share;
		table->columns[i].style = i == COLUMN_SERVES ? STYLE_LABEL : STYLE_BODY;
	}
	if (!serving)
		table->columns[COLUMN_ACTION].share += columns[COLUMN_SERVES].share;
	if (composer->section->count > 0) {
		add_next(composer, table, (size_t)composer->section->count);
		return table;
	}
	for (size_t category = 0; category < composer->framework->n_plan; category++)
		add_actions(composer, table, category);
	add_actions(composer, table, SIZE_MAX);
	return table;
}

bool actions_are_told(const struct composer *composer)
{
	const struct template *template = composer->input->template;
	const struct sheet *sheet = composer->input->scores->consensus_sheet;

	for (size_t i = 0; i < template->n_sections; i++)
		if (strcmp(template->sections[i].kind, section_name) == 0)
			return sheet != NULL && sheet->n_actions > 0;
	return false;
}

void compose_actions(struct composer *composer)
{
	const struct sheet *sheet = composer->input->scores->consensus_sheet;
	struct blocks outer;

	if (sheet == NULL || sheet->n_actions == 0)
		return;
	composer_set_count(composer, "count", sheet->n_actions);
	outer = report_open_section(composer);
	composer_add(composer, BLOCK_TABLE)->table = *make_table(composer);
	report_close_section(composer, outer);
}
