#include <math.h>

#include "base/arena.h"
#include "layout/chart_parts.h"
#include "layout/charts.h"
#include "layout/draw.h"
#include "layout/text.h"

struct entry {
	struct lines text, aside;
	double height;
};

/* What of the lists stands in a strip: of each list the entries from its own
 * `from` up to that of the next piece. */
struct piece {
	size_t *from;
};

/* Strip 0 is the head, then come pieces. */
struct state {
	struct chart_columns columns;
	struct lines title, *heads, *texts;
	struct entry **entries; /* of each list */
	struct piece *pieces;   /* and one past the last */
	size_t n_pieces;
};

static double entry_gap(const struct layout *layout)
{
	return size_of(layout, SIZE_UNIT);
}

/* The first line's baseline; with a title there is a rule above. */
static double baseline(const struct layout *layout, const struct checks_block *checks)
{
	return checks->title != NULL ? size_of(layout, SIZE_SECTION_HEAD)
	                             : style_ascent(layout, STYLE_NAME);
}

static double set_entries(struct layout *layout, const struct check_list *list, double room,
                          struct entry *entries)
{
	double leading = size_of(layout, SIZE_CHECK_LEADING), height = 0;

	for (size_t i = 0; i < list->n_entries; i++) {
		struct entry *entry = &entries[i];

		entry->text = text_balance(layout, STYLE_LABEL, list->entries[i].text, room);
		entry->aside = text_set(layout, STYLE_SMALL, list->entries[i].aside, room);
		entry->height = larger((double)entry->text.n_lines * leading,
		                       size_of(layout, SIZE_CHECK)) + entry->aside.height;
		height += entry->height + entry_gap(layout);
	}
	return height;
}

/* Entries of one list from `from` on that stand within `limit`, one at least. */
static size_t fill(const struct layout *layout, const struct check_list *list,
                   const struct entry *entries, size_t from, double limit)
{
	double height = 0;
	size_t end = from;

	while (end < list->n_entries &&
	       (end == from || height + entries[end].height <= limit))
		height += entries[end++].height + entry_gap(layout);
	return end;
}

/* Lists that are long stand in pieces, between which a page may end. */
static void cut(struct layout *layout, const struct checks_block *checks, double highest,
                struct state *state)
{
	static const double whole = 1.0 / 3, part = 1.0 / 6;
	double body = page_body(layout).height;
	double limit = highest <= whole * body ? highest : part * body;
	bool more = true;

	while (more) {
		size_t *from = ARENA_ARRAY(layout->arena, size_t, checks->n_lists + 1);
		const size_t *start = NULL;

		if (state->n_pieces > 0)
			start = state->pieces[state->n_pieces - 1].from;
		more = start == NULL;
		for (size_t i = 0; i < checks->n_lists && start != NULL; i++) {
			from[i] = fill(layout, &checks->lists[i], state->entries[i], start[i],
			               limit);
			more = more || from[i] < checks->lists[i].n_entries;
		}
		state->pieces = arena_push(layout->arena, state->pieces, state->n_pieces,
		                           sizeof(struct piece));
		state->pieces[state->n_pieces++].from = from;
	}
	state->n_pieces--;
}

static double piece_height(const struct layout *layout, const struct checks_block *checks,
                           const struct state *state, size_t piece)
{
	double height = 0;

	for (size_t i = 0; i < checks->n_lists; i++) {
		double sum = 0;

		for (size_t j = state->pieces[piece].from[i];
		     j < state->pieces[piece + 1].from[i]; j++)
			sum += state->entries[i][j].height + entry_gap(layout);
		height = larger(height, sum);
	}
	return height;
}

static double column_left(const struct state *state, size_t column)
{
	return state->columns.title + (double)column * state->columns.pitch;
}

static double measure_head(struct layout *layout, const struct checks_block *checks,
                           struct state *state)
{
	double room = state->columns.room, height = 0;

	state->heads = ARENA_ARRAY(layout->arena, struct lines, checks->n_lists + 1);
	state->texts = ARENA_ARRAY(layout->arena, struct lines, checks->n_lists + 1);
	state->title = text_balance(layout, STYLE_SECTION, checks->title,
	                            larger(state->columns.title - size_of(layout, SIZE_CELL_GAP),
	                                   1));
	for (size_t i = 0; i < checks->n_lists; i++) {
		state->heads[i] = text_set(layout, STYLE_NAME, checks->lists[i].title, room);
		state->texts[i] = text_set(layout, STYLE_LABEL, checks->lists[i].text, room);
		height = larger(height, state->heads[i].height + state->texts[i].height);
	}
	return baseline(layout, checks) - style_ascent(layout, STYLE_NAME) + height +
	       size_of(layout, SIZE_LABEL_GAP);
}

static void measure(struct layout *layout, const struct block *block, double width,
                    struct measured *measured)
{
	const struct checks_block *checks = &block->checks;
	struct state *state = ARENA_NEW(layout->arena, struct state);
	bool titled = checks->title != NULL;
	double highest = 0, below, room;
	struct strip *strips;

	measured->state = state;
	if (checks->n_lists == 0)
		return;
	state->columns = chart_columns(layout, width, checks->n_lists, titled, 0);
	if (titled)
		state->columns.room = smaller(
		    larger(state->columns.room,
		           state->columns.pitch - size_of(layout, SIZE_CELL_GAP)),
		    width - column_left(state, checks->n_lists - 1));
	room = larger(state->columns.room - size_of(layout, SIZE_CHECK_INDENT), 1);
	state->entries = ARENA_ARRAY(layout->arena, struct entry *, checks->n_lists);
	for (size_t i = 0; i < checks->n_lists; i++) {
		state->entries[i] = ARENA_ARRAY(layout->arena, struct entry,
		                                checks->lists[i].n_entries + 1);
		highest = larger(highest, set_entries(layout, &checks->lists[i], room,
		                                      state->entries[i]));
	}
	cut(layout, checks, highest, state);
	strips = measured_alloc(layout, measured, 1 + state->n_pieces);
	strips[0] = (struct strip){.height = measure_head(layout, checks, state), .keep = true,
	                           .head = true, .reach = state->n_pieces,
	                           .what = checks->title};
	strips[0].before = size_of(layout, titled ? SIZE_SECTION_GAP : SIZE_GAP);
	for (size_t i = 0; i < state->n_pieces; i++)
		strips[1 + i].height = piece_height(layout, checks, state, i);
	/* the title may go on beside the lists, but not beside what follows them */
	below = baseline(layout, checks) - style_ascent(layout, STYLE_SECTION) +
	        state->title.height - measured_height(measured);
	if (below > 0)
		strips[state->n_pieces].height += below;
}

/* The sign is the same for those who read from right to left: it is turned
 * round here so that the page's turning sets it right. */
static void place_check(struct layout *layout, double x, double y, double radius)
{
	double side = layout->mirrored ? -radius : radius;
	const double sign[] = {x - 0.48 * side, y + 0.02 * radius, x - 0.12 * side,
	                       y + 0.38 * radius, x + 0.5 * side,  y - 0.36 * radius};
	struct stroke stroke = stroke_of(layout, SIZE_RULE_HEAVY, COLOUR_PAPER);

	stroke.round = true;
	draw_circle(layout, (struct circle){x, y, radius}, COLOUR_BLUE, stroke_none());
	draw_path(layout, sign, 3, stroke);
}

static void place_half(struct layout *layout, double x, double y, double radius)
{
	enum { POINTS = 19 };
	static const double pi = 3.14159265358979;
	double xy[2 * POINTS];

	for (size_t i = 0; i < POINTS; i++) {
		double angle = pi * (double)i / (POINTS - 1);

		xy[2 * i] = x - radius * sin(angle);
		xy[2 * i + 1] = y - radius * cos(angle);
	}
	draw_polygon(layout, xy, POINTS, COLOUR_BLUE, stroke_none());
}

/* A disk with a check mark, a half disk or a ring, centred on y; what does not
 * apply has a dash in its ring. */
static void place_mark(struct layout *layout, enum square stand, double x, double y)
{
	struct stroke line = stroke_of(layout, SIZE_RULE_SECTION,
	                               stand == SQUARE_STARTED ? COLOUR_BLUE : COLOUR_INK3);
	double radius = size_of(layout, SIZE_CHECK) / 2;
	struct circle ring = {x + radius, y, radius - line.width / 2};

	if (stand == SQUARE_DONE) {
		place_check(layout, ring.x, y, radius);
		return;
	}
	if (stand == SQUARE_STARTED)
		place_half(layout, ring.x, y, radius);
	draw_circle(layout, ring, COLOUR_NONE, line);
	if (stand == SQUARE_EXCLUDED)
		draw_across(layout, ring.x - radius / 2, ring.x + radius / 2, y, line);
}

static void place_entry(struct layout *layout, const struct checks_block *checks,
                        const struct check_entry *source, const struct entry *entry,
                        struct area area)
{
	double leading = size_of(layout, SIZE_CHECK_LEADING);
	double middle = area.y + larger(leading, size_of(layout, SIZE_CHECK)) / 2;
	enum colour colour = source->stand == SQUARE_DONE ? COLOUR_INK : COLOUR_INK2;
	struct area words = area;

	words.x += size_of(layout, SIZE_CHECK_INDENT);
	words.width -= size_of(layout, SIZE_CHECK_INDENT);
	words.y = middle - leading / 2;
	words.height = (double)entry->text.n_lines * leading;
	role_begin(layout, ROLE_LIST_ITEM, NULL);
	role_begin(layout, ROLE_LABEL, NULL);
	place_mark(layout, source->stand, area.x, middle);
	if (checks->stand_words[source->stand] != NULL)
		place_unseen(layout, checks->stand_words[source->stand],
		             (struct place){area.x, baseline_at(layout, STYLE_SMALL, middle),
		                            size_of(layout, SIZE_CHECK), ALIGN_LEFT});
	role_end(layout);
	role_begin(layout, ROLE_LIST_BODY, NULL);
	chart_lines(layout, (struct chart_text){&entry->text, leading, colour, ALIGN_LEFT}, words);
	place_lines(layout, &entry->aside,
	            flush_left(words.x, area.y + entry->height - entry->aside.height));
	role_end(layout);
	role_end(layout);
}

/* The title is a heading before the table of the lists. */
static void place_title(struct layout *layout, const struct lines *title, struct area area)
{
	/* At the top of a page the rule of the running head serves for it. */
	if (area.y > page_body(layout).y)
		draw_across(layout, area.x, area.x + area.width, area.y,
		            stroke_of(layout, SIZE_RULE_SECTION, COLOUR_INK));
	role_begin(layout, ROLE_HEADING2, NULL);
	place_lines(layout, title,
	            flush_left(area.x, area.y + size_of(layout, SIZE_SECTION_HEAD) -
	                               style_ascent(layout, STYLE_SECTION)));
	role_end(layout);
}

static void place_head(struct layout *layout, const struct checks_block *checks,
                       const struct state *state, struct area area)
{
	double top = area.y + baseline(layout, checks) - style_ascent(layout, STYLE_NAME);

	if (checks->title != NULL)
		place_title(layout, &state->title, area);
	role_begin(layout, ROLE_TABLE, checks->title);
	role_begin(layout, ROLE_ROW, NULL);
	for (size_t i = 0; i < checks->n_lists; i++) {
		const struct lines *head = &state->heads[i], *text = &state->texts[i];
		double x = area.x + column_left(state, i);

		role_begin(layout, head->n_lines > 0 ? ROLE_HEAD_CELL : ROLE_CELL, NULL);
		place_lines(layout, head, flush_left(x, top));
		chart_lines(layout, (struct chart_text){text, 0, COLOUR_INK2, ALIGN_LEFT},
		            (struct area){x, top + head->height, state->columns.room,
		                          text->height});
		role_end(layout);
	}
	role_end(layout);
}

static void place_list(struct layout *layout, const struct checks_block *checks,
                       const struct state *state, size_t piece, size_t list, struct area area)
{
	size_t from = state->pieces[piece].from[list], end = state->pieces[piece + 1].from[list];

	role_begin(layout, ROLE_CELL, NULL);
	if (from < end)
		role_begin(layout, ROLE_LIST, NULL);
	for (size_t i = from; i < end; i++) {
		const struct entry *entry = &state->entries[list][i];

		place_entry(layout, checks, &checks->lists[list].entries[i], entry, area);
		area.y += entry->height + entry_gap(layout);
	}
	if (from < end)
		role_end(layout);
	role_end(layout);
}

static void place(struct layout *layout, const struct block *block,
                  const struct measured *measured, size_t strip, struct area area)
{
	const struct checks_block *checks = &block->checks;
	const struct state *state = measured->state;

	if (strip == 0) {
		place_head(layout, checks, state, area);
	} else {
		role_begin(layout, ROLE_ROW, NULL);
		for (size_t i = 0; i < checks->n_lists; i++)
			place_list(layout, checks, state, strip - 1, i,
			           (struct area){area.x + column_left(state, i), area.y,
			                         state->columns.room, area.height});
		role_end(layout);
	}
	if (strip + 1 == measured->n_strips)
		role_end(layout);
}

const struct block_class chart_checks = {measure, place};
