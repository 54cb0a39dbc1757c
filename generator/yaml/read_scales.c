#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "yaml/raw_framework.h"

#define POINTS_MAX 11

/* Which keys are for which kinds of scales; the others are for all. */
static const struct {
	const char *key;
	unsigned kinds;
	bool required;
} own_keys[] = {
	{"points", 1U << SCALE_RATING | 1U << SCALE_STATUS | 1U << SCALE_CHOICE, false},
	{"plus", 1U << SCALE_MARK, true},
	{"minus", 1U << SCALE_MARK, true},
	{"blank", 1U << SCALE_MARK, true},
	{"yes", 1U << SCALE_CHECK, true},
	{"no", 1U << SCALE_CHECK, true},
	{"unit", 1U << SCALE_NUMBER, false},
	{"low", 1U << SCALE_NUMBER, false},
	{"high", 1U << SCALE_NUMBER, false},
};

/* The points of a rating are whole numbers, all others have ids. */
static bool check_point_id(const struct bind *bind, const struct raw_scale *raw,
                           const struct bound *bound)
{
	enum form form = raw->scale.kind == SCALE_RATING ? FORM_WHOLE : FORM_ID;

	if (!bind_is(bound->id, form))
		diag_error(bind->diag, bound->pos, form_rules[form].details,
		           "%s is a key of 'points', but %s is wanted",
		           node_quote(bind->arena, bound->id), form_rules[form].says);
	else if (strcmp(bound->id, ANSWER_EXCLUDED_ID) == 0)
		diag_error(bind->diag, bound->pos, "excluded: the words for it",
		           "a point cannot be called '%s'", bound->id);
	else
		return true;
	return false;
}

static void check_stand(const struct bind *bind, struct raw_scale *raw, const struct bound *point)
{
	bool wanted = raw->scale.kind == SCALE_STATUS, given = bind_has(point, "stand");

	if (!point->whole || wanted == given)
		return;
	raw->bound.whole = false;
	if (wanted)
		diag_error(bind->diag, point->pos, "stand: open, started or done",
		           "the point '%s' of a status lacks 'stand'", point->id);
	else
		diag_error(bind->diag, bind_key_pos(point, "stand"), "leave it out",
		           "the points of a %s scale have no 'stand'",
		           scale_kind_name(raw->scale.kind));
}

static void read_points(const struct bind *bind, struct raw_scale *raw)
{
	struct scale *scale = &raw->scale;

	scale->points = ARENA_ARRAY(bind->arena, struct point, raw->n_points);
	scale->n_points = raw->n_points;
	for (size_t i = 0; i < raw->n_points; i++) {
		struct bound *bound = &raw->points[i].bound;
		struct point *point = &scale->points[i];

		*point = raw->points[i].point;
		point->id = bound->id;
		point->value = (int)i;
		if (!bind_has(bound, "provenance"))
			point->provenance = scale->provenance;
		if (!check_point_id(bind, raw, bound))
			bound->whole = false;
		check_stand(bind, raw, bound);
		if (scale->kind != SCALE_RATING)
			continue;
		point->value = (int)strtol(bound->id, NULL, 10);
		point->id = arena_printf(bind->arena, "%d", point->value);
		if (i == 0 || !bound->whole || point[-1].value < point->value)
			continue;
		raw->bound.whole = false;
		diag_error(bind->diag, bound->pos, "list the points with the lowest number first",
		           "the point %d comes after the point %d", point->value,
		           point[-1].value);
	}
}

/* The two points of a check: an empty box and a crossed one. */
static void make_points(const struct bind *bind, struct raw_scale *raw)
{
	struct scale *scale = &raw->scale;

	scale->n_points = 2;
	scale->points = ARENA_ARRAY(bind->arena, struct point, 2);
	scale->points[0] = (struct point){0, "no", raw->no, STAND_OPEN, scale->provenance};
	scale->points[1] = (struct point){1, "yes", raw->yes, STAND_DONE, scale->provenance};
}

/* A scale of one kind has no use for the keys of the others. */
static void check_keys(const struct bind *bind, struct raw_scale *raw)
{
	const char *kind = scale_kind_name(raw->scale.kind);

	for (size_t i = 0; i < sizeof own_keys / sizeof *own_keys; i++) {
		const char *key = own_keys[i].key;
		bool owns = (own_keys[i].kinds >> raw->scale.kind & 1) != 0;
		bool given = bind_has(&raw->bound, key);

		if (given && !owns)
			diag_error(bind->diag, bind_key_pos(&raw->bound, key), NULL,
			           "a %s scale has no '%s'", kind, key);
		else if (!given && owns && own_keys[i].required)
			diag_error(bind->diag, raw->bound.pos, NULL,
			           "the %s scale '%s' lacks '%s', the words for it", kind,
			           raw->bound.id, key);
		else
			continue;
		raw->bound.whole = false;
	}
}

/* Labels stand in drop-down lists and are compared there whatever their case. */
static void check_labels(const struct bind *bind, struct raw_scale *raw)
{
	const struct scale *scale = &raw->scale;
	size_t n = scale->n_points + (scale->excluded != NULL);
	const char **folded = ARENA_ARRAY(bind->arena, const char *, n);

	for (size_t i = 0; i < n; i++) {
		const char *label = i < scale->n_points ? scale->points[i].label : scale->excluded;

		folded[i] = text_lower(bind->arena, label);
		for (size_t before = 0; before < i; before++) {
			if (strcmp(folded[before], folded[i]) != 0)
				continue;
			raw->bound.whole = false;
			diag_error(bind->diag, raw->bound.pos, "labels must differ in more than case",
			           "two answers on the %s scale '%s' are called %s",
			           scale_kind_name(scale->kind), raw->bound.id,
			           node_quote(bind->arena, label));
			break;
		}
	}
}

static bool has_points(enum scale_kind kind)
{
	return kind == SCALE_RATING || kind == SCALE_STATUS || kind == SCALE_CHOICE;
}

static void check_points(const struct bind *bind, struct raw_scale *raw)
{
	bool ends = raw->scale.kind != SCALE_STATUS;

	for (size_t i = 0; i < raw->n_points; i++)
		ends = ends || raw->scale.points[i].stand == STAND_DONE;
	if (raw->n_points < 2 || raw->n_points > POINTS_MAX)
		diag_error(bind->diag, bind_key_pos(&raw->bound, "points"), NULL,
		           "the %s scale '%s' needs 2 to %d points, not %zu",
		           scale_kind_name(raw->scale.kind), raw->bound.id, POINTS_MAX,
		           raw->n_points);
	else if (!ends && raw->bound.whole)
		diag_error(bind->diag, bind_key_pos(&raw->bound, "points"),
		           "stand: done, at the point where a thing is finished",
		           "nothing is ever done on the status scale '%s'", raw->bound.id);
	else
		return;
	raw->bound.whole = false;
}

static void check_limits(const struct bind *bind, struct raw_scale *raw)
{
	if (!bind_has(&raw->bound, "low"))
		raw->scale.low = NAN;
	if (!bind_has(&raw->bound, "high"))
		raw->scale.high = NAN;
	if (!(raw->scale.low > raw->scale.high))
		return;
	raw->bound.whole = false;
	diag_error(bind->diag, bind_pos(&raw->bound, "low"), NULL,
	           "numbers on the scale '%s' would go from %g to %g", raw->bound.id,
	           raw->scale.low, raw->scale.high);
}

static void read_scale(const struct bind *bind, struct raw_scale *raw)
{
	struct scale *scale = &raw->scale;
	bool whole;

	scale->id = raw->bound.id;
	read_points(bind, raw);
	whole = raw->bound.whole;
	if (whole)
		check_keys(bind, raw);
	if (whole && has_points(scale->kind))
		check_points(bind, raw);
	if (whole && scale->kind == SCALE_CHECK)
		make_points(bind, raw);
	if (raw->bound.whole && scale_is_coded(scale) && scale->kind != SCALE_RATING)
		check_labels(bind, raw);
	check_limits(bind, raw);
	if (scale->kind != SCALE_MARK)
		scale->plus = scale->minus = scale->blank = "";
	scale->columns = raw_read_columns(bind, raw->columns, raw->n_columns, PLACE_ANSWER);
	scale->n_columns = raw->n_columns;
}

void raw_read_scales(const struct bind *bind, struct raw_framework *raw)
{
	struct framework *framework = &raw->framework;

	framework->scales = ARENA_ARRAY(bind->arena, struct scale, raw->n_scales);
	framework->n_scales = raw->n_scales;
	for (size_t i = 0; i < raw->n_scales; i++) {
		read_scale(bind, &raw->scales[i]);
		framework->scales[i] = raw->scales[i].scale;
	}
}
