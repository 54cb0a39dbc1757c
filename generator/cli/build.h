/* `waymark build`: what an engagement wants, as orders, and the workers that carry them out.
 *
 * An order is a command with its options, run in a process of its own: what goes wrong with one
 * leaves the others alone. What was made from which contents is remembered in a file beside the
 * documents, so that the next run makes only what changed.
 */
#ifndef WAYMARK_BUILD_H
#define WAYMARK_BUILD_H

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

#include "cli/session.h"

/* A file that was made, and a digest of its contents then. */
struct made {
	const char *path, *digest;
	const char *size; /* "3 pages"; NULL: as read from the memory */
};

struct job {
	const char *name; /* "cx-sos/group" */
	struct session session; /* its own copy: options, order, what was loaded before */
	enum exit_code (*run)(struct session *session);
	struct order order;
	const char *digest;
	struct made *made;
	size_t n_made;
	bool current;    /* nothing had to be made */
	enum exit_code code;
	const char *problems;
	FILE *told;      /* while a worker runs: what it tells */
	pid_t worker;
};

/* Runs the jobs, at most `n_workers` at a time; `finish` is called for each of them in their
 * order, as soon as it and those before it are done. */
void build_run(struct job *jobs, size_t n_jobs, size_t n_workers,
               void (*finish)(struct job *job));

/* What was made into the folder the last time: for each job of this name that is whole still,
 * order.known and what it made. A memory that is missing or damaged knows nothing. */
void build_recall(struct arena *arena, const char *folder, struct job *jobs, size_t n_jobs);
bool build_remember(struct session *session, const char *folder, const struct job *jobs,
                    size_t n_jobs);

#endif
