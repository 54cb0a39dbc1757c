#include "unit.h"

#include "compose_bench.h"
#include "yaml/read.h"

/* The garden of the regress cases: items on every kind of scale, records. */
struct garden {
	struct arena *arena;
	struct diag *diag;
	struct template *template;
	struct theme theme;
	struct compose_input input;
};

static void open_framework(struct garden *garden, const char *template, const char *framework)
{
	struct arena *arena = arena_new();

	*garden = (struct garden){.arena = arena, .diag = diag_new(arena)};
	garden->template = read_template(arena, garden->diag, template);
	garden->input = (struct compose_input){
	    .framework = read_framework(arena, garden->diag, framework),
	    .template = garden->template, .theme = &garden->theme, .program = "Waymark"};
	assert_non_null(garden->template);
	assert_non_null(garden->input.framework);
}

static void open_garden(struct garden *garden, const char *template)
{
	open_framework(garden, template, "tests/regress/frameworks/garden.yaml");
}

static const struct document *make(struct garden *garden, const char *only)
{
	const char **ids = ARENA_ARRAY(garden->arena, const char *, 1);

	ids[0] = only;
	garden->input.only = ids;
	garden->input.n_only = only != NULL;
	return compose_worksheet(garden->arena, &garden->input, NULL, NULL, garden->diag);
}

static const struct entries_block *entries_of(struct garden *garden, const char *only)
{
	const struct block *block = in_document(make(garden, only), BLOCK_ENTRIES);

	assert_non_null(block);
	return &block->entries;
}

static void asks_how_far_each_step_is(void **state)
{
	struct garden garden;
	const struct entries_block *entries;
	const struct entry_cell *cells;

	(void)state;
	open_garden(&garden, "templates/worksheet-status.yaml");
	entries = entries_of(&garden, "spring-soil");
	cells = entries->rows[1].cells;
	assert_false(entries->roomy);
	assert_int_equal(entries->n_rows, 3);
	assert_int_equal(entries->n_columns, 6);
	assert_int_equal(entries->columns[1].kind, ENTRY_CHOICE);
	assert_int_equal(entries->columns[1].n_options, 4);
	assert_string_equal(entries->columns[1].values[1], "under-way");
	assert_string_equal(entries->columns[1].options[3], "Does not apply");
	assert_string_equal(entries->columns[1].values[3], "does-not-apply");
	assert_string_equal(cells[0].text,
	                    "Spread compost on three quarters of the beds. Goal: 75 %");
	assert_string_equal(cells[1].field, "compost.answer");
	assert_string_equal(cells[1].tips[2],
	                    "Spread compost on three quarters of the beds: Done");
	assert_int_equal(entries->columns[3].kind, ENTRY_DATE);
	assert_string_equal(entries->columns[3].format, "yyyy-mm-dd");
	assert_string_equal(cells[5].field, "compost.evidence");
	arena_free(garden.arena);
}

/* Of three steps one has a number to reach; where none has, nobody is asked. */
static void asks_for_a_reading_only_where_there_is_a_target(void **state)
{
	struct garden garden;
	const struct entries_block *entries;

	(void)state;
	open_garden(&garden, "templates/worksheet-status.yaml");
	entries = entries_of(&garden, "spring-soil");
	assert_string_equal(entries->columns[4].head, "Reached");
	assert_null(entries->rows[0].cells[4].field);
	assert_string_equal(entries->rows[1].cells[4].field, "compost.reading");
	entries = entries_of(&garden, "spring-seed");
	assert_int_equal(entries->n_columns, 5);
	assert_string_equal(entries->columns[4].head, "Evidence");
	arena_free(garden.arena);
}

/* A list alone is called by the head of its sheet, lists together by themselves. */
static void says_the_title_of_a_list_once(void **state)
{
	struct garden garden;
	const struct entries_block *entries;
	const struct document *document;

	(void)state;
	open_garden(&garden, "templates/worksheet-status.yaml");
	entries = entries_of(&garden, "spring");
	assert_string_equal(entries->title, "Soil");
	assert_string_equal(entries->text, "Feed the ground before you ask for anything.");
	document = make(&garden, "spring-soil");
	assert_string_equal(in_document(document, BLOCK_SHEET)->sheet.title, "Soil");
	entries = &in_document(document, BLOCK_ENTRIES)->entries;
	assert_null(entries->title);
	assert_null(entries->text);
	arena_free(garden.arena);
}

static void asks_for_a_cross_where_something_is_seen(void **state)
{
	struct garden garden;
	const struct entries_block *entries;

	(void)state;
	open_garden(&garden, "templates/worksheet-checks.yaml");
	entries = entries_of(&garden, "summer-signs");
	assert_int_equal(entries->n_columns, 4);
	assert_int_equal(entries->columns[1].kind, ENTRY_CHECK);
	assert_string_equal(entries->columns[1].head, "There");
	assert_string_equal(entries->rows[0].cells[1].field, "harvest.answer");
	assert_int_equal(entries->columns[2].kind, ENTRY_CHECK);
	assert_string_equal(entries->rows[0].cells[2].field, "harvest.does-not-apply");
	assert_string_equal(entries->rows[0].cells[3].field, "harvest.evidence");
	arena_free(garden.arena);
}

/* Words, a choice, a number and a date follow each other in one section. */
static void starts_a_table_for_each_scale(void **state)
{
	static const enum entry_kind kinds[] = {ENTRY_TEXT, ENTRY_CHOICE, ENTRY_NUMBER,
	                                        ENTRY_DATE};
	struct garden garden;
	const struct block *sheet;
	size_t n = 0;

	(void)state;
	open_garden(&garden, "templates/worksheet-checks.yaml");
	sheet = in_document(make(&garden, "summer-talk"), BLOCK_SHEET);
	for (size_t i = 0; i < sheet->n_children; i++) {
		const struct block *block = &sheet->children[i];

		if (block->kind != BLOCK_ENTRIES)
			continue;
		assert_true(n < sizeof kinds / sizeof *kinds);
		assert_int_equal(block->entries.columns[1].kind, kinds[n]);
		assert_int_equal(block->entries.roomy, n == 0);
		assert_int_equal(sheet->children[i - 1].kind, BLOCK_KEY);
		n++;
	}
	assert_int_equal(n, sizeof kinds / sizeof *kinds);
	arena_free(garden.arena);
}

static void prints_blank_rows_of_a_record_and_an_example(void **state)
{
	struct garden garden;
	const struct entries_block *entries;

	(void)state;
	open_garden(&garden, "templates/worksheet-records.yaml");
	entries = entries_of(&garden, "bed");
	/* Counts, sums and ages are worked out from the others. */
	assert_int_equal(entries->n_columns, 4);
	assert_int_equal(entries->n_rows, 7);
	assert_true(entries->roomy);
	assert_true(entries->rows[0].example);
	assert_string_equal(entries->rows[0].number, "eg");
	assert_string_equal(entries->rows[0].cells[0].text, "Bed by the wall");
	assert_string_equal(entries->rows[0].cells[1].text, "Vegetables");
	assert_null(entries->rows[0].cells[0].field);
	assert_int_equal(entries->columns[1].kind, ENTRY_CHOICE);
	assert_string_equal(entries->rows[6].cells[3].field, "Record.bed.6.looked");
	assert_string_equal(entries->rows[6].cells[3].tip,
	                    "Bed 6: Last looked at, as year, month and day, 2027-01-31");
	entries = entries_of(&garden, "crop");
	assert_false(entries->roomy);
	assert_int_equal(entries->columns[1].kind, ENTRY_TEXT);
	assert_int_equal(entries->columns[6].kind, ENTRY_PICK);
	assert_int_equal(entries->columns[6].n_options, 3);
	arena_free(garden.arena);
}

/* Row n of the sheet is row n of each record. */
static void gathers_columns_of_records(void **state)
{
	struct garden ferry;
	const struct document *document;
	const struct entries_block *entries;

	(void)state;
	open_framework(&ferry, "templates/worksheet-metrics.yaml",
	               "tests/regress/frameworks/ferry.yaml");
	document = make(&ferry, "moment");
	assert_int_equal(document->n_blocks, 1);
	assert_string_equal(document->blocks[0].sheet.title, "What has to go right");
	entries = &in_document(document, BLOCK_ENTRIES)->entries;
	assert_true(entries->roomy);
	assert_int_equal(entries->n_columns, 6);
	assert_int_equal(entries->n_rows, 6);
	assert_string_equal(entries->columns[1].head, "The customer's measure");
	assert_string_equal(entries->rows[0].cells[0].field, "Record.moment.1.name");
	assert_string_equal(entries->rows[5].cells[4].field, "Record.metric.6.goal");
	assert_string_equal(entries->rows[5].cells[4].tip, "Metric 6: Goal");
	assert_string_equal(entries->rows[5].cells[5].tip, "Hypothesis 6: What we gain");
	assert_true(entries->columns[3].words);
	arena_free(ferry.arena);
}

/* Nine columns have no room side by side in large type. */
static void divides_wide_tables_in_large_print(void **state)
{
	struct garden ferry;
	const struct block *sheet;

	(void)state;
	open_framework(&ferry, "templates/worksheet-metrics.yaml",
	               "tests/regress/frameworks/ferry.yaml");
	ferry.theme.toggles[TOGGLE_STACKED_COLUMNS] = true;
	sheet = in_document(make(&ferry, "hypothesis"), BLOCK_SHEET);
	assert_int_equal(sheet->children[0].entries.n_columns, 6);
	sheet = make(&ferry, "hypothesis")->blocks + 1;
	assert_int_equal(sheet->n_children, 3);
	assert_int_equal(sheet->children[0].entries.n_columns, 4);
	assert_int_equal(sheet->children[1].entries.n_columns, 5);
	assert_string_equal(sheet->children[1].entries.rows[0].cells[0].field,
	                    "Record.hypothesis.1.high");
	assert_string_equal(sheet->children[1].entries.rows[0].number, "1");
	assert_int_equal(sheet->children[2].kind, BLOCK_PARAGRAPH);
	arena_free(ferry.arena);
}

static void prints_a_single_record_as_a_form(void **state)
{
	struct garden garden;
	const struct document *document;
	const struct form_block *form;

	(void)state;
	open_garden(&garden, "templates/worksheet-records.yaml");
	document = make(&garden, "portrait");
	assert_int_equal(document->n_blocks, 1);
	assert_true(document->landscape);
	form = &in_document(document, BLOCK_FORM)->form;
	assert_int_equal(form->n_boxes, 4);
	assert_string_equal(form->boxes[0].label, "Name of the garden");
	assert_string_equal(form->boxes[0].cell.field, "Record.portrait.name");
	assert_string_equal(form->boxes[1].help, "How it began");
	assert_int_equal(form->boxes[3].entry.kind, ENTRY_LINE);
	assert_string_equal(form->boxes[3].cell.tips[2], "Portrait: Sun: High");
	arena_free(garden.arena);
}

static void prints_only_what_was_asked_for(void **state)
{
	struct garden garden;

	(void)state;
	open_garden(&garden, "templates/worksheet-status.yaml");
	assert_int_equal(make(&garden, "spring")->n_blocks, 1);
	assert_string_equal(make(&garden, "spring-seed")->blocks[0].sheet.title, "Seed");
	assert_int_equal(diag_n_errors(garden.diag), 0);
	/* The template has no sheets of records. */
	assert_int_equal(make(&garden, "bed")->n_blocks, 0);
	assert_int_equal(diag_n_errors(garden.diag), 1);
	arena_free(garden.arena);
}

static void refuses_items_it_has_no_words_for(void **state)
{
	struct bench bench = bench_new(TEMPLATE_WORKSHEET);
	struct template_section section = {.kind = "items"};
	struct compose_input *input =
	    bench_input(&bench, named(fixture_ratings(bench.arena)), NULL);

	(void)state;
	bench.template.sections = &section;
	bench.template.n_sections = 1;
	compose_worksheet(bench.arena, input, NULL, NULL, bench.diag);
	assert_true(diag_n_errors(bench.diag) > 0);
	arena_free(bench.arena);
}

static void takes_the_bands_with_most_to_say_for_a_poster(void **state)
{
	struct band plain = {.id = "x", .title = "X", .from = 1, .to = 2, .text = "One."};
	struct band full[] = {{.id = "low", .title = "Low", .from = 1, .to = 4, .text = "Little.",
	                       .obstacle = "Doubt."},
	                      {.id = "high", .title = "High", .from = 5, .to = 9, .text = "Much."}};
	struct bands bands[2];
	struct bench bench = bench_new(TEMPLATE_WORKSHEET);
	struct framework *framework = named(fixture_ratings(bench.arena));
	const struct steps_block *steps;

	(void)state;
	bands[0] = *fixture_bands(bench.arena, &plain, 1);
	bands[1] = *fixture_bands(bench.arena, full, 2);
	framework->bands = bands;
	framework->n_bands = 2;
	framework->levels[0].rule.bands = &bands[1];
	fill_template(&bench);
	steps = &in_document(compose_worksheet(bench.arena, bench_input(&bench, framework, NULL),
	                                       NULL, NULL, bench.diag), BLOCK_STEPS)->steps;
	assert_int_equal(steps->n_steps, 2);
	assert_string_equal(steps->steps[1].number, "2");
	assert_string_equal(steps->steps[0].obstacle, "Doubt.");
	assert_non_null(steps->steps[0].limits);
	/* No score is held against bands that only the poster shows. */
	framework->levels[0].rule.bands = NULL;
	steps = &in_document(compose_worksheet(bench.arena, bench_input(&bench, framework, NULL),
	                                       NULL, NULL, bench.diag), BLOCK_STEPS)->steps;
	assert_null(steps->steps[0].limits);
	arena_free(bench.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(asks_how_far_each_step_is),
		cmocka_unit_test(asks_for_a_reading_only_where_there_is_a_target),
		cmocka_unit_test(says_the_title_of_a_list_once),
		cmocka_unit_test(asks_for_a_cross_where_something_is_seen),
		cmocka_unit_test(starts_a_table_for_each_scale),
		cmocka_unit_test(prints_blank_rows_of_a_record_and_an_example),
		cmocka_unit_test(gathers_columns_of_records),
		cmocka_unit_test(divides_wide_tables_in_large_print),
		cmocka_unit_test(prints_a_single_record_as_a_form),
		cmocka_unit_test(prints_only_what_was_asked_for),
		cmocka_unit_test(refuses_items_it_has_no_words_for),
		cmocka_unit_test(takes_the_bands_with_most_to_say_for_a_poster),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
