/* One run of the program: its options, its memory, what went wrong, and the
 * ways to find and load what the commands work on. */
#ifndef WAYMARK_SESSION_H
#define WAYMARK_SESSION_H

#include <stdbool.h>
#include <stdio.h>
#include <time.h>

#include "cli/options.h"
#include "model/engagement.h"
#include "model/scores.h"
#include "model/template.h"

struct arena;
struct benchmark;
struct buf;
struct diag;
struct translation;

/* NULL: it is not there, or has mistakes. */
struct known_framework {
	const char *id;
	const struct framework *framework;
};

/* One of the documents that an engagement wants, while it is made; see build.h. */
struct order {
	const char *settings; /* all that it is made from beside files, in one text */
	const char *known;    /* the digest it was made with last time; NULL: make it anew */
	const char *digest;   /* that of now, once session_wants was asked */
	FILE *told;           /* where each file that was written is named */
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
	struct scores *scores; /* once they were made */
	const struct engagement *engagement; /* what it says about its documents; NULL: none */
	size_t invited;      /* to the wave of the scores; 0: not told */
	const struct benchmark *const *benchmarks; /* that reports tell; NULL: all there are */
	size_t n_benchmarks;
	const struct session *parts; /* what an overview is of */
	size_t n_parts;
	struct order *order; /* NULL: the command was given by itself */
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

/* The people of the wave by the segments that were asked for, with --segments or by the
 * engagement; what may be told of them depends on the fewest people that the template shows. */
const struct segmentation *const *load_segments(struct session *session,
                                                const struct template *template, size_t *n);

/* session.benchmarks: what a part of an engagement chooses of its framework's. */
void load_benchmarks(struct session *session, const struct engagement_part *part);

/* A template of the wanted kind: --template, or the one that the framework
 * that was loaded before has for it, or the usual one; in the language of
 * --language or of that framework. Its wording is checked. */
struct template *load_template(struct session *session, enum template_kind kind);

/* A template in the language of a translation (NULL: as it is written), with the words of the ones
 * that it extends. */
struct template *load_words(struct session *session, const char *path,
                            struct translation *translation);

/* Whether the sections and words of a template are those that its kind takes. */
bool template_check(const struct template *template, struct diag *diag);

/* --theme or the template's own, for large print THEME-large; the one called THEME-LANGUAGE where
 * there is such a file. */
struct theme *load_theme(struct session *session, const struct template *template);

/* An operand that looks like a path is one; else it is the id of something that is installed as
 * FOLDER/ID + ending, or a file or folder here. */
const char *find_content(struct session *session, const char *operand, const char *folder,
                         const char *ending);

/* Reads `content/ID/framework.yaml` and the like where they are installed:
 * the current folder, $WAYMARK_PATH, beside the program, the data folder.
 * NULL when none of them has it. */
char *find_installed(struct session *session, const char *path);

/* The folders of find_installed, each once; returns their number. */
size_t installed_roots(struct session *session, const char *roots[4]);

/* A path in a file, as it is seen from here; what is not there stays as it was written. */
const char *session_beside(struct session *session, const char *file, const char *path);

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

/* Tells which file was written: on a terminal, or who ordered it. */
void session_tell(struct session *session, const char *path, size_t n, const char *things);

/* Whether a document has to be made, now that all its files are read: not when it is ordered
 * and was made before from the same. */
bool session_wants(struct session *session);

/* The path that --output and a default file name give; a folder gets the
 * name below it. */
const char *session_output(struct session *session, const char *name);

#endif
