#include "unit.h"

#include <math.h>

#include "score/score.h"
#include "score_bench.h"


/* Places in the framework of fixture_stands. */
enum { WHOLE, P, P1, P2, P3, P4, Q, Q1, Q2, Q3 };

enum { OPEN, STARTED, DONE };
enum { NO, YES };

static const struct scores *agreed(struct arena *arena, const struct framework *framework,
                                   const int *values)
{
	struct answers *answers = fixture_answers(arena, framework);

	fixture_sheet(arena, answers, "", values)->kind = SHEET_CONSENSUS;
	return score_wave(arena, answers, "w1");
}

static const struct result *results(struct arena *arena, const struct framework *framework,
                                    const int *values)
{
	return agreed(arena, framework, values)->consensus;
}

/* Our rule: done / (done + started + open). p: 2 done of 4 = 0.5. q has two
 * statuses, one done = 0.5; its check takes no part. The whole: the mean. */
static void completion(void **state)
{
	const struct result *of = results(*state, fixture_stands(*state),
	                                  (int[]){DONE, DONE, STARTED, OPEN, DONE, OPEN, YES});

	assert_near(of[P1].value, 1);
	assert_near(of[P3].value, 0);
	assert_near(of[P4].value, 0);
	assert_near(of[P].value, 0.5);
	assert_near(of[Q].value, 0.5);
	assert_near(of[WHOLE].value, 0.5);
	assert_int_equal(of[P].tally.stands[STAND_DONE], 2);
	assert_int_equal(of[P].tally.stands[STAND_STARTED], 1);
	assert_int_equal(of[P].tally.stands[STAND_OPEN], 1);
	assert_int_equal(of[WHOLE].tally.stands[STAND_DONE], 4);
	assert_int_equal(of[WHOLE].answered, 7);
}

/* p: of the four, one does not apply and one is blank: 2 of the 3 that apply
 * are answered, more than half; 1 done of 2 = 0.5. q: 1 of 1 = 1. */
static void what_does_not_apply_is_left_out(void **state)
{
	const struct result *of =
	    results(*state, fixture_stands(*state),
	            (int[]){DONE, EXCLUDED, STARTED, BLANK, DONE, EXCLUDED, EXCLUDED});

	assert_near(of[P].value, 0.5);
	assert_near(of[Q].value, 1);
	assert_near(of[WHOLE].value, 0.75);
	assert_nothing(of[P2].value);
	assert_nothing(of[P4].value);
	assert_nothing(of[Q3].value);
	assert_int_equal(of[P2].answered, 0);
	assert_int_equal(of[P2].tally.excluded, 1);
	assert_int_equal(of[P2].tally.blank, 0);
	assert_int_equal(of[P].tally.blank, 1);
	assert_int_equal(of[WHOLE].tally.excluded, 3);
	assert_int_equal(of[WHOLE].answered, 3);
}

/* Half of p's four must be answered: one is not enough; with three that do not
 * apply, one of one is. */
static void minimum_is_a_share_of_what_applies(void **state)
{
	struct framework *framework = fixture_stands(*state);
	const struct result *of =
	    results(*state, framework, (int[]){DONE, BLANK, BLANK, BLANK, DONE, DONE, YES});

	assert_nothing(of[P].value);
	of = results(*state, framework,
	             (int[]){DONE, EXCLUDED, EXCLUDED, EXCLUDED, DONE, DONE, YES});
	assert_near(of[P].value, 1);
}

/* Never 0/0: nothing applies in p, so it has no score and the whole is q's, also
 * when all sections must be scored. */
static void nothing_applies(void **state)
{
	struct framework *framework = fixture_stands(*state);
	const struct result *of;

	framework->levels[0].rule.minimum = 1;
	of = results(*state, framework,
	             (int[]){EXCLUDED, EXCLUDED, EXCLUDED, EXCLUDED, DONE, OPEN, NO});
	assert_nothing(of[P].value);
	assert_near(of[Q].value, 0.5);
	assert_near(of[WHOLE].value, 0.5);
	of = results(*state, framework,
	             (int[]){EXCLUDED, EXCLUDED, EXCLUDED, EXCLUDED, EXCLUDED, EXCLUDED, EXCLUDED});
	for (size_t e = 0; e < framework->n_elements; e++)
		assert_nothing(of[e].value);
	assert_int_equal(of[WHOLE].tally.excluded, 7);
}

/* p-1 weighs 3: (3 x 1 + 0) / (3 + 1) = 0.75. */
static void weights_count(void **state)
{
	struct framework *framework = fixture_stands(*state);

	framework->elements[P1].weight = 3;
	assert_near(results(*state, framework,
	                    (int[]){DONE, OPEN, EXCLUDED, EXCLUDED, DONE, DONE, NO})[P].value,
	            0.75);
}

/* Checks alone: q-1 crossed, q-2 "no", q-3 empty: 1 / 3; p's 4 boxes are empty
 * on a sheet with answers: 0 / 4. All: 1 / 7. */
static void share_of_checks(void **state)
{
	struct framework *framework = fixture_stands(*state);
	const struct result *of;

	for (size_t i = 0; i < framework->n_items; i++)
		framework->elements[framework->items[i]].scale = framework->elements[Q3].scale;
	framework->levels[0].rule = framework->levels[1].rule =
	    (struct rule){.measure = MEASURE_SHARE, .minimum = 1, .complete = NAN};
	of = results(*state, framework, (int[]){BLANK, BLANK, BLANK, BLANK, YES, NO, BLANK});
	assert_near(of[Q].value, 1.0 / 3);
	assert_near(of[P].value, 0);
	assert_near(of[WHOLE].value, 1.0 / 7);
	assert_near(of[Q3].value, 0);
	assert_int_equal(of[Q3].answered, 1);
	assert_int_equal(of[Q].tally.stands[STAND_OPEN], 2);
	assert_int_equal(of[WHOLE].tally.blank, 0);

	of = results(*state, framework, (int[]){BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK});
	assert_nothing(of[Q3].value);
	assert_nothing(of[WHOLE].value);
	assert_int_equal(of[WHOLE].tally.blank, 7);

	of = results(*state, framework,
	             (int[]){BLANK, BLANK, BLANK, BLANK, EXCLUDED, EXCLUDED, EXCLUDED});
	assert_near(of[P].value, 0);
	assert_nothing(of[Q].value);
	assert_near(of[WHOLE].value, 0);
}

/* Statuses and checks that are done, whatever they weigh: p 1, q 1 + 1; from
 * the sections 1 + 2. */
static void count_of_what_is_done(void **state)
{
	struct framework *framework = fixture_stands(*state);
	static const int values[] = {DONE, STARTED, EXCLUDED, BLANK, DONE, OPEN, YES};
	const struct result *of;

	framework->elements[P1].weight = 5;
	framework->levels[0].rule.measure = MEASURE_DONE;
	framework->levels[1].rule = (struct rule){.measure = MEASURE_DONE, .complete = NAN};
	of = results(*state, framework, values);
	assert_near(of[P].value, 1);
	assert_near(of[Q].value, 2);
	assert_near(of[WHOLE].value, 3);
	framework->levels[0].rule.from = SCORE_FROM_ITEMS;
	assert_near(results(*state, framework, values)[WHOLE].value, 3);
}

/* The first phase below 0.75. Weights of 0.1 and 0.3 make 0.3 / 0.4 a hair less
 * than 0.75, which still counts. */
static void position(void **state)
{
	struct framework *framework = fixture_stands(*state);

	assert_int_equal(agreed(*state, framework,
	                        (int[]){DONE, DONE, OPEN, OPEN, DONE, DONE, NO})->position, P);
	assert_int_equal(agreed(*state, framework,
	                        (int[]){DONE, DONE, DONE, OPEN, DONE, OPEN, NO})->position, Q);
	assert_true(agreed(*state, framework,
	                   (int[]){DONE, DONE, DONE, OPEN, DONE, DONE, NO})->position == SIZE_MAX);
	/* nothing applies in p */
	assert_int_equal(agreed(*state, framework, (int[]){EXCLUDED, EXCLUDED, EXCLUDED, EXCLUDED,
	                                                   DONE, OPEN, NO})->position, Q);
	/* too little of p is answered */
	assert_int_equal(agreed(*state, framework,
	                        (int[]){DONE, BLANK, BLANK, BLANK, DONE, DONE, NO})->position, P);
	framework->elements[P1].weight = 0.3;
	framework->elements[P2].weight = 0.1;
	assert_int_equal(agreed(*state, framework, (int[]){DONE, OPEN, EXCLUDED, EXCLUDED,
	                                                   OPEN, OPEN, NO})->position, Q);
}

static void no_position(void **state)
{
	struct framework *framework = fixture_stands(*state);
	struct answers *answers = fixture_answers(*state, framework);
	static const int values[] = {OPEN, OPEN, OPEN, OPEN, OPEN, OPEN, NO};

	fixture_sheet(*state, answers, "A1", values);
	assert_true(score_wave(*state, answers, "w1")->position == SIZE_MAX);
	framework->levels[1].rule.complete = NAN;
	assert_true(agreed(*state, framework, values)->position == SIZE_MAX);
}

/* p of three people: 1 of 4, 2 of 4, and 3 of the 3 that apply; the mean is
 * (0.25 + 0.5 + 1) / 3. An empty sheet counts in the tally alone. */
static void group_of_stands(void **state)
{
	struct answers *answers = fixture_answers(*state, fixture_stands(*state));
	const struct stats *stats;

	fixture_sheet(*state, answers, "A1", (int[]){DONE, OPEN, OPEN, STARTED, OPEN, OPEN, YES});
	fixture_sheet(*state, answers, "B2", (int[]){DONE, DONE, OPEN, STARTED, OPEN, OPEN, BLANK});
	fixture_sheet(*state, answers, "C3",
	              (int[]){DONE, DONE, DONE, EXCLUDED, OPEN, OPEN, EXCLUDED});
	fixture_sheet(*state, answers, "D4",
	              (int[]){BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK});
	stats = score_wave(*state, answers, "w1")->stats;
	assert_int_equal(stats[P].n, 3);
	assert_near(stats[P].mean, 1.75 / 3);
	assert_int_equal(stats[P].tally.stands[STAND_DONE], 6);
	assert_int_equal(stats[P].tally.stands[STAND_STARTED], 2);
	assert_int_equal(stats[P].tally.stands[STAND_OPEN], 3);
	assert_int_equal(stats[P].tally.excluded, 1);
	assert_int_equal(stats[P].tally.blank, 4);
	assert_int_equal(stats[P2].counts[OPEN], 1);
	assert_int_equal(stats[P2].counts[STARTED], 0);
	assert_int_equal(stats[P2].counts[DONE], 2);
	assert_int_equal(stats[P4].counts[STARTED], 2);
	assert_int_equal(stats[Q3].n, 2);
	assert_int_equal(stats[Q3].counts[NO], 1);
	assert_int_equal(stats[Q3].counts[YES], 1);
	assert_near(stats[Q3].mean, 0.5);
	assert_near(stats[Q3].agreement, 0);
	assert_near(stats[P1].agreement, 1);
	/* p-4: two at the same point */
	assert_near(stats[P4].agreement, 1);
}

/* a: 4 + 3 + 4 = 11 of three that apply; prorated to those with one more blank,
 * (4 + 3) x 3 / 2 = 10.5 where 0.6 x 3 = 1.8, so two, are enough. */
static void ratings_that_do_not_apply(void **state)
{
	struct framework *framework = fixture_ratings(*state);
	const struct result *of;

	framework->levels[1].rule.minimum = 0.6;
	of = results(*state, framework, (int[]){4, 3, 4, EXCLUDED, EXCLUDED, 3, 2});
	assert_near(of[1].value, 11);
	assert_nothing(of[5].value);
	assert_int_equal(of[1].answered, 3);
	of = results(*state, framework, (int[]){4, 3, BLANK, EXCLUDED, EXCLUDED, 3, 2});
	assert_near(of[1].value, 10.5);
	/* nothing applies in b: the whole, which needs all sections, is a's */
	of = results(*state, framework, (int[]){4, 3, 4, 3, 4, EXCLUDED, EXCLUDED});
	assert_nothing(of[7].value);
	assert_near(of[0].value, 18);
}

/* s: + and - of the two that apply = 0; t: (1 + 0) / 2. A sheet on which only
 * "does not apply" stands is not empty: the other boxes are "not sure". */
static void marks_that_do_not_apply(void **state)
{
	struct framework *framework = fixture_marks(*state);
	const struct result *of = results(*state, framework, (int[]){1, -1, EXCLUDED, 1, BLANK});

	assert_near(of[1].value, 0);
	assert_nothing(of[4].value);
	assert_near(of[5].value, 0.5);
	assert_near(of[0].value, 0.25);
	assert_int_equal(of[0].tally.excluded, 1);
	of = results(*state, framework, (int[]){EXCLUDED, EXCLUDED, EXCLUDED, BLANK, BLANK});
	assert_nothing(of[1].value);
	assert_near(of[5].value, 0);
}

/* Choices, numbers, texts and dates are answered or not, and never scored. */
static void answers_without_a_score(void **state)
{
	struct framework *framework = fixture_stands(*state);
	static struct point points[] = {{.value = 0, .id = "red"}, {.value = 1, .id = "blue"}};
	static const struct scale choice = {.kind = SCALE_CHOICE, .points = points, .n_points = 2};
	static const struct scale number = {.kind = SCALE_NUMBER}, text = {.kind = SCALE_TEXT};
	struct answers *answers = fixture_answers(*state, framework);
	struct sheet *sheet;
	const struct scores *scores;

	framework->elements[P1].scale = &choice;
	framework->elements[P2].scale = &number;
	framework->elements[P3].scale = &text;
	sheet = fixture_sheet(*state, answers, "A1",
	                      (int[]){YES, BLANK, EXCLUDED, DONE, OPEN, OPEN, NO});
	sheet->written = ARENA_ARRAY(*state, struct value, 7);
	sheet->written[1] = (struct value){.given = true, .number = 7, .text = "7"};
	scores = score_wave(*state, answers, "w1");
	assert_nothing(scores->results[0][P1].value);
	assert_nothing(scores->results[0][P2].value);
	assert_int_equal(scores->results[0][P1].answered, 1);
	assert_int_equal(scores->results[0][P2].answered, 1);
	assert_int_equal(scores->results[0][P3].answered, 0);
	assert_int_equal(scores->results[0][P3].tally.excluded, 1);
	assert_int_equal(scores->results[0][P].answered, 3);
	assert_near(scores->results[0][P].value, 1);
	assert_int_equal(scores->stats[P1].n, 0);
	assert_int_equal(scores->stats[P1].counts[1], 1);
	assert_nothing(scores->stats[P1].agreement);
	assert_null(scores->stats[P2].counts);
	sheet->written[1] = (struct value){0};
	scores = score_wave(*state, answers, "w1");
	assert_int_equal(scores->results[0][P2].tally.blank, 1);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(completion),
		TEST(what_does_not_apply_is_left_out),
		TEST(minimum_is_a_share_of_what_applies),
		TEST(nothing_applies),
		TEST(weights_count),
		TEST(share_of_checks),
		TEST(count_of_what_is_done),
		TEST(position),
		TEST(no_position),
		TEST(group_of_stands),
		TEST(ratings_that_do_not_apply),
		TEST(marks_that_do_not_apply),
		TEST(answers_without_a_score),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
