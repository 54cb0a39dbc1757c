#include "xlsx/grid.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

/* In em: a letter on average, the space at both sides of a cell, the button
 * of a filter. */
#define LETTER 0.5
#define BOLD_LETTER 0.56
#define PROSE_LETTER 0.44
#define CELL_SPACE 1.0
#define BUTTON 1.3

static struct cell *add_cell(struct grid *grid, struct spot spot, enum cell_kind kind)
{
	struct cell *cell;

	grid->cells = arena_push(grid->arena, grid->cells, grid->n_cells, sizeof *grid->cells);
	cell = &grid->cells[grid->n_cells++];
	cell->spot = spot;
	cell->kind = kind;
	return cell;
}

void grid_text(struct grid *grid, struct spot spot, const char *text)
{
	enum cell_kind kind = text == NULL || *text == '\0' ? CELL_EMPTY : CELL_TEXT;

	add_cell(grid, spot, kind)->text = text;
}

void grid_number(struct grid *grid, struct spot spot, double number)
{
	if (isnan(number))
		add_cell(grid, spot, CELL_EMPTY);
	else
		add_cell(grid, spot, CELL_NUMBER)->number = number;
}

void grid_empty(struct grid *grid, struct spot spot)
{
	add_cell(grid, spot, CELL_EMPTY);
}

void grid_formula(struct grid *grid, struct spot spot, double cached, const char *format, ...)
{
	struct cell *cell = add_cell(grid, spot, CELL_FORMULA);
	va_list values;

	va_start(values, format);
	cell->formula = arena_vprintf(grid->arena, format, values);
	va_end(values);
	cell->number = cached;
	cell->text = isnan(cached) ? "" : NULL;
}

void grid_formula_text(struct grid *grid, struct spot spot, const char *cached,
                       const char *format, ...)
{
	struct cell *cell = add_cell(grid, spot, CELL_FORMULA);
	va_list values;

	va_start(values, format);
	cell->formula = arena_vprintf(grid->arena, format, values);
	va_end(values);
	cell->text = cached;
}

static void add_bars(struct grid *grid, const struct bars *bars)
{
	grid->bars = arena_push(grid->arena, grid->bars, grid->n_bars, sizeof *grid->bars);
	grid->bars[grid->n_bars++] = *bars;
}

void grid_bars(struct grid *grid, struct area area, enum colour colour, double high)
{
	add_bars(grid, &(struct bars){area, colour, high, false});
}

void grid_share_bars(struct grid *grid, struct area area)
{
	add_bars(grid, &(struct bars){area, COLOUR_BAND, 1, true});
}

void grid_emphasis(struct grid *grid, struct area area, const char *formula, bool boxed)
{
	grid->emphases =
	    arena_push(grid->arena, grid->emphases, grid->n_emphases, sizeof *grid->emphases);
	grid->emphases[grid->n_emphases++] = (struct emphasis){area, formula, boxed};
}

void grid_limits(struct grid *grid, const struct limits *limits)
{
	grid->limits = arena_push(grid->arena, grid->limits, grid->n_limits, sizeof *grid->limits);
	grid->limits[grid->n_limits++] = *limits;
}

/* As many letters of a text as fit, the last one a sign of what is cut off. */
static const char *cut(struct arena *arena, const char *text, size_t most)
{
	size_t at = 0;

	if (text_length(text) <= most)
		return text;
	for (size_t n = 1; n < most; n++)
		text_next(text, &at);
	return arena_printf(arena, "%.*s\xe2\x80\xa6", (int)at, text);
}

static bool same_area(const struct area *one, const struct area *other)
{
	return one->top == other->top && one->left == other->left &&
	       one->bottom == other->bottom && one->right == other->right;
}

void grid_prompt(struct grid *grid, struct area area, const char *title, const char *prompt)
{
	struct limits *limits;

	if (grid->n_limits == 0 || !same_area(&grid->limits[grid->n_limits - 1].area, &area))
		grid_limits(grid, &(struct limits){.area = area, .kind = LIMITS_ANY});
	limits = &grid->limits[grid->n_limits - 1];
	limits->title = cut(grid->arena, title, PROMPT_TITLE_MAX);
	limits->prompt = cut(grid->arena, prompt, MESSAGE_MAX);
}

void grid_width(struct grid *grid, size_t column, double least, double most)
{
	if (column >= grid->n_widths) {
		grid->widths = arena_grow(grid->arena, grid->widths, grid->n_widths, column + 1,
		                          sizeof *grid->widths);
		grid->n_widths = column + 1;
	}
	grid->widths[column] = (struct width){least, most};
}

static int compare_cells(const void *left, const void *right)
{
	const struct spot *a = &((const struct cell *)left)->spot;
	const struct spot *b = &((const struct cell *)right)->spot;

	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	return (a->column > b->column) - (a->column < b->column);
}

enum style look_style(unsigned look)
{
	return look & LOOK_TITLE  ? STYLE_TITLE
	       : look & LOOK_NOTE ? STYLE_NOTE
	       : look & LOOK_HEAD ? STYLE_LABEL_BOLD
	       : look & LOOK_BOLD ? STYLE_NAME
	                          : STYLE_BODY;
}

/* The bytes of the next word, its hyphen and the blanks after it included;
 * *letters is how many characters the eye sees. */
static size_t next_word(const char *text, size_t *letters)
{
	size_t at = 0;

	*letters = 0;
	while (text[at] != '\0' && text[at] != ' ' && text[at] != '\n') {
		++*letters;
		if (text[at] == '-')
			return at + 1;
		text_next(text, &at);
	}
	return at + (text[at] != '\0');
}

static size_t longest_word(const char *text)
{
	size_t longest = 0, letters;

	while (*text != '\0') {
		text += next_word(text, &letters);
		longest = letters > longest ? letters : longest;
	}
	return longest;
}

/* Lines of a text that is broken between words to so many letters. */
static size_t count_lines(const char *text, double letters_max)
{
	size_t lines = 1, letters;
	double used = 0;

	while (*text != '\0') {
		size_t length = next_word(text, &letters);
		bool ends = text[length - 1] == '\n';

		if (used > 0 && used + (double)letters > letters_max) {
			lines++;
			used = 0;
		}
		used += (double)letters + (text[length - 1] == ' ');
		if (ends) {
			lines++;
			used = 0;
		}
		text += length;
	}
	return lines;
}

static double letter_width(const struct theme *theme, unsigned look)
{
	const struct type *type = &theme->styles[look_style(look)];
	bool bold = type->face == FACE_BOLD || type->face == FACE_SEMIBOLD;

	return type->size * (bold ? BOLD_LETTER : LETTER);
}

/* What a cell's text does not have of the column's width. */
static double cell_space(const struct theme *theme, unsigned look)
{
	double em = theme->styles[look_style(look)].size;

	return em * (CELL_SPACE + (look & LOOK_FILTER ? BUTTON : 0) +
	             (look & LOOK_INDENT ? LETTER : 0));
}

/* Numbers without a format of their own, and days, may be wide. */
static size_t number_letters(const struct cell *cell)
{
	unsigned number = cell->spot.look & NUMBER_MASK;

	if (cell->kind == CELL_EMPTY || (number != NUMBER_PLAIN && number != NUMBER_DATE))
		return 0;
	return number == NUMBER_DATE ? strlen("yyyy-mm-dd")
	                             : (size_t)snprintf(NULL, 0, "%.10g", cell->number);
}

static double wanted_width(const struct cell *cell, const struct theme *theme)
{
	unsigned look = cell->spot.look;
	size_t letters;

	if ((look & (LOOK_TITLE | LOOK_NOTE | LOOK_SPILL)) != 0)
		return 0;
	letters = cell->text == NULL ? number_letters(cell)
	          : look & LOOK_HEAD ? longest_word(cell->text)
	                             : text_length(cell->text);
	if (letters == 0)
		return 0;
	return letter_width(theme, look) * (double)letters + cell_space(theme, look);
}

static void settle_widths(struct grid *grid, const struct theme *theme)
{
	for (size_t i = 0; i < grid->n_cells; i++) {
		const struct cell *cell = &grid->cells[i];
		struct width *width;
		double wanted;

		if (cell->spot.column >= grid->n_widths)
			continue;
		width = &grid->widths[cell->spot.column];
		wanted = wanted_width(cell, theme);
		if (width->least == 0 || (width->most == 0 && !(cell->spot.look & LOOK_HEAD)))
			continue;
		if (width->most > 0)
			wanted = fmin(wanted, width->most);
		width->least = fmax(width->least, wanted);
	}
}

static size_t cell_lines(const struct grid *grid, const struct cell *cell,
                         const struct theme *theme)
{
	unsigned look = cell->spot.look;
	double letter = look & LOOK_HEAD ? letter_width(theme, look)
	                                 : PROSE_LETTER * theme->styles[look_style(look)].size;
	double width;

	if (cell->text == NULL || (look & (LOOK_HEAD | LOOK_WRAP)) == 0 ||
	    cell->spot.column >= grid->n_widths)
		return 1;
	width = grid->widths[cell->spot.column].least - cell_space(theme, look);
	return count_lines(cell->text, width / letter);
}

/* Rows of one line of the common size keep the program's own height. */
static void settle_heights(struct grid *grid, const struct theme *theme)
{
	size_t n = grid->n_cells > 0 ? grid->cells[grid->n_cells - 1].spot.row + 1 : 0;

	grid->heights = ARENA_ARRAY(grid->arena, double, n);
	grid->n_heights = n;
	for (size_t i = 0; i < grid->n_cells; i++) {
		const struct cell *cell = &grid->cells[i];
		double *height = &grid->heights[cell->spot.row];
		double lines = (double)cell_lines(grid, cell, theme);

		if (lines > 1 || (cell->spot.look & LOOK_TITLE) != 0)
			*height = fmax(*height,
			               lines * theme->styles[look_style(cell->spot.look)].leading);
	}
	for (size_t i = 0; i < n; i++)
		grid->heights[i] = fmax(grid->heights[i], grid->row_height);
	for (size_t i = 0; i < grid->n_cells; i++)
		if (grid->heights[grid->cells[i].spot.row] > 0)
			grid->cells[i].spot.look |= grid->row_height > 0 ? LOOK_MIDDLE : LOOK_TOP;
}

static bool is_filtered(const struct grid *grid, const struct spot *spot)
{
	const struct area *area = &grid->table;

	return area->bottom > area->top && spot->row == area->top &&
	       spot->column >= area->left && spot->column <= area->right;
}

void grid_finish(struct grid *grid, const struct theme *theme)
{
	if (grid->n_cells > 1)
		qsort(grid->cells, grid->n_cells, sizeof *grid->cells, compare_cells);
	for (size_t i = 1; i < grid->n_cells; i++)
		assert(compare_cells(&grid->cells[i - 1], &grid->cells[i]) < 0);
	for (size_t i = 0; i < grid->n_cells; i++)
		if (is_filtered(grid, &grid->cells[i].spot))
			grid->cells[i].spot.look |= LOOK_FILTER;
	settle_widths(grid, theme);
	settle_heights(grid, theme);
}

/* Letters of a column: A to Z, AA to ZZ and so on, without a zero. */
static char *column_name(struct arena *arena, size_t column)
{
	char letters[16];
	size_t at = sizeof letters;

	letters[--at] = '\0';
	for (size_t n = column + 1; n > 0; n = (n - 1) / 26)
		letters[--at] = (char)('A' + (n - 1) % 26);
	return arena_strdup(arena, letters + at);
}

char *place_name(struct arena *arena, size_t row, size_t column)
{
	return arena_printf(arena, "%s%zu", column_name(arena, column), row + 1);
}

char *fixed_name(struct arena *arena, size_t row, size_t column)
{
	return arena_printf(arena, "$%s$%zu", column_name(arena, column), row + 1);
}

char *area_name(struct arena *arena, struct area area)
{
	char *first = fixed_name(arena, area.top, area.left);

	if (area.top == area.bottom && area.left == area.right)
		return first;
	return arena_printf(arena, "%s:%s", first, fixed_name(arena, area.bottom, area.right));
}
