#include "xlsx/lists.h"

#include <assert.h>

#include "base/arena.h"
#include "xlsx/plan.h"

static void add_list(struct book *book, const struct list *list)
{
	struct places *places = &book->places;

	places->lists =
	    arena_push(book->arena, places->lists, places->n_lists, sizeof *places->lists);
	places->lists[places->n_lists++] = *list;
}

/* All columns of checks share one list: they say in their heads what is asked. */
static const struct point yes_no[] = {{.value = 0, .id = "no"}, {.value = 1, .id = "yes"}};

static const struct point action_points[STAND_COUNT] = {
	[STAND_OPEN] = {.value = STAND_OPEN, .id = "open"},
	[STAND_STARTED] = {.value = STAND_STARTED, .id = "started"},
	[STAND_DONE] = {.value = STAND_DONE, .id = "done"},
};

static const struct point *column_points(const struct record_column *column)
{
	return column->type == COLUMN_CHECK ? yes_no : column->options;
}

static const struct list *find_list(const struct book *book, const struct point *points)
{
	for (size_t i = 0; i < book->places.n_lists; i++)
		if (book->places.lists[i].points == points)
			return &book->places.lists[i];
	return NULL;
}

static void add_columns(struct book *book, const struct record_column *columns, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct point *points = column_points(&columns[i]);

		if (columns[i].n_options == 0 || find_list(book, points) != NULL)
			continue;
		add_list(book, &(struct list){.title = points == yes_no
		                                           ? plan_kind_word(book, SCALE_CHECK)
		                                           : columns[i].title,
		                              .points = points,
		                              .n_points = columns[i].n_options});
	}
}

/* Marks and ratings are numbers, which are typed in. */
bool list_is_for(const struct scale *scale)
{
	return scale_has_stands(scale) || scale->kind == SCALE_CHOICE;
}

void lists_place(struct book *book)
{
	const struct framework *framework = book->framework;
	const struct tab *actions = book_tab(book, PART_ACTIONS);

	for (size_t i = 0; i < framework->n_scales; i++) {
		const struct scale *scale = &framework->scales[i];

		if (list_is_for(scale))
			add_list(book, &(struct list){.title = scale->prompt,
			                              .points = scale->points,
			                              .n_points = scale->n_points,
			                              .excluded = scale->excluded,
			                              .is_scale = true,
			                              .stands = scale_has_stands(scale)});
		add_columns(book, scale->columns, scale->n_columns);
	}
	for (size_t i = 0; i < framework->n_records; i++)
		add_columns(book, framework->records[i].columns, framework->records[i].n_columns);
	if (actions != NULL)
		add_list(book, &(struct list){.title = actions->grid.name,
		                              .points = action_points,
		                              .n_points = STAND_COUNT});
}

const struct list *list_of_scale(const struct book *book, const struct scale *scale)
{
	const struct list *list = find_list(book, scale->points);

	assert(list != NULL);
	return list;
}

const struct list *list_of_column(const struct book *book, const struct record_column *column)
{
	const struct list *list = find_list(book, column_points(column));

	assert(list != NULL);
	return list;
}

const struct list *list_of_actions(const struct book *book)
{
	const struct list *list = find_list(book, action_points);

	assert(list != NULL);
	return list;
}

const char *list_label(struct book *book, const struct point *point)
{
	if (point->label != NULL && *point->label != '\0')
		return point->label;
	return book_say_document(book, point->id);
}

const char *list_area(struct book *book, const struct list *list, size_t column)
{
	size_t n = list->n_points + (list->excluded != NULL);

	return book_area(book, PART_CODEBOOK,
	                 (struct area){list->top, column, list->top + n - 1, column});
}

const char *list_cell(struct book *book, const struct list *list, size_t point, size_t column)
{
	return book_cell(book, PART_CODEBOOK, list->top + point, column);
}
