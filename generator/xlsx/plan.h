/* The sheet Plan as others see it: a row for each status and check of the
 * team, found by its contents, so that people may sort it. */
#ifndef WAYMARK_XLSX_PLAN_H
#define WAYMARK_XLSX_PLAN_H

#include "xlsx/book.h"

/* Settles its rows and columns. */
void plan_place(struct book *book);

/* Whether answers on different scales have a column of details in common. */
bool plan_shares(const struct record_column *one, const struct record_column *other);

/* Gathers the columns that are asked beside answers on a scale, without a place. */
void plan_add_details(struct book *book, const struct scale *scale);

/* All rows of one of its columns. */
const char *plan_area(struct book *book, size_t column);

/* The words of a stand, of no answer (STAND_BLANK) and of what does not apply
 * (STAND_EXCLUDED), as a column of the sheet has them. */
enum { STAND_EXCLUDED = STAND_COUNT, STAND_BLANK, STANDS_ALL };
const char *plan_stand_word(struct book *book, int stand);

/* The words of a kind of scale. */
const char *plan_kind_word(struct book *book, enum scale_kind kind);

/* The words of an item's answer on a sheet whose results these are, or NULL. */
const char *plan_answer(const struct framework *framework, const struct sheet *sheet,
                        const struct result *results, size_t item);

/* What that answer counts as. */
int plan_stand(const struct result *result);

#endif
