#include "cli/commands.h"

#include <stdint.h>

const struct command commands[] = {
	{
		.name = "check", .operands = "PATH...",
		.summary = "Find what is wrong in content files.",
		.example = "waymark check content templates",
		.options = "lf", .formats = {FORMAT_TEXT, FORMAT_NODES}, .n_formats = 2,
		.min_operands = 1, .max_operands = SIZE_MAX, .run = command_check,
	}, {
		.name = "worksheet", .operands = "FRAMEWORK",
		.summary = "Make a blank worksheet (PDF).",
		.example = "waymark worksheet cx-skills-actions --paper a4 --names people.txt -o s.pdf",
		.options = "FopsncfLtTl", .formats = {FORMAT_PDF, FORMAT_TEXT}, .n_formats = 2,
		.min_operands = 1, .max_operands = 1, .run = command_worksheet,
	}, {
		.name = "form", .operands = "FRAMEWORK",
		.summary = "Make a worksheet to fill in as a workbook (XLSX).",
		.example = "waymark form cx-competency-maturity --names people.txt -g department",
		.options = "opgncrtTl",
		.min_operands = 1, .max_operands = 1, .run = command_form,
	}, {
		.name = "score", .operands = "FRAMEWORK ANSWERS...",
		.summary = "Print the scores of a wave.",
		.example = "waymark score cx-competency-maturity answers/ -w 2026-H2 --format json",
		.options = "owf", .formats = {FORMAT_TEXT, FORMAT_JSON, FORMAT_CSV}, .n_formats = 3,
		.min_operands = 2, .max_operands = SIZE_MAX, .run = command_score,
	}, {
		.name = "report", .operands = "FRAMEWORK ANSWERS...",
		.summary = "Make the group's report, or one for each respondent (PDF).",
		.example = "waymark report cx-competency-maturity answers/ --individual -o people/",
		.options = "owpigfLtTl", .formats = {FORMAT_PDF, FORMAT_TEXT}, .n_formats = 2,
		.min_operands = 2, .max_operands = SIZE_MAX, .run = command_report,
	}, {
		.name = "workbook", .operands = "FRAMEWORK ANSWERS...",
		.summary = "Make the analyst's workbook (XLSX).",
		.example = "waymark workbook cx-skills-actions answers/ -o tally.xlsx",
		.options = "owptTl",
		.min_operands = 2, .max_operands = SIZE_MAX, .run = command_workbook,
	}, {
		.name = "build", .operands = "ENGAGEMENT",
		.summary = "Make all that an engagement wants, and only what changed.",
		.example = "waymark build engagement.yaml -o reports/ -j 2",
		.options = "oj",
		.min_operands = 1, .max_operands = 1, .run = command_build,
	}, {
		.name = "list", .operands = "",
		.summary = "List the frameworks that there are.",
		.example = "waymark list --format json",
		.options = "f", .formats = {FORMAT_TEXT, FORMAT_JSON, FORMAT_CSV}, .n_formats = 3,
		.run = command_list,
	}, {
		.name = "schema", .operands = "KIND",
		.summary = "Print the JSON Schema of a kind of content file, for editors.",
		.example = "waymark schema framework > framework.schema.json",
		.options = "o", .formats = {FORMAT_JSON}, .n_formats = 1,
		.min_operands = 1, .max_operands = 1, .run = command_schema,
	}, {
		.name = "new", .operands = "framework|engagement DIR",
		.summary = "Write something to start from, with comments, into a new folder.",
		.example = "waymark new framework tea-round",
		.options = "",
		.min_operands = 2, .max_operands = 2, .run = command_new,
	},
	{0},
};
