#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/ranks.h"
#include "compose/report.h"

/* The items at one end of the means. */
struct end {
	struct ranks ranks;
	bool beyond_middle; /* of the scale, or a net of 0: all of them */
};

/* The number of items that a section of rankings asks for. */
static size_t count_of(const struct template_section *section)
{
	enum { COUNT_STANDARD = 3 };

	return section->count > 0 ? (size_t)section->count : COUNT_STANDARD;
}

static const char *mean_figure(struct composer *composer, size_t element)
{
	return report_mean(composer, element, composer->input->scores->stats[element].mean);
}

/* The highest items with sign 1, the lowest with -1. */
static struct end choose(struct composer *composer, double sign, size_t count)
{
	static const double middle = 0.5, same = 1e-9;
	const struct scores *scores = composer->input->scores;
	size_t n;
	struct rank *items = ranks_items(composer, &n);
	struct end end = {.beyond_middle = true};
	double sum = 0;

	for (size_t i = 0; i < n; i++) {
		double mean = scores->stats[items[i].element].mean;

		items[i].key = sign * report_position(composer, items[i].element, mean);
		sum += items[i].key;
	}
	/* Nothing stands out that is not beyond the mean of all; so no item is at
	 * both ends. */
	end.ranks = ranks_choose(items, n, count, n > 0 ? sum / (double)n : 0);
	for (size_t i = 0; i < end.ranks.n_ranks; i++)
		if (end.ranks.ranks[i].key <= sign * middle + same)
			end.beyond_middle = false;
	return end;
}

bool report_ranks_relative(struct composer *composer)
{
	const struct template *template = composer->input->template;

	for (size_t i = 0; i < template->n_sections; i++) {
		size_t count = count_of(&template->sections[i]);

		if (strcmp(template->sections[i].kind, "ranking") == 0)
			return !choose(composer, 1, count).beyond_middle ||
			       !choose(composer, -1, count).beyond_middle;
	}
	return false;
}

/* Returns whether distributions are shown. */
static bool add_end(struct composer *composer, double sign, const struct ranks_look *look)
{
	struct end end = choose(composer, sign, count_of(composer->section));
	size_t opened = composer_open_flags(composer);

	composer_flag(composer, "relative", !end.beyond_middle);
	ranks_add(composer, &end.ranks, look);
	composer_close_flags(composer, opened);
	return composer->blocks.blocks[composer->blocks.n_blocks - 1].ranking.n_points > 0;
}

void compose_ranking(struct composer *composer)
{
	static const struct ranks_look strengths = {
		.title = "strengths-title", .level = 2, .value_head = "value-head",
		.finding = "strengths-finding", .empty = "no-strengths",
		.colour = COLOUR_BLUE, .figure = mean_figure};
	static const struct ranks_look gaps = {
		.title = "gaps-title", .level = 2, .value_head = "value-head",
		.finding = "gaps-finding",
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
