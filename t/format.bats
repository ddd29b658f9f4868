#!/usr/bin/env bats
# The format as the programs read it: F rows, YAML that eats sentences,
# defaults, private halves, the configuration. Every program says the same.
load helper

setup() {
	fresh
	mkdir "$HOME/w" && cd "$HOME/w" && git init -q --template= .
}

# found RC [FILE]: all programs find what standard input says, and no F more
found() {
	local rc=$1 file=${2-in.yaml} p
	cat >"$HOME/want"
	for p in smartcheck alignmap; do
		expect "$rc" "$p" check "$file" || return
		grep -E '\[(F[0-9]+|yaml)\]$' "$out" >"$HOME/got" || :
		diff -u --label "wanted of $p" --label "$p" "$HOME/want" \
		    "$HOME/got" || return
	done
}

# a goal with nothing to ask about, and lines added
goal() {
	cat <<-'E'
	goal: ana-clinics
	title: Win 24 new clinics by 30 September 2026
	level: company
	owner: Ana Ruiz
	measure: {metric: new clinics, unit: clinics, from: 0, to: 24}
	start: 2026-05-01
	due: 2026-09-30
	E
	cat
}

@test "a goal without a slip is silent" {
	goal >in.yaml </dev/null
	found 0 </dev/null
}

@test "an unknown key is named with the nearest known one" {
	goal >in.yaml <<-'E'
	priority: high
	obstacle: rain
	x-mine: {any: thing}
	E
	found 1 <<-'E'
	in.yaml:8:1: error: unknown key 'priority' in goal; a key of your own begins with x- [F01]
	in.yaml:9:1: error: unknown key 'obstacle' in goal: did you mean 'obstacles'? [F01]
	E
}


@test "a wrong value shows what would fit" {
	goal >in.yaml <<-'E'
	effort: 3 bananas
	lead-time: 3
	in-flight: 1,5
	kind: commited
	was: [Old Id]
	serves: [ana]
	routine: [{do: call, at: 25:00}]
	pace: [{by: 2026-06, value: 010}]
	progress: [{date: 2026-02-30, value: 1e3}]
	paused: [2026-07-17..2026-07-06]
	milestones: [{by: 2026-W60, value: 0x1F}]
	funnel: [{step: calls, rate: most}]
	close: {score: 2}
	first-step: {done: half}
	E
	found 1 <<-'E'
	in.yaml:8:9: error: effort: '3 bananas' is no length of time: write it in min, h, days, weeks, months or years, such as 6 h or 3 weeks [F02]
	in.yaml:9:12: error: lead-time: '3' is no length of time: write it in min, h, days, weeks, months or years, such as 6 h or 3 weeks [F02]
	in.yaml:10:12: error: in-flight: '1,5' is no plain number: write 1.5 [F02]
	in.yaml:11:7: error: kind: 'commited' is none of its words: did you mean committed? (committed, stretch, learning, baseline, vision) [F02]
	in.yaml:12:7: error: was: 'Old Id' is no id (a-z 0-9 . _ -): write old-id [F02]
	in.yaml:13:10: error: serves: 'ana' is no aim: write the id of a person or company, a slash and the id of a why, such as ana/flat [F02]
	in.yaml:14:26: error: at: '25:00' is no time of a day, which goes from 00:00 to 23:59 [F02]
	in.yaml:15:29: error: value: '010' is no plain number: write 10 [F02]
	in.yaml:16:19: error: date: '2026-02-30': there is no such day in the calendar [F02]
	in.yaml:16:38: error: value: '1e3' is no plain number: write 1000 [F02]
	in.yaml:17:10: error: paused: '2026-07-17..2026-07-06': the range ends before it begins [F02]
	in.yaml:18:19: error: by: '2026-W60': that year has no such ISO week [F02]
	in.yaml:18:36: error: value: '0x1F' is no plain number: write 31 [F02]
	in.yaml:19:30: error: rate: 'most' is no share: write 40% or 0.4 [F02]
	in.yaml:20:16: error: score: '2' does not lie in 0 to 1 [F02]
	in.yaml:21:20: error: done: 'half': write the date of the day, or yes or no [F02]
	E
}

@test "what is absent and must not be is said at the first key" {
	printf '# mine\ngoal: a\ndue: 2026-09-30\n---\nsession: 2026-05-08\n' >in.yaml
	found 1 <<-'E'
	in.yaml:2:1: error: goal has no 'title': the goal in one line [F03]
	in.yaml:5:1: error: a key that must be there is absent or empty (kept private; --audience coach shows it) [F03]
	E
}

@test "a mistyped key is one finding, with the key that was meant" {
	cat >in.yaml <<-'E'
	goal: a
	titel: Win 24 clinics by 30 September 2026
	due: 2026-09-30
	supports: [{gaol: a}]
	milestones:
	- bye: 2026-07
	  value: 3
	- {value: 4}
	obstacles:
	- whn: rain
	  then: call
	E
	found 1 <<-'E'
	in.yaml:2:1: error: unknown key 'titel' in goal: did you mean 'title'? [F01]
	in.yaml:4:13: error: unknown key 'gaol' in supports: did you mean 'goal'? [F01]
	in.yaml:6:3: error: unknown key 'bye' in milestone: did you mean 'by'? [F01]
	in.yaml:8:4: error: milestone has no 'by': when the step should be reached [F03]
	in.yaml:10:3: error: unknown key 'whn' in obstacles: did you mean 'when'? [F01]
	E
}

@test "a first key that was sorted away or misspelt" {
	goal >in.yaml <<-'E'
	---
	due: 2026-09-30
	goal: b
	level: company
	owner: Ana Ruiz
	title: Sign 3 contracts by 30 September 2026
	---
	gaol: c
	---
	Goal: d
	---
	goal:e
	---
	version: 3
	E
	found 0 <<-'E'
	in.yaml:10:1: warning: 'goal' should be the first key: it says what the document is [F04]
	in.yaml:15:1: warning: not judged: did you mean 'goal:'? [F04]
	in.yaml:17:1: warning: not judged: did you mean 'goal:'? [F04]
	in.yaml:19:1: warning: not judged: a blank is missing behind 'goal:' [F04]
	E
}

@test "keys that exclude each other" {
	goal >in.yaml <<-'E'
	guards: [{goal: ana-clinics, metric: refunds, at-most: 3}]
	status: active
	close: {score: 0.4}
	E
	found 1 <<-'E'
	in.yaml:8:38: error: a guard looks at a goal or at a metric, not at both [F05]
	in.yaml:9:9: error: the goal is closed, but its status says active: done or dropped [F05]
	E
}

@test "what YAML eats of a sentence, and still reads" {
	goal >in.yaml <<-'E'
	strategy: Close ticket #4711 first   
	why:
	- &co is what we are
	- One thing: another
	later: [make 1,200 calls]
	obstacles: [{when: frozen, or late, then: call}]
	progress: [{date: 2026-05-08, value: 1,200}]
	E
	found 1 <<-'E'
	in.yaml:8:11: warning: YAML reads what follows ' #' as a comment; quote it: strategy: "Close ticket #4711 first" [F11]
	in.yaml:10:3: warning: YAML reads part of a sentence as a comment, a name or a tag (kept private; --audience coach shows it) [F11]
	in.yaml:11:3: error: a value that does not fit its key (kept private) [F02]
	in.yaml:12:9: error: inside [ ] the comma begins a new item and splits the number; quote it: "make 1,200 calls" [F12]
	in.yaml:13:20: error: inside { } the comma begins a new key and splits the value; quote it: when: "frozen, or late" [F12]
	in.yaml:14:38: error: inside { } the comma begins a new key and splits the value; quote it: value: "1,200" [F12]
	E
}

@test "what YAML refuses, document by document" {
	local i=0 line
	while read -r line; do
		printf 'goal: a%d\ntitle: %b\n' "$i" "$line"
		[ $((i += 1)) -eq 12 ] || echo ---
	done >in.yaml <<-'E'
	Win: 24 clinics
	"Best" clinic in town
	@home sales
	`sh` for all
	%off sale
	[north] clinics
	{draft} clinics
	> 24 clinics
	- 24 clinics
	*star clinics
	!important clinics
	Win 24\nclinics in town
	E
	found 2 <<-'E'
	in.yaml:2:8: error: a value holds ': '; quote it: title: "Win: 24 clinics" [yaml]
	in.yaml:5:8: error: text follows a quoted word; quote it: title: '"Best" clinic in town' [yaml]
	in.yaml:8:8: error: a value cannot begin with '@'; quote it: title: "@home sales" [yaml]
	in.yaml:11:8: error: a value cannot begin with a backtick; quote it: title: "`sh` for all" [yaml]
	in.yaml:14:8: error: a value cannot begin with '%'; quote it: title: "%off sale" [yaml]
	in.yaml:17:8: error: text follows a list in brackets; quote it: title: "[north] clinics" [yaml]
	in.yaml:20:8: error: text follows a mapping in braces; quote it: title: "{draft} clinics" [yaml]
	in.yaml:23:8: error: '>' at the start begins a folded text below it; quote it: title: "> 24 clinics" [yaml]
	in.yaml:26:8: error: '- ' begins a list on a line of its own; quote it: title: "- 24 clinics" [yaml]
	in.yaml:29:8: error: a text that begins with '*' is an alias, and no anchor has this name; quote it: title: "*star clinics" [yaml]
	in.yaml:32:8: error: a text that begins with '!' is a tag, and only !!str and its kin are known; quote it: title: "!important clinics" [yaml]
	in.yaml:36:1: error: this line has no ': '; if it goes on from the line above, indent it: '  clinics in town' [yaml]
	E
}

@test "every line that is offered in quotes can be read" {
	local line
	while IFS= read -r line; do
		printf 'goal: a\nlevel: company\ntitle: %s\n' "$line" >in.yaml
		expect 2 alignmap check in.yaml
		sed -n 's/.*quote it: \(title: .*\) \[yaml\]$/\1/p' "$out" >fixed
		[ -s fixed ] || { cat "$out"; return 1; }
		goal <fixed | sed 2d >in.yaml
		found 0 </dev/null
	done <<-'E'
	Win: 24 clinics
	"Best" clinic in "town"
	'tis the season
	it's: so
	C:\path: "here"
	'it's fine'
	[a, b
	{a
	| x
	? why
	E
}

@test "a wrong default is said once, where it stands" {
	printf 'defaults:\n  due: soon\n  title: T\n---\n' >in.yaml
	goal >>in.yaml </dev/null
	found 1 <<-'E'
	in.yaml:2:8: error: due: 'soon': a date is written YYYY-MM-DD, a period 2026, 2026-H1, 2026-Q3, 2026-09, 2026-W27, FY27 or FY27-Q3 [F02]
	in.yaml:3:3: error: 'title' belongs into each goal; it cannot stand in defaults [F01]
	E
}

@test "a private half needs no title and is no second goal" {
	mkdir -p goals coaching
	printf 'roots: [goals, coaching]\nprivate: [coaching/**]\n' >.goalfile.yaml
	goal >goals/a.yaml </dev/null
	printf 'goal: ana-clinics\nwhy:\n- time for the children\n' >coaching/a.yaml
	found 0 . </dev/null
	run ! grep X13 "$out"
}

@test "a private half alone is not asked for what the other half says" {
	mkdir coaching
	printf 'private: [coaching/**]\n' >.goalfile.yaml
	printf 'goal: ana-clinics\nwhy:\n- time for the children\n' >coaching/a.yaml
	for p in smartcheck alignmap; do
		expect 0 $p check -a --audience coach coaching/a.yaml
		same_out </dev/null
		same_err </dev/null
	done
}

@test "an owner one letter away from an id is asked about" {
	printf 'person: sofia\nname: Sofia Bell\n---\n' >in.yaml
	goal </dev/null | sed 's/Ana Ruiz/sofie/' >>in.yaml
	found 0 <<-'E'
	in.yaml:7:8: warning: owner: nobody has the id 'sofie': did you mean 'sofia'? [F02]
	E
	sed -i 's/sofie/sofi e/' in.yaml
	found 0 </dev/null
}

@test "a level of the configuration is a level" {
	goal </dev/null | sed 's/level: company/level: region/' >in.yaml
	found 1 <<-'E'
	in.yaml:3:8: error: level: 'region' is none of its words: company, team, individual, personal [F02]
	E
	echo 'levels: [company, region, team, individual]' >.goalfile.yaml
	found 0 </dev/null
}

@test "a configuration that is wrong says where and stops" {
	goal >in.yaml </dev/null
	echo 'rootz: [goals]' >.goalfile.yaml
	expect 2 alignmap check in.yaml
	grep -F ".goalfile.yaml:1:1: error: unknown key 'rootz' in the configuration: did you mean 'roots'? [F01]" "$out" "$err"
	echo 'format: 2' >.goalfile.yaml
	expect 2 alignmap check in.yaml
	grep -F 'made for a newer goalfile' "$out" "$err"
}

@test "positions are those of the file behind a pipe and after multi-byte text" {
	goal >in.yaml <<-'E'
	strategy: "Büros – 日本"
	x: 1
	"größe": 2
	E
	expect 1 "smartcheck check --through in.yaml 2>/dev/null | alignmap check"
	diff -u - <(grep -F "[F01]" "$out") <<-'E'
	in.yaml:9:1: error: unknown key 'x' in goal; a key of your own begins with x- [F01]
	in.yaml:10:1: error: unknown key 'größe' in goal; a key of your own begins with x- [F01]
	E
}
