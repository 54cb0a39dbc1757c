#include "unit.h"

#include "base/buf.h"
#include "dump/scores.h"
#include "score/score.h"
#include "score_fixture.h"

static int set_up(void **state)
{
	*state = arena_new();
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

typedef void dump(const struct scores *scores, struct buf *out);

static const char *dumped(struct arena *arena, const struct answers *answers, dump *write)
{
	struct buf out = {.arena = arena};

	write(score_wave(arena, answers, "w1"), &out);
	return buf_text(&out);
}

static void add_segment(struct arena *arena, struct sheet *sheet, const char *name,
                        const char *value)
{
	sheet->segments = arena_push(arena, sheet->segments, sheet->n_segments,
	                             sizeof *sheet->segments);
	sheet->segments[sheet->n_segments++] = (struct segment){name, value};
}

/* Two people and a consensus. A: a 18, b 10, all 28. B: a (1+2+3+4) x 5/4 =
 * 12.5, b 6 + 5 = 11, all 23.5. Consensus: 15 + 9 = 24. */
static struct answers *ratings(struct arena *arena)
{
	struct answers *answers = fixture_answers(arena, fixture_ratings(arena));
	struct sheet *sheet = fixture_sheet(arena, answers, "A1", (int[]){4, 3, 5, 4, 2, 3, 2});

	sheet->name = "Secret Person";
	sheet->role = "Secret Role";
	add_segment(arena, sheet, "department", "Réseau, \"Nord\"");
	sheet = fixture_sheet(arena, answers, "B2", (int[]){1, 2, BLANK, 3, 4, 3, 1});
	add_segment(arena, sheet, "site", "=West");
	sheet = fixture_sheet(arena, answers, "", (int[]){3, 3, 3, 3, 3, 3, 3});
	sheet->kind = SHEET_CONSENSUS;
	return answers;
}

static struct answers *marks(struct arena *arena)
{
	struct framework *framework = fixture_marks(arena);
	struct answers *answers = fixture_answers(arena, framework);

	framework->elements[1].text = "Οδηγώ";
	framework->elements[2].text = "A statement that goes on and on, far beyond what "
	                              "a line of a terminal can take";
	framework->elements[3].text = "Two\nlines";
	fixture_sheet(arena, answers, "A1", (int[]){1, 1, BLANK, -1, 1});
	fixture_sheet(arena, answers, "B2", (int[]){-1, 1, BLANK, -1, -1});
	fixture_sheet(arena, answers, "C3", (int[]){BLANK, BLANK, BLANK, BLANK, BLANK});
	framework->split = 0.33;
	answers->sample = true;
	return answers;
}

static void text_of_ratings(void **state)
{
	static const char expected[] =
	"Ratings (ratings 1.0)\n"
	"wave w1: 2 people and a consensus sheet\n"
	"\n"
	"element       n   mean    sd  agreement  band\n"
	"All in all    2  25.75  3.18       0.72  Middle\n"
	"  Section a   2  15.25  3.89       0.63  Good\n"
	"    Item a-1  2   2.50  2.12       0.32\n"
	"    Item a-2  2   2.50  0.71       0.81\n"
	"    Item a-3  1   5.00     –          –\n"
	"    Item a-4  2   3.50  0.71       0.81\n"
	"    Item a-5  2   3.00  1.41       0.58\n"
	"  Section b   2  10.50  0.71       0.90  Poor\n"
	"    Item b-1  2   3.00  0.00       1.00\n"
	"    Item b-2  2   4.50  0.71       0.81\n"
	"\n"
	"respondent   segments        score  answered  band\n"
	"A1           Réseau, \"Nord\"  28.00       7/7  Middle\n"
	"B2           =West           23.50       6/7  Middle\n"
	"(consensus)                  24.00       7/7  Middle\n";

	assert_string_equal(dumped(*state, ratings(*state), dump_scores_text), expected);
}

/* Texts are cut by characters, on one line, and the columns stay aligned. */
static void text_of_marks(void **state)
{
	static const char expected[] =
	"Marks (marks 2.1)\n"
	"wave w1: 3 people, sample data\n"
	"\n"
	"element                                         n  +  −  blank    net  agreement  split\n"
	"All in all                                      2  4  4      7   0.00       0.60\n"
	"  Οδηγώ                                         2  3  1      5  +0.33       0.67\n"
	"    A statement that goes on and on, far beyo…  2  1  1      1   0.00       0.00  split\n"
	"    Two lines                                   2  2  0      1  +1.00       1.00\n"
	"    Item s-3                                    2  0  0      3   0.00       1.00\n"
	"  Section t                                     2  1  3      2  −0.50       0.50\n"
	"    Item t-1                                    2  0  2      1  −1.00       1.00\n"
	"    Item t-2                                    2  1  1      1   0.00       0.00  split\n"
	"\n"
	"respondent  segments  score  answered\n"
	"A1                    +0.40       4/5\n"
	"B2                    −0.40       4/5\n"
	"C3                        –       0/5\n";

	assert_string_equal(dumped(*state, marks(*state), dump_scores_text), expected);
}

static void text_of_nobody(void **state)
{
	struct answers *answers = fixture_answers(*state, fixture_marks(*state));
	const char *text = dumped(*state, answers, dump_scores_text);

	assert_non_null(strstr(text, "wave w1: 0 people\n"));
	assert_non_null(strstr(text, "All in all    0  0  0      0    –"));
	assert_null(strstr(text, "respondent"));
}

static void text_of_one_person(void **state)
{
	struct answers *answers = fixture_answers(*state, fixture_marks(*state));

	fixture_sheet(*state, answers, "A1", (int[]){1, 1, 1, 1, 1});
	assert_non_null(strstr(dumped(*state, answers, dump_scores_text), "wave w1: 1 person\n"));
}

/* One section with one item, one person and a consensus sheet. */
static struct answers *one_item(struct arena *arena)
{
	static const char *const ids[] = {"x"};
	static const size_t n_items[] = {1};
	struct framework *framework =
	    fixture_framework(arena, ids, n_items, 1, fixture_rating(arena));
	struct answers *answers = fixture_answers(arena, framework);

	framework->id = "one";
	framework->version = "1.0";
	framework->levels[1].rule.measure = MEASURE_MEAN;
	fixture_sheet(arena, answers, "A1", (int[]){4});
	fixture_sheet(arena, answers, "", (int[]){BLANK})->kind = SHEET_CONSENSUS;
	return answers;
}

/* A text in which each ' stands for a quote mark, so that JSON can be read. */
static const char *quoted(struct arena *arena, const char *text)
{
	char *copy = arena_strdup(arena, text);

	for (char *c = copy; *c != '\0'; c++)
		if (*c == '\'')
			*c = '"';
	return copy;
}

static void assert_holds(struct arena *arena, const char *json, const char *part)
{
	if (strstr(json, quoted(arena, part)) == NULL)
		fail_msg("%s is not in\n%s", part, json);
}

static void json_whole(void **state)
{
	static const char expected[] =
	"{\n"
	"  'framework': {'id': 'one', 'version': '1.0'},\n"
	"  'wave': 'w1',\n"
	"  'sample': false,\n"
	"  'n_people': 1,\n"
	"  'nodes': [\n"
	"    {'id': 'overall', 'level': 'overall', 'text': 'All in all', 'n': 0, 'mean': null, "
	"'sd': null, 'median': null, 'min': null, 'max': null, 'lower': null, "
	"'upper': null, 'agreement': null, 'blank': 0, 'band': null, 'to_next': null},\n"
	"    {'id': 'x', 'level': 'skill', 'text': 'Section x', 'n': 1, 'mean': 4, "
	"'sd': null, 'median': 4, 'min': 4, 'max': 4, 'lower': 4, "
	"'upper': 4, 'agreement': null, 'blank': 0, 'band': null, 'to_next': null},\n"
	"    {'id': 'x-1', 'level': 'action', 'text': 'Item x-1', 'n': 1, 'mean': 4, "
	"'sd': null, 'median': 4, 'min': 4, 'max': 4, 'lower': 4, "
	"'upper': 4, 'agreement': null, 'blank': 0, 'band': null, 'to_next': null, "
	"'counts': {'1': 0, '2': 0, '3': 0, '4': 1, '5': 0}}\n"
	"  ],\n"
	"  'consensus': [\n"
	"    {'id': 'overall', 'score': null, 'band': null, 'answered': 0},\n"
	"    {'id': 'x', 'score': null, 'band': null, 'answered': 0},\n"
	"    {'id': 'x-1', 'score': null, 'band': null, 'answered': 0}\n"
	"  ],\n"
	"  'people': [\n"
	"    {'respondent': 'A1', 'segments': {}, 'nodes': [\n"
	"      {'id': 'overall', 'score': null, 'band': null, 'answered': 1},\n"
	"      {'id': 'x', 'score': 4, 'band': null, 'answered': 1},\n"
	"      {'id': 'x-1', 'score': 4, 'band': null, 'answered': 1}\n"
	"    ]}\n"
	"  ]\n"
	"}\n";

	assert_string_equal(dumped(*state, one_item(*state), dump_scores_json),
	                    quoted(*state, expected));
}

static void json_of_ratings(void **state)
{
	const char *json = dumped(*state, ratings(*state), dump_scores_json);

	assert_holds(*state, json, "'n': 2, 'mean': 25.75, 'sd': 3.182, 'median': 25.75, "
	                           "'min': 23.5, 'max': 28, 'lower': 24.625, 'upper': 26.875, "
	                           "'agreement': 0.7215, 'blank': 1, 'band': 'mid', "
	                           "'to_next': 4.25}");
	assert_holds(*state, json, "{'id': 'b', 'score': 10, 'band': 'poor', 'answered': 2}");
	assert_holds(*state, json, "'segments': {'department': 'Réseau, \\\"Nord\\\"'}, ");
}

static void json_of_marks(void **state)
{
	const char *json = dumped(*state, marks(*state), dump_scores_json);

	assert_holds(*state, json, "'agreement': 0, 'plus': 1, 'minus': 1, 'blank': 1, "
	                           "'split': true, 'band': null");
	assert_holds(*state, json, "'text': 'Two\\nlines'");
	assert_holds(*state, json, "'mean': -0.5");
	assert_holds(*state, json, "'sample': true");
	assert_null(strstr(json, "counts"));
}

static void json_of_nobody(void **state)
{
	struct answers *answers = fixture_answers(*state, fixture_ratings(*state));
	const char *json = dumped(*state, answers, dump_scores_json);

	assert_holds(*state, json, "'n': 0, 'mean': null, 'sd': null");
	assert_holds(*state, json, "  'consensus': null,\n  'people': [\n  ]\n}\n");
}

static void csv_whole(void **state)
{
	static const char expected[] =
	"scope,respondent,wave,element,level,score,band,answered,plus,minus,blank,"
	"excluded,open,started,done,"
	"n,mean,sd,median,min,max,lower,upper,agreement,split,to_next,"
	"record,row,column,value\n"
	"person,A1,w1,overall,overall,,,1,,,0,,,,,,,,,,,,,,,,,,,\n"
	"person,A1,w1,x,skill,4,,1,,,0,,,,,,,,,,,,,,,,,,,\n"
	"person,A1,w1,x-1,action,4,,1,,,0,,,,,,,,,,,,,,,,,,,\n"
	"consensus,,w1,overall,overall,,,0,,,1,,,,,,,,,,,,,,,,,,,\n"
	"consensus,,w1,x,skill,,,0,,,1,,,,,,,,,,,,,,,,,,,\n"
	"consensus,,w1,x-1,action,,,0,,,1,,,,,,,,,,,,,,,,,,,\n"
	"group,,w1,overall,overall,,,,,,0,,,,,0,,,,,,,,,,,,,,\n"
	"group,,w1,x,skill,,,,,,0,,,,,1,4,,4,4,4,4,4,,,,,,,\n"
	"group,,w1,x-1,action,,,,,,0,,,,,1,4,,4,4,4,4,4,,,,,,,\n";

	assert_string_equal(dumped(*state, one_item(*state), dump_scores_csv), expected);
}

static void csv_of_segments(void **state)
{
	const char *csv = dumped(*state, ratings(*state), dump_scores_csv);

	assert_non_null(strstr(csv, "scope,respondent,wave,segment_department,"
	                              "segment_site,element,level,"));
	assert_non_null(strstr(csv, "\nperson,A1,w1,\"Réseau, \"\"Nord\"\"\",,overall,overall,"
	                              "28,mid,7,,,0,"));
	assert_non_null(strstr(csv, "\nperson,B2,w1,,'=West,a,skill,12.5,poor,4,,,1,"));
	assert_non_null(strstr(csv, "\ngroup,,w1,,,overall,overall,,mid,,,,1,,,,,2,25.75,"
	                              "3.182,25.75,23.5,28,24.625,26.875,0.7215,,4.25,"
	                              ",,,\n"));
}

static void csv_of_marks(void **state)
{
	const char *csv = dumped(*state, marks(*state), dump_scores_csv);

	assert_non_null(strstr(csv, "\nperson,A1,w1,s,skill,0.6667,,2,2,0,1,"));
	assert_non_null(strstr(csv, "\nperson,C3,w1,overall,overall,,,0,0,0,5,"));
	assert_non_null(strstr(csv, "\ngroup,,w1,s-1,action,,,,1,1,1,,,,,2,0,1.4142,0,-1,1,"
	                              "-0.5,0.5,0,true,,,,,\n"));
}

/* A person, and a consensus sheet with two rows of a record. p: 1 of the 2 that
 * apply and are answered; q: 1 of 2. The gap of the first row: 2 - 6 = -4. */
static struct answers *stands(struct arena *arena)
{
	static struct point options[] = {{.value = 0, .id = "low"}, {.value = 1, .id = "high"}};
	static struct record_column columns[] = {
		{.id = "name", .type = COLUMN_TEXT},
		{.id = "grade", .type = COLUMN_LINE, .options = options, .n_options = 2},
		{.id = "safe", .type = COLUMN_CHECK},
		{.id = "base", .type = COLUMN_NUMBER},
		{.id = "goal", .type = COLUMN_NUMBER},
		{.id = "gap", .type = COLUMN_COMPUTED, .computation = COMPUTE_DIFFERENCE,
		 .sources = {{0, 4, SIZE_MAX}, {0, 3, SIZE_MAX}}, .n_sources = 2},
		{.id = "after", .type = COLUMN_REFERENCE, .record = 0},
	};
	static struct record record = {.id = "task", .columns = columns, .n_columns = 7};
	static struct value one[7] = {
		{.given = true, .text = "-1 \"x\""}, {.given = true, .number = 1, .text = "high"},
		{.given = true, .number = 0, .text = "no"},
		{.given = true, .number = 6, .text = "6.0"},
		{.given = true, .number = 2, .text = "2"}, {0},
		{.given = true, .number = 1, .text = "two"},
	};
	static struct value two[7] = {[3] = {.none = true, .text = "none yet"}};
	static struct record_row rows[] = {{.id = "one", .values = one},
	                                   {.id = "two", .values = two}};
	static struct record_rows records = {rows, 2};
	static struct scale free_text = {.id = "words", .kind = SCALE_TEXT};
	struct framework *framework = fixture_stands(arena);
	struct answers *answers = fixture_answers(arena, framework);
	struct sheet *sheet;

	framework->records = &record;
	framework->n_records = 1;
	framework->elements[5].scale = &free_text;
	sheet = fixture_sheet(arena, answers, "A1", (int[]){2, 1, EXCLUDED, BLANK, 0, 2, 1});
	sheet->written = ARENA_ARRAY(arena, struct value, 7);
	sheet->written[3] = (struct value){.given = true, .text = "Secret thought"};
	sheet = fixture_sheet(arena, answers, "", (int[]){2, 1, EXCLUDED, BLANK, 0, 2, BLANK});
	sheet->kind = SHEET_CONSENSUS;
	sheet->written = ARENA_ARRAY(arena, struct value, 7);
	sheet->written[3] = (struct value){.given = true, .text = "Together"};
	sheet->records = &records;
	return answers;
}

static void text_of_stands(void **state)
{
	static const char expected[] =
	"consensus sheet  answer          score  done  started  open  blank  excluded\n"
	"All in all                        0.50     2        1     2      0         1\n"
	"  Section p                       0.50     1        1     0      0         1\n"
	"    Item p-1     done             1.00     1        0     0      0         0\n"
	"    Item p-2     under-way        0.00     0        1     0      0         0\n"
	"    Item p-3     does-not-apply      –     0        0     0      0         1\n"
	"    Item p-4     Together            –     0        0     0      0         0\n"
	"  Section q                       0.50     1        0     2      0         0\n"
	"    Item q-1     not-started      0.00     0        0     1      0         0\n"
	"    Item q-2     done             1.00     1        0     0      0         0\n"
	"    Item q-3                      0.00     0        0     1      0         0\n"
	"\n"
	"position: Section p (p)\n"
	"\n"
	"respondent   segments  score  answered\n"
	"A1                      0.50       6/7\n"
	"(consensus)             0.50       6/7\n"
	"\n"
	"task  name    grade  safe      base  goal  gap  after\n"
	"one   -1 \"x\"  high   no         6.0     2   -4  two\n"
	"two   –       –      –     none yet     –    –  –\n";
	const char *text = dumped(*state, stands(*state), dump_scores_text);

	assert_non_null(strstr(text, "All in all       3        1     1      0         1\n"));
	assert_string_equal(strstr(text, "consensus sheet  "), expected);
}

static void json_of_stands(void **state)
{
	const char *json = dumped(*state, stands(*state), dump_scores_json);

	assert_holds(*state, json, "'blank': 0, 'excluded': 1, "
	                           "'stands': {'open': 1, 'started': 1, 'done': 3}, ");
	assert_holds(*state, json, "'counts': {'not-started': 0, 'under-way': 1, 'done': 0}");
	assert_holds(*state, json, "{'id': 'p', 'score': 0.5, 'band': null, 'answered': 3, "
	                           "'excluded': 1, "
	                           "'stands': {'open': 0, 'started': 1, 'done': 1}}");
	assert_holds(*state, json, "'answer': 'does-not-apply'}");
	assert_holds(*state, json, "'answer': 'Together'}");
	assert_holds(*state, json, "  'position': 'p',\n  'records': {\n    'task': [\n");
	assert_holds(*state, json, "{'id': 'one', 'values': {'name': '-1 \\\"x\\\"', "
	                           "'grade': 'high', 'safe': false, 'base': 6, 'goal': 2, "
	                           "'gap': -4, 'after': 'two'}, 'none': []},\n");
	assert_holds(*state, json, "{'id': 'two', 'values': {'name': null, 'grade': null, "
	                           "'safe': null, 'base': null, 'goal': null, 'gap': null, "
	                           "'after': null}, 'none': ['base']}\n    ]\n  },\n");
}

/* Numbers are numbers; text that begins like a formula is kept from being one. */
static void csv_of_stands(void **state)
{
	const char *csv = dumped(*state, stands(*state), dump_scores_csv);

	assert_non_null(strstr(csv, "\nconsensus,,w1,p,skill,0.5,,3,,,0,1,0,1,1,,,,,,,,,,,,,,,\n"));
	assert_non_null(strstr(csv, "\nposition,,w1,p,skill,,,"));
	assert_non_null(strstr(csv, ",task,one,name,\"'-1 \"\"x\"\"\"\n"));
	assert_non_null(strstr(csv, ",task,one,gap,-4\n"));
	assert_non_null(strstr(csv, ",task,one,base,6\n"));
	assert_non_null(strstr(csv, ",task,one,safe,no\n"));
	assert_non_null(strstr(csv, ",task,one,after,two\n"));
	assert_non_null(strstr(csv, ",task,two,base,none yet\n"));
	assert_null(strstr(csv, ",task,two,name,"));
}

/* A framework of records alone. */
static void nothing_to_answer(void **state)
{
	struct answers *answers = stands(*state);
	struct framework *framework =
	    fixture_framework(*state, NULL, NULL, 0, fixture_rating(*state));

	framework->id = framework->title = "records";
	framework->version = "1.0";
	framework->records = answers->framework->records;
	framework->n_records = 1;
	answers->framework = framework;
	answers->sheets[0] = answers->sheets[1];
	answers->n_sheets = 1;
	assert_non_null(strstr(dumped(*state, answers, dump_scores_text),
	                       "wave w1: 0 people and a consensus sheet\n\ntask  name "));
	assert_holds(*state, dumped(*state, answers, dump_scores_json),
	             "  'consensus': [\n    {'id': 'overall', 'score': null, 'band': null, "
	             "'answered': 0}\n  ],\n  'records': {\n");
	assert_non_null(strstr(dumped(*state, answers, dump_scores_csv), ",task,one,goal,2\n"));
}

static size_t commas(const char *line)
{
	size_t n = 0;

	for (bool quoted = false; *line != '\n'; line++) {
		if (*line == '"')
			quoted = !quoted;
		n += *line == ',' && !quoted;
	}
	return n;
}

static void csv_rows_are_equally_long(void **state)
{
	const struct answers *all[] = {ratings(*state), marks(*state), stands(*state)};

	for (size_t i = 0; i < 3; i++) {
		const char *csv = dumped(*state, all[i], dump_scores_csv);
		size_t expected = commas(csv);

		for (const char *line = csv; *line != '\0'; line = strchr(line, '\n') + 1)
			assert_int_equal(commas(line), expected);
	}
}

static void no_dump_holds_a_name(void **state)
{
	static dump *const dumps[] = {dump_scores_text, dump_scores_json, dump_scores_csv};

	for (size_t i = 0; i < 3; i++) {
		assert_null(strstr(dumped(*state, ratings(*state), dumps[i]), "Secret"));
		assert_null(strstr(dumped(*state, stands(*state), dumps[i]), "Secret"));
	}
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(text_of_ratings),
		TEST(text_of_marks),
		TEST(text_of_nobody),
		TEST(text_of_one_person),
		TEST(json_whole),
		TEST(json_of_ratings),
		TEST(json_of_marks),
		TEST(json_of_nobody),
		TEST(csv_whole),
		TEST(csv_of_segments),
		TEST(csv_of_marks),
		TEST(text_of_stands),
		TEST(json_of_stands),
		TEST(csv_of_stands),
		TEST(nothing_to_answer),
		TEST(csv_rows_are_equally_long),
		TEST(no_dump_holds_a_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
