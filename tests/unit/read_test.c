#include "yaml_fixture.h"

#include "yaml/read.h"

static const char head[] = "framework: tea\n"
                           "version: 1.0\n"
                           "code: TEA\n"
                           "title: Tea round\n"
                           "language: en\n"
                           "purpose: Purpose.\n"
                           "source: Source.\n"
                           "licence: MIT\n";

static const char scales[] = "scales:\n"
                             "  often:\n"
                             "    kind: rating\n"
                             "    prompt: How often?\n"
                             "    directions: Fill one circle.\n"
                             "    provenance: published\n"
                             "    points: {1: Never, 3: {label: Often, provenance: ours}}\n"
                             "  sign:\n"
                             "    kind: mark\n"
                             "    prompt: Which?\n"
                             "    directions: Cross one box.\n"
                             "    plus: Good\n"
                             "    minus: Bad\n"
                             "    blank: Unsure\n";

static const char levels[] = "levels:\n"
                             "  path: {title: Path, plural: Paths}\n"
                             "  step: {title: Step, plural: Steps}\n"
                             "  act: {title: Act, plural: Acts}\n";

static const char sections[] = "sections:\n"
                               "  a:\n"
                               "    title: A\n"
                               "    sections:\n"
                               "      a1: {title: A1, items:\n"
                               "        {i1: One, i2: {text: Two, weight: 2, reversed: yes}}}\n"
                               "      a2: {title: A2, items: {i3: Three}}\n"
                               "  b:\n"
                               "    title: B\n"
                               "    scale: sign\n"
                               "    sections:\n"
                               "      b1: {title: B1, items:\n"
                               "        {i4: Four, i5: {text: Five, scale: often}}}\n";

static struct framework *read_tea(struct fixture *fixture, const char *rest)
{
	const char *text = arena_printf(fixture->arena, "%s%s%s%s%s", head, levels, scales,
	                                sections, rest);

	fixture->diag = diag_new(fixture->arena);
	return read_framework(fixture->arena, fixture->diag,
	                      fixture_file(fixture, "framework.yaml", text));
}

static void test_elements_stand_in_reading_order(void **state)
{
	static const struct {
		const char *id;
		size_t level, parent, end, first_item, n_items;
	} rows[] = {
		{"overall", 0, 0, 11, 0, 5}, {"a", 1, 0, 7, 0, 3},   {"a1", 2, 1, 5, 0, 2},
		{"i1", 3, 2, 4, 0, 1},       {"i2", 3, 2, 5, 1, 1},  {"a2", 2, 1, 7, 2, 1},
		{"i3", 3, 5, 7, 2, 1},       {"b", 1, 0, 11, 3, 2},  {"b1", 2, 7, 11, 3, 2},
		{"i4", 3, 8, 10, 3, 1},      {"i5", 3, 8, 11, 4, 1},
	};
	const struct framework *framework = read_tea(*state, "scale: often\n");

	assert_non_null(framework);
	assert_int_equal(framework->n_elements, 11);
	assert_int_equal(framework->n_items, 5);
	for (size_t i = 0; i < 11; i++) {
		const struct element *element = &framework->elements[i];

		assert_string_equal(element->id, rows[i].id);
		assert_int_equal(element->level, rows[i].level);
		assert_int_equal(element->parent, rows[i].parent);
		assert_int_equal(element->end, rows[i].end);
		assert_int_equal(element->first_item, rows[i].first_item);
		assert_int_equal(element->n_items, rows[i].n_items);
	}
	assert_string_equal(framework->elements[0].text, "Tea round");
	assert_string_equal(framework->elements[4].text, "Two");
	assert_int_equal(framework->elements[4].pos.line, 32);
}

static void test_items_inherit_scales(void **state)
{
	const struct framework *framework = read_tea(*state, "scale: often\n");

	assert_string_equal(framework->elements[3].scale->id, "often");
	assert_string_equal(framework->elements[9].scale->id, "sign");
	assert_string_equal(framework->elements[10].scale->id, "often");
	assert_null(framework->elements[2].scale);
	assert_true(framework->elements[3].weight == 1);
	assert_true(framework->elements[4].weight == 2);
	assert_true(framework->elements[4].reversed);
	assert_false(framework->elements[3].reversed);
}

static void test_what_is_not_given_is_set(void **state)
{
	const struct framework *framework = read_tea(*state, "scale: often\n");
	const struct scale *often = &framework->scales[0];

	assert_true(framework->split == 0.35);
	assert_int_equal(framework->n_levels, 4);
	assert_string_equal(framework->levels[0].id, "overall");
	assert_string_equal(framework->levels[0].title, "Tea round");
	assert_int_equal(framework->levels[1].rule.measure, MEASURE_NONE);
	assert_string_equal(often->plus, "");
	assert_int_equal(often->points[1].value, 3);
	assert_int_equal(often->points[0].provenance, PROVENANCE_PUBLISHED);
	assert_int_equal(often->points[1].provenance, PROVENANCE_OURS);
	assert_null(framework->summary);
	assert_int_equal(framework->n_plan, 0);
}

static void test_rules_and_bands_are_joined(void **state)
{
	struct fixture *fixture = *state;
	const char *text = arena_printf(
	    fixture->arena, "%s%s%s%s", head, levels, scales,
	    "scale: often\n"
	    "split: 0.5\n"
	    "bands:\n"
	    "  verdict: {title: Verdict, provenance: published, steps: {\n"
	    "    low: {from: 1, to: 3, title: Low},\n"
	    "    high: {from: 4, to: 6, title: High, provenance: ours}}}\n"
	    "scoring:\n"
	    "  path: {measure: sum, from: sections, minimum: 0.5, prorate: true, bands: verdict}\n"
	    "  step: {measure: sum, minimum: 1}\n"
	    "sections:\n"
	    "  a: {title: A, sections: {a1: {title: A1, items: {i1: One, i2: Two}}}}\n");
	const struct framework *framework =
	    read_framework(fixture->arena, fixture->diag,
	                   fixture_file(fixture, "framework.yaml", text));
	const struct rule *rule;

	assert_non_null(framework);
	rule = &framework->levels[1].rule;
	assert_true(framework->split == 0.5);
	assert_int_equal(rule->measure, MEASURE_SUM);
	assert_int_equal(rule->from, SCORE_FROM_SECTIONS);
	assert_true(rule->minimum == 0.5 && rule->prorate);
	assert_ptr_equal(rule->bands, &framework->bands[0]);
	assert_int_equal(framework->levels[2].rule.from, SCORE_FROM_ITEMS);
	assert_string_equal(rule->bands->steps[1].id, "high");
	assert_int_equal(rule->bands->steps[0].provenance, PROVENANCE_PUBLISHED);
	assert_int_equal(rule->bands->steps[1].provenance, PROVENANCE_OURS);
	assert_int_equal(diag_n_warnings(fixture->diag), 0);
}

static void test_problems_of_all_parts_come_in_one_run(void **state)
{
	struct fixture *fixture = *state;

	assert_null(read_tea(fixture, "scale: oft\n"
	                          "bands: {v: {title: V, steps: {a: {from: 2, to: 1, title: A}}}}\n"
	                          "scoring:\n"
	                          "  act: {measure: sum, minimum: 1}\n"
	                          "  overall: {measure: net, minimum: 0}\n"
	                          "plan: {Start: Start}\n"));
	assert_int_equal(diag_n_errors(fixture->diag), 5);
	assert_says(fixture, "there is no scale 'oft'");
	assert_says(fixture, "the band 'a' goes from 2 to 1");
	assert_says(fixture, "'act' is the level of the items");
	assert_says(fixture, "net counts marks, but the item 'i5' is rated");
	assert_says(fixture, "'Start' is a key of 'plan', but an id is wanted");
}

static const char sheet[] = "framework: tea\n"
                            "version: 1.0\n"
                            "wave: 2026-H1\n"
                            "organisation: Kettle & Sons\n"
                            "sample: yes\n"
                            "respondent:\n"
                            "  {id: A1, name: Ann, role: Cook, segments: {team: Kitchen}}\n"
                            "answers: {i1: 3, i3: ~, i4: gap, i5: '1'}\n"
                            "comments: {b1: About a section, i2: About an item}\n"
                            "plan:\n"
                            "  - {action: Buy a pot, category: start, owner: Ann,\n"
                            "     due: 2026-12-31, section: a1}\n"
                            "  - {action: Wash up, category: stop}\n"
                            "---\n"
                            "framework: tea\n"
                            "version: 1.0\n"
                            "wave: 2026-H1\n"
                            "sheet: consensus\n"
                            "answers: {i4: \"+\"}\n";

static bool read_sheets(struct fixture *fixture, const char *text, struct answers *answers)
{
	*answers = (struct answers){
		.framework = read_tea(fixture, "scale: often\nplan: {start: Start, stop: Stop}\n"),
	};
	assert_non_null(answers->framework);
	return read_answers(fixture->arena, fixture->diag,
	                    fixture_file(fixture, "answers.yaml", text), answers);
}

static void test_sheets_are_read(void **state)
{
	struct answers answers;
	const struct sheet *first;

	assert_true(read_sheets(*state, sheet, &answers));
	assert_int_equal(answers.n_sheets, 2);
	assert_string_equal(answers.organisation, "Kettle & Sons");
	assert_true(answers.sample);
	first = &answers.sheets[0];
	assert_int_equal(first->kind, SHEET_INDIVIDUAL);
	assert_string_equal(first->respondent, "A1");
	assert_string_equal(first->role, "Cook");
	assert_string_equal(first->segments[0].name, "team");
	assert_string_equal(first->segments[0].value, "Kitchen");
	assert_int_equal(first->values[0], 3);
	assert_int_equal(first->values[1], ANSWER_BLANK);
	assert_int_equal(first->values[2], ANSWER_BLANK);
	assert_int_equal(first->values[3], -1);
	assert_int_equal(first->values[4], 1);
	assert_int_equal(first->comments[0].element, 8);
	assert_int_equal(first->comments[1].element, 4);
	assert_int_equal(first->n_actions, 2);
	assert_int_equal(first->actions[0].element, 2);
	assert_string_equal(first->actions[0].due, "2026-12-31");
	assert_int_equal(first->actions[1].category, 1);
	assert_null(first->actions[1].owner);
	assert_true(first->actions[1].element == SIZE_MAX);
	assert_int_equal(answers.sheets[1].kind, SHEET_CONSENSUS);
	assert_string_equal(answers.sheets[1].respondent, "");
	assert_int_equal(answers.sheets[1].values[3], 1);
	assert_int_equal(answers.sheets[1].pos.line, 15);
}

static void test_sheets_with_mistakes_are_still_told_apart(void **state)
{
	struct fixture *fixture = *state;
	struct answers answers;
	const char *text = arena_printf(fixture->arena, "%s---\n%s---\n%s", sheet, sheet,
	                                "framework: coffee\nversion: 1.0\nwave: x\nrespondent: B\n"
	                                "answers: {none: 1}\n");

	assert_false(read_sheets(fixture, arena_printf(fixture->arena, "%sanswers: {}\n", text),
	                         &answers));
	assert_int_equal(answers.n_sheets, 4);
	assert_int_equal(diag_n_errors(fixture->diag), 2);
	assert_false(answers_finish(&answers, fixture->arena, fixture->diag));
	assert_int_equal(diag_n_errors(fixture->diag), 4);
	assert_says(fixture, "this sheet is for the framework 'coffee', but 'tea' is wanted");
	assert_says(fixture, "respondent 'A1' has a sheet in wave '2026-H1' already");
}

static void test_templates_have_variants(void **state)
{
	struct fixture *fixture = *state;
	const char *text = "template: group\n"
	                   "kind: individual\n"
	                   "language: en\n"
	                   "theme: report\n"
	                   "words: {head_right: Plain}\n"
	                   "sections:\n"
	                   "  - kind: headline\n"
	                   "    level: path\n"
	                   "    count: 3\n"
	                   "    when: not empty\n"
	                   "    words:\n"
	                   "      lead:\n"
	                   "        - {when: [placed, not top], text: \"\"}\n"
	                   "        - Fallback\n";
	const struct template *template =
	    read_template(fixture->arena, fixture->diag,
	                  fixture_file(fixture, "template.yaml", text));
	const struct template_section *section;
	const struct wording *lead;

	assert_non_null(template);
	assert_int_equal(template->kind, TEMPLATE_INDIVIDUAL);
	assert_int_equal(template->minimum_group, 5);
	assert_string_equal(template->words[0].variants[0].text, "Plain");
	section = &template->sections[0];
	assert_int_equal(section->count, 3);
	assert_string_equal(section->level, "path");
	assert_string_equal(section->conditions[0].flag, "empty");
	assert_true(section->conditions[0].negated);
	lead = &section->words[0];
	assert_int_equal(lead->n_variants, 2);
	assert_string_equal(lead->variants[0].text, "");
	assert_int_equal(lead->variants[0].n_conditions, 2);
	assert_string_equal(lead->variants[0].conditions[1].flag, "top");
	assert_true(lead->variants[0].conditions[1].negated);
	assert_false(lead->variants[0].conditions[0].negated);
	assert_string_equal(lead->variants[1].text, "Fallback");
	assert_int_equal(lead->variants[1].pos.line, 14);
}

/* A theme that gives every name. */
static const char *whole_theme(struct fixture *fixture)
{
	struct buf text = {.arena = fixture->arena};

	buf_adds(&text, "theme: base\nfamily: Sans\nfallbacks: [One, Two]\nfaces:\n");
	for (size_t i = 0; i < FACE_COUNT; i++)
		buf_addf(&text, "  %s: Face %zu\n", face_names[i], i);
	buf_adds(&text, "colours:\n");
	for (size_t i = 0; i < COLOUR_COUNT; i++)
		buf_addf(&text, "  %s: '#3300FF'\n", colour_names[i]);
	buf_adds(&text, "styles:\n");
	for (size_t i = 0; i < STYLE_COUNT; i++)
		buf_addf(&text, "  %s: {face: bold, size: 9.5, leading: 12, colour: blue}\n",
		         style_names[i]);
	buf_adds(&text, "sizes:\n");
	for (size_t i = 0; i < SIZE_COUNT; i++)
		buf_addf(&text, "  %s: %zu\n", size_names[i], i);
	return buf_text(&text);
}

static void test_a_theme_overrides_what_it_extends(void **state)
{
	struct fixture *fixture = *state;
	const char *path = fixture_file(fixture, "print.yaml",
	                                "theme: print\nextends: base\ncolours: {ink: '#000000'}\n"
	                                "styles:\n"
	                                "  body: {face: italic, size: 11, leading: 14,\n"
	                                "    colour: ink}\n"
	                                "sizes: {top: 0}\n");
	const struct theme *theme;

	assert_null(read_theme(fixture->arena, fixture->diag, path));
	assert_says(fixture, "print.yaml:2:10: error: there is no theme 'base'");
	fixture_file(fixture, "base.yaml", whole_theme(fixture));
	fixture->diag = diag_new(fixture->arena);
	theme = read_theme(fixture->arena, fixture->diag, path);
	assert_non_null(theme);
	assert_string_equal(theme->id, "print");
	assert_string_equal(theme->family, "Sans");
	assert_string_equal(theme->fallbacks[1], "Two");
	assert_string_equal(theme->family_files[FACE_BOLD], "Face 3");
	assert_true(theme->colours[COLOUR_INK].b == 0);
	assert_true(theme->colours[COLOUR_BLUE].r == 0.2 && theme->colours[COLOUR_BLUE].b == 1);
	assert_int_equal(theme->styles[STYLE_BODY].face, FACE_ITALIC);
	assert_true(theme->styles[STYLE_TITLE].size == 9.5);
	assert_int_equal(theme->styles[STYLE_TITLE].colour, COLOUR_BLUE);
	assert_true(theme->sizes[SIZE_TOP] == 0);
	assert_true(theme->sizes[SIZE_COUNT - 1] == SIZE_COUNT - 1);
}

static void test_a_theme_has_fills_switches_and_a_mark(void **state)
{
	struct fixture *fixture = *state;
	const char *path = fixture_file(fixture, "large.yaml",
	                                "theme: large\nextends: base\nsheet-mark: L\n"
	                                "fills: {blue: hatch, band: outline}\n"
	                                "switches: {totals-below: true, solid-rows: false}\n");
	const struct theme *theme;

	fixture_file(fixture, "base.yaml", whole_theme(fixture));
	theme = read_theme(fixture->arena, fixture->diag, path);
	assert_non_null(theme);
	assert_string_equal(theme->sheet_mark, "L");
	assert_int_equal(theme->fills[COLOUR_BLUE], FILL_HATCH);
	assert_int_equal(theme->fills[COLOUR_BAND], FILL_OUTLINE);
	assert_int_equal(theme->fills[COLOUR_INK], FILL_SOLID);
	assert_true(theme->toggles[TOGGLE_TOTALS_BELOW]);
	assert_false(theme->toggles[TOGGLE_SOLID_ROWS]);
	assert_false(theme->toggles[TOGGLE_CHART_PAGES]);
	path = fixture_file(fixture, "wrong.yaml",
	                    "theme: wrong\nextends: base\nsheet-mark: large\n"
	                    "fills: {blue: dots}\nswitches: {charts: true}\n");
	assert_null(read_theme(fixture->arena, fixture->diag, path));
	assert_says(fixture, "part of a code is wanted");
	assert_says(fixture, "dots");
	assert_says(fixture, "charts");
}

/* The paper of the whole theme is as blue as everything else. */
static void test_pale_colours_are_told(void **state)
{
	struct fixture *fixture = *state;
	const char *path = fixture_file(fixture, "pale.yaml",
	                                "theme: pale\nextends: base\n"
	                                "colours: {paper: '#FFFFFF', ink2: '#777777',\n"
	                                "  orange: '#999999', grid: '#EEEEEE', rule: '#DDDDDD'}\n"
	                                "styles:\n"
	                                "  lead: {face: bold, size: 9, leading: 12, colour: rule}\n");

	fixture_file(fixture, "base.yaml", whole_theme(fixture));
	assert_non_null(read_theme(fixture->arena, fixture->diag, path));
	assert_int_equal(diag_n_warnings(fixture->diag), 3);
	assert_says(fixture, "in the theme 'pale' ink2 on paper has a contrast of 4.47:1; "
	                     "text needs 4.5:1");
	assert_says(fixture, "orange on paper has a contrast of 2.84:1; a shape needs 3:1");
	assert_says(fixture, "rule on paper has a contrast of 1.35:1; text needs 4.5:1");
}

static void test_files_are_told_by_their_keys(void **state)
{
	static const struct {
		const char *text;
		enum content_kind kind;
	} rows[] = {
		{"framework: a\ntitle: b\n", CONTENT_FRAMEWORK},
		{"framework: a\nwave: b\n", CONTENT_ANSWERS},
		{"version: 1\nanswers: {}\n---\nb: [\n", CONTENT_ANSWERS},
		{"template: a\ntheme: b\n", CONTENT_TEMPLATE},
		{"theme: a\n", CONTENT_THEME},
		{"other: a\n", CONTENT_UNKNOWN},
		{"- theme\n", CONTENT_UNKNOWN},
	};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *path = fixture_file(fixture, "file.yaml", rows[i].text);

		fixture->diag = diag_new(fixture->arena);
		assert_int_equal(read_kind(fixture->arena, fixture->diag, path), rows[i].kind);
		assert_int_equal(diag_n_errors(fixture->diag), rows[i].kind == CONTENT_UNKNOWN);
	}
}

static void test_the_framework_of_answers(void **state)
{
	struct fixture *fixture = *state;
	const char *path = fixture_file(fixture, "file.yaml", sheet);

	assert_string_equal(read_framework_id(fixture->arena, fixture->diag, path), "tea");
	assert_null(read_framework_id(fixture->arena, fixture->diag,
	                              fixture_file(fixture, "file.yaml", "wave: a\n")));
	assert_says(fixture, "this sheet names no framework");
	assert_null(read_framework_id(fixture->arena, fixture->diag, "/nowhere/file.yaml"));
	assert_int_equal(diag_n_errors(fixture->diag), 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_elements_stand_in_reading_order),
		TEST(test_items_inherit_scales),
		TEST(test_what_is_not_given_is_set),
		TEST(test_rules_and_bands_are_joined),
		TEST(test_problems_of_all_parts_come_in_one_run),
		TEST(test_sheets_are_read),
		TEST(test_sheets_with_mistakes_are_still_told_apart),
		TEST(test_templates_have_variants),
		TEST(test_a_theme_overrides_what_it_extends),
		TEST(test_a_theme_has_fills_switches_and_a_mark),
		TEST(test_pale_colours_are_told),
		TEST(test_files_are_told_by_their_keys),
		TEST(test_the_framework_of_answers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
