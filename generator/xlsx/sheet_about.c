#include "xlsx/sheets.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "xlsx/field.h"

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

static void fill_people(struct book *book, struct grid *grid, size_t *row)
{
	if (book_tab(book, PART_DATA) == NULL)
		return;
	grid_text(grid, (struct spot){*row, ABOUT_NAME, LOOK_BOLD}, book_say(book, "people"));
	grid_formula(grid, (struct spot){(*row)++, ABOUT_TEXT, NUMBER_COUNT | LOOK_WRAP},
	             (double)book->scores->n_people, "%s", book_n_people(book));
}

/* The day of the team's sheet, as long as nobody types another one on Summary. */
static void fill_day(struct book *book, struct grid *grid, size_t *row)
{
	if (isnan(book->places.day))
		return;
	grid_text(grid, (struct spot){*row, ABOUT_NAME, LOOK_BOLD}, book_say(book, "as-of"));
	grid_number(grid, (struct spot){(*row)++, ABOUT_TEXT, NUMBER_DATE | LOOK_WRAP},
	            field_day(book->places.day));
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
	fill_day(book, grid, row);
	fill_people(book, grid, row);
	grid_text(grid, (struct spot){*row, ABOUT_NAME, LOOK_BOLD}, book_say(book, "date"));
	grid_number(grid, (struct spot){(*row)++, ABOUT_TEXT, NUMBER_DATE | LOOK_WRAP},
	            field_day((double)(book->input->date / SECONDS_A_DAY)));
	fill_row(grid, row, book_say(book, "program"), book->input->program);
}

static void set_rule_flags(struct vocabulary *vocabulary, const struct rule *rule)
{
	words_flag(vocabulary, measure_name(rule->measure), true);
	words_flag(vocabulary, "from-sections", rule->from == SCORE_FROM_SECTIONS);
	words_flag(vocabulary, "prorated", rule->prorate);
	words_flag(vocabulary, "complete", rule->minimum >= 1);
	words_flag(vocabulary, "minimum", rule->minimum > 0 && rule->minimum < 1);
	words_flag(vocabulary, "banded", rule->bands != NULL);
	words_flag(vocabulary, "finishing", !isnan(rule->complete));
}

static const char *rule_text(struct book *book, const struct rule *rule)
{
	static const char *const keys[] = {"rule", "rule-missing", "rule-finishing", "rule-bands",
	                                   "rule-provenance"};
	struct vocabulary *vocabulary = &book->vocabulary;
	struct buf text = {.arena = book->arena};

	words_set_number(vocabulary, "minimum", rule->minimum * 100, 0);
	words_set_number(vocabulary, "complete",
	                 isnan(rule->complete) ? 0 : rule->complete * 100, 0);
	words_set(vocabulary, "bands", rule->bands == NULL ? "" : rule->bands->title);
	words_set(vocabulary, "provenance", book_say(book, provenance_name(rule->provenance)));
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const char *part = book_say(book, keys[i]);

		buf_addf(&text, "%s%s", text.length > 0 && *part != '\0' ? " " : "", part);
	}
	if (rule->note != NULL)
		buf_addf(&text, " %s", rule->note);
	return buf_text(&text);
}

static void fill_rule(struct book *book, struct grid *grid, size_t *row, size_t level)
{
	struct vocabulary *vocabulary = &book->vocabulary;
	size_t kept = vocabulary->n_flags;
	const char *text;

	set_rule_flags(vocabulary, &book->framework->levels[level].rule);
	text = rule_text(book, &book->framework->levels[level].rule);
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

/* Within a sentence, and as languages have it that capitalize nouns. */
static void set_record_words(struct book *book, const struct record *record)
{
	words_set(&book->vocabulary, "record-word", text_lower(book->arena, record->title));
	words_set(&book->vocabulary, "Record-word", record->title);
}

static void fill_sheets(struct book *book, struct grid *grid, size_t *row)
{
	const struct tab *about = book->tab;

	for (size_t i = 0; i < book->n_tabs; i++) {
		const struct tab *tab = &book->tabs[i];

		if (tab == about)
			continue;
		book->tab = tab;
		if (tab->part == PART_RECORDS)
			set_record_words(book, &book->framework->records[tab->index]);
		fill_row(grid, row, tab->grid.name, book_say(book, "purpose"));
	}
	book->tab = about;
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
	if (book->framework->n_scales + book->framework->n_bands > 0)
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
