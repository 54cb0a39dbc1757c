#include "chart_bench.h"

#define N(array) (sizeof(array) / sizeof *(array))

/* The measures of the theme `report`. */
static int set_up(void **state)
{
	static const struct bench_size sizes[] = {
		{SIZE_BULLET_TRACK, 152}, {SIZE_BULLET_ROOM, 30}, {SIZE_BULLET_END, 32},
		{SIZE_BULLET_HIGH, 12}, {SIZE_BULLET_BAR, 7}, {SIZE_BULLET_TICK_WIDTH, 2},
		{SIZE_BULLET_TICK_HEIGHT, 22}, {SIZE_BULLET_START, 16}, {SIZE_BULLET_POINTER, 8},
		{SIZE_BULLET_ROW, 81}, {SIZE_BULLET_TOP, 12}, {SIZE_BULLET_MIDDLE, 39},
		{SIZE_STANDING, 8.5}, {SIZE_STANDING_COLUMN, 120}, {SIZE_CELL_GAP, 12},
		{SIZE_LABEL_GAP, 4}, {SIZE_POINTER_GAP, 3}, {SIZE_RULE, 0.75},
		{SIZE_RULE_HEAVY, 1.25}, {SIZE_RULE_SECTION, 1}, {SIZE_RIM, 1},
		{SIZE_TRACK_DASH, 2}, {SIZE_KEY_MARK, 14}, {SIZE_KEY_GAP, 14},
		{SIZE_FIGURE_GAP, 18}, {SIZE_TREND_LEAST, 150}, {SIZE_TREND_HIGH, 72},
		{SIZE_TREND_LINE, 2}, {SIZE_TREND_POINT, 5.2}, {SIZE_TREND_GOAL, 24},
		{SIZE_TAG_HEIGHT, 13},
	};

	return bench_open_with(state, sizes, N(sizes));
}

/* --- bullets --- */

static struct bullet late(double now)
{
	return (struct bullet){"Late trips", "Ten minutes", now, true, "6.1", "8.4", "4.0",
	                       STANDING_HOLDING, "Holding", "Claim", "Note"};
}

static struct block bullets(struct bullet *rows, size_t n)
{
	struct block block = {.kind = BLOCK_BULLETS};

	block.bullets = (struct bullets_block){
		.words = {"finding", NULL}, .title_head = "Metric", .baseline_head = "Baseline",
		.goal_head = "Goal", .standing_head = "Case", .bullets = rows, .n_bullets = n};
	return block;
}

/* The middle of a pointer's tip. */
static double tip_x(const struct op *polygon)
{
	return polygon->polygon.xy[6];
}

static void bullets_run_from_the_baseline_to_the_goal(void **state)
{
	struct bench *bench = *state;
	struct bullet row = late(0.5);
	struct block block = bullets(&row, 1);
	const struct op *track, *bar, *goal, *pointer, *start;

	/* a head of 12 and 6, and 81 */
	assert_near(bench_draw(bench, &block, 504), 18 + 81);
	track = bench_find(bench, OP_RECT, COLOUR_TINT, 0);
	bar = bench_find(bench, OP_RECT, COLOUR_BLUE, 0);
	goal = bench_find(bench, OP_RECT, COLOUR_INK, 0);
	pointer = bench_find(bench, OP_POLYGON, COLOUR_BLUE, 0);
	start = bench_find(bench, OP_LINE, COLOUR_INK, 1);
	/* 504 - 120 - 32 - 152 */
	assert_near(track->rect.x, 200);
	assert_near(track->rect.width, 152);
	assert_near(track->rect.y, 18 + 39 - 6);
	assert_near(track->rect.height, 12);
	assert_near(bar->rect.x, 200);
	assert_near(bar->rect.width, 76);
	assert_near(bar->rect.height, 7);
	assert_near(goal->rect.x, 351);
	assert_near(goal->rect.width, 2);
	assert_near(goal->rect.height, 22);
	assert_near(start->line.x1, 200);
	assert_near(start->line.y2 - start->line.y1, 16);
	assert_near(tip_x(pointer), 276);
	assert_near(pointer->polygon.xy[7], 18 + 39 - 6 - 1);
	/* figures of 15 in the middle of their places */
	assert_near(bench_text(bench, "6.1")->text.x, 276 - 7.5);
	assert_near(bench_text(bench, "8.4")->text.x, 200 - 7.5);
	assert_near(bench_text(bench, "4.0")->text.x, 352 - 7.5);
	assert_int_equal(bench_text(bench, "8.4")->text.colour, COLOUR_INK2);
	assert_int_equal(count_role(&bench->fake->page, ROLE_FIGURE), 1);
}

static void bullets_worse_than_the_baseline_go_left(void **state)
{
	struct bench *bench = *state;
	struct bullet row = late(-0.125);
	struct block block = bullets(&row, 1);

	bench_draw(bench, &block, 504);
	/* an eighth of 152 */
	assert_near(bench_find(bench, OP_RECT, COLOUR_ORANGE, 0)->rect.x, 200 - 19);
	assert_near(bench_find(bench, OP_RECT, COLOUR_ORANGE, 0)->rect.width, 19);
	assert_null(bench_find(bench, OP_RECT, COLOUR_BLUE, 0));
	assert_near(tip_x(bench_find(bench, OP_POLYGON, COLOUR_ORANGE, 0)), 181);
	assert_int_equal(bench_text(bench, "6.1")->text.colour, COLOUR_ORANGE_TEXT);
	/* right of the baseline, so that it is not read as the bar's */
	assert_near(bench_text(bench, "8.4")->text.x, 202);
	assert_null(bench_find(bench, OP_POLYGON, COLOUR_PAPER, 0));
}

static void bullets_beyond_the_room_are_cut(void **state)
{
	struct bench *bench = *state;
	struct bullet row = late(-0.5);
	struct block block = bullets(&row, 1);
	const double *cut;

	bench_draw(bench, &block, 504);
	assert_near(bench_find(bench, OP_RECT, COLOUR_ORANGE, 0)->rect.x, 170);
	assert_near(bench_find(bench, OP_RECT, COLOUR_ORANGE, 0)->rect.width, 30);
	cut = bench_find(bench, OP_POLYGON, COLOUR_PAPER, 0)->polygon.xy;
	/* 7 inwards of the bar's end */
	assert_near((cut[0] + cut[2] + cut[4] + cut[6]) / 4, 177);
	/* the figure keeps 4 off the titles, which end 42 before the track */
	assert_near(bench_text(bench, "6.1")->text.x, 162.5);
}

static void bullets_past_the_goal_run_on(void **state)
{
	struct bench *bench = *state;
	struct bullet rows[] = {late(1.1), late(2)};
	struct block block = bullets(rows, 2);

	bench_draw(bench, &block, 504);
	assert_near(bench_find(bench, OP_RECT, COLOUR_BLUE, 0)->rect.width, 1.1 * 152);
	assert_near(bench_find(bench, OP_RECT, COLOUR_BLUE, 1)->rect.width, 1.15 * 152);
	assert_near(tip_x(bench_find(bench, OP_POLYGON, COLOUR_BLUE, 1)), 200 + 1.15 * 152);
	/* only the second is cut */
	assert_int_equal(bench_count(bench, OP_POLYGON, COLOUR_PAPER), 1);
}

static void bullets_without_a_baseline_have_a_dashed_track(void **state)
{
	struct bench *bench = *state;
	struct bullet row = late(0.75);
	struct block block = bullets(&row, 1);
	const struct op *track;

	row.baseline = false;
	row.baseline_figure = "none yet";
	bench_draw(bench, &block, 504);
	assert_null(bench_find(bench, OP_RECT, COLOUR_TINT, 0));
	assert_null(bench_find(bench, OP_RECT, COLOUR_BLUE, 0));
	track = bench_find(bench, OP_LINE, COLOUR_INK3, 0);
	assert_near(track->line.x1, 200);
	assert_near(track->line.x2, 352);
	assert_int_equal(track->line.stroke.dash_on, 2);
	assert_near(tip_x(bench_find(bench, OP_POLYGON, COLOUR_BLUE, 0)), 200 + 114);
	assert_near(bench_text(bench, "none yet")->text.x, 200 - 20);
}

/* What is said instead of a reading stands alone. */
static void bullets_without_a_reading_have_no_pointer(void **state)
{
	struct bench *bench = *state;
	struct bullet row = late(NAN);
	struct block block = bullets(&row, 1);

	bench_draw(bench, &block, 504);
	assert_non_null(bench_find(bench, OP_RECT, COLOUR_TINT, 0));
	assert_null(bench_find(bench, OP_RECT, COLOUR_BLUE, 0));
	assert_null(bench_find(bench, OP_POLYGON, COLOUR_BLUE, 0));
	assert_non_null(bench_text(bench, "6.1"));
	row.goal_figure = NULL;
	bench_draw(bench, &block, 504);
	assert_null(bench_find(bench, OP_RECT, COLOUR_INK, 0));
}

static void bullets_standings_are_drawn_and_said(void **state)
{
	struct bench *bench = *state;
	struct bullet rows[] = {late(0.5), late(0.5), late(0.5)};
	struct block block = bullets(rows, 3);
	const struct op *slash;

	rows[1].standing = STANDING_OPEN;
	rows[2].standing = STANDING_NOT_SHOWN;
	bench_draw(bench, &block, 504);
	assert_near(bench_find(bench, OP_CIRCLE, COLOUR_BLUE, 0)->circle.x, 384 + 4.25);
	assert_near(bench_find(bench, OP_CIRCLE, COLOUR_BLUE, 0)->circle.radius, 4.25);
	assert_near(bench_find(bench, OP_CIRCLE, COLOUR_INK3, 0)->circle.radius, 3.75);
	assert_non_null(bench_find(bench, OP_CIRCLE, COLOUR_ORANGE_TEXT, 0));
	slash = bench_find(bench, OP_LINE, COLOUR_ORANGE_TEXT, 0);
	assert_true(slash->line.x2 > slash->line.x1 && slash->line.y2 < slash->line.y1);
	assert_near(bench_text(bench, "Holding")->text.x, 384 + 8.5 + 4);
	assert_near(bench_text(bench, "Claim")->text.x, 384);
	assert_near(bench_text(bench, "Case")->text.x, 384);
}

static void bullets_without_standings_leave_titles_the_room(void **state)
{
	struct bench *bench = *state;
	struct bullet row = late(0.5);
	struct block block = bullets(&row, 1);

	row.standing = STANDING_NONE;
	row.standing_title = NULL;
	bench_draw(bench, &block, 504);
	assert_near(bench_find(bench, OP_RECT, COLOUR_TINT, 0)->rect.x, 504 - 32 - 152);
	assert_null(bench_text(bench, "Case"));
}

static void bullets_in_a_narrow_block_fold_standings_below_titles(void **state)
{
	struct bench *bench = *state;
	struct bullet row = late(0.5);
	struct block block = bullets(&row, 1);

	bench_draw(bench, &block, 400);
	assert_near(bench_find(bench, OP_RECT, COLOUR_TINT, 0)->rect.x, 400 - 32 - 152);
	assert_near(bench_text(bench, "Claim")->text.x, 0);
	/* below title and text, and 6 points */
	assert_near(bench_text(bench, "Holding")->text.y,
	            bench_text(bench, "Ten minutes")->text.y + 12 + 6);
	assert_near(bench_text(bench, "Case")->text.y, bench_text(bench, "Metric")->text.y + 12);
}

static void bullets_break_over_pages_below_their_heads(void **state)
{
	struct bench *bench = *state;
	struct bullet rows[12];
	struct block block = bullets(rows, 12);
	struct pages *pages = bench->fake->layout.pages;

	for (size_t i = 0; i < 12; i++)
		rows[i] = late(0.5);
	block.bullets.key_now = "now";
	bench->fake->document.blocks = &block;
	bench->fake->document.n_blocks = 1;
	flow_document(&bench->fake->layout);
	/* 8 of 81 below a head of 18 on a page of 720, 4 on the next */
	assert_int_equal(pages->n_pages, 2);
	assert_non_null(page_text(&pages->pages[1], "Metric"));
	assert_non_null(page_text(&pages->pages[1], "now"));
	assert_null(page_text(&pages->pages[0], "now"));
	assert_int_equal(count_role(&pages->pages[1], ROLE_FIGURE), 0);
}

/* --- trends --- */

static struct reading falling[] = {{0, 8, "8"}, {100, 6, "6"}, {400, 4, "4"}};

static struct block trends(struct trend *rows, size_t n)
{
	struct block block = {.kind = BLOCK_TRENDS};

	block.trends = (struct trends_block){
		.words = {"finding", NULL}, .first = 0, .last = 400, .first_label = "first",
		.last_label = "last", .goal_label = "goal", .trends = rows, .n_trends = n};
	return block;
}

static void trends_stand_at_their_dates(void **state)
{
	struct bench *bench = *state;
	struct trend row = {"Late", NULL, falling, 3, NAN, NULL};
	struct block block = trends(&row, 1);
	/* half of 504 less 18 wide; a point is 2.6 and its rim 1, the last figure 5 and 4 */
	double first = 3.6, last = 243 - 5 - 4 - 3.6;
	const struct op *line;

	bench_draw(bench, &block, 504);
	line = bench_find(bench, OP_POLYGON, COLOUR_BLUE, 0);
	assert_int_equal(line->polygon.n_points, 3);
	assert_near(line->polygon.stroke.width, 2);
	assert_near(line->polygon.xy[0], first);
	assert_near(line->polygon.xy[2], first + (last - first) / 4);
	assert_near(line->polygon.xy[4], last);
	/* 12, 3.6 and 2 are free above and below in 72, which begin below 12 and 2 */
	assert_near(line->polygon.xy[1], 14 + 17.6);
	assert_near(line->polygon.xy[5], 14 + 72 - 17.6);
	assert_near(line->polygon.xy[3], 14 + 36);
	assert_near(bench_find(bench, OP_CIRCLE, COLOUR_PAPER, 0)->circle.radius, 3.6);
	assert_near(bench_find(bench, OP_CIRCLE, COLOUR_BLUE, 2)->circle.x, last);
	assert_int_equal(bench_count(bench, OP_CIRCLE, COLOUR_BLUE), 3);
}

static void trends_label_the_first_and_the_last_reading(void **state)
{
	struct bench *bench = *state;
	struct trend row = {"Late", NULL, falling, 3, NAN, NULL};
	struct block block = trends(&row, 1);
	double middle = 3.5; /* of capitals, above their baseline */

	bench_draw(bench, &block, 504);
	/* the line falls: above its first point, by 3.6 and half of 12 */
	assert_near(bench_text(bench, "8")->text.y, 14 + 17.6 - 9.6 + middle);
	assert_near(bench_text(bench, "8")->text.x, 0);
	assert_near(bench_text(bench, "4")->text.y, 14 + 72 - 17.6 + middle);
	assert_near(bench_text(bench, "4")->text.x, 243 - 5 - 4 - 3.6 + 3.6 + 2);
	assert_null(bench_text(bench, "6"));
	assert_near(bench_text(bench, "first")->text.x, 0);
	/* in the middle below its end, as far as the chart reaches */
	assert_near(bench_text(bench, "last")->text.x, 243 - 5 - 4 - 3.6 - 10);
}

static void trends_of_one_reading_are_a_point(void **state)
{
	struct bench *bench = *state;
	static struct reading one[] = {{200, 5, "5"}};
	struct trend row = {"Late", NULL, one, 1, NAN, NULL};
	struct block block = trends(&row, 1);

	bench_draw(bench, &block, 504);
	assert_null(bench_find(bench, OP_POLYGON, COLOUR_BLUE, 0));
	assert_near(bench_find(bench, OP_CIRCLE, COLOUR_BLUE, 0)->circle.x,
	            (3.6 + 243 - 5 - 4 - 3.6) / 2);
	assert_near(bench_find(bench, OP_CIRCLE, COLOUR_BLUE, 0)->circle.y, 14 + 36);
	assert_non_null(bench_text(bench, "5"));
}

static void trends_show_their_goal(void **state)
{
	struct bench *bench = *state;
	struct trend row = {"Late", NULL, falling, 3, 3.5, "3.5"};
	struct block block = trends(&row, 1);
	const struct op *goal, *figure;
	double last = 243 - 15 - 4 - 3.6;

	bench_draw(bench, &block, 504);
	goal = bench_find(bench, OP_LINE, COLOUR_INK3, 0);
	assert_near(goal->line.x2, last);
	assert_near(goal->line.x1, last - 24);
	/* the lowest of all values */
	assert_near(goal->line.y1, 14 + 72 - 17.6);
	/* the last reading stands 36.8 / 9 above it, too close for both figures */
	figure = bench_text(bench, "3.5");
	assert_near(figure->text.y - bench_text(bench, "4")->text.y, 12);
	assert_non_null(bench_text(bench, "goal"));
	row.goal = NAN;
	bench_draw(bench, &block, 504);
	assert_null(bench_text(bench, "goal"));
}

static void trends_stand_three_beside_each_other(void **state)
{
	struct bench *bench = *state;
	struct trend rows[] = {{"One", NULL, falling, 3, NAN, NULL},
	                       {"Two", NULL, falling, 3, NAN, NULL},
	                       {"Three", NULL, falling, 3, NAN, NULL},
	                       {"Four", NULL, falling, 3, NAN, NULL},
	                       {"Five", NULL, NULL, 0, NAN, NULL}};
	struct block block = trends(rows, 5);
	double high;

	high = bench_draw(bench, &block, 504);
	assert_near(bench_text(bench, "Two")->text.x, 156 + 18);
	assert_near(bench_text(bench, "Three")->text.x, 2 * (156 + 18));
	assert_near(bench_text(bench, "Four")->text.x, 0);
	/* words of 14, 72, an axis of 1 and 12, twice, and 18 between them */
	assert_near(high, 2 * (14 + 72 + 13) + 18);
	/* four stand better two by two, and so do they where there is no room */
	block.trends.n_trends = 4;
	bench_draw(bench, &block, 504);
	assert_near(bench_text(bench, "Two")->text.x, 243 + 18);
	assert_near(bench_text(bench, "Three")->text.x, 0);
	block.trends.n_trends = 5;
	bench_draw(bench, &block, 400);
	assert_near(bench_text(bench, "Two")->text.x, 191 + 18);
}

static void trends_stack_labels_that_do_not_fit_beside_each_other(void **state)
{
	struct bench *bench = *state;
	struct trend row = {"Late", NULL, falling, 3, NAN, NULL};
	struct block block = trends(&row, 1);

	block.trends.first_label = "the first day of the first of all years";
	block.trends.last_label = "the last day";
	bench_draw(bench, &block, 504);
	assert_near(bench_text(bench, "the last day")->text.y -
	            bench_text(bench, block.trends.first_label)->text.y, 12);
	assert_near(bench_text(bench, "the last day")->text.x, 243 - 60);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, bench_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(bullets_run_from_the_baseline_to_the_goal),
		CASE(bullets_worse_than_the_baseline_go_left),
		CASE(bullets_beyond_the_room_are_cut),
		CASE(bullets_past_the_goal_run_on),
		CASE(bullets_without_a_baseline_have_a_dashed_track),
		CASE(bullets_without_a_reading_have_no_pointer),
		CASE(bullets_standings_are_drawn_and_said),
		CASE(bullets_without_standings_leave_titles_the_room),
		CASE(bullets_in_a_narrow_block_fold_standings_below_titles),
		CASE(bullets_break_over_pages_below_their_heads),
		CASE(trends_stand_at_their_dates),
		CASE(trends_label_the_first_and_the_last_reading),
		CASE(trends_of_one_reading_are_a_point),
		CASE(trends_show_their_goal),
		CASE(trends_stand_three_beside_each_other),
		CASE(trends_stack_labels_that_do_not_fit_beside_each_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
