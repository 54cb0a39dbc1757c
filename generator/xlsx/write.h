/* Grids -> a file, and back: the only part that knows the libraries. */
#ifndef WAYMARK_XLSX_WRITE_H
#define WAYMARK_XLSX_WRITE_H

#include <stdbool.h>

#include "xlsx/book.h"

/* Text as it stands in the file: what looks like the escape of a character
 * (_x0041_) is kept from being read as one. */
const char *write_escaped(struct arena *arena, const char *text);

/* Writes the book's sheets; temporary files go to `folder`. Says only whether
 * it worked, for it runs in a child process. */
bool write_book(const struct book *book, const char *path, const char *folder);

/* Reads the file back: every entry whole, every cell as it should be. NULL
 * when it is, else what is wrong. */
const char *verify_book(const struct book *book, const char *path);

/* write_book in a child under a private folder beside `path`, verify_book,
 * then the move into place. Failures are recorded. */
bool save_book(const struct book *book, const char *path);

#endif
