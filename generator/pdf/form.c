#include "pdf/form.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "pdf/form_font.h"
#include "pdf/form_look.h"
#include "pdf/form_script.h"

/* Bits of /Ff (ISO 32000-1, tables 226 to 230). */
enum {
	FLAG_READ_ONLY = 1,
	FLAG_LINES = 1 << 12,
	FLAG_RADIO = 1 << 15,
	FLAG_COMBO = 1 << 17,
	FLAG_NO_SPELLING = 1 << 22
};

/* Flags of annotations. */
enum { HIDDEN = 2, PRINTED = 4 };

/* What stands in a page for a field. It is the field itself as well when it
 * is the only one. */
struct widget {
	const struct form_field *what;
	HPDF_Dict object;
	struct buf entries;
};

/* A field, or a part of the name of several. */
struct field {
	const char *name;              /* from the outermost part on */
	struct field *parent;
	const struct form_field *what; /* NULL: only holds others */
	HPDF_Dict object;              /* NULL until form_finish where it may be the widget's */
	struct field **kids;
	size_t n_kids;
	struct widget **widgets;
	size_t n_widgets;
};

struct form {
	struct pdf *pdf;
	const struct fonts *fonts;
	struct field top;      /* its kids are the outermost */
	struct field **fields; /* as they came; parents before their kids */
	size_t n_fields;
	struct field **slots;  /* by hash of the name, open addressing */
	size_t n_slots;
	struct looks *looks;
	struct script *script;
	HPDF_Dict scripts;
};

struct form *form_open(struct pdf *pdf, const struct fonts *fonts)
{
	struct form *form = ARENA_NEW(pdf->arena, struct form);

	form->pdf = pdf;
	form->fonts = fonts;
	form->n_slots = 256;
	form->slots = ARENA_ARRAY(pdf->arena, struct field *, form->n_slots);
	form->looks = looks_open(pdf, fonts->theme);
	form->script = script_open(pdf);
	return form;
}

static struct field **find_slot(const struct form *form, const char *name)
{
	size_t at = text_hash(name) % form->n_slots;

	while (form->slots[at] != NULL && strcmp(form->slots[at]->name, name) != 0)
		at = (at + 1) % form->n_slots;
	return &form->slots[at];
}

static void grow(struct form *form)
{
	form->n_slots *= 2;
	form->slots = ARENA_ARRAY(form->pdf->arena, struct field *, form->n_slots);
	for (size_t i = 0; i < form->n_fields; i++)
		*find_slot(form, form->fields[i]->name) = form->fields[i];
}

static void push_field(struct form *form, struct field *field)
{
	struct field *parent = field->parent;

	form->fields = arena_push(form->pdf->arena, form->fields, form->n_fields,
	                          sizeof *form->fields);
	form->fields[form->n_fields++] = field;
	parent->kids = arena_push(form->pdf->arena, parent->kids, parent->n_kids,
	                          sizeof *parent->kids);
	parent->kids[parent->n_kids++] = field;
	if (2 * form->n_fields > form->n_slots)
		grow(form);
	else
		*find_slot(form, field->name) = field;
}

/* The field of that name; it and those above it are made when they are not
 * there yet. */
static struct field *field_of(struct form *form, const char *name)
{
	struct field *found = *find_slot(form, name), *field;
	const char *dot = strrchr(name, '.');

	if (found != NULL)
		return found;
	field = ARENA_NEW(form->pdf->arena, struct field);
	field->name = name;
	field->parent = &form->top;
	if (dot != NULL)
		field->parent = field_of(form, arena_strndup(form->pdf->arena, name,
		                                             (size_t)(dot - name)));
	push_field(form, field);
	return field;
}

static void add_states(struct form *form, const struct form_field *what, const char *on,
                       struct buf *out)
{
	buf_adds(out, " /MK << /CA (");
	buf_adds(out, what->kind == FIELD_RADIO ? "l" : "8");
	buf_addf(out, ") >> /AS /Off /AP << /N << /%s", on);
	add_reference(out, look_of(form->looks, what, true));
	buf_adds(out, " /Off");
	add_reference(out, look_of(form->looks, what, false));
	buf_adds(out, " >> >>");
}

static void add_look(struct form *form, const struct form_field *what, struct buf *out)
{
	switch (what->kind) {
	case FIELD_CHECK:
		add_states(form, what, "Yes", out);
		break;
	case FIELD_RADIO:
		add_states(form, what, what->value, out);
		break;
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_DATE:
	case FIELD_NUMBER:
	case FIELD_CHOICE:
	case FIELD_DATA:
	case FIELD_COUNT:
		buf_adds(out, " /MK << >> /AP << /N");
		add_reference(out, look_of(form->looks, what, false));
		buf_adds(out, " >>");
		break;
	}
}

static void add_tooltip(struct buf *out, const char *text)
{
	buf_adds(out, " /TU ");
	add_text_string(out, text);
}

static struct widget *make_widget(struct form *form, HPDF_Page page, const struct page *where,
                                  const struct form_field *what)
{
	struct widget *widget = ARENA_NEW(form->pdf->arena, struct widget);
	struct buf *out = &widget->entries;
	const double top = where->height - what->y;
	const double corners[] = {what->x, top - what->height, what->x + what->width, top};

	widget->what = what;
	widget->object = object_new(form->pdf);
	widget->object->attr = widget;
	out->arena = form->pdf->arena;
	buf_adds(out, "/Type /Annot /Subtype /Widget /F ");
	add_whole(out, what->kind == FIELD_DATA ? HIDDEN : PRINTED);
	buf_adds(out, " /BS << /W 1 >> /Rect [");
	for (size_t i = 0; i < 4; i++) {
		buf_adds(out, i == 0 ? "" : " ");
		add_real(out, corners[i]);
	}
	buf_adds(out, "] /P");
	add_reference(out, page);
	add_look(form, what, out);
	object_annotate(form->pdf, page, widget->object);
	return widget;
}

HPDF_Dict form_add_field(struct form *form, HPDF_Page page, const struct page *where,
                         const struct op *op)
{
	const struct form_field *what = op->field;
	struct arena *arena = form->pdf->arena;
	struct field *field = field_of(form, what->copy == NULL ? what->name
	                                     : arena_printf(arena, "%s.%s", what->copy, what->name));
	struct widget *widget;

	if (field->what == NULL)
		field->what = what;
	widget = make_widget(form, page, where, what);
	field->widgets = arena_push(arena, field->widgets, field->n_widgets,
	                            sizeof *field->widgets);
	field->widgets[field->n_widgets++] = widget;
	return what->kind == FIELD_DATA ? NULL : widget->object;
}

void form_tag_widget(struct form *form, HPDF_Dict widget, size_t struct_parent)
{
	struct widget *tagged = widget->attr;

	(void)form;
	buf_adds(&tagged->entries, " /StructParent ");
	add_whole(&tagged->entries, struct_parent);
}

/* Only a field with one widget is the same as its widget; radio buttons are
 * kids of their group in any case. */
static bool is_merged(const struct field *field)
{
	return field->n_widgets == 1 && field->what->kind != FIELD_RADIO;
}

static void add_name(struct buf *out, const struct form *form, const struct field *field)
{
	const char *dot = strrchr(field->name, '.');

	buf_adds(out, " /T ");
	add_text_string(out, dot == NULL ? field->name : dot + 1);
	if (field->parent == &form->top)
		return;
	buf_adds(out, " /Parent");
	add_reference(out, field->parent->object);
}

static void add_whole_entry(struct buf *out, const char *key, size_t value)
{
	buf_addf(out, " /%s ", key);
	add_whole(out, value);
}

static void add_style(const struct form *form, const struct form_field *what, struct buf *out)
{
	buf_adds(out, " /DA (/Form ");
	add_real(out, what->size);
	buf_adds(out, " Tf ");
	look_add_colour(form->looks, out);
	buf_adds(out, ")");
	if (what->kind == FIELD_NUMBER)
		add_whole_entry(out, "Q", 1);
	else if (what->mirrored)
		add_whole_entry(out, "Q", 2);
}

/* What is shown is what is stored. */
static void add_options(const struct form_field *what, struct buf *out)
{
	buf_adds(out, " /Opt [");
	for (size_t i = 0; i < what->n_options; i++) {
		buf_adds(out, i == 0 ? "" : " ");
		add_text_string(out, what->options[i]);
	}
	buf_adds(out, "]");
}

static void add_type(const struct form *form, const struct form_field *what, struct buf *out)
{
	switch (what->kind) {
	case FIELD_CHECK:
		buf_adds(out, " /FT /Btn /V /Off");
		return;
	case FIELD_RADIO:
		buf_adds(out, " /FT /Btn /V /Off");
		add_whole_entry(out, "Ff", FLAG_RADIO);
		return;
	case FIELD_CHOICE:
		buf_adds(out, " /FT /Ch");
		add_whole_entry(out, "Ff", FLAG_COMBO);
		add_options(what, out);
		break;
	case FIELD_LINES:
		buf_adds(out, " /FT /Tx");
		add_whole_entry(out, "Ff", FLAG_LINES);
		break;
	case FIELD_DATE:
	case FIELD_NUMBER:
		buf_adds(out, " /FT /Tx");
		add_whole_entry(out, "Ff", FLAG_NO_SPELLING);
		break;
	case FIELD_DATA:
		buf_adds(out, " /FT /Tx /V ");
		add_text_string(out, what->value);
		buf_adds(out, " /DV ");
		add_text_string(out, what->value);
		add_whole_entry(out, "Ff", FLAG_READ_ONLY);
		return;
	case FIELD_TEXT:
	case FIELD_COUNT:
		buf_adds(out, " /FT /Tx");
		break;
	}
	add_style(form, what, out);
}

static void add_references(struct buf *out, const char *key, const struct field *field)
{
	buf_addf(out, " /%s [", key);
	for (size_t i = 0; i < field->n_kids; i++)
		add_reference(out, field->kids[i]->object);
	for (size_t i = 0; i < field->n_widgets; i++)
		add_reference(out, field->widgets[i]->object);
	buf_adds(out, "]");
}

static void write_widgets(struct form *form, const struct field *field)
{
	for (size_t i = 0; i < field->n_widgets; i++) {
		struct widget *widget = field->widgets[i];

		add_tooltip(&widget->entries, widget->what->tooltip);
		buf_adds(&widget->entries, " /Parent");
		add_reference(&widget->entries, field->object);
		object_set(form->pdf, widget->object, &widget->entries);
	}
}

static void write_field(struct form *form, struct field *field)
{
	struct buf own = {.arena = form->pdf->arena};
	struct buf *out = is_merged(field) ? &field->widgets[0]->entries : &own;
	const struct form_field *what = field->what;

	add_name(out, form, field);
	if (what->kind == FIELD_RADIO)
		add_tooltip(out, what->legend);
	else
		add_tooltip(out, what->kind == FIELD_DATA ? what->name : what->tooltip);
	add_type(form, what, out);
	script_add_actions(form->script, what, out);
	if (!is_merged(field) && field->n_widgets > 0) {
		add_references(out, "Kids", field);
		write_widgets(form, field);
	}
	object_set(form->pdf, field->object, out);
}

static void write_parent(struct form *form, struct field *field)
{
	struct buf out = {.arena = form->pdf->arena};

	add_name(&out, form, field);
	add_references(&out, "Kids", field);
	object_set(form->pdf, field->object, &out);
}

/* Fields that are worked out, each after those it is worked out from. */
static void add_order(const struct form *form, struct buf *out)
{
	buf_adds(out, " /CO [");
	for (size_t i = 0; i < form->n_fields; i++)
		if (form->fields[i]->what != NULL && form->fields[i]->what->calculation != NULL)
			add_reference(out, form->fields[i]->object);
	buf_adds(out, "]");
}

HPDF_Dict form_finish(struct form *form)
{
	struct buf out = {.arena = form->pdf->arena};
	HPDF_Dict object;

	if (form->n_fields == 0)
		return NULL;
	for (size_t i = 0; i < form->n_fields; i++) {
		struct field *field = form->fields[i];
		bool merged = field->what != NULL && is_merged(field);

		assert(field->what == NULL || field->n_kids == 0);
		field->object = merged ? field->widgets[0]->object : object_new(form->pdf);
	}
	for (size_t i = 0; i < form->n_fields; i++)
		if (form->fields[i]->what == NULL)
			write_parent(form, form->fields[i]);
		else
			write_field(form, form->fields[i]);
	form->scripts = script_finish(form->script);
	object = object_new(form->pdf);
	add_references(&out, "Fields", &form->top);
	add_order(form, &out);
	buf_adds(&out, " /DA (/Form 0 Tf 0 g) /DR << /Font << /Form");
	add_reference(&out, form_font_write(form->pdf, form->fonts));
	buf_adds(&out, " >> >>");
	object_set(form->pdf, object, &out);
	return object;
}

HPDF_Dict form_scripts(const struct form *form)
{
	return form->scripts;
}
