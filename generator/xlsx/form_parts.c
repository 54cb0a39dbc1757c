#include "xlsx/parts.h"

#include "xlsx/blank.h"
#include "xlsx/sheets.h"

const char form_words[] =
    "code wave date sheet person role sheet-prompt wave-prompt date-prompt code-prompt "
    "person-prompt role-prompt overall foot-left foot-right row-id yes no done started "
    "open excluded kind-check individual consensus unscored unscored-part choice-rating choice-mark "
    "head-unit limits-list limits-number limits-date prompt-title";

static size_t count_person(const struct workbook_input *input)
{
	return input->list ? 0 : input->scores->n_people;
}

static size_t count_people(const struct workbook_input *input)
{
	return input->list;
}

/* Records stand on the sheet that all fill in together. */
static size_t count_records(const struct workbook_input *input)
{
	bool together = !input->list && input->scores->n_people == 1;

	return together ? input->scores->framework->n_records : 0;
}

static size_t count_items(const struct workbook_input *input)
{
	return input->scores->framework->n_items > 0;
}

static size_t count_scale(const struct workbook_input *input)
{
	(void)input;
	return 1;
}

const struct part_kind form_kinds[PART_COUNT] = {
	[PART_PERSON] = {"person", count_person,
	                 "name title note fields progress answer score band comment item-target",
	                 fill_person},
	[PART_PEOPLE] = {"people", count_people, "name title note answered band", fill_people},
	[PART_RECORDS] = {"records", count_records, "prompt prompt-example", fill_form_record},
	[PART_SCORES] = {"scores", count_items, "name title note answered", fill_scores},
	[PART_DATA] = {"data", count_items, "name", fill_form_data},
	[PART_CODEBOOK] = {"scale", count_scale,
	                   "name title note band band-text band-set band-from band-to "
	                   "band-obstacle provenance list list-id list-label stand published "
	                   "reconstructed ours",
	                   fill_scale},
};
