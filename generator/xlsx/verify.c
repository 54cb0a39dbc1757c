#include "xlsx/write.h"

#include <expat.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "base/arena.h"
#include "base/buf.h"

/* Numbers are written with 16 digits. */
#define DIGITS 1e-15

/* Far more than any workbook of ours holds. */
#define ENTRY_MAX (256u << 20)

/* Reads one entry of the file; what is collected depends on the entry. */
struct reader {
	struct arena *arena;
	XML_Parser parser;
	const struct grid *grid; /* a sheet: what must be in it */
	size_t next;             /* the next of its cells */
	char **strings;          /* shared strings, collected or looked up */
	size_t n_strings;
	char reference[16];      /* of the cell that is open */
	bool shared, is_text;    /* its type */
	bool locked;             /* the sheet is protected */
	struct buf text, value, formula;
	struct buf *into;        /* where characters go, NULL: nowhere */
	const char *problem;
};

static void complain(struct reader *reader, const char *what)
{
	if (reader->problem != NULL)
		return;
	reader->problem = arena_printf(reader->arena, "%s at %s", what, reader->reference);
}

static void start_buf(struct reader *reader, struct buf *buf)
{
	buf->arena = reader->arena;
	buf->length = 0;
	reader->into = buf;
}

static void XMLCALL open_string(void *data, const XML_Char *name, const XML_Char **attributes)
{
	struct reader *reader = data;

	(void)attributes;
	if (strcmp(name, "t") == 0)
		start_buf(reader, &reader->text);
}

static void XMLCALL close_string(void *data, const XML_Char *name)
{
	struct reader *reader = data;

	reader->into = NULL;
	if (strcmp(name, "t") != 0)
		return;
	reader->strings = arena_push(reader->arena, reader->strings, reader->n_strings,
	                             sizeof *reader->strings);
	reader->strings[reader->n_strings++] =
	    arena_strndup(reader->arena, buf_text(&reader->text), reader->text.length);
}

static void XMLCALL add_characters(void *data, const XML_Char *text, int length)
{
	struct reader *reader = data;

	if (reader->into != NULL)
		buf_add(reader->into, text, (size_t)length);
}

static const char *attribute(const XML_Char **attributes, const char *name)
{
	for (size_t i = 0; attributes[i] != NULL; i += 2)
		if (strcmp(attributes[i], name) == 0)
			return attributes[i + 1];
	return "";
}

static void XMLCALL open_cell(void *data, const XML_Char *name, const XML_Char **attributes)
{
	struct reader *reader = data;

	reader->into = NULL;
	if (strcmp(name, "v") == 0) {
		start_buf(reader, &reader->value);
	} else if (strcmp(name, "f") == 0) {
		start_buf(reader, &reader->formula);
	} else if (strcmp(name, "sheetProtection") == 0) {
		reader->locked = true;
	} else if (strcmp(name, "c") == 0) {
		const char *type = attribute(attributes, "t");

		reader->shared = strcmp(type, "s") == 0;
		reader->is_text = reader->shared || strcmp(type, "str") == 0;
		strncpy(reader->reference, attribute(attributes, "r"),
		        sizeof reader->reference - 1);
		start_buf(reader, &reader->formula);
		start_buf(reader, &reader->value);
		reader->into = NULL;
	}
}

static const char *read_text(struct reader *reader)
{
	const char *text = reader->value.length == 0 ? "" : buf_text(&reader->value);
	size_t index;

	if (!reader->shared)
		return text;
	index = strtoul(text, NULL, 10);
	return index < reader->n_strings ? reader->strings[index] : "";
}

static bool same_number(double found, double wanted)
{
	return fabs(found - wanted) <= DIGITS * fabs(wanted);
}

static void compare_value(struct reader *reader, const struct cell *cell)
{
	const char *found = read_text(reader);
	bool filled = reader->value.length > 0;

	if (cell->kind == CELL_EMPTY) {
		if (filled)
			complain(reader, "a value that does not belong there");
	} else if (cell->text != NULL) {
		if (!reader->is_text || strcmp(found, write_escaped(reader->arena, cell->text)))
			complain(reader, "another text");
	} else if (reader->is_text || !filled || !same_number(strtod(found, NULL), cell->number)) {
		complain(reader, "another number");
	}
}

static void XMLCALL close_cell(void *data, const XML_Char *name)
{
	struct reader *reader = data;
	const struct cell *cell;
	const char *formula = reader->formula.length == 0 ? "" : buf_text(&reader->formula);

	reader->into = NULL;
	if (strcmp(name, "c") != 0)
		return;
	if (reader->next == reader->grid->n_cells) {
		complain(reader, "a cell too many");
		return;
	}
	cell = &reader->grid->cells[reader->next++];
	if (strcmp(reader->reference,
	           place_name(reader->arena, cell->spot.row, cell->spot.column)) != 0)
		complain(reader, "a cell out of its place");
	if (strcmp(formula, cell->formula == NULL ? "" : cell->formula) != 0)
		complain(reader, "another formula");
	compare_value(reader, cell);
}

/* The whole entry; libzip compares its checksum at the end. NULL when that
 * or any reading fails. */
static char *read_entry(struct arena *arena, zip_t *zip, zip_uint64_t index, size_t *length)
{
	zip_stat_t status;
	zip_file_t *file;
	char *bytes;
	zip_int64_t n;

	if (zip_stat_index(zip, index, 0, &status) != 0 || status.size > ENTRY_MAX)
		return NULL;
	file = zip_fopen_index(zip, index, 0);
	if (file == NULL)
		return NULL;
	/* One byte more, so that the end is reached. */
	*length = (size_t)status.size;
	bytes = arena_alloc(arena, *length + 1, 1);
	n = zip_fread(file, bytes, *length + 1);
	return zip_fclose(file) == 0 && n == (zip_int64_t)*length ? bytes : NULL;
}

/* Any entry is well-formed XML; `open` and `close` may be NULL. */
static const char *parse_entry(struct reader *reader, zip_t *zip, zip_uint64_t index,
                               XML_StartElementHandler open, XML_EndElementHandler close)
{
	size_t length;
	char *bytes = read_entry(reader->arena, zip, index, &length);
	enum XML_Status status;

	if (bytes == NULL)
		return "an entry cannot be read";
	if (length > INT32_MAX)
		return "an entry is too long";
	reader->parser = XML_ParserCreate(NULL);
	if (reader->parser == NULL)
		return "no memory to read it";
	XML_SetUserData(reader->parser, reader);
	XML_SetElementHandler(reader->parser, open, close);
	XML_SetCharacterDataHandler(reader->parser, add_characters);
	status = XML_Parse(reader->parser, bytes, (int)length, 1);
	XML_ParserFree(reader->parser);
	return status == XML_STATUS_OK ? reader->problem : "an entry is cut or damaged";
}

static const char *verify_sheet(const struct reader *strings, zip_t *zip,
                                const struct grid *grid, size_t number)
{
	struct reader reader = {.arena = strings->arena, .grid = grid,
	                        .strings = strings->strings, .n_strings = strings->n_strings};
	char *name = arena_printf(strings->arena, "xl/worksheets/sheet%zu.xml", number);
	zip_int64_t index = zip_name_locate(zip, name, 0);
	const char *problem;

	if (index < 0)
		return "a sheet is missing";
	problem = parse_entry(&reader, zip, (zip_uint64_t)index, open_cell, close_cell);
	if (problem == NULL && reader.next < grid->n_cells)
		return "cells are missing";
	if (problem == NULL && reader.locked != grid->locked)
		return "the protection of a sheet is not as it should be";
	return problem;
}

static const char *verify_zip(struct arena *arena, const struct book *book, zip_t *zip)
{
	struct reader strings = {.arena = arena};
	zip_int64_t n = zip_get_num_entries(zip, 0);
	zip_int64_t shared = zip_name_locate(zip, "xl/sharedStrings.xml", 0);
	const char *problem = NULL;

	for (zip_int64_t i = 0; i < n && problem == NULL; i++) {
		struct reader any = {.arena = arena};

		problem = parse_entry(i == shared ? &strings : &any, zip, (zip_uint64_t)i,
		                      i == shared ? open_string : NULL,
		                      i == shared ? close_string : NULL);
	}
	for (size_t i = 0; i < book->n_tabs && problem == NULL; i++)
		problem = verify_sheet(&strings, zip, &book->tabs[i].grid, i + 1);
	return problem;
}

const char *verify_book(const struct book *book, const char *path)
{
	struct arena *arena = arena_new();
	int code;
	zip_t *zip = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code);
	const char *problem = zip == NULL ? "it is not a whole archive"
	                                  : verify_zip(arena, book, zip);

	if (zip != NULL)
		zip_discard(zip);
	problem = problem == NULL ? NULL : arena_strdup(book->arena, problem);
	arena_free(arena);
	return problem;
}
