#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/record_rows.h"
#include "compose/report.h"
#include "compose/status.h"
#include "model/answers.h"

/* Answers that are words, numbers or one of several choices: all that is
 * neither rated nor marked nor got done. */
static bool is_told(const struct scale *scale)
{
	return scale->kind == SCALE_CHOICE || !scale_is_coded(scale);
}

static const char *choice_text(const struct scale *scale, int value)
{
	for (size_t i = 0; i < scale->n_points; i++)
		if (scale->points[i].value == value)
			return scale->points[i].label;
	return NULL;
}

static int decimals(double number)
{
	return floor(number) == number ? 0 : floor(10 * number) == 10 * number ? 1 : 2;
}

/* What the team wrote, or NULL. */
static const char *answer_text(struct composer *composer, const struct element *item)
{
	const struct sheet *sheet = composer->input->scores->consensus_sheet;
	const struct scale *scale = item->scale;
	const struct value *value;

	if (sheet->values[item->first_item] == ANSWER_EXCLUDED)
		return scale->excluded;
	if (scale->kind == SCALE_CHOICE)
		return choice_text(scale, sheet->values[item->first_item]);
	value = sheet->written == NULL ? NULL : &sheet->written[item->first_item];
	if (value == NULL || !value->given)
		return NULL;
	if (scale->kind == SCALE_DATE)
		return record_date(composer, value->number);
	if (scale->kind == SCALE_NUMBER)
		return record_quantity(composer, value->number, decimals(value->number),
		                       scale->unit);
	return value->text;
}

static void add_answers(struct composer *composer, struct table_block *table, size_t group)
{
	const struct framework *f = composer->framework;
	const struct element *element = &f->elements[group];
	bool titled = group == 0;

	for (size_t i = 0; i < element->n_items; i++) {
		const struct element *item = &f->elements[f->items[element->first_item + i]];
		const char **cells, *answer;

		if (!is_told(item->scale))
			continue;
		if (!titled) {
			composer_add_row(composer, table)[0] = element->text;
			table->rows[table->n_rows - 1].group = titled = true;
		}
		answer = answer_text(composer, item);
		cells = composer_add_row(composer, table);
		cells[0] = item->text;
		cells[1] = answer == NULL ? composer_say(composer, "none") : answer;
	}
}

void compose_answered_texts(struct composer *composer)
{
	const struct framework *f = composer->framework;
	size_t level = composer_level(composer, level_of_sections(f)), told = 0, answered = 0;
	struct table_block *table;
	struct blocks outer;

	for (size_t i = 0; i < f->n_items && composer->input->scores->consensus != NULL; i++) {
		const struct element *item = &f->elements[f->items[i]];

		told += is_told(item->scale);
		answered += is_told(item->scale) && answer_text(composer, item) != NULL;
	}
	if (told == 0 || level == SIZE_MAX)
		return;
	composer_set_count(composer, "answered", answered);
	composer_set_count(composer, "of", told);
	composer_flag(composer, "unanswered", answered == 0);
	outer = report_open_section(composer);
	table = composer_numbers(composer, composer_text(composer, "title"));
	composer_add_column(composer, table, composer_say(composer, "question-head"));
	composer_add_column(composer, table, composer_say(composer, "answer-head"));
	table->columns[0].share = 0.42;
	table->columns[1].share = 0.58;
	table->columns[0].style = STYLE_LABEL;
	table->columns[1].style = STYLE_BODY;
	if (level == 0)
		add_answers(composer, table, 0);
	for (size_t i = framework_next(f, 0, 0, level); level > 0 && i != SIZE_MAX;
	     i = framework_next(f, 0, i, level))
		add_answers(composer, table, i);
	if (answered > 0)
		composer_add(composer, BLOCK_TABLE)->table = *table;
	report_close_section(composer, outer);
}
