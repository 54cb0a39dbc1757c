/* Records: rows that a framework asks for, with typed columns.
 *
 * A record is a kind of row ("metric"), a column says what stands in one cell
 * of it. The same columns are used for what is asked beside an answer: owner,
 * due date, evidence. A reference holds a row of another record; a computed
 * column follows from others by one of a closed list of rules and is never
 * written by people.
 */
#ifndef WAYMARK_RECORD_H
#define WAYMARK_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct point;

enum column_type {
	COLUMN_TEXT,
	COLUMN_NUMBER,
	COLUMN_DATE,
	COLUMN_CHECK,     /* yes or no */
	COLUMN_CHOICE,    /* one of the options */
	COLUMN_LINE,      /* one of the options, which stand along a line: low, moderate, high */
	COLUMN_REFERENCE, /* a row of another record */
	COLUMN_COMPUTED,
	COLUMN_TYPE_COUNT
};

/* Rules of computed columns. A source is a column of the same record, or of a
 * record that refers to this one: then the values of all rows that do so. */
enum computation {
	COMPUTE_PROGRESS,   /* of baseline, now, goal: (now - baseline) / (goal - baseline) */
	COMPUTE_DIFFERENCE, /* of a, b: a - b */
	COMPUTE_SUM,        /* of any number of columns; nothing when there is no value at all */
	COMPUTE_COUNT,      /* of records: the rows that refer to this one */
	COMPUTE_LATEST,     /* of a value and a date: the value with the last date, up to
	                     * the day of the sheet where it has one */
	COMPUTE_AGE,        /* of a date: days from it to the day of the sheet */
	COMPUTATION_COUNT
};

enum { SOURCES_MAX = 8 };

struct column_source {
	size_t record; /* index into framework->records */
	size_t column; /* of that record; SIZE_MAX: the rows themselves */
	size_t by;     /* the column of that record that refers to this one; SIZE_MAX:
	                * the column is one of the same row */
};

struct record_column {
	const char *id, *title;
	const char *help;    /* a hint in small words below the title, may be NULL */
	const char *example; /* for the row of an example on paper, may be NULL */
	enum column_type type;
	bool required;
	bool unique;         /* no two rows have the same value */
	bool targets;        /* beside an answer: asked only where the item has a target */
	const char *unit;    /* of numbers: "%", or NULL */
	size_t unit_column;  /* of numbers: the column that holds the unit; SIZE_MAX: none */
	const char *none;    /* of numbers: the word for "there is none yet", or NULL */
	const char *none_written; /* the same as answers have it, in any language */
	double low, high;    /* of numbers: NAN where there is no limit */
	struct point *options; /* choice, line; check: no and yes */
	size_t n_options;
	size_t record;       /* reference: index into framework->records */
	enum computation computation;
	struct column_source sources[SOURCES_MAX];
	size_t n_sources;
	double width;        /* on paper, in relation to the other columns; 1 unless given */
	struct pos pos;
};

struct record {
	const char *id, *title, *plural;
	const char *text;    /* how to fill it in, may be NULL */
	bool single;         /* one row only, printed as a form */
	size_t blanks;       /* rows to print; 0: as many as fill the sheet */
	size_t label;        /* the column that names a row: the first text; SIZE_MAX: none */
	struct record_column *columns;
	size_t n_columns;
	struct pos pos;
};

/* What stands in a cell. Nothing: neither given nor none. */
struct value {
	bool given;
	bool none;        /* "there is none yet" was said */
	double number;    /* number; date: days since 1970-01-01; check: 0 or 1; choice and
	                   * line: place in options; reference: place in the rows; computed */
	const char *text; /* as it was written; "" for a computed one */
};

struct record_row {
	const char *id;
	struct value *values; /* one for each column */
	struct pos pos;
};

/* The rows of one record on one sheet. */
struct record_rows {
	struct record_row *rows;
	size_t n_rows;
};

extern const char *const column_type_names[COLUMN_TYPE_COUNT];
extern const char *const computation_names[COMPUTATION_COUNT];

/* The column with this id, or SIZE_MAX. */
size_t record_find_column(const struct record *record, const char *id);

/* The first computed column with this rule, or SIZE_MAX. */
size_t record_find_computation(const struct record *record, enum computation computation);

/* The first column that refers to a record, or SIZE_MAX. */
size_t record_find_reference(const struct record *record, size_t to);

/* What a row is called: the value of its label, or its id. */
const char *row_label(const struct record *record, const struct record_row *row);

#endif
