#include "cli/build.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/file.h"

/* What a worker tells, line by line: the files that it wrote as path TAB size, then one of
 * these with the digest, then its problems. */
static const char made_mark[] = "=made ", current_mark[] = "=current ";

#define TOLD_MAX ((size_t)1 << 26)

static void work(struct job *job)
{
	struct session *session = &job->session;
	struct buf problems = {.arena = session->arena};
	enum exit_code code;
	bool current;

	job->order.told = job->told;
	code = job->run(session);
	current = code == EXIT_DONE && job->order.known != NULL && job->order.digest != NULL &&
	          strcmp(job->order.known, job->order.digest) == 0;
	fprintf(job->told, "%s%s\n", current ? current_mark : made_mark,
	        job->order.digest == NULL ? "" : job->order.digest);
	diag_write(session->diag, &problems);
	fputs(buf_text(&problems), job->told);
	if (fflush(job->told) != 0)
		code = EXIT_MACHINE;
	_exit((int)code);
}

static void start(struct job *job)
{
	job->told = tmpfile();
	job->worker = -1;
	if (job->told != NULL) {
		fflush(stdout);
		job->worker = fork();
		if (job->worker == 0)
			work(job);
	}
	if (job->worker < 0) {
		job->code = EXIT_MACHINE;
		job->problems = arena_printf(job->session.arena, "waymark: %s: %s\n", job->name,
		                             strerror(errno));
	}
}

static const char *read_told(struct job *job)
{
	struct buf told = {.arena = job->session.arena};
	char bytes[4096];
	size_t n;

	rewind(job->told);
	while (told.length < TOLD_MAX && (n = fread(bytes, 1, sizeof bytes, job->told)) > 0)
		buf_add(&told, bytes, n);
	return buf_text(&told);
}

static void take_made(struct job *job, const char *line, size_t length)
{
	struct arena *arena = job->session.arena;
	const char *tab = memchr(line, '\t', length);
	struct made made = {0};

	if (tab == NULL)
		return;
	made.path = arena_strndup(arena, line, (size_t)(tab - line));
	made.size = arena_strndup(arena, tab + 1, length - (size_t)(tab + 1 - line));
	job->made = arena_push(arena, job->made, job->n_made, sizeof *job->made);
	job->made[job->n_made++] = made;
}

/* Takes in what a worker told before it ended by itself. */
static void hear(struct job *job)
{
	const char *at = read_told(job);
	struct made *before = job->made;
	size_t n_before = job->n_made;

	job->made = NULL;
	job->n_made = 0;
	for (; *at != '\0' && *at != '='; at += at[strcspn(at, "\n")] == '\0' ? 0 : 1) {
		take_made(job, at, strcspn(at, "\n"));
		at += strcspn(at, "\n");
	}
	job->current = strncmp(at, current_mark, strlen(current_mark)) == 0;
	if (*at == '=') {
		at += strcspn(at, " ") + 1;
		job->digest = arena_strndup(job->session.arena, at, strcspn(at, "\n"));
		at += strcspn(at, "\n") + 1;
	}
	job->problems = at;
	if (job->current) {
		job->made = before;
		job->n_made = n_before;
	}
}

/* Waits for any worker; SIZE_MAX when there is none. */
static size_t wait_for(struct job *jobs, size_t n_jobs)
{
	int status;
	pid_t worker;

	do
		worker = waitpid(-1, &status, 0);
	while (worker < 0 && errno == EINTR);
	for (size_t i = 0; worker > 0 && i < n_jobs; i++) {
		if (jobs[i].worker != worker)
			continue;
		hear(&jobs[i]);
		jobs[i].code = WIFEXITED(status) ? (enum exit_code)WEXITSTATUS(status)
		                                 : EXIT_MACHINE;
		if (WIFSIGNALED(status))
			jobs[i].problems = arena_printf(
			    jobs[i].session.arena, "waymark: %s was stopped by the signal %s\n",
			    jobs[i].name, strsignal(WTERMSIG(status)));
		return i;
	}
	return SIZE_MAX;
}

void build_run(struct job *jobs, size_t n_jobs, size_t n_workers, void (*finish)(struct job *job))
{
	size_t started = 0, running = 0, finished = 0;

	while (finished < n_jobs) {
		for (; running < n_workers && started < n_jobs; started++) {
			start(&jobs[started]);
			running += jobs[started].worker > 0;
		}
		if (running > 0) {
			size_t done = wait_for(jobs, n_jobs);

			if (done != SIZE_MAX)
				jobs[done].worker = 0;
			running--;
		}
		for (; finished < started && jobs[finished].worker <= 0; finished++) {
			finish(&jobs[finished]);
			if (jobs[finished].told != NULL)
				fclose(jobs[finished].told);
		}
	}
}
