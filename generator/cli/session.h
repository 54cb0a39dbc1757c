/* One run of the program: its options, its memory, what went wrong, and the
 * ways to find and load what the commands work on. */
#ifndef WAYMARK_SESSION_H
#define WAYMARK_SESSION_H

#include <stdbool.h>
#include <time.h>

#include "cli/options.h"
#include "model/scores.h"
#include "model/template.h"

struct arena;
struct buf;
struct diag;

/* NULL: it is not there, or has mistakes. */
struct known_framework {
	const char *id;
	const struct framework *framework;
};

struct session {
	struct options options;
	struct arena *arena; /* for the whole run */
	struct diag *diag;
	const char **inputs; /* files that were read */
	size_t n_inputs;
	bool date_warned;
	const struct framework *framework; /* once it was loaded */
	const char *framework_path;
	struct known_framework *known; /* others, that links lead to */
	size_t n_known;
};

/* What the errors so far make of the run. */
enum exit_code session_code(const struct session *session);

/* The framework that an operand names: an id under content/, a file, or a
 * folder with a framework.yaml; in the language of --language. */
struct framework *load_framework(struct session *session, const char *operand);

/* All sheets in the files and folders of operands[first...]; recorded when
 * there are none. */
struct answers *load_answers(struct session *session, const struct framework *framework,
                             size_t first);

/* The scores of the wave that was asked for, or of the last one. */
struct scores *load_scores(struct session *session);

/* Those of the wave before it; NULL for the first. */
struct scores *load_previous(struct session *session, const struct scores *scores);

/* Those of all waves up to that of `scores`, which is the last. */
const struct scores *const *load_waves(struct session *session, const struct scores *scores,
                                       size_t *n_waves);

/* How the same people moved from each of them but the last to the last. */
const struct matched *const *load_matched(struct session *session,
                                          const struct scores *const *waves, size_t n_waves);

/* A template of the wanted kind: --template, or the one that the framework
 * that was loaded before has for it, or the usual one; in the language of
 * --language or of that framework. Its wording is checked. */
struct template *load_template(struct session *session, enum template_kind kind);

/* Whether the sections and words of a template are those that its kind takes. */
bool template_check(const struct template *template, struct diag *diag);

/* --theme or the template's own, for large print THEME-large; the one called THEME-LANGUAGE where there is
 * such a file. */
struct theme *load_theme(struct session *session, const struct template *template);

/* Reads `content/ID/framework.yaml` and the like where they are installed:
 * the current folder, $WAYMARK_PATH, beside the program, the data folder.
 * NULL when none of them has it. */
char *find_installed(struct session *session, const char *path);

/* The folders of find_installed, each once; returns their number. */
size_t installed_roots(struct session *session, const char *roots[4]);

/* The .yaml and .yml files below a folder; a folder without any is recorded. */
size_t session_list(struct session *session, const char *folder, char ***paths);

/* Remembers a file that is read: it dates what is made and is never written
 * over. */
void session_read(struct session *session, const char *path);

/* Records and refuses an output that would replace an input. */
bool session_may_write(struct session *session, const char *path);

/* SOURCE_DATE_EPOCH, or the last change of any input; a value that is no date
 * is warned of, once. */
time_t session_date(struct session *session);

/* Prints text on standard output, or into --output. */
bool session_print(struct session *session, const struct buf *text);

/* On a terminal, tells which file was written. */
void session_tell(const char *path, size_t n, const char *things);

/* The path that --output and a default file name give; a folder gets the
 * name below it. */
const char *session_output(struct session *session, const char *name);

#endif
