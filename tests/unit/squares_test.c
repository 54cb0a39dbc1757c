#include "chart_bench.h"

#include "layout/chart_parts.h"

#define N(array) (sizeof(array) / sizeof *(array))

/* The measures of the theme `report`. */
static int set_up(void **state)
{
	static const struct bench_size sizes[] = {
		{SIZE_SQUARE, 12}, {SIZE_SQUARE_PITCH, 16}, {SIZE_SQUARES_TITLE, 135},
		{SIZE_SQUARES_COLUMN, 105}, {SIZE_SQUARES_ROW, 28.5}, {SIZE_SQUARES_BAR, 5},
		{SIZE_CELL_GAP, 12}, {SIZE_LABEL_GAP, 4}, {SIZE_RULE, 0.75}, {SIZE_SIGN, 7},
		{SIZE_POINTER, 6}, {SIZE_TAG_HEIGHT, 13}, {SIZE_RIM, 1}, {SIZE_KEY_GAP, 14},
		{SIZE_CHECK, 9}, {SIZE_CHECK_INDENT, 14}, {SIZE_CHECK_LEADING, 10.5},
		{SIZE_SECTION_HEAD, 15}, {SIZE_SECTION_GAP, 24}, {SIZE_HATCH_PITCH, 3.5}, {SIZE_HATCH_LINE, 0.6},
	};

	return bench_open_with(state, sizes, N(sizes));
}

static const enum square mixed[] = {SQUARE_DONE,     SQUARE_STARTED, SQUARE_OPEN,
                                    SQUARE_EXCLUDED, SQUARE_BLANK,   SQUARE_OPEN,
                                    SQUARE_OPEN,     SQUARE_OPEN};

static struct squares_column three[] = {
	{"Start", "10 of 11 done", 0.8, 0.2, false},
	{"Next", "6 of 17 done", 0.25, 0.5, true},
	{"Scale", NULL, NAN, NAN, false},
};

static struct block squares(struct squares_column *columns, size_t n_columns,
                            struct squares_row *rows, size_t n_rows)
{
	struct block block = {.kind = BLOCK_SQUARES};

	block.squares = (struct squares_block){
		.words = {"finding", NULL}, .row_head = "Step", .columns = columns,
		.n_columns = n_columns, .rows = rows, .n_rows = n_rows};
	return block;
}

/* --- columns --- */

static void columns_share_what_the_titles_leave(void **state)
{
	struct bench *bench = *state;
	struct chart_columns columns = chart_columns(&bench->fake->layout, 504, 3, true, 0);

	/* 504 - 135 - 12 = 357 = 3 columns and 2 gaps of a fifth: 357 / 3.4 */
	assert_near(columns.title, 135);
	assert_near(columns.room, 105);
	assert_near(columns.pitch, 126);
	/* without titles there is no room to leave at the end either: 500 / (2 + 1/5) */
	columns = chart_columns(&bench->fake->layout, 506, 2, false, 0);
	assert_near(columns.title, 0);
	assert_near(columns.room, 230);
	assert_near(columns.room + columns.pitch, 506);
}

static void columns_that_need_less_leave_it_to_the_titles(void **state)
{
	struct bench *bench = *state;
	struct chart_columns columns = chart_columns(&bench->fake->layout, 504, 2, true, 105);

	assert_near(columns.room, 105);
	assert_near(columns.pitch, 126);
	assert_near(columns.title, 504 - 12 - 126 - 105);
}

static void columns_of_a_narrow_block_leave_titles_a_share(void **state)
{
	struct bench *bench = *state;
	struct chart_columns columns = chart_columns(&bench->fake->layout, 300, 3, true, 0);

	assert_near(columns.title, 0.27 * 300);
}

/* --- squares --- */

static void squares_stand_in_their_columns(void **state)
{
	struct bench *bench = *state;
	struct squares_cell cells[] = {{mixed, 3, "1/3"}, {mixed, 4, "1/4"}, {NULL, 0, NULL}};
	struct squares_row row = {"Design", NULL, cells, NULL};
	struct block block = squares(three, 3, &row, 1);
	const struct op *first, *second;

	bench_draw(bench, &block, 504);
	/* the bar of a head is a blue rectangle too, and comes first */
	first = bench_find(bench, OP_RECT, COLOUR_BLUE, 2);
	second = bench_find(bench, OP_RECT, COLOUR_BLUE, 3);
	assert_near(first->rect.x, 135);
	assert_near(first->rect.width, 12);
	assert_near(first->rect.height, 12);
	assert_near(second->rect.x, 135 + 126);
	/* four squares are the most: 3 x 16 + 12, and 8 from there to all figures */
	assert_near(bench_text(bench, "1/3")->text.x, 135 + 68);
	assert_near(bench_text(bench, "1/4")->text.x, 135 + 126 + 68);
	assert_int_equal(bench_text(bench, "1/4")->text.colour, COLOUR_INK2);
	assert_int_equal(count_role(&bench->fake->page, ROLE_FIGURE), 1);
}

static void squares_look_like_their_stand(void **state)
{
	struct bench *bench = *state;
	struct squares_cell cells[] = {{mixed, 5, NULL}};
	struct squares_row row = {"Design", NULL, cells, NULL};
	struct squares_column column = {"Start", NULL, NAN, NAN, false};
	struct block block = squares(&column, 1, &row, 1);
	double left = 504 - 12 - 105;
	const struct op *half, *open, *excluded, *blank, *dash;

	bench_draw(bench, &block, 504);
	assert_near(bench_find(bench, OP_RECT, COLOUR_BLUE, 0)->rect.x, left);
	half = bench_find(bench, OP_POLYGON, COLOUR_BLUE, 0);
	/* left top, right foot, left foot */
	assert_near(half->polygon.xy[0], left + 16);
	assert_near(half->polygon.xy[2], left + 28);
	assert_near(half->polygon.xy[4], left + 16);
	assert_near(half->polygon.xy[3] - half->polygon.xy[1], 12);
	assert_near(half->polygon.xy[5], half->polygon.xy[3]);
	/* half of the outline lies inside of the place of 12 */
	open = bench_find(bench, OP_RECT, COLOUR_PAPER, 1);
	assert_near(open->rect.x, left + 32 + 0.375);
	assert_near(open->rect.width, 11.25);
	assert_int_equal(open->rect.stroke.dash_on, 0);
	excluded = bench_find(bench, OP_RECT, COLOUR_PAPER, 2);
	assert_int_equal(excluded->rect.stroke.colour, COLOUR_RULE);
	dash = bench_find(bench, OP_LINE, COLOUR_INK3, 0);
	assert_near(dash->line.x1, left + 48 + 3.6);
	assert_near(dash->line.x2, left + 48 + 8.4);
	blank = bench_find(bench, OP_RECT, COLOUR_PAPER, 3);
	assert_near(blank->rect.x, left + 64.375);
	assert_int_equal(blank->rect.stroke.dash_on, 6);
}

static void squares_of_an_empty_cell_are_a_dash(void **state)
{
	struct bench *bench = *state;
	struct squares_cell cells[] = {{mixed, 1, NULL}, {NULL, 0, NULL}, {mixed, 1, NULL}};
	struct squares_row row = {"Data", NULL, cells, NULL};
	struct block block = squares(three, 3, &row, 1);
	const struct op *dash;

	bench_draw(bench, &block, 504);
	dash = bench_find(bench, OP_LINE, COLOUR_INK3, 0);
	assert_near(dash->line.x1, 135 + 126);
	assert_near(dash->line.x2, 135 + 126 + 7);
}

static void squares_that_do_not_fit_take_further_lines(void **state)
{
	struct bench *bench = *state;
	struct squares_cell many[] = {{mixed, 8, "1/8"}, {mixed, 1, "1/1"}, {mixed, 1, "1/1"}};
	struct squares_row row = {"Design", NULL, many, NULL};
	struct block block = squares(three, 3, &row, 1);
	double one, two;
	const struct op *last;

	two = bench_draw(bench, &block, 504);
	/* 105 - (15 + 8) beside: 1 + (82 - 12) / 16 = 5 on a line, and 3 below */
	assert_near(bench_text(bench, "1/8")->text.x, 135 + 4 * 16 + 12 + 8);
	last = bench_find(bench, OP_RECT, COLOUR_PAPER, 6);
	assert_near(last->rect.x, 135 + 2 * 16 + 0.375);
	/* the single square stands in the middle between the two lines */
	assert_near(bench_find(bench, OP_RECT, COLOUR_BLUE, 3)->rect.y + 6, last->rect.y - 2.375);
	many[0].n_squares = 1;
	one = bench_draw(bench, &block, 504);
	/* 16 + 12 and 6 above and below, instead of 28.5 */
	assert_near(two - one, 28 + 12 - 28.5);
}

static void squares_in_narrow_columns_have_their_figures_below(void **state)
{
	struct bench *bench = *state;
	struct squares_column columns[8];
	struct squares_cell cells[8];
	struct squares_row row = {"Design", NULL, cells, NULL};
	struct block block = squares(columns, 8, &row, 1);
	const struct op *figure, *square;

	for (size_t i = 0; i < 8; i++) {
		columns[i] = (struct squares_column){"Head", NULL, NAN, NAN, false};
		cells[i] = (struct squares_cell){mixed, 1, NULL};
	}
	cells[0] = (struct squares_cell){mixed, 4, "1/4"};
	/* 357 / (8 + 7/5) = 37.98 wide: less than two squares, 8 and the figure's 15 */
	bench_draw(bench, &block, 504);
	figure = bench_text(bench, "1/4");
	square = bench_find(bench, OP_RECT, COLOUR_BLUE, 0);
	assert_near(figure->text.x, 135);
	assert_true(figure->text.y > square->rect.y + 28);
	/* two squares on a line */
	assert_near(bench_find(bench, OP_RECT, COLOUR_PAPER, 1)->rect.x, 135.375);
}

static void squares_heads_have_their_bar_and_pointer(void **state)
{
	struct bench *bench = *state;
	struct squares_cell cells[] = {{NULL, 0, NULL}, {NULL, 0, NULL}, {NULL, 0, NULL}};
	struct squares_row row = {"Data", NULL, cells, NULL};
	struct block block = squares(three, 3, &row, 1);
	const struct op *pointer;

	bench_draw(bench, &block, 504);
	/* 0.25 and 0.5 of 105, from the second column on */
	assert_near(bench_find(bench, OP_RECT, COLOUR_BLUE, 1)->rect.width, 26.25);
	assert_near(bench_find(bench, OP_RECT, COLOUR_BLUE, 1)->rect.height, 5);
	assert_near(bench_find(bench, OP_RECT, COLOUR_BLUE2, 1)->rect.x, 261 + 26.25);
	assert_near(bench_find(bench, OP_RECT, COLOUR_BLUE2, 1)->rect.width, 52.5);
	/* the first has nothing left over, the third no bar */
	assert_int_equal(bench_count(bench, OP_RECT, COLOUR_TINT), 1);
	assert_near(bench_find(bench, OP_RECT, COLOUR_TINT, 0)->rect.width, 26.25);
	pointer = bench_find(bench, OP_POLYGON, COLOUR_BLUE, 0);
	/* behind "Next", which is 20 wide: 4 and half of 6 from there to the tip */
	assert_near(pointer->polygon.xy[6], 261 + 20 + 4 + 3);
	assert_null(bench_find(bench, OP_POLYGON, COLOUR_BLUE, 1));
	assert_near(bench_text(bench, "Next")->text.x, 261);
}

static void squares_flag_stands_beside_a_short_title(void **state)
{
	struct bench *bench = *state;
	struct squares_cell cells[] = {{NULL, 0, NULL}, {NULL, 0, NULL}, {NULL, 0, NULL}};
	struct squares_row rows[] = {{"Data", NULL, cells, "Why"},
	                             {"Performance Management", NULL, cells, "Why is missing"}};
	struct block block = squares(three, 3, rows, 2);
	const struct op *tag, *title;

	bench_draw(bench, &block, 504);
	/* 15 wide and 4 on both sides; 6 before the first column */
	tag = bench_find(bench, OP_RECT, COLOUR_PAPER, 0);
	assert_near(tag->rect.width, 23);
	assert_near(tag->rect.x + tag->rect.width, 135 - 6);
	/* 110 and 78 are more than the 123 for a title: below it */
	tag = bench_find(bench, OP_RECT, COLOUR_PAPER, 1);
	title = bench_text(bench, "Performance Management");
	assert_near(tag->rect.x, 0);
	assert_true(tag->rect.y > title->text.y);
}

static void squares_key_is_in_the_order_given(void **state)
{
	struct bench *bench = *state;
	struct squares_cell cells[] = {{mixed, 1, NULL}, {NULL, 0, NULL}, {NULL, 0, NULL}};
	struct squares_row row = {"Data", NULL, cells, NULL};
	struct block block = squares(three, 3, &row, 1);

	block.squares.key[SQUARE_DONE] = "done";
	block.squares.key[SQUARE_OPEN] = "not begun";
	block.squares.key_none = "none";
	block.squares.key_lead = "One is one";
	bench_draw(bench, &block, 504);
	assert_near(bench_text(bench, "One is one")->text.x, 0);
	/* a square of 12, 4 and the word of 20; 14 to the next */
	assert_near(bench_text(bench, "done")->text.x, 135 + 16);
	assert_near(bench_text(bench, "not begun")->text.x, 135 + 36 + 14 + 16);
	assert_near(bench_text(bench, "none")->text.x, 135 + 50 + 61 + 14 + 11);
	block.squares.key_lead = NULL;
	bench_draw(bench, &block, 504);
	assert_near(bench_text(bench, "done")->text.x, 16);
}

static void squares_are_hatched_where_the_theme_says_so(void **state)
{
	struct bench *bench = *state;
	static const enum square two[] = {SQUARE_DONE, SQUARE_STARTED};
	struct squares_cell cells[] = {{two, 2, NULL}};
	struct squares_row row = {"Data", NULL, cells, NULL};
	struct squares_column column = {"Start", NULL, NAN, NAN, false};
	struct block block = squares(&column, 1, &row, 1);
	double left = 504 - 12 - 105, x;

	bench->fake->theme.fills[COLOUR_BLUE] = FILL_HATCH;
	bench_draw(bench, &block, 504);
	assert_null(bench_find(bench, OP_RECT, COLOUR_BLUE, 0));
	assert_null(bench_find(bench, OP_POLYGON, COLOUR_BLUE, 0));
	for (size_t i = 0; i < bench_count(bench, OP_LINE, COLOUR_BLUE); i++) {
		const struct op *line = bench_find(bench, OP_LINE, COLOUR_BLUE, i);

		x = line->line.x1;
		assert_true(x >= left && line->line.x2 <= left + 28);
		/* in the half square all lines stay below its diagonal */
		if (x >= left + 16)
			assert_true(line->line.y1 - x >= line->line.y2 - line->line.x2 - 0.01);
	}
	assert_true(bench_count(bench, OP_LINE, COLOUR_BLUE) > 8);
}

static void squares_break_over_pages_below_their_heads(void **state)
{
	struct bench *bench = *state;
	struct squares_cell cells[] = {{mixed, 2, "1/2"}, {NULL, 0, NULL}, {mixed, 1, NULL}};
	struct squares_row *rows = ARENA_ARRAY(bench->arena, struct squares_row, 60);
	struct block block = squares(three, 3, rows, 60);
	struct pages *pages = bench->fake->layout.pages;

	for (size_t i = 0; i < 60; i++)
		rows[i] = (struct squares_row){"Design", NULL, cells, NULL};
	bench->fake->document.blocks = &block;
	bench->fake->document.n_blocks = 1;
	flow_document(&bench->fake->layout);
	/* 60 rows of 28.5 on pages of 720 */
	assert_int_equal(pages->n_pages, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_non_null(page_text(&pages->pages[i], "Step"));
		assert_int_equal(count_role(&pages->pages[i], ROLE_FIGURE), i == 0);
		assert_int_equal(count_role(&pages->pages[i], ROLE_ARTIFACT), i > 0);
	}
	assert_int_equal(diag_n_errors(bench->fake->layout.diag), 0);
}

/* --- checks --- */

static struct check_entry entries[] = {
	{"Reached", NULL, SQUARE_DONE},
	{"Begun", "since May", SQUARE_STARTED},
	{"Open", NULL, SQUARE_OPEN},
	{"Not for us", NULL, SQUARE_EXCLUDED},
};

static struct block checks(const char *title, struct check_list *lists, size_t n)
{
	struct block block = {.kind = BLOCK_CHECKS};

	block.checks = (struct checks_block){title, lists, n, {"Yes", "Begun", "No", NULL, NULL}};
	return block;
}

static void checks_stand_in_the_columns_of_squares(void **state)
{
	struct bench *bench = *state;
	struct check_list lists[] = {{"1 of 4", NULL, entries, 4}, {"0 of 1", NULL, entries + 2, 1},
	                             {"none", "so far", NULL, 0}};
	struct block block = checks("Measures", lists, 3);
	const struct op *disk;

	bench_draw(bench, &block, 504);
	disk = bench_find(bench, OP_CIRCLE, COLOUR_BLUE, 0);
	assert_near(disk->circle.x, 135 + 4.5);
	assert_near(disk->circle.radius, 4.5);
	assert_near(bench_text(bench, "Reached")->text.x, 135 + 14);
	assert_int_equal(bench_text(bench, "Open")->text.colour, COLOUR_INK2);
	assert_near(bench_text(bench, "0 of 1")->text.x, 261);
	assert_near(bench_text(bench, "Measures")->text.x, 0);
	/* title and heads stand on one line, 15 below the rule */
	assert_near(bench_text(bench, "Measures")->text.y, 15);
	assert_near(bench_text(bench, "1 of 4")->text.y, 15);
	assert_near(bench_text(bench, "since May")->text.x, 135 + 14);
	/* the half disk, and the check mark's path before it */
	assert_non_null(bench_find(bench, OP_POLYGON, COLOUR_BLUE, 0));
	assert_non_null(bench_find(bench, OP_POLYGON, COLOUR_PAPER, 0));
	/* a dash in the ring of what does not apply */
	assert_non_null(bench_find(bench, OP_LINE, COLOUR_INK3, 0));
	assert_null(bench_find(bench, OP_LINE, COLOUR_INK3, 1));
}

static void checks_are_a_table_of_lists(void **state)
{
	struct bench *bench = *state;
	struct check_list lists[] = {{"1 of 4", NULL, entries, 4}, {"0 of 1", NULL, entries + 2, 1}};
	struct block block = checks("Measures", lists, 2);
	const struct page *page = &bench->fake->page;

	bench_draw(bench, &block, 504);
	assert_int_equal(count_role(page, ROLE_HEADING2), 1);
	assert_int_equal(count_role(page, ROLE_TABLE), 1);
	assert_int_equal(count_role(page, ROLE_ROW), 2);
	assert_int_equal(count_role(page, ROLE_HEAD_CELL), 2);
	assert_int_equal(count_role(page, ROLE_CELL), 2);
	assert_int_equal(count_role(page, ROLE_LIST_ITEM), 5);
	assert_true(bench_text(bench, "Yes")->text.unseen);
}

static void checks_without_a_title_take_the_whole_width(void **state)
{
	struct bench *bench = *state;
	struct check_list lists[] = {{"1 of 4", NULL, entries, 4}, {"0 of 1", NULL, entries + 2, 1}};
	struct block block = checks(NULL, lists, 2);

	bench_draw(bench, &block, 506);
	assert_near(bench_text(bench, "1 of 4")->text.x, 0);
	assert_near(bench_text(bench, "0 of 1")->text.x, 276);
	assert_int_equal(count_role(&bench->fake->page, ROLE_HEADING2), 0);
}

static void checks_keep_their_sign_on_turned_pages(void **state)
{
	struct bench *bench = *state;
	struct check_list list = {"1 of 1", NULL, entries, 1};
	struct block block = checks(NULL, &list, 1);
	const double *sign;

	bench->fake->layout.mirrored = true;
	bench_draw(bench, &block, 400);
	sign = bench_find(bench, OP_POLYGON, COLOUR_PAPER, 0)->polygon.xy;
	/* before the page is turned its long arm rises to the left */
	assert_true(sign[4] < sign[0] && sign[5] < sign[1]);
}

static void checks_that_are_long_break_over_pages(void **state)
{
	struct bench *bench = *state;
	struct check_entry *many = ARENA_ARRAY(bench->arena, struct check_entry, 70);
	struct check_list lists[] = {{"0 of 70", NULL, many, 70}, {"0 of 9", NULL, many, 9}};
	struct block block = checks("Measures", lists, 2);
	struct pages *pages = bench->fake->layout.pages;
	size_t items = 0;

	for (size_t i = 0; i < 70; i++)
		many[i] = (struct check_entry){"Measure", NULL, SQUARE_OPEN};
	bench->fake->document.blocks = &block;
	bench->fake->document.n_blocks = 1;
	flow_document(&bench->fake->layout);
	/* 70 of 10.5 and 6 are 1155 points */
	assert_int_equal(pages->n_pages, 2);
	for (size_t i = 0; i < 2; i++) {
		items += count_role(&pages->pages[i], ROLE_LIST_ITEM);
		assert_non_null(page_text(&pages->pages[i], "0 of 70"));
	}
	assert_int_equal(items, 79);
	assert_int_equal(count_role(&pages->pages[0], ROLE_TABLE), 1);
	assert_int_equal(count_role(&pages->pages[1], ROLE_TABLE), 0);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, bench_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(columns_share_what_the_titles_leave),
		CASE(columns_that_need_less_leave_it_to_the_titles),
		CASE(columns_of_a_narrow_block_leave_titles_a_share),
		CASE(squares_stand_in_their_columns),
		CASE(squares_look_like_their_stand),
		CASE(squares_of_an_empty_cell_are_a_dash),
		CASE(squares_that_do_not_fit_take_further_lines),
		CASE(squares_in_narrow_columns_have_their_figures_below),
		CASE(squares_heads_have_their_bar_and_pointer),
		CASE(squares_flag_stands_beside_a_short_title),
		CASE(squares_key_is_in_the_order_given),
		CASE(squares_are_hatched_where_the_theme_says_so),
		CASE(squares_break_over_pages_below_their_heads),
		CASE(checks_stand_in_the_columns_of_squares),
		CASE(checks_are_a_table_of_lists),
		CASE(checks_without_a_title_take_the_whole_width),
		CASE(checks_keep_their_sign_on_turned_pages),
		CASE(checks_that_are_long_break_over_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
