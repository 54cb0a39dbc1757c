/* framework.yaml as it is written: the structs that its tables fill.
 *
 * read_framework binds a struct raw_framework; the functions below check what
 * it means and make the model of it, in the order in which they stand here.
 */
#ifndef WAYMARK_RAW_FRAMEWORK_H
#define WAYMARK_RAW_FRAMEWORK_H

#include "model/answers.h"
#include "model/framework.h"
#include "yaml/bind.h"

/* As many scales, sets of bands, levels and categories as there may be. */
#define RAW_NAMED_MAX 100

struct raw_note {
	struct bound bound;
	struct note note;
};

struct raw_level {
	struct bound bound;
	struct level level;
};

struct raw_point {
	struct bound bound;
	struct point point;
};

struct raw_column {
	struct bound bound;
	struct record_column column;
	struct raw_point *options;
	size_t n_options;
	const char *to, *unit_column;
	const char **of;
	size_t n_of;
};

struct raw_scale {
	struct bound bound;
	struct scale scale;
	struct raw_point *points;
	size_t n_points;
	const char *yes, *no;
	struct raw_column *columns;
	size_t n_columns;
};

struct raw_record {
	struct bound bound;
	struct record record;
	int blanks;
	struct raw_column *columns;
	size_t n_columns;
};

struct raw_band {
	struct bound bound;
	struct band band;
};

struct raw_bands {
	struct bound bound;
	struct bands bands;
	struct raw_band *steps;
	size_t n_steps;
};

struct raw_rule {
	struct bound bound;
	struct rule rule;
	int measure; /* place in measure_names, "none" left out */
	const char *bands;
};

struct raw_item {
	struct bound bound;
	struct element element;
	const char *scale;
	const char **serves;
	size_t n_serves;
};

struct raw_section {
	struct bound bound;
	struct element element;
	const char *scale;
	const char **serves;
	size_t n_serves;
	struct raw_section *sections;
	size_t n_sections;
	struct raw_item *items;
	size_t n_items;
};

struct raw_edition {
	struct bound bound;
	struct edition edition;
	int bands;
};

struct raw_share {
	struct bound bound;
	struct benchmark_share share;
	const char **steps;
	size_t n_steps;
};

struct raw_benchmark {
	struct bound bound;
	struct benchmark benchmark;
	const char *of, *edition;
	int n;
	struct raw_share *shares;
	size_t n_shares;
};

/* The id of a template. */
struct raw_template_id {
	struct bound bound;
	const char *id;
};

/* The text of an item beside its id. */
struct raw_dropped {
	struct bound bound;
	const char *text;
};

struct raw_revision {
	struct bound bound;
	const char **added;
	size_t n_added;
	struct raw_dropped *dropped;
	size_t n_dropped;
};

struct raw_framework {
	struct bound bound;
	struct framework framework;
	const char *scale;
	struct raw_note *uses, *plan;
	size_t n_uses, n_plan;
	struct raw_level *levels;
	size_t n_levels;
	struct raw_scale *scales;
	size_t n_scales;
	struct raw_bands *bands;
	size_t n_bands;
	struct raw_rule *scoring;
	size_t n_scoring;
	struct raw_section *sections;
	size_t n_sections;
	struct raw_record *records;
	size_t n_records;
	struct raw_edition *editions;
	size_t n_editions;
	const char *edition;
	struct raw_benchmark *benchmarks;
	size_t n_benchmarks;
	struct raw_template_id templates[TEMPLATE_COUNT];
	struct raw_revision *earlier;
	size_t n_earlier;
};

extern const struct table raw_framework_table;
extern const struct table raw_column_table;
extern const struct table raw_record_table;
extern const struct table raw_edition_table, raw_benchmark_table;

/* Columns of a record, or those that are asked beside an answer. */
enum column_place {
	PLACE_RECORD,
	PLACE_ANSWER
};

/* The columns at the places of the raw ones; what follows from other records
 * is left for raw_read_references. */
struct record_column *raw_read_columns(const struct bind *bind, struct raw_column *raw, size_t n,
                                       enum column_place place);

/* framework.scales and framework.bands, each at the place of its raw one. */
void raw_read_scales(const struct bind *bind, struct raw_framework *raw);
void raw_read_bands(const struct bind *bind, struct raw_framework *raw);

/* framework.levels with their rules. False: without levels nothing below
 * them can be read. */
bool raw_read_levels(const struct bind *bind, struct raw_framework *raw);
size_t raw_find_level(const struct framework *framework, const char *id);
void raw_read_rules(const struct bind *bind, struct raw_framework *raw);

/* framework.elements and framework.items. */
void raw_read_sections(const struct bind *bind, struct raw_framework *raw);

/* framework.earlier. */
void raw_read_revisions(const struct bind *bind, struct raw_framework *raw);

/* framework.records; ids are those of no section or item. */
void raw_read_records(const struct bind *bind, struct raw_framework *raw);

/* What references and computed columns of the records lead to. */
void raw_read_references(const struct bind *bind, struct raw_framework *raw);

/* framework.editions and framework.benchmarks, once rules and elements are read. */
void raw_read_benchmarks(const struct bind *bind, struct raw_framework *raw);

/* Whether measures fit the scales of the items. */
void raw_check_measures(const struct bind *bind, const struct raw_framework *raw);

/* Warns of scores that no band holds; only for a framework without errors. */
void raw_check_ranges(const struct bind *bind, const struct raw_framework *raw);

#endif
