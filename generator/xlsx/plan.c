#include "xlsx/plan.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "xlsx/heads.h"

bool plan_shares(const struct record_column *one, const struct record_column *other)
{
	return strcmp(one->id, other->id) == 0 && one->type == other->type &&
	       one->targets == other->targets &&
	       (one->n_options == 0 || one->options == other->options ||
	        one->type == COLUMN_CHECK);
}

void plan_add_details(struct book *book, const struct scale *scale)
{
	struct places *places = &book->places;

	for (size_t i = 0; i < scale->n_columns; i++) {
		const struct record_column *column = &scale->columns[i];
		size_t known = 0;

		while (known < places->n_details &&
		       !plan_shares(places->details[known].column, column))
			known++;
		if (known < places->n_details || column->type == COLUMN_COMPUTED)
			continue;
		places->details = arena_push(book->arena, places->details, places->n_details,
		                             sizeof *places->details);
		places->details[places->n_details++].column = column;
	}
}

/* What of the columns there is. */
struct needs {
	bool kinds, weights, targets, before;
};

static struct needs place_rows(struct book *book)
{
	const struct framework *framework = book->framework;
	const struct scores *previous = book->input->previous;
	struct places *places = &book->places;
	struct needs needs = {.before = previous != NULL && previous->consensus != NULL};
	size_t row = PLAN_TOP;

	places->plan_rows = ARENA_ARRAY(book->arena, size_t, framework->n_items);
	for (size_t i = 0; i < framework->n_items; i++) {
		const struct element *item = &framework->elements[framework->items[i]];

		places->plan_rows[i] = SIZE_MAX;
		if (!scale_has_stands(item->scale))
			continue;
		places->plan_rows[i] = row++;
		needs.targets |= !isnan(item->target);
		needs.weights |= item->weight < 1 || item->weight > 1;
		plan_add_details(book, item->scale);
	}
	places->plan_bottom = row > PLAN_TOP ? row - 1 : PLAN_TOP;
	needs.kinds = framework_count_kind(framework, 0, SCALE_STATUS) > 0 &&
	              framework_count_kind(framework, 0, SCALE_CHECK) > 0;
	return needs;
}

static void add_column(struct places *places, enum plan_column column, bool there)
{
	places->plan_columns[column] = there ? places->plan_width++ : SIZE_MAX;
}

/* Days follow the first date; the target stands before what was reached of it
 * and the progress after that. */
static void place_details(struct places *places, bool targets)
{
	bool dated = false, read = !targets;

	for (size_t i = 0; i < places->n_details; i++) {
		const struct record_column *column = places->details[i].column;
		bool reading = !read && column->targets && column->type == COLUMN_NUMBER;
		bool date = !dated && column->type == COLUMN_DATE;

		if (reading) {
			add_column(places, PLAN_TARGET, true);
			add_column(places, PLAN_UNIT, true);
		}
		places->details[i].place = places->plan_width++;
		if (reading)
			add_column(places, PLAN_PROGRESS, true);
		if (date) {
			add_column(places, PLAN_DAYS, true);
			add_column(places, PLAN_LATE, true);
		}
		read = read || reading;
		dated = dated || date;
	}
	if (!read && targets) {
		add_column(places, PLAN_TARGET, true);
		add_column(places, PLAN_UNIT, true);
	}
}

/* The sections right below one, with a number after what is there already. */
static void name_sections(struct book *book, size_t parent)
{
	const struct framework *framework = book->framework;
	size_t level = framework->elements[parent].level + 1;
	struct heads heads = {.arena = book->arena};

	for (size_t i = framework_next(framework, parent, parent, level); i != SIZE_MAX;
	     i = framework_next(framework, parent, i, level))
		book->places.section_names[i] = heads_add(&heads, framework->elements[i].text);
}

void plan_place(struct book *book)
{
	struct places *places = &book->places;
	struct needs needs = place_rows(book);

	places->section_names =
	    ARENA_ARRAY(book->arena, const char *, book->framework->n_elements);
	for (size_t e = 0; e < book->framework->n_elements; e++)
		if (book->framework->elements[e].level + 2 < book->framework->n_levels)
			name_sections(book, e);

	for (size_t i = 0; i < PLAN_COLUMNS; i++)
		places->plan_columns[i] = SIZE_MAX;
	places->n_names = book->framework->n_levels > 2 ? book->framework->n_levels - 2 : 0;
	places->plan_width = places->n_names;
	add_column(places, PLAN_ID, true);
	add_column(places, PLAN_TEXT, true);
	add_column(places, PLAN_ANSWER, true);
	place_details(places, needs.targets);
	add_column(places, PLAN_CHANGE, needs.before);
	places->plan_printed = places->plan_width;
	add_column(places, PLAN_BEFORE, needs.before);
	add_column(places, PLAN_STAND, true);
	add_column(places, PLAN_KIND, needs.kinds);
	add_column(places, PLAN_WEIGHT, needs.weights);
}

const char *plan_area(struct book *book, size_t column)
{
	return book_area(book, PART_PLAN,
	                 (struct area){PLAN_TOP, column, book->places.plan_bottom, column});
}

const char *plan_stand_word(struct book *book, int stand)
{
	static const char *const keys[STANDS_ALL] = {
		[STAND_OPEN] = "open",         [STAND_STARTED] = "started",
		[STAND_DONE] = "done",         [STAND_EXCLUDED] = "excluded",
		[STAND_BLANK] = "blank",
	};

	return book_say_document(book, keys[stand]);
}

const char *plan_kind_word(struct book *book, enum scale_kind kind)
{
	return book_say_document(book, arena_printf(book->arena, "kind-%s",
	                                            scale_kind_name(kind)));
}

const char *plan_answer(const struct framework *framework, const struct sheet *sheet,
                        const struct result *results, size_t item)
{
	const struct scale *scale = framework->elements[framework->items[item]].scale;
	int value;

	if (sheet == NULL)
		return NULL;
	value = sheet->values[item];
	if (value == ANSWER_EXCLUDED)
		return scale->excluded;
	/* An empty box of a sheet that was gone through says no. */
	if (results[framework->items[item]].tally.stands[STAND_OPEN] > 0 && value == ANSWER_BLANK)
		value = scale->points[0].value;
	for (size_t i = 0; i < scale->n_points; i++)
		if (scale->points[i].value == value)
			return scale->points[i].label;
	return NULL;
}

int plan_stand(const struct result *result)
{
	if (result->tally.excluded > 0)
		return STAND_EXCLUDED;
	for (int i = 0; i < STAND_COUNT; i++)
		if (result->tally.stands[i] > 0)
			return i;
	return STAND_BLANK;
}
