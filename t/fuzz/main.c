/* fuzz/main: runs a fuzz target over the files named, without a fuzzer. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* the bytes stand in a block of just their size, so that a sanitizer sees any
 * step over their end */
static int
feed(const char *name, FILE *f, size_t n)
{
	uint8_t *p = malloc(n ? n : 1);

	if (p == NULL || fread(p, 1, n, f) != n) {
		perror(name);
		free(p);
		return 1;
	}
	printf("# %s\n", name);
	fflush(stdout);
	LLVMFuzzerTestOneInput(p, n);
	free(p);
	return 0;
}

int
main(int argc, char *argv[])
{
	int i, rc = 0;
	long n;

	for (i = 1; i < argc; i++) {
		FILE *f = fopen(argv[i], "rb");

		if (f == NULL) {
			perror(argv[i]);
			return 2;
		}
		if (fseek(f, 0, SEEK_END) != 0 || (n = ftell(f)) < 0)
			rc = 2;
		else {
			rewind(f);
			rc |= feed(argv[i], f, (size_t)n);
		}
		fclose(f);
	}
	return rc;
}
