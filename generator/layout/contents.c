#include "layout/contents.h"

#include <string.h>

#include "base/arena.h"
#include "layout/blocks.h"
#include "layout/chart_parts.h"
#include "layout/draw.h"
#include "layout/text.h"

enum { DEPTHS = 2 };

/* The widest page number that there is room for. */
static const char widest_number[] = "000";

struct entry {
	const char *title;
	size_t depth;
	struct lines lines;
	double y, height; /* y: below the top of its column */
};

/* Strip 0 is the head; then follows one with both columns, or in a single
 * column one for each entry. */
struct state {
	struct lines title;
	struct entry *entries;
	size_t n_entries, n_left; /* n_left: of the first column */
	bool paired;
	double column;            /* width */
};

static enum style entry_style(const struct entry *entry)
{
	return entry->depth == 0 ? STYLE_BODY : STYLE_LABEL;
}

static double indent(const struct layout *layout, const struct entry *entry)
{
	return 2 * size_of(layout, SIZE_UNIT) * (double)entry->depth;
}

static void gather(struct layout *layout, const struct block *blocks, size_t n_blocks,
                   size_t depth, struct state *state)
{
	for (size_t i = 0; i < n_blocks; i++) {
		const struct block *block = &blocks[i];
		bool listed = block->bookmark != NULL && *block->bookmark != '\0';

		if (listed && depth < DEPTHS) {
			state->entries = arena_push(layout->arena, state->entries,
			                            state->n_entries, sizeof(*state->entries));
			state->entries[state->n_entries++] =
			    (struct entry){.title = block->bookmark, .depth = depth};
		}
		gather(layout, block->children, block->n_children, depth + listed, state);
	}
}

/* Sets all entries in columns of a width; returns the height of all. */
static double set_entries(struct layout *layout, struct state *state, double width)
{
	double number = text_width(layout, STYLE_BODY, widest_number), height = 0;
	double gap = size_of(layout, SIZE_CELL_GAP);

	state->column = width;
	for (size_t i = 0; i < state->n_entries; i++) {
		struct entry *entry = &state->entries[i];

		entry->lines = text_set(layout, entry_style(entry), entry->title,
		                        width - indent(layout, entry) - number - gap);
		entry->height = entry->lines.height + size_of(layout, SIZE_CELL_PAD);
		height += entry->height;
	}
	return height;
}

/* Two columns as even as they can be without parting what belongs together;
 * returns the height of the longer one. */
static double pair(struct state *state, double height)
{
	double left = 0, least = height, y = 0;

	state->paired = true;
	state->n_left = state->n_entries;
	for (size_t i = 0; i < state->n_entries; i++) {
		double longer = larger(left, height - left);

		if (state->entries[i].depth == 0 && longer < least) {
			least = longer;
			state->n_left = i;
		}
		left += state->entries[i].height;
	}
	for (size_t i = 0; i < state->n_entries; i++) {
		y = i == state->n_left ? 0 : y;
		state->entries[i].y = y;
		y += state->entries[i].height;
	}
	return least;
}

static void measure_head(struct layout *layout, const struct contents_block *contents,
                         double width, struct state *state, struct strip *strip)
{
	state->title = text_balance(layout, STYLE_SECTION, contents->title, width);
	strip->height = size_of(layout, SIZE_SECTION_HEAD) -
	                style_ascent(layout, STYLE_SECTION) + state->title.height;
	strip->before = size_of(layout, SIZE_SECTION_GAP);
	strip->below_head = 2 * size_of(layout, SIZE_UNIT);
	strip->keep = true;
	strip->what = contents->title;
}

static void measure_contents(struct layout *layout, const struct block *block, double width,
                             struct measured *measured)
{
	struct state *state = ARENA_NEW(layout->arena, struct state);
	double gutter = size_of(layout, SIZE_GUTTER), height;

	gather(layout, layout->document->blocks, layout->document->n_blocks, 0, state);
	if (state->n_entries == 0)
		return;
	height = pair(state, set_entries(layout, state, (width - gutter) / 2));
	if (layout->theme->toggles[TOGGLE_STACKED_COLUMNS] ||
	    height > page_body(layout).height / 2) {
		state->paired = false;
		set_entries(layout, state, width);
	}
	measured->state = state;
	measured_alloc(layout, measured, state->paired ? 2 : 1 + state->n_entries);
	measure_head(layout, &block->contents, width, state, &measured->strips[0]);
	for (size_t i = 1; i < measured->n_strips; i++)
		measured->strips[i].height = state->paired ? height : state->entries[i - 1].height;
	measured->strips[1].before = measured->strips[1].below_head = size_of(layout, SIZE_UNIT);
	for (size_t i = 0; i < measured->n_strips; i++)
		measured->strips[i].least_pages = block->contents.least_pages;
}

static void place_head(struct layout *layout, const struct state *state, struct area area)
{
	double baseline = area.y + size_of(layout, SIZE_SECTION_HEAD);

	role_begin(layout, ROLE_ARTIFACT, NULL);
	if (area.y > page_body(layout).y)
		draw_across(layout, area.x, area.x + area.width, area.y,
		            stroke_of(layout, SIZE_RULE_SECTION, COLOUR_INK));
	role_end(layout);
	role_begin(layout, ROLE_HEADING2, NULL);
	place_lines(layout, &state->title,
	            flush_left(area.x, baseline - style_ascent(layout, STYLE_SECTION)));
	role_end(layout);
}

/* The number is an empty run until it is known. */
static void place_reference(struct layout *layout, const struct entry *entry, struct area area)
{
	enum style style = entry_style(entry);
	const struct type *type = &layout->theme->styles[style];
	struct reference reference = {.page = layout->pages->n_pages - 1, .title = entry->title,
	                              .style = style};
	struct lettering number = {area.x + area.width, area.y + style_ascent(layout, style),
	                           type->size, type->colour};

	role_begin(layout, ROLE_REFERENCE, NULL);
	role_begin(layout, ROLE_LINK, NULL);
	place_lines(layout, &entry->lines,
	            flush_left(area.x + indent(layout, entry), area.y));
	draw_run(layout, &(struct run){0}, number);
	reference.number = layout->page->n_ops - 1;
	draw_reference(layout, area, entry->title);
	reference.link = layout->page->n_ops - 1;
	role_end(layout);
	role_end(layout);
	layout->references = arena_push(layout->scratch, layout->references,
	                                layout->n_references, sizeof(reference));
	layout->references[layout->n_references++] = reference;
}

/* Opens and closes the tables that it stands in. */
static void place_entry(struct layout *layout, const struct state *state, size_t i,
                        struct area area)
{
	const struct entry *entry = &state->entries[i];
	size_t before = i > 0 ? entry[-1].depth + 1 : 0;
	size_t after = i + 1 < state->n_entries ? entry[1].depth + 1 : 0;
	double bottom = area.y + area.height;

	for (; before <= entry->depth; before++)
		role_begin(layout, ROLE_CONTENTS, NULL);
	role_begin(layout, ROLE_CONTENTS_ITEM, NULL);
	area.y += size_of(layout, SIZE_CELL_PAD) / 2;
	place_reference(layout, entry, area);
	role_end(layout);
	draw_across(layout, area.x, area.x + area.width, bottom,
	            stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_GRID));
	for (before = entry->depth + 1; before > after; before--)
		role_end(layout);
}

static void place_contents(struct layout *layout, const struct block *block,
                           const struct measured *measured, size_t strip, struct area area)
{
	const struct state *state = measured->state;
	double left = area.x, top = area.y;

	(void)block;
	if (area.height <= 0)
		return;
	if (strip == 0) {
		place_head(layout, state, area);
		return;
	}
	if (!state->paired) {
		place_entry(layout, state, strip - 1, area);
		return;
	}
	area.width = state->column;
	for (size_t i = 0; i < state->n_entries; i++) {
		area.x = left + (i < state->n_left ? 0 : area.width + size_of(layout, SIZE_GUTTER));
		area.y = top + state->entries[i].y;
		area.height = state->entries[i].height;
		place_entry(layout, state, i, area);
	}
}

/* A page number, flush right where its run was left empty. */
static void set_number(struct layout *layout, struct op *op, enum style style, size_t number)
{
	const char *text = arena_printf(layout->arena, "%zu", number);
	struct lines lines = text_set(layout, style, text, text_width(layout, style, text) + 1);

	if (lines.n_lines == 0 || lines.lines[0].n_runs == 0)
		return;
	op->text.run = lines.lines[0].runs[0];
	op->text.x -= lines.lines[0].width;
}

/* Both are in the order of the blocks, so what one line does not lead to the
 * next does not either. */
void contents_finish(struct layout *layout, size_t first_page, size_t first_bookmark)
{
	struct pages *pages = layout->pages;
	size_t next = first_bookmark;

	for (size_t i = 0; i < layout->n_references; i++) {
		const struct reference *reference = &layout->references[i];
		struct op *ops = pages->pages[reference->page].ops;

		while (next + 1 < pages->n_bookmarks &&
		       pages->bookmarks[next].title != reference->title)
			next++;
		ops[reference->link].link.page = pages->bookmarks[next].page;
		ops[reference->link].link.top = pages->bookmarks[next].y;
		set_number(layout, &ops[reference->number], reference->style,
		           pages->bookmarks[next].page - first_page + 1);
		next += next + 1 < pages->n_bookmarks;
	}
}

const struct block_class block_contents = {measure_contents, place_contents};
