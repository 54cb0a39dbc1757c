#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "yaml/raw_framework.h"

static size_t find_label(const struct record *record)
{
	for (size_t i = 0; i < record->n_columns; i++)
		if (record->columns[i].type == COLUMN_TEXT)
			return i;
	return SIZE_MAX;
}

static void read_record(const struct bind *bind, struct raw_record *raw)
{
	struct record *record = &raw->record;

	record->id = raw->bound.id;
	record->pos = raw->bound.pos;
	record->blanks = (size_t)raw->blanks;
	record->columns = raw_read_columns(bind, raw->columns, raw->n_columns, PLACE_RECORD);
	record->n_columns = raw->n_columns;
	record->label = find_label(record);
	if (record->single && raw->blanks > 0)
		diag_error(bind->diag, bind_key_pos(&raw->bound, "blanks"), "leave it out",
		           "a single record is printed once");
}

/* Records are named beside sections: on the command line, in links. */
static void check_id(const struct bind *bind, const struct framework *framework,
                     const struct record *record)
{
	size_t element = framework_find(framework, record->id);

	if (element == SIZE_MAX)
		return;
	if (element == 0)
		diag_error(bind->diag, record->pos, NULL,
		           "the id 'overall' is taken by the framework as a whole");
	else
		diag_error(bind->diag, record->pos,
		           "ids of sections, items and records are unique in a framework",
		           "the id '%s' is taken in line %zu", record->id,
		           framework->elements[element].pos.line);
}

void raw_read_records(const struct bind *bind, struct raw_framework *raw)
{
	struct framework *framework = &raw->framework;

	framework->records = ARENA_ARRAY(bind->arena, struct record, raw->n_records);
	framework->n_records = raw->n_records;
	for (size_t i = 0; i < raw->n_records; i++) {
		read_record(bind, &raw->records[i]);
		framework->records[i] = raw->records[i].record;
	}
	for (size_t i = 0; framework->n_elements > 0 && i < raw->n_records; i++)
		check_id(bind, framework, &framework->records[i]);
}
