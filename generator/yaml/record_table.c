#include <assert.h>
#include <stddef.h>

#include "yaml/raw_framework.h"

static_assert(sizeof(enum column_type) == sizeof(int) && sizeof(enum computation) == sizeof(int) &&
                  sizeof(enum stand) == sizeof(int),
              "choices are stored as int");

#define BLANKS_MAX 200
#define LIMIT 1e12

static const struct field option_fields[] = {
	{"label", FIELD_STRING, offsetof(struct raw_point, point.label), .required = true,
	 .help = "what is printed for it"},
	{"stand", FIELD_CHOICE, offsetof(struct raw_point, point.stand), .names = stand_names,
	 .n_names = STAND_COUNT, .help = "how it is drawn: open, started or done"},
};
static const struct table option_table = {
	.name = "option", .size = sizeof(struct raw_point), FIELDS(option_fields),
	.shorthand = "label",
};

static const struct field column_fields[] = {
	{"title", FIELD_STRING, offsetof(struct raw_column, column.title), .required = true,
	 .help = "its head"},
	{"help", FIELD_STRING, offsetof(struct raw_column, column.help),
	 .help = "a hint in small words below the head"},
	{"example", FIELD_STRING, offsetof(struct raw_column, column.example),
	 .help = "what stands in the row of an example on paper"},
	{"type", FIELD_CHOICE, offsetof(struct raw_column, column.type),
	 .names = column_type_names, .n_names = COLUMN_TYPE_COUNT,
	 .help = "what stands in its cells; text unless given"},
	{"required", FIELD_BOOL, offsetof(struct raw_column, column.required),
	 .help = "every row has it"},
	{"unique", FIELD_BOOL, offsetof(struct raw_column, column.unique),
	 .help = "no two rows have the same"},
	{"targets", FIELD_BOOL, offsetof(struct raw_column, column.targets),
	 .help = "beside an answer: asked only where the item has a target"},
	{"unit", FIELD_STRING, offsetof(struct raw_column, column.unit),
	 .help = "number, computed: its unit"},
	{"unit-column", FIELD_STRING, offsetof(struct raw_column, unit_column), .fixed = true,
	 .help = "number, computed: the id of the column that holds the unit"},
	{"none", FIELD_STRING, offsetof(struct raw_column, column.none),
	 .help = "number: the words for \"there is none yet\""},
	{"low", FIELD_NUMBER, offsetof(struct raw_column, column.low), .low = -LIMIT,
	 .high = LIMIT, .help = "number: the lowest that may be"},
	{"high", FIELD_NUMBER, offsetof(struct raw_column, column.high), .low = -LIMIT,
	 .high = LIMIT, .help = "number: the highest that may be"},
	{"options", FIELD_KEYED, offsetof(struct raw_column, options),
	 offsetof(struct raw_column, n_options), .form = FORM_ID, .high = RAW_NAMED_MAX,
	 .table = &option_table, .help = "choice, line: what may be chosen"},
	{"to", FIELD_STRING, offsetof(struct raw_column, to), .fixed = true,
	 .help = "reference: the id of the record whose rows are meant"},
	{"compute", FIELD_CHOICE, offsetof(struct raw_column, column.computation),
	 .names = computation_names, .n_names = COMPUTATION_COUNT,
	 .help = "computed: the rule that it follows by"},
	{"of", FIELD_STRINGS, offsetof(struct raw_column, of), offsetof(struct raw_column, n_of),
	 .fixed = true, .single = true, .high = SOURCES_MAX,
	 .help = "computed: what it follows from: column, record.column or record"},
	{"width", FIELD_NUMBER, offsetof(struct raw_column, column.width), .low = 0.1, .high = 20,
	 .help = "on paper, in relation to the other columns; 1 unless given"},
};
const struct table raw_column_table = {
	.name = "column", .size = sizeof(struct raw_column), FIELDS(column_fields),
	.shorthand = "title",
};

static const struct field record_fields[] = {
	{"title", FIELD_STRING, offsetof(struct raw_record, record.title), .required = true,
	 .help = "what one row is called"},
	{"plural", FIELD_STRING, offsetof(struct raw_record, record.plural), .required = true,
	 .help = "what several are called"},
	{"text", FIELD_TEXT, offsetof(struct raw_record, record.text), .help = "how to fill it in"},
	{"single", FIELD_BOOL, offsetof(struct raw_record, record.single),
	 .help = "there is one row only, printed as a form"},
	{"blanks", FIELD_INTEGER, offsetof(struct raw_record, blanks), .low = 1,
	 .high = BLANKS_MAX, .help = "rows to print; as many as fill the sheet, unless given"},
	{"columns", FIELD_KEYED, offsetof(struct raw_record, columns),
	 offsetof(struct raw_record, n_columns), .required = true, .form = FORM_ID,
	 .high = RAW_NAMED_MAX, .table = &raw_column_table, .help = "what a row holds"},
};
const struct table raw_record_table = {
	.name = "record", .size = sizeof(struct raw_record), FIELDS(record_fields),
};
