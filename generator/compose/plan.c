#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "compose/fields.h"
#include "compose/worksheet.h"

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
		.field = FIELD_WORD_QUESTION ".Discussion",
		.texts = texts, .n_texts = f->n_prompts, .n_columns = 1, .first_number = 1};
	worksheet_close_sheet(composer, sheet, NULL)->sheet.fill = true;
}

/* Whether another group has the same name. */
static bool is_namesake(const struct framework *f, size_t group)
{
	size_t level = level_of_groups(f);

	for (size_t i = framework_next(f, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(f, 0, i, level))
		if (i != group && strcmp(f->elements[i].text, f->elements[group].text) == 0)
			return true;
	return false;
}

/* What an action may be linked to: every group, and nothing. */
static void set_options(struct composer *composer, struct plan_block *plan)
{
	const struct framework *f = composer->framework;
	size_t level = level_of_groups(f);

	plan->options = ARENA_ARRAY(composer->arena, const char *, f->n_elements + 1);
	plan->options[plan->n_options++] = "";
	for (size_t i = framework_next(f, 0, 0, level); level > 0 && i != SIZE_MAX;
	     i = framework_next(f, 0, i, level)) {
		size_t opened = composer_open_flags(composer);

		composer_flag(composer, "namesake", is_namesake(f, i));
		composer_set(composer, "name", f->elements[i].text);
		composer_set(composer, "parent", f->elements[f->elements[i].parent].text);
		plan->options[plan->n_options++] = composer_text(composer, "option");
		composer_close_flags(composer, opened);
	}
}

static void set_rows(struct composer *composer, struct plan_block *plan)
{
	static const char *const keys[PLAN_CELL_COUNT] = {
		[PLAN_ACTION] = "tip-action",
		[PLAN_SECTION] = "tip-section",
		[PLAN_OWNER] = "tip-owner",
		[PLAN_DUE] = "tip-due",
	};

	plan->rows = ARENA_ARRAY(composer->arena, struct plan_row, (size_t)plan->n_rows);
	for (int i = 0; i < plan->n_rows; i++) {
		composer_set(composer, "category", plan->title);
		composer_set(composer, "number",
		             arena_printf(composer->arena, "%d", plan->first_number + i));
		for (int cell = 0; cell < PLAN_CELL_COUNT; cell++)
			plan->rows[i].tips[cell] = composer_text(composer, keys[cell]);
	}
}

/* Rows of each category: as many as the template asks for, where all of them
 * have room on paper that lies on its side. */
static int count_rows(const struct composer *composer)
{
	enum { ROWS_STANDARD = 4, ROWS_AT_LEAST = 2 };
	const double *sizes = composer->input->theme->sizes;
	double categories = (double)composer->framework->n_plan;
	int rows = composer->section->count > 0 ? composer->section->count : ROWS_STANDARD;

	while (composer->input->template->landscape && rows > ROWS_AT_LEAST &&
	       categories * (sizes[SIZE_PLAN_GAP] + sizes[SIZE_PLAN_HEAD] +
	                     rows * sizes[SIZE_WRITE_ROW]) > worksheet_height(composer))
		rows--;
	return rows;
}

void compose_plan(struct composer *composer)
{
	const struct framework *f = composer->framework;
	struct blocks sheet = composer_open(composer);
	int rows = count_rows(composer);
	struct plan_block plan = {
		.section_head = composer_text(composer, "section-head"),
		.owner_head = composer_text(composer, "owner-head"),
		.due_head = composer_text(composer, "due-head"),
		.due_format = composer_say(composer, "due-format"),
		.n_rows = rows,
	};

	set_options(composer, &plan);
	if (f->n_items == 0)
		plan.section_head = NULL;
	for (size_t i = 0; i < f->n_plan; i++) {
		plan.id = f->plan[i].id;
		plan.title = f->plan[i].title;
		plan.text = f->plan[i].text;
		plan.first_number = (int)i * rows + 1;
		set_rows(composer, &plan);
		composer_add(composer, BLOCK_PLAN)->plan = plan;
	}
	if (f->n_plan == 0) {
		composer->blocks = sheet;
		return;
	}
	worksheet_close_sheet(composer, sheet, NULL)->sheet.fill = true;
}
