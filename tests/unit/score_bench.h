/* What the tests of scoring share: an arena for each test, and numbers that
 * are nearly equal, or that cannot be said. */
#ifndef WAYMARK_SCORE_BENCH_H
#define WAYMARK_SCORE_BENCH_H

#include "unit.h"

#include "base/arena.h"
#include "score_fixture.h"

#define NEAR 1e-6

static inline int set_up(void **state)
{
	*state = arena_new();
	return 0;
}

static inline int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static inline void assert_near(double value, double expected)
{
	if (!(fabs(value - expected) <= NEAR))
		fail_msg("%.9g instead of %.9g", value, expected);
}

static inline void assert_nothing(double value)
{
	assert_true(isnan(value));
}

#endif
