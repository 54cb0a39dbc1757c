#include <stdlib.h>

#include "chart_bench.h"

#define N(array) (sizeof(array) / sizeof *(array))

/* A section that is more than half a page, so that each has one of its own. */
static struct block section(struct arena *arena, const char *title, const char *part)
{
	struct block block = {.kind = BLOCK_SECTION, .bookmark = title, .n_children = 2};

	block.children = ARENA_ARRAY(arena, struct block, 2);
	block.children[0].kind = BLOCK_KEEP;
	block.children[0].n_children = 36;
	block.children[0].children = ARENA_ARRAY(arena, struct block, 36);
	for (size_t i = 0; i < 36; i++) {
		block.children[0].children[i].kind = BLOCK_PARAGRAPH;
		block.children[0].children[i].paragraph.text = "Words";
	}
	block.children[1].kind = BLOCK_PARAGRAPH;
	block.children[1].paragraph.text = "End";
	block.children[1].bookmark = part;
	return block;
}

/* Contents and three sections, the second of which has a part: four pages. */
static struct pages *lay_out(struct bench *bench, size_t least_pages)
{
	struct document *document = &bench->fake->document;
	struct pages *pages = pages_new(bench->arena);
	struct block *blocks = ARENA_ARRAY(bench->arena, struct block, 4);

	blocks[0].kind = BLOCK_CONTENTS;
	blocks[0].contents = (struct contents_block){"Contents", least_pages};
	blocks[1] = section(bench->arena, "First", NULL);
	blocks[2] = section(bench->arena, "Second", "Part");
	blocks[3] = section(bench->arena, "Third", NULL);
	document->blocks = blocks;
	document->n_blocks = 4;
	assert_true(layout_document(pages, document, &bench->fake->metrics,
	                            bench->fake->layout.diag));
	return pages;
}

/* The op after the first that says `text`, of a kind. */
static const struct op *after(const struct page *page, const char *text, enum op_kind kind)
{
	for (const struct op *op = page_text(page, text); op < page->ops + page->n_ops; op++)
		if (op->kind == kind && op != page_text(page, text))
			return op;
	return NULL;
}

static void assert_line(const struct pages *pages, const char *title, const char *number)
{
	const struct page *page = &pages->pages[0];
	const struct op *link = after(page, title, OP_LINK);
	const struct op *text = after(page, title, OP_TEXT);

	assert_int_equal(text->text.run.n_text, strlen(number));
	assert_memory_equal(text->text.run.text, number, strlen(number));
	/* a figure of 10 points is 5 wide and ends where the link does */
	assert_near(text->text.x + 5, link->link.x + link->link.width);
	assert_true(link->link.inside);
	assert_string_equal(link->link.target, title);
	assert_int_equal(link->link.page + 1, atoi(number));
}

static void leads_to_the_pages_of_the_bookmarks(void **state)
{
	struct pages *pages = lay_out(*state, 1);
	const struct page *page = &pages->pages[0];

	assert_int_equal(pages->n_pages, 3);
	assert_line(pages, "First", "1");
	assert_line(pages, "Second", "2");
	assert_line(pages, "Part", "2");
	assert_line(pages, "Third", "3");
	assert_near(after(page, "Part", OP_LINK)->link.top, pages->bookmarks[2].y);
	assert_int_equal(count_role(page, ROLE_HEADING2), 1);
	assert_int_equal(count_role(page, ROLE_CONTENTS), 2);
	assert_int_equal(count_role(page, ROLE_CONTENTS_ITEM), 4);
	assert_int_equal(count_role(page, ROLE_LINK), 4);
}

/* First | Second, Part, Third and First, Second, Part | Third are as uneven; the one
 * that comes first is taken, and First, Second | Part, Third never is. */
static void puts_them_in_two_columns_that_part_nothing(void **state)
{
	struct pages *pages = lay_out(*state, 1);
	const struct page *page = &pages->pages[0];

	assert_near(page_text(page, "First")->text.y, page_text(page, "Second")->text.y);
	assert_true(page_text(page, "Part")->text.x > page_text(page, "Second")->text.x);
	assert_near(page_text(page, "Third")->text.x, page_text(page, "Second")->text.x);
}

static void stays_away_from_short_documents(void **state)
{
	struct pages *with = lay_out(*state, 3), *without = lay_out(*state, 4);

	assert_int_equal(count_role(&with->pages[0], ROLE_CONTENTS), 2);
	assert_int_equal(count_role(&without->pages[0], ROLE_CONTENTS), 0);
	assert_null(page_text(&without->pages[0], "Contents"));
	assert_int_equal(without->n_bookmarks, 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(leads_to_the_pages_of_the_bookmarks, bench_open,
		                                bench_close),
		cmocka_unit_test_setup_teardown(puts_them_in_two_columns_that_part_nothing,
		                                bench_open, bench_close),
		cmocka_unit_test_setup_teardown(stays_away_from_short_documents, bench_open,
		                                bench_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
