#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/ranks.h"
#include "compose/report.h"

enum { COLUMN_PART, COLUMN_MEAN, COLUMN_CONSENSUS, COLUMN_DIFFERENCE, N_COLUMNS };

static double mean_of(const struct composer *composer, size_t element)
{
	return composer->input->scores->stats[element].mean;
}

static double agreed_on(const struct composer *composer, size_t element)
{
	return composer->input->scores->consensus[element].value;
}

/* Whether both figures are there and the group's may be told. */
static bool is_shown(const struct composer *composer, size_t element)
{
	return report_shows(composer, element) && !isnan(mean_of(composer, element)) &&
	       !isnan(agreed_on(composer, element));
}

/* Between the figures as they are printed. */
static double difference(const struct composer *composer, size_t element)
{
	return report_rounded(composer, element, agreed_on(composer, element)) -
	       report_rounded(composer, element, mean_of(composer, element));
}

static const char *difference_figure(struct composer *composer, size_t element)
{
	return report_change(composer, element, difference(composer, element),
	                     report_people(composer, element));
}

/* A mark is a sign, not a score. */
static const char *agreed_figure(struct composer *composer, size_t element)
{
	const struct element *e = &composer->framework->elements[element];
	double value = agreed_on(composer, element);

	if (e->scale == NULL || e->scale->kind != SCALE_MARK)
		return floor(value) == value ? report_score(composer, element, value)
		                             : report_mean(composer, element, value);
	return composer_text(composer, value > 0 ? "plus" : value < 0 ? "minus" : "blank");
}

static void add_row(struct composer *composer, struct table_block *table, size_t element,
                    const char *title)
{
	const char **cells = composer_add_row(composer, table);

	cells[COLUMN_PART] = title;
	cells[COLUMN_MEAN] = report_mean(composer, element, mean_of(composer, element));
	cells[COLUMN_CONSENSUS] = agreed_figure(composer, element);
	cells[COLUMN_DIFFERENCE] = difference_figure(composer, element);
}

static void add_group(struct composer *composer, struct table_block *table, const char *title)
{
	composer_add_row(composer, table)[0] = title;
	table->rows[table->n_rows - 1].group = true;
}

static struct table_block *make_table(struct composer *composer)
{
	static const char *const heads[N_COLUMNS] = {
		[COLUMN_MEAN] = "mean-head",
		[COLUMN_CONSENSUS] = "consensus-head",
		[COLUMN_DIFFERENCE] = "difference-head",
	};
	static const double first = 0.52;
	struct table_block *table = composer_numbers(composer, NULL);

	for (size_t i = 0; i < N_COLUMNS; i++) {
		bool part = i == COLUMN_PART;

		composer_add_column(composer, table,
		                    part ? NULL : composer_text(composer, heads[i]));
		table->columns[i].share = part ? first : (1 - first) / (N_COLUMNS - 1);
		table->columns[i].align = part ? ALIGN_LEFT : ALIGN_RIGHT;
		table->columns[i].style = STYLE_BODY;
	}
	return table;
}

/* The whole and its parts of a level; counts which way they differ. */
static void add_parts(struct composer *composer, struct table_block *table, size_t level)
{
	const struct framework *f = composer->framework;
	size_t higher = 0, lower = 0, same = 0;

	if (f->levels[0].rule.measure != MEASURE_NONE && is_shown(composer, 0))
		add_row(composer, table, 0, composer_text(composer, "overall-head"));
	for (size_t i = level == 0 ? SIZE_MAX : framework_next(f, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(f, 0, i, level)) {
		if (!is_shown(composer, i))
			continue;
		add_row(composer, table, i, f->elements[i].text);
		higher += difference(composer, i) > 0;
		lower += difference(composer, i) < 0;
		same += difference(composer, i) == 0;
	}
	composer_set_count(composer, "higher-count", higher);
	composer_set_count(composer, "lower-count", lower);
	composer_set_count(composer, "same-count", same);
}

/* The items whose two figures are furthest apart, on the scale of each. */
static struct ranks choose_items(struct composer *composer)
{
	enum { COUNT_STANDARD = 5 };
	int count = composer->section->count > 0 ? composer->section->count : COUNT_STANDARD;
	size_t n, kept = 0;
	struct rank *items = ranks_items(composer, &n);

	for (size_t i = 0; i < n; i++) {
		size_t item = items[i].element;

		if (!is_shown(composer, item) || difference(composer, item) == 0)
			continue;
		items[kept].element = item;
		items[kept++].key =
		    fabs(report_position(composer, item, agreed_on(composer, item)) -
		         report_position(composer, item, mean_of(composer, item)));
	}
	return ranks_choose(items, kept, (size_t)count, 0);
}

static void add_items(struct composer *composer, struct table_block *table,
                      const struct ranks *ranks)
{
	if (ranks->n_ranks == 0)
		return;
	add_group(composer, table, composer_text(composer, "items-head"));
	for (size_t i = 0; i < ranks->n_ranks; i++)
		add_row(composer, table, ranks->ranks[i].element,
		        report_text(composer, ranks->ranks[i].element));
}

static void set_items(struct composer *composer, const struct ranks *ranks)
{
	const struct framework *f = composer->framework;
	const struct level *items = &f->levels[f->n_levels - 1];

	composer_set_count(composer, "count", ranks->n_ranks);
	composer_set(composer, "counted",
	             composer_noun(composer, ranks->n_ranks == 1 ? items->title : items->plural));
	composer_flag(composer, "tied", ranks->tied);
	composer_flag(composer, "none", ranks->n_ranks == 0);
}

static void set_overall(struct composer *composer)
{
	bool shown = composer->framework->levels[0].rule.measure != MEASURE_NONE &&
	             is_shown(composer, 0);
	double change = shown ? difference(composer, 0) : NAN;

	composer_flag(composer, "rose", change > 0);
	composer_flag(composer, "fell", change < 0);
	composer_flag(composer, "level", change == 0);
}

void compose_consensus(struct composer *composer)
{
	size_t level = composer_level(composer, level_of_sections(composer->framework));
	struct table_block *table;
	struct ranks ranks;
	struct blocks outer, kept;

	if (composer->input->scores->consensus == NULL || level == SIZE_MAX)
		return;
	ranks = choose_items(composer);
	set_items(composer, &ranks);
	set_overall(composer);
	table = make_table(composer);
	add_parts(composer, table, level);
	add_items(composer, table, &ranks);
	table->caption = composer_text(composer, "title");
	if (table->n_rows == 0)
		return;
	kept = composer_open(composer);
	outer = report_open_section(composer);
	composer_add(composer, BLOCK_TABLE)->table = *table;
	report_close_section(composer, outer);
	composer_close(composer, kept, BLOCK_KEEP);
}
