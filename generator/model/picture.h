/* An image that was decoded: rows of opaque pixels, top first, three bytes each (red, green,
 * blue). Transparent parts were laid on white. */
#ifndef WAYMARK_PICTURE_H
#define WAYMARK_PICTURE_H

#include <stddef.h>

struct picture {
	size_t width, height; /* pixels */
	unsigned char *pixels; /* [height][width][3] */
	const char *text;      /* what it shows, for those who do not see it */
};

#endif
