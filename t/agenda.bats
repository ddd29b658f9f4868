# The page for a meeting, and the session that it begins.
load helper

# page ARG...: the agenda of ana without what is wrong with her other goals
page() { expect 0 cadence agenda ana people/ sessions/ goals/company.yaml goals/sales.yaml goals/a.yaml "$@"; }
# goals LINE...: instead of hers
goals() { rm goals/ana.yaml && printf '%s\n' "$@" >goals/a.yaml; }
# part HEAD: what stands below a heading
part() { awk -v h="## $1" '$0 == h { on = 1; next } /^## /{ on = 0 } on && NF' "$out"; }

@test "the page begins with the WHY of both, and goes through to the next date" {
	goals 'goal: a' 'title: Sign 10 *new* clinics' 'owner: ana' 'measure: {unit: clinics, from: 0, to: 10}' \
	    'start: 2026-05-01' 'due: 2026-05-31' 'serves: ana/flat' 'supports: sales-q2' \
	    'first-step: {do: Ring Fulda, by: 2026-05-14}' 'progress: [{date: 2026-05-15, value: 2}]'
	page
	# worked are 4 to 8, 11 to 13, 15, 18 to 22, 26 to 29 May: 18 days, and 2
	# of 10 are expected on the third, the 6th; from there it is 6 to the 15th
	same_out <<-'END'
		# 1:1 with Ana Ruiz, Friday 2026-05-15, 10:00

		30 minutes, held by Dora Wolf; the last one was on 2026-05-08.

		## Why

		- Buy the flat in Kassel so that my mother can live with us
		  - a serves it and meets, for Acme Clinic Software: We stay a company that belongs to the people who work in it
		- Lead a team of my own
		  - no open goal serves it yet: which one could?

		## The goals as agreed

		- **Sign 10 \*new\* clinics** (a): 2 → 10 clinics, 20 %, 6 days behind, at risk

		## Promises

		Ana Ruiz: too few to say (n = 0).

		- [ ] 1: call before opening the mail on Friday (ana-q2), by 2026-05-15, today

		Dora Wolf: too few to say (n = 1).

		- nothing is open

		## What is in the way now

		- Nothing is written down: what could get in the way before we meet again?

		## The next small step

		- a: Ring Fulda, by 2026-05-14 (that day has passed: what would make it smaller?)

		## One question

		> What went well that nobody noticed?

		Then wait. (`unnoticed`)

		## Until we meet again

		- next: Friday 2026-05-22, 10:00
		- What will be done by then, by you and by me?
	END
}

@test "what changed since the yes is asked again" {
	goals 'goal: a' 'title: Sign 12' 'owner: Ana Ruiz' 'measure: {from: 0, to: 12}' 'due: 2026-06-30' \
	    'agreed: [{by: ana, date: 2026-04-01}, {by: dora, date: 2026-05-10}]' \
	    'changes: [{date: 2026-04-20, letter: M, field: measure.to, from: 10, to: 12, because: more}, {date: 2026-04-25, letter: A, field: effort}]'
	page
	part 'The goals as agreed' | grep -q 'do you still say yes to it?'
	grep -qF 'measure.to was changed from 10 to 12 on 2026-04-20, after the yes of 2026-04-01' "$out"
	sed -i 's/date: 2026-04-01/date: 2026-04-20/' goals/a.yaml
	page
	no grep -q 'still say yes' "$out"
}

@test "an obstacle whose watch is true is on the page, with its answer" {
	goals 'goal: a' 'title: Sign 12' 'owner: ana' 'measure: {metric: signed, from: 0, to: 12}' 'due: 2026-06-30' \
	    'obstacles: [{id: dry, when: nobody signs, then: ring ten, watch: a < 3}, {id: later, when: b, then: c, watch: a > 9}]' \
	    'progress: [{date: 2026-05-15, value: 2}]'
	page
	part 'What is in the way now' | diff -u - <(printf '%s\n' '- a: when nobody signs' \
	    '  - then ring ten' '- and 1 foreseen: has one of them come, or something that nobody foresaw?')
}

@test "a miss brings up their own words, a success how they are thanked" {
	goals 'goal: a' 'title: Sign 12' 'owner: ana'
	page --today 2026-05-18
	part 'In their own words' | diff -u - <(printf '%s\n' \
	    '- after a miss: Start with what I learned; I know the number already' \
	    '- to be held to it: Ask me on Fridays what I did, before you look it up')
	expect 0 cadence promise ana/1 --kept -i
	page
	part 'In their own words' | diff -u - <(echo \
	    '- something was reached; to be thanked: A note to me, not a round of applause')
}

# routine DONE: a goal behind, with a block of each week and days on which it was done
routine() {
	printf '%s\n' 'goal: a' 'title: Sign 12' 'owner: ana' 'measure: {from: 0, to: 12}' 'start: 2026-04-01' \
	    'due: 2026-06-30' "routine: [{do: calls, every: week, log: [$1]}]" \
	    'progress: [{date: 2026-05-15, value: 1}]' >goals/a.yaml
}

@test "routine and pace pick the question" {
	goals 'goal: a'
	# the weeks that end on 15, 8, 1 May and 24 April: two of four
	routine '2026-05-12, 2026-05-04, 2026-05-05'
	page
	part 'One question' | head -n 2 | diff -u - <(printf '%s\n' \
	    'a is behind, and its routine was not followed.' \
	    '> Which hour of your week belongs to this goal, and who knows it?')
	routine '2026-05-12, 2026-05-04, 2026-04-27, 2026-04-20'
	page
	part 'One question' | head -n 2 | diff -u - <(printf '%s\n' \
	    'a is behind, and its routine was followed.' \
	    '> What of all that you did brought most? What if you did only that?')
}

@test "a question that was asked comes again last" {
	goals 'goal: a' 'title: Sign 12' 'owner: ana'
	for q in unnoticed stop ten-minutes learned put-off energy from-me feeling; do
		page
		part 'One question' | tail -n 1 | grep -qxF "Then wait. (\`$q\`)"
		sed -i "s/^asked: \[/&$q, /" sessions/ana/2026-05-08.yaml
		[ $q != from-me ] || printf 'session: 2026-05-14\nwith: ana\nasked: [unnoticed]\n' >sessions/ana/2026-05-14.yaml
	done
}

@test "a review asks the coach first and leaves out what does not fit" {
	goals 'goal: a' 'title: Sign 12' 'owner: ana' 'set-by: assigned' 'due: 2027-06-30' 'confidence: 6' \
	    'control: {full: [how many I ring]}' 'agreed: [{by: ana, date: 2026-04-01}]' 'meaning: x'
	page --kind review
	head -n 3 "$out" | grep -q '^60 minutes'
	grep '^## ' "$out" | head -n 10 | cut -c 4-5 | tr -d '\n' | grep -qx 'BeWhTh1.2.3.4.5.6.7.'
	[ "$(part 'Before, for the coach alone' | wc -l)" -eq 4 ]
	part '3. Goal by goal' | diff -u - <(printf '%s\n' '- **Sign 12** (a)' \
	    '  - It was given to you: what in it is yours, and what would make it so?' \
	    '  - How do you feel about it now?' '  - How will both of us see that it is reached?' \
	    '  - It ends in more than a year: is it a vision, and what is its next year?' \
	    '  - You were sure by 6 of 10: and today? What would make it one more?' \
	    '  - In your hands alone is: how many I ring. What else?' \
	    '  - And if you do not?' '  - What could you learn on the way?')
	page --kind review --audience company
	no grep -qE 'coach alone|6 of 10|many I ring|applause|Kassel' "$out"
}

@test "a retrospective asks what was closed, changed and learned" {
	goals 'goal: a' 'title: Sign 12' 'owner: ana' 'close: {date: 2026-05-10, score: 0.7, verdict: partly, learned: ring early}' \
	    'changes: [{date: 2026-04-20, letter: T, field: due, because: the fair was moved}]'
	page --kind retrospective
	part 'What was closed' | head -n 2 | diff -u - <(printf '%s\n' '- **Sign 12** (a): partly, 0.7' '  - learned: ring early')
	part 'What changed on the way' | head -n 1 |
	    diff -u - <(echo '- a, 2026-04-20: due, because the fair was moved')
	expect 2 cadence agenda ana --kind reveiw
	echo "cadence: option '--kind' does not take 'reveiw': did you mean 'review'?" | same_err
}

@test "a retrospective shows skills over time" {
	printf '\nskills: [asks before she shows, "ends on time"]\n' >skills
	sed -i '/^person: ana/r skills' people/sales.yaml
	git add -A && git commit -qm before
	sed -i 's/^skills: .*/skills: [Asks before she shows, reads a contract]/' people/sales.yaml
	expect 1 cadence agenda ana --kind retrospective --since HEAD
	part 'Strengths and skills' | head -n 3 | diff -u - <(printf '%s\n' '- skill: Asks before she shows' \
	    '- skill: reads a contract, new since then' '- named then, not now: ends on time')
	expect 1 cadence agenda ana --kind retrospective
	part 'Strengths and skills' | head -n 2 | diff -u - <(printf '%s\n' '- skill: Asks before she shows' '- skill: reads a contract')
	expect 1 cadence agenda ana --kind retrospective --since HEAD --audience company
	no grep -qE 'contract|on time' "$out"
	expect 2 cadence agenda ana --since HEAD
	same_err <<<'cadence: --since goes with --kind retrospective'
	expect 2 cadence agenda ana --kind retrospective --since nowhere
}

@test "what is for the coach stays there" {
	goals 'goal: a' 'title: Own' 'owner: ana' 'level: personal' --- 'goal: b' 'title: Sign 12' 'owner: ana' \
	    'obstacles: [{when: I dread it, then: ring, side: inner}]'
	for w in team company; do
		page --audience $w
		no grep -qE 'Kassel|opening the mail|2026-05-08|Own|dread' "$out"
		tail -n 1 "$out" | grep -q '^(kept private) what is for the coach'
	done
	# no terminal, and still for the coach: it is a page to take to the meeting
	page
	grep -q Kassel "$out"
}

@test "agenda --start begins the session of today, once" {
	expect 0 cadence agenda ana --start -i
	echo 'cadence: sessions/ana/2026-05-15.yaml' | same_err
	printf '%s\n' 'session: 2026-05-15' 'with: ana' 'coach: dora' 'kind: check-in' 'minutes: 30' \
	    'feeling:' 'stands-out:' 'concerns:' 'asked: [unnoticed]' 'commitments:' 'next: 2026-05-22' |
	    diff -u - sessions/ana/2026-05-15.yaml
	expect 0 cadence agenda ana --start -i
	echo "cadence: 'sessions/ana/2026-05-15.yaml' is there already" | same_err
	# what was put in counts: the promise goes there, the meeting was kept
	expect 0 cadence promise ana 'ring Fulda' --by 2026-05-22 -i
	grep -qx '  - {who: ana, what: ring Fulda, by: 2026-05-22}' sessions/ana/2026-05-15.yaml
	untouched sessions/ana/2026-05-08.yaml
	expect 0 cadence next ana --audience coach -f jsonl people/ sessions/
	grep -q '"last":"2026-05-15","next":"2026-05-22","missed":1' "$out"
	expect 2 cadence agenda ana -i
	echo 'cadence: -i writes the session that --start begins' | same_err
}

@test "a session begins where private things lie, else below the first root" {
	expect 0 cadence agenda eva --start -i
	[ -f sessions/eva/2026-05-15.yaml ]
	sed -i 's/^roots:.*/roots: [goals, people]/' .goalfile.yaml
	expect 0 cadence agenda lin --start -i
	[ -f goals/sessions/lin/2026-05-15.yaml ]
	printf 'private: [coaching/**]\n' >>.goalfile.yaml
	expect 0 cadence agenda ana --kind review --start -i
	[ -f coaching/sessions/ana/2026-05-15.yaml ]
	expect 0 cadence agenda tom --start -n
	head -n 2 "$out" | grep -q '^+++ b/coaching/sessions/tom/2026-05-15.yaml'
	[ ! -e coaching/sessions/tom ]
	mkdir "$HOME/elsewhere" && ln -s "$HOME/elsewhere" coaching/sessions/pia
	expect 2 cadence agenda pia --start -i
	[ -z "$(ls "$HOME/elsewhere")" ]
	full cadence agenda ana
}

@test "routine weighs the blocks against what there is" {
	goals 'goal: a' 'title: A' 'owner: ana' 'start: 2026-04-01' \
	    'routine: [{do: demos, every: week, minutes: 240, log: [2026-05-12, 2026-05-04]}, {do: reading, every: 2 weeks, minutes: 60}]' \
	    --- 'goal: b' 'title: B' 'owner: ana'
	expect 0 cadence routine ana people/ sessions/ goals/company.yaml goals/a.yaml
	# 45 minutes on five days, 4 h, and an hour every second week: 8.25 h
	same_out <<-'END'
		person  goal  block                              every    at     h a week  done
		ana           call clinics that have gone quiet  workday  09:30      3.75  not logged
		ana     a     demos                              week                   4  2 of 4
		ana     a     reading                            2 weeks              0.5  not logged

		ana: 8.25 of 36 h a week in blocks
		without a block: b
		not followed, not behind: a
	END
	sed -i 's/^capacity: 36 h/capacity: 8 h/' people/sales.yaml
	expect 0 cadence routine ana people/ goals/a.yaml
	grep -qx 'ana: 8.25 of 8 h a week in blocks, more than there is' "$out"
	expect 0 cadence routine ana people/ goals/a.yaml -f jsonl
	sed -n 2p "$out" | diff -u - <(echo '{"person":"ana","goal":"a","block":"demos","every":"week","at":null,"hours_per_week":4,"done":2,"of":4}')
}

@test "a daily routine is looked back on for four weeks, holidays and absences aside" {
	routine x
	printf '%s\n' 'goal: a' 'title: A' 'owner: ana' \
	    'routine: [{do: calls, every: workday, minutes: 30, log: [2026-05-04..2026-05-08, 2026-05-15]}]' >goals/a.yaml
	rm goals/ana.yaml
	# from 18 April: 20 to 24 and 27 to 30 April, 4 to 8, 11 to 13 and 15 May
	# are 18 days; 1 and 14 May are holidays; six of the 18 are logged
	expect 0 cadence routine ana people/ goals/a.yaml
	grep -q '6 of 18$' "$out"
}
