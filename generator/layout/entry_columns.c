#include "layout/entry_columns.h"

#include <math.h>

#include "base/arena.h"
#include "layout/entry_marks.h"

static enum style head_style(const struct entries_block *entries)
{
	return entries->roomy ? STYLE_NAME : STYLE_LABEL_BOLD;
}

static double number_width(struct layout *layout, const struct entries_block *entries)
{
	double widest = 0, gap = 1.2 * size_of(layout, SIZE_UNIT);
	enum size least = entries->roomy ? SIZE_PLAN_NUMBER : SIZE_RATING_INDENT;

	for (size_t i = 0; i < entries->n_rows; i++)
		widest = fmax(widest, text_width(layout, STYLE_LABEL, entries->rows[i].number));
	return widest > 0 ? fmax(size_of(layout, least), widest + gap) : 0;
}

/* Lines stand where people write; in a roomy table, between all columns. */
static bool is_ruled(const struct entries_block *entries, size_t column, double number)
{
	if (entries->roomy)
		return column > 0 || number > 0;
	return entry_is_written(&entries->columns[column]) ||
	       (column > 0 && entry_is_written(&entries->columns[column - 1]));
}

static void set_pads(struct layout *layout, const struct entries_block *entries,
                     struct entry_columns *columns)
{
	double unit = size_of(layout, SIZE_UNIT);

	for (size_t i = 0; i < entries->n_columns; i++) {
		struct entry_slot *slot = &columns->slots[i];
		bool last = i + 1 == entries->n_columns;

		slot->ruled = is_ruled(entries, i, columns->number);
		slot->left = i > 0 || slot->ruled ? unit : 0;
		slot->right = last ? 0 : unit / 2;
	}
}

/* Marks need no more than their column's words and their own size. */
static bool takes_what_it_needs(const struct entry_column *column)
{
	return column->kind == ENTRY_CHECK ||
	       (column->kind == ENTRY_CHOICE && column->n_options > 0);
}

static double check_width(struct layout *layout, const struct entries_block *entries,
                          const struct entry_column *column)
{
	return fmax(size_of(layout, SIZE_BOX),
	            text_widest_word(layout, head_style(entries), column->head));
}

static double mark_width(struct layout *layout, const struct entries_block *entries,
                         const struct entry_column *column)
{
	if (!takes_what_it_needs(column))
		return 0;
	return column->kind == ENTRY_CHECK ? check_width(layout, entries, column)
	                                   : (double)column->n_options * entry_pitch(layout, column);
}

/* Marks stand closer where they would take most of the width; then the words
 * above them break. Returns what they take of it. */
static double arrange_marks(struct layout *layout, const struct entries_block *entries,
                            double width, struct entry_columns *columns)
{
	double taken = 0, wanted = 0, room = 0.6 * width, share;

	for (size_t i = 0; i < entries->n_columns; i++)
		wanted += mark_width(layout, entries, &entries->columns[i]);
	share = wanted > room ? room / wanted : 1;
	for (size_t i = 0; i < entries->n_columns; i++) {
		const struct entry_column *column = &entries->columns[i];
		struct entry_slot *slot = &columns->slots[i];
		double marks = mark_width(layout, entries, column) * share;

		if (!takes_what_it_needs(column))
			continue;
		if (column->kind == ENTRY_CHOICE)
			slot->pitch = fmax(marks / (double)column->n_options,
			                   size_of(layout, SIZE_CIRCLE) + 1);
		slot->width = slot->left + slot->right;
		slot->width += slot->pitch > 0 ? (double)column->n_options * slot->pitch
		                               : fmax(marks, size_of(layout, SIZE_BOX) + 1);
		taken += slot->width;
	}
	return taken;
}

/* What a column that is read or written in needs if no word of it is to break. */
static double words_width(struct layout *layout, const struct entries_block *entries, size_t i)
{
	const struct entry_column *column = &entries->columns[i];
	double need = fmax(text_widest_word(layout, head_style(entries), column->head),
	                   text_widest_word(layout, STYLE_LABEL, column->help));

	for (size_t k = 0; k < entries->n_rows; k++) {
		const struct entry_row *row = &entries->rows[k];

		need = fmax(need, text_widest_word(layout, row->example ? STYLE_EXAMPLE : STYLE_ROW,
		                                   row->cells[i].text));
	}
	return need;
}

/* What it should have besides: statements should not stand in one word a line,
 * nor handwriting, as far as the number of columns allows. */
static double wanted_width(struct layout *layout, const struct entries_block *entries,
                           size_t i, double width)
{
	const struct entry_column *column = &entries->columns[i];
	const double least = 0.36; /* for a statement */
	double need = words_width(layout, entries, i);
	double share = 0.75 * width / (double)entries->n_columns;

	for (size_t k = 0; k < entries->n_rows && column->kind == ENTRY_PRINTED; k++)
		need = fmax(need, fmin(text_width(layout, STYLE_ROW, entries->rows[k].cells[i].text),
		                       least * width));
	if (column->kind == ENTRY_LINE)
		return fmax(need, (double)column->n_options * entry_pitch(layout, column));
	if (column->kind == ENTRY_NUMBER)
		return fmax(need, size_of(layout, SIZE_TOTAL_WIDTH));
	if (column->kind == ENTRY_DATE)
		return fmax(need, fmin(size_of(layout, SIZE_PLAN_DUE), share));
	return entry_is_written(column)
	           ? fmax(need, fmin(size_of(layout, SIZE_PLAN_SECTION), share)) : need;
}

/* Columns that lack something take from those that have more than they need.
 * Where all together need more than there is, they share what `words` leave; no
 * word breaks as long as these have room. */
static void balance(double *widths, const double *needs, const double *words, size_t n,
                    double room)
{
	double lacking = 0, spare = 0, sum = 0, least = 0;

	for (size_t i = 0; i < n; i++) {
		lacking += fmax(0, needs[i] - widths[i]);
		spare += fmax(0, widths[i] - needs[i]);
		sum += needs[i];
		least += words[i];
	}
	for (size_t i = 0; i < n; i++) {
		if (lacking > spare && least < room)
			widths[i] = words[i] + widths[i] * (room - least) / room;
		else if (lacking > spare)
			widths[i] = needs[i] * room / sum;
		else if (widths[i] < needs[i])
			widths[i] = needs[i];
		else if (spare > 0)
			widths[i] -= (widths[i] - needs[i]) * lacking / spare;
	}
}

/* What marks have left is shared by the other columns. */
static void share_room(struct layout *layout, const struct entries_block *entries, double room,
                       double width, struct entry_columns *columns)
{
	size_t n = entries->n_columns;
	double *widths = ARENA_ARRAY(layout->arena, double, n + 1);
	double *needs = ARENA_ARRAY(layout->arena, double, n + 1);
	double *words = ARENA_ARRAY(layout->arena, double, n + 1);
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		if (!takes_what_it_needs(&entries->columns[i]))
			sum += widths[i] = fmax(entries->columns[i].width, 0.1);
	for (size_t i = 0; i < n; i++) {
		struct entry_slot *slot = &columns->slots[i];

		if (takes_what_it_needs(&entries->columns[i]))
			continue;
		widths[i] *= room / sum;
		words[i] = words_width(layout, entries, i) + slot->left + slot->right;
		needs[i] = wanted_width(layout, entries, i, width) + slot->left + slot->right;
	}
	balance(widths, needs, words, n, room);
	for (size_t i = 0; i < n; i++)
		if (!takes_what_it_needs(&entries->columns[i]))
			columns->slots[i].width = widths[i];
}

static double inner_width(const struct entry_slot *slot)
{
	return fmax(slot->width - slot->left - slot->right, 1);
}

static void set_heads(struct layout *layout, const struct entries_block *entries,
                      struct entry_columns *columns)
{
	double x = columns->number;

	for (size_t i = 0; i < entries->n_columns; i++) {
		const struct entry_column *column = &entries->columns[i];
		struct entry_slot *slot = &columns->slots[i];
		double inner = inner_width(slot);

		slot->x = x;
		x += slot->width;
		slot->head = text_balance(layout, head_style(entries), column->head, inner);
		slot->help = text_balance(layout, STYLE_LABEL, column->help, inner);
		slot->type = entry_type(layout, column, inner);
		if (column->kind == ENTRY_LINE && column->n_options > 0)
			slot->pitch = inner / (double)column->n_options;
		if (slot->pitch > 0)
			slot->options = entry_set_options(layout, column,
			                                  slot->pitch - size_of(layout, SIZE_OPTION_GAP));
	}
}

static double head_words(const struct entry_slot *slot)
{
	return slot->head.height + slot->help.height;
}

static void measure_heads(struct layout *layout, const struct entries_block *entries,
                          struct entry_columns *columns)
{
	double height = 0;

	columns->head_rows = 1;
	for (size_t i = 0; i < entries->n_columns; i++) {
		const struct entry_column *column = &entries->columns[i];
		const struct entry_slot *slot = &columns->slots[i];
		double options = slot->pitch > 0 ? entry_options_height(column, slot->options) : 0;

		if (slot->pitch > 0 && head_words(slot) > 0)
			columns->head_rows = 2;
		height = fmax(height, head_words(slot) + options);
	}
	columns->head_height = height > 0 ? height + 1.3 * size_of(layout, SIZE_UNIT) : 0;
}

struct entry_columns entry_columns_arrange(struct layout *layout,
                                           const struct entries_block *entries, double width)
{
	struct entry_columns columns = {.number = number_width(layout, entries)};
	const struct entry_column *first = entries->columns;
	double room = width - columns.number;

	columns.slots = ARENA_ARRAY(layout->arena, struct entry_slot, entries->n_columns + 1);
	columns.apart = columns.number > 0 && (entries->roomy || first->kind != ENTRY_PRINTED);
	columns.inside = first->kind == ENTRY_PRINTED && first->help == NULL &&
	                 (first->head == NULL || *first->head == '\0');
	for (size_t i = 0; i < entries->n_columns; i++)
		columns.written = columns.written || entry_is_written(&entries->columns[i]);
	set_pads(layout, entries, &columns);
	room -= arrange_marks(layout, entries, room, &columns);
	share_room(layout, entries, fmax(room, 1), width, &columns);
	set_heads(layout, entries, &columns);
	measure_heads(layout, entries, &columns);
	return columns;
}

struct area entry_inner(const struct entry_columns *columns, size_t column, struct area area)
{
	const struct entry_slot *slot = &columns->slots[column];

	area.x += slot->x + slot->left;
	area.width = inner_width(slot);
	return area;
}

struct xy entry_first_circle(const struct entry_columns *columns, size_t column,
                             struct area area)
{
	struct area inner = entry_inner(columns, column, area);

	return (struct xy){inner.x + columns->slots[column].pitch / 2,
	                   inner.y + inner.height / 2};
}

/* Heads of marks stand in the middle above them. */
static enum align head_align(const struct entry_column *column)
{
	bool marked = column->kind == ENTRY_CHECK || entry_has_circles(column);

	return marked ? ALIGN_CENTRE : ALIGN_LEFT;
}

static void place_head(struct layout *layout, const struct entries_block *entries,
                       const struct entry_columns *columns, size_t i, struct area area)
{
	const struct entry_column *column = &entries->columns[i];
	const struct entry_slot *slot = &columns->slots[i];
	bool circles = slot->pitch > 0, filled = head_words(slot) > 0;
	struct area inner = entry_inner(columns, i, area);
	double foot = inner.y + inner.height - 0.65 * size_of(layout, SIZE_UNIT);
	double top = foot - head_words(slot);
	struct span span = {.rows = circles ? 1 : columns->head_rows,
	                    .columns = circles ? (unsigned)column->n_options : 1};

	if (circles)
		top -= entry_options_height(column, slot->options);
	if (entries->roomy)
		top = inner.y + 0.65 * size_of(layout, SIZE_UNIT);
	cell_begin(layout, filled ? ROLE_HEAD_CELL : ROLE_CELL, span);
	place_lines(layout, &slot->head,
	            (struct place){inner.x, top, inner.width, head_align(column)});
	place_lines(layout, &slot->help,
	            (struct place){inner.x, top + slot->head.height, inner.width,
	                           head_align(column)});
	role_end(layout);
}

static void place_options(struct layout *layout, const struct entries_block *entries,
                          const struct entry_columns *columns, size_t i, struct area area)
{
	const struct entry_slot *slot = &columns->slots[i];
	struct area inner = entry_inner(columns, i, area);
	double foot = inner.y + inner.height - 0.65 * size_of(layout, SIZE_UNIT);

	for (size_t k = 0; slot->pitch > 0 && k < entries->columns[i].n_options; k++) {
		const struct lines *option = &slot->options[k];

		role_begin(layout, ROLE_HEAD_CELL, NULL);
		place_lines(layout, option,
		            (struct place){inner.x + (double)k * slot->pitch,
		                           foot - option->height, slot->pitch, ALIGN_CENTRE});
		role_end(layout);
	}
}

void entry_columns_place_heads(struct layout *layout, const struct entries_block *entries,
                               const struct entry_columns *columns, struct area area)
{
	role_begin(layout, ROLE_ROW, NULL);
	if (columns->apart) {
		cell_begin(layout, ROLE_CELL, (struct span){.rows = columns->head_rows});
		role_end(layout);
	}
	for (size_t i = 0; i < entries->n_columns; i++)
		if (columns->head_rows == 1 && columns->slots[i].pitch > 0)
			place_options(layout, entries, columns, i, area);
		else
			place_head(layout, entries, columns, i, area);
	role_end(layout);
	if (columns->head_rows == 1)
		return;
	role_begin(layout, ROLE_ROW, NULL);
	for (size_t i = 0; i < entries->n_columns; i++)
		place_options(layout, entries, columns, i, area);
	role_end(layout);
}

void entry_columns_place_rules(struct layout *layout, const struct entries_block *entries,
                               const struct entry_columns *columns, struct area area)
{
	struct stroke stroke = stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_INK);

	for (size_t i = 0; i < entries->n_columns; i++)
		if (columns->slots[i].ruled)
			draw_down(layout, area.x + columns->slots[i].x, area.y,
			          area.y + area.height, stroke);
}
