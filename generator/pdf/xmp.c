#include "pdf/xmp.h"

static void add_escaped(struct buf *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '&')
			buf_adds(out, "&amp;");
		else if (*text == '<')
			buf_adds(out, "&lt;");
		else if (*text == '>')
			buf_adds(out, "&gt;");
		else
			buf_add(out, text, 1);
	}
}

/* A property between `before` and `after`; none for text that is missing. */
static void add_property(struct buf *out, const char *before, const char *text,
                         const char *after)
{
	if (text == NULL || *text == '\0')
		return;
	buf_adds(out, before);
	add_escaped(out, text);
	buf_adds(out, after);
}

static void add_dublin_core(struct buf *out, const struct pages *pages)
{
	static const char alternatives[] = "<rdf:Alt><rdf:li xml:lang=\"x-default\">";

	buf_adds(out, "<dc:format>application/pdf</dc:format>\n");
	add_property(out, "<dc:language><rdf:Bag><rdf:li>", pages->language,
	             "</rdf:li></rdf:Bag></dc:language>\n");
	if (pages->title != NULL) {
		buf_addf(out, "<dc:title>%s", alternatives);
		add_escaped(out, pages->title);
		buf_adds(out, "</rdf:li></rdf:Alt></dc:title>\n");
	}
	if (pages->subject != NULL && *pages->subject != '\0') {
		buf_addf(out, "<dc:description>%s", alternatives);
		add_escaped(out, pages->subject);
		buf_adds(out, "</rdf:li></rdf:Alt></dc:description>\n");
	}
	add_property(out, "<dc:creator><rdf:Seq><rdf:li>", pages->author,
	             "</rdf:li></rdf:Seq></dc:creator>\n");
}

static void add_dates(struct buf *out, time_t date)
{
	struct tm utc;
	char text[32];

	if (gmtime_r(&date, &utc) == NULL ||
	    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc) == 0)
		return;
	add_property(out, "<xmp:CreateDate>", text, "</xmp:CreateDate>\n");
	add_property(out, "<xmp:ModifyDate>", text, "</xmp:ModifyDate>\n");
	add_property(out, "<xmp:MetadataDate>", text, "</xmp:MetadataDate>\n");
}

/* The packet's head and foot are those of ISO 16684-1, 7.3. */
HPDF_Dict xmp_write(struct pdf *pdf, const struct pages *pages, const char *program, time_t date)
{
	struct buf entries = {.arena = pdf->arena}, out = {.arena = pdf->arena};

	buf_adds(&entries, "/Type/Metadata/Subtype/XML");
	buf_adds(&out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
	               "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
	               "<rdf:Description rdf:about=\"\""
	               " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
	               " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
	               " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
	               " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
	               "<pdfuaid:part>1</pdfuaid:part>\n");
	add_dublin_core(&out, pages);
	add_property(&out, "<xmp:CreatorTool>", program, "</xmp:CreatorTool>\n");
	add_property(&out, "<pdf:Producer>", program, "</pdf:Producer>\n");
	add_dates(&out, date);
	buf_adds(&out, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
	return object_plain_stream(pdf, &entries, &out);
}
