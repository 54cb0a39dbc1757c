/* A YAML file as a tree of nodes that know where they stand.
 *
 * node_read turns libyaml's events into nodes and refuses what has no place
 * in content files: tags, merge keys, repeated keys, characters that nobody
 * can see. It is bounded in bytes, depth, events and aliases. What can be
 * read is in the tree even when problems were recorded, so that the readers
 * can go on and one run tells all. Everything is in the arena, read only.
 */
#ifndef WAYMARK_NODE_H
#define WAYMARK_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct arena;

#define NODE_BYTES_MAX ((size_t)8 * 1024 * 1024)
#define NODE_DEPTH_MAX 64
#define NODE_EVENTS_MAX 1000000
#define NODE_ALIASES_MAX 1000

enum node_kind {
	NODE_SCALAR,
	NODE_SEQUENCE,
	NODE_MAPPING,
	NODE_COUNT
};

/* One element of a sequence (key NULL) or of a mapping (key a scalar). */
struct entry {
	const struct node *key, *value;
};

struct node {
	enum node_kind kind;
	struct pos pos;
	const char *text; /* scalar: valid UTF-8 without control characters */
	bool plain;       /* scalar without quotes */
	bool literal;     /* scalar after '|': its line ends are as written */
	struct entry *entries; /* in the order of the file, no key twice */
	size_t n_entries;
	const struct node *original; /* the text that this one translates, or NULL */
	size_t size;   /* nodes in this tree, aliases spelled out; 0: not finished */
	size_t height; /* levels in this tree */
};

/* The documents of a file, those without content left out. */
struct stream {
	const struct node **documents;
	size_t n_documents;
};

/* Never NULL: what cannot be read is recorded and not in the stream. */
struct stream *node_read(struct arena *arena, struct diag *diag, const char *path);

/* The same of the first document alone, whatever follows it. */
struct stream *node_read_first(struct arena *arena, struct diag *diag, const char *path);

/* The only document of a file, or NULL; a second one is recorded. */
const struct node *node_read_one(struct arena *arena, struct diag *diag, const char *path);

/* The value of a key of a mapping, or NULL. */
const struct node *node_find(const struct node *mapping, const char *key);

/* Nothing is written there, or null or ~ without quotes. */
bool node_is_null(const struct node *node);

/* What stands there, for a message: 'abc', "a list", "nothing". Long text is
 * cut and shown on one line. */
const char *node_say(struct arena *arena, const struct node *node);
const char *node_quote(struct arena *arena, const char *text);

#endif
