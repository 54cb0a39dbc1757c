#include "unit.h"

#include <stdint.h>
#include <string.h>

#include "base/file.h"
#include "score_fixture.h"
#include "xlsx/compute.h"
#include "xlsx/formula.h"
#include "xlsx/heads.h"
#include "xlsx/names.h"
#include "xlsx/plan.h"
#include "xlsx/runs.h"
#include "xlsx_fixture.h"

/* The yard of the workbook tests, with answers written down here. */
static struct answers *yard_answers(struct bench *bench, const char *sheets)
{
	return read_sheets(bench, "tests/workbook/team.yaml", sheets);
}

#define YARD "framework: yard\nversion: \"1\"\nwave: w1\n"
#define TEAM YARD "sheet: consensus\ndate: 2026-06-30\n"

/* With a sheet for each record too. */
static struct book *planned_yard(struct bench *bench, const char *sheets)
{
	struct book *book = planned(bench, yard_answers(bench, sheets));
	size_t n = book->framework->n_records;
	struct tab *tabs = ARENA_ARRAY(bench->arena, struct tab, PART_COUNT + n);

	memcpy(tabs, book->tabs, PART_COUNT * sizeof *tabs);
	for (size_t i = 0; i < n; i++) {
		tabs[PART_COUNT + i].part = PART_RECORDS;
		tabs[PART_COUNT + i].index = i;
		tabs[PART_COUNT + i].grid.name = book->framework->records[i].id;
	}
	tabs[PART_RECORDS].part = PART_COUNT;
	book->tabs = tabs;
	book->n_tabs = PART_COUNT + n;
	return book;
}

static void tells_heads_apart(void **state)
{
	struct bench *bench = *state;
	struct heads heads = {.arena = bench->arena};

	assert_string_equal(heads_add(&heads, "Data"), "Data");
	assert_string_equal(heads_add(&heads, "DATA"), "DATA 2");
	assert_string_equal(heads_add(&heads, "data 2"), "data 2 2");
	assert_string_equal(heads_add(&heads, "Data"), "Data 3");
	assert_string_equal(heads_add(&heads, "one\nline"), "one line");
}

static const char *name_record(struct bench *bench, const char *plural)
{
	struct record record = {.title = plural, .plural = plural};
	struct framework framework = {.records = &record, .n_records = 1};
	struct tab tabs[] = {{.part = PART_PLAN, .grid.name = "Plan"},
	                     {.part = PART_RECORDS}};
	struct book book = {.arena = bench->arena, .framework = &framework, .tabs = tabs,
	                    .n_tabs = 2};

	name_tab(&book, &tabs[1]);
	assert_true(name_fits(bench->arena, tabs[1].grid.name));
	return tabs[1].grid.name;
}

static void names_sheets_of_records(void **state)
{
	struct bench *bench = *state;

	assert_string_equal(name_record(bench, "Readings"), "Readings");
	assert_string_equal(name_record(bench, "PLAN"), "PLAN 2");
	assert_string_equal(name_record(bench, "History"), "History 2");
	assert_string_equal(name_record(bench, "Trees/shrubs"), "Trees shrubs");
	assert_string_equal(name_record(bench, "'All of them, in every part of it'"),
	                    "All of them, in every part of i");
	assert_string_equal(name_record(bench, "[]"), "2");
}

/* fs-1 and fs-2 are checks, which nobody need have crossed: an empty box says
 * no where the row holds any answer. Data start in column C. */
static void writes_shares_as_formulas(void **state)
{
	struct bench *bench = *state;
	struct book *book = planned_yard(bench, YARD "respondent: {id: A}\n"
	                                             "answers: {fd-1: done}\n");
	size_t statuses = framework_find(book->framework, "back-data");

	/* bd-1 and bd-2, 0.4 of what applies, at points that are done. */
	assert_string_equal(
	    formula_score(book, statuses, 3),
	    "IF(2-COUNTBLANK('data'!$L$2:$M$2)-COUNTIF('data'!$L$2:$M$2,\"does-not-apply\")"
	    ">=MAX(1,ROUNDUP(0.4*(2-COUNTIF('data'!$L$2:$M$2,\"does-not-apply\"))"
	    "-0.000000001,0)),(SUMPRODUCT(('data'!$L$2:$M$2=\"done\")*1)"
	    "+SUMPRODUCT(('data'!$L$2:$M$2=\"best\")*1))"
	    "/(2-COUNTBLANK('data'!$L$2:$M$2)-COUNTIF('data'!$L$2:$M$2,\"does-not-apply\")),\"\")");
	assert_string_equal(
	    runs_answered(book, framework_find(book->framework, "front-signs"), EVERY_KIND, 1),
	    "(18-COUNTBLANK('data'!$C$2:$T$2)>0)*"
	    "(2-COUNTIF('data'!$J$2:$K$2,\"does-not-apply\"))");
}

static const char *yard_formula(struct book *book, const char *column)
{
	size_t tree = framework_find_record(book->framework, "tree");
	const struct record *record = &book->framework->records[tree];

	return compute_formula(book, tree,
	                       &record->columns[record_find_column(record, column)], 3);
}

/* On the sheet of trees A holds the id, C what it stands below and D the name
 * of that, I the lowest, J the goal, K a day, L what it is now. */
static void writes_computed_columns(void **state)
{
	struct bench *bench = *state;
	struct book *book = planned_yard(
	    bench, TEAM "records:\n  tree: {oak: {name: Oak}, elm: {name: Elm}}\n"
	                "  reading: {r1: {tree: oak, day: 2026-01-01, value: 1}}\n");

	assert_string_equal(yard_formula(book, "progress"),
	                    "IF(COUNT(I4,L4,J4)<3,\"\",IF(J4=I4,\"\",(L4-I4)/(J4-I4)))");
	assert_string_equal(yard_formula(book, "age"),
	                    "IF(COUNT(K4,'summary'!$B$3)<2,\"\",'summary'!$B$3-K4)");
	assert_string_equal(yard_formula(book, "below"),
	                    "SUMPRODUCT(('tree'!$C$4:$C$5=A4)*(A4<>\"\"))"
	                    "+SUMPRODUCT(('reading'!$B$4=A4)*(A4<>\"\"))");
	assert_string_equal(yard_formula(book, "worth"),
	                    "IF(SUMPRODUCT(('tree'!$C$4:$C$5=A4)*(A4<>\"\")"
	                    "*ISNUMBER('tree'!$J$4:$J$5))=0,\"\","
	                    "SUMPRODUCT(('tree'!$C$4:$C$5=A4)*(A4<>\"\"),'tree'!$J$4:$J$5))");
}

static void finds_columns_of_the_plan(void **state)
{
	struct bench *bench = *state;
	struct book *book = planned_yard(bench, TEAM);
	const struct places *places = &book->places;

	/* Part, corner, id, text, answer, owner, due and its days. */
	assert_int_equal(places->n_names, 2);
	assert_int_equal(places->plan_columns[PLAN_ANSWER], 4);
	assert_int_equal(places->plan_columns[PLAN_DAYS], 7);
	assert_int_equal(places->plan_columns[PLAN_BEFORE], SIZE_MAX);
	assert_int_equal(places->plan_bottom, PLAN_TOP + 12);
	/* What both scales ask for stands in one column. */
	assert_int_equal(places->n_details, 8);
	assert_string_equal(
	    places->section_names[framework_find(book->framework, "front-data-2")], "DATA 2");
	assert_string_equal(
	    places->section_names[framework_find(book->framework, "back-data")], "Data");
	assert_float_equal(places->day, 20634, 0);
}

static size_t count_sheets(struct bench *bench, const struct answers *answers, enum part part)
{
	struct workbook_input input = {.scores = score_wave(bench->arena, answers, "w1")};

	return part_kinds[part].count(&input);
}

static void leaves_out_sheets_that_would_be_empty(void **state)
{
	struct bench *bench = *state;
	struct answers *team = yard_answers(bench, TEAM "answers: {fd-1: done}\n");
	struct answers *more = yard_answers(bench, TEAM "answers: {bt-1: \"=1+1\"}\n");
	struct answers *person = yard_answers(bench, YARD "respondent: {id: A}\n");
	struct answers *marks = fixture_answers(bench->arena, fixture_marks(bench->arena));

	assert_int_equal(count_sheets(bench, team, PART_PLAN), 1);
	assert_int_equal(count_sheets(bench, marks, PART_PLAN), 0);
	assert_int_equal(count_sheets(bench, team, PART_CONSENSUS), 0);
	assert_int_equal(count_sheets(bench, more, PART_CONSENSUS), 1);
	assert_int_equal(count_sheets(bench, team, PART_ITEMS), 0);
	assert_int_equal(count_sheets(bench, person, PART_ITEMS), 0);
	assert_int_equal(count_sheets(bench, marks, PART_ITEMS), 1);
	assert_int_equal(count_sheets(bench, team, PART_RECORDS), 3);
	/* Ratings are people's own, even before anybody answered. */
	assert_int_equal(count_sheets(bench, team, PART_DATA), 1);
	assert_int_equal(count_sheets(bench, marks, PART_RECORDS), 0);
	assert_int_equal(count_sheets(bench, team, PART_DISTRIBUTION), 0);
	assert_int_equal(count_sheets(bench, person, PART_DISTRIBUTION), 1);
	assert_int_equal(count_sheets(bench, marks, PART_DISTRIBUTION), 0);
	assert_int_equal(count_sheets(bench, team, PART_LONG), 0);
	assert_int_equal(count_sheets(bench, person, PART_LONG), 1);
	assert_int_equal(count_sheets(bench, team, PART_ACTIONS), 0);
}

/* Everything is read back and compared on the way. */
static void writes_plans_and_records(void **state)
{
	static const char *const sheets[] = {
		TEAM,
		TEAM "answers: {fd-1: {answer: done, owner: =1+1, due: 2026-01-31}, fs-1: yes}\n",
		TEAM "records:\n  note: {text: \"=2\"}\n"
		     "  tree: {oak: {name: \"_x0041_\", low: none yet, parent: oak}}\n",
		YARD "respondent: {id: A}\n"
		     "answers: {fd-1: {answer: done, paid: yes}, bt-4: 2026-01-31}\n",
	};
	struct bench *bench = *state;
	char *path = file_join(bench->arena, bench->folder, "a.xlsx");

	for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
		assert_true(write_answers(bench, yard_answers(bench, sheets[i]), path));
	assert_string_equal(problems(bench), "");
	assert_true(holds_one_file(bench));
}

static void refuses_messages_that_do_not_fit(void **state)
{
	struct bench *bench = *state;
	char *text = arena_alloc(bench->arena, 257, 1);

	memset(text, 'x', 256);
	for (size_t i = 0; i < bench->template->n_words; i++)
		if (strcmp(bench->template->words[i].key, "limits-list") == 0)
			bench->template->words[i].variants[0].text = text;
	assert_false(write_answers(bench, yard_answers(bench, TEAM),
	                           file_join(bench->arena, bench->folder, "a.xlsx")));
	assert_non_null(strstr(problems(bench), "have more than 255 characters"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(tells_heads_apart, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(names_sheets_of_records, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(writes_shares_as_formulas, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(writes_computed_columns, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(finds_columns_of_the_plan, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(leaves_out_sheets_that_would_be_empty, open_bench,
		                                close_bench),
		cmocka_unit_test_setup_teardown(writes_plans_and_records, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(refuses_messages_that_do_not_fit, open_bench,
		                                close_bench),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
