#include "press.h"

#include <stdbool.h>
#include <stdio.h>

#include "base/buf.h"

#define MEGABYTE ((size_t)1 << 20)

static int open_book(void **state)
{
	int code = open_press(state);
	struct press *book = *state;

	if (code == 0) {
		book->pages.title = "Tags";
		book->pages.language = "en";
	}
	return code;
}

static struct page *last(struct press *book)
{
	return &book->page[book->pages.n_pages - 1];
}

static struct op *add(struct press *book, enum op_kind kind)
{
	return press_op(book, book->pages.n_pages - 1, kind);
}

static struct op *begin(struct press *book, enum role role)
{
	struct op *op = add(book, OP_BEGIN);

	op->begin.role = role;
	return op;
}

static void end(struct press *book)
{
	add(book, OP_END);
}

static void next_page(struct press *book)
{
	book->pages.n_pages++;
}

static void words(struct press *book, const char *text)
{
	const struct metrics *metrics = pdf_fonts_metrics(book->fonts);
	struct phrase phrase = {.face = FACE_REGULAR, .text = text, .length = strlen(text)};
	struct run *runs;
	size_t n = metrics->shape(metrics->self, book->arena, phrase, &runs);

	for (size_t i = 0; i < n; i++) {
		struct op *op = add(book, OP_TEXT);

		op->text.x = 10;
		op->text.y = 20;
		op->text.size = 10;
		op->text.colour = COLOUR_INK;
		op->text.run = runs[i];
	}
}

/* An element that holds these words. */
static struct op *say(struct press *book, enum role role, const char *text)
{
	size_t at = last(book)->n_ops;

	begin(book, role);
	words(book, text);
	end(book);
	return &last(book)->ops[at];
}

static void shape(struct press *book)
{
	struct op *op = add(book, OP_RECT);

	op->rect.x = 10;
	op->rect.y = 20;
	op->rect.width = 30;
	op->rect.height = 40;
	op->rect.fill = COLOUR_INK;
}

static const char *output_of(struct press *book, const char *before, const char *after)
{
	char *command = arena_printf(book->arena, "%s %s %s", before, book->path, after);
	struct buf out = {.arena = book->arena};
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

/* Writes the file, has it checked and unpacks it. */
static void write_book(struct press *book)
{
	char *plain = file_join(book->arena, book->folder, "plain.pdf");

	assert_true(pdf_write(&book->pages, book->fonts, 1700000000, book->path, book->diag));
	output_of(book, "qpdf --check", "");
	output_of(book, "qpdf --stream-data=uncompress --object-streams=disable", plain);
	book->file = file_read(book->arena, book->diag, plain, 64 * MEGABYTE);
	assert_non_null(book->file);
}

static size_t count(const struct press *book, const char *text)
{
	size_t length = strlen(text), n = 0;

	for (size_t i = 0; i + length <= book->file->length; i++)
		n += memcmp(book->file->text + i, text, length) == 0;
	return n;
}

static void assert_has(const struct press *book, const char *text)
{
	if (count(book, text) == 0)
		fail_msg("not in the file: %s", text);
}

/* What poppler reads of the structure, without blanks at the start of lines. */
static void assert_structure(struct press *book, const char *expected)
{
	const char *found;

	write_book(book);
	found = output_of(book, "pdfinfo -struct-text", "| sed 's/^ *//; s/ (block)//'");
	assert_string_equal(found, expected);
}

static void roles_nest(void **state)
{
	struct press *book = *state;

	begin(book, ROLE_DOCUMENT);
	begin(book, ROLE_PART);
	say(book, ROLE_HEADING1, "Title");
	begin(book, ROLE_SECTION);
	say(book, ROLE_HEADING2, "Heading");
	say(book, ROLE_PARAGRAPH, "Text");
	end(book);
	end(book);
	end(book);
	assert_structure(book, "Document\nPart\nH1\n\"Title\"\nSect\nH2\n\"Heading\"\nP\n\"Text\"\n");
	assert_has(book, "/MarkInfo << /Marked true >>");
	assert_has(book, "/H1 <</MCID 0>> BDC\n");
	assert_has(book, "ET\nEMC\n/H2 <</MCID 1>> BDC\nBT\n");
}

static void marked_content_is_balanced(void **state)
{
	struct press *book = *state;
	size_t begun;

	begin(book, ROLE_DOCUMENT);
	begin(book, ROLE_PARAGRAPH);
	words(book, "before");
	shape(book);
	shape(book);
	words(book, "after");
	end(book);
	shape(book);
	end(book);
	words(book, "outside");
	write_book(book);
	begun = count(book, " BDC\n") + count(book, " BMC\n");
	assert_int_equal(begun, count(book, "EMC\n"));
	assert_int_equal(count(book, "/Artifact BMC\n"), 3);
	/* one paragraph in two pieces around the shapes */
	assert_has(book, "/K [ 0 1 ]");
	assert_null(strstr(output_of(book, "pdfinfo -struct-text", ""), "outside"));
}

static void furniture_stays_out_of_the_tree(void **state)
{
	struct press *book = *state;

	begin(book, ROLE_DOCUMENT);
	begin(book, ROLE_PARAGRAPH);
	words(book, "kept");
	begin(book, ROLE_ARTIFACT);
	begin(book, ROLE_PARAGRAPH);
	words(book, "repeated");
	end(book);
	end(book);
	end(book);
	begin(book, ROLE_PAGE_FOOT);
	words(book, "1 of 1");
	end(book);
	end(book);
	assert_structure(book, "Document\nP\n\"kept\"\n");
	assert_has(book, "/Artifact <</Type/Pagination/Subtype/Footer>> BDC\n");
}

static void empty_roles_are_left_out(void **state)
{
	struct press *book = *state;

	begin(book, ROLE_DOCUMENT);
	begin(book, ROLE_SECTION);
	begin(book, ROLE_PARAGRAPH);
	end(book);
	end(book);
	say(book, ROLE_PARAGRAPH, "Text");
	end(book);
	assert_structure(book, "Document\nP\n\"Text\"\n");
}

static void roles_go_on_over_pages(void **state)
{
	struct press *book = *state;

	begin(book, ROLE_DOCUMENT);
	begin(book, ROLE_PARAGRAPH);
	words(book, "first page");
	next_page(book);
	words(book, "second page");
	end(book);
	next_page(book);
	say(book, ROLE_PARAGRAPH, "third page");
	end(book);
	assert_structure(book, "Document\nP\n\"first page\"\n\"second page\"\nP\n\"third page\"\n");
	assert_int_equal(count(book, "/Type /MCR"), 1);
	assert_int_equal(count(book, "/StructParents 2"), 1);
	assert_int_equal(count(book, "/Tabs /S"), 3);
}

/* Goes from each page's first marked content through the ParentTree to its
 * element and back, and from each annotation likewise. */
static const char both_ways[] =
    "import json, sys\n"
    "file = json.load(sys.stdin)\n"
    "objects = file['qpdf'][1]\n"
    "def at(r): return objects['obj:' + r]['value']\n"
    "catalog = at(objects['trailer']['value']['/Root'])\n"
    "tree = at(catalog['/StructTreeRoot'])\n"
    "pairs = sum((at(kid)['/Nums'] for kid in at(tree['/ParentTree'])['/Kids']), [])\n"
    "parents = dict(zip(pairs[::2], pairs[1::2]))\n"
    "for page in [one['object'] for one in file['pages']]:\n"
    "    for n, ref in enumerate(parents.get(at(page)['/StructParents'], [])):\n"
    "        element = at(ref)\n"
    "        ours = ref in at(element['/P'])['/K'] and element['/Pg'] == page\n"
    "        print(element['/S'], n in element['/K'], ours)\n"
    "    for ref in at(page).get('/Annots', []):\n"
    "        annotation = at(ref)\n"
    "        element = at(parents[annotation['/StructParent']])\n"
    "        held = any(isinstance(k, dict) and k['/Obj'] == ref for k in element['/K'])\n"
    "        print(element['/S'], held)\n";

static void assert_parents(struct press *book, const char *expected)
{
	char *script = file_join(book->arena, book->folder, "both-ways.py");
	char *after = arena_printf(book->arena, "| python3 %s", script);

	write_book(book);
	assert_true(file_replace(book->diag, script, both_ways, strlen(both_ways)));
	assert_string_equal(output_of(book, "qpdf --json=2 --json-key=qpdf --json-key=pages", after), expected);
}

static void parents_are_found_both_ways(void **state)
{
	struct press *book = *state;

	begin(book, ROLE_DOCUMENT);
	say(book, ROLE_PARAGRAPH, "first");
	say(book, ROLE_PARAGRAPH, "and more");
	next_page(book);
	next_page(book);
	say(book, ROLE_HEADING1, "third");
	end(book);
	assert_parents(book, "/P True True\n/P True True\n/H1 True True\n");
	/* the page without content has no entry */
	assert_has(book, "/Limits [ 0 2 ]");
}

static void field(struct press *book, const char *name)
{
	struct op *op = add(book, OP_FIELD);

	op->field = ARENA_NEW(book->arena, struct form_field);
	*op->field = (struct form_field){.kind = FIELD_TEXT, .name = name, .tooltip = "Your name",
	                                 .width = 50, .height = 20, .size = 10};
}

static void fields_are_forms(void **state)
{
	struct press *book = *state;

	begin(book, ROLE_DOCUMENT);
	begin(book, ROLE_PARAGRAPH);
	words(book, "Name");
	field(book, "Name");
	words(book, "in full");
	end(book);
	end(book);
	assert_parents(book, "/P True True\n/P True True\n/Form True\n");
	assert_has(book, "/Type /OBJR");
}

static void links_hold_their_words(void **state)
{
	struct press *book = *state;
	struct op *op;

	begin(book, ROLE_DOCUMENT);
	begin(book, ROLE_PARAGRAPH);
	words(book, "see");
	begin(book, ROLE_LINK);
	words(book, "there");
	op = add(book, OP_LINK);
	op->link.target = "https://example.org/";
	end(book);
	end(book);
	end(book);
	assert_parents(book, "/P True True\n/Link True True\n/Link True\n");
	assert_has(book, "/Contents (https://example.org/)");
}

static void headings_skip_no_level(void **state)
{
	struct press *book = *state;

	begin(book, ROLE_DOCUMENT);
	say(book, ROLE_HEADING2, "a");
	say(book, ROLE_HEADING3, "b");
	say(book, ROLE_HEADING3, "c");
	say(book, ROLE_HEADING1, "d");
	say(book, ROLE_HEADING3, "e");
	end(book);
	assert_structure(book, "Document\nH1\n\"a\"\nH2\n\"b\"\nH3\n\"c\"\nH1\n\"d\"\nH2\n\"e\"\n");
}

static void numbered_lists_say_so(void **state)
{
	struct press *book = *state;

	begin(book, ROLE_DOCUMENT);
	begin(book, ROLE_NUMBERED_LIST);
	begin(book, ROLE_LIST_ITEM);
	say(book, ROLE_LABEL, "1");
	say(book, ROLE_LIST_BODY, "one");
	end(book);
	end(book);
	end(book);
	assert_structure(book, "Document\nL:\n/ListNumbering /Decimal\nLI\nLbl\n\"1\"\nLBody\n"
	                       "\"one\"\n");
}

static void figures_have_words_and_a_box(void **state)
{
	struct press *book = *state;

	begin(book, ROLE_DOCUMENT);
	begin(book, ROLE_FIGURE)->begin.alternative = "A box (black)";
	shape(book);
	end(book);
	end(book);
	write_book(book);
	assert_has(book, "/Figure <</MCID 0>> BDC\n");
	/* top 20 and height 40 of 200 leave 140 below */
	assert_has(book, "/BBox [ 10 140 40 180 ]");
	assert_has(book, "/Alt (A box \\(black\\))");
}

static void cell(struct press *book, enum role role, unsigned columns, unsigned rows)
{
	struct op *op = say(book, role, "x");

	op->begin.columns = columns;
	op->begin.rows = rows;
}

/* Two rows of column heads, a head over two rows, and cells between them. */
static void cells_name_their_heads(void **state)
{
	struct press *book = *state;

	begin(book, ROLE_DOCUMENT);
	begin(book, ROLE_TABLE)->begin.alternative = "What it tells";
	begin(book, ROLE_ROW);
	cell(book, ROLE_HEAD_CELL, 0, 2); /* 1 */
	cell(book, ROLE_HEAD_CELL, 0, 2); /* 2 */
	cell(book, ROLE_HEAD_CELL, 2, 0); /* 3 */
	end(book);
	begin(book, ROLE_ROW);
	cell(book, ROLE_HEAD_CELL, 0, 0); /* 4 */
	cell(book, ROLE_HEAD_CELL, 0, 0); /* 5 */
	end(book);
	begin(book, ROLE_ROW);
	cell(book, ROLE_ROW_HEAD, 0, 2); /* 6 */
	cell(book, ROLE_ROW_HEAD, 0, 0); /* 7 */
	cell(book, ROLE_CELL, 0, 0);
	cell(book, ROLE_CELL, 0, 0);
	end(book);
	begin(book, ROLE_ROW);
	cell(book, ROLE_ROW_HEAD, 0, 0); /* 8 */
	cell(book, ROLE_CELL, 2, 0);
	end(book);
	end(book);
	end(book);
	write_book(book);
	assert_has(book, "/Summary (What it tells)");
	assert_int_equal(count(book, "/Scope /Column"), 5);
	assert_int_equal(count(book, "/Scope /Row"), 3);
	assert_int_equal(count(book, "/RowSpan 2"), 3);
	assert_has(book, "/Headers [ (000003) (000004) (000006) (000007) ]");
	assert_has(book, "/Headers [ (000003) (000005) (000006) (000007) ]");
	assert_has(book, "/Headers [ (000003) (000004) (000005) (000006) (000008) ]");
	assert_has(book, "/Limits [ (000001) (000008) ]");
}

static void a_head_alone_in_its_row_heads_those_below(void **state)
{
	struct press *book = *state;

	begin(book, ROLE_DOCUMENT);
	begin(book, ROLE_TABLE);
	for (int group = 0; group < 2; group++) {
		begin(book, ROLE_ROW);
		cell(book, group == 0 ? ROLE_HEAD_CELL : ROLE_ROW_HEAD, 2, 0);
		end(book);
	}
	begin(book, ROLE_ROW);
	cell(book, ROLE_ROW_HEAD, 0, 0);
	cell(book, ROLE_CELL, 0, 0);
	end(book);
	end(book);
	end(book);
	write_book(book);
	assert_has(book, "/Headers [ (000001) (000002) (000003) ]");
}

/* A row that is broken between its lines comes back to each cell. */
static void cells_go_on_in_their_turn(void **state)
{
	struct press *book = *state;

	begin(book, ROLE_DOCUMENT);
	begin(book, ROLE_TABLE);
	begin(book, ROLE_ROW);
	say(book, ROLE_ROW_HEAD, "left");
	say(book, ROLE_CELL, "right");
	for (int line = 2; line < 4; line++) {
		const char *left = line == 2 ? "left 2" : "left 3";

		if (line == 3)
			next_page(book);
		say(book, ROLE_ROW_HEAD, left)->begin.again = true;
		say(book, ROLE_CELL, line == 2 ? "right 2" : "right 3")->begin.again = true;
	}
	end(book);
	end(book);
	end(book);
	assert_structure(book, "Document\nTable\nTR\nTH <000001>:\n/Scope /Row\n"
	                       "\"left\"\n\"left 2\"\n\"left 3\"\nTD\n"
	                       "\"right\"\n\"right 2\"\n\"right 3\"\n");
}

static void languages_that_differ_are_named(void **state)
{
	struct press *book = *state;

	begin(book, ROLE_DOCUMENT);
	begin(book, ROLE_SECTION)->begin.language = "de";
	say(book, ROLE_PARAGRAPH, "Deutsch")->begin.language = "de";
	say(book, ROLE_PARAGRAPH, "English")->begin.language = "en";
	end(book);
	say(book, ROLE_PARAGRAPH, "English")->begin.language = "en";
	end(book);
	write_book(book);
	assert_int_equal(count(book, "/Lang (de)"), 1);
	/* the catalog and the paragraph among German ones */
	assert_int_equal(count(book, "/Lang (en)"), 2);
}

static void many_documents_are_parts_of_one(void **state)
{
	struct press *book = *state;

	for (int i = 0; i < 2; i++) {
		if (i > 0)
			next_page(book);
		last(book)->number = 1;
		begin(book, ROLE_DOCUMENT);
		say(book, ROLE_HEADING1, "Title");
		end(book);
	}
	assert_structure(book, "Document\nPart\nH1\n\"Title\"\nPart\nH1\n\"Title\"\n");
}

static void words_of_one_role_do_not_run_together(void **state)
{
	struct press *book = *state;
	struct op *op;

	begin(book, ROLE_DOCUMENT);
	begin(book, ROLE_PARAGRAPH);
	words(book, "4 to 9");
	words(book, "Thirsty");
	op = &last(book)->ops[last(book)->n_ops - 1];
	op->text.unseen = true;
	end(book);
	end(book);
	assert_structure(book, "Document\nP\n\"4 to 9 Thirsty\"\n");
	assert_int_equal(count(book, "3 Tr\n"), 1);
}

/* U+F0000 is for private use: no font has it. */
static void missing_characters_are_boxes_that_say_them(void **state)
{
	struct press *book = *state;

	begin(book, ROLE_DOCUMENT);
	say(book, ROLE_PARAGRAPH, "a\xF3\xB0\x80\x80z");
	end(book);
	write_book(book);
	assert_has(book, "ET\n/Span <</ActualText <FEFFDB80DC00>>> BDC\n");
	assert_has(book, "re\nS\nEMC\nBT\n");
	assert_int_equal(count(book, "[<0000>"), 0);
}

static void metadata_says_what_info_says(void **state)
{
	struct press *book = *state;

	book->pages.title = "Tags & <marks>";
	book->pages.subject = "Subject";
	book->pages.author = "Northfield";
	say(book, ROLE_PARAGRAPH, "Text");
	assert_true(pdf_write(&book->pages, book->fonts, 1700000000, book->path, book->diag));
	book->file = file_read(book->arena, book->diag, book->path, MEGABYTE);
	/* as it stands in the file: other programs look for it without unpacking */
	assert_has(book, "<pdfuaid:part>1</pdfuaid:part>");
	assert_has(book, "<rdf:li xml:lang=\"x-default\">Tags &amp; &lt;marks&gt;</rdf:li>");
	assert_has(book, "<dc:language><rdf:Bag><rdf:li>en</rdf:li>");
	assert_has(book, "<dc:creator><rdf:Seq><rdf:li>Northfield</rdf:li>");
	assert_has(book, "<xmp:CreateDate>2023-11-14T22:13:20Z</xmp:CreateDate>");
	assert_has(book, "<xmp:ModifyDate>2023-11-14T22:13:20Z</xmp:ModifyDate>");
	write_book(book);
	assert_has(book, "/CreationDate (D:20231114221320Z)");
	assert_has(book, "/ViewerPreferences << /DisplayDocTitle true >>");
}

static void big_trees_have_leaves(void **state)
{
	struct press *book = *state;

	begin(book, ROLE_DOCUMENT);
	for (int i = 0; i < 300; i++)
		field(book, arena_printf(book->arena, "Name.%d", i));
	end(book);
	write_book(book);
	/* 128 fields, 128 and 44; their keys follow that of the page */
	assert_has(book, "/Limits [ 1 128 ]");
	assert_has(book, "/Limits [ 129 256 ]");
	assert_has(book, "/Limits [ 257 300 ]");
	assert_has(book, "/ParentTreeNextKey 301");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_book, close_press)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(roles_nest),
		TEST(marked_content_is_balanced),
		TEST(furniture_stays_out_of_the_tree),
		TEST(empty_roles_are_left_out),
		TEST(roles_go_on_over_pages),
		TEST(parents_are_found_both_ways),
		TEST(fields_are_forms),
		TEST(links_hold_their_words),
		TEST(headings_skip_no_level),
		TEST(numbered_lists_say_so),
		TEST(figures_have_words_and_a_box),
		TEST(cells_name_their_heads),
		TEST(a_head_alone_in_its_row_heads_those_below),
		TEST(cells_go_on_in_their_turn),
		TEST(languages_that_differ_are_named),
		TEST(many_documents_are_parts_of_one),
		TEST(words_of_one_role_do_not_run_together),
		TEST(missing_characters_are_boxes_that_say_them),
		TEST(metadata_says_what_info_says),
		TEST(big_trees_have_leaves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
