/* What the sheets of one workbook share: their grids, the template's words,
 * and the places where things stand, so that formulas can point from sheet to
 * sheet before these are filled.
 */
#ifndef WAYMARK_BOOK_H
#define WAYMARK_BOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "model/answers.h"
#include "model/framework.h"
#include "model/scores.h"
#include "model/template.h"
#include "model/words.h"
#include "xlsx/grid.h"
#include "xlsx/xlsx.h"

enum part {
	PART_SUMMARY,
	PART_PLAN,      /* statuses and checks of the team, a row each */
	PART_CONSENSUS, /* the team's other answers */
	PART_ACTIONS,   /* of the team and of people */
	PART_TALLY,     /* marks: by section of the lowest level; ratings: by item */
	PART_ITEMS,     /* marks by item */
	PART_DISTRIBUTION, /* people at each point of every other scale, by item */
	PART_RECORDS,   /* a sheet for each record */
	PART_SCORES,
	PART_DATA,
	PART_LONG,      /* a row for each person and item */
	PART_CODEBOOK,
	PART_ABOUT,
	PART_PERSON,    /* forms: a sheet to fill in for each person */
	PART_PEOPLE,    /* forms: a row to fill in for each person */
	PART_COUNT
};

/* Columns of the tallies, counted from the first one after the names. */
enum marks_column {
	MARKS_PLUS,
	MARKS_MINUS,
	MARKS_BLANK,
	MARKS_NET,
	MARKS_PLUS_SHARE,
	MARKS_PLUS_BAR,
	MARKS_MINUS_SHARE,
	MARKS_MINUS_BAR,
	MARKS_FLAG,
	MARKS_AGREEMENT,
	MARKS_N,                 /* by item: sheets with any mark */
	MARKS_ORDER = MARKS_N,   /* by section: 1 for the highest net */
	MARKS_PEOPLE             /* by section: two columns a person */
};

enum ratings_column { /* counted from the first one after the points */
	RATINGS_BLANK,
	RATINGS_N,
	RATINGS_MEAN,
	RATINGS_SD,
	RATINGS_AGREEMENT,
	RATINGS_BAR,
	RATINGS_ORDER,
	RATINGS_COLUMNS
};

/* Columns of Plan besides those of names and details. */
enum plan_column {
	PLAN_ID,
	PLAN_TEXT,
	PLAN_ANSWER,
	PLAN_DAYS,     /* to the first date of the details */
	PLAN_LATE,
	PLAN_TARGET,
	PLAN_UNIT,
	PLAN_PROGRESS, /* the reading as a share of the target */
	PLAN_CHANGE,
	PLAN_BEFORE,   /* the answer of the wave before */
	PLAN_STAND,    /* what the answer counts as */
	PLAN_KIND,     /* where both statuses and checks are there */
	PLAN_WEIGHT,   /* where items do not weigh the same */
	PLAN_COLUMNS
};

/* A column asked beside answers; scales that ask for the same one share it. */
struct detail {
	const struct record_column *column;
	size_t place;
};

/* A column of Data after those of the items: what somebody wrote beside an
 * answer. */
struct extra {
	size_t place; /* of the item among all items */
	size_t index; /* of the column among those of its scale */
};

/* Points of a scale or options of a column, and where they stand. */
struct list {
	const char *title;          /* of the scale or the column */
	const struct point *points; /* tells lists apart */
	size_t n_points;
	const char *excluded;       /* the last row, or NULL */
	const struct scale *scale;  /* NULL: of a column, or our own */
	bool stands;                /* its points count as open, started or done */
	size_t top;
};

/* Forms: where things stand that are filled in, on the sheet of a person or on the
 * list of people. */
struct form_places {
	size_t *rows;          /* person: [n_elements], the whole has none */
	size_t first_item;     /* people: column of the first item */
	size_t score, band;    /* column; of people that of the whole */
	size_t comment;        /* person: column after the details */
	size_t n_columns;
};

/* Rows and columns count from 0; SIZE_MAX: is not there. */
struct places {
	bool marks;            /* every item is one */
	double day;            /* to which days are counted, since 1970-01-01: that of the
	                        * team's sheet; NAN: none */
	size_t date;           /* Summary: row of that day, in column DATE_COLUMN */
	const char **segments; /* names, in the order they turn up */
	size_t n_segments;
	size_t first_item;     /* Data: column of the first item */
	struct extra *extras;  /* Data: columns after the items */
	size_t n_extras;
	size_t n_keys;         /* Codebook: columns of Data before it, 0 without that sheet */
	size_t data_bottom;    /* Data: last row of answers; row 1 even without people */
	size_t scores_top;     /* Scores: first respondent */
	size_t answered;       /* Scores: column */
	size_t *score_columns, *band_columns; /* Scores, [n_elements] */
	size_t tally_level;
	size_t tally_top;      /* Tally and Items: first row */
	size_t tally_first;    /* Tally: first column after the names */
	size_t items_first;    /* the same of Items, or of Tally for ratings */
	size_t *tally_rows;    /* [n_elements]: sections on Tally, items on Items,
	                        * for ratings on Tally */
	int *points;           /* ratings: every value an answer may have, lowest first */
	size_t n_points;
	size_t *band_rows;     /* Codebook: first step of each of framework->bands */
	struct list *lists;    /* Codebook: what may be chosen, scales before records */
	size_t n_lists;
	size_t fields_top;     /* Codebook: first column of the records */
	size_t n_names;        /* Plan: columns of the names of sections */
	const char **section_names; /* [n_elements]: titles, with a number where a section
	                             * beside it has the same one */
	size_t plan_columns[PLAN_COLUMNS];
	size_t plan_width;     /* Plan: all columns */
	size_t plan_printed;   /* Plan: those that are printed; formulas need the others */
	struct detail *details; /* Plan: what is asked beside an answer */
	size_t n_details;
	size_t *plan_rows;     /* Plan: [n_items], SIZE_MAX: is not on it */
	size_t plan_bottom;
	size_t **record_columns; /* of each record's sheet, [n_records][n_columns]; in
	                          * workbooks the label of a reference stands right of it */
	size_t *record_keys;   /* [n_records]: the column that references name rows by */
	size_t *record_rows;   /* [n_records]: rows of its sheet, one at least */
	size_t record_top;     /* the first of them */
	struct form_places form;
};

enum { SECONDS_A_DAY = 86400 };

enum { DATE_COLUMN = 1, PLAN_TOP = 3, RECORD_TOP = 3 };

/* Codebook: columns of the list of Data's columns, and those of the bands
 * below it, which share their widths. */
enum {
	CODE_COLUMN,
	CODE_TEXT,
	CODE_SECTION,
	CODE_SCALE,
	CODE_REVERSED,
	CODE_WEIGHT,
	CODE_VALUES,
	CODE_PROVENANCE,
	CODE_COLUMNS,
	BAND_TITLE = CODE_COLUMN,
	BAND_TEXT = CODE_TEXT,
	BAND_SET = CODE_SECTION,
	BAND_FROM = CODE_SCALE,
	BAND_TO = CODE_REVERSED,
	BAND_OBSTACLE = CODE_VALUES,
	BAND_PROVENANCE = CODE_PROVENANCE
};

/* One sheet of the file. */
struct tab {
	enum part part;
	const struct template_section *section;
	size_t index; /* which record, PART_RECORDS; which person, PART_PERSON */
	struct grid grid;
};

struct book {
	struct arena *arena;
	struct diag *diag;
	const struct workbook_input *input;
	const struct scores *scores;
	const struct framework *framework;
	struct vocabulary vocabulary;
	struct places places;
	bool form;        /* blank, to fill in: Data holds formulas */
	struct tab *tabs; /* in the order of the file */
	size_t n_tabs;
	const struct tab *tab; /* the one being filled */
	const char *footer; /* of every printed page, with the codes of spreadsheets */
};

/* Settles the places; the tabs have their names. */
void book_place(struct book *book);

/* The first sheet of a part, or that of a record or a person; NULL where it is left
 * out. */
const struct tab *book_tab(const struct book *book, enum part part);
const struct tab *book_record_tab(const struct book *book, size_t record);
const struct tab *book_person_tab(const struct book *book, size_t person);

/* The filled words of the document, "" where none hold; the section's own, or
 * the document's where the section has none by that key. */
const char *book_say_document(struct book *book, const char *key);
const char *book_say(struct book *book, const char *key);

/* An area or cell of another sheet, as formulas name it. */
const char *book_area(struct book *book, enum part part, struct area area);
const char *book_cell(struct book *book, enum part part, size_t row, size_t column);
const char *book_record_area(struct book *book, size_t record, struct area area);

/* The same of a sheet that there may be several of. */
const char *book_tab_area(struct book *book, const struct tab *tab, struct area area);

/* The cell with the day to which days are counted. */
const char *book_date(struct book *book);

/* The respondents' rows of a column of Scores. */
const char *book_scores(struct book *book, size_t column);

/* How many people there are, live. */
const char *book_n_people(struct book *book);

/* The name of an element that is not an item; the whole goes by the
 * template's name. */
const char *book_title(struct book *book, size_t element);

/* The section of a level that an element lies in. */
size_t book_ancestor(const struct book *book, size_t element, size_t level);

/* Title in the first row and a note in the second. */
void book_opening(struct book *book, struct grid *grid);

/* A column head with the words of a key. */
void book_head(struct book *book, struct grid *grid, struct spot spot, const char *key);

double book_size(const struct book *book, enum size size);

/* Text as a formula has it, in quotation marks. */
const char *book_quoted(struct book *book, const char *text);

/* The number in the shortest form, for formulas; in the book's arena. */
const char *book_number(struct book *book, double number);

#endif
