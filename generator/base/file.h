/* Files: read whole with a limit, written whole or not at all.
 *
 * file_replace writes to a temporary name in the same folder, checks every
 * write, fsyncs file and folder, and renames: readers see the old file or the
 * new one, never half. The mode of an old file is kept; what is no file, such
 * as a device, is not replaced. Failures are recorded with diag_failure.
 */
#ifndef WAYMARK_FILE_H
#define WAYMARK_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

struct arena;
struct diag;
struct source;

/* The content of a file of at most `limit` bytes, or NULL (recorded). A path
 * that is missing, closed, too large or no file is the user's error, anything
 * else a failure. */
struct source *file_read(struct arena *arena, struct diag *diag, const char *path, size_t limit);

/* Writes `length` bytes as the new content of `path`. */
bool file_replace(struct diag *diag, const char *path, const void *bytes, size_t length);

/* For a file that a library wrote under a name of its own in the same folder
 * or below it: syncs it and moves it into place, or removes it. */
bool file_commit(struct diag *diag, const char *temporary, const char *path);
void file_discard(const char *temporary);

bool file_is_folder(const char *path);
bool file_exists(const char *path);

/* Whether two paths lead to one file that is there. */
bool file_is_same(const char *path, const char *other);
bool file_make_folder(struct diag *diag, const char *path);

/* The files below a folder whose names end in one of the endings (".yaml"),
 * sorted by name;
 * hidden ones are passed over, links to folders are not followed. Returns their number;
 * *paths is in the arena. A missing folder is recorded. */
size_t file_list(struct arena *arena, struct diag *diag, const char *folder,
                 const char *const *endings, char ***paths);

/* Seconds since 1970 of a file's last change, 0 when it cannot be told. */
time_t file_changed(const char *path);

/* `folder/name` without a doubled slash. */
char *file_join(struct arena *arena, const char *folder, const char *name);
const char *file_base_name(const char *path);

#endif
