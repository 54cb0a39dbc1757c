#include "xlsx/summary.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "xlsx/counts.h"
#include "xlsx/formula.h"
#include "xlsx/sheets.h"
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

/* Columns of the stages. */
enum { STAGE_TITLE, STAGE_FROM, STAGE_TO, STAGE_PEOPLE, STAGE_BAR, STAGE_HERE };

static const struct rule *rule_of(const struct book *book, size_t element)
{
	return &book->framework->levels[book->framework->elements[element].level].rule;
}

/* The cells of the items below an element, on Tally and on Distribution. */
static const char *agreement_cells(struct book *book, size_t element)
{
	const struct framework *framework = book->framework;
	const struct places *places = &book->places;
	size_t column = places->items_first + places->n_points + RATINGS_AGREEMENT, top, bottom;
	struct buf list = {.arena = book->arena};

	if (book_tab(book, PART_TALLY) != NULL &&
	    tally_rows(book, element, framework->n_levels - 1, &top, &bottom))
		buf_adds(&list, book_area(book, PART_TALLY,
		                          (struct area){top, column, bottom, column}));
	for (size_t i = 0; book_tab(book, PART_DISTRIBUTION) != NULL && i < framework->n_scales;
	     i++) {
		if (!counts_fills(&framework->scales[i], COUNTS_AGREEMENT) ||
		    !counts_rows(book, element, &framework->scales[i], &top, &bottom))
			continue;
		column = counts_column(book, COUNTS_AGREEMENT);
		buf_addf(&list, "%s%s", list.length > 0 ? "," : "",
		         book_area(book, PART_DISTRIBUTION,
		                   (struct area){top, column, bottom, column}));
	}
	return list.length > 0 ? buf_text(&list) : NULL;
}

static void fill_agreement(struct book *book, struct grid *grid, struct spot spot,
                           size_t element)
{
	const char *cells = agreement_cells(book, element);

	if (cells == NULL)
		return;
	spot.look = NUMBER_RATIO;
	grid_formula(grid, spot, book->scores->stats[element].agreement,
	             "IF(COUNT(%s)=0,\"\",AVERAGE(%s))", cells, cells);
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
	const char *scores = book_scores(book, book->places.score_columns[element]);
	const struct rule *rule = rule_of(book, element);

	for (size_t i = 0; i < SCORE_COLUMNS; i++) {
		struct spot spot = {row, 1 + i, score_look(rule)};

		if (i == SCORE_MEAN)
			spot.look |= LOOK_BOLD;
		if (i == SCORE_SD && rule->measure == MEASURE_NET)
			spot.look = NUMBER_RATIO;
		grid_formula(grid, spot, cached[i], "IF(COUNT(%s)<%zu,\"\",%s(%s%s))", scores,
		             score_columns[i].least, score_columns[i].function, scores,
		             score_columns[i].more);
	}
	grid_formula(grid, (struct spot){row, 1 + SCORE_COLUMNS, NUMBER_COUNT},
	             (double)stats->n, "COUNT(%s)", scores);
	if (!book->places.marks)
		fill_agreement(book, grid, (struct spot){row, 2 + SCORE_COLUMNS, 0}, element);
}

static void fill_scores_head(struct book *book, struct grid *grid, size_t row)
{
	book_head(book, grid, (struct spot){row, 0, 0}, "score");
	for (size_t i = 0; i < SCORE_COLUMNS; i++)
		book_head(book, grid, (struct spot){row, 1 + i, LOOK_RIGHT},
		          score_columns[i].key);
	book_head(book, grid, (struct spot){row, 1 + SCORE_COLUMNS, LOOK_RIGHT}, "n");
	if (!book->places.marks)
		book_head(book, grid, (struct spot){row, 2 + SCORE_COLUMNS, LOOK_RIGHT},
		          "agreement");
}

/* The overall score's row is the first one; returns it. */
static size_t fill_score_table(struct book *book, struct grid *grid, size_t *row)
{
	size_t top = *row + 1, flags = book->vocabulary.n_flags;

	fill_scores_head(book, grid, (*row)++);
	for (size_t e = 0; e < book->framework->n_elements; e++) {
		double low, high;

		if (!summary_shows(book, e) || book->places.score_columns[e] == SIZE_MAX ||
		    !framework_range(book->framework, e, &low, &high))
			continue;
		words_set(&book->vocabulary, "title", book_title(book, e));
		words_set_number(&book->vocabulary, "low", low, 0);
		words_set_number(&book->vocabulary, "high", high, 0);
		book->vocabulary.n_flags = flags;
		words_flag(&book->vocabulary, "share",
		           measure_is_share(rule_of(book, e)->measure));
		summary_name(book, grid, *row, e, book_say(book, "score-name"));
		fill_score(book, grid, (*row)++, e);
	}
	book->vocabulary.n_flags = flags;
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
	size_t code = book->places.band_rows[bands - book->framework->bands] + step;
	const struct band *band = &bands->steps[step];
	const char *title = place_name(book->arena, row, STAGE_TITLE);
	const char *people = book_scores(book, book->places.band_columns[0]);
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

	if (bands == NULL || book->places.band_columns[0] == SIZE_MAX)
		return;
	grid_text(grid, (struct spot){*row, STAGE_TITLE, LOOK_HEAD}, bands->title);
	for (size_t i = STAGE_FROM; i <= STAGE_PEOPLE; i++)
		book_head(book, grid,
		          (struct spot){*row, i,
		                        LOOK_RIGHT | (i == STAGE_PEOPLE ? LOOK_INDENT : 0u)},
		          keys[i]);
	for (size_t i = STAGE_BAR; i < SUMMARY_COLUMNS; i++)
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

void summary_scores(struct book *book, struct grid *grid, size_t *row)
{
	size_t mean = fill_score_table(book, grid, row);

	fill_stages(book, grid, row, mean);
}
