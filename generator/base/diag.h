/* What is wrong with the user's files, collected and shown at the end.
 *
 * A reader calls diag_error(diag, pos, ...) and returns false; false means
 * "already recorded". It goes on with the siblings, so one run tells all.
 * cli/ shows them with diag_write. Positions point into a `struct source`,
 * which keeps the text so that the line and a caret can be shown.
 */
#ifndef WAYMARK_DIAG_H
#define WAYMARK_DIAG_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;

/* A file that was read; `text` holds `length` bytes and ends with a NUL. */
struct source {
	const char *name;
	const char *text;
	size_t length;
};

/* Where something stands; line and column count from 1, columns in
 * characters; 0 means the file as a whole. */
struct pos {
	const struct source *source; /* NULL: no file, for instance an option */
	size_t line, column;
};

enum severity {
	SEVERITY_ERROR,
	SEVERITY_WARNING,
	SEVERITY_COUNT
};

struct diag;

struct diag *diag_new(struct arena *arena);

/* `accepted` (may be NULL) says what would have been right; it is shown on a
 * line of its own. */
void diag_error(struct diag *diag, struct pos pos, const char *accepted, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void diag_warning(struct diag *diag, struct pos pos, const char *accepted, const char *format,
                  ...) __attribute__((format(printf, 4, 5)));

/* The machine failed (a file that cannot be read or written): cli/ turns it
 * into exit code 3. `errnum` is an errno value or 0. */
void diag_failure(struct diag *diag, const char *path, int errnum, const char *what);

size_t diag_n_errors(const struct diag *diag);
size_t diag_n_warnings(const struct diag *diag);
bool diag_failed(const struct diag *diag);

/* All of them in the order of file, line and column; at most 100 errors are
 * shown. Where there are several, their count stands at the end. */
void diag_write(const struct diag *diag, struct buf *out);

#endif
