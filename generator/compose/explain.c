#include "compose/explain.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "compose/composer.h"
#include "compose/report.h"
#include "compose/status.h"

/* A row of the explanation: the words that name it and tell it. Rows that the
 * template has no words for are left out. */
static void add_row(struct composer *composer, struct table_block *table, const char *title,
                    const char *text)
{
	struct table_row *row;

	if (text == NULL || *text == '\0')
		return;
	table->rows = arena_push(composer->arena, table->rows, table->n_rows,
	                         sizeof *table->rows);
	row = &table->rows[table->n_rows++];
	row->cells = ARENA_ARRAY(composer->arena, const char *, 2);
	row->cells[0] = title;
	row->cells[1] = text;
}

void explain_row(struct composer *composer, struct table_block *table, const char *key)
{
	const char *text = composer_say(composer, key);

	if (text != NULL)
		add_row(composer, table,
		        composer_say(composer, arena_printf(composer->arena, "%s-title", key)),
		        text);
}

const char *explain_provenance(struct composer *composer, enum provenance provenance)
{
	size_t opened = composer_open_flags(composer);
	const char *text;

	composer_flag(composer, provenance_name(provenance), true);
	text = composer_text(composer, "provenance");
	composer_close_flags(composer, opened);
	return text;
}

/* Names with where they come from, those of the same origin together. */
static const char *credit(struct composer *composer, const char *const *names,
                          const enum provenance *provenances, size_t n)
{
	const char **same = ARENA_ARRAY(composer->arena, const char *, n);
	const char *parts[PROVENANCE_COUNT];
	bool done[PROVENANCE_COUNT] = {false};
	size_t n_parts = 0;

	for (size_t first = 0; first < n; first++) {
		size_t n_same = 0;

		if (done[provenances[first]])
			continue;
		done[provenances[first]] = true;
		for (size_t i = first; i < n; i++)
			if (provenances[i] == provenances[first])
				same[n_same++] = names[i];
		composer_set(composer, "names", composer_join(composer, same, n_same));
		composer_set(composer, "provenance",
		             explain_provenance(composer, provenances[first]));
		parts[n_parts++] = composer_text(composer, "credit");
	}
	return composer_join_parts(composer, parts, n_parts);
}

/* Flags for what kind of answers a scale takes. */
static void set_kind(struct composer *composer, const struct scale *scale)
{
	composer_flag(composer, "mark", scale->kind == SCALE_MARK);
	composer_flag(composer, "status", scale->kind == SCALE_STATUS);
	composer_flag(composer, "check", scale->kind == SCALE_CHECK);
	composer_flag(composer, "choice", scale->kind == SCALE_CHOICE);
	composer_flag(composer, "free", !scale_is_coded(scale));
	composer_set(composer, "prompt", scale->prompt);
}

static void add_scales(struct composer *composer, struct table_block *table)
{
	const struct framework *f = composer->framework;

	for (size_t s = 0; s < f->n_scales; s++) {
		const struct scale *scale = &f->scales[s];
		const char **names = ARENA_ARRAY(composer->arena, const char *, scale->n_points);
		enum provenance *provenances =
		    ARENA_ARRAY(composer->arena, enum provenance, scale->n_points);
		size_t opened = composer_open_flags(composer);

		if (!scale_is_used(f, scale))
			continue;
		for (size_t i = 0; i < scale->n_points; i++) {
			names[i] = scale->points[i].label;
			if (scale->kind == SCALE_RATING)
				names[i] = arena_printf(composer->arena, "%d %s",
				                        scale->points[i].value, names[i]);
			provenances[i] = scale->points[i].provenance;
		}
		set_kind(composer, scale);
		composer_set(composer, "points",
		             credit(composer, names, provenances, scale->n_points));
		composer_set(composer, "provenance", explain_provenance(composer, scale->provenance));
		composer_set(composer, "note", scale->note);
		explain_row(composer, table, "scale");
		composer_close_flags(composer, opened);
	}
}

/* How many inputs the rule of a level has for one of its elements. */
static size_t inputs_of(const struct framework *f, size_t element)
{
	const struct rule *rule = &f->levels[f->elements[element].level].rule;
	size_t n = 0;

	if (rule->from == SCORE_FROM_SECTIONS)
		return framework_count(f, element, f->elements[element].level + 1);
	for (enum scale_kind kind = 0; kind < SCALE_COUNT; kind++)
		if (measure_takes(rule->measure, kind))
			n += framework_count_kind(f, element, kind);
	return n;
}

/* How many inputs each element of a level has; 0 when they differ. Elements
 * that the rule finds nothing in have no score. */
static size_t count_inputs(const struct framework *f, size_t level)
{
	size_t n = 0;

	for (size_t i = 0; i < f->n_elements; i++) {
		size_t own = f->elements[i].level == level ? inputs_of(f, i) : 0;

		if (own == 0)
			continue;
		if (n != 0 && own != n)
			return 0;
		n = own;
	}
	return n;
}

/* Whether nothing may be missing: the minimum may say so of few inputs only. */
static bool needs_all(const struct framework *f, size_t level)
{
	double minimum = f->levels[level].rule.minimum;
	size_t n = count_inputs(f, level);

	return minimum >= 1 || (n > 0 && framework_needed(minimum, n) >= n);
}

static void set_range(struct composer *composer, size_t level)
{
	const struct framework *f = composer->framework;
	size_t element = level == 0 ? 0 : framework_next(f, 0, 0, level);
	double low, high;

	composer_set(composer, "low", NULL);
	composer_set(composer, "high", NULL);
	if (element == SIZE_MAX || !framework_range(f, element, &low, &high))
		return;
	composer_set(composer, "low", report_score(composer, element, low));
	composer_set(composer, "high", report_score(composer, element, high));
}

static void add_rule(struct composer *composer, struct table_block *table, size_t level)
{
	const struct framework *f = composer->framework;
	const struct rule *rule = &f->levels[level].rule;
	bool sections = rule->from == SCORE_FROM_SECTIONS && level + 1 < f->n_levels;
	size_t opened = composer_open_flags(composer), n = count_inputs(f, level);
	size_t needed = framework_needed(rule->minimum, n);
	bool complete = needs_all(f, level);

	composer_flag(composer, "whole", level == 0);
	composer_flag(composer, "sections", sections);
	composer_flag(composer, "single", n == 1);
	composer_flag(composer, "sum", rule->measure == MEASURE_SUM);
	composer_flag(composer, "mean", rule->measure == MEASURE_MEAN);
	composer_flag(composer, "net", rule->measure == MEASURE_NET);
	composer_flag(composer, "completion", rule->measure == MEASURE_COMPLETION);
	composer_flag(composer, "share", rule->measure == MEASURE_SHARE);
	composer_flag(composer, "count", rule->measure == MEASURE_DONE);
	composer_flag(composer, "uniform", n > 0);
	composer_flag(composer, "complete", complete);
	composer_flag(composer, "partial", rule->minimum > 0 && !complete);
	composer_flag(composer, "prorated", rule->prorate);
	composer_set_level(composer, "part", level);
	composer_set_level(composer, "input", sections ? level + 1 : f->n_levels - 1);
	composer_set_counted(composer, "input", sections ? level + 1 : f->n_levels - 1, n);
	composer_set_count(composer, "input-needed", needed);
	composer_set_number(composer, "input-percent", 100 * rule->minimum, 0);
	composer_set(composer, "provenance", explain_provenance(composer, rule->provenance));
	composer_set(composer, "note", rule->note);
	set_range(composer, level);
	composer_set(composer, "inputs-text", composer_say(composer, "rule-inputs"));
	composer_set(composer, "needed-text", composer_say(composer, "rule-needed"));
	explain_row(composer, table, "rule");
	composer_close_flags(composer, opened);
}

/* Whether the bands of another level have the same title. */
static bool has_namesake(const struct framework *f, size_t level)
{
	const struct bands *own = f->levels[level].rule.bands;

	for (size_t i = 0; i < f->n_levels; i++) {
		const struct bands *bands = f->levels[i].rule.bands;

		if (i != level && bands != NULL && strcmp(bands->title, own->title) == 0)
			return true;
	}
	return false;
}

static void add_bands(struct composer *composer, struct table_block *table, size_t level)
{
	const struct bands *bands = composer->framework->levels[level].rule.bands;
	const char **names = ARENA_ARRAY(composer->arena, const char *, bands->n_steps);
	enum provenance *provenances =
	    ARENA_ARRAY(composer->arena, enum provenance, bands->n_steps);
	size_t opened = composer_open_flags(composer);

	for (size_t i = 0; i < bands->n_steps; i++) {
		composer_set(composer, "band-title", bands->steps[i].title);
		composer_set_number(composer, "from", bands->steps[i].from, 0);
		composer_set_number(composer, "to", bands->steps[i].to, 0);
		names[i] = composer_text(composer, "limits");
		provenances[i] = bands->steps[i].provenance;
	}
	composer_flag(composer, "whole", level == 0);
	composer_flag(composer, "namesake", has_namesake(composer->framework, level));
	composer_set_level(composer, "part", level);
	composer_set(composer, "bands-name", bands->title);
	composer_set(composer, "steps", credit(composer, names, provenances, bands->n_steps));
	composer_set(composer, "note", bands->note);
	explain_row(composer, table, "bands");
	composer_close_flags(composer, opened);
}

/* From where a section counts as finished, and so where people stand. */
static void add_position(struct composer *composer, struct table_block *table)
{
	const struct framework *f = composer->framework;
	size_t level = status_level(f);

	if (!status_has_position(f))
		return;
	composer_set_level(composer, "part", level);
	composer_set_number(composer, "complete-percent", 100 * f->levels[level].rule.complete, 0);
	composer_set(composer, "provenance",
	             explain_provenance(composer, f->levels[level].rule.provenance));
	explain_row(composer, table, "position");
}

static void add_levels(struct composer *composer, struct table_block *table)
{
	const struct framework *f = composer->framework;

	for (size_t level = 0; level < f->n_levels; level++)
		if (f->levels[level].rule.measure != MEASURE_NONE)
			add_rule(composer, table, level);
	for (size_t level = 0; level < f->n_levels; level++)
		if (f->levels[level].rule.bands != NULL)
			add_bands(composer, table, level);
	add_position(composer, table);
}

static bool has_reversed(const struct framework *f)
{
	for (size_t i = 0; i < f->n_elements; i++)
		if (f->elements[i].reversed)
			return true;
	return false;
}

/* Weights count in sums and means of items, not in nets. */
static bool has_weights(const struct framework *f)
{
	bool weighted = false;

	for (size_t i = 0; i < f->n_items; i++)
		weighted = weighted || f->elements[f->items[i]].weight != 1;
	for (size_t level = 0; level < f->n_levels; level++) {
		const struct rule *rule = &f->levels[level].rule;

		if (rule->from == SCORE_FROM_ITEMS &&
		    (rule->measure == MEASURE_SUM || rule->measure == MEASURE_MEAN))
			return weighted;
	}
	return false;
}

static bool has_prorated(const struct framework *f)
{
	for (size_t level = 0; level < f->n_levels; level++)
		if (f->levels[level].rule.prorate && !needs_all(f, level))
			return true;
	return false;
}

/* Whether people may say that an item does not apply; {excluded} is their word. */
static void set_exclusion(struct composer *composer)
{
	const struct framework *f = composer->framework;
	const char *words = NULL;

	for (size_t i = 0; i < f->n_scales; i++)
		if (words == NULL && f->scales[i].excluded != NULL &&
		    scale_is_used(f, &f->scales[i]))
			words = f->scales[i].excluded;
	composer_set(composer, "excluded", words);
	composer_flag(composer, "exclusion", words != NULL);
}

/* What holds for all levels, for the rows after those of the levels. */
static void set_general(struct composer *composer)
{
	const struct framework *f = composer->framework;
	bool group = composer->person == SIZE_MAX;
	size_t needed = 0;

	composer_flag(composer, "planned", actions_are_told(composer));
	composer_flag(composer, "comments", comments_are_told(composer, &needed));
	composer_set_count(composer, "comments-needed", needed);
	composer_set(composer, "source", f->source);
	composer_set_number(composer, "split-percent", 100 * f->split, 0);
	set_exclusion(composer);
	composer_flag(composer, "reverse", has_reversed(f));
	composer_flag(composer, "weighted", has_weights(f));
	composer_flag(composer, "prorating", has_prorated(f));
	composer_flag(composer, "bars",
	              f->levels[level_of_sections(f)].rule.measure != MEASURE_NONE);
	composer_flag(composer, "compared", group && report_previous(composer) != NULL);
	composer_flag(composer, "relative", group && report_shows(composer, 0) &&
	              report_ranks_relative(composer));
}

void compose_explanation(struct composer *composer)
{
	static const char *const general[] = {"no-overall", "weights",   "net",     "place",
	                                      "missing",    "excluded",  "spread",
	                                      "agreement",  "split",     "ranking",
	                                      "reverse",    "consensus", "progress",
	                                      "privacy",    "comments",  "sample"};
	struct table_block table = {.n_columns = 2};
	struct blocks outer = composer_open(composer), kept = {NULL, 0};
	bool keep = composer->person != SIZE_MAX; /* the few rows for one person */
	struct block *section;

	if (keep)
		kept = composer_open(composer);
	set_general(composer);
	table.caption = composer_text(composer, "title");
	table.columns = ARENA_ARRAY(composer->arena, struct column, 2);
	table.columns[0] = (struct column){NULL, 0.24, ALIGN_LEFT, STYLE_NAME};
	table.columns[1] = (struct column){NULL, 0.76, ALIGN_LEFT, STYLE_LEAD};
	composer_add_heading(composer, 2, STYLE_SECTION, composer_say(composer, "title"), NULL);
	explain_row(composer, &table, "source");
	explain_row(composer, &table, "answers");
	add_scales(composer, &table);
	add_levels(composer, &table);
	explain_places(composer, &table);
	explain_benchmarks(composer, &table);
	for (size_t i = 0; i < sizeof general / sizeof *general; i++)
		explain_row(composer, &table, general[i]);
	composer_add(composer, BLOCK_TABLE)->table = table;
	if (keep)
		composer_close(composer, kept, BLOCK_KEEP);
	section = composer_close(composer, outer, BLOCK_SECTION);
	section->section.rule = true;
	section->bookmark = table.caption;
}
