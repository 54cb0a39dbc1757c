#include "unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "score_fixture.h"
#include "xlsx/formula.h"
#include "xlsx/grid.h"
#include "xlsx/write.h"
#include "xlsx_fixture.h"

#define FILE_MAX (1 << 20)

/* What a framework that was read from a file has and the fixture lacks: names
 * of levels, and bands and scales in lists of its own. */
static struct framework *complete(struct arena *arena, struct framework *framework)
{
	static const char *const titles[] = {"Overall", "Skill", "Action"};
	struct scale *scales = ARENA_NEW(arena, struct scale);
	struct bands *bands = ARENA_ARRAY(arena, struct bands, framework->n_levels);

	*scales = *framework->elements[framework->items[0]].scale;
	scales->plus = scales->minus = scales->prompt = "words";
	framework->scales = scales;
	framework->n_scales = 1;
	for (size_t i = 0; i < framework->n_items; i++)
		framework->elements[framework->items[i]].scale = scales;
	framework->bands = bands;
	for (size_t i = 0; i < framework->n_levels; i++) {
		struct level *level = &framework->levels[i];

		level->title = level->plural = titles[i];
		if (level->rule.bands == NULL)
			continue;
		bands[framework->n_bands] = *level->rule.bands;
		level->rule.bands = &bands[framework->n_bands++];
	}
	return framework;
}

static struct answers *ratings_answers(struct arena *arena)
{
	static const int first[] = {5, 4, 3, 2, 1, 4, 2};
	static const int second[] = {4, 4, BLANK, 4, 4, 3, 3};
	struct framework *framework = complete(arena, fixture_ratings(arena));
	struct answers *answers = fixture_answers(arena, framework);

	fixture_sheet(arena, answers, "K7Q4", first)->name = "Zoe Secret";
	fixture_sheet(arena, answers, "M2XA", second);
	return answers;
}

static struct answers *marks_answers(struct arena *arena)
{
	static const int first[] = {1, -1, BLANK, 1, 1};
	static const int second[] = {-1, -1, 1, 1, BLANK};
	struct framework *framework = complete(arena, fixture_marks(arena));
	struct answers *answers = fixture_answers(arena, framework);

	fixture_sheet(arena, answers, "K7Q4", first);
	fixture_sheet(arena, answers, "M2XA", second);
	return answers;
}

static void names_cells(void **state)
{
	struct bench *bench = *state;

	assert_string_equal(place_name(bench->arena, 0, 0), "A1");
	assert_string_equal(place_name(bench->arena, 9, 25), "Z10");
	assert_string_equal(place_name(bench->arena, 0, 26), "AA1");
	assert_string_equal(place_name(bench->arena, 0, 701), "ZZ1");
	assert_string_equal(place_name(bench->arena, 0, 702), "AAA1");
	assert_string_equal(fixed_name(bench->arena, 1048575, 16383), "$XFD$1048576");
	assert_string_equal(area_name(bench->arena, (struct area){1, 2, 3, 4}), "$C$2:$E$4");
	assert_string_equal(area_name(bench->arena, (struct area){1, 2, 1, 2}), "$C$2");
}

static void escapes_what_looks_escaped(void **state)
{
	struct bench *bench = *state;

	assert_string_equal(write_escaped(bench->arena, "plain _x"), "plain _x");
	assert_string_equal(write_escaped(bench->arena, "_x0041_"), "_x005F_x0041_");
	assert_string_equal(write_escaped(bench->arena, "a_x00e4_x00E4_"),
	                    "a_x005F_x00e4_x005F_x00E4_");
	assert_string_equal(write_escaped(bench->arena, "_x004_ _xyzab_ _X0041_"),
	                    "_x004_ _xyzab_ _X0041_");
}

/* Four of five answers are enough (0.8 of 5), scaled up by 5; data start in
 * row 2 and column C, scores in row 4. */
static void writes_sums_as_formulas(void **state)
{
	struct bench *bench = *state;
	struct book *book = planned(bench, ratings_answers(bench->arena));

	assert_string_equal(formula_score(book, 1, 3),
	                    "IF(COUNT('data'!$C$2:$G$2)>=4,SUM('data'!$C$2:$G$2)*5"
	                    "/COUNT('data'!$C$2:$G$2),\"\")");
	/* b-1 weighs 2, b-2 is reversed: 1 to 5 turned round is 6 less it. */
	assert_string_equal(formula_score(book, 7, 3),
	                    "IF(AND(COUNT('data'!$H$2:$I$2)>=2,"
	                    "(2*COUNT('data'!$H$2)+1*COUNT('data'!$I$2))>0),"
	                    "(2*SUM('data'!$H$2)+(6*COUNT('data'!$I$2)-SUM('data'!$I$2)))*3"
	                    "/(2*COUNT('data'!$H$2)+1*COUNT('data'!$I$2)),\"\")");
	/* The whole from its two sections, each followed by its band. */
	assert_string_equal(formula_score(book, 0, 4),
	                    "IF(COUNT(F5,H5)>=2,SUM(F5,H5),\"\")");
}

static void writes_nets_as_formulas(void **state)
{
	struct bench *bench = *state;
	struct book *book = planned(bench, marks_answers(bench->arena));

	assert_string_equal(formula_score(book, 5, 3),
	                    "IF((5-COUNTBLANK('data'!$C$2:$G$2)>0),"
	                    "(COUNTIF('data'!$F$2:$G$2,1)-COUNTIF('data'!$F$2:$G$2,-1))/2,\"\")");
	assert_string_equal(formula_signs(book, 1, -1, 1, 2), "COUNTIF('data'!$C$2:$E$3,-1)");
}

static void writes_the_same_bytes_each_time(void **state)
{
	struct bench *bench = *state;
	const struct answers *answers = marks_answers(bench->arena);
	char *first = file_join(bench->arena, bench->folder, "first.xlsx");
	char *second = file_join(bench->arena, bench->folder, "second.xlsx");
	struct source *one, *two;

	assert_true(write_answers(bench, answers, first));
	assert_true(write_answers(bench, answers, second));
	one = file_read(bench->arena, bench->diag, first, FILE_MAX);
	two = file_read(bench->arena, bench->diag, second, FILE_MAX);
	assert_non_null(one);
	assert_non_null(two);
	assert_int_equal(one->length, two->length);
	assert_memory_equal(one->text, two->text, one->length);
	assert_string_equal(problems(bench), "");
}

/* Everything is read back and compared on the way, so true says much. */
static void writes_few_and_empty_answers(void **state)
{
	static const int blank[7] = {BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK};
	struct bench *bench = *state;
	char *path = file_join(bench->arena, bench->folder, "a.xlsx");
	struct answers *ratings = ratings_answers(bench->arena);
	struct answers *marks = marks_answers(bench->arena);

	for (size_t n = 0; n <= 2; n++) {
		ratings->n_sheets = marks->n_sheets = n;
		assert_true(write_answers(bench, ratings, path));
		assert_true(write_answers(bench, marks, path));
	}
	for (size_t i = 0; i < 2; i++) {
		memcpy(ratings->sheets[i].values, blank, 7 * sizeof(int));
		memcpy(marks->sheets[i].values, blank, 5 * sizeof(int));
	}
	assert_true(write_answers(bench, ratings, path));
	assert_true(write_answers(bench, marks, path));
	assert_string_equal(problems(bench), "");
	assert_true(holds_one_file(bench));
}

static void takes_text_as_text(void **state)
{
	static struct segment segments[] = {
		{"code", "=1+1"}, {"CODE", "_x0041_"}, {"a-1", "@SUM(A1)"}, {"wave", "林美玲"},
	};
	struct bench *bench = *state;
	struct answers *answers = ratings_answers(bench->arena);
	char *path = file_join(bench->arena, bench->folder, "a.xlsx");

	answers->sheets[0].segments = segments;
	answers->sheets[0].n_segments = 4;
	assert_true(write_answers(bench, answers, path));
	assert_string_equal(problems(bench), "");
}

static void refuses_text_that_does_not_fit(void **state)
{
	struct bench *bench = *state;
	struct answers *answers = ratings_answers(bench->arena);
	char *path = file_join(bench->arena, bench->folder, "a.xlsx");
	char *text = arena_alloc(bench->arena, 32769, 1);
	struct element *item = &answers->framework->elements[2];

	memset(text, 'x', 32768);
	item->text = text;
	assert_false(write_answers(bench, answers, path));
	assert_non_null(strstr(problems(bench), "sheet 'Tally', cell B4: the text has more than "
	                                        "32767 characters"));
	assert_false(file_exists(path));
	assert_false(diag_failed(bench->diag));
	item->text = "bell \007";
	assert_false(write_answers(bench, answers, path));
	assert_non_null(strstr(problems(bench), "control character"));
}

static void reports_a_folder_that_is_not_there(void **state)
{
	struct bench *bench = *state;

	assert_false(write_answers(bench, marks_answers(bench->arena), "/nowhere/at/all/a.xlsx"));
	assert_true(diag_failed(bench->diag));
	assert_non_null(strstr(problems(bench), "/nowhere/at/all/a.xlsx"));
}

/* Fills grids as the program does, to compare them with files. */
static void sees_damage(void **state)
{
	struct bench *bench = *state;
	struct book *book = planned(bench, ratings_answers(bench->arena));
	char *path = file_join(bench->arena, bench->folder, "a.xlsx");
	struct tab *tab = ARENA_NEW(bench->arena, struct tab);
	struct grid *grid = &tab->grid;
	struct source *whole;

	tab->part = PART_DATA;
	grid->name = "data";
	book->tabs = tab;
	book->n_tabs = 1;
	book->diag = bench->diag;
	grid->arena = bench->arena;
	book->footer = "";
	grid_number(grid, (struct spot){0, 0, NUMBER_MEAN}, 1 / 3.0);
	grid_text(grid, (struct spot){0, 1, 0}, "Zoë _x0041_");
	grid_formula(grid, (struct spot){1, 0, 0}, NAN, "IF(A1=0,A1,\"\")");
	grid_empty(grid, (struct spot){1, 1, LOOK_INPUT});
	grid_finish(grid, bench->input.theme);
	assert_true(write_book(book, path, bench->folder));
	assert_null(verify_book(book, path));

	grid->cells[0].number += 1e-12;
	assert_string_equal(verify_book(book, path), "another number at A1");
	grid->cells[0].number = 1 / 3.0;
	grid->cells[1].text = "Zoë A";
	assert_string_equal(verify_book(book, path), "another text at B1");
	grid->cells[1].text = "Zoë _x0041_";
	grid->cells[2].formula = "A1";
	assert_string_equal(verify_book(book, path), "another formula at A2");
	grid->cells[2].formula = "IF(A1=0,A1,\"\")";
	grid->n_cells = 3;
	assert_string_equal(verify_book(book, path), "a cell too many at B2");
	grid->n_cells = 4;

	whole = file_read(bench->arena, bench->diag, path, FILE_MAX);
	assert_non_null(whole);
	assert_true(file_replace(bench->diag, path, whole->text, whole->length - 100));
	assert_non_null(verify_book(book, path));
	for (size_t at = 40; at < whole->length - 22; at += whole->length / 50) {
		char *damaged = arena_alloc(bench->arena, whole->length, 1);

		memcpy(damaged, whole->text, whole->length);
		damaged[at] = (char)(damaged[at] ^ 0x55);
		assert_true(file_replace(bench->diag, path, damaged, whole->length));
		verify_book(book, path); /* whatever it says, it must not crash */
	}
}

static bool check_changed(struct bench *bench, const char *said)
{
	bool sound = xlsx_check_template(bench->template, bench->diag);

	assert_non_null(strstr(problems(bench), said));
	return sound;
}

static struct variant *name_of(struct bench *bench, size_t section)
{
	struct template_section *part = &bench->template->sections[section];

	for (size_t i = 0; i < part->n_words; i++)
		if (strcmp(part->words[i].key, "name") == 0)
			return part->words[i].variants;
	return NULL;
}

static void checks_names_of_sheets(void **state)
{
	static const char *const wrong[] = {
		"", "abcdefghijklmnopqrstuvwxyz123456", "a/b", "'a", "a'", "history", "a[1]",
		"{wave}",
	};
	struct bench *bench = *state;

	assert_true(xlsx_check_template(bench->template, bench->diag));
	name_of(bench, 0)->text = "abcdefghijklmnopqrstuvwxyz'1234";
	assert_true(xlsx_check_template(bench->template, bench->diag));
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		name_of(bench, 0)->text = wrong[i];
		assert_false(check_changed(bench, "spreadsheets do not take this"));
	}
	name_of(bench, 0)->text = "DATA";
	assert_false(check_changed(bench, "another sheet has this name already"));
}

static void checks_words_and_kinds(void **state)
{
	struct bench *bench = *state;
	struct template_section *first = &bench->template->sections[0];
	const char *key = first->words[1].key;

	first->words[1].key = "purpos";
	assert_false(check_changed(bench, "no words are called 'purpos' here"));
	assert_false(check_changed(bench, "did you mean 'purpose'?"));
	assert_false(check_changed(bench, "the words 'purpose' are missing here"));
	first->words[1].key = key;
	first->kind = "sumary";
	assert_false(check_changed(bench, "a workbook has no sheet of kind 'sumary'"));
	assert_false(check_changed(bench, "a section of kind 'summary' is missing"));
	first->kind = "tally";
	assert_false(check_changed(bench, "this kind of sheet is there already"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(names_cells, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(escapes_what_looks_escaped, open_bench,
		                                close_bench),
		cmocka_unit_test_setup_teardown(writes_sums_as_formulas, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(writes_nets_as_formulas, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(writes_the_same_bytes_each_time, open_bench,
		                                close_bench),
		cmocka_unit_test_setup_teardown(writes_few_and_empty_answers, open_bench,
		                                close_bench),
		cmocka_unit_test_setup_teardown(takes_text_as_text, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(refuses_text_that_does_not_fit, open_bench,
		                                close_bench),
		cmocka_unit_test_setup_teardown(reports_a_folder_that_is_not_there, open_bench,
		                                close_bench),
		cmocka_unit_test_setup_teardown(sees_damage, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(checks_names_of_sheets, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(checks_words_and_kinds, open_bench, close_bench),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
