#include <math.h>
#include <stdint.h>
#include <string.h>

#include "yaml/raw_framework.h"

/* What a measure is made of, in words. */
static const char *const matter[MEASURE_COUNT] = {
	[MEASURE_SUM] = "ratings",
	[MEASURE_MEAN] = "ratings",
	[MEASURE_NET] = "marks",
	[MEASURE_COMPLETION] = "statuses",
	[MEASURE_SHARE] = "checks",
	[MEASURE_DONE] = "statuses and checks",
};

static bool is_mixed(enum measure measure, enum scale_kind kind)
{
	if (measure == MEASURE_NET)
		return kind == SCALE_RATING;
	return (measure == MEASURE_SUM || measure == MEASURE_MEAN) && kind == SCALE_MARK;
}

/* Marks are counted, ratings are added up; the two do not mix. False: recorded. */
static bool check_mixed(const struct bind *bind, const struct framework *framework,
                        const struct raw_rule *rule)
{
	enum measure measure = rule->rule.measure;

	for (size_t i = 0; i < framework->n_items; i++) {
		const struct element *item = &framework->elements[framework->items[i]];

		if (item->scale == NULL || !is_mixed(measure, item->scale->kind))
			continue;
		if (measure == MEASURE_NET)
			diag_error(bind->diag, bind_pos(&rule->bound, "measure"),
			           "for ratings: sum or mean",
			           "net counts marks, but the item '%s' is rated", item->id);
		else
			diag_error(bind->diag, bind_pos(&rule->bound, "measure"), "for marks: net",
			           "a %s is made of ratings, but the item '%s' is marked",
			           measure_name(measure), item->id);
		return false;
	}
	return true;
}

/* Items of other kinds take no part, but there must be some that do. */
static void check_measure(const struct bind *bind, const struct framework *framework,
                          const struct raw_rule *rule)
{
	enum measure measure = rule->rule.measure;
	bool found = framework->n_items == 0;

	if (!check_mixed(bind, framework, rule))
		return;
	for (size_t i = 0; i < framework->n_items; i++) {
		const struct scale *scale = framework->elements[framework->items[i]].scale;

		found = found || scale == NULL || measure_takes(measure, scale->kind);
	}
	if (!found)
		diag_error(bind->diag, bind_pos(&rule->bound, "measure"), NULL,
		           "a %s is made of %s, but no item is answered so", measure_name(measure),
		           matter[measure]);
}

/* A net or a share is hardly ever a whole number, and bands are cut at whole ones. */
static void check_bands(const struct bind *bind, const struct raw_rule *rule)
{
	bool net = rule->rule.measure == MEASURE_NET;

	if (rule->rule.bands != NULL && (net || measure_is_share(rule->rule.measure)))
		diag_error(bind->diag, bind_pos(&rule->bound, "bands"), "leave it out",
		           "bands are cut at whole numbers, but a %s goes from %d to 1",
		           measure_name(rule->rule.measure), net ? -1 : 0);
}

/* Where people stand is asked once, among the sections of one level. */
static void check_complete(const struct bind *bind, const struct raw_framework *raw)
{
	const struct raw_rule *first = NULL;

	for (size_t i = 0; i < raw->n_scoring; i++) {
		const struct raw_rule *rule = &raw->scoring[i];
		struct pos pos = bind_key_pos(&rule->bound, "complete");

		if (!rule->bound.whole || !bind_has(&rule->bound, "complete"))
			continue;
		if (!measure_is_share(rule->rule.measure))
			diag_error(bind->diag, pos, "for completion or share",
			           "a %s has no share that is complete",
			           measure_name(rule->rule.measure));
		else if (strcmp(rule->bound.id, "overall") == 0)
			diag_error(bind->diag, pos, "give it to a level of sections",
			           "'complete' tells sections apart, and the whole is one");
		else if (first != NULL)
			diag_error(bind->diag, pos, "leave it out at one of them",
			           "'complete' is given for '%s' already", first->bound.id);
		else
			first = rule;
	}
}

static void check_range(const struct bind *bind, const struct framework *framework,
                        const struct raw_rule *rule)
{
	const struct bands *bands = rule->rule.bands;
	size_t level = raw_find_level(framework, rule->bound.id);
	double low, high;

	for (size_t i = 0; bands != NULL && i < framework->n_elements; i++) {
		if (framework->elements[i].level != level ||
		    !framework_range(framework, i, &low, &high))
			continue;
		low = floor(low + 0.5);
		high = floor(high + 0.5);
		if (low >= bands->steps[0].from && high <= bands->steps[bands->n_steps - 1].to)
			continue;
		diag_warning(bind->diag, bind_pos(&rule->bound, "bands"), NULL,
		             "the scores of '%s' go from %g to %g, but the bands '%s' from %d to "
		             "%d",
		             framework->elements[i].id, low, high, bands->id,
		             bands->steps[0].from, bands->steps[bands->n_steps - 1].to);
		return;
	}
}

/* The range of a rated item or a section that goes into a sum. */
static bool input_range(const struct framework *framework, size_t element, double *low,
                        double *high)
{
	const struct element *part = &framework->elements[element];

	return (part->scale == NULL || part->scale->kind == SCALE_RATING) &&
	       framework_range(framework, element, low, high);
}

/* The first two inputs of an element whose ranges differ; false when all have
 * one range. */
static bool find_uneven(const struct framework *framework, size_t element, size_t level,
                        size_t pair[2])
{
	double low = 0, high = 0, other_low, other_high;

	pair[0] = SIZE_MAX;
	for (size_t i = framework_next(framework, element, element, level); i != SIZE_MAX;
	     i = framework_next(framework, element, i, level)) {
		if (!input_range(framework, i, &other_low, &other_high))
			continue;
		if (pair[0] == SIZE_MAX) {
			pair[0] = i;
			low = other_low;
			high = other_high;
		}
		pair[1] = i;
		if (low != other_low || high != other_high)
			return true;
	}
	return false;
}

/* The mean of the inputs that are there stands for one that is missing only
 * when all could have given the same. */
static void check_prorate(const struct bind *bind, const struct framework *framework,
                          const struct raw_rule *rule)
{
	size_t level = raw_find_level(framework, rule->bound.id), pair[2];
	size_t inputs = rule->rule.from == SCORE_FROM_SECTIONS ? level + 1
	                                                       : framework->n_levels - 1;

	for (size_t i = 0; rule->rule.prorate && i < framework->n_elements; i++) {
		if (framework->elements[i].level != level ||
		    !find_uneven(framework, i, inputs, pair))
			continue;
		diag_error(bind->diag, bind_pos(&rule->bound, "prorate"),
		           "leave it out, or score this level by mean",
		           "a sum can be prorated only when all its parts have one range; "
		           "'%s' and '%s' differ",
		           framework->elements[pair[0]].id, framework->elements[pair[1]].id);
		return;
	}
}

void raw_check_measures(const struct bind *bind, const struct raw_framework *raw)
{
	for (size_t i = 0; i < raw->n_scoring; i++)
		if (raw->scoring[i].bound.whole) {
			check_measure(bind, &raw->framework, &raw->scoring[i]);
			check_bands(bind, &raw->scoring[i]);
		}
	check_complete(bind, raw);
}

static bool can_score(const struct framework *framework)
{
	for (size_t i = 0; i < framework->n_items; i++)
		for (enum measure measure = MEASURE_SUM; measure < MEASURE_COUNT; measure++)
			if (measure_takes(measure,
			                  framework->elements[framework->items[i]].scale->kind))
				return true;
	return false;
}

void raw_check_ranges(const struct bind *bind, const struct raw_framework *raw)
{
	for (size_t i = 0; i < raw->n_scoring; i++) {
		check_range(bind, &raw->framework, &raw->scoring[i]);
		check_prorate(bind, &raw->framework, &raw->scoring[i]);
	}
	if (raw->n_scoring == 0 && can_score(&raw->framework))
		diag_warning(bind->diag, raw->bound.pos, "scoring: a rule for each level",
		             "nothing is scored here: there is no 'scoring'");
}
