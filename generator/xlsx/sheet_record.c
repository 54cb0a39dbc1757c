#include "xlsx/sheets.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "xlsx/compute.h"
#include "xlsx/field.h"
#include "xlsx/heads.h"

/* More columns than that are printed on pages side by side. */
enum { SQUEEZED_MOST = 12 };

/* A record's sheet while it is filled. */
struct filling {
	struct book *book;
	struct grid *grid;
	size_t index;
	const struct record *record;
	const size_t *columns; /* of the sheet */
};

static const char *label_head(struct book *book, const struct record_column *column)
{
	words_set(&book->vocabulary, "title", column->title);
	return book_say(book, "head-label");
}

/* Returns how many columns there are. */
static size_t fill_heads(const struct filling *filling)
{
	struct book *book = filling->book;
	struct heads heads = {.arena = book->arena};
	struct spot spot = {RECORD_TOP - 1, 0, LOOK_HEAD};

	grid_text(filling->grid, spot, heads_add(&heads, book_say_document(book, "row-id")));
	grid_width(filling->grid, 0, book_size(book, SIZE_CELL_NUMBER),
	           book_size(book, SIZE_CELL_TEXT) / 3);
	for (size_t i = 0; i < filling->record->n_columns; i++) {
		const struct record_column *column = &filling->record->columns[i];

		spot.column = filling->columns[i];
		spot.look = LOOK_HEAD | (field_look(column) & (LOOK_RIGHT | LOOK_INDENT));
		grid_text(filling->grid, spot, heads_add(&heads, field_head(book, column)));
		field_width(book, filling->grid, spot.column, column);
		if (column->type != COLUMN_REFERENCE)
			continue;
		spot.column++;
		grid_text(filling->grid, spot, heads_add(&heads, label_head(book, column)));
		grid_width(filling->grid, spot.column, book_size(book, SIZE_CELL_NUMBER),
		           book_size(book, SIZE_CELL_TEXT) / 2);
	}
	return spot.column + 1;
}

/* The id of another record's row, and what that row is called. */
static void fill_reference(const struct filling *filling, struct spot spot,
                           const struct record_column *column, const struct value *value)
{
	struct book *book = filling->book;
	const struct record *target = &book->framework->records[column->record];
	const struct record_rows *rows = &book->scores->records[column->record];
	const struct record_row *row =
	    value != NULL && value->given ? &rows->rows[(size_t)value->number] : NULL;
	const char *id = place_name(book->arena, spot.row, spot.column);
	const char *ids = compute_area(book, column->record, 0), *labels = ids;

	grid_text(filling->grid, (struct spot){spot.row, spot.column, LOOK_INPUT},
	          row == NULL ? NULL : row->id);
	spot.column++;
	spot.look = LOOK_WRAP;
	if (target->label != SIZE_MAX)
		labels = compute_area(book, column->record,
		                      book->places.record_columns[column->record][target->label]);
	labels = arena_printf(book->arena, "INDEX(%s,MATCH(%s,%s,0))", labels, id, ids);
	grid_formula_text(filling->grid, spot, row == NULL ? "" : row_label(target, row),
	                  "IF(%s=\"\",\"\",IFERROR(IF(%s=\"\",%s,%s),\"\"))", id, labels, id,
	                  labels);
}

static double computed_number(const struct record_column *column, const struct value *value)
{
	if (value == NULL)
		return column->computation == COMPUTE_COUNT ? 0 : NAN;
	return value->given ? value->number : NAN;
}

/* `row` NULL: an empty one. */
static void fill_row(const struct filling *filling, size_t at, const struct record_row *row)
{
	struct book *book = filling->book;

	grid_text(filling->grid, (struct spot){at, 0, LOOK_BOLD | LOOK_INPUT},
	          row == NULL ? NULL : row->id);
	for (size_t i = 0; i < filling->record->n_columns; i++) {
		const struct record_column *column = &filling->record->columns[i];
		const struct value *value = row == NULL ? NULL : &row->values[i];
		struct spot spot = {at, filling->columns[i], 0};

		if (column->type == COLUMN_REFERENCE) {
			fill_reference(filling, spot, column, value);
		} else if (column->type == COLUMN_COMPUTED) {
			spot.look = field_look(column);
			grid_formula(filling->grid, spot, computed_number(column, value), "%s",
			             compute_formula(book, filling->index, column, at));
		} else {
			field_fill(book, filling->grid, spot, column, value);
		}
	}
}

static void fill_limits(const struct filling *filling, size_t bottom)
{
	struct book *book = filling->book;

	for (size_t i = 0; i < filling->record->n_columns; i++) {
		const struct record_column *column = &filling->record->columns[i];
		struct area area = {RECORD_TOP, filling->columns[i], bottom, filling->columns[i]};

		if (column->type == COLUMN_REFERENCE)
			field_pick(book, filling->grid, area,
			           compute_area(book, column->record, 0));
		else
			field_limits(book, filling->grid, area, column);
	}
}

static bool is_totalled(const struct filling *filling, const struct record_column *column)
{
	const struct template_section *section = filling->book->tab->section;

	if (column->type != COLUMN_NUMBER && column->type != COLUMN_COMPUTED)
		return false;
	for (size_t i = 0; i < section->n_columns; i++)
		if (strcmp(section->columns[i], column->id) == 0)
			return true;
	return false;
}

static double number_at(const struct record_row *row, size_t column)
{
	const struct value *value = &row->values[column];

	return value->given && !value->none ? value->number : NAN;
}

/* As spreadsheets compare: whatever the case. */
static bool is_unit(struct book *book, const struct value *one, const struct value *other)
{
	return strcmp(text_upper(book->arena, one->given ? one->text : ""),
	              text_upper(book->arena, other->given ? other->text : "")) == 0;
}

/* The sum of a column; NAN where there is nothing to add, or where its rows
 * have other units than the first one. */
static double total(const struct filling *filling, size_t column)
{
	struct book *book = filling->book;
	const struct record_rows *rows = &book->scores->records[filling->index];
	size_t unit = filling->record->columns[column].unit_column;
	double sum = NAN;

	for (size_t i = 0; i < rows->n_rows; i++) {
		double number = number_at(&rows->rows[i], column);

		if (isnan(number))
			continue;
		if (unit != SIZE_MAX) {
			const struct value *first = &rows->rows[0].values[unit];
			const struct value *here = &rows->rows[i].values[unit];

			if (!is_unit(book, first, here))
				return NAN;
		}
		sum = isnan(sum) ? number : sum + number;
	}
	return sum;
}

static void fill_total(const struct filling *filling, size_t column, size_t bottom)
{
	struct book *book = filling->book;
	const struct record_column *summed = &filling->record->columns[column];
	size_t at = filling->columns[column];
	const char *cells = area_name(book->arena, (struct area){RECORD_TOP, at, bottom, at});
	const char *foreign = "0";

	if (summed->unit_column != SIZE_MAX) {
		size_t unit = filling->columns[summed->unit_column];

		foreign = arena_printf(
		    book->arena, "SUMPRODUCT((%s<>%s)*ISNUMBER(%s))",
		    area_name(book->arena, (struct area){RECORD_TOP, unit, bottom, unit}),
		    fixed_name(book->arena, RECORD_TOP, unit), cells);
	}
	grid_formula(filling->grid,
	             (struct spot){bottom + 1, at,
	                           (field_look(summed) & ~(unsigned)LOOK_INPUT) | LOOK_BOLD |
	                               LOOK_TOTAL},
	             total(filling, column), "IF(OR(COUNT(%s)=0,%s>0),\"\",SUM(%s))", cells,
	             foreign, cells);
}

static void fill_totals(const struct filling *filling, size_t bottom, size_t n_columns)
{
	bool *taken = ARENA_ARRAY(filling->book->arena, bool, n_columns);
	bool any = false;

	for (size_t i = 0; i < filling->record->n_columns; i++) {
		if (!is_totalled(filling, &filling->record->columns[i]))
			continue;
		fill_total(filling, i, bottom);
		taken[filling->columns[i]] = any = true;
	}
	if (!any)
		return;
	grid_text(filling->grid, (struct spot){bottom + 1, 0, LOOK_BOLD | LOOK_TOTAL},
	          book_say(filling->book, "total"));
	for (size_t i = 1; i < n_columns; i++)
		if (!taken[i])
			grid_empty(filling->grid, (struct spot){bottom + 1, i, LOOK_TOTAL});
}

void fill_record(struct book *book, struct grid *grid)
{
	size_t index = book->tab->index, n_columns;
	const struct record_rows *rows = &book->scores->records[index];
	struct filling filling = {book, grid, index, &book->framework->records[index],
	                          book->places.record_columns[index]};
	size_t bottom = RECORD_TOP + book->places.record_rows[index] - 1;

	grid_text(grid, (struct spot){0, 0, LOOK_TITLE},
	          filling.record->single ? filling.record->title : filling.record->plural);
	grid_text(grid, (struct spot){1, 0, LOOK_NOTE}, filling.record->text);
	n_columns = fill_heads(&filling);
	for (size_t i = 0; i < rows->n_rows; i++)
		fill_row(&filling, RECORD_TOP + i, &rows->rows[i]);
	if (rows->n_rows == 0)
		fill_row(&filling, RECORD_TOP, NULL);
	fill_limits(&filling, bottom);
	fill_totals(&filling, bottom, n_columns);
	grid->frozen_rows = RECORD_TOP;
	grid->frozen_columns = filling.record->label == 0 ? 2 : 1;
	grid->wide = n_columns > SQUEEZED_MOST;
	grid->has_table = true;
	grid->table = (struct area){RECORD_TOP - 1, 0, bottom, n_columns - 1};
}
