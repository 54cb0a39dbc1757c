#include "unit.h"

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "dump/pages.h"
#include "layout/page.h"

static struct op text(double x, double y, size_t font, const char *words, size_t length)
{
	struct op op = {.kind = OP_TEXT};

	op.text.x = x;
	op.text.y = y;
	op.text.size = 9.5;
	op.text.colour = COLOUR_INK2;
	op.text.run = (struct run){.font = font, .text = words, .n_text = length};
	return op;
}

static struct op begin(enum role role, const char *alternative)
{
	struct op op = {.kind = OP_BEGIN};

	op.begin.role = role;
	op.begin.alternative = alternative;
	return op;
}

static struct op end(void)
{
	return (struct op){.kind = OP_END};
}

static void assert_dump(const struct pages *pages, const char *wanted)
{
	struct arena *arena = arena_new();
	struct buf out = {.arena = arena};

	dump_pages(pages, &out);
	assert_string_equal(buf_text(&out), wanted);
	arena_free(arena);
}

static void indents_by_role(void **state)
{
	struct op ops[] = {
		begin(ROLE_SECTION, NULL),
		begin(ROLE_HEADING2, NULL),
		text(54, 72.25, FACE_BOLD, "Lead\n", 4),
		end(),
		begin(ROLE_FIGURE, "Two bars"),
		text(54.04, 90, FACE_COUNT, "\xE2\x86\x92", 3),
		end(),
		end(),
		text(-0.04, 780, FACE_REGULAR, "1 of 2", 6),
	};
	struct page page[] = {
		{.width = 612, .height = 792, .ops = ops, .n_ops = sizeof ops / sizeof ops[0]},
		{.width = 595.276, .height = 841.89},
	};

	(void)state;
	assert_dump(&(struct pages){.pages = page, .n_pages = 2},
	            "page 1 of 2, 612 x 792\n"
	            "  section\n"
	            "    heading-2\n"
	            "      text 54 72.3, 9.5 bold ink2: Lead\n"
	            "    figure: Two bars\n"
	            "      text 54 90, 9.5 fallback ink2: \xE2\x86\x92\n"
	            "  text 0 780, 9.5 regular ink2: 1 of 2\n"
	            "page 2 of 2, 595.3 x 841.9\n");
}

static void names_what_shapes_are_drawn_with(void **state)
{
	static const double xy[] = {1, 2, 3, 4, 5.5, 6};
	struct stroke dotted = {0.75, COLOUR_RULE, 1, 2, true}, none = {0};
	struct op ops[6] = {{.kind = OP_LINE}, {.kind = OP_RECT}, {.kind = OP_RECT},
	                    {.kind = OP_CIRCLE}, {.kind = OP_POLYGON}, {.kind = OP_POLYGON}};
	struct page page = {.width = 100, .height = 100, .ops = ops, .n_ops = 6};

	(void)state;
	ops[0].line.x2 = 10;
	ops[0].line.stroke = dotted;
	ops[1].rect.width = 4;
	ops[1].rect.height = 8;
	ops[1].rect.fill = COLOUR_BLUE;
	ops[1].rect.stroke = none;
	ops[2] = ops[1];
	ops[2].rect.radius = 2;
	ops[2].rect.fill = COLOUR_NONE;
	ops[2].rect.stroke = (struct stroke){1, COLOUR_INK, 0, 0, false};
	ops[3].circle.x = ops[3].circle.y = ops[3].circle.radius = 5;
	ops[3].circle.fill = COLOUR_PAPER;
	ops[4].polygon.xy = ops[5].polygon.xy = xy;
	ops[4].polygon.n_points = ops[5].polygon.n_points = 3;
	ops[4].polygon.fill = COLOUR_ORANGE;
	ops[5].polygon.open = true;
	ops[5].polygon.stroke = dotted;
	assert_dump(&(struct pages){.pages = &page, .n_pages = 1},
	            "page 1 of 1, 100 x 100\n"
	            "  line 0 0, 10 0, stroke 0.75 rule dash 1 2 round\n"
	            "  rect 0 0, 4 x 8, fill blue\n"
	            "  rect 0 0, 4 x 8, radius 2, stroke 1 ink\n"
	            "  circle 5 5, radius 5, fill paper\n"
	            "  polygon 1 2, 3 4, 5.5 6, fill orange\n"
	            "  path 1 2, 3 4, 5.5 6, stroke 0.75 rule dash 1 2 round\n");
}

static void shows_links_fields_and_bookmarks(void **state)
{
	struct op ops[3] = {{.kind = OP_LINK}, {.kind = OP_FIELD}, {.kind = OP_FIELD}};
	struct form_field fields[2] = {{.name = NULL}};
	struct page page = {.width = 100, .height = 100, .ops = ops, .n_ops = 3};
	struct bookmark bookmarks[] = {
		{.title = "Lead", .page = 0, .level = 0, .y = 12},
		{.title = "Strategy", .page = 0, .level = 1, .y = 40.5},
	};

	(void)state;
	ops[1].field = &fields[0];
	ops[2].field = &fields[1];
	ops[0].link.width = ops[0].link.height = 8;
	ops[0].link.target = "https://example.org";
	ops[1].field->name = "lead-1";
	ops[1].field->kind = FIELD_RADIO;
	ops[1].field->value = "plus";
	ops[1].field->tooltip = "Lead: a strength";
	ops[2].field->name = "name";
	ops[2].field->kind = FIELD_TEXT;
	assert_dump(&(struct pages){.pages = &page, .n_pages = 1,
	                            .bookmarks = bookmarks, .n_bookmarks = 2},
	            "page 1 of 1, 100 x 100\n"
	            "  link 0 0, 8 x 8, https://example.org\n"
	            "  field radio 0 0, 0 x 0, name lead-1, value plus, tooltip: Lead: a strength\n"
	            "  field text 0 0, 0 x 0, name name\n"
	            "bookmarks\n"
	            "  page 1 at 12: Lead\n"
	            "    page 1 at 40.5: Strategy\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(indents_by_role),
		cmocka_unit_test(names_what_shapes_are_drawn_with),
		cmocka_unit_test(shows_links_fields_and_bookmarks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
