#include <assert.h>

#include "base/arena.h"
#include "base/bidi.h"
#include "base/diag.h"
#include "pdf/content.h"
#include "pdf/outline.h"
#include "pdf/pdf.h"
#include "pdf/save.h"
#include "pdf/xmp.h"

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

/* What the catalog refers to; NULL where there is none. */
struct parts {
	HPDF_Dict outline, structure, form, scripts, metadata;
};

static void add_part(struct buf *out, const char *key, HPDF_Dict part)
{
	if (part == NULL)
		return;
	buf_addf(out, " /%s", key);
	add_reference(out, part);
}

static void write_catalog(struct pdf *pdf, const struct pages *pages, const struct parts *parts)
{
	struct buf out = {.arena = pdf->arena};

	add_entry(&out, "Lang", pages->language);
	buf_adds(&out, "/ViewerPreferences << /DisplayDocTitle true");
	if (pages->language != NULL && bidi_language_is_rtl(pages->language))
		buf_adds(&out, " /Direction /R2L");
	buf_adds(&out, " >> /MarkInfo << /Marked true >>");
	if (parts->outline != NULL)
		buf_adds(&out, " /PageMode /UseOutlines");
	add_part(&out, "Outlines", parts->outline);
	add_part(&out, "StructTreeRoot", parts->structure);
	add_part(&out, "AcroForm", parts->form);
	add_part(&out, "Metadata", parts->metadata);
	if (parts->scripts != NULL) {
		buf_adds(&out, " /Names <<");
		add_part(&out, "JavaScript", parts->scripts);
		buf_adds(&out, " >>");
	}
	object_set(pdf, pdf->doc->catalog, &out);
}

/* All pages are there before what leads from one to another. */
static HPDF_Page *write_pages(struct content *content)
{
	struct pdf *pdf = content->embedding.pdf;
	const struct pages *pages = content->pages;
	HPDF_Page *objects = ARENA_ARRAY(pdf->arena, HPDF_Page, pages->n_pages);

	for (size_t i = 0; i < pages->n_pages; i++) {
		objects[i] = HPDF_AddPage(pdf->doc);
		HPDF_Page_SetWidth(objects[i], (HPDF_REAL)pages->pages[i].width);
		HPDF_Page_SetHeight(objects[i], (HPDF_REAL)pages->pages[i].height);
	}
	content->objects = objects;
	for (size_t i = 0; i < pages->n_pages; i++)
		content_write(content, i);
	return objects;
}

static bool write_document(struct pdf *pdf, const struct pages *pages, const struct fonts *fonts,
                           time_t date, size_t *failed)
{
	struct content content = {
		.pages = pages, .tags = tags_open(pdf, pages), .form = form_open(pdf, fonts),
		.out = {.arena = pdf->arena},
	};
	struct parts parts;
	HPDF_Page *objects;

	embed_begin(&content.embedding, pdf, fonts);
	objects = write_pages(&content);
	parts.form = form_finish(content.form);
	parts.scripts = form_scripts(content.form);
	parts.structure = tags_close(content.tags);
	if (!embed_end(&content.embedding, failed))
		return false;
	parts.outline = outline_write(pdf, pages, objects);
	parts.metadata = xmp_write(pdf, pages, program, date);
	write_info(pdf, pages, date);
	write_catalog(pdf, pages, &parts);
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
	pdf_open(&pdf, arena,
	         64 + 4 * pages->n_pages + pages->n_bookmarks + tags_count(pages));
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
