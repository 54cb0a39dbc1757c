#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"

#define CHUNK_BYTES ((size_t)64 * 1024)

struct chunk {
	struct chunk *next;
	size_t used, size;
	alignas(max_align_t) unsigned char bytes[];
};

struct arena {
	struct chunk *chunks; /* newest first */
	size_t used;
};

struct arena *arena_new(void)
{
	struct arena *arena = calloc(1, sizeof *arena);

	if (arena == NULL)
		die("out of memory");
	return arena;
}

void arena_free(struct arena *arena)
{
	if (arena == NULL)
		return;
	for (struct chunk *chunk = arena->chunks; chunk != NULL;) {
		struct chunk *next = chunk->next;

		free(chunk);
		chunk = next;
	}
	free(arena);
}

size_t arena_used(const struct arena *arena)
{
	return arena->used;
}

static void add_chunk(struct arena *arena, size_t size)
{
	struct chunk *chunk;

	if (size < CHUNK_BYTES)
		size = CHUNK_BYTES;
	if (size > SIZE_MAX - sizeof *chunk)
		die("out of memory");
	chunk = calloc(1, sizeof *chunk + size);
	if (chunk == NULL)
		die("out of memory");
	chunk->size = size;
	chunk->next = arena->chunks;
	arena->chunks = chunk;
}

static size_t piece_size(size_t n, size_t size)
{
	const size_t align = alignof(max_align_t);

	if (size != 0 && n > (SIZE_MAX - align) / size)
		die("out of memory");
	return (n * size + align - 1) / align * align;
}

void *arena_alloc(struct arena *arena, size_t n, size_t size)
{
	size_t bytes = piece_size(n, size);
	void *piece;

	if (arena->chunks == NULL || arena->chunks->size - arena->chunks->used < bytes)
		add_chunk(arena, bytes);
	piece = arena->chunks->bytes + arena->chunks->used;
	arena->chunks->used += bytes;
	arena->used += bytes;
	return piece;
}

/* Makes the piece `old` of n bytes larger where it is, when it is the newest one
 * and its chunk has room; else NULL. */
static void *extend(struct arena *arena, const void *old, size_t n, size_t bytes)
{
	struct chunk *chunk = arena->chunks;
	size_t held = piece_size(n, 1);

	if (chunk == NULL || held == 0 || chunk->used < held ||
	    chunk->bytes + chunk->used - held != old ||
	    chunk->size - chunk->used < bytes - held)
		return NULL;
	chunk->used += bytes - held;
	arena->used += bytes - held;
	return chunk->bytes + chunk->used - bytes;
}

void *arena_grow(struct arena *arena, const void *old, size_t n, size_t new_n, size_t size)
{
	void *array = new_n > n ? extend(arena, old, n * size, piece_size(new_n, size)) : NULL;

	if (array != NULL)
		return array;
	array = arena_alloc(arena, new_n, size);
	if (n != 0)
		memcpy(array, old, n * size);
	return array;
}

void *arena_push(struct arena *arena, void *array, size_t n, size_t size)
{
	if (n != 0 && (n & (n - 1)) != 0)
		return array;
	return arena_grow(arena, array, n, n == 0 ? 1 : 2 * n, size);
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
	char *copy = arena_alloc(arena, length + 1, 1);

	if (length != 0)
		memcpy(copy, text, length);
	return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
	return arena_strndup(arena, text, strlen(text));
}

char *arena_vprintf(struct arena *arena, const char *format, va_list values)
{
	va_list again;
	int length;
	char *text;

	va_copy(again, values);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0)
		die("cannot format text");
	text = arena_alloc(arena, (size_t)length + 1, 1);
	vsnprintf(text, (size_t)length + 1, format, values);
	return text;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list values;
	char *text;

	va_start(values, format);
	text = arena_vprintf(arena, format, values);
	va_end(values);
	return text;
}
