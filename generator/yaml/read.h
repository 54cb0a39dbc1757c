/* Files -> model. Each function reads one kind of file; NULL or false means
 * that problems were recorded, all that there are and not only the first.
 * Everything is in the arena. Texts have one newline between two paragraphs. */
#ifndef WAYMARK_READ_H
#define WAYMARK_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "model/answers.h"
#include "model/engagement.h"
#include "model/framework.h"
#include "model/template.h"
#include "model/theme.h"

struct arena;
struct buf;

struct framework *read_framework(struct arena *arena, struct diag *diag, const char *path);

/* Adds the sheets of one file (a stream of documents) to `answers`, whose
 * framework is set. Call answers_finish after the last file, even when there
 * were problems: sheets with mistakes are there too, so that it sees those
 * that come twice. */
bool read_answers(struct arena *arena, struct diag *diag, const char *path,
                  struct answers *answers);

struct template *read_template(struct arena *arena, struct diag *diag, const char *path);

/* A text of a file that its translation lacks: "sections.lead.title". */
struct untranslated {
	const char *name;
	struct pos pos; /* in the original */
};

/* A file with the texts of another one in another language. Set the first
 * two; the readers below fill in the others. */
struct translation {
	const char *path;     /* NULL: there is none, so that all texts are missing */
	const char *language; /* that it must be in by its place, or NULL */
	bool native;          /* the original is in that language */
	struct pos pos;       /* of the translation */
	struct untranslated *missing; /* in the order of the original */
	size_t n_missing, n_texts;    /* of all texts with words in them */
};

/* The same with the texts of a translation (NULL: none); what it lacks stays
 * in the language of the original. */
struct framework *read_framework_in(struct arena *arena, struct diag *diag, const char *path,
                                    struct translation *translation);
struct template *read_template_in(struct arena *arena, struct diag *diag, const char *path,
                                  struct translation *translation);

struct engagement *read_engagement(struct arena *arena, struct diag *diag, const char *path);

struct theme *read_theme(struct arena *arena, struct diag *diag, const char *path);

/* What a YAML file holds, by the keys of its first document. */
enum content_kind {
	CONTENT_UNKNOWN,
	CONTENT_ENGAGEMENT,
	CONTENT_FRAMEWORK,
	CONTENT_ANSWERS,
	CONTENT_TEMPLATE,
	CONTENT_THEME,
	CONTENT_TRANSLATION,
	CONTENT_COUNT
};
/* Records something only when it returns CONTENT_UNKNOWN. */
enum content_kind read_kind(struct arena *arena, struct diag *diag, const char *path);

/* The JSON Schema (draft 2020-12) of such files, made of the tables that they
 * are bound by: for editors that complete and check them. What lies between
 * fields, such as ids that must exist, only reading tells. False: there is
 * none for this kind. */
bool read_schema(enum content_kind kind, struct buf *out);

/* The framework id that an answers file names in its first document, or NULL:
 * recorded. */
const char *read_framework_id(struct arena *arena, struct diag *diag, const char *path);

#endif
