#include "xlsx/measure.h"

#include "base/arena.h"
#include "base/buf.h"
#include "xlsx/formula.h"
#include "xlsx/runs.h"

const char *measure_least(struct book *book, double minimum, const char *possible)
{
	/* The hair is that of framework_needed. */
	return arena_printf(book->arena, "MAX(1,ROUNDUP(%s*(%s)-0.000000001,0))",
	                    book_number(book, minimum), possible);
}

const char *measure_needed(struct book *book, double minimum, size_t n, const char *excluded)
{
	size_t least = framework_needed(minimum, n);

	if (excluded == NULL)
		return arena_printf(book->arena, "%zu", least > 0 ? least : 1);
	return measure_least(book, minimum, arena_printf(book->arena, "%zu-%s", n, excluded));
}

static void scale_limits(const struct scale *scale, int *low, int *high)
{
	*low = scale->points[0].value;
	*high = scale->points[scale->n_points - 1].value;
}

/* Sum of the ratings, turned round and weighed as each item wants. */
static const char *weighed_sum(struct book *book, size_t element, size_t row)
{
	struct buf sum = {.arena = book->arena};
	struct run run = {0};
	size_t n = 0;

	while (runs_next(book->framework, element, KIND(SCALE_RATING), &run)) {
		const char *area = runs_area(book, &run, row, row);
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
	return runs_bracketed(book, &sum, n);
}

static bool is_even(const struct framework *framework, size_t element, unsigned kinds)
{
	struct run run = {0};
	bool even = true;

	while (runs_next(framework, element, kinds, &run))
		even = even && run.weight >= 1 && run.weight <= 1;
	return even;
}

/* Sum of the weights of what was rated. */
static const char *weight_there(struct book *book, size_t element, size_t row)
{
	struct buf sum = {.arena = book->arena};
	struct run run = {0};

	if (is_even(book->framework, element, KIND(SCALE_RATING)))
		return runs_answered(book, element, KIND(SCALE_RATING), row);
	while (runs_next(book->framework, element, KIND(SCALE_RATING), &run))
		buf_addf(&sum, "%s%s*COUNT(%s)", sum.length > 0 ? "+" : "",
		         book_number(book, run.weight), runs_area(book, &run, row, row));
	return arena_printf(book->arena, "(%s)", buf_text(&sum));
}

/* The same of all that applies. */
static const char *weight_possible(struct book *book, size_t element, size_t row)
{
	struct buf sum = {.arena = book->arena};
	struct run run = {0};
	double possible = 0;

	while (runs_next(book->framework, element, KIND(SCALE_RATING), &run)) {
		possible += run.weight * (double)(run.end - run.first);
		if (run.scale->excluded != NULL)
			buf_addf(&sum, "-%s*COUNTIF(%s," EXCLUDED_TEXT ")",
			         book_number(book, run.weight), runs_area(book, &run, row, row));
	}
	if (sum.length == 0)
		return book_number(book, possible);
	return arena_printf(book->arena, "(%s%s)", book_number(book, possible), buf_text(&sum));
}

static const char *from_ratings(struct book *book, size_t element, const struct rule *rule,
                                size_t row)
{
	unsigned ratings = KIND(SCALE_RATING);
	const char *sum = weighed_sum(book, element, row);
	const char *weight = weight_there(book, element, row), *enough;

	enough = arena_printf(book->arena, "%s>=%s", runs_answered(book, element, ratings, row),
	                      measure_needed(book, rule->minimum,
	                             runs_count(book->framework, element, ratings),
	                             runs_excluded(book, element, ratings, row)));
	if (!is_even(book->framework, element, ratings))
		enough = arena_printf(book->arena, "AND(%s,%s>0)", enough, weight);
	if (rule->measure == MEASURE_SUM && rule->prorate)
		return arena_printf(book->arena, "IF(%s,%s*%s/%s,\"\")", enough, sum,
		                    weight_possible(book, element, row), weight);
	if (rule->measure == MEASURE_SUM)
		return arena_printf(book->arena, "IF(%s,%s,\"\")", enough, sum);
	return arena_printf(book->arena, "IF(%s,%s/%s,\"\")", enough, sum, weight);
}

/* An empty box counts for neither side, but on a sheet without any mark
 * nothing was said at all. */
static const char *from_marks(struct book *book, size_t element, const struct rule *rule,
                              size_t row)
{
	unsigned marks = KIND(SCALE_MARK);
	size_t n = runs_count(book->framework, element, marks);
	size_t least = framework_needed(rule->minimum, n);
	const char *excluded = runs_excluded(book, element, marks, row);
	const char *plus = formula_signs(book, element, 1, row, row);
	const char *minus = formula_signs(book, element, -1, row, row), *enough;

	if (least > 0)
		enough = arena_printf(book->arena, "%s>=%s",
		                      runs_answered(book, element, marks, row),
		                      measure_needed(book, rule->minimum, n, excluded));
	else
		enough = runs_any(book, row);
	if (excluded == NULL)
		return arena_printf(book->arena, "IF(%s,(%s-%s)/%zu,\"\")", enough, plus, minus,
		                    n);
	return arena_printf(book->arena, "IF(AND(%s,%s<%zu),(%s-%s)/MAX(1,%zu-%s),\"\")", enough,
	                    excluded, n, plus, minus, n, excluded);
}

/* How many answers of the row say that something is done; `weighed`: the sum
 * of their weights. */
static const char *done_there(struct book *book, size_t element, unsigned kinds, size_t row,
                              bool weighed)
{
	struct buf sum = {.arena = book->arena};
	struct run run = {0};
	size_t n = 0;

	while (runs_next(book->framework, element, kinds, &run))
		for (size_t i = 0; i < run.scale->n_points; i++) {
			const struct point *point = &run.scale->points[i];

			if (point->stand != STAND_DONE)
				continue;
			buf_adds(&sum, n++ > 0 ? "+" : "");
			if (weighed && (run.weight < 1 || run.weight > 1))
				buf_addf(&sum, "%s*", book_number(book, run.weight));
			buf_addf(&sum, "SUMPRODUCT((%s=\"%s\")*1)",
			         runs_area(book, &run, row, row), point->id);
		}
	return n > 0 ? runs_bracketed(book, &sum, n) : "0";
}

/* Sum of the weights of what has a stand. */
static const char *stands_weight(struct book *book, size_t element, unsigned kinds, size_t row)
{
	const struct framework *framework = book->framework;
	struct buf sum = {.arena = book->arena};
	struct run run = {0};

	if (is_even(framework, element, kinds))
		return arena_printf(book->arena, "(%s)",
		                    runs_answered(book, element, kinds, row));
	while (runs_next(framework, element, kinds, &run)) {
		const char *area = runs_area(book, &run, row, row);
		const char *excluded =
		    run.scale->excluded == NULL
		        ? ""
		        : arena_printf(book->arena, "-COUNTIF(%s," EXCLUDED_TEXT ")", area);

		buf_addf(&sum, "%s%s*", sum.length > 0 ? "+" : "", book_number(book, run.weight));
		if (run.scale->kind == SCALE_CHECK)
			buf_addf(&sum, "%s*(%zu%s)", runs_any(book, row), run.end - run.first,
			         excluded);
		else
			buf_addf(&sum, "(%zu-COUNTBLANK(%s)%s)", run.end - run.first, area,
			         excluded);
	}
	return arena_printf(book->arena, "(%s)", buf_text(&sum));
}

static const char *from_stands(struct book *book, size_t element, const struct rule *rule,
                               size_t row)
{
	unsigned kinds = runs_kinds(rule->measure);
	bool share = measure_is_share(rule->measure);
	const char *done = done_there(book, element, kinds, row, share);
	const char *weight = stands_weight(book, element, kinds, row);
	const char *enough =
	    arena_printf(book->arena, "%s>=%s", runs_answered(book, element, kinds, row),
	                 measure_needed(book, rule->minimum,
	                                runs_count(book->framework, element, kinds),
	                                runs_excluded(book, element, kinds, row)));

	if (!share)
		return arena_printf(book->arena, "IF(%s,%s,\"\")", enough, done);
	if (!is_even(book->framework, element, kinds))
		enough = arena_printf(book->arena, "AND(%s,%s>0)", enough, weight);
	return arena_printf(book->arena, "IF(%s,%s/%s,\"\")", enough, done, weight);
}

const char *measure_items(struct book *book, size_t element, size_t row)
{
	const struct framework *framework = book->framework;
	const struct rule *rule = &framework->levels[framework->elements[element].level].rule;

	if (rule->measure == MEASURE_NET)
		return from_marks(book, element, rule, row);
	if (rule->measure == MEASURE_SUM || rule->measure == MEASURE_MEAN)
		return from_ratings(book, element, rule, row);
	return from_stands(book, element, rule, row);
}
