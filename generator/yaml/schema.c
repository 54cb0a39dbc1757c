#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "yaml/read.h"
#include "yaml/tables.h"

/* Tables that schemas refer to, in the order in which they were met. */
struct writing {
	struct buf *out;
	struct arena *arena;
	const struct table **tables;
	size_t n_tables;
	size_t indent;
	bool first; /* in the object that is open */
};

static void add_line(struct writing *writing)
{
	buf_adds(writing->out, writing->first ? "\n" : ",\n");
	for (size_t i = 0; i < writing->indent; i++)
		buf_adds(writing->out, "  ");
	writing->first = false;
}

static void add_key(struct writing *writing, const char *key)
{
	add_line(writing);
	buf_add_json(writing->out, key);
	buf_adds(writing->out, ": ");
}

static void open_bracket(struct writing *writing, const char *bracket)
{
	buf_adds(writing->out, bracket);
	writing->indent++;
	writing->first = true;
}

static void close_bracket(struct writing *writing, const char *bracket)
{
	writing->indent--;
	writing->first = true;
	add_line(writing);
	buf_adds(writing->out, bracket);
	writing->first = false;
}

static void add_text(struct writing *writing, const char *key, const char *text)
{
	add_key(writing, key);
	buf_add_json(writing->out, text);
}

static void add_number(struct writing *writing, const char *key, double number)
{
	add_key(writing, key);
	buf_addf(writing->out, "%.10g", number);
}

static void add_strings(struct writing *writing, const char *key, const char *const *texts,
                        size_t n)
{
	add_key(writing, key);
	buf_adds(writing->out, "[");
	for (size_t i = 0; i < n; i++) {
		buf_adds(writing->out, i > 0 ? ", " : "");
		buf_add_json(writing->out, texts[i]);
	}
	buf_adds(writing->out, "]");
}

/* The table's name among the definitions; two tables may be called alike. */
static const char *reference(struct writing *writing, const struct table *table)
{
	size_t place = 0, alike = 1;
	char *name;

	while (place < writing->n_tables && writing->tables[place] != table)
		place++;
	if (place == writing->n_tables) {
		writing->tables = arena_push(writing->arena, writing->tables, writing->n_tables,
		                             sizeof(const struct table *));
		writing->tables[writing->n_tables++] = table;
	}
	for (size_t i = 0; i < place; i++)
		alike += strcmp(writing->tables[i]->name, table->name) == 0;
	name = alike == 1 ? arena_strdup(writing->arena, table->name)
	                  : arena_printf(writing->arena, "%s-%zu", table->name, alike);
	for (char *c = name; *c != '\0'; c++)
		if (*c == ' ')
			*c = '-';
	return name;
}

static void add_reference(struct writing *writing, const struct table *table)
{
	add_text(writing, "$ref",
	         arena_printf(writing->arena, "#/$defs/%s", reference(writing, table)));
}

/* A class of characters as patterns write it; NULL: any. */
static void add_class(struct buf *out, const char *characters)
{
	if (characters == NULL) {
		buf_adds(out, ".");
		return;
	}
	buf_adds(out, "[");
	for (const char *c = characters; *c != '\0'; c++)
		buf_addf(out, strchr("\\]^-/.", *c) != NULL ? "\\%c" : "%c", *c);
	buf_adds(out, "]");
}

/* What a form allows, as a pattern; NULL: anything. */
static const char *form_pattern(struct writing *writing, enum form form)
{
	const struct form_rule *rule = &form_rules[form];
	struct buf out = {.arena = writing->arena};

	if (form == FORM_ANY)
		return NULL;
	buf_adds(&out, "^");
	add_class(&out, rule->first);
	add_class(&out, rule->rest);
	buf_addf(&out, "{%zu,%zu}$", rule->least > 0 ? rule->least - 1 : 0, rule->most - 1);
	return buf_text(&out);
}

static void add_limits(struct writing *writing, const struct field *field)
{
	if (field->low == 0 && field->high == 0)
		return;
	add_number(writing, "minimum", field->low);
	add_number(writing, "maximum", field->high);
}

/* Any scalar is a string to us: 2026, yes and 1.0 need no quotes. */
static void add_string(struct writing *writing, const struct field *field, bool nullable)
{
	static const char *const types[] = {"string", "number", "boolean", "null"};
	const char *pattern = form_pattern(writing, field->form);

	add_strings(writing, "type", types, nullable ? 4 : 3);
	if (pattern != NULL)
		add_text(writing, "pattern", pattern);
	else if (!field->empty && !nullable)
		add_number(writing, "minLength", 1);
}

/* The length of a text that is not in a list. */
static void add_length(struct writing *writing, const struct field *field)
{
	if (field->high > 0)
		add_number(writing, "maxLength", field->high);
}

static void add_keyed(struct writing *writing, const struct field *field,
                      const struct table *table)
{
	const char *pattern = form_pattern(writing, field->form);

	add_text(writing, "type", "object");
	if (pattern != NULL) {
		add_key(writing, "propertyNames");
		buf_adds(writing->out, "{\"pattern\": ");
		buf_add_json(writing->out, pattern);
		buf_adds(writing->out, "}");
	}
	if (field->required)
		add_number(writing, "minProperties", 1);
	if (field->high > 0)
		add_number(writing, "maxProperties", field->high);
	add_key(writing, "additionalProperties");
	open_bracket(writing, "{");
	add_reference(writing, table);
	close_bracket(writing, "}");
}

static void add_named(struct writing *writing, const struct field *field,
                      const struct table *table)
{
	add_text(writing, "type", "object");
	add_key(writing, "properties");
	open_bracket(writing, "{");
	for (size_t i = 0; i < field->n_names; i++) {
		add_key(writing, field->names[i]);
		open_bracket(writing, "{");
		add_reference(writing, table);
		close_bracket(writing, "}");
	}
	close_bracket(writing, "}");
	add_key(writing, "additionalProperties");
	buf_adds(writing->out, "false");
}

static void add_element(struct writing *writing, const struct field *field,
                        const struct table *table)
{
	if (field->type == FIELD_LIST)
		add_reference(writing, table);
	else
		add_string(writing, field, false);
}

/* A list; where one element may stand alone, that too. */
static void add_list(struct writing *writing, const struct field *field,
                     const struct table *table)
{
	if (field->single) {
		add_key(writing, "anyOf");
		open_bracket(writing, "[");
		add_line(writing);
		open_bracket(writing, "{");
		add_element(writing, field, table);
		close_bracket(writing, "}");
		add_line(writing);
		open_bracket(writing, "{");
	}
	add_text(writing, "type", "array");
	if (field->required)
		add_number(writing, "minItems", 1);
	if (field->high > 0)
		add_number(writing, "maxItems", field->high);
	add_key(writing, "items");
	open_bracket(writing, "{");
	add_element(writing, field, table);
	close_bracket(writing, "}");
	if (field->single) {
		close_bracket(writing, "}");
		close_bracket(writing, "]");
	}
}

static void add_type(struct writing *writing, const struct table *in, const struct field *field)
{
	const struct table *table = field->table == NULL ? in : field->table;

	switch (field->type) {
	case FIELD_STRING:
	case FIELD_TEXT:
	case FIELD_SCALAR:
		add_string(writing, field, field->type == FIELD_SCALAR);
		add_length(writing, field);
		break;
	case FIELD_DATE:
		add_text(writing, "type", "string");
		add_text(writing, "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
		break;
	case FIELD_BOOL:
		add_text(writing, "type", "boolean");
		break;
	case FIELD_INTEGER:
	case FIELD_NUMBER:
		add_text(writing, "type", field->type == FIELD_NUMBER ? "number" : "integer");
		add_limits(writing, field);
		break;
	case FIELD_CHOICE:
		add_strings(writing, "enum", field->names, field->n_names);
		break;
	case FIELD_COLOUR:
		add_text(writing, "type", "string");
		add_text(writing, "pattern", "^#[0-9A-Fa-f]{6}$");
		break;
	case FIELD_STRINGS:
	case FIELD_LIST:
		add_list(writing, field, table);
		break;
	case FIELD_STRUCT:
		add_reference(writing, table);
		break;
	case FIELD_KEYED:
		add_keyed(writing, field, table);
		break;
	case FIELD_NAMED:
		add_named(writing, field, table);
		break;
	case FIELD_NODE: /* anything: its shape follows from the framework */
	case FIELD_TYPE_COUNT:
		break;
	}
}

static void add_field(struct writing *writing, const struct table *table,
                      const struct field *field)
{
	open_bracket(writing, "{");
	if (field->help != NULL)
		add_text(writing, "description", field->help);
	add_type(writing, table, field);
	close_bracket(writing, "}");
}

/* The keys that must be there, or must be unless another one is. */
static size_t required_keys(struct writing *writing, const struct table *table,
                            const char *unless, const char ***keys)
{
	size_t n = 0;

	*keys = ARENA_ARRAY(writing->arena, const char *, table->n_fields);
	for (size_t i = 0; i < table->n_fields; i++)
		if (table->fields[i].required && table->fields[i].unless == unless)
			(*keys)[n++] = table->fields[i].key;
	return n;
}

static void add_either(struct writing *writing, const struct table *table, const char *unless)
{
	const char **keys;
	size_t n = required_keys(writing, table, unless, &keys);

	add_key(writing, "anyOf");
	buf_adds(writing->out, "[{");
	writing->first = true;
	add_strings(writing, "required", &unless, 1);
	buf_adds(writing->out, "}, {");
	writing->first = true;
	add_strings(writing, "required", keys, n);
	buf_adds(writing->out, "}]");
	writing->first = false;
}

static void add_required(struct writing *writing, const struct table *table)
{
	const char **keys;
	size_t n = required_keys(writing, table, NULL, &keys);

	if (n > 0)
		add_strings(writing, "required", keys, n);
	for (size_t i = 0; i < table->n_fields; i++)
		if (table->fields[i].required && table->fields[i].unless != NULL) {
			add_either(writing, table, table->fields[i].unless);
			return;
		}
}

static void add_object(struct writing *writing, const struct table *table)
{
	add_text(writing, "type", "object");
	add_key(writing, "properties");
	open_bracket(writing, "{");
	for (size_t i = 0; i < table->n_fields; i++) {
		add_key(writing, table->fields[i].key);
		add_field(writing, table, &table->fields[i]);
	}
	close_bracket(writing, "}");
	add_required(writing, table);
	add_key(writing, "additionalProperties");
	buf_adds(writing->out, "false");
}

static const struct field *shorthand_of(const struct table *table)
{
	for (size_t i = 0; table->shorthand != NULL && i < table->n_fields; i++)
		if (strcmp(table->fields[i].key, table->shorthand) == 0)
			return &table->fields[i];
	return NULL;
}

/* What a value of the table may look like: a mapping, the value of its only
 * field, or of the field that a scalar stands for. */
static void add_table(struct writing *writing, const struct table *table)
{
	const struct field *shorthand = shorthand_of(table);

	if (table->value_only) {
		add_type(writing, table, &table->fields[0]);
		return;
	}
	if (shorthand == NULL) {
		add_object(writing, table);
		return;
	}
	add_key(writing, "anyOf");
	open_bracket(writing, "[");
	add_line(writing);
	add_field(writing, table, shorthand);
	add_line(writing);
	open_bracket(writing, "{");
	add_object(writing, table);
	close_bracket(writing, "}");
	close_bracket(writing, "]");
}

static const struct table *const tables[CONTENT_COUNT] = {
	[CONTENT_ENGAGEMENT] = &raw_engagement_table,
	[CONTENT_FRAMEWORK] = &raw_framework_table,
	[CONTENT_ANSWERS] = &raw_sheet_table,
	[CONTENT_TEMPLATE] = &raw_template_table,
	[CONTENT_THEME] = &raw_theme_table,
};

bool read_schema(enum content_kind kind, struct buf *out)
{
	struct writing writing = {.out = out, .arena = out->arena};

	if (tables[kind] == NULL)
		return false;
	open_bracket(&writing, "{");
	add_text(&writing, "$schema", "https://json-schema.org/draft/2020-12/schema");
	add_text(&writing, "title", arena_printf(writing.arena, "waymark %s", tables[kind]->name));
	add_table(&writing, tables[kind]);
	add_key(&writing, "$defs");
	open_bracket(&writing, "{");
	/* Writing a definition may find further tables. */
	for (size_t i = 0; i < writing.n_tables; i++) {
		add_key(&writing, reference(&writing, writing.tables[i]));
		open_bracket(&writing, "{");
		add_table(&writing, writing.tables[i]);
		close_bracket(&writing, "}");
	}
	close_bracket(&writing, "}");
	close_bracket(&writing, "}");
	buf_adds(out, "\n");
	return true;
}
