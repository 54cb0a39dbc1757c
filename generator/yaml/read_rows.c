#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "yaml/raw_sheet.h"

#define ROWS_MAX 10000

struct table_of_rows {
	const struct bind *bind;
	const struct framework *framework;
	const struct record *record;
	struct record_rows *rows; /* of all records */
};

static size_t find_row(const struct record_rows *rows, const char *id)
{
	for (size_t i = 0; i < rows->n_rows; i++)
		if (strcmp(rows->rows[i].id, id) == 0)
			return i;
	return SIZE_MAX;
}

static void look_up(const struct table_of_rows *table, const struct record_column *column,
                    const struct node *node, struct value *value)
{
	const struct bind *bind = table->bind;
	const struct record_rows *rows = &table->rows[column->record];
	size_t row = find_row(rows, value->text);
	size_t n = bind_suggests(bind) ? rows->n_rows : 0;
	const char **ids;

	if (row != SIZE_MAX) {
		value->number = (double)row;
		return;
	}
	ids = ARENA_ARRAY(bind->arena, const char *, n);
	for (size_t i = 0; i < n; i++)
		ids[i] = rows->rows[i].id;
	diag_error(bind->diag, node->pos, bind_accepted(bind, value->text, ids, n),
	           "there is no '%s' %s on this sheet",
	           table->framework->records[column->record].id,
	           node_quote(bind->arena, value->text));
	*value = (struct value){0};
}

static void refuse_column(const struct table_of_rows *table, const struct node *key)
{
	const struct record *record = table->record;
	const char **names = ARENA_ARRAY(table->bind->arena, const char *, record->n_columns);
	size_t n = 0;

	for (size_t i = 0; i < record->n_columns; i++)
		if (record->columns[i].type != COLUMN_COMPUTED)
			names[n++] = record->columns[i].id;
	diag_error(table->bind->diag, key->pos,
	           bind_accepted_key(table->bind, key->text, names, n),
	           "the record '%s' has no column %s", record->id,
	           node_quote(table->bind->arena, key->text));
}

static void check_required(const struct table_of_rows *table, const struct record_row *row,
                           const bool *written)
{
	const struct record *record = table->record;
	const char **names = ARENA_ARRAY(table->bind->arena, const char *, record->n_columns);
	size_t n = 0;

	for (size_t i = 0; i < record->n_columns; i++)
		if (record->columns[i].required && !written[i])
			names[n++] =
			    arena_printf(table->bind->arena, "'%s'", record->columns[i].id);
	if (n > 0)
		diag_error(table->bind->diag, row->pos, NULL,
		           record->single ? "the record '%s' lacks %s" : "the row '%s' lacks %s",
		           row->id, text_join(table->bind->arena, names, n, "and"));
}

/* A row without a mapping has been recorded, or holds nothing. */
static void read_row(const struct table_of_rows *table, struct record_row *row,
                     const struct node *node)
{
	const struct record *record = table->record;
	struct arena *arena = table->bind->arena;
	bool *written = ARENA_ARRAY(arena, bool, record->n_columns);

	row->values = ARENA_ARRAY(arena, struct value, record->n_columns);
	for (size_t i = 0; i < record->n_columns; i++)
		row->values[i].text = record->columns[i].type == COLUMN_COMPUTED ? "" : NULL;
	for (size_t i = 0; i < node->n_entries; i++) {
		const struct entry *entry = &node->entries[i];
		size_t column = record_find_column(record, entry->key->text);

		if (column == SIZE_MAX) {
			refuse_column(table, entry->key);
			continue;
		}
		written[column] = !node_is_null(entry->value);
		if (raw_read_cell(table->bind, &record->columns[column], entry->value,
		                  &row->values[column]) &&
		    record->columns[column].type == COLUMN_REFERENCE && row->values[column].given)
			look_up(table, &record->columns[column], entry->value,
			        &row->values[column]);
	}
	check_required(table, row, written);
}

static void check_unique(const struct table_of_rows *table, size_t column)
{
	const struct record_rows *rows = &table->rows[table->record - table->framework->records];

	for (size_t i = 1; i < rows->n_rows; i++) {
		const struct value *value = &rows->rows[i].values[column];

		for (size_t j = 0; value->given && j < i; j++) {
			const struct value *other = &rows->rows[j].values[column];

			if (!other->given || strcmp(value->text, other->text) != 0)
				continue;
			diag_error(table->bind->diag, rows->rows[i].pos, NULL,
			           "'%s' is %s in the row '%s' already, in line %zu",
			           table->record->columns[column].id,
			           node_quote(table->bind->arena, value->text), rows->rows[j].id,
			           rows->rows[j].pos.line);
			break;
		}
	}
}

/* Gives the rows their ids, so that all are there when references are looked up. */
static void list_rows(const struct table_of_rows *table, const struct bound *raw)
{
	const struct record *record = table->record;
	struct record_rows *rows = &table->rows[record - table->framework->records];
	size_t n = record->single ? 1 : raw->node->n_entries;

	rows->rows = ARENA_ARRAY(table->bind->arena, struct record_row, n);
	for (size_t i = 0; !record->single && i < n; i++) {
		const struct node *key = raw->node->entries[i].key;

		if (!bind_is(key->text, FORM_ID))
			diag_error(table->bind->diag, key->pos, form_rules[FORM_ID].details,
			           "%s is a key of '%s', but an id is wanted",
			           node_quote(table->bind->arena, key->text), record->id);
		rows->rows[i] = (struct record_row){.id = key->text, .pos = key->pos};
	}
	if (record->single)
		rows->rows[0] = (struct record_row){.id = record->id, .pos = raw->pos};
	rows->n_rows = n;
}

static void read_rows(const struct table_of_rows *table, const struct bound *raw)
{
	static const struct node nothing = {.kind = NODE_MAPPING};
	const struct record *record = table->record;
	struct record_rows *rows = &table->rows[record - table->framework->records];

	for (size_t i = 0; i < rows->n_rows; i++) {
		const struct node *node = record->single ? raw->node : raw->node->entries[i].value;

		if (node->kind != NODE_MAPPING && !node_is_null(node))
			diag_error(table->bind->diag, node->pos, NULL,
			           "the row '%s' is %s, but a mapping is wanted", rows->rows[i].id,
			           node_say(table->bind->arena, node));
		read_row(table, &rows->rows[i], node->kind == NODE_MAPPING ? node : &nothing);
	}
	for (size_t i = 0; i < record->n_columns; i++)
		if (record->columns[i].unique)
			check_unique(table, i);
}

static void refuse_record(const struct table_of_rows *table, const struct bound *raw)
{
	const struct framework *framework = table->framework;
	const struct bind *bind = table->bind;
	size_t n = bind_suggests(bind) ? framework->n_records : 0;
	const char **ids = ARENA_ARRAY(bind->arena, const char *, n);

	for (size_t i = 0; i < n; i++)
		ids[i] = framework->records[i].id;
	diag_error(bind->diag, raw->pos, bind_accepted(bind, raw->id, ids, n),
	           "%s is not a record of %s", node_quote(bind->arena, raw->id), framework->id);
}

/* The record that a key names, or NULL: recorded. */
static const struct record *find_record(const struct table_of_rows *table,
                                        const struct bound *raw)
{
	const struct framework *framework = table->framework;
	const struct bind *bind = table->bind;
	size_t place = framework_find_record(framework, raw->id);
	const struct record *record = place == SIZE_MAX ? NULL : &framework->records[place];

	if (record == NULL)
		refuse_record(table, raw);
	else if (node_is_null(raw->node))
		return NULL;
	else if (raw->node->kind != NODE_MAPPING)
		diag_error(bind->diag, raw->node->pos, NULL, "'%s' is %s, but %s is wanted",
		           raw->id, node_say(bind->arena, raw->node),
		           record->single ? "a mapping" : "a mapping with a key for each row");
	else if (!record->single && raw->node->n_entries > ROWS_MAX)
		diag_error(bind->diag, raw->pos, NULL, "'%s' has %zu rows; at most %d are read",
		           raw->id, raw->node->n_entries, ROWS_MAX);
	else
		return record;
	return NULL;
}

void raw_read_rows(const struct bind *bind, const struct framework *framework,
                   const struct raw_sheet *raw, struct sheet *sheet)
{
	struct table_of_rows table = {.bind = bind, .framework = framework};
	const struct record **records = ARENA_ARRAY(bind->arena, const struct record *,
	                                            raw->n_records);

	if (raw->kind == SHEET_INDIVIDUAL && raw->n_records > 0)
		diag_error(bind->diag, bind_key_pos(&raw->bound, "records"),
		           "put them on a sheet of their own, with sheet: consensus",
		           "records stand on the sheet that all fill in together, not on "
		           "one person's");
	sheet->records = table.rows =
	    ARENA_ARRAY(bind->arena, struct record_rows, framework->n_records);
	for (size_t i = 0; i < raw->n_records; i++) {
		table.record = records[i] = find_record(&table, &raw->records[i].bound);
		if (table.record != NULL)
			list_rows(&table, &raw->records[i].bound);
	}
	for (size_t i = 0; i < raw->n_records; i++) {
		table.record = records[i];
		if (table.record != NULL)
			read_rows(&table, &raw->records[i].bound);
	}
}
