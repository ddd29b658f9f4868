# check --fix: what is mechanical and safe is put right, and nothing else.
load helper

doc() { printf '%s\n' "$@" >g.yaml; cp g.yaml was.yaml; }
# fixed RC WORD...: with these options in place; the lines that differ
fixed() {
	cat >wanted
	expect 0 smartcheck check --fix "$@" -i --no-context g.yaml
	diff was.yaml g.yaml | grep '^[<>]' | diff -u wanted -
}

@test "a key, a word, an eaten text, a split number, a comment that is not used" {
	doc '# head' 'goal: a' 'title: Close deal #4711   ' 'stauts: draft   # x' \
	    'due: 2026-06-30 # smartcheck: ok T01 -- old' \
	    'measure: {metric: deals, to: 1,200}' 'strategy: &then call' \
	    'kind: strech' 'why: [x]'
	fixed <<-'EOT'
	< title: Close deal #4711   
	< stauts: draft   # x
	< due: 2026-06-30 # smartcheck: ok T01 -- old
	< measure: {metric: deals, to: 1,200}
	< strategy: &then call
	< kind: strech
	> title: "Close deal #4711"   
	> status: draft   # x
	> due: 2026-06-30
	> measure: {metric: deals, to: "1,200"}
	> strategy: "&then call"
	> kind: stretch
	EOT
	grep -qx 'smartcheck: 6 findings fixed' "$err"
	expect 0 smartcheck check --fix -i --no-context g.yaml
	no grep -q fixed "$err"
}

@test "what is no YAML for want of quotes gets them" {
	doc 'goal: a' 'title: Win: 24 customers  # x' --- 'goal: b' 'title: @home 2 halls' \
	    --- 'goal: c' 'title: "Best" 3 halls by June' --- 'goal: d' "title: it's \"fine\"" \
	    --- 'goal: e' 'title: [North] 4 halls'
	fixed <<-'EOT'
	< title: Win: 24 customers  # x
	> title: "Win: 24 customers"  # x
	< title: @home 2 halls
	> title: "@home 2 halls"
	< title: "Best" 3 halls by June
	> title: "\"Best\" 3 halls by June"
	< title: [North] 4 halls
	> title: "[North] 4 halls"
	EOT
	doc 'goal: a' 'title: x' $'\tdue: 3'
	expect 2 smartcheck check --fix -i --no-context g.yaml
	cmp was.yaml g.yaml
}

@test "never an id, an owner, one of two near words, a key that is there" {
	doc 'goal: a' 'title: Win 24 customers by 30 June 2026' 'owner: anna-r' \
	    'supports: ana-q2' 'mesure: {to: 3}' 'measure: {metric: x, to: 3}' \
	    'set-by: ow' 'xyz: 1' 'why: [x]' --- 'person: anna-x' 'name: A' --- \
	    'goal: ana-q3' 'title: Win 2 more by 30 June 2026' 'why: [y]'
	expect 0 smartcheck check --fix=unsafe -n --no-context g.yaml
	no grep -Eq '^[-+](owner|supports|goal|person):? ' "$out"
	expect 0 smartcheck check --fix -i --no-context g.yaml
	grep -qx 'mesure: {to: 3}' g.yaml
	grep -qx 'supports: ana-q2' g.yaml
	grep -qx 'owner: anna-r' g.yaml
}

@test "one unused id leaves its list, all of them the comment" {
	doc 'goal: a # smartcheck: ok T01, M03,M12 -- x' 'title: Win 24 customers' \
	    '# smartcheck: ok X01 -- y' 'why: [x]' 'tags: [x]   # smartcheck: ok X01 -- y'
	fixed -D M03=off <<-'EOT'
	< goal: a # smartcheck: ok T01, M03,M12 -- x
	> goal: a # smartcheck: ok T01, M03 -- x
	< # smartcheck: ok X01 -- y
	< tags: [x]   # smartcheck: ok X01 -- y
	> tags: [x]
	EOT
}

@test "-n shows the patch, -f diff says by its status whether there is one" {
	doc 'goal: a' 'title: Win 24 customers by 30 June 2026' 'kind: strech' 'why: [x]'
	expect 0 smartcheck check --fix -n --no-context g.yaml
	git apply --check "$out"
	cmp was.yaml g.yaml
	expect 1 smartcheck check -f diff --no-context g.yaml
	patch -s -p1 <"$out"
	grep -qx 'kind: stretch' g.yaml
	expect 0 smartcheck check -f diff --no-context g.yaml
	[ ! -s "$out" ]
	expect 2 smartcheck check -i g.yaml
	same_err <<-'EOT'
	smartcheck: -i and -n belong to a check with --fix or --ask
	EOT
	expect 2 smartcheck check --fix=all g.yaml
	expect 2 smartcheck check --fix --pass g.yaml
}

@test "in a pipe the stream goes on, the findings beside it" {
	doc 'goal: a' 'title: Win 24 customers' 'kind: strech' 'why: [x]'
	expect 0 'smartcheck check --through --no-context g.yaml 2>/dev/null |
	    smartcheck check --fix - | alignmap check --through - 2>/dev/null |
	    smartcheck check --fix -i --no-context - '
	grep -qx 'kind: stretch' g.yaml
	grep -q 'g.yaml:1:1: .*\[T01\]' "$err"
	expect 0 'printf "goal: a\r\ntitle: x y\r\nkind: strech" | smartcheck check --fix --no-context -'
	printf 'goal: a\r\ntitle: x y\r\nkind: stretch' | cmp - "$out"
}

@test "what was fixed elsewhere meanwhile is not written over" {
	doc 'goal: a' 'title: Win 24 customers by 30 June 2026' 'kind: strech' 'why: [x]'
	smartcheck check --through --fail-on never --no-context g.yaml >s 2>/dev/null
	sed -i 's/24/25/' g.yaml
	cp g.yaml now.yaml
	expect 2 'smartcheck check --fix -i - <s'
	cmp now.yaml g.yaml
}

@test "every fix of the corpora leaves a document that is read" {
	cp -R "$GF_TOP/t/corpus" plans
	expect 0 'smartcheck check --fix=unsafe -i --no-context plans 2>/dev/null; true'
	smartcheck check -f jsonl -a --fail-on never --no-context plans >after 2>/dev/null
	no grep -q '"check":"yaml"' after
}
