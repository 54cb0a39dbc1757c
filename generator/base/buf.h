/* A growing string of bytes in an arena, always ended by a NUL.
 *
 * Start with `struct buf buf = {.arena = arena}`; read `bytes` and `length`.
 */
#ifndef WAYMARK_BUF_H
#define WAYMARK_BUF_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct buf {
	struct arena *arena;
	char *bytes; /* NULL until something was added */
	size_t length, size;
};

void buf_add(struct buf *buf, const void *bytes, size_t length);
void buf_adds(struct buf *buf, const char *text);
void buf_addf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vaddf(struct buf *buf, const char *format, va_list values)
    __attribute__((format(printf, 2, 0)));

/* Adds a JSON string in its quotes; the text must be valid UTF-8. */
void buf_add_json(struct buf *buf, const char *text);

/* Adds one CSV field (RFC 4180): quoted where needed, and with a quote mark
 * before = + - @ TAB CR so that no spreadsheet runs it as a formula. */
void buf_add_csv(struct buf *buf, const char *text);

/* What has been added, never NULL. */
const char *buf_text(const struct buf *buf);

#endif
