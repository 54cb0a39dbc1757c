#include "base/digest.h"

#include <string.h>
#include <xxhash.h>

#include "base/arena.h"

/* What was added so far goes in as the seed of both halves. */
void digest_add(struct digest *digest, const void *bytes, size_t length)
{
	XXH128_hash_t hash = XXH3_128bits_withSeed(bytes, length, digest->low);

	digest->low = hash.low64 + length;
	digest->high = XXH3_64bits_withSeed(&hash, sizeof hash, digest->high);
}

void digest_adds(struct digest *digest, const char *text)
{
	if (text == NULL)
		digest_add(digest, "\n", 2);
	else
		digest_add(digest, text, strlen(text));
}

const char *digest_text(const struct digest *digest)
{
	return arena_printf(digest->arena, "%016llx%016llx", digest->high, digest->low);
}
