#include "score/parts.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "model/answers.h"
#include "score/score.h"

static int compare_numbers(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return (a > b) - (a < b);
}

/* Fills in what follows from the values alone, and sorts them. */
static void describe(struct stats *stats, double *values, size_t n)
{
	double sum = 0;

	if (n > 0)
		qsort(values, n, sizeof *values, compare_numbers);
	for (size_t i = 0; i < n; i++)
		sum += values[i];
	stats->n = n;
	stats->mean = n > 0 ? sum / (double)n : NAN;
	stats->sd = score_sd(values, n);
	stats->min = score_quantile(values, n, 0);
	stats->lower = score_quantile(values, n, 0.25);
	stats->median = score_quantile(values, n, 0.5);
	stats->upper = score_quantile(values, n, 0.75);
	stats->max = score_quantile(values, n, 1);
}

/* An empty box of a check that was gone through is counted at "no". */
static size_t *count_answers(struct arena *arena, const struct scores *scores, size_t e)
{
	const struct element *element = &scores->framework->elements[e];
	const struct scale *scale = element->scale;
	size_t *counts = ARENA_ARRAY(arena, size_t, scale->n_points);

	for (size_t person = 0; person < scores->n_people; person++) {
		double value = scores->results[person][e].value;
		int answer = scores->people[person]->values[element->first_item];

		if (scale->kind == SCALE_CHECK && !isnan(value))
			answer = (int)value;
		for (size_t i = 0; i < scale->n_points; i++)
			counts[i] += answer == scale->points[i].value;
	}
	return counts;
}

static double mark_agreement(const struct scores *scores, size_t element)
{
	static const double points[] = {-1, 0, 1};
	size_t counts[] = {0, 0, 0};

	for (size_t person = 0; person < scores->n_people; person++) {
		const struct result *result = &scores->results[person][element];

		if (!isnan(result->value))
			counts[(int)result->value + 1]++;
	}
	return score_consensus(points, counts, 3, 2);
}

static double point_agreement(struct arena *arena, const struct scale *scale,
                               const size_t *counts)
{
	double *points = ARENA_ARRAY(arena, double, scale->n_points);
	int low, high;

	for (size_t i = 0; i < scale->n_points; i++)
		points[i] = scale->points[i].value;
	score_limits(scale, &low, &high);
	return score_consensus(points, counts, scale->n_points, high - low);
}

static double section_agreement(const struct scores *scores, const struct element *element)
{
	double sum = 0;
	size_t n = 0;

	for (size_t i = 0; i < element->n_items; i++) {
		size_t item = scores->framework->items[element->first_item + i];
		double agreement = scores->stats[item].agreement;

		if (isnan(agreement))
			continue;
		sum += agreement;
		n++;
	}
	return n > 0 ? sum / (double)n : NAN;
}

static double element_agreement(struct arena *arena, const struct scores *scores, size_t e)
{
	const struct element *element = &scores->framework->elements[e];

	if (element->scale == NULL)
		return section_agreement(scores, element);
	if (scores->stats[e].n < 2)
		return NAN;
	if (element->scale->kind == SCALE_MARK)
		return mark_agreement(scores, e);
	return point_agreement(arena, element->scale, scores->stats[e].counts);
}

static bool is_split(const struct tally *tally, double share)
{
	double signs = (double)(tally->plus + tally->minus);
	double all = signs + (double)tally->blank;

	return signs > 0 && (double)tally->plus / all >= share &&
	       (double)tally->minus / all >= share;
}

static void element_stats(struct arena *arena, struct scores *scores, size_t e, double *values)
{
	const struct framework *framework = scores->framework;
	const struct element *element = &framework->elements[e];
	const struct bands *bands = framework->levels[element->level].rule.bands;
	struct stats *stats = &scores->stats[e];
	size_t n = 0;

	for (size_t person = 0; person < scores->n_people; person++) {
		const struct result *result = &scores->results[person][e];

		tally_add(&stats->tally, &result->tally);
		if (!isnan(result->value))
			values[n++] = result->value;
	}
	describe(stats, values, n);
	if (element->scale != NULL && element->scale->n_points > 0)
		stats->counts = count_answers(arena, scores, e);
	stats->agreement = element_agreement(arena, scores, e);
	stats->split = is_split(&stats->tally, framework->split);
	stats->band = score_band(bands, stats->mean);
	stats->to_next = score_to_next(bands, stats->mean);
}

void score_group(struct arena *arena, struct scores *scores)
{
	double *values = ARENA_ARRAY(arena, double, scores->n_people);

	scores->stats = ARENA_ARRAY(arena, struct stats, scores->framework->n_elements);
	/* Backwards, so that items are there before the sections above them. */
	for (size_t e = scores->framework->n_elements; e-- > 0;)
		element_stats(arena, scores, e, values);
}
