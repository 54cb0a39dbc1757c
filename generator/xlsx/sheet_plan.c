#include "xlsx/sheets.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "xlsx/field.h"
#include "xlsx/heads.h"
#include "xlsx/lists.h"
#include "xlsx/plan.h"

/* How each column is headed, how it looks, and what limits its width. */
static const struct {
	const char *key;
	unsigned look;
	enum size least;
	double most; /* share of the widest text, 0: as its head */
} columns[PLAN_COLUMNS] = {
	[PLAN_ID] = {"row-id", LOOK_FAINT, SIZE_CELL_NUMBER, 0.33},
	[PLAN_TEXT] = {NULL, LOOK_WRAP, SIZE_CELL_BAR, 0.5},
	[PLAN_ANSWER] = {"answer", LOOK_INPUT, SIZE_CELL_BAR, 0.33},
	[PLAN_DAYS] = {"days", NUMBER_COUNT | LOOK_RIGHT, SIZE_CELL_NUMBER, 0},
	[PLAN_LATE] = {"overdue", LOOK_CENTRE, SIZE_CELL_NUMBER, 0},
	[PLAN_TARGET] = {"target", LOOK_RIGHT, SIZE_CELL_NUMBER, 0},
	[PLAN_UNIT] = {"unit", 0, SIZE_CELL_NUMBER, 0.33},
	[PLAN_PROGRESS] = {"progress", NUMBER_SHARE | LOOK_RIGHT, SIZE_CELL_NUMBER, 0},
	[PLAN_CHANGE] = {"change", 0, SIZE_CELL_BAR, 0.33},
	[PLAN_BEFORE] = {"before", LOOK_FAINT, SIZE_CELL_BAR, 0.33},
	[PLAN_STAND] = {"stand", LOOK_FAINT, SIZE_CELL_BAR, 0.33},
	[PLAN_KIND] = {"kind", LOOK_FAINT, SIZE_CELL_NUMBER, 0.33},
	[PLAN_WEIGHT] = {"weight", LOOK_RIGHT | LOOK_FAINT, SIZE_CELL_NUMBER, 0},
};

/* A row while it is filled. */
struct row {
	struct book *book;
	struct grid *grid;
	size_t place; /* of the item among all items */
	size_t item, row;
	const struct scale *scale;
};

static char *at(const struct row *row, size_t column)
{
	return place_name(row->book->arena, row->row, column);
}

static char *cell_at(const struct row *row, enum plan_column column)
{
	return at(row, row->book->places.plan_columns[column]);
}

static struct spot spot_at(const struct row *row, enum plan_column column)
{
	return (struct spot){row->row, row->book->places.plan_columns[column],
	                     columns[column].look};
}

static bool is_there(const struct book *book, enum plan_column column)
{
	return book->places.plan_columns[column] != SIZE_MAX;
}

/* Heads from left to right, so that it is the later one that gets a number. */
static void fill_heads(struct book *book, struct grid *grid)
{
	const struct framework *framework = book->framework;
	const struct places *places = &book->places;
	const char **wanted = ARENA_ARRAY(book->arena, const char *, places->plan_width);
	unsigned *looks = ARENA_ARRAY(book->arena, unsigned, places->plan_width);
	struct heads heads = {.arena = book->arena};

	for (size_t i = 0; i < places->n_names; i++) {
		wanted[i] = framework->levels[i + 1].title;
		grid_width(grid, i, book_size(book, SIZE_CELL_NUMBER),
		           book_size(book, SIZE_CELL_TEXT) / 3);
	}
	for (enum plan_column i = 0; i < PLAN_COLUMNS; i++) {
		if (!is_there(book, i))
			continue;
		wanted[places->plan_columns[i]] =
		    columns[i].key == NULL ? framework->levels[framework->n_levels - 1].title
		                           : book_say(book, columns[i].key);
		looks[places->plan_columns[i]] = columns[i].look & (LOOK_RIGHT | LOOK_CENTRE);
		grid_width(grid, places->plan_columns[i], book_size(book, columns[i].least),
		           columns[i].most * book_size(book, SIZE_CELL_TEXT));
	}
	for (size_t i = 0; i < places->n_details; i++) {
		const struct detail *detail = &places->details[i];

		wanted[detail->place] = field_head(book, detail->column);
		looks[detail->place] = field_look(detail->column) & (LOOK_RIGHT | LOOK_INDENT);
		field_width(book, grid, detail->place, detail->column);
	}
	for (size_t i = 0; i < places->plan_width; i++)
		grid_text(grid, (struct spot){PLAN_TOP - 1, i, LOOK_HEAD | looks[i]},
		          heads_add(&heads, wanted[i]));
}

static void fill_sections(const struct row *row)
{
	struct book *book = row->book;

	for (size_t i = 0; i < book->places.n_names; i++)
		grid_text(row->grid, (struct spot){row->row, i, LOOK_WRAP},
		          book->places.section_names[book_ancestor(book, row->item, i + 1)]);
}

/* Which stand an answer counts as is looked up on Codebook. */
static void fill_answer(const struct row *row)
{
	struct book *book = row->book;
	const struct scores *scores = book->scores;
	const struct list *list = list_of_scale(book, row->scale);
	const char *answer = cell_at(row, PLAN_ANSWER), *cached = "";
	struct buf formula = {.arena = book->arena};
	size_t n = list->n_points + (list->excluded != NULL);

	if (scores->consensus != NULL && plan_stand(&scores->consensus[row->item]) != STAND_BLANK)
		cached = plan_stand_word(book, plan_stand(&scores->consensus[row->item]));
	grid_text(row->grid, spot_at(row, PLAN_ANSWER),
	          plan_answer(book->framework, scores->consensus_sheet, scores->consensus,
	                      row->place));
	for (size_t i = 0; i < n; i++)
		buf_addf(&formula, "IF(%s=%s,%s,", answer, list_cell(book, list, i, LIST_LABEL),
		         list_cell(book, list, i, LIST_STAND));
	buf_adds(&formula, "\"\"");
	for (size_t i = 0; i < n; i++)
		buf_adds(&formula, ")");
	grid_formula_text(row->grid, spot_at(row, PLAN_STAND), cached, "%s", buf_text(&formula));
}

/* What was said in a column of details; NULL where the item has none. */
static const struct value *detail_value(const struct row *row, const struct detail *detail,
                                        bool *asked)
{
	const struct sheet *sheet = row->book->scores->consensus_sheet;
	size_t i = 0;

	while (i < row->scale->n_columns && !plan_shares(&row->scale->columns[i], detail->column))
		i++;
	*asked = i < row->scale->n_columns;
	if (!*asked || sheet == NULL || sheet->details == NULL ||
	    sheet->details[row->place] == NULL)
		return NULL;
	return &sheet->details[row->place][i];
}

static bool number_of(const struct value *value, double *number)
{
	*number = value != NULL && value->given && !value->none ? value->number : NAN;
	return !isnan(*number);
}

/* Days from the sheet's date, as long as it is neither done nor left out. */
static void fill_days(const struct row *row, const char *due, double due_day)
{
	struct book *book = row->book;
	const char *day = book_cell(book, PART_SUMMARY, book->places.date, DATE_COLUMN);
	const char *days = cell_at(row, PLAN_DAYS), *stand = cell_at(row, PLAN_STAND);
	int stands = book->scores->consensus == NULL
	                 ? STAND_BLANK
	                 : plan_stand(&book->scores->consensus[row->item]);
	bool waits = stands != STAND_DONE && stands != STAND_EXCLUDED;
	double left = waits ? due_day - book->places.day : NAN;

	grid_formula(row->grid, spot_at(row, PLAN_DAYS), left,
	             "IF(OR(COUNT(%s,%s)<2,%s=%s,%s=%s),\"\",%s-%s)", due, day, stand,
	             book_quoted(book, plan_stand_word(book, STAND_DONE)), stand,
	             book_quoted(book, plan_stand_word(book, STAND_EXCLUDED)), due, day);
	grid_formula_text(row->grid, spot_at(row, PLAN_LATE),
	                  left < 0 ? book_say(book, "late") : "",
	                  "IF(COUNT(%s)=0,\"\",IF(%s<0,%s,\"\"))", days, days,
	                  book_quoted(book, book_say(book, "late")));
}

static void fill_target(const struct row *row)
{
	const struct element *item = &row->book->framework->elements[row->item];

	if (!is_there(row->book, PLAN_TARGET))
		return;
	grid_number(row->grid, spot_at(row, PLAN_TARGET), item->target);
	grid_text(row->grid, spot_at(row, PLAN_UNIT), isnan(item->target) ? NULL : item->unit);
}

static void fill_progress(const struct row *row, const char *reading, double reached)
{
	double target = row->book->framework->elements[row->item].target;
	const char *goal = cell_at(row, PLAN_TARGET);

	if (isnan(target))
		return;
	grid_formula(row->grid, spot_at(row, PLAN_PROGRESS),
	             target < 0 || target > 0 ? reached / target : NAN,
	             "IF(COUNT(%s,%s)<2,\"\",IF(%s=0,\"\",%s/%s))", reading, goal, goal, reading,
	             goal);
}

static void fill_details(const struct row *row)
{
	const struct places *places = &row->book->places;
	bool targeted = !isnan(row->book->framework->elements[row->item].target);

	for (size_t i = 0; i < places->n_details; i++) {
		const struct detail *detail = &places->details[i];
		bool asked;
		const struct value *value = detail_value(row, detail, &asked);
		const char *cell = at(row, detail->place);
		double number;

		number_of(value, &number);
		if (asked && (targeted || !detail->column->targets))
			field_fill(row->book, row->grid, (struct spot){row->row, detail->place, 0},
			           detail->column, value);
		if (places->plan_columns[PLAN_DAYS] == detail->place + 1)
			fill_days(row, cell, number);
		if (places->plan_columns[PLAN_PROGRESS] == detail->place + 1)
			fill_progress(row, cell, number);
	}
}

static void fill_change(const struct row *row)
{
	struct book *book = row->book;
	const struct scores *scores = book->scores, *previous = book->input->previous;
	const char *before, *now, *cell, *answer = cell_at(row, PLAN_ANSWER);
	bool changed;

	if (!is_there(book, PLAN_BEFORE))
		return;
	before = plan_answer(book->framework, previous->consensus_sheet, previous->consensus,
	                     row->place);
	now = plan_answer(book->framework, scores->consensus_sheet, scores->consensus, row->place);
	changed = before != NULL && now != NULL && strcmp(before, now) != 0;
	cell = cell_at(row, PLAN_BEFORE);
	grid_text(row->grid, spot_at(row, PLAN_BEFORE), before);
	grid_formula_text(row->grid, spot_at(row, PLAN_CHANGE),
	                  changed ? arena_printf(book->arena, "%s \xe2\x86\x92 %s", before, now)
	                          : "",
	                  "IF(OR(%s=\"\",%s=\"\",%s=%s),\"\",%s&\" \xe2\x86\x92 \"&%s)", cell,
	                  answer, cell, answer, cell, answer);
}

static void fill_row(const struct row *row)
{
	struct book *book = row->book;
	const struct element *item = &book->framework->elements[row->item];

	fill_sections(row);
	grid_text(row->grid, spot_at(row, PLAN_ID), item->id);
	grid_text(row->grid, spot_at(row, PLAN_TEXT), item->text);
	if (is_there(book, PLAN_KIND))
		grid_text(row->grid, spot_at(row, PLAN_KIND),
		          plan_kind_word(book, row->scale->kind));
	if (is_there(book, PLAN_WEIGHT))
		grid_number(row->grid, spot_at(row, PLAN_WEIGHT), item->weight);
	fill_answer(row);
	fill_target(row);
	fill_details(row);
	fill_change(row);
}

/* Neighbours on one scale share a drop-down list. */
static void fill_lists(struct book *book, struct grid *grid)
{
	const struct framework *framework = book->framework;
	const struct places *places = &book->places;
	struct area area = {0, places->plan_columns[PLAN_ANSWER], 0,
	                    places->plan_columns[PLAN_ANSWER]};
	const struct scale *scale = NULL;

	for (size_t i = 0; i < framework->n_items; i++) {
		const struct scale *next = framework->elements[framework->items[i]].scale;

		if (places->plan_rows[i] == SIZE_MAX)
			continue;
		if (scale != NULL && next != scale)
			field_pick(book, grid, area,
			           list_area(book, list_of_scale(book, scale), LIST_LABEL));
		if (next != scale)
			area.top = places->plan_rows[i];
		area.bottom = places->plan_rows[i];
		scale = next;
	}
	if (scale != NULL)
		field_pick(book, grid, area,
		           list_area(book, list_of_scale(book, scale), LIST_LABEL));
}

static void fill_rules(struct book *book, struct grid *grid)
{
	const struct places *places = &book->places;
	size_t text = places->plan_columns[PLAN_TEXT], late = places->plan_columns[PLAN_LATE];
	const char *is_late;

	fill_lists(book, grid);
	for (size_t i = 0; i < places->n_details; i++) {
		size_t column = places->details[i].place;

		field_limits(book, grid,
		             (struct area){PLAN_TOP, column, places->plan_bottom, column},
		             places->details[i].column);
	}
	if (late == SIZE_MAX)
		return;
	is_late = arena_printf(book->arena, "LEN($%s)>0", place_name(book->arena, PLAN_TOP, late));
	grid_emphasis(grid, (struct area){PLAN_TOP, text, places->plan_bottom, text}, is_late,
	              false);
	grid_emphasis(grid, (struct area){PLAN_TOP, late, places->plan_bottom, late}, is_late,
	              true);
}

void fill_plan(struct book *book, struct grid *grid)
{
	const struct framework *framework = book->framework;
	const struct places *places = &book->places;

	book_opening(book, grid);
	fill_heads(book, grid);
	for (size_t i = 0; i < framework->n_items; i++) {
		struct row row = {.book = book, .grid = grid, .place = i,
		                  .item = framework->items[i], .row = places->plan_rows[i]};

		row.scale = framework->elements[row.item].scale;
		if (row.row != SIZE_MAX)
			fill_row(&row);
	}
	fill_rules(book, grid);
	grid->frozen_rows = PLAN_TOP;
	grid->frozen_columns = places->plan_columns[PLAN_TEXT] + 1;
	grid->n_print_columns = places->plan_printed;
	grid->has_table = true;
	grid->table = (struct area){PLAN_TOP - 1, 0, places->plan_bottom, places->plan_width - 1};
}
