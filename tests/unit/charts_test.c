#include "unit.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "layout/charts.h"
#include "layout/layout.h"

/* Type of 10 points whose characters are all 5 wide and whose capitals are 7
 * high: so texts can be measured in the head. */
static size_t shape(void *self, struct arena *arena, struct phrase phrase, struct run **runs)
{
	struct glyph *glyphs = ARENA_ARRAY(arena, struct glyph, phrase.length + 1);
	size_t n = 0;

	(void)self;
	for (size_t at = 0; at < phrase.length; n++) {
		glyphs[n].cluster = (uint32_t)at;
		glyphs[n].advance = 500;
		text_next(phrase.text, &at);
	}
	*runs = ARENA_NEW(arena, struct run);
	**runs = (struct run){.glyphs = glyphs, .n_glyphs = n, .text = phrase.text,
	                      .n_text = phrase.length, .width = (float)(500 * n)};
	return n > 0 ? 1 : 0;
}

static double cap_height(void *self, enum face face)
{
	(void)self;
	(void)face;
	return 700;
}

static const struct metrics metrics = {NULL, shape, cap_height};

struct fixture {
	struct arena *arena;
	struct theme theme;
	struct document document;
	struct pages *pages;
	struct page page;
	struct layout layout;
};

static void set_theme(struct theme *theme)
{
	static const struct { enum size size; double value; } sizes[] = {
		{SIZE_SIDE_LETTER, 56}, {SIZE_TOP, 50}, {SIZE_FOOT, 50}, {SIZE_UNIT, 6},
		{SIZE_GAP, 8}, {SIZE_SECTION_GAP, 24}, {SIZE_CELL_GAP, 12}, {SIZE_RULE, 0.75},
		{SIZE_RULE_LIGHT, 0.5}, {SIZE_RULE_SECTION, 1}, {SIZE_SECTION_HEAD, 15},
		{SIZE_SIGN, 7}, {SIZE_BAR, 11}, {SIZE_BAR_ROW, 33}, {SIZE_SPREAD, 3.5},
		{SIZE_STEP_LOW, 8}, {SIZE_STEP_HIGH, 42}, {SIZE_STEP_HIGH_SMALL, 30},
		{SIZE_RING, 4.8}, {SIZE_RING_PITCH, 5.5}, {SIZE_RINGS_HIGH, 66},
		{SIZE_HISTOGRAM_BAR, 7.5}, {SIZE_HISTOGRAM_GAP, 1.5}, {SIZE_HISTOGRAM_HIGH, 30},
		{SIZE_DIVERGING_BAR, 12}, {SIZE_DIVERGING_ROW, 23.6}, {SIZE_DOT_ROW, 18.1},
		{SIZE_DOT, 6.8}, {SIZE_BUBBLE, 17}, {SIZE_FIGURE_GAP, 18}, {SIZE_LABEL_GAP, 4},
		{SIZE_KEY_MARK, 14}, {SIZE_KEY_GAP, 14}, {SIZE_TAG_HEIGHT, 13},
		{SIZE_TRACK_DASH, 2}, {SIZE_RIM, 1}, {SIZE_STEP_GAP, 1.5},
		{SIZE_LADDER_POINTER, 10}, {SIZE_LADDER_POINTER_SMALL, 9}, {SIZE_POINTER_GAP, 3},
		{SIZE_BAR_TITLE, 150}, {SIZE_BAR_TOP, 5}, {SIZE_SPREAD_DOWN, 10.5},
		{SIZE_SPREAD_LINE, 0.6}, {SIZE_TICK_WIDTH, 1.5}, {SIZE_TICK_HEIGHT, 17},
		{SIZE_RANKING_ROW, 45}, {SIZE_RANKING_BASE, 32}, {SIZE_RANKING_LEADING, 11.5},
		{SIZE_BLANK_BAR, 8}, {SIZE_DOT_PITCH, 23.5}, {SIZE_DOT_LEADING, 10},
		{SIZE_DOT_JOIN, 1.2}, {SIZE_DOT_TICK_WIDTH, 2}, {SIZE_DOT_TICK_HEIGHT, 11},
	};

	for (size_t i = 0; i < STYLE_COUNT; i++)
		theme->styles[i] = (struct type){FACE_REGULAR, 10, 12, COLOUR_INK};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		theme->sizes[sizes[i].size] = sizes[i].value;
}

static int set_up(void **state)
{
	struct arena *arena = arena_new();
	struct fixture *f = ARENA_NEW(arena, struct fixture);

	f->arena = arena;
	set_theme(&f->theme);
	f->document = (struct document){.theme = &f->theme, .furniture = FURNITURE_REPORT,
	                                .language = "en"};
	f->pages = pages_new(arena);
	f->page = (struct page){.width = 612, .height = 792};
	f->layout = (struct layout){.arena = arena, .scratch = arena, .document = &f->document,
	                            .theme = &f->theme, .metrics = &metrics,
	                            .diag = diag_new(arena), .pages = f->pages,
	                            .page = &f->page};
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	arena_free(f->arena);
	return 0;
}

/* Roles end as often as they begin, and never before. */
static void assert_balanced(const struct page *page)
{
	int depth = 0;

	for (size_t i = 0; i < page->n_ops; i++) {
		depth += page->ops[i].kind == OP_BEGIN;
		depth -= page->ops[i].kind == OP_END;
		assert_true(depth >= 0);
	}
	assert_int_equal(depth, 0);
}

/* Draws the block 400 wide at (0, 0) and returns its height. */
static double draw(struct fixture *f, const struct block *block)
{
	struct measured measured;

	f->page.n_ops = 0;
	block_measure(&f->layout, block, 400, &measured);
	block_place(&f->layout, block, &measured, (struct area){0, 0, 400, 0});
	assert_balanced(&f->page);
	return measured_height(&measured);
}

/* The nth op of a kind in a colour (fill, or stroke where nothing is filled). */
static const struct op *find(const struct fixture *f, enum op_kind kind, enum colour colour,
                             size_t nth)
{
	for (size_t i = 0; i < f->page.n_ops; i++) {
		const struct op *op = &f->page.ops[i];
		enum colour own = COLOUR_NONE;

		if (op->kind != kind)
			continue;
		if (kind == OP_RECT)
			own = op->rect.fill;
		else if (kind == OP_CIRCLE)
			own = op->circle.fill != COLOUR_NONE ? op->circle.fill
			                                     : op->circle.stroke.colour;
		else if (kind == OP_LINE)
			own = op->line.stroke.colour;
		else if (kind == OP_POLYGON)
			own = op->polygon.fill;
		if (own == colour && nth-- == 0)
			return op;
	}
	return NULL;
}

static const struct op *find_text(const struct fixture *f, const char *text)
{
	for (size_t i = 0; i < f->page.n_ops; i++) {
		const struct op *op = &f->page.ops[i];

		if (op->kind == OP_TEXT && op->text.run.n_text == strlen(text) &&
		    memcmp(op->text.run.text, text, strlen(text)) == 0)
			return op;
	}
	return NULL;
}

static size_t count_role(const struct page *page, enum role role)
{
	size_t n = 0;

	for (size_t i = 0; i < page->n_ops; i++)
		n += page->ops[i].kind == OP_BEGIN && page->ops[i].begin.role == role;
	return n;
}

static void assert_near(double a, double b)
{
	assert_true(fabs(a - b) < 0.01);
}

/* --- ladder --- */

static struct ladder_step steps[] = {
	{0, 25, "Low", "0", false}, {25, 50, "Next", "25", false}, {50, 100, "High", "50", true}};

static struct block ladder(struct pointer *pointers, size_t n)
{
	struct block block = {.kind = BLOCK_LADDER};

	block.ladder = (struct ladder_block){
		.words = {"finding", NULL}, .low = 0, .high = 100, .low_label = "0",
		.high_label = "100", .steps = steps, .n_steps = 3, .pointers = pointers,
		.n_pointers = n};
	return block;
}

static void ladder_points_at_the_value(void **state)
{
	struct fixture *f = *state;
	struct pointer pointer = {60, "60.0", "note", COLOUR_BLUE, false, -1};
	struct block block = ladder(&pointer, 1);
	const struct op *polygon, *step, *label;

	draw(f, &block);
	assert_int_equal(count_role(&f->page, ROLE_FIGURE), 1);
	polygon = find(f, OP_POLYGON, COLOUR_BLUE, 0);
	step = find(f, OP_RECT, COLOUR_BLUE, 0);
	label = find_text(f, "60.0");
	assert_non_null(polygon);
	assert_non_null(step);
	assert_non_null(label);
	/* 60 of 100 on 400 points; xy[6] and xy[7] are the tip, 3 above its step */
	assert_near(polygon->polygon.xy[6], 240);
	assert_near(step->rect.y - polygon->polygon.xy[7], 3);
	assert_near(step->rect.height, 42);
	assert_near(step->rect.x, 200.75);
	/* four characters of 5 points end left of the pointer: 5 + 4 away */
	assert_near(label->text.x + 20, 240 - 9);
}

static void ladder_score_stands_right_near_the_left_end(void **state)
{
	struct fixture *f = *state;
	struct pointer pointer = {19, "19.0", NULL, COLOUR_BLUE, false, -1};
	struct block block = ladder(&pointer, 1);

	draw(f, &block);
	assert_near(find_text(f, "19.0")->text.x, 76 + 9);
}

static void ladder_without_a_sure_place_has_no_solid_step(void **state)
{
	struct fixture *f = *state;
	struct pointer pointers[] = {{60, "60.0", NULL, COLOUR_BLUE, true, -1},
	                             {NAN, "", NULL, COLOUR_INK, false, -1}};
	struct block block = ladder(pointers, 2);

	draw(f, &block);
	assert_null(find(f, OP_RECT, COLOUR_BLUE, 0));
	assert_non_null(find(f, OP_POLYGON, COLOUR_PAPER, 0));
	assert_null(find(f, OP_POLYGON, COLOUR_PAPER, 1));
}

static void ladder_raises_one_of_two_pointers_that_meet(void **state)
{
	struct fixture *f = *state;
	struct pointer pointers[] = {{61, "Group 61", NULL, COLOUR_BLUE, false, -1},
	                             {60, "You 60", NULL, COLOUR_INK, false, -1}};
	struct block block = ladder(pointers, 2);
	const struct op *you, *group;

	block.ladder.small = true;
	draw(f, &block);
	you = find(f, OP_POLYGON, COLOUR_INK, 0);
	group = find(f, OP_POLYGON, COLOUR_BLUE, 0);
	/* xy[1] is the top, xy[7] the tip */
	assert_true(you->polygon.xy[7] < group->polygon.xy[1] ||
	            group->polygon.xy[7] < you->polygon.xy[1]);
	assert_true(find_text(f, "You 60")->text.x + 30 < 240);
	assert_true(find_text(f, "Group 61")->text.x > 244);
}

static void ladder_numbers_steps_that_are_narrower_than_their_names(void **state)
{
	static struct ladder_step narrow[] = {
		{0, 5, "Just beginning", "0", false}, {5, 100, "All the rest", "5", true}};
	struct fixture *f = *state;
	struct pointer pointer = {60, "60.0", NULL, COLOUR_BLUE, false, -1};
	struct block block = ladder(&pointer, 1);
	const struct op *number, *name;

	block.ladder.steps = narrow;
	block.ladder.n_steps = 2;
	draw(f, &block);
	number = find_text(f, "1");
	name = find_text(f, "Just beginning");
	assert_non_null(number);
	assert_non_null(name);
	assert_near(number->text.x + 2.5, 10);
	assert_true(name->text.y > number->text.y);
}

static void ladder_stacks_rings_of_the_same_place(void **state)
{
	static const double rings[] = {50, 70, 50, NAN, 50};
	struct fixture *f = *state;
	struct pointer pointer = {60, "60.0", NULL, COLOUR_BLUE, false, -1};
	struct block block = ladder(&pointer, 1);
	const struct op *first, *third;

	block.ladder.rings = rings;
	block.ladder.n_rings = 5;
	block.ladder.rings_label = "people";
	draw(f, &block);
	first = find(f, OP_CIRCLE, COLOUR_INK2, 0);
	third = find(f, OP_CIRCLE, COLOUR_INK2, 2);
	assert_near(first->circle.x, 200);
	assert_near(third->circle.x, 200);
	assert_near(first->circle.y - third->circle.y, 2 * 5.5);
	assert_non_null(find(f, OP_CIRCLE, COLOUR_INK2, 3));
	assert_null(find(f, OP_CIRCLE, COLOUR_INK2, 4));
}

static void ladder_of_many_people_stays_on_its_page(void **state)
{
	struct fixture *f = *state;
	double *rings = ARENA_ARRAY(f->arena, double, 500);
	struct block block = ladder(NULL, 0);

	block.ladder.rings = rings;
	block.ladder.n_rings = 500;
	assert_true(draw(f, &block) < 200);
}

/* --- bars --- */

static const double ticks[] = {5, 15, 25};
static const char *tick_labels[] = {"5", "15", "25"};

static struct block bars(struct bar *rows, size_t n)
{
	struct block block = {.kind = BLOCK_BARS};

	block.bars = (struct bars_block){
		.words = {"finding", NULL}, .value_head = "Mean", .low = 5, .high = 25, .base = 5,
		.ticks = ticks, .tick_labels = tick_labels, .n_ticks = 3, .bars = rows,
		.n_bars = n, .key_mean = "mean"};
	return block;
}

static struct bar bar(const char *title, double value)
{
	return (struct bar){.title = title, .value = value, .min = NAN, .lower = NAN,
	                    .upper = NAN, .max = NAN, .own = NAN, .figure = "x"};
}

static void bars_have_the_length_of_their_values(void **state)
{
	struct fixture *f = *state;
	struct bar rows[] = {bar("half", 15), bar("full", 25), bar("beyond", 99), bar("low", 5)};
	struct block block = bars(rows, 4);
	double full;

	draw(f, &block);
	full = find(f, OP_RECT, COLOUR_BLUE, 1)->rect.width;
	/* 400 less titles 150, figures 20 ("Mean") and a gap of 1.5 x 18 */
	assert_near(full, 203);
	assert_near(find(f, OP_RECT, COLOUR_BLUE, 0)->rect.width, full / 2);
	assert_near(find(f, OP_RECT, COLOUR_BLUE, 2)->rect.width, full);
	/* nothing is still to be seen */
	assert_near(find(f, OP_RECT, COLOUR_BLUE, 3)->rect.width, 0.75);
	assert_int_equal(count_role(&f->page, ROLE_FIGURE), 1);
}

/* A hatched bar is paper with an outline and lines that stay within it. */
static void bars_are_hatched_where_the_theme_says_so(void **state)
{
	struct fixture *f = *state;
	struct bar row = bar("half", 15);
	struct block block = bars(&row, 1);
	const struct op *outline;
	size_t n = 0;

	f->theme.fills[COLOUR_BLUE] = FILL_HATCH;
	f->theme.sizes[SIZE_HATCH_LINE] = 0.5;
	f->theme.sizes[SIZE_HATCH_PITCH] = 4;
	draw(f, &block);
	assert_null(find(f, OP_RECT, COLOUR_BLUE, 0));
	outline = find(f, OP_RECT, COLOUR_PAPER, 0);
	assert_int_equal(outline->rect.stroke.colour, COLOUR_BLUE);
	for (size_t i = 0; i < f->page.n_ops; i++) {
		const struct op *op = &f->page.ops[i];

		if (op->kind != OP_LINE || op->line.stroke.colour != COLOUR_BLUE ||
		    op->line.y2 > outline->rect.y + outline->rect.height)
			continue;
		n++;
		assert_true(op->line.x1 >= outline->rect.x - 1e-6);
		assert_true(op->line.x2 <= outline->rect.x + outline->rect.width + 1e-6);
		assert_true(op->line.y1 <= outline->rect.y + outline->rect.height + 1e-6);
		assert_true(op->line.y2 >= outline->rect.y - 1e-6);
	}
	/* lines 4 apart across an outline of about 100 by 10 */
	assert_in_range(n, 26, 29);
}

static void bars_of_equal_answers_have_a_square_spread(void **state)
{
	struct fixture *f = *state;
	struct bar row = bar("equal", 15);
	struct block block = bars(&row, 1);
	const struct op *spread;

	row.min = row.lower = row.upper = row.max = 15;
	draw(f, &block);
	spread = find(f, OP_RECT, COLOUR_INK2, 0);
	assert_near(spread->rect.width, 3.5);
	assert_near(spread->rect.height, 3.5);
}

static void bars_withheld_are_a_dashed_track_with_the_reason(void **state)
{
	struct fixture *f = *state;
	struct bar row = bar("withheld", NAN);
	struct block block = bars(&row, 1);
	const struct op *track;

	row.figure = NULL;
	row.note = "3 answers";
	block.bars.key_mean = NULL;
	draw(f, &block);
	track = find(f, OP_LINE, COLOUR_INK3, 0);
	assert_null(find(f, OP_RECT, COLOUR_BLUE, 0));
	assert_non_null(track);
	assert_int_equal(track->line.stroke.dash_on, 2);
	assert_non_null(find_text(f, "3 answers"));
}

static void bars_below_zero_are_orange_and_go_left(void **state)
{
	static const double net_ticks[] = {-1, 0, 1};
	struct fixture *f = *state;
	struct bar rows[] = {bar("plus", 0.5), bar("minus", -0.5)};
	struct block block = bars(rows, 2);
	const struct op *plus, *minus;

	block.bars.low = -1;
	block.bars.high = 1;
	block.bars.base = 0;
	block.bars.ticks = net_ticks;
	draw(f, &block);
	plus = find(f, OP_RECT, COLOUR_BLUE, 0);
	minus = find(f, OP_RECT, COLOUR_ORANGE, 0);
	assert_near(plus->rect.width, minus->rect.width);
	assert_near(minus->rect.x + minus->rect.width, plus->rect.x);
}

static void bars_grow_with_long_titles(void **state)
{
	struct fixture *f = *state;
	struct bar short_row = bar("short", 15), long_row = bar(
		"a title of many words that takes more lines than one row of this chart has room "
		"for even though it is high", 15);
	struct block one = bars(&short_row, 1), many = bars(&long_row, 1);

	assert_true(draw(f, &many) > draw(f, &one) + 20);
}

static void bars_without_rows_or_range_are_drawn(void **state)
{
	struct fixture *f = *state;
	struct bar row = bar("one", 3);
	struct block none = bars(NULL, 0), flat = bars(&row, 1);
	struct block empty = {.kind = BLOCK_BARS};

	draw(f, &none);
	flat.bars.low = flat.bars.high = flat.bars.base = 3;
	draw(f, &flat);
	assert_non_null(find(f, OP_RECT, COLOUR_BLUE, 0));
	draw(f, &empty);
}

static void figures_offer_their_numbers_unseen(void **state)
{
	struct fixture *f = *state;
	struct column columns[] = {{.head = "Step", .share = 1}, {.head = "From", .share = 1}};
	const char *low[] = {"Low", "0"}, *high[] = {"High", NULL};
	struct table_row rows[] = {{low, false}, {high, false}};
	struct table_block numbers = {"Steps", columns, 2, rows, 2};
	struct pointer pointer = {60, "60.0", "note", COLOUR_BLUE, false, 2};
	struct block block = ladder(&pointer, 1);

	block.ladder.words.numbers = &numbers;
	draw(f, &block);
	assert_int_equal(count_role(&f->page, ROLE_FIGURE), 1);
	assert_int_equal(count_role(&f->page, ROLE_TABLE), 1);
	assert_int_equal(count_role(&f->page, ROLE_ROW), 3);
	assert_int_equal(count_role(&f->page, ROLE_HEAD_CELL), 2);
	assert_int_equal(count_role(&f->page, ROLE_ROW_HEAD), 2);
	assert_int_equal(count_role(&f->page, ROLE_CELL), 2);
	assert_true(find_text(f, "From")->text.unseen);
	assert_false(find_text(f, "60.0")->text.unseen);
}

/* --- ranking --- */

static void ranking_draws_shares_as_heights(void **state)
{
	static const double shares[] = {0, 0.5, 1};
	struct fixture *f = *state;
	struct ranked rows[] = {{"A statement", "+0.5", shares}, {"Another one", "+0.4", NULL}};
	struct block block = {.kind = BLOCK_RANKING};

	block.ranking = (struct ranking_block){
		.title = "Strengths", .scale_head = "- +", .value_head = "Net",
		.colour = COLOUR_BLUE, .rows = rows, .n_rows = 2, .n_points = 3};
	draw(f, &block);
	assert_near(find(f, OP_RECT, COLOUR_BLUE, 0)->rect.height, 15);
	assert_near(find(f, OP_RECT, COLOUR_BLUE, 1)->rect.height, 30);
	assert_near(find(f, OP_RECT, COLOUR_BLUE, 0)->rect.width, 7.5);
	assert_null(find(f, OP_RECT, COLOUR_BLUE, 2));
	/* a head and two rows of two cells each, the first of which heads them */
	assert_int_equal(count_role(&f->page, ROLE_ROW), 3);
	assert_int_equal(count_role(&f->page, ROLE_HEAD_CELL), 1);
	assert_int_equal(count_role(&f->page, ROLE_ROW_HEAD), 2);
	assert_int_equal(count_role(&f->page, ROLE_CELL), 3);
}

/* A line of 11.5 points and 10.5 of air for each row, not the 45 that a
 * histogram takes. */
static void ranking_rows_without_shares_are_as_high_as_their_words(void **state)
{
	struct fixture *f = *state;
	struct ranked rows[] = {{"A statement", "4", NULL}, {"Another one", "3", NULL}};
	struct block block = {.kind = BLOCK_RANKING};

	block.ranking = (struct ranking_block){.title = "Strengths", .value_head = "Mean",
	                                       .colour = COLOUR_BLUE, .rows = rows, .n_rows = 2};
	draw(f, &block);
	assert_near(find_text(f, "3")->text.y - find_text(f, "4")->text.y, 11.5 + 10.5);
	assert_near(find_text(f, "4")->text.y, find_text(f, "A statement")->text.y);
}

static void ranking_without_rows_says_so(void **state)
{
	struct fixture *f = *state;
	struct block block = {.kind = BLOCK_RANKING};

	block.ranking = (struct ranking_block){.title = "Gaps", .value_head = "Mean",
	                                       .empty = "None", .colour = COLOUR_ORANGE};
	draw(f, &block);
	assert_non_null(find_text(f, "None"));
	assert_null(find_text(f, "Mean"));
	assert_int_equal(count_role(&f->page, ROLE_TABLE), 0);
}

/* --- diverging --- */

static struct block diverging(struct diverging_row *rows, size_t n)
{
	struct block block = {.kind = BLOCK_DIVERGING};

	block.diverging = (struct diverging_block){
		.words = {"finding", NULL}, .title_head = "Skill", .group_head = "Part",
		.minus_head = "Weak", .plus_head = "Well", .blank_head = "Blank", .flag = "Split",
		.rows = rows, .n_rows = n};
	return block;
}

static void diverging_sides_have_one_scale(void **state)
{
	struct fixture *f = *state;
	struct diverging_row rows[] = {{.title = "A", .minus = 0.2, .plus = 0.6, .blank = 0.2},
	                               {.title = "B", .minus = 0.4, .plus = 0.3, .blank = 0.3}};
	struct block block = diverging(rows, 2);
	const struct op *minus, *plus, *blank;

	draw(f, &block);
	minus = find(f, OP_RECT, COLOUR_ORANGE, 0);
	plus = find(f, OP_RECT, COLOUR_BLUE, 0);
	blank = find(f, OP_RECT, COLOUR_BLANK, 0);
	assert_near(plus->rect.width, 3 * minus->rect.width);
	assert_near(minus->rect.x + minus->rect.width, plus->rect.x);
	assert_near(find(f, OP_RECT, COLOUR_ORANGE, 1)->rect.width, 2 * minus->rect.width);
	assert_near(blank->rect.width, minus->rect.width / 2);
	assert_true(blank->rect.stroke.width > 0);
	assert_true(blank->rect.x > plus->rect.x + plus->rect.width);
	assert_non_null(find_text(f, "60"));
	assert_null(find(f, OP_RECT, COLOUR_WASH, 0));
}

static void diverging_flags_rows(void **state)
{
	struct fixture *f = *state;
	struct diverging_row row = {"A", "Lead", 0.5, 0.5, 0, true, NULL};
	struct block block = diverging(&row, 1);

	draw(f, &block);
	assert_non_null(find(f, OP_RECT, COLOUR_WASH, 0));
	assert_non_null(find_text(f, "Split"));
	assert_null(find(f, OP_RECT, COLOUR_BLANK, 0));
	/* title, group, minus, plus, blank, flag, which has no head */
	assert_int_equal(count_role(&f->page, ROLE_ROW_HEAD), 1);
	assert_int_equal(count_role(&f->page, ROLE_CELL), 6);
	assert_int_equal(count_role(&f->page, ROLE_HEAD_CELL), 5);
}

static void diverging_withheld_rows_have_no_figures(void **state)
{
	struct fixture *f = *state;
	struct diverging_row row = {"A", NULL, NAN, NAN, NAN, false, "3 answers"};
	struct block block = diverging(&row, 1);

	draw(f, &block);
	assert_null(find(f, OP_RECT, COLOUR_BLUE, 0));
	assert_null(find(f, OP_RECT, COLOUR_ORANGE, 0));
	assert_int_equal(find(f, OP_LINE, COLOUR_INK3, 0)->line.stroke.dash_on, 2);
	assert_non_null(find_text(f, "3 answers"));
}

static void diverging_extremes_stay_within_the_block(void **state)
{
	static const double shares[][3] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0.5, 0.5, 0}};
	struct fixture *f = *state;

	for (size_t i = 0; i < 4; i++) {
		struct diverging_row row = {.title = "A title that is as long as it gets here",
		                            .group = "And a group",
		                            .minus = shares[i][0], .plus = shares[i][1],
		                            .blank = shares[i][2], .flagged = true};
		struct block block = diverging(&row, 1);

		draw(f, &block);
		for (size_t j = 0; j < f->page.n_ops; j++) {
			const struct op *op = &f->page.ops[j];

			if (op->kind != OP_RECT)
				continue;
			assert_true(op->rect.x >= 0);
			assert_true(op->rect.x + op->rect.width <= 400.01);
		}
	}
}

/* --- dots --- */

static const int points[] = {1, 2, 3, 4, 5};
static const char *point_labels[] = {"1", "2", "3", "4", "5"};

static struct block dots(struct dots_row *rows, size_t n)
{
	struct block block = {.kind = BLOCK_DOTS};

	block.dots = (struct dots_block){
		.words = {"finding", NULL}, .text_head = "Statement", .group_head = "Group",
		.own_head = "You", .points = points, .point_labels = point_labels, .n_points = 5,
		.largest = 1, .rows = rows, .n_rows = n};
	return block;
}

static void dots_have_areas_after_their_shares(void **state)
{
	static const double shares[] = {0.2, 0, 0, 0, 0.8};
	struct fixture *f = *state;
	struct dots_row row = {"A statement", false, shares, "4.2", "5", 4.2, 5, false, 0};
	struct block block = dots(&row, 1);
	const struct op *small, *large, *own, *tick;

	draw(f, &block);
	small = find(f, OP_CIRCLE, COLOUR_BAND, 0);
	large = find(f, OP_CIRCLE, COLOUR_BAND, 1);
	own = find(f, OP_CIRCLE, COLOUR_INK, 0);
	tick = find(f, OP_RECT, COLOUR_BLUE, 0);
	assert_null(find(f, OP_CIRCLE, COLOUR_BAND, 2));
	assert_near(large->circle.radius * large->circle.radius,
	            4 * small->circle.radius * small->circle.radius);
	assert_near(large->circle.x - small->circle.x, 4 * 23.5);
	assert_near(own->circle.x, large->circle.x);
	/* 4.2 is 0.8 points of the scale before 5 */
	assert_near(tick->rect.x + 1, large->circle.x - 0.8 * 23.5);
	assert_null(find(f, OP_LINE, COLOUR_INK, 3));
}

/* Below two headings of 9 points each. */
static void dots_are_set_in_below_nested_headings(void **state)
{
	struct fixture *f = *state;
	struct dots_row rows[] = {{"Area", true, NULL, NULL, NULL, NAN, NAN, false, 0},
	                          {"Sign", false, NULL, NULL, "1", NAN, 1, false, 2}};
	struct block block = dots(rows, 2);

	draw(f, &block);
	assert_near(find_text(f, "Sign")->text.x - find_text(f, "Area")->text.x, 18);
}

static void dots_apart_are_joined(void **state)
{
	struct fixture *f = *state;
	struct dots_row row = {"A statement", false, NULL, "4.0", "1", 4, 1, true, 0};
	struct block block = dots(&row, 1);
	const struct op *join;

	draw(f, &block);
	/* after the rule below the head; at the top of a page there is none above it */
	join = find(f, OP_LINE, COLOUR_INK, 1);
	assert_near(join->line.stroke.width, 1.2);
	assert_near(fabs(join->line.x2 - join->line.x1), 3 * 23.5);
}

static void dots_leave_out_what_is_not_there(void **state)
{
	struct fixture *f = *state;
	struct dots_row rows[] = {{.text = "Heads", .group = true, .own_figure = "3"},
	                          {.text = "No answer", .group_value = NAN, .own_value = NAN}};
	struct block block = dots(rows, 2);

	block.dots.group_head = NULL;
	draw(f, &block);
	assert_null(find(f, OP_CIRCLE, COLOUR_INK, 0));
	assert_null(find(f, OP_RECT, COLOUR_BLUE, 0));
	assert_null(find_text(f, "Group"));
	/* rows have a text, which heads them, and one figure */
	assert_int_equal(count_role(&f->page, ROLE_ROW_HEAD), 2);
	assert_int_equal(count_role(&f->page, ROLE_CELL), 2);
	draw(f, &(struct block){.kind = BLOCK_DOTS});
}

/* --- pages --- */

static void charts_of_many_rows_go_on_with_their_heads(void **state)
{
	struct fixture *f = *state;
	struct diverging_row *rows = ARENA_ARRAY(f->arena, struct diverging_row, 60);
	struct block block;
	size_t n_tables = 0, n_heads = 0;

	for (size_t i = 0; i < 60; i++)
		rows[i] = (struct diverging_row){.title = "Row", .minus = 0.5, .plus = 0.5};
	block = diverging(rows, 60);
	f->document.blocks = &block;
	f->document.n_blocks = 1;
	assert_true(layout_document(f->pages, &f->document, &metrics, f->layout.diag));
	assert_int_equal(f->pages->n_pages, 3);
	for (size_t p = 0; p < 3; p++) {
		f->page = f->pages->pages[p];
		assert_non_null(find_text(f, "Skill"));
		n_tables += count_role(&f->page, ROLE_TABLE);
		n_heads += count_role(&f->page, ROLE_HEAD_CELL);
	}
	/* one table with one head, whatever is repeated */
	assert_int_equal(n_tables, 1);
	assert_int_equal(n_heads, 4);
}

#define CHART(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CHART(ladder_points_at_the_value),
		CHART(ladder_score_stands_right_near_the_left_end),
		CHART(ladder_without_a_sure_place_has_no_solid_step),
		CHART(ladder_raises_one_of_two_pointers_that_meet),
		CHART(ladder_numbers_steps_that_are_narrower_than_their_names),
		CHART(ladder_stacks_rings_of_the_same_place),
		CHART(ladder_of_many_people_stays_on_its_page),
		CHART(bars_have_the_length_of_their_values),
		CHART(bars_are_hatched_where_the_theme_says_so),
		CHART(bars_of_equal_answers_have_a_square_spread),
		CHART(bars_withheld_are_a_dashed_track_with_the_reason),
		CHART(bars_below_zero_are_orange_and_go_left),
		CHART(bars_grow_with_long_titles),
		CHART(bars_without_rows_or_range_are_drawn),
		CHART(figures_offer_their_numbers_unseen),
		CHART(ranking_draws_shares_as_heights),
		CHART(ranking_without_rows_says_so),
		CHART(ranking_rows_without_shares_are_as_high_as_their_words),
		CHART(dots_are_set_in_below_nested_headings),
		CHART(diverging_sides_have_one_scale),
		CHART(diverging_flags_rows),
		CHART(diverging_withheld_rows_have_no_figures),
		CHART(diverging_extremes_stay_within_the_block),
		CHART(dots_have_areas_after_their_shares),
		CHART(dots_apart_are_joined),
		CHART(dots_leave_out_what_is_not_there),
		CHART(charts_of_many_rows_go_on_with_their_heads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
