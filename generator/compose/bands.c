#include <stdint.h>

#include "base/arena.h"
#include "compose/fields.h"
#include "compose/worksheet.h"

static bool has_obstacles(const struct bands *bands)
{
	for (size_t i = 0; i < bands->n_steps; i++)
		if (bands->steps[i].obstacle != NULL)
			return true;
	return false;
}

static struct table_block bands_table(struct composer *composer, const struct bands *bands)
{
	bool obstacles = has_obstacles(bands);
	struct table_block table = {
		.caption = bands->title,
		.n_columns = obstacles ? 4 : 3,
		.n_rows = bands->n_steps,
	};
	double text = obstacles ? 0.43 : 0.73;

	table.columns = ARENA_ARRAY(composer->arena, struct column, 4);
	table.columns[0] = (struct column){composer_text(composer, "score-head"), 0.11, ALIGN_LEFT,
		STYLE_NOTE};
	table.columns[1] = (struct column){bands->title, 0.16, ALIGN_LEFT, STYLE_NOTE_BOLD};
	table.columns[2] = (struct column){composer_text(composer, "text-head"), text, ALIGN_LEFT,
		STYLE_NOTE};
	table.columns[3] = (struct column){composer_text(composer, "obstacle-head"), 0.30,
		ALIGN_LEFT, STYLE_NOTE};
	table.rows = ARENA_ARRAY(composer->arena, struct table_row, bands->n_steps);
	for (size_t i = 0; i < bands->n_steps; i++) {
		const struct band *band = &bands->steps[i];
		const char **cells = ARENA_ARRAY(composer->arena, const char *, 4);

		composer_set_number(composer, "from", band->from, 0);
		composer_set_number(composer, "to", band->to, 0);
		cells[0] = composer_text(composer, "limits");
		cells[1] = band->title;
		cells[2] = band->text;
		cells[3] = band->obstacle;
		table.rows[i].cells = cells;
	}
	return table;
}

static void add_level(struct composer *composer, size_t level)
{
	const struct bands *bands = composer->framework->levels[level].rule.bands;
	struct table_block table = bands_table(composer, bands);
	size_t opened = composer_open_flags(composer);
	struct blocks section = composer_open(composer);

	composer_flag(composer, "whole", level == 0);
	composer_set_level(composer, "part", level);
	composer_set(composer, "bands", bands->title);
	composer_set_number(composer, "low", bands->steps[0].from, 0);
	composer_set_number(composer, "high", bands->steps[bands->n_steps - 1].to, 0);
	composer_add_heading(composer, 2, STYLE_SECTION, composer_say(composer, "bands-title"),
	                     composer_say(composer, "bands-aside"));
	composer_add(composer, BLOCK_TABLE)->table = table;
	composer_close(composer, section, BLOCK_SECTION);
	composer_close_flags(composer, opened);
}

/* Whether people have worked out the scores of the level when the sheets are
 * filled in: boxes for them stand with the groups, at the foot of a sheet, and
 * for the whole in the tally. */
static bool is_on_paper(const struct framework *f, size_t level)
{
	if (level != 0 && level != level_of_groups(f) && level != level_of_sheets(f))
		return false;
	if (level == 0)
		return worksheet_adds_up(f, 0);
	for (size_t i = framework_next(f, 0, 0, level); i != SIZE_MAX;
	     i = framework_next(f, 0, i, level))
		if (!worksheet_adds_up(f, i))
			return false;
	return true;
}

void compose_bands(struct composer *composer)
{
	const struct framework *f = composer->framework;
	struct blocks sheet = composer_open(composer);
	const char *notes;

	for (size_t level = 0; level < f->n_levels; level++)
		if (f->levels[level].rule.bands != NULL && is_on_paper(f, level))
			add_level(composer, level);
	if (composer->blocks.n_blocks == 0) {
		composer->blocks = sheet;
		return;
	}
	notes = composer_say(composer, "notes");
	if (notes != NULL)
		composer_add(composer, BLOCK_LINES)->lines =
		    (struct lines_block){.title = notes, .field = FIELD_WORD_NOTES ".Bands"};
	worksheet_close_sheet(composer, sheet, composer->name);
}
