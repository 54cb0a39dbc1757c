#include "dump/scores.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "dump/label.h"
#include "model/answers.h"
#include "model/framework.h"
#include "model/scores.h"

static const char columns_before[] = "scope,respondent,wave";
static const char columns_after[] =
    ",element,level,score,band,answered,plus,minus,blank,"
    "n,mean,sd,median,min,max,lower,upper,agreement,split,to_next\n";

/* What the rows of one sheet or of the group begin with. */
struct opening {
	const char *scope;
	const struct sheet *sheet; /* NULL: the group */
	const char **names;        /* of the segments */
	size_t n_names;
	bool marks;
};

static bool has_name(const char **names, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* The names of segments that somebody in the wave has, as they first appear. */
static const char **segment_names(struct arena *arena, const struct scores *scores, size_t *n)
{
	const char **names = NULL;

	*n = 0;
	for (size_t person = 0; person < scores->n_people; person++) {
		const struct sheet *sheet = scores->people[person];

		for (size_t i = 0; i < sheet->n_segments; i++) {
			const char *name = sheet->segments[i].name;

			if (has_name(names, *n, name))
				continue;
			names = arena_push(arena, names, *n, sizeof *names);
			names[(*n)++] = name;
		}
	}
	return names;
}

static const char *segment_value(const struct sheet *sheet, const char *name)
{
	for (size_t i = 0; sheet != NULL && i < sheet->n_segments; i++)
		if (strcmp(sheet->segments[i].name, name) == 0)
			return sheet->segments[i].value;
	return "";
}

static void add_number(struct buf *out, double value)
{
	buf_adds(out, ",");
	label_add_number(out, value, "");
}

static void add_opening(struct buf *out, const struct scores *scores,
                        const struct opening *opening, size_t e)
{
	buf_addf(out, "%s,", opening->scope);
	buf_add_csv(out, opening->sheet == NULL ? "" : opening->sheet->respondent);
	buf_adds(out, ",");
	buf_add_csv(out, scores->wave);
	for (size_t i = 0; i < opening->n_names; i++) {
		buf_adds(out, ",");
		buf_add_csv(out, segment_value(opening->sheet, opening->names[i]));
	}
	buf_addf(out, ",%s,%s", scores->framework->elements[e].id,
	         label_level(scores->framework, e));
}

static void add_band(struct buf *out, const struct framework *framework, size_t element,
                     int number)
{
	const struct band *band = label_band(framework, element, number);

	buf_addf(out, ",%s", band == NULL ? "" : band->id);
}

static void add_tally(struct buf *out, const struct tally *tally, bool marks)
{
	if (marks)
		buf_addf(out, ",%zu,%zu", tally->plus, tally->minus);
	else
		buf_adds(out, ",,");
	buf_addf(out, ",%zu", tally->blank);
}

static void add_results(struct buf *out, const struct scores *scores,
                        const struct opening *opening, const struct result *results)
{
	for (size_t e = 0; e < scores->framework->n_elements; e++) {
		add_opening(out, scores, opening, e);
		add_number(out, results[e].value);
		add_band(out, scores->framework, e, results[e].band);
		buf_addf(out, ",%zu", results[e].answered);
		add_tally(out, &results[e].tally, opening->marks);
		buf_adds(out, ",,,,,,,,,,,\n");
	}
}

static void add_group(struct buf *out, const struct scores *scores,
                      const struct opening *opening)
{
	for (size_t e = 0; e < scores->framework->n_elements; e++) {
		const struct stats *stats = &scores->stats[e];

		add_opening(out, scores, opening, e);
		buf_adds(out, ",");
		add_band(out, scores->framework, e, stats->band);
		buf_adds(out, ",");
		add_tally(out, &stats->tally, opening->marks);
		buf_addf(out, ",%zu", stats->n);
		add_number(out, stats->mean);
		add_number(out, stats->sd);
		add_number(out, stats->median);
		add_number(out, stats->min);
		add_number(out, stats->max);
		add_number(out, stats->lower);
		add_number(out, stats->upper);
		add_number(out, stats->agreement);
		buf_adds(out, !opening->marks ? "," : stats->split ? ",true" : ",false");
		add_number(out, stats->to_next);
		buf_adds(out, "\n");
	}
}

void dump_scores_csv(const struct scores *scores, struct buf *out)
{
	struct opening opening = {.marks = label_has_marks(scores->framework)};

	opening.names = segment_names(out->arena, scores, &opening.n_names);
	buf_adds(out, columns_before);
	for (size_t i = 0; i < opening.n_names; i++) {
		buf_adds(out, ",");
		buf_add_csv(out, arena_printf(out->arena, "segment_%s", opening.names[i]));
	}
	buf_adds(out, columns_after);
	for (size_t i = 0; i < scores->n_people; i++) {
		opening.scope = "person";
		opening.sheet = scores->people[i];
		add_results(out, scores, &opening, scores->results[i]);
	}
	if (scores->consensus != NULL) {
		opening.scope = "consensus";
		opening.sheet = scores->consensus_sheet;
		add_results(out, scores, &opening, scores->consensus);
	}
	opening.scope = "group";
	opening.sheet = NULL;
	add_group(out, scores, &opening);
}
