/* The columns of Data long, which Codebook explains: respondent, wave,
 * segments, sections from the outside in, then those of enum long_column. */
#ifndef WAYMARK_XLSX_LONG_H
#define WAYMARK_XLSX_LONG_H

#include "xlsx/book.h"

enum long_column {
	LONG_ID,
	LONG_TEXT,
	LONG_SCALE,
	LONG_VALUE,  /* as it stands on Data */
	LONG_LABEL,
	LONG_SCORE,  /* the number it counts as; reversed items turned round */
	LONG_SCORED, /* whether any score is made of it */
	LONG_COLUMNS
};

/* More than these are left to 'score --format csv': a sheet is held in memory
 * as a whole until it is written. */
enum { LONG_ROWS_MAX = 50000 };

/* How many rows the answers of all people make. */
size_t long_rows(const struct scores *scores);

/* The first of these columns. */
size_t long_first(const struct book *book);

/* All heads; each differs from the others. */
const char **long_heads(struct book *book);

/* The key of the words on Codebook for a column. */
const char *long_words(const struct book *book, size_t column);

#endif
