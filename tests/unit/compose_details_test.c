#include "unit.h"

#include "compose_bench.h"

#define N(array) (sizeof(array) / sizeof *(array))

/* One section of a kind with these words, pairs of key and text. */
static const struct document *report_with(struct bench *bench, const char *kind,
                                          const char *const *words, size_t n)
{
	struct template_section *section = ARENA_NEW(bench->arena, struct template_section);

	/* The bench has moved since its input was set. */
	bench->input.template = &bench->template;
	bench->input.theme = &bench->theme;
	bench->template.sections = section;
	bench->template.n_sections = 1;
	bench->template.words = ARENA_ARRAY(bench->arena, struct wording, 2);
	bench->template.words[0] = wording_new(bench->arena, "decimal-sign", ".");
	bench->template.words[1] = wording_new(bench->arena, "net", "{number}%");
	bench->template.n_words = 2;
	section->kind = kind;
	section->n_words = n / 2;
	section->words = ARENA_ARRAY(bench->arena, struct wording, section->n_words);
	for (size_t i = 0; i < section->n_words; i++)
		section->words[i] = wording_new(bench->arena, words[2 * i], words[2 * i + 1]);
	return compose_group_report(bench->arena, &bench->input, bench->diag);
}

/* `n` people of a wave who answer `value`, those from `silent` on nothing to
 * the first item; and what they agreed on, which is a point more. */
static struct bench bench_of(size_t n, size_t silent, int value)
{
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *f = plain(named(fixture_ratings(bench.arena)));
	struct answers *answers = fixture_answers(bench.arena, f);
	int values[7];

	for (size_t person = 0; person < n; person++) {
		for (size_t i = 0; i < 7; i++)
			values[i] = i == 0 && person >= silent ? BLANK : value;
		fixture_sheet(bench.arena, answers, arena_printf(bench.arena, "P%02zu", person),
		              values);
	}
	for (size_t i = 0; i < 7; i++)
		values[i] = value + 1;
	fixture_sheet(bench.arena, answers, "", values)->kind = SHEET_CONSENSUS;
	bench_input(&bench, f, score_wave(bench.arena, answers, "w1"));
	return bench;
}

static const char *const details_words[] = {
	"title", "T", "aside", "{figure} {part-band} {n} {part-agreement}",
	"withheld", "{n} of {needed}", "people-head", "n", "value-head", "Mean",
	"agreement-head", "A", "minus-head", "-", "blank-head", "0", "plus-head", "+",
	"flag", "Split", "points", "{first}-{last}", "signs", "-0+",
	"distribution", "{point}={percent}", "finding", "F {part-name}"};

static void shows_items_with_what_they_rest_on(void **state)
{
	struct bench bench = bench_of(9, 8, 3);
	const struct details_block *details;

	(void)state;
	details = &in_document(report_with(&bench, "item-details", details_words,
	                                   N(details_words)), BLOCK_DETAILS)->details;
	assert_int_equal(diag_n_errors(bench.diag), 0);
	/* five answers of 3 are 15: the first of the good ones */
	assert_string_equal(details->aside, "15.0 Good 9 1.00");
	assert_string_equal(details->words.finding, "F Section a");
	assert_int_equal(details->n_rows, 5);
	assert_string_equal(details->rows[0].figures[0], "8");
	assert_string_equal(details->rows[1].figures[0], "9");
	assert_string_equal(details->rows[1].figures[1], "3.0");
	assert_string_equal(details->rows[1].figures[2], "1.00");
	assert_string_equal(details->rows[1].distribution, "3=100");
	assert_true(details->rows[1].shares[2] == 1);
	assert_false(details->rows[1].flagged);
	assert_string_equal(details->scale_head, "1-5");
	arena_free(bench.arena);
}

/* Of 9 people 7 answered the first item: too few to show single ones. */
static void draws_single_answers_item_by_item(void **state)
{
	struct bench bench = bench_of(9, 7, 3);
	const struct details_block *details;

	(void)state;
	details = &in_document(report_with(&bench, "item-details", details_words,
	                                   N(details_words)), BLOCK_DETAILS)->details;
	assert_null(details->rows[0].shares);
	assert_null(details->rows[0].distribution);
	assert_string_equal(details->rows[0].figures[1], "3");
	assert_non_null(details->rows[1].shares);
	arena_free(bench.arena);
}

static void tells_nothing_of_few(void **state)
{
	struct bench few = bench_of(4, 4, 3), silent = bench_of(9, 4, 3);
	const struct details_block *details;

	(void)state;
	assert_null(in_document(report_with(&few, "item-details", details_words,
	                                    N(details_words)), BLOCK_DETAILS));
	details = &in_document(report_with(&silent, "item-details", details_words,
	                                   N(details_words)), BLOCK_DETAILS)->details;
	assert_string_equal(details->rows[0].note, "4 of 5");
	assert_null(details->rows[0].figures[0]);
	assert_null(details->rows[0].shares);
	arena_free(few.arena);
	arena_free(silent.arena);
}

static const char *const consensus_words[] = {
	"title", "{higher-count} {lower-count} {same-count} {count}", "mean-head", "Alone",
	"consensus-head", "Together", "difference-head", "D", "overall-head", "All",
	"items-head", "Items", "plus", "+", "minus", "-", "blank", "0"};

static void sets_what_was_agreed_beside_the_mean(void **state)
{
	struct bench bench = bench_of(9, 4, 3);
	const struct document *document =
	    report_with(&bench, "consensus", consensus_words, N(consensus_words));
	const struct table_block *table = &in_document(document, BLOCK_TABLE)->table;

	(void)state;
	assert_int_equal(diag_n_errors(bench.diag), 0);
	/* 7 items of 3 against 7 of 4; both sections are higher; of 6 items that tie
	 * with the fifth as many are listed, but the first, which 4 people answered */
	assert_string_equal(table->caption, "2 0 0 6");
	assert_string_equal(table->rows[0].cells[0], "All");
	assert_string_equal(table->rows[0].cells[1], "21.0");
	assert_string_equal(table->rows[0].cells[2], "28");
	assert_string_equal(table->rows[0].cells[3], "+7.0");
	assert_string_equal(table->rows[1].cells[3], "+5.0");
	assert_true(table->rows[3].group);
	assert_string_equal(table->rows[4].cells[0], "Item a-2");
	assert_int_equal(table->n_rows, 1 + 2 + 1 + 6);
	arena_free(bench.arena);
}

static void agrees_on_nothing_where_too_few_answered(void **state)
{
	struct bench bench = bench_of(4, 4, 3);

	(void)state;
	assert_null(in_document(report_with(&bench, "consensus", consensus_words,
	                                    N(consensus_words)), BLOCK_TABLE));
	arena_free(bench.arena);
}

static const char *const explanation_words[] = {
	"title", "T", "provenance", "P", "credit", "{names}", "limits", "{from}",
	"part-place-title", "{bands-name}", "part-place", "{steps}",
	"part-place-entry", "{part-name} {figure} {part-band}",
	"benchmark-title", "B {part-name}",
	"benchmark", "{population} {year} {size} {finding} {benchmark-source} {provenance}"};

static const struct table_row *find_row(const struct table_block *table, const char *title)
{
	for (size_t i = 0; i < table->n_rows; i++)
		if (table->rows[i].cells[0] != NULL && strcmp(table->rows[i].cells[0], title) == 0)
			return &table->rows[i];
	return NULL;
}

static void tells_places_and_benchmarks(void **state)
{
	static struct edition edition = {"own", "Own", 3};
	static struct benchmark benchmark = {
		.id = "b", .edition = &edition, .element = 1, .population = "Banks", .year = 2020, .n = 212,
		.finding = "Low.", .source = "A study"};
	struct bench bench = bench_of(9, 9, 3);
	struct framework *f = (struct framework *)(uintptr_t)bench.input.framework;
	const struct table_block *table;

	(void)state;
	f->benchmarks = &benchmark;
	f->n_benchmarks = 1;
	table = &in_document(report_with(&bench, "explanation", explanation_words,
	                                 N(explanation_words)), BLOCK_TABLE)->table;
	assert_int_equal(diag_n_errors(bench.diag), 0);
	assert_string_equal(find_row(table, "bands")->cells[1],
	                    "Section a 15.0 Good; Section b 6.0 Poor");
	assert_string_equal(find_row(table, "B Section a")->cells[1],
	                    "Banks 2020 212 Low. A study P");
	arena_free(bench.arena);
}

static const char *const bar_words[] = {
	"value-head", "Mean", "withheld", "{n}", "finding", "{rows}",
	"key-peer", "{population} {year} {size}"};

static struct benchmark mean_of(size_t element, const struct edition *edition, int year, double mean)
{
	return (struct benchmark){.id = "b", .element = element, .population = "Banks",
	                          .year = year, .n = 212, .edition = edition, .mean = mean,
	                          .source = "A study"};
}

/* The tick is that of the newest study of the framework's own edition; another study's means
 * never stand beside it. */
static void peers_are_of_one_study_and_edition(void **state)
{
	static const struct edition own = {"own", "Own", 3}, other = {"other", "Other", 5};
	struct bench bench = bench_of(9, 9, 3);
	struct framework *f = (struct framework *)(uintptr_t)bench.input.framework;
	size_t a = framework_find(f, "a"), b = framework_find(f, "b");
	struct benchmark all[] = {mean_of(a, &own, 2020, 11), mean_of(b, &own, 2019, 5),
	                          mean_of(b, &other, 2024, 6)};
	const struct benchmark *only[] = {&all[2]};
	const struct bars_block *bars;
	double low, high;

	(void)state;
	f->edition = &own;
	f->benchmarks = all;
	f->n_benchmarks = N(all);
	bars = &in_document(report_with(&bench, "bars", bar_words, N(bar_words)), BLOCK_BARS)->bars;
	assert_string_equal(bars->key_peer, "Banks 2020 212");
	/* the two sections have different ranges: the bars are in percent of them */
	assert_true(framework_range(f, a, &low, &high));
	assert_true(fabs(bars->bars[0].peer - 100 * (11 - low) / (high - low)) < 1e-9);
	assert_true(isnan(bars->bars[1].peer));

	bench.input.benchmarks = only;
	bench.input.n_benchmarks = 1;
	bars = &in_document(report_with(&bench, "bars", bar_words, N(bar_words)), BLOCK_BARS)->bars;
	assert_null(bars->key_peer);
	assert_true(isnan(bars->bars[0].peer) && isnan(bars->bars[1].peer));
	assert_int_equal(diag_n_errors(bench.diag), 0);
	arena_free(bench.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shows_items_with_what_they_rest_on),
		cmocka_unit_test(draws_single_answers_item_by_item),
		cmocka_unit_test(tells_nothing_of_few),
		cmocka_unit_test(sets_what_was_agreed_beside_the_mean),
		cmocka_unit_test(agrees_on_nothing_where_too_few_answered),
		cmocka_unit_test(tells_places_and_benchmarks),
		cmocka_unit_test(peers_are_of_one_study_and_edition),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
