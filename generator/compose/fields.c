#include "compose/fields.h"

#include "base/arena.h"

const char *field_name(struct composer *composer, const char *word, const char *id,
                       const char *rest)
{
	return arena_printf(composer->arena, "%s.%s%s%s", word, id, rest == NULL ? "" : ".",
	                    rest == NULL ? "" : rest);
}

const char *field_part(struct composer *composer, const char *item, const char *part)
{
	return arena_printf(composer->arena, "%s.%s", item, part);
}

const char *field_record(struct composer *composer, const char *record, size_t row,
                         const char *column)
{
	if (row == 0)
		return field_name(composer, FIELD_WORD_RECORD, record, column);
	return field_name(composer, FIELD_WORD_RECORD, record,
	                  arena_printf(composer->arena, "%zu.%s", row, column));
}

static struct calculation *begin(struct composer *composer, size_t n_terms, bool mean)
{
	struct calculation *calculation = ARENA_NEW(composer->arena, struct calculation);

	calculation->mean = mean;
	calculation->terms = ARENA_ARRAY(composer->arena, struct term, n_terms);
	calculation->decimals = 1;
	calculation->decimal_sign = composer->vocabulary.numbers.decimal_sign;
	return calculation;
}

static void add_term(struct calculation *calculation, const char *field, bool adds)
{
	calculation->terms[calculation->n_terms++] = (struct term){field, adds};
}

static struct calculation *combine(struct composer *composer, const char *const *names, size_t n,
                                   bool mean)
{
	struct calculation *calculation = begin(composer, n, mean);

	for (size_t i = 0; i < n; i++)
		add_term(calculation, names[i], true);
	return calculation;
}

struct calculation *fields_sum(struct composer *composer, const char *const *names, size_t n)
{
	return combine(composer, names, n, false);
}

struct calculation *fields_mean(struct composer *composer, const char *const *names, size_t n)
{
	return combine(composer, names, n, true);
}

/* The other sign's boxes count nothing, but they show that there are answers. */
struct calculation *fields_count(struct composer *composer, const struct answer_row *rows,
                                 size_t n, bool plus)
{
	struct calculation *calculation = begin(composer, 2 * n, false);

	for (size_t i = 0; i < n; i++) {
		const char *id = rows[i].id;

		add_term(calculation, arena_printf(composer->arena, "%s.plus", id), plus);
		add_term(calculation, arena_printf(composer->arena, "%s.minus", id), !plus);
	}
	return calculation;
}

struct calculation *fields_answers(struct composer *composer, const struct answer_row *rows,
                                   size_t n)
{
	struct calculation *calculation = begin(composer, n, false);

	for (size_t i = 0; i < n; i++)
		add_term(calculation, rows[i].id, true);
	return calculation;
}
