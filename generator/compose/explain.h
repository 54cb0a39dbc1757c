/* Rows of the explanation that stand in a file of their own. */
#ifndef WAYMARK_EXPLAIN_H
#define WAYMARK_EXPLAIN_H

#include "model/document.h"
#include "model/framework.h"

struct composer;

/* Says the section's word `key` with its title `key-title` in a row; nothing
 * where the template has no such word. */
void explain_row(struct composer *composer, struct table_block *table, const char *key);

/* "as published". */
const char *explain_provenance(struct composer *composer, enum provenance provenance);

/* Where the parts of the framework stand among their bands. */
void explain_places(struct composer *composer, struct table_block *table);

/* Whose figures the results are read beside. */
void explain_benchmarks(struct composer *composer, struct table_block *table);

#endif
