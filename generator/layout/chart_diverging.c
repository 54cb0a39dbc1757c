#include <math.h>

#include "base/arena.h"
#include "base/text.h"
#include "layout/chart_parts.h"
#include "layout/charts.h"
#include "layout/draw.h"
#include "layout/text.h"

/* Distances from the block's left edge. Shares to both sides have one scale,
 * chosen so that the widest row fills the room; those left blank have half of
 * it, so that they do not compete. */
struct columns {
	double group, plot; /* left edges */
	double centre;
	double per_share, per_blank; /* points that a share of 1 is wide */
	double plot_end;
	double blank_head, blank_figure, blank; /* left, right edge of figures, left of boxes */
};

/* Widths that the columns must have. */
struct needs {
	double title, group, minus_head, plus_head, blank_head, figure, tag;
	double minus, plus, blank; /* largest shares */
};

struct row {
	struct lines title, group, note;
};

/* Strip 0 is the head, then come the rows, then the notes. */
struct state {
	struct columns columns;
	struct row *rows;
	struct lines title_head, group_head, minus_head, plus_head, blank_head;
	struct lines note_left, note_right;
	double head_height;
	bool tags; /* some row is flagged: a column for that */
	bool folded; /* groups stand below titles: there is no room for a column */
};

static const char *percent(struct layout *layout, double share)
{
	return isnan(share) ? NULL : text_number(layout->arena, 100 * share, 0);
}

static bool is_withheld(const struct diverging_row *row)
{
	return isnan(row->minus) || isnan(row->plus);
}

static enum style title_style(const struct diverging_row *row)
{
	return row->flagged ? STYLE_NAME : STYLE_ROW;
}

static bool has_groups(const struct diverging_block *block)
{
	for (size_t i = 0; i < block->n_rows; i++)
		if (block->rows[i].group)
			return true;
	return false;
}

static void widen(struct layout *layout, double *width, enum style style, const char *text)
{
	if (text)
		*width = larger(*width, text_width(layout, style, text));
}

static void need_row(struct layout *layout, const struct diverging_block *block,
                     const struct diverging_row *row, struct needs *needs)
{
	widen(layout, &needs->title, title_style(row), row->title);
	widen(layout, &needs->group, STYLE_LABEL, row->group);
	if (row->flagged && block->flag)
		needs->tag = chart_tag_width(layout, STYLE_LABEL_BOLD, block->flag);
	if (!is_withheld(row)) {
		needs->minus = larger(needs->minus, row->minus);
		needs->plus = larger(needs->plus, row->plus);
		needs->blank = larger(needs->blank, isnan(row->blank) ? 0 : row->blank);
		widen(layout, &needs->figure, STYLE_LABEL, percent(layout, row->minus));
		widen(layout, &needs->figure, STYLE_LABEL, percent(layout, row->plus));
		widen(layout, &needs->figure, STYLE_LABEL, percent(layout, row->blank));
	}
}

static struct needs column_needs(struct layout *layout, const struct diverging_block *block)
{
	struct needs needs = {0};

	widen(layout, &needs.title, STYLE_LABEL_BOLD, block->title_head);
	for (size_t i = 0; i < block->n_rows; i++)
		need_row(layout, block, &block->rows[i], &needs);
	if (has_groups(block))
		widen(layout, &needs.group, STYLE_LABEL_BOLD, block->group_head);
	widen(layout, &needs.minus_head, STYLE_LABEL_BOLD, block->minus_head);
	widen(layout, &needs.plus_head, STYLE_LABEL_BOLD, block->plus_head);
	widen(layout, &needs.blank_head, STYLE_LABEL_BOLD, block->blank_head);
	return needs;
}

/* From the centre line past a head's drawn sign. */
static double sign_room(const struct layout *layout)
{
	return 2 * size_of(layout, SIZE_SIGN) + 2 * size_of(layout, SIZE_LABEL_GAP);
}

/* The centre line and the scale: shares out `room` so that the widest rows and
 * the heads of both sides fit. */
static void share_room(const struct layout *layout, const struct needs *needs, double room,
                       struct columns *columns)
{
	static const double least = 0.3, half = 0.45;
	double label = needs->figure + size_of(layout, SIZE_LABEL_GAP);
	double head = sign_room(layout);
	double left = smaller(needs->minus_head + head, half * room);
	double right = smaller(needs->plus_head + head, half * room);
	double scale = (room - 2 * label) / larger(needs->minus + needs->plus, least);

	if (label + needs->minus * scale < left)
		scale = smaller(scale, (room - left - label) / larger(needs->plus, least));
	else if (label + needs->plus * scale < right)
		scale = smaller(scale, (room - right - label) / larger(needs->minus, least));
	columns->per_share = larger(scale, 0);
	columns->centre = columns->plot + larger(left, label + needs->minus * columns->per_share);
}

static struct columns set_columns(struct layout *layout, const struct needs *needs, double width,
                                  bool blanks)
{
	static const double widest = 0.3, narrow = 0.2;
	double gap = size_of(layout, SIZE_CELL_GAP), label = size_of(layout, SIZE_LABEL_GAP);
	struct columns columns = {0};
	double end = width - (needs->tag > 0 ? needs->tag + gap : 0), blank_width, room;

	columns.group = smaller(needs->title, widest * width) + 2 * label;
	columns.plot = columns.group;
	if (needs->group > 0)
		columns.plot += smaller(needs->group, narrow * width) + label;
	/* The width of the blanks' column depends on the scale and the scale on
	 * it; the second round starts from the first one's scale. */
	for (int round = 0; round < 2; round++) {
		columns.per_blank = columns.per_share / 2;
		blank_width = blanks ? needs->figure + label + needs->blank * columns.per_blank : 0;
		if (blanks)
			blank_width = larger(blank_width, smaller(needs->blank_head, narrow * width));
		columns.plot_end = end - blank_width - (blanks ? gap : 0);
		room = larger(columns.plot_end - columns.plot, gap);
		share_room(layout, needs, room, &columns);
	}
	columns.per_blank = columns.per_share / 2;
	columns.blank_head = end - blank_width;
	columns.blank_figure = columns.blank_head + needs->figure;
	columns.blank = columns.blank_figure + label;
	return columns;
}

/* Groups have a column of their own as long as that leaves enough for the bars. */
static void arrange(struct layout *layout, const struct diverging_block *block, double width,
                    struct state *state)
{
	static const double least = 0.3;
	struct needs needs = column_needs(layout, block);
	bool blanks = block->blank_head != NULL;

	state->tags = needs.tag > 0;
	state->columns = set_columns(layout, &needs, width, blanks);
	state->folded = needs.group > 0 &&
	                state->columns.plot_end - state->columns.plot < least * width;
	if (!state->folded)
		return;
	needs.title = larger(needs.title, needs.group);
	needs.group = 0;
	state->columns = set_columns(layout, &needs, width, blanks);
}

static void set_heads(struct layout *layout, const struct diverging_block *block, double width,
                      struct state *state)
{
	const struct columns *columns = &state->columns;
	const double gap = size_of(layout, SIZE_LABEL_GAP), sign = sign_room(layout);
	const enum style style = STYLE_LABEL_BOLD;

	state->title_head = text_set(layout, style, block->title_head, columns->group - gap);
	if (has_groups(block))
		state->group_head = text_set(layout, style, block->group_head,
		                             state->folded ? columns->group - gap
		                                           : columns->plot - columns->group);
	state->minus_head = text_set(layout, style, block->minus_head,
	                             columns->centre - sign - columns->plot);
	state->plus_head = text_set(layout, style, block->plus_head,
	                            columns->plot_end - columns->centre - sign);
	state->blank_head = text_set(layout, style, block->blank_head, width - columns->plot_end);
	state->head_height = state->title_head.height;
	if (state->folded)
		state->head_height += state->group_head.height;
	state->head_height = larger(state->head_height, state->group_head.height);
	state->head_height = larger(state->head_height, state->minus_head.height);
	state->head_height = larger(state->head_height, state->plus_head.height);
	state->head_height = larger(state->head_height, state->blank_head.height);
}

static double measure_row(struct layout *layout, const struct diverging_row *row,
                          const struct state *state, struct row *measured)
{
	const struct columns *columns = &state->columns;
	double group = state->folded ? columns->group : columns->plot - columns->group;
	double gap = size_of(layout, SIZE_LABEL_GAP), unit = size_of(layout, SIZE_UNIT), height;

	measured->title = text_balance(layout, title_style(row), row->title,
	                               columns->group - 2 * gap);
	measured->group = text_set(layout, STYLE_LABEL, row->group,
	                           larger(group - gap, gap));
	if (is_withheld(row))
		measured->note = text_set(layout, STYLE_SMALL, row->note,
		                          larger(columns->plot_end - columns->centre - gap, gap));
	height = larger(measured->title.height, measured->group.height);
	if (state->folded)
		height = measured->title.height + measured->group.height;
	height = larger(height, measured->note.height);
	return larger(size_of(layout, SIZE_DIVERGING_ROW), height + unit);
}

static void measure(struct layout *layout, const struct block *block, double width,
                    struct measured *measured)
{
	const struct diverging_block *diverging = &block->diverging;
	struct state *state = ARENA_NEW(layout->arena, struct state);
	size_t n = diverging->n_rows;
	struct strip *strips = measured_alloc(layout, measured, n + 2);
	double gap = size_of(layout, SIZE_CELL_GAP);

	measured->state = state;
	state->rows = ARENA_ARRAY(layout->arena, struct row, n);
	arrange(layout, diverging, width, state);
	set_heads(layout, diverging, width, state);
	strips[0] = (struct strip){.height = state->head_height + gap / 2, .keep = true,
	                           .head = true, .reach = n, .before = gap};
	for (size_t i = 0; i < n; i++) {
		strips[1 + i].height = measure_row(layout, &diverging->rows[i], state,
		                                   &state->rows[i]);
		strips[1 + i].what = diverging->rows[i].title;
		strips[1 + i].keep = i + 1 == n;
	}
	state->note_left = text_set(layout, STYLE_LABEL, diverging->note_left, (width - gap) / 2);
	state->note_right = text_set(layout, STYLE_LABEL, diverging->note_right, (width - gap) / 2);
	strips[n + 1].height = larger(state->note_left.height, state->note_right.height) + gap / 3;
}

/* A head stands on the line below it. */
static void place_head_cell(struct layout *layout, const struct lines *lines, double left,
                            struct area area, enum align align)
{
	role_begin(layout, lines ? ROLE_HEAD_CELL : ROLE_CELL, NULL);
	if (lines)
		place_lines(layout, lines,
		            (struct place){area.x + left, area.y - lines->height,
		                           area.width - left, align});
	role_end(layout);
}

static void place_signs(struct layout *layout, double centre, double bottom)
{
	double away = 2 * size_of(layout, SIZE_SIGN);
	double y = bottom - style_leading(layout, STYLE_LABEL_BOLD) / 2;

	draw_minus(layout, centre - away, y, COLOUR_INK);
	draw_plus(layout, centre + away, y, COLOUR_INK);
}

/* Opens the table. */
static void place_head(struct layout *layout, const struct diverging_block *diverging,
                       const struct state *state, struct area area)
{
	const struct columns *columns = &state->columns;
	double sign = sign_room(layout);
	struct area line = {area.x, area.y + state->head_height, area.width, 0};
	struct area minus = line, upper = line;

	minus.width = columns->centre - sign;
	role_begin(layout, ROLE_TABLE, diverging->words.finding);
	role_begin(layout, ROLE_ROW, NULL);
	role_begin(layout, ROLE_ARTIFACT, NULL);
	place_signs(layout, area.x + columns->centre, line.y);
	draw_across(layout, area.x, area.x + area.width, area.y + area.height,
	            stroke_of(layout, SIZE_RULE_SECTION, COLOUR_INK));
	role_end(layout);
	upper.y -= state->folded ? state->group_head.height : 0;
	place_head_cell(layout, &state->title_head, 0, upper, ALIGN_LEFT);
	if (has_groups(diverging))
		place_head_cell(layout, &state->group_head, state->folded ? 0 : columns->group, line,
		                ALIGN_LEFT);
	place_head_cell(layout, &state->minus_head, columns->plot, minus, ALIGN_RIGHT);
	place_head_cell(layout, &state->plus_head, columns->centre + sign, line, ALIGN_LEFT);
	if (diverging->blank_head)
		place_head_cell(layout, &state->blank_head, columns->blank_head, line, ALIGN_LEFT);
	if (state->tags)
		place_head_cell(layout, NULL, 0, line, ALIGN_LEFT);
	role_end(layout);
	if (diverging->n_rows == 0)
		role_end(layout);
}

/* The words that say why stand right of the centre line, in a gap of the track. */
static void place_track(struct layout *layout, const struct lines *note,
                        const struct columns *columns, double x, double y)
{
	double gap = size_of(layout, SIZE_LABEL_GAP), centre = x + columns->centre;
	double after = note->n_lines > 0 ? note->width + 2 * gap : 0;

	chart_track(layout, x + columns->plot, note->n_lines > 0 ? centre - gap : centre, y);
	chart_track(layout, centre + after, x + columns->plot_end, y);
}

static void place_bars(struct layout *layout, const struct diverging_row *row,
                       const struct columns *columns, double x, double y)
{
	double centre = x + columns->centre;
	struct chart_bar bar = {.from = centre, .y = y,
	                        .height = size_of(layout, SIZE_DIVERGING_BAR)};

	if (row->minus > 0) {
		bar.to = centre - row->minus * columns->per_share;
		bar.colour = COLOUR_ORANGE;
		chart_bar(layout, bar);
	}
	if (row->plus > 0) {
		bar.to = centre + row->plus * columns->per_share;
		bar.colour = COLOUR_BLUE;
		chart_bar(layout, bar);
	}
}

static void place_blank(struct layout *layout, const struct diverging_row *row,
                        const struct columns *columns, double x, double y)
{
	double height = size_of(layout, SIZE_BLANK_BAR);
	struct area box = {x + columns->blank, y - height / 2, row->blank * columns->per_blank,
	                   height};

	if (box.width > 0)
		draw_rect(layout, box, COLOUR_BLANK,
		          stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_INK3));
}

/* What a row shows behind its words and figures. */
static void place_marks(struct layout *layout, const struct diverging_block *diverging,
                        const struct state *state, size_t i, struct area area)
{
	const struct diverging_row *row = &diverging->rows[i];
	const struct columns *columns = &state->columns;
	double y = area.y + area.height / 2, bottom = area.y + area.height;
	double centre = area.x + columns->centre;
	struct area wash = area;
	bool last = i + 1 == diverging->n_rows;

	role_begin(layout, ROLE_ARTIFACT, NULL);
	if (row->flagged) {
		wash.y += size_of(layout, SIZE_RULE_LIGHT) / 2;
		wash.height -= size_of(layout, SIZE_RULE_LIGHT);
		draw_rect(layout, wash, COLOUR_WASH, stroke_none());
	}
	draw_across(layout, area.x, area.x + area.width, bottom,
	            last ? stroke_of(layout, SIZE_RULE_SECTION, COLOUR_INK)
	                 : stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_GRID));
	if (is_withheld(row))
		place_track(layout, &state->rows[i].note, columns, area.x, y);
	place_bars(layout, row, columns, area.x, y);
	if (diverging->blank_head)
		place_blank(layout, row, columns, area.x, y);
	draw_down(layout, centre, area.y, bottom, stroke_of(layout, SIZE_RULE_SECTION, COLOUR_INK));
	role_end(layout);
}

static void place_words(struct layout *layout, enum role role, struct chart_text words,
                        struct area area)
{
	role_begin(layout, role, NULL);
	chart_lines(layout, words, area);
	role_end(layout);
}

static void place_figure(struct layout *layout, enum colour colour, double share,
                         struct place place)
{
	role_begin(layout, ROLE_CELL, NULL);
	if (!isnan(share))
		place_text(layout, STYLE_LABEL, colour, percent(layout, share), place);
	role_end(layout);
}

static void place_tag(struct layout *layout, const char *flag, double right, double y)
{
	role_begin(layout, ROLE_CELL, NULL);
	if (flag)
		chart_tag(layout, STYLE_LABEL_BOLD, flag, right, y);
	role_end(layout);
}

static struct area moved(struct area area, double x)
{
	area.x += x;
	area.width -= x;
	return area;
}

static void place_names(struct layout *layout, const struct state *state, const struct row *row,
                        bool groups, struct area area)
{
	struct area title = area, group = moved(area, state->columns.group);

	if (state->folded) {
		group = area;
		title.height -= row->group.height;
		group.y += row->title.height;
		group.height -= row->title.height;
	}
	place_words(layout, ROLE_ROW_HEAD,
	            (struct chart_text){&row->title, .colour = COLOUR_INK}, title);
	if (groups)
		place_words(layout, ROLE_CELL,
		            (struct chart_text){&row->group, .colour = COLOUR_INK2}, group);
}

static void place_row(struct layout *layout, const struct diverging_block *diverging,
                      const struct state *state, size_t i, struct area area)
{
	const struct diverging_row *row = &diverging->rows[i];
	const struct row *measured = &state->rows[i];
	const struct columns *columns = &state->columns;
	double label = size_of(layout, SIZE_LABEL_GAP), centre = area.x + columns->centre;
	double y = area.y + area.height / 2, baseline = baseline_at(layout, STYLE_LABEL, y);
	double left = centre - row->minus * columns->per_share - label;
	double right = centre + row->plus * columns->per_share + label;

	role_begin(layout, ROLE_ROW, NULL);
	place_marks(layout, diverging, state, i, area);
	place_names(layout, state, measured, has_groups(diverging), area);
	place_figure(layout, COLOUR_INK, row->minus, flush_right(left, baseline));
	if (is_withheld(row))
		place_words(layout, ROLE_CELL,
		            (struct chart_text){&measured->note, .colour = COLOUR_INK3},
		            moved(area, columns->centre + label));
	else
		place_figure(layout, COLOUR_INK, row->plus, flush_left(right, baseline));
	if (diverging->blank_head)
		place_figure(layout, COLOUR_INK2, row->blank,
		             flush_right(area.x + columns->blank_figure, baseline));
	if (state->tags)
		place_tag(layout, row->flagged ? diverging->flag : NULL, area.x + area.width, y);
	role_end(layout);
	if (i + 1 == diverging->n_rows)
		role_end(layout);
}

static void place_notes(struct layout *layout, const struct state *state, struct area area)
{
	struct chart_text left = {&state->note_left, .colour = COLOUR_INK2};
	struct chart_text right = {&state->note_right, 0, COLOUR_INK2, ALIGN_RIGHT};

	area.y += size_of(layout, SIZE_CELL_GAP) / 3;
	if (state->note_left.n_lines + state->note_right.n_lines == 0)
		return;
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	area.height = state->note_left.height;
	chart_lines(layout, left, area);
	area.height = state->note_right.height;
	chart_lines(layout, right, area);
	role_end(layout);
}

static void place(struct layout *layout, const struct block *block,
                  const struct measured *measured, size_t strip, struct area area)
{
	const struct diverging_block *diverging = &block->diverging;
	const struct state *state = measured->state;

	if (strip == 0)
		place_head(layout, diverging, state, area);
	else if (strip <= diverging->n_rows)
		place_row(layout, diverging, state, strip - 1, area);
	else
		place_notes(layout, state, area);
}

const struct block_class chart_diverging = {measure, place};
