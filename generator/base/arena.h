/* Memory that is freed all at once.
 *
 * Whoever needs memory takes a `struct arena *`; nobody frees single pieces.
 * Allocation zeroes and never returns NULL: when the machine has no memory
 * left the program ends with exit code 3 (see die.h). Pieces stay where they
 * are until arena_free. An arena is not shared between threads.
 */
#ifndef WAYMARK_ARENA_H
#define WAYMARK_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);

/* Bytes handed out so far; tests use it to see that work is bounded. */
size_t arena_used(const struct arena *arena);

/* Zeroed, aligned for any type. A product that overflows ends the program. */
void *arena_alloc(struct arena *arena, size_t n, size_t size);

/* An array that has room for exactly `n` elements made larger, the rest zeroed:
 * in place when nothing was allocated after it, else a copy. With new_n == n
 * always a copy, of anything. */
void *arena_grow(struct arena *arena, const void *old, size_t n, size_t new_n, size_t size);

char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_strdup(struct arena *arena, const char *text);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list values)
    __attribute__((format(printf, 2, 0)));

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), 1, sizeof(type)))
#define ARENA_ARRAY(arena, type, n) ((type *)arena_alloc((arena), (n), sizeof(type)))

/* Makes room for one element more in an array whose capacity doubles at each
 * power of two: `array = arena_push(arena, array, n, sizeof *array)` before
 * `array[n++] = ...`. */
void *arena_push(struct arena *arena, void *array, size_t n, size_t size);

#endif
