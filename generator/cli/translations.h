/* Where translations stand, which one a run takes, and what it lacks.
 *
 * The translation of a framework.yaml is i18n/LANGUAGE.yaml beside it, that
 * of any other file i18n/LANGUAGE/NAME beside it.
 */
#ifndef WAYMARK_TRANSLATIONS_H
#define WAYMARK_TRANSLATIONS_H

#include "cli/session.h"
#include "yaml/read.h"

/* The file that would translate `original`. */
const char *translation_path(struct arena *arena, const char *original, const char *language);

/* The file that a translation stands beside, and into which language it is by
 * its place; NULL where a translation has no business. */
const char *translation_original(struct arena *arena, const char *path, const char **language);

/* The translation of a file into a language: for pt-BR the one into pt where
 * there is no other. Its path is NULL when there is none. */
struct translation translation_find(struct session *session, const char *original,
                                    const char *language);

/* After reading: an error when there is no translation and the original is in
 * another language, a warning when some texts are missing. */
void translation_report(struct session *session, const struct translation *translation,
                        const char *original);

#endif
