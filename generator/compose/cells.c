#include "compose/cells.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "compose/composer.h"

/* Circles for more of them would take the room of the other columns. */
enum { CIRCLES_AT_MOST = 2 };

static const enum entry_kind kinds[COLUMN_TYPE_COUNT] = {
	[COLUMN_TEXT] = ENTRY_TEXT,
	[COLUMN_NUMBER] = ENTRY_NUMBER,
	[COLUMN_DATE] = ENTRY_DATE,
	[COLUMN_CHECK] = ENTRY_CHECK,
	[COLUMN_CHOICE] = ENTRY_CHOICE,
	[COLUMN_LINE] = ENTRY_LINE,
	/* A blank sheet knows no rows to choose from. */
	[COLUMN_REFERENCE] = ENTRY_TEXT,
	[COLUMN_COMPUTED] = ENTRY_PRINTED,
};

bool cells_are_asked(const struct record_column *column)
{
	return column->type != COLUMN_COMPUTED;
}

void cells_add_option(struct entry_column *entry, const char *label, const char *value)
{
	entry->options[entry->n_options] = label;
	entry->values[entry->n_options++] = value;
}

void cells_set_options(struct composer *composer, struct entry_column *entry,
                       const struct point *points, size_t n_points, size_t more)
{
	entry->options = ARENA_ARRAY(composer->arena, const char *, n_points + more);
	entry->values = ARENA_ARRAY(composer->arena, const char *, n_points + more);
	for (size_t i = 0; i < n_points; i++)
		cells_add_option(entry, points[i].label, points[i].id);
}

static const char *join_lines(struct composer *composer, const char *first, const char *second)
{
	if (first == NULL || second == NULL)
		return first == NULL ? second : first;
	return arena_printf(composer->arena, "%s\n%s", first, second);
}

static const char *unit_words(struct composer *composer, const struct record_column *column)
{
	if (column->unit == NULL)
		return NULL;
	composer_set(composer, "unit", column->unit);
	return composer_say(composer, "unit");
}

struct entry_column cells_box(struct composer *composer, const struct record_column *column)
{
	struct entry_column entry = {
		.head = column->title,
		.help = column->help,
		.kind = kinds[column->type],
		.width = column->width,
		.words = column->none != NULL || column->unit_column != SIZE_MAX,
	};

	if (entry.kind == ENTRY_CHOICE || entry.kind == ENTRY_LINE)
		cells_set_options(composer, &entry, column->options, column->n_options, 0);
	if (entry.kind == ENTRY_DATE)
		entry.format = composer_say(composer, "date-format");
	if (entry.kind == ENTRY_NUMBER)
		entry.help = join_lines(composer, entry.help, unit_words(composer, column));
	return entry;
}

struct entry_column cells_column(struct composer *composer, const struct record_column *column)
{
	struct entry_column entry = cells_box(composer, column);

	if (entry.kind == ENTRY_CHOICE && entry.n_options > CIRCLES_AT_MOST)
		entry.kind = ENTRY_PICK;
	return entry;
}

const char *cells_options(struct composer *composer, const struct entry_column *entry)
{
	const char *comma = composer_say_document(composer, "comma");
	struct buf out = {.arena = composer->arena};

	for (size_t i = 0; i < entry->n_options; i++)
		buf_addf(&out, "%s%s%s", i == 0 ? "" : comma == NULL ? "," : comma,
		         i == 0 ? "" : " ", entry->options[i]);
	return buf_text(&out);
}

struct entry_cell cells_cell(struct composer *composer, const struct record_column *column,
                             const struct entry_column *entry, const char *field)
{
	struct entry_cell cell = {.field = field};
	size_t opened = composer_open_flags(composer);

	composer_set(composer, "column", column->title);
	composer_flag(composer, "dated", column->type == COLUMN_DATE);
	cell.tip = composer_text(composer, "tip-cell");
	if (entry->kind == ENTRY_CHOICE || entry->kind == ENTRY_LINE) {
		cell.tips = ARENA_ARRAY(composer->arena, const char *, entry->n_options);
		for (size_t i = 0; i < entry->n_options; i++) {
			composer_set(composer, "label", entry->options[i]);
			cell.tips[i] = composer_text(composer, "tip-option");
		}
	}
	composer_close_flags(composer, opened);
	return cell;
}

/* Options may be written as their ids. */
struct entry_cell cells_example(const struct record_column *column)
{
	struct entry_cell cell = {.text = column->example};

	for (size_t i = 0; i < column->n_options && cell.text != NULL; i++)
		if (strcmp(column->options[i].id, cell.text) == 0)
			cell.text = column->options[i].label;
	return cell;
}
