#include <stdint.h>

#include "base/buf.h"
#include "compose/composer.h"
#include "compose/ends.h"
#include "compose/report.h"
#include "compose/status.h"

enum { NAMED_AT_MOST = 2 };

static bool is_begun(const struct tally *tally)
{
	return tally->stands[STAND_STARTED] + tally->stands[STAND_DONE] > 0;
}

/* The last section before `position` that anything of applies to, or SIZE_MAX. */
static size_t section_before(const struct composer *composer, size_t position)
{
	const struct framework *f = composer->framework;
	size_t level = status_level(f), before = SIZE_MAX;

	for (size_t i = framework_next(f, 0, 0, level); i < position;
	     i = framework_next(f, 0, i, level)) {
		struct tally tally = status_tally(composer, i, status_work(f));

		if (status_applicable(&tally) > 0)
			before = i;
	}
	return before;
}

/* {before}: the section that was finished last; flags `before` and `before-whole`. */
static void set_before(struct composer *composer, size_t before)
{
	const struct framework *f = composer->framework;
	struct tally tally = {0};

	composer_set(composer, "before", NULL);
	if (before == SIZE_MAX)
		return;
	tally = status_tally(composer, before, status_work(f));
	composer_set(composer, "before", f->elements[before].text);
	composer_flag(composer, "before", true);
	composer_flag(composer, "before-whole",
	              tally.stands[STAND_DONE] == status_applicable(&tally));
}

/* {unbegun}: the parts of the section people stand in that nobody has begun,
 * while others there are; flags `unbegun`, with few enough to be named, and
 * `begun`: of the section itself. */
static void set_unbegun(struct composer *composer, size_t position)
{
	const struct framework *f = composer->framework;
	size_t parts = status_level(f) + 1, n = 0;
	const char *names[NAMED_AT_MOST];
	struct tally tally = {0};

	if (position != SIZE_MAX)
		tally = status_tally(composer, position, status_work(f));
	composer_flag(composer, "begun", is_begun(&tally));
	for (size_t i = position; parts + 1 < f->n_levels && position != SIZE_MAX;) {
		i = framework_next(f, position, i, parts);
		if (i == SIZE_MAX)
			break;
		tally = status_tally(composer, i, status_work(f));
		if (tally.stands[STAND_OPEN] == 0 ||
		    tally.stands[STAND_OPEN] < status_applicable(&tally))
			continue;
		if (n < NAMED_AT_MOST)
			names[n] = f->elements[i].text;
		n++;
	}
	composer_flag(composer, "unbegun", n > 0 && n <= NAMED_AT_MOST);
	composer_set_count(composer, "unbegun-count", n);
	composer_set(composer, "unbegun",
	             n <= NAMED_AT_MOST ? composer_join(composer, names, n) : NULL);
}

/* Which sections stand highest and lowest by the share that is done. */
static void set_ends(struct composer *composer)
{
	const struct framework *f = composer->framework;
	size_t level = status_level(f), n = 0;
	struct end strongest = {0}, weakest = {0};

	for (size_t i = framework_next(f, 0, 0, level); level > 0 && i != SIZE_MAX;
	     i = framework_next(f, 0, i, level)) {
		struct tally tally = status_tally(composer, i, status_work(f));
		size_t of = status_applicable(&tally);
		double share = of > 0 ? (double)tally.stands[STAND_DONE] / (double)of : 0;

		if (of == 0 || tally.blank == of)
			continue;
		n++;
		ends_take(composer, &strongest, f->elements[i].text, share, 1);
		ends_take(composer, &weakest, f->elements[i].text, share, -1);
	}
	ends_set(composer, &strongest, &weakest, n > 1);
}

/* {reached#} of {measures#}: the checks beside the work. */
static void set_measures(struct composer *composer)
{
	const struct framework *f = composer->framework;
	struct tally tally = {0};

	if (status_work(f) != SCALE_CHECK)
		tally = status_tally(composer, 0, SCALE_CHECK);
	composer_set_count(composer, "reached", tally.stands[STAND_DONE]);
	composer_set_count(composer, "measures", status_applicable(&tally));
	composer_flag(composer, "measures", status_applicable(&tally) > 0);
}

/* {also}: the sentences of the lead that stand there only when they say
 * something, each after a blank. */
static void set_also(struct composer *composer)
{
	static const char *const keys[] = {"lead-unsaid", "lead-excluded", "lead-measures",
	                                   "lead-rule"};
	struct buf also = {.arena = composer->arena};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const char *text = composer_say(composer, keys[i]);

		if (text != NULL && *text != '\0')
			buf_addf(&also, " %s", text);
	}
	composer_set(composer, "also", buf_text(&also));
}

void compose_status_headline(struct composer *composer)
{
	const struct framework *f = composer->framework;
	const struct scores *scores = composer->input->scores;
	struct tally work = status_tally(composer, 0, status_work(f));
	bool placed = scores->consensus != NULL && status_has_position(f);
	size_t position = placed ? scores->position : SIZE_MAX;

	status_set_counts(composer, &work);
	status_set_phases(composer);
	set_before(composer, position == SIZE_MAX ? SIZE_MAX : section_before(composer, position));
	set_unbegun(composer, position);
	set_ends(composer);
	set_measures(composer);
	set_also(composer);
	report_add_headline(composer);
}
