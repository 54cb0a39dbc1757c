/* model + scores -> a document: a tree of blocks with their words.
 *
 * All wording comes from the template; what a section kind needs stands in
 * the table in sections.c, so compose_check can say what is missing before
 * anything is made. Everything is in the arena.
 */
#ifndef WAYMARK_COMPOSE_H
#define WAYMARK_COMPOSE_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "model/document.h"
#include "model/picture.h"
#include "model/scores.h"
#include "model/template.h"

struct arena;
struct diag;

/* Wrong kinds of sections, words that are missing or unknown, placeholders
 * and flags that do not exist: recorded with the template's positions. */
bool compose_check(const struct template *template, struct diag *diag);

/* Everything that a document is made from; what is not needed is NULL. */
struct compose_input {
	const struct framework *framework;
	const struct template *template;
	const struct theme *theme;
	const struct scores *scores; /* reports */
	const struct scores *const *waves; /* all up to that of `scores`, which is the last; */
	size_t n_waves;          /* none: nothing is told of waves before */
	const struct matched *const *matched; /* from each wave but the last to the last: the same
	                                       * people, [n_elements] */
	const struct segmentation *const *segmentations; /* of the wave that is reported */
	size_t n_segmentations;
	const char *organisation; /* NULL: as the answers call it */
	const struct picture *logo; /* NULL: none */
	size_t invited;          /* how many were asked to answer; 0: not told */
	size_t minimum_group;    /* fewest people whose results are shown; 0: as the template says */
	bool names;              /* individual reports show names; else codes only */
	const struct benchmark *const *benchmarks; /* those to compare with; NULL: all of the */
	size_t n_benchmarks;     /* framework that are alike */
	const char *const *only; /* worksheets: ids of the sections and records whose sheets are */
	size_t n_only;           /* wanted; none: all */
	enum paper paper;
	time_t date;             /* "Made 22 November 2026" */
	const char *program;     /* "Waymark 1.0" */
	bool flat;               /* worksheets: to print only */
};

/* A blank worksheet; `name` is written on it, `copy` (4 characters) goes
 * into its code. Either may be NULL. */
struct document *compose_worksheet(struct arena *arena, const struct compose_input *input,
                                   const char *name, const char *copy, struct diag *diag);

/* The fewest people whose results are shown, by what was asked for (0: nothing) or by the
 * template; never fewer than 3. */
size_t report_minimum(const struct template *template, size_t asked);

struct document *compose_group_report(struct arena *arena, const struct compose_input *input,
                                      struct diag *diag);

/* Several frameworks of one organisation in one report: the sections of each input's template,
 * one input after the other; head and foot are those of the first of at least one. */
struct document *compose_overview(struct arena *arena, const struct compose_input *inputs,
                                  size_t n_inputs, struct diag *diag);

/* The report of scores->people[person]. */
struct document *compose_individual_report(struct arena *arena,
                                           const struct compose_input *input, size_t person,
                                           struct diag *diag);

#endif
