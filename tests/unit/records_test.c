#include "yaml_fixture.h"

#include <math.h>
#include <stdint.h>

#include "yaml/read.h"

static const char head[] = "framework: garden\n"
                           "version: 1.0\n"
                           "code: GDN\n"
                           "title: Garden\n"
                           "language: en\n"
                           "purpose: Purpose.\n"
                           "source: Source.\n"
                           "licence: MIT\n";

static const char items[] =
    "levels:\n"
    "  bed: {title: Bed, plural: Beds}\n"
    "  job: {title: Job, plural: Jobs}\n"
    "scales:\n"
    "  far:\n"
    "    kind: status\n"
    "    prompt: How far?\n"
    "    directions: Say it.\n"
    "    points: {open: {label: Open, stand: open}, begun: {label: Begun, stand: started},\n"
    "      done: {label: Done, stand: done}}\n"
    "    excluded: Not ours\n"
    "    columns:\n"
    "      owner: Owner\n"
    "      due: {title: Due, type: date}\n"
    "      reading: {title: Reached, type: number, targets: true, low: 0}\n"
    "  there: {kind: check, prompt: There?, directions: Cross., 'yes': There, 'no': Gone}\n"
    "  good: {kind: rating, prompt: Good?, directions: Say., points: {-1: Bad, 2: Good}}\n"
    "  area: {kind: number, prompt: How much?, directions: Write., unit: m, low: 1}\n"
    "  day: {kind: date, prompt: When?, directions: Write.}\n"
    "scale: far\n"
    "scoring: {bed: {measure: completion, minimum: 0.5, complete: 0.8}}\n"
    "sections:\n"
    "  wall:\n"
    "    title: By the wall\n"
    "    serves: [other/part, garden/plant/pea]\n"
    "    items:\n"
    "      dig: {text: Dig, target: 75, unit: '%'}\n"
    "      sow: {text: Sow, serves: garden/dig}\n"
    "      seen: {text: Seen, scale: there}\n"
    "      fair: {text: Fair, scale: good}\n"
    "      size: {text: Size, scale: area}\n"
    "      date: {text: Date, scale: day}\n";

static const char records[] =
    "records:\n"
    "  plant:\n"
    "    title: Plant\n"
    "    plural: Plants\n"
    "    columns:\n"
    "      code: {title: Code, type: number, required: true}\n"
    "      name: {title: Name, required: true, unique: true, width: 2}\n"
    "      unit: Unit\n"
    "      sort: {title: Sort, type: line,\n"
    "        options: {herb: Herb, tree: {label: Tree, stand: done}}}\n"
    "      base: {title: Base, type: number, none: none yet, unit-column: unit, high: 9.5}\n"
    "      goal: {title: Goal, type: number}\n"
    "      alive: {title: Alive, type: check}\n"
    "      part-of: {title: Part of, type: reference, to: plant}\n"
    "      now: {title: Now, type: computed, compute: latest, of: [weight.value, weight.date]}\n"
    "      way: {title: Way, type: computed, compute: progress, of: [base, now, goal]}\n"
    "      parts: {title: Parts, type: computed, compute: count, of: plant}\n"
    "      all: {title: All, type: computed, compute: sum, of: [base, weight.value, plant.goal]}\n"
    "  weight:\n"
    "    title: Weight\n"
    "    plural: Weights\n"
    "    blanks: 4\n"
    "    columns:\n"
    "      other: {title: Other, type: reference, to: weight}\n"
    "      plant: {title: Plant, type: reference, to: plant}\n"
    "      date: {title: Date, type: date}\n"
    "      value: {title: Value, type: number}\n"
    "  note: {title: Note, plural: Notes, single: true, columns: {text: {title: Text}}}\n";

static struct framework *read_garden(struct fixture *fixture, const char *more,
                                     const char *rest)
{
	const char *text = arena_printf(fixture->arena, "%s%s%s", head, more, rest);

	fixture->diag = diag_new(fixture->arena);
	return read_framework(fixture->arena, fixture->diag,
	                      fixture_file(fixture, "framework.yaml", text));
}

/* The only sheet of a file for all of the garden. */
static struct sheet *read_sheet(struct fixture *fixture, const char *text)
{
	struct answers *answers = ARENA_NEW(fixture->arena, struct answers);
	const char *sheet = arena_printf(fixture->arena,
	                                 "framework: garden\nversion: 1.0\nwave: 1\n"
	                                 "sheet: consensus\n%s",
	                                 text);

	answers->framework = read_garden(fixture, items, records);
	assert_non_null(answers->framework);
	read_answers(fixture->arena, fixture->diag,
	             fixture_file(fixture, "answers.yaml", sheet), answers);
	assert_int_equal(answers->n_sheets, 1);
	return answers->sheets;
}

static void test_points_have_ids_and_stands(void **state)
{
	const struct framework *garden = read_garden(*state, items, "");
	const struct scale *far = &garden->scales[0], *there = &garden->scales[1];

	assert_int_equal(far->kind, SCALE_STATUS);
	assert_int_equal(far->n_points, 3);
	assert_string_equal(far->points[1].id, "begun");
	assert_int_equal(far->points[1].value, 1);
	assert_int_equal(far->points[1].stand, STAND_STARTED);
	assert_int_equal(far->points[2].stand, STAND_DONE);
	assert_string_equal(far->excluded, "Not ours");
	assert_int_equal(there->n_points, 2);
	assert_string_equal(there->points[0].id, "no");
	assert_string_equal(there->points[0].label, "Gone");
	assert_int_equal(there->points[1].stand, STAND_DONE);
	assert_null(there->excluded);
	assert_string_equal(garden->scales[2].points[0].id, "-1");
	assert_int_equal(garden->scales[2].points[0].value, -1);
	assert_true(garden->scales[3].low == 1);
	assert_true(isnan(garden->scales[3].high));
	assert_string_equal(garden->scales[3].unit, "m");
}

static void test_columns_stand_beside_answers(void **state)
{
	const struct framework *garden = read_garden(*state, items, "");
	const struct scale *far = &garden->scales[0];

	assert_int_equal(far->n_columns, 3);
	assert_string_equal(far->columns[0].title, "Owner");
	assert_int_equal(far->columns[0].type, COLUMN_TEXT);
	assert_int_equal(far->columns[1].type, COLUMN_DATE);
	assert_true(far->columns[2].targets);
	assert_true(far->columns[2].low == 0);
	assert_true(isnan(far->columns[2].high));
	assert_true(far->columns[2].width == 1);
}

static void test_targets_links_and_rules_are_read(void **state)
{
	const struct framework *garden = read_garden(*state, items, records);
	const struct element *wall = &garden->elements[1], *dig = wall + 1, *sow = wall + 2;

	assert_true(dig->target == 75);
	assert_string_equal(dig->unit, "%");
	assert_true(isnan(sow->target));
	assert_true(isnan(wall->target));
	assert_true(isnan(garden->elements[0].target));
	assert_int_equal(wall->n_links, 2);
	assert_string_equal(wall->links[0].framework, "other");
	assert_string_equal(wall->links[0].id, "part");
	assert_null(wall->links[0].row);
	assert_null(wall->links[0].title);
	assert_string_equal(wall->links[1].id, "plant");
	assert_string_equal(wall->links[1].row, "pea");
	assert_int_equal(sow->n_links, 1);
	assert_int_equal(garden->levels[1].rule.measure, MEASURE_COMPLETION);
	assert_true(garden->levels[1].rule.complete == 0.8);
	assert_true(isnan(garden->levels[0].rule.complete));
}

static void test_records_may_stand_alone(void **state)
{
	const struct framework *garden =
	    read_garden(*state, records, "templates: {group: report-x}\n");

	assert_non_null(garden);
	assert_int_equal(garden->n_elements, 1);
	assert_int_equal(garden->n_items, 0);
	assert_int_equal(garden->n_levels, 1);
	assert_int_equal(garden->n_records, 3);
	assert_string_equal(garden->templates[TEMPLATE_GROUP], "report-x");
	assert_null(garden->templates[TEMPLATE_WORKSHEET]);
	assert_int_equal(diag_n_warnings(((struct fixture *)*state)->diag), 0);
}

static void test_columns_lead_to_each_other(void **state)
{
	const struct framework *garden = read_garden(*state, records, "");
	const struct record *plant = &garden->records[0], *weight = &garden->records[1];
	const struct record_column *now = &plant->columns[8], *all = &plant->columns[11];

	assert_int_equal(plant->label, 1);
	assert_int_equal(weight->label, SIZE_MAX);
	assert_int_equal(weight->blanks, 4);
	assert_true(garden->records[2].single);
	assert_true(plant->columns[1].width == 2);
	assert_int_equal(plant->columns[4].unit_column, 2);
	assert_int_equal(plant->columns[5].unit_column, SIZE_MAX);
	assert_true(plant->columns[4].high == 9.5);
	assert_int_equal(plant->columns[3].options[1].stand, STAND_DONE);
	assert_int_equal(plant->columns[6].n_options, 2);
	assert_int_equal(plant->columns[7].record, 0);
	assert_int_equal(now->computation, COMPUTE_LATEST);
	assert_int_equal(now->n_sources, 2);
	assert_int_equal(now->sources[0].record, 1);
	assert_int_equal(now->sources[0].column, 3);
	assert_int_equal(now->sources[0].by, 1);
	assert_int_equal(plant->columns[9].n_sources, 3);
	assert_int_equal(plant->columns[9].sources[1].column, 8);
	assert_int_equal(plant->columns[9].sources[1].by, SIZE_MAX);
	assert_int_equal(plant->columns[10].sources[0].record, 0);
	assert_int_equal(plant->columns[10].sources[0].column, SIZE_MAX);
	assert_int_equal(plant->columns[10].sources[0].by, 7);
	assert_int_equal(all->n_sources, 3);
	assert_int_equal(all->sources[0].by, SIZE_MAX);
	assert_int_equal(all->sources[2].by, 7);
}

static void test_answers_of_every_kind(void **state)
{
	const struct sheet *sheet =
	    read_sheet(*state, "date: 2026-03-31\n"
	                       "answers: {dig: {answer: begun, owner: Ada, reading: 30.5},\n"
	                       "  sow: does-not-apply, seen: No, fair: -1, size: 12.5,\n"
	                       "  date: 2024-02-29}\n");

	assert_int_equal(diag_n_errors(((struct fixture *)*state)->diag), 0);
	assert_string_equal(sheet->date, "2026-03-31");
	assert_int_equal(sheet->values[0], 1);
	assert_string_equal(sheet->details[0][0].text, "Ada");
	assert_false(sheet->details[0][1].given);
	assert_true(sheet->details[0][2].number == 30.5);
	assert_int_equal(sheet->values[1], ANSWER_EXCLUDED);
	assert_null(sheet->details[1]);
	assert_int_equal(sheet->values[2], 0);
	assert_int_equal(sheet->values[3], -1);
	assert_int_equal(sheet->values[4], ANSWER_BLANK);
	assert_true(sheet->written[4].given);
	assert_true(sheet->written[4].number == 12.5);
	assert_string_equal(sheet->written[4].text, "12.5");
	/* 54 years with 13 leap days before 2024, 31 days of January, 28 of February. */
	assert_true(sheet->written[5].number == 54 * 365 + 13 + 31 + 28);
	assert_false(sheet->written[0].given);
}

static void test_rows_of_records(void **state)
{
	const struct sheet *sheet =
	    read_sheet(*state, "records:\n"
	                       "  weight: {w1: {plant: pea, date: 1970-01-02, value: 1e1}}\n"
	                       "  note: {text: Sunny}\n"
	                       "  plant:\n"
	                       "    bean: {code: 1, name: Bean, sort: tree, base: none yet}\n"
	                       "    pea: {code: 2, name: Pea, alive: yes, base: -3,\n"
	                       "      part-of: bean}\n");
	const struct record_row *bean, *pea, *w1;

	assert_int_equal(diag_n_errors(((struct fixture *)*state)->diag), 0);
	assert_int_equal(sheet->records[0].n_rows, 2);
	bean = &sheet->records[0].rows[0];
	pea = &sheet->records[0].rows[1];
	w1 = &sheet->records[1].rows[0];
	assert_string_equal(bean->id, "bean");
	assert_string_equal(bean->values[1].text, "Bean");
	assert_true(bean->values[3].number == 1);
	assert_true(bean->values[4].none);
	assert_false(bean->values[4].given);
	assert_false(bean->values[6].given);
	assert_string_equal(bean->values[8].text, "");
	assert_true(pea->values[4].number == -3);
	assert_true(pea->values[6].number == 1);
	assert_true(pea->values[7].number == 0);
	assert_string_equal(pea->values[7].text, "bean");
	assert_true(w1->values[1].number == 1);
	assert_true(w1->values[2].number == 1);
	assert_true(w1->values[3].number == 10);
	assert_int_equal(sheet->records[2].n_rows, 1);
	assert_string_equal(sheet->records[2].rows[0].id, "note");
	assert_string_equal(sheet->records[2].rows[0].values[0].text, "Sunny");
}

static void test_titles_are_translated_and_answers_are_not(void **state)
{
	struct fixture *fixture = *state;
	struct translation translation = {.language = "de"};
	struct answers answers = {0};
	struct framework *garden;
	const char *path = fixture_file(
	    fixture, "framework.yaml",
	    arena_printf(fixture->arena, "%s%s%s", head, items, records));

	translation.path = fixture_file(
	    fixture, "de.yaml",
	    "translation: garden\n"
	    "language: de\n"
	    "scales: {far: {excluded: Nicht unseres, points: {done: Fertig},\n"
	    "  columns: {owner: Wer}}}\n"
	    "records: {plant: {title: Pflanze, columns: {name: {title: Name},\n"
	    "  base: {none: noch keine}, sort: {options: {herb: Kraut}}}}}\n");
	fixture->diag = diag_new(fixture->arena);
	garden = read_framework_in(fixture->arena, fixture->diag, path, &translation);
	assert_non_null(garden);
	assert_string_equal(garden->scales[0].excluded, "Nicht unseres");
	assert_string_equal(garden->scales[0].points[2].label, "Fertig");
	assert_string_equal(garden->scales[0].points[2].id, "done");
	assert_string_equal(garden->scales[0].columns[0].title, "Wer");
	assert_string_equal(garden->records[0].title, "Pflanze");
	assert_string_equal(garden->records[0].columns[3].options[0].label, "Kraut");
	assert_string_equal(garden->records[0].columns[4].none, "noch keine");
	answers.framework = garden;
	assert_true(read_answers(fixture->arena, fixture->diag,
	                         fixture_file(fixture, "answers.yaml",
	                                      "framework: garden\nversion: 1.0\nwave: 1\n"
	                                      "sheet: consensus\n"
	                                      "answers: {dig: done, sow: does-not-apply}\n"
	                                      "records: {plant: {bean: {code: 1, name: Bean,\n"
	                                      "  base: none yet}}}\n"),
	                         &answers));
	assert_true(answers.sheets[0].records[0].rows[0].values[4].none);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_points_have_ids_and_stands),
		TEST(test_columns_stand_beside_answers),
		TEST(test_targets_links_and_rules_are_read),
		TEST(test_records_may_stand_alone),
		TEST(test_columns_lead_to_each_other),
		TEST(test_answers_of_every_kind),
		TEST(test_rows_of_records),
		TEST(test_titles_are_translated_and_answers_are_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
