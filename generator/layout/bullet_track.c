#include "layout/bullet_track.h"

#include <math.h>

#include "layout/draw.h"
#include "layout/text.h"

/* How far a bar runs on past the goal, as a share of the track. */
static const double most_past = 0.15;

/* x is its middle. */
static void place_goal(struct layout *layout, double x, double y, double height)
{
	double width = size_of(layout, SIZE_BULLET_TICK_WIDTH);

	draw_rect(layout, (struct area){x - width / 2, y - height / 2, width, height}, COLOUR_INK,
	          stroke_none());
}

/* Two strokes with paper between them: the bar would go on beyond this place. */
static void place_cut(struct layout *layout, double x, double y)
{
	double half = 0.75 * size_of(layout, SIZE_BULLET_BAR), slant = half / 2;
	double gap = size_of(layout, SIZE_RIM);
	struct stroke stroke = stroke_of(layout, SIZE_RULE, COLOUR_INK);
	const double paper[] = {x + slant - gap, y - half, x + slant + gap, y - half,
	                        x - slant + gap, y + half, x - slant - gap, y + half};

	draw_polygon(layout, paper, 4, COLOUR_PAPER, stroke_none());
	for (int side = -1; side <= 1; side += 2)
		draw_line(layout, (struct xy){x + slant + side * gap, y - half},
		          (struct xy){x - slant + side * gap, y + half}, stroke);
}

/* Where the pointer stands, from the left end of the track. */
static double now_x(const struct layout *layout, struct bullet_track track,
                    const struct bullet *bullet)
{
	double least = bullet->baseline ? -size_of(layout, SIZE_BULLET_ROOM) : 0;

	return smaller(larger(bullet->now * track.width, least), (1 + most_past) * track.width);
}

/* The bar from the baseline to now, cut where it ends before its value. */
static void place_bar(struct layout *layout, const struct bullet *bullet,
                      struct bullet_track track, double y)
{
	double to = now_x(layout, track, bullet), x = track.x;
	double inward = size_of(layout, SIZE_BULLET_BAR);

	chart_bar(layout, (struct chart_bar){x, x + to, y, size_of(layout, SIZE_BULLET_BAR),
	                                     bullet->now < 0 ? COLOUR_ORANGE : COLOUR_BLUE});
	if (fabs(to - bullet->now * track.width) > size_of(layout, SIZE_RIM))
		place_cut(layout, x + to + (to < 0 ? inward : -inward), y);
}

static void place_track(struct layout *layout, const struct bullet *bullet,
                        struct bullet_track track, double y)
{
	double high = size_of(layout, SIZE_BULLET_HIGH), x = track.x;
	double half = size_of(layout, SIZE_BULLET_START) / 2;

	if (bullet->baseline)
		draw_fill(layout, (struct area){x, y - high / 2, track.width, high}, COLOUR_TINT);
	else
		chart_track(layout, x, x + track.width, y);
	if (bullet->baseline && !isnan(bullet->now))
		place_bar(layout, bullet, track, y);
	if (bullet->baseline)
		draw_down(layout, x, y - half, y + half,
		          stroke_of(layout, SIZE_RULE_SECTION, COLOUR_INK));
	if (bullet->goal_figure != NULL)
		place_goal(layout, x + track.width, y, size_of(layout, SIZE_BULLET_TICK_HEIGHT));
}

/* The pointer above the track with its figure, which keeps off the titles and
 * what stands beside the track. */
static void place_pointer(struct layout *layout, const struct bullet *bullet,
                          struct bullet_track track, double y)
{
	bool worse = bullet->baseline && bullet->now < 0;
	double pointer = size_of(layout, SIZE_BULLET_POINTER), half;
	struct xy tip = {track.x + now_x(layout, track, bullet),
	                 y - size_of(layout, SIZE_BULLET_HIGH) / 2 - size_of(layout, SIZE_RIM)};
	double baseline = tip.y - 1.25 * pointer - size_of(layout, SIZE_POINTER_GAP);
	double gap = size_of(layout, SIZE_LABEL_GAP);

	draw_pointer(layout, tip, pointer, worse ? COLOUR_ORANGE : COLOUR_BLUE, false);
	if (bullet->now_figure == NULL)
		return;
	half = text_width(layout, STYLE_FIGURE, bullet->now_figure) / 2;
	tip.x = smaller(tip.x, track.x + track.width + size_of(layout, SIZE_BULLET_END) - gap -
	                       half);
	tip.x = larger(tip.x, track.titles_end + gap + half);
	place_text(layout, STYLE_FIGURE, worse ? COLOUR_ORANGE_TEXT : COLOUR_NONE,
	           bullet->now_figure, centred(tip.x, baseline));
}


static double key_share(const struct layout *layout, double share)
{
	return share * size_of(layout, SIZE_KEY_MARK);
}

static void draw_now_key(struct layout *layout, const struct block *block, double x, double y)
{
	double bar = key_share(layout, 0.85), width = key_share(layout, 1.6);
	double height = 0.7 * size_of(layout, SIZE_BULLET_HIGH);

	(void)block;
	draw_fill(layout, (struct area){x, y - height / 2, width, height}, COLOUR_TINT);
	chart_bar(layout, (struct chart_bar){x, x + bar, y, 0.7 * size_of(layout, SIZE_BULLET_BAR),
	                                     COLOUR_BLUE});
}

static void draw_worse_key(struct layout *layout, const struct block *block, double x, double y)
{
	(void)block;
	chart_bar(layout, (struct chart_bar){x, x + key_share(layout, 0.9), y,
	                                     0.85 * size_of(layout, SIZE_BULLET_BAR),
	                                     COLOUR_ORANGE});
}

static void draw_goal_key(struct layout *layout, const struct block *block, double x, double y)
{
	(void)block;
	place_goal(layout, x + size_of(layout, SIZE_BULLET_TICK_WIDTH) / 2, y,
	           size_of(layout, SIZE_BULLET_TICK_HEIGHT) / 2);
}

static void draw_none_key(struct layout *layout, const struct block *block, double x, double y)
{
	(void)block;
	chart_track(layout, x, x + key_share(layout, 1), y);
}

struct key bullets_key(const struct layout *layout, const struct block *block)
{
	const struct bullets_block *bullets = &block->bullets;

	return (struct key){block, {
		{bullets->key_now, key_share(layout, 1.6), draw_now_key},
		{bullets->key_worse, key_share(layout, 0.9), draw_worse_key},
		{bullets->key_goal, size_of(layout, SIZE_BULLET_TICK_WIDTH), draw_goal_key},
		{bullets->key_none, key_share(layout, 1), draw_none_key},
	}};
}

void bullet_place(struct layout *layout, const struct bullet *bullet, struct bullet_track track,
                  double y)
{
	double above = y - size_of(layout, SIZE_BULLET_HIGH) / 2 - size_of(layout, SIZE_POINTER_GAP);

	place_track(layout, bullet, track, y);
	if (!isnan(bullet->now))
		place_pointer(layout, bullet, track, y);
	else if (bullet->now_figure != NULL)
		place_text(layout, STYLE_LABEL, COLOUR_INK2, bullet->now_figure,
		           centred(track.x + track.width / 2, above));
}
