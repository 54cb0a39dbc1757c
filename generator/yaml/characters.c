#include "yaml/characters.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

#define SHOWN_MAX 20

bool characters_allowed(uint32_t code)
{
	/* U+2028 and U+2029 end lines in YAML, but in no editor; U+FEFF is a
	 * byte order mark that was left behind. */
	return !text_is_forbidden(code) && code != 0x2028 && code != 0x2029 && code != 0xfeff;
}

const char *characters_name(struct arena *arena, uint32_t code)
{
	if (code == 0)
		return "a NUL";
	if (code == '\r')
		return "a carriage return inside a line";
	if (code < 0xa0)
		return arena_printf(arena, "the control character U+%04X", (unsigned)code);
	if (code == 0x2028 || code == 0x2029)
		return arena_printf(arena, "the hidden line end U+%04X", (unsigned)code);
	if (code == 0xfeff)
		return "a byte order mark inside the text";
	if (code >= 0x202a && code <= 0x2069)
		return arena_printf(arena, "U+%04X, which turns the direction of reading,",
		                    (unsigned)code);
	return arena_printf(arena, "U+%04X, which is no character,", (unsigned)code);
}

/* CR LF becomes LF, so that lines end where they seem to end. */
static void drop_carriage_returns(struct arena *arena, struct source *source)
{
	char *text;
	size_t length = 0;

	if (memchr(source->text, '\r', source->length) == NULL)
		return;
	text = arena_alloc(arena, source->length + 1, 1);
	for (size_t i = 0; i < source->length; i++)
		if (source->text[i] != '\r' || source->text[i + 1] != '\n')
			text[length++] = source->text[i];
	source->text = text;
	source->length = length;
}

static bool starts_with(const struct source *source, const char *bytes, size_t n)
{
	return source->length >= n && memcmp(source->text, bytes, n) == 0;
}

static bool is_utf8(struct diag *diag, const struct source *source)
{
	size_t bad = text_invalid_at(source->text, source->length), n = 0;
	struct pos pos = {source, 1, 1};

	if (bad == source->length)
		return true;
	for (size_t at = 0; at < bad;) {
		pos.column++;
		if (text_next(source->text, &at) == '\n') {
			pos.line++;
			pos.column = 1;
		}
	}
	for (size_t at = bad; at < source->length; n++)
		at += 1 + text_invalid_at(source->text + at + 1, source->length - at - 1);
	if (n == 1)
		diag_error(diag, pos, "save the file as UTF-8", "the byte 0x%02X is not UTF-8",
		           (unsigned)(unsigned char)source->text[bad]);
	else
		diag_error(diag, pos, "save the file as UTF-8",
		           "the byte 0x%02X is not UTF-8, the first of %zu in this file",
		           (unsigned)(unsigned char)source->text[bad], n);
	return false;
}

/* Of each line, the first one is told. */
static bool is_text(struct arena *arena, struct diag *diag, const struct source *source)
{
	struct pos pos = {source, 1, 1};
	size_t n = 0, last = 0;

	for (size_t at = 0; at < source->length && n < SHOWN_MAX;) {
		uint32_t code = text_next(source->text, &at);

		if (!characters_allowed(code) && pos.line != last) {
			diag_error(diag, pos, NULL, "%s is not allowed",
			           characters_name(arena, code));
			n++;
			last = pos.line;
		}
		pos.column++;
		if (code == '\n') {
			pos.line++;
			pos.column = 1;
		}
	}
	return n == 0;
}

bool characters_check(struct arena *arena, struct diag *diag, struct source *source)
{
	if (starts_with(source, "\xff\xfe", 2) || starts_with(source, "\xfe\xff", 2)) {
		struct pos whole = {source, 0, 0};

		diag_error(diag, whole, "save the file as UTF-8", "this file is in UTF-16");
		return false;
	}
	if (starts_with(source, "\xef\xbb\xbf", 3)) {
		source->text += 3;
		source->length -= 3;
	}
	drop_carriage_returns(arena, source);
	return is_utf8(diag, source) && is_text(arena, diag, source);
}
