#include "xlsx/book.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "xlsx/blank.h"
#include "xlsx/formula.h"
#include "xlsx/lists.h"
#include "xlsx/plan.h"
#include "xlsx/tally.h"

static void place_segments(struct book *book)
{
	struct places *places = &book->places;

	for (size_t person = 0; person < book->scores->n_people; person++) {
		const struct sheet *sheet = book->scores->people[person];

		for (size_t i = 0; i < sheet->n_segments; i++) {
			const char *name = sheet->segments[i].name;
			size_t known = 0;

			while (known < places->n_segments &&
			       strcmp(places->segments[known], name) != 0)
				known++;
			if (known < places->n_segments)
				continue;
			places->segments = arena_push(book->arena, places->segments,
			                              places->n_segments, sizeof *places->segments);
			places->segments[places->n_segments++] = name;
		}
	}
}

static bool is_said(const struct book *book, size_t place, size_t index)
{
	for (size_t i = 0; i < book->scores->n_people; i++) {
		const struct sheet *sheet = book->scores->people[i];

		if (sheet->details != NULL && sheet->details[place] != NULL &&
		    (sheet->details[place][index].given || sheet->details[place][index].none))
			return true;
	}
	return false;
}

/* Only what anybody wrote: most columns beside answers are for teams. */
static void place_extras(struct book *book)
{
	const struct framework *framework = book->framework;
	struct places *places = &book->places;

	for (size_t i = 0; i < framework->n_items; i++) {
		const struct scale *scale = framework->elements[framework->items[i]].scale;

		for (size_t j = 0; j < scale->n_columns; j++) {
			if (!is_said(book, i, j))
				continue;
			places->extras = arena_push(book->arena, places->extras, places->n_extras,
			                            sizeof *places->extras);
			places->extras[places->n_extras++] = (struct extra){i, j};
		}
	}
}

static void place_scores(struct book *book)
{
	const struct framework *framework = book->framework;
	struct places *places = &book->places;
	size_t column = places->answered + 1;

	places->score_columns = ARENA_ARRAY(book->arena, size_t, framework->n_elements);
	places->band_columns = ARENA_ARRAY(book->arena, size_t, framework->n_elements);
	for (size_t e = 0; e < framework->n_elements; e++) {
		const struct element *element = &framework->elements[e];
		const struct rule *rule = &framework->levels[element->level].rule;
		bool scored = element->scale == NULL && rule->measure != MEASURE_NONE &&
		              formula_scores(framework, e);

		places->score_columns[e] = scored ? column++ : SIZE_MAX;
		places->band_columns[e] = scored && rule->bands != NULL ? column++ : SIZE_MAX;
	}
}

static int compare_ints(const void *left, const void *right)
{
	int a = *(const int *)left, b = *(const int *)right;

	return (a > b) - (a < b);
}

static void add_point(struct book *book, int value)
{
	struct places *places = &book->places;

	for (size_t i = 0; i < places->n_points; i++)
		if (places->points[i] == value)
			return;
	places->points =
	    arena_push(book->arena, places->points, places->n_points, sizeof *places->points);
	places->points[places->n_points++] = value;
}

static void place_points(struct book *book)
{
	for (size_t i = 0; i < book->framework->n_scales; i++) {
		const struct scale *scale = &book->framework->scales[i];

		for (size_t j = 0; scale->kind == SCALE_RATING && j < scale->n_points; j++)
			add_point(book, scale->points[j].value);
		if (scale->kind == SCALE_MARK) {
			add_point(book, -1);
			add_point(book, 1);
		}
	}
	if (book->places.n_points > 1)
		qsort(book->places.points, book->places.n_points, sizeof *book->places.points,
		      compare_ints);
}

/* Sections of the tally's level and items each go down in reading order. */
static void place_tally(struct book *book)
{
	const struct framework *framework = book->framework;
	struct places *places = &book->places;
	size_t items = framework->n_levels - 1, rows[2] = {0, 0};

	places->tally_level = places->marks && items > 1 ? items - 1 : items;
	places->tally_top = 3;
	places->tally_first = places->tally_level;
	places->items_first = items;
	places->tally_rows = ARENA_ARRAY(book->arena, size_t, framework->n_elements);
	for (size_t e = 0; e < framework->n_elements; e++) {
		const struct element *element = &framework->elements[e];

		places->tally_rows[e] = SIZE_MAX;
		if (element->scale != NULL && tally_has(element->scale))
			places->tally_rows[e] = places->tally_top + rows[0]++;
		else if (element->scale == NULL && element->level == places->tally_level)
			places->tally_rows[e] = places->tally_top + rows[1]++;
	}
}

/* The columns of Data, the bands, what may be chosen, the columns of records:
 * each with a head, after an empty row. Those that have nothing are left out. */
static void place_codebook(struct book *book)
{
	const struct framework *framework = book->framework;
	struct places *places = &book->places;
	size_t row = 2;

	if (framework->n_items > 0 && !book->form)
		row += 1 + places->n_keys + framework->n_items + places->n_extras + 1;
	places->band_rows = ARENA_ARRAY(book->arena, size_t, framework->n_bands);
	row += framework->n_bands > 0;
	for (size_t i = 0; i < framework->n_bands; i++) {
		places->band_rows[i] = row;
		row += framework->bands[i].n_steps;
	}
	row += framework->n_bands > 0;
	row += places->n_lists > 0;
	for (size_t i = 0; i < places->n_lists; i++) {
		places->lists[i].top = row;
		row += places->lists[i].n_points + (places->lists[i].excluded != NULL);
	}
	places->fields_top = row + 1 + (places->n_lists > 0);
}

/* In workbooks one that is empty where a record has none, in forms as many as the
 * template or the framework wants. */
static size_t count_rows(const struct book *book, size_t record)
{
	const struct tab *tab = book->form ? book_record_tab(book, record) : NULL;
	size_t n = book->scores->records[record].n_rows;

	if (tab != NULL && !book->framework->records[record].single) {
		size_t wanted = (size_t)tab->section->count;

		n = book->framework->records[record].blanks;
		n = n > wanted ? n : wanted;
	}
	return n > 0 ? n : 1;
}

static void place_records(struct book *book)
{
	const struct framework *framework = book->framework;
	struct places *places = &book->places;

	places->record_top = book->form ? FORM_RECORD_TOP : RECORD_TOP;
	places->record_columns = ARENA_ARRAY(book->arena, size_t *, framework->n_records);
	places->record_keys = ARENA_ARRAY(book->arena, size_t, framework->n_records);
	places->record_rows = ARENA_ARRAY(book->arena, size_t, framework->n_records);
	for (size_t i = 0; i < framework->n_records; i++) {
		const struct record *record = &framework->records[i];
		size_t column = 1;

		places->record_rows[i] = count_rows(book, i);
		places->record_columns[i] = ARENA_ARRAY(book->arena, size_t, record->n_columns);
		for (size_t j = 0; j < record->n_columns; j++) {
			places->record_columns[i][j] = column++;
			column += record->columns[j].type == COLUMN_REFERENCE && !book->form;
		}
		if (book->form && record->label != SIZE_MAX)
			places->record_keys[i] = places->record_columns[i][record->label];
	}
}

/* Where only actions need a day, one is always found; what the engine counts to
 * the day of the team's sheet is left empty without it. */
static double place_day(const struct book *book)
{
	const struct scores *scores = book->scores;
	double day = NAN;

	if (scores->consensus_sheet != NULL)
		day = date_days(scores->consensus_sheet->date);
	if (!isnan(day) || book_tab(book, PART_ACTIONS) == NULL ||
	    book_tab(book, PART_PLAN) != NULL || book_tab(book, PART_RECORDS) != NULL)
		return day;
	for (size_t i = 0; i < scores->n_people; i++)
		day = fmax(day, date_days(scores->people[i]->date));
	return isnan(day) ? (double)(book->input->date / SECONDS_A_DAY) : day;
}

void book_place(struct book *book)
{
	struct places *places = &book->places;
	size_t n = book->scores->n_people;

	places->marks = framework_is_marks(book->framework);
	place_segments(book);
	place_extras(book);
	places->first_item = 2 + places->n_segments;
	places->n_keys = book_tab(book, PART_DATA) == NULL ? 0 : places->first_item;
	places->data_bottom = n > 0 ? n : 1;
	places->scores_top = 3;
	places->answered = places->first_item;
	places->date = 2;
	places->day = place_day(book);
	place_scores(book);
	place_points(book);
	place_tally(book);
	place_records(book);
	if (book->form)
		blank_place(book);
	else
		plan_place(book);
	lists_place(book);
	place_codebook(book);
}
