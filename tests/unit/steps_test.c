#include "fake_pages.h"

/* A character takes 5 points, a line 12; every measure is 6 but where a test
 * sets it. */

static struct poster_step steps[] = {
	{"1", "Ignore", "0 to 4", "Nobody asks.", "Nobody cares."},
	{"2", "Try", "5 to 8", "Some teams try.", "Each for itself."},
	{"3", "Live", "9 to 12", "All do so.", NULL},
};

static struct block poster(void)
{
	struct block block = {.kind = BLOCK_STEPS};

	block.steps = (struct steps_block){.obstacle_title = "In the way", .steps = steps,
	                                   .n_steps = 3};
	return block;
}

static struct fake *with_rise(void **state, bool landscape)
{
	struct fake *fake = *state;

	fake->theme.sizes[SIZE_STAIR_RISE] = 20;
	fake->theme.sizes[SIZE_STAIR_RISE_MAX] = 60;
	fake->document.landscape = landscape;
	return fake;
}

static void rises_to_the_right(void **state)
{
	struct fake *fake = with_rise(state, true);
	struct block block = poster();
	const struct op *one, *three;

	assert_true(lay_out(fake, &block));
	assert_int_equal(n_pages(fake), 1);
	one = find_text(fake, 0, "1");
	three = find_text(fake, 0, "3");
	assert_near(one->text.y - three->text.y, 2 * 60, 1e-6);
	assert_near(three->text.x - one->text.x, 2 * (792 - 12) / 3.0, 1e-6);
	assert_true(find_text(fake, 0, "Ignore")->text.y > one->text.y);
	assert_true(find_text(fake, 0, "Nobody asks.")->text.y >
	            find_text(fake, 0, "Ignore")->text.y);
}

static void puts_obstacles_on_their_steps(void **state)
{
	struct fake *fake = with_rise(state, true);
	struct block block = poster();
	const struct op *step, *box;

	assert_true(lay_out(fake, &block));
	assert_int_equal(count_ops(fake, OP_RECT), 3 + 2 + N_REGISTER_MARKS);
	for (size_t i = 0; i < 2; i++) {
		step = nth_op(fake, 0, OP_RECT, i);
		box = nth_op(fake, 0, OP_RECT, 3 + i);
		assert_near(box->rect.y + box->rect.height, step->rect.y, 1e-6);
		assert_true(box->rect.x > step->rect.x &&
		            box->rect.x + box->rect.width < step->rect.x + step->rect.width);
	}
	assert_true(find_text(fake, 0, "Nobody cares.")->text.y < step->rect.y + 60);
}

static void fills_the_page(void **state)
{
	struct fake *fake = with_rise(state, true);
	struct block block = poster();
	const struct op *first, *last, *box;

	assert_true(lay_out(fake, &block));
	first = nth_op(fake, 0, OP_RECT, 0);
	last = nth_op(fake, 0, OP_RECT, 2);
	box = nth_op(fake, 0, OP_RECT, 4);
	assert_near(first->rect.y + first->rect.height, 612 - 36, 1e-6);
	assert_near(last->rect.y + last->rect.height, 612 - 36, 1e-6);
	assert_true(box->rect.y >= 36 - 1e-6);
}

static void lays_steps_below_each_other_on_an_upright_page(void **state)
{
	struct fake *fake = with_rise(state, false);
	struct block block = poster();
	const struct op *one, *three;

	assert_true(lay_out(fake, &block));
	assert_int_equal(n_pages(fake), 1);
	one = find_text(fake, 0, "1");
	three = find_text(fake, 0, "3");
	assert_true(three->text.y < one->text.y);
	assert_near(three->text.x - one->text.x, 2 * 6, 1e-6);
	assert_true(find_text(fake, 0, "Nobody cares.")->text.x > 306);
	assert_int_equal(count_ops(fake, OP_BEGIN), count_ops(fake, OP_END));
}

/* A word that is wider than a third of the page: 780 / 3 - 12 = 248 points. */
static void breaks_no_word_for_the_sake_of_columns(void **state)
{
	struct fake *fake = with_rise(state, true);
	struct block block = poster();

	steps[1].title = "Operationalizationalizationalizationalizationalization";
	assert_true(lay_out(fake, &block));
	assert_non_null(find_text(fake, 0, steps[1].title));
	steps[1].title = "Try";
	assert_true(find_text(fake, 0, "3")->text.x - find_text(fake, 0, "1")->text.x < 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(rises_to_the_right, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(puts_obstacles_on_their_steps, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(fills_the_page, open_fake, close_fake),
		cmocka_unit_test_setup_teardown(lays_steps_below_each_other_on_an_upright_page,
		                                open_fake, close_fake),
		cmocka_unit_test_setup_teardown(breaks_no_word_for_the_sake_of_columns, open_fake,
		                                close_fake),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
