# The house rules that a command can see, and the house's own doors: build from
# an archive, install and uninstall.
load helper

setup() { cd "$GF_TOP" || return; }

# ours [PATTERN]: the files of the project, also where there is no git
ours() {
	if [ -e .git ]; then git ls-files -co --exclude-standard
	else find . -path ./build -prune -o -path '*/node_modules' -prune \
	    -o -type f -print | sed 's|^\./||'; fi | grep -E "${1:-.}" || :
}

# none SAYING: nothing comes in; what does is shown
none() {
	local found
	found=$(cat)
	[ -z "$found" ] || { echo "$1:"; echo "$found"; return 1; }
}

# functions: FILE:LINE LENGTH of each function, in house style from the line
# of its name to the brace that closes it
functions() {
	ours '\.c$' | xargs awk '
		FNR == 1 { name = 0; open = 0 }
		/^[a-z_][a-z0-9_]*\(/ { name = FNR }
		/^\{/ && name { open = name }
		/^\}/ && open {
			print FILENAME ":" open, FNR - open + 1
			open = name = 0
		}'
}

@test "no function is longer than 80 lines" {
	functions | awk '$2 > 80' | none 'over 80 lines'
}

@test "half of the functions are 24 lines or shorter" {
	functions | grep -E '^(lib|bin)/' | awk '{ print $2 }' | sort -n |
	    awk '{ n[NR] = $1 } END { exit n[int((NR + 1) / 2)] > 24 }'
}

@test "no file is longer than 500 lines" {
	ours '\.[ch]$|^bin/|^t/(run|[^/]*\.(sh|bats|bash))$' |
	    xargs awk 'FNR == 501 { print FILENAME }' | none 'over 500 lines'
}

@test "a program's file is not longer than 300 lines" {
	ours '^bin/.*\.c$' | xargs awk 'FNR == 301 { print FILENAME }' |
	    none 'over 300 lines'
}

@test "the Makefile has at most 100 lines, the helper 80" {
	[ "$(wc -l <Makefile)" -le 100 ]
	[ "$(wc -l <t/helper.bash)" -le 80 ]
}

@test "one line of C in fifty at most is wider than 80 columns, none than 120" {
	for f in $(ours '^(lib|bin)/.*\.[ch]$'); do
		expand "$f" | LC_ALL=C sed "s/[\x80-\xbf]//g; s|^|$f |"
	done | awk '
		{ n = length - length($1) - 1 }
		n > 80 { wide++ }
		n > 120 { over++; print $1 ": " n " columns" }
		END { print NR " lines, " wide + 0 " wider than 80"
			exit over > 0 || wide * 50 > NR }'
}

@test "the top level holds what it should" {
	ours | cut -d/ -f1 | sort -u |
	    grep -vxE 'bin|lib|man|examples|t|Makefile|README\.md|LICENSE|\..*' |
	    none 'does not belong'
}

@test "nothing is left open and no name says nothing" {
	ours '^(lib|bin)/' | xargs grep -nE \
	    '(/[*/]|^ [*]) *(TODO|FIXME|XXX)\b|not implemented' |
	    none 'left open'
	ours '^lib/' | grep -E '(util|misc|helper)[^/]*$' | none 'says nothing'
}

@test "no test leans on a negation, which fails nothing" {
	grep -nE '^[ 	]+! ' t/*.bats | grep -vF ' || ' |
	    none "write 'no' instead"
}

@test "no file names this machine or a registry" {
	ours | xargs grep -lIE \
	    '/work/[ms]|/tmp/g[f]|deb[.]debian|registry[.]npmjs' |
	    none 'names a place'
}

@test "a header has its guard, a struct no second name, a file its own" {
	for h in $(ours '^lib/.*\.h$'); do
		guard=GF_$(basename "$h" .h | tr '[:lower:]' '[:upper:]')_H
		grep -qx "#ifndef $guard" "$h" || echo "$h: $guard"
	done | none 'guard missing'
	ours '\.[ch]$' | xargs grep -nE '^typedef (struct|union|enum)' |
	    none 'typedef'
	ours '^lib/.*\.c$' | sed 's|.*/||' | sort | uniq -d | none 'twice'
}

@test "what the library shows begins with gf_" {
	nm -g --defined-only "build/$GF_V/libgoalfile.a" 2>/dev/null |
	    awk 'NF == 3 && $3 !~ /^_?gf_/ && $3 !~ /^_?_/ { print $3 }' |
	    none 'without gf_'
}

@test "the library below cli keeps no state of its own" {
	[ "$GF_V" = release ] || skip 'variants add state'
	for o in build/release/lib/{base,text,goal,judge,out}/*.o; do
		objdump -t "$o" | awk -v o="$o" '$(NF - 2) ~ /^\.(data|bss)$/ &&
		    $(NF - 1) !~ /^0+$/ { print o ": " $NF }'
	done | none 'state'
}

@test "make help names what can be made" {
	make help >"$BATS_TEST_TMPDIR/help"
	for t in all demo check bench lint install uninstall regen fuzz; do
		grep -q "^$t " "$BATS_TEST_TMPDIR/help"
	done
}

@test "install and uninstall leave nothing" {
	[ "$GF_V" = release ] || skip 'release is what is installed'
	d=$BATS_TEST_TMPDIR/d
	make -s install DESTDIR="$d" PREFIX=/usr
	for p in bin/*.c; do
		p=$(basename "$p" .c)
		[ -x "$d/usr/bin/$p" ]
	done
	[ -f "$d/usr/share/doc/goalfile/examples/acme/.goalfile.yaml" ]
	for m in man/*.[157]; do
		[ -f "$d/usr/share/man/man${m##*.}/${m##*/}" ]
	done
	make -s uninstall DESTDIR="$d" PREFIX=/usr
	find "$d" ! -type d | none 'left'
}

@test "an unpacked archive without git builds and runs" {
	[ "$GF_V" = release ] || skip 'once is enough'
	mkdir "$BATS_TEST_TMPDIR/a"
	ours | tar cf - -T - | tar xf - -C "$BATS_TEST_TMPDIR/a"
	cd "$BATS_TEST_TMPDIR/a"
	make -s -j 2
	GF_BIN=bin make -s demo >../demo
	[ "$(wc -l <../demo)" -ge 20 ]
}
