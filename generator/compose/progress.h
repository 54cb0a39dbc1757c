/* How scores moved over the waves: what the words and the figures of the
 * section share. No figure of a wave is told in which too few people are
 * scored. */
#ifndef WAYMARK_PROGRESS_H
#define WAYMARK_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct composer;
struct matched;
struct scores;

struct progress {
	const struct scores *const *waves; /* that are shown; the last one is reported */
	size_t n_waves;
	const struct scores *base; /* the wave that the last is compared with, or NULL */
	const struct matched *moved; /* the same people from one to the other, [n_elements] */
	size_t level;              /* of the parts */
	size_t *parts;             /* elements */
	size_t n_parts;
	bool overall;              /* there is an overall score that may be shown */
};

/* The mean of an element in a wave; NAN: withheld. */
double progress_value(const struct composer *composer, const struct scores *wave,
                      size_t element);

/* The same ready to print, or why it is withheld. */
const char *progress_figure(struct composer *composer, const struct scores *wave,
                            size_t element);

/* From the base to the last wave, as its figures are printed; NAN: one of them
 * is withheld. */
double progress_change(const struct composer *composer, const struct progress *progress,
                       size_t element);

/* "+2.3", for progress_change. */
const char *progress_signed(struct composer *composer, const struct progress *progress,
                            size_t element, double change);

/* The overall score over the waves, with its bands. Sets {axis-low} and
 * {axis-high}. */
void progress_add_chart(struct composer *composer, const struct progress *progress);

/* A small chart for each part; sets the same. */
void progress_add_panels(struct composer *composer, const struct progress *progress);

/* The items that moved up and down most since the base, by the means of all who
 * answered; nothing where none has moved or the template has no words for it. */
void progress_add_moved(struct composer *composer, const struct progress *progress);

/* Names the items that only some of the shown waves asked; nothing where all asked the same. */
void progress_add_revisions(struct composer *composer, const struct progress *progress);

/* All figures in a table. */
void progress_add_table(struct composer *composer, const struct progress *progress);

#endif
