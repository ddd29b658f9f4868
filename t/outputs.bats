# Findings for machines: every format against a reader that nobody here wrote,
# with a plan that is clean, flawed, empty or hostile.
load helper

# fields that none of the goals here has
later='-D W05=off -D W06=off -D T09=off -D M10=off'

setup() {
	fresh
	judges=$GF_TOP/t/judges
	mkdir -p "$HOME/w/go als" "$HOME/w/sub" && cd "$HOME/w"
	git init -q --template= .
	cat >clean.yaml <<-'EOT'
	goal: east
	title: Renew 14 contracts by 31 December 2026
	owner: Cem
	start: 2026-04-01
	due: 2026-12-31
	measure: {metric: contracts renewed, unit: contracts, from: 4, to: 14, source: crm}
	obstacles: [{when: rain, then: call the hall}]
	progress: [{date: 2026-05-11, value: 5}]
	EOT
	cat >'go als/flawed.yaml' <<-'EOT'
	goal: north
	title: Gewinne 30 Größen-日本 by 31 December 2026
	owner: Ana
	due: 2026-12-31
	Größe日: 3
	measure: {metric: clinics won, unit: clinics, from: 0, to: 30, source: crm}
	supports: [suoth, nobody]
	duo: soon
	why: [TBD]
	obstacles: [{when: rain, then: call the hall}]
	---
	goal: south
	title: Renew 12 contracts
	owner: Ben
	due: 2026-02-30
	measure: {metric: contracts renewed, unit: contracts, from: 4, to: 12, source: crm}
	---
	goal: north
	title: Renew 14 contracts
	owner: Cem
	due: 2026-12-31
	EOT
	cat >hostile.yaml <<-'EOT'
	goal: "x\n::error file=a,line=1::forged"
	title: "::error::title\n##[error]old ##vso[task] \e[31m \u202e \u2028 \x85 ]]> <!-- & \" ' | ```a``b` % %0A , : \uFFFF # skip \\"
	owner: Cem
	due: 2026-13-45
	"::error title=k::key\n##[error]old ##vso[task] \e[31m \u202e \u2028 \x85 ]]> & \" ' | ```a``b` %0A , \uFFFF # TODO \\": 1
	"\n::warning::next line": 2
	---
	goal: [
	EOT
	: >empty.yaml
}

# safe FILE: no byte that a terminal or a build server would act upon
safe() {
	run ! env LC_ALL=C grep -aP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]' "$1"
	run ! grep -F -e '##[' -e '##vso[' "$1"
	[[ $2 == github ]] || run ! grep -E '^[ 	]*::' "$1"
}

# each FORMAT CMD...: CMD FILE... reads what every program makes of every kind
# of plan
each() {
	local format=$1 program all=()
	made() {
		local to="$HOME/$program.$2.$format"
		expect "$1" "$program" check -f "$format" "${@:3}"
		cp "$out" "$to" && all+=("$to")
	}
	shift
	for program in smartcheck alignmap whyladder obstacles cadence; do
		made 0 clean clean.yaml
		made 0 empty --allow-empty empty.yaml
		made 1 flawed -a $later --fail-on note 'go als'
		made 2 hostile -a $later hostile.yaml
		safe "$out" "$format"
	done
	# sanitized programs write the same bytes
	[ "$GF_V" != release ] || "$@" "${all[@]}"
}

# refused CMD...: the judge says no, so that its yes is worth something
refused() {
	local rc=0
	"$@" >/dev/null 2>&1 || rc=$?
	# prove ends with 255 where a test bails out
	[ "$rc" -ne 0 ] && { [ "$rc" -lt 126 ] || [ "$rc" -eq 255 ]; }
}

@test "several formats at once, each to its own file" {
	expect 1 smartcheck -f sarif=s.json -f junit=j.xml -f tap=t -f gnu 'go als'
	head -n 1 s.json | grep -q '"version":"2.1.0"'
	grep -q '<testsuites' j.xml
	grep -q '^not ok' t
	mv "$out" gnu && expect 1 smartcheck -f gnu 'go als'
	same_out gnu
	for f in json jsonl sarif github gitlab rdjson junit tap md; do
		expect 1 smartcheck -f $f 'go als'
		mv "$out" plain && expect 1 smartcheck -f $f=x 'go als'
		same_out </dev/null
		cmp plain x
	done
}

@test "two formats for standard output are one too many" {
	expect 2 smartcheck -f sarif -f gnu clean.yaml
	grep -q 'takes one format' "$err"
	expect 2 smartcheck -f serif clean.yaml
	grep -q "did you mean 'sarif'" "$err"
}

@test "json and jsonl hold to the schema that is published" {
	judge py:jsonschema
	schema=$GF_TOP/examples/ci/diagnostic.schema.json
	lines() { python3 "$judges/schema.py" "$schema" "$@"; }
	arrays() {
		python3 -c 'import json, sys
for name in sys.argv[1:]:
    for f in json.load(open(name)): print(json.dumps(f))' "$@" >all.jsonl
		[ "$(wc -l <all.jsonl)" -ge 20 ]
		lines all.jsonl
	}
	each jsonl lines
	each json arrays
	expect 1 smartcheck -f jsonl 'go als'
	sed 's/"private"/"privat"/' "$out" >bad.jsonl
	refused lines bad.jsonl
}

@test "SARIF passes the multitool with the rules of GitHub" {
	judge npm:@microsoft/sarif-multitool-linux
	judge jq
	tool=$judges/node_modules/@microsoft/sarif-multitool-linux
	tool=$(find "$tool" -name Sarif.Multitool -type f)
	[ -x "$tool" ] || chmod +x "$tool"
	export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_TieredPGO=0
	valid() {
		"$tool" validate "$@" --rule-kind 'Sarif;Gh' -o v.sarif \
		    --log ForceOverwrite >v.log 2>&1 || :
		if grep ': error' v.log; then return 1; fi
		jq -e '[.runs[].results[]? | select(.ruleId != "SARIF2005")] |
		    length == 0' v.sarif && rm v.sarif
	}
	each sarif valid
	expect 1 smartcheck -f sarif 'go als'
	jq -e '.runs[0] | .results[0].locations[0].physicalLocation.artifactLocation
	    .uri == "go%20als/flawed.yaml"' "$out"
	sed 's/go%20als/go als/' "$out" >bad.sarif
	refused valid bad.sarif
}

@test "SARIF counts characters, and names each rule that it uses" {
	judge jq
	(cd sub && expect 1 smartcheck -D F01=error -f sarif ../'go als')
	jq -c '.runs[0].results[] | select(.message.text | test("Größe")) |
	    .locations[0].physicalLocation | [.artifactLocation.uri,
	    .region[]]' "$out" >got
	echo '["go%20als/flawed.yaml",5,1,5,7]' | diff - got
	jq -e '.runs[0] | .tool.driver.rules as $rules | .results |
	    all(.ruleId == $rules[.ruleIndex].id)' "$out"
	jq -e '.runs[0].tool.driver.rules | all(.help.text != "" and
	    (.fullDescription.text | length) <= 1024)' "$out"
	jq -e '.runs[0].invocations[0].executionSuccessful' "$out"
	expect 2 smartcheck -f sarif 'go als' nowhere.yaml
	jq -e '.runs[0].invocations[0].executionSuccessful | not' "$out"
}

@test "workflow commands are what GitHub's runner reads, and nothing forged" {
	judge python3
	judge jq
	read_all() { python3 "$judges/commands.py" "$@" >got; }
	each github read_all
	expect 2 smartcheck -a -f github hostile.yaml
	python3 "$judges/commands.py" "$out" >got
	[ "$(grep -c '^::' "$out")" = "$(wc -l <got)" ]
	jq -e -s 'all(.file == "hostile.yaml" and (.message |
	    startswith("forged") | not))' got
	jq -e -s 'map(select(.title == "F01")) | length >= 2' got
	printf 'x ##[error]y\n' >bad
	refused python3 "$judges/commands.py" bad
	printf '::error line=1,endLine=2,col=1::y\n' >bad
	refused python3 "$judges/commands.py" bad
}

@test "ten annotations of a severity, the last says how many more" {
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do
		printf 'goal: g%d\ntitle: Sell %d vans\nduo: 1\nsupports: x%d\n---\n' $i $i $i
	done >many.yaml
	expect 1 smartcheck -a $later --fail-on note -f github many.yaml
	[ "$(grep -c '^::error' "$out")" = 10 ]
	[ "$(grep -c '^::warning' "$out")" -le 10 ]
	[ "$(grep -c '^::notice' "$out")" -le 10 ]
	all=$(grep -c '^many.yaml:[0-9]*:[0-9]*: ' "$out")
	shown=$(grep -c '^::.*title=' "$out")
	tail -n 1 "$out" >last
	echo "::notice::$((all - shown)) more findings, see the log" | diff - last
}

@test "on GitHub annotations come by themselves, and a summary of the step" {
	expect 1 smartcheck 'go als'
	run ! grep '^::' "$out"
	expect 1 env GITHUB_ACTIONS=true GITHUB_STEP_SUMMARY="$HOME/sum" smartcheck 'go als'
	grep -q '^::error file=go als/flawed.yaml,line=' "$out"
	expect 1 smartcheck -f md 'go als'
	same_out "$HOME/sum"
	expect 1 env GITHUB_ACTIONS=true smartcheck -f gnu 'go als'
	run ! grep '^::' "$out"
	expect 2 env GITHUB_ACTIONS=true GITHUB_STEP_SUMMARY=/nowhere/x smartcheck 'go als'
	grep -q "cannot write '/nowhere/x'" "$err"
}

@test "a table for people holds text as code, four cells a row" {
	expect 2 smartcheck -a -f md hostile.yaml
	safe "$out" md
	sed 's/\\|//g' "$out" | awk -F '|' '/^\|/ && NF != 6 { exit 1 }'
	grep -qF '```` ' "$out"
	expect 0 smartcheck -f md clean.yaml
	printf '### smartcheck\n\n1 goal, nothing to ask\n' | same_out
}

@test "GitLab's report has what its widget wants, each entry its own mark" {
	judge py:jsonschema
	judge jq
	valid() {
		python3 "$judges/schema.py" "$judges/gitlab.schema.json" "$@"
		jq -es 'all((map(.fingerprint) | unique | length) == length)' "$@"
	}
	each gitlab valid
	{ cat 'go als/flawed.yaml'; echo ---; cat 'go als/flawed.yaml'; } >twice.yaml
	expect 1 smartcheck -a -f gitlab twice.yaml
	cp "$out" twice.json && valid twice.json
	sed 's/"major"/"bad"/' "$out" >bad.json
	refused python3 "$judges/schema.py" "$judges/gitlab.schema.json" bad.json
	expect 0 smartcheck -f gitlab clean.yaml
	echo '[]' | same_out
}

@test "reviewdog's diagnostics hold to its schema, in bytes" {
	judge py:jsonschema
	judge jq
	valid() { python3 "$judges/schema.py" "$judges/rdjson.schema.json" "$@"; }
	each rdjson valid
	expect 1 smartcheck -f rdjson 'go als'
	jq -c '.diagnostics[] | select(.message | test("Größe")) |
	    .location.range | [.start.column, .end.column]' "$out" >got
	echo '[1,11]' | diff - got
	jq -c '.diagnostics[] | select(.message | test("duo")) |
	    .suggestions[0] | [.range.start.line, .range.start.column,
	    .range.end.column, .text]' "$out" >got
	echo '[8,1,4,"due"]' | diff - got
	sed 's/"ERROR"/"error"/' "$out" >bad.json
	refused valid bad.json
}

@test "JUnit is XML of the common shape, and its sums are true" {
	judge xmllint
	judge py:junitparser
	valid() {
		xmllint --noout --relaxng "$judges/junit.rng" "$@"
		python3 - "$@" <<-'EOT'
		import sys
		from junitparser import JUnitXml, Error, Failure
		for name in sys.argv[1:]:
		    x = JUnitXml.fromfile(name)
		    said = (x.tests, x.failures, x.errors)
		    cases = [c for s in x for c in s]
		    kinds = [type(r) for c in cases for r in c.result]
		    assert said == (len(cases), kinds.count(Failure), kinds.count(Error)), said
		    assert cases
		EOT
	}
	each junit valid
	expect 2 smartcheck -f junit hostile.yaml nowhere.yaml
	cp "$out" j.xml && valid j.xml
	grep -q '<error type="yaml"' j.xml
	grep -q '<error type="input"' j.xml
	sed 's/<testcase /<case /' "$out" >bad.xml
	refused valid bad.xml
}

@test "JUnit has a case a goal and letter: progress shows" {
	expect 0 smartcheck -f junit clean.yaml
	grep -o 'name="east [A-Z]"' "$out" >got
	printf 'name="east %s"\n' S M A R T | diff - got
	expect 1 smartcheck -f junit 'go als'
	grep -A 1 'name="north F01"' "$out" | grep -q '<failure type="F01"'
}

@test "TAP is read by prove and by tap-parser" {
	judge prove
	judge npm:tap-parser
	parse() { node "$judges/tap.mjs" "$@"; }
	each tap parse
	expect 0 smartcheck -f tap clean.yaml
	prove -Q --exec cat "$out"
	expect 1 smartcheck -f tap 'go als'
	refused prove -Q --exec cat "$out"
	sed 's/^not ok 1 /not 1 /' "$out" >bad.tap
	refused parse bad.tap
	expect 2 smartcheck -f tap clean.yaml nowhere.yaml
	refused prove -Q --exec cat "$out"
	expect 0 smartcheck -f tap --allow-empty empty.yaml
	prove -Q --exec cat "$out"
	expect 2 smartcheck -a -f tap hostile.yaml
	run ! grep -iE '^(not )?ok.*[^\]# *(skip|todo)' "$out"
}

@test "the block of a TAP line is YAML that says where" {
	judge py:yaml
	expect 2 smartcheck -a $later -f tap hostile.yaml 'go als'
	python3 - "$out" <<-'EOT'
	import re, sys, yaml
	text = open(sys.argv[1], encoding="utf-8", newline="\n").read()
	blocks = re.findall(r"^  ---\n(.*?)^  \.\.\.\n", text, re.S | re.M)
	assert len(blocks) == len(re.findall(r"^not ok", text, re.M)) > 4
	for b in blocks:
	    d = yaml.safe_load(b)
	    assert d["message"] and d["at"]["line"] >= 1 and d["severity"]
	EOT
}

@test "what a comment silences stays in SARIF, JUnit and TAP, marked" {
	judge jq
	sed -i '/^duo:/s/$/ # smartcheck: ok F01 -- asked in #12/' 'go als/flawed.yaml'
	expect 1 smartcheck -f sarif 'go als'
	jq -c '.runs[0].results[] | select(.suppressions) |
	    [.ruleId, .suppressions[0].kind, .suppressions[0].justification]' "$out" >got
	echo '["F01","inSource","asked in #12"]' | diff - got
	expect 1 smartcheck -f tap 'go als'
	grep -qE '^ok [0-9]+ - go als/flawed.yaml north F01 # SKIP asked in \\#12$' "$out"
	expect 1 smartcheck -f junit 'go als'
	grep -q '<skipped message="asked in #12"/>' "$out"
	head -n 2 "$out" | grep -q 'skipped="1"'
	for f in github gitlab rdjson md; do
		expect 1 smartcheck -f $f 'go als'
		run ! grep 'duo' "$out"
	done
}

@test "a diff of the safe fixes is taken by git and by patch" {
	judge patch
	sed -i 's/^status:.*//; s/^owner: Ana/&\nstatus: actve/' 'go als/flawed.yaml'
	expect 1 smartcheck -f diff 'go als'
	cp "$out" fix.patch
	grep -q '^+status: active' fix.patch
	git apply --check fix.patch
	patch -p1 --dry-run <fix.patch
	expect 1 smartcheck -f diff=other.patch -f sarif=s.json 'go als'
	cmp fix.patch other.patch
	[ -s s.json ]
	expect 1 smartcheck -f gnu 'go als'
	cp "$out" gnu
	expect 1 smartcheck -f diff=other.patch -f gnu 'go als'
	same_out gnu
	expect 1 smartcheck -f diff=other.patch 'go als'
	same_out </dev/null
	expect 0 smartcheck -f diff=none.patch clean.yaml
	[ ! -s none.patch ]
	(cd sub && expect 1 smartcheck -f diff ../'go als')
	git apply --check "$out"
	git apply fix.patch
	expect 0 smartcheck -f diff clean.yaml
	same_out </dev/null
	expect 0 smartcheck -f diff 'go als'
	same_out </dev/null
	git apply -R fix.patch
	for program in smartcheck alignmap whyladder obstacles cadence; do
		expect 0 "$program" check -f diff clean.yaml
		same_out </dev/null
		expect 0 "$program" check --allow-empty -f diff empty.yaml
		same_out </dev/null
		expect 1 "$program" check -f diff 'go als'
		same_out fix.patch
		expect 2 "$program" check -f diff hostile.yaml
		safe "$out" diff
	done
}
