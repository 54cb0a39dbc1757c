#include "layout/tally_slots.h"

#include <math.h>

#include "base/arena.h"
#include "layout/draw.h"
#include "layout/sheet_parts.h"

static void add_slot(struct layout *layout, struct slots *slots, struct slot slot)
{
	slots->slots = arena_push(layout->arena, slots->slots, slots->n_slots, sizeof(slot));
	slots->slots[slots->n_slots++] = slot;
}

static void add_span(struct layout *layout, struct slots *slots, const char *head,
                     struct slot_span span)
{
	span.head = text_set(layout, STYLE_LABEL_BOLD, head, span.width);
	slots->spans = arena_push(layout->arena, slots->spans, slots->n_spans, sizeof(span));
	slots->spans[slots->n_spans++] = span;
}

/* A box for + and one for -, under one head. */
static void add_pair(struct layout *layout, struct slots *slots, const char *head, double x)
{
	double width = size_of(layout, SIZE_TALLY_WIDTH), gap = size_of(layout, SIZE_TALLY_GAP);
	struct slot slot = {.x = x, .width = width, .sign = SIGN_PLUS};

	add_slot(layout, slots, slot);
	slot.x = x + width + gap;
	slot.sign = SIGN_MINUS;
	add_slot(layout, slots, slot);
	add_span(layout, slots, head, (struct slot_span){x, slot.x + width - x, 2, {0}});
}

static void arrange_pairs(struct layout *layout, const struct tally_block *tally, double right,
                          struct slots *slots)
{
	double pair = 2 * size_of(layout, SIZE_TALLY_WIDTH) + size_of(layout, SIZE_TALLY_GAP);
	double gap = size_of(layout, SIZE_TALLY_GROUP_GAP), group = right - pair;

	slots->left = right;
	if (tally->group_sum != NULL)
		slots->left = group - gap;
	if (tally->mine != NULL) {
		add_pair(layout, slots, tally->mine, slots->left - pair);
		slots->left -= pair + gap;
	}
	if (tally->group_sum != NULL)
		add_pair(layout, slots, tally->group_sum, group);
}

/* Boxes become narrower where there are many of them. */
static void arrange_columns(struct layout *layout, const struct tally_block *tally, double right,
                            double room, struct slots *slots)
{
	double gap = size_of(layout, SIZE_TALLY_GAP), n = (double)tally->n_columns;
	double pitch = fmin(size_of(layout, SIZE_TALLY_COLUMN) + gap, room / n), first;

	gap = fmin(gap, pitch / 6);
	first = right + gap - n * pitch;
	for (size_t i = 0; i < tally->n_columns; i++) {
		struct slot slot = {.x = first + (double)i * pitch, .width = pitch - gap};

		slot.head = text_set(layout, STYLE_LABEL_BOLD, tally->columns[i], pitch);
		add_slot(layout, slots, slot);
	}
	if (tally->columns_head != NULL)
		add_span(layout, slots, tally->columns_head,
		         (struct slot_span){first, n * pitch - gap, tally->n_columns, {0}});
	slots->left = first - 2 * size_of(layout, SIZE_UNIT);
}

struct slots slots_arrange(struct layout *layout, const struct tally_block *tally, double width,
                           double least)
{
	struct slots slots = {.left = width};
	double box = size_of(layout, SIZE_BOX), right = width;
	double gap = size_of(layout, tally->n_columns > 0 ? SIZE_TALLY_GROUP_GAP : SIZE_TALK_GAP);

	if (tally->talk != NULL) {
		slots.talk_x = width - box;
		slots.talk = text_set(layout, STYLE_LABEL_BOLD, tally->talk,
		                      box + size_of(layout, SIZE_TALK_GAP) / 2);
		right = width - fmax(box + gap, slots.talk.width + size_of(layout, SIZE_UNIT));
	}
	if (tally->n_columns > 0)
		arrange_columns(layout, tally, right, right - least, &slots);
	else
		arrange_pairs(layout, tally, right, &slots);
	return slots;
}

static double lower_height(const struct layout *layout, const struct slots *slots)
{
	double height = 0;

	for (size_t i = 0; i < slots->n_slots; i++)
		height = fmax(height, slots->slots[i].sign == SIGN_NONE
		                          ? slots->slots[i].head.height
		                          : style_leading(layout, STYLE_LABEL_BOLD));
	return height;
}

double slots_head_height(const struct layout *layout, const struct slots *slots)
{
	double upper = 0;

	for (size_t i = 0; i < slots->n_spans; i++)
		upper = fmax(upper, slots->spans[i].head.height);
	return fmax(upper + lower_height(layout, slots), slots->talk.height) +
	       size_of(layout, SIZE_UNIT);
}

static void place_lower(struct layout *layout, const struct slot *slot, double x, double foot)
{
	double y = foot - style_leading(layout, STYLE_LABEL_BOLD) / 2;
	double middle = x + slot->x + slot->width / 2;

	role_begin(layout, ROLE_HEAD_CELL, NULL);
	sheet_sign(layout, slot->sign, middle, y);
	place_lines(layout, &slot->head,
	            (struct place){x + slot->x, foot - slot->head.height, slot->width,
	                           ALIGN_CENTRE});
	role_end(layout);
}

static double heads_foot(const struct layout *layout, struct area area)
{
	return area.y + area.height - size_of(layout, SIZE_UNIT) / 2;
}

void slots_place_lower_head(struct layout *layout, const struct slots *slots, struct area area)
{
	for (size_t i = 0; i < slots->n_slots; i++)
		place_lower(layout, &slots->slots[i], area.x, heads_foot(layout, area));
}

size_t slots_columns(const struct slots *slots)
{
	return slots->n_slots + (slots->talk.n_lines > 0);
}

void slots_place_head(struct layout *layout, const struct slots *slots, struct area area)
{
	double foot = heads_foot(layout, area), upper = foot - lower_height(layout, slots);

	for (size_t i = 0; i < slots->n_spans; i++) {
		const struct slot_span *span = &slots->spans[i];

		cell_begin(layout, ROLE_HEAD_CELL, (struct span){.columns = (unsigned)span->n_slots});
		place_lines(layout, &span->head,
		            (struct place){area.x + span->x, upper - span->head.height,
		                           span->width, ALIGN_CENTRE});
		role_end(layout);
	}
	if (slots->n_spans == 0)
		slots_place_lower_head(layout, slots, area);
	if (slots->talk.n_lines == 0)
		return;
	cell_begin(layout, ROLE_HEAD_CELL, (struct span){.rows = slots->n_spans > 0 ? 2 : 1});
	place_lines(layout, &slots->talk,
	            (struct place){area.x, foot - slots->talk.height, area.width, ALIGN_RIGHT});
	role_end(layout);
}

static void place_talk(struct layout *layout, const struct tally_row *row, double x, double y)
{
	double size = size_of(layout, SIZE_BOX);
	struct area box = {x, y - size / 2, size, size};
	struct form_field field = sheet_check(layout);

	if (row->talk_field == NULL)
		return;
	sheet_box(layout, box, SIZE_BOX_LINE);
	field.name = row->talk_field;
	field.tooltip = row->talk_tip;
	draw_field(layout, box, field);
}

void slots_place_row(struct layout *layout, const struct slots *slots,
                     const struct tally_row *row, struct area area)
{
	double height = size_of(layout, SIZE_TALLY_HEIGHT), y = area.y + area.height / 2;

	for (size_t i = 0; i < slots->n_slots; i++) {
		const struct slot *slot = &slots->slots[i];
		struct area box = {area.x + slot->x, y - height / 2, slot->width, height};

		role_begin(layout, ROLE_CELL, NULL);
		sheet_box(layout, box, SIZE_RULE);
		sheet_number_field(layout, box, &row->boxes[i]);
		role_end(layout);
	}
	if (slots->talk.n_lines == 0)
		return;
	role_begin(layout, ROLE_CELL, NULL);
	place_talk(layout, row, area.x + slots->talk_x, y);
	role_end(layout);
}
