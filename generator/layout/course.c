#include "layout/course.h"

#include <math.h>
#include <stdint.h>

#include "base/arena.h"
#include "layout/chart_parts.h"

double course_x(const struct course_plot *plot, size_t i)
{
	if (plot->n < 2)
		return (plot->first + plot->last) / 2;
	return plot->first + (plot->last - plot->first) * (double)i / (double)(plot->n - 1);
}

double course_y(const struct course_plot *plot, double value)
{
	struct scale scale = {plot->low, plot->high, 0, plot->bottom - plot->top};

	return plot->bottom - scale_x(&scale, value);
}

size_t course_find(const double *values, size_t n, size_t i, int step)
{
	for (; i < n; i += (size_t)step)
		if (!isnan(values[i]))
			return i;
	return SIZE_MAX;
}

static struct xy point_at(const struct course_plot *plot, const double *values, size_t i)
{
	return (struct xy){course_x(plot, i), course_y(plot, values[i])};
}

/* Draws what follows each other from `i` on and returns its last value's place. */
static size_t draw_whole(struct layout *layout, const struct course_plot *plot,
                         const double *values, size_t i, struct stroke stroke)
{
	double *xy = ARENA_ARRAY(layout->arena, double, 2 * plot->n);
	size_t n = 0;

	for (; i + n < plot->n && !isnan(values[i + n]); n++) {
		struct xy point = point_at(plot, values, i + n);

		xy[2 * n] = point.x;
		xy[2 * n + 1] = point.y;
	}
	if (n > 1)
		draw_path(layout, xy, n, stroke);
	return i + n - 1;
}

void course_line(struct layout *layout, const struct course_plot *plot, const double *values,
                 struct stroke stroke)
{
	size_t i = course_find(values, plot->n, 0, 1);
	struct stroke dashed = stroke;

	stroke.round = true;
	dashed.dash_on = dashed.dash_off = (int)size_of(layout, SIZE_TRACK_DASH);
	while (i != SIZE_MAX) {
		size_t last = draw_whole(layout, plot, values, i, stroke);

		i = course_find(values, plot->n, last + 1, 1);
		if (i != SIZE_MAX)
			draw_line(layout, point_at(plot, values, last), point_at(plot, values, i),
			          dashed);
	}
}

void course_point(struct layout *layout, struct xy centre, double across)
{
	struct circle point = {centre.x, centre.y, across / 2 + size_of(layout, SIZE_RIM)};

	draw_circle(layout, point, COLOUR_PAPER, stroke_none());
	point.radius = across / 2;
	draw_circle(layout, point, COLOUR_BLUE, stroke_none());
}
