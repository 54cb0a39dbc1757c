#include "cli/commands.h"

#include <stdint.h>

const struct command commands[] = {
	{"check", "PATH...", "Find what is wrong in content files.",
	 "waymark check content templates", "f", 1, SIZE_MAX, command_check},
	{"worksheet", "FRAMEWORK", "Make a blank worksheet (PDF).",
	 "waymark worksheet cx-skills-actions --paper a4 --names people.txt -o sheets.pdf",
	 "opncftT", 1, 1, command_worksheet},
	{"score", "FRAMEWORK ANSWERS...", "Print the scores of a wave.",
	 "waymark score cx-competency-maturity answers/ --wave 2026-H2 --format json", "owf", 2,
	 SIZE_MAX, command_score},
	{"report", "FRAMEWORK ANSWERS...", "Make the group's report, or one for each respondent (PDF).",
	 "waymark report cx-competency-maturity answers/ --individual -o people/", "owpiftT", 2,
	 SIZE_MAX, command_report},
	{"workbook", "FRAMEWORK ANSWERS...", "Make the analyst's workbook (XLSX).",
	 "waymark workbook cx-skills-actions answers/ -o tally.xlsx", "owpt", 2, SIZE_MAX,
	 command_workbook},
	{"list", "", "List the frameworks that there are.", "waymark list", "f", 0, 0,
	 command_list},
	{0},
};
