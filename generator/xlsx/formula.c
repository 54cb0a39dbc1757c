#include "xlsx/formula.h"

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "xlsx/measure.h"
#include "xlsx/runs.h"

/* What score/ adds before it rounds: prorated sums are often a hair beside
 * the number that they stand for. */
#define ROUNDED "INT(%s+0.5+0.000000001)"

const char *formula_signs(struct book *book, size_t element, int sign, size_t top, size_t bottom)
{
	struct buf sum = {.arena = book->arena};
	struct run run = {0};
	size_t n = 0;

	while (runs_next(book->framework, element, KIND(SCALE_MARK), &run))
		buf_addf(&sum, "%sCOUNTIF(%s,%d)", n++ > 0 ? "+" : "",
		         runs_area(book, &run, top, bottom), run.reversed ? -sign : sign);
	return n > 0 ? runs_bracketed(book, &sum, n) : "0";
}

const char *formula_excluded(struct book *book, size_t element, size_t top, size_t bottom)
{
	struct buf sum = {.arena = book->arena};
	struct run run = {0};

	while (runs_next(book->framework, element, EVERY_KIND, &run))
		if (run.scale->excluded != NULL)
			buf_addf(&sum, "-COUNTIF(%s," EXCLUDED_TEXT ")",
			         runs_area(book, &run, top, bottom));
	return buf_text(&sum);
}

/* Lists of cells, each short enough for one function. */
struct cells {
	const char **lists;
	size_t n_lists, n_cells; /* n_cells: in all lists */
};

static void add_cell(struct book *book, struct cells *cells, const char *name)
{
	if (cells->n_cells++ % ARGUMENTS_MOST == 0) {
		cells->lists = arena_push(book->arena, cells->lists, cells->n_lists,
		                          sizeof *cells->lists);
		cells->lists[cells->n_lists++] = name;
		return;
	}
	cells->lists[cells->n_lists - 1] =
	    arena_printf(book->arena, "%s,%s", cells->lists[cells->n_lists - 1], name);
}

/* FUNCTION over all lists: COUNT or SUM. */
static const char *over_cells(struct book *book, const struct cells *cells, const char *function)
{
	struct buf sum = {.arena = book->arena};

	for (size_t i = 0; i < cells->n_lists; i++)
		buf_addf(&sum, "%s%s(%s)", i > 0 ? "+" : "", function, cells->lists[i]);
	return runs_bracketed(book, &sum, cells->n_lists);
}

/* What the scores of a level are made of in the end. */
static unsigned level_kinds(const struct framework *framework, size_t level)
{
	while (framework->levels[level].rule.from == SCORE_FROM_SECTIONS)
		level++;
	return runs_kinds(framework->levels[level].rule.measure);
}

/* How many sections there are to score from; those of which nothing applies do
 * not count. */
static const char *sections_possible(struct book *book, size_t element, size_t row, size_t *n)
{
	const struct framework *framework = book->framework;
	size_t level = framework->elements[element].level + 1, n_live = 0;
	unsigned kinds = level_kinds(framework, level);
	struct buf live = {.arena = book->arena};

	*n = 0;
	for (size_t i = framework_next(framework, element, element, level); i != SIZE_MAX;
	     i = framework_next(framework, element, i, level)) {
		size_t n_items = runs_count(framework, i, kinds);
		const char *excluded =
		    n_items == 0 ? NULL : runs_excluded(book, i, kinds, row);

		*n += n_items > 0;
		if (excluded == NULL)
			continue;
		n_live++;
		buf_addf(&live, "+(%s<%zu)", excluded, n_items);
	}
	return n_live == 0 ? NULL
	                   : arena_printf(book->arena, "%zu%s", *n - n_live, buf_text(&live));
}

static const char *score_from_sections(struct book *book, size_t element,
                                       const struct rule *rule, size_t row)
{
	const struct framework *framework = book->framework;
	size_t level = framework->elements[element].level + 1, n;
	const char *live = sections_possible(book, element, row, &n), *count, *sum, *enough;
	struct cells cells = {0};

	for (size_t i = framework_next(framework, element, element, level); i != SIZE_MAX;
	     i = framework_next(framework, element, i, level))
		if (book->places.score_columns[i] != SIZE_MAX)
			add_cell(book, &cells,
			         place_name(book->arena, row - 1 + book->places.scores_top,
			                    book->places.score_columns[i]));
	if (cells.n_cells == 0)
		return NULL;
	count = over_cells(book, &cells, "COUNT");
	sum = over_cells(book, &cells, "SUM");
	enough = live == NULL ? measure_needed(book, rule->minimum, n, NULL)
	                      : measure_least(book, rule->minimum, live);
	if (rule->measure == MEASURE_SUM && rule->prorate)
		return arena_printf(book->arena, "IF(%s>=%s,%s*%s/%s,\"\")", count, enough, sum,
		                    live == NULL ? arena_printf(book->arena, "%zu", n)
		                                 : arena_printf(book->arena, "(%s)", live),
		                    count);
	if (rule->measure == MEASURE_SUM || rule->measure == MEASURE_DONE)
		return arena_printf(book->arena, "IF(%s>=%s,%s,\"\")", count, enough, sum);
	return arena_printf(book->arena, "IF(%s>=%s,%s/%s,\"\")", count, enough, sum, count);
}

bool formula_scores(const struct framework *framework, size_t element)
{
	return runs_count(framework, element,
	                  level_kinds(framework, framework->elements[element].level)) > 0;
}

const char *formula_score(struct book *book, size_t element, size_t row)
{
	const struct framework *framework = book->framework;
	const struct rule *rule = &framework->levels[framework->elements[element].level].rule;
	size_t data_row = row - book->places.scores_top + 1;

	if (framework->elements[element].n_items == 0)
		return NULL;
	if (rule->from == SCORE_FROM_SECTIONS)
		return score_from_sections(book, element, rule, data_row);
	if (runs_count(framework, element, runs_kinds(rule->measure)) == 0)
		return NULL;
	return measure_items(book, element, data_row);
}

const char *formula_band(struct book *book, const struct bands *bands, const char *cell)
{
	size_t top = book->places.band_rows[bands - book->framework->bands];
	size_t bottom = top + bands->n_steps - 1;
	struct area from = {top, BAND_FROM, bottom, BAND_FROM};
	struct area title = {top, BAND_TITLE, bottom, BAND_TITLE};
	char *whole = arena_printf(book->arena, ROUNDED, cell);

	return arena_printf(
	    book->arena, "IF(COUNT(%s)=0,\"\",IF(OR(%s<%s,%s>%s),\"\",LOOKUP(%s,%s,%s)))", cell,
	    whole, book_cell(book, PART_CODEBOOK, top, BAND_FROM), whole,
	    book_cell(book, PART_CODEBOOK, bottom, BAND_TO), whole,
	    book_area(book, PART_CODEBOOK, from), book_area(book, PART_CODEBOOK, title));
}
