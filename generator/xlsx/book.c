#include "xlsx/book.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

static void plan_segments(struct book *book)
{
	struct plan *plan = &book->plan;

	for (size_t person = 0; person < book->scores->n_people; person++) {
		const struct sheet *sheet = book->scores->people[person];

		for (size_t i = 0; i < sheet->n_segments; i++) {
			const char *name = sheet->segments[i].name;
			size_t known = 0;

			while (known < plan->n_segments && strcmp(plan->segments[known], name) != 0)
				known++;
			if (known < plan->n_segments)
				continue;
			plan->segments = arena_push(book->arena, plan->segments, plan->n_segments,
			                            sizeof *plan->segments);
			plan->segments[plan->n_segments++] = name;
		}
	}
}

static void plan_scores(struct book *book)
{
	const struct framework *framework = book->framework;
	struct plan *plan = &book->plan;
	size_t column = plan->answered + 1;

	plan->score_columns = ARENA_ARRAY(book->arena, size_t, framework->n_elements);
	plan->band_columns = ARENA_ARRAY(book->arena, size_t, framework->n_elements);
	for (size_t e = 0; e < framework->n_elements; e++) {
		const struct element *element = &framework->elements[e];
		const struct rule *rule = &framework->levels[element->level].rule;
		bool scored = element->scale == NULL && rule->measure != MEASURE_NONE;

		plan->score_columns[e] = scored ? column++ : SIZE_MAX;
		plan->band_columns[e] = scored && rule->bands != NULL ? column++ : SIZE_MAX;
	}
}

static int compare_ints(const void *left, const void *right)
{
	int a = *(const int *)left, b = *(const int *)right;

	return (a > b) - (a < b);
}

static void add_point(struct book *book, int value)
{
	struct plan *plan = &book->plan;

	for (size_t i = 0; i < plan->n_points; i++)
		if (plan->points[i] == value)
			return;
	plan->points =
	    arena_push(book->arena, plan->points, plan->n_points, sizeof *plan->points);
	plan->points[plan->n_points++] = value;
}

static void plan_points(struct book *book)
{
	for (size_t i = 0; i < book->framework->n_scales; i++) {
		const struct scale *scale = &book->framework->scales[i];

		for (size_t j = 0; j < scale->n_points; j++)
			add_point(book, scale->points[j].value);
		if (scale->kind == SCALE_MARK) {
			add_point(book, -1);
			add_point(book, 1);
		}
	}
	if (book->plan.n_points > 1)
		qsort(book->plan.points, book->plan.n_points, sizeof *book->plan.points,
		      compare_ints);
}

/* Sections of the tally's level and items each go down in reading order. */
static void plan_tally(struct book *book)
{
	const struct framework *framework = book->framework;
	struct plan *plan = &book->plan;
	size_t items = framework->n_levels - 1, rows[2] = {0, 0};

	plan->tally_level = plan->marks && items > 1 ? items - 1 : items;
	plan->tally_top = 3;
	plan->tally_first = plan->tally_level;
	plan->items_first = items;
	plan->tally_rows = ARENA_ARRAY(book->arena, size_t, framework->n_elements);
	for (size_t e = 0; e < framework->n_elements; e++) {
		size_t level = framework->elements[e].level;

		plan->tally_rows[e] = SIZE_MAX;
		if (level == items)
			plan->tally_rows[e] = plan->tally_top + rows[0]++;
		else if (level == plan->tally_level)
			plan->tally_rows[e] = plan->tally_top + rows[1]++;
	}
}

static void plan_codebook(struct book *book)
{
	const struct framework *framework = book->framework;
	struct plan *plan = &book->plan;
	/* opening, head, columns of Data, a gap, and the head of the bands */
	size_t row = 3 + plan->first_item + framework->n_items + 2;

	plan->band_rows = ARENA_ARRAY(book->arena, size_t, framework->n_bands);
	for (size_t i = 0; i < framework->n_bands; i++) {
		plan->band_rows[i] = row;
		row += framework->bands[i].n_steps;
	}
}

void book_plan(struct book *book)
{
	struct plan *plan = &book->plan;
	size_t n = book->scores->n_people;

	plan->marks = framework_is_marks(book->framework);
	plan_segments(book);
	plan->first_item = 2 + plan->n_segments;
	plan->data_bottom = n > 0 ? n : 1;
	plan->scores_top = 3;
	plan->answered = plan->first_item;
	plan_scores(book);
	plan_points(book);
	plan_tally(book);
	plan_codebook(book);
}

const char *book_say_document(struct book *book, const char *key)
{
	const struct template *template = book->input->template;
	const char *text =
	    words_fill(&book->vocabulary, template->words, template->n_words, key);

	return text == NULL ? "" : text;
}

const char *book_say(struct book *book, const char *key)
{
	const struct template_section *section = book->section;

	if (words_find(section->words, section->n_words, key) == NULL)
		return book_say_document(book, key);
	key = words_fill(&book->vocabulary, section->words, section->n_words, key);
	return key == NULL ? "" : key;
}

/* In marks that stand twice where they stand inside. */
static const char *quote(struct book *book, const char *text, char mark)
{
	struct buf quoted = {.arena = book->arena};

	buf_add(&quoted, &mark, 1);
	for (; *text != '\0'; text++) {
		buf_add(&quoted, text, 1);
		if (*text == mark)
			buf_add(&quoted, text, 1);
	}
	buf_add(&quoted, &mark, 1);
	return buf_text(&quoted);
}

const char *book_quoted(struct book *book, const char *text)
{
	return quote(book, text, '"');
}

const char *book_area(struct book *book, enum part part, struct area area)
{
	return arena_printf(book->arena, "%s!%s", quote(book, book->grids[part].name, '\''),
	                    area_name(book->arena, area));
}

const char *book_cell(struct book *book, enum part part, size_t row, size_t column)
{
	return book_area(book, part, (struct area){row, column, row, column});
}

const char *book_scores(struct book *book, size_t column)
{
	size_t top = book->plan.scores_top;

	return book_area(book, PART_SCORES,
	                 (struct area){top, column, top + book->plan.data_bottom - 1, column});
}

const char *book_n_people(struct book *book)
{
	const char *codes =
	    book_area(book, PART_DATA, (struct area){1, 0, book->plan.data_bottom, 0});

	return arena_printf(book->arena, "COUNTA(%s)", codes);
}

const char *book_title(struct book *book, size_t element)
{
	return element == 0 ? book_say_document(book, "overall")
	                    : book->framework->elements[element].text;
}

size_t book_ancestor(const struct book *book, size_t element, size_t level)
{
	while (book->framework->elements[element].level > level)
		element = book->framework->elements[element].parent;
	return element;
}

void book_opening(struct book *book, struct grid *grid)
{
	grid_text(grid, (struct spot){0, 0, LOOK_TITLE}, book_say(book, "title"));
	grid_text(grid, (struct spot){1, 0, LOOK_NOTE}, book_say(book, "note"));
}

void book_head(struct book *book, struct grid *grid, struct spot spot, const char *key)
{
	spot.look |= LOOK_HEAD;
	grid_text(grid, spot, key == NULL ? NULL : book_say(book, key));
}

double book_size(const struct book *book, enum size size)
{
	return book->input->theme->sizes[size];
}

const char *book_number(struct book *book, double number)
{
	char text[32];

	for (int digits = 15; digits <= 17; digits++) {
		snprintf(text, sizeof text, "%.*g", digits, number);
		if (strtod(text, NULL) == number)
			break;
	}
	return arena_strdup(book->arena, text);
}
