#include "chart_bench.h"

#define N(array) (sizeof(array) / sizeof *(array))

/* The measures of the theme `report`. */
static int set_up(void **state)
{
	static const struct bench_size sizes[] = {
		{SIZE_HISTOGRAM_BAR, 7.5}, {SIZE_HISTOGRAM_GAP, 1.5}, {SIZE_DETAIL_ROW, 24},
		{SIZE_DETAIL_HIGH, 18}, {SIZE_CELL_GAP, 12}, {SIZE_FIGURE_GAP, 18},
		{SIZE_RANKING_LEADING, 11.5}, {SIZE_SECTION_HEAD, 15}, {SIZE_SECTION_GAP, 24},
		{SIZE_TAG_HEIGHT, 13}, {SIZE_LABEL_GAP, 4},
	};

	return bench_open_with(state, sizes, N(sizes));
}

static const double halves[] = {0.5, 0, 0.5};

static struct block details(struct detail_row *rows, size_t n_rows)
{
	struct block block = {.kind = BLOCK_DETAILS};

	block.details = (struct details_block){
		.words = {"finding", NULL}, .title = "Strategy", .aside = "net 10",
		.text_head = "Action", .scale_head = "- +", .figure_heads = {"People", "Mean"},
		.flag = "Split", .n_points = 3, .n_figures = 2, .signs = true, .rows = rows,
		.n_rows = n_rows};
	return block;
}

static void draws_shares_as_columns(void **state)
{
	struct bench *bench = *state;
	struct detail_row rows[] = {
		{.text = "One", .shares = halves, .figures = {"8", "3.1"}},
		{.text = "Two", .shares = halves, .figures = {"9", "3.2"}},
	};
	struct block block = details(rows, N(rows));
	const struct op *minus, *plus;

	bench_draw(bench, &block, 400);
	/* "Mean" ends at 400 and takes 20, "People" before it 30; 12 between. */
	assert_near(bench_text(bench, "3.1")->text.x, 385);
	assert_near(bench_text(bench, "8")->text.x, 400 - 20 - 12 - 5);
	/* 400 - 32 - 42 = 326 is where the columns end; 3 * 9 - 1.5 wide */
	minus = bench_find(bench, OP_RECT, COLOUR_ORANGE, 0);
	plus = bench_find(bench, OP_RECT, COLOUR_BLUE, 0);
	assert_near(minus->rect.x, 300.5);
	assert_near(plus->rect.x, 318.5);
	assert_near(plus->rect.height, 9);
	assert_near(minus->rect.y, plus->rect.y);
	/* nobody left it blank */
	assert_int_equal(bench_count(bench, OP_RECT, COLOUR_BLANK), 0);
	assert_int_equal(bench_count(bench, OP_RECT, COLOUR_BLUE), 2);
	assert_int_equal(count_role(&bench->fake->page, ROLE_HEADING3), 1);
	assert_int_equal(count_role(&bench->fake->page, ROLE_TABLE), 1);
	assert_int_equal(count_role(&bench->fake->page, ROLE_ROW), 3);
}

static void flags_what_divides(void **state)
{
	struct bench *bench = *state;
	struct detail_row rows[] = {
		{.text = "One", .shares = halves, .figures = {"8", "3.1"}, .flagged = true},
		{.text = "Two", .shares = halves, .figures = {"9", "3.2"}},
	};
	struct block block = details(rows, N(rows));

	bench_draw(bench, &block, 400);
	assert_int_equal(bench_count(bench, OP_RECT, COLOUR_WASH), 1);
	/* the tag is 25 + 2 * 4 wide, and all figures make room for it */
	assert_near(bench_text(bench, "Split")->text.x, 400 - 33 + 4);
	assert_near(bench_text(bench, "3.2")->text.x, 400 - 33 - 12 - 15);
}

static void says_why_a_row_has_no_figures(void **state)
{
	struct bench *bench = *state;
	struct detail_row rows[] = {{.text = "One", .note = "3 answers; 5 are needed"}};
	struct block block = details(rows, N(rows));

	bench_draw(bench, &block, 400);
	assert_near(bench_text(bench, "3 answers; 5 are needed")->text.x, 400 - 23 * 5);
	assert_int_equal(bench_count(bench, OP_RECT, COLOUR_BLUE), 0);
	block.details.n_rows = 0;
	bench_draw(bench, &block, 400);
	assert_non_null(bench_text(bench, "Strategy"));
	assert_null(bench_text(bench, "Mean"));
	assert_int_equal(count_role(&bench->fake->page, ROLE_TABLE), 0);
}

static void puts_what_has_no_room_beside_the_title_below_it(void **state)
{
	struct bench *bench = *state;
	struct block block = details(NULL, 0);

	bench_draw(bench, &block, 200);
	assert_near(bench_text(bench, "net 10")->text.y, bench_text(bench, "Strategy")->text.y);
	block.details.aside = "mean 12.3, 10 people, agreed 0.71";
	assert_near(bench_draw(bench, &block, 200), 15 - 9.5 + 12 + 12);
	assert_true(bench_text(bench, block.details.aside)->text.y >
	            bench_text(bench, "Strategy")->text.y);
}

/* A title with two rows, a group with a row, no last row on its own. */
static void parts_long_lists_between_rows_that_others_follow(void **state)
{
	struct bench *bench = *state;
	struct detail_row rows[40];
	struct block block = details(rows, N(rows));
	struct measured measured;

	for (size_t i = 0; i < N(rows); i++)
		rows[i] = (struct detail_row){.text = "Row", .group = i % 10 == 0};
	block_measure(&bench->fake->layout, &block, 400, &measured);
	assert_int_equal(measured.n_strips, 41);
	assert_true(measured.strips[0].head && measured.strips[0].keep);
	assert_int_equal(measured.strips[0].reach, 40);
	assert_true(measured.strips[1].keep);
	assert_false(measured.strips[3].keep);
	assert_true(measured.strips[11].head && measured.strips[11].keep);
	assert_int_equal(measured.strips[11].reach, 9);
	assert_true(measured.strips[39].keep);
	assert_false(measured.strips[40].keep);
	/* a few rows stay together */
	block.details.n_rows = 5;
	block_measure(&bench->fake->layout, &block, 400, &measured);
	for (size_t i = 0; i < 5; i++)
		assert_true(measured.strips[i].keep);
	assert_false(measured.strips[5].keep);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(draws_shares_as_columns, set_up, bench_close),
		cmocka_unit_test_setup_teardown(flags_what_divides, set_up, bench_close),
		cmocka_unit_test_setup_teardown(says_why_a_row_has_no_figures, set_up,
		                                bench_close),
		cmocka_unit_test_setup_teardown(puts_what_has_no_room_beside_the_title_below_it,
		                                set_up, bench_close),
		cmocka_unit_test_setup_teardown(parts_long_lists_between_rows_that_others_follow,
		                                set_up, bench_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
