# check --ask: what a goal lacks is asked, on the terminal or in a file, and
# written without touching anything else.
load helper

plan() {
	printf '%s\n' 'goal: a' 'title: Improve service  # as Ann says' 'why: [z]' \
	    '# the end' --- 'goal: top' 'title: Win 240 halls' 'due: 2026' >k.yaml
	cp k.yaml was.yaml
}
answers() { printf '%s\n' "$@"; }

@test "the questions of a goal, what does not fit asked again, and written" {
	judge python3
	plan
	expect 0 "printf '%s\n' 'halls won' '' 24 soon 2026-06-30 yes |
	    python3 $GF_TOP/t/typed.py -2 err smartcheck check --ask --no-context k.yaml"
	diff -u - <(head -n 17 "$out") <<-'EOT'
	a: Improve service
	no measure, and the title names no number and no event
	What is counted?
	> halls won
	In which unit?
	> 
	Up to which value?
	> 24
	no due, and no word of time in the title
	Until when do you give yourself?
	> soon
	due: 'soon': a date is written YYYY-MM-DD, a period 2026, 2026-H1, 2026-Q3, 2026-09, 2026-W27, FY27 or FY27-Q3
	Until when do you give yourself?
	> 2026-06-30
	write this to 'k.yaml'? (yes or no)
	> yes
	EOT
	diff was.yaml k.yaml | grep '^[<>]' | diff -u - <(printf '%s\n' \
	    '> measure: {metric: halls won, to: 24}' '> due: 2026-06-30')
	grep -q '\[S01\]' err
	no grep -q 'M01\|T01' err
}

@test "no, an interrupt and Ctrl-D lose nothing and write nothing by halves" {
	judge python3
	plan
	expect 1 "printf '%s\n' 'halls won' halls 24 2026-06-30 no |
	    python3 $GF_TOP/t/typed.py -2 err smartcheck check --ask --no-context k.yaml"
	cmp was.yaml k.yaml
	sed -n '/--answers:$/,$p' err | sed 1d >lines
	answers 'halls won' halls 24 2026-06-30 | cmp - lines
	expect 0 'smartcheck check --ask --answers lines -i --no-context k.yaml'
	grep -qx 'measure: {metric: halls won, unit: halls, to: 24}' k.yaml
	plan
	expect 1 "printf '%s\n' 'halls won' ^C |
	    python3 $GF_TOP/t/typed.py -2 err smartcheck check --ask --no-context k.yaml || [ \$? -ne 130 ]"
	cmp was.yaml k.yaml
	grep -qx 'halls won' err
	expect 0 "printf '%s\n' 'halls won' '' 24 ^D y |
	    python3 $GF_TOP/t/typed.py smartcheck check --ask --no-context k.yaml"
	grep -qx 'measure: {metric: halls won, to: 24}' k.yaml
	no grep -q 'due: 2026-06' k.yaml
}

@test "answers from a file: -n shows, a pipe goes on, what does not fit stops" {
	plan
	expect 0 'printf "x\n\n3\n2026-06-30\n" | smartcheck check --ask --answers - -n --no-context k.yaml'
	git apply --check "$out"
	cmp was.yaml k.yaml
	printf 'x\n\n3\n2026-06-30\n' >lines
	expect 0 'smartcheck check --through --fail-on never --no-context k.yaml 2>/dev/null |
	    smartcheck check --ask --answers lines - 2>/dev/null | grep -c "^due: 2026-06-30"'
	[ "$(cat "$out")" = 1 ]
	printf 'x\n\n3\nsoon\n' >lines
	expect 2 smartcheck check --ask --answers lines -i --no-context k.yaml
	grep -qx "smartcheck: 'soon' is no answer to 'Until when do you give yourself?' for due of 'a'" "$err"
	cmp was.yaml k.yaml
	expect 2 smartcheck check --ask --no-input --no-context k.yaml
	grep -q '^smartcheck: cannot ask about what is missing' "$err"
	expect 2 smartcheck check --ask --fix k.yaml
	expect 2 smartcheck check --answers lines k.yaml
	expect 2 smartcheck check --ask --pass k.yaml
}

@test "an obstacle, a step, a why and a link go where the format has them" {
	printf '%s\n' 'goal: a' 'title: Win 24 halls by 31 December 2026' \
	    'due: 2026-12-31' 'owner: ana' 'level: individual' 'start: 2026-05-01' --- \
	    'goal: top' 'title: Win 240 halls by 31 December 2026' 'due: 2026-12-31' \
	    'owner: ana' 'level: individual' 'start: 2026-05-01' \
	    'why: [x]' 'serves: ana/flat' 'first-step: {do: x, by: 2026-06-01}' \
	    'obstacles: [{when: x y, then: call z}]' >k.yaml
	printf '%s\n' tip top 'It rains' 'Call the hall' >lines
	expect 2 smartcheck check --ask --answers lines -i --no-context k.yaml
	grep -q "'tip' is no answer" "$err"
	sed -i 1d lines
	cp k.yaml was.yaml
	expect 0 smartcheck check --ask --answers lines -i --no-context k.yaml
	diff was.yaml k.yaml | grep '^[<>]' | diff -u - <(printf '%s\n' '> supports: top' \
	    '> obstacles:' '>   - {when: It rains, then: Call the hall}')
}

@test "what would be different, what must not get worse, when a rhythm ends" {
	printf '%s\n' 'goal: a' 'title: Pick the cakes faster' 'level: team' \
	    'due: 2026-06-30' \
	    'measure: {metric: cakes packed, unit: cakes, from: 8, to: 70}' \
	    --- 'goal: b' 'title: Swim twice a week' 'why: [x]' >k.yaml
	cp k.yaml was.yaml
	printf '%s\n' 'broken cakes' 5 'a new oven' 2026-12-31 >lines
	expect 0 smartcheck check -a --ask --answers lines -i --no-context \
	    --fail-on never k.yaml
	diff was.yaml k.yaml | grep '^[<>]' | diff -u - <(printf '%s\n' \
	    '> guards:' '>   - {metric: broken cakes, at-most: 5}' \
	    '> because: {A: a new oven}' \
	    '> due: 2026-12-31')
}
