#include <stdlib.h>

#include "base/arena.h"
#include "yaml/raw_framework.h"

#define POINTS_MAX 11

static void read_points(const struct bind *bind, struct raw_scale *raw)
{
	struct scale *scale = &raw->scale;

	scale->points = ARENA_ARRAY(bind->arena, struct point, raw->n_points);
	scale->n_points = raw->n_points;
	for (size_t i = 0; i < raw->n_points; i++) {
		const struct bound *bound = &raw->points[i].bound;
		struct point *point = &scale->points[i];

		*point = raw->points[i].point;
		point->value = (int)strtol(bound->id, NULL, 10);
		if (!bind_has(bound, "provenance"))
			point->provenance = scale->provenance;
		if (i == 0 || !bound->whole || point[-1].value < point->value)
			continue;
		raw->bound.whole = false;
		diag_error(bind->diag, bound->pos, "list the points with the lowest number first",
		           "the point %d comes after the point %d", point->value,
		           point[-1].value);
	}
}

/* A scale of one kind has no use for the keys of the other. */
static void refuse_keys(const struct bind *bind, struct raw_scale *raw, const char *const *keys,
                        size_t n_keys)
{
	for (size_t i = 0; i < n_keys; i++) {
		if (!bind_has(&raw->bound, keys[i]))
			continue;
		raw->bound.whole = false;
		diag_error(bind->diag, bind_key_pos(&raw->bound, keys[i]), NULL,
		           "a %s scale has no '%s'", scale_kind_name(raw->scale.kind), keys[i]);
	}
}

static void check_rating(const struct bind *bind, struct raw_scale *raw)
{
	static const char *const foreign[] = {"plus", "minus", "blank"};

	refuse_keys(bind, raw, foreign, 3);
	raw->scale.plus = raw->scale.minus = raw->scale.blank = "";
	if (raw->n_points >= 2 && raw->n_points <= POINTS_MAX)
		return;
	raw->bound.whole = false;
	diag_error(bind->diag, bind_key_pos(&raw->bound, "points"), NULL,
	           "the rating scale '%s' needs 2 to %d points, not %zu", raw->bound.id,
	           POINTS_MAX, raw->n_points);
}

static void check_mark(const struct bind *bind, struct raw_scale *raw)
{
	static const char *const foreign[] = {"points"}, *const own[] = {"plus", "minus", "blank"};

	refuse_keys(bind, raw, foreign, 1);
	for (size_t i = 0; i < 3; i++) {
		if (bind_has(&raw->bound, own[i]))
			continue;
		raw->bound.whole = false;
		diag_error(bind->diag, raw->bound.pos, NULL,
		           "the mark scale '%s' lacks '%s', the words for it", raw->bound.id,
		           own[i]);
	}
}

void raw_read_scales(const struct bind *bind, struct raw_framework *raw)
{
	struct framework *framework = &raw->framework;

	framework->scales = ARENA_ARRAY(bind->arena, struct scale, raw->n_scales);
	framework->n_scales = raw->n_scales;
	for (size_t i = 0; i < raw->n_scales; i++) {
		struct raw_scale *scale = &raw->scales[i];

		scale->scale.id = scale->bound.id;
		read_points(bind, scale);
		if (scale->bound.whole && scale->scale.kind == SCALE_RATING)
			check_rating(bind, scale);
		else if (scale->bound.whole)
			check_mark(bind, scale);
		framework->scales[i] = scale->scale;
	}
}

static void check_step(const struct bind *bind, const struct raw_band *below,
                       const struct raw_band *step)
{
	const struct band *band = &step->band;

	if (!step->bound.whole)
		return;
	if (band->from > band->to)
		diag_error(bind->diag, bind_pos(&step->bound, "to"),
		           "a band goes from its lowest score to its highest",
		           "the band '%s' goes from %d to %d", step->bound.id, band->from,
		           band->to);
	if (below == NULL || !below->bound.whole || band->from == below->band.to + 1)
		return;
	diag_error(bind->diag, bind_pos(&step->bound, "from"),
	           "bands stand lowest first, and each begins one above the end of the last",
	           "the band '%s' begins at %d, but '%s' ends at %d", step->bound.id, band->from,
	           below->bound.id, below->band.to);
}

void raw_read_bands(const struct bind *bind, struct raw_framework *raw)
{
	struct framework *framework = &raw->framework;

	framework->bands = ARENA_ARRAY(bind->arena, struct bands, raw->n_bands);
	framework->n_bands = raw->n_bands;
	for (size_t i = 0; i < raw->n_bands; i++) {
		struct raw_bands *from = &raw->bands[i];
		struct bands *bands = &framework->bands[i];

		*bands = from->bands;
		bands->id = from->bound.id;
		bands->steps = ARENA_ARRAY(bind->arena, struct band, from->n_steps);
		bands->n_steps = from->n_steps;
		for (size_t j = 0; j < from->n_steps; j++) {
			struct raw_band *step = &from->steps[j];

			check_step(bind, j == 0 ? NULL : step - 1, step);
			bands->steps[j] = step->band;
			bands->steps[j].id = step->bound.id;
			if (!bind_has(&step->bound, "provenance"))
				bands->steps[j].provenance = bands->provenance;
		}
	}
}
