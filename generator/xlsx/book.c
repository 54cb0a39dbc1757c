#include "xlsx/book.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "xlsx/blank.h"

const char *book_say_document(struct book *book, const char *key)
{
	const struct template *template = book->input->template;
	const char *text =
	    words_fill(&book->vocabulary, template->words, template->n_words, key);

	return text == NULL ? "" : text;
}

const char *book_say(struct book *book, const char *key)
{
	const struct template_section *section = book->tab->section;

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

const struct tab *book_tab(const struct book *book, enum part part)
{
	for (size_t i = 0; i < book->n_tabs; i++)
		if (book->tabs[i].part == part)
			return &book->tabs[i];
	return NULL;
}

static const struct tab *find_tab(const struct book *book, enum part part, size_t index)
{
	for (size_t i = 0; i < book->n_tabs; i++)
		if (book->tabs[i].part == part && book->tabs[i].index == index)
			return &book->tabs[i];
	return NULL;
}

const struct tab *book_record_tab(const struct book *book, size_t record)
{
	return find_tab(book, PART_RECORDS, record);
}

const struct tab *book_person_tab(const struct book *book, size_t person)
{
	return find_tab(book, PART_PERSON, person);
}

const char *book_tab_area(struct book *book, const struct tab *tab, struct area area)
{
	assert(tab != NULL);
	return arena_printf(book->arena, "%s!%s", quote(book, tab->grid.name, '\''),
	                    area_name(book->arena, area));
}

const char *book_area(struct book *book, enum part part, struct area area)
{
	return book_tab_area(book, book_tab(book, part), area);
}

const char *book_record_area(struct book *book, size_t record, struct area area)
{
	return book_tab_area(book, book_record_tab(book, record), area);
}

const char *book_cell(struct book *book, enum part part, size_t row, size_t column)
{
	return book_area(book, part, (struct area){row, column, row, column});
}

const char *book_date(struct book *book)
{
	return book->form ? blank_field(book, 0, FIELD_DATE)
	                  : book_cell(book, PART_SUMMARY, book->places.date, DATE_COLUMN);
}

const char *book_scores(struct book *book, size_t column)
{
	size_t top = book->places.scores_top;

	return book_area(book, PART_SCORES,
	                 (struct area){top, column, top + book->places.data_bottom - 1, column});
}

const char *book_n_people(struct book *book)
{
	const char *codes =
	    book_area(book, PART_DATA, (struct area){1, 0, book->places.data_bottom, 0});

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
