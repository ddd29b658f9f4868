# The runner itself: what fails, crashes, stops early or says nothing is counted
# as failed, what was skipped is named.
load helper

setup() {
	top=$BATS_TEST_TMPDIR/top
	mkdir -p "$top/t/unit" "$top/t/cases/g" "$top/build/release/t/unit"
	cp "$GF_TOP"/t/run "$GF_TOP"/t/job.sh "$GF_TOP"/t/cases.sh "$top/t/"
	said=$BATS_TEST_TMPDIR/said
}
# unit NAME SCRIPT: a unit test that is a script
unit() {
	: >"$top/t/unit/$1.c"
	printf '#!/bin/sh\n%s\n' "$2" >"$top/build/release/t/unit/$1"
	chmod +x "$top/build/release/t/unit/$1"
}
# bats_file NAME: one from standard input, with % for @ and _ for a blank, so
# that nobody takes its tests for ours
bats_file() { tr %_ '@ ' >"$top/t/$1.bats"; }
# sums RC LAST: the runner ends with RC and that line
sums() {
	local rc=0
	env -i PATH="${PATH//$BATS_LIBEXEC:/}" LOCPATH=none \
	    "$top/t/run" ${3:+"$3"} >"$said" 2>&1 || rc=$?
	cat "$said"
	[ $rc -eq "$1" ] && [ "$(tail -n 1 "$said")" = "$2" ]
}

@test "passed, failed and skipped are added up over all kinds" {
	unit a 'printf "1..3\nok 1 - x\nnot ok 2 - y\nok 3 - z # skip no z\n"; exit 1'
	bats_file b <<-'E'
	%test "one" { true; }
	%test "two" { false; }
	%test "three" { skip 'not today'; }
	E
	mkdir "$top/t/cases/g/good" "$top/t/cases/g/bad"
	echo 'echo hello' | tee "$top/t/cases/g/good/cmd" \
	    >"$top/t/cases/g/bad/cmd"
	echo hello >"$top/t/cases/g/good/out"
	sums 1 '3 passed, 3 failed'
	grep -x 'skipped: unit:a: z (no z)' "$said"
	grep -x 'skipped: t/b.bats: three (not today)' "$said"
	grep -x 'cases:g: g/bad' "$said"
}

@test "all good is 0" {
	unit a 'printf "1..1\nok 1 - x\n"'
	sums 0 '1 passed, 0 failed'
}

@test "nothing at all is not good" {
	sums 1 '0 passed, 0 failed'
}

@test "a crash, a test that was planned and did not run, no plan: all failed" {
	unit a 'printf "1..2\nok 1 - x\nok 2 - y\n"; kill -SEGV $$'
	unit b 'printf "1..2\nok 1 - x\n"'
	unit c 'echo hello'
	unit d 'exit 3'
	sums 1 '3 passed, 4 failed'
	grep -x 'unit:a: exit status 139' "$said"
	grep -x 'unit:b: 1 of 2 tests ran, exit status 0' "$said"
}

@test "a bats file that does not parse has failed" {
	bats_file b <<<'%test "one" { if; }'
	sums 1 '0 passed, 1 failed'
}

@test "-j runs the tests that need a judge, and no other" {
	unit a 'printf "1..1\nok 1 - x\n"'
	bats_file b <<-'E'
	judge() { command -v "$1" || skip "judge $1 is missing"; }
	%test "one (with [signs] and a $)" {
		_judge sh
	}
	%test "two" { false; }
	%test "three" {
		_judge no-such-judge
	}
	E
	sums 0 '1 passed, 0 failed' -j
	grep -x 'skipped: t/b.bats: three (judge no-such-judge is missing)' "$said"
}

@test "a case fails on each thing that it says" {
	local d=$top/t/cases/g/one
	case_is() {
		rm -rf "$d" && mkdir "$d"
		echo 'a: 1' >"$d/in.yaml"
		echo "$1" >"$d/cmd"
	}
	case_is 'true'
	sums 0 '1 passed, 0 failed'
	case_is 'echo x'
	sums 1 '0 passed, 1 failed'
	case_is 'echo x >&2'
	sums 1 '0 passed, 1 failed'
	case_is 'exit 1'
	sums 1 '0 passed, 1 failed'
	case_is 'echo b: 2 >>in.yaml'
	sums 1 '0 passed, 1 failed'
	case_is 'kill -SEGV $$'
	echo 139 >"$d/rc"
	sums 1 '0 passed, 1 failed'
	# what it does once it does twice
	case_is 'echo b: 2 >>in.yaml'
	printf 'a: 1\nb: 2\n' >"$d/after.yaml"
	sums 1 '0 passed, 1 failed'
	case_is 'printf "a: 1\nb: 2\n" >in.yaml'
	printf 'a: 1\nb: 2\n' >"$d/after.yaml"
	echo 1 >"$d/lines"
	sums 0 '1 passed, 0 failed'
	echo 2 >"$d/lines"
	sums 1 '0 passed, 1 failed'
}
