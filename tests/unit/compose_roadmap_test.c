#include "unit.h"

#include <math.h>
#include <string.h>

#include "path_fixture.h"

/* The path of the picture of a roadmap: steps that some phases have and some have not. */
static const struct part path[] = {
	{1, "start", "Start", false},
	{2, "s-strategy", "Strategy", false},    {3, "s1", "Ask", false},
	{2, "s-design", "Design", false},        {3, "s2", "Draw", false},
	{2, "s-capacity", "Capacity", false},    {3, "s3", "Hire", false},
	{2, "s-signs", "Signs", false},          {3, "s4", "Smiles", true},
	{1, "middle", "Middle", false},
	{2, "m-strategy", "Strategy", false},    {3, "m1", "Plan", false}, {3, "m2", "Grow", false},
	{2, "m-voice", "Voice", false},          {3, "m3", "Listen", false},
	{2, "m-design", "Design", false},        {3, "m4", "Build", false},
	{2, "m-culture", "Culture", false},      {3, "m5", "Reward", false},
	{2, "m-capacity", "Capacity", false},    {3, "m6", "Train", false},
	{2, "m-signs", "Signs", false},          {3, "m7", "Habits", true}, {3, "m8", "Money", true},
	{1, "end", "End", false},
	{2, "e-strategy", "Strategy", false},    {3, "e1", "Years", false},
	{2, "e-culture", "Culture", false},      {3, "e2", "Empathy", false},
	{2, "e-performance", "Performance", false}, {3, "e3", "Appraise", false},
};

enum { N_PATH = sizeof path / sizeof *path, N_ITEMS = 15 };

static void set_detail(struct arena *arena, const struct scores *scores, size_t item, size_t column,
                       struct value value)
{
	struct value **details = scores->consensus_sheet->details;

	if (details[item] == NULL)
		details[item] = ARENA_ARRAY(arena, struct value, 3);
	value.given = true;
	details[item][column] = value;
}

/* Start is done but for one, the middle is under way, nobody has begun its culture. */
static const int usual[N_ITEMS] = {
	DONE, DONE, STARTED, 1,
	DONE, STARTED, DONE, STARTED, OPEN, STARTED, 1, ANSWER_BLANK,
	STARTED, OPEN, ANSWER_EXCLUDED};

static struct bench usual_bench(void)
{
	struct bench bench = bench_new(TEMPLATE_GROUP);
	struct framework *f = make_path(bench.arena, path, N_PATH);

	bench.input.framework = f;
	bench.input.scores = team(bench.arena, f, "w2", usual);
	return bench;
}

/* The wave before that of the input, or none. */
static void set_before(struct bench *bench, const struct scores *before)
{
	const struct scores **waves = ARENA_ARRAY(bench->arena, const struct scores *, 2);

	waves[0] = before;
	waves[1] = bench->input.scores;
	bench->input.waves = before == NULL ? waves + 1 : waves;
	bench->input.n_waves = before == NULL ? 1 : 2;
}

static void can_say_all_that_the_tables_grant(void **state)
{
	struct bench bench = usual_bench();

	(void)state;
	bench_point(&bench);
	set_before(&bench, team(bench.arena, bench.input.framework, "w1", usual));
	set_detail(bench.arena, bench.input.scores, 2, 1, (struct value){.number = 20000});
	fill_template(&bench);
	assert_true(compose_check(&bench.template, bench.diag));
	assert_non_null(compose_group_report(bench.arena, &bench.input, bench.diag));
	assert_int_equal(diag_n_errors(bench.diag), 0);
	arena_free(bench.arena);
}

static const char *const roadmap_text[] = {
	"title", "T", "finding", "{rows}", "phase-text", "{done} of {of}", "figure", "{done}/{of}",
	"key-done", "d", "key-blank", "b", "key-excluded", "x", "key-none", "n",
	"note", "{position} {position-percent} {complete-percent}"};

static void puts_steps_of_all_phases_into_one_order(void **state)
{
	/* Voice stands before the Design that follows it, Performance at the end. */
	static const char *const rows[] = {"Strategy", "Voice", "Design", "Culture", "Capacity",
	                                   "Performance"};
	struct bench bench = usual_bench();
	const struct squares_block *squares;

	(void)state;
	bench_point(&bench);
	squares = &in_document(report_with(&bench, "roadmap", roadmap_text, 9),
	                       BLOCK_SQUARES)->squares;
	assert_int_equal(squares->n_columns, 3);
	assert_int_equal(squares->n_rows, 6);
	for (size_t i = 0; i < 6; i++)
		assert_string_equal(squares->rows[i].title, rows[i]);
	arena_free(bench.arena);
}

static void draws_what_is_done_and_where_people_stand(void **state)
{
	struct bench bench = usual_bench();
	const struct document *document;
	const struct squares_block *squares;

	(void)state;
	bench_point(&bench);
	document = report_with(&bench, "roadmap", roadmap_text, 9);
	squares = &in_document(document, BLOCK_SQUARES)->squares;
	/* 2 of 3 of the start is 67%, above 60%; 2 of 6 of the middle is 33% */
	assert_false(squares->columns[0].current);
	assert_true(squares->columns[1].current);
	assert_string_equal(squares->columns[0].text, "2 of 3");
	assert_true(fabs(squares->columns[1].done - 2.0 / 6) < 1e-9);
	assert_true(fabs(squares->columns[1].started - 3.0 / 6) < 1e-9);
	assert_string_equal(in_document(document, BLOCK_PARAGRAPH)->paragraph.text,
	                    "Middle 33 60");
	assert_string_equal(squares->rows[0].cells[1].figure, "1/2");
	assert_int_equal(squares->rows[0].cells[1].squares[0], SQUARE_DONE);
	assert_int_equal(squares->rows[0].cells[1].squares[1], SQUARE_STARTED);
	assert_int_equal(squares->rows[1].cells[0].n_squares, 0);
	/* what does not apply is in no count */
	assert_int_equal(squares->rows[5].cells[2].squares[0], SQUARE_EXCLUDED);
	assert_string_equal(squares->columns[2].text, "0 of 2");
	assert_string_equal(squares->key[SQUARE_EXCLUDED], "x");
	assert_null(squares->key[SQUARE_BLANK]);
	assert_string_equal(squares->key_none, "n");
	arena_free(bench.arena);
}

/* Each flag stands for itself in the title. */
static const char *headline_by(struct bench *bench, const char *const *flags, size_t n)
{
	const char *words[] = {"title", "-", "lead", "x"};
	struct template_section *section;
	const struct document *document;
	struct variant *variants = ARENA_ARRAY(bench->arena, struct variant, n + 1);

	report_with(bench, "status-headline", words, 2);
	for (size_t i = 0; i < n; i++) {
		struct condition *condition = ARENA_NEW(bench->arena, struct condition);

		condition->flag = flags[i];
		variants[i] = (struct variant){.conditions = condition, .n_conditions = 1,
		                               .text = flags[i]};
	}
	variants[n].text = "-";
	section = bench->template.sections;
	section->words[0].variants = variants;
	section->words[0].n_variants = n + 1;
	document = compose_group_report(bench->arena, &bench->input, bench->diag);
	return in_document(document, BLOCK_HEADING)->heading.text;
}

static void says_where_people_stand(void **state)
{
	static const char *const words[] = {
		"title", "{before} {position} {position-place} {unbegun}",
		"lead", "{done} {of} {started} {reached} {measures}{also}",
		"lead-excluded", "{excluded} {excluded-percent}"};
	static const char *const flags[] = {"before-whole", "before"};
	struct bench bench = usual_bench();
	const struct document *document;

	(void)state;
	bench_point(&bench);
	document = report_with(&bench, "status-headline", words, 3);
	assert_string_equal(in_document(document, BLOCK_HEADING)->heading.text,
	                    "Start Middle 2 Culture");
	/* 12 things to do, of which 1 does not apply: 8%; 2 of 3 measures */
	assert_string_equal(in_document(document, BLOCK_PARAGRAPH)->paragraph.text,
	                    "4 11 5 2 3 1 8");
	assert_string_equal(headline_by(&bench, flags, 2), "before");
	arena_free(bench.arena);
}

static void tells_the_ends_of_the_path_apart(void **state)
{
	static const char *const flags[] = {"nothing-applies", "unknown", "all-done", "finished",
	                                    "begun", "positioned"};
	static const int answers[] = {ANSWER_EXCLUDED, ANSWER_BLANK, DONE, OPEN};
	static const char *const expected[] = {"nothing-applies", "unknown", "all-done",
	                                       "positioned"};

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		struct bench bench = usual_bench();
		int values[N_ITEMS];

		for (size_t item = 0; item < N_ITEMS; item++)
			values[item] = answers[i] == DONE && bench.input.framework->elements
			                   [bench.input.framework->items[item]].scale->kind ==
			                   SCALE_CHECK ? 1 : answers[i];
		bench.input.scores = team(bench.arena, bench.input.framework, "w", values);
		bench_point(&bench);
		assert_string_equal(headline_by(&bench, flags, 6), expected[i]);
		arena_free(bench.arena);
	}
}

static void gives_no_figure_where_nothing_applies(void **state)
{
	struct bench bench = usual_bench();
	const struct squares_block *squares;
	int values[N_ITEMS];

	(void)state;
	for (size_t i = 0; i < N_ITEMS; i++)
		values[i] = ANSWER_EXCLUDED;
	bench.input.scores = team(bench.arena, bench.input.framework, "w", values);
	bench_point(&bench);
	squares = &in_document(report_with(&bench, "roadmap", roadmap_text, 9),
	                       BLOCK_SQUARES)->squares;
	assert_true(isnan(squares->columns[0].done));
	assert_true(isnan(squares->columns[0].started));
	assert_null(in_document(report_with(&bench, "next-actions", roadmap_text, 1),
	                        BLOCK_TABLE));
	arena_free(bench.arena);
}

static void needs_a_sheet_of_the_team(void **state)
{
	static const char *const kinds[] = {"roadmap", "measures", "targets", "next-actions",
	                                    "changes", "practices", "answered-texts"};
	struct bench bench = usual_bench();

	(void)state;
	bench.input.scores = score_wave(bench.arena,
	                                fixture_answers(bench.arena, bench.input.framework), "w");
	bench_point(&bench);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		assert_int_equal(report_with(&bench, kinds[i], roadmap_text, 1)->n_blocks, 0);
	arena_free(bench.arena);
}

static void lists_measures_by_phase(void **state)
{
	static const char *const words[] = {"title", "T", "list-title", "{title} {done}/{of}"};
	struct bench bench = usual_bench();
	const struct checks_block *checks;

	(void)state;
	bench_point(&bench);
	checks = &in_document(report_with(&bench, "measures", words, 2), BLOCK_CHECKS)->checks;
	assert_int_equal(checks->n_lists, 3);
	assert_string_equal(checks->lists[0].title, "Start 1/1");
	assert_string_equal(checks->lists[1].title, "Middle 1/2");
	assert_int_equal(checks->lists[1].entries[0].stand, SQUARE_DONE);
	assert_int_equal(checks->lists[1].entries[1].stand, SQUARE_OPEN);
	assert_int_equal(checks->lists[2].n_entries, 0);
	arena_free(bench.arena);
}

static const char *const next_text[] = {
	"title", "{count} {all} {overdue} {first}", "state-head", "S", "overdue", "late {due-date}",
	"note", "{leftovers}", "reached", "{label} {reading} of {target}"};

static void puts_what_is_next_in_order(void **state)
{
	static const char *const rows[] = {"Middle", "Build", "Grow", "Train", "Reward", "End",
	                                   "Years"};
	struct bench bench = usual_bench();
	const struct document *document;
	const struct table_block *table;

	(void)state;
	/* items 5 and 7 are under way in the middle: 7 is due first, and late */
	set_detail(bench.arena, bench.input.scores, 5, 1, (struct value){.number = 20900});
	set_detail(bench.arena, bench.input.scores, 7, 1, (struct value){.number = 20000});
	set_detail(bench.arena, bench.input.scores, 7, 0, (struct value){.text = "Ada"});
	bench_point(&bench);
	bench.template.words = ARENA_ARRAY(bench.arena, struct wording, 1);
	bench.template.words[0] = wording_new(bench.arena, "date", "{year}-{month}-{day}");
	bench.template.n_words = 1;
	report_with(&bench, "next-actions", next_text, 5);
	bench.template.sections->count = 5;
	document = compose_group_report(bench.arena, &bench.input, bench.diag);
	assert_string_equal(in_document(document, BLOCK_HEADING)->heading.text, "5 7 1 Build");
	table = &in_document(document, BLOCK_TABLE)->table;
	assert_int_equal(table->n_columns, 5);
	assert_int_equal(table->n_rows, 7);
	for (size_t i = 0; i < 7; i++)
		assert_string_equal(table->rows[i].cells[0], rows[i]);
	assert_true(table->rows[0].group);
	assert_string_equal(table->rows[1].cells[1], "Design");
	assert_string_equal(table->rows[1].cells[3], "Ada");
	/* 20000 days after 1970-01-01 */
	assert_string_equal(table->rows[1].cells[4], "late 2024-10-4");
	assert_string_equal(in_document(document, BLOCK_PARAGRAPH)->paragraph.text, "Hire");
	arena_free(bench.arena);
}

static void shows_how_far_a_target_is(void **state)
{
	static const char *const words[] = {"title", "{reached} of {count}", "title-head", "T",
	                                    "finding", "{rows}", "finding-row", "{now} of {goal}",
	                                    "unread", "none"};
	struct bench bench = usual_bench();
	struct element *item =
	    &bench.input.framework->elements[bench.input.framework->items[12]];
	const struct bullets_block *bullets;
	const char *state_cell;

	(void)state;
	item->target = 75;
	item->unit = "plans";
	bench_point(&bench);
	bullets = &in_document(report_with(&bench, "targets", words, 5),
	                       BLOCK_BULLETS)->bullets;
	assert_true(isnan(bullets->bullets[0].now));
	assert_string_equal(bullets->bullets[0].now_figure, "none");
	set_detail(bench.arena, bench.input.scores, 12, 2, (struct value){.number = 15});
	bullets = &in_document(report_with(&bench, "targets", words, 5),
	                       BLOCK_BULLETS)->bullets;
	assert_int_equal(bullets->n_bullets, 1);
	assert_true(fabs(bullets->bullets[0].now - 0.2) < 1e-9);
	assert_string_equal(bullets->words.finding, "15 of 75");
	state_cell = in_document(report_with(&bench, "next-actions", next_text, 5),
	                         BLOCK_TABLE)->table.rows[6].cells[2];
	assert_string_equal(state_cell, "Under way 15 of 75");
	arena_free(bench.arena);
}

static const char *const change_text[] = {
	"title", "{forward-count} {back-count} {reached-count} {lost-count} {previous-position}",
	"forward", "F {count}", "back", "B {count}", "reached", "R {count}", "lost", "L {count}",
	"unsaid", "?", "text", "x", "joined", "J {count}", "left", "G {count}"};

static void tells_what_has_moved(void **state)
{
	/* before: the draft was open, reward done, habits not there, empathy not
	 * answered, the appraisal open */
	static const int before[N_ITEMS] = {
		DONE, OPEN, STARTED, 1, DONE, STARTED, DONE, STARTED, DONE, STARTED, 0, ANSWER_BLANK,
		STARTED, ANSWER_BLANK, OPEN};
	static const char *const rows[] = {"F 1", "Draw", "B 1", "Reward", "R 1", "Habits",
	                                   "G 1", "Appraise"};
	struct bench bench = usual_bench();
	const struct document *document;
	const struct table_block *table;

	(void)state;
	bench_point(&bench);
	set_before(&bench, team(bench.arena, bench.input.framework, "w1", before));
	document = report_with(&bench, "changes", change_text, 9);
	/* 1 of 3 was done in the start */
	assert_string_equal(in_document(document, BLOCK_HEADING)->heading.text, "1 1 1 0 Start");
	table = &in_document(document, BLOCK_TABLE)->table;
	assert_int_equal(table->n_rows, 8);
	for (size_t i = 0; i < 8; i++)
		assert_string_equal(table->rows[i].cells[0], rows[i]);
	assert_string_equal(table->rows[1].cells[2], "Not started");
	assert_string_equal(table->rows[1].cells[3], "Done");
	set_before(&bench, NULL);
	document = report_with(&bench, "changes", change_text, 9);
	assert_null(in_document(document, BLOCK_TABLE));
	arena_free(bench.arena);
}

static void shortens_a_title_of_long_names(void **state)
{
	struct condition is_short = {.flag = "short"};
	struct bench bench = usual_bench();
	struct variant variants[] = {
		{.conditions = &is_short, .n_conditions = 1, .text = "in short"},
		{.text = "{position}"}};
	char name[151] = {0};

	(void)state;
	memset(name, 'x', sizeof name - 1);
	bench.input.framework->elements[10].text = name;
	bench_point(&bench);
	headline_by(&bench, NULL, 0);
	bench.template.sections->words[0].variants = variants;
	bench.template.sections->words[0].n_variants = 2;
	assert_string_equal(in_document(compose_group_report(bench.arena, &bench.input, bench.diag),
	                                BLOCK_HEADING)->heading.text, "in short");
	arena_free(bench.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(can_say_all_that_the_tables_grant),
		cmocka_unit_test(puts_steps_of_all_phases_into_one_order),
		cmocka_unit_test(draws_what_is_done_and_where_people_stand),
		cmocka_unit_test(says_where_people_stand),
		cmocka_unit_test(tells_the_ends_of_the_path_apart),
		cmocka_unit_test(gives_no_figure_where_nothing_applies),
		cmocka_unit_test(needs_a_sheet_of_the_team),
		cmocka_unit_test(lists_measures_by_phase),
		cmocka_unit_test(puts_what_is_next_in_order),
		cmocka_unit_test(shows_how_far_a_target_is),
		cmocka_unit_test(tells_what_has_moved),
		cmocka_unit_test(shortens_a_title_of_long_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
