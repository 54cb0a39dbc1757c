/* Links to parts of frameworks, as they are written: "tea-round/brewing". */
#ifndef WAYMARK_RAW_LINKS_H
#define WAYMARK_RAW_LINKS_H

#include "model/framework.h"
#include "yaml/bind.h"

/* The links of `serves`; *n is the number of texts, then that of the links
 * that are rightly formed. */
struct link *raw_read_links(const struct bind *bind, const struct bound *bound,
                            const char *const *texts, size_t *n);

#endif
