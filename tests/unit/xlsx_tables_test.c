#include "unit.h"

#include <math.h>
#include <string.h>

#include "xlsx/book.h"
#include "xlsx/long.h"
#include "xlsx_fixture.h"

#define KITCHEN "framework: kitchen\nversion: \"3\"\nwave: w1\n"

/* The second person turns away from fire-2, which is reversed: 4 counts as 1. */
#define TWO                                                                                        \
	KITCHEN "respondent: {id: A, segments: {team: \"=1+1\"}}\n"                                \
	        "answers: {fire-1: 2, fire-2: 3}\n"                                                \
	        "---\n" KITCHEN "respondent: {id: B}\nanswers: {fire-2: 4}\n"

#define YARD "framework: yard\nversion: \"1\"\nwave: w1\n"

/* Fills one sheet of a book; checks nothing yet. */
static struct book *filled(struct bench *bench, const struct answers *answers, enum part part)
{
	struct book *book = planned(bench, answers);

	for (size_t i = 0; i < bench->template->n_sections; i++)
		if (part_find(part_set(bench->template), bench->template->sections[i].kind) == part)
			book->tabs[part].section = &bench->template->sections[i];
	for (size_t i = 0; i < book->n_tabs; i++)
		book->tabs[i].grid.arena = bench->arena;
	book->diag = bench->diag;
	book->tab = &book->tabs[part];
	part_kinds[part].fill(book, &book->tabs[part].grid);
	return book;
}

static const struct cell *cell_at(const struct book *book, const char *place)
{
	const struct grid *grid = &book->tab->grid;

	for (size_t i = 0; i < grid->n_cells; i++)
		if (strcmp(place_name(book->arena, grid->cells[i].spot.row,
		                      grid->cells[i].spot.column),
		           place) == 0)
			return &grid->cells[i];
	return NULL;
}

static void assert_texts(const struct book *book, const char *const (*wanted)[2], size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct cell *cell = cell_at(book, wanted[i][0]);

		assert_non_null(cell);
		assert_non_null(cell->text);
		assert_string_equal(cell->text, wanted[i][1]);
	}
}

static void assert_number(const struct book *book, const char *place, double number)
{
	const struct cell *cell = cell_at(book, place);

	assert_non_null(cell);
	assert_null(cell->text);
	assert_float_equal(cell->number, number, 1e-12);
}

static void assert_formula(const struct book *book, const char *place, const char *formula)
{
	const struct cell *cell = cell_at(book, place);

	assert_non_null(cell);
	assert_non_null(cell->formula);
	assert_string_equal(cell->formula, formula);
}

/* Ten items a person; columns: code, wave, team, area, task, id, text, scale,
 * value, label, score, scored. */
static void writes_a_row_for_each_answer(void **state)
{
	static const char *const wanted[][2] = {
		{"A1", "code"}, {"C1", "team"}, {"D1", "Area"}, {"F1", "Id"}, {"L1", "Scored"},
		{"A2", "A"}, {"C2", "=1+1"}, {"D2", "Stove"}, {"E2", "Fire"}, {"F2", "fire-1"},
		{"H2", "rating"}, {"J2", "Rarely"}, {"L2", "yes"},
		{"F12", "fire-1"}, {"L12", "no"}, {"J13", "Always"}, {"L13", "yes"},
	};
	struct bench *bench = *state;
	struct book *book =
	    filled(bench, read_sheets(bench, "tests/workbook/ratings.yaml", TWO), PART_LONG);

	assert_texts(book, wanted, sizeof wanted / sizeof *wanted);
	assert_number(book, "I2", 2);
	assert_number(book, "K2", 2);
	assert_number(book, "I13", 4);
	assert_number(book, "K13", 1);
	assert_null(cell_at(book, "I12"));
	assert_null(cell_at(book, "K12"));
	assert_null(cell_at(book, "C12"));
	assert_int_equal(book->tab->grid.table.bottom, 20);
	assert_int_equal(book->tab->grid.table.right, 11);
}

/* An empty check of a sheet that was used counts as no: nothing was given, but
 * the label and the score say so. */
static void says_what_empty_boxes_count_as(void **state)
{
	struct bench *bench = *state;
	struct book *book = filled(
	    bench,
	    read_sheets(bench, "tests/workbook/team.yaml",
	                YARD "respondent: {id: A}\nanswers: {fd-1: does-not-apply, fd-2: done}\n"),
	    PART_LONG);

	assert_string_equal(cell_at(book, "H2")->text, "does-not-apply");
	assert_string_equal(cell_at(book, "I2")->text, "Not for us");
	assert_null(cell_at(book, "J2"));
	assert_string_equal(cell_at(book, "K2")->text, "no");
	assert_number(book, "J3", 1);
	assert_string_equal(cell_at(book, "E5")->text, "fd-4");
	assert_null(cell_at(book, "H5"));
	assert_non_null(cell_at(book, "I5"));
	assert_number(book, "J5", 0);
}

static void leaves_out_what_is_too_long(void **state)
{
	struct bench *bench = *state;
	struct book *book =
	    filled(bench, read_sheets(bench, "tests/workbook/ratings.yaml", TWO), PART_LONG);
	struct scores many = *book->scores;
	struct workbook_input input = {.scores = &many};

	assert_int_equal(long_rows(&many), 20);
	many.n_people = LONG_ROWS_MAX / 10;
	assert_int_equal(part_kinds[PART_LONG].count(&input), 1);
	many.n_people++;
	assert_int_equal(part_kinds[PART_LONG].count(&input), 0);
}

/* Columns: area, task, statement, people, mean, blank, four points, their
 * shares; Data has its items from column D on. 1 to 4 turned round is 5 less it. */
static void writes_distributions_as_formulas(void **state)
{
	struct bench *bench = *state;
	struct book *book = filled(bench, read_sheets(bench, "tests/workbook/ratings.yaml", TWO),
	                           PART_DISTRIBUTION);

	assert_string_equal(cell_at(book, "G3")->text, "1 = Never");
	assert_string_equal(cell_at(book, "N3")->text, "4 = Always, share");
	assert_formula(book, "D5", "SUM($G$5:$J$5)");
	assert_number(book, "D5", 2);
	assert_formula(book, "E5", "IF(D5=0,\"\",(5*D5-SUM('data'!$E$2:$E$3))/D5)");
	assert_number(book, "E5", 1.5);
	assert_formula(book, "F4", "COUNTA('data'!$A$2:$A$3)-COUNTA('data'!$D$2:$D$3)");
	assert_number(book, "F4", 1);
	assert_formula(book, "I5", "COUNTIF('data'!$E$2:$E$3,3)");
	assert_formula(book, "M5", "IF(D5=0,\"\",I5/D5)");
	assert_number(book, "M5", 0.5);
	/* Nobody answered the third: no share, and no mean. */
	assert_string_equal(cell_at(book, "M6")->text, "");
	assert_string_equal(cell_at(book, "E6")->text, "");
}

/* Columns: from, category, action, section, serves, owner, due, overdue, status. */
static void writes_actions(void **state)
{
	static const char *const wanted[][2] = {
		{"A4", "Team"}, {"B4", "=1+1"}, {"C4", "@Weed"}, {"D4", "Data"}, {"F4", "Ann"},
		{"A5", "A"}, {"B5", "Start"}, {"C5", "Dig"}, {"E5", "yard: front-data; yard: oak"},
	};
	struct bench *bench = *state;
	struct book *book = filled(
	    bench,
	    read_sheets(bench, "tests/workbook/team.yaml",
	                YARD "sheet: consensus\ndate: 2026-06-30\nplan:\n"
	                     "  - {action: \"@Weed\", category: stop, owner: Ann, due: 2026-06-01,"
	                     " section: back-data}\n"
	                     "---\n" YARD "respondent: {id: A}\nplan:\n"
	                     "  - {action: Dig, category: start, due: 2026-07-01,"
	                     " serves: [yard/front-data, yard/tree/oak]}\n"),
	    PART_ACTIONS);

	assert_texts(book, wanted, sizeof wanted / sizeof *wanted);
	assert_number(book, "G4", 46174); /* 2026-06-01, counted from 1899-12-30 */
	assert_number(book, "H4", 29);
	assert_int_equal(cell_at(book, "I4")->kind, CELL_EMPTY);
	assert_string_equal(cell_at(book, "H5")->text, "");
	assert_int_equal(book->tab->grid.table.bottom, 4);
	assert_non_null(strstr(cell_at(book, "H4")->formula,
	                       "IF(OR(COUNT(G4,'summary'!$B$3)<2,I4='codebook'!$B$"));
	assert_non_null(strstr(cell_at(book, "H4")->formula,
	                       "),\"\",IF('summary'!$B$3>G4,'summary'!$B$3-G4,\"\"))"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(writes_a_row_for_each_answer, open_bench,
		                                close_bench),
		cmocka_unit_test_setup_teardown(says_what_empty_boxes_count_as, open_bench,
		                                close_bench),
		cmocka_unit_test_setup_teardown(leaves_out_what_is_too_long, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(writes_distributions_as_formulas, open_bench,
		                                close_bench),
		cmocka_unit_test_setup_teardown(writes_actions, open_bench, close_bench),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
