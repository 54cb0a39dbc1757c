#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "yaml/raw_framework.h"

bool raw_read_levels(const struct bind *bind, struct raw_framework *raw)
{
	struct framework *framework = &raw->framework;

	if (raw->n_levels < 2) {
		if (raw->n_levels == 1)
			diag_error(bind->diag, bind_key_pos(&raw->bound, "levels"), NULL,
			           "a framework has two levels or more: sections and items");
		return false;
	}
	framework->n_levels = raw->n_levels + 1;
	framework->levels = ARENA_ARRAY(bind->arena, struct level, framework->n_levels);
	framework->levels[0].id = "overall";
	framework->levels[0].title = framework->levels[0].plural = framework->title;
	for (size_t i = 0; i < raw->n_levels; i++) {
		struct level *level = &framework->levels[i + 1];

		*level = raw->levels[i].level;
		level->id = raw->levels[i].bound.id;
		if (strcmp(level->id, "overall") == 0)
			diag_error(bind->diag, raw->levels[i].bound.pos, NULL,
			           "the level 'overall' is there by itself: it is the whole");
	}
	return true;
}

static size_t find_level(const struct framework *framework, const char *id)
{
	for (size_t i = 0; i < framework->n_levels; i++)
		if (strcmp(framework->levels[i].id, id) == 0)
			return i;
	return SIZE_MAX;
}

static const struct bands *find_bands(const struct bind *bind, const struct framework *framework,
                                      const struct raw_rule *rule)
{
	const char *names[RAW_NAMED_MAX];

	if (rule->bands == NULL)
		return NULL;
	for (size_t i = 0; i < framework->n_bands; i++) {
		names[i] = framework->bands[i].id;
		if (strcmp(names[i], rule->bands) == 0)
			return &framework->bands[i];
	}
	diag_error(bind->diag, bind_pos(&rule->bound, "bands"),
	           bind_accepted(bind, rule->bands, names, framework->n_bands),
	           "there are no bands %s", node_quote(bind->arena, rule->bands));
	return NULL;
}

/* The level that a rule is for; the lowest, of items, takes none. */
static struct level *level_of(const struct bind *bind, struct framework *framework,
                              const struct bound *rule)
{
	size_t level = find_level(framework, rule->id), n = framework->n_levels - 1;
	const char *names[RAW_NAMED_MAX];

	for (size_t i = 0; i < n; i++)
		names[i] = framework->levels[i].id;
	if (level == SIZE_MAX)
		diag_error(bind->diag, rule->pos, bind_accepted(bind, rule->id, names, n),
		           "there is no level %s", node_quote(bind->arena, rule->id));
	else if (level == n)
		diag_error(bind->diag, rule->pos, bind_accepted(bind, "", names, n),
		           "'%s' is the level of the items, whose score is the answer", rule->id);
	else
		return &framework->levels[level];
	return NULL;
}

static void check_source(const struct bind *bind, const struct framework *framework,
                         const struct raw_rule *raw)
{
	size_t level = find_level(framework, raw->bound.id);
	struct pos pos = bind_pos(&raw->bound, "from");

	if (raw->rule.from != SCORE_FROM_SECTIONS || level >= framework->n_levels - 1)
		return;
	if (level == framework->n_levels - 2)
		diag_error(bind->diag, pos, "from: items",
		           "below '%s' there are only items, no sections", raw->bound.id);
	else if (framework->levels[level + 1].rule.measure == MEASURE_NONE)
		diag_error(bind->diag, pos, "add a rule for that level, or take from: items",
		           "'%s' is scored from sections, but '%s' is not scored", raw->bound.id,
		           framework->levels[level + 1].id);
}

void raw_read_rules(const struct bind *bind, struct raw_framework *raw)
{
	struct framework *framework = &raw->framework;

	for (size_t i = 0; i < raw->n_scoring; i++) {
		struct raw_rule *rule = &raw->scoring[i];
		struct level *level = level_of(bind, framework, &rule->bound);

		rule->rule.measure = (enum measure)(rule->measure + 1);
		rule->rule.bands = find_bands(bind, framework, rule);
		if (rule->bound.whole && rule->rule.prorate &&
		    rule->rule.measure != MEASURE_SUM)
			diag_error(bind->diag, bind_pos(&rule->bound, "prorate"), "leave it out",
			           "only a sum can be prorated, not a %s",
			           measure_name(rule->rule.measure));
		if (level != NULL)
			level->rule = rule->rule;
		else
			rule->bound.whole = false;
	}
	for (size_t i = 0; i < raw->n_scoring; i++)
		if (raw->scoring[i].bound.whole)
			check_source(bind, framework, &raw->scoring[i]);
}

/* Marks are counted, ratings are added up; the two do not mix. */
static void check_measure(const struct bind *bind, const struct framework *framework,
                          const struct raw_rule *rule)
{
	enum measure measure = rule->rule.measure;
	enum scale_kind wanted = measure == MEASURE_NET ? SCALE_MARK : SCALE_RATING;

	for (size_t i = 0; i < framework->n_items; i++) {
		const struct element *item = &framework->elements[framework->items[i]];

		if (item->scale == NULL || item->scale->kind == wanted)
			continue;
		if (wanted == SCALE_MARK)
			diag_error(bind->diag, bind_pos(&rule->bound, "measure"),
			           "for ratings: sum or mean",
			           "net counts marks, but the item '%s' is rated", item->id);
		else
			diag_error(bind->diag, bind_pos(&rule->bound, "measure"), "for marks: net",
			           "a %s is made of ratings, but the item '%s' is marked",
			           measure_name(measure), item->id);
		return;
	}
}

static void check_range(const struct bind *bind, const struct framework *framework,
                        const struct raw_rule *rule)
{
	const struct bands *bands = rule->rule.bands;
	size_t level = find_level(framework, rule->bound.id);
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

/* A net is hardly ever a whole number, and bands are cut at whole ones. */
static void check_net(const struct bind *bind, const struct raw_rule *rule)
{
	if (rule->rule.measure == MEASURE_NET && rule->rule.bands != NULL)
		diag_error(bind->diag, bind_pos(&rule->bound, "bands"), "leave it out",
		           "bands are cut at whole numbers, but a net goes from -1 to 1");
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
	size_t level = find_level(framework, rule->bound.id), pair[2];
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
			check_net(bind, &raw->scoring[i]);
		}
}

void raw_check_ranges(const struct bind *bind, const struct raw_framework *raw)
{
	for (size_t i = 0; i < raw->n_scoring; i++) {
		check_range(bind, &raw->framework, &raw->scoring[i]);
		check_prorate(bind, &raw->framework, &raw->scoring[i]);
	}
	if (raw->n_scoring == 0)
		diag_warning(bind->diag, raw->bound.pos, "scoring: a rule for each level",
		             "nothing is scored here: there is no 'scoring'");
}
