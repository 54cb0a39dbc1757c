#include "unit.h"

#include <string.h>

#include "base/arena.h"
#include "score/disclosure.h"

/* Releases the people from..to. */
static bool release(struct disclosure *disclosure, size_t n, size_t from, size_t to)
{
	bool members[64] = {false};

	assert_true(n <= 64);
	for (size_t i = from; i < to; i++)
		members[i] = true;
	return disclosure_release(disclosure, members);
}

/* 10, 8, 5 and 3 people: the 3 alone could be worked out from the whole less the others, so the
 * 5 stay withheld too. */
static void withholds_a_second_group_with_the_smallest(void **state)
{
	struct arena *arena = arena_new();
	struct disclosure *disclosure = disclosure_new(arena, 26, 5);

	(void)state;
	assert_true(release(disclosure, 26, 0, 26));
	assert_true(release(disclosure, 26, 0, 10));
	assert_true(release(disclosure, 26, 10, 18));
	assert_false(release(disclosure, 26, 18, 23));
	assert_false(release(disclosure, 26, 23, 26));
	arena_free(arena);
}

static void shows_all_groups_that_are_large_enough(void **state)
{
	struct arena *arena = arena_new();
	struct disclosure *disclosure = disclosure_new(arena, 20, 5);

	(void)state;
	assert_true(release(disclosure, 20, 0, 20));
	for (size_t i = 0; i < 4; i++)
		assert_true(release(disclosure, 20, 5 * i, 5 * i + 5));
	arena_free(arena);
}

/* Two groups that overlap: one less the other leaves two people with a plus and two with a
 * minus, fewer than five. */
static void sees_through_overlaps(void **state)
{
	struct arena *arena = arena_new();
	struct disclosure *disclosure = disclosure_new(arena, 30, 5);

	(void)state;
	assert_true(release(disclosure, 30, 0, 10));
	assert_false(release(disclosure, 30, 2, 12));
	assert_true(release(disclosure, 30, 5, 15));
	arena_free(arena);
}

/* Three overlapping groups of which no two give anything away: a + b - c leaves two people. */
static void sees_through_sums_of_three(void **state)
{
	struct arena *arena = arena_new();
	struct disclosure *disclosure = disclosure_new(arena, 30, 5);

	(void)state;
	assert_true(release(disclosure, 30, 0, 8));
	assert_true(release(disclosure, 30, 8, 16));
	assert_false(release(disclosure, 30, 0, 18));
	assert_true(release(disclosure, 30, 0, 21));
	arena_free(arena);
}

static void shows_no_small_and_no_empty_group(void **state)
{
	struct arena *arena = arena_new();
	struct disclosure *disclosure = disclosure_new(arena, 9, 5);

	(void)state;
	assert_false(release(disclosure, 9, 0, 4));
	assert_false(release(disclosure, 9, 0, 0));
	assert_true(release(disclosure, 9, 0, 9));
	arena_free(arena);
}

/* More groups than there is room for are withheld, not forgotten. */
static void ends_with_its_room(void **state)
{
	struct arena *arena = arena_new();
	struct disclosure *disclosure = disclosure_new(arena, 400, 5);
	bool members[400];
	size_t shown = 0;

	(void)state;
	for (size_t i = 0; i < 80; i++) {
		memset(members, 0, sizeof members);
		for (size_t j = 0; j < 5; j++)
			members[5 * i + j] = true;
		shown += disclosure_release(disclosure, members);
	}
	assert_int_equal(shown, 64);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(withholds_a_second_group_with_the_smallest),
		cmocka_unit_test(shows_all_groups_that_are_large_enough),
		cmocka_unit_test(sees_through_overlaps),
		cmocka_unit_test(sees_through_sums_of_three),
		cmocka_unit_test(shows_no_small_and_no_empty_group),
		cmocka_unit_test(ends_with_its_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
