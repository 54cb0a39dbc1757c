#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "compose/composer.h"
#include "compose/peers.h"
#include "compose/report.h"

enum { COLUMN_WHERE, COLUMN_FIGURE, N_COLUMNS };

/* The next benchmark that is alike, or is not, from place `i` on; SIZE_MAX: none. */
static size_t next_benchmark(const struct composer *composer, size_t i, bool alike)
{
	for (; i < peers_count(composer); i++)
		if (peers_are_alike(composer, peers_at(composer, i)) == alike)
			return i;
	return SIZE_MAX;
}

static void add_cells(struct composer *composer, struct table_block *table, const char *where,
                      const char *figure)
{
	const char **cells = composer_add_row(composer, table);

	cells[COLUMN_WHERE] = where;
	cells[COLUMN_FIGURE] = figure;
}

/* Who was studied, then what was found of them. */
static void add_study(struct composer *composer, struct table_block *table,
                      const struct benchmark *benchmark)
{
	size_t opened = composer_open_flags(composer);

	peers_set_study(composer, benchmark);
	composer_flag(composer, "whole", benchmark->element == 0);
	composer_set(composer, "part-name",
	             composer->framework->elements[benchmark->element].text);
	composer_set(composer, "edition", benchmark->edition->title);
	add_cells(composer, table, composer_text(composer, "study"), NULL);
	table->rows[table->n_rows - 1].group = true;
	for (size_t i = 0; i < benchmark->n_shares; i++)
		add_cells(composer, table, peers_run(composer, benchmark, &benchmark->shares[i]),
		          peers_share(composer, &benchmark->shares[i]));
	if (!isnan(benchmark->mean))
		add_cells(composer, table, composer_text(composer, "mean"),
		          report_score(composer, benchmark->element, benchmark->mean));
	if (benchmark->finding != NULL)
		add_cells(composer, table, benchmark->finding, NULL);
	composer_close_flags(composer, opened);
}

/* Where the group stands in the same: its band where it has one, and its mean. */
static const char *own_figure(struct composer *composer, size_t element)
{
	const struct framework *f = composer->framework;
	const struct stats *stats = &composer->input->scores->stats[element];
	const struct bands *bands = f->levels[f->elements[element].level].rule.bands;
	bool banded = bands != NULL && stats->band >= 0 &&
	              (element != 0 || report_places(composer));
	size_t opened = composer_open_flags(composer);
	const char *text;

	if (!report_shows(composer, element))
		return report_withheld(composer, element);
	composer_flag(composer, "own-banded", banded);
	composer_set(composer, "own-band", banded ? bands->steps[stats->band].title : NULL);
	composer_set(composer, "figure", report_mean(composer, element, stats->mean));
	text = composer_text(composer, "own-figure");
	composer_close_flags(composer, opened);
	return text;
}

/* Of several studies in a row about one part, the group stands below the last. */
static void add_studies(struct composer *composer, struct table_block *table, bool alike)
{
	size_t i = next_benchmark(composer, 0, alike), next;

	for (; i != SIZE_MAX; i = next) {
		size_t element = peers_at(composer, i)->element;

		next = next_benchmark(composer, i + 1, alike);
		add_study(composer, table, peers_at(composer, i));
		if (alike && (next == SIZE_MAX || peers_at(composer, next)->element != element))
			add_cells(composer, table, composer_text(composer, "own"),
			          own_figure(composer, element));
	}
}

static void add_table(struct composer *composer, bool alike)
{
	static const double where = 0.7;
	size_t opened = composer_open_flags(composer);
	const char *head = composer_text(composer, alike ? "alike-head" : "context-head");
	struct table_block *table = composer_numbers(composer, head);

	if (next_benchmark(composer, 0, alike) == SIZE_MAX)
		return;
	composer_flag(composer, "same-edition", alike);
	composer_add_column(composer, table, head);
	composer_add_column(composer, table, composer_text(composer, "figure-head"));
	table->columns[COLUMN_WHERE] = (struct column){head, where, ALIGN_LEFT, STYLE_BODY};
	table->columns[COLUMN_FIGURE].share = 1 - where;
	table->columns[COLUMN_FIGURE].align = ALIGN_RIGHT;
	table->columns[COLUMN_FIGURE].style = STYLE_BODY;
	add_studies(composer, table, alike);
	composer_add(composer, BLOCK_TABLE)->table = *table;
	composer_close_flags(composer, opened);
}

/* Each source once. */
static void set_sources(struct composer *composer)
{
	size_t n = 0, n_benchmarks = peers_count(composer), j;
	const char **sources = ARENA_ARRAY(composer->arena, const char *, n_benchmarks);

	for (size_t i = 0; i < n_benchmarks; i++) {
		const char *source = peers_at(composer, i)->source;

		for (j = 0; j < n && strcmp(sources[j], source) != 0; j++)
			;
		if (j == n)
			sources[n++] = source;
	}
	composer_set(composer, "sources", composer_join_parts(composer, sources, n));
}

void compose_benchmarks(struct composer *composer)
{
	const struct edition *own = composer->framework->edition;
	struct blocks outer;

	if (peers_count(composer) == 0 || !report_shows_any(composer))
		return;
	composer_set(composer, "own-edition", own == NULL ? NULL : own->title);
	composer_flag(composer, "alike", next_benchmark(composer, 0, true) != SIZE_MAX);
	composer_flag(composer, "context", next_benchmark(composer, 0, false) != SIZE_MAX);
	peers_set_overall(composer);
	set_sources(composer);
	outer = report_open_section(composer);
	add_table(composer, true);
	add_table(composer, false);
	composer_add_paragraph(composer, STYLE_SMALL, composer_say(composer, "note"), 0);
	report_close_section(composer, outer);
}
