#include "unit.h"

#include <string.h>

#include "compose_bench.h"

/* Elements of the ratings: a is 1, a-1 is 2, b is 7, b-1 is 8. */
enum { ON_A = 1, ON_A_1 = 2, ON_B_1 = 8 };

static struct template_section *comments_section(struct bench *bench)
{
	static const char *const words[][2] = {
		{"title", "title"}, {"text", "{n} of {comments-needed}, {comment-count}"},
		{"part-head", "on"}, {"comment-head", "comment"}, {"general", "all of it"},
		{"together-title", "together"},
	};
	struct template_section *section = ARENA_NEW(bench->arena, struct template_section);

	section->kind = "comments";
	section->n_words = sizeof words / sizeof *words;
	section->words = ARENA_ARRAY(bench->arena, struct wording, section->n_words);
	for (size_t i = 0; i < section->n_words; i++)
		section->words[i] = wording_new(bench->arena, words[i][0], words[i][1]);
	bench->template.sections = section;
	bench->template.n_sections = 1;
	return section;
}

static void comment(struct arena *arena, struct sheet *sheet, size_t element, const char *text)
{
	sheet->comments = arena_push(arena, sheet->comments, sheet->n_comments,
	                             sizeof *sheet->comments);
	sheet->comments[sheet->n_comments++] = (struct comment){element, text};
}

/* `n` people who answered, and one who wrote much but left everything blank. */
static struct answers *writers(struct bench *bench, const struct framework *framework, size_t n)
{
	static const int blank[] = {BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK};
	struct answers *answers = fixture_answers(bench->arena, framework);
	int values[] = {3, 3, 3, 3, 3, 3, 3};

	for (size_t i = 0; i < n; i++)
		fixture_sheet(bench->arena, answers, arena_printf(bench->arena, "P%zu", i), values);
	comment(bench->arena, fixture_sheet(bench->arena, answers, "Z", blank), ON_B_1, "blank");
	return answers;
}

static const struct document *report(struct bench *bench, const struct framework *framework,
                                     const struct answers *answers)
{
	bench_input(bench, framework, score_wave(bench->arena, answers, "w1"));
	return compose_group_report(bench->arena, &bench->input, bench->diag);
}

/* The cells of the first table, "part: comment", each on a line; a group's name alone. */
static const char *rows_of(struct bench *bench, const struct document *document)
{
	const struct block *found = in_document(document, BLOCK_TABLE);
	struct buf out = {.arena = bench->arena};

	if (found == NULL)
		return NULL;
	for (size_t i = 0; i < found->table.n_rows; i++) {
		const struct table_row *row = &found->table.rows[i];

		if (row->group)
			buf_addf(&out, "%s\n", row->cells[0]);
		else
			buf_addf(&out, "%s: %s\n", row->cells[0], row->cells[1]);
	}
	return buf_text(&out);
}

static void shows_comments_from_ten_people_who_answered(void **state)
{
	static const struct {
		size_t people;
		int count, minimum_group;
		const char *text; /* of the lead: how many of how many, comments */
		bool shown;
	} cases[] = {
		{9, 0, 5, "9 of 10, 0", false}, {10, 0, 5, "10 of 10, 1", true},
		{9, 3, 3, "9 of 10, 0", false}, {11, 12, 5, "11 of 12, 0", false},
		{12, 12, 5, "12 of 12, 1", true}, {13, 0, 14, "13 of 14, 0", false},
		{0, 0, 5, "0 of 10, 0", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bench bench = bench_new(TEMPLATE_GROUP);
		struct framework *framework = named(fixture_ratings(bench.arena));
		const struct document *document;

		bench.template.minimum_group = cases[i].minimum_group;
		comments_section(&bench)->count = cases[i].count;
		document = report(&bench, framework, writers(&bench, framework, cases[i].people));
		assert_string_equal(in_document(document, BLOCK_PARAGRAPH)->paragraph.text,
		                    cases[i].text);
		assert_int_equal(in_document(document, BLOCK_TABLE) != NULL, cases[i].shown);
		arena_free(bench.arena);
	}
}

static void groups_comments_by_outer_section_and_names_their_part(void **state)
{
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *framework = named(fixture_ratings(bench.arena));
	struct answers *answers = writers(&bench, framework, 10);

	(void)state;
	comments_section(&bench);
	comment(bench.arena, &answers->sheets[3], ON_A_1, "one");
	comment(bench.arena, &answers->sheets[4], ON_A, "two");
	assert_string_equal(rows_of(&bench, report(&bench, framework, answers)),
	                    "Section a\nall of it: two\nItem a-1: one\nSection b\nItem b-1: blank\n");
	arena_free(bench.arena);
}

/* Ten people comment on the same two items; person i writes the word i on both. */
static const char *order(struct bench *bench, const char *wave, bool backward)
{
	static const char *const words[] = {"v0", "v1", "v2", "v3", "v4",
	                                    "v5", "v6", "v7", "v8", "v9"};
	struct framework *framework = named(fixture_ratings(bench->arena));
	struct answers *answers = writers(bench, framework, 10);

	comments_section(bench);
	for (size_t i = 0; i < 10; i++) {
		struct sheet *sheet = &answers->sheets[backward ? 9 - i : i];

		comment(bench->arena, sheet, ON_A_1, words[i]);
		comment(bench->arena, sheet, ON_B_1, words[i]);
	}
	for (size_t i = 0; i < answers->n_sheets; i++)
		answers->sheets[i].wave = wave;
	answers->sheets[10].n_comments = 0;
	bench_input(bench, framework, score_wave(bench->arena, answers, wave));
	return rows_of(bench, compose_group_report(bench->arena, &bench->input, bench->diag));
}

/* The words of an item in the order in which they stand. */
static const char *words_on(struct bench *bench, const char *rows, const char *item)
{
	struct buf out = {.arena = bench->arena};

	for (const char *at = rows; (at = strstr(at, item)) != NULL; at++)
		buf_add(&out, at + strlen(item) + 2, 2);
	return buf_text(&out);
}

static void mixes_comments_whatever_the_order_of_the_people(void **state)
{
	struct bench bench = bench_new(TEMPLATE_GROUP);
	const char *rows = order(&bench, "w1", false);
	const char *first = words_on(&bench, rows, "Item a-1");

	(void)state;
	assert_int_equal(strlen(first), 20);
	assert_string_equal(order(&bench, "w1", true), rows);
	assert_string_not_equal(first, "v0v1v2v3v4v5v6v7v8v9");
	assert_string_not_equal(first, words_on(&bench, rows, "Item b-1"));
	assert_string_not_equal(first, words_on(&bench, order(&bench, "w2", false), "Item a-1"));
	arena_free(bench.arena);
}

static void always_shows_what_was_said_together(void **state)
{
	static const int values[] = {3, 3, 3, 3, 3, 3, 3};
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *framework = named(fixture_ratings(bench.arena));
	struct answers *answers = fixture_answers(bench.arena, framework);
	struct sheet *sheet = fixture_sheet(bench.arena, answers, "", values);
	const struct document *document;

	(void)state;
	comments_section(&bench);
	sheet->kind = SHEET_CONSENSUS;
	assert_null(rows_of(&bench, report(&bench, framework, answers)));
	comment(bench.arena, sheet, ON_B_1, "we agree");
	document = report(&bench, framework, answers);
	assert_string_equal(in_document(document, BLOCK_HEADING)->heading.text, "together");
	assert_string_equal(rows_of(&bench, document), "Section b\nItem b-1: we agree\n");
	/* Beside comments that stay closed. */
	comment(bench.arena, fixture_sheet(bench.arena, answers, "P", values), ON_A_1, "alone");
	document = report(&bench, framework, answers);
	assert_string_equal(in_document(document, BLOCK_HEADING)->heading.text, "title");
	assert_string_equal(rows_of(&bench, document), "Section b\nItem b-1: we agree\n");
	arena_free(bench.arena);
}

static void warns_of_names_only_where_comments_are_shown(void **state)
{
	(void)state;
	for (size_t people = 9; people <= 10; people++) {
		struct bench bench = bench_new(TEMPLATE_GROUP);
		struct framework *framework = named(fixture_ratings(bench.arena));
		struct answers *answers = writers(&bench, framework, people);
		struct buf said = {.arena = bench.arena};

		comments_section(&bench);
		answers->sheets[1].name = "Ann Example";
		comment(bench.arena, &answers->sheets[0], ON_A_1, "Ask Ann Example.");
		report(&bench, framework, answers);
		diag_write(bench.diag, &said);
		assert_int_equal(strstr(buf_text(&said), "names Ann Example") != NULL, people == 10);
		assert_int_equal(diag_n_errors(bench.diag), 0);
		arena_free(bench.arena);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(shows_comments_from_ten_people_who_answered),
		cmocka_unit_test(groups_comments_by_outer_section_and_names_their_part),
		cmocka_unit_test(mixes_comments_whatever_the_order_of_the_people),
		cmocka_unit_test(always_shows_what_was_said_together),
		cmocka_unit_test(warns_of_names_only_where_comments_are_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
