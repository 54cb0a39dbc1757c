#include "chart_bench.h"

#define N(array) (sizeof(array) / sizeof *(array))

/* The measures of the theme `report`. */
static int set_up(void **state)
{
	static const struct bench_size sizes[] = {
		{SIZE_PROGRESS_HIGH, 100}, {SIZE_PROGRESS_LINE, 2.25}, {SIZE_PROGRESS_POINT, 8},
		{SIZE_PROGRESS_SPREAD, 2.6}, {SIZE_PANEL_LEAST, 100}, {SIZE_PANEL_HIGH, 80},
		{SIZE_PANEL_LINE, 2}, {SIZE_PANEL_POINT, 4}, {SIZE_LABEL_GAP, 4}, {SIZE_RIM, 1},
		{SIZE_FIGURE_GAP, 20}, {SIZE_TRACK_DASH, 2}, {SIZE_RULE, 0.75},
		{SIZE_TAG_HEIGHT, 13}, {SIZE_KEY_MARK, 14}, {SIZE_GAP, 8}, {SIZE_UNIT, 6},
	};

	return bench_open_with(state, sizes, N(sizes));
}

static struct wave wave_of(const char *title, double value, const char *figure)
{
	return (struct wave){title, "9 people", value, NAN, NAN, figure};
}

/* An axis from 40 to 80 without figures and bands. */
static struct block progress(struct wave *waves, size_t n)
{
	struct block block = {.kind = BLOCK_PROGRESS};

	block.progress = (struct progress_block){.words = {"finding", NULL}, .low = 40,
	                                         .high = 80, .waves = waves, .n_waves = n};
	return block;
}

/* The plot is 400 wide. The first point stands two gaps of 8 and its radius of 4 with
 * a rim of 1 from the left edge, at 21; the last one the same radius, the figure of 4 characters
 * with a gap, 28, and another gap from the right one, at 400 - 5 - 28 - 8 = 359. */
static void waves_stand_at_equal_distances(void **state)
{
	struct bench *bench = *state;
	struct wave waves[] = {wave_of("w1", 40, "40.0"), wave_of("w2", 60, "60.0"),
	                       wave_of("w3", 80, "80.0")};
	struct block block = progress(waves, 3);
	static const double x[] = {21, 190, 359}, y[] = {100, 50, 0};

	bench_draw(bench, &block, 400);
	assert_int_equal(bench_count(bench, OP_CIRCLE, COLOUR_BLUE), 3);
	for (size_t i = 0; i < 3; i++) {
		const struct op *point = bench_find(bench, OP_CIRCLE, COLOUR_BLUE, i);

		assert_near(point->circle.x, x[i]);
		assert_near(point->circle.y, y[i]);
		assert_near(point->circle.radius, 4);
	}
	assert_int_equal(bench_find(bench, OP_POLYGON, COLOUR_BLUE, 0)->polygon.n_points, 3);
	assert_near(bench_text(bench, "80.0")->text.x, 359 + 5 + 4);
	assert_int_equal(count_role(&bench->fake->page, ROLE_FIGURE), 1);
}

/* Both parts of the line are whole, what lies between them is dashed. */
static void a_wave_that_is_withheld_leaves_its_gap(void **state)
{
	struct bench *bench = *state;
	struct wave waves[] = {wave_of("w1", 50, "50.0"), wave_of("w2", 60, "60.0"),
	                       wave_of("w3", NAN, NULL), wave_of("w4", 70, "70.0")};
	struct block block = progress(waves, 4);
	const struct op *across;

	waves[2].note = "3 answers";
	bench_draw(bench, &block, 400);
	assert_int_equal(bench_count(bench, OP_CIRCLE, COLOUR_BLUE), 3);
	assert_int_equal(bench_find(bench, OP_POLYGON, COLOUR_BLUE, 0)->polygon.n_points, 2);
	across = bench_find(bench, OP_LINE, COLOUR_BLUE, 0);
	assert_int_equal(across->line.stroke.dash_on, 2);
	assert_near(across->line.x1, bench_find(bench, OP_CIRCLE, COLOUR_BLUE, 1)->circle.x);
	assert_near(across->line.x2, bench_find(bench, OP_CIRCLE, COLOUR_BLUE, 2)->circle.x);
	assert_null(bench_find(bench, OP_LINE, COLOUR_BLUE, 1));
	assert_non_null(bench_text(bench, "3 answers"));
}

/* From 60 to 70 on an axis from 40 to 80 is from 25 to 50 of 100 points; from 30 on
 * another step is cut at the foot. */
static void bands_are_cut_at_the_axis(void **state)
{
	struct bench *bench = *state;
	struct wave waves[] = {wave_of("w1", 50, "50.0"), wave_of("w2", 62, "62.0")};
	struct progress_band bands[] = {{30, 60, "Low", false}, {60, 70, "Here", true},
	                                {70, 79, "Up", false}, {79, 80, "Sliver", false}};
	struct block block = progress(waves, 2);
	const struct op *tint;

	block.progress.bands = bands;
	block.progress.n_bands = N(bands);
	bench_draw(bench, &block, 400);
	tint = bench_find(bench, OP_RECT, COLOUR_TINT, 0);
	assert_near(tint->rect.y, 25);
	assert_near(tint->rect.height, 25);
	assert_near(tint->rect.width, 400);
	assert_near(bench_text(bench, "Here")->text.x, 400 - 4 - 20);
	assert_non_null(bench_text(bench, "Low"));
	/* A band of 2.5 points has no room for a name. */
	assert_null(bench_text(bench, "Sliver"));
}

static void the_middle_half_is_a_bar(void **state)
{
	struct bench *bench = *state;
	struct wave waves[] = {wave_of("w1", 50, "50.0"), wave_of("w2", 62, "62.0")};
	struct block block = progress(waves, 2);
	const struct op *bar;

	waves[0].lower = 48;
	waves[0].upper = 56;
	block.progress.key_middle = "middle half";
	bench_draw(bench, &block, 400);
	bar = bench_find(bench, OP_RECT, COLOUR_INK2, 0);
	assert_near(bar->rect.x + bar->rect.width / 2,
	            bench_find(bench, OP_CIRCLE, COLOUR_BLUE, 0)->circle.x);
	assert_near(bar->rect.y, 60);
	assert_near(bar->rect.height, 20);
	assert_non_null(bench_text(bench, "middle half"));
	/* The other one is the key's. */
	assert_int_equal(bench_count(bench, OP_RECT, COLOUR_INK2), 2);
}

/* A figure stands below a line that rises from its point and above one that falls. */
static void figures_stand_where_the_line_turns_away(void **state)
{
	struct bench *bench = *state;
	struct wave waves[] = {wave_of("w1", 60, "up"), wave_of("w2", 70, "down"),
	                       wave_of("w3", 60, "last")};
	struct block block = progress(waves, 3);

	bench_draw(bench, &block, 400);
	assert_true(bench_text(bench, "up")->text.y > 50 + 5);
	assert_true(bench_text(bench, "down")->text.y < 25 - 5);
}

static const double rising[] = {10, 15, 20}, gap[] = {12, NAN, 14}, none[] = {NAN, NAN, NAN};

static struct block panels(struct panel *rows, size_t n)
{
	struct block block = {.kind = BLOCK_PANELS};

	block.panels = (struct panels_block){.words = {"finding", NULL}, .low = 10, .high = 20,
	                                     .first_label = "w1", .last_label = "w3",
	                                     .n_waves = 3, .panels = rows, .n_panels = n};
	return block;
}

/* Each shows the others behind its own line. */
static void panels_show_one_in_blue(void **state)
{
	struct bench *bench = *state;
	struct panel rows[] = {{"Brewing", "+5", false, rising, "10.0", "20.0"},
	                       {"Serving", "-2", true, gap, "12.0", "14.0"}};
	struct block block = panels(rows, 2);

	bench_draw(bench, &block, 400);
	assert_int_equal(bench_count(bench, OP_POLYGON, COLOUR_BLUE), 1);
	assert_int_equal(bench_count(bench, OP_LINE, COLOUR_BLUE), 1);
	assert_int_equal(bench_count(bench, OP_POLYGON, COLOUR_RULE), 1);
	assert_int_equal(bench_count(bench, OP_LINE, COLOUR_RULE), 1);
	assert_int_equal(bench_count(bench, OP_CIRCLE, COLOUR_BLUE), 4);
	assert_int_equal(bench_text(bench, "-2")->text.colour, COLOUR_ORANGE_TEXT);
	/* Two are no wider than three: (400 - 2 * 20) / 3 = 120 and the gap. */
	assert_near(bench_text(bench, "Serving")->text.x, 140);
}

static void panels_without_figures_have_words(void **state)
{
	struct bench *bench = *state;
	struct panel rows[] = {{"Brewing", "3 answers", false, none, NULL, NULL},
	                       {"Serving", "+5", false, rising, "10.0", "20.0"}};
	struct block block = panels(rows, 2);

	bench_draw(bench, &block, 400);
	assert_int_equal(bench_count(bench, OP_CIRCLE, COLOUR_BLUE), 2);
	assert_non_null(bench_text(bench, "3 answers"));
}

/* Three fit beside each other, so four make two lines of two. */
static void panels_make_full_lines(void **state)
{
	struct bench *bench = *state;
	struct panel rows[4];
	struct block block = panels(rows, 4);
	struct measured measured;

	for (size_t i = 0; i < 4; i++)
		rows[i] = (struct panel){"Same", "+5", false, rising, "10.0", "20.0"};
	block_measure(&bench->fake->layout, &block, 400, &measured);
	assert_int_equal(measured.n_strips, 2);
	block_measure(&bench->fake->layout, &block, 500, &measured);
	assert_int_equal(measured.n_strips, 1);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, bench_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(waves_stand_at_equal_distances),
		CASE(a_wave_that_is_withheld_leaves_its_gap),
		CASE(bands_are_cut_at_the_axis),
		CASE(the_middle_half_is_a_bar),
		CASE(figures_stand_where_the_line_turns_away),
		CASE(panels_show_one_in_blue),
		CASE(panels_without_figures_have_words),
		CASE(panels_make_full_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
