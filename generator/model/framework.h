/* An assessment framework, as plain data.
 *
 * Everything that can be scored is an element: the whole framework
 * (elements[0], level 0), its sections and its items. They stand in reading
 * order, parents before children, so an element covers the items
 * items[first_item] .. items[first_item + n_items - 1] and the elements up to
 * `end`. Read by yaml/, read only for everybody else; strings are borrowed
 * from the arena that it was read into and are never NULL unless said.
 */
#ifndef WAYMARK_FRAMEWORK_H
#define WAYMARK_FRAMEWORK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "model/benchmark.h"
#include "model/provenance.h"
#include "model/record.h"
#include "model/template.h"

enum scale_kind {
	SCALE_RATING, /* whole numbers with labels */
	SCALE_MARK,   /* -1, 0 (blank), +1 */
	SCALE_STATUS, /* how far something is: points that are open, started or done */
	SCALE_CHECK,  /* yes or an empty box: points 0 and 1 */
	SCALE_CHOICE, /* one of the points */
	SCALE_NUMBER, /* written: see sheet.written */
	SCALE_TEXT,
	SCALE_DATE,
	SCALE_COUNT
};

/* How far a point of a status or a check is from being finished. */
enum stand {
	STAND_OPEN,
	STAND_STARTED,
	STAND_DONE,
	STAND_COUNT
};

struct point {
	int value;      /* rating: as written; status, check, choice: its place from 0 */
	const char *id; /* as it is written in answers: "4", "under-way" */
	const char *label;
	enum stand stand; /* status and check; options of records: how they are drawn */
	enum provenance provenance;
};

struct scale {
	const char *id;
	enum scale_kind kind;
	const char *prompt, *directions;
	const char *plus, *minus, *blank; /* mark: what the signs mean, in words */
	struct point *points;             /* rating: lowest first; status and choice: as
	                                   * listed; check: no and yes; else none */
	size_t n_points;
	const char *excluded; /* the words for "does not apply", or NULL: that is no answer */
	const char *unit;     /* number: may be NULL */
	double low, high;     /* number: NAN where there is no limit */
	struct record_column *columns; /* what is asked beside each answer */
	size_t n_columns;
	enum provenance provenance;
	const char *note; /* may be NULL */
};

/* One step of a set of bands; limits are inclusive whole numbers. */
struct band {
	const char *id, *title;
	int from, to;
	const char *text, *obstacle; /* may be NULL */
	enum provenance provenance;
};

struct bands {
	const char *id, *title;
	struct band *steps; /* lowest first, contiguous */
	size_t n_steps;
	enum provenance provenance;
	const char *note; /* may be NULL */
};

enum measure {
	MEASURE_NONE, /* the level is not scored */
	MEASURE_SUM,
	MEASURE_MEAN,
	MEASURE_NET,  /* (plus - minus) / items */
	MEASURE_COMPLETION, /* statuses: done / (done + started + open) */
	MEASURE_SHARE,      /* checks: the same */
	MEASURE_DONE,       /* checks and statuses: how many are done */
	MEASURE_COUNT
};

enum score_source {
	SCORE_FROM_ITEMS,
	SCORE_FROM_SECTIONS /* from the scores of the sections one level down */
};

/* How the elements of one level are scored. */
struct rule {
	enum measure measure;
	enum score_source from;
	double minimum; /* share of the inputs that must be there, 0 to 1 */
	bool prorate;   /* scale a sum up for inputs that are missing */
	const struct bands *bands; /* may be NULL */
	double complete; /* completion or share: from here a section counts as finished; the
	                  * first one that is not is where people stand. NAN: not asked */
	enum provenance provenance;
	const char *note; /* may be NULL */
};

struct level {
	const char *id, *title, *plural;
	struct rule rule;
};

/* A part of a framework, this one or another, or a row of a record of it:
 * "tea-round/brewing", "ferry-metrics/metric/late-trips". */
struct link {
	const char *framework, *id;
	const char *row;             /* NULL: `id` is an element, else a record */
	const char *title;           /* of the part; NULL until somebody looked it up */
	const char *framework_title; /* NULL until then */
	struct pos pos;
};

struct element {
	const char *id;
	const char *text;                          /* a section's title, an item's statement */
	const char *definition, *directions, *help; /* may be NULL */
	size_t level;              /* index into levels; 0 is the whole */
	size_t parent;             /* index into elements; the whole is its own */
	size_t end;                /* one past the last element below it */
	size_t first_item, n_items;
	const struct scale *scale; /* items only */
	bool reversed;
	double weight;             /* items: 1 unless given */
	double target;             /* items: a number to reach, NAN: none */
	const char *unit;          /* of the target, may be NULL */
	struct link *links;        /* parts of other frameworks that it serves */
	size_t n_links;
	struct pos pos;
};

/* A titled paragraph: a use, a category of the action plan. */
struct note {
	const char *id, *title, *text; /* text may be NULL */
};

/* An earlier version of a framework, whose sheets are read too: what was asked only there is
 * passed over, what was not asked yet is missing there like an answer that was not given. */
struct revision {
	const char *version;
	size_t *added;        /* elements of items that it did not have yet */
	size_t n_added;
	struct note *dropped; /* items that it had, and this version does not; only id and text */
	size_t n_dropped;
};

struct framework {
	const char *id, *version, *code, *title, *language;
	const char *summary; /* may be NULL */
	const char *purpose, *source, *licence;
	struct note *uses;
	size_t n_uses;
	struct level *levels; /* [0] "overall", then outermost first; the last is the items' */
	size_t n_levels;
	struct scale *scales;
	size_t n_scales;
	struct bands *bands;
	size_t n_bands;
	struct record *records;
	size_t n_records;
	const char *templates[TEMPLATE_COUNT]; /* of its documents, NULL: the usual ones */
	double split; /* share of + and of - from which marks are split */
	struct edition *editions;
	size_t n_editions;
	const struct edition *edition; /* its own, NULL: no benchmark compares with it */
	struct benchmark *benchmarks; /* in the order of the file */
	size_t n_benchmarks;
	const char **prompts;
	size_t n_prompts;
	struct note *plan;
	size_t n_plan;
	struct element *elements;
	size_t n_elements;
	size_t *items; /* indices into elements */
	size_t n_items;
	struct revision *earlier; /* in the order of the file */
	size_t n_earlier;
	struct pos pos;
};

/* The element with this id, or SIZE_MAX. */
size_t framework_find(const struct framework *framework, const char *id);

/* The item with this id, as a place in `items`, or SIZE_MAX. */
size_t framework_find_item(const struct framework *framework, const char *id);

/* The next element of the same level below the same ancestor `within`, after
 * `element` (start with `within` itself), or SIZE_MAX:
 *   for (i = framework_next(f, 0, 0, level); i != SIZE_MAX;
 *        i = framework_next(f, 0, i, level)) */
size_t framework_next(const struct framework *framework, size_t within, size_t element,
                      size_t level);

/* How many elements of a level there are below an element. */
size_t framework_count(const struct framework *framework, size_t within, size_t level);

/* How many of `n_possible` inputs a minimum share asks for: the product rounded
 * up, so 0.8 of 5 are 4. */
size_t framework_needed(double minimum, size_t n_possible);

/* The lowest and highest score that the rule of the element's level can give;
 * false when the level is not scored. */
bool framework_range(const struct framework *framework, size_t element, double *low, double *high);

/* Whether there are items and every one is marked + or -. */
bool framework_is_marks(const struct framework *framework);

/* How many items of a kind of scale there are below an element. */
size_t framework_count_kind(const struct framework *framework, size_t within,
                            enum scale_kind kind);

/* The record with this id, as a place in `records`, or SIZE_MAX. */
size_t framework_find_record(const struct framework *framework, const char *id);

/* Whether answers on the scale are values of sheet.values, not of sheet.written. */
bool scale_is_coded(const struct scale *scale);

/* Which items a measure is made of; the others take no part in it. */
bool measure_takes(enum measure measure, enum scale_kind kind);

/* Whether it is a share, 0 to 1: completion and share. */
bool measure_is_share(enum measure measure);

/* Whether its points have a stand: status and check. */
bool scale_has_stands(const struct scale *scale);

extern const char *const measure_names[MEASURE_COUNT];
extern const char *const scale_kind_names[SCALE_COUNT];
extern const char *const stand_names[STAND_COUNT];

const char *measure_name(enum measure measure);
const char *scale_kind_name(enum scale_kind kind);

#endif
