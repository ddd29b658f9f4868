# What cadence check finds: promises, meetings and routines of today, and with
# --since what was moved between two states of git.
load helper

# plan LINE...: a repository of its own with one commit
plan() {
	mkdir -p "$HOME/p" && cd "$HOME/p" && git init -q --template= . 2>/dev/null
	printf '%s\n' "$@" >plan.yaml
	git add -A && git commit -q --allow-empty -m one
}
goal() {
	plan 'goal: a' 'title: Sign clinics' 'owner: ana' 'measure: {metric: clinics signed, unit: clinics, from: 0, to: 30}' \
	    'start: 2026-04-01' 'due: 2026-06-30' 'effort: 4 h' 'progress: [{date: 2026-05-08, value: 5}]' "$@"
}
# found [ID...]: these and no other of C, since the commit before
found() {
	local rc=0
	cadence check plan.yaml --since HEAD -a >"$out" 2>"$err" || rc=$?
	[ "$rc" -le 1 ]
	cat "$out" "$err" | sed -n 's/.*\[\(C[0-9]*\)\]$/\1/p' | sort |
	    diff -u --label wanted --label found <([ $# -eq 0 ] || printf '%s\n' "$@") -
}
entry() { printf 'changes: [{date: %s, letter: %s, field: %s, from: %s, to: %s, because: x}]\n' "$@"; }

@test "a target that moved without a word is an error, and one with a word is not" {
	goal
	found
	sed -i 's/to: 30/to: 24/' plan.yaml
	found C08
	echo "plan.yaml:4:63: error: measure.to was 30 and is 24, and changes does not say so [C08]" | same_out
	entry 2026-05-15 M measure.to 30 24 >>plan.yaml
	found
	sed -i 's/to: 24, because/to: 25, because/' plan.yaml
	found C08
	sed -i 's/to: 25, because/to: 24, because/; s/field: measure.to/field: due/' plan.yaml
	found C08
	# the same entry, committed before, explains nothing anew
	goal "$(entry 2026-05-01 M to 40 24)"
	sed -i '0,/to: 30/s//to: 24/' plan.yaml
	found C08
}

@test "due, baseline and measure are goalposts, too" {
	for e in 's/due: .*/due: 2026-07-15/' 's/from: 0/from: 2/' 's/metric: clinics signed/metric: letters of intent/' \
	    's/unit: clinics/unit: doors/' 's/to: 30/at-least: 30/'; do
		goal
		sed -i "$e" plan.yaml
		cadence check plan.yaml --since HEAD -a >"$out" 2>/dev/null || :
		grep -q 'C08' "$out"
	done
}

@test "order, spelling of numbers, defaults and comments do not count" {
	goal
	printf '%s\n' 'goal: a' 'progress:' '- value: 5.0   # five' '  date: 2026-05-08' 'due: 2026-Q2' 'effort: 240 min' \
	    'start: "2026-04-01"' 'measure:' '  to: "30"' '  from: 0' '  metric: "clinics signed"' '  unit: clinics' \
	    'title: Sign clinics' 'owner: ana' >plan.yaml
	found
	printf '%s\n' 'defaults: {owner: ana, measure: {unit: clinics, from: 0}, due: 2026-06-30, start: 2026-04-01}' --- \
	    'goal: a' 'title: Sign clinics' 'measure: {metric: clinics signed, to: 30}' 'effort: 4 h' \
	    'progress: [{date: 2026-05-08, value: 5}]' >plan.yaml
	found
}

@test "a goal that was renamed is followed" {
	goal
	sed -i 's/goal: a/goal: b/; s/to: 30/to: 24/' plan.yaml
	found C12
	echo 'was: a' >>plan.yaml
	found C08
}

@test "two letters at once are an error, one after the other they are not" {
	goal
	sed -i 's/to: 30/to: 24/; s/effort: 4 h/effort: 8 h/' plan.yaml
	found C08 C09
	printf '%s\n' 'changes:' '- {date: 2026-05-14, letter: M, field: measure.to, from: 30, to: 24}' \
	    '- {date: 2026-05-14, letter: A, field: effort, from: 4 h, to: 8 h}' >>plan.yaml
	found C09
	sed -i '$s/14/15/' plan.yaml
	found
	# a title that follows its field is no second letter
	goal
	sed -i 's/to: 30/to: 24/; s/Sign clinics/Sign 24 clinics/' plan.yaml
	entry 2026-05-15 M measure.to 30 24 >>plan.yaml
	found
}

@test "a target that got easier in its last seven days" {
	for d in 2026-06-24:C10 2026-06-23: 2026-07-03:C10; do
		goal
		sed -i 's/to: 30/to: 24/' plan.yaml
		entry "${d%:*}" M measure.to 30 24 >>plan.yaml
		found ${d#*:}
	done
	goal	# harder is no lowering
	sed -i 's/to: 30/to: 36/' plan.yaml
	entry 2026-06-29 M measure.to 30 36 >>plan.yaml
	found
	goal
	sed -i 's/from: 0, to: 30/from: 40, to: 30/' plan.yaml
	git commit -qam falling
	sed -i 's/to: 30/to: 35/' plan.yaml
	entry 2026-06-29 M measure.to 30 35 >>plan.yaml
	found C10
}

@test "a reading that was rewritten or taken out" {
	goal
	sed -i 's/value: 5/value: 7/' plan.yaml
	found C11
	grep -q "the reading 5 of 2026-05-08 is not there any more" "$out"
	sed -i '/progress/d' plan.yaml
	found C11
	# appended, corrected, or moved into a log of its own: nothing is lost
	sed -i '$a progress: [{date: 2026-05-08, value: 5}, {date: 2026-05-08, value: 7, corrects: yes}]' plan.yaml
	found
	sed -i '/progress/d' plan.yaml
	printf '%s\n' --- 'log: crm' 'readings: [{goal: a, date: 2026-05-08, value: 5}]' >>plan.yaml
	found
}

@test "a closed goal that changed, an open one that is gone, a draft" {
	goal 'status: done' 'close: {date: 2026-05-10, score: 1, verdict: achieved}'
	found
	sed -i 's/to: 30/to: 24/' plan.yaml
	found C07
	goal --- 'goal: b' 'title: Another one'
	sed -i '/^---/,$d' plan.yaml
	found C12
	cat "$out" "$err" | grep -q "the open goal 'b' of plan.yaml is not there any more"
	goal 'status: draft'
	sed -i 's/to: 30/to: 24/' plan.yaml
	found
}

@test "a goal without a measure is what its title states" {
	plan 'goal: a' 'title: Sign 30 clinics by 30 June 2026'
	sed -i 's/30 clinics/24 clinics/' plan.yaml
	found C08
	cat "$out" "$err" | grep -q 'the title states another target than before'
	# an entry says so, about the title or about what it stands for
	for f in title measure.to; do
		plan 'goal: a' 'title: Sign 30 clinics by 30 June 2026'
		sed -i 's/30 clinics/24 clinics/' plan.yaml
		entry 2026-05-15 M $f 30 24 >>plan.yaml
		found
	done
	# the day, what is counted, where it began; the same said otherwise is the same
	plan 'goal: a' 'title: Grow signed clinics from 12 to 30 by 30 June 2026'
	sed -i 's/by 30 June 2026/by 15 July 2026/' plan.yaml
	found C08
	cat "$out" "$err" | grep -q 'the title states another date than before.* \[C08\]'
	sed -i 's/by .*/by 30 June 2026/; s/clinics/brochures/' plan.yaml
	sed -i 's/from 12/from 20/' plan.yaml
	found C08
	cat "$out" "$err" | grep -q 'the title states another baseline than before'
	plan 'goal: a' 'title: Sign 30 clinics by 30 June 2026'
	sed -i 's/clinics/letters of intent/' plan.yaml
	found C08
	cat "$out" "$err" | grep -q 'the title states another measure than before'
	sed -i 's/30 letters.*/30 new clinics in the south until the end of June 2026/' plan.yaml
	found
	# two of the letters in one title
	sed -i 's/title: .*/title: Sign 24 clinics by 15 July 2026/' plan.yaml
	cadence check plan.yaml --since HEAD -a >"$out" 2>/dev/null || :
	grep -q 'title (M) and title (T) were changed at once \[C09\]' "$out"
	# in its last seven days, from where it began or by what it does
	for was in 'Grow clinics from 12 to 30' 'Sign 30 clinics' 'At least 30 clinics' 'Cut open tickets to 24'; do
		plan 'goal: a' "title: $was by 20 May 2026"
		sed -i 's/30/X/; s/24/30/; s/X/24/' plan.yaml
		found C08 C10
		cat "$out" "$err" | grep -q 'title was made easier when 5 days were left'
		git checkout -q . && sed -i 's/30/40/; s/24/20/' plan.yaml
		found C08
	done
	# what has the fields is not read by its title
	goal
	sed -i 's/Sign clinics/Sign 30 clinics by 15 July 2026/' plan.yaml
	found
}

@test "a revision that is not there is said" {
	goal
	expect 2 cadence check plan.yaml --since nowhere
	[ -s "$err" ]
	# without --since nothing is compared
	sed -i 's/to: 30/to: 24/' plan.yaml
	expect 0 cadence check plan.yaml
}

# says TODAY [ID...]: what is found without git
says() {
	local rc=0 day=$1
	shift
	cadence check -a --today "$day" plan.yaml >"$out" 2>"$err" || rc=$?
	[ "$rc" -le 1 ]
	sed -n 's/.*\[\(C[0-9]*\)\]$/\1/p' "$out" | sort |
	    diff -u --label wanted --label found <([ $# -eq 0 ] || printf '%s\n' "$@") -
}

@test "a promise whose day has passed" {
	plan 'person: ana' --- 'session: 2026-05-08' 'with: ana' 'next: 2026-06-01' \
	    'commitments: [{what: a, by: 2026-05-15}, {what: b, by: 2026-05-14, state: kept}]'
	says 2026-05-15
	says 2026-05-16 C01
	expect 0 cadence check --today 2026-05-16 plan.yaml --audience coach
	echo "plan.yaml:6:15: warning: 'ana' promised 'a' until 2026-05-15, and nobody says what became of it [C01]" | same_out
}

@test "a meeting that did not take place, and one that nobody set" {
	plan 'person: ana' 'coach: dora' 'one-on-one: {every: week, since: 2026-05-08}' --- 'session: 2026-05-08' 'with: ana' \
	    --- 'person: dora'
	says 2026-05-15
	says 2026-05-16 C02
	printf -- '---\nsession: 2026-05-14\nwith: ana\n' >>plan.yaml
	says 2026-05-16
	plan 'person: ana' 'coach: dora' --- 'session: 2026-05-08' 'with: ana' --- 'person: dora'
	says 2026-05-16 C03
	echo 'next: 2026-05-20' >next && sed -i '/^with/r next' plan.yaml
	says 2026-05-16
}

@test "blocks above capacity, goals without one, and people without a coach" {
	plan 'person: ana' 'coach: dora' 'capacity: 5 h' --- 'person: dora' --- 'goal: a' 'title: A' 'owner: ana' \
	    'routine: [{do: calls, every: workday, minutes: 60}]'
	says 2026-05-16		# 5 times an hour is 5 h
	sed -i 's/minutes: 60/minutes: 61/' plan.yaml
	says 2026-05-16 C04
	printf '%s\n' --- 'goal: b' 'title: B' 'owner: ana' --- 'goal: c' 'title: C' 'owner: dora' >>plan.yaml
	says 2026-05-16 C04 C05 C13
}

@test "confidence far from the pace, and a change behind the yes" {
	# 10 of 20 working days from 4 to 29 May are gone on the 15th
	plan 'goal: a' 'title: A' 'owner: ana' 'measure: {from: 0, to: 20}' 'start: 2026-05-04' 'due: 2026-05-29' \
	    'progress: [{date: 2026-05-15, value: 4}]' 'confidence: 8'
	says 2026-05-15 C06	# 4 of 10 is 4 points, 8 are 4 above
	sed -i 's/confidence: 8/confidence: 7/' plan.yaml
	says 2026-05-15
	sed -i 's/confidence: 7/agreed: {by: ana, date: 2026-05-04}\nchanges: {date: 2026-05-05, letter: T, field: due}/' plan.yaml
	says 2026-05-15 C14
	sed -i 's/05-05/05-04/' plan.yaml
	says 2026-05-15
}

@test "goals that share an id are each compared with the one of their own file" {
	goal
	sed 's/to: 30/to: 12/; s/owner: ana/owner: ben/' plan.yaml >other.yaml
	git add -A && git commit -q -m two
	for f in plan.yaml other.yaml .; do
		cadence check $f --since HEAD -a >"$out" 2>"$err" || [ $? -eq 1 ]
		no grep 'C0[89]' "$out"
	done
	sed -i 's/to: 12/to: 11/' other.yaml
	cadence check --since HEAD -a >"$out" 2>"$err" || [ $? -eq 1 ]
	grep -c C08 "$out" | grep -qx 1
	grep -q 'other.yaml:4:63: error: measure.to was 12 and is 11' "$out"
}
