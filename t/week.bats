# A week of a manager with examples/acme, as cadence(1) alone tells it: each
# step works on what the one before has left. Monday is 11 May 2026.
load helper

# on DAY RC CMD...: a step of that day
on() { export GOALFILE_TODAY=$1; shift; expect "$@"; }

@test "a week of a manager's life, and the close of the quarter" {
	judge jq
	git add -A && git commit -qm 'the plan as it was agreed'
	# Monday: what is this month's, who is met, and what is talked about
	on 2026-05-11 0 cadence split ana-demos-q2
	grep -q '^2026-05 ' "$out"
	# the parts add up to the whole: 15, 13 and 16 are 44
	awk '/^2026-/ { sum += $4 } END { exit sum != 44 }' "$out"
	on 2026-05-11 0 cadence next --audience coach people/ sessions/
	head -n 2 "$out" | tail -n 1 | grep -qE '^(tom|ben|ana) '
	on 2026-05-12 0 cadence agenda ben
	grep -q '^# 1:1 with Ben Okafor, Tuesday 2026-05-19, 14:00' "$out"
	on 2026-05-15 0 cadence agenda ana --start -i
	echo 'cadence: sessions/ana/2026-05-15.yaml' | same_err
	# Wednesday: the figures of the CRM, looked at and then written
	printf 'goal,date,value,note\nana-references,2026-05-13,4,Fulda\ntom-queue-q2,2026-05-13,5,\n' >crm.csv
	on 2026-05-13 0 sh -c 'cadence log - -n <crm.csv'
	grep -q '^+  - {date: 2026-05-13, value: 4, note: Fulda}' "$out"
	untouched goals/ana.yaml goals/tom.yaml
	on 2026-05-13 0 sh -c 'cadence log - -i <crm.csv'
	grep -q '^cadence: ana-references 3 → 4 of 6' "$err"
	[ "$(wc -l <"$err")" -eq 2 ]
	diff_lines goals/ana.yaml 1
	# Friday: what wants to be talked about, and what was promised
	on 2026-05-15 0 cadence pace ana-references -f jsonl
	[ "$(jq -c '[.current, .status]' "$out")" = '[4,"on-track"]' ]
	on 2026-05-15 0 cadence promise ana/1 --kept -i
	on 2026-05-15 0 cadence promise ana 'ring the owner in Fulda' --by 2026-05-22 --goal ana-q2 -i
	on 2026-05-15 0 cadence promise ana --audience coach people/ sessions/
	[ "$(grep -c '^[0-9]' "$out")" -eq 1 ]
	on 2026-05-15 0 cadence routine ana people/ sessions/ goals/company.yaml
	# nothing was moved in secret, and nothing that was read is lost
	on 2026-05-15 0 sh -c 'cadence check --since HEAD people/ sessions/ goals/ben.yaml; [ $? -le 1 ]'
	no grep -qE 'C(07|08|09|10|11|12)\]' "$out"
	# the end of the quarter
	on 2026-06-30 0 cadence log ana-q2 11 -i
	on 2026-07-01 0 cadence close ana-q2 --score 1 --verdict achieved --learned 'The film sells' -i
	on 2026-07-01 0 sh -c 'cadence retro --cycle 2026-Q2; [ $? -le 1 ]'
	# closed when the quarter was over: it is of that quarter all the same
	grep -q 'The film sells' "$out"
	on 2026-07-01 0 sh -c 'cadence agenda ana --kind retrospective; [ $? -le 1 ]'
	grep -q 'learned: The film sells' "$out"
	# the steps of this week stand in the manual
	for v in split agenda log pace promise close retro; do
		grep -qE "cadence $v|^\.It Ic $v" "$GF_TOP/man/cadence.1"
	done
}
