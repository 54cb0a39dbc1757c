#include <assert.h>
#include <stddef.h>

#include "yaml/raw_sheet.h"

#define WAVE_MAX 40
#define SERVES_MAX 100

static_assert(sizeof(enum sheet_kind) == sizeof(int), "choices are stored as int");

static const char *const sheet_kind_names[SHEET_COUNT] = {
	[SHEET_INDIVIDUAL] = "individual",
	[SHEET_CONSENSUS] = "consensus",
};

static const struct field answer_fields[] = {
	{"answer", FIELD_NODE,
	 .help = "the number of a rating; plus, minus, strength or gap; yes or no; the id of a "
	         "point; what was written; does-not-apply; null for blank; or a mapping of that "
	         "under answer and what is asked beside it"},
};
static const struct table answer_table = {
	.name = "answer", .size = sizeof(struct raw_entry), FIELDS(answer_fields),
	.value_only = true,
};

static const struct field rows_fields[] = {
	{"rows", FIELD_NODE,
	 .help = "a mapping with a key for each row; columns directly where there is one row"},
};
static const struct table rows_table = {
	.name = "record", .size = sizeof(struct raw_entry), FIELDS(rows_fields),
	.value_only = true,
};

static const struct field comment_fields[] = {
	{"comment", FIELD_TEXT, offsetof(struct raw_pair, text), .required = true,
	 .help = "what the respondent wrote"},
};
static const struct table comment_table = {
	.name = "comment", .size = sizeof(struct raw_pair), FIELDS(comment_fields),
	.value_only = true,
};

static const struct field segment_fields[] = {
	{"segment", FIELD_STRING, offsetof(struct raw_pair, text), .required = true,
	 .help = "where the respondent belongs"},
};
static const struct table segment_table = {
	.name = "segment", .size = sizeof(struct raw_pair), FIELDS(segment_fields),
	.value_only = true,
};

static const struct field respondent_fields[] = {
	{"id", FIELD_STRING, offsetof(struct raw_respondent, id), .required = true,
	 .form = FORM_RESPONDENT, .help = "a code, the same in every wave"},
	{"name", FIELD_STRING, offsetof(struct raw_respondent, name), .help = "the name"},
	{"role", FIELD_STRING, offsetof(struct raw_respondent, role), .help = "what they do"},
	{"segments", FIELD_KEYED, offsetof(struct raw_respondent, segments),
	 offsetof(struct raw_respondent, n_segments), .table = &segment_table,
	 .help = "groups they belong to, such as department: Operations"},
};
static const struct table respondent_table = {
	.name = "respondent", .size = sizeof(struct raw_respondent), FIELDS(respondent_fields),
	.shorthand = "id",
};

static const struct field action_fields[] = {
	{"action", FIELD_STRING, offsetof(struct raw_action, text), .required = true,
	 .help = "what will be done"},
	{"category", FIELD_STRING, offsetof(struct raw_action, category), .required = true,
	 .help = "the id of a category of the framework's plan"},
	{"owner", FIELD_STRING, offsetof(struct raw_action, owner), .help = "who sees to it"},
	{"due", FIELD_DATE, offsetof(struct raw_action, due), .help = "by when, as 2026-12-31"},
	{"section", FIELD_STRING, offsetof(struct raw_action, section),
	 .help = "the id of the section that it serves"},
	{"serves", FIELD_STRINGS, offsetof(struct raw_action, serves),
	 offsetof(struct raw_action, n_serves), .single = true, .high = SERVES_MAX,
	 .help = "parts of frameworks that it serves, as framework/element or "
	         "framework/record/row"},
};
static const struct table action_table = {
	.name = "action", .size = sizeof(struct raw_action), FIELDS(action_fields),
};

static const struct field sheet_fields[] = {
	{"framework", FIELD_STRING, offsetof(struct raw_sheet, framework), .required = true,
	 .help = "the id of the framework"},
	{"version", FIELD_STRING, offsetof(struct raw_sheet, version), .required = true,
	 .help = "the version of the framework"},
	{"wave", FIELD_STRING, offsetof(struct raw_sheet, wave), .required = true,
	 .high = WAVE_MAX,
	 .help = "when it was filled in, such as 2026-H2; waves sort by this text"},
	{"organisation", FIELD_STRING, offsetof(struct raw_sheet, organisation),
	 .help = "whose answers these are"},
	{"sample", FIELD_BOOL, offsetof(struct raw_sheet, sample),
	 .help = "these data are invented"},
	{"sheet", FIELD_CHOICE, offsetof(struct raw_sheet, kind), .names = sheet_kind_names,
	 .n_names = SHEET_COUNT,
	 .help = "one person's (unless given), or what the group agreed on"},
	{"date", FIELD_DATE, offsetof(struct raw_sheet, date),
	 .help = "the day it was filled in, as 2026-09-30"},
	{"respondent", FIELD_STRUCT, offsetof(struct raw_sheet, respondent),
	 .table = &respondent_table, .help = "who filled in an individual sheet"},
	{"answers", FIELD_KEYED, offsetof(struct raw_sheet, answers),
	 offsetof(struct raw_sheet, n_answers), .table = &answer_table,
	 .help = "an answer for each item; blank ones may be left out"},
	{"records", FIELD_KEYED, offsetof(struct raw_sheet, records),
	 offsetof(struct raw_sheet, n_records), .table = &rows_table,
	 .help = "rows of the framework's records; on consensus sheets"},
	{"comments", FIELD_KEYED, offsetof(struct raw_sheet, comments),
	 offsetof(struct raw_sheet, n_comments), .table = &comment_table,
	 .help = "words about an item or a section"},
	{"plan", FIELD_LIST, offsetof(struct raw_sheet, plan), offsetof(struct raw_sheet, n_plan),
	 .table = &action_table, .help = "the action plan"},
};
const struct table raw_sheet_table = {
	.name = "sheet", .size = sizeof(struct raw_sheet), FIELDS(sheet_fields),
};
