#include "cli/build.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/file.h"

/* A line for each file that was made: job TAB digest of what it was made from TAB path below
 * the folder TAB digest of the file. The first line tells the version of this form. */
static const char memory_name[] = ".waymark-build";
static const char first_line[] = "waymark build 2\n";

#define MEMORY_MAX ((size_t)1 << 26)
#define OUTPUT_MAX ((size_t)1 << 31)

enum { N_WORDS = 4 };

static const char *digest_file(struct arena *arena, const char *path)
{
	struct digest digest = {.arena = arena};
	const struct source *source;

	if (!file_exists(path))
		return "";
	source = file_read(arena, diag_new(arena), path, OUTPUT_MAX);
	if (source == NULL)
		return "";
	digest_add(&digest, source->text, source->length);
	return digest_text(&digest);
}

static bool split(struct arena *arena, const char *line, size_t length, const char *words[N_WORDS])
{
	for (size_t i = 0; i < N_WORDS; i++) {
		const char *tab = memchr(line, '\t', length);
		size_t n = i + 1 == N_WORDS ? length : tab == NULL ? 0 : (size_t)(tab - line);

		if (n == 0)
			return false;
		words[i] = arena_strndup(arena, line, n);
		line += n + 1;
		length -= i + 1 == N_WORDS ? n : n + 1;
	}
	return true;
}

/* One file that is not what it was makes the whole job be done anew. */
static void take(struct arena *arena, const char *folder, struct job *job,
                 const char *const words[N_WORDS])
{
	const char *path = file_join(arena, folder, words[2]);
	bool whole = strcmp(digest_file(arena, path), words[3]) == 0;

	if (job->n_made == 0)
		job->order.known = words[1];
	if (!whole)
		job->order.known = NULL;
	job->made = arena_push(arena, job->made, job->n_made, sizeof *job->made);
	job->made[job->n_made++] = (struct made){path, words[3], NULL};
}

void build_recall(struct arena *arena, const char *folder, struct job *jobs, size_t n_jobs)
{
	const char *path = file_join(arena, folder, memory_name);
	const struct source *source =
	    file_exists(path) ? file_read(arena, diag_new(arena), path, MEMORY_MAX) : NULL;
	const char *at, *words[N_WORDS];

	if (source == NULL || strncmp(source->text, first_line, strlen(first_line)) != 0)
		return;
	for (at = source->text + strlen(first_line); *at != '\0'; at += strspn(at, "\n")) {
		size_t length = strcspn(at, "\n");

		for (size_t i = 0; split(arena, at, length, words) && i < n_jobs; i++)
			if (strcmp(jobs[i].name, words[0]) == 0)
				take(arena, folder, &jobs[i], words);
		at += length;
	}
}

bool build_remember(struct session *session, const char *folder, const struct job *jobs,
                    size_t n_jobs)
{
	struct buf memory = {.arena = session->arena};
	size_t above = strlen(file_join(session->arena, folder, ""));

	buf_adds(&memory, first_line);
	for (size_t i = 0; i < n_jobs; i++) {
		const struct job *job = &jobs[i];

		for (size_t j = 0; job->code == EXIT_DONE && j < job->n_made; j++)
			buf_addf(&memory, "%s\t%s\t%s\t%s\n", job->name, job->digest,
			         job->made[j].path + above,
			         job->current ? job->made[j].digest
			                      : digest_file(session->arena, job->made[j].path));
	}
	return file_replace(session->diag, file_join(session->arena, folder, memory_name),
	                    buf_text(&memory), memory.length);
}
