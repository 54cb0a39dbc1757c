#include "xlsx/sheets.h"

#include <string.h>

#include "base/arena.h"

enum { ABOUT_NAME, ABOUT_TEXT };

static void fill_row(struct grid *grid, size_t *row, const char *name, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	grid_text(grid, (struct spot){*row, ABOUT_NAME, LOOK_BOLD | LOOK_WRAP}, name);
	grid_text(grid, (struct spot){(*row)++, ABOUT_TEXT, LOOK_WRAP}, text);
}

/* A head over what follows, after an empty row. */
static void fill_head(struct book *book, struct grid *grid, size_t *row, const char *key)
{
	++*row;
	book_head(book, grid, (struct spot){*row, ABOUT_NAME, 0}, key);
	grid_text(grid, (struct spot){(*row)++, ABOUT_TEXT, LOOK_HEAD}, NULL);
}

/* Days since 1899-12-30, as spreadsheets count them. */
static double day_number(time_t date)
{
	return (double)(date / 86400) + 25569;
}

static void fill_facts(struct book *book, struct grid *grid, size_t *row)
{
	const struct framework *framework = book->framework;

	fill_row(grid, row, book_say(book, "framework"), framework->title);
	fill_row(grid, row, book_say(book, "version"), book_say(book, "version-text"));
	fill_row(grid, row, book_say(book, "source"), framework->source);
	fill_row(grid, row, book_say(book, "licence"), framework->licence);
	fill_row(grid, row, book_say(book, "organisation"),
	         book->scores->answers->organisation);
	fill_row(grid, row, book_say(book, "wave"), book->scores->wave);
	grid_text(grid, (struct spot){*row, ABOUT_NAME, LOOK_BOLD}, book_say(book, "people"));
	grid_formula(grid, (struct spot){(*row)++, ABOUT_TEXT, NUMBER_COUNT | LOOK_WRAP},
	             (double)book->scores->n_people, "%s", book_n_people(book));
	grid_text(grid, (struct spot){*row, ABOUT_NAME, LOOK_BOLD}, book_say(book, "date"));
	grid_number(grid, (struct spot){(*row)++, ABOUT_TEXT, NUMBER_DATE | LOOK_WRAP},
	            day_number(book->input->date));
	fill_row(grid, row, book_say(book, "program"), book->input->program);
}

static void fill_rule(struct book *book, struct grid *grid, size_t *row, size_t level)
{
	const struct rule *rule = &book->framework->levels[level].rule;
	const char *flags[] = {measure_name(rule->measure),
	                       rule->from == SCORE_FROM_SECTIONS ? "from-sections" : "from-items",
	                       rule->prorate ? "prorated" : "plain",
	                       rule->minimum >= 1  ? "complete"
	                       : rule->minimum > 0 ? "minimum"
	                                           : "any"};
	struct vocabulary *vocabulary = &book->vocabulary;
	size_t kept = vocabulary->n_flags;
	const char *text;

	words_set_number(vocabulary, "minimum", rule->minimum * 100, 0);
	words_set(vocabulary, "bands", rule->bands == NULL ? "" : rule->bands->title);
	words_set(vocabulary, "provenance", book_say(book, provenance_name(rule->provenance)));
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		words_flag(vocabulary, flags[i], true);
	words_flag(vocabulary, "banded", rule->bands != NULL);
	text = arena_printf(book->arena, "%s %s %s %s %s", book_say(book, "rule"),
	                    book_say(book, "rule-missing"), book_say(book, "rule-bands"),
	                    book_say(book, "rule-provenance"),
	                    rule->note == NULL ? "" : rule->note);
	vocabulary->n_flags = kept;
	fill_row(grid, row,
	         level == 0 ? book_say_document(book, "overall")
	                    : book->framework->levels[level].title,
	         text);
}

static void fill_bands(struct book *book, struct grid *grid, size_t *row)
{
	for (size_t i = 0; i < book->framework->n_bands; i++) {
		const struct bands *bands = &book->framework->bands[i];

		words_set(&book->vocabulary, "provenance",
		          book_say(book, provenance_name(bands->provenance)));
		fill_row(grid, row, bands->title,
		         arena_printf(book->arena, "%s %s", book_say(book, "bands-provenance"),
		                      bands->note == NULL ? "" : bands->note));
	}
}

static void fill_scales(struct book *book, struct grid *grid, size_t *row)
{
	for (size_t i = 0; i < book->framework->n_scales; i++) {
		const struct scale *scale = &book->framework->scales[i];

		words_set(&book->vocabulary, "provenance",
		          book_say(book, provenance_name(scale->provenance)));
		fill_row(grid, row, scale->prompt,
		         arena_printf(book->arena, "%s %s", book_say(book, "scale-provenance"),
		                      scale->note == NULL ? "" : scale->note));
	}
}

static void fill_sheets(struct book *book, struct grid *grid, size_t *row)
{
	const struct template_section *about = book->section;

	for (size_t i = 0; i < book->n_parts; i++) {
		enum part part = book->order[i];

		if (part == PART_ABOUT)
			continue;
		book->section = book->sections[part];
		fill_row(grid, row, book->grids[part].name, book_say(book, "purpose"));
	}
	book->section = about;
}

void fill_about(struct book *book, struct grid *grid)
{
	size_t row = 2;

	grid_text(grid, (struct spot){0, 0, LOOK_TITLE}, book_say(book, "title"));
	grid_text(grid, (struct spot){row, ABOUT_NAME, LOOK_BOLD | LOOK_WRAP},
	          book_say(book, "confidential"));
	grid_text(grid, (struct spot){row++, ABOUT_TEXT, LOOK_WRAP},
	          book_say(book, "confidential-text"));
	fill_row(grid, &row, book_say(book, "sample"), book_say(book, "sample-text"));
	fill_head(book, grid, &row, "facts");
	fill_facts(book, grid, &row);
	fill_head(book, grid, &row, "rules");
	for (size_t level = 0; level + 1 < book->framework->n_levels; level++)
		if (book->framework->levels[level].rule.measure != MEASURE_NONE)
			fill_rule(book, grid, &row, level);
	fill_row(grid, &row, book_say(book, "statistics"),
	         book_say(book, "statistics-text"));
	fill_row(grid, &row, book_say(book, "cannot"), book_say(book, "cannot-text"));
	fill_head(book, grid, &row, "origins");
	fill_scales(book, grid, &row);
	fill_bands(book, grid, &row);
	fill_head(book, grid, &row, "sheets");
	fill_sheets(book, grid, &row);
	grid_width(grid, ABOUT_NAME, book_size(book, SIZE_CELL_BAR),
	           book_size(book, SIZE_CELL_TEXT) / 3);
	grid_width(grid, ABOUT_TEXT, book_size(book, SIZE_CELL_TEXT),
	           book_size(book, SIZE_CELL_TEXT) * 1.2);
	grid->plain = true;
}
