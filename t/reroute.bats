# smartcheck reroute: the ways to a goal as its readings have them, and one
# change of one letter, written down with its reason.
load helper

# goal LINE...: g.yaml with one goal that has a why
goal() { printf '%s\n' 'goal: g' "$@" 'why: [x]' >g.yaml; cp g.yaml was.yaml; }
# way RC WORD...: reroute it in place
way() {
	local rc=$1
	shift
	expect "$rc" smartcheck reroute g --because 'a test' "$@" --no-context -i g.yaml
}
# turned: what changed in it
turned() {
	cat >wanted
	diff was.yaml g.yaml | grep '^[<>]' | diff -u wanted -
}

@test "the ways are computed from readings, pace and dates" {
	expect 0 smartcheck reroute ben-q2 goals
	same_out <<-'EOT'
	ben-q2: 38000 of 100000 EUR on 2026-05-13, behind, due 2026-06-30
	pace: 7000 EUR a week, from 4 readings of late; needed: 10000 EUR a week
	  S  asked, not computed: which part of it would you keep if only one could succeed?
	  M  at this pace 82800 EUR by 2026-06-30: --letter M --to 82800
	  A  1.43 times the pace, an effort of 34 h: --letter A --to '34 h'
	  R  somebody else takes 17200 of the 100000 EUR (17%): --letter R --to OWNER
	  T  at this pace on 2026-07-17: --letter T --to 2026-07-17
	EOT
	expect 0 smartcheck reroute ben-q2 -f jsonl goals
	grep -F '"days_left":31,"pace_per_week":7000,"needed_per_week":10000,"readings":4,"M_to":82800,"A_times":1.43,"A_effort":"34 h","R_rest":17200,"R_share":17,"T_due":"2026-07-17"' "$out"
}

@test "what cannot be computed is said, for a falling goal it is cautious, too" {
	goal 'title: Improve'
	expect 0 smartcheck reroute g --no-context g.yaml
	same_out <<-'EOT'
	g: unknown
	  S  asked, not computed: which part of it would you keep if only one could succeed?
	  MART  nothing can be computed without measure.from and to
	EOT
	goal 'title: Cut open claims from 60 to 20' 'start: 2026-05-04' \
	    'due: 2026-06-12' \
	    'measure: {metric: open claims, unit: claims, from: 60, to: 20}' \
	    'progress: [{date: 2026-05-15, value: 53}]'
	expect 0 smartcheck reroute g --no-context g.yaml
	same_out <<-'EOT'
	g: 53 on the way to 20 claims on 2026-05-15, at risk, due 2026-06-12
	pace: -3.89 claims a week, from 1 reading since the start; needed: -8.68 claims a week
	  S  asked, not computed: which part of it would you keep if only one could succeed?
	  M  at this pace 39 claims by 2026-06-12: --letter M --to 39
	  A  2.23 times the pace, or that much more help: --letter A --to EFFORT
	  R  somebody else takes 19 of the 40 claims (48%): --letter R --to OWNER
	  T  at this pace on 2026-07-16: --letter T --to 2026-07-16
	EOT
}

@test "one letter changes, the title follows, and changes says why" {
	goal 'title: Win 24 customers by 30 June 2026  # agreed in March' \
	    'measure: {metric: customers won, from: 0, to: 24}' \
	    'due: 2026-06-30'
	way 0 --letter T --to 2026-12-31
	same_err <<-'EOT'
	smartcheck: 'g' goes on by another way: due 2026-06-30 -> 2026-12-31
	EOT
	turned <<-'EOT'
	< title: Win 24 customers by 30 June 2026  # agreed in March
	> title: Win 24 customers by 31 December 2026  # agreed in March
	< due: 2026-06-30
	> due: 2026-12-31
	> changes:
	>   - {date: 2026-05-15, letter: T, field: due, from: 2026-06-30, to: 2026-12-31, because: a test}
	EOT
	cp g.yaml was.yaml
	way 0 --letter m --to 30
	turned <<-'EOT'
	< title: Win 24 customers by 31 December 2026  # agreed in March
	< measure: {metric: customers won, from: 0, to: 24}
	> title: Win 30 customers by 31 December 2026  # agreed in March
	> measure: {metric: customers won, from: 0, to: 30}
	>   - {date: 2026-05-15, letter: M, field: measure.to, from: 24, to: 30, because: a test}
	EOT
}

@test "a title keeps its way to write numbers and dates" {
	try() {
		goal "title: $1" "measure: {metric: sales, unit: EUR, to: $2}" \
		    'due: 2026-06-30'
		way 0 --letter "$3" --to "$4"
		grep -Fx "title: $5" g.yaml || { cat g.yaml; return 1; }
	}
	try 'Win €1.2M of orders by June 2026' 1.2M M 1.5M 'Win €1.5M of orders by June 2026'
	try 'Win 1,200,000 EUR of orders by 30 June' 1200000 M 900000 'Win 900,000 EUR of orders by 30 June'
	try 'Win 1.2 million EUR of orders by June' 1200000 M 2500000 'Win 2.5 million EUR of orders by June'
	try 'Sell for 40k EUR by 30 June' 40k T 2026-07-31 'Sell for 40k EUR by 31 July'
	try 'Sell for 40k EUR by June 30th' 40k T 2027-03-01 'Sell for 40k EUR by March 1st, 2027'
	try 'Sell for 40k EUR by 30 Jun 2026' 40k T 2026-11-02 'Sell for 40k EUR by 2 Nov 2026'
	try 'Sell for 40k EUR by 2026-06-30' 40k T 2026-09-30 'Sell for 40k EUR by 2026-09-30'
	try 'Sell for 40k EUR by the end of June' 40k T 2026-08-31 'Sell for 40k EUR by the end of August'
	try 'Sell for 40k EUR by Q2 2026' 40k T 2027-Q1 'Sell for 40k EUR by Q1 2027'
}

@test "a goal without measure or due has what its title states" {
	goal 'title: Win 24 customers by 30 June 2026'
	way 0 --letter T --to 2026-09-30
	turned <<-'EOT'
	< title: Win 24 customers by 30 June 2026
	> title: Win 24 customers by 30 September 2026
	> changes:
	>   - {date: 2026-05-15, letter: T, field: due, from: 30 June 2026, to: 2026-09-30, because: a test}
	EOT
	way 0 --letter M --to 18
	grep -qx 'title: Win 18 customers by 30 September 2026' g.yaml
	no grep -q '^measure' g.yaml
}

@test "when nobody can tell, --title says it" {
	goal 'title: Win a dozen customers by 30 June 2026' \
	    'measure: {metric: customers won, to: 12}' 'due: 2026-06-30'
	way 2 --letter M --to 9
	same_err <<-'EOT'
	smartcheck: nobody can tell which words of the title name '12': give the new one with --title TEXT
	EOT
	cmp was.yaml g.yaml
	way 0 --letter M --to 9 --title 'Win nine customers by 30 June 2026'
	turned <<-'EOT'
	< title: Win a dozen customers by 30 June 2026
	< measure: {metric: customers won, to: 12}
	> title: Win nine customers by 30 June 2026
	> measure: {metric: customers won, to: 9}
	> changes:
	>   - {date: 2026-05-15, letter: M, field: measure.to, from: 12, to: 9, because: a test}
	EOT
	goal 'title: Win 12 customers from 12 towns' \
	    'measure: {metric: customers won, to: 12}' 'due: 2026-06-30'
	way 2 --letter M --to 9
}

@test "S, A and R change what they own" {
	goal 'title: Win 24 customers' 'owner: ana' 'due: 2026-06-30' \
	    'measure: {metric: customers won, to: 24}' \
	    'supports: [top]' 'effort: 10 h'
	printf '%s\n' --- 'goal: top' 'title: Win 240 customers' 'level: company' \
	    'due: 2026-12-31' 'owner: ana' >>g.yaml
	cp g.yaml was.yaml
	way 0 --letter A --to '12 h'
	way 0 --letter A --to linear
	way 0 --letter R --to ben
	way 0 --letter R --to 40%
	way 0 --letter S --to 'customers won back' --field metric
	way 0 --letter S --to 'Win 24 customers, and bakers first'
	turned <<-'EOT'
	< title: Win 24 customers
	< owner: ana
	> title: Win 24 customers, and bakers first
	> owner: ben
	< measure: {metric: customers won, to: 24}
	< supports: [top]
	< effort: 10 h
	> measure: {metric: customers won back, to: 24}
	> pace: linear
	> supports: [{goal: top, share: 40%}]
	> effort: 12 h
	> changes:
	>   - {date: 2026-05-15, letter: A, field: effort, from: 10 h, to: 12 h, because: a test}
	>   - {date: 2026-05-15, letter: A, field: pace, to: linear, because: a test}
	>   - {date: 2026-05-15, letter: R, field: owner, from: ana, to: ben, because: a test}
	>   - {date: 2026-05-15, letter: R, field: 'supports[top].share', to: 40%, because: a test}
	>   - {date: 2026-05-15, letter: S, field: measure.metric, from: customers won, to: customers won back, because: a test}
	>   - {date: 2026-05-15, letter: S, field: title, from: Win 24 customers, to: 'Win 24 customers, and bakers first', because: a test}
	EOT
	expect 0 smartcheck check --no-context g.yaml
}

@test "it is refused what is half, double, closed or no value" {
	goal 'title: Win 24 customers' 'due: 2026-06-30'
	refused() {
		local want=$1
		shift
		way 2 "$@"
		echo "smartcheck: $want" | same_err && cmp was.yaml g.yaml
	}
	refused 'one letter at a time: what else changes is a way of its own, with its own reason' \
	    --letter T --letter M --to 3
	refused 'one letter at a time: what else changes is a way of its own, with its own reason' \
	    --letter TM --to 3
	refused "'x' is no letter: it is one of S, M, A, R and T" --letter x --to 3
	refused 'which letter changes? --letter S, M, A, R or T' --to 3
	refused 'what does it say from now on? --to VALUE' --letter T
	refused "T does not change 'owner': it changes due" --letter T --field owner --to x
	refused "due: 'soon' is neither a date nor a period: write 2026-09-30, 2026-Q3 or 2026-09" --letter T --to soon ||
	    grep -q "^smartcheck: due: '" "$err"
	expect 2 smartcheck reroute g --letter T --to 2026-12-31 --no-context g.yaml
	grep -qx 'smartcheck: why? --because TEXT' "$err"
	goal 'title: Win 24 customers' 'due: 2026-06-30' 'status: done'
	refused 'the goal is closed: a new one goes on from it' --letter T --to 2026-12-31
	expect 0 smartcheck reroute g --no-context g.yaml
	grep -qx '  it is closed: a new goal goes on from it' "$out"
	no grep -q MART "$out"
	goal 'title: Win 24 customers' 'due: 2026-06-30'
	way 0 --letter T --to 2026-06-30
	same_err <<-'EOT'
	smartcheck: due of 'g' is '2026-06-30' already
	EOT
}

@test "what would bring up a finding is refused with it" {
	expect 2 smartcheck reroute ana-q2 --letter T --to 2026-07-31 --because x -i goals
	same_err <<-'EOT'
	smartcheck: this would bring up X09: this goal ends after 'sales-q2', which it serves and which ends on 2026-06-30; mend that first, or give the title that goes with it with --title TEXT
	EOT
	untouched goals/ana.yaml
}

@test "the last milestone, when it is the target, goes with it" {
	expect 0 smartcheck reroute ana-q2 --letter M --to 9 --because x -i goals
	diff_lines goals/ana.yaml 5
	grep -qF '  - {by: 2026-06-30, value: 9}' goals/ana.yaml
}

@test "in a pipe the document is changed where it stands, and written back" {
	expect 0 'smartcheck check --through goals 2>/dev/null |
	    smartcheck reroute ana-q3 --letter R --to dora --because x - |
	    alignmap check --through - 2>/dev/null |
	    smartcheck reroute ana-q3 --letter A --to "3 h" --because y -i -'
	diff <(sed -n '/^goal: ana-q3/,/^---/p' goals/ana.yaml) \
	    <(sed -n '/^goal: ana-q3/,/^---/p' "$orig/goals/ana.yaml") | grep -c 'letter: [RA]' | grep -qx 2
}

@test "no goal of the corpus gets a finding that was not there" {
	[ "$GF_V" = release ] || skip 'once is enough'
	judge python3
	python3 "$GF_TOP/t/reroute.py" smartcheck "$GF_TOP"/t/corpus/*/*.yaml >said ||
	    { head -n 20 said; return 1; }
	read -r made _ refused _ <said
	[ "$made" -gt 1500 ] && [ "$refused" -lt "$made" ]
}
