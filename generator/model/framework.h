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

/* Where a rule or a word comes from. */
enum provenance {
	PROVENANCE_OURS,
	PROVENANCE_PUBLISHED,
	PROVENANCE_RECONSTRUCTED,
	PROVENANCE_COUNT
};

enum scale_kind {
	SCALE_RATING, /* whole numbers with labels */
	SCALE_MARK,   /* -1, 0 (blank), +1 */
	SCALE_COUNT
};

struct point {
	int value;
	const char *label;
	enum provenance provenance;
};

struct scale {
	const char *id;
	enum scale_kind kind;
	const char *prompt, *directions;
	const char *plus, *minus, *blank; /* mark: what the signs mean, in words */
	struct point *points;             /* rating: lowest first */
	size_t n_points;
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
	enum provenance provenance;
	const char *note; /* may be NULL */
};

struct level {
	const char *id, *title, *plural;
	struct rule rule;
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
	struct pos pos;
};

/* A titled paragraph: a use, a category of the action plan. */
struct note {
	const char *id, *title, *text; /* text may be NULL */
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
	double split; /* share of + and of - from which marks are split */
	const char **prompts;
	size_t n_prompts;
	struct note *plan;
	size_t n_plan;
	struct element *elements;
	size_t n_elements;
	size_t *items; /* indices into elements */
	size_t n_items;
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

/* Whether every item is marked + or -, not rated. */
bool framework_is_marks(const struct framework *framework);

extern const char *const provenance_names[PROVENANCE_COUNT];
extern const char *const measure_names[MEASURE_COUNT];
extern const char *const scale_kind_names[SCALE_COUNT];

const char *provenance_name(enum provenance provenance);
const char *measure_name(enum measure measure);
const char *scale_kind_name(enum scale_kind kind);

#endif
