#include <math.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/progress.h"
#include "compose/ranks.h"
#include "compose/report.h"

enum { MOVED_ITEMS = 3 };

/* One way to move, and the section's words for it. */
struct way {
	int sign;
	const char *title, *empty, *finding;
};

/* How far an item moved, as a share of its scale. */
static double shift(const struct composer *composer, const struct progress *progress, size_t item)
{
	double now = composer->input->scores->stats[item].mean;

	return report_position(composer, item, now) -
	       report_position(composer, item, progress->base->stats[item].mean);
}

/* Those that moved so far that it is seen in their figures. */
static struct ranks choose(struct composer *composer, const struct progress *progress, int sign)
{
	size_t n, moved = 0;
	struct rank *items = ranks_items(composer, &n);

	for (size_t i = 0; i < n; i++) {
		size_t item = items[i].element;

		if (!(sign * progress_change(composer, progress, item) > 0))
			continue;
		items[moved].element = item;
		items[moved++].key = sign * shift(composer, progress, item);
	}
	return ranks_choose(items, moved, MOVED_ITEMS, 0);
}

static struct ranked make_row(struct composer *composer, const struct progress *progress,
                              size_t item)
{
	double change = progress_change(composer, progress, item);
	struct ranked row = {.figure = progress_signed(composer, progress, item, change)};

	composer_set(composer, "statement", report_text(composer, item));
	composer_set(composer, "item-before", progress_figure(composer, progress->base, item));
	composer_set(composer, "item-now",
	             progress_figure(composer, composer->input->scores, item));
	row.text = composer_text(composer, "moved-row");
	return row;
}

static void add_way(struct composer *composer, const struct progress *progress,
                    const struct ranks *ranks, const struct way *way)
{
	struct ranking_block ranking = {.n_rows = ranks->n_ranks, .level = 3};
	const char **parts = ARENA_ARRAY(composer->arena, const char *, ranks->n_ranks + 1);
	size_t opened = composer_open_flags(composer);

	composer_flag(composer, "tied", ranks->tied);
	composer_flag(composer, "none", ranks->n_ranks == 0);
	composer_set_count(composer, "count", ranks->n_ranks);
	ranking.title = composer_text(composer, way->title);
	ranking.empty = composer_text(composer, way->empty);
	ranking.value_head = composer_text(composer, "change-head");
	ranking.rows = ARENA_ARRAY(composer->arena, struct ranked, ranks->n_ranks + 1);
	for (size_t i = 0; i < ranks->n_ranks; i++) {
		struct ranked row = make_row(composer, progress, ranks->ranks[i].element);

		ranking.rows[i] = row;
		parts[i] = arena_printf(composer->arena, "%s: %s", row.text, row.figure);
	}
	composer_set(composer, "rows", composer_join_parts(composer, parts, ranks->n_ranks));
	ranking.words.finding = ranks->n_ranks > 0 ? composer_text(composer, way->finding)
	                                           : ranking.empty;
	composer_add(composer, BLOCK_RANKING)->ranking = ranking;
	composer_close_flags(composer, opened);
}

static bool has_words(const struct composer *composer)
{
	const struct template_section *section = composer->section;

	return words_find(section->words, section->n_words, "moved-row") != NULL;
}

void progress_add_moved(struct composer *composer, const struct progress *progress)
{
	static const struct way up = {1, "up-title", "no-up", "up-finding"};
	static const struct way down = {-1, "down-title", "no-down", "down-finding"};
	struct ranks rose, fell;
	struct blocks kept, sides;

	if (progress->base == NULL || !has_words(composer))
		return;
	rose = choose(composer, progress, up.sign);
	fell = choose(composer, progress, down.sign);
	if (rose.n_ranks + fell.n_ranks == 0)
		return;
	kept = composer_open(composer);
	sides = composer_open(composer);
	add_way(composer, progress, &rose, &up);
	add_way(composer, progress, &fell, &down);
	composer_close(composer, sides, BLOCK_COLUMNS);
	composer_add_paragraph(composer, STYLE_SMALL, composer_say(composer, "moved-note"), 0);
	composer_close(composer, kept, BLOCK_KEEP);
}
