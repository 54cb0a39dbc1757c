#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/coverage.h"
#include "compose/record_rows.h"
#include "compose/report.h"

static struct squares_cell make_cell(const struct coverage *coverage, size_t row, size_t option)
{
	const struct record *record = coverage->selection->kind;
	struct squares_cell cell = {.n_squares = 0};
	enum square *squares = ARENA_ARRAY(coverage->composer->arena, enum square,
	                                   coverage_count(coverage, row, option) + 1);

	for (size_t i = 0; i < coverage->selection->n_rows; i++) {
		const struct record_row *signal = coverage->selection->rows[i];

		if (coverage_has(coverage, signal, row, option))
			squares[cell.n_squares++] =
			    coverage->check == SIZE_MAX ||
			            record_is_given(&record->columns[coverage->check],
			                            &signal->values[coverage->check])
			        ? SQUARE_DONE
			        : SQUARE_OPEN;
	}
	cell.squares = squares;
	return cell;
}

/* The words for what a row lacks; NULL when nothing. */
static const char *say_flag(const struct coverage *coverage, size_t row)
{
	struct composer *composer = coverage->composer;
	const char **missing = ARENA_ARRAY(composer->arena, const char *, coverage->n_options + 1);
	size_t n = 0, opened;
	const char *text;

	for (size_t option = 0; option < coverage->n_options; option++)
		if (coverage_count(coverage, row, option) == 0)
			missing[n++] = coverage_option(coverage, option);
	if (n == 0)
		return NULL;
	opened = composer_open_flags(composer);
	composer_flag(composer, "bare-row", n == coverage->n_options);
	composer_flag(composer, "first-missing", coverage_count(coverage, row, 0) == 0);
	composer_set(composer, "missing", composer_join(composer, missing, n));
	text = composer_say(composer, "flag");
	composer_close_flags(composer, opened);
	return text;
}

static const char *finding(const struct coverage *coverage, const struct squares_block *block)
{
	struct composer *composer = coverage->composer;
	const char **parts = ARENA_ARRAY(composer->arena, const char *, coverage->n_rows + 1);
	const char **figures =
	    ARENA_ARRAY(composer->arena, const char *, coverage->n_options + 1);

	for (size_t row = 0; row < coverage->n_rows; row++) {
		for (size_t option = 0; option < coverage->n_options; option++)
			figures[option] = arena_printf(composer->arena, "%s %zu",
			                               block->columns[option].head,
			                               coverage_count(coverage, row, option));
		parts[row] = arena_printf(composer->arena, "%s: %s", block->rows[row].title,
		                          composer_join(composer, figures, coverage->n_options));
	}
	composer_set(composer, "rows", composer_join_parts(composer, parts, coverage->n_rows));
	return composer_text(composer, "finding");
}

static struct table_block *numbers(const struct coverage *coverage,
                                   const struct squares_block *block)
{
	struct composer *composer = coverage->composer;
	struct table_block *table = composer_numbers(composer, composer_say(composer, "title"));

	composer_add_column(composer, table, block->row_head);
	for (size_t option = 0; option < coverage->n_options; option++)
		composer_add_column(composer, table, block->columns[option].head);
	for (size_t row = 0; row < coverage->n_rows; row++) {
		const char **cells = composer_add_row(composer, table);

		cells[0] = block->rows[row].title;
		for (size_t option = 0; option < coverage->n_options; option++)
			cells[1 + option] = composer_number(
			    composer, (double)coverage_count(coverage, row, option), 0);
	}
	return table;
}

static void add_column(const struct coverage *coverage, struct squares_block *block, size_t option)
{
	struct composer *composer = coverage->composer;
	size_t n = 0;

	for (size_t row = 0; row < coverage->n_rows; row++)
		n += coverage_count(coverage, row, option);
	composer_set_count(composer, "n", n);
	block->columns[option] = (struct squares_column){
		.head = coverage_option(coverage, option), .text = composer_say(composer, "column"),
		.done = NAN, .started = NAN};
}

static void add_squares(const struct coverage *coverage)
{
	struct composer *composer = coverage->composer;
	struct squares_block block = {.row_head = coverage->rows->title,
	                              .n_columns = coverage->n_options,
	                              .n_rows = coverage->n_rows};
	bool checked = coverage->check != SIZE_MAX;

	block.columns = ARENA_ARRAY(composer->arena, struct squares_column, block.n_columns + 1);
	block.rows = ARENA_ARRAY(composer->arena, struct squares_row, block.n_rows + 1);
	for (size_t option = 0; option < block.n_columns; option++)
		add_column(coverage, &block, option);
	for (size_t row = 0; row < block.n_rows; row++) {
		block.rows[row].title = row_label(coverage->rows, &coverage->all[row]);
		block.rows[row].flag = say_flag(coverage, row);
		block.rows[row].cells =
		    ARENA_ARRAY(composer->arena, struct squares_cell, block.n_columns + 1);
		for (size_t option = 0; option < block.n_columns; option++)
			block.rows[row].cells[option] = make_cell(coverage, row, option);
	}
	block.key_lead = composer_say(composer, "key-lead");
	block.key[SQUARE_DONE] = composer_say(composer, checked ? "key-checked" : "key-each");
	block.key[SQUARE_OPEN] = checked ? composer_say(composer, "key-unchecked") : NULL;
	block.key_none = composer_say(composer, "key-none");
	block.words.finding = finding(coverage, &block);
	block.words.numbers = numbers(coverage, &block);
	composer_add(composer, BLOCK_SQUARES)->squares = block;
}

/* What is missing where, by name: a list with an entry for each option. */
static void add_gaps(const struct coverage *coverage)
{
	struct composer *composer = coverage->composer;
	const char **names = ARENA_ARRAY(composer->arena, const char *, coverage->n_rows + 1);
	struct list_block list = {.style = STYLE_BODY};

	list.items = ARENA_ARRAY(composer->arena, struct list_item, coverage->n_options + 1);
	for (size_t option = 0; option < coverage->n_options; option++) {
		size_t n = coverage_name_lacking(coverage, option, names);
		size_t opened = composer_open_flags(composer);

		composer_flag(composer, "first-missing", option == 0);
		composer_set(composer, "missing", coverage_option(coverage, option));
		composer_set_count(composer, "n", n);
		composer_set(composer, "names", composer_join_parts(composer, names, n));
		composer_flag(composer, "lacking", n > 0);
		if (composer_say(composer, "gap") != NULL)
			list.items[list.n_items++] = (struct list_item){
				composer_say(composer, "gap-title"), composer_say(composer, "gap")};
		composer_close_flags(composer, opened);
	}
	if (list.n_items > 0)
		composer_add(composer, BLOCK_LIST)->list = list;
}

void compose_coverage(struct composer *composer)
{
	struct selection selection;
	struct coverage coverage;
	struct blocks outer;

	if (!record_select(composer, record_can_cover, &selection) ||
	    !coverage_find(&coverage, composer, &selection))
		return;
	outer = report_open_section(composer);
	if (coverage.n_rows == 0 || selection.n_rows == 0) {
		composer_add_paragraphs(composer, STYLE_BODY, composer_say(composer, "none"));
	} else {
		add_squares(&coverage);
		add_gaps(&coverage);
	}
	report_close_section(composer, outer);
}
