# obstacles: ranked lists, watches, checks, what is written down and what comes
# out of it.
load helper

# plan: two goals of one unit and one of another, in goals.yaml
plan() {
	mkdir p && cd p && git init -q --template= .
	cat >goals.yaml <<-'E'
	---
	goal: north
	title: Win 40 accounts in the north by 30 June 2026
	owner: ana
	start: 2026-04-01
	due: 2026-06-30
	measure: {metric: accounts won, unit: accounts, from: 0, to: 40}
	obstacles:
	  - {id: freeze, when: a budget is frozen, then: offer July, likelihood: 50%, cost: 12}
	  - {id: rival, when: the rival calls, then: call the same day, likelihood: 1, cost: 30}
	  - {id: gone, when: it is over, then: rest, likelihood: 50%, cost: 4, status: passed}
	  - a worry
	progress: [{date: 2026-05-11, value: 20}]
	---
	goal: south
	title: Win 10 accounts in the south by 30 June 2026
	owner: ben
	start: 2026-04-01
	due: 2026-06-30
	measure: {metric: accounts won in the south, unit: accounts, from: 0, to: 10}
	obstacles:
	  - {id: slow, when: nobody answers, then: call, likelihood: 20%, cost: 5}
	  - {id: shy, when: I wait, then: dial, side: inner, likelihood: 80%, cost: 1}
	---
	goal: hours
	title: Cut the wait from 9 h to 5 h by 30 June 2026
	owner: ben
	start: 2026-04-01
	due: 2026-06-30
	measure: {metric: wait, unit: h, from: 9, to: 5}
	obstacles: [{id: ill, when: two are ill, then: ask lin, likelihood: 0.5, cost: 90 min}]
	E
}

# the values of some keys of jsonl, a line for each obstacle
keys() { jq -r "[$1] | map(tostring) | join(\" \")" "$out"; }

@test "the list is ranked by expected loss, with the share of its unit" {
	judge jq
	plan
	expect 0 obstacles list -f jsonl --audience coach
	keys '.goal, .obstacle, .likelihood, .cost, .loss, .unit, .share, .status' >have
	diff -u - have <<-'E'
	north freeze 0.5 12 6 accounts 0.555556 open
	north rival 0.1 30 3 accounts 0.833333 open
	south slow 0.2 5 1 accounts 0.925926 open
	south shy 0.8 1 0.8 accounts 1 open
	hours ill 0.5 1.5 0.75 h 1 open
	north gone 0.5 4 null accounts null passed
	north 4 null null null accounts null open
	E
}

@test "jsonl has exactly the keys of the contract" {
	judge jq
	plan
	expect 0 obstacles list -f jsonl
	[ "$(jq -r 'keys_unsorted | join(" ")' "$out" | sort -u | head -n 1)" = \
	    'goal obstacle when then likelihood cost loss unit share status due path line' ]
	[ "$(jq -r 'select(.obstacle == "freeze") | "\(.path):\(.line)"' "$out")" = \
	    "goals.yaml:$(grep -n 'id: freeze' goals.yaml | cut -d: -f1)" ]
}

@test "what is inner is kept private, and said" {
	plan
	expect 0 obstacles list
	run ! grep -q 'shy\|dial' "$out"
	grep -q '^(kept private) 1 obstacle; --audience coach shows it' "$out"
	for f in jsonl csv md; do
		expect 0 obstacles list -f $f
		run ! grep -q 'shy\|dial\|I wait' "$out"
		grep -q private "$out"
	done
	expect 0 obstacles list --audience coach
	grep -q south/shy "$out"
}

@test "days cost what each of them would have had to bring" {
	judge jq
	plan
	# 32 working days are left after 15 May and 20 accounts are missing
	sed -i 's/cost: 12/cost: 4 days/' goals.yaml
	expect 0 obstacles list north -f jsonl
	[ "$(jq -r 'select(.obstacle == "freeze") | .cost' "$out")" = 2.5 ]
	[ "$(jq -r 'select(.obstacle == "freeze") | .loss' "$out")" = 1.25 ]
	# a goal that is measured in time takes it as it is
	expect 0 obstacles list hours -f jsonl
	[ "$(keys '.cost, .loss')" = '1.5 0.75' ]
	# after the last day nothing is left to need
	expect 0 obstacles list north -f jsonl --today 2026-07-01
	[ "$(jq -r 'select(.obstacle == "freeze") | .cost' "$out")" = null ]
}

@test "a cost in another unit is not converted" {
	judge jq
	plan
	sed -i 's/cost: 12/cost: 12 EUR/' goals.yaml
	expect 0 obstacles list north -f jsonl
	[ "$(jq -r 'select(.obstacle == "freeze") | .loss' "$out")" = null ]
	expect 0 obstacles list north
	grep -q '^2 obstacles say no likelihood or no cost' "$out"
}

@test "a list by owner, team or status" {
	expect 0 obstacles list --by team goals/ben.yaml goals/kenji.yaml
	[ "$(awk 'NF && $1 ~ /^(sales|engineering)$/ { print $1 }' "$out" | uniq)" = \
	    $'sales\nengineering' ]
	expect 2 obstacles list --by ower
	grep -q "did you mean 'owner'" "$err"
	plan
	expect 0 obstacles list --by status
	[ "$(awk '$1 ~ /^(open|passed)$/ { print $1 }' "$out" | uniq | tail -n 1)" = passed ]
	expect 0 obstacles list --by owner -f md
	grep -q '^| owner | loss ' "$out"
}

@test "the table and the grid fit the terminal" {
	judge python3
	for w in 40 60 80 120; do
		for how in '' --grid '--by owner'; do
			TERM=xterm NO_COLOR=1 script -qec "stty cols $w
			    obstacles list $how goals/ 2>/dev/null" /dev/null \
			    </dev/null | tr -d '\r' >"$out" || :
			[ "$(wc -l <"$out")" -gt 5 ]
			wide=$(python3 -c 'import sys, unicodedata as u
print(max(sum(2 if u.east_asian_width(c) in "WF" else 1 for c in l.rstrip("\n")) for l in open(sys.argv[1])))' "$out")
			echo "$w $how: $wide"
			[ "$wide" -le "$w" ]
		done
	done
}

@test "the grid puts likely and costly apart" {
	plan
	expect 0 obstacles list --grid
	same_out <<-'E'
	how likely (down) and what it costs of the way of its goal (across)
	               under 5 %  5 to 9 %  10 to 24 %  25 % and more
	80 % and more  ·          ·         ·           ·
	60 to 79 %     ·          ·         ·           ·
	40 to 59 %     ·          ·         ·           1 4
	20 to 39 %     ·          ·         ·           3
	under 20 %     ·          ·         ·           2

	1 north/freeze: a budget is frozen
	2 north/rival: the rival calls
	3 south/slow: nobody answers
	4 hours/ill: two are ill
	1 obstacle says no likelihood or no cost in the unit of the goal
	(kept private) 1 obstacle; --audience coach shows it
	E
}

@test "the grid is for people alone" {
	expect 2 obstacles list --grid -f jsonl
	grep -q -- '--grid is drawn for people: leave -f out' "$err"
}

@test "a watch that is true today is listed as due, and stops a build" {
	judge jq
	plan
	expect 0 obstacles list --due
	sed -i 's/cost: 12}/cost: 12, watch: accounts won < 25}/
	    s/cost: 30}/cost: 30, watch: north >= 21}/' goals.yaml
	expect 1 obstacles list --due -f jsonl
	[ "$(keys '.obstacle, .due')" = 'freeze true' ]
	expect 0 obstacles list -f jsonl
	[ "$(jq -r 'select(.obstacle == "rival") | .due' "$out")" = false ]
	expect 0 obstacles list
	grep -q 'north/freeze *due ' "$out"
	# nobody is asked about a goal that is paused
	sed -i 's/^owner: ana/&\nstatus: paused/' goals.yaml
	expect 0 obstacles list --due
	sed -i '/^status: paused/d' goals.yaml
	# readings of days to come are not looked at
	expect 0 obstacles list --due --today 2026-05-10
}

@test "the documents with a due watch go on, and keep their places" {
	plan
	sed -i 's/cost: 12}/cost: 12, watch: north < 25}/' goals.yaml
	expect 0 'obstacles list --due -f yaml goals.yaml | alignmap tree -f jsonl'
	grep -q '"goal":"north".*"path":"goals.yaml","line":2' "$out"
	[ "$(wc -l <"$out")" = 1 ]
	expect 0 'obstacles list --due -f yaml --today 2026-05-01 goals.yaml'
	[ "$(cat "$out")" = '# end 0' ]
}

@test "names of watches: an id, else one metric of the owner, else one of all" {
	plan
	cat >>goals.yaml <<-'E'
	---
	goal: calls
	title: Make 90 calls by 30 June 2026
	owner: ben
	start: 2026-04-01
	due: 2026-06-30
	measure: {metric: Accounts won, unit: calls, from: 0, to: 90}
	progress: [{date: 2026-05-12, value: 7}]
	obstacles: [{id: w, when: few calls, then: call, watch: "accounts won < 8"}]
	E
	expect 1 obstacles check -a goals.yaml
	grep -q "^goals.yaml:[0-9]*:[0-9]*: warning: this is so since the reading of 'calls': 7 \[O09\]" "$out"
	sed -i 's/^owner: ben/owner: lin/; s/cost: 12}/cost: 12, watch: nobody < 8}/
	    s/cost: 30}/cost: 30, watch: north is low}/' goals.yaml
	sed -i 's/cost: 5}/cost: 5, watch: north < 5 EUR}/' goals.yaml
	expect 1 obstacles check -a goals.yaml
	[ "$(grep -c '\[O10\]' "$out")" = 3 ]
	grep -q "'nobody' is no goal, and no goal measures it \[O10\]" "$out"
	grep -q "'north is low' is no watch" "$out"
	grep -q "'5 EUR' is not in the unit of that goal" "$out"
}

@test "every check of obstacles speaks where it should, and only there" {
	cat >person.yaml <<-'E'
	person: johan
	name: Johan
	until: 2026-04-30
	E
	head() {
		printf '%s\n' "goal: g$1" "title: Win 9 clinics by 30 June 2026" \
		    "owner: ana" "start: ${2:-2026-05-01}" "due: 2026-06-30" \
		    "measure: {metric: clinics won, unit: clinics, from: 0, to: 9}" \
		    "progress: [{date: 2026-05-12, value: 7}]" obstacles:
	}
	is() {
		head "$1" "${4:-}" >g.yaml && printf '%s\n' "$3" >>g.yaml
		expect 0 obstacles check -a --no-context -f jsonl g.yaml person.yaml
		have=$(sed 's/.*"check":"\([^"]*\)".*/\1/' "$out" | grep '^O' |
		    sort -u | tr '\n' ' ')
		[ "$have" = "${2:+$2 }" ] || {
			echo "wanted '$2', is '$have': $3"
			return 1
		}
	}
	is 01 O01 '- {when: if the demo fails, then: call}'
	is 01b '' '- {when: the demo fails, then: call}'
	is 02 O02 '- {when: rain, then: Call the owner and write a new offer}'
	is 02b '' '- {when: rain, then: Call Moss and Daughters}'
	is 02c '' '- {when: rain, then: Send the price and the date}'
	is 03 O03 '- {when: rain, then: call, control: none, side: inner}'
	is 04 O04 '- {when: rain, then: call, side: outer}'
	is 04b '' '- {when: rain, then: call, side: outer}
- {when: fear, then: call, side: inner}'
	is 05 O05 '- {when: rain, then: call, likelihood: 2}'
	is 06 O06 '- {when: rain, then: call}' 2026-03-01
	is 06b '' '- {when: rain, then: call, hits: [{date: 2026-05-02, plan: used}]}' 2026-03-01
	is 07 O07 '- {when: rain, then: call, owner: johan}'
	is 08 O08 '- {when: rain, then: call, hits: [{date: 2026-05-04, plan: not}]}'
	is 08b O08 '- {when: rain, then: call, status: hit}'
	is 08c '' '- {when: rain, then: call, hits: [{date: 2026-05-04, plan: other}]}'
	is 09 O09 '- {when: rain, then: call, watch: g09 < 8}'
	is 10 O10 '- {when: rain, then: call, watch: calls too low}'
	is 11 '' '- {when: if it rains, then: a and call, status: retired, likelihood: 3}'
}

@test "a finding behind a pipe stands where the file has it" {
	expect 0 'smartcheck --fail goals/ 2>/dev/null | obstacles check -a 2>/dev/null | grep O02'
	[ -s "$out" ]
	while IFS=: read -r f line _; do
		sed -n "${line}p" "$f" | grep -q ' and '
	done <"$out"
}

@test "obstacles and whyladder report the checks that are theirs, and no other" {
	ids() { "$1" --list-checks | sed 's/ .*//' | grep -v '^F\|^yaml' | tr '\n' ' '; }
	[ "$(ids obstacles)" = 'O01 O02 O03 O04 O05 O06 O07 O08 O09 O10 W02 W03 W04 ' ]
	[ "$(ids whyladder)" = 'Y01 Y02 Y03 Y04 Y05 Y06 Y07 Y08 Y09 Y10 Y11 R06 W01 W06 ' ]
	printf 'goal: g\ntitle: t\nobstacles: [{when: rain, then: be more careful}]\nwhy: [the boss wants it, A flat]\n' >g.yaml
	expect 0 obstacles check --no-context g.yaml
	grep -q '\[W04\]' "$out"
	expect 0 whyladder check -a --no-context g.yaml --audience coach
	grep -q '\[R06\]' "$out"
}

@test "the audit of a plan runs through all programs, and places stay true" {
	smartcheck -f gnu -a goals/ >one 2>/dev/null || [ $? -eq 1 ]
	whyladder check -f gnu -a goals/ >two 2>/dev/null || [ $? -eq 1 ]
	obstacles check -f gnu -a goals/ >three 2>/dev/null || [ $? -eq 1 ]
	expect 1 'smartcheck check --through goals/ 2>/dev/null |
	    alignmap check --through 2>/dev/null |
	    whyladder check -a -f gnu=why --through 2>/dev/null |
	    obstacles check -a -f gnu=obst --through 2>/dev/null | cadence pace'
	diff -u two why
	diff -u three obst
	[ -s why ] && [ -s obst ]
	# behind an edit that stands above it, too
	expect 1 'obstacles add ana-q2 --when x --then y goals/ana.yaml 2>/dev/null |
	    whyladder check -a -f gnu'
	diff -u <(grep '^goals/ana.yaml' two | grep -v F0) <(grep -v F0 "$out")
}

@test "what is due goes on to the pace" {
	plan
	sed -i 's/cost: 12}/cost: 12, watch: north < 25}/' goals.yaml
	agree 'obstacles list --due -f yaml goals.yaml 2>/dev/null | cadence pace -f jsonl' \
	    'cadence pace --where goal=north -f jsonl goals.yaml'
}

@test "hostile text is shown, never obeyed" {
	cat >h.yaml <<-'E'
	goal: h
	title: "\e]0;x\aWin 9 by 30 June 2026"
	due: 2026-06-30
	measure: {metric: m, unit: "=cmd|' /c'", from: 0, to: 9}
	obstacles:
	  - {id: a, when: "::error::\e[31m\u202e`x` | y", then: "=1+1\n::set-output", likelihood: 1, cost: 3}
	E
	for f in text jsonl csv md; do
		expect 0 obstacles list -f $f h.yaml
		no grep -aP '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]' "$out"
		no grep -P '^(::|##\[)|\x{202e}' "$out"
	done
	expect 0 obstacles list -f csv h.yaml
	grep -q "'=1+1" "$out"
	full obstacles list h.yaml
}
