#!/bin/sh
# Fuzzes each target of a folder in turn; what breaks one lands in
# t/fuzz/crashes, where `make check` meets it ever after. It begins with what the
# tests know: seeds, earlier crashes, files in all styles.
# usage: t/fuzz.sh FOLDER [SECONDS [TARGET]...]
set -u
dir=$1 seconds=${2:-60}
shift $(($# < 2 ? $# : 2))
cd "$(dirname "$0")/.." || exit 2
if [ $# -eq 0 ]; then
	for f in t/fuzz/*.c; do
		f=${f##*/}
		[ "$f" = main.c ] || set -- "$@" "${f%.c}"
	done
fi
mkdir -p t/fuzz/seeds t/fuzz/crashes
rc=0
for name; do
	dict=t/fuzz/$name.dict
	[ -f "$dict" ] && dict=-dict=$dict || dict=-verbosity=1
	mkdir -p "build/corpus/$name"
	echo "fuzz: $name for $seconds seconds"
	"$dir/$name" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 \
	    -print_final_stats=1 "$dict" -max_len=16384 \
	    -artifact_prefix="t/fuzz/crashes/$name-" \
	    "build/corpus/$name" t/fuzz/seeds t/fuzz/crashes t/corpus-yaml \
	    2>"build/corpus/$name.log" ||
	    { rc=1; echo "fuzz: $name broke, see t/fuzz/crashes"; }
	grep -E '^(stat::(number|average)|SUMMARY|ERROR|==)' \
	    "build/corpus/$name.log"
done
exit $rc
