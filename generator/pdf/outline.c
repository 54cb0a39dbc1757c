#include "pdf/outline.h"

#include "base/arena.h"

/* A bookmark in the tree; entry 0 is the outline itself. */
struct entry {
	HPDF_Dict object;
	struct entry *parent, *first, *last, *previous, *next;
	size_t n_below; /* entries below it, at any depth */
	size_t depth;   /* 0: the outline; a bookmark's level and 1 */
};

/* A level that skips some hangs below the last bookmark of a lower level. */
static void link_entry(struct entry *entry, struct entry *before)
{
	struct entry *parent = before;

	while (parent->depth >= entry->depth)
		parent = parent->parent;
	entry->parent = parent;
	entry->previous = parent->last;
	if (parent->last != NULL)
		parent->last->next = entry;
	else
		parent->first = entry;
	parent->last = entry;
	for (; parent != NULL; parent = parent->parent)
		parent->n_below++;
}

static void add_link(struct buf *out, const char *key, const struct entry *entry)
{
	if (entry == NULL)
		return;
	buf_addf(out, "/%s", key);
	add_reference(out, entry->object);
	buf_adds(out, " ");
}

static void add_links(struct buf *out, const struct entry *entry)
{
	add_link(out, "Parent", entry->parent);
	add_link(out, "Prev", entry->previous);
	add_link(out, "Next", entry->next);
	add_link(out, "First", entry->first);
	add_link(out, "Last", entry->last);
	if (entry->n_below > 0)
		buf_addf(out, "/Count %zu ", entry->n_below);
}

static void write_entry(struct pdf *pdf, const struct entry *entry, const struct pages *pages,
                        const struct bookmark *bookmark, HPDF_Page target)
{
	struct buf out = {.arena = pdf->arena};

	buf_adds(&out, "/Title ");
	add_text_string(&out, bookmark->title);
	buf_adds(&out, " ");
	add_links(&out, entry);
	buf_adds(&out, "/Dest [");
	add_reference(&out, target);
	buf_adds(&out, " /XYZ null ");
	add_real(&out, pages->pages[bookmark->page].height - bookmark->y);
	buf_adds(&out, " null]");
	object_set(pdf, entry->object, &out);
}

HPDF_Dict outline_write(struct pdf *pdf, const struct pages *pages, const HPDF_Page *objects)
{
	size_t n = pages->n_bookmarks;
	struct entry *entries = ARENA_ARRAY(pdf->arena, struct entry, n + 1);
	struct buf out = {.arena = pdf->arena};

	if (n == 0)
		return NULL;
	for (size_t i = 0; i <= n; i++)
		entries[i].object = object_new(pdf);
	for (size_t i = 1; i <= n; i++) {
		entries[i].depth = pages->bookmarks[i - 1].level + 1;
		link_entry(&entries[i], &entries[i - 1]);
	}
	buf_adds(&out, "/Type /Outlines ");
	add_links(&out, &entries[0]);
	object_set(pdf, entries[0].object, &out);
	for (size_t i = 1; i <= n; i++) {
		const struct bookmark *bookmark = &pages->bookmarks[i - 1];

		write_entry(pdf, &entries[i], pages, bookmark, objects[bookmark->page]);
	}
	return entries[0].object;
}
