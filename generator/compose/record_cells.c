#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/record_rows.h"
#include "compose/vocabulary.h"

enum { DECIMALS_WRITTEN_MOST = 4, DECIMALS_COMPUTED_MOST = 2 };

static const char percent[] = "%";

/* Computed numbers do not print the dust of binary fractions. */
static int decimals_needed(double number)
{
	double scale = 1;
	int decimals = 0;

	while (decimals < DECIMALS_COMPUTED_MOST &&
	       fabs(number * scale - round(number * scale)) > 1e-6) {
		scale *= 10;
		decimals++;
	}
	return decimals;
}

static int decimals_written(const char *text)
{
	const char *dot = strchr(text, '.');
	size_t n = dot == NULL ? 0 : strspn(dot + 1, "0123456789");

	return n > DECIMALS_WRITTEN_MOST ? DECIMALS_WRITTEN_MOST : (int)n;
}

int record_decimals(const struct record_column *column, const struct value *value)
{
	if (column->type == COLUMN_NUMBER && value->text != NULL)
		return decimals_written(value->text);
	return isnan(value->number) ? 0 : decimals_needed(value->number);
}

const char *record_quantity(struct composer *composer, double number, int decimals,
                            const char *unit)
{
	const char *text = composer_number(composer, number, decimals), *whole;

	if (unit == NULL || *unit == '\0')
		return text;
	composer_set(composer, "number", text);
	composer_set(composer, "unit", unit);
	whole = composer_say_document(composer, strcmp(unit, percent) == 0 ? "net" : "quantity");
	return whole == NULL ? text : whole;
}

const char *record_date(struct composer *composer, double days)
{
	enum { DAY_SECONDS = 24 * 60 * 60 };

	return vocabulary_date(composer, (time_t)days * DAY_SECONDS);
}

static const char *own_unit(const struct record_column *column, const struct record_row *row)
{
	const struct value *unit =
	    column->unit_column == SIZE_MAX ? NULL : &row->values[column->unit_column];

	return unit != NULL && unit->given ? unit->text : column->unit;
}

const char *record_unit(const struct composer *composer, size_t record,
                        const struct record_row *row, size_t column)
{
	const struct record *kind = &composer->framework->records[record];
	const struct record_column *asked = &kind->columns[column];
	const char *unit = own_unit(asked, row);

	if (asked->type != COLUMN_COMPUTED || asked->computation == COMPUTE_COUNT)
		return unit;
	for (size_t i = 0; unit == NULL && i < asked->n_sources; i++) {
		const struct column_source *source = &asked->sources[i];
		const struct record *other = &composer->framework->records[source->record];

		if (source->by == SIZE_MAX && source->column != SIZE_MAX)
			unit = record_unit(composer, record, row, source->column);
		else if (source->column != SIZE_MAX)
			unit = other->columns[source->column].unit;
	}
	return unit;
}

static const char *computed_cell(struct composer *composer, size_t record,
                                 const struct record_row *row, size_t column)
{
	const struct record_column *asked = &composer->framework->records[record].columns[column];
	const struct value *value = &row->values[column];
	double number = record_number(value);

	if (isnan(number))
		return NULL;
	if (asked->computation == COMPUTE_PROGRESS)
		return record_quantity(composer, 100 * number, 0, percent);
	if (asked->computation == COMPUTE_AGE) {
		composer_set_number(composer, "days", number, 0);
		return composer_say_document(composer, "days");
	}
	return record_quantity(composer, number, record_decimals(asked, value),
	                       record_unit(composer, record, row, column));
}

static const char *option_label(const struct record_column *column, const struct value *value)
{
	double number = record_number(value);

	return number >= 0 && number < (double)column->n_options
	           ? column->options[(size_t)number].label
	           : NULL;
}

static const char *target_label(const struct composer *composer,
                                const struct record_column *column, const struct value *value)
{
	const struct record_row *target = record_target(composer, column, value);

	return target == NULL
	           ? NULL
	           : row_label(&composer->framework->records[column->record], target);
}

const char *record_cell(struct composer *composer, size_t record, const struct record_row *row,
                        size_t column)
{
	const struct record_column *asked = &composer->framework->records[record].columns[column];
	const struct value *value = &row->values[column];

	if (value->none)
		return asked->none;
	if (!value->given)
		return NULL;
	switch (asked->type) {
	case COLUMN_NUMBER:
		return record_quantity(composer, value->number, record_decimals(asked, value),
		                       record_unit(composer, record, row, column));
	case COLUMN_DATE:
		return record_date(composer, value->number);
	case COLUMN_CHECK:
		return composer_say_document(composer, value->number != 0 ? "yes" : "no");
	case COLUMN_CHOICE:
	case COLUMN_LINE:
		return option_label(asked, value);
	case COLUMN_REFERENCE:
		return target_label(composer, asked, value);
	case COLUMN_COMPUTED:
		return computed_cell(composer, record, row, column);
	case COLUMN_TEXT:
	case COLUMN_TYPE_COUNT:
		break;
	}
	return value->text;
}

/* How much room a column wants beside the others. */
static double column_share(const struct record_column *column)
{
	static const double shares[COLUMN_TYPE_COUNT] = {
		[COLUMN_TEXT] = 2,   [COLUMN_NUMBER] = 1, [COLUMN_DATE] = 1.5,
		[COLUMN_CHECK] = 0.8, [COLUMN_CHOICE] = 1, [COLUMN_LINE] = 1,
		[COLUMN_REFERENCE] = 2, [COLUMN_COMPUTED] = 1,
	};

	return shares[column->type] * (column->type == COLUMN_TEXT && column->width > 1 ? 1.3 : 1);
}

struct table_block record_table(struct composer *composer, const struct selection *selection,
                                const size_t *columns, size_t n)
{
	enum { WIDE_FROM = 6 };
	const struct record *record = selection->kind;
	struct table_block table = {.n_columns = n, .n_rows = selection->n_rows};

	table.caption = composer_say(composer, "title");
	table.columns = ARENA_ARRAY(composer->arena, struct column, n);
	table.rows = ARENA_ARRAY(composer->arena, struct table_row, selection->n_rows + 1);
	for (size_t i = 0; i < n; i++) {
		const struct record_column *column = &record->columns[columns[i]];
		bool number = column->type == COLUMN_NUMBER || column->type == COLUMN_COMPUTED;
		bool name = columns[i] == record->label;

		table.columns[i] = (struct column){
			column->title, column_share(column), number ? ALIGN_RIGHT : ALIGN_LEFT,
			n < WIDE_FROM ? (name ? STYLE_NAME : STYLE_BODY)
			              : (name ? STYLE_LABEL_BOLD : STYLE_LABEL)};
	}
	for (size_t row = 0; row < selection->n_rows; row++) {
		table.rows[row].cells = ARENA_ARRAY(composer->arena, const char *, n);
		for (size_t i = 0; i < n; i++)
			table.rows[row].cells[i] = record_cell(composer, selection->record,
			                                       selection->rows[row], columns[i]);
	}
	return table;
}
