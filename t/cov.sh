#!/bin/sh
# Prints how many lines of lib and bin the tests ran, and the files that are
# worst off; `make V=cov check` ran them. Exits 2 if it did not.
set -u
cd "$(dirname "$0")/.." || exit 2
find build/cov/lib build/cov/bin -name '*.gcda' 2>/dev/null |
    LC_ALL=C sort >build/cov.list
[ -s build/cov.list ] || {
	echo "cov: nothing was run; run 'make V=cov check' first" >&2
	exit 2
}
xargs gcov -n <build/cov.list 2>/dev/null | awk '
	/^File / { file = $2; gsub(/\047/, "", file) }
	/^Lines executed:/ && file ~ /^(lib|bin)\/.*\.c$/ {
		split($0, part, /[:% ]+/)
		n = part[5]
		ran += part[3] * n / 100
		all += n
		printf "%6.1f %% of %4d  %s\n", part[3], n, file | "sort -n | head -n 10"
		file = ""
	}
	END {
		close("sort -n | head -n 10")
		printf "%6.1f %% of %d lines\n", 100 * ran / all, all
	}'
