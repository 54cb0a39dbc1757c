#include "xlsx/sheets.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "xlsx/formula.h"
#include "xlsx/marks.h"
#include "xlsx/tally.h"

/* What the scores of all people come to, a column each after the name; a
 * column's head has the words of `key`. */
enum { SCORE_MEAN, SCORE_MIN, SCORE_LOWER, SCORE_MEDIAN, SCORE_UPPER, SCORE_MAX, SCORE_SD,
       SCORE_COLUMNS };

static const struct {
	const char *key, *function, *more; /* arguments after the scores */
	size_t least;                      /* people that it takes */
} score_columns[SCORE_COLUMNS] = {
	[SCORE_MEAN] = {"mean", "AVERAGE", "", 1},
	[SCORE_MIN] = {"lowest", "MIN", "", 1},
	[SCORE_LOWER] = {"lower", "QUARTILE", ",1", 1},
	[SCORE_MEDIAN] = {"median", "MEDIAN", "", 1},
	[SCORE_UPPER] = {"upper", "QUARTILE", ",3", 1},
	[SCORE_MAX] = {"highest", "MAX", "", 1},
	[SCORE_SD] = {"sd", "STDEV", "", 2},
};

/* Columns of the stages and of strengths and gaps. */
enum { STAGE_TITLE, STAGE_FROM, STAGE_TO, STAGE_PEOPLE, STAGE_BAR, STAGE_HERE };
enum { RANK_NAME, RANK_VALUE, RANK_ASIDE, RANK_TEXT };

#define RANKED 3 /* strengths, and gaps, unless the template says how many */

static bool is_shown(const struct book *book, size_t element)
{
	size_t level = book->framework->elements[element].level;

	if (book->framework->elements[element].scale != NULL)
		return false;
	return !book->plan.marks || level == 0 || level < book->plan.tally_level ||
	       book->plan.tally_level == 1;
}

static void fill_name(struct book *book, struct grid *grid, size_t row, size_t element,
                      const char *text)
{
	size_t level = book->framework->elements[element].level;
	unsigned look = level == 0 ? LOOK_BOLD : level > 1 ? LOOK_INDENT : 0;

	grid_text(grid, (struct spot){row, 0, look}, text);
}

/* The counts of each section that is no row of the tally itself. */
static void fill_marks(struct book *book, struct grid *grid, size_t *row)
{
	size_t top;

	book_head(book, grid, (struct spot){*row, 0, 0}, "counts");
	marks_heads(book, grid, (*row)++, 1);
	top = *row;
	for (size_t e = 0; e < book->framework->n_elements; e++) {
		struct marks_place place = {.row = *row, .first = 1};

		if (!is_shown(book, e))
			continue;
		fill_name(book, grid, (*row)++, e, book_title(book, e));
		marks_counts(book, grid, &place, e);
		marks_shares(book, grid, &place, e);
		marks_flag(book, grid, &place, e);
		marks_section_agreement(book, grid, &place, e);
	}
	marks_bars(book, grid, (struct area){top, 1, *row - 1, 0});
	++*row;
}

static void fill_agreement(struct book *book, struct grid *grid, struct spot spot,
                           size_t element)
{
	const struct plan *plan = &book->plan;
	size_t column = plan->items_first + plan->n_points + RATINGS_AGREEMENT, top, bottom;
	const char *items;

	if (!tally_rows(book, element, book->framework->n_levels - 1, &top, &bottom))
		return;
	items = book_area(book, PART_TALLY, (struct area){top, column, bottom, column});
	spot.look = NUMBER_RATIO;
	grid_formula(grid, spot, book->scores->stats[element].agreement,
	             "IF(COUNT(%s)=0,\"\",AVERAGE(%s))", items, items);
}

static void fill_score(struct book *book, struct grid *grid, size_t row, size_t element)
{
	const struct stats *stats = &book->scores->stats[element];
	const double cached[SCORE_COLUMNS] = {
		[SCORE_MEAN] = stats->mean,    [SCORE_MIN] = stats->min,
		[SCORE_LOWER] = stats->lower,  [SCORE_MEDIAN] = stats->median,
		[SCORE_UPPER] = stats->upper,  [SCORE_MAX] = stats->max,
		[SCORE_SD] = stats->sd,
	};
	const char *scores = book_scores(book, book->plan.score_columns[element]);
	unsigned number = book->plan.marks ? NUMBER_SIGNED : NUMBER_MEAN;

	for (size_t i = 0; i < SCORE_COLUMNS; i++) {
		struct spot spot = {row, 1 + i, number};

		if (i == SCORE_MEAN)
			spot.look |= LOOK_BOLD;
		if (i == SCORE_SD && book->plan.marks)
			spot.look = NUMBER_RATIO;
		grid_formula(grid, spot, cached[i], "IF(COUNT(%s)<%zu,\"\",%s(%s%s))", scores,
		             score_columns[i].least, score_columns[i].function, scores,
		             score_columns[i].more);
	}
	grid_formula(grid, (struct spot){row, 1 + SCORE_COLUMNS, NUMBER_COUNT},
	             (double)stats->n, "COUNT(%s)", scores);
	if (!book->plan.marks)
		fill_agreement(book, grid, (struct spot){row, 2 + SCORE_COLUMNS, 0}, element);
}

static void fill_scores_head(struct book *book, struct grid *grid, size_t row)
{
	book_head(book, grid, (struct spot){row, 0, 0}, "score");
	for (size_t i = 0; i < SCORE_COLUMNS; i++)
		book_head(book, grid, (struct spot){row, 1 + i, LOOK_RIGHT},
		          score_columns[i].key);
	book_head(book, grid, (struct spot){row, 1 + SCORE_COLUMNS, LOOK_RIGHT}, "n");
	if (!book->plan.marks)
		book_head(book, grid, (struct spot){row, 2 + SCORE_COLUMNS, LOOK_RIGHT},
		          "agreement");
}

/* The overall score's row is the first one; returns it. */
static size_t fill_score_table(struct book *book, struct grid *grid, size_t *row)
{
	size_t top = *row + 1;

	fill_scores_head(book, grid, (*row)++);
	for (size_t e = 0; e < book->framework->n_elements; e++) {
		double low, high;

		if (!is_shown(book, e) || book->plan.score_columns[e] == SIZE_MAX ||
		    !framework_range(book->framework, e, &low, &high))
			continue;
		words_set(&book->vocabulary, "title", book_title(book, e));
		words_set_number(&book->vocabulary, "low", low, 0);
		words_set_number(&book->vocabulary, "high", high, 0);
		fill_name(book, grid, *row, e, book_say(book, "score-name"));
		fill_score(book, grid, (*row)++, e);
	}
	++*row;
	return top;
}

static double count_in_band(const struct scores *scores, size_t band)
{
	double n = 0;

	for (size_t person = 0; person < scores->n_people; person++)
		n += scores->results[person][0].band == (int)band;
	return n;
}

static void fill_stage(struct book *book, struct grid *grid, size_t row, size_t step,
                       const char *mean)
{
	const struct bands *bands = book->framework->levels[0].rule.bands;
	size_t code = book->plan.band_rows[bands - book->framework->bands] + step;
	const struct band *band = &bands->steps[step];
	const char *title = place_name(book->arena, row, STAGE_TITLE);
	const char *people = book_scores(book, book->plan.band_columns[0]);
	const char *here = book_say(book, "here");
	double n = count_in_band(book->scores, step);

	grid_formula_text(grid, (struct spot){row, STAGE_TITLE, 0}, band->title, "%s",
	                  book_cell(book, PART_CODEBOOK, code, BAND_TITLE));
	grid_formula(grid, (struct spot){row, STAGE_FROM, NUMBER_COUNT}, band->from, "%s",
	             book_cell(book, PART_CODEBOOK, code, BAND_FROM));
	grid_formula(grid, (struct spot){row, STAGE_TO, NUMBER_COUNT}, band->to, "%s",
	             book_cell(book, PART_CODEBOOK, code, BAND_TO));
	grid_formula(grid,
	             (struct spot){row, STAGE_PEOPLE, NUMBER_COUNT | LOOK_RIGHT | LOOK_INDENT}, n,
	             "SUMPRODUCT((%s=%s)*1)", people, title);
	grid_formula(grid, (struct spot){row, STAGE_BAR, NUMBER_COUNT}, n, "%s",
	             place_name(book->arena, row, STAGE_PEOPLE));
	grid_formula_text(grid, (struct spot){row, STAGE_HERE, LOOK_SPILL | LOOK_INDENT},
	                  book->scores->stats[0].band == (int)step ? here : "",
	                  "IF(%s=%s,%s,\"\")", formula_band(book, bands, mean), title,
	                  book_quoted(book, here));
}

/* The bands of the overall score; `mean` is its row. */
static void fill_stages(struct book *book, struct grid *grid, size_t *row, size_t mean)
{
	const struct bands *bands = book->framework->levels[0].rule.bands;
	const char *keys[] = {NULL, "from", "to", "people"}, *current;
	size_t top = *row + 1, bottom;

	if (bands == NULL || book->plan.band_columns[0] == SIZE_MAX)
		return;
	grid_text(grid, (struct spot){*row, STAGE_TITLE, LOOK_HEAD}, bands->title);
	for (size_t i = STAGE_FROM; i <= STAGE_PEOPLE; i++)
		book_head(book, grid,
		          (struct spot){*row, i,
		                        LOOK_RIGHT | (i == STAGE_PEOPLE ? LOOK_INDENT : 0u)},
		          keys[i]);
	for (size_t i = STAGE_BAR; i < 3 + SCORE_COLUMNS; i++)
		book_head(book, grid, (struct spot){*row, i, 0}, NULL);
	for (size_t i = 0; i < bands->n_steps; i++)
		fill_stage(book, grid, top + i, i, fixed_name(book->arena, mean, 1));
	bottom = top + bands->n_steps - 1;
	grid_bars(grid, (struct area){top, STAGE_BAR, bottom, STAGE_BAR}, COLOUR_BLUE2, NAN);
	/* Not over the bars: some programs show one of the two only. */
	current = arena_printf(book->arena, "LEN($F%zu)>0", top + 1);
	grid_emphasis(grid, (struct area){top, STAGE_TITLE, bottom, STAGE_PEOPLE}, current, false);
	grid_emphasis(grid, (struct area){top, STAGE_HERE, bottom, STAGE_HERE}, current, false);
	*row = bottom + 2;
}

/* Places that show as strengths (from the highest) or gaps (from the
 * lowest): at most `count`, and all that tie with the last one; none where
 * all are equal. `n` is how many are ranked. */
static size_t count_ranked(const struct book *book, size_t count, bool gaps, size_t *n)
{
	const struct framework *framework = book->framework;
	double highest = -INFINITY, lowest = INFINITY, limit = NAN;
	size_t level = book->plan.tally_level, shown = 0;

	*n = 0;
	for (size_t i = framework_next(framework, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(framework, 0, i, level)) {
		double key = tally_key(book, i);

		if (isnan(key))
			continue;
		++*n;
		highest = fmax(highest, key);
		lowest = fmin(lowest, key);
	}
	if (*n < 2 || lowest >= highest)
		return 0;
	count = count < *n / 2 ? count : *n / 2;
	for (size_t i = framework_next(framework, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(framework, 0, i, level))
		if (tally_place(book, i) == (double)(gaps ? *n + 1 - count : count))
			limit = tally_key(book, i);
	for (size_t i = framework_next(framework, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(framework, 0, i, level))
		shown += gaps ? tally_key(book, i) <= limit : tally_key(book, i) >= limit;
	return shown;
}

static size_t find_place(const struct book *book, size_t place)
{
	const struct framework *framework = book->framework;
	size_t i = framework_next(framework, 0, 0, book->plan.tally_level);

	while (i != SIZE_MAX && !(tally_place(book, i) == (double)place))
		i = framework_next(framework, 0, i, book->plan.tally_level);
	return i;
}

/* What stands in a column of the tally at a place, which `place` counts from
 * the top, or from the bottom for gaps. */
static const char *ranked_cell(struct book *book, size_t place, bool gaps, size_t column)
{
	const struct plan *plan = &book->plan;
	size_t order = plan->tally_first + (plan->marks ? (size_t)MARKS_ORDER
	                                                : plan->n_points + RATINGS_ORDER);
	size_t top = plan->tally_top, bottom = top;
	const char *orders, *cells;

	tally_rows(book, 0, plan->tally_level, &top, &bottom);
	orders = book_area(book, PART_TALLY, (struct area){top, order, bottom, order});
	cells = book_area(book, PART_TALLY, (struct area){top, column, bottom, column});
	if (gaps)
		return arena_printf(
		    book->arena, "IF(COUNT(%s)<%zu,\"\",INDEX(%s,MATCH(COUNT(%s)+1-%zu,%s,0)))",
		    orders, place, cells, orders, place, orders);
	return arena_printf(book->arena, "IF(COUNT(%s)<%zu,\"\",INDEX(%s,MATCH(%zu,%s,0)))",
	                    orders, place, cells, place, orders);
}

static void fill_ranked(struct book *book, struct grid *grid, size_t row, size_t place,
                        bool gaps, size_t element)
{
	const struct plan *plan = &book->plan;
	const struct stats *stats = &book->scores->stats[element];
	size_t first = plan->tally_first;
	struct spot aside = {row, RANK_ASIDE, NUMBER_COUNT | LOOK_RIGHT};

	grid_text(grid, (struct spot){row, RANK_NAME, 0},
	          book_say(book, gaps ? "gap" : "strength"));
	if (plan->marks) {
		grid_formula(grid, (struct spot){row, RANK_VALUE, NUMBER_NET | LOOK_BOLD},
		             tally_key(book, element), "%s",
		             ranked_cell(book, place, gaps, first + MARKS_NET));
		grid_formula_text(grid, aside,
		                  stats->split ? book_say_document(book, "split") : "", "%s",
		                  ranked_cell(book, place, gaps, first + MARKS_FLAG));
	} else {
		first += plan->n_points;
		grid_formula(grid, (struct spot){row, RANK_VALUE, NUMBER_MEAN | LOOK_BOLD},
		             tally_key(book, element), "%s",
		             ranked_cell(book, place, gaps, first + RATINGS_MEAN));
		grid_formula(grid, aside, (double)stats->n, "%s",
		             ranked_cell(book, place, gaps, first + RATINGS_N));
	}
	grid_formula_text(grid, (struct spot){row, RANK_TEXT, LOOK_SPILL | LOOK_INDENT},
	                  book->framework->elements[element].text, "%s",
	                  ranked_cell(book, place, gaps, plan->tally_first - 1));
}

static void fill_ranking(struct book *book, struct grid *grid, size_t *row)
{
	size_t count = book->section->count > 0 ? (size_t)book->section->count : RANKED;
	size_t n, strengths = count_ranked(book, count, false, &n);
	size_t gaps = count_ranked(book, count, true, &n);

	book_head(book, grid, (struct spot){*row, RANK_NAME, 0}, "ranking");
	book_head(book, grid, (struct spot){*row, RANK_VALUE, LOOK_RIGHT}, "ranking-value");
	book_head(book, grid, (struct spot){*row, RANK_ASIDE, LOOK_RIGHT}, "ranking-aside");
	for (size_t i = RANK_TEXT; i < 3 + SCORE_COLUMNS; i++)
		book_head(book, grid, (struct spot){*row, i, 0}, NULL);
	++*row;
	for (size_t i = 1; i <= strengths; i++)
		fill_ranked(book, grid, (*row)++, i, false, find_place(book, i));
	for (size_t i = 1; i <= gaps; i++)
		fill_ranked(book, grid, (*row)++, i, true, find_place(book, n + 1 - i));
	if (strengths + gaps == 0)
		grid_text(grid, (struct spot){(*row)++, RANK_NAME, LOOK_SPILL},
		          book_say(book, "ranking-none"));
	++*row;
}

void fill_summary(struct book *book, struct grid *grid)
{
	size_t row = 3, mean;

	book_opening(book, grid);
	if (book->plan.marks)
		fill_marks(book, grid, &row);
	mean = fill_score_table(book, grid, &row);
	fill_stages(book, grid, &row, mean);
	fill_ranking(book, grid, &row);
	grid_text(grid, (struct spot){row, 0, LOOK_NOTE}, book_say(book, "foot"));
	grid_width(grid, 0, book_size(book, SIZE_CELL_TEXT) / 2, book_size(book, SIZE_CELL_TEXT));
	for (size_t i = 1; !book->plan.marks && i < 3 + SCORE_COLUMNS; i++)
		grid_width(grid, i, book_size(book, SIZE_CELL_NUMBER), 0);
	grid->frozen_rows = 4;
	grid->plain = true;
	grid->current = true;
}
