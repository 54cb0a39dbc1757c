/* Files made of strings, and what was recorded about them as one string. */
#ifndef WAYMARK_YAML_FIXTURE_H
#define WAYMARK_YAML_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "unit.h"

struct fixture {
	struct arena *arena;
	struct diag *diag;
	char folder[32];
};

static int fixture_setup(void **state)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);

	assert_non_null(fixture);
	fixture->arena = arena_new();
	fixture->diag = diag_new(fixture->arena);
	strcpy(fixture->folder, "/tmp/waymark-XXXXXX");
	assert_non_null(mkdtemp(fixture->folder));
	*state = fixture;
	return 0;
}

static int fixture_teardown(void **state)
{
	struct fixture *fixture = *state;
	static const char *const endings[] = {".yaml", NULL};
	char **paths;
	size_t n = file_list(fixture->arena, fixture->diag, fixture->folder, endings, &paths);

	for (size_t i = 0; i < n; i++)
		remove(paths[i]);
	assert_int_equal(rmdir(fixture->folder), 0);
	arena_free(fixture->arena);
	free(fixture);
	return 0;
}

static inline const char *fixture_bytes(struct fixture *fixture, const char *name,
                                        const char *bytes, size_t length)
{
	const char *path = file_join(fixture->arena, fixture->folder, name);

	assert_true(file_replace(fixture->diag, path, bytes, length));
	return path;
}

static inline const char *fixture_file(struct fixture *fixture, const char *name,
                                       const char *text)
{
	return fixture_bytes(fixture, name, text, strlen(text));
}

/* The recorded problems hold these words. */
static inline void assert_says(struct fixture *fixture, const char *words)
{
	struct buf out = {.arena = fixture->arena};

	diag_write(fixture->diag, &out);
	if (strstr(buf_text(&out), words) == NULL)
		fail_msg("not said: %s\nbut:\n%s", words, buf_text(&out));
}

#endif
