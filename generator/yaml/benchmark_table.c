#include <stddef.h>

#include "yaml/raw_framework.h"

#define YEAR_FIRST 1900
#define YEAR_LAST 2200
#define STUDIED_MOST 1e9
#define MEAN_LIMIT 1e12

static const struct field edition_fields[] = {
	{"title", FIELD_STRING, offsetof(struct raw_edition, edition.title), .required = true,
	 .help = "what it is called, such as Edition of 2019"},
	{"bands", FIELD_INTEGER, offsetof(struct raw_edition, bands), .low = 2,
	 .high = RAW_NAMED_MAX,
	 .help = "how many stages its overall score falls into; left out: not known"},
};
const struct table raw_edition_table = {
	.name = "edition", .size = sizeof(struct raw_edition), FIELDS(edition_fields),
};

static const struct field share_fields[] = {
	{"steps", FIELD_STRINGS, offsetof(struct raw_share, steps),
	 offsetof(struct raw_share, n_steps), .fixed = true, .single = true,
	 .high = RAW_NAMED_MAX,
	 .help = "where they stand: bands, or points of the item's scale; of the framework's own "
	         "edition only"},
	{"title", FIELD_STRING, offsetof(struct raw_share, share.title), .required = true,
	 .unless = "steps", .help = "where they stand, in words"},
	{"share", FIELD_NUMBER, offsetof(struct raw_share, share.share), .required = true,
	 .high = 1, .help = "how many of those studied stand there, 0 to 1"},
	{"bound", FIELD_CHOICE, offsetof(struct raw_share, share.bound), .names = share_bound_names,
	 .n_names = SHARE_BOUND_COUNT,
	 .help = "exact unless given; below or above: all that is known is that it is less or more"},
};
static const struct table share_table = {
	.name = "share", .size = sizeof(struct raw_share), FIELDS(share_fields),
};

static const struct field benchmark_fields[] = {
	{"population", FIELD_STRING, offsetof(struct raw_benchmark, benchmark.population),
	 .required = true, .help = "who was studied"},
	{"year", FIELD_INTEGER, offsetof(struct raw_benchmark, benchmark.year), .required = true,
	 .low = YEAR_FIRST, .high = YEAR_LAST, .help = "when"},
	{"n", FIELD_INTEGER, offsetof(struct raw_benchmark, n), .low = 1, .high = STUDIED_MOST,
	 .help = "how many of them; left out: the study does not say"},
	{"edition", FIELD_STRING, offsetof(struct raw_benchmark, edition), .required = true,
	 .fixed = true, .help = "the edition that they filled in, one of editions"},
	{"of", FIELD_STRING, offsetof(struct raw_benchmark, of), .fixed = true,
	 .help = "the id of the section or item that it is about; the whole, unless given"},
	{"mean", FIELD_NUMBER, offsetof(struct raw_benchmark, benchmark.mean), .low = -MEAN_LIMIT,
	 .high = MEAN_LIMIT, .help = "their mean score"},
	{"shares", FIELD_KEYED, offsetof(struct raw_benchmark, shares),
	 offsetof(struct raw_benchmark, n_shares), .form = FORM_ID, .high = RAW_NAMED_MAX,
	 .table = &share_table, .help = "how many of them stand where"},
	{"finding", FIELD_TEXT, offsetof(struct raw_benchmark, benchmark.finding),
	 .help = "what was found, in a sentence"},
	{"source", FIELD_TEXT, offsetof(struct raw_benchmark, benchmark.source), .required = true,
	 .help = "where it was published"},
	{"provenance", FIELD_CHOICE, offsetof(struct raw_benchmark, benchmark.provenance),
	 .names = provenance_names, .n_names = PROVENANCE_COUNT,
	 .help = "where the figures come from"},
};
const struct table raw_benchmark_table = {
	.name = "benchmark", .size = sizeof(struct raw_benchmark), FIELDS(benchmark_fields),
};
