#include "base/arena.h"
#include "layout/chart_parts.h"
#include "layout/charts.h"
#include "layout/draw.h"
#include "layout/text.h"

/* Strip 0 is the head; each row follows, or the words that there is none. */
struct state {
	struct lines title, empty;
	struct lines *texts;
	double histogram; /* left edge of the histograms, from the block's */
	double pitch;     /* from bar to bar in them */
};

static double histogram_width(const struct layout *layout, const struct ranking_block *ranking,
                              const struct state *state)
{
	double gap = size_of(layout, SIZE_HISTOGRAM_GAP);

	return ranking->n_points ? (double)ranking->n_points * state->pitch - gap : 0;
}

/* Columns from the right: figures, histograms; the texts have the rest. */
static void set_columns(struct layout *layout, const struct ranking_block *ranking, double width,
                        struct state *state)
{
	static const double widest = 0.4;
	double gap = size_of(layout, SIZE_FIGURE_GAP), right = 0;
	double pitch = size_of(layout, SIZE_HISTOGRAM_BAR) + size_of(layout, SIZE_HISTOGRAM_GAP);

	for (size_t i = 0; i < ranking->n_rows; i++)
		right = larger(right, text_width(layout, STYLE_VALUE, ranking->rows[i].figure));
	if (ranking->value_head)
		right = larger(right, text_width(layout, STYLE_LABEL_BOLD, ranking->value_head));
	if (ranking->n_points > 0)
		pitch = smaller(pitch, widest * width / (double)ranking->n_points);
	state->pitch = pitch;
	state->histogram = width - right - gap - histogram_width(layout, ranking, state);
}

/* Rows without a histogram are as high as their words. */
static double row_height(const struct layout *layout, const struct ranking_block *ranking,
                         const struct lines *text)
{
	double height = (double)text->n_lines * size_of(layout, SIZE_RANKING_LEADING);

	height += 1.75 * size_of(layout, SIZE_UNIT);
	return ranking->n_points > 0 ? larger(height, size_of(layout, SIZE_RANKING_ROW)) : height;
}

/* The title ends where the words over the histograms begin. */
static double title_width(struct layout *layout, const struct ranking_block *ranking,
                          const struct state *state)
{
	double middle = state->histogram + histogram_width(layout, ranking, state) / 2;
	double half = larger(text_width(layout, STYLE_SMALL, ranking->scale_head),
	                     histogram_width(layout, ranking, state)) / 2;

	return middle - half - size_of(layout, SIZE_CELL_GAP);
}

static double head_height(const struct layout *layout, const struct state *state)
{
	double below = size_of(layout, SIZE_SECTION_HEAD) - style_ascent(layout, STYLE_SECTION);
	double lines = larger(state->title.height, style_leading(layout, STYLE_SECTION));

	return below + lines + size_of(layout, SIZE_UNIT);
}

static void measure(struct layout *layout, const struct block *block, double width,
                    struct measured *measured)
{
	const struct ranking_block *ranking = &block->ranking;
	struct state *state = ARENA_NEW(layout->arena, struct state);
	size_t n = ranking->n_rows;
	struct strip *strips = measured_alloc(layout, measured, 1 + (n ? n : 1));

	measured->state = state;
	state->texts = ARENA_ARRAY(layout->arena, struct lines, n);
	set_columns(layout, ranking, width, state);
	state->title = text_set(layout, STYLE_SECTION, ranking->title,
	                        title_width(layout, ranking, state));
	strips[0] = (struct strip){.height = head_height(layout, state), .keep = true, .head = true,
	                           .reach = n,
	                           .before = size_of(layout, SIZE_SECTION_GAP)};
	for (size_t i = 0; i < n; i++) {
		double room = state->histogram - size_of(layout, SIZE_CELL_GAP);

		state->texts[i] = text_balance(layout, STYLE_ROW, ranking->rows[i].text, room);
		strips[1 + i].height = row_height(layout, ranking, &state->texts[i]);
		strips[1 + i].what = ranking->rows[i].text;
	}
	if (n == 0) {
		state->empty = text_balance(layout, STYLE_BODY, ranking->empty, width);
		strips[1].height = state->empty.height;
	}
}

/* Opens the table. Its first column has no head but the title above. */
static void place_head_row(struct layout *layout, const struct ranking_block *ranking,
                           double right, double baseline)
{
	role_begin(layout, ROLE_TABLE, ranking->words.finding);
	role_begin(layout, ROLE_ROW, NULL);
	role_begin(layout, ROLE_CELL, NULL);
	role_end(layout);
	role_begin(layout, ROLE_HEAD_CELL, NULL);
	if (ranking->value_head)
		place_text(layout, STYLE_LABEL_BOLD, COLOUR_NONE, ranking->value_head,
		           flush_right(right, baseline));
	role_end(layout);
	role_end(layout);
}

static void place_head(struct layout *layout, const struct ranking_block *ranking,
                       const struct state *state, struct area area)
{
	double baseline = area.y + size_of(layout, SIZE_SECTION_HEAD);
	double middle = state->histogram + histogram_width(layout, ranking, state) / 2;

	role_begin(layout, ROLE_ARTIFACT, NULL);
	/* At the top of a page the rule of the running head serves for it. */
	if (area.y > page_body(layout).y)
		draw_across(layout, area.x, area.x + area.width, area.y,
		            stroke_of(layout, SIZE_RULE_SECTION, COLOUR_INK));
	if (ranking->n_rows > 0 && ranking->scale_head)
		place_text(layout, STYLE_SMALL, COLOUR_NONE, ranking->scale_head,
		           centred(area.x + middle, baseline));
	role_end(layout);
	role_begin(layout, ranking->level > 2 ? ROLE_HEADING3 : ROLE_HEADING2, NULL);
	place_lines(layout, &state->title,
	            flush_left(area.x, baseline - style_ascent(layout, STYLE_SECTION)));
	role_end(layout);
	if (ranking->n_rows > 0)
		place_head_row(layout, ranking, area.x + area.width, baseline);
}

static void place_histogram(struct layout *layout, const struct ranking_block *ranking,
                            const struct state *state, const double *shares, struct area area)
{
	double bar = state->pitch - size_of(layout, SIZE_HISTOGRAM_GAP);
	double high = size_of(layout, SIZE_HISTOGRAM_HIGH), x = area.x + state->histogram;
	double width = histogram_width(layout, ranking, state);

	for (size_t i = 0; i < ranking->n_points; i++) {
		double height = smaller(shares[i], 1) * high;

		if (height > 0)
			draw_fill(layout,
			          (struct area){x + (double)i * state->pitch, area.y - height, bar,
			                        height},
			          ranking->colour);
	}
	draw_across(layout, x, x + width, area.y, stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_INK3));
}

static void place_row(struct layout *layout, const struct ranking_block *ranking,
                      const struct state *state, size_t i, struct area area)
{
	const struct ranked *row = &ranking->rows[i];
	double leading = size_of(layout, SIZE_RANKING_LEADING);
	double height = (double)state->texts[i].n_lines * leading;
	struct area text = {area.x, area.y + 0.75 * size_of(layout, SIZE_UNIT), state->histogram,
	                    height};
	struct area base = area;

	base.y += size_of(layout, SIZE_RANKING_BASE);
	if (ranking->n_points == 0)
		base.y = baseline_at(layout, STYLE_ROW, text.y + leading / 2);
	role_begin(layout, ROLE_ROW, NULL);
	role_begin(layout, ROLE_ARTIFACT, NULL);
	if (i > 0)
		draw_across(layout, area.x, area.x + area.width, area.y,
		            stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_GRID));
	if (row->shares)
		place_histogram(layout, ranking, state, row->shares, base);
	role_end(layout);
	role_begin(layout, ROLE_ROW_HEAD, NULL);
	chart_lines(layout, (struct chart_text){&state->texts[i], .leading = leading}, text);
	role_end(layout);
	role_begin(layout, ROLE_CELL, NULL);
	if (row->figure)
		place_text(layout, STYLE_VALUE, COLOUR_NONE, row->figure,
		           flush_right(area.x + area.width, base.y));
	role_end(layout);
	role_end(layout);
	if (i + 1 == ranking->n_rows)
		role_end(layout);
}

static void place(struct layout *layout, const struct block *block,
                  const struct measured *measured, size_t strip, struct area area)
{
	const struct ranking_block *ranking = &block->ranking;
	const struct state *state = measured->state;

	if (strip == 0) {
		place_head(layout, ranking, state, area);
	} else if (ranking->n_rows > 0) {
		place_row(layout, ranking, state, strip - 1, area);
	} else {
		role_begin(layout, ROLE_PARAGRAPH, NULL);
		place_lines(layout, &state->empty, flush_left(area.x, area.y));
		role_end(layout);
	}
}

const struct block_class chart_ranking = {measure, place};
