#include "layout/blocks.h"

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
	[BLOCK_KEY] = &block_key,
	[BLOCK_MARKS] = &block_marks,
	[BLOCK_RATINGS] = &block_ratings,
	[BLOCK_TOTALS] = &block_totals,
	[BLOCK_TALLY] = &block_tally,
	[BLOCK_PROMPTS] = &block_prompts,
	[BLOCK_PLAN] = &block_plan,
	[BLOCK_LINES] = &block_lines,
	[BLOCK_LADDER] = &chart_ladder,
	[BLOCK_BARS] = &chart_bars,
	[BLOCK_RANKING] = &chart_ranking,
	[BLOCK_DIVERGING] = &chart_diverging,
	[BLOCK_DOTS] = &chart_dots,
};

const struct block_class *block_class(enum block_kind kind)
{
	return classes[kind];
}

static bool is_chart(enum block_kind kind)
{
	return kind == BLOCK_LADDER || kind == BLOCK_BARS || kind == BLOCK_RANKING ||
	       kind == BLOCK_DIVERGING || kind == BLOCK_DOTS;
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

void block_place(struct layout *layout, const struct block *block,
                 const struct measured *measured, struct area area)
{
	for (size_t i = 0; i < measured->n_strips; i++) {
		if (i > 0)
			area.y += measured->strips[i].before;
		area.height = measured->strips[i].height;
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

struct area page_body(const struct layout *layout)
{
	const struct document *document = layout->document;
	const struct paper_size *paper = &paper_sizes[document->paper];
	bool a4 = document->paper == PAPER_A4;
	double side = size_of(layout, a4 ? SIZE_SIDE_A4 : SIZE_SIDE_LETTER);
	double top = size_of(layout, SIZE_TOP);

	if (document->furniture == FURNITURE_REPORT)
		top += size_of(layout, SIZE_REPORT_HEAD);
	return (struct area){side, top, paper->width - 2 * side,
	                     paper->height - top - size_of(layout, SIZE_FOOT)};
}
