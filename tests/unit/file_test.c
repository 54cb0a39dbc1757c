#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"

struct place {
	struct arena *arena;
	struct diag *diag;
	char folder[32];
};

static int open_place(void **state)
{
	struct place *place = calloc(1, sizeof *place);

	if (place == NULL)
		return -1;
	place->arena = arena_new();
	place->diag = diag_new(place->arena);
	strcpy(place->folder, "/tmp/waymark-XXXXXX");
	*state = place;
	return mkdtemp(place->folder) == NULL ? -1 : 0;
}

static int close_place(void **state)
{
	struct place *place = *state;
	char *command = arena_printf(place->arena, "rm -rf %s", place->folder);
	int code = system(command);

	arena_free(place->arena);
	free(place);
	return code;
}

static const char *const yaml[] = {".yaml", NULL};
static const char *const txt[] = {".txt", NULL};

static void replaces_a_file_whole(void **state)
{
	struct place *place = *state;
	char *path = file_join(place->arena, place->folder, "a.txt"), **paths;
	struct source *source;

	assert_true(file_replace(place->diag, path, "old", 3));
	assert_true(file_replace(place->diag, path, "newer", 5));
	source = file_read(place->arena, place->diag, path, 100);
	assert_non_null(source);
	assert_int_equal(source->length, 5);
	assert_string_equal(source->text, "newer");
	/* no temporary file is left behind */
	assert_int_equal(file_list(place->arena, place->diag, place->folder, txt, &paths), 1);
	assert_string_equal(paths[0], path);
}

static void keeps_the_mode_of_the_old_file(void **state)
{
	struct place *place = *state;
	char *path = file_join(place->arena, place->folder, "a.txt");
	struct stat status;

	assert_true(file_replace(place->diag, path, "old", 3));
	assert_int_equal(chmod(path, 0600), 0);
	assert_true(file_replace(place->diag, path, "new", 3));
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0600);
}

static void does_not_replace_a_pipe(void **state)
{
	struct place *place = *state;
	char *path = file_join(place->arena, place->folder, "pipe"), **paths;
	struct stat status;

	assert_int_equal(mkfifo(path, 0600), 0);
	assert_false(file_replace(place->diag, path, "x", 1));
	assert_true(diag_failed(place->diag));
	assert_int_equal(stat(path, &status), 0);
	assert_true(S_ISFIFO(status.st_mode));
	assert_int_equal(file_list(place->arena, place->diag, place->folder, txt, &paths), 0);
}

static void keeps_the_old_file_when_there_is_no_folder(void **state)
{
	struct place *place = *state;
	char *path = arena_printf(place->arena, "%s/none/a.txt", place->folder);

	assert_false(file_replace(place->diag, path, "x", 1));
	assert_true(diag_failed(place->diag));
	assert_false(file_exists(path));
}

static void refuses_large_files_and_folders(void **state)
{
	struct place *place = *state;
	char *path = file_join(place->arena, place->folder, "a.txt");

	assert_true(file_replace(place->diag, path, "12345", 5));
	assert_null(file_read(place->arena, place->diag, path, 4));
	assert_null(file_read(place->arena, place->diag, place->folder, 100));
	assert_int_equal(diag_n_errors(place->diag), 2);
	assert_false(diag_failed(place->diag));
}

static void a_missing_file_is_the_users_error(void **state)
{
	struct place *place = *state;

	assert_null(file_read(place->arena, place->diag, "/none/such", 100));
	assert_int_equal(diag_n_errors(place->diag), 1);
	assert_false(diag_failed(place->diag));
}

static void lists_files_in_order_and_follows_no_links(void **state)
{
	struct place *place = *state;
	char *below = file_join(place->arena, place->folder, "b"), **paths;

	assert_true(file_make_folder(place->diag, below));
	assert_true(file_make_folder(place->diag, below));
	assert_int_equal(symlink(place->folder, file_join(place->arena, below, "loop")), 0);
	assert_true(file_replace(place->diag, file_join(place->arena, below, "2.yaml"), "", 0));
	assert_true(file_replace(place->diag, file_join(place->arena, place->folder, "a.yaml"), "",
	                         0));
	assert_true(file_replace(place->diag, file_join(place->arena, place->folder, ".h.yaml"),
	                         "", 0));
	assert_int_equal(file_list(place->arena, place->diag, place->folder, yaml, &paths), 2);
	assert_string_equal(file_base_name(paths[0]), "a.yaml");
	assert_string_equal(file_base_name(paths[1]), "2.yaml");
}

static void knows_one_file_by_two_names(void **state)
{
	struct place *place = *state;
	char *path = file_join(place->arena, place->folder, "a.txt");
	char *other = file_join(place->arena, place->folder, "b.txt");

	assert_true(file_replace(place->diag, path, "x", 1));
	assert_false(file_is_same(path, other));
	assert_int_equal(link(path, other), 0);
	assert_true(file_is_same(path, other));
}

static void joins_paths(void **state)
{
	struct place *place = *state;

	assert_string_equal(file_join(place->arena, "a/", "b"), "a/b");
	assert_string_equal(file_join(place->arena, "/", "b"), "/b");
	assert_string_equal(file_base_name("a/b"), "b");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(replaces_a_file_whole, open_place, close_place),
		cmocka_unit_test_setup_teardown(keeps_the_mode_of_the_old_file, open_place,
		                                close_place),
		cmocka_unit_test_setup_teardown(does_not_replace_a_pipe, open_place, close_place),
		cmocka_unit_test_setup_teardown(keeps_the_old_file_when_there_is_no_folder,
		                                open_place, close_place),
		cmocka_unit_test_setup_teardown(refuses_large_files_and_folders, open_place,
		                                close_place),
		cmocka_unit_test_setup_teardown(a_missing_file_is_the_users_error, open_place,
		                                close_place),
		cmocka_unit_test_setup_teardown(lists_files_in_order_and_follows_no_links,
		                                open_place, close_place),
		cmocka_unit_test_setup_teardown(knows_one_file_by_two_names, open_place,
		                                close_place),
		cmocka_unit_test_setup_teardown(joins_paths, open_place, close_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
