#include <stdint.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/worksheet.h"

/* People whose totals stand side by side in one table. */
enum { PEOPLE_IN_A_ROW = 10 };

static void add_questions(struct composer *composer)
{
	static const char *const keys[] = {"question-1", "question-2", "question-3"};
	struct prompts_block prompts = {.n_columns = 3, .first_number = 1, .n_lines = 0};

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

static struct tally_row *push_row(struct composer *composer, struct tally_block *tally)
{
	tally->rows = arena_push(composer->arena, tally->rows, tally->n_rows, sizeof *tally->rows);
	return &tally->rows[tally->n_rows++];
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
static void add_rows(struct composer *composer, struct tally_block *tally, enum scale_kind kind)
{
	const struct framework *f = composer->framework;
	size_t level = level_of_groups(f), parent = SIZE_MAX;

	for (size_t i = framework_next(f, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(f, 0, i, level)) {
		const struct element *group = &f->elements[i];

		if (!has_row(f, i, kind))
			continue;
		*push_row(composer, tally) = (struct tally_row){
			.id = group->id,
			.group = level > 1 ? f->elements[group->parent].text : NULL,
			.title = group->text,
			.first = level > 1 && group->parent != parent,
		};
		parent = group->parent;
	}
}

/* The sum of all rows, where it is what the program says of the whole. */
static void add_total(struct composer *composer, struct tally_block *tally, enum scale_kind kind)
{
	const struct framework *f = composer->framework;
	size_t groups = framework_count(f, 0, level_of_groups(f));
	const char *title;

	if (kind == SCALE_MARK ? tally->n_rows < groups : !worksheet_adds_up(f, 0))
		return;
	composer_set_count(composer, "row-count", tally->n_rows);
	title = composer_say(composer, "total");
	if (title == NULL || tally->n_rows < 2)
		return;
	*push_row(composer, tally) = (struct tally_row){
		.id = composer->framework->elements[0].id, .title = title, .total = true};
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

static struct tally_block make_tally(struct composer *composer, enum scale_kind kind)
{
	bool grouped = level_of_groups(composer->framework) > 1;
	struct tally_block tally = {
		.group_head = grouped ? composer_text(composer, "sections-head") : NULL,
		.title_head = composer_text(composer, "groups-head"),
	};

	add_rows(composer, &tally, kind);
	if (tally.n_rows > 0)
		add_total(composer, &tally, kind);
	return tally;
}

/* Boxes for the totals of people `first` to `end`, and for the mean after the
 * last one of all. */
static void add_people(struct composer *composer, struct tally_block tally, size_t first,
                       size_t end, bool last)
{
	const char *mean = composer_say(composer, "mean");

	tally.columns = ARENA_ARRAY(composer->arena, struct tally_column, end - first + 2);
	for (size_t i = first; i <= end; i++)
		tally.columns[tally.n_columns++] = (struct tally_column){
			arena_printf(composer->arena, "person-%zu", i),
			arena_printf(composer->arena, "%zu", i)};
	if (last && mean != NULL)
		tally.columns[tally.n_columns++] = (struct tally_column){"mean", mean};
	tally.columns_head = composer_say(composer, "people");
	composer_add(composer, BLOCK_TALLY)->tally = tally;
}

static void add_tally(struct composer *composer, enum scale_kind kind)
{
	int count = composer->section->count;
	size_t people = count > 0 ? (size_t)count : PEOPLE_IN_A_ROW;
	struct tally_block tally = make_tally(composer, kind);

	if (tally.n_rows == 0)
		return;
	if (kind == SCALE_MARK) {
		tally.mine = composer_text(composer, "mine");
		tally.group_sum = composer_text(composer, "group");
		tally.talk = composer_say(composer, "talk");
		composer_add(composer, BLOCK_TALLY)->tally = tally;
		return;
	}
	for (size_t first = 1; first <= people; first += PEOPLE_IN_A_ROW) {
		size_t end = first + PEOPLE_IN_A_ROW - 1;

		add_people(composer, tally, first, end < people ? end : people, end >= people);
	}
}

void compose_tally(struct composer *composer)
{
	struct blocks sheet = composer_open(composer);
	size_t size = group_size(composer->framework);

	composer_set_level(composer, "parent", level_of_groups(composer->framework) - 1);
	composer_flag(composer, "uniform", size != 0);
	composer_set_number(composer, "most", (double)size, 0);
	for (enum scale_kind kind = 0; kind < SCALE_COUNT; kind++)
		add_tally(composer, kind);
	if (composer->blocks.n_blocks == 0) {
		composer->blocks = sheet;
		return;
	}
	add_questions(composer);
	worksheet_close_sheet(composer, sheet,
	                      framework_is_marks(composer->framework) ? composer->name : NULL);
}

/* One row for each item of a group that has this scale. */
static void add_item_rows(struct composer *composer, struct tally_block *tally,
                          const struct scale *scale, size_t group)
{
	const struct framework *f = composer->framework;
	const struct element *part = &f->elements[group];

	for (size_t i = part->first_item; i < part->first_item + part->n_items; i++) {
		const struct element *item = &f->elements[f->items[i]];

		if (item->scale == scale)
			*push_row(composer, tally) = (struct tally_row){
				.id = item->id,
				.group = part->text,
				.title = arena_printf(composer->arena, "%zu  %s", i + 1, item->text),
				.first = tally->n_rows == 1 ||
				         tally->rows[tally->n_rows - 2].group != part->text,
			};
	}
}

static void add_points(struct composer *composer, struct tally_block *tally,
                       const struct scale *scale)
{
	tally->columns = ARENA_ARRAY(composer->arena, struct tally_column, scale->n_points);
	tally->n_columns = scale->n_points;
	for (size_t i = 0; i < scale->n_points; i++) {
		const char *figure = arena_printf(composer->arena, "%d", scale->points[i].value);

		tally->columns[i] = (struct tally_column){figure, figure};
	}
}

/* A sheet with what is in the tally, which is empty afterwards. */
static void close_item_tally(struct composer *composer, struct tally_block *tally, size_t sheet)
{
	struct blocks outer;

	if (tally->n_rows == 0)
		return;
	outer = composer_open(composer);
	composer_add(composer, BLOCK_TALLY)->tally = *tally;
	if (composer_say(composer, "notes") != NULL)
		composer_add(composer, BLOCK_LINES)->lines = (struct lines_block){
			.title = composer_say(composer, "notes"),
			.id = arena_printf(composer->arena, "hands.%zu", sheet)};
	worksheet_close_sheet(composer, outer, NULL);
	tally->rows = NULL;
	tally->n_rows = 0;
}

/* The rated items by groups, as many groups on a sheet as have room for at
 * most `count` items. */
static void add_item_tallies(struct composer *composer, const struct scale *scale, size_t count)
{
	const struct framework *f = composer->framework;
	size_t level = level_of_groups(f), sheet = 1;
	struct tally_block tally = {
		.title_head = composer_text(composer, "items-head"),
		.talk = composer_say(composer, "talk"),
		.columns_head = composer_say(composer, "points"),
	};

	add_points(composer, &tally, scale);
	for (size_t i = framework_next(f, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(f, 0, i, level)) {
		if (tally.n_rows > 0 && tally.n_rows + f->elements[i].n_items > count)
			close_item_tally(composer, &tally, sheet++);
		add_item_rows(composer, &tally, scale, i);
	}
	close_item_tally(composer, &tally, sheet);
}

void compose_item_tally(struct composer *composer)
{
	enum { COUNT_STANDARD = 12 };
	const struct framework *f = composer->framework;
	int count = composer->section->count > 0 ? composer->section->count : COUNT_STANDARD;

	for (size_t i = 0; i < f->n_scales; i++)
		if (f->scales[i].kind == SCALE_RATING)
			add_item_tallies(composer, &f->scales[i], (size_t)count);
}

void compose_discussion(struct composer *composer)
{
	const struct framework *f = composer->framework;
	struct blocks sheet = composer_open(composer);
	const char **texts;

	if (f->n_prompts == 0) {
		composer->blocks = sheet;
		return;
	}
	texts = ARENA_ARRAY(composer->arena, const char *, f->n_prompts);
	for (size_t i = 0; i < f->n_prompts; i++)
		texts[i] = f->prompts[i];
	composer_add(composer, BLOCK_PROMPTS)->prompts = (struct prompts_block){
		.texts = texts, .n_texts = f->n_prompts, .n_columns = 1, .first_number = 1};
	worksheet_close_sheet(composer, sheet, NULL);
}

void compose_plan(struct composer *composer)
{
	enum { ROWS_STANDARD = 4 };
	const struct framework *f = composer->framework;
	struct blocks sheet = composer_open(composer);
	int rows = composer->section->count > 0 ? composer->section->count : ROWS_STANDARD;

	for (size_t i = 0; i < f->n_plan; i++)
		composer_add(composer, BLOCK_PLAN)->plan = (struct plan_block){
			.id = f->plan[i].id,
			.title = f->plan[i].title,
			.text = f->plan[i].text,
			.section_head = composer_text(composer, "section-head"),
			.owner_head = composer_text(composer, "owner-head"),
			.due_head = composer_text(composer, "due-head"),
			.first_number = (int)i * rows + 1,
			.n_rows = rows,
		};
	if (f->n_plan == 0) {
		composer->blocks = sheet;
		return;
	}
	worksheet_close_sheet(composer, sheet, NULL)->sheet.fill = true;
}
