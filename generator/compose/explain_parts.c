#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/explain.h"
#include "compose/peers.h"
#include "compose/report.h"

/* "Leadership 16.8, Okay, 4.2 below Very good". The distance is that between
 * figures as they are printed. */
static const char *place_text(struct composer *composer, const struct bands *bands, size_t part)
{
	const struct stats *stats = &composer->input->scores->stats[part];
	const struct band *band = &bands->steps[stats->band];
	double mean = report_rounded(composer, part, stats->mean);
	size_t opened = composer_open_flags(composer);
	bool top = (size_t)stats->band + 1 == bands->n_steps;
	const char *text;

	composer_flag(composer, "part-top", top);
	composer_set(composer, "part-name", composer->framework->elements[part].text);
	composer_set(composer, "figure", report_mean(composer, part, stats->mean));
	composer_set(composer, "part-band", band->title);
	composer_set(composer, "part-next", top ? NULL : band[1].title);
	composer_set(composer, "part-to-next",
	             top ? NULL : report_mean(composer, part, band[1].from - mean));
	text = composer_text(composer, "part-place-entry");
	composer_close_flags(composer, opened);
	return text;
}

static void add_level(struct composer *composer, struct table_block *table, size_t level)
{
	const struct framework *f = composer->framework;
	const struct bands *bands = f->levels[level].rule.bands;
	const char **parts = ARENA_ARRAY(composer->arena, const char *,
	                                 framework_count(f, 0, level) + 1);
	size_t n = 0;

	for (size_t i = framework_next(f, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(f, 0, i, level))
		if (report_shows(composer, i) && composer->input->scores->stats[i].band >= 0)
			parts[n++] = place_text(composer, bands, i);
	composer_set_level(composer, "part", level);
	composer_set(composer, "bands-name", bands->title);
	composer_set(composer, "steps", composer_join_parts(composer, parts, n));
	if (n > 0)
		explain_row(composer, table, "part-place");
}

void explain_places(struct composer *composer, struct table_block *table)
{
	const struct framework *f = composer->framework;
	const struct template_section *section = composer->section;

	if (composer->person != SIZE_MAX ||
	    words_find(section->words, section->n_words, "part-place-entry") == NULL)
		return;
	for (size_t level = 1; level < f->n_levels; level++)
		if (f->levels[level].rule.bands != NULL)
			add_level(composer, table, level);
}

static void add_benchmark(struct composer *composer, struct table_block *table,
                          const struct benchmark *benchmark)
{
	size_t opened = composer_open_flags(composer);

	peers_set_study(composer, benchmark);
	composer_flag(composer, "whole", benchmark->element == 0);
	composer_flag(composer, "finding", benchmark->finding != NULL);
	composer_set(composer, "part-name",
	             composer->framework->elements[benchmark->element].text);
	composer_set(composer, "edition", benchmark->edition->title);
	composer_set(composer, "finding", benchmark->finding);
	composer_set(composer, "benchmark-source", benchmark->source);
	composer_set(composer, "provenance", explain_provenance(composer, benchmark->provenance));
	explain_row(composer, table, "benchmark");
	composer_close_flags(composer, opened);
}

void explain_benchmarks(struct composer *composer, struct table_block *table)
{
	for (size_t i = 0; composer->person == SIZE_MAX && i < peers_count(composer); i++)
		add_benchmark(composer, table, peers_at(composer, i));
}
