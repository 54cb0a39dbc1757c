#include "cli/session.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/file.h"

#define INPUT_MAX ((size_t)1 << 30)

enum exit_code session_code(const struct session *session)
{
	if (diag_failed(session->diag))
		return EXIT_MACHINE;
	return diag_n_errors(session->diag) > 0 ? EXIT_INPUT : EXIT_DONE;
}

/* The folder two levels above the running program: build/waymark stands in
 * the source tree. NULL where the system does not tell. */
static const char *source_root(struct session *session)
{
	char path[4096];
	ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);

	if (length <= 0)
		return NULL;
	path[length] = '\0';
	for (int i = 0; i < 2; i++) {
		char *slash = strrchr(path, '/');

		if (slash == NULL || slash == path)
			return NULL;
		*slash = '\0';
	}
	return arena_strdup(session->arena, path);
}

size_t installed_roots(struct session *session, const char *roots[4])
{
	const char *const all[] = {".", getenv("WAYMARK_PATH"), source_root(session), WAYMARK_DATA};
	size_t n = 0;

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i] != NULL && all[i][0] != '\0')
			roots[n++] = all[i];
	return n;
}

char *find_installed(struct session *session, const char *path)
{
	const char *roots[4];
	size_t n = installed_roots(session, roots);

	for (size_t i = 0; i < n; i++) {
		char *found = i == 0 ? arena_strdup(session->arena, path)
		                     : file_join(session->arena, roots[i], path);

		if (file_exists(found))
			return found;
	}
	return NULL;
}

const char *session_beside(struct session *session, const char *file, const char *path)
{
	int length = (int)(file_base_name(file) - file);
	const char *near = arena_printf(session->arena, "%.*s%s", length, file, path);

	return path[0] != '/' && file_exists(near) ? near : path;
}

size_t session_list(struct session *session, const char *folder, char ***paths)
{
	static const char *const endings[] = {".yaml", ".yml", NULL};
	size_t before = diag_n_errors(session->diag);
	size_t n = file_list(session->arena, session->diag, folder, endings, paths);

	if (n == 0 && diag_n_errors(session->diag) == before)
		diag_error(session->diag, (struct pos){NULL, 0, 0}, NULL,
		           "%s: there is no .yaml file in this folder", folder);
	return n;
}

void session_read(struct session *session, const char *path)
{
	session->inputs = arena_push(session->arena, session->inputs, session->n_inputs,
	                             sizeof *session->inputs);
	session->inputs[session->n_inputs++] = path;
}

bool session_may_write(struct session *session, const char *path)
{
	for (size_t i = 0; i < session->n_inputs; i++) {
		if (!file_is_same(session->inputs[i], path))
			continue;
		diag_error(session->diag, (struct pos){NULL, 0, 0}, "name another file with -o",
		           "%s: this is one of the files that are read; it stays as it is", path);
		return false;
	}
	return true;
}

static time_t newest_input(const struct session *session)
{
	time_t newest = 0;

	for (size_t i = 0; i < session->n_inputs; i++) {
		time_t changed = file_changed(session->inputs[i]);

		if (changed > newest)
			newest = changed;
	}
	return newest;
}

static void warn_of_date(struct session *session, const char *epoch)
{
	if (!session->date_warned)
		diag_warning(session->diag, (struct pos){NULL, 0, 0},
		             "the last change of any input file is used as the date",
		             "SOURCE_DATE_EPOCH is '%s', which is not a number of seconds since 1970",
		             epoch);
	session->date_warned = true;
}

time_t session_date(struct session *session)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end;
	long long seconds;

	if (epoch == NULL || *epoch == '\0')
		return newest_input(session);
	errno = 0;
	seconds = strtoll(epoch, &end, 10);
	/* 253402300799 is the last second of the year 9999. */
	if (errno != 0 || *end != '\0' || seconds < 0 || seconds > 253402300799) {
		warn_of_date(session, epoch);
		return newest_input(session);
	}
	return (time_t)seconds;
}

bool session_print(struct session *session, const struct buf *text)
{
	const char *path = session->options.output;

	if (path != NULL && strcmp(path, "-") != 0)
		return session_may_write(session, path) &&
		       file_replace(session->diag, path, buf_text(text), text->length);
	if (fwrite(buf_text(text), 1, text->length, stdout) == text->length && fflush(stdout) == 0)
		return true;
	diag_failure(session->diag, "standard output", errno, "cannot be written");
	return false;
}

void session_tell(struct session *session, const char *path, size_t n, const char *things)
{
	if (session->order != NULL)
		fprintf(session->order->told, "%s\t%zu %s\n", path, n, things);
	else if (isatty(STDOUT_FILENO))
		printf("%s: %zu %s\n", path, n, things);
}

bool session_wants(struct session *session)
{
	struct order *order = session->order;
	struct digest digest = {.arena = session->arena};

	if (order == NULL)
		return true;
	digest_adds(&digest, order->settings);
	for (size_t i = 0; i < session->n_inputs; i++) {
		const struct source *source = file_read(session->arena, session->diag,
		                                        session->inputs[i], INPUT_MAX);

		digest_adds(&digest, session->inputs[i]);
		if (source != NULL)
			digest_add(&digest, source->text, source->length);
	}
	order->digest = digest_text(&digest);
	return order->known == NULL || strcmp(order->known, order->digest) != 0;
}

const char *session_output(struct session *session, const char *name)
{
	const char *output = session->options.output;

	if (output == NULL)
		return name;
	if (output[strlen(output) - 1] == '/' || file_is_folder(output))
		return file_join(session->arena, output, name);
	return output;
}
