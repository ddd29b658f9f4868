# smartcheck new: a goal, or those of a table, behind what a file holds.
load helper

# table LINE...: lines of CSV as goals into t.yaml
table() { printf '%s\r\n' "$@" | smartcheck new - -i --no-context t.yaml >"$out" 2>"$err"; }

@test "a goal goes behind the last, in the order of the format" {
	expect 0 smartcheck new ana-x --supports sales-q2 --unit clinics --to 12 \
	    --due 2026-Q4 --owner ana --title 'no' -i goals/ana.yaml
	same_err <<-'EOT'
	smartcheck: 'ana-x' is new in 'goals/ana.yaml'
	EOT
	[ ! -s "$out" ]
	diff "$orig/goals/ana.yaml" goals/ana.yaml | sed -n 's/^> //p' >added
	diff -u - added <<-'EOT'
	---
	goal: ana-x
	title: 'no'
	owner: ana
	measure: {unit: clinics, to: 12}
	due: 2026-Q4
	supports: sales-q2
	EOT
	no grep -q '^<' <(diff "$orig/goals/ana.yaml" goals/ana.yaml)
}

@test "a file that is new or empty stands in the same plan as the others" {
	: >goals/empty.yaml
	for f in goals/next.yaml goals/empty.yaml next.yaml; do
		expect 0 smartcheck new ana-x --title yy --supports sales-q2 -n $f
		grep -q '^+supports: sales-q2' "$out"
		expect 2 smartcheck new ana-q2 --title yy -n $f
		same_err <<-'EOT'
		smartcheck: there is a goal 'ana-q2' already, in 'goals/ana.yaml'
		EOT
		expect 2 smartcheck new ana-x --title yy --supports sales-q -n $f
		same_err <<-'EOT'
		smartcheck: no goal 'sales-q': did you mean 'sales-q2'?
		EOT
		expect 0 smartcheck new ana-x --like ana-q2 --to 12 -n $f
	done
}

@test "the file may be new, empty, without a last line end, or a pipe" {
	for f in missing.yaml empty.yaml; do
		[ $f = missing.yaml ] || : >$f
		expect 0 smartcheck new a --title 'Win 4 halls' -i --no-context $f
		printf 'goal: a\ntitle: Win 4 halls\n' | cmp - $f
	done
	printf 'goal: b\ntitle: x' >short.yaml
	expect 0 smartcheck new a --title yy -i --no-context short.yaml
	printf 'goal: b\ntitle: x\n---\ngoal: a\ntitle: yy\n' | cmp - short.yaml
	printf '# c\r\ngoal: b\r\ntitle: x\r\n...\r\n' >crlf.yaml
	expect 0 smartcheck new a --title yy -i --no-context crlf.yaml
	printf '# c\r\ngoal: b\r\ntitle: x\r\n...\r\n---\r\ngoal: a\r\ntitle: yy\r\n' | cmp - crlf.yaml
	expect 0 'printf "goal: b\ntitle: x\n" | smartcheck new a --title yy --no-context -'
	same_out <<-'EOT'
	goal: b
	title: x
	---
	goal: a
	title: yy
	EOT
	expect 0 smartcheck new c --title z --no-context short.yaml
	grep -qx -- '--- # new short.yaml' "$out"
	expect 0 'smartcheck new c --title z --no-context short.yaml | smartcheck check --through --fail-on never - 2>/dev/null'
	grep -qx 'goal: c' "$out"
}

@test "a dry run shows the patch, of a new file too" {
	expect 0 smartcheck new a --title yy -n --no-context missing.yaml
	[ ! -e missing.yaml ]
	git apply "$out"
	printf 'goal: a\ntitle: yy\n' | cmp - missing.yaml
}

@test "what cannot be is refused, and nothing is written" {
	refused() {
		local want=$1
		shift
		expect 2 smartcheck new "$@" -i
		echo "smartcheck: $want" | same_err && untouched goals/ana.yaml
	}
	refused "there is a goal 'ana-q2' already, in 'goals/ana.yaml'" ana-q2 --title x goals/ana.yaml
	refused "'Ana' cannot be an id: a-z, 0-9 and . _ - after the first" Ana --title x goals/ana.yaml
	refused 'a goal needs a title: --title TEXT' x goals/ana.yaml
	refused "no goal 'sales-q9': did you mean 'sales-q2'?" x --title x --supports sales-q9 goals/ana.yaml
	refused "'new' wants one file that the goal goes into" x --title x
	refused "'new' wants one file that the goal goes into" x --title x goals/ana.yaml goals/ben.yaml
	refused "'goals' is a directory: name the file that the goal goes into" x --title x goals
	refused "no goal 'ana-q22': did you mean 'ana-q2'?" x --like ana-q22 goals/ana.yaml
	expect 2 smartcheck new x --title x --due soon -i goals/ana.yaml
	grep -q "^smartcheck: due: 'soon'" "$err"
	printf 'goal: [\n' >broken.yaml
	expect 2 smartcheck new x --title x --no-context -i broken.yaml
	grep -qx 'smartcheck: nothing is added to what is no YAML; mend that first' "$err"
	refused "the goals of a table have columns of their own: leave the options out" - --title x goals/ana.yaml
}

@test "a table is a goal for each line, with its commas, quotes and lists" {
	table goal,title,owner,measure.metric,measure.to,due,tags,supports \
	    'a1,"Win 4, then ""5"" halls",Ana,halls,5,2026-12-31,a;b,' \
	    'a2,no,,,,2026,,a1'
	cat t.yaml
	diff -u - t.yaml <<-'EOT'
	goal: a1
	title: Win 4, then "5" halls
	owner: Ana
	measure: {metric: halls, to: 5}
	due: 2026-12-31
	tags: [a, b]
	---
	goal: a2
	title: 'no'
	due: 2026
	supports: a1
	EOT
	grep -qx "smartcheck: 2 goals are new in 't.yaml'" "$err"
}

@test "forty goals of a table are read again as they were" {
	{
		echo goal,title,due
		for i in {1..40}; do echo "g$i,\"Win $i halls, all of them\",2026-12-31"; done
	} >in.csv
	expect 0 'smartcheck new - -i --no-context t.yaml <in.csv'
	expect 0 'smartcheck check --through --fail-on never --no-context t.yaml 2>/dev/null | grep -c "^goal: g"'
	[ "$(cat "$out")" = 40 ]
	[ "$(grep -c '^---$' t.yaml)" -eq 39 ]
}

@test "a table that is none says its line, and nothing is written" {
	bad() {
		local want=$1 rc=0
		shift
		table "$@" || rc=$?
		[ "$rc" -eq 2 ] && [ ! -e t.yaml ] && grep -Fx "smartcheck: $want" "$err"
	}
	bad "line 1: no column 'titel' in a goal: did you mean 'title'?" goal,titel a,b
	bad "line 1: no column 'measure.two' in a goal" goal,measure.two a,b ||
	    grep -q "line 1: no column 'measure.two'" "$err"
	bad "line 1: the first line names the keys of the columns, 'goal' among them" title x
	bad 'line 1: the fields are parted by semicolons: commas are expected, such as goal,title,due; export it anew with them' 'goal;title' 'a;b'
	bad "line 1: 'title' stands there twice" goal,title,title a,b,c
	bad 'line 3: a goal needs a title' goal,title a,b c,
	bad "line 3: 'a' stands in line 2, too" goal,title a,b a,c
	bad "line 2: '' cannot be an id: a-z, 0-9 and . _ - after the first" goal,title ,b
	bad 'line 3: a quote stands inside a field without quotes' goal,title a,b 'c,d"e'
	printf '' | { smartcheck new - -i t.yaml 2>"$err" || [ $? -eq 2 ]; }
	grep -q 'standard input is empty' "$err"
}

@test "like another: its shape, without what happened to it" {
	expect 0 smartcheck new ana-q4 --like ana-q2 --due 2026-Q4 --to 14 -i goals/ana.yaml
	sed -n '/^goal: ana-q4/,$p' goals/ana.yaml >got
	grep -qx 'title: Sign 14 new clinics in the south by 31 December 2026' got
	grep -qx 'measure: {metric: new clinics signed, unit: clinics, from: 5, to: 14}' got
	grep -qx 'due: 2026-Q4' got
	grep -qx '    when: I put off the calls until Friday afternoon' got
	no grep -Eq '^(progress|changes|close|agreed|milestones|first-step)|hits' got
	diff "$orig/goals/ana.yaml" goals/ana.yaml | no grep '^<'
	expect 0 'smartcheck check -a --fail-on never goals/ana.yaml | grep -c "\[F"; true'
	mv "$out" "$out.1"
	expect 0 "smartcheck check -a --fail-on never $orig/goals/ana.yaml | grep -c '\[F'; true"
	same_out "$out.1"
}

@test "like one of another file: with what that file's head gives it" {
	printf '%s\n' 'defaults:' '  owner: ana' '  due: 2026-09-30' \
	    '  start: 2026-04-01' '  measure: {every: week}' '---' 'goal: a' \
	    'title: Win 4 halls' \
	    'measure: {metric: halls, from: 0, to: 4}' >goals/q3.yaml
	printf '%s\n' 'goal: z' 'title: Sign the lease' >goals/q4.yaml
	expect 0 smartcheck new b --like a --to 8 --due 2026-12-31 -i goals/q4.yaml
	sed -n '/^goal: b$/,$p' goals/q4.yaml | diff -u - <(printf '%s\n' 'goal: b' \
	    'title: Win 8 halls' 'owner: ana' \
	    'measure: {metric: halls, from: 0, to: 8, every: week}' \
	    'due: 2026-12-31')
}

@test "a closed goal says what continues it" {
	printf '%s\n' 'goal: a' 'title: Win 4 halls by 30 June 2026' 'due: 2026-06-30' \
	    'measure: {metric: halls, from: 0, to: 4}' \
	    'progress: [{date: 2026-05-01, value: 3}]' 'why: [x]' \
	    'close: {date: 2026-06-30, verdict: partly}' >g.yaml
	expect 0 smartcheck new b --like a --due 2026-12-31 --to 8 -i --no-context g.yaml
	diff -u - g.yaml <<-'EOT'
	goal: a
	title: Win 4 halls by 30 June 2026
	due: 2026-06-30
	measure: {metric: halls, from: 0, to: 4}
	progress: [{date: 2026-05-01, value: 3}]
	why: [x]
	close: {date: 2026-06-30, verdict: partly, continues: b}
	---
	goal: b
	title: Win 8 halls by 31 December 2026
	due: 2026-12-31
	measure: {metric: halls, from: 3, to: 8}
	why: [x]
	EOT
}
