/* Forms: workbooks that are blank, to be filled in and read back.
 *
 * People fill in a sheet each, or a row each of one list; records have sheets of
 * their own. Data gathers the answers by formulas as a workbook has them, so the
 * rules of scoring work on it. What is asked goes by ids, which stand in rows
 * and a column that are seen and not printed.
 */
#ifndef WAYMARK_XLSX_BLANK_H
#define WAYMARK_XLSX_BLANK_H

#include "xlsx/book.h"

/* What is asked about a sheet as a whole; segments follow. */
enum form_field {
	FIELD_SHEET, /* by one person or the team; not on the list of people */
	FIELD_WAVE,
	FIELD_DATE,
	FIELD_CODE,
	FIELD_NAME,
	FIELD_ROLE,
	FORM_FIELDS
};

/* Rows that sheets to fill in have in common. */
enum { FORM_KEYS, FORM_IDS, FORM_TITLE, FORM_NOTE, FORM_TOTALS };

/* How cells look that are to be filled in. */
enum { FORM_INPUT = LOOK_INPUT | LOOK_RULED };

/* First rows: fields of a person, people below wave and date, rows of records. */
enum { FORM_TOP = FORM_TOTALS + 2, FORM_PEOPLE_TOP = FORM_TOTALS + 3,
       FORM_RECORD_TOP = FORM_NOTE + 2 };

/* Columns on the sheet of a person, before those that not every form has. */
enum { FORM_ID, FORM_TEXT, FORM_ANSWER, FORM_COLUMNS };

/* Columns of the fields of the list of people, and where it has wave and date. */
enum { PEOPLE_CODE, PEOPLE_NAME, PEOPLE_ROLE, PEOPLE_FIELDS };

/* Settles the places; those of scores and tabs are settled. */
void blank_place(struct book *book);

/* The cells that hold what a person says, as formulas name them; NULL for a field
 * that is not asked. Fields from FORM_FIELDS on are segments. */
const char *blank_field(struct book *book, size_t person, size_t field);
const char *blank_item(struct book *book, size_t person, size_t item);

/* The id of a field, as answers have it, and its words. */
const char *blank_field_id(struct book *book, size_t field);
const char *blank_field_words(struct book *book, size_t field);

/* What is known of a field already, or NULL. */
const char *blank_field_value(struct book *book, size_t person, size_t field);

/* The first row: what is filled in, of which framework. `of` says which sheet. */
void blank_keys(struct book *book, struct grid *grid, const char *of);

/* Look of the cells of an answer on a scale. */
unsigned blank_answer_look(const struct scale *scale);

/* What may be typed in as answers to an item, with a prompt that says it whole. */
void blank_limits(struct book *book, struct grid *grid, struct area area, size_t item);

/* The cells of a column of a record or beside an answer, where nothing stands yet. */
unsigned blank_cell_look(const struct record_column *column);

/* What is asked about a sheet as a whole may be so. */
void blank_field_limits(struct book *book, struct grid *grid, struct area area, size_t field);

/* What sheets to fill in share: printed from the title and column `left` on. */
void blank_finish(struct book *book, struct grid *grid, size_t left, size_t n_columns);

/* A score of a person, which Scores has, or words that there is none yet. */
void blank_score(struct book *book, struct grid *grid, struct spot spot, size_t person,
                size_t element);
void blank_band(struct book *book, struct grid *grid, struct spot spot, size_t person,
               size_t element);

/* How many of all answers are there: "3 / 20". */
void blank_answered(struct book *book, struct grid *grid, struct spot spot, size_t person);

/* Fillers of the sheets. */
void fill_person(struct book *book, struct grid *grid);
void fill_people(struct book *book, struct grid *grid);
void fill_form_record(struct book *book, struct grid *grid);
void fill_form_data(struct book *book, struct grid *grid);
void fill_scale(struct book *book, struct grid *grid);

#endif
