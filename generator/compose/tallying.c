#include "compose/tallying.h"

#include "base/arena.h"

void tallying_push(struct tallying *tallying, size_t element, struct tally_row row)
{
	struct arena *arena = tallying->composer->arena;
	struct tally_block *block = &tallying->block;

	tallying->elements = arena_push(arena, tallying->elements, block->n_rows,
	                                sizeof *tallying->elements);
	tallying->elements[block->n_rows] = element;
	block->rows = arena_push(arena, block->rows, block->n_rows, sizeof *block->rows);
	block->rows[block->n_rows++] = row;
}

const char *tallying_id(const struct tallying *tallying, size_t row)
{
	return tallying->composer->framework->elements[tallying->elements[row]].id;
}

void tallying_add_talk(struct tallying *tallying, const char *word)
{
	struct composer *composer = tallying->composer;
	struct tally_block *block = &tallying->block;

	for (size_t i = 0; i < block->n_rows && block->talk != NULL; i++) {
		struct tally_row *row = &block->rows[i];

		if (row->total)
			continue;
		composer_set(composer, "counted", row->title);
		row->talk_field = field_name(composer, word, tallying_id(tallying, i), "talk");
		row->talk_tip = composer_text(composer, "tip-talk");
	}
}
