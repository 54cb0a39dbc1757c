#include "unit.h"

#include <math.h>

#include "base/date.h"
#include "score/score.h"
#include "score_bench.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum { MOMENT, METRIC, READING };
enum { MOMENT_SUM, MOMENT_COUNT };
enum { METRIC_MOMENT, METRIC_PROGRESS, METRIC_GAIN, METRIC_NOW, METRIC_BASELINE, METRIC_GOAL,
       METRIC_CHECKED, METRIC_AGE, METRIC_TOTAL };
enum { READING_METRIC, READING_DATE, READING_VALUE };

/* Computed columns stand before those that they are made of. */
static const struct record_column moment_columns[] = {
	[MOMENT_SUM] = {.id = "progress", .type = COLUMN_COMPUTED, .computation = COMPUTE_SUM,
	                .sources = {{METRIC, METRIC_PROGRESS, METRIC_MOMENT}}, .n_sources = 1},
	[MOMENT_COUNT] = {.id = "metrics", .type = COLUMN_COMPUTED, .computation = COMPUTE_COUNT,
	                  .sources = {{METRIC, SIZE_MAX, METRIC_MOMENT}}, .n_sources = 1},
};

static const struct record_column metric_columns[] = {
	[METRIC_MOMENT] = {.id = "moment", .type = COLUMN_REFERENCE, .record = MOMENT},
	[METRIC_PROGRESS] = {.id = "progress", .type = COLUMN_COMPUTED,
	                     .computation = COMPUTE_PROGRESS,
	                     .sources = {{METRIC, METRIC_BASELINE, SIZE_MAX},
	                                 {METRIC, METRIC_NOW, SIZE_MAX},
	                                 {METRIC, METRIC_GOAL, SIZE_MAX}}, .n_sources = 3},
	[METRIC_GAIN] = {.id = "gain", .type = COLUMN_COMPUTED, .computation = COMPUTE_DIFFERENCE,
	                 .sources = {{METRIC, METRIC_GOAL, SIZE_MAX},
	                             {METRIC, METRIC_BASELINE, SIZE_MAX}}, .n_sources = 2},
	[METRIC_NOW] = {.id = "now", .type = COLUMN_COMPUTED, .computation = COMPUTE_LATEST,
	                .sources = {{READING, READING_VALUE, READING_METRIC},
	                            {READING, READING_DATE, READING_METRIC}}, .n_sources = 2},
	[METRIC_BASELINE] = {.id = "baseline", .type = COLUMN_NUMBER, .none = "none yet"},
	[METRIC_GOAL] = {.id = "goal", .type = COLUMN_NUMBER},
	[METRIC_CHECKED] = {.id = "checked", .type = COLUMN_DATE},
	[METRIC_AGE] = {.id = "age", .type = COLUMN_COMPUTED, .computation = COMPUTE_AGE,
	                .sources = {{METRIC, METRIC_CHECKED, SIZE_MAX}}, .n_sources = 1},
	[METRIC_TOTAL] = {.id = "total", .type = COLUMN_COMPUTED, .computation = COMPUTE_SUM,
	                  .sources = {{METRIC, METRIC_BASELINE, SIZE_MAX},
	                              {READING, READING_VALUE, READING_METRIC}}, .n_sources = 2},
};

static const struct record_column reading_columns[] = {
	[READING_METRIC] = {.id = "metric", .type = COLUMN_REFERENCE, .record = METRIC},
	[READING_DATE] = {.id = "date", .type = COLUMN_DATE},
	[READING_VALUE] = {.id = "value", .type = COLUMN_NUMBER},
};

static struct record record_of(struct arena *arena, const char *id,
                               const struct record_column *columns, size_t n)
{
	struct record record = {.id = id, .label = SIZE_MAX, .n_columns = n};

	record.columns = ARENA_ARRAY(arena, struct record_column, n);
	memcpy(record.columns, columns, n * sizeof *columns);
	return record;
}

/* A consensus sheet of 2026-09-30 with room for 16 rows of each record, for a
 * framework without a single item. */
static struct sheet *new_sheet(struct arena *arena, struct answers **answers)
{
	struct framework *framework =
	    fixture_framework(arena, NULL, NULL, 0, fixture_status(arena));
	struct sheet *sheet;

	framework->n_records = 3;
	framework->records = ARENA_ARRAY(arena, struct record, 3);
	framework->records[MOMENT] =
	    record_of(arena, "moment", moment_columns, N(moment_columns));
	framework->records[METRIC] =
	    record_of(arena, "metric", metric_columns, N(metric_columns));
	framework->records[READING] =
	    record_of(arena, "reading", reading_columns, N(reading_columns));
	*answers = fixture_answers(arena, framework);
	sheet = &(*answers)->sheets[(*answers)->n_sheets++];
	sheet->kind = SHEET_CONSENSUS;
	sheet->wave = "w1";
	sheet->respondent = "";
	sheet->date = "2026-09-30";
	sheet->records = ARENA_ARRAY(arena, struct record_rows, 3);
	for (size_t r = 0; r < 3; r++)
		sheet->records[r].rows = ARENA_ARRAY(arena, struct record_row, 16);
	return sheet;
}

static struct value *add_row(struct arena *arena, struct sheet *sheet, size_t record,
                             size_t n_columns)
{
	struct record_rows *rows = &sheet->records[record];
	struct record_row *row = &rows->rows[rows->n_rows++];

	row->id = arena_printf(arena, "row-%zu", rows->n_rows);
	row->values = ARENA_ARRAY(arena, struct value, n_columns);
	return row->values;
}

static struct value given(double number)
{
	return isnan(number) ? (struct value){0}
	                     : (struct value){.given = true, .number = number, .text = "?"};
}

static struct value *add_metric(struct arena *arena, struct sheet *sheet, double moment,
                                double baseline, double goal)
{
	struct value *values = add_row(arena, sheet, METRIC, N(metric_columns));

	values[METRIC_MOMENT] = given(moment);
	values[METRIC_BASELINE] = given(baseline);
	values[METRIC_GOAL] = given(goal);
	return values;
}

static void add_reading(struct arena *arena, struct sheet *sheet, double metric, const char *date,
                        double value)
{
	struct value *values = add_row(arena, sheet, READING, N(reading_columns));

	values[READING_METRIC] = given(metric);
	values[READING_DATE] = given(date_days(date));
	values[READING_VALUE] = given(value);
}

static const struct value *cell(struct arena *arena, const struct answers *answers, size_t record,
                                size_t row, size_t column)
{
	return &score_wave(arena, answers, "w1")->records[record].rows[row].values[column];
}

static void assert_empty(const struct value *value)
{
	assert_false(value->given);
	assert_false(value->none);
	assert_string_equal(value->text, "");
}

/* Counted with the calendar: 1970 has 365 days, of 1972 February has 29; from
 * 2000-03-01 to 2026-09-30 there are 26 x 365 + 6 leap days (2004 .. 2024) + 213
 * = 9709, and 2000-03-01 is day 11017. */
static void days_of_dates(void **state)
{
	(void)state;
	assert_near(date_days("1970-01-01"), 0);
	assert_near(date_days("1971-01-01"), 365);
	assert_near(date_days("1972-02-29"), 789);
	assert_near(date_days("1972-03-01"), 790);
	assert_near(date_days("1969-12-31"), -1);
	assert_near(date_days("2000-03-01"), 11017);
	assert_near(date_days("2026-09-30"), 20726);
	assert_true(isnan(date_days(NULL)));
	assert_true(isnan(date_days("")));
	assert_true(isnan(date_days("2026-09")));
	assert_true(isnan(date_days("2026-09-30x")));
}

/* From 8.4 toward 4: 6.2 has gone 2.2 of 4.4, half the way; 3 is beyond the goal,
 * 5.4 / 4.4; 9.5 is a quarter of the way back. */
static void progress(void **state)
{
	(void)state;
	assert_near(score_progress(8.4, 6.2, 4), 0.5);
	assert_near(score_progress(8.4, 3, 4), 5.4 / 4.4);
	assert_near(score_progress(8.4, 9.5, 4), -0.25);
	assert_near(score_progress(0, 30, 40), 0.75);
	assert_true(isnan(score_progress(4, 3, 4)));
	assert_true(isnan(score_progress(NAN, 3, 4)));
	assert_true(isnan(score_progress(8.4, NAN, 4)));
	assert_true(isnan(score_progress(8.4, 3, NAN)));
}

/* Metric 0: 10 to 20, last reading 15: 0.5, gain 10. Metric 1: 8 to 4, reading 7:
 * 0.25. Both serve moment 1, which has 0.75 of two metrics; moment 0 has none. */
static void computed_from_computed(void **state)
{
	struct answers *answers;
	struct sheet *sheet = new_sheet(*state, &answers);
	const struct value *value;

	add_row(*state, sheet, MOMENT, N(moment_columns));
	add_row(*state, sheet, MOMENT, N(moment_columns));
	add_metric(*state, sheet, 1, 10, 20);
	add_metric(*state, sheet, 1, 8, 4);
	add_reading(*state, sheet, 1, "2026-03-31", 7);
	add_reading(*state, sheet, 0, "2026-06-30", 15);
	add_reading(*state, sheet, 0, "2026-03-31", 12);
	assert_near(cell(*state, answers, METRIC, 0, METRIC_NOW)->number, 15);
	assert_near(cell(*state, answers, METRIC, 0, METRIC_PROGRESS)->number, 0.5);
	assert_near(cell(*state, answers, METRIC, 0, METRIC_GAIN)->number, 10);
	assert_near(cell(*state, answers, METRIC, 0, METRIC_TOTAL)->number, 37);
	assert_near(cell(*state, answers, METRIC, 1, METRIC_PROGRESS)->number, 0.25);
	assert_near(cell(*state, answers, METRIC, 1, METRIC_GAIN)->number, -4);
	value = cell(*state, answers, MOMENT, 1, MOMENT_SUM);
	assert_true(value->given);
	assert_false(value->none);
	assert_string_equal(value->text, "");
	assert_near(value->number, 0.75);
	assert_near(cell(*state, answers, MOMENT, 1, MOMENT_COUNT)->number, 2);
	assert_empty(cell(*state, answers, MOMENT, 0, MOMENT_SUM));
	assert_true(cell(*state, answers, MOMENT, 0, MOMENT_COUNT)->given);
	assert_near(cell(*state, answers, MOMENT, 0, MOMENT_COUNT)->number, 0);
	assert_false(sheet->records[METRIC].rows[0].values[METRIC_NOW].given);
}

/* Readings without a value, a date or a metric, and those after the sheet, are
 * passed over; of two on one day the later row counts. */
static void latest(void **state)
{
	struct answers *answers;
	struct sheet *sheet = new_sheet(*state, &answers);

	add_metric(*state, sheet, NAN, 10, 20);
	add_reading(*state, sheet, 0, "2026-09-30", 11);
	add_reading(*state, sheet, 0, "2026-09-30", 12);
	add_reading(*state, sheet, 0, "2025-09-30", 13);
	add_reading(*state, sheet, 0, "2026-10-01", 14);
	add_reading(*state, sheet, 0, "2026-09-30", NAN);
	add_reading(*state, sheet, 0, NULL, 15);
	add_reading(*state, sheet, NAN, "2026-09-30", 16);
	assert_near(cell(*state, answers, METRIC, 0, METRIC_NOW)->number, 12);
	sheet->date = NULL;
	assert_near(cell(*state, answers, METRIC, 0, METRIC_NOW)->number, 14);
	sheet->date = "2025-01-01";
	assert_empty(cell(*state, answers, METRIC, 0, METRIC_NOW));
	assert_empty(cell(*state, answers, METRIC, 0, METRIC_PROGRESS));
}

/* From 2025-09-30 to 2026-09-30 365 days. */
static void age(void **state)
{
	struct answers *answers;
	struct sheet *sheet = new_sheet(*state, &answers);
	struct value *values = add_metric(*state, sheet, NAN, 1, 2);

	assert_empty(cell(*state, answers, METRIC, 0, METRIC_AGE));
	values[METRIC_CHECKED] = given(date_days("2025-09-30"));
	assert_near(cell(*state, answers, METRIC, 0, METRIC_AGE)->number, 365);
	sheet->date = NULL;
	assert_empty(cell(*state, answers, METRIC, 0, METRIC_AGE));
}

static void none_yet_is_no_number(void **state)
{
	struct answers *answers;
	struct sheet *sheet = new_sheet(*state, &answers);
	struct value *values = add_metric(*state, sheet, NAN, NAN, 20);

	values[METRIC_BASELINE] = (struct value){.none = true, .text = "none yet"};
	add_reading(*state, sheet, 0, "2026-03-31", 12);
	assert_empty(cell(*state, answers, METRIC, 0, METRIC_PROGRESS));
	assert_empty(cell(*state, answers, METRIC, 0, METRIC_GAIN));
	assert_near(cell(*state, answers, METRIC, 0, METRIC_TOTAL)->number, 12);
	assert_true(cell(*state, answers, METRIC, 0, METRIC_BASELINE)->none);
	assert_string_equal(cell(*state, answers, METRIC, 0, METRIC_BASELINE)->text, "none yet");
	/* a goal that is the baseline is no way to go */
	values[METRIC_BASELINE] = given(20);
	assert_empty(cell(*state, answers, METRIC, 0, METRIC_PROGRESS));
	assert_near(cell(*state, answers, METRIC, 0, METRIC_GAIN)->number, 0);
}

static void no_rows(void **state)
{
	struct answers *answers;
	struct sheet *sheet = new_sheet(*state, &answers);
	const struct scores *scores = score_wave(*state, answers, "w1");

	for (size_t r = 0; r < 3; r++)
		assert_int_equal(scores->records[r].n_rows, 0);
	assert_true(isnan(scores->consensus[0].value));
	assert_true(scores->position == SIZE_MAX);
	sheet->records = NULL;
	assert_int_equal(score_wave(*state, answers, "w1")->records[METRIC].n_rows, 0);
	answers->n_sheets = 0;
	scores = score_wave(*state, answers, "w1");
	assert_non_null(scores->records);
	assert_int_equal(scores->records[METRIC].n_rows, 0);
	assert_null(scores->consensus);
}

/* Each of 2,000 metrics has 10 readings; the value is the number of the reading,
 * and the last day is the tenth: 1 + 2 + .. + 10 = 55. */
static void many_rows(void **state)
{
	struct answers *answers;
	struct sheet *sheet = new_sheet(*state, &answers);
	const struct record_rows *metrics;
	size_t n = 2000;

	sheet->records[METRIC].rows = ARENA_ARRAY(*state, struct record_row, n);
	sheet->records[READING].rows = ARENA_ARRAY(*state, struct record_row, 10 * n);
	for (size_t i = 0; i < n; i++)
		add_metric(*state, sheet, NAN, NAN, NAN);
	for (size_t i = 0; i < 10 * n; i++)
		add_reading(*state, sheet, (double)(i % n),
		            arena_printf(*state, "2026-01-%02zu", 1 + i / n), 1 + (double)(i / n));
	metrics = &score_wave(*state, answers, "w1")->records[METRIC];
	for (size_t i = 0; i < n; i++) {
		assert_near(metrics->rows[i].values[METRIC_NOW].number, 10);
		assert_near(metrics->rows[i].values[METRIC_TOTAL].number, 55);
	}
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(days_of_dates),
		TEST(progress),
		TEST(computed_from_computed),
		TEST(latest),
		TEST(age),
		TEST(none_yet_is_no_number),
		TEST(no_rows),
		TEST(many_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
