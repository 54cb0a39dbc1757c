#include "xlsx/sheets.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

/* Heads of a table must differ, whatever their case. */
static bool is_taken(struct book *book, char *const *heads, size_t n, const char *head)
{
	const char *upper = text_upper(book->arena, head);

	for (size_t i = 0; i < n; i++)
		if (strcmp(text_upper(book->arena, heads[i]), upper) == 0)
			return true;
	return false;
}

static char *new_head(struct book *book, char *const *heads, size_t n, const char *wanted)
{
	char *head = arena_strdup(book->arena, wanted);

	for (char *c = head; *c != '\0'; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	for (size_t next = 2; is_taken(book, heads, n, head); next++)
		head = arena_printf(book->arena, "%s %zu", wanted, next);
	return head;
}

/* The items come first, for their names are ids that stay as they are. */
const char **data_heads(struct book *book)
{
	const struct framework *framework = book->framework;
	const struct plan *plan = &book->plan;
	size_t n = 0, n_heads = plan->first_item + framework->n_items;
	char **taken = ARENA_ARRAY(book->arena, char *, n_heads);
	const char **heads = ARENA_ARRAY(book->arena, const char *, n_heads);

	for (size_t i = 0; i < framework->n_items; i++) {
		heads[plan->first_item + i] = framework->elements[framework->items[i]].id;
		taken[n++] = arena_strdup(book->arena, heads[plan->first_item + i]);
	}
	for (size_t i = 0; i < plan->first_item; i++) {
		const char *wanted = i == 0   ? book_say_document(book, "code")
		                     : i == 1 ? book_say_document(book, "wave")
		                              : plan->segments[i - 2];

		taken[n] = new_head(book, taken, n, wanted);
		heads[i] = taken[n++];
	}
	return heads;
}

const char *segment_value(const struct sheet *sheet, const char *name)
{
	for (size_t i = 0; i < sheet->n_segments; i++)
		if (strcmp(sheet->segments[i].name, name) == 0)
			return sheet->segments[i].value;
	return NULL;
}

static void fill_person(struct book *book, struct grid *grid, size_t row,
                        const struct sheet *sheet)
{
	const struct plan *plan = &book->plan;

	grid_text(grid, (struct spot){row, 0, LOOK_BOLD}, sheet->respondent);
	grid_text(grid, (struct spot){row, 1, 0}, sheet->wave);
	for (size_t i = 0; i < plan->n_segments; i++)
		grid_text(grid, (struct spot){row, 2 + i, 0},
		          segment_value(sheet, plan->segments[i]));
	for (size_t i = 0; i < book->framework->n_items; i++) {
		struct spot spot = {row, plan->first_item + i, LOOK_INPUT};

		if (sheet->values[i] == ANSWER_BLANK)
			grid_empty(grid, spot);
		else
			grid_number(grid, spot, sheet->values[i]);
	}
}

/* Neighbours on one scale share a rule of what may be typed in. */
static void fill_limits(struct book *book, struct grid *grid)
{
	const struct framework *framework = book->framework;
	const struct plan *plan = &book->plan;

	for (size_t first = 0, i = 1; i <= framework->n_items; i++) {
		const struct scale *scale = framework->elements[framework->items[first]].scale;
		struct area area = {1, plan->first_item + first, plan->data_bottom,
		                    plan->first_item + i - 1};
		double low, high;

		if (i < framework->n_items &&
		    framework->elements[framework->items[i]].scale == scale)
			continue;
		framework_range(framework, framework->items[first], &low, &high);
		words_set_number(&book->vocabulary, "low", low, 0);
		words_set_number(&book->vocabulary, "high", high, 0);
		grid_limits(grid, area, (int)low, (int)high, book_say(book, "limits"));
		first = i;
	}
}

void fill_data(struct book *book, struct grid *grid)
{
	const struct plan *plan = &book->plan;
	const char **heads = data_heads(book);
	size_t n = plan->first_item + book->framework->n_items;

	for (size_t i = 0; i < n; i++) {
		bool item = i >= plan->first_item;

		grid_text(grid, (struct spot){0, i, LOOK_HEAD | (item ? LOOK_RIGHT : 0u)},
		          heads[i]);
		grid_width(grid, i, book_size(book, SIZE_CELL_NUMBER),
		           item ? 0 : book_size(book, SIZE_CELL_TEXT));
	}
	for (size_t person = 0; person < book->scores->n_people; person++)
		fill_person(book, grid, 1 + person, book->scores->people[person]);
	fill_limits(book, grid);
	grid->frozen_rows = grid->frozen_columns = 1;
	grid->has_table = book->scores->n_people > 0;
	grid->table = (struct area){0, 0, plan->data_bottom, n - 1};
	grid->wide = true;
}
