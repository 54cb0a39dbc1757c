#include <math.h>

#include "base/arena.h"
#include "layout/bullet_track.h"
#include "layout/chart_parts.h"
#include "layout/charts.h"
#include "layout/draw.h"
#include "layout/text.h"

struct row {
	struct lines title, text, baseline, goal;
	struct lines standing, standing_text, standing_note;
};

/* Strip 0 is the head, then come the rows, then the key. Distances are from
 * the block's left edge. */
struct state {
	struct row *rows;
	double title, start, track; /* width of the titles; left end of the track, its width */
	double standing;            /* left edge of the column */
	bool standings, folded;     /* folded: they stand below the titles */
	struct lines title_head, baseline_head, goal_head, standing_head;
	double head_height;
	struct key key;
};

static bool has_standings(const struct bullets_block *bullets)
{
	for (size_t i = 0; i < bullets->n_bullets; i++)
		if (bullets->bullets[i].standing != STANDING_NONE ||
		    bullets->bullets[i].standing_title != NULL)
			return true;
	return false;
}

/* Where there is no room for a column of their own beside titles and track,
 * standings are folded below the titles. */
static void arrange(struct layout *layout, const struct bullets_block *bullets, double width,
                    struct state *state)
{
	static const double least = 0.28;
	double room = size_of(layout, SIZE_BULLET_ROOM), gap = size_of(layout, SIZE_CELL_GAP);

	state->track = size_of(layout, SIZE_BULLET_TRACK);
	state->standings = has_standings(bullets);
	state->standing = width;
	if (state->standings)
		state->standing -= size_of(layout, SIZE_STANDING_COLUMN);
	state->start = state->standing - size_of(layout, SIZE_BULLET_END) - state->track;
	state->title = state->start - room - gap;
	if (!state->standings || state->title >= least * width)
		return;
	state->folded = true;
	state->standing = 0;
	state->start = width - size_of(layout, SIZE_BULLET_END) - state->track;
	state->title = larger(state->start - room - gap, gap);
}

/* Words in the middle of an end of the track, no wider than the room there. */
static struct lines set_end(struct layout *layout, enum style style, const char *text)
{
	double room = 2 * (size_of(layout, SIZE_BULLET_END) - size_of(layout, SIZE_LABEL_GAP));

	return text_set(layout, style, text,
	                larger(room, text_widest_word(layout, style, text)));
}

static double measure_head(struct layout *layout, const struct bullets_block *bullets,
                           double width, struct state *state)
{
	const enum style style = STYLE_LABEL_BOLD;

	state->title_head = text_set(layout, style, bullets->title_head, state->title);
	state->baseline_head = set_end(layout, style, bullets->baseline_head);
	state->goal_head = set_end(layout, style, bullets->goal_head);
	if (state->standings)
		state->standing_head = text_set(layout, style, bullets->standing_head,
		                                state->folded ? state->title
		                                              : width - state->standing);
	state->head_height = state->title_head.height;
	if (state->folded)
		state->head_height += state->standing_head.height;
	state->head_height = larger(state->head_height, state->standing_head.height);
	state->head_height = larger(state->head_height, state->baseline_head.height);
	state->head_height = larger(state->head_height, state->goal_head.height);
	return state->head_height + size_of(layout, SIZE_CELL_GAP) / 2;
}

/* From a standing's circle to its name. */
static double standing_indent(const struct layout *layout)
{
	return size_of(layout, SIZE_STANDING) + size_of(layout, SIZE_LABEL_GAP);
}

static double standing_height(const struct row *row)
{
	return row->standing.height + row->standing_text.height + row->standing_note.height;
}

static double set_row(struct layout *layout, const struct bullet *bullet,
                      const struct state *state, double width, struct row *row)
{
	double beside = state->folded ? state->title : width - state->standing, words;

	row->title = text_balance(layout, STYLE_NAME, bullet->title, state->title);
	row->text = text_set(layout, STYLE_LABEL, bullet->text, state->title);
	row->baseline = set_end(layout, bullet->baseline ? STYLE_LABEL : STYLE_SMALL,
	                        bullet->baseline_figure);
	row->goal = set_end(layout, STYLE_LABEL_BOLD, bullet->goal_figure);
	words = row->title.height + row->text.height;
	if (!state->standings)
		return words;
	row->standing = text_set(layout, STYLE_NAME, bullet->standing_title,
	                         larger(beside - standing_indent(layout), 1));
	row->standing_text = text_set(layout, STYLE_LABEL, bullet->standing_text, beside);
	row->standing_note = text_set(layout, STYLE_LABEL, bullet->standing_note, beside);
	if (state->folded)
		return words + size_of(layout, SIZE_UNIT) + standing_height(row);
	return larger(words, standing_height(row));
}

/* From the top of a row to that of the figures below its track. */
static double figures_top(const struct layout *layout)
{
	return size_of(layout, SIZE_BULLET_MIDDLE) + size_of(layout, SIZE_BULLET_TICK_HEIGHT) / 2 +
	       size_of(layout, SIZE_RIM);
}

static double measure_row(struct layout *layout, const struct bullet *bullet,
                          const struct state *state, double width, struct row *row)
{
	double words = size_of(layout, SIZE_BULLET_TOP) +
	               set_row(layout, bullet, state, width, row);
	double track = figures_top(layout) + larger(row->baseline.height, row->goal.height);

	return larger(size_of(layout, SIZE_BULLET_ROW),
	              larger(words, track) + size_of(layout, SIZE_CELL_GAP));
}

static void measure(struct layout *layout, const struct block *block, double width,
                    struct measured *measured)
{
	const struct bullets_block *bullets = &block->bullets;
	struct state *state = ARENA_NEW(layout->arena, struct state);
	size_t n = bullets->n_bullets;
	struct strip *strips = measured_alloc(layout, measured, n + 2);

	measured->state = state;
	state->rows = ARENA_ARRAY(layout->arena, struct row, n + 1);
	arrange(layout, bullets, width, state);
	strips[0].height = measure_head(layout, bullets, width, state);
	strips[0].before = size_of(layout, SIZE_CELL_GAP);
	strips[0].what = bullets->title_head;
	for (size_t i = 0; i < n; i++) {
		strips[1 + i].height = measure_row(layout, &bullets->bullets[i], state, width,
		                                   &state->rows[i]);
		strips[1 + i].what = bullets->bullets[i].title;
	}
	state->key = bullets_key(layout, block);
	strips[n + 1].height = key_height(layout, &state->key, width);
	if (strips[n + 1].height > 0)
		strips[n + 1].before = size_of(layout, SIZE_UNIT);
	else
		measured->n_strips--;
	chart_strips(layout, measured, n);
}

/* A head stands on the line below it. */
static void place_head_words(struct layout *layout, const struct lines *lines, double x,
                             double bottom, enum align align)
{
	place_lines(layout, lines, (struct place){x, bottom - lines->height, 0, align});
}

static void place_head(struct layout *layout, const struct state *state, struct area area)
{
	double bottom = area.y + state->head_height, title = bottom;

	if (state->folded)
		title -= state->standing_head.height;
	place_head_words(layout, &state->title_head, area.x, title, ALIGN_LEFT);
	place_head_words(layout, &state->baseline_head, area.x + state->start, bottom,
	                 ALIGN_CENTRE);
	place_head_words(layout, &state->goal_head, area.x + state->start + state->track, bottom,
	                 ALIGN_CENTRE);
	place_head_words(layout, &state->standing_head, area.x + state->standing, bottom,
	                 ALIGN_LEFT);
	draw_across(layout, area.x, area.x + area.width, area.y + area.height,
	            stroke_of(layout, SIZE_RULE_SECTION, COLOUR_INK));
}

static void place_words(struct layout *layout, const struct lines *lines, enum colour colour,
                        double x, double y)
{
	chart_lines(layout, (struct chart_text){lines, 0, colour, ALIGN_LEFT},
	            (struct area){x, y, 0, lines->height});
}

/* Below the ends of the track; beside the baseline when a bar leads away from
 * it to the left. */
static void place_figures(struct layout *layout, const struct bullet *bullet,
                          const struct row *row, double x, double y, double track)
{
	struct chart_text text = {&row->baseline, 0, COLOUR_INK2, ALIGN_CENTRE};
	struct area area = {x, y, 0, row->baseline.height};

	if (bullet->baseline && bullet->now < 0) {
		text.align = ALIGN_LEFT;
		area.x += size_of(layout, SIZE_LABEL_GAP) / 2;
	}
	/* words in small type stand on the line of the figures beside them */
	if (row->baseline.n_lines == 1)
		area.height = style_leading(layout, STYLE_LABEL);
	chart_lines(layout, text, area);
	text = (struct chart_text){&row->goal, 0, COLOUR_INK, ALIGN_CENTRE};
	chart_lines(layout, text, (struct area){x + track, y, 0, row->goal.height});
}

/* Filled, empty or crossed; (x, y): left end and middle. */
static void place_circle(struct layout *layout, enum standing standing, double x, double y)
{
	double radius = size_of(layout, SIZE_STANDING) / 2;
	bool crossed = standing == STANDING_NOT_SHOWN;
	struct stroke line = stroke_of(layout, crossed ? SIZE_RULE_HEAVY : SIZE_RULE_SECTION,
	                               crossed ? COLOUR_ORANGE_TEXT : COLOUR_INK3);
	double inner = radius - line.width / 2, reach = inner * sqrt(0.5);

	x += radius;
	switch (standing) {
	case STANDING_NONE:
		break;
	case STANDING_HOLDING:
		draw_circle(layout, (struct circle){x, y, radius}, COLOUR_BLUE, stroke_none());
		break;
	case STANDING_NOT_SHOWN:
		draw_circle(layout, (struct circle){x, y, inner}, COLOUR_NONE, line);
		draw_line(layout, (struct xy){x - reach, y + reach},
		          (struct xy){x + reach, y - reach}, line);
		break;
	case STANDING_OPEN:
		draw_circle(layout, (struct circle){x, y, inner}, COLOUR_NONE, line);
		break;
	}
}

static void place_standing(struct layout *layout, const struct bullet *bullet,
                           const struct row *row, double x, double y)
{
	double indent = bullet->standing == STANDING_NONE ? 0 : standing_indent(layout);

	place_circle(layout, bullet->standing, x, y + style_leading(layout, STYLE_NAME) / 2);
	place_lines(layout, &row->standing, flush_left(x + indent, y));
	y += row->standing.height;
	place_words(layout, &row->standing_text, COLOUR_INK, x, y);
	place_words(layout, &row->standing_note, COLOUR_INK2, x, y + row->standing_text.height);
}

static void place_row(struct layout *layout, const struct bullets_block *bullets,
                      const struct state *state, size_t i, struct area area)
{
	const struct bullet *bullet = &bullets->bullets[i];
	const struct row *row = &state->rows[i];
	double top = area.y + size_of(layout, SIZE_BULLET_TOP), below = top;
	double middle = area.y + size_of(layout, SIZE_BULLET_MIDDLE), x = area.x + state->start;
	bool last = i + 1 == bullets->n_bullets;

	place_lines(layout, &row->title, flush_left(area.x, top));
	place_words(layout, &row->text, COLOUR_INK2, area.x, top + row->title.height);
	bullet_place(layout, bullet,
	             (struct bullet_track){x, state->track, area.x + state->title}, middle);
	place_figures(layout, bullet, row, x, area.y + figures_top(layout), state->track);
	if (state->folded)
		below += row->title.height + row->text.height + size_of(layout, SIZE_UNIT);
	if (state->standings)
		place_standing(layout, bullet, row, area.x + state->standing, below);
	draw_across(layout, area.x, area.x + area.width, area.y + area.height,
	            last ? stroke_of(layout, SIZE_RULE_SECTION, COLOUR_INK)
	                 : stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_GRID));
}

static void place(struct layout *layout, const struct block *block,
                  const struct measured *measured, size_t strip, struct area area)
{
	const struct bullets_block *bullets = &block->bullets;
	const struct state *state = measured->state;

	if (strip == 0)
		role_begin(layout, ROLE_FIGURE, bullets->words.finding);
	if (strip == 0)
		place_head(layout, state, area);
	else if (strip <= bullets->n_bullets)
		place_row(layout, bullets, state, strip - 1, area);
	else
		key_place(layout, &state->key, area);
	if (strip + 1 < measured->n_strips)
		return;
	role_end(layout);
	chart_numbers(layout, bullets->words.numbers, area);
}

const struct block_class chart_bullets = {measure, place};
