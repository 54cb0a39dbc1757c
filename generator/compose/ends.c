#include "compose/ends.h"

#include "base/arena.h"
#include "compose/composer.h"

enum { NAMED_AT_MOST = 2 };

static const double same = 1e-9;

void ends_take(struct composer *composer, struct end *end, const char *name, double value,
               double sign)
{
	if (end->n_names > 0 && sign * (value - end->value) < -same)
		return;
	if (end->n_names > 0 && sign * (value - end->value) > same)
		end->n_names = 0;
	end->names = arena_push(composer->arena, end->names, end->n_names, sizeof *end->names);
	end->names[end->n_names++] = name;
	end->value = value;
}

void ends_set(struct composer *composer, const struct end *strongest, const struct end *weakest,
              bool shown)
{
	double apart = strongest->value - weakest->value;

	composer_set(composer, "strongest",
	             shown ? composer_join(composer, strongest->names, strongest->n_names) : NULL);
	composer_set(composer, "weakest",
	             shown ? composer_join(composer, weakest->names, weakest->n_names) : NULL);
	composer_flag(composer, "even", shown && apart < 2 * same);
	shown = shown && apart >= 2 * same;
	composer_flag(composer, "strongest", shown && strongest->n_names <= NAMED_AT_MOST);
	composer_flag(composer, "weakest", shown && weakest->n_names <= NAMED_AT_MOST);
	composer_flag(composer, "contrast",
	              shown && strongest->n_names <= NAMED_AT_MOST &&
	                  weakest->n_names <= NAMED_AT_MOST);
}
