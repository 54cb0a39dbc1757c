/* Where a rule, a word or a figure comes from; reports say it of each. */
#ifndef WAYMARK_PROVENANCE_H
#define WAYMARK_PROVENANCE_H

enum provenance {
	PROVENANCE_OURS,
	PROVENANCE_PUBLISHED,
	PROVENANCE_RECONSTRUCTED,
	PROVENANCE_COUNT
};

extern const char *const provenance_names[PROVENANCE_COUNT];

const char *provenance_name(enum provenance provenance);

#endif
