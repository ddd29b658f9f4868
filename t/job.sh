#!/bin/sh
# Runs one job of the test suite and prints TAP; t/run sets the environment.
# usage: t/job.sh FILE.bats | cases:FOLDER | fuzz:TARGET | unit:PROGRAM
set -u

# the names of the tests in a bats file that need a judge, as a regexp; one
# called outside of a test is needed by all of them
judged() {
	awk '
	/^@test / {
		name = $0
		sub(/^@test ["\047]/, "", name)
		sub(/["\047] *\{ *$/, "", name)
		gsub(/[][\\.*+?(){}|^$]/, "\\\\&", name)
	}
	/^}/ { name = "" }
	/^[ \t]*judge / {
		if (name == "")
			name = ".*"
		if (!(name in seen))
			out = out "|" name
		seen[name]
	}
	END { print "^(" substr(out, 2) ")$" }' "$1"
}

case $1 in
*.bats)
	if [ -n "${GF_JUDGES_ONLY:-}" ]; then
		bats --tap --filter "$(judged "$1")" "$1"
	else
		bats --tap "$1"
	fi ;;
cases:*)
	t/cases.sh check "${1#cases:}" ;;
fuzz:*)
	echo 1..1
	find t/fuzz/*/ t/corpus-yaml t/cases -type f \
	    -exec "$GF_T/fuzz/${1#fuzz:}" {} + &&
	echo "ok 1 - lives on every seed, crash, case and style" ;;
unit:*)
	"$GF_T/unit/${1#unit:}" ;;
esac
