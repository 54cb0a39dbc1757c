#include "base/arena.h"
#include "layout/chart_parts.h"
#include "layout/charts.h"
#include "layout/draw.h"
#include "layout/text.h"

/* Edges from the block's left one; figures are flush right. */
struct columns {
	double text, plot, pitch, figures[DETAIL_FIGURES], tag;
};

/* Strip 0 is the head, then come the rows. */
struct state {
	struct columns columns;
	struct lines title, aside, *texts;
};

static double plot_width(const struct layout *layout, const struct details_block *details,
                         double pitch)
{
	double gap = size_of(layout, SIZE_HISTOGRAM_GAP);

	return details->n_points > 0 ? (double)details->n_points * pitch - gap : 0;
}

static enum style figure_style(const struct detail_row *row)
{
	return row->group ? STYLE_NAME : STYLE_ROW;
}

static enum style text_style(const struct detail_row *row)
{
	return row->group || row->flagged ? STYLE_NAME : STYLE_ROW;
}

/* What a column of figures needs. */
static double figure_width(struct layout *layout, const struct details_block *details, size_t n)
{
	double width = text_width(layout, STYLE_LABEL_BOLD, details->figure_heads[n]);

	for (size_t i = 0; i < details->n_rows; i++)
		width = larger(width, text_width(layout, figure_style(&details->rows[i]),
		                                 details->rows[i].figures[n]));
	return width;
}

static bool has_flags(const struct details_block *details)
{
	for (size_t i = 0; i < details->n_rows; i++)
		if (details->rows[i].flagged)
			return true;
	return false;
}

/* From the right: flags, figures, distributions; the texts have the rest. */
static void set_columns(struct layout *layout, const struct details_block *details, double width,
                        struct columns *columns)
{
	static const double widest = 0.3;
	double gap = size_of(layout, SIZE_CELL_GAP), right = width, plot;
	double pitch = size_of(layout, SIZE_HISTOGRAM_BAR) + size_of(layout, SIZE_HISTOGRAM_GAP);

	columns->tag = right;
	if (details->flag != NULL && has_flags(details))
		right -= chart_tag_width(layout, STYLE_SMALL, details->flag) + gap;
	for (size_t i = details->n_figures; i-- > 0;) {
		columns->figures[i] = right;
		right -= figure_width(layout, details, i) + gap;
	}
	if (details->n_points > 0)
		pitch = smaller(pitch, widest * width / (double)details->n_points);
	columns->pitch = pitch;
	plot = plot_width(layout, details, pitch);
	/* The words above it may be wider than it is. */
	right -= (larger(plot, text_width(layout, STYLE_SMALL, details->scale_head)) - plot) / 2;
	columns->plot = right - plot;
	columns->text = larger(columns->plot - size_of(layout, SIZE_FIGURE_GAP), width / 4);
}

static double heads_height(const struct layout *layout)
{
	return style_leading(layout, STYLE_LABEL_BOLD) + size_of(layout, SIZE_UNIT);
}

static double head_height(const struct layout *layout, const struct details_block *details,
                          const struct state *state)
{
	double below = size_of(layout, SIZE_SECTION_HEAD) - style_ascent(layout, STYLE_SECTION);
	double height = below + larger(state->title.height, style_leading(layout, STYLE_SECTION));

	return height + state->aside.height + (details->n_rows > 0 ? heads_height(layout) : 0);
}

static double row_height(const struct layout *layout, const struct details_block *details,
                         const struct detail_row *row, const struct lines *text)
{
	double height = (double)text->n_lines * size_of(layout, SIZE_RANKING_LEADING) +
	                size_of(layout, SIZE_UNIT);

	if (details->n_points == 0 || row->group)
		return height;
	return larger(height, size_of(layout, SIZE_DETAIL_ROW));
}

static size_t rows_below(const struct details_block *details, size_t group)
{
	size_t n = 0;

	while (group + 1 + n < details->n_rows && !details->rows[group + 1 + n].group)
		n++;
	return n;
}

/* What is small stays whole; else a head keeps two rows, a group its first, and
 * the last row is not alone. Heads of groups are repeated like that of all. */
static void keep_rows(struct layout *layout, const struct details_block *details,
                      struct measured *measured)
{
	struct strip *strips = measured->strips;
	bool whole = measured_height(measured) < page_body(layout).height / 3;

	strips[0].head = true;
	strips[0].reach = details->n_rows;
	for (size_t i = 0; i < details->n_rows; i++) {
		bool group = details->rows[i].group;

		strips[i].keep = whole || i < 2 || strips[i].keep;
		if (group && rows_below(details, i) > 0) {
			strips[1 + i].head = true;
			strips[1 + i].reach = rows_below(details, i);
			strips[1 + i].keep = true;
		}
	}
	if (details->n_rows > 1)
		strips[details->n_rows - 1].keep = true;
}

static void measure(struct layout *layout, const struct block *block, double width,
                    struct measured *measured)
{
	const struct details_block *details = &block->details;
	struct state *state = ARENA_NEW(layout->arena, struct state);
	double aside = text_width(layout, STYLE_LABEL, details->aside);
	double room = width - aside - size_of(layout, SIZE_FIGURE_GAP);
	struct strip *strips = measured_alloc(layout, measured, 1 + details->n_rows);

	measured->state = state;
	set_columns(layout, details, width, &state->columns);
	/* Beside a title that would be left too little room it stands below. */
	if (room < width / 3) {
		state->aside = text_set(layout, STYLE_LABEL, details->aside, width);
		room = width;
	}
	state->title = text_balance(layout, STYLE_SECTION, details->title, room);
	state->texts = ARENA_ARRAY(layout->arena, struct lines, details->n_rows + 1);
	strips[0].height = head_height(layout, details, state);
	strips[0].before = size_of(layout, SIZE_SECTION_GAP);
	strips[0].below_head = 2 * size_of(layout, SIZE_UNIT);
	strips[0].what = details->title;
	for (size_t i = 0; i < details->n_rows; i++) {
		const struct detail_row *row = &details->rows[i];
		double note = text_width(layout, STYLE_LABEL, row->note);
		double left = width - note - size_of(layout, SIZE_CELL_GAP);

		state->texts[i] = text_balance(layout, text_style(row), row->text,
		                               note > 0 ? smaller(left, state->columns.text)
		                                        : state->columns.text);
		strips[1 + i].height = row_height(layout, details, row, &state->texts[i]);
		strips[1 + i].what = row->text;
	}
	keep_rows(layout, details, measured);
}

static void place_cell(struct layout *layout, enum role role, enum style style, const char *text,
                       struct place place)
{
	role_begin(layout, role, NULL);
	if (text != NULL)
		place_text(layout, style, COLOUR_NONE, text, place);
	role_end(layout);
}

/* Opens the table. */
static void place_column_heads(struct layout *layout, const struct details_block *details,
                               const struct state *state, struct area area)
{
	const struct columns *columns = &state->columns;
	double y = area.y + style_ascent(layout, STYLE_LABEL_BOLD);
	double middle = columns->plot + plot_width(layout, details, columns->pitch) / 2;

	role_begin(layout, ROLE_TABLE, details->words.finding);
	role_begin(layout, ROLE_ROW, NULL);
	place_cell(layout, ROLE_HEAD_CELL, STYLE_LABEL_BOLD, details->text_head,
	           flush_left(area.x, y));
	if (details->n_points > 0)
		place_cell(layout, ROLE_HEAD_CELL, STYLE_SMALL, details->scale_head,
		           centred(area.x + middle, y));
	for (size_t i = 0; i < details->n_figures; i++)
		place_cell(layout, ROLE_HEAD_CELL, STYLE_LABEL_BOLD, details->figure_heads[i],
		           flush_right(area.x + columns->figures[i], y));
	role_end(layout);
	draw_across(layout, area.x, area.x + area.width, area.y + area.height,
	            stroke_of(layout, SIZE_RULE, COLOUR_INK));
}

static void place_aside(struct layout *layout, const struct details_block *details,
                        const struct state *state, double below, struct area area)
{
	double baseline = area.y + size_of(layout, SIZE_SECTION_HEAD);

	if (details->aside == NULL)
		return;
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	if (state->aside.n_lines > 0)
		place_lines(layout, &state->aside, flush_left(area.x, below));
	else
		place_text(layout, STYLE_LABEL, COLOUR_NONE, details->aside,
		           flush_right(area.x + area.width, baseline));
	role_end(layout);
}

static void place_head(struct layout *layout, const struct details_block *details,
                       const struct state *state, struct area area)
{
	double top = area.y + size_of(layout, SIZE_SECTION_HEAD) -
	             style_ascent(layout, STYLE_SECTION);
	struct area heads = area;

	/* At the top of a page the rule of the running head serves for it. */
	if (area.y > page_body(layout).y)
		draw_across(layout, area.x, area.x + area.width, area.y,
		            stroke_of(layout, SIZE_RULE_SECTION, COLOUR_INK));
	role_begin(layout, ROLE_HEADING3, NULL);
	place_lines(layout, &state->title, flush_left(area.x, top));
	role_end(layout);
	place_aside(layout, details, state, top + state->title.height, area);
	if (details->n_rows == 0)
		return;
	heads.height = heads_height(layout);
	heads.y = area.y + area.height - heads.height;
	place_column_heads(layout, details, state, heads);
}

static enum colour point_colour(const struct details_block *details, size_t point)
{
	static const enum colour signs[] = {COLOUR_ORANGE, COLOUR_BLANK, COLOUR_BLUE};

	return details->signs && point < 3 ? signs[point] : COLOUR_BLUE;
}

static void place_plot(struct layout *layout, const struct details_block *details,
                       const struct state *state, const double *shares, struct area area)
{
	const struct columns *columns = &state->columns;
	double high = size_of(layout, SIZE_DETAIL_HIGH), x = area.x + columns->plot;
	double bar = columns->pitch - size_of(layout, SIZE_HISTOGRAM_GAP);
	double base = area.y + (area.height + high) / 2;

	for (size_t i = 0; i < details->n_points; i++) {
		double height = smaller(shares[i], 1) * high;

		struct area column = {x + (double)i * columns->pitch, base - height, bar, height};

		if (height <= 0)
			continue;
		if (point_colour(details, i) == COLOUR_BLANK)
			draw_rect(layout, column, COLOUR_BLANK,
			          stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_INK3));
		else
			draw_fill(layout, column, point_colour(details, i));
	}
	draw_across(layout, x, x + plot_width(layout, details, columns->pitch), base,
	            stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_INK3));
}

/* The rule above a row, the wash behind one that is flagged, its columns. */
static void place_marks(struct layout *layout, const struct details_block *details,
                        const struct state *state, size_t i, struct area area)
{
	const struct detail_row *row = &details->rows[i];
	enum colour rule = row->group ? COLOUR_INK : COLOUR_GRID;

	role_begin(layout, ROLE_ARTIFACT, NULL);
	if (row->flagged)
		draw_rect(layout, area, COLOUR_WASH, stroke_none());
	if (i > 0)
		draw_across(layout, area.x, area.x + area.width, area.y,
		            stroke_of(layout, SIZE_RULE_LIGHT, rule));
	if (row->shares != NULL)
		place_plot(layout, details, state, row->shares, area);
	role_end(layout);
}

/* A row that is withheld says why in its last cell. */
static void place_figures(struct layout *layout, const struct details_block *details,
                          const struct state *state, size_t i, struct area area)
{
	const struct detail_row *row = &details->rows[i];
	double middle = area.y + area.height / 2;

	for (size_t n = 0; n < details->n_figures; n++) {
		bool last = n + 1 == details->n_figures, note = last && row->note != NULL;
		enum style style = note ? STYLE_LABEL : figure_style(row);

		role_begin(layout, ROLE_CELL, NULL);
		if (note || row->figures[n] != NULL)
			place_text(layout, style, COLOUR_NONE, note ? row->note : row->figures[n],
			           flush_right(area.x + state->columns.figures[n],
			                       baseline_at(layout, style, middle)));
		if (last && row->flagged)
			chart_tag(layout, STYLE_SMALL, details->flag, area.x + state->columns.tag,
			          middle);
		role_end(layout);
	}
}

static void place_row(struct layout *layout, const struct details_block *details,
                      const struct state *state, size_t i, struct area area)
{
	const struct detail_row *row = &details->rows[i];
	struct area text = {area.x, area.y, state->columns.text, area.height};

	role_begin(layout, ROLE_ROW, NULL);
	place_marks(layout, details, state, i, area);
	role_begin(layout, ROLE_ROW_HEAD, NULL);
	chart_lines(layout,
	            (struct chart_text){&state->texts[i], size_of(layout, SIZE_RANKING_LEADING),
	                                COLOUR_INK, ALIGN_LEFT},
	            text);
	role_end(layout);
	if (details->n_points > 0) {
		role_begin(layout, ROLE_CELL, NULL);
		if (row->distribution != NULL)
			place_unseen(layout, row->distribution,
			             (struct place){area.x + state->columns.plot,
			                            area.y + area.height / 2,
			                            plot_width(layout, details,
			                                       state->columns.pitch),
			                            ALIGN_LEFT});
		role_end(layout);
	}
	place_figures(layout, details, state, i, area);
	role_end(layout);
	if (i + 1 == details->n_rows)
		role_end(layout);
}

static void place(struct layout *layout, const struct block *block,
                  const struct measured *measured, size_t strip, struct area area)
{
	if (strip == 0)
		place_head(layout, &block->details, measured->state, area);
	else
		place_row(layout, &block->details, measured->state, strip - 1, area);
}

const struct block_class chart_details = {measure, place};
