/* The end of a run that cannot go on: no memory, or a library that failed
 * where failing means the same. Prints one line and exits with 3. */
#ifndef WAYMARK_DIE_H
#define WAYMARK_DIE_H

_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
