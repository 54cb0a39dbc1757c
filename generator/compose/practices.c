#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/report.h"
#include "compose/status.h"

/* More lists than this do not stand side by side below a theme's title. */
enum { LISTS_AT_MOST = 3 };

/* What a theme serves: its own links and those of the parts and items in it,
 * each once. */
static const char *serves_text(struct composer *composer, size_t theme)
{
	const struct framework *f = composer->framework;
	const char **links = NULL;
	size_t n = 0;

	for (size_t i = theme; i < f->elements[theme].end; i++)
		for (size_t j = 0; j < f->elements[i].n_links; j++) {
			const char *text = report_link(composer, &f->elements[i].links[j]);
			size_t same = 0;

			while (same < n && strcmp(links[same], text) != 0)
				same++;
			if (same < n)
				continue;
			links = arena_push(composer->arena, links, n, sizeof *links);
			links[n++] = text;
		}
	if (n == 0)
		return NULL;
	composer_set(composer, "links", composer_join(composer, links, n));
	return composer_say(composer, "serves");
}

static struct squares_row make_row(struct composer *composer, size_t theme)
{
	const struct framework *f = composer->framework;
	const struct element *element = &f->elements[theme];
	struct tally tally = status_tally(composer, theme, SCALE_CHECK);
	struct squares_row row = {.title = element->text, .text = serves_text(composer, theme)};
	enum square *squares = ARENA_ARRAY(composer->arena, enum square, element->n_items + 1);
	size_t opened = composer_open_flags(composer);

	row.cells = ARENA_ARRAY(composer->arena, struct squares_cell, 1);
	for (size_t i = 0; i < element->n_items; i++) {
		size_t item = f->items[element->first_item + i];

		if (f->elements[item].scale->kind == SCALE_CHECK)
			squares[row.cells->n_squares++] =
			    status_square(composer->input->scores, item);
	}
	row.cells->squares = squares;
	status_set_counts(composer, &tally);
	row.cells->figure = composer_say(composer, "figure");
	composer_close_flags(composer, opened);
	return row;
}

static struct squares_column make_column(struct composer *composer)
{
	struct tally tally = status_tally(composer, 0, SCALE_CHECK);
	double of = (double)status_applicable(&tally);
	size_t opened = composer_open_flags(composer);
	struct squares_column column = {.done = NAN, .started = NAN};

	status_set_counts(composer, &tally);
	column.head = composer_text(composer, "column-head");
	column.text = composer_say(composer, "column-text");
	if (of > 0) {
		column.done = (double)tally.stands[STAND_DONE] / of;
		column.started = 0;
	}
	composer_close_flags(composer, opened);
	return column;
}

static void set_words(struct composer *composer, struct squares_block *squares, const char *title)
{
	struct table_block *table = composer_numbers(composer, title);
	const char **parts = ARENA_ARRAY(composer->arena, const char *, squares->n_rows);

	composer_add_column(composer, table, squares->row_head);
	composer_add_column(composer, table, squares->columns[0].head);
	for (size_t i = 0; i < squares->n_rows; i++) {
		const struct squares_row *row = &squares->rows[i];
		const char *figure = row->cells->figure == NULL ? "" : row->cells->figure;
		const char **cells = composer_add_row(composer, table);

		parts[i] = arena_printf(composer->arena, "%s: %s", row->title, figure);
		cells[0] = row->title;
		cells[1] = figure;
	}
	composer_set(composer, "rows", composer_join_parts(composer, parts, squares->n_rows));
	squares->words.finding = composer_text(composer, "finding");
	squares->words.numbers = table;
}

static void add_overview(struct composer *composer, const size_t *themes, size_t n,
                         const char *title)
{
	const struct framework *f = composer->framework;
	struct squares_block squares = {.n_columns = 1, .n_rows = n};
	struct tally all = status_tally(composer, 0, SCALE_CHECK);
	struct block *block;

	squares.row_head = f->levels[f->elements[themes[0]].level].title;
	squares.columns = ARENA_ARRAY(composer->arena, struct squares_column, 1);
	squares.columns[0] = make_column(composer);
	squares.rows = ARENA_ARRAY(composer->arena, struct squares_row, n);
	for (size_t i = 0; i < n; i++)
		squares.rows[i] = make_row(composer, themes[i]);
	squares.key_lead = composer_say(composer, "key-lead");
	if (all.stands[STAND_DONE] > 0)
		squares.key[SQUARE_DONE] = composer_say(composer, "key-done");
	if (all.stands[STAND_OPEN] > 0)
		squares.key[SQUARE_OPEN] = composer_say(composer, "key-open");
	if (all.excluded > 0)
		squares.key[SQUARE_EXCLUDED] = composer_say(composer, "key-excluded");
	if (all.blank > 0)
		squares.key[SQUARE_BLANK] = composer_say(composer, "key-blank");
	set_words(composer, &squares, title);
	block = composer_add(composer, BLOCK_SQUARES);
	block->squares = squares;
	block->bookmark = title;
}

/* "7 of 12 people"; NULL where so few answered that single answers would show. */
static const char *people_text(struct composer *composer, size_t item)
{
	const struct stats *stats = &composer->input->scores->stats[item];

	if (!report_shows_people(composer, item))
		return NULL;
	composer_set_count(composer, "n", stats->tally.stands[STAND_DONE]);
	composer_set_count(composer, "people-asked", stats->n);
	return composer_say(composer, "people");
}

static struct check_list make_list(struct composer *composer, size_t theme, size_t part)
{
	const struct framework *f = composer->framework;
	const struct element *element = &f->elements[part];
	struct tally tally = status_tally(composer, part, SCALE_CHECK);
	size_t opened = composer_open_flags(composer);
	struct check_list list = status_checks(composer, part, people_text);

	status_set_counts(composer, &tally);
	composer_set(composer, "name", element->text);
	composer_flag(composer, "alone",
	              part == theme || framework_count(f, theme, element->level) == 1);
	list.title = composer_say(composer, "list-title");
	composer_close_flags(composer, opened);
	return list;
}

static void add_lists(struct composer *composer, size_t theme, struct check_list *lists, size_t n)
{
	struct checks_block checks = {.lists = lists, .n_lists = n};
	struct block *block;

	checks.title = composer->framework->elements[theme].text;
	checks.stand_words[SQUARE_DONE] = composer_say(composer, "key-done");
	checks.stand_words[SQUARE_OPEN] = composer_say(composer, "key-open");
	checks.stand_words[SQUARE_BLANK] = composer_say(composer, "key-blank");
	checks.stand_words[SQUARE_EXCLUDED] = composer_say(composer, "key-excluded");
	block = composer_add(composer, BLOCK_CHECKS);
	block->checks = checks;
	block->bookmark = checks.title;
}

/* The parts of a theme side by side; a theme without parts is a list itself. */
static void add_theme(struct composer *composer, size_t theme)
{
	const struct framework *f = composer->framework;
	size_t level = f->elements[theme].level + 1, n = 0;
	struct check_list *lists =
	    ARENA_ARRAY(composer->arena, struct check_list, f->elements[theme].end - theme);

	if (level + 1 == f->n_levels)
		lists[n++] = make_list(composer, theme, theme);
	for (size_t i = framework_next(f, theme, theme, level);
	     level + 1 < f->n_levels && i != SIZE_MAX; i = framework_next(f, theme, i, level))
		if (framework_count_kind(f, i, SCALE_CHECK) > 0)
			lists[n++] = make_list(composer, theme, i);
	for (size_t first = 0; first < n; first += LISTS_AT_MOST)
		add_lists(composer, theme, lists + first,
		          n - first < LISTS_AT_MOST ? n - first : LISTS_AT_MOST);
}

void compose_practices(struct composer *composer)
{
	const struct framework *f = composer->framework;
	size_t level = composer_level(composer, level_of_sections(f)), n = 0;
	size_t *themes = ARENA_ARRAY(composer->arena, size_t, f->n_elements);
	struct tally all = status_tally(composer, 0, SCALE_CHECK);
	const char *note;

	if (level == SIZE_MAX || composer->input->scores->consensus == NULL)
		return;
	if (level == 0 && framework_count_kind(f, 0, SCALE_CHECK) > 0)
		themes[n++] = 0;
	for (size_t i = framework_next(f, 0, 0, level); level > 0 && i != SIZE_MAX;
	     i = framework_next(f, 0, i, level))
		if (framework_count_kind(f, i, SCALE_CHECK) > 0)
			themes[n++] = i;
	if (n == 0)
		return;
	status_set_counts(composer, &all);
	composer_flag(composer, "counted", report_shows_people(composer, 0));
	/* of the whole, before the counts are those of a theme */
	note = composer_say(composer, "note");
	add_overview(composer, themes, n, composer_text(composer, "title"));
	composer_add_paragraph(composer, STYLE_SMALL, note, 0);
	for (size_t i = 0; i < n; i++)
		add_theme(composer, themes[i]);
}
