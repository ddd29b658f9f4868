#!/bin/sh
# The main job on the example plan. Its findings are no failure of the demo.
set -u
cd "$(dirname "$0")/.." || exit 2
PATH=$(cd "${GF_BIN:-bin}" && pwd):$PATH
export GOALFILE_TODAY=2026-05-15
# a bare machine says nothing of its locale; the plan is UTF-8
[ -n "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ] || export LC_ALL=C.UTF-8
echo "The plan of examples/acme as it stands on $GOALFILE_TODAY:"
echo "    smartcheck check --through examples/acme | alignmap tree"
echo
{ smartcheck check --through examples/acme; echo $? >build/demo.rc; } |
    alignmap tree
rc=$?
[ "$rc" -le 1 ] && [ "$(cat build/demo.rc)" -le 1 ] || exit 2

# five causes why goals fail, and one pipe that looks for all of them
cd examples/acme && out=$(mktemp -d) || exit 2
trap 'rm -rf "$out"' EXIT
team='goals/sales.yaml goals/dora.yaml goals/ana.yaml goals/ben.yaml
    goals/eva.yaml people/sales.yaml sessions/ana sessions/ben'
echo
echo "Why could the goals of the sales team fail? (one pipe of five programs)"
{
	# shellcheck disable=SC2086 # the words of a list
	smartcheck --through -a -f gnu="$out/1" $team |
	    alignmap check --through -a -f gnu="$out/2" |
	    whyladder check --through -a -f gnu="$out/3" |
	    obstacles check --through -a -f gnu="$out/4" |
	    cadence check -a -f gnu >"$out/5"
} 2>/dev/null
rc=$?
sort -u "$out"/[1-5] | awk '
	function cause(id) {
		if (id ~ /^C(02|03|13)$/) return "coaching"
		if (id ~ /^[LRY]/) return "alignment"
		if (id ~ /^[OW]/) return "obstacles"
		if (id ~ /^C/) return "accountability"
		return id ~ /^[SMATX]/ ? "SMART" : ""
	}
	/\[[A-Z][0-9]+\]$/ {
		id = $NF
		gsub(/[][]/, "", id)
		c = cause(id)
		if (c != "" && (!n[c]++ || first[c] ~ /: note: /))
			first[c] = $0
	}
	END {
		split("coaching alignment obstacles accountability SMART", all, " ")
		for (i = 1; i <= 5; i++) {
			c = all[i]
			printf "  %-15s %3d  %s\n", c, n[c], substr(first[c], 1, 100)
		}
	}'
[ "$rc" -le 1 ]
