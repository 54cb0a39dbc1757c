#include <assert.h>
#include <stddef.h>

#include "yaml/raw_framework.h"

static_assert(sizeof(enum provenance) == sizeof(int) && sizeof(enum scale_kind) == sizeof(int) &&
                  sizeof(enum score_source) == sizeof(int),
              "choices are stored as int");

static const char *const score_source_names[] = {
	[SCORE_FROM_ITEMS] = "items",
	[SCORE_FROM_SECTIONS] = "sections",
};

static const char provenance_help[] = "where this comes from; the place around it, unless given";
static const char serves_help[] = "parts of frameworks that it serves, as framework/element";

#define LIMIT 1e12

static const struct field note_fields[] = {
	{"title", FIELD_STRING, offsetof(struct raw_note, note.title), .required = true,
	 .help = "its name"},
	{"text", FIELD_TEXT, offsetof(struct raw_note, note.text), .help = "one or two sentences"},
};
static const struct table use_table = {
	.name = "use", .size = sizeof(struct raw_note), FIELDS(note_fields),
	.shorthand = "title",
};
static const struct table category_table = {
	.name = "category", .size = sizeof(struct raw_note), FIELDS(note_fields),
	.shorthand = "title",
};

static const struct field level_fields[] = {
	{"title", FIELD_STRING, offsetof(struct raw_level, level.title), .required = true,
	 .help = "what one of them is called"},
	{"plural", FIELD_STRING, offsetof(struct raw_level, level.plural), .required = true,
	 .help = "what several are called"},
};
static const struct table level_table = {
	.name = "level", .size = sizeof(struct raw_level), FIELDS(level_fields),
};

static const struct field point_fields[] = {
	{"label", FIELD_STRING, offsetof(struct raw_point, point.label), .required = true,
	 .help = "what the point means, in a word or two"},
	{"stand", FIELD_CHOICE, offsetof(struct raw_point, point.stand), .names = stand_names,
	 .n_names = STAND_COUNT, .help = "status: open, started or done"},
	{"provenance", FIELD_CHOICE, offsetof(struct raw_point, point.provenance),
	 .names = provenance_names, .n_names = PROVENANCE_COUNT, .help = provenance_help},
};
static const struct table point_table = {
	.name = "point", .size = sizeof(struct raw_point), FIELDS(point_fields),
	.shorthand = "label",
};

static const struct field scale_fields[] = {
	{"kind", FIELD_CHOICE, offsetof(struct raw_scale, scale.kind), .required = true,
	 .names = scale_kind_names, .n_names = SCALE_COUNT,
	 .help = "rating: a number for each item; mark: + or - or blank; status: how far it is; "
	         "check: yes or an empty box; choice: one of the points; or written down"},
	{"prompt", FIELD_STRING, offsetof(struct raw_scale, scale.prompt), .required = true,
	 .help = "the question that an answer answers"},
	{"directions", FIELD_TEXT, offsetof(struct raw_scale, scale.directions), .required = true,
	 .help = "how to fill it in"},
	{"points", FIELD_KEYED, offsetof(struct raw_scale, points),
	 offsetof(struct raw_scale, n_points), .table = &point_table,
	 .help = "rating: the numbers with their labels, lowest first; status, choice: ids"},
	{"plus", FIELD_STRING, offsetof(struct raw_scale, scale.plus),
	 .help = "mark: what + means"},
	{"minus", FIELD_STRING, offsetof(struct raw_scale, scale.minus),
	 .help = "mark: what - means"},
	{"blank", FIELD_STRING, offsetof(struct raw_scale, scale.blank),
	 .help = "mark: what an empty box means"},
	{"yes", FIELD_STRING, offsetof(struct raw_scale, yes), .help = "check: what a cross means"},
	{"no", FIELD_STRING, offsetof(struct raw_scale, no),
	 .help = "check: what an empty box means"},
	{"excluded", FIELD_STRING, offsetof(struct raw_scale, scale.excluded),
	 .help = "the words for \"does not apply\"; left out: that is no answer"},
	{"unit", FIELD_STRING, offsetof(struct raw_scale, scale.unit), .help = "number: its unit"},
	{"low", FIELD_NUMBER, offsetof(struct raw_scale, scale.low), .low = -LIMIT, .high = LIMIT,
	 .help = "number: the lowest that may be"},
	{"high", FIELD_NUMBER, offsetof(struct raw_scale, scale.high), .low = -LIMIT, .high = LIMIT,
	 .help = "number: the highest that may be"},
	{"columns", FIELD_KEYED, offsetof(struct raw_scale, columns),
	 offsetof(struct raw_scale, n_columns), .form = FORM_ID, .high = RAW_NAMED_MAX,
	 .table = &raw_column_table, .help = "what is asked beside each answer"},
	{"provenance", FIELD_CHOICE, offsetof(struct raw_scale, scale.provenance),
	 .names = provenance_names, .n_names = PROVENANCE_COUNT,
	 .help = "where the scale comes from"},
	{"note", FIELD_TEXT, offsetof(struct raw_scale, scale.note),
	 .help = "what is known about its origin"},
};
static const struct table scale_table = {
	.name = "scale", .size = sizeof(struct raw_scale), FIELDS(scale_fields),
};

static const struct field band_fields[] = {
	{"from", FIELD_INTEGER, offsetof(struct raw_band, band.from), .required = true,
	 .low = -99999, .high = 99999, .help = "the lowest score in it"},
	{"to", FIELD_INTEGER, offsetof(struct raw_band, band.to), .required = true,
	 .low = -99999, .high = 99999, .help = "the highest score in it"},
	{"title", FIELD_STRING, offsetof(struct raw_band, band.title), .required = true,
	 .help = "its name"},
	{"text", FIELD_TEXT, offsetof(struct raw_band, band.text), .help = "what it means"},
	{"obstacle", FIELD_TEXT, offsetof(struct raw_band, band.obstacle),
	 .help = "what holds people back from the next one"},
	{"provenance", FIELD_CHOICE, offsetof(struct raw_band, band.provenance),
	 .names = provenance_names, .n_names = PROVENANCE_COUNT, .help = provenance_help},
};
static const struct table band_table = {
	.name = "band", .size = sizeof(struct raw_band), FIELDS(band_fields),
};

static const struct field bands_fields[] = {
	{"title", FIELD_STRING, offsetof(struct raw_bands, bands.title), .required = true,
	 .help = "what one of its steps is called, such as Stage"},
	{"steps", FIELD_KEYED, offsetof(struct raw_bands, steps),
	 offsetof(struct raw_bands, n_steps), .required = true, .form = FORM_ID,
	 .high = RAW_NAMED_MAX, .table = &band_table,
	 .help = "the bands, lowest first, without gaps"},
	{"provenance", FIELD_CHOICE, offsetof(struct raw_bands, bands.provenance),
	 .names = provenance_names, .n_names = PROVENANCE_COUNT,
	 .help = "where the bands come from"},
	{"note", FIELD_TEXT, offsetof(struct raw_bands, bands.note),
	 .help = "what is known about their origin"},
};
static const struct table bands_table = {
	.name = "set of bands", .size = sizeof(struct raw_bands), FIELDS(bands_fields),
};

static const struct field rule_fields[] = {
	{"measure", FIELD_CHOICE, offsetof(struct raw_rule, measure), .required = true,
	 .names = measure_names + 1, .n_names = MEASURE_COUNT - 1,
	 .help = "sum or mean of ratings, net of marks, completion of statuses, share of checks, "
	         "count of what is done"},
	{"from", FIELD_CHOICE, offsetof(struct raw_rule, rule.from), .names = score_source_names,
	 .n_names = 2, .help = "items (unless given), or sections: the scores one level down"},
	{"minimum", FIELD_NUMBER, offsetof(struct raw_rule, rule.minimum), .required = true,
	 .high = 1, .help = "the share that must be answered, 0 to 1; below it there is no score"},
	{"prorate", FIELD_BOOL, offsetof(struct raw_rule, rule.prorate),
	 .help = "sum: scale it up for what was not answered"},
	{"complete", FIELD_NUMBER, offsetof(struct raw_rule, rule.complete), .high = 1,
	 .help = "completion, share: from here a section is finished, 0 to 1"},
	{"bands", FIELD_STRING, offsetof(struct raw_rule, bands), .fixed = true,
	 .help = "the set of bands that the score falls into"},
	{"provenance", FIELD_CHOICE, offsetof(struct raw_rule, rule.provenance),
	 .names = provenance_names, .n_names = PROVENANCE_COUNT,
	 .help = "where the rule comes from"},
	{"note", FIELD_TEXT, offsetof(struct raw_rule, rule.note),
	 .help = "the rule in words, and its origin"},
};
static const struct table rule_table = {
	.name = "scoring rule", .size = sizeof(struct raw_rule), FIELDS(rule_fields),
};

static const struct field item_fields[] = {
	{"text", FIELD_STRING, offsetof(struct raw_item, element.text), .required = true,
	 .help = "the statement or action"},
	{"help", FIELD_TEXT, offsetof(struct raw_item, element.help), .help = "an explanation"},
	{"scale", FIELD_STRING, offsetof(struct raw_item, scale), .fixed = true,
	 .help = "the id of its scale; that of the section, unless given"},
	{"reversed", FIELD_BOOL, offsetof(struct raw_item, element.reversed),
	 .help = "a high rating is bad"},
	{"weight", FIELD_NUMBER, offsetof(struct raw_item, element.weight), .low = 0.001,
	 .high = 1000, .help = "how much it counts; 1 unless given"},
	{"target", FIELD_NUMBER, offsetof(struct raw_item, element.target), .low = -LIMIT,
	 .high = LIMIT, .help = "a number to reach"},
	{"unit", FIELD_STRING, offsetof(struct raw_item, element.unit), .help = "of the target"},
	{"serves", FIELD_STRINGS, offsetof(struct raw_item, serves),
	 offsetof(struct raw_item, n_serves), .fixed = true, .single = true,
	 .high = RAW_NAMED_MAX, .help = serves_help},
};
static const struct table item_table = {
	.name = "item", .size = sizeof(struct raw_item), FIELDS(item_fields),
	.shorthand = "text",
};

static const struct field section_fields[] = {
	{"title", FIELD_STRING, offsetof(struct raw_section, element.text), .required = true,
	 .help = "its name"},
	{"definition", FIELD_TEXT, offsetof(struct raw_section, element.definition),
	 .help = "what it is, in a sentence"},
	{"directions", FIELD_TEXT, offsetof(struct raw_section, element.directions),
	 .help = "how to fill in this section"},
	{"scale", FIELD_STRING, offsetof(struct raw_section, scale), .fixed = true,
	 .help = "the id of the scale of its items; that of the framework, unless given"},
	{"serves", FIELD_STRINGS, offsetof(struct raw_section, serves),
	 offsetof(struct raw_section, n_serves), .fixed = true, .single = true,
	 .high = RAW_NAMED_MAX, .help = serves_help},
	{"sections", FIELD_KEYED, offsetof(struct raw_section, sections),
	 offsetof(struct raw_section, n_sections), .form = FORM_ID,
	 .help = "the sections one level down"},
	{"items", FIELD_KEYED, offsetof(struct raw_section, items),
	 offsetof(struct raw_section, n_items), .form = FORM_ID, .table = &item_table,
	 .help = "the items, in the lowest sections"},
};
static const struct table section_table = {
	.name = "section", .size = sizeof(struct raw_section), FIELDS(section_fields),
};

static const struct field template_fields[] = {
	{"template", FIELD_STRING, offsetof(struct raw_template_id, id), .required = true,
	 .form = FORM_ID, .help = "the id of a template"},
};
static const struct table template_table = {
	.name = "template", .size = sizeof(struct raw_template_id), FIELDS(template_fields),
	.value_only = true,
};

static const struct field dropped_fields[] = {
	{"text", FIELD_STRING, offsetof(struct raw_dropped, text), .required = true,
	 .help = "the item as it was asked"},
};
static const struct table dropped_table = {
	.name = "item", .size = sizeof(struct raw_dropped), FIELDS(dropped_fields),
	.value_only = true,
};

static const struct field revision_fields[] = {
	{"added", FIELD_STRINGS, offsetof(struct raw_revision, added),
	 offsetof(struct raw_revision, n_added), .fixed = true, .single = true,
	 .help = "ids of items that were not asked yet"},
	{"dropped", FIELD_KEYED, offsetof(struct raw_revision, dropped),
	 offsetof(struct raw_revision, n_dropped), .form = FORM_ID, .table = &dropped_table,
	 .help = "items that are not asked any more"},
};
static const struct table revision_table = {
	.name = "version", .size = sizeof(struct raw_revision), FIELDS(revision_fields),
};

static const struct field framework_fields[] = {
	{"framework", FIELD_STRING, offsetof(struct raw_framework, framework.id), .required = true,
	 .form = FORM_ID, .help = "the id, the same as the name of its folder"},
	{"version", FIELD_STRING, offsetof(struct raw_framework, framework.version),
	 .required = true, .form = FORM_VERSION, .help = "the version, which answers name too"},
	{"code", FIELD_STRING, offsetof(struct raw_framework, framework.code), .required = true,
	 .form = FORM_CODE, .help = "a short name for the codes on printed sheets"},
	{"title", FIELD_STRING, offsetof(struct raw_framework, framework.title), .required = true,
	 .help = "the name"},
	{"language", FIELD_STRING, offsetof(struct raw_framework, framework.language),
	 .required = true, .form = FORM_LANGUAGE, .help = "the language of its texts, such as en"},
	{"summary", FIELD_TEXT, offsetof(struct raw_framework, framework.summary),
	 .help = "one sentence"},
	{"purpose", FIELD_TEXT, offsetof(struct raw_framework, framework.purpose),
	 .required = true, .help = "what it is for; blank lines part paragraphs"},
	{"source", FIELD_TEXT, offsetof(struct raw_framework, framework.source), .required = true,
	 .help = "what it is modelled on"},
	{"licence", FIELD_STRING, offsetof(struct raw_framework, framework.licence),
	 .required = true, .fixed = true, .help = "who may use its texts, such as MIT"},
	{"uses", FIELD_KEYED, offsetof(struct raw_framework, uses),
	 offsetof(struct raw_framework, n_uses), .form = FORM_ID, .high = RAW_NAMED_MAX,
	 .table = &use_table,
	 .help = "what it can be used for"},
	{"levels", FIELD_KEYED, offsetof(struct raw_framework, levels),
	 offsetof(struct raw_framework, n_levels), .required = true, .unless = "records",
	 .form = FORM_ID,
	 .high = RAW_NAMED_MAX, .table = &level_table,
	 .help = "what sections and items are called, outermost first"},
	{"scales", FIELD_KEYED, offsetof(struct raw_framework, scales),
	 offsetof(struct raw_framework, n_scales), .required = true, .unless = "records",
	 .form = FORM_ID,
	 .high = RAW_NAMED_MAX, .table = &scale_table, .help = "how items are answered"},
	{"scale", FIELD_STRING, offsetof(struct raw_framework, scale), .fixed = true,
	 .help = "the id of the scale of all items, unless a section or an item names one"},
	{"split", FIELD_NUMBER, offsetof(struct raw_framework, framework.split), .high = 1,
	 .help = "the share of + and of - from which a group counts as split; 0.35 unless given"},
	{"bands", FIELD_KEYED, offsetof(struct raw_framework, bands),
	 offsetof(struct raw_framework, n_bands), .form = FORM_ID, .high = RAW_NAMED_MAX,
	 .table = &bands_table,
	 .help = "named ranges of scores"},
	{"scoring", FIELD_KEYED, offsetof(struct raw_framework, scoring),
	 offsetof(struct raw_framework, n_scoring), .form = FORM_ID, .table = &rule_table,
	 .help = "how each level is scored; overall is the whole"},
	{"discussion", FIELD_STRINGS, offsetof(struct raw_framework, framework.prompts),
	 offsetof(struct raw_framework, framework.n_prompts),
	 .high = RAW_NAMED_MAX, .help = "questions for the talk about the results"},
	{"plan", FIELD_KEYED, offsetof(struct raw_framework, plan),
	 offsetof(struct raw_framework, n_plan), .form = FORM_ID, .high = RAW_NAMED_MAX,
	 .table = &category_table,
	 .help = "categories of the action plan"},
	{"sections", FIELD_KEYED, offsetof(struct raw_framework, sections),
	 offsetof(struct raw_framework, n_sections), .required = true, .unless = "records",
	 .form = FORM_ID,
	 .table = &section_table, .help = "the sections with their items"},
	{"records", FIELD_KEYED, offsetof(struct raw_framework, records),
	 offsetof(struct raw_framework, n_records), .form = FORM_ID,
	 .high = RAW_NAMED_MAX, .table = &raw_record_table,
	 .help = "rows that a team writes down, with typed columns"},
	{"editions", FIELD_KEYED, offsetof(struct raw_framework, editions),
	 offsetof(struct raw_framework, n_editions), .form = FORM_ID, .high = RAW_NAMED_MAX,
	 .table = &raw_edition_table,
	 .help = "of the questionnaire, that benchmarks come from; only like is held against like"},
	{"edition", FIELD_STRING, offsetof(struct raw_framework, edition), .fixed = true,
	 .help = "the edition that this framework is"},
	{"benchmarks", FIELD_KEYED, offsetof(struct raw_framework, benchmarks),
	 offsetof(struct raw_framework, n_benchmarks), .form = FORM_ID, .high = RAW_NAMED_MAX,
	 .table = &raw_benchmark_table, .help = "what studies found elsewhere"},
	{"templates", FIELD_NAMED, offsetof(struct raw_framework, templates),
	 .names = template_kind_names, .n_names = TEMPLATE_COUNT, .table = &template_table,
	 .help = "the templates of its documents, where they are not the usual ones"},
	{"earlier", FIELD_KEYED, offsetof(struct raw_framework, earlier),
	 offsetof(struct raw_framework, n_earlier), .form = FORM_VERSION, .high = RAW_NAMED_MAX,
	 .table = &revision_table,
	 .help = "earlier versions whose sheets are read too, and what they asked else"},
};

const struct table raw_framework_table = {
	.name = "framework", .size = sizeof(struct raw_framework), FIELDS(framework_fields),
};
