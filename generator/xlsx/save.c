#include "xlsx/write.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"

/* A folder of our own beside `path`, so that the file can be renamed. */
static char *make_folder(const struct book *book, const char *path)
{
	size_t length = (size_t)(file_base_name(path) - path);
	char *folder = arena_printf(book->arena, "%.*s.%s.XXXXXX", (int)length, path,
	                            file_base_name(path));

	if (mkdtemp(folder) != NULL)
		return folder;
	diag_failure(book->diag, path, errno, "cannot be written");
	return NULL;
}

static void remove_folder(const struct book *book, const char *folder)
{
	DIR *open_folder = opendir(folder);
	struct dirent *entry;

	while (open_folder != NULL && (entry = readdir(open_folder)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			file_discard(file_join(book->arena, folder, entry->d_name));
	if (open_folder != NULL)
		closedir(open_folder);
	rmdir(folder);
}

static _Noreturn void be_child(const struct book *book, const char *path, const char *folder,
                               const int ends[2])
{
	dup2(ends[1], STDERR_FILENO);
	close(ends[0]);
	close(ends[1]);
	_exit(write_book(book, path, folder) ? 0 : 1);
}

/* Whether the other end closes without a byte. */
static bool stays_silent(int end)
{
	char bytes[512];
	bool silent = true;
	ssize_t n;

	while ((n = read(end, bytes, sizeof bytes)) > 0 || (n < 0 && errno == EINTR))
		silent = silent && n < 0;
	return silent && n == 0;
}

static bool ends_well(pid_t child)
{
	pid_t done;
	int status;

	do
		done = waitpid(child, &status, 0);
	while (done < 0 && errno == EINTR);
	return done == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* The library crashes where memory runs out, and only the child pays for it;
 * or it leaves something out and says so nowhere but on standard error. */
static bool write_in_child(const struct book *book, const char *path, const char *folder)
{
	bool silent;
	int ends[2];
	pid_t child;

	if (pipe(ends) != 0)
		return false;
	fflush(NULL);
	child = fork();
	if (child == 0)
		be_child(book, path, folder, ends);
	close(ends[1]);
	silent = stays_silent(ends[0]);
	close(ends[0]);
	return child > 0 && ends_well(child) && silent;
}

static bool save_in_folder(const struct book *book, const char *path, const char *folder)
{
	char *temporary = file_join(book->arena, folder, "workbook.xlsx");
	const char *problem;

	if (!write_in_child(book, temporary, folder)) {
		diag_failure(book->diag, path, 0, "cannot be written: the workbook did not come "
		                                  "to its end (is the disk full?)");
		return false;
	}
	problem = verify_book(book, temporary);
	if (problem != NULL) {
		diag_failure(book->diag, path, 0,
		             arena_printf(book->arena, "cannot be written: read back, %s",
		                          problem));
		return false;
	}
	return file_commit(book->diag, temporary, path);
}

bool save_book(const struct book *book, const char *path)
{
	char *folder = make_folder(book, path);
	bool saved;

	if (folder == NULL)
		return false;
	saved = save_in_folder(book, path, folder);
	remove_folder(book, folder);
	return saved;
}
