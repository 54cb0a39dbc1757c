#include "xlsx/parts.h"

#include <string.h>

#include "xlsx/actions.h"
#include "xlsx/counts.h"
#include "xlsx/long.h"
#include "xlsx/sheets.h"
#include "xlsx/tally.h"

static const char document_words[] =
    "code wave overall split foot-left foot-right row-id yes no done started open excluded blank "
    "kind-rating kind-mark kind-status kind-check kind-choice kind-number kind-text kind-date "
    "head-unit head-scale head-value head-label head-score head-scored limits-list "
    "limits-number limits-date answered-people";

const char part_flags[] = "marks ratings statuses checks records people team data actions day "
                          "sample organisation sum mean net completion share count finishing "
                          "from-sections prorated minimum complete banded";

static bool has_item(const struct scores *scores, bool (*fits)(const struct scale *scale))
{
	const struct framework *framework = scores->framework;

	for (size_t i = 0; i < framework->n_items; i++)
		if (fits(framework->elements[framework->items[i]].scale))
			return true;
	return false;
}

static size_t count_one(const struct workbook_input *input)
{
	(void)input;
	return 1;
}

static size_t count_plan(const struct workbook_input *input)
{
	return has_item(input->scores, scale_has_stands);
}

/* Whether the team answered anything that is not on the plan. */
static size_t count_consensus(const struct workbook_input *input)
{
	const struct framework *framework = input->scores->framework;
	const struct sheet *sheet = input->scores->consensus_sheet;

	for (size_t i = 0; sheet != NULL && i < framework->n_items; i++) {
		const struct scale *scale = framework->elements[framework->items[i]].scale;

		if (scale_has_stands(scale))
			continue;
		if (sheet->values[i] != ANSWER_BLANK ||
		    (!scale_is_coded(scale) && sheet->written[i].given))
			return 1;
	}
	return 0;
}

static size_t count_tally(const struct workbook_input *input)
{
	return has_item(input->scores, tally_has);
}

/* What people answered one by one; ratings and marks are theirs even before
 * there are any. */
static size_t count_data(const struct workbook_input *input)
{
	const struct scores *scores = input->scores;

	return count_tally(input) || (scores->n_people > 0 && scores->framework->n_items > 0);
}

static size_t count_items(const struct workbook_input *input)
{
	return framework_is_marks(input->scores->framework);
}

static size_t count_distribution(const struct workbook_input *input)
{
	return input->scores->n_people > 0 && has_item(input->scores, counts_has);
}

static size_t count_actions(const struct workbook_input *input)
{
	return actions_count(input->scores) > 0;
}

static size_t count_long(const struct workbook_input *input)
{
	size_t rows = long_rows(input->scores);

	return rows > 0 && rows <= LONG_ROWS_MAX;
}

static size_t count_records(const struct workbook_input *input)
{
	return input->scores->framework->n_records;
}

const struct part_kind part_kinds[PART_COUNT] = {
	[PART_SUMMARY] =
	    {"summary", count_one,
	     "name purpose title note as-of statuses checks completion share here here-rule counts "
	     "plus minus blank net plus-share minus-share flag agreement score score-name mean "
	     "lowest lower median upper highest sd n from to people ranking ranking-value "
	     "ranking-aside ranking-none strength gap coverage coverage-all foot",
	     fill_summary},
	[PART_PLAN] =
	    {"plan", count_plan,
	     "name purpose title note kind weight answer stand days overdue late target unit "
	     "progress before change",
	     fill_plan},
	[PART_CONSENSUS] = {"consensus", count_consensus,
	                    "name purpose title note answer mean difference", fill_consensus},
	[PART_ACTIONS] = {"actions", count_actions,
	                  "name purpose title note who team category action section serves owner "
	                  "due overdue status link",
	                  fill_actions},
	[PART_TALLY] =
	    {"tally", count_tally,
	     "name purpose title note plus minus blank net plus-share minus-share flag agreement "
	     "n mean sd order total",
	     fill_tally},
	[PART_ITEMS] =
	    {"items", count_items,
	     "name purpose title note plus minus blank net plus-share minus-share flag agreement n",
	     fill_items},
	[PART_DISTRIBUTION] = {"distribution", count_distribution,
	                       "name purpose title note n mean blank done agreement point "
	                       "share-head",
	                       fill_distribution},
	[PART_RECORDS] = {"records", count_records, "purpose head-label total", fill_record},
	[PART_SCORES] = {"scores", count_data, "name purpose title note answered", fill_scores},
	[PART_DATA] = {"data", count_data, "name purpose limits", fill_data},
	[PART_LONG] = {"long", count_long, "name purpose", fill_long},
	[PART_CODEBOOK] =
	    {"codebook", count_one,
	     "name purpose title note column text section scale values reversed weight provenance "
	     "value is-reversed not-reversed published reconstructed ours code-text wave-text "
	     "segment-text band-set band band-from band-to band-text band-obstacle list list-id "
	     "list-label stand field-record field-type required type-text type-number type-date "
	     "type-check type-choice type-line type-reference type-computed compute-progress "
	     "compute-difference compute-sum compute-count compute-latest compute-age sheet "
	     "long-section long-id long-text long-scale long-value long-label long-score "
	     "long-scored",
	     fill_codebook},
	[PART_ABOUT] =
	    {"about", count_one,
	     "name title confidential confidential-text sample sample-text facts framework "
	     "version version-text source licence organisation wave as-of people date program "
	     "rules rule rule-missing rule-finishing rule-bands rule-provenance statistics "
	     "statistics-text cannot cannot-text origins scale-provenance bands-provenance sheets "
	     "published reconstructed ours",
	     fill_about},
};

const struct part_set *part_set(const struct template *template)
{
	static const struct part_set workbook = {"workbook", part_kinds, document_words};
	static const struct part_set form = {"form", form_kinds, form_words};

	return template->kind == TEMPLATE_FORM ? &form : &workbook;
}

enum part part_find(const struct part_set *set, const char *name)
{
	enum part part = 0;

	while (part < PART_COUNT &&
	       (set->kinds[part].name == NULL || strcmp(set->kinds[part].name, name) != 0))
		part++;
	return part;
}
