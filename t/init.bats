# smartcheck init: what a repository of goals begins with, and the schema, which
# editors know the format by.
load helper

setup() {
	fresh
	mkdir ../new && cd ../new && git init -q --template= .
}

YLS="$GF_TOP/t/judges/yls.mjs"

@test "it writes a plan that there is nothing to ask about" {
	expect 0 smartcheck init
	same_out <<-'EOT'
	# for git, once in each clone: the id of a goal above each change
	git config diff.goal.xfuncname '^[{[:space:]]*((goal|person|team|company|session|log|defaults):[[:space:]]*[^,#]*)'
	EOT
	[ "$(find . -name .git -prune -o -type f -print | LC_ALL=C sort | tr '\n' ' ')" = \
	    './.editorconfig ./.gitattributes ./.goalfile.yaml ./goals/company.yaml ./goals/first.yaml ./goals/goal.schema.json ./goals/people.yaml ' ]
	for p in smartcheck alignmap whyladder obstacles cadence; do
		"$p" -h 2>&1 | grep -q '^usage: .*check\|^  check ' || continue
		expect 0 "$p" check -a --fail-on warning
	done
	expect 0 smartcheck check -a --fail-on note
	[ ! -s "$out" ]
	expect 0 smartcheck --show-config
	grep -q 'roots:.*goals' "$out"
	for kind in goal person team company session log defaults; do
		grep -qh "^$kind:" goals/*.yaml || { echo "no $kind"; return 1; }
	done
}

@test "dates are those of the day: this quarter and the next" {
	expect 0 smartcheck init --today 2027-11-03
	grep -qx '  start: 2027-10-01' goals/first.yaml
	grep -qx 'due: 2028-03-31' goals/first.yaml
	expect 0 smartcheck check -a --fail-on note --today 2027-11-03
}

@test "it never overwrites, goes into a directory and says what it left" {
	echo '# mine' >.gitattributes
	mkdir goals && ln -s /dev/null goals/first.yaml
	expect 0 smartcheck init
	[ "$(cat .gitattributes)" = '# mine' ] && [ -L goals/first.yaml ]
	grep -qx "smartcheck: '.gitattributes' is there already and stays as it is" "$err"
	grep -qx "smartcheck: 'goals/company.yaml' is new" "$err"
	expect 0 smartcheck init sub/deep
	[ -f sub/deep/goals/first.yaml ]
	expect 2 smartcheck init a b
	chmod 755 . && : >file
	expect 2 smartcheck init file
	grep -q "'file/.goalfile.yaml': Not a directory" "$err"
}

@test "git puts the id of the goal above a change, as the lines say" {
	smartcheck init 2>/dev/null | grep '^git config diff' >lines
	sh lines
	git add . && git commit -qm a
	sed -i 's/^  to: 12 .*/  to: 13/' goals/first.yaml
	git diff goals/first.yaml | grep -q '^@@.*@@ goal: first-goal'
}

@test "the schema is one, and each key says what it is for" {
	judge py:jsonschema
	smartcheck init >/dev/null 2>&1
	python3 - <<-'EOT'
	import json, jsonschema
	schema = json.load(open("goals/goal.schema.json"))
	jsonschema.Draft7Validator.check_schema(schema)
	for name, table in schema["definitions"].items():
	    for key, what in table["properties"].items():
	        assert what["description"] and what["markdownDescription"], (name, key)
	        assert table["additionalProperties"] is False
	EOT
}

@test "the schema finds in all plans what smartcheck finds wrong in their keys" {
	judge py:jsonschema
	judge py:yaml
	smartcheck init >/dev/null 2>&1
	cat >see.py <<-'EOT'
	import json, sys, jsonschema, yaml
	v = jsonschema.Draft7Validator(json.load(open("goals/goal.schema.json")))
	for path in sys.argv[1:]:
	    for d in yaml.load_all(open(path), Loader=yaml.BaseLoader):
	        if isinstance(d, dict) and not v.is_valid(d):
	            print(path, d.get("goal", next(iter(d.values()))))
	EOT
	mapfile -t plans < <(find "$GF_TOP"/t/corpus "$GF_TOP"/examples -name '*.yaml')
	python3 see.py "${plans[@]}" | sort -u >seen
	[ "$(wc -l <seen)" -gt 5 ]
	while read -r path id; do
		smartcheck check -a --fail-on never --no-context "$path" -f jsonl |
		    grep -E '"check":"(F0[1235]|S09|T0[23])"' | grep -qF "\"goal\":\"$id\"" ||
		    { echo "$path: $id"; return 1; }
	done <seen
}

@test "yaml-language-server accepts what init writes, and our examples" {
	judge node
	judge npm:yaml-language-server
	smartcheck init >/dev/null 2>&1
	for f in "$GF_TOP"/examples/{greeting,market-share}/goals/*.yaml; do
		sed 's/^---.*/&\n# $schema: .\/goal.schema.json/
		    1s/^/# $schema: .\/goal.schema.json\n/' "$f" >"goals/${f##*/}"
	done
	node "$YLS" goals/*.yaml >said
	cat said
	[ ! -s said ]
}

@test "yaml-language-server reports an extra key, a wrong word, a wrong date" {
	judge node
	judge npm:yaml-language-server
	smartcheck init >/dev/null 2>&1
	cat >goals/bad.yaml <<-'EOT'
	# yaml-language-server: $schema=./goal.schema.json
	goal: a
	title: x
	due: end of May
	status: activ
	mesure: {to: 3}
	measure: {too: 3}
	---
	# $schema: ./goal.schema.json
	person: Ana
	confidence: 3
	---
	# $schema: ./goal.schema.json
	goal: b
	---
	# $schema: ./goal.schema.json
	defaults: {progress: []}
	EOT
	node "$YLS" goals/bad.yaml | LC_ALL=C sort -t: -k2n | diff -u - <(cat <<-'EOT'
	goals/bad.yaml:4: a date such as 2026-09-30 or a period such as 2026-Q3
	goals/bad.yaml:5: Value must be "draft" | "active" | "paused" | "done" | "dropped".
	goals/bad.yaml:6: Property mesure is not allowed.
	goals/bad.yaml:7: Property too is not allowed.
	goals/bad.yaml:10: an id such as ana-new-logos (a-z 0-9 . _ -)
	goals/bad.yaml:11: Property confidence is not allowed.
	goals/bad.yaml:14: Missing property "title".
	goals/bad.yaml:17: Property progress is not allowed.
	EOT
	)
}
