/* What the program calls itself on the documents it makes. */
#ifndef WAYMARK_PROGRAM_H
#define WAYMARK_PROGRAM_H

#define PROGRAM_NAME "Waymark " WAYMARK_VERSION

#endif
