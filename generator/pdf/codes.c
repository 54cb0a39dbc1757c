#include "pdf/codes.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"

/* What .notdef says: a character that could not be shown. */
static const char replacement[] = "\xEF\xBF\xBD";

/* Stands for glyphs after the first one of a cluster: invisible, no break. */
static const char word_joiner[] = "\xE2\x81\xA0";

struct span {
	size_t from, end;
};

static struct saying *saying_at(const struct codes *codes, size_t code)
{
	if (code < codes->n_glyphs)
		return &codes->glyphs[code];
	return &codes->others[code - codes->n_glyphs];
}

static bool says(const struct saying *saying, const char *text, size_t length)
{
	return saying->n_text == length && memcmp(saying->text, text, length) == 0;
}

/* Outlines in a CFF table have no codes beside their own, so there a glyph
 * keeps the shorter, then the lower text, whatever the order of the pages. */
static void keep_lower(struct saying *saying, const char *text, size_t length)
{
	if (saying->n_text < length ||
	    (saying->n_text == length && memcmp(saying->text, text, length) <= 0))
		return;
	saying->text = text;
	saying->n_text = length;
}

static uint32_t add_other(struct codes *codes, struct saying saying)
{
	codes->others = arena_push(codes->arena, codes->others, codes->n_others, sizeof saying);
	codes->others[codes->n_others] = saying;
	return (uint32_t)(codes->n_glyphs + codes->n_others++);
}

/* The code by which a glyph says the text. */
static uint32_t note_glyph(struct codes *codes, uint32_t id, const char *text, size_t length)
{
	bool alone = id == 0 || codes->font->cff;
	uint32_t code = id, next;

	if (codes->glyphs[id].text == NULL) {
		codes->glyphs[id] = (struct saying){text, length, id, 0};
		return code;
	}
	for (; !says(saying_at(codes, code), text, length); code = next) {
		next = saying_at(codes, code)->next;
		if (next != 0)
			continue;
		if (alone || codes_count(codes) > UINT16_MAX) {
			if (id != 0)
				keep_lower(&codes->glyphs[id], text, length);
			return id;
		}
		next = add_other(codes, (struct saying){text, length, id, 0});
		saying_at(codes, code)->next = next;
	}
	return code;
}

/* A text without what is never visible, unless nothing else is in it. */
static const char *visible(struct arena *arena, const char *text, size_t *length)
{
	struct buf out = {.arena = arena};
	size_t n_visible = *length == 1;

	for (size_t at = n_visible, next = at; at < *length; at = next)
		if (!text_is_ignorable(text_next(text, &next)))
			n_visible += next - at;
	if (n_visible == 0 || n_visible == *length)
		return text;
	for (size_t at = 0, next = 0; at < *length; at = next)
		if (!text_is_ignorable(text_next(text, &next)))
			buf_add(&out, text + at, next - at);
	*length = n_visible;
	return buf_text(&out);
}

static size_t count_characters(const char *text, size_t length)
{
	size_t n = 0;

	for (size_t at = 0; at < length; n++)
		text_next(text, &at);
	return n;
}

/* Shares the text of a cluster out to its glyphs: one code point for each
 * when the numbers agree, else the first glyph takes all. */
static void note_cluster(struct codes *codes, const struct run *run, struct span glyphs,
                         struct span text, uint32_t *named)
{
	size_t length = text.end - text.from, at = 0;
	const char *words = visible(codes->arena, run->text + text.from, &length);
	bool shared = count_characters(words, length) == glyphs.end - glyphs.from;

	for (size_t i = glyphs.from; i < glyphs.end; i++) {
		uint32_t id = font_hangs(run, i) ? font_empty_glyph(codes->font)
		                                 : run->glyphs[i].id;
		size_t start = at;
		uint32_t code;

		if (shared)
			text_next(words, &at);
		else
			at = length;
		if (start < length)
			code = note_glyph(codes, id, words + start, at - start);
		else
			code = note_glyph(codes, id, word_joiner, sizeof word_joiner - 1);
		named[i] = codes_name(codes, code);
	}
}

void codes_open(struct codes *codes, struct arena *arena, const struct font *font)
{
	*codes = (struct codes){.arena = arena, .font = font};
	codes->n_glyphs = hb_face_get_glyph_count(font->face);
	codes->glyphs = ARENA_ARRAY(arena, struct saying, codes->n_glyphs);
	note_glyph(codes, 0, replacement, sizeof replacement - 1);
}

void codes_note(struct codes *codes, const struct run *run, uint32_t *named)
{
	for (size_t i = 0, end; i < run->n_glyphs; i = end) {
		size_t from = run->glyphs[i].cluster, to;

		for (end = i + 1; end < run->n_glyphs && run->glyphs[end].cluster == from; end++)
			continue;
		to = end < run->n_glyphs ? run->glyphs[end].cluster : run->n_text;
		note_cluster(codes, run, (struct span){i, end}, (struct span){from, to}, named);
	}
}

size_t codes_count(const struct codes *codes)
{
	return codes->n_glyphs + codes->n_others;
}

const struct saying *codes_at(const struct codes *codes, size_t code)
{
	return saying_at(codes, code);
}

uint32_t codes_name(const struct codes *codes, size_t code)
{
	return code < codes->n_glyphs ? font_code(codes->font, (uint32_t)code) : (uint32_t)code;
}
