#include "unit.h"

#include "path_fixture.h"

/* Checks alone: two themes that serve something, answered by people too. */
static struct bench practice_bench(size_t n_people)
{
	static const struct part parts[] = {
		{1, "a", "Listening", false}, {2, "a1", "Asking", false},
		{3, "i1", "Call", true}, {3, "i2", "Visit", true},
		{1, "b", "Acting", false}, {2, "b1", "Mending", false}, {3, "i3", "Repair", true}};
	static const int agreed[] = {1, ANSWER_BLANK, ANSWER_EXCLUDED};
	static const struct link link = {.framework = "f", .id = "x", .title = "Ears",
	                                 .framework_title = "Body"};
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *f = make_path(bench.arena, parts, 7);
	struct answers *answers = fixture_answers(bench.arena, f);
	struct sheet *sheet = fixture_sheet(bench.arena, answers, "", agreed);

	f->levels[0].rule.measure = f->levels[1].rule.measure = MEASURE_SHARE;
	f->levels[1].rule.complete = NAN;
	f->elements[1].links = ARENA_NEW(bench.arena, struct link);
	f->elements[1].links[0] = link;
	f->elements[1].n_links = 1;
	sheet->kind = SHEET_CONSENSUS;
	for (size_t i = 0; i < n_people; i++)
		fixture_sheet(bench.arena, answers, arena_printf(bench.arena, "P%zu", i), agreed);
	bench.input.framework = f;
	bench.input.scores = score_wave(bench.arena, answers, "w1");
	return bench;
}

static const char *const practice_text[] = {
	"title", "T", "figure", "{done}/{of}", "serves", "for {links}",
	"link", "{part-title} of {framework-title}", "finding", "{rows}",
	"list-title", "{name} {done}/{of}", "people", "{n} of {people-asked}"};

static void shows_practices_by_theme(void **state)
{
	struct bench bench = practice_bench(8);
	const struct document *document;
	const struct squares_block *squares;
	const struct checks_block *checks;

	(void)state;
	bench_point(&bench);
	document = report_with(&bench, "practices", practice_text, 7);
	squares = &in_document(document, BLOCK_SQUARES)->squares;
	assert_int_equal(squares->n_rows, 2);
	assert_string_equal(squares->rows[0].text, "for Ears of Body");
	assert_string_equal(squares->rows[0].cells[0].figure, "1/2");
	assert_null(squares->rows[1].text);
	checks = &in_document(document, BLOCK_CHECKS)->checks;
	assert_string_equal(checks->title, "Listening");
	assert_string_equal(checks->lists[0].title, "Asking 1/2");
	assert_string_equal(checks->lists[0].entries[0].aside, "8 of 8");
	assert_string_equal(checks->lists[0].entries[1].aside, "0 of 8");
	arena_free(bench.arena);
}

static void counts_no_people_where_single_answers_would_show(void **state)
{
	struct bench bench = practice_bench(7);

	(void)state;
	bench_point(&bench);
	assert_null(in_document(report_with(&bench, "practices", practice_text, 7),
	                        BLOCK_CHECKS)->checks.lists[0].entries[0].aside);
	arena_free(bench.arena);
}

static void writes_shares_of_people_as_percent(void **state)
{
	static const char *const words[] = {"title", "T", "value-head", "V", "finding", "{rows}",
	                                    "withheld", "w"};
	struct bench bench = practice_bench(6);
	const struct bars_block *bars;

	(void)state;
	bench_point(&bench);
	bench.template.words = ARENA_ARRAY(bench.arena, struct wording, 1);
	bench.template.words[0] = wording_new(bench.arena, "net", "{number} %");
	bench.template.n_words = 1;
	bars = &in_document(report_with(&bench, "bars", words, 4), BLOCK_BARS)->bars;
	assert_string_equal(bars->bars[0].figure, "50 %");
	assert_string_equal(bars->tick_labels[bars->n_ticks - 1], "100 %");
	arena_free(bench.arena);
}

/* A section that no rule finds anything in has no bar and is at no end. */
static void leaves_out_what_has_no_score(void **state)
{
	static const char *const words[] = {"title", "{part-count}", "value-head", "V", "finding",
	                                    "{rows}", "withheld", "w"};
	static const char *const headline[] = {"title", "{strongest}{weakest}", "lead", "x"};
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *f = named(plain(fixture_ratings(bench.arena)));
	struct scale *text = ARENA_NEW(bench.arena, struct scale);
	const struct bars_block *bars;

	(void)state;
	text->kind = SCALE_TEXT;
	f->elements[8].scale = f->elements[9].scale = text;
	f->levels[0].rule.from = SCORE_FROM_ITEMS;
	{
		struct answers *answers = fixture_answers(bench.arena, f);
		static const int values[] = {5, 4, 3, 2, 1, BLANK, BLANK};

		for (size_t i = 0; i < 6; i++) {
			char *id = arena_printf(bench.arena, "P%zu", i);

			fixture_sheet(bench.arena, answers, id, values)->written =
			    ARENA_ARRAY(bench.arena, struct value, 7);
		}
		bench_input(&bench, f, score_wave(bench.arena, answers, "w1"));
	}
	bars = &in_document(report_with(&bench, "bars", words, 4), BLOCK_BARS)->bars;
	assert_int_equal(bars->n_bars, 1);
	assert_string_equal(bars->title, "1");
	assert_string_equal(in_document(report_with(&bench, "headline", headline, 2),
	                                BLOCK_HEADING)->heading.text, "");
	bench.template.n_sections = 0;
	fill_template(&bench);
	assert_non_null(compose_group_report(bench.arena, &bench.input, bench.diag));
	assert_int_equal(diag_n_errors(bench.diag), 0);
	arena_free(bench.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shows_practices_by_theme),
		cmocka_unit_test(counts_no_people_where_single_answers_would_show),
		cmocka_unit_test(writes_shares_of_people_as_percent),
		cmocka_unit_test(leaves_out_what_has_no_score),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
