/* What the answers of one wave come to.
 *
 * Everything is a table over framework->elements: results[person][element]
 * for each individual sheet, stats[element] for the group. Made by score/,
 * read only for everybody else. NAN stands for "cannot be said"; dumps write
 * it as null.
 */
#ifndef WAYMARK_SCORES_H
#define WAYMARK_SCORES_H

#include <stdbool.h>
#include <stddef.h>

#include "model/framework.h"
#include "model/record.h"

struct answers;
struct sheet;

/* Signs of reversed marks are counted turned round, as they are scored. */
struct tally {
	size_t plus, minus, blank;
	size_t excluded;            /* "does not apply": in none of the other counts */
	size_t stands[STAND_COUNT]; /* statuses and checks; an empty check on a sheet that is
	                             * not empty is open, an empty status is blank */
};

struct result {
	double value;    /* NAN: not scored. Items: the answer, reversed where the item is;
	                  * an empty box of a mark is 0; statuses and checks: 1 when done,
	                  * else 0; choice, number, text, date: NAN */
	size_t answered; /* items below the element that have an answer; an empty check on a
	                  * sheet that is not empty is one: no */
	int band;        /* index into the level's bands, -1: none */
	struct tally tally; /* items: one of its counts, or none for ratings and what is
	                     * written; sections: of all items below */
};

struct stats {
	size_t n;     /* people who are scored here */
	double mean, sd; /* sd: sample standard deviation, NAN below 2 people */
	double min, max, median;
	double lower, upper; /* quartiles, Hyndman & Fan type 7 */
	double agreement;    /* 0 to 1; see score.h */
	size_t *counts;      /* items on a scale with points: people at each of them as they
	                      * answered, also where the item is reversed; else NULL */
	struct tally tally;  /* all answers of all people below the element, sheets that
	                      * are empty from end to end included */
	bool split;          /* marks: + and - both hold the framework's share */
	int band;            /* of the mean, rounded once, half up; -1: none */
	double to_next;      /* points from the mean to the next band, NAN at the top */
};

struct scores {
	const struct framework *framework;
	const struct answers *answers;
	const char *wave;
	const struct sheet **people; /* individual sheets of the wave */
	size_t n_people;
	struct result **results;     /* [n_people][n_elements] */
	const struct sheet *consensus_sheet; /* may be NULL */
	struct result *consensus;    /* [n_elements], NULL without a consensus sheet */
	struct stats *stats;         /* [n_elements] */
	struct record_rows *records; /* of the consensus sheet with its computed columns, one
	                              * for each of framework->records; never NULL */
	size_t position;             /* by the consensus sheet: the first section of a level
	                              * with `complete` that is not finished; SIZE_MAX: none */
};

/* Those people of a wave who share a segment value: "Operations". */
struct segment_group {
	const char *value;   /* NULL: those who gave none */
	size_t n_people;
	struct stats *stats; /* [n_elements] */
	bool *shown;         /* [n_elements]: whether its figures may be told beside the whole's
	                      * and those of all other groups that are shown, so that nothing of
	                      * fewer people than the minimum can be worked out */
};

/* The people of a wave by one segment; every one is in exactly one group. */
struct segmentation {
	const char *name; /* "department" */
	struct segment_group *groups; /* by value; those who gave none last */
	size_t n_groups;
};

/* The people who are scored at an element in two waves. */
struct matched {
	size_t n;
	double change; /* mean of theirs: after less before; NAN: nobody is */
	size_t up, down, level; /* how many of them moved */
};

/* What the row of a link is called, where it is one of this framework's
 * records; else its id. */
const char *scores_link_row(const struct scores *scores, const struct link *link);

void tally_add(struct tally *sum, const struct tally *part);

/* The answers below an element on one kind of scale; `results` are one sheet's. */
struct tally scores_tally(const struct framework *framework, const struct result *results,
                          size_t element, enum scale_kind kind);

#endif
