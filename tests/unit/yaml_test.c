#include "yaml_fixture.h"

#include "dump/node.h"
#include "model/theme.h"
#include "yaml/bind.h"
#include "yaml/node.h"

static const char *dump(struct fixture *fixture, const char *text)
{
	struct buf out = {.arena = fixture->arena};
	const char *path = fixture_file(fixture, "file.yaml", text);

	dump_stream(node_read(fixture->arena, fixture->diag, path), &out);
	return buf_text(&out);
}

static const struct node *parse(struct fixture *fixture, const char *text)
{
	return node_read_one(fixture->arena, fixture->diag,
	                     fixture_file(fixture, "file.yaml", text));
}

static void test_nodes_know_where_they_stand(void **state)
{
	assert_string_equal(dump(*state, "# first\n"
	                                 "title: Zoë: no\n"),
	                    "");
	assert_says(*state, "file.yaml:2:11: error: there is no place for a ':' here");
	assert_string_equal(dump(*state, "# first\n"
	                                 "title: \"Zoë\"\n"
	                                 "list:\n"
	                                 "  - 1\n"
	                                 "  - {é: ~, b: null, c: 'null', d: }\n"),
	                    "mapping 2:1\n"
	                    "  title 2:1: scalar 2:8 \"Zoë\"\n"
	                    "  list 3:1: sequence 4:3\n"
	                    "    scalar 4:5 plain \"1\"\n"
	                    "    mapping 5:5\n"
	                    "      é 5:6: scalar 5:9 null\n"
	                    "      b 5:12: scalar 5:15 null\n"
	                    "      c 5:21: scalar 5:24 \"null\"\n"
	                    "      d 5:32: scalar 5:35 null\n");
}

static void test_streams_leave_out_empty_documents(void **state)
{
	assert_string_equal(dump(*state, "---\na: 1\n---\n---\n~\n---\nb: 2\n---\n"),
	                    "mapping 2:1\n"
	                    "  a 2:1: scalar 2:4 plain \"1\"\n"
	                    "---\n"
	                    "mapping 7:1\n"
	                    "  b 7:1: scalar 7:4 plain \"2\"\n");
}

static void test_documents_before_a_mistake_are_kept(void **state)
{
	struct fixture *fixture = *state;

	assert_string_equal(dump(fixture, "a: 1\n---\nb: [\n---\nc: 1\n"),
	                    "mapping 1:1\n"
	                    "  a 1:1: scalar 1:4 plain \"1\"\n");
	assert_int_equal(diag_n_errors(fixture->diag), 1);
}

static void test_marks_and_line_ends_of_other_systems(void **state)
{
	struct fixture *fixture = *state;

	assert_string_equal(dump(fixture, "\xef\xbb\xbf" "a: |\r\n  one\r\n  two\r\nb: 2\r\n"),
	                    "mapping 1:1\n"
	                    "  a 1:1: scalar 1:4 \"one\\ntwo\\n\"\n"
	                    "  b 4:1: scalar 4:4 plain \"2\"\n");
	assert_int_equal(diag_n_errors(fixture->diag), 0);
}

static void test_first_of_repeated_keys_stays(void **state)
{
	struct fixture *fixture = *state;

	assert_string_equal(dump(fixture, "b: 1\na: 2\nb: 3\n\"b\": 4\n"),
	                    "mapping 1:1\n"
	                    "  b 1:1: scalar 1:4 plain \"1\"\n"
	                    "  a 2:1: scalar 2:4 plain \"2\"\n");
	assert_int_equal(diag_n_errors(fixture->diag), 2);
	assert_says(fixture, ":3:1: error: the key 'b' stands here twice, first in line 1");
	assert_says(fixture, ":4:1: error: the key 'b' stands here twice, first in line 1");
}

static void test_aliases_stand_where_they_are_written(void **state)
{
	assert_string_equal(dump(*state, "a: &x [1]\nb: *x\n"),
	                    "mapping 1:1\n"
	                    "  a 1:1: sequence 1:4\n"
	                    "    scalar 1:8 plain \"1\"\n"
	                    "  b 2:1: sequence 2:4\n"
	                    "    scalar 1:8 plain \"1\"\n");
}

static void test_aliases_are_bounded(void **state)
{
	struct fixture *fixture = *state;
	struct buf text = {.arena = fixture->arena};
	size_t used;

	buf_adds(&text, "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
	for (int i = 1; i < 30; i++) {
		buf_addf(&text, "a%d: &a%d [", i, i);
		for (int j = 0; j < 10; j++)
			buf_addf(&text, "*a%d, ", i - 1);
		buf_adds(&text, "]\n");
	}
	used = arena_used(fixture->arena);
	assert_string_equal(dump(fixture, buf_text(&text)), "");
	assert_says(fixture, "the aliases of this file grow out of bounds");
	assert_true(arena_used(fixture->arena) - used < 200000);
}

static void test_self_alias_is_refused(void **state)
{
	assert_string_equal(dump(*state, "a: &x\n  b: 1\n  c: *x\n"),
	                    "mapping 1:1\n"
	                    "  a 1:1: mapping 1:4\n"
	                    "    b 2:3: scalar 2:6 plain \"1\"\n"
	                    "    c 3:3: scalar 3:6 null\n");
	assert_says(*state, "the alias 'x' stands inside of what it repeats");
}

static void test_depth_is_bounded(void **state)
{
	struct fixture *fixture = *state;
	char text[NODE_DEPTH_MAX * 2 + 3];

	memset(text, '[', NODE_DEPTH_MAX);
	memset(text + NODE_DEPTH_MAX, ']', NODE_DEPTH_MAX);
	text[NODE_DEPTH_MAX * 2] = '\0';
	assert_int_equal(parse(fixture, text)->height, NODE_DEPTH_MAX);
	assert_int_equal(diag_n_errors(fixture->diag), 0);
	memset(text, '[', NODE_DEPTH_MAX + 1);
	memset(text + NODE_DEPTH_MAX + 1, ']', NODE_DEPTH_MAX + 1);
	text[NODE_DEPTH_MAX * 2 + 2] = '\0';
	assert_null(parse(fixture, text));
	assert_says(fixture, "file.yaml:1:65: error: this is nested deeper than 64");
}

static void test_characters_that_are_no_text(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		const char *says;
	} rows[] = {
		{"a: \xc3", 4, ":1:4: error: the byte 0xC3 is not UTF-8"},
		{"é: 1\nb: \xff\xfe", 11,
		 ":2:4: error: the byte 0xFF is not UTF-8, the first of 2"},
		{"\xff\xfe" "a\0", 4, "this file is in UTF-16"},
		{"a: b\0c", 6, ":1:5: error: a NUL is not allowed"},
		{"a: \x1b[31m", 8, ":1:4: error: the control character U+001B is not allowed"},
		{"a: \xe2\x80\xae", 6, ":1:4: error: U+202E, which turns the direction"},
		{"a: \"\\0\"", 7, ":1:4: error: a NUL is not allowed in a text"},
		{"a: \"\\u202E\"", 11, ":1:4: error: U+202E, which turns the direction"},
	};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *path =
		    fixture_bytes(fixture, "file.yaml", rows[i].bytes, rows[i].length);

		fixture->diag = diag_new(fixture->arena);
		node_read(fixture->arena, fixture->diag, path);
		assert_int_equal(diag_n_errors(fixture->diag), 1);
		assert_says(fixture, rows[i].says);
	}
}

static void test_quotes_are_short_and_on_one_line(void **state)
{
	struct fixture *fixture = *state;

	assert_string_equal(node_quote(fixture->arena, "a\tb\nc"), "'a b c'");
	assert_string_equal(
	    node_quote(fixture->arena, "ééééééééééééééééééééééééééééééééééééééééé"),
	    "'éééééééééééééééééééééééééééééééééééééééé…'");
}

enum kind { KIND_RED, KIND_GREEN };

struct leaf {
	struct bound bound;
	const char *word;
};

struct tree {
	struct bound bound;
	const char *id, *title, *text, *date;
	bool yes;
	int whole;
	double number;
	enum kind kind;
	struct rgb colour;
	const char **names;
	size_t n_names;
	struct leaf *leaves, *list;
	size_t n_leaves, n_list;
	struct leaf named[2];
	struct tree *trees;
	size_t n_trees;
};

static const char *const kind_names[] = {"red", "green"};

static const struct field leaf_fields[] = {
	{"word", FIELD_STRING, offsetof(struct leaf, word), .required = true, .help = "a word"},
};
static const struct table leaf_table = {
	.name = "leaf", .size = sizeof(struct leaf), FIELDS(leaf_fields), .shorthand = "word",
};
static const struct field tree_fields[] = {
	{"id", FIELD_STRING, offsetof(struct tree, id), .required = true, .form = FORM_ID,
	 .help = "the id"},
	{"title", FIELD_STRING, offsetof(struct tree, title), .help = "a line"},
	{"text", FIELD_TEXT, offsetof(struct tree, text), .help = "paragraphs"},
	{"date", FIELD_DATE, offsetof(struct tree, date), .help = "a day"},
	{"yes", FIELD_BOOL, offsetof(struct tree, yes), .help = "or no"},
	{"whole", FIELD_INTEGER, offsetof(struct tree, whole), .low = -5, .high = 10, .help = "n"},
	{"number", FIELD_NUMBER, offsetof(struct tree, number), .help = "x"},
	{"kind", FIELD_CHOICE, offsetof(struct tree, kind), .names = kind_names, .n_names = 2,
	 .help = "its kind"},
	{"colour", FIELD_COLOUR, offsetof(struct tree, colour), .help = "its colour"},
	{"names", FIELD_STRINGS, offsetof(struct tree, names), offsetof(struct tree, n_names),
	 .single = true, .help = "names"},
	{"leaves", FIELD_KEYED, offsetof(struct tree, leaves), offsetof(struct tree, n_leaves),
	 .form = FORM_ID, .table = &leaf_table, .help = "leaves by id"},
	{"list", FIELD_LIST, offsetof(struct tree, list), offsetof(struct tree, n_list),
	 .high = 3, .table = &leaf_table, .help = "leaves in a list"},
	{"named", FIELD_NAMED, offsetof(struct tree, named), .names = kind_names, .n_names = 2,
	 .table = &leaf_table, .help = "a leaf of each kind"},
	{"trees", FIELD_KEYED, offsetof(struct tree, trees), offsetof(struct tree, n_trees),
	 .form = FORM_ID, .help = "trees in it"},
};
static const struct table tree_table = {
	.name = "tree", .size = sizeof(struct tree), FIELDS(tree_fields),
};

static bool bind_tree(struct fixture *fixture, const char *text, struct tree *tree)
{
	struct bind bind = {fixture->arena, fixture->diag};

	fixture->diag = bind.diag = diag_new(fixture->arena);
	memset(tree, 0, sizeof *tree);
	return bind_struct(&bind, &tree_table, parse(fixture, text), tree);
}

static void test_every_type_is_bound(void **state)
{
	struct tree tree;

	assert_true(bind_tree(*state, "id: oak-1\n"
	                              "title: 1.0\n"
	                              "date: 2024-02-29\n"
	                              "yes: On\n"
	                              "whole: -5\n"
	                              "number: 2.5e1\n"
	                              "kind: green\n"
	                              "colour: \"#FF0080\"\n"
	                              "names: no\n"
	                              "leaves: {a: one, b: {word: two}}\n"
	                              "list: [one, {word: two}]\n"
	                              "named: {green: leaf}\n"
	                              "trees: {small: {id: small, trees: {}}}\n",
	                      &tree));
	assert_string_equal(tree.id, "oak-1");
	assert_string_equal(tree.title, "1.0");
	assert_string_equal(tree.date, "2024-02-29");
	assert_true(tree.yes);
	assert_int_equal(tree.whole, -5);
	assert_true(tree.number == 25);
	assert_int_equal(tree.kind, KIND_GREEN);
	assert_true(tree.colour.r == 1 && tree.colour.g == 0 && tree.colour.b == 128.0 / 255);
	assert_int_equal(tree.n_names, 1);
	assert_string_equal(tree.names[0], "no");
	assert_int_equal(tree.n_leaves, 2);
	assert_string_equal(tree.leaves[1].bound.id, "b");
	assert_int_equal(tree.leaves[1].bound.pos.column, 18);
	assert_string_equal(tree.leaves[0].word, "one");
	assert_string_equal(tree.list[1].word, "two");
	assert_null(tree.named[KIND_RED].bound.node);
	assert_string_equal(tree.named[KIND_GREEN].word, "leaf");
	assert_string_equal(tree.trees[0].id, "small");
}

static void test_all_problems_are_recorded(void **state)
{
	struct fixture *fixture = *state;
	struct tree tree;

	assert_false(bind_tree(fixture, "id: Oak\n"
	                                "title: [a]\n"
	                                "date: 2023-02-29\n"
	                                "yes: 1\n"
	                                "whole: 11\n"
	                                "number: 1,5\n"
	                                "kind: blue\n"
	                                "colour: red\n"
	                                "names: {a: b}\n"
	                                "leaves: [a]\n"
	                                "list: [a, b, c, d]\n"
	                                "named: {yellow: leaf}\n"
	                                "tres: {}\n",
	                       &tree));
	assert_int_equal(diag_n_errors(fixture->diag), 13);
	assert_says(fixture,
	            ":5:8: error: 'whole' is '11', but a whole number from -5 to 10");
	assert_says(fixture, ":11:7: error: 'list' has 4 entries; at most 3 are read");
	assert_says(fixture, "did you mean 'trees'?");
}

static void test_a_part_with_mistakes_is_not_whole(void **state)
{
	struct fixture *fixture = *state;
	struct tree tree;

	assert_true(bind_tree(fixture,
	                      "id: oak\n"
	                      "leaves: {a: , b: {wort: x}, c: {word: x, y: z}, d: y}\n",
	                      &tree));
	assert_int_equal(diag_n_errors(fixture->diag), 3);
	assert_false(tree.leaves[0].bound.whole);
	assert_false(tree.leaves[1].bound.whole);
	assert_false(tree.leaves[2].bound.whole);
	assert_true(tree.leaves[3].bound.whole);
	assert_says(fixture, ":2:10: error: leaf 'a' lacks 'word'");
	assert_says(fixture, ":2:19: error: unknown key 'wort' in leaf 'b'");
}

static void test_a_near_miss_is_told_once(void **state)
{
	struct fixture *fixture = *state;
	struct tree tree;

	assert_false(bind_tree(fixture, "di: oak\n", &tree));
	assert_int_equal(diag_n_errors(fixture->diag), 1);
	assert_says(fixture, "did you mean 'id'?");
	assert_false(bind_tree(fixture, "title: oak\n", &tree));
	assert_says(fixture, ":1:1: error: this tree lacks 'id'");
	assert_false(bind_tree(fixture, "- oak\n", &tree));
	assert_says(fixture, ":1:1: error: this tree is a list, but a mapping is wanted");
}

static void test_paragraphs_have_one_newline(void **state)
{
	static const char *const texts[] = {
		"text: >-\n  one\n  line\n\n  two\n\n\n  three\n",
		"text: |\n\n  one\n  line\n\n  two\n\n\n  three\n\n",
		"text:  one\n  line\n\n  two\n\n\n  three\n",
		"text: \"one\n  line\n\n  two\\n\\n three  \"\n",
	};
	struct tree tree;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		const char *text = arena_printf(((struct fixture *)*state)->arena, "id: a\n%s",
		                                texts[i]);

		assert_true(bind_tree(*state, text, &tree));
		assert_string_equal(tree.text, "one line\ntwo\nthree");
	}
}

static void test_texts_are_bounded(void **state)
{
	struct fixture *fixture = *state;
	struct buf text = {.arena = fixture->arena};
	struct tree tree;

	buf_adds(&text, "id: a\ntitle: ");
	for (int i = 0; i < 10000; i++)
		buf_adds(&text, "é");
	assert_true(bind_tree(fixture, buf_text(&text), &tree));
	buf_adds(&text, "é");
	assert_false(bind_tree(fixture, buf_text(&text), &tree));
	assert_says(fixture, "'title' has 10001 characters; at most 10000 are read");
}

static void test_forms(void **state)
{
	static const struct {
		const char *text;
		enum form form;
		bool is;
	} rows[] = {
		{"a-1", FORM_ID, true},        {"1a", FORM_ID, true},
		{"-a", FORM_ID, false},        {"A", FORM_ID, false},
		{"", FORM_ID, false},          {"a_b", FORM_ID, false},
		{"SA20", FORM_CODE, true},     {"S", FORM_CODE, false},
		{"SA20000", FORM_CODE, false}, {"sa", FORM_CODE, false},
		{"1.0", FORM_VERSION, true},   {".1", FORM_VERSION, false},
		{"pt-BR", FORM_LANGUAGE, true}, {"e", FORM_LANGUAGE, false},
		{"K7_q-4", FORM_RESPONDENT, true}, {"K 7", FORM_RESPONDENT, false},
		{"not", FORM_FLAG, true},      {"not empty", FORM_FLAG, false},
		{"-12", FORM_WHOLE, true},     {"1.5", FORM_WHOLE, false},
		{"", FORM_ANY, true},          {"1234567890", FORM_WHOLE, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(bind_is(rows[i].text, rows[i].form), rows[i].is);
}

static void test_suggestions_stop_when_nobody_sees_them(void **state)
{
	static const char *const names[] = {"brewing", "serving"};
	struct fixture *fixture = *state;
	struct bind bind = {fixture->arena, fixture->diag};
	struct pos nowhere = {NULL, 0, 0};

	assert_string_equal(bind_accepted(&bind, "serwing", names, 2),
	                    "did you mean 'serving'? accepted: brewing and serving");
	assert_string_equal(bind_accepted(&bind, "x", names, 2), "accepted: brewing and serving");
	assert_null(bind_accepted(&bind, "x", names, 0));
	for (int i = 0; i < 200; i++)
		diag_error(bind.diag, nowhere, NULL, "one of many");
	assert_null(bind_accepted(&bind, "serwing", names, 2));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_nodes_know_where_they_stand),
		TEST(test_streams_leave_out_empty_documents),
		TEST(test_documents_before_a_mistake_are_kept),
		TEST(test_marks_and_line_ends_of_other_systems),
		TEST(test_first_of_repeated_keys_stays),
		TEST(test_aliases_stand_where_they_are_written),
		TEST(test_aliases_are_bounded),
		TEST(test_self_alias_is_refused),
		TEST(test_depth_is_bounded),
		TEST(test_characters_that_are_no_text),
		TEST(test_quotes_are_short_and_on_one_line),
		TEST(test_every_type_is_bound),
		TEST(test_all_problems_are_recorded),
		TEST(test_a_part_with_mistakes_is_not_whole),
		TEST(test_a_near_miss_is_told_once),
		TEST(test_paragraphs_have_one_newline),
		TEST(test_texts_are_bounded),
		TEST(test_forms),
		TEST(test_suggestions_stop_when_nobody_sees_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
