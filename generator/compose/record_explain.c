#include <stdint.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/record_rows.h"
#include "compose/report.h"

/* Says the row `key` with its title `key-title`; rows that the template has no
 * words for are left out. */
static void say_row(struct composer *composer, struct table_block *table, const char *key)
{
	const char *text = composer_say(composer, key), **cells;

	if (text == NULL || *text == '\0')
		return;
	cells = composer_add_row(composer, table);
	cells[0] = composer_say(composer, arena_printf(composer->arena, "%s-title", key));
	cells[1] = text;
}

static bool any_computed(const struct framework *f, enum computation computation)
{
	for (size_t i = 0; i < f->n_records; i++)
		if (record_find_computation(&f->records[i], computation) != SIZE_MAX)
			return true;
	return false;
}

/* How many rows of each record there are: "6 moments of truth; 8 metrics". */
static void set_inventory(struct composer *composer)
{
	const struct framework *f = composer->framework;
	const char **parts = ARENA_ARRAY(composer->arena, const char *, f->n_records + 1);
	size_t n = 0, rows = 0;

	for (size_t i = 0; i < f->n_records; i++) {
		size_t count = record_rows(composer, i)->n_rows;

		rows += count;
		if (f->records[i].single)
			continue;
		record_set_names(composer, "record", &f->records[i], count);
		parts[n++] = composer_text(composer, "inventory-row");
	}
	composer_set(composer, "rows", composer_join(composer, parts, n));
	composer_flag(composer, "no-rows", rows == 0);
	composer_flag(composer, "no-sheet", composer->input->scores->consensus_sheet == NULL);
}

void compose_record_explanation(struct composer *composer)
{
	static const char *const rows[] = {"source", "inventory", "progress", "latest",
	                                   "difference", "sum", "count", "age", "coverage",
	                                   "freshness", "checks", "sums", "sample"};
	struct table_block *table = composer_numbers(composer, composer_text(composer, "title"));
	struct blocks outer = composer_open(composer);
	struct block *section;

	for (enum computation i = 0; i < COMPUTATION_COUNT; i++)
		composer_flag(composer, computation_names[i],
		              any_computed(composer->framework, i));
	composer_set(composer, "source", composer->framework->source);
	set_inventory(composer);
	composer_add_column(composer, table, NULL);
	composer_add_column(composer, table, NULL);
	table->columns[0] = (struct column){NULL, 0.24, ALIGN_LEFT, STYLE_NAME};
	table->columns[1] = (struct column){NULL, 0.76, ALIGN_LEFT, STYLE_LEAD};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		say_row(composer, table, rows[i]);
	composer_add_heading(composer, 2, STYLE_SECTION, table->caption, NULL);
	composer_add(composer, BLOCK_TABLE)->table = *table;
	section = composer_close(composer, outer, BLOCK_SECTION);
	section->section.rule = true;
	section->bookmark = table->caption;
}
