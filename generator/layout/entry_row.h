/* One row of a table to fill in: its number, its words, its marks and fields. */
#ifndef WAYMARK_ENTRY_ROW_H
#define WAYMARK_ENTRY_ROW_H

#include "layout/entry_columns.h"

struct entry_line {
	const struct entries_block *entries;
	const struct entry_columns *columns;
	const struct entry_row *row;
	const struct lines *words; /* of its cells */
};

void entry_row_place(struct layout *layout, const struct entry_line *line, struct area area);

/* Above and below words that begin at the top. */
double entry_pad(const struct layout *layout);

#endif
