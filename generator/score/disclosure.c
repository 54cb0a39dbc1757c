#include "score/disclosure.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

enum { GROUPS_MAX = 64, STEPS_MAX = 200000 };

static const double nothing = 1e-9;

struct disclosure {
	struct arena *arena;
	size_t n_people, minimum;
	uint64_t *memberships; /* [n_people]: a bit for each group that was released */
	size_t n_groups;
};

/* People in the same groups cannot be told apart: they are one column of the matrix. */
struct system {
	size_t n_atoms, n_rows;
	size_t *sizes; /* [n_atoms], people */
	double *rows;  /* [n_rows][n_atoms], reduced */
	size_t *leads; /* [n_rows], the atom where the row begins with 1 */
};

struct search {
	const struct system *system;
	size_t minimum, steps;
	double *sum; /* [n_atoms], of the rows that were taken */
};

struct disclosure *disclosure_new(struct arena *arena, size_t n_people, size_t minimum)
{
	struct disclosure *disclosure = ARENA_NEW(arena, struct disclosure);

	disclosure->arena = arena;
	disclosure->n_people = n_people;
	disclosure->minimum = minimum;
	disclosure->memberships = ARENA_ARRAY(arena, uint64_t, n_people);
	return disclosure;
}

static size_t find_atom(const uint64_t *kinds, size_t n, uint64_t kind)
{
	size_t i = 0;

	while (i < n && kinds[i] != kind)
		i++;
	return i;
}

/* People who are in no group are in no column. */
static uint64_t *find_atoms(struct arena *arena, const uint64_t *memberships, size_t n_people,
                            struct system *system)
{
	uint64_t *kinds = ARENA_ARRAY(arena, uint64_t, n_people);

	system->sizes = ARENA_ARRAY(arena, size_t, n_people);
	for (size_t i = 0; i < n_people; i++) {
		size_t atom;

		if (memberships[i] == 0)
			continue;
		atom = find_atom(kinds, system->n_atoms, memberships[i]);
		if (atom == system->n_atoms)
			kinds[system->n_atoms++] = memberships[i];
		system->sizes[atom]++;
	}
	return kinds;
}

static void swap_rows(struct system *system, size_t a, size_t b)
{
	for (size_t i = 0; i < system->n_atoms; i++) {
		double *x = &system->rows[a * system->n_atoms + i];
		double *y = &system->rows[b * system->n_atoms + i], kept = *x;

		*x = *y;
		*y = kept;
	}
}

static void subtract(struct system *system, size_t from, size_t row, double times)
{
	for (size_t i = 0; i < system->n_atoms; i++)
		system->rows[from * system->n_atoms + i] -=
		    times * system->rows[row * system->n_atoms + i];
}

/* The row from `rank` on whose entry in a column is largest; SIZE_MAX: all are 0. */
static size_t find_pivot(const struct system *system, size_t rank, size_t n_rows, size_t column)
{
	size_t best = SIZE_MAX;
	double largest = nothing;

	for (size_t i = rank; i < n_rows; i++) {
		double entry = fabs(system->rows[i * system->n_atoms + column]);

		if (entry > largest) {
			largest = entry;
			best = i;
		}
	}
	return best;
}

/* Gauss and Jordan: reduced rows, those of zeros left away. */
static void reduce(struct system *system, size_t n_rows)
{
	for (size_t column = 0; column < system->n_atoms && system->n_rows < n_rows; column++) {
		size_t rank = system->n_rows, pivot = find_pivot(system, rank, n_rows, column);
		double lead;

		if (pivot == SIZE_MAX)
			continue;
		swap_rows(system, rank, pivot);
		lead = system->rows[rank * system->n_atoms + column];
		for (size_t i = 0; i < system->n_atoms; i++)
			system->rows[rank * system->n_atoms + i] /= lead;
		for (size_t i = 0; i < n_rows; i++)
			if (i != rank)
				subtract(system, i, rank,
				         system->rows[i * system->n_atoms + column]);
		system->leads[system->n_rows++] = column;
	}
}

static struct system make_system(struct arena *arena, const uint64_t *memberships,
                                 size_t n_people, size_t n_groups)
{
	struct system system = {0};
	uint64_t *kinds = find_atoms(arena, memberships, n_people, &system);

	system.rows = ARENA_ARRAY(arena, double, n_groups * system.n_atoms);
	system.leads = ARENA_ARRAY(arena, size_t, n_groups);
	for (size_t row = 0; row < n_groups; row++)
		for (size_t i = 0; i < system.n_atoms; i++)
			system.rows[row * system.n_atoms + i] = (double)(kinds[i] >> row & 1);
	reduce(&system, n_groups);
	return system;
}

/* How many people stand behind the sum of the rows that were taken. */
static size_t count_behind(const struct search *search)
{
	size_t n = 0;

	for (size_t i = 0; i < search->system->n_atoms; i++)
		if (fabs(search->sum[i]) > nothing)
			n += search->system->sizes[i];
	return n;
}

static void add_row(struct search *search, size_t row, double times)
{
	const struct system *system = search->system;

	for (size_t i = 0; i < system->n_atoms; i++)
		search->sum[i] += times * system->rows[row * system->n_atoms + i];
}

/* Whether a sum of rows from `row` on, with what was taken before, rests on too few. `behind`
 * are the people of the leading atoms taken so far. */
static bool leaks(struct search *search, size_t row, size_t behind)
{
	const struct system *system = search->system;
	static const int times[] = {1, -1};
	bool found = false;

	for (; row < system->n_rows && !found; row++) {
		size_t more = behind + system->sizes[system->leads[row]];

		for (size_t i = 0; more < search->minimum && i < 2 && !found; i++) {
			if (++search->steps > STEPS_MAX)
				return true;
			add_row(search, row, times[i]);
			found = count_behind(search) < search->minimum ||
			        leaks(search, row + 1, more);
			add_row(search, row, -times[i]);
		}
	}
	return found;
}

bool disclosure_release(struct disclosure *disclosure, const bool *members)
{
	uint64_t bit = (uint64_t)1 << disclosure->n_groups % GROUPS_MAX;
	struct arena *arena = arena_new();
	struct search search = {.minimum = disclosure->minimum};
	struct system system;
	size_t n = 0;
	bool safe;

	for (size_t i = 0; i < disclosure->n_people; i++) {
		n += members[i];
		disclosure->memberships[i] |= members[i] ? bit : 0;
	}
	system = make_system(arena, disclosure->memberships, disclosure->n_people,
	                     disclosure->n_groups + 1);
	search.system = &system;
	search.sum = ARENA_ARRAY(arena, double, system.n_atoms);
	safe = disclosure->n_groups < GROUPS_MAX && n >= disclosure->minimum &&
	       !leaks(&search, 0, 0);
	for (size_t i = 0; !safe && i < disclosure->n_people; i++)
		disclosure->memberships[i] &= ~(members[i] ? bit : 0);
	disclosure->n_groups += safe;
	arena_free(arena);
	return safe;
}
