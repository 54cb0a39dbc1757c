#include "base/arena.h"
#include "yaml/raw_framework.h"

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
