#include <math.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/ranks.h"
#include "compose/report.h"

enum { COUNT_STANDARD = 3 };

static const char *mean_figure(struct composer *composer, size_t element)
{
	return report_mean(composer, element, composer->input->scores->stats[element].mean);
}

/* Returns whether distributions are shown. */
static bool add_end(struct composer *composer, double sign, const struct ranks_look *look)
{
	const struct scores *scores = composer->input->scores;
	int count = composer->section->count > 0 ? composer->section->count : COUNT_STANDARD;
	size_t n;
	struct rank *items = ranks_items(composer, &n);
	double sum = 0;
	struct ranks chosen;

	for (size_t i = 0; i < n; i++) {
		double mean = scores->stats[items[i].element].mean;

		items[i].key = sign * report_position(composer, items[i].element, mean);
		sum += items[i].key;
	}
	/* Nothing stands out that is not beyond the mean of all; so no item is a
	 * strength and a gap at once. */
	chosen = ranks_choose(items, n, (size_t)count, n > 0 ? sum / (double)n : 0);
	ranks_add(composer, &chosen, look);
	return composer->blocks.blocks[composer->blocks.n_blocks - 1].ranking.n_points > 0;
}

void compose_ranking(struct composer *composer)
{
	static const struct ranks_look strengths = {
		.title = "strengths-title", .value_head = "value-head",
		.finding = "strengths-finding", .empty = "no-strengths",
		.colour = COLOUR_BLUE, .figure = mean_figure};
	static const struct ranks_look gaps = {
		.title = "gaps-title", .value_head = "value-head", .finding = "gaps-finding",
		.empty = "no-gaps", .colour = COLOUR_ORANGE, .figure = mean_figure};
	struct blocks outer;
	bool strong, weak;

	if (!report_shows(composer, 0))
		return;
	outer = composer_open(composer);
	strong = add_end(composer, 1, &strengths);
	weak = add_end(composer, -1, &gaps);
	composer_close(composer, outer, BLOCK_COLUMNS);
	if (strong || weak)
		composer_add_paragraph(composer, STYLE_SMALL, composer_say(composer, "note"), 0);
}
