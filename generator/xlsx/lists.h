/* What may be chosen: the points of scales and the options of columns, which
 * stand on Codebook, where drop-down lists find them. */
#ifndef WAYMARK_LISTS_H
#define WAYMARK_LISTS_H

#include "xlsx/book.h"

/* Columns of the lists on Codebook. */
enum { LIST_ID = CODE_COLUMN, LIST_LABEL = CODE_TEXT, LIST_TITLE = CODE_SECTION,
       LIST_STAND = CODE_SCALE, LIST_PROVENANCE = CODE_PROVENANCE };

/* Gathers them; place_codebook says where they stand. */
void lists_place(struct book *book);

/* The list of a scale with points or a column with options; there is one. */
const struct list *list_of_scale(const struct book *book, const struct scale *scale);
const struct list *list_of_column(const struct book *book, const struct record_column *column);

/* How far an action is, in the order of enum stand. */
const struct list *list_of_actions(const struct book *book);

/* How a sheet is filled in, in the order of enum sheet_kind. */
const struct list *list_of_sheets(const struct book *book);

/* Whether its points are numbers: of ratings and marks, in forms. */
bool list_is_numbers(const struct list *list);

/* Whether answers on a scale are chosen from a list wherever they stand. */
bool list_is_for(const struct scale *scale);

/* The words of a point. */
const char *list_label(struct book *book, const struct point *point);

/* All cells of a list in one of its columns, what does not apply included. */
const char *list_area(struct book *book, const struct list *list, size_t column);

/* The cell of a point; n_points: of what does not apply. */
const char *list_cell(struct book *book, const struct list *list, size_t point, size_t column);

#endif
