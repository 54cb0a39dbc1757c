#include "fake_pages.h"

/* The page's body is 540 points wide and 720 high; a character takes 5 points,
 * a line 12, every measure is 6. */

static const char *pace[] = {"low", "moderate", "high"};

static struct form_box text_box(const char *label, double width, size_t lines)
{
	return (struct form_box){.label = label, .lines = lines,
	                         .entry = {.kind = ENTRY_TEXT, .width = width},
	                         .cell = {.field = label, .tip = label}};
}

static struct block form_of(struct form_box *boxes, size_t n)
{
	struct block block = {.kind = BLOCK_FORM};

	block.form = (struct form_block){.title = "One person", .boxes = boxes, .n_boxes = n};
	return block;
}

static void sets_boxes_side_by_side_by_their_widths(void **state)
{
	struct fake *fake = *state;
	struct form_box boxes[] = {text_box("a", 0.5, 2), text_box("b", 0.25, 2),
	                           text_box("c", 0.25, 2), text_box("d", 1, 4)};
	struct block block = form_of(boxes, 4);
	const struct op *a, *c, *d;

	assert_true(lay_out(fake, &block));
	a = nth_op(fake, 0, OP_RECT, 0);
	c = nth_op(fake, 0, OP_RECT, 2);
	d = nth_op(fake, 0, OP_RECT, 3);
	assert_near(a->rect.x, 36, 1e-6);
	assert_near(a->rect.width, (540.0 + 6) / 2 - 6, 1e-6);
	assert_near(c->rect.x + c->rect.width, 576, 1e-6);
	assert_near(a->rect.y, c->rect.y, 1e-6);
	assert_near(d->rect.width, 540, 1e-6);
	assert_near(d->rect.y, a->rect.y + a->rect.height + 6, 1e-6);
	assert_near(d->rect.height - a->rect.height, 2 * 6, 1e-6);
}

static void keeps_fields_below_their_labels(void **state)
{
	struct fake *fake = *state;
	struct form_box boxes[] = {text_box("a", 1, 4)};
	struct block block = form_of(boxes, 1);
	const struct form_field *field;
	const struct op *box;

	boxes[0].help = "In their words";
	assert_true(lay_out(fake, &block));
	field = find_field(fake, 0, "a");
	box = nth_op(fake, 0, OP_RECT, 0);
	assert_true(field->y >= find_text(fake, 0, "In their words")->text.y);
	assert_near(field->y + field->height, box->rect.y + box->rect.height, 1e-6);
	assert_true(field->x > box->rect.x &&
	            field->x + field->width < box->rect.x + box->rect.width);
}

static void fills_the_page_with_boxes_that_have_no_number_of_lines(void **state)
{
	struct fake *fake = *state;
	struct form_box boxes[] = {text_box("a", 1, 2), text_box("b", 1, 0), text_box("c", 1, 0)};
	struct block block = form_of(boxes, 3);
	const struct op *b, *c;

	assert_true(lay_out(fake, &block));
	assert_int_equal(n_pages(fake), 1);
	b = nth_op(fake, 0, OP_RECT, 1);
	c = nth_op(fake, 0, OP_RECT, 2);
	assert_near(b->rect.height, c->rect.height, 1e-6);
	assert_near(c->rect.y + c->rect.height, 36 + 720, 1e-6);
}

static void draws_a_line_with_a_circle_for_each_option(void **state)
{
	struct fake *fake = *state;
	struct form_box boxes[] = {
		{.label = "Patience", .entry = {.kind = ENTRY_LINE, .width = 1, .options = pace,
		                                .values = pace, .n_options = 3},
		 .cell = {.field = "patience", .tip = "Patience", .tips = pace}},
	};
	struct block block = form_of(boxes, 1);
	const struct op *line, *first, *last;

	assert_true(lay_out(fake, &block));
	line = nth_op(fake, 0, OP_LINE, 0);
	first = nth_op(fake, 0, OP_CIRCLE, 0);
	last = nth_op(fake, 0, OP_CIRCLE, 2);
	assert_near(line->line.x1, first->circle.x, 1e-6);
	assert_near(line->line.x2, last->circle.x, 1e-6);
	assert_near(line->line.y1, last->circle.y, 1e-6);
	assert_true(find_text(fake, 0, "Patience")->text.x + 40 < first->circle.x);
	assert_near(find_text(fake, 0, "high")->text.x + 10, last->circle.x, 1e-6);
	assert_int_equal(count_ops(fake, OP_FIELD), 3);
	assert_int_equal(count_ops(fake, OP_RECT), N_REGISTER_MARKS);
}

static void sets_options_on_as_many_lines_as_they_need(void **state)
{
	static const char *words[] = {"a household of one person who works at night",
	                              "a household of two people who work at night",
	                              "a household with children"};
	struct fake *fake = *state;
	struct form_box boxes[] = {
		{.label = "Household", .entry = {.kind = ENTRY_CHOICE, .width = 1, .options = words,
		                                 .n_options = 3},
		 .cell = {.field = "household", .tip = "Household", .tips = words}},
	};
	struct block block = form_of(boxes, 1);
	const struct op *box, *last;

	assert_true(lay_out(fake, &block));
	box = nth_op(fake, 0, OP_RECT, 0);
	last = nth_op(fake, 0, OP_CIRCLE, 2);
	assert_near(nth_op(fake, 0, OP_CIRCLE, 0)->circle.y,
	            nth_op(fake, 0, OP_CIRCLE, 1)->circle.y, 1e-6);
	assert_true(last->circle.y > nth_op(fake, 0, OP_CIRCLE, 1)->circle.y + 6);
	assert_true(last->circle.y + last->circle.radius < box->rect.y + box->rect.height);
	assert_string_equal(find_field(fake, 0, "household")->value, "1");
}

static void crosses_need_no_box_around_them(void **state)
{
	struct fake *fake = *state;
	struct form_box boxes[] = {
		{.label = "Agreed", .entry = {.kind = ENTRY_CHECK, .width = 1},
		 .cell = {.field = "agreed", .tip = "Agreed"}},
	};
	struct block block = form_of(boxes, 1);
	const struct form_field *field;

	assert_true(lay_out(fake, &block));
	field = find_field(fake, 0, "agreed");
	assert_int_equal(count_ops(fake, OP_RECT), 1 + N_REGISTER_MARKS);
	assert_int_equal(field->kind, FIELD_CHECK);
	assert_near(field->width, 6, 1e-6);
	assert_true(find_text(fake, 0, "Agreed")->text.x > field->x + field->width);
	assert_int_equal(count_ops(fake, OP_BEGIN), count_ops(fake, OP_END));
}

static void takes_no_room_when_it_is_empty(void **state)
{
	struct fake *fake = *state;
	struct block block = form_of(NULL, 0);

	block.form.title = NULL;
	assert_true(lay_out(fake, &block));
	assert_int_equal(n_pages(fake), 1);
	assert_int_equal(count_ops(fake, OP_TEXT), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(sets_boxes_side_by_side_by_their_widths, open_fake,
		                                close_fake),
		cmocka_unit_test_setup_teardown(keeps_fields_below_their_labels, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(fills_the_page_with_boxes_that_have_no_number_of_lines,
		                                open_fake, close_fake),
		cmocka_unit_test_setup_teardown(draws_a_line_with_a_circle_for_each_option, open_fake,
		                                close_fake),
		cmocka_unit_test_setup_teardown(sets_options_on_as_many_lines_as_they_need, open_fake,
		                                close_fake),
		cmocka_unit_test_setup_teardown(crosses_need_no_box_around_them, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(takes_no_room_when_it_is_empty, open_fake, close_fake),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
