/* base/def.h: what every file may rely on. */
#ifndef GF_DEF_H
#define GF_DEF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define GF_LEN(a) (sizeof(a) / sizeof((a)[0]))

#if defined(__GNUC__)
#define GF_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#define GF_NORETURN __attribute__((noreturn))
#else
#define GF_PRINTF(fmt, args)
#define GF_NORETURN
#endif

#endif
