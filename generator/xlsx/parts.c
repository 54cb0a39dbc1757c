#include "xlsx/parts.h"

#include <string.h>

#include "xlsx/sheets.h"

const char part_document_words[] = "code wave overall split foot-left foot-right";

const char part_flags[] = "marks ratings sample organisation sum mean net from-sections prorated "
                          "minimum complete banded";

const struct part_kind part_kinds[PART_COUNT] = {
	[PART_SUMMARY] =
	    {"summary", false,
	     "name purpose title note counts plus minus blank net plus-share minus-share flag "
	     "agreement score score-name mean lowest lower median upper highest sd n from to "
	     "people here ranking ranking-value ranking-aside ranking-none strength gap foot",
	     fill_summary},
	[PART_TALLY] =
	    {"tally", false,
	     "name purpose title note plus minus blank net plus-share minus-share flag agreement "
	     "n mean sd order total",
	     fill_tally},
	[PART_ITEMS] =
	    {"items", true,
	     "name purpose title note plus minus blank net plus-share minus-share flag agreement n",
	     fill_items},
	[PART_SCORES] = {"scores", false, "name purpose title note answered", fill_scores},
	[PART_DATA] = {"data", false, "name purpose limits", fill_data},
	[PART_CODEBOOK] =
	    {"codebook", false,
	     "name purpose title note column text section scale values reversed weight provenance "
	     "mark rating value is-reversed not-reversed published reconstructed ours code-text "
	     "wave-text segment-text band-set band band-from band-to band-text band-obstacle",
	     fill_codebook},
	[PART_ABOUT] =
	    {"about", false,
	     "name title confidential confidential-text sample sample-text facts framework "
	     "version version-text source licence organisation wave people date program rules "
	     "rule rule-missing rule-bands rule-provenance statistics statistics-text cannot "
	     "cannot-text origins scale-provenance bands-provenance sheets published "
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
