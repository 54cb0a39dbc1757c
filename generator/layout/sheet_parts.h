/* Pieces that the blocks of worksheets share. */
#ifndef WAYMARK_SHEET_PARTS_H
#define WAYMARK_SHEET_PARTS_H

#include "layout/strip.h"
#include "layout/text.h"

/* A rule along the foot of an area. */
void sheet_rule(struct layout *layout, struct area area, enum size width);

/* The rule between rows, along the foot of an area. */
void sheet_dots(struct layout *layout, struct area area);

enum sign { SIGN_NONE, SIGN_PLUS, SIGN_MINUS, SIGN_EQUALS };

/* A drawn sign and, for those who hear it, its character; (x, y) is its centre. */
void sheet_sign(struct layout *layout, enum sign sign, double x, double y);

/* An empty box to write or to mark in. */
void sheet_box(struct layout *layout, struct area area, enum size line);

/* Lines centred on the middle of an area's height. */
void sheet_lines(struct layout *layout, const struct lines *lines, struct area area,
                 enum align align);

/* Lines to write on, from the foot of an area upwards as far as there is room. */
void sheet_write_lines(struct layout *layout, struct area area);

/* Makes rows equally higher until they have `needed` points together. */
void sheet_grow_rows(struct strip *strips, size_t n, double needed);

/* The cross that people draw in a box. */
void sheet_cross(struct layout *layout, struct area box);

/* The field of a box to cross, without its name and tooltip. */
struct form_field sheet_check(const struct layout *layout);

/* The field of a box that a number is written in; none when it has no name. */
void sheet_number_field(struct layout *layout, struct area box, const struct number_box *number);

/* A field for text of a kind. */
void sheet_text_field(struct layout *layout, struct area area, enum field_kind kind,
                      const char *name, const char *tip);

#endif
