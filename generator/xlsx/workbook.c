#include "xlsx/xlsx.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"
#include "xlsx/parts.h"
#include "xlsx/write.h"

/* What the file format holds. */
#define TEXT_MAX 32767
#define FORMULA_MAX 8192
#define ROWS_MAX 1048576
#define COLUMNS_MAX 16384
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
	set_level_words(book, "row", book->plan.tally_level);
	words_set(vocabulary, "data-sheet", book->grids[PART_DATA].name);
	words_flag(vocabulary, book->plan.marks ? "marks" : "ratings", true);
	words_flag(vocabulary, "sample", answers->sample);
	words_flag(vocabulary, "organisation", organisation != NULL);
}

/* The template was checked: each kind of sheet is there, with a name. */
static void set_parts(struct book *book)
{
	const struct template *template = book->input->template;
	bool marks = framework_is_marks(book->framework);

	for (size_t i = 0; i < template->n_sections; i++) {
		const struct template_section *section = &template->sections[i];
		enum part part = part_find(section->kind);
		struct grid *grid = &book->grids[part];

		if (part_kinds[part].marks_only && !marks)
			continue;
		grid->arena = book->arena;
		grid->name = words_find(section->words, section->n_words, "name")->variants[0].text;
		book->sections[part] = section;
		book->order[book->n_parts++] = part;
	}
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
	if (cell->spot.row >= ROWS_MAX || cell->spot.column >= COLUMNS_MAX)
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

static void fill_parts(struct book *book)
{
	for (size_t i = 0; i < book->n_parts; i++) {
		enum part part = book->order[i];
		struct grid *grid = &book->grids[part];

		book->section = book->sections[part];
		part_kinds[part].fill(book, grid);
		grid_finish(grid, book->input->theme);
		check_grid(book, grid);
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
	book->vocabulary.arena = arena;
	book->vocabulary.diag = diag;
	set_parts(book);
	book_plan(book);
	set_vocabulary(book);
	set_footer(book);
	fill_parts(book);
	return diag_n_errors(diag) == errors && save_book(book, path);
}
