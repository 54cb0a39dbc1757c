#include "unit.h"

#include "compose/worksheet.h"
#include "compose_bench.h"

static void numbers_statements_and_letters_sections(void **state)
{
	struct bench bench = bench_new(TEMPLATE_WORKSHEET);
	struct framework *framework = plain(named(fixture_ratings(bench.arena)));
	struct document *document;
	const struct block *block;

	(void)state;
	fill_template(&bench);
	document = compose_worksheet(bench.arena, bench_input(&bench, framework, NULL), NULL,
	                             NULL, bench.diag);
	assert_string_equal(document->code, "WM-RA20-1.0-0000");
	block = in_document(document, BLOCK_RATINGS);
	assert_string_equal(block->ratings.letter, "A");
	assert_int_equal(block->ratings.n_rows, 5);
	assert_string_equal(block[1].ratings.letter, "B");
	assert_int_equal(block[1].ratings.rows[0].number, 6);
	assert_string_equal(block[1].ratings.rows[0].id, "b-1");
	assert_int_equal(in_document(document, BLOCK_TOTALS)->totals.n_letters, 2);
	assert_int_equal(in_document(document, BLOCK_TOTALS)->totals.n_stages, 3);
	/* One statement a row, one point a column; and a column for each person. */
	assert_non_null(in_document(document, BLOCK_TALLY)->tally.columns);
	arena_free(bench.arena);
}

static void marks_have_no_totals(void **state)
{
	struct bench bench = bench_new(TEMPLATE_WORKSHEET);
	struct framework *framework = named(fixture_marks(bench.arena));
	struct document *document;
	const struct block *block;

	(void)state;
	fill_template(&bench);
	document = compose_worksheet(bench.arena, bench_input(&bench, framework, NULL), "Ada",
	                             "K7Q4", bench.diag);
	assert_string_equal(document->code, "WM-RA20-2.1-K7Q4");
	assert_string_equal(document->bookmark, "Ada");
	assert_null(in_document(document, BLOCK_TOTALS));
	assert_null(in_document(document, BLOCK_RATINGS));
	assert_string_equal(in_document(document, BLOCK_SHEET)->sheet.written, "Ada");
	block = in_document(document, BLOCK_TALLY);
	assert_int_equal(block->tally.n_rows, 3);
	assert_true(block->tally.rows[2].total);
	assert_null(block->tally.columns);
	arena_free(bench.arena);
}

static const struct document *worksheet_of(struct bench *bench, struct framework *framework)
{
	struct compose_input *input = bench_input(bench, framework, NULL);

	return compose_worksheet(bench->arena, input, "Ada", NULL, bench->diag);
}

static void adds_up_by_hand_what_the_program_adds_up(void **state)
{
	struct arena *arena = arena_new();
	struct framework *framework = fixture_ratings(arena);

	(void)state;
	assert_true(worksheet_adds_up(framework, 1));
	assert_false(worksheet_adds_up(framework, 7));
	assert_false(worksheet_adds_up(framework, 0));
	plain(framework);
	assert_true(worksheet_adds_up(framework, 7));
	assert_true(worksheet_adds_up(framework, 0));
	framework->levels[0].rule.from = SCORE_FROM_ITEMS;
	assert_true(worksheet_adds_up(framework, 0));
	framework->levels[0].rule.measure = MEASURE_MEAN;
	assert_false(worksheet_adds_up(framework, 0));
	framework->elements[9].scale = fixture_rating(arena);
	assert_true(worksheet_is_mixed(framework, 7));
	assert_false(worksheet_adds_up(framework, 7));
	arena_free(arena);
}

/* Section b of the fixture has a weight and a reversed item, so it has no total
 * and neither has the whole: no sum, no bands of either, no row in the tally. */
static void prints_no_total_that_would_be_wrong(void **state)
{
	struct bench bench = bench_new(TEMPLATE_WORKSHEET);
	struct framework *framework = named(fixture_ratings(bench.arena));
	const struct document *document;
	const struct block *ratings;

	(void)state;
	fill_template(&bench);
	document = worksheet_of(&bench, framework);
	ratings = in_document(document, BLOCK_RATINGS);
	assert_non_null(ratings[0].ratings.total_label);
	assert_null(ratings[1].ratings.total_label);
	assert_null(ratings[1].ratings.total_range);
	assert_string_equal(ratings[0].ratings.total.field, "Total.a");
	assert_int_equal(ratings[0].ratings.total.calculation->n_terms, 5);
	assert_null(ratings[1].ratings.total.field);
	assert_null(in_document(document, BLOCK_TOTALS));
	assert_int_equal(in_document(document, BLOCK_TALLY)->tally.n_rows, 1);
	framework->levels[1].rule.measure = MEASURE_MEAN;
	framework->levels[0].rule.measure = MEASURE_MEAN;
	document = worksheet_of(&bench, plain(framework));
	assert_null(in_document(document, BLOCK_RATINGS)->ratings.total_label);
	assert_null(in_document(document, BLOCK_TOTALS));
	arena_free(bench.arena);
}

static const struct block *sheet_of_kind(const struct document *document, enum block_kind kind)
{
	for (size_t i = 0; i < document->n_blocks; i++)
		if (find_block(document->blocks[i].children, document->blocks[i].n_children, kind))
			return &document->blocks[i];
	return NULL;
}

static void has_a_sheet_of_bands_only_for_scores_on_paper(void **state)
{
	struct bench bench = bench_new(TEMPLATE_WORKSHEET);
	struct framework *framework = named(fixture_ratings(bench.arena));
	struct template_section section = {.kind = "bands"};

	(void)state;
	section.words = all_words(bench.arena, section_kind_find("bands", TEMPLATE_WORKSHEET)->words,
	                          "", &section.n_words);
	bench.template.sections = &section;
	bench.template.n_sections = 1;
	assert_int_equal(worksheet_of(&bench, framework)->n_blocks, 0);
	assert_non_null(sheet_of_kind(worksheet_of(&bench, plain(framework)), BLOCK_TABLE));
	arena_free(bench.arena);
}

static void leaves_sheets_of_the_team_without_a_name(void **state)
{
	struct bench bench = bench_new(TEMPLATE_WORKSHEET);
	struct framework *framework = plain(named(fixture_ratings(bench.arena)));
	const char *prompts[] = {"Why?"};
	const struct document *document;

	(void)state;
	framework->prompts = prompts;
	framework->n_prompts = 1;
	fill_template(&bench);
	document = worksheet_of(&bench, framework);
	assert_string_equal(sheet_of_kind(document, BLOCK_RATINGS)->sheet.written, "Ada");
	assert_null(sheet_of_kind(document, BLOCK_TALLY)->sheet.written);
	assert_null(document->blocks[document->n_blocks - 1].sheet.written);
	arena_free(bench.arena);
}

static void counts_no_crosses_of_reversed_marks(void **state)
{
	struct bench bench = bench_new(TEMPLATE_WORKSHEET);
	struct framework *framework = named(fixture_marks(bench.arena));
	const struct document *document;
	const struct block *marks;

	(void)state;
	framework->elements[2].reversed = true;
	fill_template(&bench);
	document = worksheet_of(&bench, framework);
	marks = in_document(document, BLOCK_MARKS);
	assert_null(marks[0].marks.count_label);
	assert_null(marks[0].marks.counts[0].field);
	assert_non_null(marks[1].marks.count_label);
	assert_string_equal(marks[1].marks.counts[1].field, "Count.t.minus");
	assert_int_equal(in_document(document, BLOCK_TALLY)->tally.n_rows, 1);
	arena_free(bench.arena);
}

/* Whole, domain, area, topic and item; one domain with two areas of two
 * topics with `n` items each. */
static struct framework *nested(struct arena *arena, size_t n)
{
	struct framework *f = ARENA_NEW(arena, struct framework);
	const struct scale *scale = fixture_rating(arena);
	size_t chain[] = {0, 1, 0, 0};

	*f = (struct framework){.id = "nested", .version = "1.0", .code = "NEST",
	                        .title = "Nested", .n_levels = 5};
	f->levels = ARENA_ARRAY(arena, struct level, 5);
	f->elements = ARENA_ARRAY(arena, struct element, 64);
	f->items = ARENA_ARRAY(arena, size_t, 64);
	for (size_t i = 0; i < 5; i++) {
		f->levels[i].id = f->levels[i].title = f->levels[i].plural = "Level";
		if (i < 4)
			f->levels[i].rule = (struct rule){.measure = MEASURE_SUM,
			    .from = i < 3 ? SCORE_FROM_SECTIONS : SCORE_FROM_ITEMS};
	}
	f->elements[f->n_elements++] = (struct element){.id = "whole", .text = "Whole"};
	f->elements[f->n_elements++] = (struct element){.id = "d", .text = "Domain", .level = 1};
	for (size_t topic = 0; topic < 4; topic++)
		for (size_t level = topic % 2 == 0 ? 2 : 3; level < 5; level++)
			for (size_t i = 0; i < (level == 4 ? n : 1); i++) {
				size_t e = f->n_elements++;

				f->elements[e] = (struct element){
				    .id = arena_printf(arena, "e%zu", e), .level = level,
				    .text = arena_printf(arena, "Level %zu", level),
				    .parent = chain[level == 4 ? 3 : level - 1],
				    .first_item = f->n_items, .n_items = level == 4, .weight = 1,
				    .scale = level == 4 ? scale : NULL};
				if (level < 4)
					chain[level] = e;
				else
					f->items[f->n_items++] = e;
			}
	for (size_t e = f->n_elements; e-- > 0;) {
		struct element *element = &f->elements[e], *parent = &f->elements[element->parent];

		if (element->end <= e)
			element->end = e + 1;
		if (parent->end < element->end)
			parent->end = element->end;
	}
	for (size_t e = f->n_elements; e-- > 1;)
		if (f->elements[e].n_items > 0)
			f->elements[f->elements[e].parent].n_items += f->elements[e].n_items;
	for (size_t e = f->n_elements; e-- > 0;)
		if (f->elements[e].level < 4)
			f->elements[e].first_item = f->elements[e + 1].first_item;
	return f;
}

static size_t n_sheets_of_ratings(const struct document *document)
{
	size_t n = 0;

	for (size_t i = 0; i < document->n_blocks; i++)
		n += find_block(document->blocks[i].children, document->blocks[i].n_children,
		                BLOCK_RATINGS) != NULL;
	return n;
}

/* With 2 items each the domain takes 2 + 4 + 8 rows and fits on one sheet; with
 * 5 it takes 26, and an area 2 + 10. */
static void puts_small_sections_on_one_sheet(void **state)
{
	static const size_t n_items[] = {2, 5}, n_sheets[] = {1, 2};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct bench bench = bench_new(TEMPLATE_WORKSHEET);
		const struct document *document;
		const struct block *sheet;

		fill_template(&bench);
		document = worksheet_of(&bench, nested(bench.arena, n_items[i]));
		assert_int_equal(n_sheets_of_ratings(document), n_sheets[i]);
		sheet = sheet_of_kind(document, BLOCK_RATINGS);
		/* Areas are named above their topics when a sheet has more than one. */
		assert_int_equal(find_block(sheet->children, sheet->n_children, BLOCK_HEADING) != NULL,
		                 n_sheets[i] == 1);
		assert_int_equal(find_block(sheet->children, sheet->n_children,
		                            BLOCK_TOTALS)->totals.n_letters,
		                 4 / n_sheets[i]);
		arena_free(bench.arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_statements_and_letters_sections),
		cmocka_unit_test(marks_have_no_totals),
		cmocka_unit_test(adds_up_by_hand_what_the_program_adds_up),
		cmocka_unit_test(prints_no_total_that_would_be_wrong),
		cmocka_unit_test(has_a_sheet_of_bands_only_for_scores_on_paper),
		cmocka_unit_test(leaves_sheets_of_the_team_without_a_name),
		cmocka_unit_test(counts_no_crosses_of_reversed_marks),
		cmocka_unit_test(puts_small_sections_on_one_sheet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
