/* What studies found elsewhere, to read a result beside.
 *
 * A benchmark holds for the edition of the questionnaire that it comes from: one of another
 * edition than the framework's own is told, but compared with nothing. Plain data, part of a
 * framework.
 */
#ifndef WAYMARK_BENCHMARK_H
#define WAYMARK_BENCHMARK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "model/provenance.h"

struct framework;

/* An edition of a questionnaire. Scores and stages of two editions do not compare. */
struct edition {
	const char *id, *title;
	size_t n_bands; /* of its overall score; 0: not known */
};

/* How exactly a share is known. */
enum share_bound {
	SHARE_EXACT,
	SHARE_BELOW,
	SHARE_ABOVE,
	SHARE_BOUND_COUNT
};

/* The share of those studied that stand in a run of steps: bands of the element, or points of
 * an item's scale. Steps of another edition are only told in words. */
struct benchmark_share {
	const char *id;
	const char *title;  /* NULL: the steps say it */
	size_t first, last; /* places of the steps, lowest first; only without a title */
	double share;       /* 0 to 1 */
	enum share_bound bound;
};

struct benchmark {
	const char *id;
	size_t element;         /* a section or item, or 0: the whole */
	const char *population; /* who was studied: "companies of 500 M USD revenue or more" */
	int year;
	size_t n;               /* how many of them; 0: the study does not say */
	const struct edition *edition;
	double mean;            /* NAN: it gives none */
	struct benchmark_share *shares;
	size_t n_shares;
	const char *finding;    /* what was found, in words; may be NULL */
	const char *source;
	enum provenance provenance;
	struct pos pos;
};

/* Whether it comes from the framework's own edition, so that results may be held against it. */
bool benchmark_is_alike(const struct framework *framework, const struct benchmark *benchmark);

/* The steps that shares of an element are told by, lowest first; an element without any has 0. */
size_t benchmark_n_steps(const struct framework *framework, size_t element);
const char *benchmark_step_id(const struct framework *framework, size_t element, size_t step);
const char *benchmark_step_title(const struct framework *framework, size_t element, size_t step);

extern const char *const share_bound_names[SHARE_BOUND_COUNT];

#endif
