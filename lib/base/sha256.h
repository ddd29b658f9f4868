/* base/sha256.h: fingerprints of bytes (FIPS 180-4). */
#ifndef GF_SHA256_H
#define GF_SHA256_H

#include "base/str.h"

#define GF_PRINT_SIZE 17	/* bytes of a fingerprint, with its NUL */

struct gf_sha256 {
	uint32_t state[8];
	uint64_t total;
	unsigned char part[64];
};

/* Begin a digest. */
void gf_sha256_init(struct gf_sha256 *);
/* Take in n bytes. */
void gf_sha256_add(struct gf_sha256 *, const char *p, size_t n);
/* End a digest and write its 32 bytes. */
void gf_sha256_end(struct gf_sha256 *, unsigned char out[32]);
/*
 * Write the first 16 hexadecimal digits of the digest of some bytes and a NUL.
 */
void gf_fingerprint(struct gf_str, char out[GF_PRINT_SIZE]);

#endif
