#include "xlsx/lists.h"

#include <assert.h>

#include "base/arena.h"
#include "base/text.h"
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

/* How sheets are filled in, as answers have it. */
static const struct point sheet_points[] = {{.id = "individual"}, {.id = "consensus"}};

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

/* Numbers with the words for them, which forms let people choose from. */
static struct point numbered(struct book *book, const char *number, const struct point *point,
                             const char *key)
{
	struct point said = *point;

	words_set(&book->vocabulary, "value", number);
	words_set(&book->vocabulary, "label", point->label);
	said.label = book_say_document(book, key);
	return said;
}

static struct list ratings_list(struct book *book, const struct scale *scale)
{
	struct point *points = ARENA_ARRAY(book->arena, struct point, scale->n_points);

	for (size_t i = 0; i < scale->n_points; i++)
		points[i] = numbered(book,
		                     text_number_in(book->arena, &book->vocabulary.numbers,
		                                    scale->points[i].value, 0),
		                     &scale->points[i], "choice-rating");
	return (struct list){.points = points, .n_points = scale->n_points};
}

static struct list marks_list(struct book *book, const struct scale *scale)
{
	struct point *points = ARENA_ARRAY(book->arena, struct point, 2);
	struct point plus = {.value = 1, .label = scale->plus, .provenance = scale->provenance};
	struct point minus = {.value = -1, .label = scale->minus, .provenance = scale->provenance};

	points[0] = numbered(book, "+", &plus, "choice-mark");
	points[1] = numbered(book, "\xe2\x88\x92", &minus, "choice-mark");
	return (struct list){.points = points, .n_points = 2};
}

static void add_scale(struct book *book, const struct scale *scale)
{
	struct list list = {.points = scale->points, .n_points = scale->n_points};

	if (!list_is_for(scale) && !(book->form && scale_is_coded(scale)))
		return;
	if (scale->kind == SCALE_RATING)
		list = ratings_list(book, scale);
	else if (scale->kind == SCALE_MARK)
		list = marks_list(book, scale);
	list.title = scale->prompt;
	list.excluded = scale->excluded;
	list.scale = scale;
	list.stands = scale_has_stands(scale);
	add_list(book, &list);
}

void lists_place(struct book *book)
{
	const struct framework *framework = book->framework;
	const struct tab *actions = book_tab(book, PART_ACTIONS);

	for (size_t i = 0; i < framework->n_scales; i++) {
		add_scale(book, &framework->scales[i]);
		add_columns(book, framework->scales[i].columns, framework->scales[i].n_columns);
	}
	for (size_t i = 0; i < framework->n_records; i++)
		add_columns(book, framework->records[i].columns, framework->records[i].n_columns);
	if (actions != NULL)
		add_list(book, &(struct list){.title = actions->grid.name,
		                              .points = action_points,
		                              .n_points = STAND_COUNT});
	if (book->form)
		add_list(book, &(struct list){.title = book_say_document(book, "sheet"),
		                              .points = sheet_points,
		                              .n_points = SHEET_COUNT});
}

const struct list *list_of_scale(const struct book *book, const struct scale *scale)
{
	size_t i = 0;

	while (i < book->places.n_lists && book->places.lists[i].scale != scale)
		i++;
	assert(i < book->places.n_lists);
	return &book->places.lists[i];
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

const struct list *list_of_sheets(const struct book *book)
{
	const struct list *list = find_list(book, sheet_points);

	assert(list != NULL);
	return list;
}

bool list_is_numbers(const struct list *list)
{
	return list->scale != NULL &&
	       (list->scale->kind == SCALE_RATING || list->scale->kind == SCALE_MARK);
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
