#include "compose/status.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/record_rows.h"

enum scale_kind status_work(const struct framework *framework)
{
	return framework_count_kind(framework, 0, SCALE_STATUS) > 0 ? SCALE_STATUS : SCALE_CHECK;
}

static size_t level_with_limit(const struct framework *framework)
{
	for (size_t level = 1; level + 1 < framework->n_levels; level++)
		if (measure_is_share(framework->levels[level].rule.measure) &&
		    framework->levels[level].rule.complete > 0)
			return level;
	return SIZE_MAX;
}

bool status_has_position(const struct framework *framework)
{
	return level_with_limit(framework) != SIZE_MAX;
}

size_t status_level(const struct framework *framework)
{
	size_t level = level_with_limit(framework);

	return level != SIZE_MAX ? level : level_of_sections(framework);
}

size_t status_phase(const struct framework *framework, size_t element)
{
	size_t level = status_level(framework);

	while (framework->elements[element].level > level)
		element = framework->elements[element].parent;
	return framework->elements[element].level == level ? element : SIZE_MAX;
}

struct tally status_tally(const struct composer *composer, size_t element, enum scale_kind kind)
{
	const struct result *results = composer->input->scores->consensus;

	if (results == NULL)
		return (struct tally){0};
	return scores_tally(composer->framework, results, element, kind);
}

size_t status_applicable(const struct tally *tally)
{
	size_t n = tally->blank;

	for (size_t i = 0; i < STAND_COUNT; i++)
		n += tally->stands[i];
	return n;
}

enum square status_square(const struct scores *scores, size_t item)
{
	const struct tally *tally;

	if (scores->consensus == NULL)
		return SQUARE_BLANK;
	tally = &scores->consensus[item].tally;
	if (tally->excluded > 0)
		return SQUARE_EXCLUDED;
	if (tally->stands[STAND_DONE] > 0)
		return SQUARE_DONE;
	if (tally->stands[STAND_STARTED] > 0)
		return SQUARE_STARTED;
	return tally->stands[STAND_OPEN] > 0 ? SQUARE_OPEN : SQUARE_BLANK;
}

struct check_list status_checks(struct composer *composer, size_t element,
                                const char *(*aside)(struct composer *, size_t item))
{
	const struct framework *f = composer->framework;
	const struct element *part = &f->elements[element];
	struct check_list list = {0};

	list.entries = ARENA_ARRAY(composer->arena, struct check_entry, part->n_items + 1);
	for (size_t i = 0; i < part->n_items; i++) {
		size_t item = f->items[part->first_item + i];

		if (f->elements[item].scale->kind != SCALE_CHECK)
			continue;
		list.entries[list.n_entries++] = (struct check_entry){
			.text = f->elements[item].text,
			.aside = aside == NULL ? NULL : aside(composer, item),
			.stand = status_square(composer->input->scores, item)};
	}
	return list;
}

const char *status_label(const struct scores *scores, size_t item)
{
	const struct element *element = &scores->framework->elements[item];
	const struct scale *scale = element->scale;
	int value;

	if (status_square(scores, item) == SQUARE_BLANK)
		return NULL;
	value = scores->consensus_sheet->values[element->first_item];
	if (value == ANSWER_EXCLUDED)
		return scale->excluded;
	for (size_t i = 0; i < scale->n_points; i++)
		if (scale->points[i].value == value)
			return scale->points[i].label;
	/* a box that was left empty */
	return scale->n_points > 0 ? scale->points[0].label : NULL;
}

void status_set_counts(struct composer *composer, const struct tally *tally)
{
	size_t of = status_applicable(tally), all = of + tally->excluded;

	composer_set_count(composer, "done", tally->stands[STAND_DONE]);
	composer_set_count(composer, "started", tally->stands[STAND_STARTED]);
	composer_set_count(composer, "open", tally->stands[STAND_OPEN]);
	composer_set_count(composer, "unsaid", tally->blank);
	composer_set_count(composer, "of", of);
	composer_set_count(composer, "excluded", tally->excluded);
	composer_set_number(composer, "excluded-percent",
	                    all > 0 ? 100 * (double)tally->excluded / (double)all : 0, 0);
	composer_flag(composer, "nothing-applies", of == 0);
	composer_flag(composer, "all-done", of > 0 && tally->stands[STAND_DONE] == of);
	composer_flag(composer, "underway", tally->stands[STAND_STARTED] > 0);
	composer_flag(composer, "unsaid", tally->blank > 0);
	composer_flag(composer, "unknown", of > 0 && tally->blank == of);
	composer_flag(composer, "excluded", tally->excluded > 0);
}

/* The place, from 1, of a section among those of its level. */
static size_t place_of(const struct framework *f, size_t section)
{
	size_t level = f->elements[section].level, place = 1;

	for (size_t i = framework_next(f, 0, 0, level); i != section && i != SIZE_MAX;
	     i = framework_next(f, 0, i, level))
		place++;
	return place;
}

/* Where the sheet puts people, or SIZE_MAX. */
static void set_position(struct composer *composer, size_t position)
{
	const struct framework *f = composer->framework;
	double value;

	composer_set(composer, "position", NULL);
	composer_set_count(composer, "position-place", 0);
	composer_set(composer, "position-percent", NULL);
	if (position == SIZE_MAX)
		return;
	value = composer->input->scores->consensus[position].value;
	composer_set(composer, "position", f->elements[position].text);
	composer_set_count(composer, "position-place", place_of(f, position));
	composer_flag(composer, "scored", !isnan(value));
	if (!isnan(value))
		composer_set_number(composer, "position-percent", 100 * value, 0);
}

void status_set_phases(struct composer *composer)
{
	const struct framework *f = composer->framework;
	const struct scores *scores = composer->input->scores;
	size_t level = status_level(f), n = level == 0 ? 1 : framework_count(f, 0, level);
	struct tally all = status_tally(composer, 0, status_work(f));
	bool rule = status_has_position(f), told = scores->consensus != NULL;
	size_t position = rule && told ? scores->position : SIZE_MAX;

	composer_set_level(composer, "phase", level);
	composer_set_counted(composer, "phase", level, n);
	composer_set_number(composer, "complete-percent",
	                    rule ? 100 * f->levels[level].rule.complete : 0, 0);
	set_position(composer, position);
	composer_flag(composer, "one-phase", n == 1);
	composer_flag(composer, "rule", rule);
	composer_flag(composer, "positioned", position != SIZE_MAX);
	composer_flag(composer, "finished",
	              rule && told && position == SIZE_MAX && status_applicable(&all) > 0);
}

const struct value *status_detail(const struct composer *composer, size_t item,
                                  const struct record_column *column)
{
	const struct sheet *sheet = composer->input->scores->consensus_sheet;
	const struct element *element = &composer->framework->elements[item];
	const struct value *values;

	if (sheet == NULL || sheet->details == NULL)
		return NULL;
	values = sheet->details[element->first_item];
	for (size_t i = 0; values != NULL && i < element->scale->n_columns; i++)
		if (strcmp(element->scale->columns[i].id, column->id) == 0)
			return values[i].given ? &values[i] : NULL;
	return NULL;
}

double status_reading(const struct composer *composer, size_t item)
{
	const struct element *element = &composer->framework->elements[item];

	for (size_t i = 0; !isnan(element->target) && i < element->scale->n_columns; i++) {
		const struct record_column *column = &element->scale->columns[i];
		const struct value *value = status_detail(composer, item, column);

		if (column->type == COLUMN_NUMBER && column->targets && value != NULL &&
		    !value->none)
			return value->number;
	}
	return NAN;
}

static const char *option_label(const struct record_column *column, double place)
{
	return place >= 0 && place < (double)column->n_options
	           ? column->options[(size_t)place].label
	           : NULL;
}

const char *status_cell(struct composer *composer, size_t item, const struct record_column *column)
{
	const struct value *value = status_detail(composer, item, column);

	if (value == NULL)
		return NULL;
	if (value->none)
		return column->none;
	if (column->type == COLUMN_DATE)
		return record_date(composer, value->number);
	if (column->type == COLUMN_NUMBER)
		return record_quantity(composer, value->number, record_decimals(column, value),
		                       column->unit);
	if (column->n_options > 0)
		return option_label(column, value->number);
	return value->text;
}

