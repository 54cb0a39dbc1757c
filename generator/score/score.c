#include "score/score.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "model/answers.h"
#include "model/framework.h"

/* What an element is scored from; the arrays have room for every element. */
struct inputs {
	double *values, *weights;
	size_t n, n_possible;
	double weight_possible;
};

static void scale_limits(const struct scale *scale, int *low, int *high)
{
	*low = scale->kind == SCALE_MARK ? -1 : scale->points[0].value;
	*high = scale->kind == SCALE_MARK ? 1 : scale->points[scale->n_points - 1].value;
}

static const struct rule *element_rule(const struct framework *framework, size_t element)
{
	return &framework->levels[framework->elements[element].level].rule;
}

static void tally_add(struct tally *sum, const struct tally *part)
{
	sum->plus += part->plus;
	sum->minus += part->minus;
	sum->blank += part->blank;
}

static bool sheet_is_empty(const struct framework *framework, const struct sheet *sheet)
{
	for (size_t i = 0; i < framework->n_items; i++)
		if (sheet->values[i] != ANSWER_BLANK)
			return false;
	return true;
}

static struct result item_result(const struct element *item, int answer, bool empty_sheet)
{
	struct result result = {.value = NAN};
	int low, high;

	if (answer == ANSWER_BLANK) {
		result.tally.blank = 1;
		if (item->scale->kind == SCALE_MARK && !empty_sheet)
			result.value = 0;
		return result;
	}
	scale_limits(item->scale, &low, &high);
	result.value = item->reversed ? low + high - answer : answer;
	result.answered = 1;
	if (item->scale->kind == SCALE_MARK) {
		result.tally.plus = result.value > 0;
		result.tally.minus = result.value < 0;
	}
	return result;
}

static void inputs_add(struct inputs *inputs, double value, double weight, bool there)
{
	inputs->n_possible++;
	inputs->weight_possible += weight;
	if (!there)
		return;
	inputs->values[inputs->n] = value;
	inputs->weights[inputs->n++] = weight;
}

static void gather_items(const struct framework *framework, const struct element *element,
                         const struct result *results, struct inputs *inputs)
{
	for (size_t i = 0; i < element->n_items; i++) {
		size_t item = framework->items[element->first_item + i];

		inputs_add(inputs, results[item].value, framework->elements[item].weight,
		           results[item].answered > 0);
	}
}

static void gather_sections(const struct framework *framework, size_t element,
                            const struct result *results, struct inputs *inputs)
{
	size_t level = framework->elements[element].level + 1;

	for (size_t i = framework_next(framework, element, element, level); i != SIZE_MAX;
	     i = framework_next(framework, element, i, level))
		inputs_add(inputs, results[i].value, 1, !isnan(results[i].value));
}

/* Items that are rated take no part. */
static double net_of_items(const struct framework *framework, const struct element *element,
                           const struct result *results, double minimum)
{
	struct tally tally = {0};

	for (size_t i = 0; i < element->n_items; i++) {
		size_t item = framework->items[element->first_item + i];

		if (framework->elements[item].scale->kind != SCALE_MARK)
			continue;
		if (isnan(results[item].value))
			return NAN;
		tally_add(&tally, &results[item].tally);
	}
	if (tally.plus + tally.minus <
	    framework_needed(minimum, tally.plus + tally.minus + tally.blank))
		return NAN;
	return score_net(&tally);
}

static double section_value(const struct framework *framework, size_t element,
                            const struct result *results, struct inputs *inputs)
{
	const struct rule *rule = element_rule(framework, element);

	inputs->n = inputs->n_possible = 0;
	inputs->weight_possible = 0;
	if (rule->measure == MEASURE_NET && rule->from == SCORE_FROM_ITEMS)
		return net_of_items(framework, &framework->elements[element], results,
		                    rule->minimum);
	if (rule->from == SCORE_FROM_SECTIONS)
		gather_sections(framework, element, results, inputs);
	else
		gather_items(framework, &framework->elements[element], results, inputs);
	if (rule->measure == MEASURE_NONE ||
	    inputs->n < framework_needed(rule->minimum, inputs->n_possible))
		return NAN;
	if (rule->measure == MEASURE_SUM)
		return score_sum(inputs->values, inputs->weights, inputs->n,
		                 rule->prorate ? inputs->weight_possible : 0);
	return score_mean(inputs->values, inputs->weights, inputs->n);
}

static struct result *sheet_results(struct arena *arena, const struct framework *framework,
                                    const struct sheet *sheet, struct inputs *inputs)
{
	struct result *results = ARENA_ARRAY(arena, struct result, framework->n_elements);
	bool empty = sheet_is_empty(framework, sheet);

	for (size_t i = 0; i < framework->n_items; i++) {
		size_t item = framework->items[i];

		results[item] = item_result(&framework->elements[item], sheet->values[i], empty);
	}
	/* Children stand after their parents, so backwards all inputs are there. */
	for (size_t e = framework->n_elements; e-- > 0;) {
		const struct element *element = &framework->elements[e];

		if (element->scale == NULL) {
			for (size_t i = 0; i < element->n_items; i++) {
				size_t item = framework->items[element->first_item + i];

				results[e].answered += results[item].answered;
				tally_add(&results[e].tally, &results[item].tally);
			}
			results[e].value = section_value(framework, e, results, inputs);
		}
		results[e].band = score_band(element_rule(framework, e)->bands, results[e].value);
	}
	return results;
}

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

static size_t *count_answers(struct arena *arena, const struct scores *scores, size_t item)
{
	const struct framework *framework = scores->framework;
	const struct scale *scale = framework->elements[framework->items[item]].scale;
	size_t *counts = ARENA_ARRAY(arena, size_t, scale->n_points);

	for (size_t person = 0; person < scores->n_people; person++)
		for (size_t i = 0; i < scale->n_points; i++)
			counts[i] += scores->people[person]->values[item] == scale->points[i].value;
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

static double rating_agreement(struct arena *arena, const struct scale *scale,
                               const size_t *counts)
{
	double *points = ARENA_ARRAY(arena, double, scale->n_points);
	int low, high;

	for (size_t i = 0; i < scale->n_points; i++)
		points[i] = scale->points[i].value;
	scale_limits(scale, &low, &high);
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
	return rating_agreement(arena, element->scale, scores->stats[e].counts);
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
	const struct bands *bands = element_rule(framework, e)->bands;
	struct stats *stats = &scores->stats[e];
	size_t n = 0;

	for (size_t person = 0; person < scores->n_people; person++) {
		const struct result *result = &scores->results[person][e];

		tally_add(&stats->tally, &result->tally);
		if (!isnan(result->value))
			values[n++] = result->value;
	}
	describe(stats, values, n);
	if (element->scale != NULL && element->scale->kind == SCALE_RATING)
		stats->counts = count_answers(arena, scores, element->first_item);
	stats->agreement = element_agreement(arena, scores, e);
	stats->split = is_split(&stats->tally, framework->split);
	stats->band = score_band(bands, stats->mean);
	stats->to_next = score_to_next(bands, stats->mean);
}

static void pick_sheets(struct arena *arena, struct scores *scores)
{
	const struct answers *answers = scores->answers;

	scores->people = ARENA_ARRAY(arena, const struct sheet *, answers->n_sheets);
	for (size_t i = 0; i < answers->n_sheets; i++) {
		const struct sheet *sheet = &answers->sheets[i];

		if (strcmp(sheet->wave, scores->wave) != 0)
			continue;
		if (sheet->kind == SHEET_CONSENSUS)
			scores->consensus_sheet = sheet;
		else
			scores->people[scores->n_people++] = sheet;
	}
}

struct scores *score_wave(struct arena *arena, const struct answers *answers, const char *wave)
{
	const struct framework *framework = answers->framework;
	struct scores *scores = ARENA_NEW(arena, struct scores);
	struct inputs inputs = {
		.values = ARENA_ARRAY(arena, double, framework->n_elements),
		.weights = ARENA_ARRAY(arena, double, framework->n_elements),
	};
	double *values;

	scores->framework = framework;
	scores->answers = answers;
	scores->wave = arena_strdup(arena, wave);
	pick_sheets(arena, scores);
	scores->results = ARENA_ARRAY(arena, struct result *, scores->n_people);
	for (size_t i = 0; i < scores->n_people; i++)
		scores->results[i] = sheet_results(arena, framework, scores->people[i], &inputs);
	if (scores->consensus_sheet != NULL)
		scores->consensus =
		    sheet_results(arena, framework, scores->consensus_sheet, &inputs);
	scores->stats = ARENA_ARRAY(arena, struct stats, framework->n_elements);
	values = ARENA_ARRAY(arena, double, scores->n_people);
	/* Backwards, so that items are there before the sections above them. */
	for (size_t e = framework->n_elements; e-- > 0;)
		element_stats(arena, scores, e, values);
	return scores;
}
