#include "model/benchmark.h"

#include "model/framework.h"

const char *const share_bound_names[SHARE_BOUND_COUNT] = {
	[SHARE_EXACT] = "exact",
	[SHARE_BELOW] = "below",
	[SHARE_ABOVE] = "above",
};

bool benchmark_is_alike(const struct framework *framework, const struct benchmark *benchmark)
{
	return framework->edition != NULL && benchmark->edition == framework->edition;
}

/* NULL for items. */
static const struct bands *bands_of(const struct framework *framework, size_t element)
{
	const struct element *part = &framework->elements[element];

	return part->scale == NULL ? framework->levels[part->level].rule.bands : NULL;
}

size_t benchmark_n_steps(const struct framework *framework, size_t element)
{
	const struct bands *bands = bands_of(framework, element);
	const struct scale *scale = framework->elements[element].scale;

	if (scale != NULL)
		return scale->n_points;
	return bands == NULL ? 0 : bands->n_steps;
}

const char *benchmark_step_id(const struct framework *framework, size_t element, size_t step)
{
	const struct bands *bands = bands_of(framework, element);

	return bands == NULL ? framework->elements[element].scale->points[step].id
	                     : bands->steps[step].id;
}

const char *benchmark_step_title(const struct framework *framework, size_t element, size_t step)
{
	const struct bands *bands = bands_of(framework, element);

	return bands == NULL ? framework->elements[element].scale->points[step].label
	                     : bands->steps[step].title;
}
