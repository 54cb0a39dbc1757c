/* Digests of contents, to tell whether anything changed. Not against forgery: 128 bits of XXH3. */
#ifndef WAYMARK_DIGEST_H
#define WAYMARK_DIGEST_H

#include <stddef.h>

struct arena;

/* A digest begins empty; what is added is kept apart from what was added before it, so that
 * "ab" and "c" are not "a" and "bc". */
struct digest {
	struct arena *arena;
	unsigned long long low, high;
};

void digest_add(struct digest *digest, const void *bytes, size_t length);
void digest_adds(struct digest *digest, const char *text); /* NULL differs from "" */

/* 32 hexadecimal digits. */
const char *digest_text(const struct digest *digest);

#endif
