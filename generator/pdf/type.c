#include "pdf/drawing.h"

#include <math.h>
#include <string.h>

#include "base/text.h"

static void add_code(struct buf *out, uint32_t code)
{
	static const char digits[] = "0123456789ABCDEF";
	char hex[4] = {digits[code >> 12 & 15], digits[code >> 8 & 15], digits[code >> 4 & 15],
	               digits[code & 15]};

	buf_add(out, hex, sizeof hex);
}

/* Some glyphs of a run with their codes, and the left edge of where they stand. */
struct part {
	struct run run;
	const uint32_t *codes;
	double x;
};

/* The glyph that stands in the row: an empty one for a mark. */
static struct glyph shown(const struct drawing *d, const struct run *run, size_t i)
{
	struct glyph glyph = run->glyphs[i];

	if (font_hangs(run, i))
		glyph = (struct glyph){
			.id = font_empty_glyph(&d->embedding->fonts->fonts[run->font]),
		};
	return glyph;
}

/* The elements of a TJ array, from left to right. `pending` is how much
 * further right the next glyph belongs than the pen stands, 1/1000 of the
 * size: kerning, offsets and what rounding left over. Glyphs that the shaper
 * raised get a rise. */
static void add_glyphs(struct drawing *d, const struct part *part, double size)
{
	const struct run *run = &part->run;
	double pending = 0;
	float rise = 0;

	buf_adds(d->out, "[<");
	for (size_t n = 0; n < run->n_glyphs; n++) {
		size_t i = run->level % 2 != 0 ? run->n_glyphs - 1 - n : n;
		struct glyph glyph = shown(d, run, i);
		long shift;

		if (glyph.dy != rise) {
			rise = glyph.dy;
			buf_adds(d->out, ">] TJ ");
			add_value(d, (double)rise * size / 1000);
			buf_adds(d->out, "Ts [<");
		}
		shift = lround(pending + (double)glyph.dx);
		if (shift != 0) {
			buf_adds(d->out, ">");
			add_real(d->out, (double)-shift);
			buf_adds(d->out, "<");
			pending -= (double)shift;
		}
		add_code(d->out, part->codes[i]);
		pending += (double)glyph.advance - embed_width(d->embedding, run->font, glyph.id);
	}
	buf_adds(d->out, rise != 0 ? ">] TJ 0 Ts" : ">] TJ");
}

static void set_type(struct drawing *d, const struct op *op)
{
	const struct run *run = &op->text.run;

	if (d->state.font != run->font || d->state.size != op->text.size) {
		d->state.font = run->font;
		d->state.size = op->text.size;
		buf_addf(d->out, "/F%zu ", run->font);
		add_value(d, op->text.size);
		buf_adds(d->out, "Tf\n");
	}
	if (d->state.unseen != op->text.unseen) {
		d->state.unseen = op->text.unseen;
		buf_adds(d->out, op->text.unseen ? "3 Tr\n" : "0 Tr\n");
	}
}

/* Glyphs [first, end) of the run. */
static struct part part_of(const struct op *op, size_t first, size_t end)
{
	const struct run *run = &op->text.run;
	struct part part = {.run = *run};
	double before = 0;

	part.run.glyphs += first;
	part.run.n_glyphs = end - first;
	part.run.width = 0;
	for (size_t i = 0; i < first; i++)
		before += (double)run->glyphs[i].advance;
	for (size_t i = first; i < end; i++)
		part.run.width += run->glyphs[i].advance;
	if (run->level % 2 != 0)
		before = (double)run->width - before - (double)part.run.width;
	part.x = op->text.x + before * op->text.size / 1000;
	return part;
}

static void draw_marks(struct drawing *d, const struct op *op, const struct part *part)
{
	const struct run *run = &part->run;
	const struct font *font = &d->embedding->fonts->fonts[run->font];
	double size = op->text.size, pen = (double)run->width;

	for (size_t i = 0; i < run->n_glyphs && !op->text.unseen; i++) {
		const struct glyph *glyph = &run->glyphs[i];

		pen -= (double)glyph->advance;
		if (font_hangs(run, i))
			draw_mark(d, font, glyph->id, (struct spot){
				part->x + (pen + (double)glyph->dx) * size / 1000,
				op->text.y - (double)glyph->dy * size / 1000, size,
			});
	}
}

static void draw_part(struct drawing *d, const struct op *op, const struct part *part)
{
	set_fill(d, op->text.colour);
	buf_adds(d->out, "BT\n");
	set_type(d, op);
	add_point(d, part->x, op->text.y);
	buf_adds(d->out, "Td\n");
	add_glyphs(d, part, op->text.size);
	buf_adds(d->out, "\nET\n");
	draw_marks(d, op, part);
}

/* What a character is that no font shows: an outlined box as high as a capital,
 * and its text for those who hear or copy it. */
static void draw_missing(struct drawing *d, const struct op *op, size_t i)
{
	static const double line = 0.05, inset = 0.08;
	const struct run *run = &op->text.run;
	const struct font *font = &d->embedding->fonts->fonts[run->font];
	const struct part part = part_of(op, i, i + 1);
	double size = op->text.size, high = font->cap_height * size / 1000;
	double width = (double)part.run.width * size / 1000;
	struct stroke stroke = {.width = line * size, .colour = op->text.colour};
	size_t end = i + 1 < run->n_glyphs ? run->glyphs[i + 1].cluster : run->n_text;

	buf_adds(d->out, "/Span <</ActualText <FEFF");
	for (size_t at = run->glyphs[i].cluster; at < end;)
		add_utf16_hex(d->out, text_next(run->text, &at));
	buf_adds(d->out, ">>> BDC\n");
	if (!op->text.unseen) {
		begin_shape(d, COLOUR_NONE, &stroke);
		add_rect(d, part.x + inset * size, op->text.y - high,
		         fmax(width - 2 * inset * size, 0), high);
		end_shape(d, COLOUR_NONE, &stroke);
	}
	buf_adds(d->out, "EMC\n");
}

/* Whether a word of a run from right to left, or the space after it, ends
 * before the glyph. Such words are shown one by one in their order, but each
 * from left to right: readers of PDF files expect that and turn it round. */
static bool ends_word(const struct run *run, size_t glyph)
{
	bool space = run->text[run->glyphs[glyph].cluster] == ' ';

	return run->level % 2 != 0 && space != (run->text[run->glyphs[glyph - 1].cluster] == ' ');
}

static bool is_soft_hyphen(const struct run *run)
{
	return run->n_text == 2 && memcmp(run->text, "\xC2\xAD", 2) == 0;
}

/* Whether two texts that follow each other would be heard and copied as one. */
static bool run_together(const struct run *first, const struct run *second)
{
	if (first->text + first->n_text == second->text || first->n_text == 0)
		return false;
	return first->text[first->n_text - 1] != ' ' && second->text[0] != ' ' &&
	       !is_soft_hyphen(first) && !is_soft_hyphen(second);
}

/* A space at the end of one text. */
static void draw_space(struct drawing *d, const struct op *op)
{
	const struct run *run = &op->text.run;
	const struct font *font = &d->embedding->fonts->fonts[run->font];
	struct part part = {.x = op->text.x};
	hb_codepoint_t id;
	struct glyph glyph;

	if (!hb_font_get_nominal_glyph(font->font, ' ', &id))
		return;
	glyph = (struct glyph){.id = id};
	part.run = (struct run){.font = run->font, .glyphs = &glyph, .n_glyphs = 1, .text = " ",
	                        .n_text = 1};
	part.codes = embed_run(d->embedding, &part.run);
	if (run->level % 2 == 0)
		part.x += (double)run->width * op->text.size / 1000;
	draw_part(d, op, &part);
}

/* Glyph 0 says that there is none (PDF/UA forbids to show it). */
static void draw_run(struct drawing *d, const struct op *op)
{
	const struct run *run = &op->text.run;
	const uint32_t *codes = embed_run(d->embedding, run);

	for (size_t i = 0, end; i < run->n_glyphs; i = end) {
		struct part part;

		end = i + 1;
		if (run->glyphs[i].id == 0) {
			draw_missing(d, op, i);
			continue;
		}
		while (end < run->n_glyphs && run->glyphs[end].id != 0 && !ends_word(run, end))
			end++;
		part = part_of(op, i, end);
		part.codes = codes + i;
		draw_part(d, op, &part);
	}
}

void draw_text(struct drawing *d, const struct op *op, bool goes_on)
{
	if (op->text.run.n_glyphs == 0)
		return;
	if (goes_on && d->words != NULL && run_together(&d->words->text.run, &op->text.run))
		draw_space(d, d->words);
	draw_run(d, op);
	d->words = op;
}
