#include "pdf/save.h"

#include <assert.h>
#include <stdio.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/die.h"
#include "base/file.h"

/* Objects packed together, and bytes of a row in the table of objects: kind,
 * four of where, one of which. */
enum { GROUP_MOST = 200, ROW = 6 };

enum kind {
	KIND_FREE = 0,
	KIND_PLAIN = 1,  /* where: byte of the file */
	KIND_PACKED = 2, /* where: number of the object it is in; which: as which of them */
};

static const HPDF_UINT chunk_size = 1 << 15;

/* Higher levels take longer for a fiftieth less. */
static const int packing_level = 4;

static const char header[] = "%PDF-1.7\n%\xB5\xC1\xD1\xE5\n";

struct saving {
	struct pdf *pdf;
	HPDF_List entries;         /* all objects; the first entry is none */
	HPDF_Stream file, packed;  /* packed: those of one group */
	unsigned char *rows;
	struct buf entry, body;    /* of the stream that is made */
	z_stream packer;           /* of all streams: each anew would cost much */
	Bytef *small;              /* body when it is compressed */
	size_t small_size;
};

static void set_row(struct saving *s, size_t number, enum kind kind, size_t where, size_t which)
{
	unsigned char *row = s->rows + number * ROW;

	row[0] = (unsigned char)kind;
	for (size_t i = 4; i > 0; i--, where >>= 8)
		row[i] = (unsigned char)(where & 0xFF);
	row[5] = (unsigned char)which;
}

static void begin_object(struct saving *s, size_t number)
{
	char text[32];

	set_row(s, number, KIND_PLAIN, s->file->size, 0);
	snprintf(text, sizeof text, "%zu 0 obj\n", number);
	HPDF_Stream_WriteStr(s->file, text);
}

/* Adds all that was written to a stream of libharu's. */
static void add_written(struct buf *out, HPDF_Stream stream)
{
	HPDF_UINT n = HPDF_MemStream_GetBufCount(stream), length;

	for (HPDF_UINT i = 0; i < n; i++) {
		const HPDF_BYTE *chunk = HPDF_MemStream_GetBufPtr(stream, i, &length);

		buf_add(out, chunk, length);
	}
}

/* Compresses the body into `small`; gives its size. */
static size_t compress_body(struct saving *s)
{
	uLong bound = deflateBound(&s->packer, (uLong)s->body.length);

	if (bound > s->small_size) {
		s->small = ARENA_ARRAY(s->pdf->arena, Bytef, bound);
		s->small_size = bound;
	}
	s->packer.next_in = (Bytef *)s->body.bytes;
	s->packer.avail_in = (uInt)s->body.length;
	s->packer.next_out = s->small;
	s->packer.avail_out = (uInt)s->small_size;
	if (deflate(&s->packer, Z_FINISH) != Z_STREAM_END)
		die("zlib does not end a stream");
	bound = s->packer.total_out;
	deflateReset(&s->packer);
	return bound;
}

/* Writes a stream object of `entry` and `body`, and empties both. */
static void write_stream(struct saving *s, size_t number, bool packed)
{
	const char *bytes = buf_text(&s->body);
	size_t length = s->body.length;

	if (packed) {
		length = compress_body(s);
		bytes = (const char *)s->small;
		buf_adds(&s->entry, "/Filter/FlateDecode");
	}
	begin_object(s, number);
	buf_addf(&s->entry, "/Length %zu", length);
	HPDF_Stream_WriteStr(s->file, "<<");
	HPDF_Stream_WriteStr(s->file, s->entry.bytes);
	HPDF_Stream_WriteStr(s->file, ">>\nstream\n");
	HPDF_Stream_Write(s->file, (const HPDF_BYTE *)bytes, (HPDF_UINT)length);
	HPDF_Stream_WriteStr(s->file, "\nendstream\nendobj\n");
	s->entry.length = s->body.length = 0;
}

/* Takes an object of libharu's apart into `entry` and `body`. It states a
 * stream's length in an object of its own, which not every reader follows:
 * pdf-lib looks for the end itself, and drops a last byte that is a carriage
 * return. So that entry, the only one of libharu's own, is left out here. */
static void take_apart(struct saving *s, HPDF_Dict object)
{
	assert(object->list->count == 1);
	if (object->write_fn != NULL)
		object->write_fn(object, s->packed);
	add_written(&s->entry, s->packed);
	HPDF_MemStream_FreeData(s->packed);
	add_written(&s->body, object->stream);
}

/* Whether it is the length of a stream, which nothing refers to any more. */
static bool is_length(const HPDF_Obj_Header *head)
{
	return (head->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_NUMBER;
}

static void write_plain(struct saving *s)
{
	for (HPDF_UINT i = 1; i < s->entries->count; i++) {
		HPDF_XrefEntry entry = HPDF_List_ItemAt(s->entries, i);
		HPDF_Obj_Header *head = entry->obj;

		if ((head->obj_class & HPDF_OCLASS_ANY) != HPDF_OCLASS_DICT ||
		    ((HPDF_Dict)entry->obj)->stream == NULL)
			continue;
		take_apart(s, entry->obj);
		write_stream(s, i, ((HPDF_Dict)entry->obj)->filter != HPDF_STREAM_FILTER_NONE);
	}
}

/* Packs the next objects without a stream, from *next on, as parts of object
 * `group`; their numbers and places go to `body`. Returns how many. */
static size_t pack_group(struct saving *s, HPDF_UINT *next, size_t group)
{
	size_t n = 0;

	for (; *next < s->entries->count && n < GROUP_MOST; ++*next) {
		HPDF_XrefEntry entry = HPDF_List_ItemAt(s->entries, *next);

		if (s->rows[*next * ROW] != KIND_FREE || is_length(entry->obj))
			continue;
		add_whole(&s->body, *next);
		buf_add(&s->body, " ", 1);
		add_whole(&s->body, s->packed->size);
		buf_add(&s->body, " ", 1);
		set_row(s, *next, KIND_PACKED, group, n++);
		HPDF_Obj_WriteValue(entry->obj, s->packed, NULL);
		HPDF_Stream_WriteStr(s->packed, "\n");
	}
	return n;
}

/* Returns the number after those of the groups. */
static size_t write_groups(struct saving *s)
{
	size_t number = s->entries->count, n;

	for (HPDF_UINT next = 1; next < s->entries->count; number++) {
		n = pack_group(s, &next, number);
		buf_addf(&s->entry, "/Type/ObjStm/N %zu/First %zu", n, s->body.length);
		add_written(&s->body, s->packed);
		HPDF_MemStream_FreeData(s->packed);
		write_stream(s, number, true);
	}
	return number;
}

/* Both halves are the same: the file has not been changed since it was made
 * (ISO 32000-1, 14.4). */
static void add_id(struct buf *out, const struct pdf *pdf)
{
	buf_adds(out, "/ID[");
	for (int half = 0; half < 2; half++)
		buf_addf(out, "<%016llX%016llX>", (unsigned long long)pdf->digest[0],
		         (unsigned long long)pdf->digest[1]);
	buf_adds(out, "]");
}

/* The table of all objects, itself the last one. Each row is written as what
 * it differs from the one before (PNG's predictor "up"). */
static void write_table(struct saving *s, size_t number)
{
	size_t start = s->file->size;
	char text[64];

	set_row(s, number, KIND_PLAIN, start, 0);
	for (size_t i = 0; i <= number; i++) {
		const unsigned char *row = s->rows + i * ROW;
		unsigned char line[ROW + 1] = {2};

		for (size_t k = 0; k < ROW; k++)
			line[k + 1] = (unsigned char)(row[k] - (i > 0 ? *(row + k - ROW) : 0));
		buf_add(&s->body, line, sizeof line);
	}
	buf_addf(&s->entry, "/Type/XRef/Size %zu/W[1 4 1]/DecodeParms<</Predictor 12/Columns %d>>",
	         number + 1, ROW);
	buf_adds(&s->entry, "/Root");
	add_reference(&s->entry, s->pdf->doc->catalog);
	buf_adds(&s->entry, "/Info");
	add_reference(&s->entry, s->pdf->doc->info);
	add_id(&s->entry, s->pdf);
	write_stream(s, number, true);
	snprintf(text, sizeof text, "startxref\n%zu\n%%%%EOF\n", start);
	HPDF_Stream_WriteStr(s->file, text);
}

static void write_file(struct saving *s)
{
	size_t n = s->entries->count, n_groups = n / GROUP_MOST + 2;

	s->rows = ARENA_ARRAY(s->pdf->arena, unsigned char, (n + n_groups) * ROW);
	if (deflateInit(&s->packer, packing_level) != Z_OK)
		die("out of memory");
	HPDF_Stream_WriteStr(s->file, header);
	write_plain(s);
	write_table(s, write_groups(s));
	deflateEnd(&s->packer);
}

bool save(struct pdf *pdf, const char *path, struct diag *diag)
{
	struct saving s = {
		.pdf = pdf,
		.entries = pdf->doc->xref->entries,
		.file = HPDF_MemStream_New(pdf->doc->mmgr, chunk_size),
		.packed = HPDF_MemStream_New(pdf->doc->mmgr, chunk_size),
		.entry = {.arena = pdf->arena}, .body = {.arena = pdf->arena},
	};
	struct buf file = {.arena = pdf->arena};

	if (pdf->error == HPDF_OK)
		write_file(&s);
	if (pdf->error == HPDF_OK) {
		file.size = s.file->size + 1; /* in one piece: it may be large */
		file.bytes = ARENA_ARRAY(pdf->arena, char, file.size);
		add_written(&file, s.file);
	}
	HPDF_Stream_Free(s.file);
	HPDF_Stream_Free(s.packed);
	if (pdf->error == HPDF_OK)
		return file_replace(diag, path, file.bytes, file.length);
	diag_failure(diag, path, 0,
	             arena_printf(pdf->arena, "libharu failed with error %04X, detail %u",
	                          (unsigned)pdf->error, (unsigned)pdf->detail));
	return false;
}
