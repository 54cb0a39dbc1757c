#include "yaml/overlay.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

#define KEYS_MAX 32

/* A mapping that is made of others. */
struct mapping {
	struct entry *entries;
	size_t n_entries;
};

/* One value with its translation; `over` is NULL where there is none. */
struct pair {
	const struct node *original, *over;
	const char *name;
};

static const struct field *find_field(const struct table *table, const char *key)
{
	for (size_t i = 0; i < table->n_fields; i++)
		if (strcmp(table->fields[i].key, key) == 0)
			return &table->fields[i];
	return NULL;
}

/* Whether a field differs from language to language. */
static bool is_text(const struct field *field)
{
	if (field->fixed)
		return false;
	if (field->type == FIELD_STRING)
		return field->form == FORM_ANY || field->form == FORM_LANGUAGE;
	return field->type == FIELD_TEXT || field->type == FIELD_STRINGS;
}

static bool is_collection(const struct field *field)
{
	return field->type == FIELD_STRUCT || field->type == FIELD_LIST ||
	       field->type == FIELD_KEYED;
}

/* Whether there are words in a text besides its placeholders: signs and
 * figures are the same everywhere. */
static bool has_words(const char *text)
{
	size_t at = 0;

	while (text[at] != '\0') {
		size_t inside = text[at] == '{' ? strcspn(text + at, "|}") : 0;
		uint32_t code;

		if (inside > 0 && text[at + inside] == '}') {
			at += inside + 1;
			continue;
		}
		code = text_next(text, &at);
		if ((code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') ||
		    (code >= 0xc0 && code < 0x2000) || code >= 0x2c00)
			return true;
	}
	return false;
}

/* The same for a wording with its variants. */
static bool says_words(const struct node *node)
{
	const struct node *text = node->kind == NODE_MAPPING ? node_find(node, "text") : NULL;

	if (node->kind == NODE_SCALAR)
		return has_words(node->text);
	if (text != NULL)
		return says_words(text);
	for (size_t i = 0; i < node->n_entries; i++)
		if (says_words(node->entries[i].value))
			return true;
	return false;
}

/* The translation of a text as a whole, or the original: noted as missing. */
static const struct node *exchange(const struct overlay *overlay, const struct pair *pair)
{
	struct translation *translation = overlay->translation;
	bool counts = says_words(pair->original);

	translation->n_texts += counts;
	if (pair->over != NULL && !node_is_null(pair->over)) {
		struct node *text = ARENA_NEW(overlay->bind->arena, struct node);

		*text = *pair->over;
		text->original = pair->original;
		return text;
	}
	if (!counts)
		return pair->original;
	translation->missing = arena_push(overlay->bind->arena, translation->missing,
	                                  translation->n_missing, sizeof *translation->missing);
	translation->missing[translation->n_missing++] =
	    (struct untranslated){pair->name, pair->original->pos};
	return pair->original;
}

static const struct node *copy_with(const struct overlay *overlay, const struct node *original,
                                    struct mapping mapping)
{
	struct node *node = ARENA_NEW(overlay->bind->arena, struct node);

	*node = *original;
	node->text = NULL;
	node->entries = mapping.entries;
	node->n_entries = mapping.n_entries;
	return node;
}

static const char *name_in(const struct overlay *overlay, const char *outer, const char *key)
{
	if (*outer == '\0')
		return key;
	return arena_printf(overlay->bind->arena, "%s.%s", outer, key);
}

/* Texts in a list answer each other by their place. */
static const struct node *lay_strings(const struct overlay *overlay, const struct pair *pair)
{
	const struct node *original = pair->original, *over = pair->over;
	struct mapping list = {NULL, original->n_entries};
	struct arena *arena = overlay->bind->arena;
	size_t n_over = over == NULL ? 0 : over->n_entries;

	if (original->kind != NODE_SEQUENCE || (over != NULL && over->kind != NODE_SEQUENCE))
		return exchange(overlay, pair);
	list.entries = ARENA_ARRAY(arena, struct entry, list.n_entries);
	for (size_t i = 0; i < list.n_entries; i++) {
		struct pair text = {original->entries[i].value,
		                    i < n_over ? over->entries[i].value : NULL,
		                    arena_printf(arena, "%s %zu", pair->name, i + 1)};

		list.entries[i].value = exchange(overlay, &text);
	}
	if (n_over > list.n_entries)
		diag_error(overlay->bind->diag, over->entries[list.n_entries].value->pos, NULL,
		           "'%s' has %zu texts in the original, but %zu here", pair->name,
		           list.n_entries, n_over);
	return copy_with(overlay, original, list);
}

/* Says that there is no such key in the original. */
static void refuse_id(const struct overlay *overlay, const struct node *key,
                      const struct pair *pair)
{
	const struct bind *bind = overlay->bind;
	size_t n = pair->original->n_entries;
	const char **ids = ARENA_ARRAY(bind->arena, const char *, n);

	for (size_t i = 0; i < n; i++)
		ids[i] = pair->original->entries[i].key->text;
	diag_error(bind->diag, key->pos, bind_accepted(bind, key->text, ids, n),
	           "there is no %s in '%s' of the original", node_quote(bind->arena, key->text),
	           pair->name);
}

static bool is_mapping(const struct overlay *overlay, const struct pair *pair)
{
	if (pair->over == NULL || pair->over->kind == NODE_MAPPING || node_is_null(pair->over))
		return true;
	diag_error(overlay->bind->diag, pair->over->pos, NULL,
	           "'%s' is %s, but a mapping is wanted, as in the original", pair->name,
	           node_say(overlay->bind->arena, pair->over));
	return false;
}

static const struct node *lay_keyed(const struct overlay *overlay, const struct table *table,
                                    const struct pair *pair)
{
	const struct node *original = pair->original, *over = pair->over;
	struct mapping mapping = {NULL, original->n_entries};

	if (original->kind != NODE_MAPPING || !is_mapping(overlay, pair))
		return original;
	mapping.entries = ARENA_ARRAY(overlay->bind->arena, struct entry, mapping.n_entries);
	for (size_t i = 0; i < mapping.n_entries; i++) {
		struct entry entry = original->entries[i];

		entry.value = overlay_lay(overlay, table, entry.value,
		                          over == NULL ? NULL : node_find(over, entry.key->text),
		                          name_in(overlay, pair->name, entry.key->text));
		mapping.entries[i] = entry;
	}
	for (size_t i = 0; over != NULL && i < over->n_entries; i++)
		if (node_find(original, over->entries[i].key->text) == NULL)
			refuse_id(overlay, over->entries[i].key, pair);
	return copy_with(overlay, original, mapping);
}

/* What the elements of a list are called by: "headline". */
static const char *name_of(const struct table *table, const struct node *element)
{
	const struct node *name =
	    table->named_by == NULL ? NULL : node_find(element, table->named_by);

	return name == NULL || name->kind != NODE_SCALAR ? "" : name->text;
}

/* The place of the n-th element of that name, or the list's end. */
static size_t find_named(const struct table *table, const struct node *list, const char *name,
                         size_t n)
{
	for (size_t i = 0; i < list->n_entries; i++)
		if (strcmp(name_of(table, list->entries[i].value), name) == 0 && n-- == 0)
			return i;
	return list->n_entries;
}

/* How many elements before this one have its name. */
static size_t count_before(const struct table *table, const struct node *list, size_t place)
{
	const char *name = name_of(table, list->entries[place].value);
	size_t n = 0;

	for (size_t i = 0; i < place; i++)
		n += strcmp(name_of(table, list->entries[i].value), name) == 0;
	return n;
}

static void check_named(const struct overlay *overlay, const struct table *table,
                        const struct pair *pair)
{
	const struct node *original = pair->original, *over = pair->over;
	const struct bind *bind = overlay->bind;
	const char **names = ARENA_ARRAY(bind->arena, const char *, original->n_entries);
	size_t n = 0;

	for (size_t i = 0; i < original->n_entries; i++)
		if (count_before(table, original, i) == 0)
			names[n++] = name_of(table, original->entries[i].value);
	for (size_t i = 0; i < over->n_entries; i++) {
		const char *name = name_of(table, over->entries[i].value);
		size_t before = count_before(table, over, i);

		if (find_named(table, original, name, before) < original->n_entries)
			continue;
		diag_error(bind->diag, over->entries[i].value->pos,
		           bind_accepted(bind, name, names, n),
		           before == 0 ? "the original has no %s with %s: %s"
		                       : "the original has no further %s with %s: %s",
		           table->name, table->named_by, node_quote(bind->arena, name));
	}
}

/* Elements of a list answer each other by what they are called; the second
 * of a name in the translation is the second in the original. */
static const struct node *lay_list(const struct overlay *overlay, const struct table *table,
                                   const struct pair *pair)
{
	const struct node *original = pair->original, *over = pair->over;
	struct mapping list = {NULL, original->n_entries};

	if (original->kind != NODE_SEQUENCE)
		return original;
	if (over != NULL && over->kind != NODE_SEQUENCE) {
		diag_error(overlay->bind->diag, over->pos, NULL,
		           "'%s' is %s, but a list is wanted, as in the original", pair->name,
		           node_say(overlay->bind->arena, over));
		return original;
	}
	list.entries = ARENA_ARRAY(overlay->bind->arena, struct entry, list.n_entries);
	for (size_t i = 0; i < list.n_entries; i++) {
		const struct node *element = original->entries[i].value;
		const char *name = name_of(table, element);
		size_t place = over == NULL ? 0 : find_named(table, over, name,
		                                             count_before(table, original, i));
		bool found = over != NULL && place < over->n_entries;

		list.entries[i].value =
		    overlay_lay(overlay, table, element,
		                found ? over->entries[place].value : NULL,
		                name_in(overlay, pair->name, name));
	}
	if (over != NULL)
		check_named(overlay, table, pair);
	return copy_with(overlay, original, list);
}

static const struct node *lay_field(const struct overlay *overlay, const struct table *table,
                                    const struct field *field, const struct pair *pair)
{
	const struct table *below = field->table == NULL ? table : field->table;

	if (field->type == FIELD_KEYED)
		return lay_keyed(overlay, below, pair);
	if (field->type == FIELD_LIST)
		return lay_list(overlay, below, pair);
	if (field->type == FIELD_STRUCT)
		return overlay_lay(overlay, below, pair->original, pair->over, pair->name);
	if (field->type == FIELD_STRINGS)
		return lay_strings(overlay, pair);
	return exchange(overlay, pair);
}

static void refuse_key(const struct overlay *overlay, const struct table *table,
                       const struct node *key, const char *name)
{
	const struct bind *bind = overlay->bind;
	const char *keys[KEYS_MAX];
	size_t n = 0;

	for (size_t i = 0; i < table->n_fields && n < KEYS_MAX; i++)
		if (is_text(&table->fields[i]) || is_collection(&table->fields[i]))
			keys[n++] = table->fields[i].key;
	diag_error(bind->diag, key->pos, bind_accepted(bind, key->text, keys, n),
	           "unknown key %s in the translation of %s", node_quote(bind->arena, key->text),
	           *name == '\0' ? arena_printf(bind->arena, "a %s", table->name)
	                         : node_quote(bind->arena, name));
}

static void check_key(const struct overlay *overlay, const struct table *table,
                      const struct pair *pair, const struct node *key)
{
	const struct field *field = find_field(table, key->text);
	const struct node *value = node_find(pair->original, key->text);

	if (table->named_by != NULL && strcmp(key->text, table->named_by) == 0)
		return;
	if (field == NULL)
		refuse_key(overlay, table, key, pair->name);
	else if (!is_text(field) && !is_collection(field))
		diag_error(overlay->bind->diag, key->pos, "leave it out",
		           "'%s' is the same in every language", key->text);
	else if (value == NULL || node_is_null(value))
		diag_error(overlay->bind->diag, key->pos, NULL,
		           "the original has no '%s' here to translate", key->text);
}

/* A mapping; one with the shorthand's key where a scalar stands for it. */
static const struct node *spell_out(const struct overlay *overlay, const struct table *table,
                                    const struct node *node)
{
	struct arena *arena = overlay->bind->arena;
	struct node *key, *mapping;

	if (node == NULL || node->kind != NODE_SCALAR || table->shorthand == NULL)
		return node;
	key = ARENA_NEW(arena, struct node);
	*key = (struct node){.kind = NODE_SCALAR, .pos = node->pos, .text = table->shorthand};
	mapping = ARENA_NEW(arena, struct node);
	*mapping = (struct node){.kind = NODE_MAPPING, .pos = node->pos, .n_entries = 1};
	mapping->entries = ARENA_NEW(arena, struct entry);
	mapping->entries[0] = (struct entry){key, node};
	return mapping;
}

static const struct node *lay_mapping(const struct overlay *overlay, const struct table *table,
                                      const struct pair *pair, bool shorthand)
{
	const struct node *original = pair->original, *over = pair->over;
	struct mapping mapping = {NULL, original->n_entries};

	mapping.entries = ARENA_ARRAY(overlay->bind->arena, struct entry, mapping.n_entries);
	for (size_t i = 0; i < mapping.n_entries; i++) {
		struct entry entry = original->entries[i];
		const struct field *field = find_field(table, entry.key->text);
		struct pair value = {entry.value,
		                     over == NULL ? NULL : node_find(over, entry.key->text),
		                     shorthand ? pair->name
		                               : name_in(overlay, pair->name, entry.key->text)};

		if (field != NULL && !node_is_null(entry.value) &&
		    (is_text(field) || is_collection(field)))
			entry.value = lay_field(overlay, table, field, &value);
		mapping.entries[i] = entry;
	}
	return copy_with(overlay, original, mapping);
}

const struct node *overlay_lay(const struct overlay *overlay, const struct table *table,
                               const struct node *original, const struct node *over,
                               const char *name)
{
	struct pair pair = {original, over, name};
	bool shorthand = original->kind == NODE_SCALAR;

	if (table->value_only)
		return exchange(overlay, &pair);
	pair.original = spell_out(overlay, table, original);
	pair.over = spell_out(overlay, table, over);
	/* What the original has wrong is said when it is bound. */
	if (pair.original->kind != NODE_MAPPING || !is_mapping(overlay, &pair))
		return original;
	for (size_t i = 0; pair.over != NULL && i < pair.over->n_entries; i++)
		check_key(overlay, table, &pair, pair.over->entries[i].key);
	return lay_mapping(overlay, table, &pair, shorthand);
}
