/* The columns of a table to fill in: how wide they are, and their heads. */
#ifndef WAYMARK_ENTRY_COLUMNS_H
#define WAYMARK_ENTRY_COLUMNS_H

#include "layout/draw.h"
#include "layout/text.h"

/* Where a column stands. */
struct entry_slot {
	double x, width;     /* from the left edge of the block */
	double left, right;  /* from its edges to its words and marks */
	double pitch;        /* from circle to circle, 0: it has none */
	double type;         /* of what is typed in it */
	bool ruled;          /* a line down its left edge */
	struct lines head, help, *options;
};

struct entry_columns {
	struct entry_slot *slots;
	double number;       /* width of the numbers in front, 0: none */
	bool apart;          /* the number is a cell of its own, else it stands with the first */
	bool inside;         /* the title stands where the first column has no head */
	bool written;        /* people write in some of them */
	unsigned head_rows;  /* 2 when circles have a head above their options */
	double head_height;
};

struct entry_columns entry_columns_arrange(struct layout *layout,
                                           const struct entries_block *entries, double width);

/* The part of a cell that its words and marks may fill; `area` is the row's. */
struct area entry_inner(const struct entry_columns *columns, size_t column, struct area area);

/* The middle of the first circle of a column. */
struct xy entry_first_circle(const struct entry_columns *columns, size_t column,
                             struct area area);

/* The table's rows of heads with their roles, as high as the area. */
void entry_columns_place_heads(struct layout *layout, const struct entries_block *entries,
                               const struct entry_columns *columns, struct area area);

/* Lines down a row, at the columns that have them. */
void entry_columns_place_rules(struct layout *layout, const struct entries_block *entries,
                               const struct entry_columns *columns, struct area area);

#endif
