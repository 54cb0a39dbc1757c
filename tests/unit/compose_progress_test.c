#include "unit.h"

#include "compose_bench.h"

#define N(array) (sizeof(array) / sizeof *(array))

/* A wave: people with codes from `first` on, who all choose `value`, the last one
 * of them a point more. */
struct round {
	size_t first, n;
	int value;
};

static const char *const words[] = {
	"title", "T {since} {before} {change} {rise-count} {fall-count}", "text", "X",
	"matched", "M {matched} {up} {down} {same} {matched-change}",
	"range", "R {axis-low} {axis-high}", "people", "{n} people", "withheld", "{n} of {needed}",
	"span", "{from} to {to}", "finding", "F {rows}", "panels-title", "P",
	"panels-finding", "PF {rows}", "since", "{change} since {since}", "wave-head", "Wave",
	"overall-head", "Overall", "middle-head", "Middle", "people-head", "People",
	"change-head", "Change"};

static void add_rounds(struct bench *bench, const struct framework *framework,
                       const struct round *rounds, size_t n)
{
	const struct matched **matched = ARENA_ARRAY(bench->arena, const struct matched *, n);
	struct answers *answers = fixture_answers(bench->arena, framework);
	const struct scores **waves = ARENA_ARRAY(bench->arena, const struct scores *, n);

	for (size_t wave = 0; wave < n; wave++)
		for (size_t i = 0; i < rounds[wave].n; i++) {
			int value = rounds[wave].value + (i + 1 == rounds[wave].n);
			const int values[] = {value, value, value, value, value, value, value};
			const char *code = arena_printf(bench->arena, "P%02zu",
			                                rounds[wave].first + i);

			fixture_sheet(bench->arena, answers, code, values)->wave =
			    arena_printf(bench->arena, "w%zu", wave + 1);
		}
	for (size_t wave = 0; wave < n; wave++)
		waves[wave] = score_wave(bench->arena, answers,
		                         arena_printf(bench->arena, "w%zu", wave + 1));
	for (size_t wave = 0; wave + 1 < n; wave++)
		matched[wave] = score_matched(bench->arena, waves[wave], waves[n - 1]);
	bench_input(bench, framework, waves[n - 1]);
	bench->input.waves = waves;
	bench->input.n_waves = n;
	bench->input.matched = matched;
}

/* The input for the waves, on a framework whose overall score runs from 7 to 35. */
static struct bench bench_of(const struct round *rounds, size_t n)
{
	struct bench bench = bench_new(TEMPLATE_GROUP);

	add_rounds(&bench, plain(named(fixture_ratings(bench.arena))), rounds, n);
	return bench;
}

static const struct document *document_of(struct bench *bench)
{
	struct template_section *section = ARENA_NEW(bench->arena, struct template_section);

	/* The bench has moved since its input was set. */
	bench->input.template = &bench->template;
	bench->input.theme = &bench->theme;
	bench->template.sections = section;
	bench->template.n_sections = 1;
	bench->template.words = ARENA_NEW(bench->arena, struct wording);
	*bench->template.words = wording_new(bench->arena, "decimal-sign", ".");
	bench->template.n_words = 1;
	section->kind = "progress";
	section->n_words = N(words) / 2;
	section->words = ARENA_ARRAY(bench->arena, struct wording, section->n_words);
	for (size_t i = 0; i < section->n_words; i++)
		section->words[i] = wording_new(bench->arena, words[2 * i], words[2 * i + 1]);
	return compose_group_report(bench->arena, &bench->input, bench->diag);
}

/* The first paragraph that begins with this letter, or NULL. */
static const char *paragraph(const struct block *blocks, size_t n, char letter)
{
	for (size_t i = 0; i < n; i++) {
		const char *text = blocks[i].kind == BLOCK_PARAGRAPH
		                       ? blocks[i].paragraph.text
		                       : paragraph(blocks[i].children, blocks[i].n_children, letter);

		if (text != NULL && *text == letter)
			return text;
	}
	return NULL;
}

static const char *matched_text(const struct round *rounds, size_t n, struct arena **arena)
{
	struct bench bench = bench_of(rounds, n);
	const struct document *document = document_of(&bench);

	*arena = bench.arena;
	assert_int_equal(diag_n_errors(bench.diag), 0);
	return paragraph(document->blocks, document->n_blocks, 'M');
}

static void assert_matched(const struct round *rounds, const char *expected)
{
	struct arena *arena;
	const char *text = matched_text(rounds, 2, &arena);

	if (expected == NULL)
		assert_null(text);
	else
		assert_string_equal(text, expected);
	arena_free(arena);
}

/* All go from 7 * 2 to 7 * 3; the last one, who had a point more, as well. */
static void tells_of_those_who_answered_both_times(void **state)
{
	static const struct round same[] = {{0, 9, 2}, {0, 9, 3}};
	static const struct round back[] = {{0, 9, 3}, {0, 9, 2}};

	(void)state;
	assert_matched(same, "M 9 9 0 0 +7.0");
	assert_matched(back, "M 9 0 9 0 −7.0");
}

/* One to four who joined or left could be told from the difference. The one with a
 * point more is last: among those who join, and among those who go on when some leave. */
static void tells_nothing_that_others_could_be_told_from(void **state)
{
	(void)state;
	for (size_t others = 1; others <= 5; others++) {
		const struct round joined[] = {{0, 9, 2}, {0, 9 + others, 3}};
		const struct round left[] = {{0, 9 + others, 2}, {others, 9, 3}};

		assert_matched(joined, others < 5 ? NULL : "M 9 8 0 1 +6.2");
		assert_matched(left, others < 5 ? NULL : "M 9 9 0 0 +7.0");
	}
}

/* Nine and nine people, of whom `both` answered both times: 4 are too few; with 5 there
 * are 4 others in each wave. */
static void needs_enough_who_answered_both_times(void **state)
{
	(void)state;
	for (size_t both = 1; both <= 5; both++) {
		const struct round rounds[] = {{0, 9, 2}, {9 - both, 9, 3}};
		const struct round more[] = {{0, 14, 2}, {14 - both, 14, 3}};

		assert_matched(rounds, NULL);
		assert_matched(more, both < 5 ? NULL : "M 5 4 0 1 +6");
	}
}

static void a_wave_with_too_few_people_has_no_figure(void **state)
{
	static const struct round rounds[] = {{0, 9, 2}, {0, 4, 4}, {0, 9, 3}};
	struct bench bench = bench_of(rounds, 3);
	const struct document *document = document_of(&bench);
	const struct progress_block *chart = &in_document(document, BLOCK_PROGRESS)->progress;
	const struct panels_block *panels = &in_document(document, BLOCK_PANELS)->panels;

	(void)state;
	assert_true(isnan(chart->waves[1].value));
	assert_true(isnan(chart->waves[1].lower));
	assert_null(chart->waves[1].figure);
	assert_string_equal(chart->waves[1].note, "4 of 5");
	assert_null(chart->words.numbers->rows[1].cells[1]);
	assert_null(chart->words.numbers->rows[1].cells[2]);
	for (size_t i = 0; i < panels->n_panels; i++) {
		assert_true(isnan(panels->panels[i].values[1]));
		assert_string_equal(panels->words.numbers->rows[i].cells[2], "4 of 5");
	}
	/* 14 and 21, and 7 more for one of the nine: 14.8 and 21.8. */
	assert_string_equal(chart->waves[0].figure, "14.8");
	assert_string_equal(in_document(document, BLOCK_HEADING)->heading.text,
	                    "T w1 14.8 +7.0 2 0");
	arena_free(bench.arena);
}

/* What is compared is not the wave in between, in which nobody may be told. */
static void matches_the_last_wave_that_is_shown(void **state)
{
	static const struct round rounds[] = {{0, 9, 2}, {20, 4, 4}, {0, 9, 3}};
	struct arena *arena;

	(void)state;
	assert_string_equal(matched_text(rounds, 3, &arena), "M 9 9 0 0 +7.0");
	arena_free(arena);
}

static void says_nothing_where_too_few_answered_now(void **state)
{
	static const struct round rounds[] = {{0, 9, 2}, {0, 9, 3}, {0, 4, 3}};
	struct bench bench = bench_of(rounds, 3);

	(void)state;
	assert_int_equal(document_of(&bench)->n_blocks, 0);
	arena_free(bench.arena);
}

static void two_waves_are_a_table(void **state)
{
	static const struct round rounds[] = {{0, 9, 2}, {0, 6, 3}};
	struct bench bench = bench_of(rounds, 2);
	const struct document *document = document_of(&bench);
	const struct table_block *table = &in_document(document, BLOCK_TABLE)->table;

	(void)state;
	assert_null(in_document(document, BLOCK_PROGRESS));
	assert_null(in_document(document, BLOCK_PANELS));
	assert_int_equal(table->n_columns, 4);
	assert_int_equal(table->n_rows, 3);
	/* 14 + 7 / 9 and 21 + 7 / 6; of six people only whole numbers are told, and so
	 * the change is that from 15 to 22. */
	assert_string_equal(table->rows[0].cells[1], "14.8");
	assert_string_equal(table->rows[0].cells[2], "22");
	assert_string_equal(table->rows[0].cells[3], "+7");
	assert_string_equal(table->rows[1].cells[0], "Section a");
	arena_free(bench.arena);
}

static void the_first_wave_has_nothing_to_compare_with(void **state)
{
	static const struct round first[] = {{0, 9, 2}}, alone[] = {{0, 4, 2}, {0, 9, 2}};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct bench bench = i == 0 ? bench_of(first, 1) : bench_of(alone, 2);
		const struct document *document = document_of(&bench);

		assert_non_null(paragraph(document->blocks, document->n_blocks, 'X'));
		assert_null(in_document(document, BLOCK_TABLE));
		assert_null(paragraph(document->blocks, document->n_blocks, 'M'));
		arena_free(bench.arena);
	}
}

/* Eight waves: the last six, or as many as the template counts. */
static void the_last_waves_are_shown(void **state)
{
	static const struct round rounds[] = {{0, 6, 1}, {0, 6, 2}, {0, 6, 3}, {0, 6, 2},
	                                      {0, 6, 1}, {0, 6, 2}, {0, 6, 3}, {0, 6, 4}};
	struct bench bench = bench_of(rounds, 8);
	const struct progress_block *chart =
	    &in_document(document_of(&bench), BLOCK_PROGRESS)->progress;

	(void)state;
	assert_int_equal(chart->n_waves, 6);
	assert_string_equal(chart->waves[0].title, "w3");
	assert_string_equal(chart->waves[5].title, "w8");
	bench.template.sections->count = 4;
	chart = &in_document(compose_group_report(bench.arena, &bench.input, bench.diag),
	                     BLOCK_PROGRESS)->progress;
	assert_int_equal(chart->n_waves, 4);
	arena_free(bench.arena);
}

/* The axis holds all that is drawn, in whole steps, and at least a quarter of the
 * range from 8 to 40. */
static void the_axis_is_cut_around_the_figures(void **state)
{
	static const struct round rounds[] = {{0, 9, 3}, {0, 9, 3}, {0, 9, 3}};
	struct bench bench = bench_of(rounds, 3);
	const struct progress_block *chart =
	    &in_document(document_of(&bench), BLOCK_PROGRESS)->progress;

	(void)state;
	assert_true(chart->high - chart->low >= 7);
	for (size_t i = 0; i < 3; i++) {
		assert_true(chart->waves[i].value > chart->low);
		assert_true(chart->waves[i].value < chart->high);
	}
	for (size_t i = 0; i < chart->n_bands; i++)
		assert_true(chart->bands[i].to > chart->low && chart->bands[i].from < chart->high);
	arena_free(bench.arena);
}

/* Without an overall score the parts are told alone. */
static void parts_are_told_without_the_whole(void **state)
{
	static const struct round rounds[] = {{0, 9, 2}, {0, 9, 3}, {0, 9, 2}};
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *framework = plain(named(fixture_ratings(bench.arena)));
	const struct document *document;

	(void)state;
	framework->levels[0].rule = (struct rule){.measure = MEASURE_NONE};
	add_rounds(&bench, framework, rounds, 3);
	document = document_of(&bench);
	assert_null(in_document(document, BLOCK_PROGRESS));
	assert_non_null(in_document(document, BLOCK_PANELS));
	assert_null(paragraph(document->blocks, document->n_blocks, 'M'));
	assert_string_equal(in_document(document, BLOCK_HEADING)->heading.text, "T w2   0 2");
	arena_free(bench.arena);
}

static void can_say_all_that_the_tables_grant(void **state)
{
	static const struct round rounds[] = {{0, 9, 2}, {0, 9, 3}, {0, 9, 2}};

	(void)state;
	for (size_t n = 1; n <= 3; n++) {
		struct bench bench = bench_of(rounds, n);

		bench.input.template = &bench.template;
		bench.input.theme = &bench.theme;
		fill_template(&bench);
		assert_true(compose_check(&bench.template, bench.diag));
		assert_non_null(compose_group_report(bench.arena, &bench.input, bench.diag));
		assert_int_equal(diag_n_errors(bench.diag), 0);
		arena_free(bench.arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_of_those_who_answered_both_times),
		cmocka_unit_test(tells_nothing_that_others_could_be_told_from),
		cmocka_unit_test(needs_enough_who_answered_both_times),
		cmocka_unit_test(a_wave_with_too_few_people_has_no_figure),
		cmocka_unit_test(matches_the_last_wave_that_is_shown),
		cmocka_unit_test(says_nothing_where_too_few_answered_now),
		cmocka_unit_test(two_waves_are_a_table),
		cmocka_unit_test(the_first_wave_has_nothing_to_compare_with),
		cmocka_unit_test(the_last_waves_are_shown),
		cmocka_unit_test(the_axis_is_cut_around_the_figures),
		cmocka_unit_test(parts_are_told_without_the_whole),
		cmocka_unit_test(can_say_all_that_the_tables_grant),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
