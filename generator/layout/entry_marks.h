/* Places to mark and to write in: what tables and forms to fill in share.
 * Their words and where they stand are the caller's. */
#ifndef WAYMARK_ENTRY_MARKS_H
#define WAYMARK_ENTRY_MARKS_H

#include "layout/draw.h"
#include "layout/text.h"

/* Whether people write in the cells of a column, rather than mark or read. */
bool entry_is_written(const struct entry_column *column);

/* Whether a column has circles, one an option. */
bool entry_has_circles(const struct entry_column *column);

/* Distance of circles that lets each option's words stand with no word broken. */
double entry_pitch(struct layout *layout, const struct entry_column *column);

/* The words of all options, each within `width`, and the height of the highest. */
struct lines *entry_set_options(struct layout *layout, const struct entry_column *column,
                                double width);
double entry_options_height(const struct entry_column *column, const struct lines *options);

/* Type of what is written on screen: as large as all options of a choice have
 * room for, down to what can still be read. */
double entry_type(struct layout *layout, const struct entry_column *column, double width);

/* A box to cross in the middle of an area; an example's is crossed where it
 * says anything. */
void entry_place_check(struct layout *layout, const struct entry_cell *cell, struct area area);

/* The circle of an option; filled where the cell's text names the option. */
void entry_place_circle(struct layout *layout, const struct entry_column *column,
                        const struct entry_cell *cell, size_t option, struct xy centre);

/* The line that joins the circles of a line, drawn before them. */
void entry_place_line(struct layout *layout, const struct entry_column *column,
                      struct xy first, double pitch);

/* The field of a cell that is written in; `type` is the size of what is typed. */
void entry_place_field(struct layout *layout, const struct entry_column *column,
                       const struct entry_cell *cell, struct area area, double type);

#endif
