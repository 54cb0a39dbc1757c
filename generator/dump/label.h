/* How the dumps of scores put things, alike in every format. */
#ifndef WAYMARK_DUMP_LABEL_H
#define WAYMARK_DUMP_LABEL_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct band;
struct buf;
struct framework;
struct scale;
struct scores;
struct sheet;
struct value;

/* Adds a number with at most 4 decimals and no exponent, so that dumps do not
 * depend on the last bits of a sum; `nothing` when it is NAN. */
void label_add_number(struct buf *out, double value, const char *nothing);

/* Adds a number that somebody wrote, as exactly. */
void label_add_written(struct buf *out, double value);

/* The band with this number at an element's level, NULL for -1. */
const struct band *label_band(const struct framework *framework, size_t element, int band);

/* The id of an element's level, "overall" for the whole. */
const char *label_level(const struct framework *framework, size_t element);

/* Which parts of a dump a framework has something for. */
struct label_parts {
	bool marks;    /* items marked + or - */
	bool excluded; /* items of which people may say that they do not apply */
	bool stands;   /* statuses and checks */
	bool answers;  /* items whose score does not tell the answer */
	bool position; /* sections that count as finished from some share on */
};

struct label_parts label_parts(const struct framework *framework);

/* What was answered to an item (its place in framework->items), as it is
 * written in files of answers; NULL when nothing was, and for ratings and
 * marks, whose scores say it. What individuals wrote in free text is left out
 * like their comments. */
const char *label_answer(const struct framework *framework, const struct sheet *sheet,
                         size_t item);

/* The same as a number, on scales of numbers; else NAN. */
double label_number(const struct scale *scale, const struct sheet *sheet, size_t item);

/* A cell of scores->records[record]: the id of an option or of a row, "yes" or
 * "no", a computed number, else what was written. NULL: nothing. */
const char *label_cell(struct arena *arena, const struct scores *scores, size_t record,
                       size_t column, const struct value *value);

#endif
