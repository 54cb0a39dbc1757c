/* A layout whose widths can be worked out by hand: every character that can be
 * seen is one glyph, half of the type size wide; type is 10 on 12 points, so a character
 * takes 5 points. Every measure of the theme is 6 unless a test sets it. */
#ifndef WAYMARK_FAKE_LAYOUT_H
#define WAYMARK_FAKE_LAYOUT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "layout/layout.h"
#include "layout/strip.h"

struct fake {
	struct theme theme;
	struct metrics metrics;
	struct document document;
	struct page page;
	struct layout layout;
};

static inline size_t fake_shape(void *self, struct arena *arena, struct phrase phrase,
                                struct run **runs)
{
	struct glyph *glyphs = ARENA_ARRAY(arena, struct glyph, phrase.length + 1);
	struct run *run = ARENA_NEW(arena, struct run);
	size_t n = 0;

	(void)self;
	for (size_t at = 0, from = 0; at < phrase.length; from = at) {
		uint32_t code = text_next(phrase.text, &at);

		if (!text_is_ignorable(code))
			glyphs[n++] = (struct glyph){code, (uint32_t)from, 500, 0, 0};
	}
	*run = (struct run){.level = phrase.level, .glyphs = glyphs, .n_glyphs = n,
	                    .text = phrase.text, .n_text = phrase.length,
	                    .width = 500 * (float)n};
	*runs = run;
	return n > 0;
}

static inline double fake_cap_height(void *self, enum face face)
{
	(void)self;
	(void)face;
	return 700;
}

/* A Letter page with 36 points of margin at the sides, the head and the foot. */
static inline struct fake *fake_open(struct arena *arena)
{
	struct fake *fake = ARENA_NEW(arena, struct fake);

	for (size_t i = 0; i < STYLE_COUNT; i++)
		fake->theme.styles[i] = (struct type){FACE_REGULAR, 10, 12, COLOUR_INK};
	for (size_t i = 0; i < SIZE_COUNT; i++)
		fake->theme.sizes[i] = 6;
	fake->theme.sizes[SIZE_SIDE_LETTER] = 36;
	fake->theme.sizes[SIZE_TOP] = fake->theme.sizes[SIZE_FOOT] = 36;
	fake->theme.sizes[SIZE_REPORT_HEAD] = 0;
	fake->metrics = (struct metrics){NULL, fake_shape, fake_cap_height};
	fake->document.theme = &fake->theme;
	fake->layout = (struct layout){
		.arena = arena,
		.scratch = arena,
		.document = &fake->document,
		.theme = &fake->theme,
		.metrics = &fake->metrics,
		.diag = diag_new(arena),
		.pages = pages_new(arena),
		.page = &fake->page,
	};
	return fake;
}

#endif
