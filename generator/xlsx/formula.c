#include "xlsx/formula.h"

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"

/* What score/ adds before it rounds: prorated sums are often a hair beside
 * the number that they stand for. */
#define ROUNDED "INT(%s+0.5+0.000000001)"

/* Excel's functions take 255 arguments. */
enum { ARGUMENTS_MOST = 200 };

/* Neighbouring items that are counted alike. */
struct run {
	size_t first, end; /* places among all items */
	const struct scale *scale;
	bool reversed;
	double weight;
};

static const struct element *item_at(const struct framework *framework, size_t place)
{
	return &framework->elements[framework->items[place]];
}

/* The next run of the element after `run`, which starts with {0}. */
static bool next_run(const struct framework *framework, const struct element *element,
                     struct run *run)
{
	size_t end = element->first_item + element->n_items;
	const struct element *item;

	run->first = run->end > element->first_item ? run->end : element->first_item;
	if (run->first >= end)
		return false;
	item = item_at(framework, run->first);
	run->scale = item->scale;
	run->reversed = item->reversed;
	run->weight = item->weight;
	for (run->end = run->first + 1; run->end < end; run->end++) {
		const struct element *next = item_at(framework, run->end);

		if (next->scale != run->scale || next->reversed != run->reversed ||
		    next->weight < run->weight || next->weight > run->weight)
			break;
	}
	return true;
}

static const char *run_area(struct book *book, const struct run *run, size_t top, size_t bottom)
{
	size_t left = book->plan.first_item;

	return book_area(book, PART_DATA,
	                 (struct area){top, left + run->first, bottom, left + run->end - 1});
}

/* All items below an element are neighbours; without a kind they are one. */
static const char *all_items(struct book *book, const struct element *element, size_t row)
{
	struct run all = {.first = element->first_item,
	                  .end = element->first_item + element->n_items};

	return run_area(book, &all, row, row);
}

/* A sum of several terms in brackets, one term as it is. */
static const char *bracketed(struct book *book, const struct buf *sum, size_t n_terms)
{
	return n_terms > 1 ? arena_printf(book->arena, "(%s)", buf_text(sum)) : buf_text(sum);
}

const char *formula_items(struct book *book, size_t element, enum scale_kind kind, size_t top,
                          size_t bottom)
{
	const struct element *part = &book->framework->elements[element];
	struct buf list = {.arena = book->arena};
	struct run run = {0}, joined = {0};
	size_t n_lists = 1;

	while (next_run(book->framework, part, &run)) {
		if (run.scale->kind != kind)
			continue;
		if (joined.end == run.first && joined.end > 0) {
			joined.end = run.end;
			continue;
		}
		if (joined.end > 0) {
			buf_addf(&list, "%s,", run_area(book, &joined, top, bottom));
			n_lists++;
		}
		joined = run;
	}
	if (joined.end == 0)
		return NULL;
	buf_adds(&list, run_area(book, &joined, top, bottom));
	/* In brackets they are one argument, a union. */
	return bracketed(book, &list, n_lists > ARGUMENTS_MOST ? n_lists : 1);
}

const char *formula_signs(struct book *book, size_t element, int sign, size_t top, size_t bottom)
{
	struct buf sum = {.arena = book->arena};
	struct run run = {0};
	size_t n = 0;

	while (next_run(book->framework, &book->framework->elements[element], &run)) {
		if (run.scale->kind != SCALE_MARK)
			continue;
		buf_addf(&sum, "%sCOUNTIF(%s,%d)", n++ > 0 ? "+" : "",
		         run_area(book, &run, top, bottom), run.reversed ? -sign : sign);
	}
	return n > 0 ? bracketed(book, &sum, n) : "0";
}

static void scale_limits(const struct scale *scale, int *low, int *high)
{
	*low = scale->kind == SCALE_MARK ? -1 : scale->points[0].value;
	*high = scale->kind == SCALE_MARK ? 1 : scale->points[scale->n_points - 1].value;
}

/* Sum of the answers, turned round and weighed as each item wants. */
static const char *weighed_sum(struct book *book, const struct element *element, size_t row)
{
	struct buf sum = {.arena = book->arena};
	struct run run = {0};
	size_t n = 0;

	while (next_run(book->framework, element, &run)) {
		const char *area = run_area(book, &run, row, row);
		int low, high;

		scale_limits(run.scale, &low, &high);
		buf_adds(&sum, n++ > 0 ? "+" : "");
		if (run.weight < 1 || run.weight > 1)
			buf_addf(&sum, "%s*", book_number(book, run.weight));
		if (run.reversed)
			buf_addf(&sum, "(%d*COUNT(%s)-SUM(%s))", low + high, area, area);
		else
			buf_addf(&sum, "SUM(%s)", area);
	}
	return bracketed(book, &sum, n);
}

/* Sum of the weights of what was answered. */
static const char *weight_there(struct book *book, const struct element *element, size_t row,
                                double *possible, bool *even)
{
	struct buf sum = {.arena = book->arena};
	struct run run = {0};

	*possible = 0;
	*even = true;
	while (next_run(book->framework, element, &run)) {
		*possible += run.weight * (double)(run.end - run.first);
		*even = *even && run.weight >= 1 && run.weight <= 1;
		buf_addf(&sum, "%s%s*COUNT(%s)", sum.length > 0 ? "+" : "",
		         book_number(book, run.weight), run_area(book, &run, row, row));
	}
	if (*even)
		return arena_printf(book->arena, "COUNT(%s)", all_items(book, element, row));
	return arena_printf(book->arena, "(%s)", buf_text(&sum));
}

static const char *score_from_items(struct book *book, const struct element *element,
                                    const struct rule *rule, size_t row)
{
	const char *count = arena_printf(book->arena, "COUNT(%s)", all_items(book, element, row));
	const char *sum = weighed_sum(book, element, row);
	double possible;
	bool even;
	const char *weight = weight_there(book, element, row, &possible, &even);
	size_t least = framework_needed(rule->minimum, element->n_items);
	const char *enough = arena_printf(book->arena, "%s>=%zu", count, least > 0 ? least : 1);

	if (!even)
		enough = arena_printf(book->arena, "AND(%s,%s>0)", enough, weight);
	if (rule->measure == MEASURE_SUM && rule->prorate)
		return arena_printf(book->arena, "IF(%s,%s*%s/%s,\"\")", enough, sum,
		                    book_number(book, possible), weight);
	if (rule->measure == MEASURE_SUM)
		return arena_printf(book->arena, "IF(%s,%s,\"\")", enough, sum);
	return arena_printf(book->arena, "IF(%s,%s/%s,\"\")", enough, sum, weight);
}

static size_t count_marks(const struct framework *framework, const struct element *element)
{
	size_t n = 0;

	for (size_t i = 0; i < element->n_items; i++)
		n += item_at(framework, element->first_item + i)->scale->kind == SCALE_MARK;
	return n;
}

/* An empty box counts for neither side, but on a sheet without any mark
 * nothing was said at all. */
static const char *net_of_items(struct book *book, size_t element, const struct rule *rule,
                                size_t row)
{
	const struct framework *framework = book->framework;
	const struct element *part = &framework->elements[element];
	size_t n = count_marks(framework, part), least = framework_needed(rule->minimum, n);
	const char *marked = least > 0 ? formula_items(book, element, SCALE_MARK, row, row)
	                               : all_items(book, &framework->elements[0], row);

	if (n == 0)
		return NULL;
	return arena_printf(book->arena, "IF(COUNT(%s)>=%zu,(%s-%s)/%zu,\"\")", marked,
	                    least > 0 ? least : 1, formula_signs(book, element, 1, row, row),
	                    formula_signs(book, element, -1, row, row), n);
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
	return bracketed(book, &sum, cells->n_lists);
}

static const char *score_from_sections(struct book *book, size_t element,
                                       const struct rule *rule, size_t row)
{
	const struct framework *framework = book->framework;
	size_t level = framework->elements[element].level + 1, n = 0, least;
	struct cells cells = {0};
	const char *count, *sum;

	for (size_t i = framework_next(framework, element, element, level); i != SIZE_MAX;
	     i = framework_next(framework, element, i, level)) {
		size_t column = book->plan.score_columns[i];

		n++;
		if (column != SIZE_MAX)
			add_cell(book, &cells, place_name(book->arena, row, column));
	}
	if (cells.n_cells == 0)
		return NULL;
	count = over_cells(book, &cells, "COUNT");
	sum = over_cells(book, &cells, "SUM");
	least = framework_needed(rule->minimum, n);
	least = least > 0 ? least : 1;
	if (rule->measure == MEASURE_SUM && rule->prorate)
		return arena_printf(book->arena, "IF(%s>=%zu,%s*%zu/%s,\"\")", count, least, sum, n,
		                    count);
	if (rule->measure == MEASURE_SUM)
		return arena_printf(book->arena, "IF(%s>=%zu,%s,\"\")", count, least, sum);
	return arena_printf(book->arena, "IF(%s>=%zu,%s/%s,\"\")", count, least, sum, count);
}

const char *formula_score(struct book *book, size_t element, size_t row)
{
	const struct element *part = &book->framework->elements[element];
	const struct rule *rule = &book->framework->levels[part->level].rule;
	size_t data_row = row - book->plan.scores_top + 1;

	if (part->n_items == 0)
		return NULL;
	if (rule->from == SCORE_FROM_SECTIONS)
		return score_from_sections(book, element, rule, row);
	if (rule->measure == MEASURE_NET)
		return net_of_items(book, element, rule, data_row);
	return score_from_items(book, part, rule, data_row);
}

const char *formula_band(struct book *book, const struct bands *bands, const char *cell)
{
	size_t top = book->plan.band_rows[bands - book->framework->bands];
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
