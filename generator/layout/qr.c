#include "layout/qr.h"

#include <errno.h>
#include <qrencode.h>
#include <string.h>

#include "base/diag.h"
#include "base/die.h"
#include "layout/draw.h"

/* Two versions, how many characters each holds at level M, and their modules
 * on a side (ISO/IEC 18004, tables 1 and 7). One more version still leaves
 * room for the clear space around the code. */
enum {
	VERSION_LEAST = 2, CAPACITY_LEAST = 38, WIDTH_LEAST = 25,
	VERSION_MOST = 3, CAPACITY_MOST = 61, WIDTH_MOST = 29,
};

/* NULL when the text has other characters or too many; to be freed. */
static QRcode *encode(const char *text)
{
	QRinput *input = QRinput_new2(VERSION_LEAST, QR_ECLEVEL_M);
	QRcode *code = NULL;

	if (input == NULL)
		die("out of memory");
	errno = 0;
	if (QRinput_append(input, QR_MODE_AN, (int)strlen(text), (const unsigned char *)text) == 0)
		code = QRcode_encodeInput(input);
	if (code == NULL && errno == ENOMEM)
		die("out of memory");
	QRinput_free(input);
	if (code != NULL && code->version > VERSION_MOST) {
		QRcode_free(code);
		code = NULL;
	}
	return code;
}

/* Scanners know no mirrored pages, so the code is turned round beforehand. */
static bool is_dark(const struct layout *layout, const QRcode *code, int row, int column)
{
	if (layout->mirrored)
		column = code->width - 1 - column;
	return (code->data[row * code->width + column] & 1) != 0;
}

/* Neighbouring dark modules in a row become one rectangle: fewer ops, and no
 * hairlines between them. */
static void place_row(struct layout *layout, const QRcode *code, int row, struct area area)
{
	for (int column = 0, end; column < code->width; column = end + 1) {
		for (end = column; end < code->width && is_dark(layout, code, row, end);)
			end++;
		if (end == column)
			continue;
		draw_rect(layout,
		          (struct area){area.x + column * area.width, area.y + row * area.height,
		                        (end - column) * area.width, area.height},
		          COLOUR_INK, stroke_none());
	}
}

void qr_place(struct layout *layout, const char *text, double right, double top)
{
	double module = size_of(layout, SIZE_QR_MODULE);
	QRcode *code = encode(text);

	if (code == NULL) {
		diag_error(layout->diag, (struct pos){0},
		           "up to 61 capitals, digits and hyphens with the number of the page",
		           "\"%s\" does not fit into a sheet's QR code", text);
		return;
	}
	for (int row = 0; row < code->width; row++)
		place_row(layout, code, row,
		          (struct area){right - code->width * module, top, module, module});
	QRcode_free(code);
}

double qr_side(struct layout *layout, const char *text)
{
	size_t length = strlen(text);

	if (length > CAPACITY_MOST)
		return 0;
	return (length > CAPACITY_LEAST ? WIDTH_MOST : WIDTH_LEAST) *
	       size_of(layout, SIZE_QR_MODULE);
}
