#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"

#define DEPTH_MAX 32

const char *file_base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

char *file_join(struct arena *arena, const char *folder, const char *name)
{
	size_t length = strlen(folder);

	while (length > 0 && folder[length - 1] == '/')
		length--;
	return arena_printf(arena, "%.*s/%s", (int)length, folder, name);
}

static char *folder_of(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return arena_strdup(arena, ".");
	return arena_strndup(arena, path, slash == path ? 1 : (size_t)(slash - path));
}

bool file_is_folder(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool file_exists(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0;
}

bool file_is_same(const char *path, const char *other)
{
	struct stat a, b;

	return stat(path, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
	       a.st_ino == b.st_ino;
}

time_t file_changed(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 ? status.st_mtime : 0;
}

bool file_make_folder(struct diag *diag, const char *path)
{
	if (mkdir(path, 0777) == 0 || (errno == EEXIST && file_is_folder(path)))
		return true;
	diag_failure(diag, path, errno, "cannot make the folder");
	return false;
}

/* A path that is not there or closed to us is the user's mistake; anything
 * else is the machine's. */
static void report_unreadable(struct diag *diag, const char *path, int errnum)
{
	struct pos nowhere = {NULL, 0, 0};

	if (errnum == ENOENT || errnum == ENOTDIR || errnum == EACCES || errnum == ELOOP)
		diag_error(diag, nowhere, NULL, "%s: cannot be read: %s", path, strerror(errnum));
	else
		diag_failure(diag, path, errnum, "cannot be read");
}

static bool read_all(int fd, char *bytes, size_t size, size_t *length)
{
	*length = 0;
	while (*length < size) {
		ssize_t n = read(fd, bytes + *length, size - *length);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		if (n == 0)
			break;
		*length += (size_t)n;
	}
	return true;
}

/* A file that grows while it is read is cut at the size it had. */
static struct source *read_open(struct arena *arena, struct diag *diag, int fd, const char *path,
                                size_t limit)
{
	struct source *source = ARENA_NEW(arena, struct source);
	struct pos whole = {source, 0, 0};
	struct stat status;
	char *text;

	source->name = arena_strdup(arena, path);
	source->text = "";
	if (fstat(fd, &status) != 0) {
		diag_failure(diag, path, errno, "cannot be read");
		return NULL;
	}
	if (!S_ISREG(status.st_mode)) {
		diag_error(diag, whole, NULL, "this is not a file");
		return NULL;
	}
	if ((uintmax_t)status.st_size > limit) {
		diag_error(diag, whole, NULL, "the file has %jd bytes; at most %zu are read",
		           (intmax_t)status.st_size, limit);
		return NULL;
	}
	text = arena_alloc(arena, (size_t)status.st_size + 1, 1);
	if (!read_all(fd, text, (size_t)status.st_size, &source->length)) {
		diag_failure(diag, path, errno, "cannot be read");
		return NULL;
	}
	source->text = text;
	return source;
}

struct source *file_read(struct arena *arena, struct diag *diag, const char *path, size_t limit)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct source *source;

	if (fd < 0) {
		report_unreadable(diag, path, errno);
		return NULL;
	}
	source = read_open(arena, diag, fd, path, limit);
	close(fd);
	return source;
}

static bool write_all(int fd, const unsigned char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t n = write(fd, bytes, length);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		bytes += n;
		length -= (size_t)n;
	}
	return true;
}

/* A temporary file beside `path`, with the mode that a plain open(2) gives,
 * which mkstemp does not. */
static int make_temporary(struct arena *arena, struct diag *diag, const char *path,
                          char **temporary)
{
	mode_t mask = umask(0);
	int fd;

	umask(mask);
	*temporary = arena_printf(arena, "%s/.%s.XXXXXX", folder_of(arena, path),
	                          file_base_name(path));
	fd = mkstemp(*temporary);
	if (fd < 0)
		diag_failure(diag, path, errno,
		             errno == ENOENT ? "cannot be written, its folder is not there"
		                             : "cannot be written");
	else if (fchmod(fd, 0666 & ~mask) == 0)
		return fd;
	else
		diag_failure(diag, path, errno, "cannot be written");
	if (fd >= 0) {
		close(fd);
		file_discard(*temporary);
	}
	return -1;
}

void file_discard(const char *temporary)
{
	unlink(temporary);
}

static bool sync_file(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool synced = fd >= 0 && fsync(fd) == 0;

	return fd >= 0 && close(fd) == 0 && synced;
}

/* Takes no memory, which could run out while a temporary file is there. */
static int open_folder_of(const char *path)
{
	char folder[PATH_MAX] = ".";
	size_t length = (size_t)(file_base_name(path) - path);

	if (length >= sizeof folder) {
		errno = ENAMETOOLONG;
		return -1;
	}
	if (length > 0) {
		memcpy(folder, path, length);
		folder[length] = '\0';
	}
	return open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* A new file keeps the mode of the one it replaces; a device or a pipe is not
 * replaced. */
static bool follow_old(const char *temporary, const char *path)
{
	struct stat old;

	if (stat(path, &old) != 0)
		return errno == ENOENT;
	if (!S_ISREG(old.st_mode)) {
		errno = S_ISDIR(old.st_mode) ? EISDIR : EINVAL;
		return false;
	}
	return chmod(temporary, old.st_mode & 0777) == 0;
}

bool file_commit(struct diag *diag, const char *temporary, const char *path)
{
	int folder = open_folder_of(path);
	bool renamed = folder >= 0 && follow_old(temporary, path) && sync_file(temporary) &&
	               rename(temporary, path) == 0;
	bool kept = renamed;

	if (!renamed) {
		diag_failure(diag, path, errno, "cannot be written");
		file_discard(temporary);
	} else if (fsync(folder) != 0 && errno != EINVAL) {
		/* Some file systems cannot sync a folder and say so with EINVAL. */
		diag_failure(diag, path, errno, "was written, but may be lost in a power cut");
		kept = false;
	}
	if (folder >= 0)
		close(folder);
	return kept;
}

bool file_replace(struct diag *diag, const char *path, const void *bytes, size_t length)
{
	struct arena *arena = arena_new();
	char *temporary;
	int fd = make_temporary(arena, diag, path, &temporary);
	bool done = false;

	if (fd >= 0) {
		done = write_all(fd, bytes, length);
		done = close(fd) == 0 && done;
		if (done) {
			done = file_commit(diag, temporary, path);
		} else {
			diag_failure(diag, path, errno, "cannot be written");
			file_discard(temporary);
		}
	}
	arena_free(arena);
	return done;
}

struct listing {
	struct arena *arena;
	struct diag *diag;
	const char *const *endings; /* ended by NULL */
	char **paths;
	size_t n_paths;
};

static bool ends_in(const char *name, const char *const *endings)
{
	size_t n_name = strlen(name);

	for (; *endings != NULL; endings++) {
		size_t n = strlen(*endings);

		if (n_name > n && strcmp(name + n_name - n, *endings) == 0)
			return true;
	}
	return false;
}

/* Links to folders are not followed, so the walk ends. */
static void list_folder(struct listing *listing, const char *folder, size_t depth)
{
	DIR *open_folder = depth < DEPTH_MAX ? opendir(folder) : NULL;
	struct dirent *entry;

	if (open_folder == NULL) {
		report_unreadable(listing->diag, folder, depth < DEPTH_MAX ? errno : ELOOP);
		return;
	}
	while ((entry = readdir(open_folder)) != NULL) {
		char *path = file_join(listing->arena, folder, entry->d_name);
		struct stat status;

		if (entry->d_name[0] == '.' || lstat(path, &status) != 0)
			continue;
		if (S_ISDIR(status.st_mode)) {
			list_folder(listing, path, depth + 1);
		} else if (ends_in(entry->d_name, listing->endings)) {
			listing->paths = arena_push(listing->arena, listing->paths,
			                            listing->n_paths, sizeof *listing->paths);
			listing->paths[listing->n_paths++] = path;
		}
	}
	closedir(open_folder);
}

static int compare_paths(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

size_t file_list(struct arena *arena, struct diag *diag, const char *folder,
                 const char *const *endings, char ***paths)
{
	struct listing listing = {arena, diag, endings, NULL, 0};

	list_folder(&listing, folder, 0);
	if (listing.n_paths > 1)
		qsort(listing.paths, listing.n_paths, sizeof *listing.paths, compare_paths);
	*paths = listing.paths;
	return listing.n_paths;
}
