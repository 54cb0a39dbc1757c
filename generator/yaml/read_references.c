#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "yaml/raw_framework.h"

/* One entry of `of`, and the column that it stands in. */
struct source_text {
	struct raw_framework *raw;
	size_t record, column;
	const char *text;
	struct pos pos;
};

/* What a rule is made of. */
static const struct {
	size_t least, most;
	const char *wants; /* in words */
} rules[COMPUTATION_COUNT] = {
	[COMPUTE_PROGRESS] = {3, 3, "three columns: the baseline, what it is now, the goal"},
	[COMPUTE_DIFFERENCE] = {2, 2, "two columns, the second taken from the first"},
	[COMPUTE_SUM] = {1, SOURCES_MAX, "columns of numbers"},
	[COMPUTE_COUNT] = {1, SOURCES_MAX, "records that refer to this one"},
	[COMPUTE_LATEST] = {2, 2, "a number and a date of a record that refers to this one"},
	[COMPUTE_AGE] = {1, 1, "a date"},
};

static struct record_column *column_at(const struct framework *framework, size_t record,
                                       size_t column)
{
	return &framework->records[record].columns[column];
}

static void find_target(const struct bind *bind, struct framework *framework,
                        const struct raw_column *raw, struct record_column *column)
{
	const char *names[RAW_NAMED_MAX];
	size_t n = 0, target = framework_find_record(framework, raw->to);

	if (target != SIZE_MAX && !framework->records[target].single) {
		column->record = target;
		return;
	}
	for (size_t i = 0; i < framework->n_records; i++)
		if (!framework->records[i].single)
			names[n++] = framework->records[i].id;
	if (target == SIZE_MAX)
		diag_error(bind->diag, bind_pos(&raw->bound, "to"),
		           bind_accepted(bind, raw->to, names, n), "there is no record %s",
		           node_quote(bind->arena, raw->to));
	else
		diag_error(bind->diag, bind_pos(&raw->bound, "to"),
		           bind_accepted(bind, "", names, n),
		           "the record '%s' has one row only: there is nothing to choose",
		           raw->to);
}

static bool refuse_column(const struct bind *bind, const struct source_text *source,
                          const struct record *record, const char *id)
{
	const char *names[RAW_NAMED_MAX];

	for (size_t i = 0; i < record->n_columns; i++)
		names[i] = record->columns[i].id;
	diag_error(bind->diag, source->pos, bind_accepted(bind, id, names, record->n_columns),
	           "the record '%s' has no column %s", record->id, node_quote(bind->arena, id));
	return false;
}

/* The records that refer to one, for a source that names another. */
static const char *list_referring(const struct bind *bind, const struct framework *framework,
                                  size_t to, const char *id)
{
	const char *names[RAW_NAMED_MAX];
	size_t n = 0;

	for (size_t i = 0; i < framework->n_records; i++)
		if (record_find_reference(&framework->records[i], to) != SIZE_MAX)
			names[n++] = framework->records[i].id;
	return bind_accepted(bind, id, names, n);
}

/* A record that refers to the one the source stands in. */
static bool find_rows(const struct bind *bind, const struct source_text *source, const char *id,
                      struct column_source *found)
{
	const struct framework *framework = &source->raw->framework;

	found->record = framework_find_record(framework, id);
	found->by = SIZE_MAX;
	if (found->record != SIZE_MAX)
		found->by = record_find_reference(&framework->records[found->record],
		                                  source->record);
	if (found->by != SIZE_MAX)
		return true;
	diag_error(bind->diag, source->pos,
	           list_referring(bind, framework, source->record, id),
	           found->record == SIZE_MAX ? "there is no record %s"
	                                     : "the record %s has no column that refers here",
	           node_quote(bind->arena, id));
	return false;
}

static bool find_source(const struct bind *bind, const struct source_text *source,
                        struct column_source *found)
{
	const struct framework *framework = &source->raw->framework;
	const struct record *record = &framework->records[source->record];
	const char *dot = strchr(source->text, '.');
	const char *id = dot == NULL ? source->text : dot + 1;

	*found = (struct column_source){source->record, SIZE_MAX, SIZE_MAX};
	if (column_at(framework, source->record, source->column)->computation == COMPUTE_COUNT)
		return find_rows(bind, source, source->text, found);
	if (dot != NULL) {
		if (!find_rows(bind, source,
		               arena_strndup(bind->arena, source->text,
		                             (size_t)(dot - source->text)),
		               found))
			return false;
		record = &framework->records[found->record];
	}
	found->column = record_find_column(record, id);
	return found->column != SIZE_MAX || refuse_column(bind, source, record, id);
}

static bool is_number(enum column_type type)
{
	return type == COLUMN_NUMBER || type == COLUMN_COMPUTED;
}

/* Whether a rule can be made of a source, its `place`-th. */
static bool check_source(const struct bind *bind, const struct source_text *source, size_t place,
                         const struct column_source *found)
{
	const struct framework *framework = &source->raw->framework;
	enum computation computation =
	    column_at(framework, source->record, source->column)->computation;
	const struct record_column *column;
	bool dated, here = found->by == SIZE_MAX;

	if (computation == COMPUTE_COUNT)
		return true;
	column = column_at(framework, found->record, found->column);
	dated = computation == COMPUTE_AGE || (computation == COMPUTE_LATEST && place == 1);
	if (dated ? column->type != COLUMN_DATE : !is_number(column->type))
		diag_error(bind->diag, source->pos,
		           arena_printf(bind->arena, "%s is made of %s",
		                        computation_names[computation], rules[computation].wants),
		           "the column '%s' is of the type %s, but a %s is wanted", column->id,
		           column_type_names[column->type], dated ? "date" : "number");
	else if (computation != COMPUTE_SUM && here != (computation != COMPUTE_LATEST))
		diag_error(bind->diag, source->pos,
		           arena_printf(bind->arena, "%s is made of %s",
		                        computation_names[computation], rules[computation].wants),
		           here ? "the column '%s' is one of the same row"
		                : "the column '%s' is one of another record",
		           column->id);
	else
		return true;
	return false;
}

static void read_sources(const struct bind *bind, struct source_text *source,
                         const struct raw_column *raw)
{
	struct record_column *column =
	    column_at(&source->raw->framework, source->record, source->column);
	enum computation computation = column->computation;
	const struct node *of = node_find(raw->bound.node, "of");

	if (raw->n_of < rules[computation].least || raw->n_of > rules[computation].most) {
		diag_error(bind->diag, of->pos,
		           arena_printf(bind->arena, "%s is made of %s",
		                        computation_names[computation], rules[computation].wants),
		           "%s cannot be made of %zu", computation_names[computation], raw->n_of);
		return;
	}
	for (size_t i = 0; i < raw->n_of; i++) {
		struct column_source *found = &column->sources[i];

		source->text = raw->of[i];
		source->pos = of->kind == NODE_SEQUENCE ? of->entries[i].value->pos : of->pos;
		if (find_source(bind, source, found) && check_source(bind, source, i, found))
			column->n_sources++;
	}
	if (column->n_sources < raw->n_of)
		column->n_sources = 0;
	else if (computation == COMPUTE_LATEST &&
	         column->sources[0].record != column->sources[1].record)
		diag_error(bind->diag, source->pos, NULL,
		           "the number and its date stand in different records");
}

enum visit { VISIT_NOT, VISIT_UNDER_WAY, VISIT_DONE };

/* A computed column on the way from one to its sources. */
struct step {
	const struct step *before;
	size_t record, column;
};

struct walk {
	const struct bind *bind;
	const struct framework *framework;
	enum visit **visits; /* [record][column] */
};

static const char *say_step(const struct walk *walk, const struct step *step)
{
	return arena_printf(walk->bind->arena, "%s.%s",
	                    walk->framework->records[step->record].id,
	                    column_at(walk->framework, step->record, step->column)->id);
}

/* The circle, from the column to itself. */
static const char *say_circle(const struct walk *walk, const struct step *last)
{
	const struct step *step = last;
	const char *way = say_step(walk, last);

	do {
		step = step->before;
		way = arena_printf(walk->bind->arena, "%s from %s", say_step(walk, step), way);
	} while (step->record != last->record || step->column != last->column);
	return way;
}

static void visit(struct walk *walk, const struct step *step)
{
	const struct record_column *at = column_at(walk->framework, step->record, step->column);
	enum visit *state = &walk->visits[step->record][step->column];

	if (at->type != COLUMN_COMPUTED || *state == VISIT_DONE)
		return;
	if (*state == VISIT_UNDER_WAY) {
		diag_error(walk->bind->diag, at->pos, say_circle(walk, step),
		           "the column '%s' is computed from itself", at->id);
		return;
	}
	*state = VISIT_UNDER_WAY;
	for (size_t i = 0; i < at->n_sources; i++) {
		const struct column_source *source = &at->sources[i];
		struct step next = {step, source->record, source->column};

		if (source->column != SIZE_MAX)
			visit(walk, &next);
	}
	*state = VISIT_DONE;
}

static void check_circles(const struct bind *bind, const struct framework *framework)
{
	struct walk walk = {bind, framework,
	                    ARENA_ARRAY(bind->arena, enum visit *, framework->n_records)};

	for (size_t i = 0; i < framework->n_records; i++)
		walk.visits[i] =
		    ARENA_ARRAY(bind->arena, enum visit, framework->records[i].n_columns);
	for (size_t i = 0; i < framework->n_records; i++)
		for (size_t j = 0; j < framework->records[i].n_columns; j++)
			visit(&walk, &(struct step){NULL, i, j});
}

void raw_read_references(const struct bind *bind, struct raw_framework *raw)
{
	struct framework *framework = &raw->framework;

	for (size_t i = 0; i < raw->n_records; i++)
		for (size_t j = 0; j < raw->records[i].n_columns; j++) {
			const struct raw_column *column = &raw->records[i].columns[j];

			if (column->bound.whole && column->column.type == COLUMN_REFERENCE)
				find_target(bind, framework, column, column_at(framework, i, j));
		}
	for (size_t i = 0; i < raw->n_records; i++)
		for (size_t j = 0; j < raw->records[i].n_columns; j++) {
			const struct raw_column *column = &raw->records[i].columns[j];
			struct source_text source = {.raw = raw, .record = i, .column = j};

			if (column->bound.whole && column->column.type == COLUMN_COMPUTED)
				read_sources(bind, &source, column);
		}
	check_circles(bind, framework);
}
