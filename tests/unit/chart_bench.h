/* What tests of charts share: a block is drawn at the left top of an empty
 * Letter page, and its ops are looked up by what they look like. */
#ifndef WAYMARK_CHART_BENCH_H
#define WAYMARK_CHART_BENCH_H

#include "unit.h"

#include <math.h>
#include <string.h>

#include "fake_layout.h"
#include "layout/flow.h"

struct bench {
	struct arena *arena;
	struct fake *fake;
};

static inline int bench_open(void **state)
{
	struct arena *arena = arena_new();
	struct bench *bench = ARENA_NEW(arena, struct bench);

	bench->arena = arena;
	bench->fake = fake_open(arena);
	bench->fake->document.furniture = FURNITURE_REPORT;
	bench->fake->page = (struct page){.width = 612, .height = 792};
	*state = bench;
	return 0;
}

struct bench_size {
	enum size size;
	double value;
};

/* The same with the measures of a theme; type is 10 on 12 points. */
static inline int bench_open_with(void **state, const struct bench_size *sizes, size_t n)
{
	struct theme *theme;

	bench_open(state);
	theme = &((struct bench *)*state)->fake->theme;
	for (size_t i = 0; i < n; i++)
		theme->sizes[sizes[i].size] = sizes[i].value;
	return 0;
}

static inline int bench_close(void **state)
{
	arena_free(((struct bench *)*state)->arena);
	return 0;
}

static inline void assert_near(double a, double b)
{
	if (fabs(a - b) >= 0.01)
		print_error("%g is not %g\n", a, b);
	assert_true(fabs(a - b) < 0.01);
}

/* Roles end as often as they begin, and never before. */
static inline void assert_balanced(const struct page *page)
{
	int depth = 0;

	for (size_t i = 0; i < page->n_ops; i++) {
		depth += page->ops[i].kind == OP_BEGIN;
		depth -= page->ops[i].kind == OP_END;
		assert_true(depth >= 0);
	}
	assert_int_equal(depth, 0);
}

/* Draws the block at (0, 0) and returns its height. */
static inline double bench_draw(struct bench *bench, const struct block *block, double width)
{
	struct layout *layout = &bench->fake->layout;
	struct measured measured;

	bench->fake->page.n_ops = 0;
	block_measure(layout, block, width, &measured);
	block_place(layout, block, &measured, (struct area){0, 0, width, 0});
	assert_balanced(&bench->fake->page);
	return measured_height(&measured);
}

static inline enum colour op_colour(const struct op *op)
{
	switch (op->kind) {
	case OP_RECT:
		return op->rect.fill;
	case OP_CIRCLE:
		return op->circle.fill != COLOUR_NONE ? op->circle.fill
		                                      : op->circle.stroke.colour;
	case OP_LINE:
		return op->line.stroke.colour;
	case OP_POLYGON:
		return op->polygon.open ? op->polygon.stroke.colour : op->polygon.fill;
	case OP_TEXT:
		return op->text.colour;
	case OP_LINK:
	case OP_FIELD:
	case OP_BEGIN:
	case OP_END:
	case OP_COUNT:
		break;
	}
	return COLOUR_NONE;
}

/* The nth op of a kind in a colour (fill, or stroke where nothing is filled). */
static inline const struct op *bench_find(const struct bench *bench, enum op_kind kind,
                                          enum colour colour, size_t nth)
{
	const struct page *page = &bench->fake->page;

	for (size_t i = 0; i < page->n_ops; i++)
		if (page->ops[i].kind == kind && op_colour(&page->ops[i]) == colour && nth-- == 0)
			return &page->ops[i];
	return NULL;
}

/* How many of a kind there are in a colour. */
static inline size_t bench_count(const struct bench *bench, enum op_kind kind, enum colour colour)
{
	size_t n = 0;

	while (bench_find(bench, kind, colour, n) != NULL)
		n++;
	return n;
}

static inline const struct op *page_text(const struct page *page, const char *text)
{
	for (size_t i = 0; i < page->n_ops; i++) {
		const struct op *op = &page->ops[i];

		if (op->kind == OP_TEXT && op->text.run.n_text == strlen(text) &&
		    memcmp(op->text.run.text, text, strlen(text)) == 0)
			return op;
	}
	return NULL;
}

static inline const struct op *bench_text(const struct bench *bench, const char *text)
{
	return page_text(&bench->fake->page, text);
}

static inline size_t count_role(const struct page *page, enum role role)
{
	size_t n = 0;

	for (size_t i = 0; i < page->n_ops; i++)
		n += page->ops[i].kind == OP_BEGIN && page->ops[i].begin.role == role;
	return n;
}

#endif
