#include "model/framework.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

const char *const provenance_names[PROVENANCE_COUNT] = {
	[PROVENANCE_OURS] = "ours",
	[PROVENANCE_PUBLISHED] = "published",
	[PROVENANCE_RECONSTRUCTED] = "reconstructed",
};

const char *const measure_names[MEASURE_COUNT] = {
	[MEASURE_NONE] = "none",
	[MEASURE_SUM] = "sum",
	[MEASURE_MEAN] = "mean",
	[MEASURE_NET] = "net",
	[MEASURE_COMPLETION] = "completion",
	[MEASURE_SHARE] = "share",
	[MEASURE_DONE] = "count",
};

const char *const scale_kind_names[SCALE_COUNT] = {
	[SCALE_RATING] = "rating",
	[SCALE_MARK] = "mark",
	[SCALE_STATUS] = "status",
	[SCALE_CHECK] = "check",
	[SCALE_CHOICE] = "choice",
	[SCALE_NUMBER] = "number",
	[SCALE_TEXT] = "text",
	[SCALE_DATE] = "date",
};

const char *const stand_names[STAND_COUNT] = {
	[STAND_OPEN] = "open",
	[STAND_STARTED] = "started",
	[STAND_DONE] = "done",
};

const char *provenance_name(enum provenance provenance)
{
	return provenance_names[provenance];
}

const char *measure_name(enum measure measure)
{
	return measure_names[measure];
}

const char *scale_kind_name(enum scale_kind kind)
{
	return scale_kind_names[kind];
}

size_t framework_find(const struct framework *framework, const char *id)
{
	for (size_t i = 0; i < framework->n_elements; i++)
		if (strcmp(framework->elements[i].id, id) == 0)
			return i;
	return SIZE_MAX;
}

size_t framework_find_item(const struct framework *framework, const char *id)
{
	for (size_t i = 0; i < framework->n_items; i++)
		if (strcmp(framework->elements[framework->items[i]].id, id) == 0)
			return i;
	return SIZE_MAX;
}

size_t framework_next(const struct framework *framework, size_t within, size_t element,
                      size_t level)
{
	for (size_t i = element + 1; i < framework->elements[within].end; i++)
		if (framework->elements[i].level == level)
			return i;
	return SIZE_MAX;
}

size_t framework_count(const struct framework *framework, size_t within, size_t level)
{
	size_t n = 0;

	for (size_t i = framework_next(framework, within, within, level); i != SIZE_MAX;
	     i = framework_next(framework, within, i, level))
		n++;
	return n;
}

size_t framework_needed(double minimum, size_t n_possible)
{
	/* a share that is a decimal is often a hair above it in binary */
	double needed = ceil(minimum * (double)n_possible - 1e-9);

	return needed > 0 ? (size_t)needed : 0;
}

bool scale_is_coded(const struct scale *scale)
{
	return scale->kind != SCALE_NUMBER && scale->kind != SCALE_TEXT &&
	       scale->kind != SCALE_DATE;
}

bool scale_has_stands(const struct scale *scale)
{
	return scale->kind == SCALE_STATUS || scale->kind == SCALE_CHECK;
}

/* A status is 1 when it is done and 0 before; false for what has no order. */
static bool scale_range(const struct scale *scale, double *low, double *high)
{
	*low = scale->kind == SCALE_MARK ? -1 : 0;
	*high = 1;
	if (scale->kind == SCALE_RATING) {
		*low = scale->points[0].value;
		*high = scale->points[scale->n_points - 1].value;
	}
	return scale->kind == SCALE_RATING || scale->kind == SCALE_MARK ||
	       scale_has_stands(scale);
}

bool measure_takes(enum measure measure, enum scale_kind kind)
{
	switch (measure) {
	case MEASURE_SUM:
	case MEASURE_MEAN:
		return kind == SCALE_RATING || kind == SCALE_MARK;
	case MEASURE_NET:
		return kind == SCALE_MARK;
	case MEASURE_COMPLETION:
		return kind == SCALE_STATUS;
	case MEASURE_SHARE:
		return kind == SCALE_CHECK;
	case MEASURE_DONE:
		return kind == SCALE_STATUS || kind == SCALE_CHECK;
	case MEASURE_NONE:
	case MEASURE_COUNT:
		break;
	}
	return false;
}

bool measure_is_share(enum measure measure)
{
	return measure == MEASURE_COMPLETION || measure == MEASURE_SHARE;
}

/* Adds up the ranges of the items below an element that its rule takes, by
 * their weights. */
static double items_range(const struct framework *framework, const struct element *element,
                          double *low, double *high)
{
	enum measure measure = framework->levels[element->level].rule.measure;
	double weight = 0;

	*low = *high = 0;
	for (size_t i = 0; i < element->n_items; i++) {
		const struct element *item =
		    &framework->elements[framework->items[element->first_item + i]];
		double item_low, item_high;

		if (!measure_takes(measure, item->scale->kind) ||
		    !scale_range(item->scale, &item_low, &item_high))
			continue;
		*low += item->weight * item_low;
		*high += item->weight * item_high;
		weight += item->weight;
	}
	return weight;
}

/* The same over the sections one level down. */
static double sections_range(const struct framework *framework, size_t element, double *low,
                             double *high)
{
	size_t level = framework->elements[element].level + 1;
	double n = 0;

	*low = *high = 0;
	for (size_t i = framework_next(framework, element, element, level); i != SIZE_MAX;
	     i = framework_next(framework, element, i, level)) {
		double section_low, section_high;

		if (!framework_range(framework, i, &section_low, &section_high))
			continue;
		*low += section_low;
		*high += section_high;
		n++;
	}
	return n;
}

bool framework_range(const struct framework *framework, size_t element, double *low, double *high)
{
	const struct element *part = &framework->elements[element];
	const struct rule *rule = &framework->levels[part->level].rule;
	double weight;

	if (part->scale != NULL)
		return scale_range(part->scale, low, high);
	*low = rule->measure == MEASURE_NET ? -1 : 0;
	*high = 1;
	if (rule->measure == MEASURE_NET || measure_is_share(rule->measure))
		return true;
	if (rule->measure == MEASURE_NONE)
		return false;
	weight = rule->from == SCORE_FROM_SECTIONS
	             ? sections_range(framework, element, low, high)
	             : items_range(framework, part, low, high);
	if (rule->measure == MEASURE_MEAN && weight > 0) {
		*low /= weight;
		*high /= weight;
	}
	return weight > 0;
}

size_t framework_count_kind(const struct framework *framework, size_t within,
                            enum scale_kind kind)
{
	const struct element *element = &framework->elements[within];
	size_t n = 0;

	for (size_t i = 0; i < element->n_items; i++) {
		size_t item = framework->items[element->first_item + i];

		n += framework->elements[item].scale->kind == kind;
	}
	return n;
}

bool framework_is_marks(const struct framework *framework)
{
	for (size_t i = 0; i < framework->n_items; i++)
		if (framework->elements[framework->items[i]].scale->kind != SCALE_MARK)
			return false;
	return framework->n_items > 0;
}

size_t framework_find_record(const struct framework *framework, const char *id)
{
	for (size_t i = 0; i < framework->n_records; i++)
		if (strcmp(framework->records[i].id, id) == 0)
			return i;
	return SIZE_MAX;
}
