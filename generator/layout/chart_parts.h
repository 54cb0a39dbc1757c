/* Pieces that several charts share. */
#ifndef WAYMARK_CHART_PARTS_H
#define WAYMARK_CHART_PARTS_H

#include "layout/strip.h"
#include "layout/text.h"

/* Where a value stands on an axis. */
struct scale {
	double low, high; /* values at the ends */
	double x, width;  /* points */
};

/* The place of a value; those beyond the ends stand at the ends. An axis
 * without extent has all its values in the middle. */
double scale_x(const struct scale *scale, double value);

double larger(double a, double b);
double smaller(double a, double b);

/* Baseline of a line whose capitals are centred on y. */
double baseline_at(const struct layout *layout, enum style style, double y);

/* Lines in another colour than their style's or closer than its leading. */
struct chart_text {
	const struct lines *lines;
	double leading; /* 0: the style's */
	enum colour colour;
	enum align align;
};

/* Places them in the middle of the area's height. */
void chart_lines(struct layout *layout, struct chart_text text, struct area area);

/* Columns of equal width beside those of the rows' titles; distances from the
 * block's left edge. */
struct chart_columns {
	double title; /* width of the titles' column, 0: none */
	double pitch; /* from column to column */
	double room;  /* that a column's content may take */
};

/* `widest`: what no column needs more than; the titles take what is left. 0:
 * the columns take all. */
struct chart_columns chart_columns(const struct layout *layout, double width, size_t n_columns,
                                   bool titles, double widest);

/* Completes the strips of a figure: heads that are repeated, `n_rows` rows
 * whose heights are set, and its key. A small figure stays in one piece. */
void chart_strips(struct layout *layout, struct measured *measured, size_t n_rows);

/* A track where figures are withheld. */
void chart_track(struct layout *layout, double x1, double x2, double y);

/* A bar between two places on an axis, in any order, centred on y; never so short that it
 * cannot be seen. */
struct chart_bar {
	double from, to, y, height;
	enum colour colour;
};
void chart_bar(struct layout *layout, struct chart_bar bar);

/* Words in an outline, flush right at `right`. */
double chart_tag_width(struct layout *layout, enum style style, const char *text);
void chart_tag(struct layout *layout, enum style style, const char *text, double right, double y);

/* The numbers of a figure as a table that nobody sees but those who hear the
 * page, within the area; nothing when there are none. */
void chart_numbers(struct layout *layout, const struct table_block *numbers, struct area area);

/* What the marks of a chart mean, on a line below it. */
struct key_item {
	const char *text; /* NULL: left out */
	double width;     /* of the mark */
	/* Draws the mark from x, centred on y. */
	void (*draw)(struct layout *layout, const struct block *block, double x, double y);
};

struct key {
	const struct block *block;
	struct key_item items[6];
};

/* Height of the key when its entries flow within `width`; 0 when it has none. */
double key_height(struct layout *layout, const struct key *key, double width);
void key_place(struct layout *layout, const struct key *key, struct area area);

#endif
