# The hooks and jobs of examples/, in a clone where a person would have them.
load helper

setup() {
	# scripts: what the programs do in them, git.bats tries sanitized too
	[ "$GF_V" = release ] || skip 'once is enough'
	fresh
	mkdir -p "$HOME/w/goals" && cd "$HOME/w"
	git init -q -b main --template= .
	mkdir -p .git/hooks
	goal top 30 >goals/top.yaml
	goal ana 12 'supports: top' >goals/ana.yaml
	git add -A && git commit -qm one
	cp "$GF_TOP"/examples/hooks/* .git/hooks/
	rm .git/hooks/pre-receive
}

goal() {
	cat <<-EOT
	goal: $1
	title: Renew $2 contracts by 31 December 2026
	owner: Cem
	start: 2026-04-01
	due: 2026-12-31
	measure: {metric: contracts renewed, unit: contracts, from: 0, to: $2, source: crm}
	${3:-tags: [x]}
	obstacles: [{when: rain, then: call the hall}]
	progress: [{date: 2026-05-11, value: 1}]
	EOT
}
bad() { goal "$1" 9 'supports: nobody'; }
said() { cat "$out" "$err" >both; grep -q "$1" both; }

@test "pre-commit refuses a bad commit, and a link that leads nowhere" {
	bad new >goals/new.yaml && git add -A
	expect 1 git commit -qm two
	said "goals/new.yaml:7:11: error: no goal 'nobody' \[R02\]"
	[ "$(grep -c nobody both)" = 2 ]
	goal new 9 'supports: top' >goals/new.yaml
	expect 1 git commit -qm two
	expect 0 git commit -qam two
	echo x >notes && git add notes
	expect 0 git commit -qm three
	git rm -q goals/top.yaml
	expect 1 git commit -qm four
	said "goals/ana.yaml:7:11: error: no goal 'top'"
}

@test "pre-commit returns the worse status of the two" {
	mkdir "$HOME/fake"
	for pair in '0 1 1' '1 0 1' '2 1 2' '0 2 2' '0 0 0'; do
		set -- $pair
		printf '#!/bin/sh\nexit %s\n' "$1" >"$HOME/fake/smartcheck"
		printf '#!/bin/sh\nexit %s\n' "$2" >"$HOME/fake/alignmap"
		chmod +x "$HOME"/fake/*
		PATH=$HOME/fake:$PATH expect "$3" .git/hooks/pre-commit
	done
}

@test "commit-msg wants a trailer Goal to name an open goal" {
	commit() { git commit -q --allow-empty -m 'Say more' -m "$1"; }
	expect 0 commit 'Goal: ana'
	expect 0 commit 'Goals are good: read them'
	goal q2.north_1 9 'supports: top' >goals/q2.yaml && git add goals/q2.yaml
	expect 0 commit 'Goal: q2.north_1'
	expect 0 commit $'Goal: ana\nGoal: top\nSigned-off-by: Ann <a@b>'
	expect 1 commit 'Goal: anna'
	said "no goal 'anna': did you mean 'ana'"
	expect 1 commit $'Goal: ana\nGoal: nobody'
	expect 1 commit 'Goal: ../../etc'
	said "is no id"
	expect 1 commit 'Goal: -i'
	printf 'status: done\nclose: {date: 2026-05-12, score: 1, verdict: achieved, learned: calls help}\n' >>goals/ana.yaml
	git add -A
	expect 1 commit 'Goal: ana'
	said "goal 'ana' is closed"
}

@test "pre-receive refuses what a push brings, not what was there" {
	rm .git/hooks/*
	bad old >goals/old.yaml && git add -A && git commit -qm two
	git clone -q --bare . "$HOME/bare.git" && git remote add far "$HOME/bare.git"
	cp "$GF_TOP/examples/hooks/pre-receive" "$HOME/bare.git/hooks/"
	echo x >x && git add -A && git commit -qm three
	expect 0 git push -q far main
	bad new >goals/new.yaml && git add -A && git commit -qm four
	expect 1 git push -q far main
	said "goals/new.yaml:7:11: error: no goal 'nobody'"
	run ! grep old.yaml both
	expect 1 git push -q far main:topic
	git reset -q --hard HEAD~1
	expect 0 git push -q far main:topic
	expect 0 git push -q far :topic
	git tag v1 && expect 0 git push -q far v1
	git checkout -q --orphan other && git rm -qrf . && echo y >y && git add y && git commit -qm lone
	expect 0 git push -q far other
}

@test "pre-receive says when a push lowers the gate" {
	rm .git/hooks/*
	git clone -q --bare . "$HOME/bare.git" && git remote add far "$HOME/bare.git"
	sed 's/check "\$@"/& -D F13=error/' "$GF_TOP/examples/hooks/pre-receive" >"$HOME/bare.git/hooks/pre-receive"
	chmod +x "$HOME/bare.git/hooks/pre-receive"
	echo 'checks: {R02: off}' >.goalfile.yaml
	bad new >goals/new.yaml && git add -A && git commit -qm two
	expect 1 git push -q far main
	said 'this change sets R02 from error to off'
}

@test "post-merge says what came, and refuses nothing" {
	rm .git/hooks/pre-commit
	git checkout -qb topic && bad new >goals/new.yaml && git add -A && git commit -qm two
	git checkout -q main && echo x >x && git add x && git commit -qm three
	expect 0 git merge -q --no-edit topic
	said "goals/new.yaml:7:11: error: no goal 'nobody'"
}

@test "pre-commit's own manifest is right" {
	judge pre-commit
	expect 0 pre-commit validate-manifest "$GF_TOP/.pre-commit-hooks.yaml"
}

@test "without names the commit is judged, and with nothing staged the plan" {
	hook=("$GF_TOP/bin/pre-commit-goalfile" alignmap check --allow-empty)
	expect 0 "${hook[@]}"
	git rm -q --cached goals/top.yaml
	expect 1 "${hook[@]}"
	said "goals/ana.yaml:7:11: error: no goal 'top'"
	git reset -q && bad old >goals/old.yaml
	git add -A && git commit -q --no-verify -m two
	goal new 9 'supports: top' >goals/new.yaml && git add -A
	expect 0 "${hook[@]}"
	git commit -q --no-verify -m three
	printf '' | expect 1 "${hook[@]}"
	said "goals/old.yaml:7:11: error: no goal 'nobody'"
	mkdir "$HOME/none" && cd "$HOME/none" && git init -q . && expect 0 "${hook[@]}"
}

@test "what is no YAML for us is somebody else's, unless it looks like ours" {
	for text in 'a: !Ref x' '{{ .Values.x }}: b: c' '%TAG ! tag:x,2002:\n---\na: 1' 'a: 1\na: 2'; do
		printf "${text/#%/%%}\n" >f.yaml
		expect 0 smartcheck check --allow-empty f.yaml
		expect 0 'smartcheck check --allow-empty --stdin-filename f.yaml - <f.yaml'
		expect 2 smartcheck check f.yaml
		expect 2 'smartcheck check --allow-empty --through - <f.yaml'
		grep -qF "$(tail -n 1 f.yaml)" "$out"
	done
	for text in 'goal ana\ntitle: x' '{"goal": a, "b"' 'title: x: y\ngoal: a' '# x\n goal: x: y'; do
		printf "$text\n" >f.yaml
		expect 2 smartcheck check --allow-empty f.yaml
	done
}

@test "pre-commit try-repo builds the clone and judges with it" {
	judge pre-commit
	rm .git/hooks/*
	mkdir "$HOME/clone"
	(cd "$GF_TOP" && { git ls-files -co --exclude-standard 2>/dev/null || find . -type f; } |
	    grep -E '^(\./)?(bin/|lib/|Makefile$|\.pre-commit)' | grep -vE 'bin/(smartcheck|alignmap)$' |
	    tar cf - -T - | tar xf - -C "$HOME/clone")
	(cd "$HOME/clone" && git init -q . && git add -A && git commit -qm x)
	export PRE_COMMIT_HOME=$HOME/pc PATH=${PATH#"$GF_BIN:$GF_T/tool:"}
	no command -v smartcheck
	bad new >goals/new.yaml && printf 'a: 1\n' >other.yaml && git rm -q goals/top.yaml && git add -A
	# each try builds anew; that it can is what counts here, not how fast it is
	CFLAGS='-O0 -w' expect 1 pre-commit try-repo "$HOME/clone"
	said "goals/ana.yaml:7:11: error: no goal 'top'"
	said 'Executable `smartcheck` not found'
	[ "$(grep -c "goals/new.yaml:7:11: error: no goal 'nobody'" both)" = 2 ]
	cp "$GF_BIN/alignmap" "$HOME/clone/bin/" && (cd "$HOME/clone" && git add -f bin && git commit -qm built)
	git reset -q --hard && goal new 9 'supports: top' >goals/new.yaml && git add -A
	expect 0 pre-commit try-repo "$HOME/clone" alignmap
	said 'alignmap.*Passed'
}

# steps FILE FILTER: the commands of a job, one script
steps() {
	python3 - "$GF_TOP/examples/ci/$1" "$2" <<-'EOT'
	import sys, yaml
	d = yaml.safe_load(open(sys.argv[1]))
	if "jobs" in d:
	    for s in d["jobs"]["goals"]["steps"]:
	        if sys.argv[2] in s.get("if", ""):
	            print(s["run"])
	else:
	    print("\n".join(d["goals"]["script"]))
	EOT
}

@test "the job for GitHub annotates what a change brings, and sums it up" {
	judge py:yaml
	rm .git/hooks/*
	bad old >goals/old.yaml && git add -A && git commit -qm two
	git update-ref refs/remotes/origin/main HEAD
	bad new >goals/new.yaml && git add -A && git commit -qm three
	steps github.yml pull_request >job.sh
	export GITHUB_ACTIONS=true GITHUB_BASE_REF=main GITHUB_STEP_SUMMARY=$HOME/sum
	expect 1 bash -e job.sh
	grep -q '^::error file=goals/new.yaml,line=7,' "$out"
	run ! grep old.yaml "$out"
	grep -q '`goals/new.yaml:7`' "$HOME/sum"
	steps github.yml push >job.sh
	expect 1 bash -e job.sh
	grep -q '^::error file=goals/old.yaml' "$out"
	[ -s smartcheck.sarif ] && [ -s alignmap.sarif ]
	# checked out into a folder of the workspace
	cd "$HOME"
	expect 1 smartcheck check -f github w/goals
	grep -q '^::error file=goals/old.yaml' "$out"
}

@test "the job for GitLab leaves both reports, and fails" {
	judge py:yaml
	judge jq
	judge xmllint
	rm .git/hooks/*
	bad new >goals/new.yaml
	steps gitlab.yml '' >job.sh
	expect 1 bash -e job.sh
	jq -e '.[0].location.path == "goals/new.yaml"' quality.json
	xmllint --noout smartcheck.xml alignmap.xml
}

@test "README: its lines for a repository do what they say" {
	rm -rf .git/hooks && mkdir .git/hooks
	ln -s "$GF_TOP" "$HOME/goalfile"
	sed -n '/^## Hooks/,/^## What/s/^    \(cp\|echo\|git\) /\1 /p' "$GF_TOP/README.md" >lines
	[ "$(wc -l <lines)" -eq 4 ]
	expect 0 bash -e lines
	bad new >goals/new.yaml && git add -A
	expect 1 git commit -qm two
	git reset -q && rm goals/new.yaml
	for i in one two three; do goal $i 9 'supports: top'; echo ---; done >goals/three.yaml
	git add -A && git commit -qm two
	sed -i '27s/.*/progress: [{date: 2026-05-12, value: 2}]/' goals/three.yaml
	expect 0 git diff -U0 goals/three.yaml
	grep -q '^@@ .*@@ goal: three$' "$out"
}

@test "every kind of document is named by the hunks of its diff" {
	sed -n '/^## Hooks/,/^## What/s/^    \(echo\|git\) /\1 /p' "$GF_TOP/README.md" >lines
	bash -e lines
	for kind in person team company session log defaults; do
		printf '%s: x-%s\na: 1\nb: 2\nc: 3\nd: 4\ne: 5\n' $kind $kind >goals/$kind.yaml
	done
	printf '{goal: flow, # hidden\n  a: 1,\n  b: 2,\n  c: 3,\n  d: 4,\n  e: 5}\n' >goals/flow.yaml
	git add -A && git commit -q --no-verify -m two
	sed -i 's/e: 5/e: 6/' goals/*.yaml
	git diff -U0 >diff || :
	for kind in person team company session log defaults; do
		grep -q "@@ $kind: x-$kind\$" diff
	done
	grep -q '@@ goal: flow$' diff
}

@test "init writes and prints what README says of diffs" {
	mkdir "$HOME/new" && cd "$HOME/new" && git init -q .
	smartcheck init >said 2>&1
	sed -n '/^## Hooks/,/^## What/s/^    \(git config\)/\1/p' "$GF_TOP/README.md" >want
	[ "$(wc -l <want)" -eq 1 ]
	grep -xF -f want said
	grep -q '^goals/\*\*/\*\.yaml .*diff=goal' .gitattributes
}
