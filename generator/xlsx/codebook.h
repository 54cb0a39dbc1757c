/* The lower blocks of the sheet Codebook. */
#ifndef WAYMARK_CODEBOOK_H
#define WAYMARK_CODEBOOK_H

#include "xlsx/book.h"

void codebook_bands(struct book *book, struct grid *grid);

/* What may be chosen: drop-down lists point there. */
void codebook_lists(struct book *book, struct grid *grid);

/* The columns of records, those asked beside answers, those of Data long. */
void codebook_fields(struct book *book, struct grid *grid);

#endif
