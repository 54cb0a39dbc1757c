#include <string.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/record_rows.h"
#include "compose/report.h"

static bool is_single(const struct record *record)
{
	return record->single;
}

static bool has_rows(const struct record *record)
{
	return !record->single;
}

/* A row as a list of what is asked and what was written. */
static struct list_block form_list(struct composer *composer, const struct selection *selection,
                                   size_t row, const size_t *columns, size_t n)
{
	struct list_block list = {.style = STYLE_BODY};

	list.items = ARENA_ARRAY(composer->arena, struct list_item, n);
	for (size_t i = 0; i < n; i++) {
		const char *text = record_cell(composer, selection->record, selection->rows[row],
		                               columns[i]);
		struct list_item *item = &list.items[list.n_items];

		/* where there are several, the name stands above each */
		if (!selection->kind->single && columns[i] == selection->kind->label)
			continue;
		item->term = selection->kind->columns[columns[i]].title;
		item->text = text == NULL || *text == '\0' ? composer_text(composer, "blank")
		                                           : text;
		list.n_items++;
	}
	return list;
}

static void add_forms(struct composer *composer, const struct selection *selection,
                      const size_t *columns, size_t n)
{
	for (size_t i = 0; i < selection->n_rows; i++) {
		if (!selection->kind->single)
			composer_add_heading(composer, 3, STYLE_NAME,
			                     row_label(selection->kind, selection->rows[i]),
			                     NULL);
		composer_add(composer, BLOCK_LIST)->list =
		    form_list(composer, selection, i, columns, n);
	}
}

void compose_record_form(struct composer *composer)
{
	struct selection selection;
	struct blocks outer;
	const size_t *columns;
	size_t n;

	if (!record_select(composer, is_single, &selection) &&
	    (composer->section->record != NULL ||
	     !record_select(composer, has_rows, &selection)))
		return;
	columns = record_columns(composer, selection.kind, &n);
	outer = report_open_section(composer);
	if (selection.n_rows == 0)
		composer_add_paragraphs(composer, STYLE_BODY, composer_say(composer, "none"));
	add_forms(composer, &selection, columns, n);
	report_close_section(composer, outer);
}

/* Rows with more columns than have room side by side are listed. */
static void add_table(struct composer *composer)
{
	enum { COLUMNS_AT_MOST = 7 };
	struct selection selection;
	struct blocks outer;
	const size_t *columns;
	size_t n;

	if (!record_select(composer, has_rows, &selection))
		return;
	columns = record_columns(composer, selection.kind, &n);
	outer = report_open_section(composer);
	if (selection.n_rows == 0)
		composer_add_paragraphs(composer, STYLE_BODY, composer_say(composer, "none"));
	else if (n > COLUMNS_AT_MOST)
		add_forms(composer, &selection, columns, n);
	else if (n > 0)
		composer_add(composer, BLOCK_TABLE)->table =
		    record_table(composer, &selection, columns, n);
	report_close_section(composer, outer);
}

void compose_record_table(struct composer *composer)
{
	const struct template_section *section = composer->section;
	const struct framework *f = composer->framework;

	if (section->record != NULL) {
		add_table(composer);
		return;
	}
	for (size_t i = 0; i < f->n_records; i++) {
		struct template_section one = *section;

		if (f->records[i].single)
			continue;
		one.record = f->records[i].id;
		composer->section = &one;
		add_table(composer);
	}
	composer->section = section;
}
