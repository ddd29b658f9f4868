#!/bin/sh
# Runs case folders t/cases/GROUP/NAME. A case holds
#	cmd		run by sh, the programs and t/tool in PATH
#	in.yaml or in/	what it works on; the folder in/ is its directory
#	out err rc	what it says; not there means nothing and 0
#	after.yaml after/	what in.yaml or in/ is afterwards; not there means
#			as before. Run once more, the case then changes nothing
#	lines		how many lines of in.yaml change
# usage: t/cases.sh check [GROUP]	as TAP
#	t/cases.sh regen [GROUP]	shows what differs and asks
set -u
top=$(cd "$(dirname "$0")/.." && pwd) || exit 2
cd "$top" || exit 2
V=${GF_V:-release}
bin=${GF_BIN:-$top/build/$V/bin}
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
PATH=$bin:$top/build/$V/t/tool:$PATH
export LC_ALL=C.UTF-8 TZ=UTC GOALFILE_TODAY=2026-05-15 HOME="$tmp"
export GIT_CEILING_DIRECTORIES="$tmp" GIT_CONFIG_GLOBAL=/dev/null
export GIT_CONFIG_NOSYSTEM=1 ASAN_OPTIONS="${ASAN_OPTIONS:-exitcode=134}"
# what most cases leave unasked: fields that none of their goals has
export LATER='-D W05=off -D W06=off -D T09=off -D M10=off'
unset NO_COLOR CI GITHUB_ACTIONS COLUMNS GOALFILE_TRACE

# run the case $1 in $tmp/w, leaving $tmp/out, err and rc
run() {
	w=$tmp/w
	[ -d "$1/in" ] && w=$w/in
	(cd "$w" && sh "$1/cmd" </dev/null >"$tmp/out" 2>"$tmp/err"; echo $?) \
	    >"$tmp/rc"
}
begin() {
	rm -rf "$tmp/w" && mkdir "$tmp/w" || exit 2
	for f in in.yaml in; do
		[ ! -e "$1/$f" ] || cp -Rp "$1/$f" "$tmp/w/" || exit 2
	done
}
# the expectation of case $1 called $2, in $tmp/want
want() {
	case $2 in
	rc) cat "$1/rc" 2>/dev/null || echo 0 ;;
	*) cat "$1/$2" 2>/dev/null ;;
	esac >"$tmp/want"
}
same_after() {
	for f in in.yaml in; do
		[ -e "$1/$f" ] || continue
		to=$1/after${f#in}
		[ -e "$to" ] || to=$1/$f
		diff -ru "$to" "$tmp/w/$f" || return 1
	done
}
# true when case $1 does as it says; else says what differs
holds() {
	good=0
	begin "$1"
	run "$1"
	for f in out err rc; do
		want "$1" $f
		diff -u --label "$f wanted" --label "$f" "$tmp/want" \
		    "$tmp/$f" || good=1
	done
	[ "$(cat "$tmp/rc")" -lt 126 ] || good=1
	same_after "$1" || good=1
	[ ! -f "$1/lines" ] || changed "$1" || good=1
	if [ -e "$1/after.yaml" ] || [ -e "$1/after" ]; then
		run "$1"
		[ "$(cat "$tmp/rc")" -lt 126 ] || good=1
		same_after "$1" || { echo "a second time"; good=1; }
	fi
	return $good
}
changed() {
	diff "$1/in.yaml" "$tmp/w/in.yaml" >"$tmp/diff"
	n=$(grep -c '^>' "$tmp/diff")
	m=$(grep -c '^<' "$tmp/diff")
	[ "$n" -ge "$m" ] || n=$m
	[ "$n" -eq "$(cat "$1/lines")" ] || {
		echo "$n lines changed, $(cat "$1/lines") wanted"
		return 1
	}
}
# put what case $1 now does in the place of what it says
keep() {
	begin "$1"
	run "$1"
	for f in out err; do
		if [ -s "$tmp/$f" ]; then cp "$tmp/$f" "$1/$f"
		else rm -f "$1/$f"; fi
	done
	if [ "$(cat "$tmp/rc")" = 0 ]; then rm -f "$1/rc"
	else cp "$tmp/rc" "$1/rc"; fi
	for f in in.yaml in; do
		[ -e "$1/$f" ] || continue
		rm -rf "$1/after${f#in}"
		diff -r "$1/$f" "$tmp/w/$f" >/dev/null ||
		    cp -Rp "$tmp/w/$f" "$1/after${f#in}"
	done
}

mode=${1:-check}
group=${2:-*}
# shellcheck disable=SC2086 # a star is to be filled in
set -- t/cases/$group/*/cmd
[ -f "$1" ] || { echo "1..0"; exit 0; }
i=0 bad=0
[ "$mode" = regen ] || echo "1..$#"
for cmd; do
	dir=$top/${cmd%/cmd}
	i=$((i + 1))
	if holds "$dir" >"$tmp/said" 2>&1; then
		[ "$mode" = regen ] || echo "ok $i - ${dir#"$top/t/cases/"}"
		continue
	fi
	bad=1
	if [ "$mode" = regen ]; then
		printf '%s: ' "${dir#"$top/"}"
		cat "$dir/cmd" "$tmp/said"
		printf 'keep what it does now? [y/N] '
		read -r answer || exit 1
		[ "$answer" != y ] || keep "$dir"
	else
		echo "not ok $i - ${dir#"$top/t/cases/"}"
		sed 's/^/# /' "$tmp/said"
	fi
done
exit $bad
