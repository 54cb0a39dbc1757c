#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "layout/blocks.h"
#include "layout/draw.h"
#include "layout/qr.h"
#include "layout/text.h"

struct head_state {
	struct lines eyebrow, title, text, label, written;
	double title_line, text_line;    /* baselines of the first lines, from the top */
	double box_left, box_height;     /* of the box to write in, from the left edge */
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
	state->text = text_balance(layout, STYLE_NOTE, head->text, measure);
	more = fmax(0, state->eyebrow.height - style_leading(layout, STYLE_LABEL_BOLD));
	state->title_line = size_of(layout, SIZE_TITLE_LINE) + more;
	more += fmax(0, state->title.height - style_leading(layout, STYLE_TITLE));
	state->text_line = size_of(layout, SIZE_TEXT_LINE) + more;
	last = state->text_line + state->text.height - style_leading(layout, STYLE_NOTE);
	return last + style_ascent(layout, STYLE_NOTE);
}

void *sheet_head_measure(struct layout *layout, const struct sheet_head *head, double width,
                         struct strip *strip)
{
	struct head_state *state = ARENA_NEW(layout->arena, struct head_state);
	double code = code_side(layout), gap = size_of(layout, SIZE_WRITE_IN_GAP);
	double box = size_of(layout, SIZE_WRITE_IN_WIDTH), box_foot = 0, words_foot;

	state->box_left = code > 0 ? width - code - gap : width;
	if (head->write_in != NULL) {
		state->box_left -= box;
		measure_box(layout, head, box, state);
		box_foot = state->box_height + state->label.height + size_of(layout, SIZE_UNIT);
	}
	words_foot = measure_words(layout, head, state->box_left - size_of(layout, SIZE_CELL_GAP),
	                           state);
	strip->height = fmax(size_of(layout, SIZE_HEAD), fmax(box_foot, words_foot));
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
	return arena_printf(layout->arena, "write-in.%zu", n);
}

static void place_box(struct layout *layout, const struct sheet_head *head,
                      const struct head_state *state, struct area area)
{
	struct area box = {area.x + state->box_left, area.y,
	                   size_of(layout, SIZE_WRITE_IN_WIDTH), state->box_height};
	double label = box.y + box.height + size_of(layout, SIZE_UNIT) / 3;

	draw_rect(layout, box, COLOUR_NONE, stroke_of(layout, SIZE_RULE, COLOUR_INK));
	place_words(layout, &state->label, ROLE_PARAGRAPH, box.x,
	            label + style_ascent(layout, STYLE_LABEL));
	if (state->written.n_lines > 0)
		place_words(layout, &state->written, ROLE_PARAGRAPH,
		            box.x + size_of(layout, SIZE_UNIT) / 2,
		            box.y + (box.height - state->written.height) / 2 +
		                style_ascent(layout, state->written.style));
	else
		draw_field(layout, box, (struct form_field){
			.kind = FIELD_TEXT,
			.name = field_name(layout, head->write_in),
			.tooltip = head->write_in,
		});
}

void sheet_head_place(struct layout *layout, const struct sheet_head *head, const void *state,
                      struct area area)
{
	const struct head_state *words = state;
	double foot = area.y + area.height;

	place_words(layout, &words->eyebrow, ROLE_PARAGRAPH, area.x,
	            area.y + size_of(layout, SIZE_EYEBROW_LINE));
	place_words(layout, &words->title, ROLE_HEADING1, area.x, area.y + words->title_line);
	place_words(layout, &words->text, ROLE_PARAGRAPH, area.x, area.y + words->text_line);
	if (head->write_in != NULL)
		place_box(layout, head, words, area);
	draw_across(layout, area.x, area.x + area.width, foot,
	            stroke_of(layout, SIZE_RULE_HEAVY, COLOUR_INK));
}
