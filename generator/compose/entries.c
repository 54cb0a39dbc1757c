#include "compose/worksheet.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "compose/cells.h"
#include "compose/fields.h"

/* Statements, and the answer beside them, in parts of the width. */
static const double statement_width = 3, help_width = 3;
static const double question_width = 1, answer_width = 2;

/* A run of items on one scale, and the table that it becomes. */
struct run {
	struct composer *composer;
	const struct scale *scale;
	const struct element **items;
	struct entries_block block;
	bool help, target; /* any of the items has one */
};

static bool has_circles(const struct scale *scale)
{
	return scale_is_coded(scale) && scale->kind != SCALE_CHECK;
}

static struct entry_column *push_column(struct run *run, struct entry_column column)
{
	struct entries_block *block = &run->block;

	block->columns = arena_push(run->composer->arena, block->columns, block->n_columns,
	                            sizeof column);
	block->columns[block->n_columns] = column;
	return &block->columns[block->n_columns++];
}

/* The cell of this row in the last column. */
static struct entry_cell *last_cell(const struct run *run, size_t row)
{
	return &run->block.rows[row].cells[run->block.n_columns - 1];
}

static const char *with_target(struct composer *composer, const struct element *item)
{
	size_t opened = composer_open_flags(composer);
	const char *text;

	if (isnan(item->target))
		return item->text;
	composer_set(composer, "statement", item->text);
	composer_set_number(composer, "target", item->target,
	                    floor(item->target) == item->target ? 0 : 1);
	composer_set(composer, "unit", item->unit);
	composer_flag(composer, "unit", item->unit != NULL);
	text = composer_say(composer, "target");
	composer_close_flags(composer, opened);
	return text == NULL ? item->text : text;
}

static void add_statements(struct run *run)
{
	const char *help = composer_say(run->composer, "help-head");

	push_column(run, (struct entry_column){
		.kind = ENTRY_PRINTED,
		.width = run->block.roomy ? question_width : statement_width});
	for (size_t i = 0; i < run->block.n_rows; i++)
		last_cell(run, i)->text = with_target(run->composer, run->items[i]);
	if (!run->help || help == NULL)
		return;
	push_column(run, (struct entry_column){
		.head = help, .kind = ENTRY_PRINTED, .width = help_width});
	for (size_t i = 0; i < run->block.n_rows; i++)
		last_cell(run, i)->text = run->items[i]->help;
}

static void set_statement(struct run *run, size_t row)
{
	composer_set(run->composer, "statement", run->items[row]->text);
	composer_set(run->composer, "prompt", run->scale->prompt);
}

/* A form knows no field that is also the beginning of another's name. */
static const char *answer_field(const struct run *run, size_t row)
{
	const struct scale *scale = run->scale;
	bool alone = scale->n_columns == 0 &&
	             (scale->excluded == NULL || has_circles(scale));
	const char *id = run->items[row]->id;

	return alone ? id : field_part(run->composer, id, FIELD_ANSWER);
}

static const char *choice_tip(struct run *run, const char *label)
{
	composer_set(run->composer, "label", label);
	return composer_text(run->composer, "tip-choice");
}

/* One circle for each point, and for what does not apply. */
static void add_circles(struct run *run)
{
	const struct scale *scale = run->scale;
	struct entry_column column = {.kind = ENTRY_CHOICE, .width = 1};

	cells_set_options(run->composer, &column, scale->points, scale->n_points, 1);
	if (scale->excluded != NULL)
		cells_add_option(&column, scale->excluded, FIELD_EXCLUDED);
	push_column(run, column);
	for (size_t i = 0; i < run->block.n_rows; i++) {
		struct entry_cell *cell = last_cell(run, i);

		set_statement(run, i);
		cell->field = answer_field(run, i);
		cell->tip = composer_text(run->composer, "tip-answer");
		cell->tips = ARENA_ARRAY(run->composer->arena, const char *, column.n_options);
		for (size_t k = 0; k < column.n_options; k++)
			cell->tips[k] = choice_tip(run, column.options[k]);
	}
}

/* A box in each row to cross. */
static void add_boxes(struct run *run, const char *head, bool excluded)
{
	push_column(run, (struct entry_column){.head = head, .kind = ENTRY_CHECK, .width = 1});
	for (size_t i = 0; i < run->block.n_rows; i++) {
		const char *id = run->items[i]->id;

		set_statement(run, i);
		last_cell(run, i)->field = excluded ? field_part(run->composer, id, FIELD_EXCLUDED)
		                                    : answer_field(run, i);
		last_cell(run, i)->tip = choice_tip(run, head);
	}
}

static void add_written(struct run *run, enum entry_kind kind)
{
	struct entry_column column = {.head = run->scale->prompt, .kind = kind,
	                              .width = run->block.roomy ? answer_width : 1};

	if (run->block.roomy)
		column.head = NULL;
	if (kind == ENTRY_DATE)
		column.format = composer_say(run->composer, "date-format");
	if (run->scale->unit != NULL) {
		composer_set(run->composer, "unit", run->scale->unit);
		column.help = composer_say(run->composer, "unit");
	}
	push_column(run, column);
	for (size_t i = 0; i < run->block.n_rows; i++) {
		set_statement(run, i);
		last_cell(run, i)->field = answer_field(run, i);
		last_cell(run, i)->tip = composer_text(run->composer, "tip-answer");
	}
}

static void add_answers(struct run *run)
{
	static const enum entry_kind kinds[SCALE_COUNT] = {
		[SCALE_NUMBER] = ENTRY_NUMBER,
		[SCALE_TEXT] = ENTRY_TEXT,
		[SCALE_DATE] = ENTRY_DATE,
	};
	const struct scale *scale = run->scale;

	if (!scale_is_coded(scale))
		add_written(run, kinds[scale->kind]);
	else if (has_circles(scale))
		add_circles(run);
	else
		add_boxes(run, scale->points[scale->n_points - 1].label, false);
	if (scale->excluded != NULL && !has_circles(scale))
		add_boxes(run, scale->excluded, true);
}

/* What is asked beside each answer; of targets only where there is one. */
static void add_details(struct run *run)
{
	struct composer *composer = run->composer;

	for (size_t k = 0; k < run->scale->n_columns; k++) {
		const struct record_column *column = &run->scale->columns[k];
		struct entry_column *entry;

		if (!cells_are_asked(column) || (column->targets && !run->target))
			continue;
		entry = push_column(run, cells_column(composer, column));
		for (size_t i = 0; i < run->block.n_rows; i++) {
			if (column->targets && isnan(run->items[i]->target))
				continue;
			set_statement(run, i);
			*last_cell(run, i) =
			    cells_cell(composer, column, entry,
			               field_part(composer, run->items[i]->id, column->id));
		}
	}
}

static void set_items(struct run *run, size_t first, size_t n)
{
	enum { ANSWER_COLUMNS = 4 };
	struct composer *composer = run->composer;
	const struct framework *f = composer->framework;

	run->items = ARENA_ARRAY(composer->arena, const struct element *, n);
	run->block.rows = ARENA_ARRAY(composer->arena, struct entry_row, n);
	run->block.n_rows = n;
	for (size_t i = 0; i < n; i++) {
		run->items[i] = &f->elements[f->items[first + i]];
		run->help = run->help || run->items[i]->help != NULL;
		run->target = run->target || !isnan(run->items[i]->target);
		run->block.rows[i].cells = ARENA_ARRAY(composer->arena, struct entry_cell,
		                                       run->scale->n_columns + ANSWER_COLUMNS);
	}
}

static bool says(struct composer *composer, const char *key, const char *text)
{
	return text == NULL || strstr(composer_text(composer, key), text) != NULL;
}

void worksheet_add_entries(struct composer *composer, size_t group, size_t first, size_t n)
{
	const struct framework *f = composer->framework;
	const struct element *part = &f->elements[group];
	struct run run = {.composer = composer, .scale = f->elements[f->items[first]].scale};

	run.block.roomy = run.scale->kind == SCALE_TEXT;
	if (first == part->first_item) {
		run.block.title = part->text;
		run.block.text = part->definition;
	}
	set_items(&run, first, n);
	add_statements(&run);
	add_answers(&run);
	add_details(&run);
	composer_add(composer, BLOCK_ENTRIES)->entries = run.block;
}

void worksheet_say_once(struct composer *composer)
{
	for (size_t i = 0; i < composer->blocks.n_blocks; i++) {
		struct block *block = &composer->blocks.blocks[i];

		if (block->kind != BLOCK_ENTRIES || !says(composer, "title", block->entries.title))
			continue;
		block->entries.title = NULL;
		if (says(composer, "text", block->entries.text))
			block->entries.text = NULL;
	}
}
