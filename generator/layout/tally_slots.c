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

static void add_span(struct layout *layout, struct slots *slots, const char *head, double x,
                     double width)
{
	struct slot_span span = {x, width, text_set(layout, STYLE_LABEL_BOLD, head, width)};

	if (span.head.n_lines == 0)
		return;
	slots->spans = arena_push(layout->arena, slots->spans, slots->n_spans, sizeof(span));
	slots->spans[slots->n_spans++] = span;
}

/* A box for + and one for -, under one head. */
static void add_pair(struct layout *layout, struct slots *slots, const char *head,
                     const char *name, double x)
{
	double width = size_of(layout, SIZE_TALLY_WIDTH), gap = size_of(layout, SIZE_TALLY_GAP);
	struct slot slot = {.x = x, .width = width, .sign = SIGN_PLUS};

	slot.name = arena_printf(layout->arena, "%s.plus", name);
	slot.words = arena_printf(layout->arena, "%s +", head);
	add_slot(layout, slots, slot);
	slot.x = x + width + gap;
	slot.sign = SIGN_MINUS;
	slot.name = arena_printf(layout->arena, "%s.minus", name);
	slot.words = arena_printf(layout->arena, "%s −", head);
	add_slot(layout, slots, slot);
	add_span(layout, slots, head, x, slot.x + width - x);
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
		add_pair(layout, slots, tally->mine, "mine", slots->left - pair);
		slots->left -= pair + gap;
	}
	if (tally->group_sum != NULL)
		add_pair(layout, slots, tally->group_sum, "group", group);
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
		const struct tally_column *column = &tally->columns[i];
		struct slot slot = {.x = first + (double)i * pitch, .width = pitch - gap};

		slot.name = column->id;
		slot.words = column->head;
		slot.head = text_set(layout, STYLE_LABEL_BOLD, column->head, pitch);
		add_slot(layout, slots, slot);
	}
	add_span(layout, slots, tally->columns_head, first, n * pitch - gap);
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
	if (slot->sign == SIGN_PLUS)
		draw_plus(layout, middle, y, COLOUR_INK);
	if (slot->sign == SIGN_MINUS)
		draw_minus(layout, middle, y, COLOUR_INK);
	place_lines(layout, &slot->head,
	            (struct place){x + slot->x, foot - slot->head.height, slot->width,
	                           ALIGN_CENTRE});
	role_end(layout);
}

void slots_place_head(struct layout *layout, const struct slots *slots, struct area area)
{
	double foot = area.y + area.height - size_of(layout, SIZE_UNIT) / 2;
	double upper = foot - lower_height(layout, slots);

	for (size_t i = 0; i < slots->n_spans; i++) {
		const struct slot_span *span = &slots->spans[i];

		role_begin(layout, ROLE_HEAD_CELL, NULL);
		place_lines(layout, &span->head,
		            (struct place){area.x + span->x, upper - span->head.height,
		                           span->width, ALIGN_CENTRE});
		role_end(layout);
	}
	for (size_t i = 0; i < slots->n_slots; i++)
		place_lower(layout, &slots->slots[i], area.x, foot);
	if (slots->talk.n_lines == 0)
		return;
	role_begin(layout, ROLE_HEAD_CELL, NULL);
	place_lines(layout, &slots->talk,
	            (struct place){area.x, foot - slots->talk.height, area.width, ALIGN_RIGHT});
	role_end(layout);
}

static void place_talk(struct layout *layout, const struct tally_row *row, const char *talk,
                       double x, double y)
{
	double size = size_of(layout, SIZE_BOX);
	struct area box = {x, y - size / 2, size, size};

	role_begin(layout, ROLE_CELL, NULL);
	sheet_box(layout, box, SIZE_BOX_LINE);
	draw_field(layout, box, (struct form_field){
		.kind = FIELD_CHECK,
		.name = arena_printf(layout->arena, "tally.%s.talk", row->id),
		.tooltip = sheet_tooltip(layout, row->title, talk),
	});
	role_end(layout);
}

void slots_place_row(struct layout *layout, const struct slots *slots,
                     const struct tally_row *row, const char *talk, struct area area)
{
	double height = size_of(layout, SIZE_TALLY_HEIGHT), y = area.y + area.height / 2;

	for (size_t i = 0; i < slots->n_slots; i++) {
		const struct slot *slot = &slots->slots[i];
		struct area box = {area.x + slot->x, y - height / 2, slot->width, height};

		role_begin(layout, ROLE_CELL, NULL);
		sheet_box(layout, box, SIZE_RULE);
		draw_field(layout, box, (struct form_field){
			.kind = FIELD_NUMBER,
			.name = arena_printf(layout->arena, "tally.%s.%s", row->id, slot->name),
			.tooltip = sheet_tooltip(layout, row->title, slot->words),
		});
		role_end(layout);
	}
	if (talk != NULL && !row->total)
		place_talk(layout, row, talk, area.x + slots->talk_x, y);
}
