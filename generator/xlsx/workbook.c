#include "xlsx/xlsx.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"
#include "xlsx/names.h"
#include "xlsx/long.h"
#include "xlsx/parts.h"
#include "xlsx/write.h"

/* What the file format holds. */
#define TEXT_MAX 32767
#define FORMULA_MAX 8192
#define FOOTER_MAX 255

/* Stands for the & of a code until the others have been doubled. */
#define CODE_MARK '\001'

static const struct pos nowhere = {NULL, 0, 0};

/* Names of a level within a sentence and, capitalized, to begin one or for
 * languages that write nouns so: "row-word", "rows-word", "Row-word". */
static void set_level_words(struct book *book, const char *name, size_t level)
{
	const struct level *named = &book->framework->levels[level];
	struct vocabulary *vocabulary = &book->vocabulary;
	char *one = arena_printf(book->arena, "%s-word", name);
	char *many = arena_printf(book->arena, "%ss-word", name);

	words_set(vocabulary, one, text_lower(book->arena, named->title));
	words_set(vocabulary, many, text_lower(book->arena, named->plural));
	one = arena_strdup(book->arena, one);
	many = arena_strdup(book->arena, many);
	one[0] = many[0] = (char)toupper((unsigned char)name[0]);
	words_set(vocabulary, one, named->title);
	words_set(vocabulary, many, named->plural);
}

static const char *date_text(struct book *book)
{
	time_t date = book->input->date;
	struct tm day;
	char text[16] = "";

	if (gmtime_r(&date, &day) != NULL)
		strftime(text, sizeof text, "%Y-%m-%d", &day);
	return arena_strdup(book->arena, text);
}

static void set_vocabulary(struct book *book)
{
	const struct framework *framework = book->framework;
	const struct answers *answers = book->scores->answers;
	struct vocabulary *vocabulary = &book->vocabulary;
	const char *organisation = answers->organisation;

	words_set(vocabulary, "framework", framework->title);
	words_set(vocabulary, "id", framework->id);
	words_set(vocabulary, "version", framework->version);
	words_set(vocabulary, "organisation", organisation == NULL ? "" : organisation);
	words_set(vocabulary, "wave", book->scores->wave);
	words_set(vocabulary, "date", date_text(book));
	words_set(vocabulary, "program", book->input->program);
	words_set_number(vocabulary, "people", (double)book->scores->n_people, 0);
	words_set_number(vocabulary, "items", (double)framework->n_items, 0);
	words_set_number(vocabulary, "split", framework->split * 100, 0);
	set_level_words(book, "item", framework->n_levels - 1);
	words_flag(vocabulary, "marks", framework_is_marks(framework));
	words_flag(vocabulary, "statuses", framework_count_kind(framework, 0, SCALE_STATUS) > 0);
	words_flag(vocabulary, "checks", framework_count_kind(framework, 0, SCALE_CHECK) > 0);
	words_flag(vocabulary, "records", framework->n_records > 0);
	words_flag(vocabulary, "people", book->scores->n_people > 0);
	words_flag(vocabulary, "team", book->scores->consensus_sheet != NULL);
	words_flag(vocabulary, "sample", answers->sample);
	words_flag(vocabulary, "organisation", organisation != NULL);
	words_set(vocabulary, "answered", book_say_document(book, "answered-people"));
}

/* What can be said once it is settled which sheets there are. */
static void set_sheet_words(struct book *book)
{
	const struct scores *previous = book->input->previous;
	const struct tab *data = book_tab(book, PART_DATA);
	bool tally = book_tab(book, PART_TALLY) != NULL;

	set_level_words(book, "row", book->places.tally_level);
	words_set(&book->vocabulary, "data-sheet", data == NULL ? "" : data->grid.name);
	words_set(&book->vocabulary, "previous", previous == NULL ? "" : previous->wave);
	words_flag(&book->vocabulary, "ratings", tally && !book->places.marks);
	words_flag(&book->vocabulary, "data", data != NULL);
	words_flag(&book->vocabulary, "actions", book_tab(book, PART_ACTIONS) != NULL);
	words_flag(&book->vocabulary, "day", !isnan(book->places.day));
}

static void add_tab(struct book *book, const struct template_section *section, enum part part,
                    size_t index)
{
	struct tab *tab = &book->tabs[book->n_tabs++];
	const struct wording *name = words_find(section->words, section->n_words, "name");

	tab->part = part;
	tab->section = section;
	tab->index = index;
	tab->grid.arena = book->arena;
	if (name != NULL && !name_is_own(book, tab))
		tab->grid.name = name->variants[0].text;
}

/* The template was checked: each kind of sheet is there, those that are one
 * sheet with a name. */
static void set_tabs(struct book *book)
{
	const struct template *template = book->input->template;
	const struct part_set *set = part_set(template);

	book->tabs = ARENA_ARRAY(book->arena, struct tab,
	                         template->n_sections + book->framework->n_records +
	                             book->scores->n_people);
	for (size_t i = 0; i < template->n_sections; i++) {
		const struct template_section *section = &template->sections[i];
		enum part part = part_find(set, section->kind);
		size_t n = set->kinds[part].count(book->input);

		for (size_t index = 0; index < n; index++)
			add_tab(book, section, part, index);
	}
	for (size_t i = 0; i < book->n_tabs; i++)
		if (book->tabs[i].grid.name == NULL)
			name_tab(book, &book->tabs[i]);
}

static void warn_of_long_data(struct book *book)
{
	size_t rows = long_rows(book->scores);

	if (rows > LONG_ROWS_MAX && !book->form)
		diag_warning(book->diag, nowhere, "'waymark score --format csv' has them all",
		             "the sheet of long data is left out: it would have %zu rows, more "
		             "than %d",
		             rows, LONG_ROWS_MAX);
}

static const char *footer_part(struct book *book, const char *key)
{
	struct buf out = {.arena = book->arena};

	for (const char *text = book_say_document(book, key); *text != '\0'; text++) {
		if (out.length == 0 && *text >= '0' && *text <= '9')
			buf_adds(&out, " "); /* else it is a size of type */
		if (*text == CODE_MARK || *text == '&')
			buf_adds(&out, *text == '&' ? "&&" : "&");
		else
			buf_add(&out, text, 1);
	}
	return buf_text(&out);
}

static void set_footer(struct book *book)
{
	words_set(&book->vocabulary, "sheet", "\001A");
	words_set(&book->vocabulary, "page", "\001P");
	words_set(&book->vocabulary, "pages", "\001N");
	book->footer = arena_printf(book->arena, "&L%s&R%s", footer_part(book, "foot-left"),
	                            footer_part(book, "foot-right"));
	if (text_length(book->footer) > FOOTER_MAX)
		diag_error(book->diag, book->input->template->pos, NULL,
		           "the foot of the printed sheets has more than %d characters",
		           FOOTER_MAX);
}

static bool has_forbidden(const char *text)
{
	size_t at = 0;

	while (text[at] != '\0')
		if (text_is_forbidden(text_next(text, &at)))
			return true;
	return false;
}

/* What is wrong with a cell, or NULL. Nothing is cut to fit. */
static const char *cell_problem(const struct cell *cell)
{
	if (cell->spot.row >= GRID_ROWS_MAX || cell->spot.column >= GRID_COLUMNS_MAX)
		return "there are more rows or columns than a sheet can have";
	if (cell->formula != NULL && strlen(cell->formula) > FORMULA_MAX)
		return "the formula is longer than spreadsheets take";
	if (cell->text == NULL)
		return isfinite(cell->number) ? NULL : "the number is not finite";
	if (text_invalid_at(cell->text, strlen(cell->text)) < strlen(cell->text))
		return "the text is not UTF-8";
	if (has_forbidden(cell->text))
		return "the text holds a control character";
	if (text_length(cell->text) > TEXT_MAX)
		return "the text has more than 32767 characters";
	return NULL;
}

static void check_grid(struct book *book, const struct grid *grid)
{
	for (size_t i = 0; i < grid->n_cells; i++) {
		const struct cell *cell = &grid->cells[i];
		const char *problem = cell_problem(cell);

		if (problem != NULL)
			diag_error(book->diag, nowhere, NULL, "sheet '%s', cell %s: %s", grid->name,
			           place_name(book->arena, cell->spot.row, cell->spot.column),
			           problem);
	}
}

/* Words of the template that are shown where somebody types in what may not be. */
static void check_messages(struct book *book, const struct grid *grid)
{
	for (size_t i = 0; i < grid->n_limits; i++)
		if (grid->limits[i].message != NULL &&
		    text_length(grid->limits[i].message) > MESSAGE_MAX) {
			diag_error(book->diag, book->tab->section->pos, NULL,
			           "words for what may be typed in have more than %d characters",
			           MESSAGE_MAX);
			return;
		}
}

static void fill_tabs(struct book *book)
{
	const struct part_set *set = part_set(book->input->template);

	for (size_t i = 0; i < book->n_tabs; i++) {
		struct grid *grid = &book->tabs[i].grid;

		book->tab = &book->tabs[i];
		grid->locked = book->form;
		set->kinds[book->tab->part].fill(book, grid);
		grid_finish(grid, book->input->theme);
		check_grid(book, grid);
		check_messages(book, grid);
	}
}

bool xlsx_write_workbook(struct arena *arena, const struct workbook_input *input,
                         const char *path, struct diag *diag)
{
	struct book *book = ARENA_NEW(arena, struct book);
	size_t errors = diag_n_errors(diag);

	if (!xlsx_check_template(input->template, diag))
		return false;
	book->arena = arena;
	book->diag = diag;
	book->input = input;
	book->scores = input->scores;
	book->framework = input->scores->framework;
	book->form = input->template->kind == TEMPLATE_FORM;
	book->vocabulary.arena = arena;
	book->vocabulary.diag = diag;
	set_vocabulary(book);
	set_tabs(book);
	warn_of_long_data(book);
	book_place(book);
	set_sheet_words(book);
	set_footer(book);
	fill_tabs(book);
	return diag_n_errors(diag) == errors && save_book(book, path);
}
