/* Pieces that the blocks of worksheets share. */
#ifndef WAYMARK_SHEET_PARTS_H
#define WAYMARK_SHEET_PARTS_H

#include "layout/strip.h"
#include "layout/text.h"

/* A rule along the foot of an area. */
void sheet_rule(struct layout *layout, struct area area, enum size width);

/* The dotted rule between rows, along the foot of an area. */
void sheet_dots(struct layout *layout, struct area area);

/* An empty box to write or to mark in. */
void sheet_box(struct layout *layout, struct area area, enum size line);

/* Lines centred on the middle of an area's height. */
void sheet_lines(struct layout *layout, const struct lines *lines, struct area area,
                 enum align align);

/* Lines to write on, from the foot of an area upwards as far as there is room. */
void sheet_write_lines(struct layout *layout, struct area area);

/* Makes rows equally higher until they have `needed` points together. */
void sheet_grow_rows(struct strip *strips, size_t n, double needed);

/* "left: right" as the tooltip of a field; `right` may be NULL. */
const char *sheet_tooltip(struct layout *layout, const char *left, const char *right);

#endif
