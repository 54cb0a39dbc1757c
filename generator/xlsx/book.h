/* What the sheets of one workbook share: their grids, the template's words,
 * and a plan of where things stand, so that formulas can point from sheet to
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
	PART_TALLY, /* marks: by section of the lowest level; ratings: by item */
	PART_ITEMS, /* marks by item */
	PART_SCORES,
	PART_DATA,
	PART_CODEBOOK,
	PART_ABOUT,
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

/* Rows and columns count from 0; SIZE_MAX: is not there. */
struct plan {
	bool marks;
	const char **segments; /* names, in the order they turn up */
	size_t n_segments;
	size_t first_item;     /* Data: column of the first item */
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
};

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

struct book {
	struct arena *arena;
	struct diag *diag;
	const struct workbook_input *input;
	const struct scores *scores;
	const struct framework *framework;
	struct vocabulary vocabulary;
	struct plan plan;
	const struct template_section *sections[PART_COUNT]; /* NULL: left out */
	enum part order[PART_COUNT]; /* of the sheets in the file */
	size_t n_parts;
	const struct template_section *section; /* the one being filled */
	const char *footer; /* of every printed page, with the codes of spreadsheets */
	struct grid grids[PART_COUNT];
};

/* Lays out the plan; the sections and grids' names are set. */
void book_plan(struct book *book);

/* The filled words of the document, "" where none hold; the section's own, or
 * the document's where the section has none by that key. */
const char *book_say_document(struct book *book, const char *key);
const char *book_say(struct book *book, const char *key);

/* An area or cell of another sheet, as formulas name it. */
const char *book_area(struct book *book, enum part part, struct area area);
const char *book_cell(struct book *book, enum part part, size_t row, size_t column);

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
