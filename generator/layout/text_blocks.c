#include "base/arena.h"
#include "layout/blocks.h"
#include "layout/draw.h"
#include "layout/text.h"

/* Strips for lines of one text: two lines at least stay together at either
 * end of a page. */
static void keep_pairs(struct strip *strips, size_t n)
{
	for (size_t i = 0; i + 1 < n; i++)
		strips[i].keep = i == 0 || i + 2 == n;
}

static void same_gaps(const struct layout *layout, struct strip *strips, size_t n)
{
	for (size_t i = 0; i < n; i++)
		strips[i].below_head = 2 * size_of(layout, SIZE_UNIT);
}

/* Headings. */

struct heading_state {
	struct lines lines;
	bool aside_below; /* it does not fit beside the heading */
};

static double gap_before_heading(const struct layout *layout, int level)
{
	return level <= 2 ? size_of(layout, SIZE_SECTION_GAP) : 2 * size_of(layout, SIZE_UNIT);
}

static void measure_heading(struct layout *layout, const struct block *block, double width,
                            struct measured *measured)
{
	const struct heading_block *heading = &block->heading;
	struct heading_state *state = ARENA_NEW(layout->arena, struct heading_state);
	double aside = text_width(layout, STYLE_LABEL, heading->aside);
	double beside = aside > 0 ? aside + size_of(layout, SIZE_CELL_GAP) : 0;

	state->aside_below = beside > width / 2;
	state->lines = text_balance(layout, heading->style, heading->text,
	                            state->aside_below ? width : width - beside);
	measured_alloc(layout, measured, state->lines.n_lines);
	measured->state = state;
	for (size_t i = 0; i < measured->n_strips; i++) {
		measured->strips[i].height = style_leading(layout, heading->style);
		measured->strips[i].keep = true;
		measured->strips[i].what = heading->text;
	}
	same_gaps(layout, measured->strips, measured->n_strips);
	if (measured->n_strips == 0)
		return;
	measured->strips[0].before = gap_before_heading(layout, heading->level);
	if (state->aside_below)
		measured->strips[measured->n_strips - 1].height +=
		    text_set(layout, STYLE_LABEL, heading->aside, width).height;
}

static void place_aside(struct layout *layout, const struct heading_block *heading,
                        bool below, struct area area)
{
	double top = area.y + style_leading(layout, heading->style);
	struct lines lines;

	if (heading->aside == NULL)
		return;
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	if (below) {
		lines = text_set(layout, STYLE_LABEL, heading->aside, area.width);
		place_lines(layout, &lines, flush_left(area.x, top));
	} else {
		place_text(layout, STYLE_LABEL, COLOUR_NONE, heading->aside,
		           flush_right(area.x + area.width,
		                       area.y + style_ascent(layout, heading->style)));
	}
	role_end(layout);
}

static void place_heading(struct layout *layout, const struct block *block,
                          const struct measured *measured, size_t strip, struct area area)
{
	const struct heading_state *state = measured->state;
	const struct heading_block *heading = &block->heading;
	bool last = strip + 1 == measured->n_strips;
	int level = heading->level < 1 ? 1 : heading->level > 3 ? 3 : heading->level;

	if (strip == 0)
		role_begin(layout, (enum role)(ROLE_HEADING1 + level - 1), NULL);
	place_line(layout, &state->lines, strip, flush_left(area.x, area.y));
	if (last)
		role_end(layout);
	if (state->aside_below ? last : strip == 0)
		place_aside(layout, heading, state->aside_below, area);
}

/* Paragraphs. */

static void measure_paragraph(struct layout *layout, const struct block *block, double width,
                              struct measured *measured)
{
	const struct paragraph_block *paragraph = &block->paragraph;
	double share = paragraph->measure > 0 ? paragraph->measure : 1;
	struct lines *lines = ARENA_NEW(layout->arena, struct lines);

	*lines = text_set(layout, paragraph->style, paragraph->text, width * share);
	measured_alloc(layout, measured, lines->n_lines);
	measured->state = lines;
	for (size_t i = 0; i < lines->n_lines; i++)
		measured->strips[i].height = style_leading(layout, paragraph->style);
	same_gaps(layout, measured->strips, lines->n_lines);
	keep_pairs(measured->strips, lines->n_lines);
	if (lines->n_lines == 0)
		return;
	measured->strips[0].before = size_of(layout, SIZE_UNIT);
	measured->strips[lines->n_lines - 1].keep = paragraph->keep;
}

static void place_paragraph(struct layout *layout, const struct block *block,
                            const struct measured *measured, size_t strip, struct area area)
{
	(void)block;
	if (strip == 0)
		role_begin(layout, ROLE_PARAGRAPH, NULL);
	place_line(layout, measured->state, strip, flush_left(area.x, area.y));
	if (strip + 1 == measured->n_strips)
		role_end(layout);
}

/* Lists: numbers or terms in a column on the left. */

struct entry {
	struct lines label, text;
	size_t first, n_strips;
};

struct list_state {
	struct entry *entries;
	size_t *owners; /* entry of each strip */
	double indent;
};

/* The semibold style that goes with a style of running text. */
static enum style label_style(enum style style)
{
	static const struct {
		enum style text, label;
	} pairs[] = {
		{STYLE_NOTE, STYLE_NOTE_BOLD},
		{STYLE_LABEL, STYLE_LABEL_BOLD},
		{STYLE_SMALL, STYLE_SMALL_BOLD},
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (pairs[i].text == style)
			return pairs[i].label;
	return STYLE_NAME;
}

static const char *entry_label(struct layout *layout, const struct list_block *list, size_t i)
{
	return list->numbered ? arena_printf(layout->arena, "%zu", i + 1) : list->items[i].term;
}

/* Wide enough for the widest label, but no more than a third of the width. */
static double list_indent(struct layout *layout, const struct list_block *list, double width)
{
	double widest = 0, gap = size_of(layout, list->numbered ? SIZE_UNIT : SIZE_CELL_GAP);
	double least = list->numbered ? size_of(layout, SIZE_LIST_INDENT) : 0;

	for (size_t i = 0; i < list->n_items; i++) {
		double label = text_width(layout, label_style(list->style),
		                          entry_label(layout, list, i));

		widest = label > widest ? label : widest;
	}
	if (widest <= 0)
		return 0;
	if (widest + gap < least)
		return least;
	return widest + gap < width / 3 ? widest + gap : width / 3;
}

static struct entry set_entry(struct layout *layout, const struct list_block *list, size_t i,
                              double width, double indent)
{
	struct entry entry = {.text = text_set(layout, list->style, list->items[i].text,
	                                       width - indent)};

	entry.label = text_set(layout, label_style(list->style), entry_label(layout, list, i),
	                       indent - size_of(layout, SIZE_UNIT));
	entry.n_strips = entry.label.n_lines > entry.text.n_lines ? entry.label.n_lines
	                                                          : entry.text.n_lines;
	return entry;
}

static void fill_strips(struct layout *layout, const struct list_block *list,
                        const struct list_state *state, struct strip *strips)
{
	double text = style_leading(layout, list->style);
	double label = style_leading(layout, label_style(list->style));

	for (size_t i = 0; i < list->n_items; i++) {
		const struct entry *entry = &state->entries[i];
		double height = state->indent > 0 && label > text ? label : text;

		for (size_t k = 0; k < entry->n_strips; k++) {
			strips[entry->first + k].height = height;
			state->owners[entry->first + k] = i;
		}
		keep_pairs(strips + entry->first, entry->n_strips);
		for (size_t k = 0; k + 1 < entry->label.n_lines; k++)
			strips[entry->first + k].keep = true;
		same_gaps(layout, strips + entry->first, entry->n_strips);
		if (entry->n_strips > 0)
			strips[entry->first].before =
			    size_of(layout, SIZE_UNIT) / (entry->first == 0 ? 1 : 2);
	}
}

static void measure_list(struct layout *layout, const struct block *block, double width,
                         struct measured *measured)
{
	const struct list_block *list = &block->list;
	struct list_state *state = ARENA_NEW(layout->arena, struct list_state);
	size_t n = 0;

	state->indent = list_indent(layout, list, width);
	state->entries = ARENA_ARRAY(layout->arena, struct entry, list->n_items + 1);
	for (size_t i = 0; i < list->n_items; i++) {
		state->entries[i] = set_entry(layout, list, i, width, state->indent);
		state->entries[i].first = n;
		n += state->entries[i].n_strips;
	}
	state->owners = ARENA_ARRAY(layout->arena, size_t, n + 1);
	measured_alloc(layout, measured, n);
	measured->state = state;
	fill_strips(layout, list, state, measured->strips);
}

/* All lines of the label stand beside the first line of the text, so that the
 * text is in one piece for those who hear it. */
static void place_label(struct layout *layout, const struct entry *entry, struct area area)
{
	double down = style_ascent(layout, entry->text.style) -
	              style_ascent(layout, entry->label.style);

	if (entry->label.n_lines == 0)
		return;
	role_begin(layout, ROLE_LABEL, NULL);
	place_lines(layout, &entry->label, flush_left(area.x, area.y + down));
	role_end(layout);
}

static void place_list(struct layout *layout, const struct block *block,
                       const struct measured *measured, size_t strip, struct area area)
{
	const struct list_state *state = measured->state;
	const struct entry *entry = &state->entries[state->owners[strip]];
	size_t line = strip - entry->first;

	if (strip == 0)
		role_begin(layout, block->list.numbered ? ROLE_NUMBERED_LIST : ROLE_LIST, NULL);
	if (line == 0) {
		role_begin(layout, ROLE_LIST_ITEM, NULL);
		place_label(layout, entry, area);
		role_begin(layout, ROLE_LIST_BODY, NULL);
	}
	if (line < entry->text.n_lines)
		place_line(layout, &entry->text, line, flush_left(area.x + state->indent, area.y));
	if (line + 1 == entry->n_strips) {
		role_end(layout);
		role_end(layout);
	}
	if (strip + 1 == measured->n_strips)
		role_end(layout);
}

const struct block_class block_heading = {measure_heading, place_heading};
const struct block_class block_paragraph = {measure_paragraph, place_paragraph};
const struct block_class block_list = {measure_list, place_list};
