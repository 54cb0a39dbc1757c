#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"
#include "compose/cells.h"
#include "compose/fields.h"
#include "compose/record_rows.h"
#include "compose/worksheet.h"

const size_t *worksheet_records(struct composer *composer, size_t *n)
{
	const struct framework *f = composer->framework;
	const char *wanted = composer->section->record;
	size_t *records = ARENA_ARRAY(composer->arena, size_t, f->n_records + 1);
	const char **ids = ARENA_ARRAY(composer->arena, const char *, f->n_records + 1);

	*n = 0;
	for (size_t i = 0; i < f->n_records; i++) {
		ids[i] = f->records[i].id;
		if (wanted == NULL || strcmp(wanted, ids[i]) == 0)
			records[(*n)++] = i;
	}
	if (wanted != NULL && *n == 0)
		diag_error(composer->diag, composer->section->pos,
		           f->n_records == 0
		               ? NULL
		               : arena_printf(composer->arena, "records of %s: %s", f->id,
		                              text_join(composer->arena, ids, f->n_records,
		                                        "and")),
		           "there is no record '%s'", wanted);
	return records;
}

/* Single rows, and what has places along a line, read better as forms. */
static bool is_form(const struct record *record)
{
	for (size_t i = 0; i < record->n_columns; i++)
		if (record->columns[i].type == COLUMN_LINE)
			return true;
	return record->single;
}

/* As many rows to write in as have room below the heads of the table. */
static size_t rows_with_room(const struct composer *composer)
{
	enum { ROWS_STANDARD = 10, ROWS_OF_HEADS = 4 };
	double row = composer->input->theme->sizes[SIZE_WRITE_ROW];
	double rows = floor(worksheet_height(composer) / row) - ROWS_OF_HEADS;

	return isfinite(rows) && rows >= 1 ? (size_t)rows : ROWS_STANDARD;
}

/* A few tall rows, or as many as there is room for. */
struct rows {
	size_t n;
	bool roomy;
};

static struct rows count_rows(const struct composer *composer, const struct record *record)
{
	int count = composer->section->count;

	if (is_form(record))
		return (struct rows){record->single || record->blanks == 0 ? 1 : record->blanks, true};
	if (record->blanks > 0)
		return (struct rows){record->blanks, true};
	return (struct rows){count > 0 ? (size_t)count : rows_with_room(composer), false};
}

static void set_record(struct composer *composer, const struct record *record, size_t n_rows)
{
	record_set_names(composer, "record", record, n_rows);
	composer_set(composer, "directions", record->text);
	composer_set(composer, "none", NULL);
	composer_flag(composer, "directions", record->text != NULL);
	composer_flag(composer, "single", record->single);
	composer_flag(composer, "several", n_rows > 1);
}

/* The columns of a sheet that people fill in. */
struct columns {
	struct named_column *columns;
	size_t n;
};

static struct columns columns_of(struct composer *composer, const struct record *record)
{
	size_t n;
	const size_t *all = record_columns(composer, record, &n);
	struct columns list = {ARENA_ARRAY(composer->arena, struct named_column, n + 1), 0};

	for (size_t i = 0; i < n; i++)
		if (cells_are_asked(&record->columns[all[i]]))
			list.columns[list.n++] =
			    (struct named_column){record, &record->columns[all[i]]};
	return list;
}

struct table {
	struct composer *composer;
	struct columns columns;
	struct entries_block block;
};

static void set_columns(struct table *table)
{
	struct composer *composer = table->composer;
	struct entries_block *block = &table->block;

	block->columns = ARENA_ARRAY(composer->arena, struct entry_column, table->columns.n + 1);
	for (size_t i = 0; i < table->columns.n; i++)
		block->columns[block->n_columns++] =
		    cells_column(composer, table->columns.columns[i].column);
}

static bool has_example(const struct table *table)
{
	for (size_t i = 0; i < table->columns.n; i++)
		if (table->columns.columns[i].column->example != NULL)
			return true;
	return false;
}

static struct entry_row *push_row(struct table *table)
{
	struct entries_block *block = &table->block;
	struct entry_row *row;

	block->rows = arena_push(table->composer->arena, block->rows, block->n_rows, sizeof *row);
	row = &block->rows[block->n_rows++];
	row->cells = ARENA_ARRAY(table->composer->arena, struct entry_cell, block->n_columns + 1);
	return row;
}

static void add_example(struct table *table)
{
	struct entry_row *row = push_row(table);

	row->number = composer_say(table->composer, "example");
	row->example = true;
	for (size_t i = 0; i < table->columns.n; i++)
		row->cells[i] = cells_example(table->columns.columns[i].column);
}

/* Each cell is of the row with this number of its own record. */
static void add_row(struct table *table, size_t number, size_t n_rows)
{
	struct composer *composer = table->composer;
	struct entry_row *row = push_row(table);

	row->number = composer_number(composer, (double)number, 0);
	composer_set(composer, "row", row->number);
	for (size_t i = 0; i < table->columns.n; i++) {
		struct named_column named = table->columns.columns[i];

		record_set_names(composer, "record", named.record, n_rows);
		row->cells[i] = cells_cell(composer, named.column, &table->block.columns[i],
		                           field_record(composer, named.record->id, number,
		                                        named.column->id));
	}
}

/* What may be written where people choose: a line below the table. */
static void add_options(struct composer *composer, const struct entries_block *block)
{
	struct buf out = {.arena = composer->arena};

	for (size_t i = 0; i < block->n_columns; i++) {
		if (block->columns[i].kind != ENTRY_PICK)
			continue;
		composer_set(composer, "column", block->columns[i].head);
		composer_set(composer, "options", cells_options(composer, &block->columns[i]));
		buf_addf(&out, "%s%s", out.length > 0 ? "  " : "",
		         composer_text(composer, "options"));
	}
	composer_add_paragraph(composer, STYLE_NOTE, buf_text(&out), 0);
}

static void add_part(struct composer *composer, struct columns columns, struct rows rows)
{
	struct table table = {.composer = composer, .columns = columns,
	                      .block = {.roomy = rows.roomy}};

	set_columns(&table);
	if (has_example(&table))
		add_example(&table);
	for (size_t i = 1; i <= rows.n; i++)
		add_row(&table, i, rows.n);
	composer_add(composer, BLOCK_ENTRIES)->entries = table.block;
	add_options(composer, &table.block);
}

/* In large type many columns have no room side by side: then the rows go on in
 * a second table, by their numbers. */
static void add_table(struct composer *composer, struct columns columns, struct rows rows)
{
	enum { COLUMNS_AT_MOST = 8 };
	bool stacked = composer->input->theme->toggles[TOGGLE_STACKED_COLUMNS];
	size_t n_parts = stacked ? (columns.n + COLUMNS_AT_MOST - 1) / COLUMNS_AT_MOST : 1;

	for (size_t i = 0; i < n_parts; i++) {
		size_t first = i * columns.n / n_parts, end = (i + 1) * columns.n / n_parts;

		add_part(composer, (struct columns){columns.columns + first, end - first}, rows);
	}
}

static void add_forms(struct composer *composer, const struct record *record, size_t n_rows)
{
	for (size_t i = 1; i <= n_rows; i++) {
		struct blocks outer = composer_open(composer);

		composer_set(composer, "row", composer_number(composer, (double)i, 0));
		worksheet_add_form(composer, record, record->single ? 0 : i);
		worksheet_close_sheet(composer, outer, NULL)->sheet.fill = true;
	}
}

static void add_record(struct composer *composer, const struct record *record)
{
	struct rows rows = count_rows(composer, record);
	size_t opened = composer_open_flags(composer);
	struct blocks outer;

	composer_set(composer, "row", NULL);
	set_record(composer, record, rows.n);
	if (is_form(record)) {
		add_forms(composer, record, rows.n);
	} else {
		outer = composer_open(composer);
		add_table(composer, columns_of(composer, record), rows);
		worksheet_close_sheet(composer, outer, NULL)->sheet.fill = true;
	}
	composer_close_flags(composer, opened);
}

/* A single row belongs to no row of another record. */
static bool has_rows(struct composer *composer, const struct named_column *named)
{
	if (!named->record->single)
		return true;
	diag_error(composer->diag, composer->section->pos,
	           "give it a section of its own, with record:",
	           "the record '%s' has one row only, which stands in no table",
	           named->record->id);
	return false;
}

static bool gather_columns(struct composer *composer, struct columns *columns)
{
	const struct template_section *section = composer->section;
	bool right = true;

	columns->columns = ARENA_ARRAY(composer->arena, struct named_column, section->n_columns);
	for (size_t i = 0; i < section->n_columns; i++) {
		struct named_column *named = &columns->columns[columns->n];

		if (!record_of_column(composer, section->columns[i], named) ||
		    !has_rows(composer, named))
			right = false;
		else if (cells_are_asked(named->column))
			columns->n++;
	}
	return right;
}

static bool is_new(const struct columns *columns, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (columns->columns[k].record == columns->columns[i].record)
			return false;
	return true;
}

/* All records together are called by all their names. */
static void set_gathered(struct composer *composer, const struct columns *columns)
{
	const char **titles = ARENA_ARRAY(composer->arena, const char *, columns->n + 1);
	const char **plurals = ARENA_ARRAY(composer->arena, const char *, columns->n + 1);
	size_t n = 0;

	composer_set(composer, "none", NULL);
	for (size_t i = 0; i < columns->n; i++) {
		const struct named_column *named = &columns->columns[i];
		const char *title = named->record->title;
		const char *plural = named->record->plural == NULL ? title : named->record->plural;

		if (named->column->none != NULL)
			composer_set(composer, "none", named->column->none);
		if (!is_new(columns, i))
			continue;
		titles[n] = n == 0 ? title : composer_noun(composer, title);
		plurals[n] = n == 0 ? plural : composer_noun(composer, plural);
		n++;
	}
	composer_set_names(composer, "record", composer_join(composer, titles, n),
	                   composer_join(composer, plurals, n));
}

static bool wants_any(const struct composer *composer, const struct columns *columns)
{
	for (size_t i = 0; i < columns->n; i++)
		if (worksheet_wants(composer, columns->columns[i].record->id))
			return true;
	return false;
}

/* Columns of several records in a row: what stands in one row belongs together. */
static void add_gathered(struct composer *composer)
{
	struct columns columns = {0};
	struct rows rows = {(size_t)composer->section->count, true};
	size_t opened = composer_open_flags(composer);
	struct blocks outer;

	if (!gather_columns(composer, &columns) || !wants_any(composer, &columns))
		return;
	for (size_t i = 0; i < columns.n && composer->section->count == 0; i++)
		if (columns.columns[i].record->blanks > rows.n)
			rows.n = columns.columns[i].record->blanks;
	if (rows.n == 0)
		rows = (struct rows){rows_with_room(composer), false};
	outer = composer_open(composer);
	composer_flag(composer, "several", rows.n > 1);
	add_table(composer, columns, rows);
	composer_set(composer, "row", NULL);
	set_gathered(composer, &columns);
	worksheet_close_sheet(composer, outer, NULL)->sheet.fill = true;
	composer_close_flags(composer, opened);
}

void compose_records(struct composer *composer)
{
	size_t n;
	const size_t *records;

	if (composer->section->record == NULL && composer->section->n_columns > 0) {
		add_gathered(composer);
		return;
	}
	records = worksheet_records(composer, &n);
	for (size_t i = 0; i < n; i++)
		if (worksheet_wants(composer, composer->framework->records[records[i]].id))
			add_record(composer, &composer->framework->records[records[i]]);
}
