#include "xlsx/runs.h"

#include "base/arena.h"
#include "base/buf.h"

static const struct element *item_at(const struct framework *framework, size_t place)
{
	return &framework->elements[framework->items[place]];
}

unsigned runs_kinds(enum measure measure)
{
	unsigned kinds = 0;

	for (enum scale_kind kind = 0; kind < SCALE_COUNT; kind++)
		if (measure_takes(measure, kind))
			kinds |= KIND(kind);
	return kinds;
}

bool runs_next(const struct framework *framework, size_t element, unsigned kinds, struct run *run)
{
	const struct element *part = &framework->elements[element];
	size_t end = part->first_item + part->n_items;
	const struct element *item;

	run->first = run->end > part->first_item ? run->end : part->first_item;
	while (run->first < end && (KIND(item_at(framework, run->first)->scale->kind) & kinds) == 0)
		run->first++;
	if (run->first >= end)
		return false;
	item = item_at(framework, run->first);
	run->scale = item->scale;
	run->reversed = item->reversed;
	run->weight = item->weight;
	for (run->end = run->first + 1; run->end < end; run->end++) {
		const struct element *next = item_at(framework, run->end);

		if (next->scale != run->scale || next->reversed != run->reversed ||
		    next->weight < run->weight || next->weight > run->weight)
			break;
	}
	return true;
}

const char *runs_area(struct book *book, const struct run *run, size_t top, size_t bottom)
{
	size_t left = book->places.first_item;

	return book_area(book, PART_DATA,
	                 (struct area){top, left + run->first, bottom, left + run->end - 1});
}

const char *runs_bracketed(struct book *book, const struct buf *sum, size_t n_terms)
{
	return n_terms > 1 ? arena_printf(book->arena, "(%s)", buf_text(sum)) : buf_text(sum);
}

/* The next run, with those that follow it without a gap, whatever their scale. */
static bool next_joined(const struct framework *framework, size_t element, unsigned kinds,
                        struct run *run)
{
	struct run more;
	bool found = runs_next(framework, element, kinds, run);

	for (more = *run; found && runs_next(framework, element, kinds, &more) &&
	                  more.first == run->end;)
		run->end = more.end;
	return found;
}

const char *runs_areas(struct book *book, size_t element, unsigned kinds, size_t row)
{
	struct buf list = {.arena = book->arena};
	struct run run = {0};
	size_t n = 0;

	while (next_joined(book->framework, element, kinds, &run))
		buf_addf(&list, "%s%s", n++ > 0 ? "," : "", runs_area(book, &run, row, row));
	if (n == 0)
		return NULL;
	/* In brackets they are one argument, a union. */
	return runs_bracketed(book, &list, n > ARGUMENTS_MOST ? n : 1);
}

const char *runs_filled(struct book *book, size_t element, unsigned kinds, size_t row)
{
	struct buf blank = {.arena = book->arena};
	struct run run = {0};
	size_t n = 0;

	while (next_joined(book->framework, element, kinds, &run)) {
		n += run.end - run.first;
		buf_addf(&blank, "-COUNTBLANK(%s)", runs_area(book, &run, row, row));
	}
	return n == 0 ? NULL : arena_printf(book->arena, "%zu%s", n, buf_text(&blank));
}

size_t runs_count(const struct framework *framework, size_t element, unsigned kinds)
{
	struct run run = {0};
	size_t n = 0;

	while (runs_next(framework, element, kinds, &run))
		n += run.end - run.first;
	return n;
}

const char *runs_excluded(struct book *book, size_t element, unsigned kinds, size_t row)
{
	struct buf sum = {.arena = book->arena};
	struct run run = {0};
	size_t n = 0;

	while (runs_next(book->framework, element, kinds, &run))
		if (run.scale->excluded != NULL)
			buf_addf(&sum, "%sCOUNTIF(%s," EXCLUDED_TEXT ")", n++ > 0 ? "+" : "",
			         runs_area(book, &run, row, row));
	return n > 0 ? runs_bracketed(book, &sum, n) : NULL;
}

const char *runs_any(struct book *book, size_t row)
{
	return arena_printf(book->arena, "(%s>0)", runs_filled(book, 0, EVERY_KIND, row));
}

/* Of answers that are given, and those that are not needed to be. */
static const char *given(struct book *book, size_t element, unsigned kinds, size_t row)
{
	const char *areas = runs_areas(book, element, kinds, row), *filled;
	const char *excluded = runs_excluded(book, element, kinds, row);

	if (areas == NULL)
		return NULL;
	if ((kinds & ~(KIND(SCALE_RATING) | KIND(SCALE_MARK))) == 0)
		return arena_printf(book->arena, "COUNT(%s)", areas);
	filled = runs_filled(book, element, kinds, row);
	return arena_printf(book->arena, "%s%s%s", filled, excluded == NULL ? "" : "-",
	                    excluded == NULL ? "" : excluded);
}

const char *runs_answered(struct book *book, size_t element, unsigned kinds, size_t row)
{
	unsigned others = kinds & ~KIND(SCALE_CHECK), checks = kinds & KIND(SCALE_CHECK);
	const char *first = given(book, element, others, row), *second, *excluded;
	size_t n = runs_count(book->framework, element, checks);

	if (n == 0)
		return first == NULL ? "0" : first;
	excluded = runs_excluded(book, element, checks, row);
	second = excluded == NULL
	             ? arena_printf(book->arena, "%s*%zu", runs_any(book, row), n)
	             : arena_printf(book->arena, "%s*(%zu-%s)", runs_any(book, row), n, excluded);
	return first == NULL ? second : arena_printf(book->arena, "%s+%s", first, second);
}
