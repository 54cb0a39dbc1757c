#include "base/buf.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/die.h"

static void make_room(struct buf *buf, size_t length)
{
	size_t size = buf->size == 0 ? 256 : buf->size;

	while (size - buf->length <= length)
		size *= 2;
	if (size == buf->size)
		return;
	buf->bytes = arena_grow(buf->arena, buf->bytes, buf->size, size, 1);
	buf->size = size;
}

void buf_add(struct buf *buf, const void *bytes, size_t length)
{
	make_room(buf, length);
	if (length != 0)
		memcpy(buf->bytes + buf->length, bytes, length);
	buf->length += length;
	buf->bytes[buf->length] = '\0';
}

void buf_adds(struct buf *buf, const char *text)
{
	buf_add(buf, text, strlen(text));
}

void buf_vaddf(struct buf *buf, const char *format, va_list values)
{
	va_list again;
	int length;

	make_room(buf, 0);
	va_copy(again, values);
	length = vsnprintf(buf->bytes + buf->length, buf->size - buf->length, format, again);
	va_end(again);
	if (length < 0)
		die("cannot format text");
	if ((size_t)length >= buf->size - buf->length) {
		make_room(buf, (size_t)length);
		vsnprintf(buf->bytes + buf->length, (size_t)length + 1, format, values);
	}
	buf->length += (size_t)length;
}

void buf_addf(struct buf *buf, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	buf_vaddf(buf, format, values);
	va_end(values);
}

void buf_add_json(struct buf *buf, const char *text)
{
	buf_adds(buf, "\"");
	for (const char *c = text; *c != '\0'; c++) {
		if (*c == '"' || *c == '\\')
			buf_addf(buf, "\\%c", *c);
		else if (*c == '\n')
			buf_adds(buf, "\\n");
		else if ((unsigned char)*c < 0x20)
			buf_addf(buf, "\\u%04x", (unsigned)(unsigned char)*c);
		else
			buf_add(buf, c, 1);
	}
	buf_adds(buf, "\"");
}

void buf_add_csv(struct buf *buf, const char *text)
{
	const char *guard = text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL ? "'" : "";

	if (strpbrk(text, "\",\r\n") == NULL) {
		buf_addf(buf, "%s%s", guard, text);
		return;
	}
	buf_addf(buf, "\"%s", guard);
	for (const char *c = text; *c != '\0'; c++) {
		if (*c == '"')
			buf_adds(buf, "\"");
		buf_add(buf, c, 1);
	}
	buf_adds(buf, "\"");
}

const char *buf_text(const struct buf *buf)
{
	return buf->bytes == NULL ? "" : buf->bytes;
}
