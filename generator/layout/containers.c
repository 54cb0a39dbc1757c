#include "layout/containers.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "layout/blocks.h"
#include "layout/draw.h"
#include "layout/text.h"

/* Which child a strip belongs to, and which of its strips it is. */
struct share {
	size_t child, strip;
};

struct children {
	struct measured *measured; /* one for each child */
	struct share *shares;      /* one for each strip */
};

static void append(struct layout *layout, struct measured *measured, size_t child,
                   const struct measured *part)
{
	struct children *children = measured->state;

	for (size_t i = 0; i < part->n_strips; i++) {
		size_t n = measured->n_strips;

		measured->strips = arena_push(layout->arena, measured->strips, n,
		                              sizeof(*measured->strips));
		children->shares = arena_push(layout->arena, children->shares, n,
		                              sizeof(*children->shares));
		measured->strips[n] = part->strips[i];
		children->shares[n] = (struct share){child, i};
		measured->n_strips++;
	}
}

void children_measure(struct layout *layout, const struct block *children, size_t n_children,
                      double width, struct measured *measured)
{
	struct children *state = ARENA_NEW(layout->arena, struct children);

	*measured = (struct measured){.state = state};
	state->measured = ARENA_ARRAY(layout->arena, struct measured, n_children + 1);
	for (size_t i = 0; i < n_children; i++) {
		block_measure(layout, &children[i], width, &state->measured[i]);
		append(layout, measured, i, &state->measured[i]);
	}
}

void children_place(struct layout *layout, const struct block *children,
                    const struct measured *measured, size_t strip, struct area area)
{
	const struct children *state = measured->state;
	struct share share = state->shares[strip];

	block_place_strip(layout, &children[share.child], &state->measured[share.child],
	                  share.strip, area);
}

/* A container's own strip in front of those of its children. */
struct headed {
	size_t n_own; /* 0 or 1 */
	struct measured children;
	void *own;
};

/* Puts the children's strips after `n_own` zeroed strips of the container. */
static struct headed *measure_headed(struct layout *layout, const struct block *block,
                                     double width, size_t n_own, struct measured *measured)
{
	struct headed *state = ARENA_NEW(layout->arena, struct headed);

	state->n_own = n_own;
	children_measure(layout, block->children, block->n_children, width, &state->children);
	measured_alloc(layout, measured, n_own + state->children.n_strips);
	if (state->children.n_strips > 0)
		memcpy(measured->strips + n_own, state->children.strips,
		       state->children.n_strips * sizeof(*measured->strips));
	measured->state = state;
	return state;
}

static void place_child(struct layout *layout, const struct block *block,
                        const struct measured *measured, size_t strip, struct area area)
{
	const struct headed *state = measured->state;

	children_place(layout, block->children, &state->children, strip - state->n_own, area);
}

static void measure_keep(struct layout *layout, const struct block *block, double width,
                         struct measured *measured)
{
	measure_headed(layout, block, width, 0, measured);
	for (size_t i = 0; i + 1 < measured->n_strips; i++)
		measured->strips[i].keep = true;
}

/* The rule stands at the top of its strip, which ends where the leading of a
 * section's heading begins. At the top of a page the rule of the running head
 * serves for it. */
static void measure_section(struct layout *layout, const struct block *block, double width,
                            struct measured *measured)
{
	size_t n_own = block->section.rule ? 1 : 0;
	struct strip *strips;

	measure_headed(layout, block, width, n_own, measured);
	strips = measured->strips;
	if (measured->n_strips > n_own && n_own > 0)
		strips[n_own].before = strips[n_own].below_head = 0;
	if (n_own == 0)
		return;
	strips[0].height = size_of(layout, SIZE_SECTION_HEAD) - style_ascent(layout, STYLE_SECTION);
	strips[0].before = size_of(layout, SIZE_SECTION_GAP);
	strips[0].below_head = 2 * size_of(layout, SIZE_UNIT);
	strips[0].keep = measured->n_strips > 1;
}

static void place_section(struct layout *layout, const struct block *block,
                          const struct measured *measured, size_t strip, struct area area)
{
	const struct headed *state = measured->state;
	bool below_head = area.y <= page_body(layout).y;

	if (strip == 0)
		role_begin(layout, ROLE_SECTION, NULL);
	if (strip < state->n_own && !below_head)
		draw_across(layout, area.x, area.x + area.width, area.y,
		            stroke_of(layout, SIZE_RULE_SECTION, COLOUR_INK));
	else if (strip >= state->n_own)
		place_child(layout, block, measured, strip, area);
	if (strip + 1 == measured->n_strips)
		role_end(layout);
}

/* A sheet's head is repeated on all its pages, and so is the line that shows
 * how to mark, until one for another scale takes its place. */
static void repeat_heads(const struct block *block, struct measured *measured)
{
	const struct headed *state = measured->state;
	const struct children *children = state->children.state;
	size_t last = measured->n_strips - 1, end = last;

	measured->strips[0].head = true;
	measured->strips[0].reach = last;
	for (size_t i = last; i > 0; i--) {
		if (block->children[children->shares[i - 1].child].kind != BLOCK_KEY)
			continue;
		measured->strips[i].head = true;
		measured->strips[i].reach = end - i;
		end = i - 1;
	}
}

static void measure_sheet(struct layout *layout, const struct block *block, double width,
                          struct measured *measured)
{
	struct headed *state = measure_headed(layout, block, width, 1, measured);

	state->own = sheet_head_measure(layout, &block->sheet, width, &measured->strips[0]);
	measured->strips[0].new_page = true;
	measured->strips[0].even = block->sheet.fill;
	measured->strips[0].keep = measured->n_strips > 1;
	repeat_heads(block, measured);
	for (size_t i = 0; i < measured->n_strips && !block->sheet.fill; i++)
		measured->strips[i].stretch = 0;
}

static void place_sheet(struct layout *layout, const struct block *block,
                        const struct measured *measured, size_t strip, struct area area)
{
	const struct headed *state = measured->state;

	if (strip == 0) {
		role_begin(layout, ROLE_PART, NULL);
		sheet_head_place(layout, &block->sheet, state->own, area);
	} else {
		place_child(layout, block, measured, strip, area);
	}
	if (strip + 1 == measured->n_strips)
		role_end(layout);
}

/* Children side by side, as one strip; when that is more than a page they
 * stand below each other. */
struct columns {
	struct measured *children;
	struct area *areas; /* relative to the strip */
	double height;      /* of the highest */
	double stretch;     /* of all together: each grows by the same share of its own */
	bool stacked;
};

static double shares_sum(const struct block *block)
{
	double sum = 0;

	for (size_t i = 0; i < block->n_children; i++)
		sum += block->columns.shares == NULL ? 1 : block->columns.shares[i];
	return sum > 0 ? sum : 1;
}

static void measure_side_by_side(struct layout *layout, const struct block *block, double width,
                                 struct columns *state, struct strip *strip)
{
	double gutter = size_of(layout, SIZE_GUTTER), x = 0, sum = shares_sum(block), highest = 0;
	double room = width - gutter * (double)(block->n_children - 1);

	for (size_t i = 0; i < block->n_children; i++) {
		const double *shares = block->columns.shares;
		struct measured *child = &state->children[i];
		struct area *area = &state->areas[i];

		area->x = x;
		area->width = room * (shares == NULL ? 1 : shares[i]) / sum;
		x += area->width + gutter;
		block_measure(layout, &block->children[i], area->width, child);
		area->height = measured_height(child);
		if (area->height > strip->height)
			strip->height = area->height;
		highest = fmax(highest, area->height + measured_stretch(child));
		if (child->n_strips > 0 && child->strips[0].before > strip->before)
			strip->before = child->strips[0].before;
		if (child->n_strips > 0 && child->strips[0].below_head > strip->below_head)
			strip->below_head = child->strips[0].below_head;
	}
	strip->stretch = highest - strip->height;
}

static void measure_columns(struct layout *layout, const struct block *block, double width,
                            struct measured *measured)
{
	struct columns *state = ARENA_NEW(layout->arena, struct columns);
	struct strip strip = {0};

	if (block->n_children == 0)
		return;
	state->children = ARENA_ARRAY(layout->arena, struct measured, block->n_children);
	state->areas = ARENA_ARRAY(layout->arena, struct area, block->n_children);
	measure_side_by_side(layout, block, width, state, &strip);
	state->stacked = layout->theme->toggles[TOGGLE_STACKED_COLUMNS] ||
	                 strip.height > page_body(layout).height;
	if (state->stacked) {
		children_measure(layout, block->children, block->n_children, width, measured);
		state->children = ARENA_NEW(layout->arena, struct measured);
		*state->children = *measured;
	} else {
		measured_alloc(layout, measured, 1);
		measured->strips[0] = strip;
		state->height = strip.height;
		state->stretch = strip.stretch;
	}
	measured->state = state;
}

static void place_columns(struct layout *layout, const struct block *block,
                          const struct measured *measured, size_t strip, struct area area)
{
	const struct columns *state = measured->state;
	double share = state->stretch > 0 ? (area.height - state->height) / state->stretch : 0;

	if (state->stacked) {
		children_place(layout, block->children, state->children, strip, area);
		return;
	}
	for (size_t i = 0; i < block->n_children; i++) {
		struct area part = state->areas[i];

		part.x += area.x;
		part.y = area.y;
		part.height += share * measured_stretch(&state->children[i]);
		block_place(layout, &block->children[i], &state->children[i], part);
	}
}

const struct block_class block_keep = {measure_keep, place_child};
const struct block_class block_section = {measure_section, place_section};
const struct block_class block_sheet = {measure_sheet, place_sheet};
const struct block_class block_columns = {measure_columns, place_columns};
