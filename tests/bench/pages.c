/* What libharu alone takes for the words of a document: pages of text, each
 * with boxes and notes as many as the document has fields to a page.
 * Usage: pages OUT FONT FIELDS <TEXT   (pages of TEXT end in form feeds) */
#include <hpdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 612, HEIGHT = 792, MARGIN = 36, SIZE = 8, LEADING = 9, BOX = 10 };

static void fail(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
	(void)user;
	fprintf(stderr, "libharu: %04X %u\n", (unsigned)error, (unsigned)detail);
	exit(1);
}

static void add_fields(HPDF_Page page, int n)
{
	for (int i = 0; i < n; i++) {
		float left = (float)(MARGIN + i % 30 * 18), low = (float)(MARGIN + i / 30 * 18);
		HPDF_Rect box = {left, low, left + BOX, low + BOX};

		HPDF_Page_Rectangle(page, left, low, BOX, BOX);
		HPDF_Page_Stroke(page);
		HPDF_Page_CreateTextAnnot(page, box, "What is to be filled in", NULL);
	}
}

static HPDF_Page add_page(HPDF_Doc doc, HPDF_Font font, int n_fields)
{
	HPDF_Page page = HPDF_AddPage(doc);

	HPDF_Page_SetWidth(page, WIDTH);
	HPDF_Page_SetHeight(page, HEIGHT);
	add_fields(page, n_fields);
	HPDF_Page_SetFontAndSize(page, font, SIZE);
	return page;
}

int main(int argc, char **argv)
{
	HPDF_Doc doc = HPDF_New(fail, NULL);
	HPDF_Font font;
	HPDF_Page page = NULL;
	float y = 0;
	char line[1024];

	if (argc != 4)
		return 2;
	HPDF_UseUTFEncodings(doc);
	HPDF_SetCompressionMode(doc, HPDF_COMP_ALL);
	font = HPDF_GetFont(doc, HPDF_LoadTTFontFromFile(doc, argv[2], HPDF_TRUE), "UTF-8");
	while (fgets(line, sizeof line, stdin) != NULL) {
		const char *text = line + (line[0] == '\f');

		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '\f' || page == NULL) {
			page = add_page(doc, font, atoi(argv[3]));
			y = HEIGHT - MARGIN;
		}
		HPDF_Page_BeginText(page);
		HPDF_Page_TextOut(page, MARGIN, y, text);
		HPDF_Page_EndText(page);
		y -= LEADING;
	}
	HPDF_SaveToFile(doc, argv[1]);
	HPDF_Free(doc);
	return 0;
}
