/* Neighbouring items of an element that are counted alike, as areas of Data. */
#ifndef WAYMARK_RUNS_H
#define WAYMARK_RUNS_H

#include "xlsx/book.h"

struct buf;

/* Excel's functions take 255 arguments. */
enum { ARGUMENTS_MOST = 200 };

/* Kinds of scales as a set. */
#define KIND(kind) (1U << (kind))
#define EVERY_KIND (KIND(SCALE_COUNT) - 1)

/* A number that the words for "does not apply" never are. */
#define EXCLUDED_TEXT "\"" ANSWER_EXCLUDED_ID "\""

struct run {
	size_t first, end; /* places among all items */
	const struct scale *scale;
	bool reversed;
	double weight;
};

/* The kinds of items that a measure takes. */
unsigned runs_kinds(enum measure measure);

/* The next run of the element after `run`, which starts with {0}, of items on
 * a scale of one of these kinds. */
bool runs_next(const struct framework *framework, size_t element, unsigned kinds,
               struct run *run);

/* From row `top` to `bottom` of Data. */
const char *runs_area(struct book *book, const struct run *run, size_t top, size_t bottom);

/* All items of these kinds with commas between the areas: arguments of COUNT
 * and SUM, very many as one union. NULL when there are none. */
const char *runs_areas(struct book *book, size_t element, unsigned kinds, size_t row);

/* How many cells of these items hold anything, NULL when there are none. An
 * empty text that a formula comes to is nothing. */
const char *runs_filled(struct book *book, size_t element, unsigned kinds, size_t row);

/* How many items of these kinds there are. */
size_t runs_count(const struct framework *framework, size_t element, unsigned kinds);

/* How many of them do not apply to the person of the row; NULL when none of
 * their scales lets anybody say so. */
const char *runs_excluded(struct book *book, size_t element, unsigned kinds, size_t row);

/* How many answers the person of the row gave; an empty check counts as one on
 * a sheet that is not empty. */
const char *runs_answered(struct book *book, size_t element, unsigned kinds, size_t row);

/* Whether the person of the row said anything at all. */
const char *runs_any(struct book *book, size_t row);

/* A sum of several terms in brackets, one term as it is. */
const char *runs_bracketed(struct book *book, const struct buf *sum, size_t n_terms);

#endif
