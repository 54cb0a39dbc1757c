#include "layout/layout.h"

#include "base/arena.h"
#include "base/diag.h"
#include "layout/flow.h"
#include "layout/furniture.h"
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

bool layout_document(struct pages *pages, const struct document *document,
                     const struct metrics *metrics, struct diag *diag)
{
	struct layout layout = {
		.arena = pages->arena,
		.document = document,
		.theme = document->theme,
		.metrics = metrics,
		.diag = diag,
		.pages = pages,
	};
	size_t first = pages->n_pages, before = diag_n_errors(diag);

	if (first == 0)
		describe(pages, document);
	open_outline(&layout);
	flow_document(&layout);
	for (size_t i = first; i < pages->n_pages; i++) {
		layout.page = &pages->pages[i];
		layout.page->number = i - first + 1;
		layout.page->n_numbers = pages->n_pages - first;
		furniture_place(&layout);
	}
	return diag_n_errors(diag) == before;
}
