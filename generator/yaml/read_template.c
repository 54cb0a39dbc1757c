#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "yaml/bind.h"
#include "yaml/overlay.h"
#include "yaml/tables.h"

#define GROUP_LEAST 3
#define GROUP_USUAL 5
#define BASES_MAX 8

struct raw_variant {
	struct bound bound;
	const char **when;
	size_t n_when;
	const char *text;
};

struct raw_wording {
	struct bound bound;
	struct raw_variant *variants;
	size_t n_variants;
};

struct raw_part {
	struct bound bound;
	const char *kind, *level;
	int count;
	const char *record;
	const char **columns, **where;
	size_t n_columns, n_where;
	const char **when, **without;
	size_t n_when, n_without;
	struct raw_wording *words;
	size_t n_words;
};

struct raw_template {
	struct bound bound;
	struct template template;
	struct raw_wording *words;
	size_t n_words;
	struct raw_part *sections;
	size_t n_sections;
};

static_assert(sizeof(enum template_kind) == sizeof(int), "choices are stored as int");

static const char when_help[] = "conditions that must all hold, such as placed, not empty or "
                                "people >= 8";
static const char where_help[] = "shows only rows where columns of these ids are filled in (or "
                                 "yes), or with 'not' before one, where they are not";
static const char columns_help[] = "the ids of the columns that it shows, or with 'not' before "
                                   "each, of those that it leaves out; on worksheets without "
                                   "a record, record.column";
static const char words_help[] = "wording by key: a text, or a list of which the first that "
                                 "holds is taken";

static const struct field variant_fields[] = {
	{"when", FIELD_STRINGS, offsetof(struct raw_variant, when),
	 offsetof(struct raw_variant, n_when), .single = true, .help = when_help},
	{"text", FIELD_TEXT, offsetof(struct raw_variant, text), .required = true, .empty = true,
	 .help = "the text, with {placeholders}"},
};
static const struct table variant_table = {
	.name = "variant", .size = sizeof(struct raw_variant), FIELDS(variant_fields),
	.shorthand = "text",
};

static const struct field wording_fields[] = {
	{"variants", FIELD_LIST, offsetof(struct raw_wording, variants),
	 offsetof(struct raw_wording, n_variants), .single = true, .required = true,
	 .table = &variant_table, .help = "a text or a list of variants"},
};
static const struct table wording_table = {
	.name = "wording", .size = sizeof(struct raw_wording), FIELDS(wording_fields),
	.value_only = true,
};

static const struct field part_fields[] = {
	{"kind", FIELD_STRING, offsetof(struct raw_part, kind), .required = true, .form = FORM_ID,
	 .help = "what the section shows"},
	{"level", FIELD_STRING, offsetof(struct raw_part, level), .form = FORM_ID,
	 .help = "the id of the level that it shows"},
	{"count", FIELD_INTEGER, offsetof(struct raw_part, count), .low = 1, .high = 100,
	 .help = "how many it shows"},
	{"record", FIELD_STRING, offsetof(struct raw_part, record), .form = FORM_ID,
	 .help = "the id of the record that it shows"},
	{"columns", FIELD_STRINGS, offsetof(struct raw_part, columns),
	 offsetof(struct raw_part, n_columns), .single = true, .fixed = true,
	 .help = columns_help},
	{"where", FIELD_STRINGS, offsetof(struct raw_part, where),
	 offsetof(struct raw_part, n_where), .single = true, .fixed = true, .help = where_help},
	{"when", FIELD_STRINGS, offsetof(struct raw_part, when), offsetof(struct raw_part, n_when),
	 .single = true, .fixed = true, .help = when_help},
	{"without", FIELD_STRINGS, offsetof(struct raw_part, without),
	 offsetof(struct raw_part, n_without), .single = true, .fixed = true,
	 .help = "keys of words that it does not take from the template that is extended"},
	{"words", FIELD_KEYED, offsetof(struct raw_part, words), offsetof(struct raw_part, n_words),
	 .table = &wording_table, .help = words_help},
};
static const struct table part_table = {
	.name = "section", .size = sizeof(struct raw_part), FIELDS(part_fields),
	.named_by = "kind",
};

static const struct field template_fields[] = {
	{"template", FIELD_STRING, offsetof(struct raw_template, template.id), .required = true,
	 .form = FORM_ID, .help = "the id, the same as the name of the file"},
	{"extends", FIELD_STRINGS, offsetof(struct raw_template, template.extends),
	 offsetof(struct raw_template, template.n_extends), .single = true, .fixed = true,
	 .high = BASES_MAX,
	 .help = "the ids of templates whose words it takes where it has none of its own"},
	{"kind", FIELD_CHOICE, offsetof(struct raw_template, template.kind), .required = true,
	 .names = template_kind_names, .n_names = TEMPLATE_COUNT, .help = "what it makes"},
	{"language", FIELD_STRING, offsetof(struct raw_template, template.language),
	 .required = true, .form = FORM_LANGUAGE, .help = "the language of its words, such as en"},
	{"theme", FIELD_STRING, offsetof(struct raw_template, template.theme), .required = true,
	 .form = FORM_ID, .help = "the id of the theme that says how it looks"},
	{"landscape", FIELD_BOOL, offsetof(struct raw_template, template.landscape),
	 .help = "the paper lies on its long side"},
	{"minimum_group", FIELD_INTEGER, offsetof(struct raw_template, template.minimum_group),
	 .low = GROUP_LEAST, .high = 1000,
	 .help = "the fewest people whose results are shown; 5 unless given"},
	{"words", FIELD_KEYED, offsetof(struct raw_template, words),
	 offsetof(struct raw_template, n_words), .table = &wording_table, .help = words_help},
	{"sections", FIELD_LIST, offsetof(struct raw_template, sections),
	 offsetof(struct raw_template, n_sections), .table = &part_table,
	 .help = "what stands in it, in this order"},
};
const struct table raw_template_table = {
	.name = "template", .size = sizeof(struct raw_template), FIELDS(template_fields),
};

/* "people >= 8": a placeholder's name, a sign and a number. */
static bool read_comparison(const struct bind *bind, const char *text, struct condition *condition)
{
	size_t length = strcspn(text, "<>= ");
	const char *sign = text + length + strspn(text + length, " ");
	char *end;

	for (size_t i = COMPARE_NONE + 1; i < COMPARE_COUNT; i++) {
		size_t n = strlen(comparison_signs[i]);

		if (strncmp(sign, comparison_signs[i], n) != 0)
			continue;
		condition->flag = arena_strndup(bind->arena, text, length);
		condition->comparison = (enum comparison)i;
		condition->number = strtod(sign + n, &end);
		return end != sign + n && *end == '\0' && isfinite(condition->number) &&
		       bind_is(condition->flag, FORM_FLAG);
	}
	return false;
}

/* The flags or ids of `when` or `where`, each alone or after "not", and comparisons. */
static struct condition *read_conditions(const struct bind *bind, struct pos pos,
                                         const char *const *when, size_t n, enum form form)
{
	struct condition *conditions = ARENA_ARRAY(bind->arena, struct condition, n);

	for (size_t i = 0; i < n; i++) {
		const char *flag = when[i] == NULL ? "" : when[i];
		bool negated = strncmp(flag, "not ", 4) == 0;

		if (negated)
			flag += 4 + strspn(flag + 4, " ");
		if (form == FORM_FLAG && read_comparison(bind, flag, &conditions[i])) {
			conditions[i].negated = negated;
			continue;
		}
		if (when[i] != NULL && !bind_is(flag, form))
			diag_error(bind->diag, pos,
			           form == FORM_ID
			               ? "write the id of a column, or 'not' and an id"
			               : "write a flag, 'not' and a flag, or a comparison such as "
			                 "people >= 8, for each condition",
			           "%s is not a condition", node_quote(bind->arena, when[i]));
		conditions[i] = (struct condition){.flag = flag, .negated = negated};
	}
	return conditions;
}

static struct wording *read_words(const struct bind *bind, const struct raw_wording *raw, size_t n)
{
	struct wording *words = ARENA_ARRAY(bind->arena, struct wording, n);

	for (size_t i = 0; i < n; i++) {
		struct wording *wording = &words[i];

		wording->key = raw[i].bound.id;
		wording->pos = raw[i].bound.pos;
		wording->n_variants = raw[i].n_variants;
		wording->variants =
		    ARENA_ARRAY(bind->arena, struct variant, wording->n_variants);
		for (size_t j = 0; j < wording->n_variants; j++) {
			const struct raw_variant *from = &raw[i].variants[j];
			struct variant *to = &wording->variants[j];

			to->conditions = read_conditions(bind, bind_pos(&from->bound, "when"),
			                                 from->when, from->n_when, FORM_FLAG);
			to->n_conditions = from->n_when;
			to->text = from->text;
			to->pos = bind_pos(&from->bound, "text");
		}
	}
	return words;
}

static void read_sections(const struct bind *bind, struct raw_template *raw)
{
	struct template *template = &raw->template;

	template->sections = ARENA_ARRAY(bind->arena, struct template_section, raw->n_sections);
	template->n_sections = raw->n_sections;
	for (size_t i = 0; i < raw->n_sections; i++) {
		const struct raw_part *from = &raw->sections[i];
		struct template_section *to = &template->sections[i];

		to->kind = from->kind;
		to->level = from->level;
		to->count = from->count;
		to->record = from->record;
		to->columns = from->columns;
		to->n_columns = from->n_columns;
		to->where = read_conditions(bind, bind_pos(&from->bound, "where"), from->where,
		                            from->n_where, FORM_ID);
		to->n_where = from->n_where;
		to->conditions = read_conditions(bind, bind_pos(&from->bound, "when"), from->when,
		                                 from->n_when, FORM_FLAG);
		to->n_conditions = from->n_when;
		to->without = from->without;
		to->n_without = from->n_without;
		if (from->n_without > 0 && template->n_extends == 0)
			diag_error(bind->diag, bind_pos(&from->bound, "without"), NULL,
			           "this template extends no other whose words it could leave out");
		to->words = read_words(bind, from->words, from->n_words);
		to->n_words = from->n_words;
		to->pos = bind_pos(&from->bound, "kind");
	}
}

struct template *read_template_in(struct arena *arena, struct diag *diag, const char *path,
                                  struct translation *translation)
{
	struct bind bind = {arena, diag};
	struct raw_template *raw = ARENA_NEW(arena, struct raw_template);
	struct template *template = &raw->template;
	size_t before = diag_n_errors(diag);
	const struct node *root = node_read_one(arena, diag, path);

	if (root == NULL)
		return NULL;
	if (translation != NULL)
		root = overlay_read(&bind, &raw_template_table, root, translation);
	template->minimum_group = GROUP_USUAL;
	bind_struct(&bind, &raw_template_table, root, raw);
	template->pos = raw->bound.pos;
	template->words = read_words(&bind, raw->words, raw->n_words);
	template->n_words = raw->n_words;
	read_sections(&bind, raw);
	return diag_n_errors(diag) == before ? template : NULL;
}

struct template *read_template(struct arena *arena, struct diag *diag, const char *path)
{
	return read_template_in(arena, diag, path, NULL);
}
