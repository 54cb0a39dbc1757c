#include "compose/worksheet.h"

#include <stdint.h>
#include <string.h>

#include "compose/composer.h"

static const struct element *item_of(const struct framework *f, const struct element *part,
                                     size_t i)
{
	return &f->elements[f->items[part->first_item + i]];
}

double worksheet_height(const struct composer *composer)
{
	const struct compose_input *input = composer->input;
	const struct paper_size *paper = &paper_sizes[input->paper];
	const double *sizes = input->theme->sizes;
	double height = input->template->landscape ? paper->width : paper->height;

	return height - sizes[SIZE_TOP] - sizes[SIZE_FOOT] - sizes[SIZE_HEAD];
}

bool worksheet_wants(const struct composer *composer, const char *id)
{
	const struct compose_input *input = composer->input;

	for (size_t i = 0; i < input->n_only; i++)
		if (strcmp(input->only[i], id) == 0)
			return true;
	return input->n_only == 0;
}

bool worksheet_is_mixed(const struct framework *framework, size_t element)
{
	const struct element *part = &framework->elements[element];

	for (size_t i = 1; i < part->n_items; i++)
		if (item_of(framework, part, i)->scale != item_of(framework, part, 0)->scale)
			return true;
	return false;
}

bool worksheet_counts(const struct framework *framework, size_t group)
{
	const struct element *part = &framework->elements[group];

	for (size_t i = 0; i < part->n_items; i++) {
		const struct element *item = item_of(framework, part, i);

		if (item->scale->kind != SCALE_MARK || item->reversed)
			return false;
	}
	return true;
}

static bool items_add_up(const struct framework *f, size_t group)
{
	const struct element *part = &f->elements[group];

	for (size_t i = 0; i < part->n_items; i++) {
		const struct element *item = item_of(f, part, i);

		if (item->scale->kind != SCALE_RATING || item->reversed || item->weight != 1)
			return false;
	}
	return part->n_items > 0 && !worksheet_is_mixed(f, group);
}

bool worksheet_adds_up(const struct framework *framework, size_t element)
{
	const struct element *part = &framework->elements[element];
	const struct rule *rule = &framework->levels[part->level].rule;
	size_t groups = level_of_groups(framework), level;

	if (rule->measure != MEASURE_SUM)
		return false;
	if (part->level >= groups)
		return items_add_up(framework, element);
	/* Sums of items are made of the totals of their groups, whatever is between. */
	level = rule->from == SCORE_FROM_SECTIONS ? part->level + 1 : groups;
	for (size_t i = framework_next(framework, element, element, level); i != SIZE_MAX;
	     i = framework_next(framework, element, i, level))
		if (!worksheet_adds_up(framework, i))
			return false;
	return part->n_items > 0;
}
