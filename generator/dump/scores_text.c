#include "dump/scores.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "dump/label.h"
#include "model/answers.h"
#include "model/framework.h"
#include "model/scores.h"

#define TEXT_CHARACTERS 46 /* of an element's text, its indent included, and of segments */
#define NOTHING "\xe2\x80\x93"
#define MINUS "\xe2\x88\x92"
#define ELLIPSIS "\xe2\x80\xa6"

/* Cells in reading order; the first row is the head. A column of bands is the
 * last one and is left out when no level has bands. */
struct grid {
	struct arena *arena;
	const char *align; /* 'l' or 'r' for each column */
	size_t n_columns;
	bool bands;
	const char **cells;
	size_t n_cells;
};

static void grid_add(struct grid *grid, const char *cell)
{
	grid->cells = arena_push(grid->arena, grid->cells, grid->n_cells, sizeof *grid->cells);
	grid->cells[grid->n_cells++] = cell;
}

static void grid_add_heads(struct grid *grid, const char *const *heads, const char *align)
{
	grid->align = align;
	grid->n_columns = strlen(align) - !grid->bands;
	for (size_t i = 0; i < grid->n_columns; i++)
		grid_add(grid, heads[i]);
}

static void grid_add_count(struct grid *grid, size_t count)
{
	grid_add(grid, arena_printf(grid->arena, "%zu", count));
}

static void grid_add_number(struct grid *grid, double value)
{
	grid_add(grid, isnan(value) ? NOTHING : text_number(grid->arena, value, 2));
}

static void grid_add_signed(struct grid *grid, double value)
{
	grid_add(grid, isnan(value) ? NOTHING : text_signed(grid->arena, value, 2));
}

static void grid_add_band(struct grid *grid, const struct framework *framework, size_t element,
                          int number)
{
	const struct band *band = label_band(framework, element, number);

	if (grid->bands)
		grid_add(grid, band == NULL ? "" : band->title);
}

static void add_spaces(struct buf *out, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_adds(out, " ");
}

/* Spaces are written only before something, so no line ends with them. */
static void grid_write(const struct grid *grid, struct buf *out)
{
	size_t n_columns = grid->n_columns, owed = 0;
	size_t *widths = ARENA_ARRAY(grid->arena, size_t, n_columns);

	for (size_t i = 0; i < grid->n_cells; i++) {
		size_t length = text_length(grid->cells[i]);

		if (length > widths[i % n_columns])
			widths[i % n_columns] = length;
	}
	for (size_t i = 0; i < grid->n_cells; i++) {
		size_t column = i % n_columns;
		size_t room = widths[column] - text_length(grid->cells[i]);

		if (grid->align[column] == 'r')
			owed += room;
		if (grid->cells[i][0] != '\0') {
			add_spaces(out, owed);
			buf_adds(out, grid->cells[i]);
			owed = 0;
		}
		if (grid->align[column] == 'l')
			owed += room;
		owed += 2;
		if (column + 1 == n_columns) {
			buf_adds(out, "\n");
			owed = 0;
		}
	}
}

/* One line of at most `limit` characters. */
static char *shorten(struct arena *arena, const char *text, size_t limit)
{
	size_t at = 0, cut = 0;
	char *line;

	for (size_t n = 0; n < limit && text[at] != '\0'; n++) {
		if (n + 1 == limit)
			cut = at;
		text_next(text, &at);
	}
	if (text[at] == '\0')
		line = arena_strdup(arena, text);
	else
		line = arena_printf(arena, "%.*s" ELLIPSIS, (int)cut, text);
	for (char *c = line; *c != '\0'; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	return line;
}

static void grid_add_element(struct grid *grid, const struct element *element)
{
	int indent = (int)(2 * element->level);
	size_t limit = indent + 12 < TEXT_CHARACTERS ? TEXT_CHARACTERS - (size_t)indent : 12;

	grid_add(grid, arena_printf(grid->arena, "%*s%s", indent, "",
	                            shorten(grid->arena, element->text, limit)));
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
	grid_write(grid, out);
}

static void write_marks(const struct scores *scores, struct grid *grid, struct buf *out)
{
	static const char *const heads[] = {
		"element", "n", "+", MINUS, "blank", "net", "agreement", "split", "band",
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
	grid_write(grid, out);
}

static char *join_segments(struct arena *arena, const struct sheet *sheet)
{
	struct buf joined = {.arena = arena};

	for (size_t i = 0; i < sheet->n_segments; i++)
		buf_addf(&joined, "%s%s", i > 0 ? ", " : "", sheet->segments[i].value);
	return shorten(arena, buf_text(&joined), TEXT_CHARACTERS);
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
	grid_write(grid, out);
}

static bool has_bands(const struct framework *framework)
{
	for (size_t i = 0; i < framework->n_levels; i++)
		if (framework->levels[i].rule.bands != NULL)
			return true;
	return false;
}

void dump_scores_text(const struct scores *scores, struct buf *out)
{
	struct grid elements = {.arena = out->arena, .bands = has_bands(scores->framework)};
	struct grid people = elements;

	add_head(scores, out);
	if (framework_is_marks(scores->framework))
		write_marks(scores, &elements, out);
	else
		write_ratings(scores, &elements, out);
	if (scores->n_people == 0 && scores->consensus == NULL)
		return;
	buf_adds(out, "\n");
	write_people(scores, &people, out);
}
