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

/*
 * For a large variable of which only the part that was written is read: the
 * build clears all others against mistakes.
 */
#ifdef __has_attribute
#if __has_attribute(uninitialized)
#define GF_NOT_CLEARED __attribute__((uninitialized))
#endif
#endif
#ifndef GF_NOT_CLEARED
#define GF_NOT_CLEARED
#endif

#endif
