/* The last steps of every PDF: fonts opened once, documents laid out one
 * after the other, written to a file or dumped as text. */
#ifndef WAYMARK_DOCUMENTS_H
#define WAYMARK_DOCUMENTS_H

#include "cli/session.h"
#include "layout/page.h"

struct compose_input;
struct document;
struct fonts;

struct press {
	struct session *session;
	struct fonts *fonts;
};

/* What reports on the scores of the session are made from. */
struct compose_input report_input(struct session *session, const struct template *template,
                                  const struct theme *theme);

bool press_open(struct press *press, struct session *session, const struct theme *theme);
void press_close(struct press *press);

bool press_add(struct press *press, struct pages *pages, const struct document *document);

/* Writes the pages to `path`, or prints them for --format text. */
bool press_write(struct press *press, const struct pages *pages, const char *path);

#endif
