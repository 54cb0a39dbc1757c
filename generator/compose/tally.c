#include <stdint.h>

#include "base/arena.h"
#include "compose/tallying.h"
#include "compose/worksheet.h"

/* People whose totals stand side by side in one table. */
enum { PEOPLE_IN_A_ROW = 10 }; /* where neither template nor theme says more */

static void add_questions(struct composer *composer)
{
	static const char *const keys[] = {"question-1", "question-2", "question-3"};
	struct prompts_block prompts = {.field = FIELD_WORD_QUESTION ".Tally",
	                                .n_columns = 3, .first_number = 1, .n_lines = 0};

	prompts.texts = ARENA_ARRAY(composer->arena, const char *, 3);
	for (size_t i = 0; i < 3; i++) {
		const char *text = composer_say(composer, keys[i]);

		if (text != NULL)
			prompts.texts[prompts.n_texts++] = text;
	}
	if (prompts.n_texts == 0)
		return;
	prompts.n_columns = prompts.n_texts;
	composer_add_heading(composer, 2, STYLE_SECTION, composer_say(composer, "questions-title"),
	                     NULL);
	composer_add(composer, BLOCK_PROMPTS)->prompts = prompts;
}

/* Whether people can fill in a group's row: counts of its crosses, or the
 * total of its ratings. */
static bool has_row(const struct framework *f, size_t group, enum scale_kind kind)
{
	if (f->elements[group].n_items == 0)
		return false;
	return kind == SCALE_MARK ? worksheet_counts(f, group) : worksheet_adds_up(f, group);
}

/* One row for each group of items that has one for this kind of scale, named
 * with the section it belongs to. */
static void add_rows(struct tallying *tallying, enum scale_kind kind)
{
	const struct framework *f = tallying->composer->framework;
	size_t level = level_of_groups(f), parent = SIZE_MAX;

	for (size_t i = framework_next(f, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(f, 0, i, level)) {
		const struct element *group = &f->elements[i];

		if (!has_row(f, i, kind))
			continue;
		tallying_push(tallying, i, (struct tally_row){
			.group = level > 1 ? f->elements[group->parent].text : NULL,
			.title = group->text,
			.first = level > 1 && group->parent != parent,
		});
		parent = group->parent;
	}
}

/* The sum of all rows, where it is what the program says of the whole. */
static void add_total(struct tallying *tallying, enum scale_kind kind)
{
	struct composer *composer = tallying->composer;
	const struct framework *f = composer->framework;
	size_t groups = framework_count(f, 0, level_of_groups(f));
	const char *title;

	if (kind == SCALE_MARK ? tallying->block.n_rows < groups : !worksheet_adds_up(f, 0))
		return;
	composer_set_count(composer, "row-count", tallying->block.n_rows);
	title = composer_say(composer, "total");
	if (title != NULL && tallying->block.n_rows > 1)
		tallying_push(tallying, 0, (struct tally_row){.title = title, .total = true});
}

/* The fields that a box of the last row adds up: those above it. */
static const char **names_above(const struct tallying *tallying, size_t n, const char *rest)
{
	struct composer *composer = tallying->composer;
	const char **names = ARENA_ARRAY(composer->arena, const char *, n);

	for (size_t i = 0; i < n; i++)
		names[i] = field_name(composer, FIELD_WORD_TALLY, tallying_id(tallying, i), rest);
	return names;
}

/* How many items each group of marks has when all have the same number, else 0. */
static size_t group_size(const struct framework *f)
{
	size_t level = level_of_groups(f), size = 0;

	for (size_t i = framework_next(f, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(f, 0, i, level)) {
		if (!has_row(f, i, SCALE_MARK))
			continue;
		if (size != 0 && f->elements[i].n_items != size)
			return 0;
		size = f->elements[i].n_items;
	}
	return size;
}

static struct tallying begin_tally(struct composer *composer, enum scale_kind kind)
{
	bool grouped = level_of_groups(composer->framework) > 1;
	struct tallying tallying = {.composer = composer};

	tallying.block.group_head = grouped ? composer_text(composer, "sections-head") : NULL;
	tallying.block.title_head = composer_text(composer, "groups-head");
	add_rows(&tallying, kind);
	if (tallying.block.n_rows > 0)
		add_total(&tallying, kind);
	return tallying;
}

/* Counts come from the sheets before, those of the group from people. */
static struct number_box sign_box(const struct tallying *tallying, size_t i, bool mine, bool plus)
{
	struct composer *composer = tallying->composer;
	size_t opened = composer_open_flags(composer);
	const char *sign = plus ? "plus" : "minus", *id = tallying_id(tallying, i);
	const char *count = field_name(composer, FIELD_WORD_COUNT, id, sign);
	const char *rest = arena_printf(composer->arena, "%s.%s", mine ? "mine" : "group", sign);
	struct number_box box = {.field = field_name(composer, FIELD_WORD_TALLY, id, rest)};

	composer_set(composer, "counted", tallying->block.rows[i].title);
	composer_flag(composer, "plus", plus);
	box.tip = composer_text(composer, mine ? "tip-mine" : "tip-group");
	composer_close_flags(composer, opened);
	if (tallying->block.rows[i].total)
		box.calculation = fields_sum(composer, names_above(tallying, i, rest), i);
	else if (mine && !worksheet_is_mixed(composer->framework, tallying->elements[i]))
		box.calculation = fields_sum(composer, &count, 1);
	return box;
}

static void add_signs(struct tallying *tallying)
{
	struct composer *composer = tallying->composer;
	struct tally_block *block = &tallying->block;

	block->mine = composer_text(composer, "mine");
	block->group_sum = composer_text(composer, "group");
	block->talk = composer_say(composer, "talk");
	for (size_t i = 0; i < block->n_rows; i++) {
		block->rows[i].boxes = ARENA_ARRAY(composer->arena, struct number_box, 4);
		for (int box = 0; box < 4; box++)
			block->rows[i].boxes[box] = sign_box(tallying, i, box < 2, box % 2 == 0);
	}
	tallying_add_talk(tallying, FIELD_WORD_TALLY);
	composer_add(composer, BLOCK_TALLY)->tally = *block;
}

static const char *person_id(struct composer *composer, size_t person)
{
	return arena_printf(composer->arena, "person-%zu", person);
}

static struct number_box person_box(const struct tallying *tallying, size_t i, size_t person)
{
	struct composer *composer = tallying->composer;
	const char *rest = person_id(composer, person);
	struct number_box box = {
		.field = field_name(composer, FIELD_WORD_TALLY, tallying_id(tallying, i), rest)};

	composer_set(composer, "counted", tallying->block.rows[i].title);
	composer_set(composer, "person", arena_printf(composer->arena, "%zu", person));
	box.tip = composer_text(composer, "tip-person");
	if (tallying->block.rows[i].total)
		box.calculation = fields_sum(composer, names_above(tallying, i, rest), i);
	return box;
}

static struct number_box mean_box(const struct tallying *tallying, size_t i, size_t people)
{
	struct composer *composer = tallying->composer;
	const char **names = ARENA_ARRAY(composer->arena, const char *, people);
	const char *id = tallying_id(tallying, i);

	for (size_t person = 1; person <= people; person++)
		names[person - 1] = field_name(composer, FIELD_WORD_TALLY, id,
		                               person_id(composer, person));
	composer_set(composer, "counted", tallying->block.rows[i].title);
	return (struct number_box){field_name(composer, FIELD_WORD_TALLY, id, "mean"),
	                           composer_text(composer, "tip-mean"),
	                           fields_mean(composer, names, people)};
}

/* Boxes for the totals of people `first` to `end`, and for the mean after the
 * last one of all. */
static void add_people(const struct tallying *tallying, size_t first, size_t end, bool last)
{
	struct composer *composer = tallying->composer;
	struct tally_block block = tallying->block;
	const char *mean = last ? composer_say(composer, "mean") : NULL;

	block.columns = ARENA_ARRAY(composer->arena, const char *, end - first + 2);
	for (size_t person = first; person <= end; person++)
		block.columns[block.n_columns++] = arena_printf(composer->arena, "%zu", person);
	if (mean != NULL)
		block.columns[block.n_columns++] = mean;
	block.columns_head = composer_say(composer, "people");
	block.rows = ARENA_ARRAY(composer->arena, struct tally_row, block.n_rows);
	for (size_t i = 0; i < block.n_rows; i++) {
		struct tally_row *row = &block.rows[i];

		*row = tallying->block.rows[i];
		row->boxes = ARENA_ARRAY(composer->arena, struct number_box, block.n_columns);
		for (size_t person = first; person <= end; person++)
			row->boxes[person - first] = person_box(tallying, i, person);
		if (mean != NULL)
			row->boxes[block.n_columns - 1] = mean_box(tallying, i, end);
	}
	composer_add(composer, BLOCK_TALLY)->tally = block;
}

static void add_tally(struct composer *composer, enum scale_kind kind)
{
	int count = composer->section->count;
	double beside = composer->input->theme->sizes[SIZE_TALLY_PEOPLE];
	size_t in_a_row = beside >= 1 ? (size_t)beside : PEOPLE_IN_A_ROW;
	size_t people = count > 0 ? (size_t)count : PEOPLE_IN_A_ROW;
	struct tallying tallying = begin_tally(composer, kind);

	if (tallying.block.n_rows == 0)
		return;
	if (kind == SCALE_MARK) {
		add_signs(&tallying);
		return;
	}
	for (size_t first = 1; first <= people; first += in_a_row) {
		size_t end = first + in_a_row - 1;

		add_people(&tallying, first, end < people ? end : people, end >= people);
	}
}

void compose_tally(struct composer *composer)
{
	struct blocks sheet = composer_open(composer);
	size_t size = group_size(composer->framework);
	size_t groups = level_of_groups(composer->framework);

	if (groups > 0)
		composer_set_level(composer, "parent", groups - 1);
	composer_flag(composer, "uniform", size != 0);
	composer_set_number(composer, "most", (double)size, 0);
	add_tally(composer, SCALE_RATING);
	add_tally(composer, SCALE_MARK);
	if (composer->blocks.n_blocks == 0) {
		composer->blocks = sheet;
		return;
	}
	add_questions(composer);
	worksheet_close_sheet(composer, sheet,
	                      framework_is_marks(composer->framework) ? composer->name : NULL);
}

