/* Digests of FIPS 180-4's own examples, and of every length round a block. */
#include "base/mem.h"
#include "base/sha256.h"
#include "tap.h"

static const struct {
	const char *text, *digest;
} known[] = {
	{ "", "e3b0c44298fc1c149afbf4c8996fb924"
	    "27ae41e4649b934ca495991b7852b855" },
	{ "abc", "ba7816bf8f01cfea414140de5dae2223"
	    "b00361a396177a9cb410ff61f20015ad" },
	{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
	    "248d6a61d20638b8e5c026930c3e6039"
	    "a33ce45964ff2167f6ecedd419db06c1" },
};

static void
hex(const unsigned char *digest, char *out)
{
	for (size_t i = 0; i < 32; i++)
		snprintf(out + 2 * i, 3, "%02x", digest[i]);
}

static void
digest(struct gf_str s, size_t step, char *out)
{
	struct gf_sha256 h;
	unsigned char d[32];

	gf_sha256_init(&h);
	for (size_t at = 0; at < s.n; at += step)
		gf_sha256_add(&h, s.p + at,
		    s.n - at < step ? s.n - at : step);
	gf_sha256_end(&h, d);
	hex(d, out);
}

int
main(void)
{
	struct tap t = { 0 };
	char got[65], parts[65], print[17], many[200];
	size_t apart = 0;

	for (size_t i = 0; i < GF_LEN(known); i++) {
		digest(gf_str(known[i].text), 1000, got);
		tap_text(&t, gf_str(got), known[i].digest, known[i].text);
	}
	memset(many, 'a', sizeof(many));
	for (size_t n = 0; n <= sizeof(many); n++) {
		digest((struct gf_str){ many, n }, 1000, got);
		digest((struct gf_str){ many, n }, 7, parts);
		apart += strcmp(got, parts) != 0;
	}
	tap_int(&t, (long long)apart, 0, "bytes may come in any pieces");
	/* sha256sum of 64 and of 119 letters a */
	digest((struct gf_str){ many, 64 }, 64, got);
	tap_text(&t, gf_str(got), "ffe054fe7ae0cb6dc65c3af9b61d5209"
	    "f439851db43d0ba5997337df154668eb", "one whole block");
	digest((struct gf_str){ many, 119 }, 64, got);
	tap_text(&t, gf_str(got), "31eba51c313a5c08226adf18d4a359cf"
	    "dfd8d2e816b13f4af952f7ea6584dcfb",
	    "the longest with one block of padding");
	gf_fingerprint(GF_STR("abc"), print);
	tap_text(&t, gf_str(print), "ba7816bf8f01cfea", "fingerprint");
	return tap_done(&t);
}
