#include "layout/mirror.h"

#include "base/arena.h"
#include "layout/page.h"

static const double *mirror_points(struct arena *arena, const double *xy, size_t n, double whole)
{
	double *turned = ARENA_ARRAY(arena, double, 2 * n);

	for (size_t i = 0; i < n; i++) {
		turned[2 * i] = whole - xy[2 * i];
		turned[2 * i + 1] = xy[2 * i + 1];
	}
	return turned;
}

static void mirror_op(struct arena *arena, struct op *op, double whole)
{

	switch (op->kind) {
	case OP_TEXT:
		op->text.x = whole - op->text.x -
		             (double)op->text.run.width * op->text.size / 1000;
		break;
	case OP_LINE:
		op->line.x1 = whole - op->line.x1;
		op->line.x2 = whole - op->line.x2;
		break;
	case OP_RECT:
		op->rect.x = whole - op->rect.x - op->rect.width;
		break;
	case OP_CIRCLE:
		op->circle.x = whole - op->circle.x;
		break;
	case OP_POLYGON:
		op->polygon.xy = mirror_points(arena, op->polygon.xy, op->polygon.n_points, whole);
		break;
	case OP_LINK:
		op->link.x = whole - op->link.x - op->link.width;
		break;
	case OP_FIELD:
		op->field->x = whole - op->field->x - op->field->width;
		break;
	case OP_BEGIN:
	case OP_END:
	case OP_COUNT:
		break;
	}
}

void mirror_page(struct arena *arena, struct page *page)
{
	for (size_t i = 0; i < page->n_ops; i++)
		mirror_op(arena, &page->ops[i], page->width);
}
