#include "unit.h"

#include <string.h>

#include "compose_bench.h"
#include "yaml/read.h"

/* A section of one kind whose words are given as pairs of key and text. */
static const struct document *document_with(struct bench *bench, const char *kind,
                                            const char *const *words, size_t n)
{
	struct template_section *section = ARENA_NEW(bench->arena, struct template_section);

	section->kind = kind;
	section->words = ARENA_ARRAY(bench->arena, struct wording, n);
	section->n_words = n;
	for (size_t i = 0; i < n; i++)
		section->words[i] = wording_new(bench->arena, words[2 * i], words[2 * i + 1]);
	bench->template.sections = section;
	bench->template.n_sections = 1;
	if (bench->template.kind == TEMPLATE_GROUP)
		return compose_group_report(bench->arena, &bench->input, bench->diag);
	return compose_individual_report(bench->arena, &bench->input, 0, bench->diag);
}

static void keeps_the_capitals_of_nouns_where_the_language_does(void **state)
{
	static const char *const words[] = {"title", "{item} {counted-items}", "lead", "x"};
	static const char *const languages[] = {"en", "de", "de-CH", "den"};
	static const char *const expected[] = {"item items", "Item Items", "Item Items", "item items"};

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		struct bench bench = bench_new(TEMPLATE_GROUP);
		struct framework *framework = named(fixture_ratings(bench.arena));

		framework->language = languages[i];
		framework->levels[2].plural = "Items";
		bench_input(&bench, framework, people(bench.arena, framework, 6));
		assert_string_equal(in_document(document_with(&bench, "headline", words, 2),
		                                BLOCK_HEADING)->heading.text, expected[i]);
		arena_free(bench.arena);
	}
}

/* `n` people who all give these answers, and last ones who give `others`. */
static const struct scores *same_answers(struct bench *bench, const struct framework *framework,
                                         const int *values, size_t n, const int *others,
                                         size_t n_others)
{
	struct answers *answers = fixture_answers(bench->arena, framework);

	for (size_t i = 0; i < n + n_others; i++)
		fixture_sheet(bench->arena, answers, arena_printf(bench->arena, "P%zu", i),
		              i < n ? values : others);
	return score_wave(bench->arena, answers, "w1");
}

static struct variant *flag_variants(struct arena *arena, const char *const *flags, size_t n)
{
	struct variant *variants = ARENA_ARRAY(arena, struct variant, n + 1);

	for (size_t i = 0; i < n; i++) {
		struct condition *condition = ARENA_NEW(arena, struct condition);

		condition->flag = flags[i];
		variants[i] = (struct variant){.conditions = condition, .n_conditions = 1,
		                               .text = flags[i]};
	}
	variants[n].text = "-";
	return variants;
}

/* The title of a section in which each flag stands for itself. */
static const char *title_by_flags(struct bench *bench, const char *kind, const char *const *flags,
                                  size_t n)
{
	const struct section_kind *row = section_kind_find(kind, bench->template.kind);
	struct template_section section = {.kind = kind};
	const struct document *document;
	const struct block *heading;

	section.words = all_words(bench->arena, row->words, "", &section.n_words);
	for (size_t i = 0; i < section.n_words; i++)
		if (strcmp(section.words[i].key, "title") == 0) {
			section.words[i].n_variants = n + 1;
			section.words[i].variants = flag_variants(bench->arena, flags, n);
		}
	bench->template.sections = &section;
	bench->template.n_sections = 1;
	document = bench->template.kind == TEMPLATE_GROUP
	               ? compose_group_report(bench->arena, &bench->input, bench->diag)
	               : compose_individual_report(bench->arena, &bench->input, 0, bench->diag);
	heading = in_document(document, BLOCK_HEADING);
	return heading == NULL ? NULL : heading->heading.text;
}

static void says_that_all_agree_only_when_they_do(void **state)
{
	static const char *const flags[] = {"partial", "complete", "none"};
	static const int threes[] = {3, 3, 3, 3, 3, 3, 3}, gap[] = {BLANK, 3, 3, 3, 3, 3, 3};
	static const int ones[] = {1, 1, 1, 1, 1, 1, 1}, blanks[] = {
		BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK};
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *framework = plain(named(fixture_ratings(bench.arena)));

	(void)state;
	bench_input(&bench, framework, same_answers(&bench, framework, threes, 6, NULL, 0));
	assert_string_equal(title_by_flags(&bench, "agreement", flags, 3), "complete");
	bench_input(&bench, framework, same_answers(&bench, framework, threes, 4, gap, 4));
	assert_string_equal(title_by_flags(&bench, "agreement", flags, 3), "partial");
	/* All differ to the same degree: nothing stands out, and nobody agrees. */
	bench_input(&bench, framework, same_answers(&bench, framework, threes, 4, ones, 4));
	assert_string_equal(title_by_flags(&bench, "agreement", flags, 3), "none");
	/* No item with enough answers: nothing to say. */
	framework->levels[0].rule.measure = framework->levels[1].rule.measure = MEASURE_NONE;
	for (size_t i = 0; i < 2; i++) {
		const int parts[] = {3, 3, 3, BLANK, BLANK, BLANK, BLANK};
		const int others[] = {BLANK, BLANK, BLANK, 3, 3, 3, 3};

		bench_input(&bench, framework,
		            i == 0 ? same_answers(&bench, framework, parts, 4, others, 4)
		                   : same_answers(&bench, framework, blanks, 6, NULL, 0));
		assert_null(title_by_flags(&bench, "agreement", flags, 3));
	}
	arena_free(bench.arena);
}

/* Agreement is complete on 5 of 7 items and half on 2; these are below the mean. */
static void lists_only_what_divides_more_than_the_mean(void **state)
{
	static const int some[] = {3, 3, 3, 3, 3, 1, 5}, others[] = {3, 3, 3, 3, 3, 5, 1};
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *framework = plain(named(fixture_ratings(bench.arena)));

	(void)state;
	fill_template(&bench);
	for (size_t i = 0; i < bench.template.n_sections; i++)
		if (strcmp(bench.template.sections[i].kind, "agreement") == 0) {
			bench.template.sections += i;
			break;
		}
	bench.template.n_sections = 1;
	bench_input(&bench, framework, same_answers(&bench, framework, some, 4, others, 4));
	assert_int_equal(in_document(compose_group_report(bench.arena, &bench.input, bench.diag),
	                             BLOCK_RANKING)->ranking.n_rows, 2);
	arena_free(bench.arena);
}

/* Means of 5 and 4 on a scale of 1 to 5: what is lowest is no gap. */
static void calls_nothing_a_gap_that_is_above_the_middle(void **state)
{
	static const int high[] = {5, 5, 5, 5, 5, 4, 4}, wide[] = {5, 5, 5, 5, 5, 1, 1};
	static const char *const flags[] = {"relative"};
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *framework = plain(named(fixture_ratings(bench.arena)));

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct template_section section = {.kind = "ranking"};
		const struct block *columns;

		section.words = all_words(bench.arena,
		                          section_kind_find("ranking", TEMPLATE_GROUP)->words, "",
		                          &section.n_words);
		for (size_t w = 0; w < section.n_words; w++)
			if (strstr(section.words[w].key, "-title") != NULL) {
				section.words[w].n_variants = 2;
				section.words[w].variants =
				    flag_variants(bench.arena, flags, 1);
			}
		section.count = 5;
		bench.template.sections = &section;
		bench.template.n_sections = 1;
		bench_input(&bench, framework,
		            same_answers(&bench, framework, i == 0 ? high : wide, 8, NULL, 0));
		columns = in_document(compose_group_report(bench.arena, &bench.input, bench.diag),
		                      BLOCK_COLUMNS);
		assert_string_equal(columns->children[0].ranking.title, "-");
		assert_int_equal(columns->children[0].ranking.n_rows, 5);
		assert_string_equal(columns->children[1].ranking.title, i == 0 ? "relative" : "-");
		assert_int_equal(columns->children[1].ranking.n_rows, 2);
	}
	arena_free(bench.arena);
}

/* Own net -1, group (6 x 1 - 1) / 7: lower, whatever bands there are. */
static void compares_nets_by_their_value(void **state)
{
	static const char *const flags[] = {"staged", "lower", "higher"};
	static const int plus[] = {1, 1, 1, 1, 1}, minus[] = {-1, -1, -1, -1, -1};
	static const struct band all[] = {{.id = "all", .title = "All", .from = -1, .to = 1}};
	struct bench bench = bench_new(TEMPLATE_INDIVIDUAL);
	struct framework *framework = named(fixture_marks(bench.arena));

	(void)state;
	framework->levels[0].rule.bands = fixture_bands(bench.arena, all, 1);
	bench_input(&bench, framework, same_answers(&bench, framework, minus, 1, plus, 6));
	assert_string_equal(title_by_flags(&bench, "headline", flags, 3), "lower");
	arena_free(bench.arena);
}

/* The person gives +, -, + where the group's nets are -, - and 0. */
static void lists_only_marks_that_differ_from_most(void **state)
{
	static const int own[] = {1, -1, 1, BLANK, BLANK}, some[] = {-1, -1, -1, 1, 1};
	static const char *const words[] = {"title", "t", "text-head", "i", "own-head", "o",
	                                    "group-head", "g", "own-figure", "{figure}"};
	struct bench bench = bench_new(TEMPLATE_INDIVIDUAL);
	struct framework *framework = named(fixture_marks(bench.arena));
	struct answers *answers = fixture_answers(bench.arena, framework);
	const struct table_block *table;

	(void)state;
	fixture_sheet(bench.arena, answers, "P0", own);
	for (size_t i = 1; i < 8; i++) {
		struct sheet *sheet = fixture_sheet(bench.arena, answers,
		                                    arena_printf(bench.arena, "P%zu", i), some);

		sheet->values[2] = i < 4 ? 1 : -1; /* 4 of 8 in all */
	}
	bench_input(&bench, framework, score_wave(bench.arena, answers, "w1"));
	table = &in_document(document_with(&bench, "differences", words, 5), BLOCK_TABLE)->table;
	assert_int_equal(table->n_rows, 1);
	assert_string_equal(table->rows[0].cells[0], "Item s-1");
	arena_free(bench.arena);
}

/* Two of three crosses are needed for a net: one is an answer all the same. */
static void tells_what_is_not_scored_from_what_is_blank(void **state)
{
	static const int own[] = {1, BLANK, BLANK, BLANK, BLANK};
	struct bench bench = bench_new(TEMPLATE_INDIVIDUAL);
	struct framework *framework = named(fixture_marks(bench.arena));
	const struct dots_block *dots;

	(void)state;
	framework->levels[1].rule.minimum = 0.5;
	fill_template(&bench);
	bench_input(&bench, framework, same_answers(&bench, framework, own, 1, NULL, 0));
	for (size_t i = 0; i < bench.template.n_sections; i++) {
		struct template_section *section = &bench.template.sections[i];

		for (size_t w = 0; w < section->n_words; w++)
			if (strcmp(section->words[w].key, "no-answer") == 0 ||
			    strcmp(section->words[w].key, "no-score") == 0)
				section->words[w].variants->text = section->words[w].key;
	}
	dots = &in_document(compose_individual_report(bench.arena, &bench.input, 0, bench.diag),
	                    BLOCK_DOTS)->dots;
	assert_string_equal(dots->rows[0].own_figure, "no-score");
	assert_string_equal(dots->rows[1].own_figure, "no-answer");
	arena_free(bench.arena);
}

/* The cell of the explanation whose title is `title`, from the shipped template. */
static const char *explained(struct bench *bench, const char *title)
{
	const struct document *document =
	    compose_group_report(bench->arena, &bench->input, bench->diag);
	const struct table_block *table = &in_document(document, BLOCK_TABLE)->table;

	for (size_t i = 0; i < table->n_rows; i++)
		if (table->rows[i].cells[0] != NULL && strcmp(table->rows[i].cells[0], title) == 0)
			return table->rows[i].cells[1];
	return "";
}

static void explains_how_each_level_is_scored(void **state)
{
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *framework = named(fixture_ratings(bench.arena));

	(void)state;
	bench.template = *read_template(bench.arena, bench.diag, "templates/report-group.yaml");
	framework->source = "A source.";
	bench_input(&bench, framework, people(bench.arena, framework, 8));
	assert_non_null(strstr(explained(&bench, "Overall score"),
	                       "The two section scores are added up, from 8 to 40; all of them"));
	assert_non_null(strstr(explained(&bench, "Section"),
	                       "The answers are added up. At least 80% of them must be there; the "
	                       "sum is then scaled up"));
	assert_non_null(strstr(explained(&bench, "Weights"), "weigh more or less"));
	assert_non_null(strstr(explained(&bench, "Counted in reverse"), "turned round"));
	assert_non_null(strstr(explained(&bench, "bands limits, overall score"), "Low 8 to 19"));
	assert_non_null(strstr(explained(&bench, "bands limits, section"), "Poor 3 to 14"));
	framework->levels[0].rule = (struct rule){.measure = MEASURE_MEAN, .minimum = 0.5,
	                                          .from = SCORE_FROM_SECTIONS};
	framework->levels[1].rule = (struct rule){.measure = MEASURE_MEAN, .minimum = 0.5};
	bench_input(&bench, framework, people(bench.arena, framework, 8));
	assert_non_null(strstr(explained(&bench, "Overall score"),
	                       "The mean of the two section scores, from 1 to 5. At least one"));
	assert_null(strstr(explained(&bench, "Blank answers"), "scaled up"));
	assert_string_equal(explained(&bench, "Place on the ladder"), "");
	framework->levels[0].rule.measure = MEASURE_NONE;
	assert_non_null(strstr(explained(&bench, "Overall score"), "gives no overall score"));
	assert_int_equal(diag_n_errors(bench.diag), 0);
	arena_free(bench.arena);
}

/* 0.8 of two is two: then nothing may be missing, and nothing is scaled up. */
static void asks_for_all_where_the_minimum_is_all(void **state)
{
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *framework = named(fixture_ratings(bench.arena));

	(void)state;
	bench.template = *read_template(bench.arena, bench.diag, "templates/report-group.yaml");
	framework->levels[0].rule.minimum = 0.8;
	framework->levels[0].rule.prorate = true;
	bench_input(&bench, framework, people(bench.arena, framework, 8));
	assert_non_null(strstr(explained(&bench, "Overall score"), "; all of them must be there"));
	framework->levels[1].rule.minimum = 1;
	assert_null(strstr(explained(&bench, "Blank answers"), "scaled up"));
	arena_free(bench.arena);
}

static void counts_no_blanks_of_few_people(void **state)
{
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *framework = named(fixture_ratings(bench.arena));

	(void)state;
	bench.template = *read_template(bench.arena, bench.diag, "templates/report-group.yaml");
	bench_input(&bench, framework, people(bench.arena, framework, 4));
	assert_string_equal(explained(&bench, "Answers"),
	                    "4 people handed in a sheet with 7 item. All figures are withheld until "
	                    "5 have.");
	bench_input(&bench, framework, people(bench.arena, framework, 5));
	assert_non_null(strstr(explained(&bench, "Answers"), "1 of 35 answers are blank"));
	arena_free(bench.arena);
}

/* Nobody has an overall score, but each section is answered by some. */
static void rests_the_key_on_what_is_shown(void **state)
{
	static const int first[] = {3, 3, 3, 3, 3, BLANK, BLANK}, both[] = {1, 1, 1, 1, 1, 2, 3};
	static const int second[] = {BLANK, BLANK, BLANK, BLANK, BLANK, 1, 5};
	struct bench bench = bench_new(TEMPLATE_INDIVIDUAL);
	struct framework *framework = plain(named(fixture_ratings(bench.arena)));
	const struct document *document;
	const struct dots_block *dots;

	(void)state;
	bench.template =
	    *read_template(bench.arena, bench.diag, "templates/report-individual.yaml");
	bench_input(&bench, framework, same_answers(&bench, framework, first, 8, second, 8));
	document = compose_individual_report(bench.arena, &bench.input, 0, bench.diag);
	dots = &in_document(document, BLOCK_DOTS)->dots;
	assert_non_null(dots->key_people);
	assert_true(dots->key_shares[0] == 1.0 / 8);
	assert_null(strstr(in_document(document, BLOCK_PARAGRAPH)->paragraph.text, "hidden"));
	/* Eight people on the items of b, sixteen on those of a: one bubble
	 * cannot stand for a person of both. */
	bench_input(&bench, framework, same_answers(&bench, framework, first, 8, both, 8));
	document = compose_individual_report(bench.arena, &bench.input, 0, bench.diag);
	dots = &in_document(document, BLOCK_DOTS)->dots;
	assert_null(dots->key_people);
	bench_input(&bench, framework, same_answers(&bench, framework, first, 2, second, 2));
	document = compose_individual_report(bench.arena, &bench.input, 0, bench.diag);
	assert_non_null(strstr(in_document(document, BLOCK_PARAGRAPH)->paragraph.text, "hidden"));
	arena_free(bench.arena);
}

/* Section t has the higher net, but only three people whose net counts. */
static void puts_withheld_rows_last(void **state)
{
	static const int all[] = {-1, -1, -1, 1, 1}, some[] = {-1, -1, -1, 1, BLANK};
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *framework = named(fixture_marks(bench.arena));
	const struct diverging_block *chart;

	(void)state;
	framework->levels[1].rule.minimum = 1;
	bench.template = *read_template(bench.arena, bench.diag, "templates/report-group.yaml");
	bench_input(&bench, framework, same_answers(&bench, framework, all, 3, some, 3));
	chart = &in_document(compose_group_report(bench.arena, &bench.input, bench.diag),
	                     BLOCK_DIVERGING)->diverging;
	assert_int_equal(chart->n_rows, 2);
	assert_string_equal(chart->rows[0].title, "Section s");
	assert_string_equal(chart->rows[1].title, "Section t");
	assert_non_null(chart->rows[1].note);
	arena_free(bench.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keeps_the_capitals_of_nouns_where_the_language_does),
		cmocka_unit_test(says_that_all_agree_only_when_they_do),
		cmocka_unit_test(lists_only_what_divides_more_than_the_mean),
		cmocka_unit_test(calls_nothing_a_gap_that_is_above_the_middle),
		cmocka_unit_test(compares_nets_by_their_value),
		cmocka_unit_test(lists_only_marks_that_differ_from_most),
		cmocka_unit_test(tells_what_is_not_scored_from_what_is_blank),
		cmocka_unit_test(explains_how_each_level_is_scored),
		cmocka_unit_test(asks_for_all_where_the_minimum_is_all),
		cmocka_unit_test(counts_no_blanks_of_few_people),
		cmocka_unit_test(rests_the_key_on_what_is_shown),
		cmocka_unit_test(puts_withheld_rows_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
