#include "yaml_fixture.h"

#include "yaml/read.h"

static const char original[] = "framework: small\n"
                               "version: 1\n"
                               "code: SM\n"
                               "title: Small\n"
                               "language: en\n"
                               "purpose: Purpose.\n"
                               "source: Source.\n"
                               "licence: MIT\n"
                               "levels: {part: {title: Part, plural: Parts},\n"
                               "  thing: {title: Thing, plural: Things}}\n"
                               "scales:\n"
                               "  often: {kind: rating, prompt: How often?, directions: Fill.,\n"
                               "    points: {1: {label: Never, provenance: ours}, 2: Always}}\n"
                               "scale: often\n"
                               "scoring: {part: {measure: sum, minimum: 1, note: Added.}}\n"
                               "discussion: [What first?, What next?]\n"
                               "sections:\n"
                               "  one: {title: One, items: {a: First,\n"
                               "    b: {text: Second, weight: 2, help: Help}}}\n";

static const char words[] = "template: small\n"
                            "kind: worksheet\n"
                            "language: en\n"
                            "theme: plain\n"
                            "words: {title: Title, foot: \"{page}/{pages}\", and: and}\n"
                            "sections:\n"
                            "  - {kind: text, when: plan, words: {text: One}}\n"
                            "  - {kind: note, words: {text: [{when: a, text: A}, B]}}\n"
                            "  - {kind: text, words: {text: Two}}\n";

/* Reads the original with this translation into de. */
static struct framework *read_over(struct fixture *fixture, const char *text,
                                   struct translation *translation)
{
	const char *path = fixture_file(fixture, "framework.yaml", original);

	*translation = (struct translation){.language = "de"};
	translation->path = fixture_file(fixture, "de.yaml",
	                                 arena_printf(fixture->arena,
	                                              "translation: small\nlanguage: de\n%s",
	                                              text));
	fixture->diag = diag_new(fixture->arena);
	return read_framework_in(fixture->arena, fixture->diag, path, translation);
}

static void test_texts_are_exchanged_by_id(void **state)
{
	struct translation translation;
	const struct framework *small =
	    read_over(*state,
	              "title: Kleines\n"
	              "scales: {often: {points: {2: {label: Immer}, 1: Nie}}}\n"
	              "scoring: {part: {note: Addiert.}}\n"
	              "discussion: [null, Was dann?]\n"
	              "sections: {one: {items: {b: Zweites, a: {text: Erstes}}}}\n",
	              &translation);

	assert_non_null(small);
	assert_string_equal(small->language, "de");
	assert_string_equal(small->title, "Kleines");
	assert_string_equal(small->scales[0].points[0].label, "Nie");
	assert_string_equal(small->scales[0].points[1].label, "Immer");
	assert_string_equal(small->levels[1].rule.note, "Addiert.");
	assert_string_equal(small->prompts[0], "What first?");
	assert_string_equal(small->prompts[1], "Was dann?");
	assert_string_equal(small->elements[2].text, "Erstes");
	assert_string_equal(small->elements[3].text, "Zweites");
}

static void test_all_but_texts_stays_as_it_was(void **state)
{
	struct translation translation;
	const struct framework *small =
	    read_over(*state, "scales: {often: {points: {1: Nie}}}\n"
	                      "sections: {one: {items: {b: Zweites}}}\n", &translation);

	assert_non_null(small);
	assert_int_equal(small->scales[0].points[0].value, 1);
	assert_int_equal(small->scales[0].points[0].provenance, PROVENANCE_OURS);
	assert_true(small->elements[3].weight == 2);
	assert_string_equal(small->elements[3].help, "Help");
	assert_string_equal(small->title, "Small");
	assert_string_equal(small->licence, "MIT");
}

static void test_missing_texts_are_listed_where_the_original_has_them(void **state)
{
	static const struct {
		const char *name;
		size_t line;
	} rows[] = {
		{"source", 7}, {"levels.thing.plural", 10}, {"scales.often.points.1.label", 13},
		{"scoring.part.note", 15}, {"discussion 2", 16}, {"sections.one.items.a", 18},
		{"sections.one.items.b.help", 19},
	};
	struct translation translation;

	read_over(*state,
	          "title: Kleines\npurpose: Zweck.\n"
	          "levels: {part: {title: Teil, plural: Teile}, thing: {title: Ding}}\n"
	          "scales: {often: {prompt: Wie oft?, directions: Tun., points: {2: Immer}}}\n"
	          "discussion: [Was zuerst?]\n"
	          "sections: {one: {title: Eins, items: {b: Zweites}}}\n", &translation);
	assert_int_equal(translation.n_missing, sizeof rows / sizeof *rows);
	for (size_t i = 0; i < translation.n_missing; i++) {
		assert_string_equal(translation.missing[i].name, rows[i].name);
		assert_int_equal(translation.missing[i].pos.line, rows[i].line);
	}
	assert_int_equal(translation.n_texts, 19);
}

static void test_no_translation_lacks_everything(void **state)
{
	struct fixture *fixture = *state;
	struct translation translation = {.language = "fr"};
	const char *path = fixture_file(fixture, "framework.yaml", original);

	assert_non_null(read_framework_in(fixture->arena, fixture->diag, path, &translation));
	assert_false(translation.native);
	assert_int_equal(translation.n_missing, translation.n_texts);
	translation = (struct translation){.language = "en-GB"};
	assert_non_null(read_framework_in(fixture->arena, fixture->diag, path, &translation));
	assert_true(translation.native);
	assert_int_equal(translation.n_missing, 0);
}

static void test_what_has_no_place_is_refused(void **state)
{
	static const struct {
		const char *text, *says;
	} rows[] = {
		{"titel: x\n", "de.yaml:3:1: error: unknown key 'titel' in the translation of a"},
		{"titel: x\n", "did you mean 'title'?"},
		{"licence: frei\n", "'licence' is the same in every language"},
		{"scale: often\n", "'scale' is the same in every language"},
		{"version: 1\n", "'version' is the same in every language"},
		{"summary: x\n", "the original has no 'summary' here"},
		{"scoring: {part: {minimum: 1}}\n", "'minimum' is the same in every language"},
		{"scoring: {parts: {note: x}}\n", "there is no 'parts' in 'scoring' of the"},
		{"discussion: [a, b, c]\n", "'discussion' has 2 texts in the original, but 3"},
		{"levels: x\n", "'levels' is 'x', but a mapping is wanted"},
		{"sections: {one: {items: {c: x}}}\n", "there is no 'c' in 'sections.one.items'"},
		{"sections: {one: {items: {a: {help: x}}}}\n", "the original has no 'help' here"},
		{"title: [x]\n", "de.yaml:3:8: error: 'title' is a list"},
		{"title: \"\"\n", "de.yaml:3:8: error: 'title' is empty"},
	};
	struct fixture *fixture = *state;
	struct translation translation;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_null(read_over(fixture, rows[i].text, &translation));
		assert_int_equal(diag_n_errors(fixture->diag), 1);
		assert_says(fixture, rows[i].says);
	}
}

static void test_the_head_is_checked(void **state)
{
	static const struct {
		const char *text, *says;
	} rows[] = {
		{"translation: other\nlanguage: de\n", "but stands beside the framework 'small'"},
		{"translation: small\nlanguage: fr\n", "by its place this is a translation into 'de'"},
		{"translation: small\n", "this translation lacks 'language'"},
		{"language: de\n", "this translation lacks 'translation'"},
		{"translation: [a]\nlanguage: de\n", "'translation' is no single value"},
	};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct translation translation = {.language = "de"};
		const char *path = fixture_file(fixture, "framework.yaml", original);

		translation.path = fixture_file(fixture, "de.yaml", rows[i].text);
		fixture->diag = diag_new(fixture->arena);
		assert_null(read_framework_in(fixture->arena, fixture->diag, path, &translation));
		assert_says(fixture, rows[i].says);
	}
}

static struct template *read_words_over(struct fixture *fixture, const char *text,
                                        struct translation *translation)
{
	const char *path = fixture_file(fixture, "small.yaml", words);

	*translation = (struct translation){.language = "de"};
	translation->path = fixture_file(fixture, "de.yaml",
	                                 arena_printf(fixture->arena,
	                                              "translation: small\nlanguage: de\n%s",
	                                              text));
	fixture->diag = diag_new(fixture->arena);
	return read_template_in(fixture->arena, fixture->diag, path, translation);
}

/* Sections answer each other by kind, the second of a kind to the second; a
 * wording is exchanged with all its variants. */
static void test_sections_answer_by_kind(void **state)
{
	struct translation translation;
	const struct template *small = read_words_over(
	    *state, "words: {title: Titel}\n"
	            "sections:\n"
	            "  - {kind: note, words: {text: [{when: b, text: X}, {when: c, text: Y}, Z]}}\n"
	            "  - {kind: text, words: {text: Eins}}\n"
	            "  - {kind: text, words: {text: Zwei}}\n", &translation);

	assert_non_null(small);
	assert_string_equal(small->words[0].variants[0].text, "Titel");
	assert_string_equal(small->sections[0].words[0].variants[0].text, "Eins");
	assert_string_equal(small->sections[0].conditions[0].flag, "plan");
	assert_int_equal(small->sections[1].words[0].n_variants, 3);
	assert_string_equal(small->sections[1].words[0].variants[0].conditions[0].flag, "b");
	assert_string_equal(small->sections[2].words[0].variants[0].text, "Zwei");
	/* "and" is missing; the foot has no words to translate. */
	assert_int_equal(translation.n_missing, 1);
	assert_string_equal(translation.missing[0].name, "words.and");
}

static void test_sections_that_are_not_there(void **state)
{
	struct fixture *fixture = *state;
	struct translation translation;

	assert_null(read_words_over(fixture, "sections: [{kind: nota}]\n", &translation));
	assert_says(fixture, "the original has no section with kind: 'nota'");
	assert_says(fixture, "did you mean 'note'? accepted: text and note");
	assert_null(read_words_over(fixture, "sections: [{kind: note}, {kind: note}]\n",
	                            &translation));
	assert_says(fixture, "the original has no further section with kind: 'note'");
	assert_null(read_words_over(fixture, "sections: {note: {text: x}}\n", &translation));
	assert_says(fixture, "'sections' is a mapping, but a list is wanted");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_texts_are_exchanged_by_id),
		TEST(test_all_but_texts_stays_as_it_was),
		TEST(test_missing_texts_are_listed_where_the_original_has_them),
		TEST(test_no_translation_lacks_everything),
		TEST(test_what_has_no_place_is_refused),
		TEST(test_the_head_is_checked),
		TEST(test_sections_answer_by_kind),
		TEST(test_sections_that_are_not_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
