#include "press.h"

#include <stdbool.h>
#include <stdio.h>

#include "base/buf.h"

#define MEGABYTE ((size_t)1 << 20)

static const struct stroke no_stroke = {0};

static struct op *add(struct press *press, enum op_kind kind)
{
	return press_op(press, 0, kind);
}

static struct op *add_rect(struct press *press, enum colour fill, struct stroke stroke)
{
	struct op *op = add(press, OP_RECT);

	op->rect.x = 10;
	op->rect.y = 20;
	op->rect.width = 30;
	op->rect.height = 40;
	op->rect.fill = fill;
	op->rect.stroke = stroke;
	return op;
}

static void add_text(struct press *press, double y, const char *text)
{
	const struct metrics *metrics = pdf_fonts_metrics(press->fonts);
	struct run *runs;
	size_t n = metrics->shape(metrics->self, press->arena,
	                          (struct phrase){FACE_REGULAR, text, strlen(text), NULL, 0},
	                          &runs);
	double x = 10;

	for (size_t i = 0; i < n; i++) {
		struct op *op = add(press, OP_TEXT);

		op->text.x = x;
		op->text.y = y;
		op->text.size = 10;
		op->text.colour = COLOUR_INK;
		op->text.run = runs[i];
		x += (double)runs[i].width / 100;
	}
}

static void write_pages(struct press *press)
{
	assert_true(pdf_write(&press->pages, press->fonts, 1700000000, press->path, press->diag));
}

/* What a command prints that is given the file; the command must succeed. */
static const char *output_of(struct press *press, const char *before, const char *after)
{
	char *command = arena_printf(press->arena, "%s %s %s", before, press->path, after);
	struct buf out = {.arena = press->arena};
	FILE *pipe = popen(command, "r");
	char block[4096];
	size_t n;

	assert_non_null(pipe);
	while ((n = fread(block, 1, sizeof block, pipe)) > 0)
		buf_add(&out, block, n);
	if (pclose(pipe) != 0)
		fail_msg("failed: %s\n%s", command, buf_text(&out));
	return buf_text(&out);
}

/* The written file without compression, after qpdf found no fault in it. */
static const struct source *plain(struct press *press)
{
	char *path = file_join(press->arena, press->folder, "plain.pdf");
	const struct source *source;

	write_pages(press);
	output_of(press, "qpdf --check", "");
	output_of(press, "qpdf --stream-data=uncompress --object-streams=disable", path);
	source = file_read(press->arena, press->diag, path, 64 * MEGABYTE);
	assert_non_null(source);
	return source;
}

/* How often a text stands in a file, which holds zeros too. */
static size_t count(const struct source *source, const char *text)
{
	size_t length = strlen(text), n = 0;

	for (size_t i = 0; i + length <= source->length; i++)
		n += memcmp(source->text + i, text, length) == 0;
	return n;
}

static void assert_has(const struct source *source, const char *text)
{
	if (count(source, text) == 0)
		fail_msg("not in the file: %s", text);
}

static void flips_the_page(void **state)
{
	struct press *press = *state;
	const struct source *source;

	add_rect(press, COLOUR_BLUE, no_stroke);
	source = plain(press);
	/* top 20 and height 40 of 200 leave 140 below */
	assert_has(source, "\n0.2 0.4 1 rg\n10 140 30 40 re\nf\n");
	assert_has(source, "/MediaBox [ 0 0 100 200 ]");
}

static void sets_no_state_twice(void **state)
{
	struct press *press = *state;
	struct stroke dotted = {0.5, COLOUR_GRID, 1, 2, true};
	const struct source *source;

	add_rect(press, COLOUR_BLUE, dotted);
	add_rect(press, COLOUR_BLUE, dotted);
	add_rect(press, COLOUR_NONE, (struct stroke){0.5, COLOUR_GRID, 0, 0, true});
	source = plain(press);
	assert_int_equal(count(source, "0.2 0.4 1 rg\n"), 1);
	assert_int_equal(count(source, "0.5 G\n0.5 w\n1 J 1 j\n[1 2] 0 d\n"), 1);
	assert_int_equal(count(source, " w\n"), 1);
	assert_int_equal(count(source, "re\nB\n"), 2);
	assert_int_equal(count(source, "[] 0 d\n10 140 30 40 re\nS\n"), 1);
}

static void draws_circles_as_four_curves(void **state)
{
	struct press *press = *state;
	struct op *op = add(press, OP_CIRCLE);
	const struct source *source;

	op->circle.x = 50;
	op->circle.y = 50;
	op->circle.radius = 10;
	op->circle.fill = COLOUR_BLUE;
	source = plain(press);
	/* 10 (4/3) (sqrt 2 - 1) = 5.523 */
	assert_has(source, "50 160 m\n"
	                   "55.523 160 60 155.523 60 150 c\n"
	                   "60 144.477 55.523 140 50 140 c\n"
	                   "44.477 140 40 144.477 40 150 c\n"
	                   "40 155.523 44.477 160 50 160 c\nh\nf\n");
}

static void rounds_corners(void **state)
{
	struct press *press = *state;
	const struct source *source;

	add_rect(press, COLOUR_BLUE, no_stroke)->rect.radius = 10;
	source = plain(press);
	assert_has(source, "20 180 m\n30 180 l\n35.523 180 40 175.523 40 170 c\n40 150 l\n");
}

static void draws_lines_and_polygons(void **state)
{
	struct press *press = *state;
	static const double xy[] = {0, 0, 10, 0, 5, 8.25};
	struct op *line = add(press, OP_LINE), *shape, *open;
	const struct source *source;

	line->line.x2 = 9;
	line->line.y2 = 100;
	line->line.stroke = (struct stroke){2, COLOUR_GRID, 0, 0, false};
	shape = add(press, OP_POLYGON);
	shape->polygon.xy = xy;
	shape->polygon.n_points = 3;
	shape->polygon.fill = COLOUR_GRID;
	open = add(press, OP_POLYGON);
	open->polygon = shape->polygon;
	open->polygon.open = true;
	open->polygon.stroke = line->line.stroke;
	source = plain(press);
	assert_has(source, "0 200 m\n9 100 l\nS\n");
	assert_has(source, "0.5 g\n0 200 m\n10 200 l\n5 191.75 l\nh\nf\n");
	assert_has(source, "0 200 m\n10 200 l\n5 191.75 l\nS\n");
}

static void text_comes_back(void **state)
{
	struct press *press = *state;
	static const char *const lines[] = {
		"efficient affluent flow",                      /* ligatures */
		"na\xC3\xAFve caf\xC3\xA9 \xE2\x80\x93 5 km",
		"\xCE\xA9\xCE\xBC\xCE\xAD\xCE\xB3\xCE\xB1",     /* Greek */
		"\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82", /* Cyrillic */
		"\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E",         /* from Droid Sans Fallback */
		"\xF0\x9F\x98\x80 beyond 16 bits",              /* from DejaVu Sans */
		"q\xCC\xA7 with a mark",
	};
	const char *text;

	press->page[0].width = 400;
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		add_text(press, 20 + 20 * (double)i, lines[i]);
	plain(press);
	text = output_of(press, "pdftotext", "-");
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		if (strstr(text, lines[i]) == NULL)
			fail_msg("%s is not in\n%s", lines[i], text);
	assert_int_equal(diag_n_warnings(press->diag), 0);
}

static void embeds_subsets_of_all_fonts(void **state)
{
	struct press *press = *state;
	const char *fonts;
	size_t n = 0;

	add_text(press, 20, "word \xE2\x86\x92 \xE6\x97\xA5");
	plain(press);
	fonts = output_of(press, "pdffonts", "| tail -n +3");
	assert_non_null(strstr(fonts, "+OpenSans "));
	assert_non_null(strstr(fonts, "+DejaVuSans "));
	assert_non_null(strstr(fonts, "+DroidSansFallback "));
	for (const char *at = fonts; (at = strstr(at, "yes yes yes")) != NULL; at++)
		n++;
	assert_int_equal(n, 3);
}

/* Open Sans: A is glyph 36, V glyph 57; advances 1296 and 1219 of 2048 units
 * make 632.81 and 595.21 thousandths. */
static void states_widths_and_kerns(void **state)
{
	struct press *press = *state;
	const struct source *source;

	add_text(press, 20, "AV");
	source = plain(press);
	assert_has(source, "BT\n/F0 10 Tf\n10 180 Td\n[<0024>");
	assert_int_equal(count(source, "<0024><0039>"), 0);
	assert_has(source, "<0039>] TJ\nET\n");
	assert_has(source, "36 [ 632.81 ]");
	assert_has(source, "57 [ 595.21 ]");
}

static void writes_cmaps_in_blocks_of_a_hundred(void **state)
{
	struct press *press = *state;
	struct buf text = {.arena = press->arena};
	const struct source *source;

	for (int code = '!'; code <= '~'; code++)
		buf_addf(&text, "%c", code);
	for (int code = 0x410; code <= 0x43F; code++)
		buf_addf(&text, "\xD0%c", 0x80 | (code & 0x3F));
	add_text(press, 20, buf_text(&text));
	source = plain(press);
	/* 94 of ASCII, 48 Cyrillic letters and .notdef */
	assert_int_equal(count(source, "\n100 beginbfchar\n"), 1);
	assert_int_equal(count(source, "\n43 beginbfchar\n"), 1);
	assert_int_equal(count(source, "endbfchar\n"), 2);
	assert_has(source, "<0000> <FFFD>\n");
}

/* e with a combining accent is drawn with the glyph of the letter: the text
 * that comes second gets a code after all glyphs (Open Sans Regular has 938). */
static void one_glyph_says_different_things(void **state)
{
	struct press *press = *state;
	const struct source *source;

	add_text(press, 20, "e\xCC\x81");
	add_text(press, 40, "\xC3\xA9");
	add_text(press, 60, "e\xCC\x81\xC3\xA9");
	source = plain(press);
	assert_int_equal(count(source, "> <00650301>\n"), 1);
	assert_int_equal(count(source, "> <00E9>\n"), 1);
	assert_has(source, "<03AA> <00E9>\n");
	assert_has(source, "/CIDToGIDMap");
	assert_int_equal(count(source, "/CIDToGIDMap /Identity"), 0);
}

/* What is never seen is not said either. */
static void leaves_out_what_is_never_seen(void **state)
{
	struct press *press = *state;
	const struct source *source;

	add_text(press, 20, "so\xC2\xAD" "ft so\xE2\x80\x8B" "ft");
	source = plain(press);
	assert_int_equal(count(source, "> <006F>\n"), 1);
	assert_int_equal(count(source, "00AD"), 0);
	assert_has(source, "/CIDToGIDMap /Identity");
}

/* Two words and the space between them, each from left to right. */
static void shows_words_from_right_to_left_one_by_one(void **state)
{
	struct press *press = *state;
	const struct metrics *metrics = pdf_fonts_metrics(press->fonts);
	static const char text[] = "ab cd";
	struct op *op = add(press, OP_TEXT);
	struct run *runs;

	assert_int_equal(metrics->shape(metrics->self, press->arena,
	                                (struct phrase){FACE_REGULAR, text, 5, NULL, 1}, &runs), 1);
	op->text.x = 10;
	op->text.y = 20;
	op->text.size = 10;
	op->text.colour = COLOUR_INK;
	op->text.run = runs[0];
	assert_int_equal(count(plain(press), " TJ\nET\n"), 3);
	/* a is glyph 68, b 69; b stands on the left */
	assert_has(plain(press), "[<00450044>] TJ\n");
	assert_has(plain(press), "10 180 Td\n[<00470046>] TJ\n");
}

static void fills_in_the_properties(void **state)
{
	struct press *press = *state;
	const struct source *source;

	press->pages.title = "A (small) title";
	press->pages.subject = "\xE6\x97\xA5 \xF0\x9F\x98\x80";
	press->pages.author = "Northfield";
	press->pages.language = "en";
	source = plain(press);
	/* 1,700,000,000 seconds after 1970 */
	assert_has(source, "/CreationDate (D:20231114221320Z)");
	assert_has(source, "/ModDate (D:20231114221320Z)");
	assert_has(source, "/Lang (en)");
	assert_has(source, "/DisplayDocTitle true");
	assert_int_equal(count(source, "/PageMode"), 0);
	assert_non_null(strstr(output_of(press, "pdfinfo", ""), "A (small) title\n"));
	assert_non_null(strstr(output_of(press, "pdfinfo", ""), "\xE6\x97\xA5 \xF0\x9F\x98\x80\n"));
	assert_non_null(strstr(output_of(press, "pdfinfo", ""), "PDF version:     1.7\n"));
}

static void nests_the_outline(void **state)
{
	struct press *press = *state;
	struct bookmark bookmarks[] = {
		{"Lead", 0, 0, 50}, {"Strategy", 0, 1, 60}, {"Skipped a level", 1, 3, 0},
		{"Roadmap", 1, 1, 70}, {"Realize", 1, 0, 0},
	};
	const struct source *source;

	press->pages.bookmarks = bookmarks;
	press->pages.n_bookmarks = 5;
	press->pages.n_pages = 2;
	source = plain(press);
	assert_has(source, "/PageMode /UseOutlines");
	assert_int_equal(count(source, "/Count 5"), 1); /* the outline */
	assert_int_equal(count(source, "/Count 3"), 1); /* Lead */
	assert_int_equal(count(source, "/Count 1"), 1); /* Strategy */
	assert_int_equal(count(source, "/XYZ null 150 null"), 1);
	assert_int_equal(count(source, "/XYZ null 200 null"), 2);
}

static void links(void **state)
{
	struct press *press = *state;
	struct op *op = add(press, OP_LINK);
	const struct source *source;

	op->link.x = 10;
	op->link.y = 20;
	op->link.width = 30;
	op->link.height = 40;
	op->link.target = "https://example.org/a(b)?q=\xC3\xA9";
	source = plain(press);
	assert_has(source, "/Rect [ 10 140 40 180 ]");
	assert_non_null(strstr(output_of(press, "pdfinfo -url", ""),
	                       "https://example.org/a(b)?q=%C3%A9"));
}

static void is_the_same_from_run_to_run(void **state)
{
	struct press *press = *state;
	const struct source *first, *second;

	add_text(press, 20, "the same");
	write_pages(press);
	first = file_read(press->arena, press->diag, press->path, MEGABYTE);
	write_pages(press);
	second = file_read(press->arena, press->diag, press->path, MEGABYTE);
	assert_int_equal(first->length, second->length);
	assert_memory_equal(first->text, second->text, first->length);
}

static const char *id_of(struct press *press)
{
	const struct source *source = plain(press);

	for (size_t i = 0; i < source->length; i++)
		if (memcmp(source->text + i, "/ID [", 5) == 0)
			return arena_strndup(press->arena, source->text + i, 40);
	fail_msg("no ID");
	return NULL;
}

static void tells_documents_apart_by_their_id(void **state)
{
	struct press *press = *state;
	const char *first, *second;

	add_text(press, 20, "one");
	first = id_of(press);
	add_text(press, 40, "more");
	second = id_of(press);
	assert_string_not_equal(first, second);
}

static void writes_many_pages(void **state)
{
	struct press *press = *state;

	press->pages.n_pages = PRESS_PAGES_MAX;
	plain(press);
	assert_non_null(strstr(output_of(press, "pdfinfo", ""), "Pages:           300\n"));
}

static void records_a_folder_that_is_not_there(void **state)
{
	struct press *press = *state;

	press->path = file_join(press->arena, press->folder, "none/a.pdf");
	assert_false(pdf_write(&press->pages, press->fonts, 0, press->path, press->diag));
	assert_true(diag_failed(press->diag));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_press, close_press)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(flips_the_page),
		TEST(sets_no_state_twice),
		TEST(draws_circles_as_four_curves),
		TEST(rounds_corners),
		TEST(draws_lines_and_polygons),
		TEST(text_comes_back),
		TEST(embeds_subsets_of_all_fonts),
		TEST(states_widths_and_kerns),
		TEST(writes_cmaps_in_blocks_of_a_hundred),
		TEST(one_glyph_says_different_things),
		TEST(leaves_out_what_is_never_seen),
		TEST(shows_words_from_right_to_left_one_by_one),
		TEST(fills_in_the_properties),
		TEST(nests_the_outline),
		TEST(links),
		TEST(is_the_same_from_run_to_run),
		TEST(tells_documents_apart_by_their_id),
		TEST(writes_many_pages),
		TEST(records_a_folder_that_is_not_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
