# The judge of the floors, and that it sees what it is there for.
load helper

setup() {
	top=$BATS_TEST_TMPDIR/top
	mkdir -p "$top/build/lib/judge" "$top/bin" "$top/lib/text" \
	    "$top/lib/judge"
	cd "$GF_TOP" || return
	cp -Rp lib/base "$top/lib/"
	cp -p lib/text/src.h lib/text/limit.* lib/text/tree.h "$top/lib/text/"
	cp -p bin/*.c "$top/bin/"
}

# wrong TEXT: floors.sh rejects the planted tree and says TEXT
wrong() {
	local rc=0
	"$GF_TOP/t/floors.sh" "$top" build >"$top/said" 2>&1 || rc=$?
	cat "$top/said"
	[ $rc -eq 1 ] && grep -qF "$1" "$top/said"
}

@test "the floors hold" {
	"$GF_TOP/t/floors.sh" "$GF_TOP" "build/$GF_V"
}

@test "the copy that the next tests plant into is clean" {
	"$GF_TOP/t/floors.sh" "$top" build
}

@test "an include that goes up is seen" {
	echo '#include "cli/main.h"' >"$top/lib/judge/planted.c"
	wrong 'lib/judge/planted.c:1: judge includes cli/main.h'
}

@test "an include that names no floor is seen" {
	echo '#include "buf.h"' >"$top/lib/text/planted.c"
	wrong 'lib/text/planted.c:1: buf.h names no floor'
}

@test "a folder that is no floor is seen" {
	mkdir "$top/lib/attic"
	echo '#include "base/buf.h"' >"$top/lib/attic/planted.c"
	wrong 'lib/attic/planted.c: no floor is called attic'
}

@test "a getenv below cli is seen" {
	printf '%s\n' '#include <stdlib.h>' 'char *planted(void);' \
	    'char *planted(void) { return getenv("HOME"); }' \
	    >"$top/lib/judge/planted.c"
	${CC:-cc} -c -o "$top/build/lib/judge/planted.o" \
	    "$top/lib/judge/planted.c"
	wrong 'lib/judge/planted.c uses getenv'
}

@test "a printf that the compiler hardened is seen" {
	printf '%s\n' '#include <stdio.h>' 'void planted(int);' \
	    'void planted(int i) { printf("%d\n", i); }' \
	    >"$top/lib/judge/planted.c"
	${CC:-cc} -O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -c \
	    -o "$top/build/lib/judge/planted.o" "$top/lib/judge/planted.c"
	wrong 'lib/judge/planted.c uses'
}

@test "a second file that knows a library is seen" {
	echo '#include <yaml.h>' >"$top/lib/text/planted.c"
	wrong 'belongs in lib/text/yaml.c alone'
}

@test "a ring of headers is seen" {
	echo '#include "text/planted.h"' >>"$top/lib/text/tree.h"
	echo '#include "text/tree.h"' >"$top/lib/text/planted.h"
	wrong 'include ring:'
}

@test "a header that needs another one first is seen" {
	echo 'struct gf_buf *planted(size_t);' >"$top/lib/text/planted.h"
	wrong 'lib/text/planted.h:1'
}
