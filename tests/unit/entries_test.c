#include "fake_pages.h"

/* The page's body is 540 points wide and 720 high; a character takes 5 points,
 * a line 12, every measure is 6. Columns stand 6 from the line on their left
 * and 3 from the one on their right. */

static const char *options[] = {"no", "partly", "yes"};
static const char *values[] = {"no", "part", "yes"};
static const char *tips[] = {"a: no", "a: partly", "a: yes"};

static struct entry_column columns[] = {
	{.kind = ENTRY_PRINTED, .width = 1},
	{.head = "How far", .kind = ENTRY_CHOICE, .options = options, .values = values,
	 .n_options = 3},
	{.head = "Owner", .kind = ENTRY_TEXT, .width = 1},
	{.head = "Due", .kind = ENTRY_DATE, .width = 1, .format = "yyyy-mm-dd"},
};

static struct entry_row statement(struct fake *fake, size_t i, const char *text)
{
	struct arena *arena = fake->layout.arena;
	struct entry_cell *cells = ARENA_ARRAY(arena, struct entry_cell, 4);

	cells[0].text = text;
	cells[1] = (struct entry_cell){.field = arena_printf(arena, "item-%zu", i), .tip = text,
	                               .tips = tips};
	cells[2] = (struct entry_cell){.field = arena_printf(arena, "item-%zu.owner", i),
	                               .tip = "owner"};
	cells[3] = (struct entry_cell){.field = arena_printf(arena, "item-%zu.due", i),
	                               .tip = "due"};
	return (struct entry_row){.number = arena_printf(arena, "%zu", i + 1), .cells = cells};
}

static struct block statements(struct fake *fake, size_t n, const char *text)
{
	struct entry_row *rows = ARENA_ARRAY(fake->layout.arena, struct entry_row, n);
	struct block block = {.kind = BLOCK_ENTRIES};

	for (size_t i = 0; i < n; i++)
		rows[i] = statement(fake, i, text);
	block.entries = (struct entries_block){.title = "Listening", .columns = columns,
	                                       .n_columns = 4, .rows = rows, .n_rows = n};
	return block;
}

static void places_every_field_in_its_cell(void **state)
{
	static const double room[] = {36, 576};
	struct fake *fake = *state;
	struct block block = statements(fake, 2, "Calls are answered");
	const struct form_field *owner, *due;
	const struct op *circle, *line;

	assert_true(lay_out(fake, &block));
	assert_int_equal(n_pages(fake), 1);
	owner = find_field(fake, 0, "item-0.owner");
	due = find_field(fake, 0, "item-0.due");
	assert_non_null(owner);
	assert_int_equal(due->kind, FIELD_DATE);
	assert_string_equal(due->format, "yyyy-mm-dd");
	assert_true(owner->x > room[0] && owner->x + owner->width <= due->x);
	assert_true(due->x + due->width <= room[1]);
	line = nth_op(fake, 0, OP_LINE, 0);
	assert_true(owner->y >= line->line.y1);
	for (size_t i = 0; i < 6; i++) {
		const struct form_field *field = nth_op(fake, 0, OP_FIELD, i < 3 ? i : i + 2)->field;

		circle = nth_op(fake, 0, OP_CIRCLE, i);
		assert_int_equal(field->kind, FIELD_RADIO);
		assert_string_equal(field->value, values[i % 3]);
		assert_string_equal(field->tooltip, tips[i % 3]);
		assert_near(field->x + field->width / 2, circle->circle.x, 1e-6);
		assert_near(field->y + field->height / 2, circle->circle.y, 1e-6);
		assert_true(field->x + field->width < owner->x);
	}
	assert_int_equal(count_ops(fake, OP_BEGIN), count_ops(fake, OP_END));
}

/* "partly" is the widest word: 30 points and the gap of 6 for each circle. */
static void gives_options_what_their_words_need(void **state)
{
	struct fake *fake = *state;
	struct block block = statements(fake, 1, "Calls are answered");

	assert_true(lay_out(fake, &block));
	assert_near(nth_op(fake, 0, OP_CIRCLE, 1)->circle.x -
	            nth_op(fake, 0, OP_CIRCLE, 0)->circle.x, 36, 1e-6);
	assert_near(find_text(fake, 0, "partly")->text.x + 15,
	            nth_op(fake, 0, OP_CIRCLE, 1)->circle.x, 1e-6);
}

static void heads_options_by_their_question(void **state)
{
	struct fake *fake = *state;
	struct block block = statements(fake, 1, "Calls are answered");
	const struct op *op;
	size_t n_wide = 0, n_high = 0, n_rows = 0;

	assert_true(lay_out(fake, &block));
	for (size_t i = 0; (op = nth_op(fake, 0, OP_BEGIN, i)) != NULL; i++) {
		n_wide += op->begin.columns == 3;
		n_high += op->begin.rows == 2;
		n_rows += op->begin.role == ROLE_ROW;
	}
	assert_int_equal(n_wide, 1);
	assert_int_equal(n_high, 3);
	assert_int_equal(n_rows, 3);
	assert_true(find_text(fake, 0, "How far")->text.y < find_text(fake, 0, "partly")->text.y);
}

static void puts_the_title_where_the_first_column_has_no_head(void **state)
{
	struct fake *fake = *state;
	struct block block = statements(fake, 1, "Calls are answered");

	assert_true(lay_out(fake, &block));
	assert_near(find_text(fake, 0, "Listening")->text.y,
	            find_text(fake, 0, "Owner")->text.y, 1);
	fake->layout.pages = pages_new(fake->layout.arena);
	columns[0].head = "Step";
	assert_true(lay_out(fake, &block));
	columns[0].head = NULL;
	assert_true(find_text(fake, 0, "Listening")->text.y + 12 <=
	            find_text(fake, 0, "Owner")->text.y);
}

static void wraps_statements_and_grows_their_rows(void **state)
{
	struct fake *fake = *state;
	struct block shorter = statements(fake, 2, "Calls");
	struct block longer = statements(fake, 2, "Calls are answered by somebody who knows what "
	                                          "has been said in the call before and does so");
	double first;

	assert_true(lay_out(fake, &shorter));
	first = find_text(fake, 0, "2")->text.y - find_text(fake, 0, "1")->text.y;
	fake->layout.pages = pages_new(fake->layout.arena);
	assert_true(lay_out(fake, &longer));
	assert_true(find_text(fake, 0, "2")->text.y - find_text(fake, 0, "1")->text.y >=
	            first + 12);
}

static void repeats_heads_on_every_page(void **state)
{
	struct fake *fake = *state;
	struct block block = statements(fake, 80, "Calls are answered");

	assert_true(lay_out(fake, &block));
	assert_true(n_pages(fake) > 1);
	for (size_t i = 0; i < n_pages(fake); i++) {
		assert_non_null(find_text(fake, i, "Listening"));
		assert_non_null(find_text(fake, i, "How far"));
		assert_non_null(find_text(fake, i, "partly"));
	}
	assert_int_equal(count_ops(fake, OP_FIELD), 80 * 5);
	assert_int_equal(count_ops(fake, OP_BEGIN), count_ops(fake, OP_END));
}

static void leaves_out_what_is_not_asked(void **state)
{
	struct fake *fake = *state;
	struct block block = statements(fake, 1, "Calls are answered");
	size_t n;

	assert_true(lay_out(fake, &block));
	n = count_ops(fake, OP_LINE);
	fake->layout.pages = pages_new(fake->layout.arena);
	block.entries.rows[0].cells[2].field = NULL;
	assert_true(lay_out(fake, &block));
	assert_null(find_field(fake, 0, "item-0.owner"));
	assert_int_equal(count_ops(fake, OP_LINE), n + 1);
}

static void has_no_fields_on_flat_sheets(void **state)
{
	struct fake *fake = *state;
	struct block block = statements(fake, 2, "Calls are answered");

	fake->document.flat = true;
	assert_true(lay_out(fake, &block));
	assert_int_equal(count_ops(fake, OP_FIELD), 0);
	assert_int_equal(count_ops(fake, OP_CIRCLE), 6);
}

static void mirrors_fields_with_their_cells(void **state)
{
	struct fake *fake = *state;
	struct block block = statements(fake, 1, "Calls are answered");
	double x;

	assert_true(lay_out(fake, &block));
	x = find_field(fake, 0, "item-0.due")->x;
	fake->layout.pages = pages_new(fake->layout.arena);
	fake->document.language = "ar";
	assert_true(lay_out(fake, &block));
	assert_near(find_field(fake, 0, "item-0.due")->x,
	            612 - x - find_field(fake, 0, "item-0.due")->width, 1e-6);
}

static struct block blank_rows(struct fake *fake, size_t n)
{
	static struct entry_column blank[] = {
		{.head = "Moment", .help = "What they do", .kind = ENTRY_TEXT, .width = 2},
		{.head = "Now", .kind = ENTRY_NUMBER, .width = 1},
		{.head = "Agreed", .kind = ENTRY_CHECK},
	};
	static struct entry_cell example[] = {{.text = "Boarding"}, {.text = "6.2"}, {.text = "yes"}};
	struct entry_row *rows = ARENA_ARRAY(fake->layout.arena, struct entry_row, n + 1);
	struct block block = {.kind = BLOCK_ENTRIES};

	rows[0] = (struct entry_row){.number = "eg", .example = true, .cells = example};
	for (size_t i = 1; i <= n; i++) {
		struct entry_cell *cells = ARENA_ARRAY(fake->layout.arena, struct entry_cell, 3);

		for (size_t k = 0; k < 3; k++)
			cells[k].field = arena_printf(fake->layout.arena, "Record.m.%zu.c%zu", i, k);
		rows[i] = (struct entry_row){.number = arena_printf(fake->layout.arena, "%zu", i),
		                             .cells = cells};
	}
	block.entries = (struct entries_block){.columns = blank, .n_columns = 3, .rows = rows,
	                                       .n_rows = n + 1, .roomy = true};
	fake->theme.sizes[SIZE_ENTRY_ROW] = 58;
	fake->theme.sizes[SIZE_ENTRY_ROW_MAX] = 120;
	return block;
}

static void shares_the_page_among_blank_rows(void **state)
{
	struct fake *fake = *state;
	struct block block = blank_rows(fake, 8);
	const struct form_field *first, *second, *last;

	assert_true(lay_out(fake, &block));
	assert_int_equal(n_pages(fake), 1);
	first = find_field(fake, 0, "Record.m.1.c0");
	second = find_field(fake, 0, "Record.m.2.c0");
	last = find_field(fake, 0, "Record.m.8.c0");
	assert_true(first->height > 58);
	assert_near(first->height, last->height, 1e-6);
	assert_near(second->y, first->y + first->height, 1e-6);
	assert_near(last->y + last->height, 36 + 720, 1e-6);
	assert_int_equal(first->kind, FIELD_LINES);
	assert_int_equal(find_field(fake, 0, "Record.m.1.c1")->kind, FIELD_NUMBER);
}

static void fills_in_the_example_itself(void **state)
{
	struct fake *fake = *state;
	struct block block = blank_rows(fake, 1);

	assert_true(lay_out(fake, &block));
	assert_non_null(find_text(fake, 0, "Boarding"));
	assert_non_null(find_text(fake, 0, "eg"));
	assert_true(find_text(fake, 0, "Boarding")->text.y <
	            find_field(fake, 0, "Record.m.1.c0")->y);
	assert_int_equal(count_ops(fake, OP_FIELD), 3);
	assert_int_equal(count_ops(fake, OP_BEGIN), count_ops(fake, OP_END));
}

static void turns_the_paper(void **state)
{
	static const struct {
		enum paper paper;
		bool landscape;
		double width, height, side;
	} shapes[] = {
		{PAPER_LETTER, false, 612, 792, 36},
		{PAPER_LETTER, true, 792, 612, 54},
		{PAPER_A4, true, 841.89, 595.276, 54},
		{PAPER_TABLOID, false, 792, 1224, 40},
		{PAPER_A3, false, 841.89, 1190.551, 44},
		{PAPER_A3, true, 1190.551, 841.89, 54},
	};
	struct fake *fake = *state;

	fake->theme.sizes[SIZE_SIDE_LANDSCAPE] = 54;
	fake->theme.sizes[SIZE_SIDE_TABLOID] = 40;
	fake->theme.sizes[SIZE_SIDE_A3] = 44;
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		struct block block = blank_rows(fake, 1);
		struct area body;

		fake->layout.pages = pages_new(fake->layout.arena);
		fake->document.paper = shapes[i].paper;
		fake->document.landscape = shapes[i].landscape;
		assert_true(lay_out(fake, &block));
		body = page_body(&fake->layout);
		assert_near(fake->layout.pages->pages[0].width, shapes[i].width, 1e-6);
		assert_near(fake->layout.pages->pages[0].height, shapes[i].height, 1e-6);
		assert_near(body.x, shapes[i].side, 1e-6);
		assert_near(body.width, shapes[i].width - 2 * shapes[i].side, 1e-6);
		assert_near(body.height, shapes[i].height - 72, 1e-6);
	}
}

/* Forty options in the width: circles stand closer and do not leave the page. */
static void squeezes_many_options(void **state)
{
	const char *many[40];
	struct entry_column wide[] = {
		{.kind = ENTRY_PRINTED, .width = 1},
		{.kind = ENTRY_CHOICE, .options = many, .values = many, .n_options = 40},
	};
	struct entry_cell cells[] = {{.text = "Calls"}, {.field = "a", .tip = "a", .tips = many}};
	struct entry_row row = {.cells = cells};
	struct fake *fake = *state;
	struct block block = {.kind = BLOCK_ENTRIES};
	const struct op *last;

	for (size_t i = 0; i < 40; i++)
		many[i] = "sometimes";
	block.entries = (struct entries_block){.columns = wide, .n_columns = 2, .rows = &row,
	                                       .n_rows = 1};
	assert_true(lay_out(fake, &block));
	last = nth_op(fake, 0, OP_CIRCLE, 39);
	assert_true(last->circle.x + last->circle.radius <= 576);
	assert_true(last->circle.x - nth_op(fake, 0, OP_CIRCLE, 38)->circle.x >=
	            2 * last->circle.radius);
}

static struct block sheet_of(struct block *children, size_t n)
{
	struct block block = {.kind = BLOCK_SHEET, .children = children, .n_children = n};

	block.sheet = (struct sheet_head){.title = "Moments", .fill = true};
	return block;
}

/* 16 rows of 58 points need two pages, where 12 and 4 would have room as well. */
static void shares_rows_evenly_among_pages(void **state)
{
	struct fake *fake = *state;
	struct block block = blank_rows(fake, 16), sheet = sheet_of(&block, 1);

	fake->theme.sizes[SIZE_WRITE_ROW] = 58;
	assert_true(lay_out(fake, &sheet));
	assert_int_equal(n_pages(fake), 2);
	assert_non_null(find_field(fake, 0, "Record.m.8.c0"));
	assert_non_null(find_field(fake, 1, "Record.m.9.c0"));
	assert_true(find_field(fake, 0, "Record.m.8.c0")->height > 58);
}

/* 13 rows of 58 points are 754, of 40 points 520 of the page's 720. */
static void lowers_rows_to_save_a_page(void **state)
{
	struct fake *fake = *state;
	struct block block = blank_rows(fake, 13), sheet = sheet_of(&block, 1);
	const struct form_field *last;

	fake->theme.sizes[SIZE_WRITE_ROW] = 40;
	assert_true(lay_out(fake, &sheet));
	assert_int_equal(n_pages(fake), 1);
	last = find_field(fake, 0, "Record.m.13.c0");
	assert_true(last->height > 40 && last->height < 58);
	assert_near(last->y + last->height, 36 + 720, 1e-6);
	/* 30 rows need two pages in any case: 15 have room on one as high as they are. */
	fake->theme.sizes[SIZE_ENTRY_ROW_MAX] = 42;
	block = blank_rows(fake, 30);
	fake->theme.sizes[SIZE_ENTRY_ROW] = 42;
	fake->theme.sizes[SIZE_ENTRY_ROW_MAX] = 42;
	fake->layout.pages = pages_new(fake->layout.arena);
	assert_true(lay_out(fake, &sheet));
	assert_int_equal(n_pages(fake), 2);
	assert_near(find_field(fake, 0, "Record.m.1.c0")->height, 42, 1e-6);
}

static struct block checks(struct fake *fake, const char *name, size_t n)
{
	static struct entry_column seen[] = {
		{.kind = ENTRY_PRINTED, .width = 1}, {.head = "Seen", .kind = ENTRY_CHECK}};
	struct entry_row *rows = ARENA_ARRAY(fake->layout.arena, struct entry_row, n);
	struct block block = {.kind = BLOCK_ENTRIES};

	for (size_t i = 0; i < n; i++) {
		rows[i].cells = ARENA_ARRAY(fake->layout.arena, struct entry_cell, 2);
		rows[i].cells[0].text = "Calls";
		rows[i].cells[1].field = arena_printf(fake->layout.arena, "%s-%zu", name, i);
	}
	block.entries = (struct entries_block){.title = name, .columns = seen, .n_columns = 2,
	                                       .rows = rows, .n_rows = n};
	return block;
}

static double pitch_of(const struct fake *fake, const char *first, const char *second)
{
	return find_field(fake, 0, second)->y - find_field(fake, 0, first)->y;
}

/* A box of 16 with a third of the unit of 6 keeps two thirds of it from the words'
 * limits: 22 points, and 6 more where there is room. */
static void grows_lists_side_by_side_alike(void **state)
{
	struct fake *fake = *state;
	struct block lists[] = {checks(fake, "long", 10), checks(fake, "short", 3)};
	struct block beside = {.kind = BLOCK_COLUMNS, .children = lists, .n_children = 2};
	struct block sheet = sheet_of(&beside, 1);

	fake->theme.sizes[SIZE_BOX] = 16;
	fake->theme.sizes[SIZE_ROW_MAX] = fake->theme.sizes[SIZE_ROW_MIN] + 6;
	assert_true(lay_out(fake, &sheet));
	assert_near(pitch_of(fake, "long-0", "long-1"), 22 + 6, 1e-6);
	assert_near(pitch_of(fake, "short-0", "short-1"), 22 + 6, 1e-6);
	fake->layout.pages = pages_new(fake->layout.arena);
	sheet.sheet.fill = false;
	assert_true(lay_out(fake, &sheet));
	assert_near(pitch_of(fake, "long-0", "long-1"), 22, 1e-6);
}

/* "none yet" and "6 %" are no figures. */
static void lets_words_stand_for_numbers(void **state)
{
	struct entry_column now = {.head = "Now", .kind = ENTRY_NUMBER, .width = 1, .words = true};
	struct entry_cell cell = {.field = "now"};
	struct entry_row row = {.cells = &cell};
	struct fake *fake = *state;
	struct block block = {.kind = BLOCK_ENTRIES};

	block.entries = (struct entries_block){.columns = &now, .n_columns = 1, .rows = &row,
	                                       .n_rows = 1};
	assert_true(lay_out(fake, &block));
	assert_int_equal(find_field(fake, 0, "now")->kind, FIELD_TEXT);
	now.words = false;
	fake->layout.pages = pages_new(fake->layout.arena);
	assert_true(lay_out(fake, &block));
	assert_int_equal(find_field(fake, 0, "now")->kind, FIELD_NUMBER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(places_every_field_in_its_cell, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(gives_options_what_their_words_need, open_fake,
		                                close_fake),
		cmocka_unit_test_setup_teardown(heads_options_by_their_question, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(puts_the_title_where_the_first_column_has_no_head,
		                                open_fake, close_fake),
		cmocka_unit_test_setup_teardown(wraps_statements_and_grows_their_rows, open_fake,
		                                close_fake),
		cmocka_unit_test_setup_teardown(repeats_heads_on_every_page, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(leaves_out_what_is_not_asked, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(has_no_fields_on_flat_sheets, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(mirrors_fields_with_their_cells, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(shares_the_page_among_blank_rows, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(fills_in_the_example_itself, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(turns_the_paper, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(squeezes_many_options, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(shares_rows_evenly_among_pages, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(lowers_rows_to_save_a_page, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(grows_lists_side_by_side_alike, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(lets_words_stand_for_numbers, open_fake, close_fake),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
