#include "cli/documents.h"

#include "base/buf.h"
#include "base/diag.h"
#include "cli/program.h"
#include "compose/compose.h"
#include "dump/pages.h"
#include "layout/layout.h"
#include "pdf/pdf.h"

struct compose_input report_input(struct session *session, const struct template *template,
                                  const struct theme *theme)
{
	const struct engagement *engagement = session->engagement;
	struct compose_input input = {.framework = session->framework, .template = template,
	                              .theme = theme, .scores = session->scores,
	                              .paper = session->options.paper,
	                              .date = session_date(session), .program = PROGRAM_NAME,
	                              .invited = session->invited,
	                              .benchmarks = session->benchmarks,
	                              .n_benchmarks = session->n_benchmarks};

	input.waves = load_waves(session, input.scores, &input.n_waves);
	input.matched = load_matched(session, input.waves, input.n_waves);
	if (engagement != NULL) {
		input.organisation = engagement->organisation;
		input.minimum_group = engagement->minimum_group;
		input.names = engagement->names;
	}
	input.segmentations = load_segments(session, template, &input.n_segmentations);
	return input;
}

bool press_open(struct press *press, struct session *session, const struct theme *theme)
{
	press->session = session;
	press->fonts = pdf_fonts_open(session->arena, theme, session->diag);
	return press->fonts != NULL;
}

void press_close(struct press *press)
{
	if (press->fonts == NULL)
		return;
	pdf_fonts_report(press->fonts, press->session->diag);
	pdf_fonts_close(press->fonts);
}

bool press_add(struct press *press, struct pages *pages, const struct document *document)
{
	return document != NULL && layout_document(pages, document, pdf_fonts_metrics(press->fonts),
	                                           press->session->diag);
}

bool press_write(struct press *press, const struct pages *pages, const char *path)
{
	struct session *session = press->session;

	/* What could not be composed as a whole is not written at all. */
	if (diag_n_errors(session->diag) > 0)
		return false;
	if (session->options.format == FORMAT_TEXT) {
		struct buf text = {.arena = session->arena};

		dump_pages(pages, &text);
		return session_print(session, &text);
	}
	if (!session_may_write(session, path) ||
	    !pdf_write(pages, press->fonts, session_date(session), path, session->diag))
		return false;
	session_tell(session, path, pages->n_pages, pages->n_pages == 1 ? "page" : "pages");
	return true;
}
