# whyladder: the ladder shown and judged, and the conversation that writes it.
load helper

# climb ID [OPTION]...: answers from standard input, written
climb() { expect 0 whyladder climb "$@" --answers - -i; }
# talk ID [OPTION]...: what standard input types on a terminal
talk() { python3 "$GF_TOP/t/typed.py" whyladder climb "$@" >"$out"; }
# why ID: the rungs of a goal, one a line
why() { whyladder show "$1" -f jsonl --audience coach | jq -r '.rungs[]'; }

# bare: a goal without why and step, in bare.yaml
bare() {
	mkdir b && cd b && git init -q --template= .
	cat >bare.yaml <<-'E'
	goal: bare
	title: Win 9 clinics by 30 June 2026
	owner: ana
	due: 2026-06-30
	E
	cp bare.yaml orig.txt
}

@test "show draws the ladder with the whys it meets" {
	expect 0 whyladder show ana-q2 --audience coach
	same_out <<-'E'
	ana-q2
	    meets   ana/flat: Buy the flat in Kassel so that my mother can live with us
	    meets   acme/independent: We stay a company that belongs to the people who work in it, through acme-arr
	┌─┐ WHY     My mother is not alone any more
	├─┤ 2       The flat in Kassel
	├─┤ 1       The bonus of this half year is the deposit
	┴─┴ goal    Sign 11 new clinics in the south by 30 June 2026
	    step    Write to the two eye practices in Kassel, by 2026-05-18, 10 min
	E
	LC_ALL=C expect 0 whyladder show ana-q2 --audience coach
	no grep -P '[^\x00-\x7f]' "$out"
}

@test "who is no coach sees that there is a why, and not which" {
	judge jq
	expect 0 whyladder show ana-q2
	no grep -q 'mother\|flat' "$out"
	grep -q '^(kept private) 1 ladder; --audience coach shows it' "$out"
	expect 0 whyladder show ana-q2 -f jsonl
	[ "$(jq -c '[.rungs, .why, .private]' "$out")" = '[null,null,["rungs","why"]]' ]
}

@test "jsonl has the keys of the contract" {
	judge jq
	expect 1 whyladder -f jsonl --audience coach
	[ "$(jq -r 'keys_unsorted | join(" ")' "$out" | sort -u)" = 'goal rungs why step path line' ]
	[ "$(jq -r 'select(.goal == "ana-q2") | "\(.why)|\(.step.do)|\(.step.by)|\(.path):\(.line)"' "$out")" = \
	    'My mother is not alone any more|Write to the two eye practices in Kassel|2026-05-18|goals/ana.yaml:10' ]
}

@test "answers make the ladder and the step, word for word" {
	judge jq
	bare
	climb bare <<-'E'
	Hit "100 %": of quota #1
	Łódź – a flat
	- with a garden

	Draw the list
	tomorrow
	10
	E
	diff -u - bare.yaml <<-'E'
	goal: bare
	title: Win 9 clinics by 30 June 2026
	owner: ana
	due: 2026-06-30
	why:
	  - 'Hit "100 %": of quota #1'
	  - Łódź – a flat
	  - '- with a garden'
	first-step: {do: Draw the list, by: 2026-05-16, minutes: 10}
	E
	grep -q "^whyladder: 'bare' has 3 rungs and a first step until 2026-05-16 now" "$err"
	grep -q "^whyladder: whoever reads 'bare.yaml' can read the why" "$err"
}

@test "an answer that repeats an earlier rung ends the ladder" {
	judge jq
	for last in 'more time with the twins' 'More time, with twins!' 'MORE TIME WITH THE TWIN' \
	    'same' 'the same as before' $'Caf\u00e9 in Ł\u00f3dź' ''; do
		(
			bare
			printf '%s\n' 'More time with the twins' \
			    $'Cafe\u0301 in Ło\u0301dz\u0301' "$last" >a
			whyladder climb bare --answers a -i 2>/dev/null
			[ "$(why bare | wc -l)" -eq 2 ]
		) || { echo "goes on after '$last'"; return 1; }
		rm -rf b
	done
}

@test "a near match counts as different where nobody can be asked" {
	judge jq
	bare
	climb bare <<-'E'
	More time with the twins
	More evenings with the twins
	E
	[ "$(why bare | wc -l)" -eq 2 ]
}

@test "a climb goes on from the last rung, and --again starts anew" {
	judge jq
	climb ana-q2 <<-'E'
	I sleep again
	E
	diff -u - <(diff "$orig/goals/ana.yaml" goals/ana.yaml) <<-'E'
	36a37
	>   - I sleep again
	E
	climb ana-q2 --again <<-'E'
	One
	Two
	E
	[ "$(why ana-q2)" = $'One\nTwo' ]
	grep -A9 '^obstacles' goals/ana.yaml >/dev/null
	grep -q '  - {date: 2026-05-15, field: why, from: The bonus of this half year is the deposit / The flat in Kassel / My mother is not alone any more / I sleep again}' goals/ana.yaml
	expect 0 smartcheck check goals/ana.yaml -D F01=off -D F02=off
}

@test "a second step waits, and what follows the step, too" {
	climb ana-q2 <<-'E'

	Ask Ben
	today
	5
	draw a map
	E
	diff -u - <(diff "$orig/goals/ana.yaml" goals/ana.yaml) <<-'E'
	44a45,46
	>   - draw a map
	>   - Ask Ben
	E
}

@test "nothing is written when an answer cannot be understood" {
	bare
	expect 2 'printf "%s\n" A "" Walk someday 10 | whyladder climb bare --answers - -i'
	cmp bare.yaml orig.txt
	grep -q "the day of the step, 'someday', is none" "$err"
	expect 2 'printf "%s\n" A "" Walk today many | whyladder climb bare --answers - -i'
	cmp bare.yaml orig.txt
	expect 1 'printf "\n" | whyladder climb bare --answers - -i'
	cmp bare.yaml orig.txt
	grep -q 'nothing was answered' "$err"
	expect 2 whyladder climb bare --no-input
	grep -q -- '--answers FILE takes the answers' "$err"
	expect 2 setsid whyladder climb bare
	expect 2 whyladder climb bear --answers /dev/null
	grep -q "did you mean 'bare'" "$err"
}

@test "what cannot be read is never written over" {
	bare
	printf 'first-step: call Ed\n' >>bare.yaml
	cp bare.yaml orig.txt
	expect 2 'printf "%s\n" "A flat" "" Walk today 5 | whyladder climb bare --answers - -i'
	grep -q "'first-step' of 'bare' cannot be read; mend it, then climb" "$err"
	cmp bare.yaml orig.txt
	sed -i 's/^first-step:.*/first-step: ~ # none yet/' bare.yaml
	expect 0 'printf "%s\n" "" Walk today 5 | whyladder climb bare --answers - -i'
	grep -q '^first-step: .*do: Walk.* # none yet$' bare.yaml || grep -q 'do: Walk' bare.yaml
}

@test "a why that is an alias is refused before anybody is asked" {
	judge jq
	judge python3
	bare
	printf 'goal: a\ntitle: t\ntags: &t [x]\nwhy: *t\n' >a.yaml
	cp a.yaml a.txt
	printf '%s\n' X | expect 2 python3 "$GF_TOP/t/typed.py" whyladder climb a a.yaml
	no grep -q '^> ' "$out"
	cmp a.yaml a.txt
}

@test "on a terminal: other questions for a number, pay, an order, no idea" {
	judge jq
	judge python3
	bare
	printf '%s\n' '100 % of quota' 'the bonus' 'My boss wants it' "I don't know" \
	    'A flat' '' 'Call Ed' fri 10 '' 'proud' '' y | talk bare
	grep -q '^That is a number\|^A figure is' "$out"
	grep -q 'the money\|spend the first' "$out"
	grep -q 'Somebody wants it\|If nobody asked' "$out"
	grep -q '^Then from the other side' "$out"
	[ "$(grep -B1 '^> ' "$out" | grep -v '^> \|^--' | sort | uniq -d)" = '' ]
	diff -u - bare.yaml <<-'E'
	goal: bare
	title: Win 9 clinics by 30 June 2026
	owner: ana
	due: 2026-06-30
	why:
	  - 100 % of quota
	  - the bonus
	  - My boss wants it
	  - A flat
	meaning: proud
	first-step: {do: Call Ed, by: 2026-05-22, minutes: 10}
	E
}

@test "on a terminal: is that the same as rung 2, and are these two" {
	judge jq
	judge python3
	bare
	printf '%s\n' 'A flat and my own key' y n 'More time with the twins' \
	    'Some more time for the twins' n 'the time for my twins' y \
	    'Call Ed and write the list' 'Call Ed' today 5 '' y |
	    talk bare --brief
	grep -q "^Are these two answers, 'A flat' and 'my own key'?" "$out"
	grep -q "^Is that the same as rung 2, 'More time with the twins'?" "$out"
	grep -q "^Is that the same as rung 3" "$out"
	grep -q '^The WHY: Some more time for the twins' "$out"
	diff -u - bare.yaml <<-'E'
	goal: bare
	title: Win 9 clinics by 30 June 2026
	owner: ana
	due: 2026-06-30
	why:
	  - my own key
	  - More time with the twins
	  - Some more time for the twins
	first-step: {do: Call Ed, by: 2026-05-15, minutes: 5}
	later:
	  - Call Ed and write the list
	  - 'why: A flat'
	E
}

@test "on a terminal: Ctrl-D ends the ladder and keeps it, a no keeps nothing" {
	judge python3
	bare
	printf '%s\n' 'A flat' ^D '' y | talk bare --brief
	grep -q '^  - A flat' bare.yaml
	cp orig.txt bare.yaml
	printf '%s\n' 'A flat' '' '' n |
	    expect 1 python3 "$GF_TOP/t/typed.py" whyladder climb bare --brief
	cmp bare.yaml orig.txt
	grep -q 'nothing was written; what was answered, as lines for --answers' "$out"
	sed '1,/as lines for --answers/d' "$out" |
	    whyladder climb bare --answers - -i
	grep -q '^  - A flat' bare.yaml
}

@test "on a terminal: an interrupt at any question writes nothing and loses nothing" {
	judge python3
	bare
	all=('A flat' 'My own key' '' 'Call Ed' today 5 'a map' '' 'proud' 'sad')
	for ((k = 1; k < ${#all[@]}; k++)); do
		rc=0
		printf '%s\n' "${all[@]:0:k}" ^C | python3 "$GF_TOP/t/typed.py" \
		    -2 said whyladder climb bare -i >/dev/null || rc=$?
		[ "$rc" -eq 130 ]
		cmp bare.yaml orig.txt
		diff -u <(printf '%s\n' "${all[@]:0:k}") <(sed 1d said)
	done
	[ "$(find . -name '.goalfile-*' | wc -l)" -eq 0 ]
}

@test "while the person thinks, somebody else may write" {
	judge python3
	bare
	printf '%s\n' 'A flat' '^X whyladder climb bare --answers /dev/null -n; sed -i "s/9 clinics/8 clinics/" bare.yaml' \
	    '' '' y | talk bare --brief
	grep -q '8 clinics' bare.yaml
	grep -q '^  - A flat' bare.yaml
}

@test "in a pipe: goals on standard input, answers from the terminal" {
	judge python3
	bare
	whyladder show bare -f yaml >stream
	printf '%s\n' 'A flat' '' '' | python3 "$GF_TOP/t/typed.py" -0 stream \
	    -1 edited whyladder climb bare --brief - >/dev/null
	grep -q '^  - A flat' edited
	cmp bare.yaml orig.txt
	alignmap link bare bare - <edited >/dev/null 2>&1 || :
	expect 0 'whyladder check -a <edited'
	grep -q '^bare.yaml:1:1: note: .*\[Y06\]' "$out" || grep -q '^bare.yaml:' "$out"
}

@test "the why goes to the private half where something is private" {
	judge jq
	bare
	printf 'roots: [., coaching]\nprivate: [coaching/**]\n' >.goalfile.yaml
	expect 2 'printf "A flat\n" | whyladder climb bare --answers - -i'
	grep -q "'coaching/\*\*' of .goalfile.yaml is no directory here" "$err"
	mkdir coaching
	printf '%s\n' 'A flat' '' 'Call Ed' today 5 | whyladder climb bare --answers - -i 2>"$err"
	diff -u - coaching/bare.yaml <<-'E'
	goal: bare
	why:
	  - A flat
	E
	diff -u - <(diff orig.txt bare.yaml) <<-'E'
	4a5
	> first-step: {do: Call Ed, by: 2026-05-15, minutes: 5}
	E
	no grep -q 'flat' "$err"
	climb bare <<<'My own key'
	[ "$(why bare)" = $'A flat\nMy own key' ]
	# the old rungs are not told to those who may not read them
	climb bare --again <<<'Peace'
	[ "$(why bare)" = Peace ]
	no grep -q 'flat' bare.yaml
	grep -q '{date: 2026-05-15, field: why}' bare.yaml
	expect 0 smartcheck check .
}

@test "step shows the step, closes it, and asks for the next" {
	judge python3
	expect 0 whyladder step ana-q2
	grep -q 'step    Write to the two eye practices in Kassel' "$out"
	expect 2 whyladder step ana-q3
	grep -q "'ana-q3' has no first step; 'whyladder climb' asks for one" "$err"
	expect 2 whyladder step ana-q2 --learned x
	expect 0 whyladder step ana-q2 --done --learned 'They read: mail' -i
	grep -q "^first-step: {do: Write to the two eye practices in Kassel, by: 2026-05-18, minutes: 10, done: 2026-05-15, learned: [\"']They read: mail[\"']}" goals/ana.yaml
	diff_lines goals/ana.yaml 1
	printf '%s\n' 'Call Ed' fri 10 '' y | expect 0 python3 "$GF_TOP/t/typed.py" \
	    whyladder step ana-q2 --done
	grep -q '^first-step: {do: Call Ed, by: 2026-05-22, minutes: 10}' goals/ana.yaml
	grep -q "  - {date: 2026-05-15, field: first-step, from: Write to the two eye practices in Kassel, because: [\"']They read: mail[\"']}" goals/ana.yaml
}

@test "every check of whyladder speaks where it should, and only there" {
	judge jq
	is() {
		{
			printf '%s\n' "goal: g$1" "title: Win 9 clinics by 30 June 2026" \
			    "start: ${4:-2026-05-01}" "due: 2026-06-30"
			printf '%s\n' "$3"
		} >g.yaml
		expect 0 whyladder check -a --no-context -f jsonl g.yaml
		have=$(sed 's/.*"check":"\([^"]*\)".*/\1/' "$out" | grep '^Y' |
		    sort -u | tr '\n' ' ')
		[ "$have" = "${2:+$2 }" ] || {
			echo "wanted '$2', is '$have': $3"
			return 1
		}
	}
	step='first-step: {do: Call Ed, by: 2026-05-18, minutes: 5}'
	is 01 Y01 "why: [A bonus in July]"$'\n'"$step"
	is 01b '' "why: [A bonus in July, The deposit for the flat]"$'\n'"$step"
	is 02 Y02 "why: [A flat, More time with the twins, More time for twins]"$'\n'"$step"
	is 03 Y03 "why: [Be free, Have money, Be free]"$'\n'"$step"
	is 04 Y04 "why: [A flat, My own key]"$'\n'"$step" 2025-09-01
	is 04b '' "why: [A flat, My own key]"$'\n'"$step"$'\nchanges: [{date: 2026-04-01, field: why}]' 2025-09-01
	is 05 Y05 'first-step: {do: Call Ed, by: 2026-05-14}'
	is 05b '' 'first-step: {do: Call Ed, by: 2026-05-14, done: yes}'
	is 06 Y06 'why: [A flat, My own key]'
	is 06b Y06 $'why: [A flat, My own key]\nfirst-step: {do: Call Ed, by: 2026-05-14, done: 2026-05-14}'
	is 07 Y07 'first-step: {do: Call Ed and write the offer, by: 2026-05-18}'
	is 07b '' 'first-step: {do: Call Moss and Daughters, by: 2026-05-18}'
	is 08 Y08 'first-step: {do: Wait for the answer of the board, by: 2026-05-18}'
	is 08b Y08 $'control: {none: [the new price list]}\nfirst-step: {do: The new price list, by: 2026-05-18}'
	is 09 Y09 'first-step: {do: Call Ed}'
	is 10 Y10 'first-step: {do: "First draw the list, then call the names on it", by: 2026-05-18}'
}

@test "what is for the coach in a shared file is reported once something is private" {
	judge jq
	bare
	printf 'why: [A flat, My own key]\n' >>bare.yaml
	expect 0 whyladder check bare.yaml
	[ ! -s "$out" ]
	printf 'private: [coaching/**]\n' >.goalfile.yaml
	expect 0 whyladder check bare.yaml
	grep -q '^bare.yaml:5:6: warning: .*\[Y11\]' "$out"
}

@test "hostile answers are kept, and shown safely" {
	judge jq
	bare
	printf '%s\n' $'\u202ebad' '::error::x' '&anchor *alias !tag' '{a: [b' '' >a
	expect 0 whyladder climb bare --answers a -i
	[ "$(why bare | wc -l)" -eq 4 ]
	whyladder show bare -f jsonl --audience coach | jq -r '.rungs[]' | cmp - <(head -n 4 a)
	expect 0 whyladder show bare --audience coach
	no grep -aP '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\x{202e}' "$out"
	no grep -P '^(::|##\[)' "$out"
	printf 'A \033[31m red\n' >a
	expect 0 whyladder climb bare --answers a -i
	whyladder show bare -f jsonl --audience coach | jq -r '.rungs[4]' | cmp - a
	no grep -aq $'\033' bare.yaml
}

@test "a slip in a verb is told also where its place may hold an id" {
	printf 'goal: lots\ntitle: Lots\n' >lots.yaml
	for slip in 'whyladder cilmb: the verb .climb' 'cadence lgo lots: the verb .log' \
	    'obstacles lits: .lots., or the verb .list'; do
		expect 2 "${slip%%:*} lots.yaml"
		grep -q "^[a-z]*: no goal '[a-z]*': did you mean ${slip#*: }'?\$" "$err"
	done
	expect 2 cadence pace lgo lots.yaml
	no grep -q verb "$err"
}
