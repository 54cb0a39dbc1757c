#include "yaml/bind.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "yaml/value.h"

#define FIELDS_MAX 32

/* A struct on its way: which of its fields were given so far. */
struct filling {
	const struct bind *bind;
	const struct table *table;
	struct bound *bound;
	bool given[FIELDS_MAX];
};

static const struct entry *find_entry(const struct bound *bound, const char *key)
{
	size_t n = bound->node == NULL || bound->node->kind != NODE_MAPPING
	               ? 0
	               : bound->node->n_entries;

	for (size_t i = 0; i < n; i++)
		if (strcmp(bound->node->entries[i].key->text, key) == 0)
			return &bound->node->entries[i];
	return NULL;
}

struct pos bind_pos(const struct bound *bound, const char *key)
{
	const struct entry *entry = find_entry(bound, key);

	return entry == NULL ? bound->pos : entry->value->pos;
}

struct pos bind_key_pos(const struct bound *bound, const char *key)
{
	const struct entry *entry = find_entry(bound, key);

	return entry == NULL ? bound->pos : entry->key->pos;
}

bool bind_has(const struct bound *bound, const char *key)
{
	const struct entry *entry = find_entry(bound, key);

	return entry != NULL && !node_is_null(entry->value);
}

static const char *name_part(const struct filling *filling)
{
	const struct bound *bound = filling->bound;
	struct arena *arena = filling->bind->arena;

	if (bound->id == NULL)
		return arena_printf(arena, "this %s", filling->table->name);
	return arena_printf(arena, "%s %s", filling->table->name, node_quote(arena, bound->id));
}

static const struct field *find_field(const struct table *table, const char *key)
{
	for (size_t i = 0; i < table->n_fields; i++)
		if (strcmp(table->fields[i].key, key) == 0)
			return &table->fields[i];
	return NULL;
}

/* A key that is nearly one of ours stands for it: that one is not missed. */
static void refuse_key(struct filling *filling, const struct node *key)
{
	const struct bind *bind = filling->bind;
	const struct table *table = filling->table;
	const char *names[FIELDS_MAX], *near;

	for (size_t i = 0; i < table->n_fields; i++)
		names[i] = table->fields[i].key;
	diag_error(bind->diag, key->pos,
	           bind_accepted_key(bind, key->text, names, table->n_fields),
	           "unknown key %s in %s", node_quote(bind->arena, key->text), name_part(filling));
	filling->bound->whole = false;
	near = text_nearest(key->text, names, table->n_fields);
	if (near != NULL)
		filling->given[find_field(table, near) - table->fields] = true;
}

static bool is_missing(const struct filling *filling, const struct field *field)
{
	const struct field *fields = filling->table->fields;

	if (!field->required || filling->given[field - fields])
		return false;
	return field->unless == NULL ||
	       !filling->given[find_field(filling->table, field->unless) - fields];
}

static void report_missing(struct filling *filling)
{
	const struct bind *bind = filling->bind;
	const struct table *table = filling->table;
	const char *names[FIELDS_MAX], *help = NULL;
	size_t n = 0;

	for (size_t i = 0; i < table->n_fields; i++) {
		const struct field *field = &table->fields[i];

		if (!is_missing(filling, field))
			continue;
		names[n++] = arena_printf(bind->arena, "'%s'", field->key);
		help = arena_printf(bind->arena, "%s: %s", field->key, field->help);
	}
	if (n == 0)
		return;
	filling->bound->whole = false;
	if (table->value_only)
		diag_error(bind->diag, filling->bound->pos, table->fields[0].help, "%s is empty",
		           name_part(filling));
	else
		diag_error(bind->diag, filling->bound->pos, n == 1 ? help : NULL, "%s lacks %s",
		           name_part(filling), text_join(bind->arena, names, n, "and"));
}

static const struct table *table_of(const struct field_value *value)
{
	return value->field->table == NULL ? value->table : value->field->table;
}

static void store_array(const struct field_value *value, const void *array, size_t n)
{
	memcpy(value->target + value->field->offset, &array, sizeof array);
	memcpy(value->target + value->field->n_offset, &n, sizeof n);
}

/* Whether a collection has elements enough, and not too many. */
static bool is_counted(const struct field_value *value, size_t n)
{
	const struct field *field = value->field;

	if (field->required && n == 0)
		diag_error(value->bind->diag, value->node->pos, NULL, "%s is empty",
		           value_label(value));
	else if (field->high > 0 && n > (size_t)field->high)
		diag_error(value->bind->diag, value->node->pos, NULL,
		           "%s has %zu entries; at most %g are read", value_label(value), n,
		           field->high);
	else
		return true;
	return false;
}

/* The elements of a list, or the only one where it may stand alone. */
static const struct entry *elements_of(const struct field_value *value, struct entry *alone,
                                       size_t *n)
{
	if (value->field->single && value->node->kind != NODE_SEQUENCE) {
		*alone = (struct entry){NULL, value->node};
		*n = 1;
		return alone;
	}
	*n = value->node->n_entries;
	return value->node->entries;
}

static bool take_strings(const struct field_value *value)
{
	static const struct field element = {.form = FORM_ANY, .required = true};
	struct entry alone;
	size_t n;
	const struct entry *entries = elements_of(value, &alone, &n);
	const char **texts = ARENA_ARRAY(value->bind->arena, const char *, n);
	bool right = true;

	if (entries != &alone && value->node->kind != NODE_SEQUENCE)
		return value_refuse(value, "a list of texts", NULL);
	if (!is_counted(value, n))
		return false;
	for (size_t i = 0; i < n; i++) {
		struct field_value text = {value->bind, &element, value->table, entries[i].value,
		                     entries == &alone ? value->key : NULL, NULL};

		text.target = (char *)&texts[i];
		if (!value_take_string(&text))
			right = false;
	}
	store_array(value, texts, n);
	return right;
}

static bool take_node(const struct field_value *value)
{
	(void)value;
	return true;
}

static bool take_struct(const struct field_value *value)
{
	bind_struct(value->bind, table_of(value), value->node,
	            value->target + value->field->offset);
	return true;
}

static bool take_list(const struct field_value *value)
{
	const struct table *table = table_of(value);
	struct entry alone;
	size_t n;
	const struct entry *entries = elements_of(value, &alone, &n);
	char *parts;

	if (entries != &alone && value->node->kind != NODE_SEQUENCE)
		return value_refuse(value, "a list", NULL);
	if (!is_counted(value, n))
		return false;
	parts = arena_alloc(value->bind->arena, n, table->size);
	for (size_t i = 0; i < n; i++)
		bind_struct(value->bind, table, entries[i].value, parts + i * table->size);
	store_array(value, parts, n);
	return true;
}

static bool check_id(const struct field_value *value, const struct node *key)
{
	enum form form = value->field->form;
	const struct bind *bind = value->bind;

	if (bind_is(key->text, form))
		return true;
	diag_error(bind->diag, key->pos, form_rules[form].details,
	           "%s is a key of %s, but %s is wanted",
	           node_quote(bind->arena, key->text), value_label(value), form_rules[form].says);
	return false;
}

static bool take_keyed(const struct field_value *value)
{
	const struct table *table = table_of(value);
	const struct node *node = value->node;
	char *parts;

	if (node->kind != NODE_MAPPING)
		return value_refuse(value,
		                    arena_printf(value->bind->arena,
		                                 "a mapping with a key for each %s",
		                                 table->name),
		                    NULL);
	if (!is_counted(value, node->n_entries))
		return false;
	parts = arena_alloc(value->bind->arena, node->n_entries, table->size);
	for (size_t i = 0; i < node->n_entries; i++) {
		const struct node *key = node->entries[i].key;
		struct bound *bound = (void *)(parts + i * table->size);
		bool right = check_id(value, key);

		bound->id = key->text;
		bound->pos = key->pos;
		bind_struct(value->bind, table, node->entries[i].value, bound);
		bound->whole = bound->whole && right;
	}
	store_array(value, parts, node->n_entries);
	return true;
}

static size_t find_name(const struct field *field, const char *name)
{
	size_t i = 0;

	while (i < field->n_names && strcmp(field->names[i], name) != 0)
		i++;
	return i;
}

static bool take_named(const struct field_value *value)
{
	const struct field *field = value->field;
	const struct bind *bind = value->bind;
	const struct node *node = value->node;
	bool right = true;

	if (node->kind != NODE_MAPPING)
		return value_refuse(value, "a mapping", NULL);
	for (size_t i = 0; i < node->n_entries; i++) {
		const struct node *key = node->entries[i].key;
		size_t place = find_name(field, key->text);
		struct bound *bound;

		if (place == field->n_names) {
			diag_error(bind->diag, key->pos,
			           bind_accepted(bind, key->text, field->names, field->n_names),
			           "unknown key %s in %s", node_quote(bind->arena, key->text),
			           value_label(value));
			right = false;
			continue;
		}
		bound = (void *)(value->target + field->offset + place * table_of(value)->size);
		bound->id = key->text;
		bound->pos = key->pos;
		bind_struct(bind, table_of(value), node->entries[i].value, bound);
	}
	return right;
}

static bool take(const struct field_value *value)
{
	static bool (*const takers[FIELD_TYPE_COUNT])(const struct field_value *) = {
		[FIELD_STRING] = value_take_string,
		[FIELD_TEXT] = value_take_text,
		[FIELD_DATE] = value_take_date,
		[FIELD_SCALAR] = value_take_scalar,
		[FIELD_NODE] = take_node,
		[FIELD_BOOL] = value_take_bool,
		[FIELD_INTEGER] = value_take_integer,
		[FIELD_NUMBER] = value_take_number,
		[FIELD_CHOICE] = value_take_choice,
		[FIELD_COLOUR] = value_take_colour,
		[FIELD_STRINGS] = take_strings,
		[FIELD_STRUCT] = take_struct,
		[FIELD_LIST] = take_list,
		[FIELD_KEYED] = take_keyed,
		[FIELD_NAMED] = take_named,
	};

	return takers[value->field->type](value);
}

static void fill_field(struct filling *filling, const struct field *field, const struct node *node,
                       const char *key)
{
	struct field_value value = {filling->bind, field, filling->table, node, key,
	                      (void *)filling->bound};

	if (node_is_null(node) && field->type != FIELD_SCALAR)
		return;
	filling->given[field - filling->table->fields] = true;
	if (!take(&value))
		filling->bound->whole = false;
}

static void fill_mapping(struct filling *filling, const struct node *node)
{
	for (size_t i = 0; i < node->n_entries; i++) {
		const struct node *key = node->entries[i].key;
		const struct field *field = find_field(filling->table, key->text);

		if (field == NULL)
			refuse_key(filling, key);
		else
			fill_field(filling, field, node->entries[i].value, key->text);
	}
}

static bool refuse_part(struct filling *filling, const struct node *node)
{
	const struct bind *bind = filling->bind;
	const struct table *table = filling->table;
	const char *keys[FIELDS_MAX];

	for (size_t i = 0; i < table->n_fields; i++)
		keys[i] = table->fields[i].key;
	diag_error(bind->diag, node->pos,
	           arena_printf(bind->arena, "its keys: %s",
	                        text_join(bind->arena, keys, table->n_fields, "and")),
	           "%s is %s, but a mapping is wanted", name_part(filling),
	           node_say(bind->arena, node));
	filling->bound->whole = false;
	return false;
}

bool bind_struct(const struct bind *bind, const struct table *table, const struct node *node,
                 void *target)
{
	struct filling filling = {bind, table, target, {false}};
	struct bound *bound = target;
	const char *alone = table->value_only ? table->fields[0].key : table->shorthand;

	assert(table->n_fields <= FIELDS_MAX);
	bound->node = node;
	bound->whole = true;
	if (bound->id == NULL)
		bound->pos = node->pos;
	if (alone != NULL && (table->value_only || node->kind != NODE_MAPPING))
		fill_field(&filling, find_field(table, alone), node, bound->id);
	else if (node->kind == NODE_MAPPING)
		fill_mapping(&filling, node);
	else if (!node_is_null(node))
		return refuse_part(&filling, node);
	report_missing(&filling);
	return bound->whole;
}
