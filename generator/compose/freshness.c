#include <ctype.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/record_rows.h"
#include "compose/report.h"

/* A row that is older than it may be. */
struct stale {
	const struct record_row *row;
	double beyond; /* how many times its limit */
	size_t place;
};

struct freshness {
	struct composer *composer;
	const struct selection *selection;
	size_t age;
	const char *limits; /* "weekly 14 monthly 45": options and days */
	struct stale *stale;
	size_t n_stale;
};

static bool has_age(const struct record *record)
{
	return record_find_computation(record, COMPUTE_AGE) != SIZE_MAX;
}

/* The days behind a name in the list of limits, or NAN. */
static double limit_named(const char *limits, const char *name)
{
	size_t length = strlen(name);

	for (const char *at = limits; at != NULL && *at != '\0';) {
		size_t word = strcspn(at, " \n");
		bool found = word == length && strncmp(at, name, length) == 0;

		at += word;
		at += strspn(at, " \n");
		if (found)
			return isdigit((unsigned char)*at) ? strtod(at, NULL) : NAN;
	}
	return NAN;
}

/* What the options of the row allow, else the days that the section counts. */
static double limit_of(const struct freshness *freshness, const struct record_row *row)
{
	const struct record *record = freshness->selection->kind;
	double count = freshness->composer->section->count;

	for (size_t i = 0; i < record->n_columns; i++) {
		const struct record_column *column = &record->columns[i];
		double option = record_number(&row->values[i]), limit;

		if (column->type != COLUMN_CHOICE || isnan(option))
			continue;
		limit = limit_named(freshness->limits, column->options[(size_t)option].id);
		if (!isnan(limit))
			return limit;
	}
	return count > 0 ? count : NAN;
}

static int by_excess(const void *a, const void *b)
{
	const struct stale *x = a, *y = b;

	if (x->beyond != y->beyond)
		return x->beyond < y->beyond ? 1 : -1;
	return (x->place > y->place) - (x->place < y->place);
}

/* Sorts rows by their age; sets {stale#}, {fresh#}, {undated#} and {undated-names},
 * {unlimited#}: those of which nothing says how old they may be. */
static void judge(struct freshness *freshness)
{
	struct composer *composer = freshness->composer;
	const struct selection *selection = freshness->selection;
	const char **undated = ARENA_ARRAY(composer->arena, const char *, selection->n_rows + 1);
	size_t n_undated = 0, unlimited = 0;

	freshness->stale = ARENA_ARRAY(composer->arena, struct stale, selection->n_rows + 1);
	for (size_t i = 0; i < selection->n_rows; i++) {
		const struct record_row *row = selection->rows[i];
		double age = record_number(&row->values[freshness->age]);
		double limit = limit_of(freshness, row);

		if (isnan(age))
			undated[n_undated++] = row_label(selection->kind, row);
		else if (isnan(limit))
			unlimited++;
		else if (age > limit)
			freshness->stale[freshness->n_stale++] =
			    (struct stale){row, age / fmax(limit, 1), i};
	}
	if (freshness->n_stale > 0)
		qsort(freshness->stale, freshness->n_stale, sizeof *freshness->stale, by_excess);
	composer_set_count(composer, "stale", freshness->n_stale);
	composer_set_count(composer, "undated", n_undated);
	composer_set_count(composer, "unlimited", unlimited);
	composer_set_count(composer, "fresh", selection->n_rows - freshness->n_stale -
	                                          n_undated - unlimited);
	composer_set(composer, "undated-names",
	             composer_join_parts(composer, undated, n_undated));
	composer_flag(composer, "stale", freshness->n_stale > 0);
	composer_flag(composer, "undated", n_undated > 0);
	composer_flag(composer, "all-undated", n_undated == selection->n_rows);
	composer_flag(composer, "unlimited", unlimited > 0);
}

static void add_stale(struct freshness *freshness)
{
	struct composer *composer = freshness->composer;
	struct selection shown = *freshness->selection;
	const size_t *columns;
	size_t n;

	shown.rows = ARENA_ARRAY(composer->arena, const struct record_row *, freshness->n_stale);
	shown.n_rows = freshness->n_stale;
	for (size_t i = 0; i < freshness->n_stale; i++)
		shown.rows[i] = freshness->stale[i].row;
	columns = record_columns(composer, shown.kind, &n);
	if (n > 0)
		composer_add(composer, BLOCK_TABLE)->table =
		    record_table(composer, &shown, columns, n);
}

void compose_freshness(struct composer *composer)
{
	struct selection selection;
	struct freshness freshness = {.composer = composer, .selection = &selection};
	struct blocks outer;

	if (!record_select(composer, has_age, &selection) || !has_age(selection.kind))
		return;
	freshness.age = record_find_computation(selection.kind, COMPUTE_AGE);
	freshness.limits = composer_say(composer, "limits");
	judge(&freshness);
	outer = report_open_section(composer);
	if (freshness.n_stale > 0)
		add_stale(&freshness);
	else
		composer_add_paragraphs(composer, STYLE_BODY, composer_say(composer, "none"));
	composer_add_paragraphs(composer, STYLE_NOTE, composer_say(composer, "undated"));
	report_close_section(composer, outer);
}
