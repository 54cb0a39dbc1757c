#include "unit.h"

#include <math.h>

#include "score/score.h"
#include "score_bench.h"

#define N(array) (sizeof(array) / sizeof *(array))

/* Our rule: a prorated sum puts the person's own mean where an answer is
 * missing. 4 + 3 + 5 + 4 = 16 of four, times 5 / 4 = 20.
 * Weights 2 and 1 of 4: (2x3 + 1x5) x 4 / 3 = 44 / 3. */
static void sums(void **state)
{
	static const double ones[] = {1, 1, 1, 1}, answers[] = {4, 3, 5, 4};
	static const double weights[] = {2, 1}, values[] = {3, 5}, nothing[] = {0, 0};

	(void)state;
	assert_near(score_sum(answers, ones, 4, 5), 20);
	assert_near(score_sum(answers, ones, 4, 4), 16);
	assert_near(score_sum(answers, ones, 4, 0), 16);
	assert_near(score_sum(values, weights, 2, 4), 44.0 / 3);
	assert_nothing(score_sum(answers, ones, 0, 5));
	assert_nothing(score_sum(values, nothing, 2, 4));
}

/* (2x3 + 1x5) / (2 + 1) = 11 / 3 */
static void means(void **state)
{
	static const double weights[] = {2, 1}, values[] = {3, 5}, nothing[] = {0, 0};

	(void)state;
	assert_near(score_mean(values, weights, 2), 11.0 / 3);
	assert_nothing(score_mean(values, weights, 0));
	assert_nothing(score_mean(values, nothing, 2));
}

/* Net as in the framework's own rule: (3 - 1) / 5 = 0.4 */
static void nets(void **state)
{
	(void)state;
	assert_near(score_net(&(struct tally){.plus = 3, .minus = 1, .blank = 1}), 0.4);
	assert_near(score_net(&(struct tally){.minus = 5}), -1);
	assert_near(score_net(&(struct tally){.blank = 5}), 0);
	assert_nothing(score_net(&(struct tally){0}));
}

/* Textbook formula sqrt(sum (x - mean)^2 / (n - 1)): the mean of 2 4 4 4 5 5 7 9
 * is 5, the squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, sqrt(32 / 7) = 2.138090. */
static void standard_deviation(void **state)
{
	static const double values[] = {2, 4, 4, 4, 5, 5, 7, 9}, same[] = {3, 3, 3};

	(void)state;
	assert_near(score_sd(values, N(values)), 2.138090);
	assert_true(score_sd(same, N(same)) == 0);
	assert_nothing(score_sd(values, 1));
	assert_nothing(score_sd(values, 0));
}

/* Hyndman & Fan (1996), definition 7: the place of p among n values is
 * (n - 1) p, counted from 0. Of 1 2 3 4 the quarter is at 0.75: 1.75; the half
 * at 1.5: 2.5. Of five values the quarter is the second one. */
static void quantiles(void **state)
{
	static const double four[] = {1, 2, 3, 4}, five[] = {10, 20, 30, 40, 50};

	(void)state;
	assert_near(score_quantile(four, 4, 0.25), 1.75);
	assert_near(score_quantile(four, 4, 0.5), 2.5);
	assert_near(score_quantile(four, 4, 0.75), 3.25);
	assert_near(score_quantile(five, 5, 0.25), 20);
	assert_near(score_quantile(five, 5, 0), 10);
	assert_near(score_quantile(five, 5, 1), 50);
	assert_near(score_quantile(five, 1, 0.75), 10);
	assert_nothing(score_quantile(five, 0, 0.5));
}

/* Tastle & Wierman (2007), "Consensus and dissention: A measure of ordinal
 * dispersion": Cns = 1 + sum p log2(1 - |x - mean| / range).
 * Their limits: all at one point 1, half at each end 0.
 * One at each of 1..5: mean 3, 1 + 0.4 log2(1/2) + 0.4 log2(3/4)
 *   = 1 - 0.4 - 0.4 x 0.4150375 = 0.433985.
 * One at 3 and one at 5: mean 4, 1 + log2(3/4) = 0.584963. */
static void consensus_of_ratings(void **state)
{
	static const double points[] = {1, 2, 3, 4, 5};

	(void)state;
	assert_near(score_consensus(points, (size_t[]){0, 0, 7, 0, 0}, 5, 4), 1);
	assert_near(score_consensus(points, (size_t[]){4, 0, 0, 0, 4}, 5, 4), 0);
	assert_near(score_consensus(points, (size_t[]){1, 1, 1, 1, 1}, 5, 4), 0.433985);
	assert_near(score_consensus(points, (size_t[]){0, 0, 1, 0, 1}, 5, 4), 0.584963);
	assert_nothing(score_consensus(points, (size_t[]){0, 0, 0, 0, 0}, 5, 4));
	assert_nothing(score_consensus(points, (size_t[]){1, 1, 1, 1, 1}, 5, 0));
}

/* The same source on -1, 0, +1. 1 2 1: mean 0, 1 + 0.5 log2(1/2) = 0.5.
 * 0 1 1: mean 0.5, both 0.25 of the range away, 1 + log2(3/4) = 0.584963. */
static void consensus_of_marks(void **state)
{
	static const double points[] = {-1, 0, 1};

	(void)state;
	assert_near(score_consensus(points, (size_t[]){1, 2, 1}, 3, 2), 0.5);
	assert_near(score_consensus(points, (size_t[]){0, 1, 1}, 3, 2), 0.584963);
	assert_near(score_consensus(points, (size_t[]){3, 0, 3}, 3, 2), 0);
	assert_near(score_consensus(points, (size_t[]){0, 6, 0}, 3, 2), 1);
}

/* Our rule: round once, half up. */
static void bands_are_looked_up(void **state)
{
	static const struct band steps[] = {
		{.from = 50, .to = 59}, {.from = 60, .to = 69}, {.from = 70, .to = 100},
	};
	static const struct band around[] = {{.from = -5, .to = -2}, {.from = -1, .to = -1},
	                                     {.from = 0, .to = 5}};
	const struct bands *bands = fixture_bands(*state, steps, 3);
	const struct bands *signs = fixture_bands(*state, around, 3);

	assert_int_equal(score_band(bands, 59.49), 0);
	assert_int_equal(score_band(bands, 59.5), 1);
	assert_int_equal(score_band(bands, 59.5 - 1e-12), 1);
	assert_int_equal(score_band(bands, 49.49), -1);
	assert_int_equal(score_band(bands, 49.5), 0);
	assert_int_equal(score_band(bands, 100.4), 2);
	assert_int_equal(score_band(bands, 100.5), -1);
	assert_int_equal(score_band(bands, NAN), -1);
	assert_int_equal(score_band(NULL, 60), -1);
	assert_int_equal(score_band(signs, -0.5), 2);
	assert_int_equal(score_band(signs, -0.51), 1);
	assert_int_equal(score_band(signs, -1.5), 1);
	assert_int_equal(score_band(signs, -1.51), 0);
}

/* 70 - 63.4 = 6.6; 59.6 stands in 60-69 already, so 70 - 59.6 = 10.4. */
static void the_next_band(void **state)
{
	static const struct band steps[] = {
		{.from = 50, .to = 59}, {.from = 60, .to = 69}, {.from = 70, .to = 100},
	};
	const struct bands *bands = fixture_bands(*state, steps, 3);

	assert_near(score_to_next(bands, 63.4), 6.6);
	assert_near(score_to_next(bands, 59.6), 10.4);
	assert_nothing(score_to_next(bands, 80));
	assert_nothing(score_to_next(bands, 20));
	assert_nothing(score_to_next(bands, NAN));
	assert_nothing(score_to_next(NULL, 63.4));
}

static const struct result *score_one(struct arena *arena, const struct framework *framework,
                                      const int *values)
{
	struct answers *answers = fixture_answers(arena, framework);

	fixture_sheet(arena, answers, "P1", values);
	return score_wave(arena, answers, "w1")->results[0];
}

/* a: 4 + 3 + 5 + 4 + 2 = 18. b: 2 x 3 + (1 + 5 - 2) = 10. All: 28. */
static void person_with_every_answer(void **state)
{
	const struct result *results =
	    score_one(*state, fixture_ratings(*state), (int[]){4, 3, 5, 4, 2, 3, 2});

	assert_near(results[2].value, 4);
	assert_near(results[9].value, 4); /* reversed */
	assert_near(results[1].value, 18);
	assert_near(results[7].value, 10);
	assert_near(results[0].value, 28);
	assert_int_equal(results[0].answered, 7);
	assert_int_equal(results[0].tally.blank, 0);
	assert_int_equal(results[1].band, 1);
	assert_int_equal(results[7].band, 0);
	assert_int_equal(results[0].band, 1);
	assert_int_equal(results[2].band, -1);
}

/* a: (4 + 3 + 5 + 4) x 5 / 4 = 20; 4 of 5 are the minimum of 0.8. */
static void one_missing_answer_is_prorated(void **state)
{
	struct framework *framework = fixture_ratings(*state);
	static const int values[] = {4, 3, BLANK, 5, 4, 3, 2};
	const struct result *results = score_one(*state, framework, values);

	assert_near(results[1].value, 20);
	assert_near(results[0].value, 30);
	assert_int_equal(results[0].band, 2);
	assert_int_equal(results[1].answered, 4);
	assert_int_equal(results[1].tally.blank, 1);
	assert_nothing(results[4].value);
	assert_int_equal(results[4].answered, 0);

	framework->levels[1].rule.prorate = false;
	assert_near(score_one(*state, framework, values)[1].value, 16);
}

/* b needs 0.8 x 2 = 1.6, so both; a with three of five is not scored; and the
 * whole needs both sections. */
static void below_the_minimum_is_not_scored(void **state)
{
	struct framework *framework = fixture_ratings(*state);
	const struct result *results =
	    score_one(*state, framework, (int[]){4, BLANK, BLANK, 4, 4, 3, 2});

	assert_nothing(results[1].value);
	assert_int_equal(results[1].band, -1);
	assert_int_equal(results[1].answered, 3);
	assert_near(results[7].value, 10);
	assert_nothing(results[0].value);
	assert_int_equal(results[0].answered, 5);

	results = score_one(*state, framework, (int[]){4, 4, 4, 4, 4, 3, BLANK});
	assert_near(results[1].value, 20);
	assert_nothing(results[7].value);
	assert_nothing(results[0].value);
}

/* b with b-1 alone, weight 2 of 3: 2 x 4 x 3 / 2 = 12. */
static void weights_are_prorated_too(void **state)
{
	struct framework *framework = fixture_ratings(*state);

	framework->levels[1].rule.minimum = 0.5;
	assert_near(score_one(*state, framework, (int[]){1, 1, 1, 1, 1, 4, BLANK})[7].value, 12);
}

/* a: 18 / 5 = 3.6. b: (2 x 3 + 4) / 3 = 10 / 3. Of the sections, which weigh
 * the same: (3.6 + 10/3) / 2 = 3.466667; of the items: (18 + 10) / 8 = 3.5. */
static void means_by_rule(void **state)
{
	struct framework *framework = fixture_ratings(*state);
	static const int values[] = {4, 3, 5, 4, 2, 3, 2};
	const struct result *results;

	framework->levels[0].rule.measure = MEASURE_MEAN;
	framework->levels[1].rule.measure = MEASURE_MEAN;
	results = score_one(*state, framework, values);
	assert_near(results[1].value, 3.6);
	assert_near(results[7].value, 10.0 / 3);
	assert_near(results[0].value, 3.466667);

	framework->levels[0].rule.from = SCORE_FROM_ITEMS;
	assert_near(score_one(*state, framework, values)[0].value, 3.5);
}

/* One section of two is enough: 18 x 2 / 1 = 36 prorated, 18 not. */
static void sections_may_be_missing(void **state)
{
	struct framework *framework = fixture_ratings(*state);
	static const int values[] = {4, 3, 5, 4, 2, BLANK, BLANK};

	framework->levels[0].rule.minimum = 0.5;
	assert_near(score_one(*state, framework, values)[0].value, 18);
	framework->levels[0].rule.prorate = true;
	assert_near(score_one(*state, framework, values)[0].value, 36);
}

static void level_without_a_measure(void **state)
{
	struct framework *framework = fixture_ratings(*state);
	const struct result *results;

	framework->levels[0].rule.measure = MEASURE_NONE;
	results = score_one(*state, framework, (int[]){4, 3, 5, 4, 2, 3, 2});
	assert_nothing(results[0].value);
	assert_int_equal(results[0].band, -1);
	assert_int_equal(results[0].answered, 7);
	assert_near(results[1].value, 18);
}

/* s: + + empty = (2 - 0) / 3. t: - + = 0. All: (3 - 1) / 5 = 0.4. */
static void net_of_marks(void **state)
{
	const struct result *results =
	    score_one(*state, fixture_marks(*state), (int[]){1, 1, BLANK, -1, 1});

	assert_near(results[1].value, 2.0 / 3);
	assert_near(results[5].value, 0);
	assert_near(results[0].value, 0.4);
	assert_int_equal(results[0].answered, 4);
	assert_int_equal(results[0].tally.plus, 3);
	assert_int_equal(results[0].tally.minus, 1);
	assert_int_equal(results[0].tally.blank, 1);
	assert_near(results[2].value, 1);
	assert_near(results[4].value, 0);
	assert_int_equal(results[4].answered, 0);
	assert_near(results[6].value, -1);
}

/* The mean of the skills' nets: (2/3 + 0) / 2 = 1/3. */
static void net_of_sections(void **state)
{
	struct framework *framework = fixture_marks(*state);

	framework->levels[0].rule.from = SCORE_FROM_SECTIONS;
	assert_near(score_one(*state, framework, (int[]){1, 1, BLANK, -1, 1})[0].value, 1.0 / 3);
}

static void empty_skill_of_a_started_sheet_is_0(void **state)
{
	const struct result *results = score_one(
	    *state, fixture_marks(*state), (int[]){BLANK, BLANK, BLANK, 1, BLANK});

	assert_true(results[1].value == 0);
	assert_int_equal(results[1].tally.blank, 3);
	assert_near(results[5].value, 0.5);
	assert_near(results[0].value, 0.2);
}

static void empty_sheet_is_not_scored(void **state)
{
	static const int values[] = {BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK};
	struct framework *frameworks[] = {fixture_marks(*state), fixture_ratings(*state)};

	for (size_t f = 0; f < N(frameworks); f++) {
		const struct result *results = score_one(*state, frameworks[f], values);

		for (size_t e = 0; e < frameworks[f]->n_elements; e++) {
			assert_nothing(results[e].value);
			assert_int_equal(results[e].band, -1);
			assert_int_equal(results[e].answered, 0);
		}
		assert_int_equal(results[0].tally.blank, frameworks[f]->n_items);
	}
}

/* 0.6 of three are two signs. */
static void net_with_a_minimum(void **state)
{
	struct framework *framework = fixture_marks(*state);
	const struct result *results;

	framework->levels[1].rule.minimum = 0.6;
	results = score_one(*state, framework, (int[]){1, BLANK, BLANK, 1, 1});
	assert_nothing(results[1].value);
	assert_near(results[5].value, 1);
	assert_near(results[0].value, 0.6);
	results = score_one(*state, framework, (int[]){1, 1, BLANK, 1, 1});
	assert_near(results[1].value, 2.0 / 3);
}

/* A + at a reversed mark counts as -: s is (2 - 1) / 3. */
static void reversed_mark(void **state)
{
	struct framework *framework = fixture_marks(*state);
	const struct result *results;

	framework->elements[2].reversed = true;
	results = score_one(*state, framework, (int[]){1, 1, 1, BLANK, BLANK});
	assert_near(results[2].value, -1);
	assert_int_equal(results[2].tally.minus, 1);
	assert_near(results[1].value, 1.0 / 3);
	assert_near(results[0].value, 0.2);
}

/* A sum of marks takes the signs that are there: 1 + 1 - 1 = 1 of three, with
 * two of five boxes empty 1 x 5 / 3 when prorated. */
static void sum_of_marks(void **state)
{
	struct framework *framework = fixture_marks(*state);
	static const int values[] = {1, 1, BLANK, -1, BLANK};

	framework->levels[0].rule.measure = MEASURE_SUM;
	assert_near(score_one(*state, framework, values)[0].value, 1);
	framework->levels[0].rule.prorate = true;
	assert_near(score_one(*state, framework, values)[0].value, 5.0 / 3);
}

/* Totals of a: 5, 10, 15, 20 and one not scored. Mean 12.5; squares 56.25 +
 * 6.25 + 6.25 + 56.25 = 125, sd sqrt(125 / 3) = 6.454972; type 7 quartiles at
 * places 0.75, 1.5 and 2.25: 8.75, 12.5, 16.25. 12.5 rounds to 13, "poor", and
 * is 2.5 short of 15. */
static void group_of_ratings(void **state)
{
	struct answers *answers = fixture_answers(*state, fixture_ratings(*state));
	const struct stats *stats;

	for (int i = 1; i <= 4; i++)
		fixture_sheet(*state, answers, "P", (int[]){i, i, i, i, i, 3, 3});
	fixture_sheet(*state, answers, "P", (int[]){5, BLANK, BLANK, BLANK, BLANK, 3, 3});
	stats = score_wave(*state, answers, "w1")->stats;
	assert_int_equal(stats[1].n, 4);
	assert_near(stats[1].mean, 12.5);
	assert_near(stats[1].sd, 6.454972);
	assert_near(stats[1].min, 5);
	assert_near(stats[1].lower, 8.75);
	assert_near(stats[1].median, 12.5);
	assert_near(stats[1].upper, 16.25);
	assert_near(stats[1].max, 20);
	assert_int_equal(stats[1].band, 0);
	assert_near(stats[1].to_next, 2.5);
	assert_int_equal(stats[1].tally.blank, 4);
	assert_false(stats[1].split);
	assert_null(stats[1].counts);
}

/* a-1 has one at each point: 0.433985 as above. a-2 .. a-5 have one at 1, 2, 3
 * and 4: mean 2.5, 1 + 0.5 log2(1 - 1.5/4) + 0.5 log2(1 - 0.5/4)
 *   = 1 - 0.5 x 0.678072 - 0.5 x 0.192645 = 0.564642. b's are all equal: 1.
 * a: (0.433985 + 4 x 0.564642) / 5 = 0.538510; all: (2.692553 + 2) / 7. */
static void agreement_of_ratings(void **state)
{
	struct answers *answers = fixture_answers(*state, fixture_ratings(*state));
	const struct stats *stats;

	for (int i = 1; i <= 4; i++)
		fixture_sheet(*state, answers, "P", (int[]){i, i, i, i, i, 3, 3});
	fixture_sheet(*state, answers, "P", (int[]){5, BLANK, BLANK, BLANK, BLANK, 3, 3});
	stats = score_wave(*state, answers, "w1")->stats;
	assert_int_equal(stats[2].n, 5);
	assert_near(stats[2].agreement, 0.433985);
	assert_int_equal(stats[3].n, 4);
	assert_near(stats[3].agreement, 0.564642);
	assert_near(stats[7].agreement, 1);
	assert_near(stats[1].agreement, 0.538510);
	assert_near(stats[0].agreement, 0.670365);
}

static void counts_are_as_answered(void **state)
{
	struct answers *answers = fixture_answers(*state, fixture_ratings(*state));
	static const size_t expected[] = {2, 0, 0, 1, 0};
	const struct stats *stats;

	fixture_sheet(*state, answers, "P1", (int[]){1, 1, 1, 1, 1, 1, 1});
	fixture_sheet(*state, answers, "P2", (int[]){1, 1, 1, 1, 1, 1, 1});
	fixture_sheet(*state, answers, "P3", (int[]){1, 1, 1, 1, 1, 1, 4});
	fixture_sheet(*state, answers, "P4", (int[]){1, 1, 1, 1, 1, 1, BLANK});
	stats = &score_wave(*state, answers, "w1")->stats[9]; /* b-2, reversed */
	for (size_t i = 0; i < N(expected); i++)
		assert_int_equal(stats->counts[i], expected[i]);
	assert_near(stats->mean, 4); /* (5 + 5 + 2) / 3 */
	assert_int_equal(stats->n, 3);
	assert_int_equal(stats->tally.blank, 1);
}

/* (19 + 20) / 2 = 19.5 rounds up to 20, the middle stage; 30 is 10.5 away. */
static void mean_at_the_edge_of_a_band(void **state)
{
	struct answers *answers = fixture_answers(*state, fixture_ratings(*state));
	const struct stats *stats;

	fixture_sheet(*state, answers, "P1", (int[]){2, 2, 2, 2, 2, 3, 3}); /* 10 + 9 */
	fixture_sheet(*state, answers, "P2", (int[]){2, 2, 2, 2, 3, 3, 3}); /* 11 + 9 */
	stats = score_wave(*state, answers, "w1")->stats;
	assert_near(stats[0].mean, 19.5);
	assert_int_equal(stats[0].band, 1);
	assert_near(stats[0].to_next, 10.5);
}

static void everybody_equal(void **state)
{
	struct answers *answers = fixture_answers(*state, fixture_ratings(*state));
	const struct stats *stats;

	for (int i = 0; i < 3; i++)
		fixture_sheet(*state, answers, "P", (int[]){3, 3, 3, 3, 3, 3, 3});
	stats = score_wave(*state, answers, "w1")->stats;
	for (size_t e = 0; e < answers->framework->n_elements; e++) {
		assert_true(stats[e].sd == 0);
		assert_true(stats[e].agreement == 1);
		assert_true(stats[e].min == stats[e].max);
	}
	assert_near(stats[0].mean, 24);
}

static void half_at_each_end(void **state)
{
	struct answers *answers = fixture_answers(*state, fixture_ratings(*state));
	const struct stats *stats;

	for (int i = 0; i < 4; i++) {
		int v = i % 2 == 0 ? 1 : 5;

		fixture_sheet(*state, answers, "P", (int[]){v, v, v, v, v, v, v});
	}
	stats = score_wave(*state, answers, "w1")->stats;
	for (size_t e = 0; e < answers->framework->n_elements; e++)
		assert_near(stats[e].agreement, 0);
}

static void one_respondent(void **state)
{
	struct answers *answers = fixture_answers(*state, fixture_ratings(*state));
	const struct stats *stats;

	fixture_sheet(*state, answers, "P1", (int[]){4, 3, 5, 4, 2, 3, 2});
	stats = score_wave(*state, answers, "w1")->stats;
	assert_int_equal(stats[0].n, 1);
	assert_near(stats[0].mean, 28);
	assert_near(stats[0].lower, 28);
	assert_near(stats[0].max, 28);
	for (size_t e = 0; e < answers->framework->n_elements; e++) {
		assert_nothing(stats[e].sd);
		assert_nothing(stats[e].agreement);
	}
}

static void assert_no_stats(const struct stats *stats)
{
	assert_int_equal(stats->n, 0);
	assert_nothing(stats->mean);
	assert_nothing(stats->sd);
	assert_nothing(stats->min);
	assert_nothing(stats->lower);
	assert_nothing(stats->median);
	assert_nothing(stats->upper);
	assert_nothing(stats->max);
	assert_nothing(stats->agreement);
	assert_nothing(stats->to_next);
	assert_int_equal(stats->band, -1);
	assert_false(stats->split);
}

static void nobody_in_the_wave(void **state)
{
	struct framework *frameworks[] = {fixture_marks(*state), fixture_ratings(*state)};

	for (size_t f = 0; f < N(frameworks); f++) {
		struct answers *answers = fixture_answers(*state, frameworks[f]);
		const struct scores *scores = score_wave(*state, answers, "w1");

		assert_int_equal(scores->n_people, 0);
		assert_string_equal(scores->wave, "w1");
		assert_null(scores->consensus);
		for (size_t e = 0; e < frameworks[f]->n_elements; e++)
			assert_no_stats(&scores->stats[e]);
	}
}

static void everything_blank(void **state)
{
	static const int values[] = {BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK};
	struct framework *frameworks[] = {fixture_marks(*state), fixture_ratings(*state)};

	for (size_t f = 0; f < N(frameworks); f++) {
		struct answers *answers = fixture_answers(*state, frameworks[f]);
		const struct scores *scores;

		fixture_sheet(*state, answers, "P1", values);
		fixture_sheet(*state, answers, "P2", values);
		scores = score_wave(*state, answers, "w1");
		for (size_t e = 0; e < frameworks[f]->n_elements; e++)
			assert_no_stats(&scores->stats[e]);
		assert_int_equal(scores->stats[0].tally.blank, 2 * frameworks[f]->n_items);
	}
}

/* Three people and an empty sheet, which counts in the tally alone.
 * s-1: + + -: mean 1/3, n 3; distances 2/3 and 4/3 of a range of 2:
 *   1 + 2/3 log2(2/3) + 1/3 log2(1/3) = 1 - 0.389975 - 0.528321 = 0.081704.
 * s-2: + empty -: mean 0, 1 + 2/3 log2(1/2) = 0.333333. s-3: all +: 1.
 * s: nets 1, 2/3, -1/3; mean 4/9. Skill agreement (0.081704 + 0.333333 + 1) / 3. */
static void group_of_marks(void **state)
{
	struct answers *answers = fixture_answers(*state, fixture_marks(*state));
	const struct stats *stats;

	fixture_sheet(*state, answers, "P1", (int[]){1, 1, 1, 1, 1});
	fixture_sheet(*state, answers, "P2", (int[]){1, BLANK, 1, 1, 1});
	fixture_sheet(*state, answers, "P3", (int[]){-1, -1, 1, 1, 1});
	fixture_sheet(*state, answers, "P4", (int[]){BLANK, BLANK, BLANK, BLANK, BLANK});
	stats = score_wave(*state, answers, "w1")->stats;
	assert_int_equal(stats[1].n, 3);
	assert_near(stats[1].mean, 4.0 / 9);
	assert_int_equal(stats[1].tally.plus, 6);
	assert_int_equal(stats[1].tally.minus, 2);
	assert_int_equal(stats[1].tally.blank, 4);
	assert_near(stats[2].agreement, 0.081704);
	assert_near(stats[3].agreement, 1.0 / 3);
	assert_near(stats[4].agreement, 1);
	assert_near(stats[1].agreement, 0.471679);
	assert_null(stats[2].counts);
	assert_int_equal(stats[1].band, -1);
}

/* t has 10 people x 2 items = 20 answers: 7 of each sign are the share of 0.35
 * exactly, 6 (0.3) are not. */
static void split_marks(void **state)
{
	struct framework *framework = fixture_marks(*state);
	struct answers *answers = fixture_answers(*state, framework);
	const struct stats *stats;

	for (int i = 0; i < 10; i++)
		fixture_sheet(*state, answers, "P",
		              (int[]){i < 4 ? 1 : -1, 1, i < 5 ? 1 : BLANK,
		                      i < 7 ? 1 : BLANK, i < 7 ? -1 : BLANK});
	stats = score_wave(*state, answers, "w1")->stats;
	assert_true(stats[5].split);
	assert_true(stats[2].split);  /* 4 + 6 of 10 */
	assert_false(stats[3].split); /* + alone */
	assert_false(stats[4].split); /* no - */
	assert_false(stats[1].split); /* 19 +, 6 - of 30 */
	answers->sheets[0].values[4] = BLANK;
	assert_false(score_wave(*state, answers, "w1")->stats[5].split);
	framework->split = 0.3;
	assert_true(score_wave(*state, answers, "w1")->stats[5].split);
}

static void consensus_sheet_is_scored_apart(void **state)
{
	struct answers *answers = fixture_answers(*state, fixture_ratings(*state));
	const struct scores *scores;

	fixture_sheet(*state, answers, "P1", (int[]){1, 1, 1, 1, 1, 1, 1});
	fixture_sheet(*state, answers, "", (int[]){4, 3, 5, 4, 2, 3, 2})->kind = SHEET_CONSENSUS;
	fixture_sheet(*state, answers, "P1", (int[]){5, 5, 5, 5, 5, 5, 5})->wave = "w2";
	scores = score_wave(*state, answers, "w1");
	assert_int_equal(scores->n_people, 1);
	assert_ptr_equal(scores->people[0], &answers->sheets[0]);
	assert_ptr_equal(scores->consensus_sheet, &answers->sheets[1]);
	assert_near(scores->consensus[0].value, 28);
	assert_int_equal(scores->consensus[0].band, 1);
	assert_near(scores->stats[0].mean, 12); /* 5 + 2 x 1 + 5 */
	scores = score_wave(*state, answers, "w2");
	assert_int_equal(scores->n_people, 1);
	assert_null(scores->consensus_sheet);
	assert_near(scores->stats[1].mean, 25);
}

/* b-2 is a mark here: the sum of b takes both items, net the mark alone. */
static void ratings_and_marks_mixed(void **state)
{
	static const struct scale mark = {.id = "sign", .kind = SCALE_MARK};
	struct framework *framework = fixture_ratings(*state);
	const struct result *results;

	framework->elements[9].scale = &mark;
	framework->elements[9].reversed = false;
	framework->levels[0].rule = (struct rule){.measure = MEASURE_NET};
	results = score_one(*state, framework, (int[]){3, 3, 3, 3, BLANK, 3, -1});
	assert_near(results[0].value, -1);
	assert_near(results[7].value, 5); /* 2 x 3 - 1 */
	results = score_one(*state, framework, (int[]){3, 3, 3, 3, BLANK, 3, BLANK});
	assert_near(results[0].value, 0);
}

/* Sheets in wave `wave`, sorted by their codes, on which every item has the value. */
static void add_wave(struct arena *arena, struct answers *answers, const char *wave,
                     const char *const *codes, const int *values, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const int same[] = {values[i], values[i], values[i], values[i], values[i]};

		fixture_sheet(arena, answers, codes[i], same)->wave = wave;
	}
}

/* Only B, C and E have a net in both waves: B goes from -1 to +1, C from +1 to -1,
 * E stays at +1. Their mean change is (2 - 2 + 0) / 3 = 0. D left all boxes empty once. */
static void the_same_people_are_matched(void **state)
{
	static const char *const first[] = {"A", "B", "C", "D", "E"};
	static const char *const second[] = {"B", "C", "D", "E", "F", "G"};
	static const int before[] = {1, -1, 1, BLANK, 1}, after[] = {1, -1, 1, 1, -1, -1};
	struct answers *answers = fixture_answers(*state, fixture_marks(*state));
	const struct matched *matched;

	add_wave(*state, answers, "w1", first, before, 5);
	add_wave(*state, answers, "w2", second, after, 6);
	matched = score_matched(*state, score_wave(*state, answers, "w1"),
	                        score_wave(*state, answers, "w2"));
	assert_int_equal(matched->n, 3);
	assert_int_equal(matched->up, 1);
	assert_int_equal(matched->down, 1);
	assert_int_equal(matched->level, 1);
	assert_near(matched->change, 0);
}

/* Section a of the ratings is 5 times the value: from 10 to 20 and from 15 to 10, so
 * (10 - 5) / 2 = 2.5. */
static void the_change_of_the_same_people_is_a_mean(void **state)
{
	static const char *const codes[] = {"A", "B"};
	struct answers *answers = fixture_answers(*state, fixture_ratings(*state));
	const int before[2][7] = {{2, 2, 2, 2, 2, 3, 3}, {3, 3, 3, 3, 3, 3, 3}};
	const int after[2][7] = {{4, 4, 4, 4, 4, 3, 3}, {2, 2, 2, 2, 2, 3, 3}};
	const struct matched *matched;

	for (size_t i = 0; i < 2; i++)
		fixture_sheet(*state, answers, codes[i], before[i]);
	for (size_t i = 0; i < 2; i++)
		fixture_sheet(*state, answers, codes[i], after[i])->wave = "w2";
	matched = score_matched(*state, score_wave(*state, answers, "w1"),
	                        score_wave(*state, answers, "w2")) + 1;
	assert_int_equal(matched->n, 2);
	assert_near(matched->change, 2.5);
	assert_int_equal(matched->up, 1);
	assert_int_equal(matched->down, 1);
}

static void nobody_answered_both_times(void **state)
{
	static const char *const first[] = {"A"}, *const second[] = {"B"};
	static const int values[] = {1};
	struct answers *answers = fixture_answers(*state, fixture_marks(*state));
	const struct matched *matched;

	add_wave(*state, answers, "w1", first, values, 1);
	add_wave(*state, answers, "w2", second, values, 1);
	matched = score_matched(*state, score_wave(*state, answers, "w1"),
	                        score_wave(*state, answers, "w2"));
	assert_int_equal(matched->n, 0);
	assert_nothing(matched->change);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(sums),
		TEST(means),
		TEST(nets),
		TEST(standard_deviation),
		TEST(quantiles),
		TEST(consensus_of_ratings),
		TEST(consensus_of_marks),
		TEST(bands_are_looked_up),
		TEST(the_next_band),
		TEST(person_with_every_answer),
		TEST(one_missing_answer_is_prorated),
		TEST(below_the_minimum_is_not_scored),
		TEST(weights_are_prorated_too),
		TEST(means_by_rule),
		TEST(sections_may_be_missing),
		TEST(level_without_a_measure),
		TEST(net_of_marks),
		TEST(net_of_sections),
		TEST(empty_skill_of_a_started_sheet_is_0),
		TEST(empty_sheet_is_not_scored),
		TEST(net_with_a_minimum),
		TEST(reversed_mark),
		TEST(sum_of_marks),
		TEST(group_of_ratings),
		TEST(agreement_of_ratings),
		TEST(counts_are_as_answered),
		TEST(mean_at_the_edge_of_a_band),
		TEST(everybody_equal),
		TEST(half_at_each_end),
		TEST(one_respondent),
		TEST(nobody_in_the_wave),
		TEST(everything_blank),
		TEST(group_of_marks),
		TEST(split_marks),
		TEST(consensus_sheet_is_scored_apart),
		TEST(ratings_and_marks_mixed),
		TEST(the_same_people_are_matched),
		TEST(the_change_of_the_same_people_is_a_mean),
		TEST(nobody_answered_both_times),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
