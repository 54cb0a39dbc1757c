#include <math.h>

#include "unit.h"

#include <string.h>

#include "base/buf.h"
#include "fake_layout.h"

/* The page's body is 720 points high: 60 lines of 12. */

static int open_fake(void **state)
{
	*state = fake_open(arena_new());
	return 0;
}

static int close_fake(void **state)
{
	arena_free(((struct fake *)*state)->layout.arena);
	return 0;
}

static struct arena *arena_of(const struct fake *fake)
{
	return fake->layout.arena;
}

static struct block paragraph(const char *text)
{
	struct block block = {.kind = BLOCK_PARAGRAPH};

	block.paragraph = (struct paragraph_block){.text = text, .style = STYLE_BODY};
	return block;
}

static struct block heading(const char *text)
{
	struct block block = {.kind = BLOCK_HEADING};

	block.heading = (struct heading_block){.level = 2, .text = text, .style = STYLE_SECTION};
	return block;
}

static struct block container(enum block_kind kind, struct block *children, size_t n)
{
	return (struct block){.kind = kind, .children = children, .n_children = n};
}

/* A text of n lines: "1\n2\n...". */
static const char *numbered(struct fake *fake, int n)
{
	struct buf buf = {.arena = arena_of(fake)};

	for (int i = 1; i <= n; i++)
		buf_addf(&buf, "%s%d", i > 1 ? "\n" : "", i);
	return buf_text(&buf);
}

static bool layout_blocks(struct fake *fake, struct block *blocks, size_t n)
{
	fake->document.blocks = blocks;
	fake->document.n_blocks = n;
	return layout_document(fake->layout.pages, &fake->document, &fake->metrics,
	                       fake->layout.diag);
}

/* All texts of a page but its furniture, with spaces between them. */
static const char *page_words(const struct fake *fake, size_t number)
{
	const struct page *page = &fake->layout.pages->pages[number];
	struct buf buf = {.arena = arena_of(fake)};

	for (size_t i = 0; i < page->n_ops; i++) {
		const struct op *op = &page->ops[i];

		if (op->kind != OP_TEXT)
			continue;
		if (buf.length > 0)
			buf_adds(&buf, " ");
		buf_add(&buf, op->text.run.text, op->text.run.n_text);
	}
	return buf_text(&buf);
}

static const struct op *find_text(const struct fake *fake, size_t number, const char *text)
{
	const struct page *page = &fake->layout.pages->pages[number];

	for (size_t i = 0; i < page->n_ops; i++) {
		const struct op *op = &page->ops[i];

		if (op->kind == OP_TEXT && op->text.run.n_text == strlen(text) &&
		    memcmp(op->text.run.text, text, strlen(text)) == 0)
			return op;
	}
	return NULL;
}

static size_t count_ops(const struct fake *fake, enum op_kind kind)
{
	size_t n = 0;

	for (size_t p = 0; p < fake->layout.pages->n_pages; p++)
		for (size_t i = 0; i < fake->layout.pages->pages[p].n_ops; i++)
			n += fake->layout.pages->pages[p].ops[i].kind == kind;
	return n;
}

static size_t n_pages(const struct fake *fake)
{
	return fake->layout.pages->n_pages;
}

static void an_empty_document_has_a_page(void **state)
{
	struct fake *fake = *state;

	assert_true(layout_blocks(fake, NULL, 0));
	assert_int_equal(n_pages(fake), 1);
	assert_int_equal(count_ops(fake, OP_BEGIN), count_ops(fake, OP_END));
}

static void empty_blocks_take_no_room(void **state)
{
	struct fake *fake = *state;
	struct block blocks[] = {paragraph(""), paragraph(NULL), heading(""),
	                         {.kind = BLOCK_LIST}, {.kind = BLOCK_TABLE},
	                         {.kind = BLOCK_COLUMNS}, {.kind = BLOCK_KEEP},
	                         {.kind = BLOCK_SECTION}, {.kind = BLOCK_PROMPTS},
	                         paragraph("end")};

	assert_true(layout_blocks(fake, blocks, sizeof(blocks) / sizeof(blocks[0])));
	assert_int_equal(n_pages(fake), 1);
	assert_float_equal(find_text(fake, 0, "end")->text.y, 36 + 9.5, 1e-6);
}

static void fills_pages_line_by_line(void **state)
{
	struct fake *fake = *state;
	struct block blocks[] = {paragraph(numbered(fake, 130))};

	assert_true(layout_blocks(fake, blocks, 1));
	assert_int_equal(n_pages(fake), 3);
	assert_non_null(find_text(fake, 0, "60"));
	assert_null(find_text(fake, 0, "61"));
	assert_float_equal(find_text(fake, 1, "61")->text.y, 36 + 9.5, 1e-6);
	assert_non_null(find_text(fake, 2, "130"));
}

static void leaves_no_single_lines(void **state)
{
	struct fake *fake = *state;
	struct block blocks[] = {paragraph(numbered(fake, 61))};

	assert_true(layout_blocks(fake, blocks, 1));
	assert_non_null(find_text(fake, 0, "59"));
	assert_null(find_text(fake, 0, "60"));
	assert_string_equal(page_words(fake, 1), "60 61");
}

static void a_heading_goes_with_what_follows(void **state)
{
	struct fake *fake = *state;
	struct block blocks[] = {paragraph(numbered(fake, 58)), heading("Next"), paragraph("text")};

	assert_true(layout_blocks(fake, blocks, 3));
	assert_int_equal(n_pages(fake), 2);
	assert_string_equal(page_words(fake, 1), "Next text");
}

static void keeps_children_on_one_page(void **state)
{
	struct fake *fake = *state;
	struct block kept[] = {paragraph(numbered(fake, 20)), paragraph("end")};
	struct block blocks[] = {paragraph(numbered(fake, 45)), container(BLOCK_KEEP, kept, 2)};

	assert_true(layout_blocks(fake, blocks, 2));
	assert_int_equal(n_pages(fake), 2);
	assert_float_equal(find_text(fake, 1, "1")->text.y, 36 + 9.5, 1e-6);
}

static void what_cannot_be_kept_breaks(void **state)
{
	struct fake *fake = *state;
	struct block kept[] = {paragraph(numbered(fake, 150))};
	struct block blocks[] = {paragraph("before"), container(BLOCK_KEEP, kept, 1)};

	assert_true(layout_blocks(fake, blocks, 2));
	assert_int_equal(n_pages(fake), 3);
	assert_non_null(find_text(fake, 0, "1"));
	assert_non_null(find_text(fake, 2, "150"));
}

static void puts_columns_side_by_side(void **state)
{
	struct fake *fake = *state;
	struct block children[] = {paragraph("left"), paragraph("right")};
	struct block blocks[] = {container(BLOCK_COLUMNS, children, 2)};

	/* (540 - 6) / 2 = 267, and the gutter of 6 */
	assert_true(layout_blocks(fake, blocks, 1));
	assert_float_equal(find_text(fake, 0, "left")->text.x, 36, 1e-6);
	assert_float_equal(find_text(fake, 0, "right")->text.x, 36 + 267 + 6, 1e-6);
	assert_float_equal(find_text(fake, 0, "right")->text.y, find_text(fake, 0, "left")->text.y,
	                   1e-6);
}

static void stacks_columns_that_are_too_high(void **state)
{
	struct fake *fake = *state;
	struct block children[] = {paragraph(numbered(fake, 70)), paragraph("right")};
	struct block blocks[] = {container(BLOCK_COLUMNS, children, 2)};

	assert_true(layout_blocks(fake, blocks, 1));
	assert_int_equal(n_pages(fake), 2);
	assert_float_equal(find_text(fake, 1, "right")->text.x, 36, 1e-6);
}

static struct block table(struct fake *fake, size_t n_rows, const char *cell)
{
	struct block block = {.kind = BLOCK_TABLE};
	struct column *columns = ARENA_ARRAY(arena_of(fake), struct column, 2);

	columns[0] = (struct column){.head = "Name", .share = 1, .style = STYLE_BODY};
	columns[1] = (struct column){.head = "Mean", .share = 1, .align = ALIGN_RIGHT,
	                             .style = STYLE_BODY};
	block.table = (struct table_block){.columns = columns, .n_columns = 2, .n_rows = n_rows};
	block.table.rows = ARENA_ARRAY(arena_of(fake), struct table_row, n_rows);
	for (size_t i = 0; i < n_rows; i++) {
		const char **cells = ARENA_ARRAY(arena_of(fake), const char *, 2);

		cells[0] = arena_printf(arena_of(fake), "row%zu", i + 1);
		cells[1] = cell;
		block.table.rows[i].cells = cells;
	}
	return block;
}

static void repeats_the_heads_of_tables(void **state)
{
	struct fake *fake = *state;
	struct block blocks[] = {table(fake, 40, "4.0")};
	const struct op *figure;

	/* rows of 12 and pads of 6 above and below: the heads and 29 rows on a page */
	assert_true(layout_blocks(fake, blocks, 1));
	assert_int_equal(n_pages(fake), 2);
	assert_non_null(find_text(fake, 0, "row29"));
	assert_float_equal(find_text(fake, 1, "Name")->text.y, 36 + 6 + 9.5, 1e-6);
	assert_float_equal(find_text(fake, 1, "row30")->text.y, 36 + 24 + 6 + 9.5, 1e-6);
	figure = find_text(fake, 1, "4.0");
	assert_float_equal(figure->text.x, 36 + 540 - 15, 1e-6);
}

static void repeated_heads_are_artifacts(void **state)
{
	struct fake *fake = *state;
	struct block blocks[] = {table(fake, 40, NULL)};
	const struct page *page;

	assert_true(layout_blocks(fake, blocks, 1));
	page = &fake->layout.pages->pages[1];
	assert_int_equal(page->ops[0].kind, OP_BEGIN);
	assert_int_equal(page->ops[0].begin.role, ROLE_ARTIFACT);
	assert_int_equal(page->ops[1].kind, OP_TEXT);
	assert_int_equal(count_ops(fake, OP_BEGIN), count_ops(fake, OP_END));
}

static void a_row_that_is_very_high_breaks(void **state)
{
	struct fake *fake = *state;
	struct block blocks[] = {table(fake, 2, numbered(fake, 100))};

	assert_true(layout_blocks(fake, blocks, 1));
	assert_true(n_pages(fake) > 2);
	assert_int_equal(diag_n_errors(fake->layout.diag), 0);
}

static struct block sheet(struct block *children, size_t n, bool fill)
{
	struct block block = container(BLOCK_SHEET, children, n);

	block.sheet = (struct sheet_head){.title = "Sheet", .fill = fill};
	return block;
}

static struct answer_row *answer_rows(struct fake *fake, size_t n)
{
	static const char *tips[] = {"Tip 1", "Tip 2", "Tip 3"};
	struct answer_row *rows = ARENA_ARRAY(arena_of(fake), struct answer_row, n);

	for (size_t i = 0; i < n; i++)
		rows[i] = (struct answer_row){.id = arena_printf(arena_of(fake), "item-%zu", i + 1),
		                              .text = "Statement", .tips = tips,
		                              .number = (int)i + 1};
	return rows;
}

static struct block marks(struct fake *fake, size_t n)
{
	struct block block = {.kind = BLOCK_MARKS};

	block.marks = (struct marks_block){.title = "Skill", .text = "Text",
	                                   .count_label = "Count",
	                                   .counts = {{"Count.skill.plus", "Tip", NULL},
	                                              {"Count.skill.minus", "Tip", NULL}},
	                                   .rows = answer_rows(fake, n), .n_rows = n};
	return block;
}

/* Rows of 28 to 34 points, heads of 68 as on real sheets. */
static void use_real_rows(struct fake *fake)
{
	fake->theme.sizes[SIZE_ROW_MIN] = 28;
	fake->theme.sizes[SIZE_ROW_ONE] = 28;
	fake->theme.sizes[SIZE_ROW_MAX] = 34;
	fake->theme.sizes[SIZE_HEAD] = 68;
	fake->theme.sizes[SIZE_TITLE_LINE] = 30;
	fake->theme.sizes[SIZE_TEXT_LINE] = 46;
	fake->theme.sizes[SIZE_SKILL_COLUMN] = 135;
	fake->theme.sizes[SIZE_SKILL_TEXT] = 117;
	fake->theme.sizes[SIZE_LINES_LEAST] = 40;
	fake->theme.sizes[SIZE_WRITE_LINE] = 21;
}

static void rows_grow_to_the_foot(void **state)
{
	struct fake *fake = *state;
	struct block children[] = {marks(fake, 11), marks(fake, 10)};
	struct block blocks[] = {sheet(children, 2, true)};
	const struct page *page;
	double foot = 0;

	/* 21 rows of 28 are 588 of the 652 points below the head: each grows by 64 / 21 */
	use_real_rows(fake);
	assert_true(layout_blocks(fake, blocks, 1));
	assert_int_equal(n_pages(fake), 1);
	page = &fake->layout.pages->pages[0];
	for (size_t i = 0; i < page->n_ops; i++)
		if (page->ops[i].kind == OP_LINE && page->ops[i].line.y2 > foot)
			foot = page->ops[i].line.y2;
	assert_float_equal(foot, 36 + 720, 1e-6);
}

static void rows_grow_no_further_than_they_may(void **state)
{
	struct fake *fake = *state;
	struct block children[] = {marks(fake, 5), paragraph("after")};
	struct block blocks[] = {sheet(children, 2, true)};

	/* head, five rows of 34, gap */
	use_real_rows(fake);
	assert_true(layout_blocks(fake, blocks, 1));
	assert_float_equal(find_text(fake, 0, "after")->text.y, 36 + 68 + 5 * 34 + 6 + 9.5, 1e-6);
}

static void rows_do_not_grow_unless_asked(void **state)
{
	struct fake *fake = *state;
	struct block children[] = {marks(fake, 5), paragraph("after")};
	struct block blocks[] = {sheet(children, 2, false)};

	use_real_rows(fake);
	assert_true(layout_blocks(fake, blocks, 1));
	assert_float_equal(find_text(fake, 0, "after")->text.y, 36 + 68 + 5 * 28 + 6 + 9.5, 1e-6);
}

static void lines_take_the_rest(void **state)
{
	struct fake *fake = *state;
	struct block lines = {.kind = BLOCK_LINES}, children[] = {marks(fake, 5), lines};
	struct block blocks[] = {sheet(children, 2, true)};

	children[1].lines = (struct lines_block){.title = "Notes", .field = "Notes.a"};
	use_real_rows(fake);
	assert_true(layout_blocks(fake, blocks, 1));
	assert_non_null(find_text(fake, 0, "Notes"));
}

static void lines_are_left_out_without_room(void **state)
{
	struct fake *fake = *state;
	struct block lines = {.kind = BLOCK_LINES}, children[] = {marks(fake, 23), lines};
	struct block blocks[] = {sheet(children, 2, true)};

	/* 652 points below the head, 23 * 28 = 644 natural */
	children[1].lines = (struct lines_block){.title = "Notes", .field = "Notes.a"};
	use_real_rows(fake);
	assert_true(layout_blocks(fake, blocks, 1));
	assert_int_equal(n_pages(fake), 1);
	assert_null(find_text(fake, 0, "Notes"));
	assert_int_equal(count_ops(fake, OP_BEGIN), count_ops(fake, OP_END));
}

static void a_skill_does_not_split(void **state)
{
	struct fake *fake = *state;
	struct block children[] = {marks(fake, 15), marks(fake, 15)};
	struct block blocks[] = {sheet(children, 2, true), sheet(children, 1, true)};

	/* on the second page the head of the sheet again; the next sheet on a page of its own */
	use_real_rows(fake);
	assert_true(layout_blocks(fake, blocks, 2));
	assert_int_equal(n_pages(fake), 3);
	assert_non_null(find_text(fake, 1, "Sheet"));
	assert_non_null(find_text(fake, 1, "Skill"));
	assert_float_equal(find_text(fake, 1, "Skill")->text.y, 36 + 68 + 4 + 9.5, 1e-6);
}

static void a_skill_of_forty_rows_breaks(void **state)
{
	struct fake *fake = *state;
	struct block children[] = {marks(fake, 40)}, blocks[] = {sheet(children, 1, true)};

	use_real_rows(fake);
	assert_true(layout_blocks(fake, blocks, 1));
	assert_int_equal(n_pages(fake), 2);
	/* two boxes for each row, two counts */
	assert_int_equal(count_ops(fake, OP_FIELD), 82);
}

static const struct op *find_field(const struct fake *fake, const char *name, const char *value)
{
	for (size_t p = 0; p < fake->layout.pages->n_pages; p++) {
		const struct page *page = &fake->layout.pages->pages[p];

		for (size_t i = 0; i < page->n_ops; i++) {
			const struct op *op = &page->ops[i];

			if (op->kind == OP_FIELD && strcmp(op->field->name, name) == 0 &&
			    (value == NULL || strcmp(op->field->value, value) == 0))
				return op;
		}
	}
	return NULL;
}

static void names_fields_after_items(void **state)
{
	static const int points[] = {1, 2, 3};
	struct fake *fake = *state;
	struct block children[] = {marks(fake, 2), {.kind = BLOCK_RATINGS}};
	struct block blocks[] = {sheet(children, 2, false)};

	children[1].ratings = (struct ratings_block){
		.letter = "A", .title = "Brand", .total_label = "Total A",
		.total = {"Total.brand", "Tip", NULL}, .points = points, .n_points = 3,
		.rows = answer_rows(fake, 2), .n_rows = 2};
	assert_true(layout_blocks(fake, blocks, 1));
	assert_int_equal(find_field(fake, "item-1.plus", NULL)->field->kind, FIELD_CHECK);
	assert_string_equal(find_field(fake, "item-1.plus", NULL)->field->excludes, "item-1.minus");
	assert_string_equal(find_field(fake, "item-2.minus", NULL)->field->tooltip, "Tip 2");
	assert_int_equal(find_field(fake, "Count.skill.plus", NULL)->field->kind, FIELD_NUMBER);
	assert_int_equal(find_field(fake, "item-1", "3")->field->kind, FIELD_RADIO);
	assert_string_equal(find_field(fake, "item-1", "2")->field->tooltip, "Tip 2");
	assert_string_equal(find_field(fake, "item-1", "2")->field->legend, "Statement");
	assert_int_equal(find_field(fake, "Total.brand", NULL)->field->kind, FIELD_NUMBER);
}

static void makes_no_fields_on_flat_sheets(void **state)
{
	struct fake *fake = *state;
	struct block children[] = {marks(fake, 2)}, blocks[] = {sheet(children, 1, false)};

	fake->document.flat = true;
	assert_true(layout_blocks(fake, blocks, 1));
	assert_int_equal(count_ops(fake, OP_FIELD), 0);
}

static void tells_fields_of_copies_apart(void **state)
{
	struct fake *fake = *state;
	struct block children[] = {marks(fake, 1)}, blocks[] = {sheet(children, 1, false)};

	fake->document.copy = "K7Q4";
	assert_true(layout_blocks(fake, blocks, 1));
	assert_string_equal(find_field(fake, "item-1.plus", NULL)->field->copy, "K7Q4");
}

/* The title stands on both pages; a bracket would tie rows of one only. */
static void ratings_that_break_have_a_title_and_no_bracket(void **state)
{
	static const int points[] = {1, 2};
	static const size_t n_rows[] = {4, 60};
	struct fake *fake = *state;

	use_real_rows(fake);
	fake->theme.sizes[SIZE_RATING_ROW] = fake->theme.sizes[SIZE_RATING_ROW_MAX] = 19;
	fake->theme.sizes[SIZE_TOTAL_HEIGHT] = 24;
	for (size_t i = 0; i < 2; i++) {
		struct block child = {.kind = BLOCK_RATINGS};
		struct block blocks[] = {sheet(&child, 1, false)};
		const struct op *total;

		child.ratings = (struct ratings_block){
			.letter = "A", .title = "Brand", .total_label = "Total A",
			.total = {"Total.brand", "Tip", NULL}, .points = points, .n_points = 2,
			.rows = answer_rows(fake, n_rows[i]), .n_rows = n_rows[i]};
		fake->layout.pages->n_pages = 0;
		assert_true(layout_blocks(fake, blocks, 1));
		assert_int_equal(n_pages(fake), 1 + i);
		assert_non_null(find_text(fake, i, "Brand"));
		total = find_field(fake, "Total.brand", NULL);
		assert_int_equal(count_ops(fake, OP_POLYGON), i == 0);
		assert_true(total->field->y + total->field->height <
		            find_field(fake, arena_printf(arena_of(fake), "item-%zu", n_rows[i]),
		                       "1")->field->y + 40);
	}
}

static void totals_stand_below_where_the_theme_says_so(void **state)
{
	static const int points[] = {1, 2};
	struct fake *fake = *state;
	struct block children[] = {{.kind = BLOCK_RATINGS}, marks(fake, 2)};
	struct block blocks[] = {sheet(children, 2, false)};
	const struct op *total, *count;

	use_real_rows(fake);
	fake->theme.toggles[TOGGLE_TOTALS_BELOW] = true;
	children[0].ratings = (struct ratings_block){
		.letter = "A", .title = "Brand", .total_label = "Total A", .total_range = "2 to 4",
		.total = {"Total.brand", "Tip", NULL}, .points = points, .n_points = 2,
		.rows = answer_rows(fake, 2), .n_rows = 2};
	assert_true(layout_blocks(fake, blocks, 1));
	total = find_field(fake, "Total.brand", NULL);
	count = find_field(fake, "Count.skill.minus", NULL);
	/* flush right, below the last row, its words in front; no bracket */
	assert_true(fabs(total->field->x + total->field->width - 576) < 1e-6);
	assert_true(total->field->y >= find_field(fake, "item-2", "1")->field->y + 6);
	assert_true(find_text(fake, 0, "Total A")->text.x < find_text(fake, 0, "2 to 4")->text.x);
	assert_true(find_text(fake, 0, "2 to 4")->text.x < total->field->x);
	assert_int_equal(count_ops(fake, OP_POLYGON), 0);
	assert_true(fabs(count->field->x + count->field->width - 576) < 1e-6);
	assert_true(count->field->y >= find_field(fake, "item-2.minus", NULL)->field->y + 6);
}

static void the_box_for_a_name_stands_below_the_title(void **state)
{
	struct fake *fake = *state;
	struct block blocks[] = {sheet(NULL, 0, false)};

	use_real_rows(fake);
	fake->theme.sizes[SIZE_WRITE_IN_WIDTH] = 96;
	blocks[0].sheet.write_in = "Your code";
	blocks[0].sheet.text = "Fill one circle.";
	fake->theme.toggles[TOGGLE_WRITE_IN_BELOW] = true;
	assert_true(layout_blocks(fake, blocks, 1));
	assert_true(find_field(fake, "Write-in.1", NULL)->field->y > 36 + 68);
	assert_true(find_text(fake, 0, "Fill one circle.")->text.y > 36 + 68);
	assert_true(find_text(fake, 0, "Your code")->text.x <
	            find_field(fake, "Write-in.1", NULL)->field->x);
}

static void each_chart_has_a_page_where_the_theme_says_so(void **state)
{
	struct fake *fake = *state;
	struct bar bar = {.title = "L", .value = 2, .min = NAN, .lower = NAN, .upper = NAN,
	                  .max = NAN, .own = NAN};
	struct block chart = {.kind = BLOCK_BARS};
	struct block blocks[3];

	chart.bars = (struct bars_block){.low = 0, .high = 4, .bars = &bar, .n_bars = 1};
	blocks[0] = chart;
	blocks[1] = paragraph("after");
	blocks[2] = chart;
	assert_true(layout_blocks(fake, blocks, 3));
	assert_int_equal(n_pages(fake), 1);
	fake->layout.pages->n_pages = 0;
	fake->theme.toggles[TOGGLE_CHART_PAGES] = true;
	assert_true(layout_blocks(fake, blocks, 3));
	assert_int_equal(n_pages(fake), 2);
	assert_non_null(find_text(fake, 0, "after"));
	assert_non_null(find_text(fake, 1, "L"));
}

static void tells_what_does_not_fit(void **state)
{
	struct fake *fake = *state;
	struct block blocks[] = {sheet(NULL, 0, false)};
	struct buf out = {.arena = arena_of(fake)};

	blocks[0].sheet.title = numbered(fake, 200);
	assert_false(layout_blocks(fake, blocks, 1));
	assert_int_equal(diag_n_errors(fake->layout.diag), 1);
	diag_write(fake->layout.diag, &out);
	assert_non_null(strstr(buf_text(&out), "does not fit on a page"));
}

static void names_the_kind_of_what_has_no_words(void **state)
{
	struct fake *fake = *state;
	struct block blocks[] = {{.kind = BLOCK_TOTALS}};
	struct buf out = {.arena = arena_of(fake)};

	fake->theme.sizes[SIZE_OVERALL_HEIGHT] = 2000;
	blocks[0].totals = (struct totals_block){.add_title = "", .overall_label = "All"};
	assert_false(layout_blocks(fake, blocks, 1));
	diag_write(fake->layout.diag, &out);
	assert_non_null(strstr(buf_text(&out), "a block of the kind 'totals' does not fit"));
}

/* 400 boxes of 6 points, 24 apart: 22 in a row beside the result, so 19 rows
 * of 60 points on a page 720 high. */
static void breaks_a_long_sum_between_its_rows(void **state)
{
	struct fake *fake = *state;
	struct block blocks[] = {{.kind = BLOCK_TOTALS}};
	struct totals_block *totals = &blocks[0].totals;
	const struct op *first, *last;

	fake->theme.sizes[SIZE_OVERALL_HEIGHT] = 48;
	*totals = (struct totals_block){.add_title = "Add", .overall_label = "All",
	                                .overall = {"Total", "Tip", NULL}, .n_letters = 400};
	totals->letters = ARENA_ARRAY(arena_of(fake), const char *, 400);
	totals->sums = ARENA_ARRAY(arena_of(fake), struct number_box, 400);
	for (size_t i = 0; i < 400; i++) {
		totals->letters[i] = "L";
		totals->sums[i].field = arena_printf(arena_of(fake), "Sum.%zu", i);
	}
	assert_true(layout_blocks(fake, blocks, 1));
	assert_int_equal(n_pages(fake), 2);
	first = find_field(fake, "Sum.0", NULL);
	last = find_field(fake, "Sum.22", NULL);
	assert_true(first->field->x == last->field->x);
	assert_true(fabs(last->field->y - first->field->y - 60) < 1e-6);
	assert_non_null(find_field(fake, "Sum.399", NULL));
	assert_non_null(find_field(fake, "Total", NULL));
}

/* Where the words end that begin with these letters. */
static double end_of(const struct fake *fake, const char *beginning)
{
	const struct page *page = &fake->layout.pages->pages[0];

	for (size_t i = 0; i < page->n_ops; i++) {
		const struct op *op = &page->ops[i];

		if (op->kind == OP_TEXT &&
		    strncmp(op->text.run.text, beginning, strlen(beginning)) == 0)
			return op->text.x + op->text.run.width / 100;
	}
	fail_msg("%s is not on the page", beginning);
	return 0;
}

/* A letter takes 5 points. */
static void running_heads_keep_off_each_other(void **state)
{
	struct fake *fake = *state;
	struct block blocks[] = {paragraph("text")};
	char title[201], wave[201];

	memset(title, 'x', sizeof title - 1);
	memset(wave, 'y', sizeof wave - 1);
	title[200] = wave[200] = '\0';
	fake->document.furniture = FURNITURE_REPORT;
	fake->document.head_left = title;
	fake->document.head_right = "the second";
	assert_true(layout_blocks(fake, blocks, 1));
	assert_float_equal(find_text(fake, 0, "the second")->text.x, 576 - 50, 1e-6);
	assert_in_range(end_of(fake, "xx"), 526 - 12 - 5, 526 - 12);
	fake->layout.pages->n_pages = 0;
	fake->document.head_right = wave;
	assert_true(layout_blocks(fake, blocks, 1));
	assert_in_range(end_of(fake, "xx"), 300, 310);
	assert_float_equal(end_of(fake, "yy"), 576, 1e-6);
}

static void numbers_pages_within_their_document(void **state)
{
	struct fake *fake = *state;
	struct block blocks[] = {paragraph(numbered(fake, 100))};

	fake->document.furniture = FURNITURE_REPORT;
	fake->document.foot.right = "{page} of {pages}, {code}{other}";
	assert_true(layout_blocks(fake, blocks, 1));
	assert_true(layout_blocks(fake, blocks, 1));
	assert_int_equal(n_pages(fake), 4);
	assert_non_null(find_text(fake, 3, "2 of 2, {other}"));
	assert_int_equal(fake->layout.pages->pages[2].number, 1);
}

static void sheets_carry_their_code(void **state)
{
	struct fake *fake = *state;
	struct block blocks[] = {sheet(NULL, 0, false)};

	fake->document.code = "WM-CX20-1.0-K7Q4";
	fake->document.foot.middle = "{code}";
	assert_true(layout_blocks(fake, blocks, 1));
	assert_non_null(find_text(fake, 0, "WM-CX20-1.0-K7Q4-01"));
	/* four register marks and the runs of a code of 25 modules */
	assert_true(count_ops(fake, OP_RECT) > 100);
}

static void a_code_must_fit(void **state)
{
	struct fake *fake = *state;
	struct block blocks[] = {sheet(NULL, 0, false)};

	fake->document.code = "lower case";
	assert_false(layout_blocks(fake, blocks, 1));
	fake->document.code = "SIXTY-ODD-CHARACTERS-ARE-MORE-THAN-THE-QR-CODE-OF-A-SHEET-HOLDS-"
	                      "WITH-ITS-NUMBER";
	assert_false(layout_blocks(fake, blocks, 1));
}

static void lists_sheets_in_the_outline(void **state)
{
	struct fake *fake = *state;
	struct block blocks[] = {sheet(NULL, 0, false), sheet(NULL, 0, false)};
	const struct bookmark *bookmarks;

	fake->document.bookmark = "K7Q4";
	blocks[0].bookmark = "Lead";
	blocks[1].bookmark = "Respond";
	assert_true(layout_blocks(fake, blocks, 2));
	bookmarks = fake->layout.pages->bookmarks;
	assert_int_equal(fake->layout.pages->n_bookmarks, 3);
	assert_string_equal(bookmarks[0].title, "K7Q4");
	assert_int_equal(bookmarks[0].level, 0);
	assert_int_equal(bookmarks[2].level, 1);
	assert_int_equal(bookmarks[2].page, 1);
	assert_float_equal(bookmarks[2].y, 36, 1e-6);
}

static void names_wrap_in_their_box(void **state)
{
	struct fake *fake = *state;
	struct block blocks[] = {sheet(NULL, 0, false)};

	fake->theme.sizes[SIZE_WRITE_IN_WIDTH] = 96;
	blocks[0].sheet.write_in = "Your code";
	blocks[0].sheet.written = "Maximiliane Featherstonehaugh-Wetherington";
	assert_true(layout_blocks(fake, blocks, 1));
	assert_non_null(find_text(fake, 0, "Maximiliane "));
	assert_null(find_field(fake, "Write-in.1", NULL));
	blocks[0].sheet.written = NULL;
	assert_true(layout_blocks(fake, blocks, 1));
	assert_non_null(find_field(fake, "Write-in.1", NULL));
}

#define LAYOUT_TEST(test) cmocka_unit_test_setup_teardown(test, open_fake, close_fake)

int main(void)
{
	const struct CMUnitTest tests[] = {
		LAYOUT_TEST(an_empty_document_has_a_page),
		LAYOUT_TEST(empty_blocks_take_no_room),
		LAYOUT_TEST(fills_pages_line_by_line),
		LAYOUT_TEST(leaves_no_single_lines),
		LAYOUT_TEST(a_heading_goes_with_what_follows),
		LAYOUT_TEST(keeps_children_on_one_page),
		LAYOUT_TEST(what_cannot_be_kept_breaks),
		LAYOUT_TEST(puts_columns_side_by_side),
		LAYOUT_TEST(stacks_columns_that_are_too_high),
		LAYOUT_TEST(repeats_the_heads_of_tables),
		LAYOUT_TEST(repeated_heads_are_artifacts),
		LAYOUT_TEST(a_row_that_is_very_high_breaks),
		LAYOUT_TEST(rows_grow_to_the_foot),
		LAYOUT_TEST(rows_grow_no_further_than_they_may),
		LAYOUT_TEST(rows_do_not_grow_unless_asked),
		LAYOUT_TEST(lines_take_the_rest),
		LAYOUT_TEST(lines_are_left_out_without_room),
		LAYOUT_TEST(a_skill_does_not_split),
		LAYOUT_TEST(a_skill_of_forty_rows_breaks),
		LAYOUT_TEST(names_fields_after_items),
		LAYOUT_TEST(makes_no_fields_on_flat_sheets),
		LAYOUT_TEST(tells_fields_of_copies_apart),
		LAYOUT_TEST(ratings_that_break_have_a_title_and_no_bracket),
		LAYOUT_TEST(totals_stand_below_where_the_theme_says_so),
		LAYOUT_TEST(the_box_for_a_name_stands_below_the_title),
		LAYOUT_TEST(each_chart_has_a_page_where_the_theme_says_so),
		LAYOUT_TEST(tells_what_does_not_fit),
		LAYOUT_TEST(names_the_kind_of_what_has_no_words),
		LAYOUT_TEST(breaks_a_long_sum_between_its_rows),
		LAYOUT_TEST(running_heads_keep_off_each_other),
		LAYOUT_TEST(numbers_pages_within_their_document),
		LAYOUT_TEST(sheets_carry_their_code),
		LAYOUT_TEST(a_code_must_fit),
		LAYOUT_TEST(lists_sheets_in_the_outline),
		LAYOUT_TEST(names_wrap_in_their_box),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
