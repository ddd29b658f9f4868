#!/usr/bin/env bats
# alignmap map for other programs: each of them reads what was written and finds
# the plan in it, whatever somebody wrote into a title.
load helper

hostile=$GF_TOP/t/cases/alignmap/map-dot/in.yaml

# drawn KIND FORMAT [FILE]: a reader of that kind finds the goals of the plan
drawn() {
	alignmap map --fail-on never -f "$2=map" -f json=plan.json ${3+"$3"}
	if [ "$1" = svg ]; then
		dot -Tsvg -o map.svg map 2>"$err"
		diff -u /dev/null "$err"
		mv map.svg map
	fi
	node "$GF_TOP/t/judges/map.mjs" "$1" map plan.json
}

@test "graphviz draws the plan, and finds each title, id and link" {
	judge dot
	judge node
	judge npm:jsdom
	drawn svg dot
	drawn svg dot "$hostile"
}

@test "mermaid reads the plan, and finds each title, id and link" {
	judge node
	judge npm:jsdom
	judge npm:mermaid
	drawn mermaid mermaid
	drawn mermaid mermaid "$hostile"
}

@test "the judge of drawings finds a title that was changed" {
	judge node
	judge npm:jsdom
	judge npm:mermaid
	drawn mermaid mermaid "$hostile"
	sed 's/onerror/Onerror/' map >other
	no node "$GF_TOP/t/judges/map.mjs" mermaid other plan.json
	sed '/g3 --> g2/d' map >other
	no node "$GF_TOP/t/judges/map.mjs" mermaid other plan.json
}

@test "a map is the same each time, and however many threads read" {
	for f in dot mermaid json csv html tags; do
		expect 1 alignmap map -f $f
		mv "$out" once
		expect 1 alignmap map -f $f -j 1
		same_out once
	done
}

@test "without a format a map is a graph" {
	expect 1 alignmap map
	mv "$out" once
	expect 1 alignmap map -f dot
	same_out once
}

@test "the counts of csv are those of json, and add up" {
	judge python3
	alignmap map --fail-on never -f csv=map.csv -f json=plan.json
	python3 - <<-'E'
	import csv, json
	plan = json.load(open('plan.json'))
	head, *rows = csv.reader(open('map.csv', newline=''))
	have = {}
	for r in rows:
	    row = dict(zip(head, r))
	    have[row['owner']] = {k: int(v) for k, v in row.items()
	        if v and k not in ('owner', 'kind', 'team')}
	want = {}
	for o in plan['owners']:
	    want[o['owner']] = dict(o['carries'], **{'(all)': o['goals']})
	    if o['none']:
	        want[o['owner']]['(none of these)'] = o['none']
	assert have == want, (have, want)
	assert have['ana'] == {'acme-arr': 5, '(all)': 5}, have['ana']
	assert have['mara'] == {'(all)': 0}
	# by hand from the links: open goals below the company with an owner
	of = {g['goal']: g for g in plan['goals'] if not g.get('private')}
	def tops(g, seen):
	    for p in of[g]['supports']:
	        if p in of and p not in seen:
	            seen.add(p)
	            tops(p, seen)
	    return seen
	n = sum(1 for g in of if 'acme-go-live' in tops(g, set())
	    and of[g]['level'] != 'company' and of[g]['status'] != 'achieved')
	assert n == sum(r.get('acme-go-live', 0) for r in have.values()), n
	E
}

@test "a spreadsheet runs nothing of what csv holds" {
	expect 0 alignmap map -f csv --fail-on never "$hostile"
	no grep -qE "(^|,)\"?[=+@-]" "$out"
	[ "$(grep -c "^'" "$out")" -eq 4 ]
}

@test "an editor jumps from an id to where it is" {
	judge vim
	alignmap map --fail-on never -f tags=tags
	vim -Nu NONE -es -c 'set tags=tags' -c 'tag partner-abroad' \
	    -c 'call writefile([expand("%") .. ":" .. line(".") .. ":" .. getline(".")], "at")' \
	    -c 'tag ana-q2' \
	    -c 'call writefile([expand("%") .. ":" .. line(".") .. ":" .. getline(".")], "at", "a")' \
	    -c 'qa!' </dev/null
	diff -u - at <<-E
	goals/ana.yaml:$(grep -n '  - id: partner-abroad' goals/ana.yaml)
	goals/ana.yaml:$(grep -n '^goal: ana-q2$' goals/ana.yaml)
	E
	LC_ALL=C sort -c tags
	# what only the coach may read has no tag
	grep -q '^partner-abroad	' tags
	no grep -q '^friday-dread	' tags
	expect 1 alignmap map -f tags --audience coach
	grep -q '^friday-dread	' "$out"
}

@test "a name that a tags file cannot hold is left out" {
	mkdir odd
	cp goals/ana.yaml odd/$'tab\there.yaml'
	expect 1 alignmap map -f tags --no-context odd
	no grep -q '^ana-q2' "$out"
	grep -q '^!_TAG_FILE_SORTED	1	' "$out"
}

@test "what is kept private is on no map, and that is said" {
	judge jq
	for f in dot mermaid csv tags html; do
		expect 1 alignmap map -f $f
		no grep -q 'tom-marathon\|marathon' "$out"
	done
	expect 1 alignmap map -f dot
	grep -q '^	// (kept private) 1 goal; --audience coach shows it$' "$out"
	expect 1 alignmap map -f mermaid
	grep -q '^	%% (kept private) 1 goal' "$out"
	n=$(alignmap map -f json --fail-on never | jq '.goals | map(select(.private)) | length')
	[ "$n" -eq 1 ]
}

@test "on a terminal, too, only text shows what is for the coach" {
	judge script
	for c in 'tree -f jsonl' 'map' 'map -f html'; do
		script -qec "alignmap $c --fail-on never" /dev/null </dev/null >"$out"
		grep -q 'ana-q2' "$out"
		no grep -q 'Kiel half marathon' "$out"
	done
	script -qec 'alignmap tree --fail-on never' /dev/null </dev/null >"$out"
	grep -q 'lin-half' "$out"
}

@test "no control or direction mark of a title reaches a reader" {
	for f in dot mermaid json csv tags html; do
		expect 0 alignmap map -f $f --fail-on never "$hostile"
		no grep -nP '[\x{202a}-\x{202e}\x{2066}-\x{2069}\x{80}-\x{9f}]' "$out"
		tr -d '\r' <"$out" >shown
		no env LC_ALL=C grep -naP '[\x00-\x08\x0b-\x1f\x7f]' shown
		no grep -E '^(::|##\[)' "$out"
	done
}

@test "an empty plan is an empty map" {
	judge jq
	mkdir none && cd none
	printf 'person: ana\nname: Ana\n' >ana.yaml
	for f in dot mermaid json csv tags; do
		expect 0 alignmap map -f $f ana.yaml
		[ -s "$out" ]
	done
	expect 0 alignmap map -f json --no-context ana.yaml
	jq -e '.goals == [] and .links == [] and .owners[0].goals == 0' "$out"
}

@test "a map of a part shows that part and the way up" {
	expect 1 alignmap map -f mermaid --under sales-q2
	[ "$(grep -c ' --> ' "$out")" -ge 8 ]
	no grep -q 'acme-iso' "$out"
	full alignmap map -f dot
}
