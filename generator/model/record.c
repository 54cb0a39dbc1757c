#include "model/record.h"

#include <stdint.h>
#include <string.h>

const char *const column_type_names[COLUMN_TYPE_COUNT] = {
	[COLUMN_TEXT] = "text",
	[COLUMN_NUMBER] = "number",
	[COLUMN_DATE] = "date",
	[COLUMN_CHECK] = "check",
	[COLUMN_CHOICE] = "choice",
	[COLUMN_LINE] = "line",
	[COLUMN_REFERENCE] = "reference",
	[COLUMN_COMPUTED] = "computed",
};

const char *const computation_names[COMPUTATION_COUNT] = {
	[COMPUTE_PROGRESS] = "progress",
	[COMPUTE_DIFFERENCE] = "difference",
	[COMPUTE_SUM] = "sum",
	[COMPUTE_COUNT] = "count",
	[COMPUTE_LATEST] = "latest",
	[COMPUTE_AGE] = "age",
};

size_t record_find_column(const struct record *record, const char *id)
{
	for (size_t i = 0; i < record->n_columns; i++)
		if (strcmp(record->columns[i].id, id) == 0)
			return i;
	return SIZE_MAX;
}

size_t record_find_computation(const struct record *record, enum computation computation)
{
	for (size_t i = 0; i < record->n_columns; i++)
		if (record->columns[i].type == COLUMN_COMPUTED &&
		    record->columns[i].computation == computation)
			return i;
	return SIZE_MAX;
}

size_t record_find_reference(const struct record *record, size_t to)
{
	for (size_t i = 0; i < record->n_columns; i++)
		if (record->columns[i].type == COLUMN_REFERENCE && record->columns[i].record == to)
			return i;
	return SIZE_MAX;
}

const char *row_label(const struct record *record, const struct record_row *row)
{
	if (record->label != SIZE_MAX && row->values[record->label].given)
		return row->values[record->label].text;
	return row->id;
}
