#include "compose/record_gauge.h"

#include <math.h>
#include <stdint.h>

#include "compose/composer.h"
#include "compose/record_rows.h"

static const double same = 1e-9;

bool record_has_progress(const struct record *record)
{
	return record_find_computation(record, COMPUTE_PROGRESS) != SIZE_MAX;
}

static size_t own_source(const struct record_column *column, size_t i)
{
	const struct column_source *source = &column->sources[i];

	return i < column->n_sources && source->by == SIZE_MAX ? source->column : SIZE_MAX;
}

bool record_gauge(const struct record *record, struct gauge *gauge)
{
	const struct record_column *column;

	gauge->progress = record_find_computation(record, COMPUTE_PROGRESS);
	if (gauge->progress == SIZE_MAX)
		return false;
	column = &record->columns[gauge->progress];
	gauge->baseline = own_source(column, 0);
	gauge->now = own_source(column, 1);
	gauge->goal = own_source(column, 2);
	return true;
}

size_t record_find_standing(const struct record *record)
{
	for (size_t i = 0; i < record->n_columns; i++) {
		const struct record_column *column = &record->columns[i];

		for (size_t j = 1; column->type == COLUMN_CHOICE && j < column->n_options; j++)
			if (column->options[j].stand != column->options[0].stand)
				return i;
	}
	return SIZE_MAX;
}

double gauge_number(const struct record_row *row, size_t column)
{
	return column == SIZE_MAX ? NAN : record_number(&row->values[column]);
}

enum course gauge_course(const struct gauge *gauge, const struct record_row *row)
{
	double progress = gauge_number(row, gauge->progress);

	if (isnan(progress))
		return COURSE_UNKNOWN;
	if (progress < -same)
		return COURSE_WORSE;
	if (progress >= 1 - same)
		return COURSE_REACHED;
	return progress > same ? COURSE_TOWARD : COURSE_STILL;
}

/* A column without a unit of its own has that of the others. */
static const char *shared_unit(const struct composer *composer, size_t record,
                               const struct record_row *row, const struct gauge *gauge)
{
	const size_t columns[] = {gauge->goal, gauge->baseline, gauge->now};
	const char *unit = NULL;

	for (size_t i = 0; unit == NULL && i < 3; i++)
		if (columns[i] != SIZE_MAX)
			unit = record_unit(composer, record, row, columns[i]);
	return unit;
}

const char *gauge_write(struct composer *composer, size_t record, const struct record_row *row,
                          double number, int decimals)
{
	const struct record *kind = &composer->framework->records[record];
	struct gauge gauge;

	if (!record_gauge(kind, &gauge))
		return record_quantity(composer, number, decimals, NULL);
	for (size_t i = 0; i < 3; i++) {
		size_t column = i == 0 ? gauge.baseline : i == 1 ? gauge.now : gauge.goal;
		int own = isnan(gauge_number(row, column))
		              ? 0
		              : record_decimals(&kind->columns[column], &row->values[column]);

		if (own > decimals)
			decimals = own;
	}
	return record_quantity(composer, number, decimals,
	                       shared_unit(composer, record, row, &gauge));
}

const char *gauge_figure(struct composer *composer, size_t record,
                           const struct record_row *row, size_t column)
{
	double number = gauge_number(row, column);

	if (column == SIZE_MAX)
		return NULL;
	if (isnan(number))
		return record_cell(composer, record, row, column);
	return gauge_write(composer, record, row, number, 0);
}
