#!/bin/sh
# Lets programs that read source read all of ours.
# usage: t/lint.sh [cppcheck|clang-tidy|shellcheck|mandoc]...   default: those
# that are there; exits 1 if one of them has something to say
set -u
cd "$(dirname "$0")/.." || exit 2
rc=0
flags='-std=c11 -D_POSIX_C_SOURCE=200809L -Ilib -Ibuild/release/lib'
all=
[ $# -gt 0 ] || { set -- cppcheck clang-tidy shellcheck mandoc; all=1; }
# shellcheck disable=SC2086 # the flags are words
for tool; do
	if [ -n "$all" ] && ! command -v "$tool" >/dev/null; then
		echo "lint: $tool is missing"
		continue
	fi
	case $tool in
	cppcheck)
		cppcheck -q -j 2 --std=c11 --error-exitcode=1 --inline-suppr \
		    --enable=warning,performance,portability \
		    --suppress=missingIncludeSystem \
		    --suppress=arrayIndexThenCheck \
		    -D_POSIX_C_SOURCE=200809L -D__GNUC__=12 \
		    -Ilib lib bin/*.c t/*/*.c ;;
	clang-tidy)
		find lib bin -name '*.c' -print0 | xargs -0 -n 4 -P 2 \
		    sh -c 'clang-tidy --quiet "$@" 2>/dev/null -- '"$flags" - ;;
	shellcheck)
		shellcheck bin/setup bin/pre-commit-goalfile examples/hooks/* \
		    t/run t/*.sh .ci/run t/helper.bash ;;
	mandoc)
		for m in man/*.[157]; do
			[ ! -f "$m" ] || mandoc -T lint -W warning "$m" || rc=1
		done ;;
	*)
		echo "lint: no tool '$tool'" >&2
		exit 2 ;;
	esac || { echo "lint: $tool has something to say"; rc=1; }
done
exit $rc
