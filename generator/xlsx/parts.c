#include "xlsx/parts.h"

#include <string.h>

#include "xlsx/sheets.h"

const char part_document_words[] = "code wave overall split footer_left footer_right";

const char part_flags[] = "marks ratings sample organisation sum mean net from-sections prorated "
                          "minimum banded";

const struct part_kind part_kinds[PART_COUNT] = {
	[PART_SUMMARY] =
	    {"summary", false,
	     "name purpose title note counts plus minus blank net plus_share minus_share flag "
	     "agreement score score_name mean lowest lower median upper highest sd n from to "
	     "people here ranking ranking_value ranking_aside ranking_none strength gap foot",
	     fill_summary},
	[PART_TALLY] =
	    {"tally", false,
	     "name purpose title note plus minus blank net plus_share minus_share flag agreement "
	     "n mean sd order total",
	     fill_tally},
	[PART_ITEMS] =
	    {"items", true,
	     "name purpose title note plus minus blank net plus_share minus_share flag agreement n",
	     fill_items},
	[PART_SCORES] = {"scores", false, "name purpose title note answered", fill_scores},
	[PART_DATA] = {"data", false, "name purpose limits", fill_data},
	[PART_CODEBOOK] =
	    {"codebook", false,
	     "name purpose title note column text section scale values reversed weight provenance "
	     "mark rating value is_reversed not_reversed published reconstructed ours code_text "
	     "wave_text segment_text band_set band band_from band_to band_text band_obstacle",
	     fill_codebook},
	[PART_ABOUT] =
	    {"about", false,
	     "name title confidential confidential_text sample sample_text facts framework "
	     "version version_text source licence organisation wave people date program rules "
	     "rule rule_missing rule_bands rule_provenance statistics statistics_text cannot "
	     "cannot_text origins scale_provenance bands_provenance sheets published "
	     "reconstructed ours",
	     fill_about},
};

enum part part_find(const char *name)
{
	enum part part = 0;

	while (part < PART_COUNT && strcmp(part_kinds[part].name, name) != 0)
		part++;
	return part;
}
