#include "unit.h"

#include <math.h>

#include "compose/compose.h"
#include "score/score.h"
#include "yaml/read.h"
#include "yaml_fixture.h"

static const char framework_text[] =
    "framework: harbor\nversion: \"1.0\"\ncode: HB\ntitle: Harbor\nlanguage: en\n"
    "purpose: p\nsource: s\nlicence: MIT\n"
    "records:\n"
    "  voyage:\n    title: Voyage\n    plural: Voyages\n    single: true\n    columns:\n"
    "      captain: Captain\n      rank: Rank\n"
    "  berth:\n    title: Berth\n    plural: Berths\n    columns:\n"
    "      name: {title: Berth, required: true}\n"
    "      ships: {title: Ships, type: computed, compute: count, of: [ship]}\n"
    "  crew:\n    title: Crew\n    plural: Crews\n    columns:\n      name: Name\n"
    "  ship:\n    title: Ship\n    plural: Ships\n    columns:\n"
    "      name: {title: Ship, required: true}\n"
    "      berth: {title: Berth, type: reference, to: berth}\n"
    "      crew: {title: Crew, type: reference, to: crew}\n"
    "      direction: {title: Better, type: choice, options: {lower: Lower, higher: Higher}}\n"
    "      unit: Unit\n"
    "      start: {title: Start, type: number, unit-column: unit, none: none yet}\n"
    "      aim: {title: Aim, type: number, unit-column: unit}\n"
    "      now: {title: Now, type: computed, compute: latest, of: [log.value, log.date]}\n"
    "      progress: {title: Progress, type: computed, compute: progress, of: [start, now, aim]}\n"
    "  log:\n    title: Log\n    plural: Logs\n    columns:\n"
    "      ship: {title: Ship, type: reference, to: ship}\n"
    "      date: {title: Day, type: date}\n      value: {title: Value, type: number}\n"
    "  bet:\n    title: Bet\n    plural: Bets\n    columns:\n"
    "      name: Bet\n      ship: {title: Ship, type: reference, to: ship}\n"
    "      low: {title: Low, type: number, unit-column: unit}\n"
    "      high: {title: High, type: number, unit-column: unit}\n      unit: Unit\n"
    "      reason: Reason\n"
    "      standing:\n        title: Standing\n        type: choice\n        options:\n"
    "          holding: {label: Holding, stand: done}\n"
    "          early: {label: Early, stand: open}\n"
    "          lost: {label: Lost, stand: started}\n"
    "  horn:\n    title: Horn\n    plural: Horns\n    columns:\n"
    "      name: Name\n      berth: {title: Berth, type: reference, to: berth}\n"
    "      kind: {title: Kind, type: choice, options: {what: W, why: Y}}\n"
    "      often: {title: Often, type: choice, options: {daily: Daily, yearly: Yearly}}\n"
    "      loud: {title: Loud, type: check}\n      secret: {title: Secret, type: check}\n"
    "      guard: Guard\n"
    "      heard: {title: Heard, type: date}\n"
    "      age: {title: Age, type: computed, compute: age, of: [heard]}\n";

static const char sheet_text[] =
    "framework: harbor\nversion: \"1.0\"\nwave: w1\nsheet: consensus\ndate: 2026-09-30\n"
    "records:\n"
    "  voyage: {captain: Ada}\n"
    "  berth: {north: {name: North}, south: {name: South}, west: {name: West}}\n"
    "  crew: {deck: {name: Deck}, engine: {name: Engine}}\n"
    "  ship:\n"
    "    anna: {name: Anna, berth: north, crew: deck, direction: lower, unit: \"%\", "
    "start: 8.4, aim: 4.0}\n"
    "    bert: {name: Bert, berth: north, crew: engine, direction: higher, unit: t, "
    "start: 52, aim: 85}\n"
    "    cleo: {name: Cleo, berth: south, direction: higher, unit: t, start: none yet, aim: 80}\n"
    "    dora: {name: Dora, berth: south, direction: lower, unit: h, aim: 10}\n"
    "    emil: {name: Emil, berth: south, unit: h, start: 12000.5}\n"
    "  log:\n"
    "    l1: {ship: anna, date: 2026-06-30, value: 6.1}\n"
    "    l2: {ship: anna, date: 2026-03-31, value: 8}\n"
    "    l3: {ship: bert, date: 2026-03-31, value: 47}\n"
    "    l4: {ship: cleo, date: 2026-03-31, value: 68}\n"
    "    l5: {ship: dora, date: 2026-03-31, value: 12}\n"
    "    l6: {ship: anna, date: 2026-10-01, value: 1}\n"
    "  bet:\n"
    "    b1: {name: One, ship: anna, low: 1000, high: 3000, unit: USD, reason: Why not, "
    "standing: holding}\n"
    "    b2: {name: Two, ship: anna, low: 500, high: 700, unit: USD, standing: lost}\n"
    "    b3: {name: Three, ship: bert, high: 40, unit: USD, standing: early}\n"
    "    b4: {name: Four, ship: bert, low: 2, high: 2.5, unit: days}\n"
    "  horn:\n"
    "    h1: {name: H1, berth: north, kind: what, often: daily, loud: yes, secret: yes, "
    "heard: 2026-09-29}\n"
    "    h2: {name: H2, berth: north, kind: why, often: yearly, secret: yes, guard: lock, "
    "heard: 2026-01-01}\n"
    "    h3: {name: H3, berth: south, kind: what, often: daily, heard: 2026-09-01}\n"
    "    h4: {name: H4, berth: south, kind: what, heard: 2024-09-30}\n"
    "    h5: {name: H5, berth: south, kind: what}\n";

/* Nothing but the words that every report has. */
static const char template_text[] =
    "template: t\nkind: group\nlanguage: en\ntheme: x\nwords:\n"
    "  title: t\n  subject: s\n  and: and\n  group-sign: \",\"\n  head-left: h\n"
    "  date: \"{year}-{month}-{day}\"\n  net: \"{number}%\"\n  quantity: \"{number} {unit}\"\n"
    "  days: \"{days} {days|day|days}\"\n  \"yes\": Y\n  \"no\": N\n  numbers: no one two\n"
    "sections:\n";

static void assert_right(struct fixture *fixture)
{
	if (diag_n_errors(fixture->diag) > 0)
		assert_says(fixture, "nothing wrong");
}

/* The document of one section, written as in a template. */
static const struct document *compose_sheet(struct fixture *fixture, const char *sheet,
                                            const char *section)
{
	static const struct theme theme = {.id = "x"};
	struct arena *arena = fixture->arena;
	struct answers *answers = ARENA_NEW(arena, struct answers);
	struct compose_input input = {.theme = &theme};
	const char *text = arena_printf(arena, "%s  - %s", template_text, section);

	input.framework = read_framework(arena, fixture->diag,
	                                 fixture_file(fixture, "f.yaml", framework_text));
	input.template = read_template(arena, fixture->diag, fixture_file(fixture, "t.yaml", text));
	if (input.framework == NULL || input.template == NULL)
		assert_right(fixture);
	answers->framework = input.framework;
	if (sheet != NULL &&
	    !read_answers(arena, fixture->diag, fixture_file(fixture, "a.yaml", sheet), answers))
		assert_right(fixture);
	assert_true(answers_finish(answers, arena, fixture->diag));
	if (!compose_check(input.template, fixture->diag))
		assert_right(fixture);
	input.scores = score_wave(arena, answers, "w1");
	return compose_group_report(arena, &input, fixture->diag);
}

static const struct block *find(const struct block *blocks, size_t n, enum block_kind kind)
{
	for (size_t i = 0; i < n; i++) {
		const struct block *found = &blocks[i];

		if (found->kind != kind)
			found = find(found->children, found->n_children, kind);
		if (found != NULL)
			return found;
	}
	return NULL;
}

static const struct block *compose_block(struct fixture *fixture, const char *section,
                                         enum block_kind kind)
{
	const struct document *document = compose_sheet(fixture, sheet_text, section);
	const struct block *found = find(document->blocks, document->n_blocks, kind);

	assert_right(fixture);
	assert_non_null(found);
	return found;
}

static const char *cell(const struct block *block, size_t row, size_t column)
{
	assert_true(row < block->table.n_rows && column < block->table.n_columns);
	return block->table.rows[row].cells[column];
}

static void writes_every_type_of_cell(void **state)
{
	const struct block *block =
	    compose_block(*state,
	                  "{kind: record-table, record: ship, columns: [name, berth, direction, "
	                  "start, now, progress], words: {title: t, none: x}}",
	                  BLOCK_TABLE);

	assert_int_equal(block->table.n_rows, 5);
	assert_string_equal(cell(block, 0, 0), "Anna");
	assert_string_equal(cell(block, 0, 1), "North");
	assert_string_equal(cell(block, 0, 2), "Lower");
	assert_string_equal(cell(block, 0, 3), "8.4%");
	/* (6.1 - 8.4) / (4.0 - 8.4) = 0.5227 */
	assert_string_equal(cell(block, 0, 5), "52%");
	assert_string_equal(cell(block, 2, 3), "none yet");
	assert_null(cell(block, 2, 5));
	assert_string_equal(cell(block, 4, 3), "12,000.5 h");
	assert_int_equal(block->table.columns[3].align, ALIGN_RIGHT);
	block = compose_block(*state,
	                      "{kind: record-table, record: horn, columns: [heard, loud, age], "
	                      "words: {title: t, none: x}}",
	                      BLOCK_TABLE);
	assert_string_equal(cell(block, 0, 0), "2026-9-29");
	assert_string_equal(cell(block, 0, 1), "Y");
	assert_string_equal(cell(block, 0, 2), "1 day");
}

static const char *title_of(struct fixture *fixture, const char *section)
{
	return compose_block(fixture, section, BLOCK_HEADING)->heading.text;
}

static void filters_rows_and_counts_them(void **state)
{
	static const char based[] =
	    "{kind: record-table, record: ship, where: [not start], "
	    "words: {title: \"{N-word} of {total} {records}\", none: x}}";
	static const char counted[] =
	    "{kind: record-table, record: berth, where: [not ships], "
	    "words: {title: \"{n} {counted-records}\", none: x}}";
	static const char guarded[] =
	    "{kind: record-table, record: horn, where: [secret, not guard], "
	    "words: {title: \"{n}\", none: x}}";
	static const char nobody[] =
	    "{kind: record-table, record: crew, where: [not name], "
	    "words: {title: t, none: All have names.}}";

	assert_string_equal(title_of(*state, based), "Two of 5 ships");
	/* A count of 0 is not given. */
	assert_string_equal(title_of(*state, counted), "1 berth");
	assert_string_equal(title_of(*state, guarded), "1");
	assert_string_equal(compose_block(*state, nobody, BLOCK_PARAGRAPH)->paragraph.text,
	                    "All have names.");
}

static void says_what_is_not_there(void **state)
{
	struct fixture *fixture = *state;

	compose_sheet(fixture, sheet_text,
	              "{kind: record-table, record: shp, words: {title: t, none: x}}");
	assert_says(fixture, "harbor has no record 'shp'");
	assert_says(fixture, "did you mean 'ship'?");
	compose_sheet(fixture, sheet_text,
	              "{kind: record-table, record: ship, columns: [nam], where: [not aims], "
	              "words: {title: t, none: x}}");
	assert_says(fixture, "the record 'ship' has no column 'aims'");
}

static void shows_a_single_record_as_a_list(void **state)
{
	const struct block *block =
	    compose_block(*state, "{kind: record-form, words: {title: t, none: x, blank: open}}",
	                  BLOCK_LIST);

	assert_int_equal(block->list.n_items, 2);
	assert_string_equal(block->list.items[0].term, "Captain");
	assert_string_equal(block->list.items[0].text, "Ada");
	assert_string_equal(block->list.items[1].text, "open");
}

static const char bullet_section[] =
    "{kind: bullets, words: {title: t, none: x, title-head: a, baseline-head: b, goal-head: c, "
    "standing-head: d, no-reading: unread, no-baseline: unknown, unaimed: \"{unaimed}: {names}\", "
    "others: \"{others} more\", key-worse: worse, key-none: dashed, finding: \"{rows}\", "
    "finding-row: [{when: worse, text: \"{title} worse\"}, \"{title} {now}\"]}}";

static void places_bullets_between_baseline_and_goal(void **state)
{
	const struct block *block = compose_block(*state, bullet_section, BLOCK_BULLETS);
	const struct bullet *bullets = block->bullets.bullets;

	/* Emil has no goal and so no track. */
	assert_int_equal(block->bullets.n_bullets, 4);
	assert_true(fabs(bullets[0].now - (6.1 - 8.4) / (4.0 - 8.4)) < 1e-9);
	assert_string_equal(bullets[0].title, "North");
	assert_string_equal(bullets[0].text, "Anna");
	assert_string_equal(bullets[0].now_figure, "6.1%");
	assert_string_equal(bullets[0].goal_figure, "4.0%");
	/* (47 - 52) / (85 - 52) */
	assert_true(fabs(bullets[1].now + 5.0 / 33) < 1e-9);
	/* No baseline, more is better: 68 of 80. */
	assert_false(bullets[2].baseline);
	assert_true(fabs(bullets[2].now - 0.85) < 1e-9);
	assert_string_equal(bullets[2].baseline_figure, "none yet");
	/* No baseline, less is better: no place, but the figure. */
	assert_true(isnan(bullets[3].now));
	assert_string_equal(bullets[3].now_figure, "12 h");
	assert_string_equal(bullets[3].baseline_figure, "unknown");
	assert_string_equal(block->bullets.words.finding,
	                    "Anna 6.1%; Bert worse; Cleo 68 t; Dora 12 h");
	assert_string_equal(block->bullets.key_worse, "worse");
	assert_string_equal(block->bullets.key_none, "dashed");
}

static void puts_the_case_beside_a_bullet(void **state)
{
	const struct bullet *bullets =
	    compose_block(*state, bullet_section, BLOCK_BULLETS)->bullets.bullets;

	assert_int_equal(bullets[0].standing, STANDING_HOLDING);
	assert_string_equal(bullets[0].standing_title, "Holding");
	assert_string_equal(bullets[0].standing_text, "One");
	assert_string_equal(bullets[0].standing_note, "1 more");
	assert_int_equal(bullets[1].standing, STANDING_OPEN);
	assert_int_equal(bullets[2].standing, STANDING_NONE);
}

static void looks_through_the_layers(void **state)
{
	const struct block *block = compose_block(
	    *state,
	    "{kind: sight, words: {title: t, none: x, cell: \"{title} {now} {goal}\", "
	    "empty: \"-\", elsewhere: other, list-head: l, now-head: n, goal-head: g}}",
	    BLOCK_TABLE);

	/* Berths by crews, and what has none. */
	assert_int_equal(block->table.n_columns, 4);
	assert_int_equal(block->table.n_rows, 3);
	assert_string_equal(block->table.columns[1].head, "Deck");
	assert_string_equal(block->table.columns[3].head, "other");
	assert_string_equal(cell(block, 0, 1), "Anna 6.1% 4.0%");
	assert_string_equal(cell(block, 1, 1), "-");
	assert_string_equal(cell(block, 1, 3), "Cleo 68 t 80 t\nDora 12 h 10 h\nEmil  ");
	assert_string_equal(cell(block, 2, 0), "West");
}

static const char trend_section[] =
    "{kind: trends, words: {title: \"{first-date} {last-date}\", none: none, "
    "without: \"{names}\", finding: \"{rows}\", finding-row: \"{title} {first} {last}\"}}";

static void draws_readings_up_to_the_day_of_the_sheet(void **state)
{
	const struct block *block = compose_block(*state, trend_section, BLOCK_TRENDS);
	const struct trend *anna = &block->trends.trends[0];

	assert_int_equal(block->trends.n_trends, 4);
	assert_int_equal(anna->n_readings, 2);
	assert_string_equal(anna->readings[0].figure, "8.0%");
	assert_string_equal(anna->readings[1].figure, "6.1%");
	assert_true(anna->goal == 4.0);
	assert_string_equal(block->trends.first_label, "2026-3-31");
	assert_string_equal(block->trends.last_label, "2026-6-30");
}

static void adds_a_case_within_each_unit(void **state)
{
	const struct block *block = compose_block(
	    *state,
	    "{kind: case, record: bet, columns: [name, low, high], words: {"
	    "title: \"{refuted} {missing}\", none: x, head: \"{title}, {unit}\", total: \"all {n}\", "
	    "total-shown: \"shown {n}\", "
	    "total-done: \"held {n}\", note: n}}",
	    BLOCK_TABLE);

	assert_string_equal(cell(block, 0, 0), "USD");
	assert_string_equal(cell(block, 1, 1), "1,000");
	assert_null(cell(block, 3, 1));
	assert_string_equal(cell(block, 4, 0), "all 3");
	assert_string_equal(cell(block, 4, 1), "1,500");
	assert_string_equal(cell(block, 4, 2), "3,740");
	assert_string_equal(cell(block, 5, 0), "shown 2");
	assert_string_equal(cell(block, 5, 2), "3,040");
	assert_string_equal(cell(block, 6, 0), "held 1");
	assert_string_equal(cell(block, 6, 2), "3,000");
	assert_string_equal(cell(block, 7, 0), "days");
	assert_string_equal(cell(block, 8, 2), "2.5");
	assert_int_equal(block->table.n_rows, 9);
}

static const char coverage_section[] =
    "{kind: coverage, record: horn, columns: [berth, kind, loud], words: {title: "
    "\"{uneven} {bare} {whole} {lacking-first} {lacking-second}\", none: none, "
    "flag: \"no {missing}\", key-checked: loud, key-unchecked: soft, gap-title: \"{missing}\", "
    "gap: \"{n}: {names}\", finding: \"{rows}\"}}";

static void shows_what_is_covered(void **state)
{
	const struct block *block = compose_block(*state, coverage_section, BLOCK_SQUARES);
	const struct squares_row *rows = block->squares.rows;

	assert_int_equal(block->squares.n_columns, 2);
	assert_int_equal(block->squares.n_rows, 3);
	assert_int_equal(rows[0].cells[0].squares[0], SQUARE_DONE);
	assert_int_equal(rows[0].cells[1].squares[0], SQUARE_OPEN);
	assert_null(rows[0].flag);
	assert_int_equal(rows[1].cells[0].n_squares, 3);
	assert_int_equal(rows[1].cells[1].n_squares, 0);
	assert_string_equal(rows[1].flag, "no Y");
	assert_string_equal(rows[2].flag, "no W and Y");
	assert_string_equal(block->squares.words.finding,
	                    "North: W 1 and Y 1; South: W 3 and Y 0; West: W 0 and Y 0");
	assert_string_equal(title_of(*state, coverage_section), "1 1 1 0 1");
	block = compose_block(*state, coverage_section, BLOCK_LIST);
	assert_string_equal(block->list.items[0].text, "0: ");
	assert_string_equal(block->list.items[1].text, "1: South");
}

static void tells_what_is_too_old(void **state)
{
	static const char section[] =
	    "{kind: freshness, columns: [name, age], count: 100, words: {title: "
	    "\"{stale} {fresh} {undated} {unlimited}\", none: x, undated: \"{undated-names}\", "
	    "limits: daily 7 yearly 400}}";
	const struct block *block = compose_block(*state, section, BLOCK_TABLE);

	/* 730 days of 100, then 29 of 7; 1 of 7 and 272 of 400 are fresh. */
	assert_int_equal(block->table.n_rows, 2);
	assert_string_equal(cell(block, 0, 0), "H4");
	assert_string_equal(cell(block, 0, 1), "730 days");
	assert_string_equal(cell(block, 1, 0), "H3");
	assert_string_equal(title_of(*state, section), "2 2 1 0");
	assert_string_equal(compose_block(*state, section, BLOCK_PARAGRAPH)->paragraph.text, "H5");
}

static void shares_of_checks_are_bars(void **state)
{
	const struct block *block = compose_block(
	    *state,
	    "{kind: record-shares, record: horn, columns: [loud, secret], words: {title: t, "
	    "value-head: v, figure: \"{part}/{n}\", finding: \"{rows}\"}}",
	    BLOCK_BARS);

	assert_true(block->bars.bars[0].value == 20);
	assert_string_equal(block->bars.bars[1].figure, "2/5");
}

static void the_headline_counts_courses(void **state)
{
	static const char courses[] =
	    "{kind: record-headline, record: ship, words: {lead: l, title: "
	    "\"{moving} {toward} {reached} {worse} {worse-names} {compared} {unbased} "
	    "{unread} {bare} {parent-count} {counted-parents}\"}}";
	static const char covered[] =
	    "{kind: record-headline, record: horn, columns: [berth, kind], words: {lead: l, "
	    "title: [{when: covering, text: \"{uneven} {bare} {gapped}\"}, no]}}";

	assert_string_equal(title_of(*state, courses), "1 1 0 1 Bert 2 2 1 1 3 berths");
	assert_string_equal(title_of(*state, covered), "1 1 2");
}

static void everything_stands_without_a_sheet(void **state)
{
	static const char *const sections[] = {
		bullet_section, trend_section, coverage_section,
		"{kind: record-headline, words: {lead: l, "
		"title: [{when: no-sheet, text: none}, x]}}",
		"{kind: record-table, record: ship, words: {title: x, none: none}}",
		"{kind: record-form, words: {title: x, none: none}}",
		"{kind: record-shares, words: {title: x, value-head: v, figure: f, finding: f}}",
		"{kind: sight, words: {title: x, none: none, cell: c, elsewhere: e, list-head: l, "
		"now-head: n, goal-head: g}}",
		"{kind: case, words: {title: x, none: none, head: h, total: t, note: n}}",
		"{kind: freshness, words: {title: x, none: none}}",
		"{kind: record-explanation, words: {title: x, inventory-row: r, "
		"inventory: \"{rows}\"}}",
	};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
		compose_sheet(fixture, NULL, sections[i]);
		assert_right(fixture);
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(writes_every_type_of_cell),
		TEST(filters_rows_and_counts_them),
		TEST(says_what_is_not_there),
		TEST(shows_a_single_record_as_a_list),
		TEST(places_bullets_between_baseline_and_goal),
		TEST(puts_the_case_beside_a_bullet),
		TEST(looks_through_the_layers),
		TEST(draws_readings_up_to_the_day_of_the_sheet),
		TEST(adds_a_case_within_each_unit),
		TEST(shows_what_is_covered),
		TEST(tells_what_is_too_old),
		TEST(shares_of_checks_are_bars),
		TEST(the_headline_counts_courses),
		TEST(everything_stands_without_a_sheet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
