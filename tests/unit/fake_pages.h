/* What tests of blocks share: laying them out on fake pages, and finding what
 * stands there. */
#ifndef WAYMARK_FAKE_PAGES_H
#define WAYMARK_FAKE_PAGES_H

#include "unit.h"

#include <math.h>
#include <string.h>

#include "fake_layout.h"

/* Rectangles at the corners of every page. */
#define N_REGISTER_MARKS 4

static inline void assert_near(double a, double b, double most)
{
	if (!(fabs(a - b) <= most))
		fail_msg("%g is not %g", a, b);
}

static inline int open_fake(void **state)
{
	*state = fake_open(arena_new());
	return 0;
}

static inline int close_fake(void **state)
{
	arena_free(((struct fake *)*state)->layout.arena);
	return 0;
}

static inline bool lay_out(struct fake *fake, struct block *block)
{
	fake->document.blocks = block;
	fake->document.n_blocks = 1;
	return layout_document(fake->layout.pages, &fake->document, &fake->metrics,
	                       fake->layout.diag);
}

static inline size_t n_pages(const struct fake *fake)
{
	return fake->layout.pages->n_pages;
}

static inline size_t count_ops(const struct fake *fake, enum op_kind kind)
{
	size_t n = 0;

	for (size_t p = 0; p < n_pages(fake); p++)
		for (size_t i = 0; i < fake->layout.pages->pages[p].n_ops; i++)
			n += fake->layout.pages->pages[p].ops[i].kind == kind;
	return n;
}

/* The op of a kind with this number among them on a page, or NULL. */
static inline const struct op *nth_op(const struct fake *fake, size_t page, enum op_kind kind,
                                      size_t number)
{
	const struct page *on = &fake->layout.pages->pages[page];

	for (size_t i = 0; i < on->n_ops; i++)
		if (on->ops[i].kind == kind && number-- == 0)
			return &on->ops[i];
	return NULL;
}

static inline const struct op *find_text(const struct fake *fake, size_t page, const char *text)
{
	const struct op *op;

	for (size_t i = 0; (op = nth_op(fake, page, OP_TEXT, i)) != NULL; i++)
		if (op->text.run.n_text == strlen(text) &&
		    memcmp(op->text.run.text, text, strlen(text)) == 0)
			return op;
	return NULL;
}

static inline const struct form_field *find_field(const struct fake *fake, size_t page,
                                                  const char *name)
{
	const struct op *op;

	for (size_t i = 0; (op = nth_op(fake, page, OP_FIELD, i)) != NULL; i++)
		if (strcmp(op->field->name, name) == 0)
			return op->field;
	return NULL;
}

#endif
