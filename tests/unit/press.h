/* What tests of PDF files share: fonts, a book of empty pages 100 points wide
 * and 200 high, and a folder of their own for the file. */
#ifndef WAYMARK_PRESS_H
#define WAYMARK_PRESS_H

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "pdf/pdf.h"

#define PRESS_PAGES_MAX 300

struct press {
	struct arena *arena;
	struct diag *diag;
	struct theme theme;
	struct fonts *fonts;
	struct page page[PRESS_PAGES_MAX];
	struct pages pages;
	char folder[32], *path;
	const struct source *file; /* what a test has read back, or NULL */
};

static const char *press_fallbacks[] = {"DejaVu Sans", "Droid Sans Fallback"};

static inline int open_press(void **state)
{
	struct press *press = calloc(1, sizeof *press);

	if (press == NULL)
		return -1;
	press->arena = arena_new();
	press->diag = diag_new(press->arena);
	press->theme = (struct theme){
		.family = "Open Sans",
		.family_files = {"Regular", "Italic", "SemiBold", "Bold"},
		.fallbacks = press_fallbacks, .n_fallbacks = 2,
	};
	press->theme.colours[COLOUR_INK] = (struct rgb){0, 0, 0.5};
	press->theme.colours[COLOUR_BLUE] = (struct rgb){0.2, 0.4, 1};
	press->theme.colours[COLOUR_GRID] = (struct rgb){0.5, 0.5, 0.5};
	for (size_t i = 0; i < PRESS_PAGES_MAX; i++)
		press->page[i] = (struct page){.width = 100, .height = 200};
	press->pages = (struct pages){.arena = press->arena, .theme = &press->theme,
	                              .pages = press->page, .n_pages = 1};
	strcpy(press->folder, "/tmp/waymark-XXXXXX");
	press->fonts = pdf_fonts_open(press->arena, &press->theme, press->diag);
	*state = press;
	if (press->fonts == NULL || mkdtemp(press->folder) == NULL)
		return -1;
	press->path = file_join(press->arena, press->folder, "a.pdf");
	return 0;
}

static inline int close_press(void **state)
{
	struct press *press = *state;
	int code = system(arena_printf(press->arena, "rm -rf %s", press->folder));

	pdf_fonts_close(press->fonts);
	arena_free(press->arena);
	free(press);
	return code;
}

/* Appends an op to a page. */
static inline struct op *press_op(struct press *press, size_t number, enum op_kind kind)
{
	struct page *page = &press->page[number];

	page->ops = arena_push(press->arena, page->ops, page->n_ops, sizeof *page->ops);
	page->ops[page->n_ops] = (struct op){.kind = kind};
	return &page->ops[page->n_ops++];
}

#endif
