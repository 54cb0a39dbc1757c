#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/report.h"

/* Groups whose scores lie closer than this share of the range count as level. */
static const double apart_least = 0.05;

enum { FIXED_COLUMNS = 2 }; /* the group, how many people */

/* The elements that a table shows: the whole where it has a score, and its sections. */
struct shown_elements {
	size_t *elements, n;
};

static struct shown_elements find_elements(struct composer *composer)
{
	const struct framework *f = composer->framework;
	size_t level = composer_level(composer, level_of_sections(f));
	struct shown_elements shown = {NULL, 0};

	if (level == SIZE_MAX || level == 0)
		return shown;
	shown.elements = ARENA_ARRAY(composer->arena, size_t, framework_count(f, 0, level) + 1);
	if (f->levels[0].rule.measure != MEASURE_NONE && report_is_scored(composer, 0))
		shown.elements[shown.n++] = 0;
	for (size_t i = framework_next(f, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(f, 0, i, level))
		if (f->levels[level].rule.measure != MEASURE_NONE &&
		    report_is_scored(composer, i))
			shown.elements[shown.n++] = i;
	return shown;
}

static const char *group_name(struct composer *composer, const struct segment_group *group)
{
	return group->value == NULL ? composer_text(composer, "unknown") : group->value;
}

/* A figure, or why there is none: too few people, or a smaller group could be worked out. */
static const char *figure(struct composer *composer, const struct segment_group *group,
                          size_t element)
{
	const struct stats *stats = &group->stats[element];
	size_t opened = composer_open_flags(composer);
	const char *text;

	if (group->shown[element])
		return report_part_mean(composer, element, stats->mean, stats->n);
	composer_set_count(composer, "n", stats->n);
	composer_set_count(composer, "needed", report_needed(composer));
	composer_flag(composer, "enough", stats->n >= report_needed(composer));
	text = composer_text(composer, "withheld");
	composer_close_flags(composer, opened);
	return text;
}

static void add_group(struct composer *composer, struct table_block *table,
                      const struct segment_group *group, const struct shown_elements *shown)
{
	const char **cells = composer_add_row(composer, table);

	cells[0] = group_name(composer, group);
	cells[1] = composer_number(composer, (double)group->n_people, 0);
	for (size_t i = 0; i < shown->n; i++)
		cells[FIXED_COLUMNS + i] = figure(composer, group, shown->elements[i]);
}

/* All people, as elsewhere in the report. */
static void add_whole(struct composer *composer, struct table_block *table,
                      const struct shown_elements *shown)
{
	const struct scores *scores = composer->input->scores;
	const char **cells = composer_add_row(composer, table);

	cells[0] = composer_text(composer, "all");
	cells[1] = composer_number(composer, (double)scores->n_people, 0);
	for (size_t i = 0; i < shown->n; i++) {
		size_t element = shown->elements[i];

		cells[FIXED_COLUMNS + i] =
		    report_shows(composer, element)
		        ? report_mean(composer, element, scores->stats[element].mean)
		        : report_withheld(composer, element);
	}
}

static void add_columns(struct composer *composer, struct table_block *table,
                        const struct shown_elements *shown)
{
	const double group = 0.2, people = 0.08;

	composer_add_column(composer, table, composer_text(composer, "group-head"));
	composer_add_column(composer, table, composer_text(composer, "people-head"));
	table->columns[0].share = group;
	table->columns[1].share = people;
	table->columns[1].align = ALIGN_RIGHT;
	for (size_t i = 0; i < shown->n; i++) {
		size_t element = shown->elements[i];
		struct column *column;

		composer_add_column(composer, table,
		                    element == 0 ? composer_text(composer, "overall-head")
		                                 : composer->framework->elements[element].text);
		column = &table->columns[FIXED_COLUMNS + i];
		column->share = (1 - group - people) / (double)shown->n;
		column->align = ALIGN_RIGHT;
		column->style = STYLE_BODY;
	}
	table->columns[0].style = STYLE_NAME;
	table->columns[1].style = STYLE_BODY;
}

/* Who stands highest and lowest in what the groups are compared by first. */
static void set_ends(struct composer *composer, const struct segmentation *segmentation,
                     size_t element)
{
	const struct segment_group *high = NULL, *low = NULL;
	double apart;
	size_t n = 0;

	for (size_t i = 0; i < segmentation->n_groups; i++) {
		const struct segment_group *group = &segmentation->groups[i];

		if (!group->shown[element])
			continue;
		n++;
		if (high == NULL || group->stats[element].mean > high->stats[element].mean)
			high = group;
		if (low == NULL || group->stats[element].mean < low->stats[element].mean)
			low = group;
	}
	composer_set_count(composer, "shown-count", n);
	composer_set(composer, "highest", high == NULL ? NULL : group_name(composer, high));
	composer_set(composer, "lowest", low == NULL ? NULL : group_name(composer, low));
	composer_flag(composer, "hidden", n == 0);
	composer_flag(composer, "alone", n == 1);
	apart = n < 2 ? NAN : report_position(composer, element, high->stats[element].mean) -
	                      report_position(composer, element, low->stats[element].mean);
	composer_flag(composer, "apart", apart >= apart_least);
}

static void add_segmentation(struct composer *composer, const struct segmentation *segmentation,
                             const struct shown_elements *shown)
{
	size_t opened = composer_open_flags(composer);
	struct table_block *table;
	struct blocks outer;

	composer_set(composer, "segment", segmentation->name);
	composer_set_count(composer, "group-number", segmentation->n_groups);
	set_ends(composer, segmentation, shown->elements[0]);
	table = composer_numbers(composer, report_title(composer));
	add_columns(composer, table, shown);
	for (size_t i = 0; i < segmentation->n_groups; i++)
		add_group(composer, table, &segmentation->groups[i], shown);
	add_whole(composer, table, shown);
	outer = report_open_section(composer);
	composer_add(composer, BLOCK_TABLE)->table = *table;
	composer_add_paragraph(composer, STYLE_SMALL, composer_say(composer, "note"), 0);
	report_close_section(composer, outer);
	composer_close_flags(composer, opened);
}

void compose_segments(struct composer *composer)
{
	const struct compose_input *input = composer->input;
	struct shown_elements shown = find_elements(composer);

	if (shown.n == 0 || !report_shows_any(composer))
		return;
	for (size_t i = 0; i < input->n_segmentations; i++)
		if (input->segmentations[i]->n_groups > 0)
			add_segmentation(composer, input->segmentations[i], &shown);
}
