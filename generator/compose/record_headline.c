#include <math.h>
#include <stdint.h>

#include "compose/composer.h"
#include "compose/coverage.h"
#include "compose/record_gauge.h"
#include "compose/record_rows.h"
#include "compose/report.h"

enum { NAMED_AT_MOST = 2 };

static bool says_something(const struct record *record)
{
	return record_has_progress(record) || record_can_cover(record);
}

/* Names of the rows on one course: nothing when they are too many to name. */
static const char *names_on(struct composer *composer, const struct selection *selection,
                            const struct gauge *gauge, enum course course)
{
	const char *names[NAMED_AT_MOST];
	size_t n = 0;

	for (size_t i = 0; i < selection->n_rows; i++) {
		if (gauge_course(gauge, selection->rows[i]) != course)
			continue;
		if (n == NAMED_AT_MOST)
			return NULL;
		names[n++] = row_label(selection->kind, selection->rows[i]);
	}
	return n == 0 ? NULL : composer_join(composer, names, n);
}

static size_t count_without(const struct selection *selection, size_t column)
{
	size_t n = 0;

	for (size_t i = 0; i < selection->n_rows; i++)
		if (isnan(gauge_number(selection->rows[i], column)))
			n++;
	return n;
}

static void set_count(struct composer *composer, const char *name, size_t n)
{
	composer_set_count(composer, name, n);
	composer_flag(composer, name, n > 0);
}

/* How many rows are on which course, and what others lack. */
static void set_courses(struct composer *composer, const struct selection *selection)
{
	size_t counts[COURSE_COUNT] = {0};
	struct gauge gauge;
	bool progressing = record_gauge(selection->kind, &gauge);

	for (size_t i = 0; progressing && i < selection->n_rows; i++)
		counts[gauge_course(&gauge, selection->rows[i])]++;
	set_count(composer, "worse", counts[COURSE_WORSE]);
	set_count(composer, "still", counts[COURSE_STILL]);
	set_count(composer, "toward", counts[COURSE_TOWARD]);
	set_count(composer, "reached", counts[COURSE_REACHED]);
	set_count(composer, "moving", counts[COURSE_TOWARD] + counts[COURSE_REACHED]);
	set_count(composer, "compared", selection->n_rows - counts[COURSE_UNKNOWN]);
	set_count(composer, "unbased",
	          progressing ? count_without(selection, gauge.baseline) : 0);
	set_count(composer, "unread", progressing ? count_without(selection, gauge.now) : 0);
	composer_flag(composer, "progressing", progressing);
	composer_set(composer, "worse-names",
	             progressing ? names_on(composer, selection, &gauge, COURSE_WORSE) : NULL);
	composer_flag(composer, "worse-named",
	              progressing &&
	                  names_on(composer, selection, &gauge, COURSE_WORSE) != NULL);
}

/* What the rows refer to first, and how many of these nothing refers to. */
static void set_parents(struct composer *composer, const struct selection *selection)
{
	const struct record *record = selection->kind;
	const struct record_rows *parents;
	size_t by = 0, bare = 0;

	while (by < record->n_columns && record->columns[by].type != COLUMN_REFERENCE)
		by++;
	composer_flag(composer, "parents", by < record->n_columns);
	if (by == record->n_columns) {
		record_set_names(composer, "parent", record, 0);
		set_count(composer, "bare", 0);
		return;
	}
	parents = record_rows(composer, record->columns[by].record);
	for (size_t i = 0; i < parents->n_rows; i++) {
		bool found = false;

		for (size_t j = 0; j < selection->n_rows && !found; j++)
			found = record_leads(composer, record, selection->rows[j], by,
			                     &parents->rows[i]);
		bare += !found;
	}
	record_set_names(composer, "parent",
	                 &composer->framework->records[record->columns[by].record],
	                 parents->n_rows);
	set_count(composer, "bare", bare);
}

static void set_coverage(struct composer *composer, const struct selection *selection)
{
	static const char *const names[] = {"lacking-first", "lacking-second", "whole",
	                                    "uneven", "gapped"};
	struct coverage coverage;
	bool covering = !record_has_progress(selection->kind) &&
	                coverage_find(&coverage, composer, selection);

	composer_flag(composer, "covering", covering);
	for (size_t i = 0; !covering && i < sizeof names / sizeof *names; i++)
		composer_set_count(composer, names[i], 0);
}

void compose_record_headline(struct composer *composer)
{
	struct selection selection;

	if (!record_select(composer, says_something, &selection))
		return;
	set_courses(composer, &selection);
	set_parents(composer, &selection);
	set_coverage(composer, &selection);
	report_add_headline(composer);
}
