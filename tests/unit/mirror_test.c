#include "unit.h"

#include "fake_layout.h"
#include "layout/draw.h"
#include "layout/mirror.h"

static int open_fake(void **state)
{
	struct fake *fake = fake_open(arena_new());

	fake->page.width = 600;
	*state = fake;
	return 0;
}

static int close_fake(void **state)
{
	arena_free(((struct fake *)*state)->layout.arena);
	return 0;
}

static void turns_shapes_round(void **state)
{
	struct fake *fake = *state;
	const double xy[] = {10, 1, 30, 2};
	const struct op *ops;

	draw_across(&fake->layout, 36, 136, 5, stroke_solid(1, COLOUR_INK));
	draw_rect(&fake->layout, (struct area){36, 5, 100, 10}, COLOUR_INK, stroke_none());
	draw_circle(&fake->layout, (struct circle){50, 5, 7}, COLOUR_INK, stroke_none());
	draw_polygon(&fake->layout, xy, 2, COLOUR_INK, stroke_none());
	mirror_page(fake->layout.arena, &fake->page);
	ops = fake->page.ops;
	assert_float_equal(ops[0].line.x1, 564, 1e-6);
	assert_float_equal(ops[0].line.x2, 464, 1e-6);
	assert_float_equal(ops[1].rect.x, 464, 1e-6);
	assert_float_equal(ops[1].rect.y, 5, 1e-6);
	assert_float_equal(ops[2].circle.x, 550, 1e-6);
	assert_float_equal(ops[3].polygon.xy[0], 590, 1e-6);
	assert_float_equal(ops[3].polygon.xy[1], 1, 1e-6);
	assert_float_equal(ops[3].polygon.xy[2], 570, 1e-6);
}

static void turns_fields_round(void **state)
{
	struct fake *fake = *state;

	draw_field(&fake->layout, (struct area){36, 5, 100, 10},
	           (struct form_field){.kind = FIELD_TEXT, .name = "a", .tooltip = "a"});
	mirror_page(fake->layout.arena, &fake->page);
	assert_float_equal(fake->page.ops[0].field->x, 464, 1e-6);
	assert_float_equal(fake->page.ops[0].field->width, 100, 1e-6);
}

static struct pages *lay(struct fake *fake, const char *language)
{
	struct pages *pages = pages_new(fake->layout.arena);

	fake->document.language = language;
	fake->document.code = "WM-T-1";
	fake->document.furniture = FURNITURE_WORKSHEET;
	fake->theme.sizes[SIZE_REGISTER_LINE] = 2;
	fake->theme.sizes[SIZE_REGISTER_EDGE] = 10;
	assert_true(layout_document(pages, &fake->document, &fake->metrics, fake->layout.diag));
	return pages;
}

/* Whether the page has a rectangle with its corner there. */
static bool has_rect(const struct page *page, double x, double y, bool outlined)
{
	for (size_t i = 0; i < page->n_ops; i++) {
		const struct op *op = &page->ops[i];

		if (op->kind == OP_RECT && op->rect.x > x - 0.01 && op->rect.x < x + 0.01 &&
		    op->rect.y > y - 0.01 && op->rect.y < y + 0.01 &&
		    (op->rect.stroke.width > 0) == outlined)
			return true;
	}
	return false;
}

/* The mark at the foot on the left is hollow: 10 + 2 / 2 from the left. */
static void the_hollow_mark_stays_on_the_left(void **state)
{
	struct fake *fake = *state;
	const char *const languages[] = {"en", "ar"};

	for (size_t i = 0; i < 2; i++) {
		const struct page *page = &lay(fake, languages[i])->pages[0];

		assert_true(has_rect(page, 11, page->height - 10 - 6 + 1, true));
		assert_true(has_rect(page, page->width - 16, page->height - 16, false));
	}
}

/* The first row of a code begins with the seven modules of a corner; the other
 * corner stands at the end of the row, none at the foot on the right. */
static void codes_are_not_mirrored(void **state)
{
	struct fake *fake = *state;
	const struct page *page = &lay(fake, "ar")->pages[0];
	double module = 6, left = 36, top = 36, last = top + 24 * module;

	assert_true(has_rect(page, left, top, false));
	assert_true(has_rect(page, left + 18 * module, top, false));
	assert_true(has_rect(page, left, last, false));
	assert_false(has_rect(page, left + 18 * module, last - 2 * module, false) &&
	             has_rect(page, left + 18 * module, last, false) &&
	             has_rect(page, left + 18 * module, last - 6 * module, false));
}

#define MIRROR_TEST(test) cmocka_unit_test_setup_teardown(test, open_fake, close_fake)

int main(void)
{
	const struct CMUnitTest tests[] = {
		MIRROR_TEST(turns_shapes_round),
		MIRROR_TEST(turns_fields_round),
		MIRROR_TEST(the_hollow_mark_stays_on_the_left),
		MIRROR_TEST(codes_are_not_mirrored),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
