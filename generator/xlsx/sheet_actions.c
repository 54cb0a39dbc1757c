#include "xlsx/actions.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "xlsx/field.h"
#include "xlsx/heads.h"
#include "xlsx/lists.h"
#include "xlsx/sheets.h"

static const struct {
	const char *key;
	unsigned look;
	enum size least;
	double most; /* share of the widest text, 0: as its head */
} columns[ACTION_COLUMNS] = {
	[ACTION_WHO] = {"who", LOOK_FAINT, SIZE_CELL_NUMBER, 0.33},
	[ACTION_CATEGORY] = {"category", LOOK_WRAP, SIZE_CELL_NUMBER, 0.33},
	[ACTION_TEXT] = {"action", LOOK_INPUT | LOOK_WRAP, SIZE_CELL_BAR, 0.8},
	[ACTION_SECTION] = {"section", LOOK_WRAP, SIZE_CELL_NUMBER, 0.4},
	[ACTION_SERVES] = {"serves", LOOK_WRAP, SIZE_CELL_NUMBER, 0.4},
	[ACTION_OWNER] = {"owner", LOOK_INPUT | LOOK_WRAP, SIZE_CELL_NUMBER, 0.33},
	[ACTION_DUE] = {"due", LOOK_INPUT | LOOK_RIGHT | LOOK_INDENT | NUMBER_DATE, SIZE_CELL_BAR,
	                0.33},
	[ACTION_OVERDUE] = {"overdue", NUMBER_COUNT | LOOK_RIGHT, SIZE_CELL_NUMBER, 0},
	[ACTION_STATUS] = {"status", LOOK_INPUT, SIZE_CELL_BAR, 0.33},
};

/* A row while it is filled. */
struct row {
	struct book *book;
	struct grid *grid;
	const struct sheet *sheet;
	const struct action *action;
	size_t row;
};

size_t actions_count(const struct scores *scores)
{
	size_t n = scores->consensus_sheet == NULL ? 0 : scores->consensus_sheet->n_actions;

	for (size_t i = 0; i < scores->n_people; i++)
		n += scores->people[i]->n_actions;
	return n;
}

static struct spot spot_at(const struct row *row, enum action_column column)
{
	return (struct spot){row->row, column, columns[column].look};
}

static const char *link_text(struct book *book, const struct link *link)
{
	words_set(&book->vocabulary, "framework-title",
	          link->framework_title == NULL ? link->framework : link->framework_title);
	words_set(&book->vocabulary, "title",
	          link->row != NULL     ? scores_link_row(book->scores, link)
	          : link->title == NULL ? link->id
	                                : link->title);
	return book_say(book, "link");
}

static const char *links_text(const struct row *row)
{
	struct buf list = {.arena = row->book->arena};

	for (size_t i = 0; i < row->action->n_links; i++)
		buf_addf(&list, "%s%s", i > 0 ? "; " : "",
		         link_text(row->book, &row->action->links[i]));
	return list.length > 0 ? buf_text(&list) : NULL;
}

/* Days since it was due, as long as it is not done. */
static void fill_overdue(const struct row *row, double due)
{
	struct book *book = row->book;
	const char *day = book_cell(book, PART_SUMMARY, book->places.date, DATE_COLUMN);
	const char *cell = place_name(book->arena, row->row, ACTION_DUE);
	const char *status = place_name(book->arena, row->row, ACTION_STATUS);
	const char *done =
	    list_cell(book, list_of_actions(book), STAND_DONE, LIST_LABEL);
	double days = book->places.day - due;

	grid_formula(row->grid, spot_at(row, ACTION_OVERDUE), days > 0 ? days : NAN,
	             "IF(OR(COUNT(%s,%s)<2,%s=%s),\"\",IF(%s>%s,%s-%s,\"\"))", cell, day, status,
	             done, day, cell, day, cell);
}

static void fill_row(const struct row *row)
{
	const struct framework *framework = row->book->framework;
	const struct action *action = row->action;
	bool team = row->sheet->kind == SHEET_CONSENSUS;
	double due = date_days(action->due);

	grid_text(row->grid, spot_at(row, ACTION_WHO),
	          team ? book_say(row->book, "team") : row->sheet->respondent);
	grid_text(row->grid, spot_at(row, ACTION_CATEGORY),
	          action->category < framework->n_plan ? framework->plan[action->category].title
	                                               : NULL);
	grid_text(row->grid, spot_at(row, ACTION_TEXT), action->text);
	grid_text(row->grid, spot_at(row, ACTION_SECTION),
	          action->element == SIZE_MAX ? NULL
	                                      : book_title(row->book, action->element));
	grid_text(row->grid, spot_at(row, ACTION_SERVES), links_text(row));
	/* A name beside a person's code could tell whose code it is. */
	grid_text(row->grid, spot_at(row, ACTION_OWNER), team ? action->owner : NULL);
	grid_number(row->grid, spot_at(row, ACTION_DUE), field_day(due));
	fill_overdue(row, due);
	grid_empty(row->grid, spot_at(row, ACTION_STATUS));
}

static void fill_sheet(struct row *row, const struct sheet *sheet)
{
	row->sheet = sheet;
	for (size_t i = 0; sheet != NULL && i < sheet->n_actions; i++, row->row++) {
		row->action = &sheet->actions[i];
		fill_row(row);
	}
}

static void fill_heads(struct book *book, struct grid *grid)
{
	struct heads heads = {.arena = book->arena};

	for (size_t i = 0; i < ACTION_COLUMNS; i++) {
		unsigned look = columns[i].look & (LOOK_RIGHT | LOOK_INDENT);

		grid_text(grid, (struct spot){ACTIONS_TOP - 1, i, LOOK_HEAD | look},
		          heads_add(&heads, book_say(book, columns[i].key)));
		grid_width(grid, i, book_size(book, columns[i].least),
		           columns[i].most * book_size(book, SIZE_CELL_TEXT));
	}
}

/* What may be typed in, and what is overdue in bold. */
static void fill_rules(struct book *book, struct grid *grid, size_t bottom)
{
	struct area area = {ACTIONS_TOP, ACTION_STATUS, bottom, ACTION_STATUS};
	const char *late = arena_printf(book->arena, "COUNT($%s)>0",
	                                place_name(book->arena, ACTIONS_TOP, ACTION_OVERDUE));

	field_pick(book, grid, area, list_area(book, list_of_actions(book), LIST_LABEL));
	area.left = area.right = ACTION_DUE;
	grid_limits(grid, &(struct limits){
	                      .area = area, .kind = LIMITS_FORMULA,
	                      .source = arena_printf(
	                          book->arena, "ISNUMBER(%s)",
	                          place_name(book->arena, ACTIONS_TOP, ACTION_DUE)),
	                      .message = book_say_document(book, "limits-date")});
	area.left = area.right = ACTION_TEXT;
	grid_emphasis(grid, area, late, false);
	area.left = area.right = ACTION_OVERDUE;
	grid_emphasis(grid, area, late, true);
}

void fill_actions(struct book *book, struct grid *grid)
{
	const struct scores *scores = book->scores;
	struct row row = {.book = book, .grid = grid, .row = ACTIONS_TOP};

	book_opening(book, grid);
	fill_heads(book, grid);
	fill_sheet(&row, scores->consensus_sheet);
	for (size_t i = 0; i < scores->n_people; i++)
		fill_sheet(&row, scores->people[i]);
	fill_rules(book, grid, row.row - 1);
	grid->frozen_rows = ACTIONS_TOP;
	grid->frozen_columns = ACTION_TEXT + 1;
	grid->has_table = true;
	grid->table = (struct area){ACTIONS_TOP - 1, 0, row.row - 1, ACTION_COLUMNS - 1};
}
