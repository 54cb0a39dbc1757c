#include "layout/blocks.h"

#include <math.h>

#include "base/arena.h"
#include "layout/charts.h"
#include "layout/draw.h"

static const struct block_class *const classes[BLOCK_COUNT] = {
	[BLOCK_SHEET] = &block_sheet,
	[BLOCK_SECTION] = &block_section,
	[BLOCK_COLUMNS] = &block_columns,
	[BLOCK_KEEP] = &block_keep,
	[BLOCK_HEADING] = &block_heading,
	[BLOCK_PARAGRAPH] = &block_paragraph,
	[BLOCK_LIST] = &block_list,
	[BLOCK_TABLE] = &block_table,
	[BLOCK_CONTENTS] = &block_contents,
	[BLOCK_KEY] = &block_key,
	[BLOCK_MARKS] = &block_marks,
	[BLOCK_RATINGS] = &block_ratings,
	[BLOCK_TOTALS] = &block_totals,
	[BLOCK_TALLY] = &block_tally,
	[BLOCK_PROMPTS] = &block_prompts,
	[BLOCK_PLAN] = &block_plan,
	[BLOCK_LINES] = &block_lines,
	[BLOCK_ENTRIES] = &block_entries,
	[BLOCK_FORM] = &block_form,
	[BLOCK_STEPS] = &block_steps,
	[BLOCK_LADDER] = &chart_ladder,
	[BLOCK_BARS] = &chart_bars,
	[BLOCK_RANKING] = &chart_ranking,
	[BLOCK_DIVERGING] = &chart_diverging,
	[BLOCK_DOTS] = &chart_dots,
	[BLOCK_SQUARES] = &chart_squares,
	[BLOCK_CHECKS] = &chart_checks,
	[BLOCK_BULLETS] = &chart_bullets,
	[BLOCK_TRENDS] = &chart_trends,
	[BLOCK_PROGRESS] = &chart_progress,
	[BLOCK_DETAILS] = &chart_details,
	[BLOCK_PANELS] = &chart_panels,
};

const struct block_class *block_class(enum block_kind kind)
{
	return classes[kind];
}

static bool is_chart(enum block_kind kind)
{
	return kind == BLOCK_LADDER || kind == BLOCK_BARS || kind == BLOCK_RANKING ||
	       kind == BLOCK_DIVERGING || kind == BLOCK_DOTS || kind == BLOCK_SQUARES ||
	       kind == BLOCK_BULLETS || kind == BLOCK_TRENDS || kind == BLOCK_PROGRESS ||
	       kind == BLOCK_PANELS;
}

void block_measure(struct layout *layout, const struct block *block, double width,
                   struct measured *measured)
{
	*measured = (struct measured){0};
	block_class(block->kind)->measure(layout, block, width, measured);
	if (measured->n_strips > 0 && is_chart(block->kind))
		measured->strips[0].chart = true;
	for (size_t i = 0; i < measured->n_strips; i++)
		if (measured->strips[i].kind == NULL)
			measured->strips[i].kind = block_names[block->kind];
}

static void add_bookmark(struct layout *layout, const char *title, double y)
{
	struct pages *pages = layout->pages;

	pages->bookmarks = arena_push(pages->arena, pages->bookmarks, pages->n_bookmarks,
	                              sizeof(*pages->bookmarks));
	pages->bookmarks[pages->n_bookmarks++] = (struct bookmark){
		.title = title, .page = pages->n_pages - 1, .level = layout->level, .y = y};
}

void block_place_strip(struct layout *layout, const struct block *block,
                       const struct measured *measured, size_t strip, struct area area)
{
	bool listed = block->bookmark != NULL;
	const char *outer = layout->language;

	if (listed && strip == 0 && !layout->repeating)
		add_bookmark(layout, block->bookmark, area.y);
	layout->level += listed;
	layout->language = block->language != NULL ? block->language : outer;
	block_class(block->kind)->place(layout, block, measured, strip, area);
	layout->language = outer;
	layout->level -= listed;
}

double measured_height(const struct measured *measured)
{
	double height = 0;

	for (size_t i = 0; i < measured->n_strips; i++)
		height += measured->strips[i].height + (i > 0 ? measured->strips[i].before : 0);
	return height;
}

double measured_stretch(const struct measured *measured)
{
	double stretch = 0;

	for (size_t i = 0; i < measured->n_strips; i++)
		stretch += measured->strips[i].stretch;
	return stretch;
}

void block_place(struct layout *layout, const struct block *block,
                 const struct measured *measured, struct area area)
{
	double stretch = measured_stretch(measured), more = area.height - measured_height(measured);
	double share = stretch > 0 ? fmin(fmax(more / stretch, 0), 1) : 0;

	for (size_t i = 0; i < measured->n_strips; i++) {
		if (i > 0)
			area.y += measured->strips[i].before;
		area.height = measured->strips[i].height + share * measured->strips[i].stretch;
		block_place_strip(layout, block, measured, i, area);
		area.y += area.height;
	}
}

struct strip *measured_alloc(struct layout *layout, struct measured *measured, size_t n)
{
	measured->strips = ARENA_ARRAY(layout->arena, struct strip, n);
	measured->n_strips = n;
	return measured->strips;
}

struct page_shape page_shape(const struct layout *layout)
{
	static const enum size sides[PAPER_COUNT] = {
		[PAPER_LETTER] = SIZE_SIDE_LETTER,
		[PAPER_A4] = SIZE_SIDE_A4,
		[PAPER_TABLOID] = SIZE_SIDE_TABLOID,
		[PAPER_A3] = SIZE_SIDE_A3,
	};
	const struct document *document = layout->document;
	const struct paper_size *paper = &paper_sizes[document->paper];

	if (document->landscape)
		return (struct page_shape){paper->height, paper->width,
		                           size_of(layout, SIZE_SIDE_LANDSCAPE)};
	return (struct page_shape){paper->width, paper->height,
	                           size_of(layout, sides[document->paper])};
}

struct area page_body(const struct layout *layout)
{
	struct page_shape shape = page_shape(layout);
	double top = size_of(layout, SIZE_TOP);

	if (layout->document->furniture == FURNITURE_REPORT)
		top += size_of(layout, SIZE_REPORT_HEAD);
	return (struct area){shape.side, top, shape.width - 2 * shape.side,
	                     shape.height - top - size_of(layout, SIZE_FOOT)};
}
