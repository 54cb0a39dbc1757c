#include <math.h>

#include "base/arena.h"
#include "layout/blocks.h"
#include "layout/draw.h"
#include "layout/entry_marks.h"
#include "layout/sheet_parts.h"

/* Boxes with their labels; a strip for the title, and one for each line of
 * boxes that stand side by side. */
struct box_state {
	double x, width;    /* from the left edge of the block */
	double indent;      /* of the label: a box to cross stands before it */
	double inner;       /* width of its words */
	double line_x;      /* left end of a line beside its label; 0: below it */
	double pitch, end;  /* from circle to circle of a line; from its end to the first */
	double height;      /* least */
	double marks;       /* height of the circles with their words */
	bool outlined;
	struct lines label, help, words, *options;
	struct xy *spots;   /* left ends and middles of the circles of a choice, from the
	                     * top of all */
};

struct form_state {
	struct lines title, text;
	bool titled;
	struct box_state *boxes;
	size_t *firsts;     /* first box of each line, and one past the last */
	size_t n_lines;
};

static double box_pad(const struct layout *layout)
{
	return size_of(layout, SIZE_UNIT);
}

static double width_of(const struct form_box *box)
{
	return box->entry.width > 0 && box->entry.width < 1 ? box->entry.width : 1;
}

/* Boxes whose widths are thirds or sevenths add up to a little less or more. */
static void break_lines(struct layout *layout, const struct form_block *form,
                        struct form_state *state)
{
	const double slack = 0.01;
	double sum = 0;

	state->firsts = ARENA_ARRAY(layout->arena, size_t, form->n_boxes + 1);
	for (size_t i = 0; i < form->n_boxes; i++) {
		if (i == 0 || sum + width_of(&form->boxes[i]) > 1 + slack) {
			state->firsts[state->n_lines++] = i;
			sum = 0;
		}
		sum += width_of(&form->boxes[i]);
	}
	state->firsts[state->n_lines] = form->n_boxes;
}

static void arrange_boxes(struct layout *layout, const struct form_block *form, double width,
                          struct form_state *state)
{
	double gap = size_of(layout, SIZE_FORM_GAP);

	state->boxes = ARENA_ARRAY(layout->arena, struct box_state, form->n_boxes + 1);
	for (size_t line = 0; line < state->n_lines; line++) {
		double x = 0;

		for (size_t i = state->firsts[line]; i < state->firsts[line + 1]; i++) {
			struct box_state *box = &state->boxes[i];

			box->x = x;
			box->width = width_of(&form->boxes[i]) * (width + gap) - gap;
			x += box->width + gap;
		}
	}
}

/* Circles of a choice with their words behind them, as many on a line as
 * there is room for. */
static void flow_options(struct layout *layout, const struct entry_column *entry,
                         struct box_state *box)
{
	double size = size_of(layout, SIZE_CIRCLE), unit = size_of(layout, SIZE_UNIT);
	double pitch = fmax(size, style_leading(layout, STYLE_LABEL)) + unit, x = 0, y = 0;

	box->options = ARENA_ARRAY(layout->arena, struct lines, entry->n_options);
	box->spots = ARENA_ARRAY(layout->arena, struct xy, entry->n_options);
	for (size_t i = 0; i < entry->n_options; i++) {
		struct lines *words = &box->options[i];

		*words = text_set(layout, STYLE_LABEL, entry->options[i], box->inner - size - unit);
		if (x > 0 && x + size + unit + words->width > box->inner) {
			x = 0;
			y = box->marks;
		}
		box->spots[i] = (struct xy){x, y + pitch / 2};
		box->marks = fmax(box->marks, y + fmax(pitch, words->height + unit));
		x += size + 3 * unit + words->width;
	}
}

static double widest_of(const struct lines *options, size_t n)
{
	double widest = 0;

	for (size_t i = 0; i < n; i++)
		widest = fmax(widest, options[i].width);
	return widest;
}

/* The words at either end reach as far as the box does. */
static void set_line(struct layout *layout, const struct entry_column *entry,
                     struct box_state *box)
{
	double words;

	box->line_x = box->width > 4.5 * entry_pitch(layout, entry) ? box->width / 3 : 0;
	box->pitch = (box->width - box->line_x) / (double)entry->n_options;
	box->options = entry_set_options(layout, entry,
	                                 box->pitch - size_of(layout, SIZE_OPTION_GAP));
	box->end = fmax(size_of(layout, SIZE_CIRCLE), widest_of(box->options, entry->n_options)) / 2;
	if (entry->n_options > 1)
		box->pitch = (box->width - box->line_x - 2 * box->end) /
		             (double)(entry->n_options - 1);
	words = entry_options_height(entry, box->options);
	box->marks = words + size_of(layout, SIZE_CIRCLE) + size_of(layout, SIZE_UNIT) / 2;
	if (box->line_x > 0)
		box->inner = box->line_x - size_of(layout, SIZE_CELL_GAP);
}

static void set_words(struct layout *layout, const struct form_box *what, struct box_state *box)
{
	bool circles = entry_has_circles(&what->entry);

	box->outlined = what->entry.kind != ENTRY_CHECK && what->entry.kind != ENTRY_LINE;
	box->indent = box->outlined ? box_pad(layout) : 0;
	if (what->entry.kind == ENTRY_CHECK)
		box->indent = size_of(layout, SIZE_BOX) + size_of(layout, SIZE_UNIT) * 1.5;
	box->inner = fmax(box->width - box->indent - (box->outlined ? box_pad(layout) : 0), 1);
	if (circles && what->entry.kind == ENTRY_CHOICE)
		flow_options(layout, &what->entry, box);
	else if (circles)
		set_line(layout, &what->entry, box);
	box->label = text_set(layout, STYLE_NAME, what->label, box->inner);
	box->help = text_balance(layout, STYLE_LABEL, what->help, box->inner);
	if (what->entry.kind != ENTRY_CHECK && !circles)
		box->words = text_set(layout, STYLE_BODY, what->cell.text, box->inner);
}

/* As many lines as there is room for are at least these. */
static double write_height(const struct layout *layout, const struct form_box *what)
{
	const size_t least = 2;
	size_t n = what->lines;

	if (!entry_is_written(&what->entry) || what->cell.field == NULL)
		return 0;
	if (n == 0)
		n = what->entry.kind == ENTRY_TEXT ? least : 1;
	return (double)n * size_of(layout, SIZE_WRITE_LINE);
}

static double box_height(const struct layout *layout, const struct form_box *what,
                         const struct box_state *box)
{
	double words = box->label.height + box->help.height, pad = box_pad(layout);

	if (what->entry.kind == ENTRY_CHECK)
		return fmax(words, size_of(layout, SIZE_BOX)) + pad;
	if (box->line_x > 0)
		return fmax(words, box->marks) + 2 * pad;
	return words + box->words.height + box->marks + write_height(layout, what) +
	       (box->outlined ? 1.5 : 2) * pad;
}

/* Lines to write on may be a little closer to each other, and circles on lines to
 * those of the next one. */
static double box_shrink(const struct layout *layout, const struct form_box *what,
                         const struct box_state *box)
{
	const double closer = 0.2;

	return box->line_x > 0 ? box_pad(layout) : closer * write_height(layout, what);
}

static bool takes_rest(const struct form_box *what)
{
	return what->entry.kind == ENTRY_TEXT && what->lines == 0 && what->cell.field != NULL;
}

static void fill_strip(struct layout *layout, const struct form_block *form,
                       const struct form_state *state, size_t line, struct strip *strip)
{
	bool outlined = false;
	double least = 0;

	for (size_t i = state->firsts[line]; i < state->firsts[line + 1]; i++) {
		struct box_state *box = &state->boxes[i];
		double height;

		set_words(layout, &form->boxes[i], box);
		height = box_height(layout, &form->boxes[i], box);
		strip->height = fmax(strip->height, height);
		least = fmax(least, height - box_shrink(layout, &form->boxes[i], box));
		strip->rest = strip->rest || takes_rest(&form->boxes[i]);
		outlined = outlined || box->outlined;
	}
	strip->shrink = strip->height - least;
	strip->before = strip->below_head = size_of(layout, SIZE_FORM_GAP) / (outlined ? 1 : 2);
	if (line > 0 && !outlined && !state->boxes[state->firsts[line] - 1].outlined)
		strip->before = 0;
	strip->what = form->boxes[state->firsts[line]].label;
}

static void measure_form(struct layout *layout, const struct block *block, double width,
                         struct measured *measured)
{
	const struct form_block *form = &block->form;
	struct form_state *state = ARENA_NEW(layout->arena, struct form_state);
	struct strip *strips;

	state->title = text_set(layout, STYLE_SECTION, form->title, width);
	state->text = text_balance(layout, STYLE_LABEL, form->text, width);
	state->titled = state->title.n_lines + state->text.n_lines > 0;
	break_lines(layout, form, state);
	arrange_boxes(layout, form, width, state);
	strips = measured_alloc(layout, measured, state->n_lines + state->titled);
	measured->state = state;
	if (state->titled) {
		strips->height = state->title.height + state->text.height;
		strips->before = size_of(layout, SIZE_SECTION_GAP);
		strips->below_head = size_of(layout, SIZE_GAP);
		strips->what = form->title;
		strips->keep = state->n_lines > 0;
		strips++;
	}
	for (size_t line = 0; line < state->n_lines; line++)
		fill_strip(layout, form, state, line, &strips[line]);
	if (state->titled && state->n_lines > 0)
		strips->before = size_of(layout, SIZE_GAP);
}

static void place_title(struct layout *layout, const struct form_state *state, struct area area)
{
	if (state->title.n_lines > 0) {
		role_begin(layout, ROLE_HEADING2, NULL);
		place_lines(layout, &state->title, flush_left(area.x, area.y));
		role_end(layout);
	}
	if (state->text.n_lines == 0)
		return;
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	place_lines(layout, &state->text, flush_left(area.x, area.y + state->title.height));
	role_end(layout);
}

static void place_choice(struct layout *layout, const struct form_box *what,
                         const struct box_state *box, struct xy corner)
{
	double r = size_of(layout, SIZE_CIRCLE) / 2, gap = size_of(layout, SIZE_UNIT);

	for (size_t i = 0; i < what->entry.n_options; i++) {
		struct xy spot = {corner.x + box->spots[i].x, corner.y + box->spots[i].y};
		double top = spot.y - style_leading(layout, STYLE_LABEL) / 2;

		place_lines(layout, &box->options[i], flush_left(spot.x + 2 * r + gap, top));
		entry_place_circle(layout, &what->entry, &what->cell, i,
		                   (struct xy){spot.x + r, spot.y});
	}
}

/* The words above their circles; (x, y): top left corner. */
static void place_on_line(struct layout *layout, const struct form_box *what,
                          const struct box_state *box, struct xy corner)
{
	double words = entry_options_height(&what->entry, box->options);
	struct xy centre = {corner.x + box->end,
	                    corner.y + box->marks - size_of(layout, SIZE_CIRCLE) / 2};

	entry_place_line(layout, &what->entry, centre, box->pitch);
	for (size_t i = 0; i < what->entry.n_options; i++, centre.x += box->pitch) {
		const struct lines *option = &box->options[i];

		place_lines(layout, option, centred(centre.x, corner.y + words - option->height));
		entry_place_circle(layout, &what->entry, &what->cell, i, centre);
	}
}

/* What stands below the label. */
static void place_filling(struct layout *layout, const struct form_box *what,
                          const struct box_state *box, struct area area)
{
	double inner = area.x + box->indent, below = area.y + box->words.height;
	double left = area.y + area.height - below;
	struct area room = {area.x, below, area.width, left};

	place_lines(layout, &box->words, flush_left(inner, area.y));
	if (entry_has_circles(&what->entry) && what->entry.kind == ENTRY_CHOICE)
		place_choice(layout, what, box, (struct xy){inner, area.y});
	else if (entry_has_circles(&what->entry) && box->line_x <= 0)
		place_on_line(layout, what, box, (struct xy){area.x, area.y});
	else if (entry_is_written(&what->entry) && what->cell.text == NULL)
		entry_place_field(layout, &what->entry, &what->cell, room,
		                  layout->theme->styles[STYLE_BODY].size);
}

static void place_beside(struct layout *layout, const struct form_box *what,
                         const struct box_state *box, struct area area)
{
	double size = size_of(layout, SIZE_BOX);

	if (what->entry.kind == ENTRY_CHECK)
		entry_place_check(layout, &what->cell,
		                  (struct area){area.x, area.y + box_pad(layout) / 2, size, size});
	else
		place_on_line(layout, what, box,
		              (struct xy){area.x + box->line_x,
		                          area.y + (area.height - box->marks) / 2});
}

static double words_top(const struct layout *layout, const struct form_box *what,
                        const struct box_state *box, struct area area)
{
	double words = box->label.height + box->help.height;

	if (box->line_x > 0)
		return area.y + (area.height - words) / 2;
	if (what->entry.kind == ENTRY_CHECK) /* its label in the middle of the box */
		return area.y + (box_pad(layout) + size_of(layout, SIZE_BOX) -
		                 style_leading(layout, STYLE_NAME)) / 2;
	return area.y + 0.6 * box_pad(layout);
}

static void place_box(struct layout *layout, const struct form_box *what,
                      const struct box_state *box, struct area area)
{
	double top, below;

	area.x += box->x;
	area.width = box->width;
	top = words_top(layout, what, box, area);
	below = top + box->label.height + box->help.height;
	if (box->outlined)
		sheet_box(layout, area, SIZE_RULE);
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	place_lines(layout, &box->label, flush_left(area.x + box->indent, top));
	place_lines(layout, &box->help,
	            flush_left(area.x + box->indent, top + box->label.height));
	if (what->entry.kind == ENTRY_CHECK || box->line_x > 0)
		place_beside(layout, what, box, area);
	else
		place_filling(layout, what, box,
		              (struct area){area.x, below, area.width,
		                            area.y + area.height - below});
	role_end(layout);
}

/* Lines with circles are parted by rules: they have no outlines. */
static void place_rule(struct layout *layout, const struct form_block *form,
                       const struct form_state *state, size_t line, struct area area)
{
	if (line + 1 < state->n_lines &&
	    form->boxes[state->firsts[line]].entry.kind == ENTRY_LINE &&
	    form->boxes[state->firsts[line + 1]].entry.kind == ENTRY_LINE)
		sheet_dots(layout, area);
}

static void place_form(struct layout *layout, const struct block *block,
                       const struct measured *measured, size_t strip, struct area area)
{
	const struct form_block *form = &block->form;
	const struct form_state *state = measured->state;
	size_t line = strip - state->titled;

	if (strip == 0)
		role_begin(layout, ROLE_SECTION, NULL);
	if (state->titled && strip == 0) {
		place_title(layout, state, area);
	} else {
		for (size_t i = state->firsts[line]; i < state->firsts[line + 1]; i++)
			place_box(layout, &form->boxes[i], &state->boxes[i], area);
		place_rule(layout, form, state, line, area);
	}
	if (strip + 1 == measured->n_strips)
		role_end(layout);
}

const struct block_class block_form = {measure_form, place_form};
