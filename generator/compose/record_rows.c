#include "compose/record_rows.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "compose/composer.h"

/* What an id could have been: the nearest one, else all. */
static const char *suggest(struct composer *composer, const char *id, const char *const *ids,
                           size_t n)
{
	const char *near = text_nearest(id, ids, n);

	if (near != NULL)
		return arena_printf(composer->arena, "did you mean '%s'?", near);
	return n == 0 ? NULL
	              : arena_printf(composer->arena, "known here: %s",
	                             text_join(composer->arena, ids, n, "and"));
}

static size_t find_named(struct composer *composer, const char *id)
{
	const struct framework *f = composer->framework;
	size_t found = framework_find_record(f, id);
	const char **ids;

	if (found != SIZE_MAX)
		return found;
	ids = ARENA_ARRAY(composer->arena, const char *, f->n_records);
	for (size_t i = 0; i < f->n_records; i++)
		ids[i] = f->records[i].id;
	diag_error(composer->diag, composer->section->pos,
	           suggest(composer, id, ids, f->n_records), "%s has no record '%s'", f->id, id);
	return SIZE_MAX;
}

static size_t find_record(struct composer *composer, bool (*fits)(const struct record *record))
{
	const struct framework *f = composer->framework;
	size_t found = 0;

	if (composer->section->record != NULL)
		return find_named(composer, composer->section->record);
	while (found < f->n_records && !fits(&f->records[found]))
		found++;
	return found < f->n_records ? found : SIZE_MAX;
}

static size_t find_column(struct composer *composer, const struct record *record, const char *id)
{
	size_t found = record_find_column(record, id);
	const char **ids;

	if (found != SIZE_MAX)
		return found;
	ids = ARENA_ARRAY(composer->arena, const char *, record->n_columns);
	for (size_t i = 0; i < record->n_columns; i++)
		ids[i] = record->columns[i].id;
	diag_error(composer->diag, composer->section->pos,
	           suggest(composer, id, ids, record->n_columns),
	           "the record '%s' has no column '%s'", record->id, id);
	return SIZE_MAX;
}

const struct record_rows *record_rows(const struct composer *composer, size_t record)
{
	static const struct record_rows nothing = {NULL, 0};
	const struct scores *scores = composer->input->scores;

	return scores == NULL || scores->records == NULL ? &nothing : &scores->records[record];
}

double record_number(const struct value *value)
{
	return value->given && !value->none ? value->number : NAN;
}

bool record_is_given(const struct record_column *column, const struct value *value)
{
	double number = record_number(value);
	bool counts = column->type == COLUMN_CHECK ||
	              (column->type == COLUMN_COMPUTED && column->computation == COMPUTE_COUNT);

	if (column->type == COLUMN_TEXT)
		return value->given && value->text != NULL && *value->text != '\0';
	return !isnan(number) && (!counts || number != 0);
}

/* Whether the section's `where` lets the row through. */
static bool holds(struct composer *composer, const struct record *record,
                  const struct record_row *row)
{
	const struct template_section *section = composer->section;

	for (size_t i = 0; i < section->n_where; i++) {
		size_t column = record_find_column(record, section->where[i].flag);

		if (column != SIZE_MAX &&
		    record_is_given(&record->columns[column], &row->values[column]) ==
		        section->where[i].negated)
			return false;
	}
	return true;
}

static bool check_where(struct composer *composer, const struct record *record)
{
	bool right = true;

	for (size_t i = 0; i < composer->section->n_where; i++)
		if (find_column(composer, record, composer->section->where[i].flag) == SIZE_MAX)
			right = false;
	return right;
}

void record_set_names(struct composer *composer, const char *name, const struct record *record,
                      size_t count)
{
	struct arena *arena = composer->arena;
	const char *plural = record->plural == NULL ? record->title : record->plural;

	composer_set_names(composer, name, record->title, plural);
	composer_set_count(composer, arena_printf(arena, "%s-count", name), count);
	composer_set(composer, arena_printf(arena, "counted-%ss", name),
	             composer_noun(composer, count == 1 ? record->title : plural));
}

/* The id after "not", or NULL. */
static const char *excluded_column(const char *name)
{
	return strncmp(name, "not ", 4) == 0 ? name + 4 + strspn(name + 4, " ") : NULL;
}

bool record_select(struct composer *composer, bool (*fits)(const struct record *record),
                   struct selection *selection)
{
	size_t found = find_record(composer, fits);
	const struct record_rows *all;

	if (found == SIZE_MAX)
		return false;
	selection->record = found;
	selection->kind = &composer->framework->records[found];
	if (!check_where(composer, selection->kind))
		return false;
	all = record_rows(composer, found);
	selection->n_all = all->n_rows;
	selection->n_rows = 0;
	selection->rows = ARENA_ARRAY(composer->arena, const struct record_row *, all->n_rows + 1);
	for (size_t i = 0; i < all->n_rows; i++)
		if (holds(composer, selection->kind, &all->rows[i]))
			selection->rows[selection->n_rows++] = &all->rows[i];
	record_set_names(composer, "record", selection->kind, selection->n_rows);
	composer_set_count(composer, "n", selection->n_rows);
	composer_set_count(composer, "total", selection->n_all);
	composer_flag(composer, "found", selection->n_rows > 0);
	composer_flag(composer, "all", selection->n_rows == selection->n_all);
	composer_flag(composer, "no-rows", selection->n_all == 0);
	composer_flag(composer, "no-sheet", composer->input->scores->consensus_sheet == NULL);
	return true;
}

static bool is_left_out(const struct template_section *section, const char *id)
{
	for (size_t i = 0; i < section->n_columns; i++)
		if (excluded_column(section->columns[i]) != NULL &&
		    strcmp(excluded_column(section->columns[i]), id) == 0)
			return true;
	return false;
}

const size_t *record_columns(struct composer *composer, const struct record *record, size_t *n)
{
	const struct template_section *section = composer->section;
	size_t *columns = ARENA_ARRAY(composer->arena, size_t,
	                              record->n_columns + section->n_columns);
	bool all = true;

	*n = 0;
	for (size_t i = 0; i < section->n_columns; i++) {
		const char *without = excluded_column(section->columns[i]);
		size_t column = find_column(composer, record,
		                            without != NULL ? without : section->columns[i]);

		all = all && without != NULL;
		if (column != SIZE_MAX && without == NULL)
			columns[(*n)++] = column;
	}
	for (size_t i = 0; all && i < record->n_columns; i++)
		if (!is_left_out(section, record->columns[i].id))
			columns[(*n)++] = i;
	return columns;
}

bool record_of_column(struct composer *composer, const char *name, struct named_column *named)
{
	const char *dot = strchr(name, '.');
	size_t record, column;

	if (dot == NULL) {
		diag_error(composer->diag, composer->section->pos,
		           "name a record for the section, or write record.column for each",
		           "the column '%s' has no record", name);
		return false;
	}
	record = find_named(composer, arena_strndup(composer->arena, name, (size_t)(dot - name)));
	if (record == SIZE_MAX)
		return false;
	named->record = &composer->framework->records[record];
	column = find_column(composer, named->record, dot + 1);
	if (column == SIZE_MAX)
		return false;
	named->column = &named->record->columns[column];
	return true;
}

const struct record_row *record_target(const struct composer *composer,
                                       const struct record_column *column,
                                       const struct value *value)
{
	const struct record_rows *rows = record_rows(composer, column->record);
	double number = record_number(value);

	return number >= 0 && number < (double)rows->n_rows ? &rows->rows[(size_t)number] : NULL;
}

bool record_leads(const struct composer *composer, const struct record *record,
                  const struct record_row *row, size_t by, const struct record_row *to)
{
	return by != SIZE_MAX &&
	       record_target(composer, &record->columns[by], &row->values[by]) == to;
}

