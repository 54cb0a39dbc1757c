/* Where links lead: the titles of parts of this framework and of others. */
#ifndef WAYMARK_LINKS_H
#define WAYMARK_LINKS_H

#include "cli/session.h"

struct answers;

/* Makes a framework known, so that links to it need not look for its file. */
void links_know(struct session *session, const struct framework *framework);

/* Fill in the titles of links of a framework, which stands in the file `path`,
 * and of the actions of its answers: in the language of --language or of the
 * framework, where the other one has a translation. A part that is not there
 * is an error, a framework that is not installed a warning. */
void links_name(struct session *session, const struct framework *framework, const char *path);
void links_name_actions(struct session *session, const struct answers *answers, const char *path);

#endif
