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

struct answers;
struct framework;
struct sheet;

/* Signs of reversed marks are counted turned round, as they are scored. */
struct tally {
	size_t plus, minus, blank;
};

struct result {
	double value;    /* NAN: not scored. Items: the answer, reversed where the item is;
	                  * an empty box of a mark is 0 */
	size_t answered; /* items below the element that have an answer */
	int band;        /* index into the level's bands, -1: none */
	struct tally tally; /* marks only; ratings count blanks here too */
};

struct stats {
	size_t n;     /* people who are scored here */
	double mean, sd; /* sd: sample standard deviation, NAN below 2 people */
	double min, max, median;
	double lower, upper; /* quartiles, Hyndman & Fan type 7 */
	double agreement;    /* 0 to 1; see score.h */
	size_t *counts;      /* rating items: people at each point of the scale as they
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
};

#endif
