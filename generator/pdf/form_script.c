#include "pdf/form_script.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/calculation.h"

/* One line of script as an object; fields with the same line share it. */
struct action {
	const char *line;
	HPDF_Dict object;
};

struct script {
	struct pdf *pdf;
	struct action *slots; /* by hash, open addressing; line NULL: free */
	size_t n_slots, n_actions;
	struct buf sums;      /* members of the object that says what is added up */
};

/* Names of fields come without the copy's code; its fields begin with it.
 * What people typed themselves stays until one of the terms changes. */
static const char functions[] =
	"function waymarkRead(field) {\n"
	"  var value = field ? field.value : null;\n"
	"  if (value === null || value === undefined || value === '' || value == 'Off') {\n"
	"    return null;\n"
	"  }\n"
	"  value = field.type == 'checkbox' ? 1 : Number(String(value).replace(',', '.'));\n"
	"  return isNaN(value) ? null : value;\n"
	"}\n"
	"function waymarkFollows(name, source) {\n"
	"  var terms = waymarkSums[name] ? waymarkSums[name].terms : [];\n"
	"  for (var i = 0; i < terms.length; i++) {\n"
	"    if (terms[i][0] == source || waymarkFollows(terms[i][0], source)) {\n"
	"      return true;\n"
	"    }\n"
	"  }\n"
	"  return false;\n"
	"}\n"
	"function waymarkSum(name) {\n"
	"  var sum = waymarkSums[name], total = 0, n = 0;\n"
	"  var copy = event.target.name.slice(0, -name.length);\n"
	"  var source = event.source ? event.source.name : '';\n"
	"  if (source.slice(0, copy.length) != copy ||\n"
	"      !waymarkFollows(name, source.slice(copy.length))) {\n"
	"    return;\n"
	"  }\n"
	"  for (var i = 0; i < sum.terms.length; i++) {\n"
	"    var term = sum.terms[i], value = waymarkRead(getField(copy + term[0]));\n"
	"    if (value !== null) {\n"
	"      total += term[1] * value;\n"
	"      n++;\n"
	"    }\n"
	"  }\n"
	"  if (n == 0) {\n"
	"    event.value = '';\n"
	"    return;\n"
	"  }\n"
	"  total = Math.round((sum.mean ? total / n : total) * sum.unit) / sum.unit;\n"
	"  event.value = String(total).replace('.', sum.sign);\n"
	"}\n"
	"function waymarkExclude(own, other) {\n"
	"  var field = getField(event.target.name.slice(0, -own.length) + other);\n"
	"  if (event.target.value != 'Off' && field) {\n"
	"    field.value = 'Off';\n"
	"  }\n"
	"}\n"
	"function waymarkFigures() {\n"
	"  event.rc = /^[-+0-9.,]*$/.test(event.willCommit ? event.value : event.change);\n"
	"}\n";

struct script *script_open(struct pdf *pdf)
{
	struct script *script = ARENA_NEW(pdf->arena, struct script);

	script->pdf = pdf;
	script->n_slots = 64;
	script->slots = ARENA_ARRAY(pdf->arena, struct action, script->n_slots);
	script->sums.arena = pdf->arena;
	return script;
}

static struct action *find_slot(const struct script *script, const char *line)
{
	size_t at = text_hash(line) % script->n_slots;

	while (script->slots[at].line != NULL && strcmp(script->slots[at].line, line) != 0)
		at = (at + 1) % script->n_slots;
	return &script->slots[at];
}

static void grow(struct script *script)
{
	struct script larger = *script;

	larger.n_slots *= 2;
	larger.slots = ARENA_ARRAY(script->pdf->arena, struct action, larger.n_slots);
	for (size_t i = 0; i < script->n_slots; i++)
		if (script->slots[i].line != NULL)
			*find_slot(&larger, script->slots[i].line) = script->slots[i];
	*script = larger;
}

/* *fresh tells whether the line is a new one. */
static HPDF_Dict action_of(struct script *script, const char *line, bool *fresh)
{
	struct action *action = find_slot(script, line);
	struct buf out = {.arena = script->pdf->arena};

	*fresh = action->line == NULL;
	if (!*fresh)
		return action->object;
	*action = (struct action){line, object_new(script->pdf)};
	buf_adds(&out, "/S /JavaScript /JS ");
	add_text_string(&out, line);
	object_set(script->pdf, action->object, &out);
	if (2 * ++script->n_actions > script->n_slots)
		grow(script);
	return find_slot(script, line)->object;
}

static void add_action(struct script *script, const char *key, const char *line, struct buf *out)
{
	bool fresh;

	buf_addf(out, " /%s", key);
	add_reference(out, action_of(script, line, &fresh));
}

static void add_terms(struct script *script, const char *name,
                      const struct calculation *calculation)
{
	struct buf *out = &script->sums;
	const char *sign = calculation->decimal_sign;
	int unit = 1;

	for (int i = 0; i < calculation->decimals; i++)
		unit *= 10;
	buf_adds(out, out->length == 0 ? "\n  " : ",\n  ");
	buf_add_json(out, name);
	buf_addf(out, ": {mean: %s, unit: %d, sign: ", calculation->mean ? "true" : "false", unit);
	buf_add_json(out, sign == NULL ? "." : sign);
	buf_adds(out, ", terms: [");
	for (size_t i = 0; i < calculation->n_terms; i++) {
		const struct term *term = &calculation->terms[i];

		buf_adds(out, i == 0 ? "[" : ", [");
		buf_add_json(out, term->field);
		buf_adds(out, term->adds ? ", 1]" : ", 0]");
	}
	buf_adds(out, "]}");
}

static void add_calculation(struct script *script, const struct form_field *field,
                            struct buf *out)
{
	const char *line = arena_printf(script->pdf->arena, "waymarkSum(\"%s\")", field->name);
	bool fresh;

	buf_adds(out, " /C");
	add_reference(out, action_of(script, line, &fresh));
	if (fresh)
		add_terms(script, field->name, field->calculation);
}

/* The parts in which two names differ. */
static const char *exclusion(struct script *script, const struct form_field *field)
{
	size_t same = 0;

	for (size_t i = 0; field->name[i] != '\0' && field->name[i] == field->excludes[i]; i++)
		if (field->name[i] == '.')
			same = i + 1;
	return arena_printf(script->pdf->arena, "waymarkExclude(\"%s\", \"%s\")",
	                    field->name + same, field->excludes + same);
}

static const char *date_line(struct script *script, const char *function, const char *format)
{
	struct buf line = {.arena = script->pdf->arena};

	buf_addf(&line, "%s(", function);
	buf_add_json(&line, format);
	buf_adds(&line, ")");
	return line.bytes;
}

void script_add_actions(struct script *script, const struct form_field *field, struct buf *out)
{
	if (field->kind == FIELD_CHECK && field->excludes != NULL)
		add_action(script, "A", exclusion(script, field), out);
	if (field->kind == FIELD_NUMBER) {
		buf_adds(out, " /AA <<");
		add_action(script, "K", "waymarkFigures()", out);
		if (field->calculation != NULL)
			add_calculation(script, field, out);
		buf_adds(out, " >>");
	}
	if (field->kind == FIELD_DATE && field->format != NULL) {
		buf_adds(out, " /AA <<");
		add_action(script, "K", date_line(script, "AFDate_KeystrokeEx", field->format), out);
		add_action(script, "F", date_line(script, "AFDate_FormatEx", field->format), out);
		buf_adds(out, " >>");
	}
}

HPDF_Dict script_finish(struct script *script)
{
	struct pdf *pdf = script->pdf;
	struct buf text = {.arena = pdf->arena}, action = {.arena = pdf->arena};
	struct buf names = {.arena = pdf->arena};
	HPDF_Dict object, tree;

	if (script->n_actions == 0)
		return NULL;
	buf_addf(&text, "var waymarkSums = {%s\n};\n%s", buf_text(&script->sums), functions);
	object = object_new(pdf);
	buf_adds(&action, "/S /JavaScript /JS");
	add_reference(&action, object_stream(pdf, NULL, text.bytes, text.length));
	object_set(pdf, object, &action);
	tree = object_new(pdf);
	buf_adds(&names, "/Names [(waymark)");
	add_reference(&names, object);
	buf_adds(&names, "]");
	object_set(pdf, tree, &names);
	return tree;
}
