#include "unit.h"



#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "model/answers.h"
#include "model/framework.h"
#include "model/theme.h"
#include "model/words.h"

/* Two sections of two items each, rated 1 to 5; sums, the whole from the
 * sections. */
static struct point points[] = {{.value = 1, .label = "Never"}, {.value = 5, .label = "Always"}};
static struct scale rating = {.id = "r", .kind = SCALE_RATING, .points = points, .n_points = 2};
static struct scale mark = {.id = "m", .kind = SCALE_MARK};
static struct level levels[] = {
	{.id = "overall", .rule = {.measure = MEASURE_SUM, .from = SCORE_FROM_SECTIONS}},
	{.id = "part", .rule = {.measure = MEASURE_SUM}},
	{.id = "item"},
};
static struct element elements[] = {
	{.id = "all", .level = 0, .end = 7, .first_item = 0, .n_items = 4},
	{.id = "a", .level = 1, .end = 4, .first_item = 0, .n_items = 2},
	{.id = "a-1", .level = 2, .parent = 1, .end = 3, .n_items = 1, .scale = &rating, .weight = 1},
	{.id = "a-2", .level = 2, .parent = 1, .end = 4, .first_item = 1, .n_items = 1,
	 .scale = &rating, .weight = 1},
	{.id = "b", .level = 1, .end = 7, .first_item = 2, .n_items = 2},
	{.id = "b-1", .level = 2, .parent = 4, .end = 6, .first_item = 2, .n_items = 1,
	 .scale = &rating, .weight = 1},
	{.id = "b-2", .level = 2, .parent = 4, .end = 7, .first_item = 3, .n_items = 1,
	 .scale = &rating, .weight = 2},
};
static size_t items[] = {2, 3, 5, 6};
static const struct framework framework = {
	.id = "f", .levels = levels, .n_levels = 3, .elements = elements, .n_elements = 7,
	.items = items, .n_items = 4,
};

static void walks_one_level(void **state)
{
	size_t first = framework_next(&framework, 0, 0, 1);
	size_t second = framework_next(&framework, 0, first, 1);

	(void)state;
	assert_int_equal(first, 1);
	assert_int_equal(second, 4);
	assert_int_equal(framework_next(&framework, 0, second, 1), SIZE_MAX);
	assert_int_equal(framework_next(&framework, 1, 1, 2), 2);
	assert_int_equal(framework_next(&framework, 1, 3, 2), SIZE_MAX);
	assert_int_equal(framework_count(&framework, 0, 2), 4);
}

static void finds_by_id(void **state)
{
	(void)state;
	assert_int_equal(framework_find(&framework, "b"), 4);
	assert_int_equal(framework_find_item(&framework, "b-1"), 2);
	assert_int_equal(framework_find_item(&framework, "b"), SIZE_MAX);
}

/* a: two items of 1 to 5, so 2 to 10. b: weights 1 and 2, so 3 to 15.
 * The whole adds both: 5 to 25. */
static void tells_the_range_of_scores(void **state)
{
	double low, high;

	(void)state;
	assert_true(framework_range(&framework, 1, &low, &high));
	assert_true(low == 2 && high == 10);
	assert_true(framework_range(&framework, 4, &low, &high));
	assert_true(low == 3 && high == 15);
	assert_true(framework_range(&framework, 0, &low, &high));
	assert_true(low == 5 && high == 25);
}

/* Our rule: a share of the inputs, rounded up. In binary 0.7 x 10 is
 * 7.000000000000001, which must still be 7. */
static void needs_a_share(void **state)
{
	(void)state;
	assert_int_equal(framework_needed(0.8, 5), 4);
	assert_int_equal(framework_needed(0.8, 4), 4); /* 3.2 */
	assert_int_equal(framework_needed(0.7, 10), 7);
	assert_int_equal(framework_needed(0.5, 5), 3); /* 2.5 */
	assert_int_equal(framework_needed(1, 20), 20);
	assert_int_equal(framework_needed(0, 5), 0);
}

static void knows_marks_from_ratings(void **state)
{
	struct element marked[] = {{.id = "x", .scale = &mark}};
	size_t one[] = {0};
	struct framework marks = {.elements = marked, .n_elements = 1, .items = one, .n_items = 1};

	(void)state;
	assert_true(framework_is_marks(&marks));
	assert_false(framework_is_marks(&framework));
}

static void puts_sheets_in_order_and_finds_doubles(void **state)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	struct source source = {"a.yaml", "", 0};
	struct sheet sheets[] = {
		{.wave = "2026-H2", .respondent = "B", .pos = {&source, 1, 1}},
		{.wave = "2026-H1", .respondent = "B", .pos = {&source, 2, 1}},
		{.wave = "2026-H2", .respondent = "", .kind = SHEET_CONSENSUS,
		 .pos = {&source, 3, 1}},
		{.wave = "2026-H2", .respondent = "A", .pos = {&source, 4, 1}},
		{.wave = "2026-H2", .respondent = "B", .pos = {&source, 5, 1}},
	};
	struct answers answers = {.sheets = sheets, .n_sheets = 5};

	(void)state;
	assert_false(answers_finish(&answers, arena, diag));
	assert_int_equal(diag_n_errors(diag), 1);
	assert_int_equal(answers.n_waves, 2);
	assert_string_equal(answers.waves[1], "2026-H2");
	assert_string_equal(answers.sheets[1].respondent, "A");
	assert_int_equal(answers.sheets[4].kind, SHEET_CONSENSUS);
	arena_free(arena);
}

static void fills_placeholders(void **state)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	struct vocabulary vocabulary = {.arena = arena, .diag = diag};
	struct pos pos = {NULL, 0, 0};

	(void)state;
	words_set(&vocabulary, "stage", "Mobilize");
	words_set_number(&vocabulary, "n", 14, 0);
	assert_string_equal(words_fill_text(&vocabulary, "{n} {n|person|people} in {stage}", pos),
	                    "14 people in Mobilize");
	words_set_number(&vocabulary, "n", 1, 0);
	assert_string_equal(words_fill_text(&vocabulary, "{n} {n|person|people}, {{x}", pos),
	                    "1 person, {x}");
	assert_int_equal(diag_n_errors(diag), 0);
	words_fill_text(&vocabulary, "{stgae}", pos);
	assert_int_equal(diag_n_errors(diag), 1);
	arena_free(arena);
}

static void takes_the_first_variant_that_holds(void **state)
{
	struct arena *arena = arena_new();
	struct vocabulary vocabulary = {.arena = arena, .diag = diag_new(arena)};
	struct condition placed = {.flag = "placed"};
	struct condition not_top[] = {{.flag = "placed"}, {.flag = "top", .negated = true}};
	struct variant variants[] = {
		{.conditions = not_top, .n_conditions = 2, .text = "on the way"},
		{.conditions = &placed, .n_conditions = 1, .text = "at the top"},
	};
	struct wording wording = {.key = "title", .variants = variants, .n_variants = 2};

	(void)state;
	assert_null(words_fill(&vocabulary, &wording, 1, "title"));
	assert_null(words_fill(&vocabulary, &wording, 1, "lead"));
	words_flag(&vocabulary, "placed", true);
	words_flag(&vocabulary, "top", false);
	assert_string_equal(words_fill(&vocabulary, &wording, 1, "title"), "on the way");
	words_flag(&vocabulary, "top", true);
	assert_string_equal(words_fill(&vocabulary, &wording, 1, "title"), "at the top");
	arena_free(arena);
}

/* WCAG 2.2, "contrast ratio" and "relative luminance" (https://www.w3.org/TR/WCAG22/):
 *   (L1 + 0.05) / (L2 + 0.05), the lighter one first,
 *   L = 0.2126 R + 0.7152 G + 0.0722 B, where R, G and B are
 *   c / 12.92 for c <= 0.04045, else ((c + 0.055) / 1.055) ^ 2.4.
 * By hand for the gray 777777: c = 119 / 255 = 0.46667, L = 0.49447 ^ 2.4 = 0.18447,
 * 1.05 / 0.23447 = 4.478. For pure blue: L = 0.0722, 1.05 / 0.1222 = 8.592. For 0A0A0A:
 * c = 0.03922, L = 0.03922 / 12.92 = 0.003035, 1.05 / 0.053035 = 19.798. */
static void tells_how_far_colours_can_be_told_apart(void **state)
{
	const struct rgb white = {1, 1, 1}, black = {0, 0, 0}, blue = {0, 0, 1};
	const struct rgb gray = {119 / 255.0, 119 / 255.0, 119 / 255.0};
	const struct rgb dark = {10 / 255.0, 10 / 255.0, 10 / 255.0};

	(void)state;
	assert_float_equal(colour_contrast(white, black), 21, 1e-9);
	assert_float_equal(colour_contrast(blue, blue), 1, 1e-9);
	assert_float_equal(colour_contrast(gray, white), 4.478, 0.001);
	assert_float_equal(colour_contrast(white, blue), 8.592, 0.001);
	assert_float_equal(colour_contrast(dark, white), 19.798, 0.001);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(walks_one_level),
		cmocka_unit_test(finds_by_id),
		cmocka_unit_test(tells_the_range_of_scores),
		cmocka_unit_test(needs_a_share),
		cmocka_unit_test(knows_marks_from_ratings),
		cmocka_unit_test(puts_sheets_in_order_and_finds_doubles),
		cmocka_unit_test(fills_placeholders),
		cmocka_unit_test(takes_the_first_variant_that_holds),
		cmocka_unit_test(tells_how_far_colours_can_be_told_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
