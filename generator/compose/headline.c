#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/text.h"
#include "compose/composer.h"
#include "compose/ends.h"
#include "compose/report.h"

enum { TITLE_MAX_LETTERS = 110 };

void report_set_ends(struct composer *composer)
{
	const struct framework *f = composer->framework;
	size_t level = level_of_sections(f), n = 0;
	struct end strongest = {0}, weakest = {0};
	bool shown = level > 0;

	for (size_t i = framework_next(f, 0, 0, level); level > 0 && i != SIZE_MAX;
	     i = framework_next(f, 0, i, level)) {
		double position;

		if (!report_is_scored(composer, i))
			continue;
		n++;
		position = report_position(composer, i, composer->input->scores->stats[i].mean);
		if (!report_shows(composer, i) || isnan(position)) {
			shown = false;
			break;
		}
		ends_take(composer, &strongest, f->elements[i].text, position, 1);
		ends_take(composer, &weakest, f->elements[i].text, position, -1);
	}
	ends_set(composer, &strongest, &weakest, shown && report_shows(composer, 0) && n > 1);
}

void report_set_split(struct composer *composer)
{
	const struct framework *f = composer->framework;
	const struct scores *scores = composer->input->scores;
	size_t groups = level_of_groups(f), split = 0;
	bool shown = report_shows(composer, 0);

	for (size_t i = framework_next(f, 0, 0, groups); i != SIZE_MAX;
	     i = framework_next(f, 0, i, groups))
		split += shown && report_shows(composer, i) && scores->stats[i].split;
	composer_set_count(composer, "split-count", split);
	composer_set(composer, "split-groups",
	             composer_noun(composer, split == 1 ? f->levels[groups].title
	                                                : f->levels[groups].plural));
	composer_flag(composer, "split", split > 0);
}

static void set_marks(struct composer *composer)
{
	const struct tally *all = &composer->input->scores->stats[0].tally;
	bool shown = report_shows(composer, 0);

	composer_flag(composer, "more-plus", shown && all->plus > all->minus);
	composer_flag(composer, "more-minus", shown && all->plus < all->minus);
}

const char *report_title(struct composer *composer)
{
	const char *title = composer_text(composer, "title");

	if (text_length(title) <= TITLE_MAX_LETTERS)
		return title;
	composer_flag(composer, "short", true);
	return composer_text(composer, "title");
}

/* What stands before it in an overview is another framework's. */
static void add_eyebrow(struct composer *composer)
{
	bool first = composer->blocks.n_blocks == 0;
	const char *eyebrow = composer_say(composer, "eyebrow");
	struct blocks outer;

	if (eyebrow == NULL)
		return;
	outer = composer_open(composer);
	composer_add_paragraph(composer, STYLE_SECTION, eyebrow, 0);
	composer->blocks.blocks[0].paragraph.keep = true;
	composer_close(composer, outer, BLOCK_SECTION)->section.rule = !first;
}

void report_add_headline(struct composer *composer)
{
	const char *title = report_title(composer);
	struct block *heading;

	add_eyebrow(composer);
	heading = composer_add(composer, BLOCK_HEADING);
	heading->heading = (struct heading_block){1, title, NULL, STYLE_HEADLINE};
	heading->bookmark = title;
	composer_add_paragraph(composer, STYLE_LEAD, composer_say(composer, "lead"), 0.8);
}

void compose_headline(struct composer *composer)
{
	report_set_ends(composer);
	set_marks(composer);
	report_set_split(composer);
	report_add_headline(composer);
}

/* How the person's view lies to the group's: in bands where there are any,
 * else in hundredths of the range of scores; so are nets, of which most stand
 * in the middle one of a few bands. */
static void set_difference(struct composer *composer)
{
	const struct scores *scores = composer->input->scores;
	const struct result *own = &scores->results[composer->person][0];
	const struct stats *group = &scores->stats[0];
	const struct rule *rule = &composer->framework->levels[0].rule;
	bool banded = rule->bands != NULL && rule->measure != MEASURE_NET;
	bool comparable = report_shows(composer, 0) && !isnan(own->value);
	int apart = 0;

	if (banded)
		comparable = comparable && report_places(composer) && own->band >= 0;
	if (comparable && banded)
		apart = own->band - group->band;
	else if (comparable)
		apart = (int)round(100 * (report_position(composer, 0, own->value) -
		                          report_position(composer, 0, group->mean)));
	composer_set_count(composer, "apart", (size_t)abs(apart));
	composer_flag(composer, "comparable", comparable);
	composer_flag(composer, "staged", comparable && banded);
	composer_flag(composer, "adjacent", comparable && banded && abs(apart) == 1);
	composer_flag(composer, "higher", apart > 0);
	composer_flag(composer, "lower", apart < 0);
}

void compose_own_headline(struct composer *composer)
{
	set_difference(composer);
	report_add_headline(composer);
}
