#include <math.h>

#include "base/arena.h"
#include "layout/blocks.h"
#include "layout/draw.h"
#include "layout/sheet_parts.h"

/* A competency: a line with its name, statements as rows with a circle for
 * each point, and a box for the total: beside the rows, tied to them by a
 * bracket, or below them. */
struct ratings_state {
	struct lines title, low, high, total, range, *rows;
	double indent;         /* left edge of the statements */
	double pitch, radius;  /* of circles */
	double first;          /* middle of the first circle, from the left edge */
	double right;          /* right edge of the circles */
	bool beside, below;      /* where the total stands, if there is one */
	const struct page *page; /* where the rows began that the bracket ties, */
	double top;              /* and how far down */
	bool broken;             /* rows stand on more than one page */
};

/* Width of everything to the right of the circles. */
static double total_column(const struct layout *layout)
{
	return size_of(layout, SIZE_BRACKET_GAP) + size_of(layout, SIZE_BRACKET) +
	       size_of(layout, SIZE_BRACKET_ARM) + size_of(layout, SIZE_TOTAL_WIDTH);
}

/* For the words above and below the box. */
static double total_room(const struct layout *layout)
{
	return size_of(layout, SIZE_BRACKET_ARM) + size_of(layout, SIZE_TOTAL_WIDTH) -
	       size_of(layout, SIZE_UNIT) / 2;
}

/* Scales with very many points share half of the width. */
static void arrange(struct layout *layout, const struct ratings_block *ratings, double width,
                    struct ratings_state *state)
{
	double n = (double)ratings->n_points, numbers = 0;

	state->below = ratings->total_label != NULL &&
	               layout->theme->toggles[TOGGLE_TOTALS_BELOW];
	state->beside = ratings->total_label != NULL && !state->below;
	state->right = state->beside ? width - total_column(layout) : width;
	state->pitch = fmin(size_of(layout, SIZE_CIRCLE_PITCH), state->right / 2 / fmax(n, 1));
	state->radius = fmin(size_of(layout, SIZE_CIRCLE), state->pitch - 1) / 2;
	state->first = state->right - state->radius - fmax(n - 1, 0) * state->pitch;
	for (size_t i = 0; i < ratings->n_rows; i++) {
		const char *number = arena_printf(layout->arena, "%d", ratings->rows[i].number);

		numbers = fmax(numbers, text_width(layout, STYLE_LABEL, number));
	}
	state->indent = fmax(size_of(layout, SIZE_RATING_INDENT),
	                     numbers + size_of(layout, SIZE_UNIT));
}

static void set_texts(struct layout *layout, const struct ratings_block *ratings,
                      struct ratings_state *state)
{
	double circles = state->right - state->first + state->radius;
	double measure = state->right - circles - state->indent -
	                 size_of(layout, SIZE_BRACKET_GAP);

	double room = state->below ? measure : total_room(layout);

	state->title = text_set(layout, STYLE_SECTION, ratings->title, measure);
	state->total = text_set(layout, state->below ? STYLE_NAME : STYLE_LABEL_BOLD,
	                        ratings->total_label, room);
	state->range = text_set(layout, STYLE_SMALL, ratings->total_range, room);
	state->low = text_set(layout, STYLE_SMALL, ratings->low, circles / 2);
	state->high = text_set(layout, STYLE_SMALL, ratings->high, circles / 2);
	state->rows = ARENA_ARRAY(layout->arena, struct lines, ratings->n_rows + 1);
	for (size_t i = 0; i < ratings->n_rows; i++)
		state->rows[i] = text_balance(layout, STYLE_ROW, ratings->rows[i].text, measure);
}

static double row_height(const struct layout *layout, const struct lines *lines)
{
	double more = lines->height - 2 * style_leading(layout, STYLE_ROW);

	if (lines->n_lines < 2)
		return size_of(layout, SIZE_RATING_ROW);
	return size_of(layout, SIZE_RATING_ROW_TWO) + more;
}

/* The box stands in the middle, so its words count twice. */
static double total_height(const struct layout *layout, const struct ratings_state *state)
{
	return size_of(layout, SIZE_TOTAL_HEIGHT) + size_of(layout, SIZE_UNIT) +
	       2 * fmax(state->total.height, state->range.height);
}

static double below_height(const struct layout *layout, const struct ratings_state *state)
{
	double words = fmax(state->total.height, state->range.height);

	return fmax(size_of(layout, SIZE_TOTAL_HEIGHT), words) + size_of(layout, SIZE_UNIT);
}

static void fill_strips(struct layout *layout, const struct ratings_block *ratings,
                        const struct ratings_state *state, struct measured *measured)
{
	size_t n = 1 + ratings->n_rows + state->below;
	struct strip *strips = measured_alloc(layout, measured, n);
	double words = fmax(state->title.height, fmax(state->low.height, state->high.height));

	strips[0].height = fmax(size_of(layout, SIZE_RATING_HEAD),
	                        words + size_of(layout, SIZE_UNIT) / 1.5);
	strips[0].what = ratings->title;
	for (size_t i = 0; i < ratings->n_rows; i++) {
		strips[i + 1].height = row_height(layout, &state->rows[i]);
		strips[i + 1].stretch = size_of(layout, SIZE_RATING_ROW_MAX) -
		                        size_of(layout, SIZE_RATING_ROW);
		strips[i + 1].what = ratings->rows[i].text;
	}
	if (state->beside)
		sheet_grow_rows(strips + 1, ratings->n_rows, total_height(layout, state));
	if (state->below)
		strips[n - 1].height = below_height(layout, state);
	strips[n - 1].height += size_of(layout, SIZE_RATING_FOOT);
	for (size_t i = 0; i + 1 < n; i++)
		strips[i].keep = true;
	strips[0].head = true;
	strips[0].reach = n - 1;
}

static void measure_ratings(struct layout *layout, const struct block *block, double width,
                            struct measured *measured)
{
	struct ratings_state *state = ARENA_NEW(layout->arena, struct ratings_state);

	arrange(layout, &block->ratings, width, state);
	set_texts(layout, &block->ratings, state);
	fill_strips(layout, &block->ratings, state, measured);
	measured->state = state;
}

/* The words of the first and the last point, and a line from one to the other
 * where there is room. */
static void place_ends(struct layout *layout, const struct ratings_state *state, struct area area,
                       double baseline)
{
	double left = area.x + state->first - state->radius, right = area.x + state->right;
	double gap = size_of(layout, SIZE_UNIT) / 2, ascent = style_ascent(layout, STYLE_SMALL);
	double y = baseline - style_cap_height(layout, STYLE_SMALL) / 2;
	double from = left + state->low.width + gap, to = right - state->high.width - gap;

	place_lines(layout, &state->low, flush_left(left, baseline - ascent));
	place_lines(layout, &state->high,
	            (struct place){left, baseline - ascent, right - left, ALIGN_RIGHT});
	if (to - from > 2 * gap)
		draw_across(layout, from, to, y, stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_INK));
}

static void place_head(struct layout *layout, const struct ratings_block *ratings,
                       const struct ratings_state *state, struct area area)
{
	double top = area.y + size_of(layout, SIZE_UNIT) / 2;
	double baseline = top + style_ascent(layout, STYLE_SECTION);

	role_begin(layout, ROLE_HEADING2, NULL);
	place_text(layout, STYLE_SECTION, COLOUR_NONE, ratings->letter,
	           flush_left(area.x, baseline));
	place_lines(layout, &state->title, flush_left(area.x + state->indent, top));
	role_end(layout);
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	place_ends(layout, state, area, baseline);
	role_end(layout);
}

static void place_circles(struct layout *layout, const struct ratings_block *ratings,
                          const struct ratings_state *state, const struct answer_row *row,
                          struct area area)
{
	double y = area.y + area.height / 2, r = state->radius;
	struct stroke outline = stroke_of(layout, SIZE_CIRCLE_LINE, COLOUR_INK);

	for (size_t i = 0; i < ratings->n_points; i++) {
		double x = area.x + state->first + (double)i * state->pitch;
		const char *figure = arena_printf(layout->arena, "%d", ratings->points[i]);

		draw_circle(layout, (struct circle){x, y, r}, COLOUR_NONE, outline);
		place_text(layout, STYLE_SMALL, COLOUR_NONE, figure,
		           centred(x, y + style_cap_height(layout, STYLE_SMALL) / 2));
		draw_field(layout, (struct area){x - r, y - r, 2 * r, 2 * r}, (struct form_field){
			.kind = FIELD_RADIO,
			.name = row->id,
			.value = figure,
			.legend = row->text,
			.tooltip = row->tips == NULL ? row->text : row->tips[i],
		});
	}
}

static void place_row(struct layout *layout, const struct ratings_block *ratings,
                      const struct ratings_state *state, size_t i, struct area area)
{
	const struct answer_row *row = &ratings->rows[i];
	double baseline = area.y + area.height / 2 + style_cap_height(layout, STYLE_LABEL) / 2;
	struct area text = area;

	text.x += state->indent;
	role_begin(layout, ROLE_LIST_ITEM, NULL);
	if (row->number > 0) {
		role_begin(layout, ROLE_LABEL, NULL);
		place_text(layout, STYLE_LABEL, COLOUR_NONE,
		           arena_printf(layout->arena, "%d", row->number),
		           flush_right(text.x - 1.2 * size_of(layout, SIZE_UNIT), baseline));
		role_end(layout);
	}
	role_begin(layout, ROLE_LIST_BODY, NULL);
	sheet_lines(layout, &state->rows[i], text, ALIGN_LEFT);
	place_circles(layout, ratings, state, row, area);
	role_end(layout);
	role_end(layout);
}

/* Words above or below a box: centred on it, or flush right when they are wider. */
static void place_by_box(struct layout *layout, const struct lines *words, struct area box,
                         double top)
{
	bool wider = words->width > box.width;

	place_lines(layout, words,
	            (struct place){box.x, top, box.width, wider ? ALIGN_RIGHT : ALIGN_CENTRE});
}

static void place_bracket(struct layout *layout, const struct ratings_state *state, double left,
                          double high, double right)
{
	double low = state->top + size_of(layout, SIZE_UNIT) / 2, middle = (low + high) / 2;
	double spine = left + size_of(layout, SIZE_BRACKET);
	const double bracket[] = {left, low, spine, low, spine, high, left, high};
	struct stroke stroke = stroke_of(layout, SIZE_BOX_LINE, COLOUR_INK);

	draw_path(layout, bracket, 4, stroke);
	draw_across(layout, spine, right, middle, stroke);
}

/* The box beside the middle of the rows, tied to them by a bracket. Where some
 * of them stand on the page before it has none, and goes with the last ones. */
static void place_total(struct layout *layout, const struct ratings_block *ratings,
                        const struct ratings_state *state, struct area area)
{
	double inset = size_of(layout, SIZE_UNIT) / 2, low = state->top + inset;
	double high = area.y + area.height - inset;
	double left = area.x + state->right + size_of(layout, SIZE_BRACKET_GAP);
	double width = size_of(layout, SIZE_TOTAL_WIDTH);
	double height = size_of(layout, SIZE_TOTAL_HEIGHT);
	struct area box = {area.x + area.width - width, 0, width, height};

	if (state->broken)
		low = fmax(low, high - total_height(layout, state));
	box.y = (low + high - height) / 2;
	if (!state->broken)
		place_bracket(layout, state, left, high, box.x);
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	place_by_box(layout, &state->total, box,
	             box.y - state->total.height - size_of(layout, SIZE_UNIT) / 3);
	sheet_box(layout, box, SIZE_BOX_LINE);
	sheet_number_field(layout, box, &ratings->total);
	place_by_box(layout, &state->range, box, box.y + height + size_of(layout, SIZE_UNIT) / 3);
	role_end(layout);
}

/* The box below the rows, flush right, its words in front of it. */
static void place_below(struct layout *layout, const struct ratings_block *ratings,
                        const struct ratings_state *state, struct area area)
{
	double gap = 2 * size_of(layout, SIZE_UNIT), width = size_of(layout, SIZE_TOTAL_WIDTH);
	double height = size_of(layout, SIZE_TOTAL_HEIGHT), right = area.x + area.width - width;
	struct area box = {right, area.y + (area.height - height) / 2, width, height};
	struct area words = area;

	words.width = right - gap - area.x;
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	if (state->range.n_lines > 0)
		words.width -= state->range.width + gap;
	sheet_lines(layout, &state->total, words, ALIGN_RIGHT);
	sheet_box(layout, box, SIZE_BOX_LINE);
	sheet_number_field(layout, box, &ratings->total);
	words.width = right - gap - area.x;
	sheet_lines(layout, &state->range, words, ALIGN_RIGHT);
	role_end(layout);
}

static bool is_numbered(const struct ratings_block *ratings)
{
	return ratings->n_rows > 0 && ratings->rows[0].number > 0;
}

/* A row and what goes around all of them. */
static void place_in_list(struct layout *layout, const struct ratings_block *ratings,
                          struct ratings_state *state, size_t i, struct area area)
{
	struct area dots = area;

	if (i == 0)
		role_begin(layout, is_numbered(ratings) ? ROLE_NUMBERED_LIST : ROLE_LIST, NULL);
	if (i == 0 || state->page != layout->page)
		state->top = area.y;
	state->broken = i > 0 && (state->broken || state->page != layout->page);
	state->page = layout->page;
	dots.width = state->right;
	place_row(layout, ratings, state, i, area);
	if (i + 1 < ratings->n_rows)
		sheet_dots(layout, dots);
	else
		role_end(layout);
}

static void place_ratings(struct layout *layout, const struct block *block,
                          const struct measured *measured, size_t strip, struct area area)
{
	const struct ratings_block *ratings = &block->ratings;
	struct ratings_state *state = measured->state;
	bool last = strip + 1 == measured->n_strips;
	struct area row = area;

	row.height -= last ? size_of(layout, SIZE_RATING_FOOT) : 0;
	if (strip == 0) {
		role_begin(layout, ROLE_SECTION, NULL);
		place_head(layout, ratings, state, area);
	} else if (strip <= ratings->n_rows) {
		place_in_list(layout, ratings, state, strip - 1, row);
	}
	if (!last)
		return;
	layout->language = layout->document->language;
	if (state->below)
		place_below(layout, ratings, state, row);
	if (state->beside && strip > 0)
		place_total(layout, ratings, state, row);
	role_end(layout);
	sheet_rule(layout, area, SIZE_RULE);
}

const struct block_class block_ratings = {measure_ratings, place_ratings};
