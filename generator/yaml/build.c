#include "yaml/build.h"

#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/text.h"
#include "yaml/characters.h"
#include "yaml/node.h"
#include "yaml/syntax.h"

struct frame {
	struct node *node;
	const struct node *key; /* waits for its value; NULL: a key comes next */
	bool right;             /* the key may be one */
	size_t size;            /* of its values so far */
};

struct anchor {
	const char *name;
	const struct node *node;
};

struct builder {
	struct arena *arena;
	struct diag *diag;
	const struct source *source;
	struct stream *stream;
	struct frame frames[NODE_DEPTH_MAX];
	size_t depth;
	struct anchor *anchors; /* of the document */
	size_t n_anchors, n_aliases;
	size_t n_events, n_nodes;
};

static void add_document(struct builder *builder, const struct node *node)
{
	struct stream *stream = builder->stream;

	if (node_is_null(node))
		return;
	stream->documents = arena_push(builder->arena, stream->documents, stream->n_documents,
	                               sizeof *stream->documents);
	stream->documents[stream->n_documents++] = node;
}

static void add_entry(struct builder *builder, struct frame *frame, const struct node *key,
                      const struct node *value)
{
	struct node *node = frame->node;

	node->entries = arena_push(builder->arena, node->entries, node->n_entries,
	                           sizeof *node->entries);
	node->entries[node->n_entries++] = (struct entry){key, value};
	frame->size += value->size;
	if (value->height + 1 > node->height)
		node->height = value->height + 1;
}

static bool check_key(const struct builder *builder, const struct node *key)
{
	if (key->kind != NODE_SCALAR)
		diag_error(builder->diag, key->pos, NULL, "a key is a word, not %s",
		           node_say(builder->arena, key));
	else if (*key->text == '\0')
		diag_error(builder->diag, key->pos, NULL, "a key is missing here");
	else if (key->plain && strcmp(key->text, "<<") == 0)
		diag_error(builder->diag, key->pos, NULL, "merge keys (<<) are not read");
	else
		return true;
	return false;
}

/* Puts a finished node where it belongs. */
static void attach(struct builder *builder, const struct node *node)
{
	struct frame *frame;

	if (builder->depth == 0) {
		add_document(builder, node);
		return;
	}
	frame = &builder->frames[builder->depth - 1];
	if (frame->node->kind == NODE_SEQUENCE) {
		add_entry(builder, frame, NULL, node);
	} else if (frame->key == NULL) {
		frame->key = node;
		frame->right = check_key(builder, node);
	} else {
		if (frame->right)
			add_entry(builder, frame, frame->key, node);
		frame->key = NULL;
	}
}

struct place {
	const struct node *key;
	size_t index;
};

static int compare_places(const void *left, const void *right)
{
	const struct place *a = left, *b = right;
	int order = strcmp(a->key->text, b->key->text);

	if (order != 0)
		return order;
	return a->index < b->index ? -1 : 1;
}

/* Of keys that repeat, the first one stays. */
static void drop_repeated(struct builder *builder, struct node *mapping)
{
	size_t n = mapping->n_entries, first = 0, kept = 0;
	struct place *places = ARENA_ARRAY(builder->arena, struct place, n);
	bool *repeated = ARENA_ARRAY(builder->arena, bool, n);

	for (size_t i = 0; i < n; i++)
		places[i] = (struct place){mapping->entries[i].key, i};
	qsort(places, n, sizeof *places, compare_places);
	for (size_t i = 1; i < n; i++) {
		const struct node *key = places[i].key;

		if (strcmp(places[first].key->text, key->text) != 0) {
			first = i;
			continue;
		}
		repeated[places[i].index] = true;
		diag_error(builder->diag, key->pos, NULL,
		           "the key %s stands here twice, first in line %zu",
		           node_quote(builder->arena, key->text), places[first].key->pos.line);
	}
	for (size_t i = 0; i < n; i++)
		if (!repeated[i])
			mapping->entries[kept++] = mapping->entries[i];
	mapping->n_entries = kept;
}

static struct node *add_node(struct builder *builder, enum node_kind kind, yaml_mark_t mark)
{
	struct node *node = ARENA_NEW(builder->arena, struct node);

	node->kind = kind;
	node->pos = syntax_pos(builder->source, mark);
	node->height = 1;
	builder->n_nodes++;
	return node;
}

static void add_anchor(struct builder *builder, const struct node *node, const yaml_char_t *name)
{
	if (name == NULL)
		return;
	if (builder->n_anchors == NODE_ALIASES_MAX) {
		diag_error(builder->diag, node->pos, NULL,
		           "there are more than %d anchors in this document", NODE_ALIASES_MAX);
		return;
	}
	builder->anchors = arena_push(builder->arena, builder->anchors, builder->n_anchors,
	                              sizeof *builder->anchors);
	builder->anchors[builder->n_anchors++] =
	    (struct anchor){arena_strdup(builder->arena, (const char *)name), node};
}

static void refuse_tag(struct builder *builder, const struct node *node, const yaml_char_t *tag)
{
	if (tag != NULL)
		diag_error(builder->diag, node->pos, SYNTAX_NO_TAG, "tags have no place here");
}

/* Escapes can write what the file itself may not hold. */
static void check_escapes(struct builder *builder, const struct node *node, size_t length)
{
	for (size_t at = 0; at < length;) {
		uint32_t code = text_next(node->text, &at);

		if (!characters_allowed(code)) {
			diag_error(builder->diag, node->pos, NULL, "%s is not allowed in a text",
			           characters_name(builder->arena, code));
			return;
		}
	}
}

static bool take_scalar(struct builder *builder, const yaml_event_t *event)
{
	struct node *node = add_node(builder, NODE_SCALAR, event->start_mark);
	size_t length = event->data.scalar.length;

	node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	node->literal = event->data.scalar.style == YAML_LITERAL_SCALAR_STYLE;
	node->text = arena_strndup(builder->arena, (const char *)event->data.scalar.value, length);
	node->size = 1;
	check_escapes(builder, node, length);
	refuse_tag(builder, node, event->data.scalar.tag);
	add_anchor(builder, node, event->data.scalar.anchor);
	attach(builder, node);
	return true;
}

static bool open_node(struct builder *builder, struct node *node, const yaml_char_t *tag,
                      const yaml_char_t *anchor)
{
	refuse_tag(builder, node, tag);
	add_anchor(builder, node, anchor);
	if (builder->depth == NODE_DEPTH_MAX) {
		diag_error(builder->diag, node->pos, NULL,
		           "this is nested deeper than %d levels, and is not read on",
		           NODE_DEPTH_MAX);
		return false;
	}
	builder->frames[builder->depth++] = (struct frame){.node = node};
	return true;
}

static bool open_sequence(struct builder *builder, const yaml_event_t *event)
{
	return open_node(builder, add_node(builder, NODE_SEQUENCE, event->start_mark),
	                 event->data.sequence_start.tag, event->data.sequence_start.anchor);
}

static bool open_mapping(struct builder *builder, const yaml_event_t *event)
{
	return open_node(builder, add_node(builder, NODE_MAPPING, event->start_mark),
	                 event->data.mapping_start.tag, event->data.mapping_start.anchor);
}

static bool close_node(struct builder *builder, const yaml_event_t *event)
{
	const struct frame *frame = &builder->frames[--builder->depth];
	struct node *node = frame->node;

	(void)event;
	if (node->kind == NODE_MAPPING && node->n_entries > 1)
		drop_repeated(builder, node);
	node->size = frame->size + 1;
	attach(builder, node);
	return true;
}

static bool start_document(struct builder *builder, const yaml_event_t *event)
{
	(void)event;
	builder->n_anchors = 0;
	return true;
}

static const struct node *find_anchor(const struct builder *builder, const char *name)
{
	for (size_t i = builder->n_anchors; i-- > 0;)
		if (strcmp(builder->anchors[i].name, name) == 0)
			return builder->anchors[i].node;
	return NULL;
}

/* Whether a node may stand at another place too, so that all of it together
 * stays in the bounds of one file. */
static bool may_repeat(struct builder *builder, const struct node *node, struct pos pos,
                       const char *name)
{
	if (node == NULL)
		diag_error(builder->diag, pos, "put quotes around a text that begins with *",
		           "no anchor %s stands before this", name);
	else if (node->size == 0)
		diag_error(builder->diag, pos, NULL,
		           "the alias %s stands inside of what it repeats", name);
	else if (++builder->n_aliases > NODE_ALIASES_MAX)
		diag_error(builder->diag, pos, NULL, "there are more than %d aliases in this file",
		           NODE_ALIASES_MAX);
	else if (builder->depth + node->height > NODE_DEPTH_MAX)
		diag_error(builder->diag, pos, NULL,
		           "the alias %s nests deeper than %d levels", name, NODE_DEPTH_MAX);
	else if ((builder->n_nodes += node->size) > NODE_EVENTS_MAX)
		diag_error(builder->diag, pos, NULL, "the aliases of this file grow out of bounds");
	else
		return true;
	return false;
}

static bool take_alias(struct builder *builder, const yaml_event_t *event)
{
	const char *name = (const char *)event->data.alias.anchor;
	const struct node *node = find_anchor(builder, name);
	struct node *copy = add_node(builder, NODE_SCALAR, event->start_mark);
	struct pos pos = copy->pos;

	if (may_repeat(builder, node, pos, node_quote(builder->arena, name))) {
		*copy = *node;
		copy->pos = pos;
	} else {
		copy->text = "";
		copy->plain = true;
		copy->size = 1;
	}
	attach(builder, copy);
	return builder->n_aliases <= NODE_ALIASES_MAX && builder->n_nodes <= NODE_EVENTS_MAX;
}

static bool take_event(struct builder *builder, const yaml_event_t *event)
{
	static bool (*const takers[])(struct builder *, const yaml_event_t *) = {
		[YAML_DOCUMENT_START_EVENT] = start_document,
		[YAML_ALIAS_EVENT] = take_alias,
		[YAML_SCALAR_EVENT] = take_scalar,
		[YAML_SEQUENCE_START_EVENT] = open_sequence,
		[YAML_SEQUENCE_END_EVENT] = close_node,
		[YAML_MAPPING_START_EVENT] = open_mapping,
		[YAML_MAPPING_END_EVENT] = close_node,
	};

	if (++builder->n_events > NODE_EVENTS_MAX) {
		diag_error(builder->diag, syntax_pos(builder->source, event->start_mark), NULL,
		           "this file holds more than %d things, and is not read on",
		           NODE_EVENTS_MAX);
		return false;
	}
	if (takers[event->type] == NULL)
		return event->type != YAML_STREAM_END_EVENT;
	return takers[event->type](builder, event);
}

void build_stream(struct arena *arena, struct diag *diag, const struct source *source,
                  struct stream *stream, size_t most)
{
	struct builder builder = {
		.arena = arena, .diag = diag, .source = source, .stream = stream,
	};
	yaml_parser_t parser;
	yaml_event_t event;
	bool more = true;

	if (!yaml_parser_initialize(&parser))
		die("out of memory");
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)source->text,
	                             source->length);
	while (more) {
		if (!yaml_parser_parse(&parser, &event)) {
			syntax_report(diag, source, &parser);
			break;
		}
		more = take_event(&builder, &event) && stream->n_documents < most;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
}
