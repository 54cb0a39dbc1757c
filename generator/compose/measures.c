#include <stdint.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/report.h"
#include "compose/status.h"

/* More lists than this do not stand side by side on a page. */
enum { LISTS_AT_MOST = 4 };

static struct check_list make_list(struct composer *composer, size_t phase)
{
	struct tally tally = status_tally(composer, phase, SCALE_CHECK);
	size_t opened = composer_open_flags(composer);
	struct check_list list = status_checks(composer, phase, NULL);

	status_set_counts(composer, &tally);
	composer_set(composer, "title", composer->framework->elements[phase].text);
	composer_flag(composer, "none", list.n_entries == 0);
	list.title = composer_say(composer, "list-title");
	list.text = composer_say(composer, "list-text");
	composer_close_flags(composer, opened);
	return list;
}

static void add_block(struct composer *composer, struct check_list *lists, size_t n)
{
	struct checks_block checks = {.lists = lists, .n_lists = n};
	struct block *block;

	checks.title = composer_say(composer, "title");
	checks.stand_words[SQUARE_DONE] = composer_say(composer, "reached");
	checks.stand_words[SQUARE_OPEN] = composer_say(composer, "unreached");
	checks.stand_words[SQUARE_BLANK] = checks.stand_words[SQUARE_OPEN];
	checks.stand_words[SQUARE_EXCLUDED] = composer_say(composer, "excluded");
	block = composer_add(composer, BLOCK_CHECKS);
	block->checks = checks;
	block->bookmark = checks.title;
}

/* A list for each phase, so that they stand below the phases of a roadmap. */
void compose_measures(struct composer *composer)
{
	const struct framework *f = composer->framework;
	size_t level = status_level(f), n = 0;
	struct check_list *lists = ARENA_ARRAY(composer->arena, struct check_list, f->n_elements);

	if (framework_count_kind(f, 0, SCALE_CHECK) == 0 ||
	    composer->input->scores->consensus == NULL)
		return;
	if (level == 0)
		lists[n++] = make_list(composer, 0);
	for (size_t i = framework_next(f, 0, 0, level); level > 0 && i != SIZE_MAX;
	     i = framework_next(f, 0, i, level))
		if (framework_count_kind(f, i, SCALE_CHECK) > 0 ||
		    framework_count_kind(f, i, status_work(f)) > 0)
			lists[n++] = make_list(composer, i);
	for (size_t first = 0; first < n; first += LISTS_AT_MOST)
		add_block(composer, lists + first,
		          n - first < LISTS_AT_MOST ? n - first : LISTS_AT_MOST);
	status_set_phases(composer);
	composer_add_paragraph(composer, STYLE_SMALL, composer_say(composer, "note"), 0);
}
