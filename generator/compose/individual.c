#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "compose/composer.h"
#include "compose/report.h"

/* The points that dots stand on: those of the ratings, or for marks a net
 * between all - and all +, in quarters. */
struct axis {
	int *points;
	const char **labels;
	size_t n_points;
	bool net;
};

enum { NET_STEPS = 2 };

static const struct scale *rating_scale(const struct framework *f)
{
	for (size_t i = 0; i < f->n_items; i++)
		if (f->elements[f->items[i]].scale->kind == SCALE_RATING)
			return f->elements[f->items[i]].scale;
	return NULL;
}

static struct axis make_axis(struct composer *composer)
{
	const struct scale *scale = rating_scale(composer->framework);
	struct axis axis = {.net = scale == NULL};

	axis.n_points = axis.net ? 2 * NET_STEPS + 1 : scale->n_points;
	axis.points = ARENA_ARRAY(composer->arena, int, axis.n_points);
	axis.labels = ARENA_ARRAY(composer->arena, const char *, axis.n_points);
	for (size_t i = 0; i < axis.n_points; i++) {
		axis.points[i] = axis.net ? (int)i - NET_STEPS : scale->points[i].value;
		axis.labels[i] = axis.net ? "" : composer_number(composer, axis.points[i], 0);
	}
	if (axis.net) {
		axis.labels[0] = composer_text(composer, "lowest");
		axis.labels[NET_STEPS] = composer_text(composer, "middle");
		axis.labels[axis.n_points - 1] = composer_text(composer, "highest");
	}
	return axis;
}

static void push_row(struct composer *composer, struct dots_block *dots, struct dots_row row)
{
	dots->rows = arena_push(composer->arena, dots->rows, dots->n_rows, sizeof *dots->rows);
	dots->rows[dots->n_rows++] = row;
}

/* How many answers the person gave below an element. */
static size_t own_answers(const struct composer *composer, size_t element)
{
	return composer->input->scores->results[composer->person][element].answered;
}

/* Rows are set in below nested headings: where these have more levels than one. */
static size_t row_depth(const struct framework *f, size_t element)
{
	size_t groups = level_of_groups(f);
	size_t headings = framework_is_marks(f) ? groups - 1 : groups;

	return headings > 1 ? f->elements[element].level - 1 : 0;
}

/* A row for an element: figures of the group, unless withheld, and of the person. */
static struct dots_row make_row(struct composer *composer, size_t element, bool heading)
{
	const struct scores *scores = composer->input->scores;
	double own = scores->results[composer->person][element].value;
	struct dots_row row = {
		.text = report_text(composer, element),
		.group = heading,
		.depth = row_depth(composer->framework, element),
		.group_value = NAN,
		.own_value = NAN,
	};

	if (report_shows(composer, element))
		row.group_figure = report_mean(composer, element, scores->stats[element].mean);
	if (!isnan(own))
		row.own_figure = report_score(composer, element, own);
	else if (!heading)
		row.own_figure = composer_say(composer, own_answers(composer, element) > 0
		                                            ? "no-score" : "no-answer");
	return row;
}

static void add_dots(struct composer *composer, struct dots_block *dots, const struct axis *axis,
                     size_t element)
{
	const struct scores *scores = composer->input->scores;
	double factor = axis->net ? NET_STEPS : 1;
	struct dots_row row = make_row(composer, element, false);

	if (report_shows(composer, element))
		row.group_value = factor * scores->stats[element].mean;
	row.own_value = factor * scores->results[composer->person][element].value;
	if (!axis->net) {
		row.shares = report_shares(composer, element, axis->n_points);
		for (size_t i = 0; row.shares != NULL && i < axis->n_points; i++)
			dots->largest = fmax(dots->largest, row.shares[i]);
	}
	row.apart = !isnan(row.group_value) && !isnan(row.own_value) &&
	            fabs(row.group_value - row.own_value) >= 1;
	push_row(composer, dots, row);
}

/* Whether an element's own figures stand on the axis: a rated item, or a
 * group of marked ones. */
static bool has_dots(const struct framework *f, const struct axis *axis, size_t element)
{
	const struct element *e = &f->elements[element];

	if (axis->net)
		return e->level == level_of_groups(f);
	return e->scale != NULL && e->scale->kind == SCALE_RATING &&
	       e->scale->n_points == axis->n_points;
}

static void add_rows(struct composer *composer, struct dots_block *dots, const struct axis *axis)
{
	const struct framework *f = composer->framework;

	for (size_t i = 1; i < f->n_elements; i++) {
		if (has_dots(f, axis, i))
			add_dots(composer, dots, axis, i);
		else if (f->elements[i].scale == NULL)
			push_row(composer, dots, make_row(composer, i, true));
	}
}

/* What one person's share is in every row; 0 when the rows rest on numbers of
 * people whose bubbles would be visibly different. */
static double person_share(const struct composer *composer, const struct axis *axis)
{
	static const double alike = 0.9;
	const struct framework *f = composer->framework;
	size_t least = SIZE_MAX, most = 0;

	for (size_t i = 1; i < f->n_elements; i++) {
		size_t n = report_people(composer, i);

		if (!has_dots(f, axis, i) || !report_shows_people(composer, i))
			continue;
		least = n < least ? n : least;
		most = n > most ? n : most;
	}
	return most > 0 && (double)least >= alike * (double)most ? 1 / (double)most : 0;
}

static void add_keys(struct composer *composer, struct dots_block *dots, const struct axis *axis)
{
	double share = axis->net ? 0 : person_share(composer, axis);
	bool own = false, group = false, apart = false;

	for (size_t i = 0; i < dots->n_rows; i++) {
		own = own || !isnan(dots->rows[i].own_value);
		group = group || !isnan(dots->rows[i].group_value);
		apart = apart || dots->rows[i].apart;
	}
	dots->key_own = own ? composer_say(composer, "key-own") : NULL;
	dots->key_group = group ? composer_say(composer, "key-group") : NULL;
	dots->key_people = share > 0 ? composer_say(composer, "key-people") : NULL;
	dots->key_shares[0] = share;
	dots->key_shares[1] = 5 * share;
	dots->key_apart = apart ? composer_say(composer, "key-apart") : NULL;
	dots->group_head = group ? composer_text(composer, "group-head") : NULL;
}

/* The rows in words: each with the group's figure and the person's own. */
static const char *dots_finding(struct composer *composer, const struct dots_block *dots)
{
	const char **parts = ARENA_ARRAY(composer->arena, const char *, dots->n_rows);
	const char *no_score = composer_text(composer, "no-score");
	size_t n = 0;

	for (size_t i = 0; i < dots->n_rows; i++) {
		const struct dots_row *row = &dots->rows[i];
		size_t opened = composer_open_flags(composer);

		composer_set(composer, "title", row->text);
		composer_set(composer, "group-figure", row->group_figure);
		composer_set(composer, "own-figure", row->own_figure);
		composer_flag(composer, "group-shown", row->group_figure != NULL);
		composer_flag(composer, "own-answered", !isnan(row->own_value));
		composer_flag(composer, "own-partly", isnan(row->own_value) &&
		              row->own_figure != NULL && strcmp(row->own_figure, no_score) == 0);
		if (!row->group)
			parts[n++] = composer_text(composer, "finding-row");
		composer_close_flags(composer, opened);
	}
	composer_set(composer, "rows", composer_join_parts(composer, parts, n));
	return composer_text(composer, "finding");
}

void compose_dots(struct composer *composer)
{
	struct axis axis = make_axis(composer);
	struct dots_block dots = {.points = axis.points, .point_labels = axis.labels,
	                          .n_points = axis.n_points, .largest = 0};
	size_t opened = composer_open_flags(composer);

	composer_flag(composer, "net", axis.net);
	dots.text_head = composer_text(composer, "text-head");
	dots.own_head = composer_text(composer, "own-head");
	add_rows(composer, &dots, &axis);
	add_keys(composer, &dots, &axis);
	dots.words.finding = dots_finding(composer, &dots);
	composer_add(composer, BLOCK_DOTS)->dots = dots;
	composer_close_flags(composer, opened);
}
