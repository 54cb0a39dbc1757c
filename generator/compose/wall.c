#include "base/arena.h"
#include "compose/cells.h"
#include "compose/fields.h"
#include "compose/record_rows.h"
#include "compose/worksheet.h"

/* Boxes of one column side by side, one for each row of the record. */
struct wall {
	struct composer *composer;
	const struct record *record;
	size_t n_rows;
	struct form_block block;
};

static size_t count_rows(const struct composer *composer, const struct record *record)
{
	enum { ROWS_STANDARD = 4 };

	if (record->single)
		return 1;
	if (composer->section->count > 0)
		return (size_t)composer->section->count;
	return record->blanks > 0 ? record->blanks : ROWS_STANDARD;
}

static void add_box(struct wall *wall, const struct record_column *column, size_t row,
                    double width)
{
	struct composer *composer = wall->composer;
	struct form_box *box = &wall->block.boxes[wall->block.n_boxes++];
	const char *number = composer_number(composer, (double)row, 0);

	composer_set(composer, "row", number);
	composer_set(composer, "column", column->title);
	box->label = composer_text(composer, "label");
	box->entry = cells_box(composer, column);
	box->entry.width = width;
	box->help = box->entry.help;
	box->lines = column->type == COLUMN_REFERENCE;
	box->cell = cells_cell(composer, column, &box->entry,
	                       field_record(composer, wall->record->id,
	                                    wall->record->single ? 0 : row, column->id));
}

static bool is_short(const struct record_column *column)
{
	return column->type == COLUMN_NUMBER || column->type == COLUMN_DATE;
}

/* How many columns from the first on stand in one line: short ones that follow
 * each other. */
static size_t count_beside(const struct record_column **columns, size_t n)
{
	size_t beside = 1;

	while (beside < n && is_short(columns[0]) && is_short(columns[beside]))
		beside++;
	return beside;
}

/* A line of boxes for each column or for a few short ones, all of a row below
 * each other; a single row has one line. */
static void add_boxes(struct wall *wall, const struct record_column **columns, size_t n)
{
	size_t beside;

	for (size_t i = 0; i < n; i += beside) {
		beside = wall->record->single ? n : count_beside(columns + i, n - i);
		for (size_t row = 1; row <= wall->n_rows; row++)
			for (size_t k = i; k < i + beside; k++)
				add_box(wall, columns[k], row, 1 / (double)(wall->n_rows * beside));
	}
}

/* The columns that people fill in. */
static const struct record_column **asked_columns(struct composer *composer,
                                                  const struct record *record, size_t *n)
{
	size_t n_all;
	const size_t *all = record_columns(composer, record, &n_all);
	const struct record_column **asked =
	    ARENA_ARRAY(composer->arena, const struct record_column *, n_all + 1);

	*n = 0;
	for (size_t i = 0; i < n_all; i++)
		if (cells_are_asked(&record->columns[all[i]]))
			asked[(*n)++] = &record->columns[all[i]];
	return asked;
}

static void add_record(struct composer *composer, const struct record *record)
{
	struct wall wall = {.composer = composer, .record = record};
	size_t n, opened = composer_open_flags(composer);
	const struct record_column **columns = asked_columns(composer, record, &n);

	wall.n_rows = count_rows(composer, record);
	record_set_names(composer, "record", record, wall.n_rows);
	composer_set(composer, "directions", record->text);
	composer_flag(composer, "directions", record->text != NULL);
	composer_flag(composer, "single", record->single);
	wall.block.title = composer_say(composer, "heading");
	wall.block.text = composer_say(composer, "help");
	wall.block.boxes = ARENA_ARRAY(composer->arena, struct form_box, n * wall.n_rows + 1);
	add_boxes(&wall, columns, n);
	composer_add(composer, BLOCK_FORM)->form = wall.block;
	composer_close_flags(composer, opened);
}

/* A section with a title opens a sheet, one without adds to the sheet before. */
void compose_wall(struct composer *composer)
{
	bool opens = composer->blocks.n_blocks == 0 || composer_say(composer, "title") != NULL;
	struct block *sheet = opens ? NULL
	                            : &composer->blocks.blocks[composer->blocks.n_blocks - 1];
	struct blocks outer;
	size_t n;
	const size_t *records = worksheet_records(composer, &n);

	outer = composer_open(composer);
	if (sheet != NULL)
		composer->blocks = (struct blocks){sheet->children, sheet->n_children};
	for (size_t i = 0; i < n; i++)
		add_record(composer, &composer->framework->records[records[i]]);
	if (sheet == NULL) {
		worksheet_close_sheet(composer, outer, NULL)->sheet.fill = true;
		return;
	}
	sheet->children = composer->blocks.blocks;
	sheet->n_children = composer->blocks.n_blocks;
	composer->blocks = outer;
}
