#include "layout/furniture.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "layout/draw.h"
#include "layout/qr.h"
#include "layout/text.h"

/* The document's code with the number of the page, or NULL. */
static const char *page_code(const struct layout *layout)
{
	const struct document *document = layout->document;

	if (document->code == NULL)
		return NULL;
	return arena_printf(layout->arena, "%s-%02zu", document->code, layout->page->number);
}

/* A foot's words with {page}, {pages} and {code} filled in. */
static const char *fill(const struct layout *layout, const char *words)
{
	const struct page *page = layout->page;
	const char *code = page_code(layout);
	struct buf buf = {.arena = layout->arena};

	for (const char *at = words; *at != '\0';) {
		if (strncmp(at, "{page}", 6) == 0) {
			buf_addf(&buf, "%zu", page->number);
			at += 6;
		} else if (strncmp(at, "{pages}", 7) == 0) {
			buf_addf(&buf, "%zu", page->n_numbers);
			at += 7;
		} else if (strncmp(at, "{code}", 6) == 0) {
			buf_adds(&buf, code == NULL ? "" : code);
			at += 6;
		} else {
			buf_add(&buf, at++, 1);
		}
	}
	return buf_text(&buf);
}

/* The text, or as much of its beginning as fits into the width with an
 * ellipsis behind it: words on every page that stand in full elsewhere. */
static const char *shorten(struct layout *layout, enum style style, const char *text, double width)
{
	size_t length = strlen(text), low = 0, high = length;
	const char *shown = text;

	if (text_width(layout, style, text) <= width)
		return text;
	while (low < high) {
		size_t middle = (low + high) / 2, end = middle;
		const char *part;

		while (end > 0 && ((unsigned char)text[end] & 0xC0) == 0x80)
			end--;
		while (end > 0 && text[end - 1] == ' ')
			end--;
		part = arena_printf(layout->arena, "%.*s…", (int)end, text);
		if (text_width(layout, style, part) <= width) {
			shown = part;
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return shown == text ? "…" : shown;
}

/* How much of the room the left words get beside the right ones: what they
 * need while those do not need more than half. */
static double share_room(double room, double left, double right)
{
	if (left + right <= room || left <= room / 2)
		return left;
	return right <= room / 2 ? room - right : room / 2;
}

static void place_foot(struct layout *layout)
{
	const struct foot *foot = &layout->document->foot;
	const struct page *page = layout->page;
	double side = page_shape(layout).side, y = page->height - size_of(layout, SIZE_FOOT_LINE);

	role_begin(layout, ROLE_PAGE_FOOT, NULL);
	if (foot->left != NULL)
		place_text(layout, STYLE_FOOT, COLOUR_NONE, fill(layout, foot->left),
		           flush_left(side, y));
	if (foot->middle != NULL)
		place_text(layout, STYLE_FOOT_BOLD, COLOUR_NONE, fill(layout, foot->middle),
		           centred(page->width / 2, y));
	if (foot->right != NULL)
		place_text(layout, STYLE_FOOT, COLOUR_NONE, fill(layout, foot->right),
		           flush_right(page->width - side, y));
	role_end(layout);
}

/* One corner's mark; the hollow one, at the foot on the left, tells which way
 * up the page lies. */
static void place_mark(struct layout *layout, double x, double y, bool hollow)
{
	double size = size_of(layout, SIZE_REGISTER), line = size_of(layout, SIZE_REGISTER_LINE);
	struct area whole = {x, y, size, size};
	struct area inner = {x + line / 2, y + line / 2, size - line, size - line};

	if (hollow)
		draw_rect(layout, inner, COLOUR_NONE, stroke_solid(line, COLOUR_INK));
	else
		draw_rect(layout, whole, COLOUR_INK, stroke_none());
}

static void place_marks(struct layout *layout)
{
	const struct page *page = layout->page;
	double edge = size_of(layout, SIZE_REGISTER_EDGE);
	double right = page->width - edge - size_of(layout, SIZE_REGISTER);
	double foot = page->height - edge - size_of(layout, SIZE_REGISTER);

	place_mark(layout, edge, edge, false);
	place_mark(layout, right, edge, false);
	place_mark(layout, edge, foot, !layout->mirrored);
	place_mark(layout, right, foot, layout->mirrored);
}

static void place_worksheet(struct layout *layout)
{
	const struct page *page = layout->page;
	const char *code = page_code(layout);

	role_begin(layout, ROLE_ARTIFACT, NULL);
	place_marks(layout);
	if (code != NULL)
		qr_place(layout, code, page->width - page_shape(layout).side, size_of(layout, SIZE_TOP));
	role_end(layout);
	place_foot(layout);
}

/* The words on both sides of the head, from `left` to `right`. */
static void place_head_words(struct layout *layout, double left, double right, double y)
{
	const struct document *document = layout->document;
	const char *first = document->head_left == NULL ? "" : document->head_left;
	const char *last = document->head_right == NULL ? "" : document->head_right;
	double room = right - left - 2 * size_of(layout, SIZE_UNIT);
	double share = share_room(room, text_width(layout, STYLE_LABEL_BOLD, first),
	                          text_width(layout, STYLE_LABEL, last));

	if (*first != '\0')
		place_text(layout, STYLE_LABEL_BOLD, COLOUR_NONE,
		           shorten(layout, STYLE_LABEL_BOLD, first, share), flush_left(left, y));
	if (*last != '\0')
		place_text(layout, STYLE_LABEL, COLOUR_INK2,
		           shorten(layout, STYLE_LABEL, last, room - share), flush_right(right, y));
}

static void place_report(struct layout *layout)
{
	double left = page_shape(layout).side, right = layout->page->width - left;
	double top = size_of(layout, SIZE_TOP), pointer = size_of(layout, SIZE_POINTER);
	double y = top + size_of(layout, SIZE_REPORT_HEAD_LINE);
	double rule = top + size_of(layout, SIZE_REPORT_HEAD_RULE);
	double words = left + pointer + 0.8 * size_of(layout, SIZE_UNIT);

	role_begin(layout, ROLE_PAGE_HEAD, NULL);
	draw_pointer(layout, (struct xy){left + pointer / 2, y}, pointer, COLOUR_BLUE, false);
	place_head_words(layout, words, right, y);
	draw_across(layout, left, right, rule, stroke_of(layout, SIZE_RULE_LIGHT, COLOUR_INK));
	role_end(layout);
	place_foot(layout);
}

void furniture_place(struct layout *layout)
{
	if (layout->document->furniture == FURNITURE_WORKSHEET)
		place_worksheet(layout);
	else
		place_report(layout);
}
