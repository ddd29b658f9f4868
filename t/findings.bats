# How findings reach a person, a program and an editor.
load helper

setup() {
	fresh
	mkdir -p "$HOME/w/goals" && cd "$HOME/w"
	cat >goals/north.yaml <<-'EOT'
	goal: north
	title: Win 30 clinics in Größe-日本 by 31 December 2026
	owner: Ana
	due: 2026-12-31
	measure: {metric: clinics won, unit: clinics, from: 0, to: 30, source: crm}
	supports: [suoth, nobody]
	duo: soon
	why: [TBD]
	obstacles: [{when: rain, then: call the hall}]
	---
	goal: south
	title: Renew 12 contracts
	owner: Ben
	due: 2026-02-30
	measure: {metric: contracts renewed, unit: contracts, from: 4, to: 12, source: crm}
	obstacles: [{when: rain, then: call the hall}]
	---
	goal: north
	title: Renew 14 contracts
	owner: Cem
	due: 2026-12-31
	measure: {metric: contracts renewed, unit: contracts, from: 4, to: 14, source: crm}
	obstacles: [{when: rain, then: call the hall}]
	EOT
	cat >clean.yaml <<-'EOT'
	goal: east
	title: Renew 14 contracts by 31 December 2026
	owner: Cem
	start: 2026-04-01
	due: 2026-12-31
	measure: {metric: contracts renewed, unit: contracts, from: 4, to: 14, source: crm}
	obstacles: [{when: rain, then: call the hall}]
	progress: [{date: 2026-05-11, value: 5}]
	---
	goal: south-east
	title: Renew 4 contracts by 30 November 2026
	owner: Dora
	start: 2026-04-01
	due: 2026-11-30
	measure: {metric: contracts renewed, unit: contracts, from: 0, to: 4, source: crm}
	supports: east
	why: [a bonus, a new roof]
	obstacles: [{when: rain, then: call the hall}]
	progress: [{date: 2026-05-11, value: 1}]
	EOT
}

# on_terminal CMD: what CMD says where a person sits, in $out
on_terminal() {
	local rc=0
	TERM=xterm script -qec "stty cols ${cols:-100}; $1" /dev/null </dev/null \
	    >"$out.tty" || rc=$?
	tr -d '\r' <"$out.tty" >"$out"
	echo "$rc"
}

@test "elsewhere than on a terminal a finding is one line" {
	expect 1 smartcheck goals
	same_out <<-'EOT'
	goals/north.yaml:6:12: error: no goal 'suoth': did you mean 'south'? [R02]
	goals/north.yaml:7:1: error: unknown key 'duo' in goal: did you mean 'due'? [F01]
	goals/north.yaml:8:7: error: a value still holds TBD, XX, N% or <...> (kept private; --audience coach shows it) [S09]
	goals/north.yaml:14:6: error: '2026-02-30': there is no such day in the calendar [T03]
	goals/north.yaml:18:1: error: 'north' is the id of two goals [X13]
	goals/north.yaml:1:1: note: first defined here [X13]
	EOT
	same_err </dev/null
	expect 1 smartcheck -f gnu goals
	mv "$out" gnu
	expect 1 smartcheck -f text goals
	same_out gnu
}

@test "on a terminal source, caret, question and sums are shown" {
	judge script
	[ "$(NO_COLOR=1 on_terminal 'smartcheck goals')" = 1 ]
	same_out <<-'EOT'
	goals/north.yaml:6:12: error: no goal 'suoth': did you mean 'south'? [R02]
	    6 | supports: [suoth, nobody]
	      |            ^~~~~
	  ask: what is the goal called that you had in mind?
	goals/north.yaml:7:1: error: unknown key 'duo' in goal: did you mean 'due'? [F01]
	    7 | duo: soon
	      | ^~~
	  ask: which key did you mean?
	goals/north.yaml:8:7: error: 'TBD' is a placeholder [S09]
	    8 | why: [TBD]
	      |       ^~~
	  ask: who can tell you what belongs in this place?
	goals/north.yaml:14:6: error: '2026-02-30': there is no such day in the calendar [T03]
	   14 | due: 2026-02-30
	      |      ^~~~~~~~~~
	  ask: what does your calendar say instead?
	goals/north.yaml:18:1: error: 'north' is the id of two goals [X13]
	   18 | goal: north
	      | ^~~~
	  ask: are these one goal or two?
	goals/north.yaml:1:1: note: first defined here [X13]
	    1 | goal: north
	      | ^~~~
	S 1, M 0, A 0, R 1, T 1, other 2: 5 errors in 3 goals
	1 error hidden; -a shows all
	EOT
}

@test "a clean plan is one line on a terminal, else nothing" {
	judge script
	[ "$(NO_COLOR=1 on_terminal 'smartcheck clean.yaml')" = 0 ]
	echo '2 goals, nothing to ask' | same_out
	expect 0 smartcheck clean.yaml
	same_out </dev/null
	expect 0 smartcheck -f jsonl clean.yaml
	same_out </dev/null
}

@test "colour on a terminal, when wanted" {
	judge script
	on_terminal 'smartcheck goals' >/dev/null
	grep -q $'^\033\[1mgoals/north.yaml:6:12: \033\[1;31merror: \033\[0mno goal' "$out"
	NO_COLOR=1 on_terminal 'smartcheck goals' >/dev/null
	run ! grep -q $'\033' "$out"
	expect 1 smartcheck --color=always goals
	grep -q $'\033\[1;31merror' "$out"
	on_terminal 'smartcheck --color=never goals' >/dev/null
	run ! grep -q $'\033' "$out"
}

@test "one finding a letter, all with -a" {
	expect 1 smartcheck goals
	[ "$(grep -c R02 "$out")" = 1 ]
	expect 1 smartcheck -a goals
	[ "$(grep -c R02 "$out")" = 2 ]
}

@test "levels: -D, the configuration, --allow-missing, --fail-on" {
	expect 1 smartcheck -D R02=warning -D F01=off -D X13=note goals
	grep -q 'warning: no goal .suoth' "$out"
	run ! grep -q -e F01 -e X13 "$out"
	printf 'checks: {R02: off, F01: note}\n' >.goalfile.yaml
	expect 1 smartcheck goals
	run ! grep -q -e R02 -e F01 "$out"
	expect 1 smartcheck -a goals
	grep -q 'note: unknown key' "$out"
	expect 1 smartcheck -a -D R02=error goals
	[ "$(grep -c 'error.*R02' "$out")" = 2 ]
	rm .goalfile.yaml
	expect 1 smartcheck -a --allow-missing goals
	[ "$(grep -c 'note: no goal.*R02' "$out")" = 2 ]
	sed -i '/^duo:/d; /^why:/d; s/-02-30/-12-31/' goals/north.yaml
	sed -i '0,/^goal: north/s//goal: west/' goals/north.yaml
	expect 0 smartcheck --allow-missing goals
	same_out </dev/null
	expect 1 smartcheck --allow-missing --fail-on note goals
	[ "$(grep -c 'note: no goal.*R02' "$out")" = 1 ]
	expect 0 smartcheck --fail-on never goals
}

@test "a draft is asked, not failed" {
	sed -i '/^duo:/d; s/-02-30/-12-31/' goals/north.yaml
	sed -i 's/^owner: .*/&\nstatus: draft/' goals/north.yaml
	expect 0 smartcheck goals
	grep -q 'warning: no goal .suoth' "$out"
	grep -q 'warning: .north. is the id' "$out"
	run ! grep -q S09 "$out"
	expect 0 smartcheck -a goals
	grep -q 'note: .*S09' "$out"
}

@test "jsonl: every line an object with every key" {
	judge jq
	expect 1 smartcheck -a -D W05=off -D W06=off -D T09=off -D M10=off \
	    -f jsonl goals
	[ "$(wc -l <"$out")" -ge 6 ]
	jq -se 'all(.[]; keys_unsorted == ["tool", "check", "letters",
	    "severity", "message", "question", "path", "start", "end", "goal",
	    "keypath", "fix", "related", "fingerprint", "suppressed",
	    "private"])' "$out"
	jq -se 'all(.[]; .tool == "smartcheck" and
	    (.severity | IN("error", "warning", "note")) and
	    (.letters | type == "array") and .suppressed == null and
	    (.fingerprint | test("^[0-9a-f]{16}$")) and
	    (.start | keys == ["byte", "column", "line"]) and
	    (.end | keys == ["byte", "column", "line"]) and
	    .end.byte >= .start.byte and .end.column >= .start.column)' "$out"
	jq -se 'map(select(.check == "R02")) | .[0].keypath == "supports[suoth].goal"
	    and .[0].letters == ["R"] and .[0].goal == "north"' "$out"
	jq -se 'map(select(.check == "X13"))[0].related[0] |
	    .path == "goals/north.yaml" and .start.line == 1 and
	    .message == "first defined here"' "$out"
	jq -se 'map(select(.check == "F01"))[0].fix | .safe == false and
	    .edits[0].text == "due"' "$out"
}

@test "jsonl: bytes and columns are those of the file" {
	judge jq
	printf '# head\n---\n' | cat - goals/north.yaml >x && mv x goals/north.yaml
	expect 1 smartcheck -a -D W05=off -D W06=off -D T09=off -D M10=off \
	    -f jsonl goals
	jq -r '"\(.start.byte) \(.end.byte) \(.start.line) \(.start.column)"' "$out" |
	while read -r from to line col; do
		head -c "$to" goals/north.yaml | tail -c +$((from + 1)) >span
		sed -n "${line}p" goals/north.yaml | LC_ALL=C cut -b "$col-" |
		    head -c $((to - from)) | cmp span - || exit 1
		[ -s span ] || exit 1
	done
	jq -re 'select(.check == "R02") | .start.byte' "$out" | head -n 1 >at
	[ "$(tail -c +$(($(cat at) + 1)) goals/north.yaml | head -c 5)" = suoth ]
}

@test "a fingerprint stays when lines move, and is one of its own" {
	judge jq
	expect 1 smartcheck -a -D W05=off -D W06=off -D T09=off -D M10=off \
	    -f jsonl goals
	jq -r '"\(.check) \(.keypath) \(.fingerprint)"' "$out" | sort >before
	sed -i '1i # a line' goals/north.yaml
	sed -i 's/^obstacles/# another\n&/' goals/north.yaml
	expect 1 smartcheck -a -D W05=off -D W06=off -D T09=off -D M10=off \
	    -f jsonl goals
	jq -r '"\(.check) \(.keypath) \(.fingerprint)"' "$out" | sort | diff -u before -
	[ "$(cut -d' ' -f3 before | sort -u | wc -l)" = "$(wc -l <before)" ]
}

@test "several formats in one run" {
	expect 1 smartcheck -f gnu -f jsonl=f.jsonl goals
	cp "$out" gnu
	expect 1 smartcheck -f jsonl goals
	cmp "$out" f.jsonl
	[ "$(wc -l <f.jsonl)" = "$(grep -vc first "$PWD/gnu")" ]
}

@test "limits cut text, never what programs read" {
	for i in {1..30}; do printf -- '---\ngoal: g%d\ntitle: x\nduo: 1\n' $i; done >goals/many.yaml
	expect 1 smartcheck --limit file-findings=3 goals/many.yaml
	[ "$(grep -c '^goals/many.yaml:[0-9]*:[0-9]*:' "$out")" = 3 ]
	tail -n 1 "$out" | grep -qE '^goals/many.yaml:1: note: and [0-9]+ more in this file \(--limit file-findings=N\)$'
	expect 1 smartcheck --limit run-findings=2 goals/many.yaml
	[ "$(grep -c '^goals/many.yaml:[0-9]*:[0-9]*:' "$out")" = 2 ]
	tail -n 1 "$out" | grep -qE '^smartcheck: note: and [0-9]+ more \(--limit run-findings=N\)$'
	expect 1 smartcheck --limit file-findings=1 -f jsonl goals/many.yaml
	[ "$(wc -l <"$out")" -ge 30 ]
}

@test "a field that is not for everybody keeps its value" {
	judge script
	expect 1 smartcheck -f jsonl goals
	run ! grep -q "'TBD'\|\[TBD\]" "$out"
	grep -q '"message":"a value still holds' "$out"
	expect 1 smartcheck --audience coach -f jsonl goals
	grep -q "'TBD' is a placeholder" "$out"
	NO_COLOR=1 on_terminal 'smartcheck --audience team goals' >/dev/null
	run ! grep -q "'TBD'\|  8 |" "$out"
	[ "$(grep -c 'audience coach' "$out")" = 1 ]
}

@test "threads find the same" {
	expect 1 smartcheck -a -j 1 "$orig"
	mv "$out" one
	expect 1 smartcheck -a -j 4 "$orig"
	same_out one
}

@test "what no goal has is asked once, with -a" {
	sed -i '/^obstacles/d' clean.yaml
	expect 0 smartcheck clean.yaml
	same_out </dev/null
	same_err </dev/null
	expect 0 smartcheck -a clean.yaml
	grep -q '^smartcheck: no goal here has .*an obstacle' "$err"
}

# poison: names and texts that would act on whoever shows them
poison() {
	mkdir -p p && cd p
	printf 'goal: a\ntitle: "\\e]0;owned\\a\\e[31mred \\x9b x \\u202e back \\0"\nduo: "\\r::error::x"\nsupports: ["::error::y", "a\\nb"]\n' >::error::x.yaml
	printf 'goal: "##[group]x"\ntitle: "\xe2\x80\xae raw"\nstatus: "##[error]"\n' >'##[error]y.yaml'
	printf 'goal: b\ntitle: x\nduo: 1\n' >$'new\n::error::line.yaml'
	printf 'goal: c\ntitle: x\nduo: 1\n' >$'esc\e]0;t\a.yaml'
	printf 'goal: d\ntitle: x\nduo: 1\n' >$'\xff.yaml'
	printf 'goal: e\ntitle: x\nduo: 1\n' >-n.yaml
	printf 'goal: f\ntitle: \x1b[31m\n' >raw.yaml
}

# clean FILE: nothing in it acts on a terminal or a build server
clean() {
	if LC_ALL=C grep -aPn '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]' "$1"; then
		return 1
	elif grep -an '^\(::\|##\[\)' "$1"; then
		return 1
	fi
}

@test "T-13: no output acts on a terminal or a build server" {
	judge script
	poison
	for args in '' -a '-f gnu' '-f jsonl' '-a -f text --audience coach'; do
		# shellcheck disable=SC2086 # words
		expect 2 smartcheck $args .
		[ -s "$out" ]
		clean "$out"
		clean "$err"
	done
	NO_COLOR=1 on_terminal 'smartcheck -a .' >/dev/null
	[ -s "$out" ]
	clean "$out"
	expect 2 smartcheck --pass .
	clean "$err"
}

@test "T-13: jsonl of the same is JSON" {
	judge python3
	judge jq
	poison
	expect 2 smartcheck -a -f jsonl .
	jq -se 'length > 8' "$out"
	python3 -c 'import json, sys
for line in open(sys.argv[1], "rb"): json.loads(line.decode("utf-8"))' "$out"
}

@test "T-13: a difference on a terminal acts on nobody, elsewhere it is exact" {
	judge script
	printf 'goal: top\ntitle: x\n---\ngoal: a\ntitle: x\n---\ngoal: b\ntitle: "\033]0;t\a\033[31m"\n' >f.yaml
	NO_COLOR=1 on_terminal 'alignmap link a top f.yaml' >/dev/null
	grep -q '^+supports: top$' "$out"
	grep -q 'x1b' "$out"
	clean "$out"
	expect 2 alignmap link a top f.yaml -n
	cp f.yaml before
	patch -s -p1 <"$out"
	mv f.yaml patched
	mv before f.yaml
	expect 2 alignmap link a top f.yaml -i
	cmp f.yaml patched
}

@test "columns are bytes, characters or UTF-16, in a file and in a buffer" {
	printf 'a: 1\n--- {goal: b, supports: [é🎯, zé], owner: é}\n' >u.yaml
	for unit in byte=34 character=30 utf-16=31; do
		for from in u.yaml '--stdin-filename u.yaml -'; do
			expect 1 smartcheck check -a --column-unit=${unit%=*} $from <u.yaml
			grep -qx "u.yaml:2:26: error: goal: 'é🎯' is no id .*" "$out"
			grep -qx "u.yaml:2:${unit#*=}: error: goal: 'zé' is no id .*: write z .F02." "$out"
		done
	done
	expect 2 smartcheck check --column-unit=utf16 u.yaml
	grep -q "did you mean 'utf-16'" "$err"
}
