# What every bats file loads: a fresh copy of examples/acme to work in, and
# words for what is expected. Programs come from GF_BIN, by default bin/.
bats_require_minimum_version 1.5.0
GF_TOP=${GF_TOP:-$(cd "${BASH_SOURCE[0]%/*}/.." && pwd)}
GF_V=${GF_V:-release}
GF_BIN=${GF_BIN:-$GF_TOP/bin}
GF_T=${GF_T:-$GF_TOP/build/$GF_V/t}

# a test file with a setup of its own calls this in it
fresh() {
	local v keep='GF_*|BATS_*|?SAN_OPTIONS|UBSAN_OPTIONS|CC|TMPDIR|LOCPATH|PATH|PWD'
	shopt -s extglob
	for v in $(compgen -e); do [[ $v == @($keep|SHLVL|_) ]] || unset "$v"; done
	export LC_ALL=C.UTF-8 TZ=UTC GOALFILE_TODAY=2026-05-15
	export HOME=$BATS_TEST_TMPDIR PATH=$GF_BIN:$GF_T/tool:$PATH
	export GIT_CONFIG_NOSYSTEM=1 GIT_CEILING_DIRECTORIES=$BATS_TEST_TMPDIR
	printf '[user]\nname = Ann\nemail = ann@example.org\n' >"$HOME/.gitconfig"
	out=$HOME/out err=$HOME/err orig=$HOME/orig
	cp -Rp "$GF_TOP/examples/acme" "$HOME/acme"
	cp -Rp "$GF_TOP/examples/acme" "$orig"
	cd "$HOME/acme" && git init -q --template= .
}
setup() { fresh; }

# expect RC CMD...: run it, keep $out and $err; one word is a shell pipe, whose
# status is its last program's. A crash fails, in any place of the pipe.
expect() {
	local want=$1 rc all
	shift
	if [ $# -eq 1 ]; then
		bash -c "$1"$'\n''echo "${PIPESTATUS[@]}" >"$0"' \
		    "$HOME/rc" >"$out" 2>"$err" || :
		read -ra all <"$HOME/rc"
	else
		all=(0)
		"$@" >"$out" 2>"$err" || all=($?)
	fi
	for rc in "${all[@]}"; do [ "$rc" -lt 126 ] || [ "$rc" -eq 141 ] || want=crash; done
	[ "$rc" = "$want" ] && return
	echo "status ${all[*]}, wanted $want: $*"
	head -n 50 "$out" "$err"
	return 1
}

# same_out [FILE], same_err [FILE]: what was said is FILE, or standard input
same_out() { diff -u --label wanted --label out "${1:--}" "$out"; }
same_err() { diff -u --label wanted --label err "${1:--}" "$err"; }

# agree 'PIPE' 'PIPE': both exit 0 and say the same
agree() {
	expect 0 "$1" && mv "$out" "$out.1" && mv "$err" "$err.1" &&
	    expect 0 "$2" && same_out "$out.1" && same_err "$err.1"
}

# many N: so often, a tenth of it where the binaries are slow
many() { if [ "$GF_V" = release ]; then echo "$1"; else echo $(($1 / 10)); fi; }
# no CMD...: it says no, by status 1
no() { local rc=0; "$@" || rc=$?; [ "$rc" -eq 1 ]; }
# untouched FILE...: they are as in examples/acme
untouched() { for f; do cmp "$orig/$f" "$f" || return; done; }
# diff_lines FILE N: at most N lines of FILE are not as in examples/acme
diff_lines() {
	local add=0 del=0
	read -r add del _ < <(git diff --no-index --numstat "$orig/$1" "$1") || :
	echo "$1: ${add:=0} lines new, ${del:=0} gone"
	[ "$add" -le "$2" ] && [ "$del" -le "$2" ]
}
# full CMD...: with nowhere to write it says so and exits 2
full() { expect 2 bash -c '"$@" >/dev/full' - "$@" && [ -s "$err" ]; }
# judge NAME: skip the test without that program, py:MODULE or npm:PACKAGE
judge() {
	[ "${GF_JUDGES-}" != later ] || skip "judge $1 is asked later"
	case $1 in
	py:*) python3 -c "import ${1#*:}" || { python3() { /usr/bin/python3 "$@"; }; python3 -c "import ${1#*:}"; } ;;
	npm:*) [ -d "$GF_TOP/t/judges/node_modules/${1#*:}" ] ;;
	*) command -v "$1" ;;
	esac >/dev/null 2>&1 || skip "judge $1 is missing"
	# who is traced cannot look for leaks
	[ "$1" != strace ] || export ASAN_OPTIONS=${ASAN_OPTIONS-}:detect_leaks=0
}
