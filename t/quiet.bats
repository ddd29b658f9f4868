# Findings that are known and meant: comments with a reason, and the baseline.
load helper

# doc TEXT...: lines of one goal to judge, each with \n
doc() { printf '%b' "$@" >g.yaml; }
# found WANTED...: what a check with -a says of it: LINE ID each
found() {
	local rc=0
	smartcheck check -a --fail-on never --no-context g.yaml >"$out" 2>"$err" || rc=$?
	[ "$rc" -eq 0 ] || return
	diff -u <(printf '%s\n' "$@" | grep . | sort) \
	    <(sed -n 's/^[^:]*:\([0-9]*\):.*\[\(.*\)\]$/\1 \2/p' "$out" | sort)
}

@test "a comment behind a key covers the key with all its value" {
	doc 'goal: a\ntitle: Win 24 customers by 30 June 2026\n' \
	    'measure: # smartcheck: ok M04 -- the scale is ours\n' \
	    '  metric: customers won\n  to: 24\n  unit: zorks 9\n' \
	    'guards:\n  - {metric: x, at-least: 3 blips}\nwhy: [x]\n'
	found ''
	sed -i 's/ok M04/ok M12/' g.yaml
	found '3 F06' '6 M04' || { cat "$out"; return 1; }
}

@test "alone above a key or an item it covers that, at the first key all" {
	doc 'goal: a\ntitle: Win 24 customers by 30 June 2026\ndue: 2026-06-30\n' \
	    'supports:\n  - b\n  # alignmap: ok R02 -- of the other repository\n' \
	    '  # a remark between\n  - c\nwhy: [x]\n'
	found '5 R02'
	doc '# smartcheck: ok R02 -- of the other repository\n' \
	    'goal: a\ntitle: Win 24 customers by 30 June 2026\ndue: 2026-06-30\n' \
	    'supports: [b, c]\nwhy: [x]\n'
	found ''
	doc 'goal: a # cadence: ok T01, M01 -- the day is not known yet\n' \
	    'title: Improve\nwhy: [x]\n'
	found '2 S01' || found ''
}

@test "a blank line, a scalar or nothing below keep it from anything" {
	doc 'goal: a\n# smartcheck: ok T01 -- not the first key\n' \
	    'title: Win 24 customers\nwhy: [x]\n' \
	    '# smartcheck: ok R02 -- nothing\n\nsupports: b\n' \
	    'strategy: |\n  # smartcheck: ok T01 -- only text\n' \
	    '  b # smartcheck: ok M01\n# smartcheck: ok R02 -- the end'
	found '1 T01' '2 F06' '5 F06' '7 R02' '11 F06'
}

@test "what is found is gone from every output, and jsonl says why" {
	doc 'goal: a # smartcheck: ok T01 until 2026-05-15 -- wait and see\n' \
	    'title: Win 24 customers\nwhy: [x]\n'
	expect 0 smartcheck check -a --no-context g.yaml
	no grep -q T01 "$out"
	expect 0 smartcheck check -f jsonl --no-context g.yaml
	grep -q '"check":"T01".*"suppressed":{"kind":"inSource","reason":"wait and see"}' "$out"
	expect 0 'smartcheck check --fail g.yaml | grep -c "^goal"; true'
	[ "$(cat "$out")" = 0 ]
	expect 1 smartcheck check --no-context --today 2026-05-16 g.yaml
	same_out <<-'EOT'
	g.yaml:1:1: error: no due, and no word of time in the title [T01]
	g.yaml:1:9: warning: the suppression ended on 2026-05-15 [F08]
	EOT
}

@test "without a reason, of no check, of no program: said at its place" {
	doc 'goal: a\n' \
	    'title: Win 24 customers # smartcheck: ok T01\n' \
	    'due: 2026-06-30 # smartchek: ok T01 -- x\n' \
	    'owner: ana # smartcheck: ok T91, Q77, C06, C08, W02 -- x\n' \
	    'start: 2026-01-01 # smartcheck: ok T01 until May -- x\n' \
	    'tags: [a] # smartcheck: ok -- x\n' \
	    'why: [x] # note: ok then -- x\n' \
	    'level: team # smartcheck: okay -- x\n'
	expect 0 'smartcheck check -a --no-context g.yaml 2>/dev/null | grep F07'
	same_out <<-'EOT'
	g.yaml:2:25: warning: the suppression gives no reason: add ' -- ' and why [F07]
	g.yaml:3:17: warning: no program 'smartchek': did you mean 'smartcheck'? [F07]
	g.yaml:4:29: warning: no check 'T91': did you mean 'T01'? [F07]
	g.yaml:4:34: warning: no check 'Q77' [F07]
	g.yaml:5:19: warning: 'until May' is no day: a date is written YYYY-MM-DD [F07]
	g.yaml:6:11: warning: the suppression names no check: write 'ok M01 -- why' [F07]
	EOT
}

@test "unused is said only of a check that was tried on that document" {
	doc 'goal: a # smartcheck: ok T01,L01,T05 -- x\n' \
	    'title: Win 24 customers by 30 June 2026\nstatus: done\n'
	found ''
	doc 'goal: a # smartcheck: ok T01,L01,T05 -- x\n' \
	    'title: Win 24 customers by 30 June 2026\nwhy: [x]\n'
	found '1 F06' '1 F06'
	expect 0 smartcheck check -a --no-context -D T01=off -D T05=off g.yaml
	[ ! -s "$out" ]
	expect 0 'alignmap check -a --no-context g.yaml | grep -c F06'
	[ "$(cat "$out")" = 1 ]
}

@test "a suppression travels with its document through a pipe" {
	doc 'goal: x\ntitle: Win 2 pilots by 30 June 2026\nwhy: [x]\n---\n' \
	    'goal: a\ntitle: Win 24 customers\n' \
	    'supports: b # smartcheck: ok R02 -- elsewhere\nwhy: [x]\n'
	expect 0 'smartcheck check --through g.yaml 2>/dev/null |
	    smartcheck check -a - 2>/dev/null | cut -d: -f1,2,4-'
	same_out <<-'EOT'
	g.yaml:5: error: no due, and no word of time in the title [T01]
	EOT
}

@test "ten thousand comments take no time" {
	{
		printf 'goal: a\ntitle: Win 24 customers\n'
		for _ in {1..10000}; do echo '# smartcheck: ok M01 -- x'; done
		printf 'why: [x]\ntags:\n'
		for _ in {1..10000}; do echo '- x # smartcheck: ok M01 -- x'; done
	} >g.yaml
	timeout 10 smartcheck check -a --fail-on never --no-context g.yaml >"$out" 2>"$err"
	grep -q F06 "$out"
}

@test "a baseline holds what was there, and says what is new" {
	expect 0 smartcheck check --baseline known --update-baseline goals
	[ ! -s "$out" ]
	grep -Ex "smartcheck: 'known' holds [0-9]+ findings: [0-9]+ new, 0 gone" "$err"
	[ "$(head -n 1 known)" = '# goalfile baseline 1' ]
	sed 1d known | LC_ALL=C sort -c
	expect 0 smartcheck check -a --fail-on note --baseline known goals
	[ ! -s "$out" ]
	sed -i 's/^title: Sign 11 new clinics in the south by.*/&, and 9 more/' goals/ana.yaml
	printf '%s\n' --- 'goal: fresh' 'title: Improve' >>goals/ana.yaml
	expect 1 smartcheck check --baseline known goals
	no grep -v ana.yaml "$out"
	grep -q 'goals/ana.yaml:.*\[M01\]' "$out"
	expect 0 'smartcheck check --baseline known -f jsonl goals | grep -c external'
	[ "$(cat "$out")" -gt 5 ]
}

@test "moving a goal changes nothing for the baseline, a second finding does" {
	smartcheck check --baseline known --update-baseline goals 2>"$err"
	cp known before
	sed -i '1s/^/# a line more\n/' goals/johan.yaml
	mv goals/johan.yaml goals/zoe.yaml
	expect 0 smartcheck check -a --fail-on note --baseline known goals
	[ ! -s "$out" ]
	expect 0 smartcheck check --baseline known --update-baseline goals
	cmp known before
}

@test "an entry that is no longer found is stale, and an update forgets it" {
	doc 'goal: a\ntitle: Improve\nwhy: [x]\n'
	smartcheck check --baseline known --update-baseline --no-context g.yaml 2>"$err"
	cp known before
	sed -i 's/Improve/Win 24 customers/' g.yaml
	expect 0 smartcheck check -a --baseline known --no-context g.yaml
	grep -Eq "^known:[0-9]+:1: note: M01 of 'a': 1 known, 0 found; .* \[F10\]$" "$out"
	expect 1 smartcheck check --fail-on note --baseline known --no-context g.yaml
	expect 0 smartcheck check -D F10=off -a --fail-on note --baseline known --no-context g.yaml
	expect 0 smartcheck check --baseline known --update-baseline --no-context g.yaml
	no grep -q M01 known
	grep -q T01 known
	grep -q ' 1 gone$\|, [0-9]* gone$' "$err"
}

@test "entries of what was not judged are neither stale nor taken out" {
	smartcheck check --baseline known --update-baseline goals 2>"$err"
	alignmap check --baseline known --update-baseline goals 2>"$err"
	cp known before
	expect 0 smartcheck check -a --fail-on note --baseline known goals/ana.yaml
	[ ! -s "$out" ]
	expect 0 smartcheck check --baseline known --update-baseline goals/ana.yaml
	cmp known before
	grep -q ' L[0-9][0-9] ' known
}

@test "a baseline that is none stops the check" {
	doc 'goal: a\ntitle: Improve\nwhy: [x]\n'
	bad() {
		printf '%b' "$1" >known
		expect 2 smartcheck check --baseline known g.yaml && grep -F "$2" "$err"
	}
	bad '' "known:1: this is no baseline: its first line is '# goalfile baseline 1'"
	bad '# goalfile baseline 2\n' 'known:1: this is no baseline'
	bad '# goalfile baseline 1\nx\n' 'known:2: a line begins with the number'
	bad '# goalfile baseline 1\n1 abc M01 a b # c\n' 'known:2: a line is COUNT'
	bad '# goalfile baseline 1\n1 0123456789abcdef M01 a b # c\n2 0123456789abcdef M01 a b # c\n' \
	    'known:3: line 2 says the same: take one out'
	rm known
	expect 2 smartcheck check --baseline known g.yaml
	same_err <<-'EOT'
	smartcheck: cannot read the baseline 'known': No such file or directory; --update-baseline writes it
	EOT
	expect 2 smartcheck check --update-baseline g.yaml
	same_err <<-'EOT'
	smartcheck: --update-baseline wants --baseline FILE
	EOT
}

@test "a baseline tells nobody what is private" {
	mkdir p && printf '%s\n' 'session: 2026-05-01' 'with: ana' \
	    'feeling: [secretword]' 'concerns: {secretword: x}' >p/s.yaml
	smartcheck check --audience coach --baseline known --update-baseline p 2>"$err" || :
	grep -q F02 known
	no grep -q secretword known
}
