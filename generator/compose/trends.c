#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/record_gauge.h"
#include "compose/record_rows.h"
#include "compose/report.h"

/* Fewer readings of one thing show no course. */
enum { READINGS_LEAST = 2 };

/* Where the readings stand that a column takes the latest of. */
struct course_of {
	struct composer *composer;
	const struct selection *selection;
	size_t latest;              /* the column */
	const struct record *record; /* of the readings */
	size_t readings, value, date, by;
	size_t goal; /* column of the row, SIZE_MAX: none */
};

static bool takes_latest(const struct record *record)
{
	return record_find_computation(record, COMPUTE_LATEST) != SIZE_MAX;
}

static bool find_readings(struct course_of *of)
{
	const struct record_column *latest = &of->selection->kind->columns[of->latest];
	struct gauge gauge;

	if (latest->n_sources < 2 || latest->sources[0].by == SIZE_MAX)
		return false;
	of->readings = latest->sources[0].record;
	of->record = &of->composer->framework->records[of->readings];
	of->value = latest->sources[0].column;
	of->date = latest->sources[1].column;
	of->by = latest->sources[0].by;
	of->goal = record_gauge(of->selection->kind, &gauge) ? gauge.goal : SIZE_MAX;
	return of->value != SIZE_MAX && of->date != SIZE_MAX;
}

/* Dates are written so that their order is that of the text. */
static bool is_later(const struct composer *composer, const struct value *date)
{
	const struct sheet *sheet = composer->input->scores->consensus_sheet;

	return sheet != NULL && sheet->date != NULL && date->text != NULL &&
	       strcmp(date->text, sheet->date) > 0;
}

static int by_day(const void *a, const void *b)
{
	double x = ((const struct reading *)a)->day, y = ((const struct reading *)b)->day;

	return (x > y) - (x < y);
}

static const char *write_value(const struct course_of *of, const struct record_row *row,
                               double value, int decimals)
{
	if (of->goal != SIZE_MAX)
		return gauge_write(of->composer, of->selection->record, row, value, decimals);
	return record_quantity(of->composer, value, decimals,
	                       record_unit(of->composer, of->selection->record, row, of->latest));
}

/* All readings of one row up to the day of the sheet. */
static void add_readings(const struct course_of *of, const struct record_row *row,
                         struct trend *trend)
{
	const struct record_rows *all = record_rows(of->composer, of->readings);
	int decimals = 0;

	trend->readings = ARENA_ARRAY(of->composer->arena, struct reading, all->n_rows + 1);
	for (size_t i = 0; i < all->n_rows; i++) {
		const struct value *values = all->rows[i].values;
		double day = record_number(&values[of->date]);
		double value = record_number(&values[of->value]);
		int own = record_decimals(&of->record->columns[of->value], &values[of->value]);

		if (isnan(day) || isnan(value) || is_later(of->composer, &values[of->date]) ||
		    !record_leads(of->composer, of->record, &all->rows[i], of->by, row))
			continue;
		decimals = own > decimals ? own : decimals;
		trend->readings[trend->n_readings++] = (struct reading){day, value, NULL};
	}
	if (trend->n_readings > 0)
		qsort(trend->readings, trend->n_readings, sizeof *trend->readings, by_day);
	for (size_t i = 0; i < trend->n_readings; i++)
		trend->readings[i].figure =
		    write_value(of, row, trend->readings[i].value, decimals);
}

static struct trend make_trend(const struct course_of *of, const struct record_row *row)
{
	struct trend trend = {.title = row_label(of->selection->kind, row)};

	add_readings(of, row, &trend);
	trend.goal = gauge_number(row, of->goal);
	if (!isnan(trend.goal))
		trend.goal_figure =
		    gauge_figure(of->composer, of->selection->record, row, of->goal);
	return trend;
}

static void find_span(struct composer *composer, struct trends_block *block)
{
	block->first = INFINITY;
	block->last = -INFINITY;
	for (size_t i = 0; i < block->n_trends; i++) {
		const struct trend *trend = &block->trends[i];

		block->first = fmin(block->first, trend->readings[0].day);
		block->last = fmax(block->last, trend->readings[trend->n_readings - 1].day);
	}
	block->first_label = record_date(composer, block->first);
	block->last_label = record_date(composer, block->last);
	composer_set(composer, "first-date", block->first_label);
	composer_set(composer, "last-date", block->last_label);
}

static const char *finding(struct composer *composer, const struct trends_block *block)
{
	const char **parts = ARENA_ARRAY(composer->arena, const char *, block->n_trends);

	for (size_t i = 0; i < block->n_trends; i++) {
		const struct trend *trend = &block->trends[i];
		size_t opened = composer_open_flags(composer);

		composer_set(composer, "title", trend->title);
		composer_set(composer, "first", trend->readings[0].figure);
		composer_set(composer, "last", trend->readings[trend->n_readings - 1].figure);
		composer_set(composer, "goal", trend->goal_figure);
		composer_flag(composer, "once", trend->n_readings == 1);
		composer_flag(composer, "aimed", trend->goal_figure != NULL);
		parts[i] = composer_text(composer, "finding-row");
		composer_close_flags(composer, opened);
	}
	composer_set(composer, "rows", composer_join_parts(composer, parts, block->n_trends));
	return composer_text(composer, "finding");
}

/* Every reading, as a table. */
static struct table_block *numbers(const struct course_of *of, const struct trends_block *block)
{
	struct composer *composer = of->composer;
	struct table_block *table = composer_numbers(composer, composer_say(composer, "title"));

	composer_add_column(composer, table, of->selection->kind->title);
	composer_add_column(composer, table, of->record->columns[of->date].title);
	composer_add_column(composer, table, of->record->columns[of->value].title);
	for (size_t i = 0; i < 3; i++) {
		table->columns[i].style = i == 0 ? STYLE_NAME : STYLE_BODY;
		table->columns[i].align = i == 2 ? ALIGN_RIGHT : ALIGN_LEFT;
	}
	for (size_t i = 0; i < block->n_trends; i++)
		for (size_t j = 0; j < block->trends[i].n_readings; j++) {
			const char **cells = composer_add_row(composer, table);

			cells[0] = block->trends[i].title;
			cells[1] = record_date(composer, block->trends[i].readings[j].day);
			cells[2] = block->trends[i].readings[j].figure;
		}
	return table;
}

/* The chart, or the table where nothing was read more than once. */
static void add_trends(const struct course_of *of, struct trends_block *block, bool more)
{
	struct composer *composer = of->composer;

	if (!more) {
		composer_add(composer, BLOCK_TABLE)->table = *numbers(of, block);
		return;
	}
	block->goal_label = composer_say(composer, "goal-label");
	block->words.finding = finding(composer, block);
	block->words.numbers = numbers(of, block);
	composer_add(composer, BLOCK_TRENDS)->trends = *block;
}

/* Rows that were read become trends, the names of the others {names}. Returns
 * whether any was read more than once. */
static bool gather(const struct course_of *of, struct trends_block *block)
{
	struct composer *composer = of->composer;
	const struct selection *selection = of->selection;
	const char **unread = ARENA_ARRAY(composer->arena, const char *, selection->n_rows + 1);
	size_t n_unread = 0;
	bool more = false;

	block->trends = ARENA_ARRAY(composer->arena, struct trend, selection->n_rows + 1);
	for (size_t i = 0; i < selection->n_rows; i++) {
		struct trend trend = make_trend(of, selection->rows[i]);

		more = more || trend.n_readings >= READINGS_LEAST;
		if (trend.n_readings > 0)
			block->trends[block->n_trends++] = trend;
		else
			unread[n_unread++] = trend.title;
	}
	composer_flag(composer, "read", block->n_trends > 0);
	composer_flag(composer, "once", block->n_trends > 0 && !more);
	composer_flag(composer, "unread", n_unread > 0);
	composer_set_count(composer, "read", block->n_trends);
	composer_set_count(composer, "unread", n_unread);
	composer_set(composer, "names", composer_join_parts(composer, unread, n_unread));
	composer_set(composer, "first-date", NULL);
	composer_set(composer, "last-date", NULL);
	if (block->n_trends > 0)
		find_span(composer, block);
	return more;
}

void compose_trends(struct composer *composer)
{
	struct selection selection;
	struct course_of of = {.composer = composer, .selection = &selection};
	struct trends_block block = {.n_trends = 0};
	struct blocks outer;
	bool more;

	if (!record_select(composer, takes_latest, &selection) || !takes_latest(selection.kind))
		return;
	of.latest = record_find_computation(selection.kind, COMPUTE_LATEST);
	if (!find_readings(&of))
		return;
	more = gather(&of, &block);
	outer = report_open_section(composer);
	if (block.n_trends == 0)
		composer_add_paragraphs(composer, STYLE_BODY, composer_say(composer, "none"));
	else
		add_trends(&of, &block, more);
	composer_add_paragraphs(composer, STYLE_NOTE, composer_say(composer, "without"));
	report_close_section(composer, outer);
}
