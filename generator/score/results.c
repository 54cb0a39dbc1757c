#include "score/parts.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "model/answers.h"
#include "score/score.h"

void score_limits(const struct scale *scale, int *low, int *high)
{
	*low = scale->kind == SCALE_MARK ? -1 : scale->points[0].value;
	*high = scale->kind == SCALE_MARK ? 1 : scale->points[scale->n_points - 1].value;
}

static const struct element *item_at(const struct framework *framework, size_t item)
{
	return &framework->elements[framework->items[item]];
}

static bool is_blank(const struct framework *framework, const struct sheet *sheet, size_t item)
{
	if (scale_is_coded(item_at(framework, item)->scale) ||
	    sheet->values[item] == ANSWER_EXCLUDED)
		return sheet->values[item] == ANSWER_BLANK;
	return !sheet->written[item].given && !sheet->written[item].none;
}

static bool sheet_is_empty(const struct framework *framework, const struct sheet *sheet)
{
	for (size_t i = 0; i < framework->n_items; i++)
		if (!is_blank(framework, sheet, i))
			return false;
	return true;
}

/* An empty box is "not sure" for a mark and "no" for a check. */
static struct result blank_result(const struct scale *scale, bool empty_sheet)
{
	struct result result = {.value = NAN};

	if (scale->kind == SCALE_CHECK && !empty_sheet) {
		result.value = 0;
		result.answered = 1;
		result.tally.stands[STAND_OPEN] = 1;
		return result;
	}
	if (scale->kind == SCALE_MARK && !empty_sheet)
		result.value = 0;
	result.tally.blank = 1;
	return result;
}

static enum stand answer_stand(const struct scale *scale, int answer)
{
	for (size_t i = 0; i < scale->n_points; i++)
		if (scale->points[i].value == answer)
			return scale->points[i].stand;
	return STAND_OPEN;
}

static struct result answer_result(const struct element *item, int answer)
{
	struct result result = {.value = NAN, .answered = 1};
	int low, high;

	if (item->scale->kind == SCALE_RATING || item->scale->kind == SCALE_MARK) {
		score_limits(item->scale, &low, &high);
		result.value = item->reversed ? low + high - answer : answer;
	}
	if (item->scale->kind == SCALE_MARK) {
		result.tally.plus = result.value > 0;
		result.tally.minus = result.value < 0;
	}
	if (scale_has_stands(item->scale)) {
		enum stand stand = answer_stand(item->scale, answer);

		result.value = stand == STAND_DONE;
		result.tally.stands[stand] = 1;
	}
	return result;
}

static struct result item_result(const struct framework *framework, const struct sheet *sheet,
                                 size_t item, bool empty_sheet)
{
	const struct element *element = item_at(framework, item);

	if (sheet->values[item] == ANSWER_EXCLUDED)
		return (struct result){.value = NAN, .tally.excluded = 1};
	if (is_blank(framework, sheet, item))
		return blank_result(element->scale, empty_sheet);
	return answer_result(element, sheet->values[item]);
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

static const struct rule *element_rule(const struct framework *framework, size_t element)
{
	return &framework->levels[framework->elements[element].level].rule;
}

/* Whether an item takes part in a measure. */
static bool takes(enum measure measure, const struct element *item, const struct result *result)
{
	return measure_takes(measure, item->scale->kind) && result->tally.excluded == 0;
}

bool score_applies(const struct framework *framework, const struct result *results, size_t e)
{
	const struct element *element = &framework->elements[e];
	const struct rule *rule = element_rule(framework, e);
	bool applies = false;

	if (element->scale != NULL)
		return results[e].tally.excluded == 0;
	if (rule->from == SCORE_FROM_ITEMS) {
		for (size_t i = 0; i < element->n_items; i++) {
			size_t item = element->first_item + i;

			applies |= takes(rule->measure, item_at(framework, item),
			                 &results[framework->items[item]]);
		}
		return applies;
	}
	for (size_t i = framework_next(framework, e, e, element->level + 1); i != SIZE_MAX;
	     i = framework_next(framework, e, i, element->level + 1))
		applies |= score_applies(framework, results, i);
	return applies;
}

static void gather_items(const struct framework *framework, const struct element *element,
                         const struct result *results, struct inputs *inputs)
{
	enum measure measure = framework->levels[element->level].rule.measure;

	for (size_t i = 0; i < element->n_items; i++) {
		const struct element *item = item_at(framework, element->first_item + i);
		const struct result *result = &results[framework->items[element->first_item + i]];

		if (takes(measure, item, result))
			inputs_add(inputs, result->value, item->weight, result->answered > 0);
	}
}

static void gather_sections(const struct framework *framework, size_t element,
                            const struct result *results, struct inputs *inputs)
{
	size_t level = framework->elements[element].level + 1;

	for (size_t i = framework_next(framework, element, element, level); i != SIZE_MAX;
	     i = framework_next(framework, element, i, level))
		if (!isnan(results[i].value) || score_applies(framework, results, i))
			inputs_add(inputs, results[i].value, 1, !isnan(results[i].value));
}

static double net_of_items(const struct framework *framework, const struct element *element,
                           const struct result *results, double minimum)
{
	struct tally tally = {0};

	for (size_t i = 0; i < element->n_items; i++) {
		const struct element *item = item_at(framework, element->first_item + i);
		const struct result *result = &results[framework->items[element->first_item + i]];

		if (!takes(MEASURE_NET, item, result))
			continue;
		if (isnan(result->value))
			return NAN;
		tally_add(&tally, &result->tally);
	}
	if (tally.plus + tally.minus <
	    framework_needed(minimum, tally.plus + tally.minus + tally.blank))
		return NAN;
	return score_net(&tally);
}

static double measure_inputs(const struct rule *rule, const struct inputs *inputs)
{
	switch (rule->measure) {
	case MEASURE_SUM:
		return score_sum(inputs->values, inputs->weights, inputs->n,
		                 rule->prorate ? inputs->weight_possible : 0);
	case MEASURE_MEAN:
	case MEASURE_NET:
	case MEASURE_COMPLETION:
	case MEASURE_SHARE:
		return score_mean(inputs->values, inputs->weights, inputs->n);
	case MEASURE_DONE:
		return score_count(inputs->values, inputs->n);
	case MEASURE_NONE:
	case MEASURE_COUNT:
		break;
	}
	return NAN;
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
	if (inputs->n < framework_needed(rule->minimum, inputs->n_possible))
		return NAN;
	return measure_inputs(rule, inputs);
}

struct result *score_sheet(struct arena *arena, const struct framework *framework,
                           const struct sheet *sheet, struct inputs *inputs)
{
	struct result *results = ARENA_ARRAY(arena, struct result, framework->n_elements);
	bool empty = sheet_is_empty(framework, sheet);

	for (size_t i = 0; i < framework->n_items; i++)
		results[framework->items[i]] = item_result(framework, sheet, i, empty);
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
