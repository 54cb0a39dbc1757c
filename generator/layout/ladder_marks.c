#include "layout/ladder_marks.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "layout/draw.h"

/* Left, right, lower and upper edge; heights above the base line. */
struct box {
	double x1, x2, low, high;
};

/* draw_pointer's height and where words stand beside it, in its widths. */
static const double pointer_height = 1.25, beside = 0.5, beside_large = 1.1;

double ladder_height(const struct layout *layout, const struct ladder_block *ladder,
                     const struct scale *scale, double x1, double x2)
{
	double low = size_of(layout, SIZE_STEP_LOW);
	double high = size_of(layout, ladder->small ? SIZE_STEP_HIGH_SMALL : SIZE_STEP_HIGH);
	double rise = ladder->n_steps > 1 ? (high - low) / (double)(ladder->n_steps - 1) : 0;

	for (size_t i = ladder->n_steps; i-- > 0;)
		if (scale_x(scale, ladder->steps[i].from) <= x2 &&
		    scale_x(scale, ladder->steps[i].to) >= x1)
			return low + rise * (double)i;
	return 0;
}

static int by_value(const void *left, const void *right)
{
	const struct ladder_mark *a = left, *b = right;

	return (a->pointer->value > b->pointer->value) - (a->pointer->value < b->pointer->value);
}

static double text_descent(const struct layout *layout, enum style style)
{
	return style_leading(layout, style) - style_ascent(layout, style);
}

/* Lowest height for a baseline between x1 and x2 whose text is clear of the steps. */
static double clear_of_steps(const struct layout *layout, const struct ladder_block *ladder,
                             const struct scale *scale, const struct box *text, enum style style)
{
	return ladder_height(layout, ladder, scale, text->x1, text->x2) +
	       text_descent(layout, style);
}

static double label_room(const struct layout *layout, const struct ladder_marks *marks)
{
	return marks->size / 2 + size_of(layout, SIZE_LABEL_GAP);
}

/* Words stand left of the first of several pointers and of one alone unless it
 * is near the left end; right of the others; and where there is room. */
static bool stands_left(const struct layout *layout, const struct ladder_marks *marks,
                        size_t i, double width)
{
	static const double near_end = 0.2;
	const struct ladder_mark *mark = &marks->marks[i];
	double need = label_room(layout, marks) + mark->label_width;
	bool fits_left = mark->x >= need, fits_right = mark->x + need <= width;
	bool left = marks->n_marks > 1 ? i == 0 : mark->x >= near_end * width;

	if (fits_left != fits_right)
		return fits_left;
	return left;
}

static void set_label(struct layout *layout, const struct ladder_block *ladder,
                      const struct scale *scale, struct ladder_marks *marks, size_t i)
{
	struct ladder_mark *mark = &marks->marks[i];
	double room = label_room(layout, marks), share;
	struct box text;

	share = marks->style == STYLE_SCORE ? beside_large : beside;
	mark->label_width = text_width(layout, marks->style, mark->pointer->label);
	mark->left = stands_left(layout, marks, i, scale->width);
	mark->label_left = mark->left ? mark->x - room - mark->label_width : mark->x + room;
	text = (struct box){.x1 = mark->label_left, .x2 = mark->label_left + mark->label_width};
	mark->label_height = larger(mark->tip + share * marks->size,
	                            clear_of_steps(layout, ladder, scale, &text, marks->style));
}

/* A note stands on the other side of its pointer, or beyond the label when
 * that is where there is more room. */
static void set_note(struct layout *layout, const struct ladder_block *ladder,
                     const struct scale *scale, struct ladder_marks *marks, size_t i)
{
	struct ladder_mark *mark = &marks->marks[i];
	double gap = size_of(layout, SIZE_CELL_GAP), room = label_room(layout, marks);
	double after = mark->left ? mark->x + room : mark->label_left + mark->label_width + gap;
	double before = mark->left ? mark->label_left - gap : mark->x - room;
	bool right = scale->width - after >= before ||
	             text_width(layout, STYLE_LABEL, mark->pointer->note) <= scale->width - after;
	double width = larger(right ? scale->width - after : before, gap);
	struct box text;

	mark->note = text_set(layout, STYLE_LABEL, mark->pointer->note, width);
	mark->note_align = right ? ALIGN_LEFT : ALIGN_RIGHT;
	mark->note_left = right ? after : before - mark->note.width;
	text = (struct box){.x1 = mark->note_left, .x2 = mark->note_left + mark->note.width};
	mark->note_height = larger(mark->label_height,
	                           clear_of_steps(layout, ladder, scale, &text, STYLE_LABEL));
}

static size_t boxes_of(const struct layout *layout, const struct ladder_marks *marks,
                       const struct ladder_mark *mark, struct box boxes[3])
{
	double half = marks->size / 2, up = mark->raised;

	boxes[0] = (struct box){mark->x - half, mark->x + half, up + mark->tip,
	                        up + mark->tip + pointer_height * marks->size};
	boxes[1] = (struct box){
		mark->label_left, mark->label_left + mark->label_width,
		up + mark->label_height - text_descent(layout, marks->style),
		up + mark->label_height + style_cap_height(layout, marks->style),
	};
	boxes[2] = (struct box){
		mark->note_left, mark->note_left + mark->note.width,
		up + mark->note_height - text_descent(layout, STYLE_LABEL),
		up + mark->note_height - style_leading(layout, STYLE_LABEL) + mark->note.height,
	};
	return mark->note.n_lines > 0 ? 3 : 2;
}

/* How far `mark` must be raised to be clear of `other`, which stays. */
static double overlap(const struct layout *layout, const struct ladder_marks *marks,
                      const struct ladder_mark *mark, const struct ladder_mark *other)
{
	struct box a[3], b[3];
	size_t n_a = boxes_of(layout, marks, mark, a), n_b = boxes_of(layout, marks, other, b);
	double gap = size_of(layout, SIZE_RIM), raise = 0;

	for (size_t i = 0; i < n_a; i++)
		for (size_t j = 0; j < n_b; j++)
			if (a[i].x1 < b[j].x2 + gap && b[j].x1 < a[i].x2 + gap &&
			    a[i].low < b[j].high + gap && b[j].low < a[i].high + gap)
				raise = larger(raise, b[j].high + gap - a[i].low);
	return raise;
}

/* Raises marks until each is clear of those before it. First come those whose
 * words stand right, from right to left, then the others from left to right:
 * so a raised pointer points down past no words but its own. */
static void give_way(struct layout *layout, struct ladder_marks *marks)
{
	struct ladder_mark **order = ARENA_ARRAY(layout->arena, struct ladder_mark *,
	                                         marks->n_marks);
	size_t n = 0;

	for (size_t i = marks->n_marks; i-- > 0;)
		if (!marks->marks[i].left)
			order[n++] = &marks->marks[i];
	for (size_t i = 0; i < marks->n_marks; i++)
		if (marks->marks[i].left)
			order[n++] = &marks->marks[i];
	for (size_t i = 1; i < n; i++) {
		for (size_t j = 0; j < i;) {
			double raise = overlap(layout, marks, order[i], order[j]);

			order[i]->raised += raise;
			j = raise > 0 ? 0 : j + 1;
		}
	}
}

static double marks_height(const struct layout *layout, const struct ladder_marks *marks)
{
	double height = 0;

	for (size_t i = 0; i < marks->n_marks; i++) {
		struct box boxes[3];
		size_t n = boxes_of(layout, marks, &marks->marks[i], boxes);

		for (size_t j = 0; j < n; j++)
			height = larger(height, boxes[j].high);
	}
	return height;
}

struct ladder_marks ladder_marks_set(struct layout *layout, const struct ladder_block *ladder,
                                     const struct scale *scale)
{
	struct ladder_marks marks = {0};
	bool large;

	marks.marks = ARENA_ARRAY(layout->arena, struct ladder_mark, ladder->n_pointers);
	for (size_t i = 0; i < ladder->n_pointers; i++)
		if (!isnan(ladder->pointers[i].value))
			marks.marks[marks.n_marks++].pointer = &ladder->pointers[i];
	if (marks.n_marks > 1)
		qsort(marks.marks, marks.n_marks, sizeof(*marks.marks), by_value);
	large = marks.n_marks == 1 && !ladder->small;
	marks.style = large ? STYLE_SCORE : STYLE_SECTION;
	marks.size = size_of(layout, large ? SIZE_LADDER_POINTER : SIZE_LADDER_POINTER_SMALL);
	for (size_t i = 0; i < marks.n_marks; i++) {
		struct ladder_mark *mark = &marks.marks[i];

		mark->x = scale_x(scale, mark->pointer->value);
		mark->tip = ladder_height(layout, ladder, scale, mark->x, mark->x) +
		            size_of(layout, SIZE_POINTER_GAP);
		set_label(layout, ladder, scale, &marks, i);
		set_note(layout, ladder, scale, &marks, i);
	}
	give_way(layout, &marks);
	marks.height = marks_height(layout, &marks);
	return marks;
}

/* From a pointer that had to give way down to the step it points at. */
static void place_leader(struct layout *layout, const struct ladder_mark *mark, double x,
                         double base)
{
	if (mark->raised > 0)
		draw_down(layout, x + mark->x, base - mark->tip - mark->raised, base - mark->tip,
		          stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_INK3));
}

void ladder_marks_place(struct layout *layout, const struct ladder_marks *marks, double x,
                        double base)
{
	for (size_t i = 0; i < marks->n_marks; i++)
		place_leader(layout, &marks->marks[i], x, base);
	for (size_t i = 0; i < marks->n_marks; i++) {
		const struct ladder_mark *mark = &marks->marks[i];
		const struct pointer *pointer = mark->pointer;
		enum colour ink = marks->style == STYLE_SCORE ? COLOUR_INK : pointer->colour;
		double up = base - mark->raised;
		struct area note = {x + mark->note_left, 0, mark->note.width, mark->note.height};

		draw_pointer(layout, (struct xy){x + mark->x, up - mark->tip}, marks->size,
		             pointer->colour, pointer->hollow);
		if (pointer->label)
			place_text(layout, marks->style, ink, pointer->label,
			           flush_left(x + mark->label_left, up - mark->label_height));
		note.y = up - mark->note_height + text_descent(layout, STYLE_LABEL) - note.height;
		chart_lines(layout,
		            (struct chart_text){&mark->note, .colour = COLOUR_INK2,
		                                .align = mark->note_align},
		            note);
	}
}
