#include "compose/peers.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "compose/composer.h"

size_t peers_count(const struct composer *composer)
{
	const struct compose_input *input = composer->input;

	return input->benchmarks == NULL ? composer->framework->n_benchmarks
	                                 : input->n_benchmarks;
}

const struct benchmark *peers_at(const struct composer *composer, size_t i)
{
	const struct compose_input *input = composer->input;

	return input->benchmarks == NULL ? &composer->framework->benchmarks[i]
	                                 : input->benchmarks[i];
}

bool peers_are_alike(const struct composer *composer, const struct benchmark *benchmark)
{
	return benchmark_is_alike(composer->framework, benchmark);
}

const char *peers_share(struct composer *composer, const struct benchmark_share *share)
{
	/* 0.065 is 6.5%, and 0.06 is 6% */
	double percent = round(1000 * share->share) / 10;
	size_t opened = composer_open_flags(composer);
	const char *text;

	composer_flag(composer, "share-below", share->bound == SHARE_BELOW);
	composer_flag(composer, "share-above", share->bound == SHARE_ABOVE);
	composer_set_number(composer, "percent", percent, floor(percent) == percent ? 0 : 1);
	text = composer_say_document(composer, "share");
	composer_close_flags(composer, opened);
	return text;
}

const char *peers_run(struct composer *composer, const struct benchmark *benchmark,
                      const struct benchmark_share *share)
{
	const struct framework *f = composer->framework;
	size_t opened = composer_open_flags(composer);
	const char *text = share->title;

	if (text == NULL) {
		composer_flag(composer, "run-single", share->first == share->last);
		composer_set(composer, "first",
		             benchmark_step_title(f, benchmark->element, share->first));
		composer_set(composer, "last",
		             benchmark_step_title(f, benchmark->element, share->last));
		text = composer_say_document(composer, "run");
	}
	composer_close_flags(composer, opened);
	return text;
}

/* A year has no signs between its figures, whatever its language does with numbers. */
static const char *year_text(struct composer *composer, const struct benchmark *benchmark)
{
	return arena_printf(composer->arena, "%d", benchmark->year);
}

void peers_set_study(struct composer *composer, const struct benchmark *benchmark)
{
	composer_set(composer, "population", benchmark->population);
	composer_set(composer, "year", year_text(composer, benchmark));
	composer_set(composer, "size", composer_number(composer, (double)benchmark->n, 0));
	composer_flag(composer, "sized", benchmark->n > 0);
}

/* NULL: there is none. */
static void set_peer(struct composer *composer, const struct benchmark *peer)
{
	const struct benchmark_share *share = peer == NULL ? NULL : &peer->shares[0];
	bool sized = peer != NULL && peer->n > 0;

	composer_flag(composer, "peer", peer != NULL);
	composer_flag(composer, "peer-sized", sized);
	composer_set(composer, "peer-share", share == NULL ? NULL : peers_share(composer, share));
	composer_set(composer, "peer-run",
	             share == NULL ? NULL : peers_run(composer, peer, share));
	composer_set(composer, "peer-population", peer == NULL ? NULL : peer->population);
	composer_set(composer, "peer-year", peer == NULL ? NULL : year_text(composer, peer));
	composer_set(composer, "peer-size",
	             sized ? composer_number(composer, (double)peer->n, 0) : NULL);
}

void peers_set_overall(struct composer *composer)
{
	const struct benchmark *newest = NULL;

	for (size_t i = 0; i < peers_count(composer); i++) {
		const struct benchmark *benchmark = peers_at(composer, i);

		if (benchmark->element == 0 && benchmark->n_shares > 0 &&
		    peers_are_alike(composer, benchmark) &&
		    (newest == NULL || benchmark->year > newest->year))
			newest = benchmark;
	}
	set_peer(composer, newest);
}

const struct benchmark *peers_of_level(const struct composer *composer, size_t level)
{
	const struct benchmark *newest = NULL;

	for (size_t i = 0; i < peers_count(composer); i++) {
		const struct benchmark *benchmark = peers_at(composer, i);

		if (composer->framework->elements[benchmark->element].level == level &&
		    !isnan(benchmark->mean) && peers_are_alike(composer, benchmark) &&
		    (newest == NULL || benchmark->year > newest->year))
			newest = benchmark;
	}
	return newest;
}

/* Whether two benchmarks tell of the same people. */
static bool is_one_study(const struct benchmark *a, const struct benchmark *b)
{
	return a->year == b->year && a->n == b->n && strcmp(a->population, b->population) == 0 &&
	       strcmp(a->source, b->source) == 0;
}

double peers_mean(const struct composer *composer, const struct benchmark *study, size_t element)
{
	for (size_t i = 0; study != NULL && i < peers_count(composer); i++) {
		const struct benchmark *benchmark = peers_at(composer, i);

		if (benchmark->element == element && !isnan(benchmark->mean) &&
		    peers_are_alike(composer, benchmark) && is_one_study(benchmark, study))
			return benchmark->mean;
	}
	return NAN;
}
