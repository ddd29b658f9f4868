# Meetings and promises: every date in here was found with a calendar and a
# pencil. 2026-05-01 is a Friday, 2026-05-15 too.
load helper

# plan LINE...: people and sessions in a directory of their own
plan() {
	mkdir -p "$HOME/p" && cd "$HOME/p"
	printf '%s\n' "$@" >plan.yaml
}
# session DATE [LINE...]: one with ana
session() { printf -- '---\nsession: %s\nwith: ana\n' "$1"; shift; [ $# -eq 0 ] || printf '%s\n' "$@"; }
# meets TODAY WANTED: last, next and how many were missed
meets() {
	expect 0 cadence next --audience coach -f jsonl --today "$1" plan.yaml
	jq -r '"\(.last) \(.next) \(.missed)"' "$out" | diff -u <(echo "$2") -
}
weekly='one-on-one: {every: week, weekday: fri, since: 2026-05-01, rule: periodic}'

@test "a slot falls every week, and one that passed is missed" {
	judge jq
	plan 'person: ana' "$weekly"
	meets 2026-04-20 'null 2026-05-01 0'
	meets 2026-05-01 'null 2026-05-01 0'
	meets 2026-05-02 'null 2026-05-08 1'
	meets 2026-05-15 'null 2026-05-15 2'
}

@test "a session keeps the slot that is nearest to it, of two the earlier" {
	judge jq
	plan 'person: ana' "$weekly" "$(session 2026-05-06)" "$(session 2026-05-14)"
	# the 6th is nearer to the 8th, the 14th keeps the 15th beforehand
	meets 2026-05-14 '2026-05-14 2026-05-22 1'
	# two working weeks: the 8th and the 22nd are as far from the 15th
	plan 'person: ana' 'one-on-one: {every: 2 weeks, since: 2026-05-08}' "$(session 2026-05-15)"
	meets 2026-05-18 '2026-05-15 2026-05-22 0'
	meets 2026-05-23 '2026-05-15 2026-06-05 1'
}

@test "a holiday and an absence of either side move a slot, at most to the day before the next" {
	judge jq
	mkdir "$HOME/p" && echo 'calendar: {holidays: [2026-05-01]}' >"$HOME/p/.goalfile.yaml"
	plan 'person: ana' 'coach: dora' "$weekly" 'away: [2026-05-15..2026-05-21, 2026-05-29]' \
	    --- 'person: dora' 'away: 2026-05-04'
	meets 2026-05-01 'null 2026-05-05 0'	# Monday dora is away
	meets 2026-05-06 'null 2026-05-08 1'
	# the whole way to the 22nd is away: that slot is skipped, not missed
	meets 2026-05-12 'null 2026-05-22 2'
	meets 2026-05-23 'null 2026-06-01 3'	# the 29th moves to Monday
}

@test "a chained slot counts from the last session" {
	judge jq
	plan 'person: ana' 'one-on-one: {every: 2 weeks, since: 2026-05-01, rule: chained}' \
	    "$(session 2026-05-05)"
	meets 2026-05-06 '2026-05-05 2026-05-19 0'
	meets 2026-05-20 '2026-05-05 2026-06-02 1'
	session 2026-06-16 >>plan.yaml
	# the 19th and 2 June were let pass, the 16th was kept
	meets 2026-06-16 '2026-06-16 2026-06-30 2'
}

@test "what the last session says of the next one overrules the slot" {
	judge jq
	plan 'person: ana' "$weekly" "$(session 2026-05-01 'next: 2026-05-11')"
	meets 2026-05-05 '2026-05-01 2026-05-11 0'
	meets 2026-05-12 '2026-05-01 2026-05-15 1'
	# over two slots: neither of them is missed
	plan 'person: ana' "$weekly" "$(session 2026-05-01 'next: 2026-05-20')"
	meets 2026-05-18 '2026-05-01 2026-05-20 0'
	plan 'person: ana' "$(session 2026-05-01 'next: 2026-05-20')"
	meets 2026-05-18 '2026-05-01 2026-05-20 0'
	meets 2026-05-21 '2026-05-01 null 1'
}

@test "days, months and the first Tuesday" {
	judge jq
	plan 'person: ana' 'one-on-one: {every: month, since: 2026-01-31}'
	meets 2026-02-20 'null 2026-03-02 1'	# 28 February is a Saturday
	meets 2028-02-20 'null 2028-02-29 25'	# and 2028 has a 29th
	plan 'person: ana' 'one-on-one: {every: 1st tuesday, since: 2026-05-06}'
	meets 2026-05-06 'null 2026-06-02 0'
	meets 2026-06-03 'null 2026-07-07 1'
	plan 'person: ana' 'one-on-one: {every: 2 weeks, weekday: tue, since: 2026-12-24}'
	meets 2027-01-01 'null 2027-01-12 1'	# 29 December, then ISO week 2
}

@test "a person is met from the first day to the last" {
	judge jq
	plan 'person: ana' 'from: 2026-05-07' 'until: 2026-05-20' "$weekly"
	meets 2026-05-01 'null 2026-05-07 0'	# the slot of the 1st
	meets 2026-05-16 'null null 3'
}

@test "what took place is for the coach" {
	judge jq
	expect 0 cadence next -f jsonl people/ sessions/
	jq -c '[.person, .last, .missed, .private]' "$out" | head -n 1 |
	    diff -u <(echo '["ana",null,null,["last","missed"]]') -
	expect 0 cadence next -f csv people/ sessions/
	grep -q '^ana,dora,(kept private),2026-05-15,(kept private)' "$out"
	expect 0 cadence next people/ sessions/
	tail -n 1 "$out" | grep -q '^(kept private)'
	for f in text md; do
		expect 0 cadence next -f $f people/ sessions/
		no grep -q 2026-05-08 "$out"
	done
	# a chained one tells when the last was
	plan 'person: ana' 'one-on-one: {every: week, rule: chained}' "$(session 2026-05-08)"
	expect 0 cadence next -f jsonl plan.yaml
	echo '{"person":"ana","coach":null,"last":null,"next":null,"missed":null,"private":["last","next","missed"]}' |
	    same_out
	expect 2 cadence next anna plan.yaml
	echo "cadence: no person 'anna': did you mean 'ana'?" | same_err
}

@test "next tells whom nobody meets, and is a stream, too" {
	judge jq
	expect 0 cadence next --audience coach ana ben eva people/ sessions/
	same_out <<-'END'
		person  coach  next                       in      last        missed
		ana     dora   Friday 2026-05-15, 10:00   today   2026-05-08       1
		ben     dora   Tuesday 2026-05-19, 14:00  4 days  2026-05-12

		with a coach and no one-on-one: eva
	END
	expect 0 'cadence next ana -f yaml people/ | grep -E "^(---|person|\.\.\.)"'
	sed 's/ [0-9a-f]\{16\}$//' "$out" |
	    diff -u - <(printf -- '--- # from people/sales.yaml:26\nperson: ana\n... # end 1\n')
}

# promised: the open ones with ana
promised() {
	[ -e plan.yaml ] || set -- people/ sessions/ "$@"
	expect 0 cadence promise ana --audience coach "$@"
}

@test "promise lists what is open on both sides, and a rate only from five on" {
	promised
	same_out <<-'END'
		   who  what                                    goal    by
		1  ana  call before opening the mail on Friday  ana-q2  2026-05-15, today

		ana: too few to say (n = 0); dora: too few to say (n = 1)
	END
	promised --today 2026-05-17 -f jsonl
	echo '{"person":"ana","number":1,"who":"ana","what":"call before opening the mail on Friday","goal":"ana-q2","by":"2026-05-15","state":"open","overdue":true}' |
	    same_out
	expect 0 cadence promise ana people/ sessions/
	echo '(kept private: promises are for the coach; --audience coach shows them)' | same_out
	plan 'person: ana' "$(session 2026-05-08 'commitments:' \
	    '- {what: a, state: kept}' '- {what: b, state: kept}' '- {what: c, state: kept}' \
	    '- {what: d, state: missed}' '- {what: e, state: dropped}' '- {what: f, state: moved}')"
	promised plan.yaml
	grep -qx 'ana: too few to say (n = 4); the coach: too few to say (n = 0)' "$out"
	sed -i 's/dropped/missed/' plan.yaml
	promised plan.yaml	# 3 of 5
	grep -qx 'ana: 3 of 5 kept, 60 % (n = 5); the coach: .*' "$out"
}

@test "a promise without a day is due at the next meeting" {
	plan 'person: ana' "$weekly" "$(session 2026-05-08 'commitments: [{what: a}]')"
	promised plan.yaml
	grep -q '2026-05-15 (the next meeting), today' "$out"
	sed -i 's/commitments.*/&\nnext: 2026-05-13/' plan.yaml
	promised plan.yaml
	grep -q '2026-05-13 (the next meeting), 2 days overdue' "$out"
}

@test "promise adds to the newest session, whatever its date" {
	expect 0 cadence promise ana 'ring Kassel: twice' --by 2026-05-22 --goal ana-q2 -i
	echo 'cadence: ana/3 open until 2026-05-22: ring Kassel: twice' | same_err
	diff_lines sessions/ana/2026-05-08.yaml 1
	grep -qxF "  - {who: ana, what: 'ring Kassel: twice', goal: ana-q2, by: 2026-05-22}" \
	    sessions/ana/2026-05-08.yaml
	expect 0 cadence promise ana 'ring Kassel: twice' --by 2026-05-22 -i
	echo 'cadence: ana/3 says so already' | same_err
	diff_lines sessions/ana/2026-05-08.yaml 1
	untouched sessions/ben/*
	# a promise is no meeting held
	expect 0 cadence next ana -f jsonl --audience coach people/ sessions/
	grep -q '"last":"2026-05-08"' "$out"
}

@test "the coach promises, too" {
	expect 0 cadence promise ana 'come to Fulda' --by 2026-05-22 --coach -i
	echo 'cadence: ana/3 open until 2026-05-22, by dora: come to Fulda' | same_err
	grep -qxF "  - {who: dora, what: come to Fulda, by: 2026-05-22}" sessions/ana/2026-05-08.yaml
	# the same words of the other side are another promise
	expect 0 cadence promise ana 'come to Fulda' --by 2026-05-22 -i
	expect 0 cadence promise ana 'come to Fulda' --by 2026-05-22 --coach -i
	echo 'cadence: ana/3 says so already' | same_err
	diff_lines sessions/ana/2026-05-08.yaml 2
	expect 1 cadence agenda ana
	[ "$(grep -c '^- \[ \] [34]: come to Fulda, by 2026-05-22$' "$out")" -eq 2 ]
	expect 2 cadence promise ana/1 --kept --coach
	expect 2 cadence promise ana 'come' --coach
	echo "cadence: a new promise wants --by DATE" | same_err
	plan 'person: ana' "$(session 2026-05-08 'minutes: 9')"
	expect 2 cadence promise ana 'come' --by 2026-05-22 --coach plan.yaml
	echo "cadence: 'ana' has no coach: write \`coach: ID\` into its document" | same_err
}

@test "a promise is settled once" {
	for w in kept missed dropped; do
		cp "$orig/sessions/ana/2026-05-08.yaml" sessions/ana/
		expect 0 cadence promise ana/1 --$w -i
		echo "cadence: ana/1 $w: call before opening the mail on Friday" | same_err
		grep -q "by: 2026-05-15, state: $w, date: 2026-05-15}" sessions/ana/2026-05-08.yaml
		diff_lines sessions/ana/2026-05-08.yaml 1
		expect 0 cadence promise ana/1 --$w -i
		echo "cadence: 'ana/1' is $w already" | same_err
	done
	expect 2 cadence promise ana/1 --kept -i
	echo "cadence: 'ana/1' is dropped already" | same_err
	promised
	[ "$(head -n 1 "$out")" = 'no promise is open' ]
}

@test "a promise is moved only before it is due, and is then given anew" {
	for day in 2026-05-15 2026-05-18; do
		expect 2 cadence promise ana/1 --moved 2026-05-22 --today $day -i
		grep -q 'only before that day moved' "$err"
	done
	untouched sessions/ana/2026-05-08.yaml
	expect 0 cadence promise ana/1 --moved 2026-05-22 --today 2026-05-14 -i
	echo 'cadence: ana/1 moved to 2026-05-22, as ana/3: call before opening the mail on Friday' | same_err
	promised
	grep -q '^3  ana  call before opening the mail on Friday .*2026-05-22' "$out"
	diff_lines sessions/ana/2026-05-08.yaml 2
	expect 2 cadence promise ben/1 --moved 2026-05-15
	echo "cadence: '2026-05-15' is no later day to move it to" | same_err
}

@test "what cannot be a promise is said" {
	expect 2 cadence promise anna
	echo "cadence: no person 'anna': did you mean 'ana'?" | same_err
	expect 2 cadence promise ana/7 --kept
	echo "cadence: no promise 'ana/7': there are 2" | same_err
	expect 2 cadence promise ana --kept
	grep -q "^cadence: which promise? write 'ana/NUMBER'" "$err"
	expect 2 cadence promise ana/x --kept
	grep -q "'ana/x' is no promise" "$err"
	expect 2 cadence promise ana/1 --kept --missed
	echo "cadence: a promise is kept, missed, dropped or moved: say one of them" | same_err
	expect 2 cadence promise ana 'x' --by soon
	echo "cadence: 'soon' is no date: write one such as 2026-05-22" | same_err
	expect 2 cadence promise ana 'x' --by 2020-01-01
	echo "cadence: '2020-01-01' is past: a new promise is for today or later" | same_err
	expect 2 cadence promise ana 'x' --by 2026-05-20 --goal ana-q9
	grep -q "no goal 'ana-q9'" "$err"
	expect 2 cadence promise eva 'x' --by 2026-05-20
	echo "cadence: no session with 'eva' yet: begin one with 'cadence agenda eva --start -i'" | same_err
	expect 2 cadence promise ana 'ring Kassel'
	same_err <<<"cadence: cannot read 'ring Kassel': No such file or directory; a new promise wants --by DATE"
	expect 2 cadence promise ana --by 2026-05-20
	grep -q "'promise' wants" "$err"
	untouched sessions/*/*
}

@test "promise leaves the style of a session as it is" {
	expect 0 cadence promise ben/1 --kept -i
	diff "$orig/sessions/ben/2026-05-12.yaml" sessions/ben/2026-05-12.yaml >"$out" || :
	printf '13a14,15\n>   state: kept\n>   date: 2026-05-15\n' | same_out
	printf 'session: 2026-05-10\r\nwith: ana\r\ncommitments: {what: a}\r\n' >s.yaml
	expect 0 cadence promise ana/3 --kept -i s.yaml
	grep -q '^commitments: {what: a, state: kept, date: 2026-05-15}' s.yaml
	[ "$(grep -c $'\r$' s.yaml)" -eq 3 ]
	full cadence promise ana --audience coach people/ sessions/
}
