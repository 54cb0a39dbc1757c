#include "score/score.h"

#include <math.h>

#include "model/framework.h"

/* Shares and prorated sums are often a hair beside the decimal they stand for. */
#define HAIR 1e-9

static double weigh(const double *values, const double *weights, size_t n, double *weight)
{
	double sum = 0;

	*weight = 0;
	for (size_t i = 0; i < n; i++) {
		sum += weights[i] * values[i];
		*weight += weights[i];
	}
	return sum;
}

double score_sum(const double *values, const double *weights, size_t n, double weight_possible)
{
	double weight, sum = weigh(values, weights, n, &weight);

	if (n == 0 || (weight_possible > 0 && weight <= 0))
		return NAN;
	/* A sum of all inputs stays exact. */
	if (weight_possible <= 0 || weight >= weight_possible)
		return sum;
	return sum * weight_possible / weight;
}

double score_mean(const double *values, const double *weights, size_t n)
{
	double weight, sum = weigh(values, weights, n, &weight);

	return n > 0 && weight > 0 ? sum / weight : NAN;
}

double score_count(const double *values, size_t n)
{
	double count = 0;

	for (size_t i = 0; i < n; i++)
		count += values[i];
	return n > 0 ? count : NAN;
}

double score_net(const struct tally *tally)
{
	double n = (double)(tally->plus + tally->minus + tally->blank);

	return n > 0 ? ((double)tally->plus - (double)tally->minus) / n : NAN;
}

bool score_finished(const struct rule *rule, double value)
{
	return value >= rule->complete - HAIR;
}

double score_progress(double baseline, double now, double goal)
{
	return goal == baseline ? NAN : (now - baseline) / (goal - baseline);
}

double score_sd(const double *values, size_t n)
{
	double mean = 0, squares = 0;

	if (n < 2)
		return NAN;
	for (size_t i = 0; i < n; i++)
		mean += values[i];
	mean /= (double)n;
	for (size_t i = 0; i < n; i++)
		squares += (values[i] - mean) * (values[i] - mean);
	return sqrt(squares / (double)(n - 1));
}

double score_quantile(const double *sorted, size_t n, double p)
{
	double place, whole;
	size_t below;

	if (n == 0)
		return NAN;
	place = modf((double)(n - 1) * p, &whole);
	below = (size_t)whole;
	if (below + 1 >= n)
		return sorted[n - 1];
	return sorted[below] + place * (sorted[below + 1] - sorted[below]);
}

double score_consensus(const double *points, const size_t *counts, size_t n, double range)
{
	double people = 0, mean = 0, consensus = 1;

	for (size_t i = 0; i < n; i++) {
		people += (double)counts[i];
		mean += (double)counts[i] * points[i];
	}
	if (people <= 0 || range <= 0)
		return NAN;
	mean /= people;
	for (size_t i = 0; i < n; i++)
		if (counts[i] > 0)
			consensus += (double)counts[i] / people *
			             log2(1 - fabs(points[i] - mean) / range);
	return fmax(consensus, 0);
}

int score_band(const struct bands *bands, double value)
{
	double whole = floor(value + 0.5 + HAIR);

	if (bands == NULL || isnan(value))
		return -1;
	for (size_t i = 0; i < bands->n_steps; i++)
		if (whole >= bands->steps[i].from && whole <= bands->steps[i].to)
			return (int)i;
	return -1;
}

double score_to_next(const struct bands *bands, double value)
{
	int band = score_band(bands, value);

	if (band < 0 || (size_t)band + 1 >= bands->n_steps)
		return NAN;
	return bands->steps[band + 1].from - value;
}
