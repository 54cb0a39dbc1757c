#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "layout/blocks.h"
#include "layout/draw.h"
#include "layout/qr.h"
#include "layout/sheet_parts.h"
#include "layout/text.h"

struct head_state {
	struct lines eyebrow, title, text, label, written;
	double title_line, text_line;    /* baselines of the first lines, from the top */
	double box_left, box_height;     /* of the box to write in, from the left edge */
	double below;                    /* height of a line of its own for box and text, or 0 */
};

/* A name in the box takes the largest of these that needs no more than the
 * number of lines beside it; the last one grows the box. */
static const struct {
	enum style style;
	size_t most;
} name_styles[] = {{STYLE_BODY, 1}, {STYLE_LABEL, 2}, {STYLE_SMALL, SIZE_MAX}};

static double code_side(struct layout *layout)
{
	const char *code = layout->document->code;

	return code == NULL ? 0 : qr_side(layout, arena_printf(layout->arena, "%s-00", code));
}

static void measure_box(struct layout *layout, const struct sheet_head *head, double width,
                        struct head_state *state)
{
	double inner = width - size_of(layout, SIZE_UNIT);

	state->label = text_set(layout, STYLE_LABEL, head->write_in, width);
	for (size_t i = 0; head->written != NULL; i++) {
		state->written = text_set(layout, name_styles[i].style, head->written, inner);
		if (state->written.n_lines <= name_styles[i].most)
			break;
	}
	state->box_height = fmax(size_of(layout, SIZE_WRITE_IN_HEIGHT),
	                         state->written.height + size_of(layout, SIZE_UNIT));
}

/* Each line more than the picture of a head has pushes the rest down. */
static double measure_words(struct layout *layout, const struct sheet_head *head, double measure,
                            struct head_state *state)
{
	double more, last;

	state->eyebrow = text_set(layout, STYLE_LABEL_BOLD, head->eyebrow, measure);
	state->title = text_balance(layout, STYLE_TITLE, head->title, measure);
	more = fmax(0, state->eyebrow.height - style_leading(layout, STYLE_LABEL_BOLD));
	state->title_line = size_of(layout, SIZE_TITLE_LINE) + more;
	more += fmax(0, state->title.height - style_leading(layout, STYLE_TITLE));
	if (layout->theme->toggles[TOGGLE_WRITE_IN_BELOW])
		return state->title_line + more;
	state->text = text_balance(layout, STYLE_KEY, head->text, measure);
	state->text_line = size_of(layout, SIZE_TEXT_LINE) + more;
	last = state->text_line + state->text.height - style_leading(layout, STYLE_KEY);
	return last + style_ascent(layout, STYLE_KEY);
}

/* Below the title and its rule: the text, and flush right the box with its
 * label in front. */
static void measure_below(struct layout *layout, const struct sheet_head *head, double width,
                          struct head_state *state)
{
	double unit = size_of(layout, SIZE_UNIT), label;

	state->box_left = width;
	if (head->write_in != NULL) {
		state->box_left -= size_of(layout, SIZE_WRITE_IN_WIDTH);
		measure_box(layout, head, size_of(layout, SIZE_WRITE_IN_WIDTH), state);
	}
	label = state->label.width + (head->write_in != NULL ? 3 * unit : 0);
	state->text = text_balance(layout, STYLE_KEY, head->text, state->box_left - label);
	if (state->text.n_lines > 0 || head->write_in != NULL)
		state->below = fmax(state->box_height, state->text.height) + unit;
}

void *sheet_head_measure(struct layout *layout, const struct sheet_head *head, double width,
                         struct strip *strip)
{
	struct head_state *state = ARENA_NEW(layout->arena, struct head_state);
	double code = code_side(layout), gap = size_of(layout, SIZE_WRITE_IN_GAP);
	double box = size_of(layout, SIZE_WRITE_IN_WIDTH), box_foot = 0, words_foot;

	bool below = layout->theme->toggles[TOGGLE_WRITE_IN_BELOW];

	state->box_left = code > 0 ? width - code - gap : width;
	if (head->write_in != NULL && !below) {
		state->box_left -= box;
		measure_box(layout, head, box, state);
		box_foot = state->box_height + state->label.height + size_of(layout, SIZE_UNIT);
	}
	words_foot = measure_words(layout, head, state->box_left - size_of(layout, SIZE_CELL_GAP),
	                           state);
	if (below)
		measure_below(layout, head, width, state);
	strip->height = fmax(size_of(layout, SIZE_HEAD), fmax(box_foot, words_foot)) +
	                state->below;
	strip->what = head->title;
	return state;
}

static void place_words(struct layout *layout, const struct lines *lines, enum role role,
                        double x, double baseline)
{
	if (lines->n_lines == 0)
		return;
	role_begin(layout, role, NULL);
	place_lines(layout, lines, flush_left(x, baseline - style_ascent(layout, lines->style)));
	role_end(layout);
}

/* Sheets that ask for the same thing share one field: who types a code on one
 * of them has it on all. */
static const char *field_name(const struct layout *layout, const char *label)
{
	const struct document *document = layout->document;
	const char *last = NULL;
	size_t n = 0;

	for (size_t i = 0; i < document->n_blocks; i++) {
		const struct block *block = &document->blocks[i];

		if (block->kind != BLOCK_SHEET || block->sheet.write_in == NULL)
			continue;
		if (last == NULL || strcmp(last, block->sheet.write_in) != 0)
			n++;
		last = block->sheet.write_in;
		if (strcmp(last, label) == 0)
			break;
	}
	return arena_printf(layout->arena, "Write-in.%zu", n);
}

static void place_box(struct layout *layout, const struct sheet_head *head,
                      const struct head_state *state, struct area area)
{
	double unit = size_of(layout, SIZE_UNIT), x = area.x + state->box_left;
	struct area box = {x, area.y, size_of(layout, SIZE_WRITE_IN_WIDTH), state->box_height};
	struct xy label = {x, box.y + box.height + unit / 3};

	if (state->below > 0) {
		box.y = area.y + area.height - (state->below + box.height) / 2;
		label.x = x - state->label.width - unit;
		label.y = box.y + (box.height - state->label.height) / 2;
	}

	draw_rect(layout, box, COLOUR_NONE, stroke_of(layout, SIZE_RULE, COLOUR_INK));
	role_begin(layout, ROLE_PARAGRAPH, NULL);
	place_lines(layout, &state->label, flush_left(label.x, label.y));
	if (state->written.n_lines > 0)
		place_lines(layout, &state->written,
		            flush_left(box.x + size_of(layout, SIZE_UNIT) / 2,
		                       box.y + (box.height - state->written.height) / 2));
	else
		sheet_text_field(layout, box, FIELD_TEXT, field_name(layout, head->write_in),
		                 head->write_in);
	role_end(layout);
}

void sheet_head_place(struct layout *layout, const struct sheet_head *head, const void *state,
                      struct area area)
{
	const struct head_state *words = state;
	double foot = area.y + area.height, title_foot = foot - words->below;
	double text = words->below == 0
	                  ? area.y + words->text_line
	                  : foot - (words->below + words->text.height) / 2 +
	                        style_ascent(layout, STYLE_KEY);

	place_words(layout, &words->eyebrow, ROLE_PARAGRAPH, area.x,
	            area.y + size_of(layout, SIZE_EYEBROW_LINE));
	place_words(layout, &words->title, ROLE_HEADING1, area.x, area.y + words->title_line);
	place_words(layout, &words->text, ROLE_PARAGRAPH, area.x, text);
	if (head->write_in != NULL)
		place_box(layout, head, words, area);
	draw_across(layout, area.x, area.x + area.width, title_foot,
	            stroke_of(layout, SIZE_RULE_HEAVY, COLOUR_INK));
	if (words->below > 0)
		sheet_rule(layout, area, SIZE_RULE);
}
