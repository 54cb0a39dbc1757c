#include "layout/chart_parts.h"

#include <math.h>

#include "layout/draw.h"

double larger(double a, double b)
{
	return a > b ? a : b;
}

double smaller(double a, double b)
{
	return a < b ? a : b;
}

double scale_x(const struct scale *scale, double value)
{
	double share;

	if (!(scale->high > scale->low))
		return scale->x + scale->width / 2;
	share = (value - scale->low) / (scale->high - scale->low);
	return scale->x + scale->width * smaller(larger(share, 0), 1);
}

double baseline_at(const struct layout *layout, enum style style, double y)
{
	return y + style_ascent(layout, style) - style_leading(layout, style) / 2;
}

static double line_left(const struct line *line, struct area area, enum align align)
{
	if (align == ALIGN_RIGHT)
		return area.x + area.width - line->width;
	return align == ALIGN_CENTRE ? area.x + (area.width - line->width) / 2 : area.x;
}

void chart_lines(struct layout *layout, struct chart_text text, struct area area)
{
	enum style style = text.lines->style;
	double leading = text.leading > 0 ? text.leading : style_leading(layout, style);
	double y = area.y + (area.height - (double)text.lines->n_lines * leading) / 2;
	struct lettering lettering = {.size = layout->theme->styles[style].size,
	                              .colour = text.colour};

	for (size_t i = 0; i < text.lines->n_lines; i++, y += leading) {
		const struct line *line = &text.lines->lines[i];

		lettering.x = line_left(line, area, text.align);
		lettering.y = baseline_at(layout, style, y + leading / 2);
		place_runs(layout, line, lettering);
	}
}

struct chart_columns chart_columns(const struct layout *layout, double width, size_t n_columns,
                                   bool titles, double widest)
{
	static const double most = 0.27, gap_share = 0.2;
	double n = (double)n_columns, end = titles ? size_of(layout, SIZE_CELL_GAP) : 0, gap;
	struct chart_columns columns = {0};

	if (n_columns == 0)
		return columns;
	if (titles)
		columns.title = smaller(size_of(layout, SIZE_SQUARES_TITLE), most * width);
	columns.room = (width - columns.title - end) / (n + gap_share * (n - 1));
	gap = gap_share * columns.room;
	if (widest > 0 && columns.room > widest) {
		columns.room = widest;
		gap = smaller(gap, gap_share * size_of(layout, SIZE_SQUARES_COLUMN));
		columns.title = width - end - n * columns.room - (n - 1) * gap;
	}
	columns.pitch = columns.room + gap;
	return columns;
}

void chart_strips(struct layout *layout, struct measured *measured, size_t n_rows)
{
	double height = measured_height(measured);
	bool whole = height < page_body(layout).height / 2;

	for (size_t i = 0; i + 1 < measured->n_strips; i++)
		measured->strips[i].keep = whole || i == 0 || i >= n_rows;
	measured->strips[0].head = true;
	measured->strips[0].reach = n_rows;
}

void chart_track(struct layout *layout, double x1, double x2, double y)
{
	struct stroke stroke = stroke_of(layout, SIZE_RULE, COLOUR_INK3);

	stroke.dash_on = stroke.dash_off = (int)lround(size_of(layout, SIZE_TRACK_DASH));
	if (x2 > x1)
		draw_across(layout, x1, x2, y, stroke);
}

void chart_bar(struct layout *layout, struct chart_bar bar)
{
	double least = size_of(layout, SIZE_RULE);
	double width = larger(fabs(bar.to - bar.from), least);
	double x = bar.to < bar.from ? bar.from - width : bar.from;

	draw_fill(layout, (struct area){x, bar.y - bar.height / 2, width, bar.height}, bar.colour);
}

double chart_tag_width(struct layout *layout, enum style style, const char *text)
{
	return text_width(layout, style, text) + 2 * size_of(layout, SIZE_LABEL_GAP);
}

void chart_tag(struct layout *layout, enum style style, const char *text, double right, double y)
{
	double width = chart_tag_width(layout, style, text), height = size_of(layout, SIZE_TAG_HEIGHT);
	struct area box = {right - width, y - height / 2, width, height};

	draw_round_rect(layout, box, size_of(layout, SIZE_TAG_RADIUS), COLOUR_PAPER,
	                stroke_of(layout, SIZE_RULE, COLOUR_INK));
	place_text(layout, style, COLOUR_INK, text,
	           centred(box.x + width / 2, baseline_at(layout, style, y)));
}

/* Draws a key or, without a place to draw it, only measures it. */
static double flow_key(struct layout *layout, const struct key *key, double width,
                       const struct area *area)
{
	const size_t n_items = sizeof(key->items) / sizeof(key->items[0]);
	double leading = larger(style_leading(layout, STYLE_SMALL),
	                        size_of(layout, SIZE_TAG_HEIGHT));
	double gap = size_of(layout, SIZE_LABEL_GAP), x = 0, y = 0, bottom = 0;

	for (size_t i = 0; i < n_items; i++) {
		const struct key_item *item = &key->items[i];
		struct lines words;
		double before = item->width + gap, height;

		if (!item->text)
			continue;
		words = text_set(layout, STYLE_SMALL, item->text, larger(width - before, 1));
		if (x > 0 && x + before + words.width > width) {
			x = 0;
			y = bottom;
		}
		height = (double)words.n_lines * leading;
		if (area) {
			item->draw(layout, key->block, area->x + x, area->y + y + leading / 2);
			chart_lines(layout,
			            (struct chart_text){&words, leading, COLOUR_INK3, ALIGN_LEFT},
			            (struct area){area->x + x + before, area->y + y, words.width,
			                          height});
		}
		x += before + words.width + size_of(layout, SIZE_KEY_GAP);
		bottom = larger(bottom, y + height);
	}
	return bottom;
}

double key_height(struct layout *layout, const struct key *key, double width)
{
	return flow_key(layout, key, width, NULL);
}

void key_place(struct layout *layout, const struct key *key, struct area area)
{
	flow_key(layout, key, area.width, &area);
}
