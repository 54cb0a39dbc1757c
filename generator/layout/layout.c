#include "layout/layout.h"

#include "base/arena.h"
#include "base/bidi.h"
#include "base/diag.h"
#include "layout/contents.h"
#include "layout/draw.h"
#include "layout/flow.h"
#include "layout/furniture.h"
#include "layout/mirror.h"
#include "layout/strip.h"

struct pages *pages_new(struct arena *arena)
{
	struct pages *pages = ARENA_NEW(arena, struct pages);

	pages->arena = arena;
	return pages;
}

static void describe(struct pages *pages, const struct document *document)
{
	pages->theme = document->theme;
	pages->title = document->title;
	pages->subject = document->subject;
	pages->language = document->language;
	pages->author = document->author;
}

static void open_outline(struct layout *layout)
{
	struct pages *pages = layout->pages;
	struct bookmark bookmark = {.title = layout->document->bookmark, .page = pages->n_pages};

	if (bookmark.title == NULL)
		return;
	pages->bookmarks = arena_push(pages->arena, pages->bookmarks, pages->n_bookmarks,
	                              sizeof(bookmark));
	pages->bookmarks[pages->n_bookmarks++] = bookmark;
	layout->level = 1;
}

/* What a filled sheet tells about itself to those who read it back. */
static void place_data(struct layout *layout)
{
	const struct document *document = layout->document;
	const struct form_field data[] = {
		{.kind = FIELD_DATA, .name = "Worksheet.framework", .value = document->framework},
		{.kind = FIELD_DATA, .name = "Worksheet.version", .value = document->version},
		{.kind = FIELD_DATA, .name = "Worksheet.code", .value = document->code},
	};

	if (document->furniture != FURNITURE_WORKSHEET)
		return;
	for (size_t i = 0; i < sizeof data / sizeof *data; i++)
		if (data[i].value != NULL)
			draw_field(layout, (struct area){0, 0, 0, 0}, data[i]);
}

/* The ops grew in the scratch arena. */
static void keep_ops(struct arena *arena, struct page *page)
{
	page->ops = arena_grow(arena, page->ops, page->n_ops, page->n_ops, sizeof *page->ops);
}

bool layout_document(struct pages *pages, const struct document *document,
                     const struct metrics *metrics, struct diag *diag)
{
	struct layout layout = {
		.arena = pages->arena,
		.scratch = arena_new(),
		.document = document,
		.theme = document->theme,
		.metrics = metrics,
		.diag = diag,
		.pages = pages,
		.mirrored = document->language != NULL && bidi_language_is_rtl(document->language),
	};
	size_t first = pages->n_pages, before = diag_n_errors(diag), first_bookmark;

	if (first == 0)
		describe(pages, document);
	open_outline(&layout);
	first_bookmark = pages->n_bookmarks;
	flow_document(&layout);
	contents_finish(&layout, first, first_bookmark);
	for (size_t i = first; i < pages->n_pages; i++) {
		layout.page = &pages->pages[i];
		layout.page->number = i - first + 1;
		layout.page->n_numbers = pages->n_pages - first;
		furniture_place(&layout);
		if (i == first)
			place_data(&layout);
		if (layout.mirrored)
			mirror_page(layout.arena, layout.page);
		keep_ops(pages->arena, layout.page);
	}
	arena_free(layout.scratch);
	return diag_n_errors(diag) == before;
}
