#include "dump/scores.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "dump/label.h"
#include "dump/scores_grid.h"
#include "model/answers.h"
#include "model/framework.h"
#include "model/scores.h"

#define TEXT_CHARACTERS 46 /* of an element's text, its indent included, and of segments */
#define CELL_CHARACTERS 24 /* of answers and of cells of records */

/* An empty line between two parts. */
static void add_gap(struct buf *out)
{
	if (out->length >= 2 && strcmp(out->bytes + out->length - 2, "\n\n") != 0)
		buf_adds(out, "\n");
}

static void write_part(const struct grid *grid, struct buf *out)
{
	add_gap(out);
	grid_write(grid, out);
}

static void grid_add_element(struct grid *grid, const struct element *element)
{
	int indent = (int)(2 * element->level);
	size_t limit = indent + 12 < TEXT_CHARACTERS ? TEXT_CHARACTERS - (size_t)indent : 12;

	grid_add(grid, arena_printf(grid->arena, "%*s%s", indent, "",
	                            grid_shorten(grid->arena, element->text, limit)));
}

static void add_head(const struct scores *scores, struct buf *out)
{
	const struct framework *framework = scores->framework;

	buf_addf(out, "%s (%s %s)\n", framework->title, framework->id, framework->version);
	buf_addf(out, "wave %s: %zu %s%s%s\n\n", scores->wave, scores->n_people,
	         scores->n_people == 1 ? "person" : "people",
	         scores->consensus == NULL ? "" : " and a consensus sheet",
	         scores->answers->sample ? ", sample data" : "");
}

static void write_ratings(const struct scores *scores, struct grid *grid, struct buf *out)
{
	static const char *const heads[] = {"element", "n", "mean", "sd", "agreement", "band"};

	grid_add_heads(grid, heads, "lrrrrl");
	for (size_t e = 0; e < scores->framework->n_elements; e++) {
		const struct stats *stats = &scores->stats[e];

		grid_add_element(grid, &scores->framework->elements[e]);
		grid_add_count(grid, stats->n);
		grid_add_number(grid, stats->mean);
		grid_add_number(grid, stats->sd);
		grid_add_number(grid, stats->agreement);
		grid_add_band(grid, scores->framework, e, stats->band);
	}
	write_part(grid, out);
}

static void write_marks(const struct scores *scores, struct grid *grid, struct buf *out)
{
	static const char *const heads[] = {
		"element", "n", "+", GRID_MINUS, "blank", "net", "agreement", "split", "band",
	};

	grid_add_heads(grid, heads, "lrrrrrrll");
	for (size_t e = 0; e < scores->framework->n_elements; e++) {
		const struct stats *stats = &scores->stats[e];

		grid_add_element(grid, &scores->framework->elements[e]);
		grid_add_count(grid, stats->n);
		grid_add_count(grid, stats->tally.plus);
		grid_add_count(grid, stats->tally.minus);
		grid_add_count(grid, stats->tally.blank);
		grid_add_signed(grid, stats->mean);
		grid_add_number(grid, stats->agreement);
		grid_add(grid, stats->split ? "split" : "");
		grid_add_band(grid, scores->framework, e, stats->band);
	}
	write_part(grid, out);
}

static char *join_segments(struct arena *arena, const struct sheet *sheet)
{
	struct buf joined = {.arena = arena};

	for (size_t i = 0; i < sheet->n_segments; i++)
		buf_addf(&joined, "%s%s", i > 0 ? ", " : "", sheet->segments[i].value);
	return grid_shorten(arena, buf_text(&joined), TEXT_CHARACTERS);
}

static void grid_add_sheet(struct grid *grid, const struct scores *scores,
                           const struct sheet *sheet, const struct result *whole)
{
	grid_add(grid, sheet->kind == SHEET_CONSENSUS ? "(consensus)" : sheet->respondent);
	grid_add(grid, join_segments(grid->arena, sheet));
	if (framework_is_marks(scores->framework))
		grid_add_signed(grid, whole->value);
	else
		grid_add_number(grid, whole->value);
	grid_add(grid, arena_printf(grid->arena, "%zu/%zu", whole->answered,
	                            scores->framework->n_items));
	grid_add_band(grid, scores->framework, 0, whole->band);
}

static void write_people(const struct scores *scores, struct grid *grid, struct buf *out)
{
	static const char *const heads[] = {"respondent", "segments", "score", "answered", "band"};

	grid_add_heads(grid, heads, "llrrl");
	for (size_t i = 0; i < scores->n_people; i++)
		grid_add_sheet(grid, scores, scores->people[i], &scores->results[i][0]);
	if (scores->consensus != NULL)
		grid_add_sheet(grid, scores, scores->consensus_sheet, &scores->consensus[0]);
	write_part(grid, out);
}

static void grid_add_tally(struct grid *grid, const struct tally *tally)
{
	grid_add_count(grid, tally->stands[STAND_DONE]);
	grid_add_count(grid, tally->stands[STAND_STARTED]);
	grid_add_count(grid, tally->stands[STAND_OPEN]);
	grid_add_count(grid, tally->blank);
	grid_add_count(grid, tally->excluded);
}

static void write_tallies(const struct scores *scores, struct grid *grid, struct buf *out)
{
	static const char *const heads[] = {
		"all people", "done", "started", "open", "blank", "excluded", "",
	};

	grid_add_heads(grid, heads, "lrrrrrl");
	for (size_t e = 0; e < scores->framework->n_elements; e++) {
		grid_add_element(grid, &scores->framework->elements[e]);
		grid_add_tally(grid, &scores->stats[e].tally);
		grid_add_band(grid, scores->framework, e, -1);
	}
	write_part(grid, out);
}

static void write_consensus(const struct scores *scores, struct grid *grid, struct buf *out)
{
	static const char *const heads[] = {
		"consensus sheet", "answer", "score", "done", "started", "open", "blank",
		"excluded",        "band",
	};
	const struct framework *framework = scores->framework;

	grid_add_heads(grid, heads, "llrrrrrrl");
	for (size_t e = 0; e < framework->n_elements; e++) {
		const struct element *element = &framework->elements[e];
		const char *answer = NULL;

		if (element->scale != NULL)
			answer = label_answer(framework, scores->consensus_sheet,
			                      element->first_item);
		grid_add_element(grid, element);
		grid_add(grid, answer == NULL
		                   ? ""
		                   : grid_shorten(grid->arena, answer, CELL_CHARACTERS));
		grid_add_number(grid, scores->consensus[e].value);
		grid_add_tally(grid, &scores->consensus[e].tally);
		grid_add_band(grid, framework, e, scores->consensus[e].band);
	}
	write_part(grid, out);
}

static void write_position(const struct scores *scores, struct buf *out)
{
	const struct framework *framework = scores->framework;

	add_gap(out);
	if (scores->position == SIZE_MAX)
		buf_adds(out, "position: no section is left\n");
	else
		buf_addf(out, "position: %s (%s)\n", framework->elements[scores->position].text,
		         framework->elements[scores->position].id);
}

static void grid_add_cell(struct grid *grid, const struct scores *scores, size_t record,
                          size_t column, size_t row)
{
	const char *cell = label_cell(grid->arena, scores, record, column,
	                              &scores->records[record].rows[row].values[column]);

	grid_add(grid, cell == NULL ? GRID_NOTHING
	                            : grid_shorten(grid->arena, cell, CELL_CHARACTERS));
}

/* A table of one column for each column of the record, after that of the ids. */
static void write_rows(const struct scores *scores, size_t r, struct buf *out)
{
	const struct record *record = &scores->framework->records[r];
	struct grid grid = {.arena = out->arena, .n_columns = record->n_columns + 1};
	struct buf align = {.arena = out->arena};

	buf_adds(&align, "l");
	grid_add(&grid, record->id);
	for (size_t c = 0; c < record->n_columns; c++) {
		enum column_type type = record->columns[c].type;

		buf_adds(&align, type == COLUMN_NUMBER || type == COLUMN_COMPUTED ? "r" : "l");
		grid_add(&grid, record->columns[c].id);
	}
	grid.align = buf_text(&align);
	for (size_t row = 0; row < scores->records[r].n_rows; row++) {
		grid_add(&grid, scores->records[r].rows[row].id);
		for (size_t c = 0; c < record->n_columns; c++)
			grid_add_cell(&grid, scores, r, c, row);
	}
	write_part(&grid, out);
}

/* A line for each column. */
static void write_single(const struct scores *scores, size_t r, struct buf *out)
{
	const struct record *record = &scores->framework->records[r];
	struct grid grid = {.arena = out->arena, .align = "ll", .n_columns = 2};

	grid_add(&grid, record->id);
	grid_add(&grid, "");
	for (size_t c = 0; c < record->n_columns; c++) {
		grid_add(&grid, record->columns[c].id);
		grid_add_cell(&grid, scores, r, c, 0);
	}
	write_part(&grid, out);
}

static bool has_bands(const struct framework *framework)
{
	for (size_t i = 0; i < framework->n_levels; i++)
		if (framework->levels[i].rule.bands != NULL)
			return true;
	return false;
}

static void write_group(const struct scores *scores, const struct grid *empty, struct buf *out)
{
	struct grid grid = *empty;

	if (framework_is_marks(scores->framework))
		write_marks(scores, &grid, out);
	else
		write_ratings(scores, &grid, out);
}

/* What only frameworks with other answers than ratings and marks have. */
static void write_stands(const struct scores *scores, const struct grid *empty,
                         const struct label_parts *parts, struct buf *out)
{
	struct grid people = *empty, consensus = *empty;

	if (!parts->answers && !parts->excluded)
		return;
	if (scores->n_people > 0)
		write_tallies(scores, &people, out);
	if (scores->consensus != NULL)
		write_consensus(scores, &consensus, out);
	if (scores->consensus != NULL && parts->position)
		write_position(scores, out);
}

void dump_scores_text(const struct scores *scores, struct buf *out)
{
	const struct framework *framework = scores->framework;
	const struct grid empty = {.arena = out->arena, .bands = has_bands(framework)};
	struct label_parts parts = label_parts(framework);
	struct grid people = empty;

	add_head(scores, out);
	if (framework->n_items > 0) {
		if (scores->n_people > 0 || !parts.answers)
			write_group(scores, &empty, out);
		write_stands(scores, &empty, &parts, out);
		if (scores->n_people > 0 || scores->consensus != NULL)
			write_people(scores, &people, out);
	}
	for (size_t r = 0; r < framework->n_records; r++) {
		if (scores->records[r].n_rows == 0)
			continue;
		if (framework->records[r].single)
			write_single(scores, r, out);
		else
			write_rows(scores, r, out);
	}
}
