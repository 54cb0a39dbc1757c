#include "compose/ranks.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/text.h"
#include "compose/composer.h"
#include "compose/report.h"

static const double same = 1e-9;

/* Highest key first, then the framework's order. */
static int compare(const void *left, const void *right)
{
	const struct rank *a = left, *b = right;

	if (a->key != b->key)
		return a->key < b->key ? 1 : -1;
	return (a->element > b->element) - (a->element < b->element);
}

struct ranks ranks_choose(struct rank *ranks, size_t n, size_t count, double beyond)
{
	struct ranks chosen = {.ranks = ranks};
	size_t usable = 0, end = count;

	if (n > 0)
		qsort(ranks, n, sizeof *ranks, compare);
	while (usable < n && ranks[usable].key > beyond + same)
		usable++;
	if (usable <= count || count == 0) {
		chosen.n_ranks = count == 0 ? 0 : usable;
		return chosen;
	}
	while (end < usable && ranks[end].key > ranks[count - 1].key - same)
		end++;
	if (end > 2 * count)
		for (end = 0; ranks[end].key > ranks[count - 1].key + same;)
			end++;
	chosen.n_ranks = end;
	chosen.tied = end > count;
	return chosen;
}

struct rank *ranks_items(struct composer *composer, size_t *n)
{
	const struct framework *f = composer->framework;
	struct rank *ranks = ARENA_ARRAY(composer->arena, struct rank, f->n_items);

	*n = 0;
	for (size_t i = 0; i < f->n_items; i++) {
		enum scale_kind kind = f->elements[f->items[i]].scale->kind;

		if ((kind == SCALE_RATING || kind == SCALE_MARK) &&
		    report_shows(composer, f->items[i]))
			ranks[(*n)++].element = f->items[i];
	}
	return ranks;
}

/* "1 ... 5", or the signs of marks: what the small columns count. */
static const char *scale_head(struct composer *composer, const struct ranks *ranks)
{
	const struct framework *f = composer->framework;
	const struct scale *scale = f->elements[ranks->ranks[0].element].scale;

	if (scale->kind == SCALE_MARK)
		return composer_text(composer, "signs");
	composer_set_number(composer, "first", scale->points[0].value, 0);
	composer_set_number(composer, "last", scale->points[scale->n_points - 1].value, 0);
	return composer_text(composer, "points");
}

static const char *finding(struct composer *composer, const struct ranking_block *ranking,
                           const char *key)
{
	const char **parts = ARENA_ARRAY(composer->arena, const char *, ranking->n_rows);

	for (size_t i = 0; i < ranking->n_rows; i++)
		parts[i] = arena_printf(composer->arena, "%s: %s", ranking->rows[i].text,
		                        ranking->rows[i].figure);
	composer_set(composer, "rows", composer_join_parts(composer, parts, ranking->n_rows));
	return composer_text(composer, key);
}

void ranks_add(struct composer *composer, const struct ranks *ranks, const struct ranks_look *look)
{
	struct ranking_block ranking = {.colour = look->colour, .n_rows = ranks->n_ranks};
	size_t opened = composer_open_flags(composer), n_points = report_points(composer);

	composer_flag(composer, "tied", ranks->tied);
	composer_flag(composer, "none", ranks->n_ranks == 0);
	composer_set_count(composer, "count", ranks->n_ranks);
	ranking.title = composer_text(composer, look->title);
	ranking.level = look->level;
	ranking.value_head = composer_text(composer, look->value_head);
	ranking.empty = look->empty == NULL ? "" : composer_text(composer, look->empty);
	ranking.rows = ARENA_ARRAY(composer->arena, struct ranked, ranks->n_ranks);
	ranking.n_points = ranks->n_ranks > 0 ? n_points : 0;
	for (size_t i = 0; i < ranks->n_ranks; i++) {
		size_t element = ranks->ranks[i].element;

		ranking.rows[i].text = report_text(composer, element);
		ranking.rows[i].figure = look->figure(composer, element);
		ranking.rows[i].shares = report_shares(composer, element, n_points);
		if (ranking.rows[i].shares == NULL)
			ranking.n_points = 0;
	}
	if (ranking.n_points > 0)
		ranking.scale_head = scale_head(composer, ranks);
	ranking.words.finding = ranks->n_ranks > 0 ? finding(composer, &ranking, look->finding)
	                                           : ranking.empty;
	composer_add(composer, BLOCK_RANKING)->ranking = ranking;
	composer_close_flags(composer, opened);
}
