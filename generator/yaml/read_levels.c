#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "yaml/raw_framework.h"

/* Sections, scales and levels are there together or not at all. */
static void check_parts(const struct bind *bind, const struct raw_framework *raw)
{
	static const char *const keys[] = {"levels", "scales", "sections"};

	for (size_t i = 0; raw->n_records > 0 && i < 3; i++)
		if (!bind_has(&raw->bound, keys[i]))
			diag_error(bind->diag, raw->bound.pos, "levels, scales and sections: all "
			           "three, or none of them beside records",
			           "this framework lacks '%s'", keys[i]);
}

static struct level whole_level(const struct framework *framework)
{
	return (struct level){.id = "overall", .title = framework->title,
	                      .plural = framework->title, .rule.complete = NAN};
}

/* A framework of records alone. */
static bool read_no_levels(const struct bind *bind, struct raw_framework *raw)
{
	static const char *const keys[] = {"scales", "sections", "scoring", "bands", "scale"};
	struct framework *framework = &raw->framework;

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (bind_has(&raw->bound, keys[i])) {
			diag_error(bind->diag, bind_key_pos(&raw->bound, keys[i]),
			           "levels, scales and sections: all three, or none of them "
			           "beside records",
			           "this framework has '%s', but no 'levels'", keys[i]);
			return false;
		}
	framework->n_levels = 1;
	framework->levels = ARENA_NEW(bind->arena, struct level);
	framework->levels[0] = whole_level(framework);
	return true;
}

bool raw_read_levels(const struct bind *bind, struct raw_framework *raw)
{
	struct framework *framework = &raw->framework;

	if (raw->n_levels == 0 && raw->n_records > 0)
		return read_no_levels(bind, raw);
	if (raw->n_levels < 2) {
		if (raw->n_levels == 1)
			diag_error(bind->diag, bind_key_pos(&raw->bound, "levels"), NULL,
			           "a framework has two levels or more: sections and items");
		return false;
	}
	check_parts(bind, raw);
	framework->n_levels = raw->n_levels + 1;
	framework->levels = ARENA_ARRAY(bind->arena, struct level, framework->n_levels);
	framework->levels[0] = whole_level(framework);
	for (size_t i = 0; i < raw->n_levels; i++) {
		struct level *level = &framework->levels[i + 1];

		*level = raw->levels[i].level;
		level->rule.complete = NAN;
		level->id = raw->levels[i].bound.id;
		if (strcmp(level->id, "overall") == 0)
			diag_error(bind->diag, raw->levels[i].bound.pos, NULL,
			           "the level 'overall' is there by itself: it is the whole");
	}
	return true;
}

size_t raw_find_level(const struct framework *framework, const char *id)
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
	size_t level = raw_find_level(framework, rule->id), n = framework->n_levels - 1;
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
	size_t level = raw_find_level(framework, raw->bound.id);
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
		if (!bind_has(&rule->bound, "complete"))
			rule->rule.complete = NAN;
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
