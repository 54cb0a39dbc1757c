#include <stdint.h>

#include "base/arena.h"
#include "compose/tallying.h"
#include "compose/worksheet.h"

/* One row for each item of a group that has this scale. */
static void add_item_rows(struct tallying *tallying, const struct scale *scale, size_t group)
{
	struct composer *composer = tallying->composer;
	const struct framework *f = composer->framework;
	const struct element *part = &f->elements[group];
	const struct tally_block *block = &tallying->block;

	for (size_t i = part->first_item; i < part->first_item + part->n_items; i++) {
		const struct element *item = &f->elements[f->items[i]];

		if (item->scale == scale)
			tallying_push(tallying, f->items[i], (struct tally_row){
				.group = part->text,
				.title = arena_printf(composer->arena, "%zu  %s", i + 1, item->text),
				.first = block->n_rows == 0 ||
				         block->rows[block->n_rows - 1].group != part->text,
			});
	}
}

/* A box for each point, in every row. */
static void add_hands(struct tallying *tallying, const struct scale *scale)
{
	struct composer *composer = tallying->composer;
	const struct framework *f = composer->framework;
	struct tally_block *block = &tallying->block;

	for (size_t i = 0; i < block->n_rows; i++) {
		struct tally_row *row = &block->rows[i];

		row->boxes = ARENA_ARRAY(composer->arena, struct number_box, scale->n_points);
		composer_set(composer, "statement", f->elements[tallying->elements[i]].text);
		for (size_t point = 0; point < scale->n_points; point++) {
			composer_set(composer, "point", block->columns[point]);
			composer_set(composer, "label", scale->points[point].label);
			row->boxes[point] = (struct number_box){
				field_name(composer, FIELD_WORD_HANDS, tallying_id(tallying, i),
				           block->columns[point]),
				composer_text(composer, "tip-hands"), NULL};
		}
	}
	tallying_add_talk(tallying, FIELD_WORD_HANDS);
}

static void add_points(struct tallying *tallying, const struct scale *scale)
{
	struct tally_block *block = &tallying->block;
	struct arena *arena = tallying->composer->arena;

	block->columns = ARENA_ARRAY(arena, const char *, scale->n_points);
	block->n_columns = scale->n_points;
	for (size_t i = 0; i < scale->n_points; i++)
		block->columns[i] = arena_printf(arena, "%d", scale->points[i].value);
}

/* A sheet with what is in the tally, which is empty afterwards. */
static void close_item_tally(struct tallying *tallying, const struct scale *scale, size_t sheet)
{
	struct composer *composer = tallying->composer;
	const char *notes = composer_say(composer, "notes");
	struct blocks outer;

	if (tallying->block.n_rows == 0)
		return;
	outer = composer_open(composer);
	add_hands(tallying, scale);
	composer_add(composer, BLOCK_TALLY)->tally = tallying->block;
	if (notes != NULL)
		composer_add(composer, BLOCK_LINES)->lines = (struct lines_block){
			.title = notes,
			.field = arena_printf(composer->arena, FIELD_WORD_NOTES ".Hands.%s.%zu",
			                      scale->id, sheet)};
	worksheet_close_sheet(composer, outer, NULL);
	tallying->block.rows = NULL;
	tallying->block.n_rows = 0;
	tallying->elements = NULL;
}

/* The rated items by groups, as many groups on a sheet as have room for at
 * most `count` items. */
static void add_item_tallies(struct composer *composer, const struct scale *scale, size_t count)
{
	const struct framework *f = composer->framework;
	size_t level = level_of_groups(f), sheet = 1;
	struct tallying tallying = {.composer = composer};

	tallying.block.title_head = composer_text(composer, "items-head");
	tallying.block.talk = composer_say(composer, "talk");
	tallying.block.columns_head = composer_say(composer, "points");
	add_points(&tallying, scale);
	for (size_t i = framework_next(f, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(f, 0, i, level)) {
		if (tallying.block.n_rows > 0 &&
		    tallying.block.n_rows + f->elements[i].n_items > count)
			close_item_tally(&tallying, scale, sheet++);
		add_item_rows(&tallying, scale, i);
	}
	close_item_tally(&tallying, scale, sheet);
}

void compose_item_tally(struct composer *composer)
{
	enum { COUNT_STANDARD = 12 };
	const struct framework *f = composer->framework;
	int count = composer->section->count > 0 ? composer->section->count : COUNT_STANDARD;

	for (size_t i = 0; i < f->n_scales; i++)
		if (f->scales[i].kind == SCALE_RATING)
			add_item_tallies(composer, &f->scales[i], (size_t)count);
}
