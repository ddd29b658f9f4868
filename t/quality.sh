#!/bin/sh
# How precise smartcheck is on the labelled goals of t/corpus (its README tells
# what the labels mean): precision by check and severity, recall by check, both
# by letter, and errors on good goals. Usage: t/quality.sh [-l]
# -l lists each false alarm and each miss, of all but the held set. Exits 1 if a
# check is under its budget, or if there is an error on a good goal; 2 if it
# could not be told.
set -eu
cd "$(dirname "$0")/.."
list=0
[ "${1:-}" != -l ] || list=1
bin=${GF_BIN:-bin}/smartcheck
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# labels FILE: L GOAL LETTERS CHECKS HARD TITLE of each goal, parted by tabs;
# LETTERS is ? where nobody has labelled the goal
labels() {
	awk -v OFS='\t' '
	function flush_() {
		if (goal != "")
			print "L", goal, flaws, checks, hard, title
		goal = checks = title = ""
		flaws = "?"
		hard = 0
	}
	function items(s) { gsub(/^[^[]*\[|\].*$|,/, "", s); return s }
	BEGIN { flush_() }
	/^---/ { flush_() }
	/^goal: / { goal = $2 }
	/^title: / { title = substr($0, 8) }
	/^x-flaws: / { flaws = items($0); gsub(/ /, "", flaws) }
	/^x-checks: / { checks = items($0) }
	/^x-hard: / { hard = 1 }
	END { flush_() }' "$1"
}

# findings FILE: F GOAL CHECK SEVERITY LETTERS of each finding about a goal
findings() {
	rc=0
	"$bin" check -a -f jsonl --no-context --today 2026-05-15 "$1" \
	    >"$dir/jsonl" 2>"$dir/talk" || rc=$?
	[ "$rc" -le 1 ] || { cat "$dir/talk" >&2; exit 2; }
	awk -v OFS='\t' '
	function value(key, s) {
		s = $0
		if (!sub(".*\"" key "\":\"", "", s)) return ""
		sub(/".*/, "", s)
		return s
	}
	{
		if (value("goal") == "") next
		l = $0
		sub(/^[^[]*\[/, "", l); sub(/\].*/, "", l); gsub(/[",]/, "", l)
		print "F", value("goal"), value("check"), value("severity"), l
	}' "$dir/jsonl"
}

# judge SET: the tables of one set; its last line says whether it holds
judge() {
	awk -F'\t' -v set="$1" -v list="$list" -f t/quality/tables.awk \
	    "$dir/checks" "$dir/$1"
}

"$bin" --list-checks >"$dir/list" || exit 2
awk -v OFS='\t' '{ print "C", $1, $2 }' "$dir/list" \
    >"$dir/checks"
bad=0
for set in dev seen held; do
	for f in t/corpus/"$set"/*.yaml; do
		labels "$f"
		findings "$f"
	done >"$dir/$set"
	judge "$set" || bad=1
done
[ "$bad" = 0 ] || echo 'quality: under the budget'
exit "$bad"
