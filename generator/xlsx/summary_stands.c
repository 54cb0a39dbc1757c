#include "xlsx/summary.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "xlsx/measure.h"
#include "xlsx/plan.h"
#include "xlsx/runs.h"

/* Columns of counts in their order; those up to STAND_OPEN are answers, those
 * up to STAND_BLANK apply. */
static const int status_stands[] = {STAND_DONE, STAND_STARTED, STAND_OPEN, STAND_BLANK,
                                    STAND_EXCLUDED};
static const int check_stands[] = {STAND_DONE, STAND_OPEN, STAND_BLANK, STAND_EXCLUDED};

/* A block while it is filled. */
struct block {
	struct book *book;
	struct grid *grid;
	enum scale_kind kind;
	const int *stands;
	size_t n_stands;
	size_t head, share; /* row, column */
	size_t *rows;       /* [n_elements], SIZE_MAX: is not there */
	size_t finishing;   /* level of the sections that people stand in; 0: none */
};

static char *at(const struct block *block, size_t row, size_t column)
{
	return place_name(block->book->arena, row, column);
}

/* Cells of a row from the first count to that of `last`. */
static const char *up_to(const struct block *block, size_t row, int last)
{
	size_t n = 0;

	while (block->stands[n] != last)
		n++;
	return arena_printf(block->book->arena, "%s:%s", at(block, row, 1),
	                    at(block, row, n + 1));
}

static struct tally tally_of(const struct block *block, size_t element)
{
	const struct scores *scores = block->book->scores;
	struct tally tally = {0};

	if (scores->consensus != NULL)
		return scores_tally(scores->framework, scores->consensus, element, block->kind);
	tally.blank = runs_count(scores->framework, element, KIND(block->kind));
	return tally;
}

static double count_of(const struct tally *tally, int stand)
{
	return (double)(stand == STAND_BLANK      ? tally->blank
	                : stand == STAND_EXCLUDED ? tally->excluded
	                                          : tally->stands[stand]);
}

/* The plan's rows of a section, as factors of a product: they are found by
 * the names of the section and of those around it. */
static const char *rows_of(const struct block *block, size_t element)
{
	struct book *book = block->book;
	const struct places *places = &book->places;
	size_t kind = places->plan_columns[PLAN_KIND];
	struct buf factors = {.arena = book->arena};

	for (size_t level = 1; level <= book->framework->elements[element].level; level++)
		buf_addf(&factors, "(%s=%s)*", plan_area(book, level - 1),
		         fixed_name(book->arena,
		                    block->rows[book_ancestor(book, element, level)], 0));
	if (kind != SIZE_MAX)
		buf_addf(&factors, "(%s=%s)*", plan_area(book, kind),
		         book_quoted(book, plan_kind_word(book, block->kind)));
	return buf_text(&factors);
}

/* The sum of the weights of what counts as done or, without a stand, of what
 * was answered. */
static const char *weight_of(const struct block *block, size_t row, size_t element, bool done)
{
	struct book *book = block->book;
	const struct places *places = &book->places;
	const char *stands = plan_area(book, places->plan_columns[PLAN_STAND]);
	struct buf any = {.arena = book->arena};

	if (places->plan_columns[PLAN_WEIGHT] == SIZE_MAX)
		return done ? at(block, row, 1)
		            : arena_printf(book->arena, "SUM(%s)", up_to(block, row, STAND_OPEN));
	for (size_t i = 0; block->stands[i] != STAND_BLANK && (i == 0 || !done); i++)
		buf_addf(&any, "%s(%s=%s)", i > 0 ? "+" : "", stands,
		         fixed_name(book->arena, block->head, i + 1));
	return arena_printf(book->arena, "SUMPRODUCT(%s(%s)*%s)", rows_of(block, element),
	                    buf_text(&any),
	                    plan_area(book, places->plan_columns[PLAN_WEIGHT]));
}

/* Whether a level's rule, and those it is made of, are shares of this kind. */
static bool has_rule(const struct block *block, size_t level)
{
	const struct framework *framework = block->book->framework;
	const struct rule *rule = &framework->levels[level].rule;

	while (measure_is_share(rule->measure) && rule->from == SCORE_FROM_SECTIONS)
		rule = &framework->levels[++level].rule;
	return measure_is_share(rule->measure) && measure_takes(rule->measure, block->kind);
}

/* How many of these rows have anything that applies. */
static const char *count_applying(const struct block *block, size_t top, size_t bottom)
{
	struct buf sum = {.arena = block->book->arena};

	for (size_t i = 0; block->stands[i] != STAND_EXCLUDED; i++)
		buf_addf(&sum, "%s%s:%s", i > 0 ? "+" : "", at(block, top, 1 + i),
		         at(block, bottom, 1 + i));
	return arena_printf(block->book->arena, "SUMPRODUCT((%s>0)*1)", buf_text(&sum));
}

/* The next rows of sections one level down that stand below each other, after
 * section *next; false when there are no more. */
static bool next_rows(const struct block *block, size_t element, size_t *next, size_t *top,
                      size_t *bottom)
{
	const struct framework *framework = block->book->framework;
	size_t level = framework->elements[element].level + 1;
	bool any = false;

	for (size_t i = framework_next(framework, element, *next, level); i != SIZE_MAX;
	     i = framework_next(framework, element, i, level)) {
		size_t row = block->rows[i];

		if (row == SIZE_MAX)
			continue;
		if (any && row != *bottom + 1)
			break;
		*top = any ? *top : row;
		*bottom = row;
		*next = i;
		any = true;
	}
	return any;
}

/* The mean of the sections one level down, if there are enough of those of
 * which anything applies. */
static const char *share_of_sections(const struct block *block, size_t element, double minimum)
{
	struct arena *arena = block->book->arena;
	struct buf shares = {.arena = arena}, apply = {.arena = arena};
	size_t next = element, n = 0, top = 0, bottom = 0;
	const char *list;

	while (next_rows(block, element, &next, &top, &bottom)) {
		buf_addf(&shares, "%s%s:%s", n > 0 ? "," : "", at(block, top, block->share),
		         at(block, bottom, block->share));
		buf_addf(&apply, "%s%s", n++ > 0 ? "+" : "",
		         count_applying(block, top, bottom));
	}
	list = runs_bracketed(block->book, &shares, n > ARGUMENTS_MOST ? n : 1);
	return arena_printf(arena, "IF(COUNT(%s)>=%s,SUM(%s)/COUNT(%s),\"\")", list,
	                    measure_least(block->book, minimum, buf_text(&apply)), list, list);
}

static const char *share_of_items(const struct block *block, size_t row, size_t element,
                                  double minimum)
{
	const char *answered = up_to(block, row, STAND_OPEN);
	const char *weight = weight_of(block, row, element, false);
	const char *applies =
	    arena_printf(block->book->arena, "SUM(%s)", up_to(block, row, STAND_BLANK));

	return arena_printf(block->book->arena, "IF(AND(SUM(%s)>=%s,%s>0),%s/%s,\"\")", answered,
	                    measure_least(block->book, minimum, applies), weight,
	                    weight_of(block, row, element, true), weight);
}

/* By the rule of the level, or else done of what was answered. */
static void fill_share(const struct block *block, size_t row, size_t element)
{
	struct book *book = block->book;
	size_t level = book->framework->elements[element].level;
	const struct rule *rule = &book->framework->levels[level].rule;
	struct tally tally = tally_of(block, element);
	double answered =
	    (double)(tally.stands[STAND_DONE] + tally.stands[STAND_STARTED] +
	             tally.stands[STAND_OPEN]);
	double cached = answered > 0 ? (double)tally.stands[STAND_DONE] / answered : NAN;
	const char *formula;

	if (!has_rule(block, level)) {
		const char *cells = up_to(block, row, STAND_OPEN);

		formula = arena_printf(book->arena, "IF(SUM(%s)=0,\"\",%s/SUM(%s))", cells,
		                       at(block, row, 1), cells);
	} else {
		formula = rule->from == SCORE_FROM_SECTIONS
		              ? share_of_sections(block, element, rule->minimum)
		              : share_of_items(block, row, element, rule->minimum);
		cached = book->scores->consensus == NULL
		             ? NAN
		             : book->scores->consensus[element].value;
	}
	grid_formula(block->grid, (struct spot){row, block->share, NUMBER_SHARE | LOOK_RIGHT},
	             cached, "%s", formula);
	grid_formula(block->grid, (struct spot){row, block->share + 1, NUMBER_SHARE}, cached, "%s",
	             at(block, row, block->share));
}

/* People stand in the first section that is not finished, by score/'s hair,
 * once anything was answered at all. The rows above are those of the whole and of the sections
 * before. */
static void fill_here(const struct block *block, size_t row, size_t element)
{
	struct book *book = block->book;
	size_t top = block->head + 1, column = block->share + 2;
	const char *here = book_quoted(book, book_say(book, "here"));
	const char *share = at(block, row, block->share);
	struct tally tally = tally_of(block, 0);
	double complete = book->framework->levels[block->finishing].rule.complete;
	bool stands = book->scores->position == element &&
	              tally.stands[STAND_DONE] + tally.stands[STAND_STARTED] +
	                      tally.stands[STAND_OPEN] >
	                  0;

	grid_formula_text(
	    block->grid, (struct spot){row, column, LOOK_SPILL | LOOK_INDENT},
	    stands ? book_say(book, "here") : "",
	    "IF(AND(SUM(%s)>0,SUM(%s)>0,SUMPRODUCT((LEN(%s)>0)*1)=0),"
	    "IF(COUNT(%s)=0,%s,IF(%s<%s-0.000000001,%s,\"\")),\"\")",
	    up_to(block, row, STAND_BLANK), up_to(block, top, STAND_OPEN),
	    area_name(book->arena, (struct area){top, column, row - 1, column}), share, here,
	    share, book_number(book, complete), here);
}

static void fill_row(const struct block *block, size_t row, size_t element)
{
	struct book *book = block->book;
	struct tally tally = tally_of(block, element);
	const char *stands = plan_area(book, book->places.plan_columns[PLAN_STAND]);

	summary_name(book, block->grid, row, element,
	             element == 0 ? book_title(book, 0) : book->places.section_names[element]);
	for (size_t i = 0; i < block->n_stands; i++)
		grid_formula(block->grid, (struct spot){row, 1 + i, NUMBER_COUNT},
		             count_of(&tally, block->stands[i]), "SUMPRODUCT(%s(%s=%s)*1)",
		             rows_of(block, element), stands,
		             block->stands[i] == STAND_BLANK
		                 ? "\"\""
		                 : fixed_name(book->arena, block->head, 1 + i));
	fill_share(block, row, element);
	if (block->finishing > 0 && book->framework->elements[element].level == block->finishing)
		fill_here(block, row, element);
}

static void fill_head(const struct block *block)
{
	struct book *book = block->book;
	struct grid *grid = block->grid;
	struct spot spot = {block->head, 0, LOOK_HEAD};

	grid_text(grid, spot, book_say(book, block->kind == SCALE_STATUS ? "statuses" : "checks"));
	spot.look |= LOOK_RIGHT;
	for (size_t i = 0; i < block->n_stands; i++) {
		spot.column = 1 + i;
		grid_text(grid, spot, plan_stand_word(book, block->stands[i]));
	}
	spot.column++;
	grid_text(grid, spot, book_say(book, block->kind == SCALE_STATUS ? "completion" : "share"));
	while (++spot.column < SUMMARY_COLUMNS)
		grid_text(grid, spot, NULL);
}

/* The first level whose sections count as finished at some share. */
static size_t finishing_level(const struct block *block)
{
	const struct framework *framework = block->book->framework;

	for (size_t level = 1; level < framework->n_levels; level++) {
		const struct rule *rule = &framework->levels[level].rule;

		if (measure_is_share(rule->measure) && !isnan(rule->complete))
			return has_rule(block, level) ? level : 0;
	}
	return 0;
}

/* Rows are settled first, for they point at each other. */
static size_t place_rows(struct block *block)
{
	const struct framework *framework = block->book->framework;
	size_t row = block->head + 1;

	block->rows = ARENA_ARRAY(block->book->arena, size_t, framework->n_elements);
	for (size_t e = 0; e < framework->n_elements; e++)
		block->rows[e] = framework->elements[e].scale != NULL ||
		                         runs_count(framework, e, KIND(block->kind)) == 0
		                     ? SIZE_MAX
		                     : row++;
	return row;
}

static void fill_rule(const struct block *block, size_t row)
{
	struct book *book = block->book;
	const struct level *level = &book->framework->levels[block->finishing];

	words_set(&book->vocabulary, "level", level->title);
	words_set_number(&book->vocabulary, "complete", level->rule.complete * 100, 0);
	grid_text(block->grid, (struct spot){row, 0, LOOK_NOTE}, book_say(book, "here-rule"));
}

void summary_stands(struct book *book, struct grid *grid, size_t *row, enum scale_kind kind)
{
	const struct framework *framework = book->framework;
	bool status = kind == SCALE_STATUS;
	struct block block = {
		.book = book, .grid = grid, .kind = kind, .head = *row,
		.stands = status ? status_stands : check_stands,
		.n_stands = status ? sizeof status_stands / sizeof *status_stands
		                   : sizeof check_stands / sizeof *check_stands,
	};
	size_t column, top = *row + 1;

	if (framework_count_kind(framework, 0, kind) == 0)
		return;
	block.share = block.n_stands + 1;
	block.finishing = finishing_level(&block);
	*row = place_rows(&block);
	fill_head(&block);
	for (size_t e = 0; e < framework->n_elements; e++)
		if (block.rows[e] != SIZE_MAX)
			fill_row(&block, block.rows[e], e);
	column = block.share + 1;
	grid_bars(grid, (struct area){top, column, *row - 1, column}, COLOUR_BLUE, 1);
	if (block.finishing > 0) {
		const char *current = arena_printf(book->arena, "LEN($%s)>0",
		                                   at(&block, top, column + 1));

		grid_emphasis(grid, (struct area){top, 0, *row - 1, block.share}, current, false);
		grid_emphasis(grid, (struct area){top, column + 1, *row - 1, column + 1}, current,
		              false);
		fill_rule(&block, (*row)++);
	}
	++*row;
}
