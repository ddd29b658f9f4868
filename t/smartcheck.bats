# What smartcheck judges, whom, and how it explains itself.
load helper

setup() {
	fresh
	cases=$GF_TOP/t/cases/smartcheck
	mkdir "$HOME/w" && cd "$HOME/w"
}

# says ID...: the findings in $out are of these checks, in any order
says() {
	sed -n 's/^[^ ]*: \(error\|warning\): .*\[\(.*\)\]$/\2/p' "$out" |
	    LC_ALL=C sort -u | paste -sd' ' >"$HOME/ids"
	[ "$(cat "$HOME/ids")" = "$*" ] || { cat "$out"; return 1; }
}

# the checks of smartcheck that are not the reader's, one a line
own_checks() { smartcheck --list-checks | sed -n 's/^\([A-EG-Z][0-9]*\) .*/\1/p'; }

@test "every check has a case that it speaks in, a mended one and its traps" {
	own_checks >"$HOME/own"
	[ "$(wc -l <"$HOME/own")" -ge 33 ]
	while read -r id; do
		for kind in bad good trap; do
			[ -f "$cases/$id-$kind/cmd" ] || { echo "$id-$kind"; return 1; }
		done
		grep -q "\[$id\]\$" "$cases/$id-bad/out" || { echo "$id"; return 1; }
		[ ! -e "$cases/$id-good/out" ] || { echo "$id-good"; return 1; }
		cat "$cases/$id-trap/out" >"$out" 2>/dev/null || :
		[ "$(grep -cE ': (error|warning): ' "$out")" -eq 0 ] ||
		    { echo "$id-trap"; return 1; }
	done <"$HOME/own"
}

@test "the exit status does not depend on the day" {
	for f in "$cases"/*/in.yaml "$HOME"/acme/goals/*.yaml; do
		# a suppression that ends does depend on it
		! grep -q 'ok T01 until' "$f" || continue
		early=0 late=0
		GOALFILE_TODAY=2000-01-01 smartcheck --no-context "$f" >"$out" 2>&1 ||
		    early=$?
		GOALFILE_TODAY=2099-12-31 smartcheck --no-context "$f" >"$out" 2>&1 ||
		    late=$?
		[ "$early" -lt 126 ] && [ "$early" = "$late" ] ||
		    { echo "$f: $early and $late"; return 1; }
	done
}

@test "a draft gets warnings, a paused goal no reminder, a closed one nothing" {
	cat >in.yaml <<-'EOT'
	goal: a
	title: Happier installers
	status: draft
	---
	goal: b
	title: Win XX tenders
	due: 2026-09-30
	status: draft
	---
	goal: c
	title: Happier dealers
	due: 2026-01-31
	status: paused
	---
	goal: d
	title: Happier dealers
	close: {date: 2026-02-01, verdict: dropped}
	EOT
	expect 1 smartcheck in.yaml
	same_out <<-'EOT'
	in.yaml:1:1: warning: no measure, and the title names no number and no event [M01]
	in.yaml:1:1: warning: no due, and no word of time in the title [T01]
	in.yaml:2:8: warning: the title says two words about it [S01]
	in.yaml:10:1: error: no measure, and the title names no number and no event [M01]
	in.yaml:11:8: warning: the title says two words about it [S01]
	EOT
	expect 1 smartcheck -D M01=error -D S09=error in.yaml
	grep -q 'in.yaml:6:8: error: .*S09' "$out"
}

@test "a value that was inherited is found at the goal, with the place it came from" {
	cat >in.yaml <<-'EOT'
	defaults: {due: 2030, start: 2026-01-01, level: team}
	---
	goal: a
	title: Win 4 tenders
	EOT
	expect 0 smartcheck in.yaml
	same_out <<-'EOT'
	in.yaml:3:1: warning: this lies 1825 days ahead [T06]
	in.yaml:1:17: note: inherited from here [T06]
	EOT
}

@test "an end is inherited from the goal that is served" {
	cat >in.yaml <<-'EOT'
	goal: a
	title: Win 40 tenders
	due: 2026-09-30
	---
	goal: b
	title: Win 4 tenders
	supports: a
	EOT
	expect 0 smartcheck in.yaml
	same_out /dev/null
}

@test "one finding a letter, the strongest; all of them with -a" {
	cat >in.yaml <<-'EOT'
	goal: a
	title: Cut scrap by 10 points, from 30 to 25
	due: 2026-09-30
	measure: {metric: scrap rate, unit: "%", from: 20, to: 40}
	EOT
	expect 1 smartcheck in.yaml
	[ "$(grep -c ': error: ' "$out")" -eq 1 ]
	expect 1 smartcheck -a in.yaml
	says X01 X02 X04 X08
}

@test "nobody is asked for what no goal of the plan has" {
	printf 'goal: a\ntitle: Win 4 tenders\ndue: 2026-09-30\nlevel: individual\n' \
	    >a.yaml
	expect 0 smartcheck a.yaml
	same_out /dev/null
	for i in 1 2; do
		printf 'goal: b%s\ntitle: Win %s4 tenders\ndue: 2026-09-30\n' $i $i
		printf 'level: individual\nowner: ana\nsupports: a\n---\n'
	done >b.yaml
	expect 0 smartcheck a.yaml b.yaml
	says R01 S11
}

@test "names that the configuration masks are no numbers" {
	cat >in.yaml <<-'EOT'
	goal: a
	title: Sell 12 seats for 66 Route
	due: 2026-09-30
	measure: {metric: seats, unit: seats, to: 66}
	EOT
	expect 0 smartcheck in.yaml
	mkdir -p v && cp in.yaml v
	echo 'names: [66 Route]' >v/.goalfile.yaml
	expect 1 smartcheck v/in.yaml
	says X01
}

@test "language tells how 1.200 and 05/06 are read" {
	cat >in.yaml <<-'EOT'
	goal: a
	title: Sell 1.200 plans by 05/06/2026
	due: 2026-12-31
	measure: {metric: plans, unit: plans, to: 1500}
	EOT
	expect 0 smartcheck in.yaml
	echo 'language: de' >.goalfile.yaml
	expect 1 smartcheck in.yaml
	says X01 X03
}

@test "a quarter of an unknown fiscal year is silent, of a known one it is not" {
	printf 'goal: a\ntitle: Win 4 tenders by Q2\ndue: 2026-12-31\n' >in.yaml
	expect 0 smartcheck in.yaml
	printf 'calendar: {fiscal-year-starts: 07-01}\n' >.goalfile.yaml
	expect 0 smartcheck in.yaml
	printf 'calendar: {fiscal-year-starts: 04-01}\n' >.goalfile.yaml
	expect 1 smartcheck in.yaml
	says X03
}

@test "explain tells everything of a check" {
	expect 0 smartcheck explain X03
	for word in X03 title-date-differs error ask why bad good fix off; do
		grep -q "$word" "$out"
	done
	expect 0 smartcheck explain x03 no-measure
	grep -q '^X03 ' "$out" && grep -q '^M01 ' "$out"
	expect 0 smartcheck explain
	own_checks | while read -r id; do grep -q "^$id " "$out" || exit 1; done
	[ "$(awk 'length > 78' "$out" | wc -l)" -eq 0 ]
	for part in says ask why bad good fix; do
		[ "$(grep -c "^  $part " "$out")" -eq "$(grep -c '^  off ' "$out")" ]
	done
}

@test "explain in JSON: one object a check, every key in each" {
	expect 0 smartcheck explain -f jsonl X03 F01
	same_out <<-'EOT'
	{"check":"X03","name":"title-date-differs","severity":"error","letters":["T"],"about":"due lies after the deadline in the title, or more than a month before it","question":"By which of the two days is it done?","why":"One of the two is read by people and the other by every program; the later one wins unnoticed","bad":"title: ... by 18 June, with due: 2026-09-18","good":"title: ... by 18 June, with due: 2026-06-18","fix":"change one of the two; dates that name a thing, quarters of an unknown fiscal year and a due some days before an event are let alone; much too early is a note"}
	{"check":"F01","name":"unknown-key","severity":"error","letters":[],"about":"a key that the format does not know","question":"Which key did you mean?","why":"A mistyped key is never read: the goal lacks what you believe it says","bad":"mesure: {to: 24}","good":"measure: {to: 24}","fix":"take the key that is offered; a key of your own begins with x-"}
	EOT
	expect 0 smartcheck explain -f jsonl=j
	same_out /dev/null
	smartcheck explain >text
	[ "$(wc -l <j)" -eq "$(grep -c '^  off ' text)" ]
	expect 2 smartcheck explain -f yaml
	expect 2 smartcheck explain -f json
	grep -F "did you mean 'jsonl'?" "$err"
	judge jq
	jq -es 'all(keys_unsorted == ["check", "name", "severity", "letters",
	    "about", "question", "why", "bad", "good", "fix"])' j
}

@test "explain names the nearest check" {
	expect 2 smartcheck explain X33
	same_out /dev/null
	same_err <<-'EOT'
	smartcheck: no check 'X33': did you mean 'X03'?
	EOT
	expect 2 smartcheck explain no-mesure
	grep -q "did you mean 'no-measure'" "$err"
	expect 2 smartcheck explain banana
	grep -q 'list-checks' "$err"
}

@test "examples/acme: what is flawed is found, and nothing else is an error" {
	cd "$HOME/acme"
	expect 1 smartcheck .
	[ "$(grep -c ': error: ' "$out")" -le 30 ]
	for id in S09 M01 M02 M03 M09 M12 A01 A09 R01 R02 R03 R04 T01 T02 T03 T04 \
	    T05 T06 X01 X02 X03 X04 X05 X06 X08 X09 X12 X13 W02 W03; do
		grep -q "\[$id\]\$" "$out" || { echo "$id"; return 1; }
	done
}

@test "every F has a case of its own, bad and good" {
	# F13 wants a history: t/git.bats has it
	for id in $(smartcheck --list-checks | sed -n 's/^\(F[0-9]*\) .*/\1/p'); do
		[ "$id" != F13 ] || continue
		grep -q "\[$id\]\$" "$GF_TOP/t/cases/smartcheck/$id-bad/out"
		[ -e "$GF_TOP/t/cases/smartcheck/$id-good/in.yaml" ] ||
		    [ -e "$GF_TOP/t/cases/smartcheck/$id-good/in" ]
		[ ! -e "$GF_TOP/t/cases/smartcheck/$id-good/out" ]
	done
}

@test "at the top of a clone the example plan is read, and no test of ours" {
	mkdir "$HOME/clone" && cd "$HOME/clone"
	mkdir t && cp "$GF_TOP/t/cases/smartcheck/F01-bad/in.yaml" t
	cp -Rp "$GF_TOP/examples" "$GF_TOP/.goalfile.yaml" .
	expect 0 smartcheck --list-files
	grep -qx 'examples/acme/goals/ana.yaml' "$out"
	no grep -v '^examples/acme/' "$out"
}
