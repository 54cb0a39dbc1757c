/* Ops appended to the current page: text, shapes, signs, fields and roles. */
#ifndef WAYMARK_DRAW_H
#define WAYMARK_DRAW_H

#include "layout/strip.h"

/* Where a run of glyphs stands and how it looks. */
struct lettering {
	double x, y, size; /* y of the baseline */
	enum colour colour;
};

struct xy {
	double x, y;
};

struct circle {
	double x, y, radius; /* centre */
};

double size_of(const struct layout *layout, enum size size);

struct stroke stroke_solid(double width, enum colour colour);

/* A solid one of a width that the theme gives. */
struct stroke stroke_of(const struct layout *layout, enum size width, enum colour colour);

/* The rule between rows of a worksheet. */
struct stroke stroke_row(const struct layout *layout);

/* No outline. */
struct stroke stroke_none(void);

void draw_run(struct layout *layout, const struct run *run, struct lettering lettering);

void draw_line(struct layout *layout, struct xy from, struct xy to, struct stroke stroke);
void draw_across(struct layout *layout, double x1, double x2, double y, struct stroke stroke);
void draw_down(struct layout *layout, double x, double y1, double y2, struct stroke stroke);
void draw_rect(struct layout *layout, struct area area, enum colour fill, struct stroke stroke);
/* A shape of a chart, filled as the theme fills this colour. */
void draw_fill(struct layout *layout, struct area area, enum colour colour);
/* An outline whose half below the diagonal from its left top is filled like that. */
void draw_fill_half(struct layout *layout, struct area area, enum colour colour);
void draw_round_rect(struct layout *layout, struct area area, double radius, enum colour fill,
                     struct stroke stroke);
void draw_circle(struct layout *layout, struct circle circle, enum colour fill,
                 struct stroke stroke);
void draw_polygon(struct layout *layout, const double *xy, size_t n_points, enum colour fill,
                  struct stroke stroke);
/* An open line through the points. */
void draw_path(struct layout *layout, const double *xy, size_t n_points, struct stroke stroke);

/* Drawn signs, so that + and - have the same weight; (x, y) is their centre. */
void draw_plus(struct layout *layout, double x, double y, enum colour colour);
void draw_minus(struct layout *layout, double x, double y, enum colour colour);

/* The waymark: a pentagon that points down at its tip. */
void draw_pointer(struct layout *layout, struct xy tip, double width, enum colour colour,
                  bool hollow);

/* A place to fill in, where nothing is drawn; nothing at all on a flat sheet.
 * The place and the copy are filled in. */
void draw_field(struct layout *layout, struct area area, struct form_field field);

/* Leads to another place of the document, which is filled in later. */
void draw_reference(struct layout *layout, struct area area, const char *name);

void role_begin(struct layout *layout, enum role role, const char *alternative);
void role_end(struct layout *layout);

/* How much of a table a cell takes; zeros stand for one. */
struct span {
	unsigned columns, rows;
};

/* One of the roles of cells. cell_again goes on with the cell that has this
 * place in a row whose cells have all been placed once. */
void cell_begin(struct layout *layout, enum role role, struct span span);
void cell_again(struct layout *layout, enum role role);

#endif
