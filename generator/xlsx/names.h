/* Names of sheets that every spreadsheet program takes. */
#ifndef WAYMARK_NAMES_H
#define WAYMARK_NAMES_H

#include "xlsx/book.h"

#define NAME_RULE "one text of 1 to 31 characters, none of []:*?/\\ {} in it, no ' at its ends, " \
                  "and not History"

bool name_fits(struct arena *arena, const char *name);

/* Whatever their case. */
bool name_same(struct arena *arena, const char *one, const char *other);

/* Whether a sheet is called after its person, not by the template. */
bool name_is_own(const struct book *book, const struct tab *tab);

/* Names the sheet of a record or a person after it, changed as far as it has to
 * be, and unlike those of the other sheets that have one. */
void name_tab(struct book *book, struct tab *tab);

#endif
