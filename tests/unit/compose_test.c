#include "unit.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "compose/ranks.h"
#include "compose_bench.h"
#include "yaml/read.h"

static bool near(double a, double b)
{
	return fabs(a - b) < 1e-9;
}

static void sets_all_that_the_check_grants(void **state)
{
	static const size_t groups[] = {0, 1, 4, 6, 12};

	(void)state;
	for (enum template_kind kind = TEMPLATE_WORKSHEET; kind <= TEMPLATE_INDIVIDUAL; kind++)
		for (size_t i = 0; i < 2 * sizeof groups / sizeof *groups; i++) {
			struct bench bench = bench_new(kind);
			struct framework *framework = i % 2 == 0 ? named(fixture_ratings(bench.arena))
			                                         : named(fixture_marks(bench.arena));
			const struct scores *scores =
			    kind == TEMPLATE_WORKSHEET
			        ? NULL : people(bench.arena, framework, groups[i / 2]);
			struct compose_input *input = bench_input(&bench, framework, scores);

			fill_template(&bench);
			assert_true(compose_check(&bench.template, bench.diag));
			if (kind == TEMPLATE_WORKSHEET)
				assert_non_null(compose_worksheet(bench.arena, input, "Ada", "K7Q4",
				                                  bench.diag));
			else if (kind == TEMPLATE_GROUP)
				assert_non_null(compose_group_report(bench.arena, input, bench.diag));
			else if (scores->n_people > 0)
				assert_non_null(compose_individual_report(bench.arena, input, 0,
				                                          bench.diag));
			assert_int_equal(diag_n_errors(bench.diag), 0);
			arena_free(bench.arena);
		}
}

static const char *problems(struct bench *bench)
{
	struct buf out = {.arena = bench->arena};

	assert_false(compose_check(&bench->template, bench->diag));
	diag_write(bench->diag, &out);
	return buf_text(&out);
}

static void names_what_a_template_gets_wrong(void **state)
{
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct template_section sections[2] = {{.kind = "headlin"}, {.kind = "headline"}};
	struct condition condition = {.flag = "marsk"};
	struct wording words[3];
	const char *text;

	(void)state;
	words[0] = wording_new(bench.arena, "title", "We are in {bnad}.");
	words[1] = wording_new(bench.arena, "leed", "x");
	words[2] = wording_new(bench.arena, "lead", "{score");
	words[0].variants->conditions = &condition;
	words[0].variants->n_conditions = 1;
	sections[1].words = words;
	sections[1].n_words = 3;
	bench.template.sections = sections;
	bench.template.n_sections = 2;
	text = problems(&bench);
	assert_non_null(strstr(text, "a template of kind group has no section 'headlin'"));
	assert_non_null(strstr(text, "did you mean 'headline'?"));
	assert_non_null(strstr(text, "no placeholder is called 'bnad'"));
	assert_non_null(strstr(text, "did you mean 'band'?"));
	assert_non_null(strstr(text, "no flag is called 'marsk'"));
	assert_non_null(strstr(text, "did you mean 'marks'?"));
	assert_non_null(strstr(text, "no words are called 'leed' here"));
	assert_non_null(strstr(text, "this brace is not closed"));
	assert_non_null(strstr(text, "the words 'head-left' are missing here"));
	arena_free(bench.arena);
}

static void shows_nothing_of_a_group_that_is_too_small(void **state)
{
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *framework = named(fixture_ratings(bench.arena));
	const struct scores *scores = people(bench.arena, framework, 4);
	struct document *document;
	const struct block *bars;

	(void)state;
	fill_template(&bench);
	document = compose_group_report(bench.arena, bench_input(&bench, framework, scores),
	                                bench.diag);
	assert_null(in_document(document, BLOCK_LADDER));
	assert_null(in_document(document, BLOCK_RANKING));
	assert_null(in_document(document, BLOCK_DIVERGING));
	bars = in_document(document, BLOCK_BARS);
	assert_int_equal(bars->bars.n_bars, 2);
	for (size_t i = 0; i < 2; i++) {
		assert_true(isnan(bars->bars.bars[i].value));
		assert_null(bars->bars.bars[i].figure);
		assert_non_null(bars->bars.bars[i].note);
	}
	arena_free(bench.arena);
}

/* A template cannot print what it may not show. */
static void gives_a_template_no_figure_of_a_small_group(void **state)
{
	static const char text[] = "[{score}{band}{next}{above}{to-next}{consensus}{plus-percent}"
	                           "{minus-percent}{strongest}{weakest}]";
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *framework = named(fixture_ratings(bench.arena));
	struct wording words[2];
	struct template_section section = {.kind = "headline", .words = words, .n_words = 2};
	const struct document *document;

	(void)state;
	words[0] = wording_new(bench.arena, "title", text);
	words[1] = wording_new(bench.arena, "lead", text);
	bench.template.sections = &section;
	bench.template.n_sections = 1;
	bench_input(&bench, framework, people(bench.arena, framework, 4));
	document = compose_group_report(bench.arena, &bench.input, bench.diag);
	assert_string_equal(in_document(document, BLOCK_HEADING)->heading.text, "[]");
	assert_string_equal(in_document(document, BLOCK_PARAGRAPH)->paragraph.text, "[]");
	arena_free(bench.arena);
}

/* The template cannot lower the floor of 3. */
static void keeps_a_floor_under_the_limit(void **state)
{
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *framework = named(fixture_ratings(bench.arena));
	const struct scores *scores = people(bench.arena, framework, 2);

	(void)state;
	bench.template.minimum_group = 1;
	fill_template(&bench);
	assert_null(in_document(compose_group_report(bench.arena,
	                                             bench_input(&bench, framework, scores),
	                                             bench.diag),
	                        BLOCK_LADDER));
	arena_free(bench.arena);
}

static const struct block *bars_of(struct bench *bench, size_t n)
{
	struct framework *framework = named(fixture_ratings(bench->arena));
	const struct scores *scores = people(bench->arena, framework, n);

	fill_template(bench);
	return in_document(compose_group_report(bench->arena,
	                                        bench_input(bench, framework, scores),
	                                        bench->diag),
	                   BLOCK_BARS);
}

static void shows_single_people_from_eight(void **state)
{
	struct bench seven = bench_new(TEMPLATE_GROUP), eight = bench_new(TEMPLATE_GROUP);
	const struct bar *bar = &bars_of(&seven, 7)->bars.bars[0];

	(void)state;
	assert_true(!isnan(bar->value));
	assert_true(!isnan(bar->lower));
	assert_true(isnan(bar->min));
	assert_null(strchr(bar->figure, '.'));
	bar = &bars_of(&eight, 8)->bars.bars[0];
	assert_true(!isnan(bar->min));
	assert_non_null(strchr(bar->figure, '.'));
	arena_free(seven.arena);
	arena_free(eight.arena);
}

static const struct block *own_dots(struct bench *bench, struct framework *framework, size_t n)
{
	const struct scores *scores = people(bench->arena, framework, n);

	fill_template(bench);
	return in_document(compose_individual_report(bench->arena,
	                                             bench_input(bench, framework, scores), 0,
	                                             bench->diag),
	                   BLOCK_DOTS);
}

static void hides_the_group_from_a_person_in_a_small_one(void **state)
{
	struct bench bench = bench_new(TEMPLATE_INDIVIDUAL);
	const struct dots_block *dots =
	    &own_dots(&bench, named(fixture_ratings(bench.arena)), 4)->dots;

	(void)state;
	assert_int_equal(dots->n_rows, 9);
	for (size_t i = 0; i < dots->n_rows; i++) {
		assert_null(dots->rows[i].group_figure);
		assert_null(dots->rows[i].shares);
		assert_true(isnan(dots->rows[i].group_value));
	}
	assert_null(dots->group_head);
	arena_free(bench.arena);
}

static void joins_what_is_a_full_point_apart(void **state)
{
	struct bench bench = bench_new(TEMPLATE_INDIVIDUAL);
	const struct dots_block *dots =
	    &own_dots(&bench, named(fixture_ratings(bench.arena)), 10)->dots;

	(void)state;
	/* Answers go through 1 to 5 evenly, so every mean is 3 but that of the
	 * first item, which misses one 4: 26 / 9. The first person gives 1. */
	assert_true(dots->rows[0].group);
	assert_true(near(dots->rows[1].own_value, 1));
	assert_true(near(dots->rows[1].group_value, 26.0 / 9));
	assert_true(dots->rows[1].apart);
	assert_false(dots->rows[2].apart);
	arena_free(bench.arena);
}

/* Net of 3 actions on an axis from -2 to +2: two plus and no minus, 2/3. */
static void places_a_net_on_the_axis(void **state)
{
	struct bench bench = bench_new(TEMPLATE_INDIVIDUAL);
	struct framework *framework = named(fixture_marks(bench.arena));
	struct answers *answers = fixture_answers(bench.arena, framework);
	const struct block *dots;
	const int values[] = {1, 1, BLANK, -1, -1};

	(void)state;
	fixture_sheet(bench.arena, answers, "P0", values);
	fill_template(&bench);
	dots = in_document(
	    compose_individual_report(bench.arena,
	                              bench_input(&bench, framework,
	                                          score_wave(bench.arena, answers, "w1")),
	                              0, bench.diag),
	    BLOCK_DOTS);
	assert_int_equal(dots->dots.n_points, 5);
	assert_true(near(dots->dots.rows[0].own_value, 2 * 2.0 / 3));
	assert_true(near(dots->dots.rows[1].own_value, -2));
	arena_free(bench.arena);
}

static void sorts_by_plus_less_minus(void **state)
{
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *framework = named(fixture_marks(bench.arena));
	struct answers *answers = fixture_answers(bench.arena, framework);
	/* s: 1 + and 1 - of 3; t: 1 + and 1 - of 2. Both come to 0, t has fewer blanks. */
	const int values[] = {1, -1, BLANK, 1, -1};
	const struct diverging_block *diverging;

	(void)state;
	for (size_t i = 0; i < 5; i++)
		fixture_sheet(bench.arena, answers, arena_printf(bench.arena, "P%zu", i), values);
	fill_template(&bench);
	diverging = &in_document(
	    compose_group_report(bench.arena,
	                         bench_input(&bench, framework,
	                                     score_wave(bench.arena, answers, "w1")),
	                         bench.diag),
	    BLOCK_DIVERGING)->diverging;
	assert_int_equal(diverging->n_rows, 2);
	assert_string_equal(diverging->rows[0].title, "Section t");
	assert_true(near(diverging->rows[0].plus, 0.5));
	assert_true(diverging->rows[0].flagged);
	assert_false(diverging->rows[1].flagged);
	assert_true(near(diverging->rows[1].blank, 1.0 / 3));
	arena_free(bench.arena);
}

static void lists_all_that_tie_at_the_last_place(void **state)
{
	struct rank ranks[] = {{1, 4}, {2, 5}, {3, 4}, {4, 3}, {5, 4}, {6, 1}};
	struct ranks chosen;

	(void)state;
	chosen = ranks_choose(ranks, 6, 3, 0);
	assert_int_equal(chosen.n_ranks, 4);
	assert_true(chosen.tied);
	assert_int_equal(chosen.ranks[0].element, 2);
	assert_int_equal(chosen.ranks[1].element, 1);
	assert_int_equal(chosen.ranks[3].element, 5);
	chosen = ranks_choose(ranks, 6, 3, 4);
	assert_int_equal(chosen.n_ranks, 1);
	assert_false(chosen.tied);
}

static void drops_a_tie_that_doubles_the_list(void **state)
{
	struct rank ranks[] = {{1, 2}, {2, 3}, {3, 2}, {4, 2}, {5, 2}, {6, 1}};
	struct ranks chosen;

	(void)state;
	chosen = ranks_choose(ranks, 6, 2, 0);
	assert_int_equal(chosen.n_ranks, 1);
	assert_int_equal(chosen.ranks[0].element, 2);
	chosen = ranks_choose(ranks, 6, 3, 3);
	assert_int_equal(chosen.n_ranks, 0);
	chosen = ranks_choose(ranks, 0, 3, 0);
	assert_int_equal(chosen.n_ranks, 0);
}

static void takes_the_short_title_when_the_long_one_has_no_room(void **state)
{
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *framework = named(fixture_ratings(bench.arena));
	struct condition brief = {.flag = "short"};
	struct variant variants[2] = {{.text = "Short."}, {.text = NULL}};
	struct wording words[2] = {{"title", variants, 2, {0}}};
	struct template_section section = {.kind = "headline", .words = words, .n_words = 2};
	char text[121];
	const struct document *document;

	(void)state;
	memset(text, 'x', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	variants[0].conditions = &brief;
	variants[0].n_conditions = 1;
	variants[1].text = text;
	words[1] = wording_new(bench.arena, "lead", "Lead.");
	bench.template.sections = &section;
	bench.template.n_sections = 1;
	bench_input(&bench, framework, people(bench.arena, framework, 6));
	document = compose_group_report(bench.arena, &bench.input, bench.diag);
	assert_string_equal(in_document(document, BLOCK_HEADING)->heading.text, "Short.");
	text[110] = '\0';
	document = compose_group_report(bench.arena, &bench.input, bench.diag);
	assert_int_equal(text_length(in_document(document, BLOCK_HEADING)->heading.text), 110);
	arena_free(bench.arena);
}

static void names_a_level_that_is_not_there(void **state)
{
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *framework = named(fixture_ratings(bench.arena));

	(void)state;
	fill_template(&bench);
	for (size_t i = 0; i < bench.template.n_sections; i++)
		bench.template.sections[i].level = "skil";
	bench_input(&bench, framework, people(bench.arena, framework, 6));
	compose_group_report(bench.arena, &bench.input, bench.diag);
	assert_true(diag_n_errors(bench.diag) > 0);
	arena_free(bench.arena);
}

static void ships_templates_that_pass_the_check(void **state)
{
	static const char *const paths[] = {"templates/worksheet.yaml",
	                                    "templates/report-group.yaml",
	                                    "templates/report-individual.yaml"};

	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		struct arena *arena = arena_new();
		struct diag *diag = diag_new(arena);
		const struct template *template = read_template(arena, diag, paths[i]);

		assert_non_null(template);
		assert_true(compose_check(template, diag));
		assert_int_equal(diag_n_errors(diag), 0);
		arena_free(arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sets_all_that_the_check_grants),
		cmocka_unit_test(names_what_a_template_gets_wrong),
		cmocka_unit_test(shows_nothing_of_a_group_that_is_too_small),
		cmocka_unit_test(gives_a_template_no_figure_of_a_small_group),
		cmocka_unit_test(keeps_a_floor_under_the_limit),
		cmocka_unit_test(shows_single_people_from_eight),
		cmocka_unit_test(hides_the_group_from_a_person_in_a_small_one),
		cmocka_unit_test(joins_what_is_a_full_point_apart),
		cmocka_unit_test(places_a_net_on_the_axis),
		cmocka_unit_test(sorts_by_plus_less_minus),
		cmocka_unit_test(lists_all_that_tie_at_the_last_place),
		cmocka_unit_test(drops_a_tie_that_doubles_the_list),
		cmocka_unit_test(takes_the_short_title_when_the_long_one_has_no_room),
		cmocka_unit_test(names_a_level_that_is_not_there),
		cmocka_unit_test(ships_templates_that_pass_the_check),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
