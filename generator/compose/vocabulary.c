#include "compose/vocabulary.h"

#include <math.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/report.h"

#define COMMON_PLACEHOLDERS \
	"framework version program summary section* group* item* section-count# group-count# " \
	"item-count# counted-sections counted-groups counted-items"
#define COMMON_FLAGS \
	"marks ratings statuses checks written items records grouped summary uses prompts plan " \
	"bands overall one-group"
#define REPORT_PLACEHOLDERS \
	COMMON_PLACEHOLDERS " organisation wave date people# scored# unscored# needed# " \
	"blank-count# blank-percent answer-count# score low high band bands stage next above to-next " \
	"consensus consensus-band plus-percent minus-percent"
#define REPORT_FLAGS \
	COMMON_FLAGS " organisation sample team-sheet empty answered withheld figures few " \
	"unscored blanks placed unplaced top bottom consensus consensus-band " \
	"share-below share-above run-single"

const char *const vocabulary_placeholders[TEMPLATE_COUNT] = {
	[TEMPLATE_WORKSHEET] = COMMON_PLACEHOLDERS,
	[TEMPLATE_GROUP] = REPORT_PLACEHOLDERS,
	[TEMPLATE_INDIVIDUAL] = REPORT_PLACEHOLDERS
	" person own own-band own-plus# own-minus# own-blank# counted-own-plus",
};

const char *const vocabulary_flags[TEMPLATE_COUNT] = {
	[TEMPLATE_WORKSHEET] = COMMON_FLAGS " named",
	[TEMPLATE_GROUP] = REPORT_FLAGS,
	[TEMPLATE_INDIVIDUAL] = REPORT_FLAGS " own-scored own-band own-empty named",
};

static bool has_written(const struct framework *f)
{
	for (size_t i = 0; i < f->n_items; i++)
		if (!scale_is_coded(f->elements[f->items[i]].scale))
			return true;
	return false;
}

static bool has_bands(const struct framework *f)
{
	for (size_t i = 0; i < f->n_levels; i++)
		if (f->levels[i].rule.bands != NULL)
			return true;
	return false;
}

static size_t count_level(const struct framework *f, size_t level)
{
	return level == 0 ? 1 : framework_count(f, 0, level);
}

static void set_framework(struct composer *composer)
{
	const struct framework *f = composer->framework;
	size_t sections = level_of_sections(f), groups = level_of_groups(f);
	bool ratings = framework_count_kind(f, 0, SCALE_RATING) > 0;

	composer_set(composer, "framework", f->title);
	composer_set(composer, "version", f->version);
	composer_set(composer, "program", composer->input->program);
	composer_set(composer, "summary", f->summary);
	composer_set_level(composer, "section", sections);
	composer_set_level(composer, "group", groups);
	composer_set_level(composer, "item", f->n_levels - 1);
	composer_set_counted(composer, "section", sections, count_level(f, sections));
	composer_set_counted(composer, "group", groups, count_level(f, groups));
	composer_set_counted(composer, "item", f->n_levels - 1, f->n_items);
	composer_flag(composer, "ratings", ratings);
	composer_flag(composer, "marks",
	              !ratings && framework_count_kind(f, 0, SCALE_MARK) > 0);
	composer_flag(composer, "statuses", framework_count_kind(f, 0, SCALE_STATUS) > 0);
	composer_flag(composer, "checks", framework_count_kind(f, 0, SCALE_CHECK) > 0);
	composer_flag(composer, "written", has_written(f));
	composer_flag(composer, "items", f->n_items > 0);
	composer_flag(composer, "records", f->n_records > 0);
	composer_flag(composer, "grouped", groups > sections);
	composer_flag(composer, "summary", f->summary != NULL);
	composer_flag(composer, "uses", f->n_uses > 0);
	composer_flag(composer, "prompts", f->n_prompts > 0);
	composer_flag(composer, "plan", f->n_plan > 0);
	composer_flag(composer, "bands", has_bands(f));
	composer_flag(composer, "overall", f->levels[0].rule.measure != MEASURE_NONE);
	composer_flag(composer, "one-group", count_level(f, groups) == 1);
	composer_flag(composer, "named", composer->name != NULL);
}

const char *vocabulary_date(struct composer *composer, time_t date)
{
	const char *months = composer_say_document(composer, "months");
	struct tm tm;

	gmtime_r(&date, &tm);
	composer_set_number(composer, "day", tm.tm_mday, 0);
	composer_set_number(composer, "month", tm.tm_mon + 1, 0);
	composer_set(composer, "year", arena_printf(composer->arena, "%d", tm.tm_year + 1900));
	for (int month = 0; months != NULL && *months != '\0'; month++) {
		size_t length = strcspn(months, " \n");

		if (month == tm.tm_mon)
			composer_set(composer, "month",
			             arena_strndup(composer->arena, months, length));
		months += length;
		months += strspn(months, " \n");
	}
	return composer_say_document(composer, "date");
}

static void set_people(struct composer *composer)
{
	const struct scores *scores = composer->input->scores;
	size_t scored = report_people(composer, 0), needed = report_needed(composer);
	size_t blank, all = report_answers(scores, &blank);
	const struct tally *tally = &scores->stats[0].tally;
	bool answered = scores->n_people >= needed;

	composer_set_count(composer, "people", scores->n_people);
	composer_set_count(composer, "scored", scored);
	composer_set_count(composer, "unscored", scores->n_people - scored);
	composer_set_count(composer, "needed", needed);
	composer_set_count(composer, "answer-count", all);
	composer_set_count(composer, "blank-count", answered ? blank : 0);
	composer_set_number(composer, "blank-percent",
	                    answered ? 100 * report_blank_share(scores) : 0, 0);
	composer_set(composer, "plus-percent", NULL);
	composer_set(composer, "minus-percent", NULL);
	if (report_shows(composer, 0)) {
		composer_set_number(composer, "plus-percent",
		                    100 * (double)tally->plus / (double)all, 0);
		composer_set_number(composer, "minus-percent",
		                    100 * (double)tally->minus / (double)all, 0);
	}
	composer_flag(composer, "empty", scores->n_people == 0);
	composer_flag(composer, "answered", answered);
	composer_flag(composer, "withheld", !report_shows(composer, 0));
	composer_flag(composer, "figures", report_shows_any(composer));
	composer_flag(composer, "few", report_shows(composer, 0) &&
	              !report_shows_people(composer, 0));
	composer_flag(composer, "unscored", scored < scores->n_people);
}

/* Where the group stands among the bands; the distances are between the
 * figures as they are printed, so that readers can check them. */
static void set_band(struct composer *composer, const struct bands *bands)
{
	const struct stats *stats = &composer->input->scores->stats[0];
	const struct band *band = &bands->steps[stats->band];
	double mean = report_rounded(composer, 0, stats->mean);
	bool top = (size_t)stats->band + 1 == bands->n_steps;

	composer_set(composer, "band", band->title);
	composer_set(composer, "above", report_mean(composer, 0, fabs(mean - band->from)));
	composer_flag(composer, "top", top);
	composer_flag(composer, "bottom", stats->band == 0);
	if (top)
		return;
	composer_set(composer, "next", band[1].title);
	composer_set(composer, "to-next", report_mean(composer, 0, band[1].from - mean));
}

static void set_score(struct composer *composer)
{
	const struct bands *bands = composer->framework->levels[0].rule.bands;
	const struct scores *scores = composer->input->scores;
	bool shown = report_shows(composer, 0), placed = report_places(composer);
	double low = NAN, high = NAN;

	composer_set(composer, "band", NULL);
	composer_set(composer, "next", NULL);
	composer_set(composer, "above", NULL);
	composer_set(composer, "to-next", NULL);
	composer_set(composer, "bands", bands == NULL ? NULL : bands->title);
	composer_set(composer, "stage", bands == NULL ? NULL : composer_noun(composer, bands->title));
	framework_range(composer->framework, 0, &low, &high);
	composer_set(composer, "low", report_score(composer, 0, low));
	composer_set(composer, "high", report_score(composer, 0, high));
	composer_set(composer, "score",
	             shown ? report_mean(composer, 0, scores->stats[0].mean) : NULL);
	composer_flag(composer, "placed", placed);
	composer_flag(composer, "unplaced", shown && bands != NULL && !placed);
	composer_flag(composer, "blanks", shown && report_lacks_answers(scores));
	if (shown && bands != NULL && scores->stats[0].band >= 0)
		set_band(composer, bands);
}

static void set_consensus(struct composer *composer)
{
	const struct bands *bands = composer->framework->levels[0].rule.bands;
	const struct result *agreed = composer->input->scores->consensus;
	bool shown = agreed != NULL && !isnan(agreed[0].value) && report_shows(composer, 0);
	bool banded = shown && bands != NULL && agreed[0].band >= 0;

	composer_set(composer, "consensus",
	             shown ? report_score(composer, 0, agreed[0].value) : NULL);
	composer_set(composer, "consensus-band",
	             banded ? bands->steps[agreed[0].band].title : NULL);
	composer_flag(composer, "consensus", shown);
	composer_flag(composer, "consensus-band", banded);
}

static void set_own(struct composer *composer)
{
	const struct scores *scores = composer->input->scores;
	const struct bands *bands = composer->framework->levels[0].rule.bands;
	const struct result *own = &scores->results[composer->person][0];
	const struct level *items = &composer->framework->levels[composer->framework->n_levels - 1];
	const struct sheet *sheet = scores->people[composer->person];
	bool named = composer->input->names && sheet->name != NULL;
	bool banded = bands != NULL && own->band >= 0;

	composer_set(composer, "person", named ? sheet->name : sheet->respondent);
	composer_set(composer, "own", report_score(composer, 0, own->value));
	composer_set(composer, "own-band", banded ? bands->steps[own->band].title : NULL);
	composer_set_count(composer, "own-plus", own->tally.plus);
	composer_set(composer, "counted-own-plus",
	             composer_noun(composer, own->tally.plus == 1 ? items->title : items->plural));
	composer_set_count(composer, "own-minus", own->tally.minus);
	composer_set_count(composer, "own-blank", own->tally.blank);
	composer_flag(composer, "own-scored", !isnan(own->value));
	composer_flag(composer, "own-band", banded);
	composer_flag(composer, "named", named);
	composer_flag(composer, "own-empty", own->answered == 0);
}

static void set_numbers(struct composer *composer)
{
	composer->vocabulary.numbers = (struct number_style){
		.decimal_sign = composer_say_document(composer, "decimal-sign"),
		.minus_sign = composer_say_document(composer, "minus-sign"),
		.group_sign = composer_say_document(composer, "group-sign"),
	};
}

void vocabulary_set(struct composer *composer)
{
	const struct scores *scores = composer->input->scores;

	set_numbers(composer);
	set_framework(composer);
	if (scores == NULL)
		return;
	composer_set(composer, "date", vocabulary_date(composer, composer->input->date));
	composer_set(composer, "organisation", composer_organisation(composer));
	composer_set(composer, "wave", scores->wave);
	composer_flag(composer, "organisation", composer_organisation(composer) != NULL);
	composer_flag(composer, "sample", scores->answers->sample);
	composer_flag(composer, "team-sheet", scores->consensus != NULL);
	set_people(composer);
	set_score(composer);
	set_consensus(composer);
	if (composer->person != SIZE_MAX)
		set_own(composer);
}
