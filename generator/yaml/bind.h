/* Nodes -> structs, by tables.
 *
 * A table says what a struct may hold: a row for each key with its type, its
 * place in the struct and a line of help, so that a JSON Schema can be made
 * of the same rows. Every struct that is bound begins with a `struct bound`.
 * bind_struct goes through everything and records all problems; a struct with
 * a field that is wrong is not `whole`, and who checks meaning passes it over.
 */
#ifndef WAYMARK_BIND_H
#define WAYMARK_BIND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "yaml/node.h"

struct arena;

struct bind {
	struct arena *arena;
	struct diag *diag;
};

/* The head of every bound struct. */
struct bound {
	const struct node *node; /* what it was made of; NULL: not given */
	const char *id;          /* its key, or NULL */
	struct pos pos;          /* of its key, or of the node */
	bool whole;              /* its own fields are right and complete */
};

enum field_type {
	FIELD_STRING,  /* const char *: one line, of a form */
	FIELD_TEXT,    /* const char *: paragraphs, with a newline between two */
	FIELD_DATE,    /* const char *: yyyy-mm-dd */
	FIELD_SCALAR,  /* const char *: anything that is no list or mapping, NULL for null */
	FIELD_NODE,    /* nothing: who reads the struct looks at its node */
	FIELD_BOOL,    /* bool */
	FIELD_INTEGER, /* int, low to high */
	FIELD_NUMBER,  /* double, low to high */
	FIELD_CHOICE,  /* int (an enum), one of names */
	FIELD_COLOUR,  /* struct rgb, "#RRGGBB" */
	FIELD_STRINGS, /* const char ** and a size_t: a list of strings */
	FIELD_STRUCT,  /* a struct of the table */
	FIELD_LIST,    /* array of such structs and a size_t: a list */
	FIELD_KEYED,   /* the same: a mapping; its keys, of a form, are the ids */
	FIELD_NAMED,   /* such structs in an array, one for each of names */
	FIELD_TYPE_COUNT
};

/* Which characters a string is made of. */
enum form {
	FORM_ANY,
	FORM_ID,
	FORM_CODE,
	FORM_MARK, /* part of a code */
	FORM_VERSION,
	FORM_LANGUAGE,
	FORM_RESPONDENT,
	FORM_FLAG,
	FORM_WHOLE, /* a whole number, as the key of a point of a scale */
	FORM_COUNT
};

struct form_rule {
	const char *first, *rest; /* characters that may come; NULL: any */
	size_t least, most;       /* how many */
	const char *says, *details;
};
extern const struct form_rule form_rules[FORM_COUNT];

struct table;

struct field {
	const char *key;
	enum field_type type;
	size_t offset;
	size_t n_offset;          /* of the count, for those with one */
	const char *help;
	bool required;            /* collections: with one element at least */
	const char *unless;       /* required: but not where this other key is given; or NULL */
	bool single;              /* lists: one element may stand without a list */
	bool empty;               /* texts: "" is one */
	bool fixed;               /* texts: the same in every language */
	enum form form;
	double low, high; /* numbers; both 0: any. Strings, collections: length at most `high` */
	const char *const *names;
	size_t n_names;
	const struct table *table; /* NULL: the one that this row stands in */
};

struct table {
	const char *name; /* "band"; messages say "band 'ignore'" or "this band" */
	size_t size;      /* of the struct */
	const struct field *fields;
	size_t n_fields;
	const char *shorthand; /* the key that a value which is no mapping fills */
	bool value_only;       /* the only field takes the value as a whole */
	const char *named_by;  /* in a list: the key that tells its elements apart, or NULL */
};

#define FIELDS(rows) .fields = (rows), .n_fields = sizeof(rows) / sizeof *(rows)

/* Fills `target` (of table->size); fields that the node does not mention keep
 * what they have. Returns whether the struct is whole. */
bool bind_struct(const struct bind *bind, const struct table *table, const struct node *node,
                 void *target);

/* Where the value of a key stands, or the key; where the struct stands when
 * it has no such key. */
struct pos bind_pos(const struct bound *bound, const char *key);
struct pos bind_key_pos(const struct bound *bound, const char *key);
bool bind_has(const struct bound *bound, const char *key);

/* "did you mean 'x'?" and the names that there are, for one that is wrong. */
const char *bind_accepted(const struct bind *bind, const char *word, const char *const *names,
                          size_t n_names);

/* The same for a key; one with a space in it is the rest of a text. */
const char *bind_accepted_key(const struct bind *bind, const char *key, const char *const *names,
                              size_t n_names);

/* Whether anybody will still see a suggestion: not after many problems. */
bool bind_suggests(const struct bind *bind);

/* Whether a string is of a form. */
bool bind_is(const char *text, enum form form);

#endif
