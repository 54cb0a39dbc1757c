#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "yaml/raw_framework.h"
#include "yaml/raw_sheet.h"

/* The edition that the key `edition` of a struct names, or NULL: recorded where there is none. */
static const struct edition *find_edition(const struct bind *bind,
                                          const struct framework *framework,
                                          const struct bound *bound, const char *id)
{
	const char *names[RAW_NAMED_MAX];

	if (id == NULL)
		return NULL;
	for (size_t i = 0; i < framework->n_editions; i++) {
		names[i] = framework->editions[i].id;
		if (strcmp(names[i], id) == 0)
			return &framework->editions[i];
	}
	diag_error(bind->diag, bind_pos(bound, "edition"),
	           framework->n_editions == 0
	               ? "list it under 'editions' of the framework"
	               : bind_accepted(bind, id, names, framework->n_editions),
	           "there is no edition %s", node_quote(bind->arena, id));
	return NULL;
}

/* An edition with another number of stages than the bands have cannot be this framework. */
static void check_own_edition(const struct bind *bind, const struct raw_framework *raw)
{
	const struct framework *framework = &raw->framework;
	const struct bands *bands = framework->levels[0].rule.bands;
	size_t n = bands == NULL ? 0 : bands->n_steps;

	if (framework->edition != NULL && framework->edition->n_bands != n)
		diag_error(bind->diag, bind_pos(&raw->bound, "edition"),
		           "benchmarks compare only where both have the same stages",
		           "the edition '%s' has %zu bands, but the overall score here has %zu",
		           framework->edition->id, framework->edition->n_bands, n);
}

static void read_editions(const struct bind *bind, struct raw_framework *raw)
{
	struct framework *framework = &raw->framework;

	framework->n_editions = raw->n_editions;
	framework->editions = ARENA_ARRAY(bind->arena, struct edition, raw->n_editions);
	for (size_t i = 0; i < raw->n_editions; i++) {
		framework->editions[i] = raw->editions[i].edition;
		framework->editions[i].id = raw->editions[i].bound.id;
		framework->editions[i].n_bands = (size_t)raw->editions[i].bands;
	}
	framework->edition = find_edition(bind, framework, &raw->bound, raw->edition);
	check_own_edition(bind, raw);
}

/* The place of a step, or SIZE_MAX: recorded. */
static size_t find_step(const struct bind *bind, const struct framework *framework,
                        size_t element, const char *id, struct pos pos)
{
	size_t n = benchmark_n_steps(framework, element);
	const char **ids = ARENA_ARRAY(bind->arena, const char *, n);

	for (size_t i = 0; i < n; i++) {
		ids[i] = benchmark_step_id(framework, element, i);
		if (strcmp(ids[i], id) == 0)
			return i;
	}
	diag_error(bind->diag, pos,
	           n == 0 ? "say it in words, as title" : bind_accepted(bind, id, ids, n),
	           "there is no step %s in '%s'", node_quote(bind->arena, id),
	           framework->elements[element].id);
	return SIZE_MAX;
}

/* The run of a share: steps that follow one another, lowest first. */
static void read_steps(const struct bind *bind, const struct framework *framework,
                       size_t element, const struct raw_share *raw, struct benchmark_share *share)
{
	for (size_t i = 0; i < raw->n_steps; i++) {
		const struct node *node = node_find(raw->bound.node, "steps");
		struct pos pos = node->kind == NODE_SEQUENCE ? node->entries[i].value->pos
		                                             : node->pos;
		size_t step = raw->steps[i] == NULL
		                  ? SIZE_MAX
		                  : find_step(bind, framework, element, raw->steps[i], pos);

		if (step == SIZE_MAX)
			return;
		if (i > 0 && step != share->last + 1) {
			diag_error(bind->diag, pos, "steps follow one another, lowest first",
			           "'%s' does not come right after '%s'", raw->steps[i],
			           raw->steps[i - 1]);
			return;
		}
		share->first = i == 0 ? step : share->first;
		share->last = step;
	}
}

static void read_share(const struct bind *bind, const struct framework *framework,
                       const struct benchmark *benchmark, const struct raw_share *raw,
                       struct benchmark_share *share)
{
	*share = raw->share;
	share->id = raw->bound.id;
	if (raw->n_steps == 0)
		return;
	if (share->title != NULL)
		diag_error(bind->diag, bind_pos(&raw->bound, "title"), "leave one of them out",
		           "a share has steps or a title, not both");
	else if (benchmark->edition != NULL && !benchmark_is_alike(framework, benchmark))
		diag_error(bind->diag, bind_pos(&raw->bound, "steps"), "say it in words, as title",
		           "the edition '%s' is not that of the framework, so its steps are others",
		           benchmark->edition->id);
	else
		read_steps(bind, framework, benchmark->element, raw, share);
}

/* A mean of the same edition lies where scores can lie. */
static void check_mean(const struct bind *bind, const struct framework *framework,
                       const struct raw_benchmark *raw, const struct benchmark *benchmark)
{
	const char *part = framework->elements[benchmark->element].id;
	struct pos pos = bind_pos(&raw->bound, "mean");
	double low, high;

	if (isnan(benchmark->mean) || !benchmark_is_alike(framework, benchmark))
		return;
	if (!framework_range(framework, benchmark->element, &low, &high))
		diag_error(bind->diag, pos, "leave it out", "'%s' has no score to hold a mean against",
		           part);
	else if (benchmark->mean < low || benchmark->mean > high)
		diag_error(bind->diag, pos, NULL, "the mean is %g, but scores of '%s' go from %g to %g",
		           benchmark->mean, part, low, high);
}

static bool tells_something(const struct benchmark *benchmark)
{
	return !isnan(benchmark->mean) || benchmark->n_shares > 0 || benchmark->finding != NULL;
}

static void read_benchmark(const struct bind *bind, const struct framework *framework,
                           const struct raw_benchmark *raw, struct benchmark *benchmark)
{
	*benchmark = raw->benchmark;
	benchmark->id = raw->bound.id;
	benchmark->pos = raw->bound.pos;
	benchmark->n = (size_t)raw->n;
	benchmark->edition = find_edition(bind, framework, &raw->bound, raw->edition);
	if (!bind_has(&raw->bound, "mean"))
		benchmark->mean = NAN;
	if (raw->of != NULL)
		benchmark->element = raw_find_element(bind, framework, raw->of,
		                                      bind_pos(&raw->bound, "of"), PART_ANY);
	benchmark->n_shares = raw->n_shares;
	if (raw->bound.whole && !tells_something(benchmark))
		diag_error(bind->diag, raw->bound.pos, "shares, mean or finding",
		           "the benchmark '%s' does not say what was found", raw->bound.id);
	if (!raw->bound.whole || benchmark->element == SIZE_MAX)
		return;
	benchmark->shares = ARENA_ARRAY(bind->arena, struct benchmark_share, raw->n_shares);
	for (size_t i = 0; i < raw->n_shares; i++)
		read_share(bind, framework, benchmark, &raw->shares[i], &benchmark->shares[i]);
	check_mean(bind, framework, raw, benchmark);
}

void raw_read_benchmarks(const struct bind *bind, struct raw_framework *raw)
{
	struct framework *framework = &raw->framework;

	read_editions(bind, raw);
	framework->n_benchmarks = raw->n_benchmarks;
	framework->benchmarks = ARENA_ARRAY(bind->arena, struct benchmark, raw->n_benchmarks);
	for (size_t i = 0; i < raw->n_benchmarks; i++)
		read_benchmark(bind, framework, &raw->benchmarks[i], &framework->benchmarks[i]);
}
