#include "base/arena.h"
#include "compose/cells.h"
#include "compose/fields.h"
#include "compose/record_rows.h"
#include "compose/worksheet.h"

/* Boxes of this width and more have room for several lines. */
static const double width_of_lines = 2;

struct form {
	struct composer *composer;
	const struct record *record;
	size_t row; /* 0: of a single record */
	struct form_block block;
	double line; /* widths that stand side by side */
};

static struct form_box *push_box(struct form *form, const struct record_column *column)
{
	struct composer *composer = form->composer;
	struct form_block *block = &form->block;
	struct form_box *box;

	block->boxes = arena_push(composer->arena, block->boxes, block->n_boxes, sizeof *box);
	box = &block->boxes[block->n_boxes++];
	box->entry = cells_box(composer, column);
	box->help = box->entry.help;
	box->label = column->title;
	box->cell = cells_cell(composer, column, &box->entry,
	                       field_record(composer, form->record->id, form->row, column->id));
	return box;
}

/* Few columns get a line each, or two share one on paper that lies on its side;
 * of many, as many stand side by side as make short lines. */
static double line_width(const struct composer *composer, const struct record *record,
                         const size_t *columns, size_t n)
{
	enum { LINES = 5, WIDEST = 4 };
	double sum = 0, few = composer->input->template->landscape ? 2 : 1;

	for (size_t i = 0; i < n; i++)
		sum += record->columns[columns[i]].type == COLUMN_LINE
		           ? 0 : record->columns[columns[i]].width;
	return sum <= LINES * few ? few : WIDEST;
}

/* Boxes from `first` on fill a line together. */
static void close_line(struct form *form, size_t first)
{
	double sum = 0;

	for (size_t i = first; i < form->block.n_boxes; i++)
		sum += form->block.boxes[i].entry.width;
	for (size_t i = first; i < form->block.n_boxes; i++)
		form->block.boxes[i].entry.width /= sum;
}

static bool is_alone(const struct record_column *column)
{
	return column->type == COLUMN_LINE;
}

static void add_boxes(struct form *form, const size_t *columns, size_t n)
{
	size_t first = 0;
	double used = 0;

	for (size_t i = 0; i < n; i++) {
		const struct record_column *column = &form->record->columns[columns[i]];
		double width = is_alone(column) ? form->line : column->width;
		struct form_box *box;

		if (!cells_are_asked(column))
			continue;
		if (used > 0 && used + width > form->line) {
			close_line(form, first);
			first = form->block.n_boxes;
			used = 0;
		}
		box = push_box(form, column);
		box->entry.width = width;
		box->lines = form->line > width_of_lines && column->width < width_of_lines;
		used += width;
	}
	close_line(form, first);
}

void worksheet_add_form(struct composer *composer, const struct record *record, size_t row)
{
	struct form form = {.composer = composer, .record = record, .row = row};
	size_t n;
	const size_t *columns = record_columns(composer, record, &n);

	form.line = line_width(composer, record, columns, n);
	add_boxes(&form, columns, n);
	composer_add(composer, BLOCK_FORM)->form = form.block;
}
