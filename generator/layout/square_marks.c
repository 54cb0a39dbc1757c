#include "layout/square_marks.h"

#include <math.h>

#include "layout/draw.h"

static void place_dash(struct layout *layout, double x1, double x2, double y)
{
	draw_across(layout, x1, x2, y, stroke_of(layout, SIZE_RULE_SECTION, COLOUR_INK3));
}

void square_place(struct layout *layout, enum square square, double x, double y)
{
	double side = size_of(layout, SIZE_SQUARE), line = size_of(layout, SIZE_RULE);
	struct area box = {x, y - side / 2, side, side};
	struct area inner = {x + line / 2, box.y + line / 2, side - line, side - line};
	struct stroke outline = stroke_of(layout, SIZE_RULE, COLOUR_INK3);

	switch (square) {
	case SQUARE_DONE:
		draw_fill(layout, box, COLOUR_BLUE);
		break;
	case SQUARE_STARTED:
		draw_fill_half(layout, box, COLOUR_BLUE);
		break;
	case SQUARE_EXCLUDED:
		outline.colour = COLOUR_RULE;
		draw_rect(layout, inner, COLOUR_PAPER, outline);
		place_dash(layout, x + 0.3 * side, x + 0.7 * side, y);
		break;
	case SQUARE_BLANK:
		outline.dash_on = outline.dash_off = (int)lround(size_of(layout, SIZE_TRACK_DASH));
		draw_rect(layout, inner, COLOUR_PAPER, outline);
		break;
	case SQUARE_OPEN:
	case SQUARE_COUNT:
		draw_rect(layout, inner, COLOUR_PAPER, outline);
		break;
	}
}

void square_place_none(struct layout *layout, double x, double y)
{
	place_dash(layout, x, x + size_of(layout, SIZE_SIGN), y);
}

static void draw_done_key(struct layout *layout, const struct block *block, double x, double y)
{
	(void)block;
	square_place(layout, SQUARE_DONE, x, y);
}

static void draw_started_key(struct layout *layout, const struct block *block, double x, double y)
{
	(void)block;
	square_place(layout, SQUARE_STARTED, x, y);
}

static void draw_open_key(struct layout *layout, const struct block *block, double x, double y)
{
	(void)block;
	square_place(layout, SQUARE_OPEN, x, y);
}

static void draw_excluded_key(struct layout *layout, const struct block *block, double x, double y)
{
	(void)block;
	square_place(layout, SQUARE_EXCLUDED, x, y);
}

static void draw_blank_key(struct layout *layout, const struct block *block, double x, double y)
{
	(void)block;
	square_place(layout, SQUARE_BLANK, x, y);
}

static void draw_none_key(struct layout *layout, const struct block *block, double x, double y)
{
	(void)block;
	square_place_none(layout, x, y);
}

struct key squares_key(const struct layout *layout, const struct block *block)
{
	const struct squares_block *squares = &block->squares;
	double side = size_of(layout, SIZE_SQUARE);

	return (struct key){block, {
		{squares->key[SQUARE_DONE], side, draw_done_key},
		{squares->key[SQUARE_STARTED], side, draw_started_key},
		{squares->key[SQUARE_OPEN], side, draw_open_key},
		{squares->key[SQUARE_EXCLUDED], side, draw_excluded_key},
		{squares->key[SQUARE_BLANK], side, draw_blank_key},
		{squares->key_none, size_of(layout, SIZE_SIGN), draw_none_key},
	}};
}
