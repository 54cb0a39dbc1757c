#include <assert.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "pdf/content.h"
#include "pdf/outline.h"
#include "pdf/pdf.h"

static const char program[] = "waymark";

static void add_entry(struct buf *out, const char *key, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	buf_addf(out, "/%s ", key);
	add_text_string(out, text);
	buf_adds(out, " ");
}

static void write_info(struct pdf *pdf, const struct pages *pages, time_t date)
{
	struct buf out = {.arena = pdf->arena};
	struct tm utc;
	char text[32];

	HPDF_Dict_RemoveElement(pdf->doc->info, "Producer");
	add_entry(&out, "Title", pages->title);
	add_entry(&out, "Subject", pages->subject);
	add_entry(&out, "Author", pages->author);
	add_entry(&out, "Creator", program);
	add_entry(&out, "Producer", program);
	if (gmtime_r(&date, &utc) != NULL &&
	    strftime(text, sizeof text, "D:%Y%m%d%H%M%SZ", &utc) > 0) {
		add_entry(&out, "CreationDate", text);
		add_entry(&out, "ModDate", text);
	}
	object_set(pdf, pdf->doc->info, &out);
}

static void write_catalog(struct pdf *pdf, const struct pages *pages, HPDF_Dict outline)
{
	struct buf out = {.arena = pdf->arena};

	add_entry(&out, "Lang", pages->language);
	buf_adds(&out, "/ViewerPreferences << /DisplayDocTitle true >>");
	if (outline != NULL) {
		buf_adds(&out, " /PageMode /UseOutlines /Outlines");
		add_reference(&out, outline);
	}
	object_set(pdf, pdf->doc->catalog, &out);
}

/* Both halves are the same: the file has not been changed since it was made
 * (ISO 32000-1, 14.4). */
static void write_id(struct pdf *pdf)
{
	HPDF_Array id = HPDF_Array_New(pdf->doc->mmgr);
	HPDF_BYTE bytes[16];

	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (HPDF_BYTE)(pdf->digest[i / 8] >> (i % 8 * 8));
	HPDF_Array_Add(id, HPDF_Binary_New(pdf->doc->mmgr, bytes, sizeof bytes));
	HPDF_Array_Add(id, HPDF_Binary_New(pdf->doc->mmgr, bytes, sizeof bytes));
	HPDF_Dict_Add(pdf->doc->trailer, "ID", id);
}

static HPDF_Page *write_pages(struct embedding *embedding, const struct pages *pages)
{
	struct pdf *pdf = embedding->pdf;
	HPDF_Page *objects = ARENA_ARRAY(pdf->arena, HPDF_Page, pages->n_pages);
	struct buf scratch = {.arena = pdf->arena};

	for (size_t i = 0; i < pages->n_pages; i++) {
		objects[i] = HPDF_AddPage(pdf->doc);
		HPDF_Page_SetWidth(objects[i], (HPDF_REAL)pages->pages[i].width);
		HPDF_Page_SetHeight(objects[i], (HPDF_REAL)pages->pages[i].height);
		content_write(embedding, pages, &pages->pages[i], objects[i], &scratch);
	}
	return objects;
}

/* libharu's own saving to a file does not notice a full disk, so it saves to
 * memory. */
static bool save(struct pdf *pdf, const char *path, struct diag *diag)
{
	HPDF_UINT32 size;
	HPDF_BYTE *bytes;

	HPDF_SaveToStream(pdf->doc);
	size = HPDF_GetStreamSize(pdf->doc);
	bytes = ARENA_ARRAY(pdf->arena, HPDF_BYTE, size);
	if (pdf->error == HPDF_OK)
		HPDF_ReadFromStream(pdf->doc, bytes, &size);
	if (pdf->error != HPDF_OK) {
		diag_failure(diag, path, 0,
		             arena_printf(pdf->arena, "libharu failed with error %04X, detail %u",
		                          (unsigned)pdf->error, (unsigned)pdf->detail));
		return false;
	}
	return file_replace(diag, path, bytes, size);
}

static bool write_document(struct pdf *pdf, const struct pages *pages, const struct fonts *fonts,
                           time_t date, size_t *failed)
{
	struct embedding embedding;
	HPDF_Page *objects;

	embed_begin(&embedding, pdf, fonts);
	objects = write_pages(&embedding, pages);
	if (!embed_end(&embedding, failed))
		return false;
	write_info(pdf, pages, date);
	write_catalog(pdf, pages, outline_write(pdf, pages, objects));
	write_id(pdf);
	return true;
}

bool pdf_write(const struct pages *pages, const struct fonts *fonts, time_t date,
               const char *path, struct diag *diag)
{
	struct arena *arena = arena_new();
	struct pdf pdf;
	size_t failed;
	bool written;

	assert(pages->n_pages > 0);
	pdf_open(&pdf, arena, 64 + 4 * pages->n_pages + pages->n_bookmarks);
	written = write_document(&pdf, pages, fonts, date, &failed);
	if (written)
		written = save(&pdf, path, diag);
	else
		diag_failure(diag, fonts->fonts[failed].found.file, 0,
		             "no subset can be made of this font");
	pdf_close(&pdf);
	arena_free(arena);
	return written;
}
