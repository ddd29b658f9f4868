#!/bin/sh
# Judges the floors of lib/ by the include lines and the objects:
# base < text < goal < judge < out < cli < bin, and who may touch what.
# usage: t/floors.sh [TOP [BUILD]]   prints what is wrong, exits 1 if anything
set -u
cd "${1:-$(dirname "$0")/..}" || exit 2
build=${2:-build/${GF_V:-release}}
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM

# 1: an include goes down or stays, and names floor and file
find lib bin -name '*.[ch]' -exec grep -Hn '^ *# *include *"' {} + |
awk -F '[:"]' '
	BEGIN {
		n = split("base text goal judge out cli bin", name, " ")
		for (i = 1; i <= n; i++)
			rank[name[i]] = i
	}
	{
		split($1, at, "/")
		floor = at[1] == "bin" ? "bin" : at[2]
		split($4, to, "/")
		if (!(floor in rank))
			print $1 ": no floor is called " floor
		else if (!(to[1] in rank) || $4 !~ "/")
			print $1 ":" $2 ": " $4 " names no floor"
		else if (rank[to[1]] > rank[floor])
			print $1 ":" $2 ": " floor " includes " $4
	}' >>"$tmp/wrong"

# 2: one file knows each library
only() {
	find lib bin -name '*.[ch]' -exec grep -Hn "include *<$1>" {} + |
	    grep -v "^$2:" | sed "s|\$| belongs in $2 alone|"
}
{ only yaml.h lib/text/yaml.c; only pcre2.h lib/text/re.c; } >>"$tmp/wrong"

# 3: headers form no ring
find lib -name '*.h' -exec grep -H '^#include "' {} + |
    sed 's/^lib\/\(.*\):#include "\(.*\)".*/\1 \2/' | tsort 2>&1 >/dev/null |
    awk '{ printf "%s", (NR > 1 ? " " : "include ring: ") $NF }
	END { if (NR) print "" }' >>"$tmp/wrong"

# 4: below cli nothing asks the world; only mem.c may say a last word and exit
cat >"$tmp/world" <<'EOT'
_exit abort clock clock_gettime close closedir dprintf execv execve execvp exit
exit_group fclose fdopen ferror fflush fgetc fgets fileno flock fopen fopen64
fork fprintf fputc fputs fread fscanf fstat fwrite getc getchar getcwd getenv
getline getpid gettimeofday gmtime gmtime_r isatty localtime localtime_r lseek
lstat mkstemp mktime open open64 openat opendir pclose perror pipe popen
posix_spawn printf putc putchar puts rand random read readdir remove rename
scandir secure_getenv setenv setlocale sigaction signal srand stat stderr stdin
stdout strftime strtod syslog system time unlink vfprintf vprintf waitpid write
EOT
tr ' ' '\n' <"$tmp/world" | sed 's/.*/& __&_chk __&_2 _&/' | tr ' ' '\n' \
    >"$tmp/words"
for floor in base text goal judge out; do
	# an object whose source is gone says nothing
	for c in "lib/$floor"/*.c; do
		o=$build/${c%.c}.o
		[ ! -f "$o" ] || echo "$o"
	done
done | xargs -r nm -u -A | awk -v build="$build/" '
	NR == FNR { world[$1]; next }
	{
		at = $1
		sub(/:.*/, "", at)
		c = substr(at, length(build) + 1)
		sub(/o$/, "c", c)
	}
	c == "lib/base/mem.c" &&
	    $NF ~ /^(_exit|abort|exit|write|stderr|.*printf.*|fputs|fwrite)$/ { next }
	$NF in world { print c " uses " $NF }' "$tmp/words" - >>"$tmp/wrong"

# 5: each header compiles alone
find lib -name "*.h" -print0 | xargs -r -0 -n 8 -P 2 \
    "${CC:-cc}" -std=c11 -D_POSIX_C_SOURCE=200809L -Ilib -fsyntax-only \
    -Wall -Wextra -Werror -x c 2>"$tmp/cc" ||
	{ echo "a header does not compile alone"; cat "$tmp/cc"; } >>"$tmp/wrong"

cat "$tmp/wrong"
[ ! -s "$tmp/wrong" ]
