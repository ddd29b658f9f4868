# What is read, and what the exit status says (STREAM.md).
load helper

setup() {
	fresh
	mkdir -p "$HOME/w/goals" && cd "$HOME/w"
	printf 'person: ann\nname: Ann\n' >goals/ann.yaml
	printf 'person: bob\nnope: 1\n' >goals/bob.yml
}

files() { smartcheck check --list-files "$@" </dev/null; }

@test "a directory is walked: yaml and yml, sorted by bytes, nothing hidden" {
	mkdir -p goals/sub goals/.hid
	cp goals/ann.yaml goals/Z.yaml
	cp goals/ann.yaml goals/.h.yaml
	cp goals/ann.yaml goals/.hid/x.yaml
	cp goals/ann.yaml goals/sub/s.yaml
	cp goals/ann.yaml goals/note.txt
	files goals >got
	printf 'goals/%s\n' Z.yaml ann.yaml bob.yml sub/s.yaml | diff -u - got
	(cd goals && files .) >got
	printf '%s\n' Z.yaml ann.yaml bob.yml sub/s.yaml | diff -u - got
}

@test "what git ignores is not read in a directory, but is when it is named" {
	git init -q . && echo 'bob.yml' >.gitignore
	files goals >got && echo goals/ann.yaml | diff -u - got
	files goals/bob.yml >got && echo goals/bob.yml | diff -u - got
	git add -f goals/bob.yml
	files . >got
	printf 'goals/%s\n' ann.yaml bob.yml | diff -u - got
	rm goals/bob.yml
	files . >got && echo goals/ann.yaml | diff -u - got
}

@test "without git nothing is ignored" {
	git init -q . && echo 'bob.yml' >.gitignore
	mkdir bin && ln -s "$(command -v smartcheck)" bin/
	PATH=$PWD/bin expect 0 "$PWD/bin/smartcheck" check --list-files goals
	printf 'goals/%s\n' ann.yaml bob.yml | same_out
}

@test "git is asked inside each root, and repositories below are their own" {
	git init -q . && mkdir coaching && (cd coaching && git init -q .)
	cp goals/ann.yaml coaching/half.yaml
	echo '/coaching/' >.gitignore
	files . >got && printf 'goals/%s\n' ann.yaml bob.yml | diff -u - got
	printf 'format: 1\nroots: [goals, coaching, gone]\n' >.goalfile.yaml
	files >got
	printf '%s\n' goals/ann.yaml goals/bob.yml coaching/half.yaml | diff -u - got
}

@test "links: inside they are followed, outside and to directories not" {
	mkdir in && cp goals/ann.yaml in/real.txt && ln -s real.txt in/link.yaml
	ln -s ../goals/ann.yaml in/out.yaml && ln -s ../goals in/dir
	expect 0 smartcheck check --list-files in
	echo in/link.yaml | same_out
	grep -F "skipped 'in/out.yaml'" "$err"
}

@test "a file that is named twice is read once" {
	expect 1 smartcheck check goals goals/bob.yml ./goals/bob.yml
	[ "$(grep -c F01 "$out")" = 1 ]
}

@test "no operand: standard input if it is a pipe or a file" {
	expect 1 'smartcheck <goals/bob.yml'
	grep '^-:2:1: error:' "$out"
	expect 1 'cat goals/bob.yml | smartcheck'
	grep '^-:2:1: error:' "$out"
}

@test "no operand, no input: the roots, else the directory" {
	expect 1 'smartcheck </dev/null'
	grep '^goals/bob.yml:2:1: error:' "$out"
	expect 1 'smartcheck <&-'
	grep '^goals/bob.yml:2:1: error:' "$out"
	mkdir other && cp goals/bob.yml other/b.yaml
	printf 'format: 1\nroots: [other]\n' >.goalfile.yaml
	expect 1 'smartcheck </dev/null'
	no grep '^goals' "$out" && grep '^other/b.yaml:2:1: error:' "$out"
	cd goals
	expect 1 'smartcheck </dev/null'
	grep '^../other/b.yaml:2:1: error:' "$out"
}

@test "a dash is standard input, also between files" {
	expect 1 'smartcheck goals/ann.yaml - <goals/bob.yml'
	grep '^-:2:1: error:' "$out"
}

@test "names after -- are never options" {
	cp goals/bob.yml ./-n.yaml
	expect 1 smartcheck check -- -n.yaml
	grep '^-n.yaml:2:1: error:' "$out"
	expect 2 smartcheck check -n.yaml
}

@test "--files-from reads names ended by NUL" {
	cp goals/bob.yml $'n\nl.yaml'
	printf 'goals/ann.yaml\0n\nl.yaml\0' >list
	expect 1 smartcheck check --files-from list
	grep -F '"n\nl.yaml":2:1: error:' "$out"
	expect 1 'smartcheck check --files-from - <list'
	expect 2 smartcheck check --files-from nowhere
}

@test "--stdin-filename gives standard input its place among the files" {
	printf 'format: 1\nchecks: {F01: warning}\n' >goals/.goalfile.yaml
	expect 0 'smartcheck check --stdin-filename goals/bob.yml <goals/bob.yml'
	grep '^goals/bob.yml:2:1: warning:' "$out"
}

@test "excluded files are read only when named, and never with --force-exclude" {
	printf 'format: 1\nexclude: [goals/b*]\n' >.goalfile.yaml
	files goals >got && echo goals/ann.yaml | diff -u - got
	files goals/bob.yml >got && echo goals/bob.yml | diff -u - got
	files --force-exclude goals/bob.yml goals/ann.yaml >got
	echo goals/ann.yaml | diff -u - got
}

@test "in a walked directory only files of ours count" {
	printf 'services:\n  web: 1\n  web: 2\n' >goals/compose.yaml
	printf 'team: x\nnope: 1\n' >goals/team.yaml
	expect 1 smartcheck check .
	no grep -E 'compose|team' "$out"
	expect 2 smartcheck check goals/compose.yaml
	grep '^goals/compose.yaml:3:3: error: .*yaml' "$out"
	printf 'format: 1\nroots: [goals]\n' >.goalfile.yaml
	expect 2 smartcheck check .
	grep '^goals/team.yaml:2:1: error:' "$out"
	grep '^goals/compose.yaml:3:3: error:' "$out"
}

@test "a broken file of goals counts even when none of it can be read" {
	printf '# mine\ngoal: [x\n' >goals/x.yaml
	expect 2 smartcheck check goals
	grep '^goals/x.yaml:.*yaml' "$out"
}

@test "a broken document costs only itself" {
	printf 'person: a\nnope: 1\n---\nperson: "x\n---\nperson: c\nnope: 1\n' >f.yaml
	expect 2 smartcheck check f.yaml
	grep '^f.yaml:2:1: error:' "$out"
	grep '^f.yaml:4:9: error: .*yaml' "$out"
	grep '^f.yaml:7:1: error:' "$out"
}

@test "status 0: nothing to say; 1: findings; 2 beats 1" {
	expect 0 smartcheck check goals/ann.yaml
	[ ! -s "$out" ] && [ ! -s "$err" ]
	expect 1 smartcheck check goals/bob.yml
	expect 2 smartcheck check goals/bob.yml gone.yaml
	grep '^goals/bob.yml:2:1: error:' "$out"
	grep -F "cannot read 'gone.yaml': No such file" "$err"
}

@test "--fail-on moves the line between 0 and 1" {
	expect 0 smartcheck check -D F01=warning goals/bob.yml
	expect 1 smartcheck check -D F01=warning --fail-on warning goals/bob.yml
	expect 0 smartcheck check --fail-on never goals/bob.yml
	expect 0 smartcheck check -D F01=off goals/bob.yml
	[ ! -s "$out" ]
	expect 2 smartcheck check --fail-on sometimes goals/bob.yml
	expect 2 smartcheck check -D F0l=off goals/bob.yml
	grep -F "did you mean 'F01'" "$err"
	expect 2 smartcheck check -D F01=loud goals/bob.yml
}

@test "nothing of ours, or nothing at all, is status 2 unless allowed" {
	printf 'a: 1\n' >f.yaml
	expect 2 smartcheck check f.yaml
	grep -F 'goalfile(5)' "$err"
	expect 0 smartcheck check --allow-empty f.yaml
	expect 2 'smartcheck <<<""'
	expect 2 ': | smartcheck'
	grep -F 'standard input is empty' "$err"
	expect 0 ': | smartcheck check --allow-empty'
	mkdir none && expect 2 smartcheck check none
}

@test "what cannot be read is said and status 2" {
	expect 2 smartcheck check gone
	expect 2 smartcheck check chekc
	mkfifo fifo.yaml
	expect 2 smartcheck check fifo.yaml
	grep -F "cannot read 'fifo.yaml': not a regular file" "$err"
	expect 2 smartcheck chekc
	grep -F "did you mean the verb 'check'?" "$err"
}

@test "usage: what is not understood names the nearest" {
	expect 2 smartcheck check --fromat gnu goals
	grep -F "did you mean '--format'?" "$err"
	expect 2 smartcheck check --form gnu goals
	grep -F "did you mean '--format'?" "$err"
	expect 2 smartcheck check -f jsnol goals
	grep -F "did you mean 'jsonl'?" "$err"
	expect 2 smartcheck check --quiet=yes goals
	expect 2 smartcheck check --format
	expect 2 smartcheck check --limit dept=3 goals
	grep -F "did you mean 'depth'?" "$err"
	expect 2 smartcheck check --limit depth=0 goals
	expect 2 smartcheck check --color sometimes goals
	expect 2 smartcheck check --today 2026-02-30 goals
	expect 2 env GOALFILE_TODAY=tomorrow smartcheck check goals
	expect 2 smartcheck check -j 0 goals
	expect 2 smartcheck check --where ower=ann goals
	grep -F "did you mean 'owner'?" "$err"
	expect 2 smartcheck check -f gnu -f jsonl goals
}

@test "options: grouped letters, values beside or behind them" {
	expect 1 smartcheck check -afgnu goals/bob.yml
	expect 1 smartcheck check -a -f gnu goals/bob.yml
	expect 1 smartcheck -af gnu check goals/bob.yml
	expect 1 smartcheck check --format=gnu --all goals/bob.yml
	expect 1 smartcheck check goals/bob.yml --format gnu
	expect 1 smartcheck check -fgnu=g -o o goals/bob.yml
	cmp g o || [ ! -s o ]
	grep '^goals/bob.yml:2:1: error:' g
}

@test "help and version stand on standard output and are status 0" {
	for p in smartcheck alignmap whyladder obstacles; do
		expect 0 "$p" -h
		grep "^usage: $p" "$out" && [ ! -s "$err" ]
		[ "$(awk 'length > 80' "$out" | wc -l)" = 0 ]
		expect 0 "$p" --version
		expect 0 "$p" check --help
		expect 0 "$p" --list-checks
		expect 0 "$p" --help-mdoc
	done
}

@test "the nearest configuration holds for each file" {
	printf 'format: 1\nchecks: {F01: warning}\n' >.goalfile.yaml
	mkdir deep && sed s/bob/bert/ goals/bob.yml >deep/bob.yml
	printf 'format: 1\nchecks: {F01: off}\n' >deep/.goalfile.yaml
	expect 0 smartcheck check goals/bob.yml deep/bob.yml
	grep '^goals/bob.yml:2:1: warning:' "$out"
	no grep deep "$out"
	expect 1 smartcheck check -D F01=error goals/bob.yml deep/bob.yml
	grep '^deep/bob.yml:2:1: error:' "$out"
	printf 'format: 1\n' >plain.yaml
	expect 1 smartcheck check --config plain.yaml goals/bob.yml deep/bob.yml
}

@test "configuration: extends, and nothing above the repository" {
	printf 'format: 1\nchecks: {F01: off}\n' >.goalfile.yaml
	mkdir repo && cp goals/bob.yml repo/ && (cd repo && git init -q .)
	expect 1 smartcheck check repo/bob.yml
	printf 'format: 1\nextends: base.yaml\n' >repo/.goalfile.yaml
	printf 'format: 1\nchecks: {F01: note}\n' >repo/base.yaml
	expect 0 smartcheck check --fail-on error -a repo/bob.yml
	grep '^repo/bob.yml:2:1: note:' "$out"
	# but one that has the repository among its roots holds in it
	rm repo/.goalfile.yaml
	printf 'format: 1\nroots: [repo]\nchecks: {F01: off}\n' >.goalfile.yaml
	expect 0 smartcheck check repo/bob.yml
	[ ! -s "$out" ]
	printf 'format: 1\nextends: ../.goalfile.yaml\n' >repo/.goalfile.yaml
	expect 2 smartcheck check repo/bob.yml
	grep -F 'out of the repository' "$err"
	printf 'format: 1\nextends: .goalfile.yaml\n' >repo/.goalfile.yaml
	expect 2 smartcheck check repo/bob.yml
}

@test "a configuration that cannot be used is status 2, with its place" {
	printf 'format: 1\nrots: [goals]\n' >.goalfile.yaml
	expect 2 smartcheck check goals
	grep '^.goalfile.yaml:2:1: error:' "$err" && [ ! -s "$out" ]
	printf 'format: 2\n' >.goalfile.yaml
	expect 2 smartcheck check goals
	printf 'format: [\n' >.goalfile.yaml
	expect 2 smartcheck check goals
	expect 2 smartcheck check --config gone.yaml goals
	printf 'format: 1\nchecks: {Q99: off}\n' >.goalfile.yaml
	expect 1 smartcheck check goals
	grep -F "unknown check 'Q99'" "$err"
}

@test "--show-config says where each value comes from" {
	printf 'format: 1\n# ours\nroots: [goals]\nthresholds: {stale-days: 20}\n' >.goalfile.yaml
	expect 0 smartcheck check --show-config -D F01=note
	grep -F 'roots: ["goals"]  # .goalfile.yaml:3' "$out"
	grep -F '  stale-days: 20  # .goalfile.yaml:4' "$out"
	grep -F '  low-confidence: 3  # built in' "$out"
	grep -F '  F01: note  # -D' "$out"
	cd goals && expect 0 smartcheck check --show-config
	grep -F '# ../.goalfile.yaml:3' "$out"
}

@test "limits are options" {
	printf 'person: ann\nx-a: [[[1]]]\n' >f.yaml
	expect 0 smartcheck check f.yaml
	expect 2 smartcheck check --limit depth=2 f.yaml
	grep '^f.yaml:2:' "$out"
	expect 2 smartcheck check --limit size=10 goals/ann.yaml
	mkdir -p a/b/c && cp goals/ann.yaml a/b/c/
	expect 2 smartcheck check --limit dir-depth=2 a
	expect 2 smartcheck check --limit dir-files=1 goals
}

@test "-q says nothing, -o and -f NAME=FILE write files" {
	expect 1 smartcheck check -q goals/bob.yml
	[ ! -s "$out" ] && [ ! -s "$err" ]
	expect 1 smartcheck check -o o goals/bob.yml
	[ ! -s "$out" ] && grep '^goals/bob.yml:2:1: error:' o
	expect 2 smartcheck check -o no/such/o goals/bob.yml
	expect 2 smartcheck check -f jsonl=no/such/j goals/bob.yml
}

@test "where: a selection of nothing is status 0 and said" {
	cp -Rp "$orig" all && cd all
	expect 0 smartcheck check --where owner=nobody goals
	grep -F 'selects none' "$err" && [ ! -s "$out" ]
}

@test "where: keys, operators and quotes" {
	cat >g.yaml <<-END
	goal: a
	title: Win twenty four of them
	owner: ann
	due: 2026-09-30
	tags: [x, y]
	supports: [top, other]
	measure: {metric: m, unit: pieces, from: 0, to: 24}
	---
	goal: b
	title: Lose nothing
	due: 2026-12
	measure: {to: 30%}
	END
	sel() { # EXPR IDS...
		local expr=$1 got
		shift
		got=$(alignmap tree -f yaml --no-context --where "$expr" g.yaml 2>/dev/null |
		    sed -n 's/^goal: //p' | tr '\n' ' ')
		[ "$got" = "$*${*:+ }" ] || { echo "$expr: $got"; return 1; }
	}
	sel 'owner=ann' a
	sel 'owner=' b
	sel 'owner!=ann'
	sel 'owner!=bob' a
	sel 'due<2026-Q4' a
	sel 'due=2026-Q3' a
	sel 'due>=2026-10-01' b
	sel 'due>2026' ; sel 'due<=2026' a b
	sel 'tag=x' a
	sel 'tags=z'
	sel 'tag!=x'
	sel 'supports=other' a
	sel 'measure.to>=24' a b
	sel 'measure.to>24' b
	sel 'measure.to>=24%' b
	sel 'measure.metric=m' a
	sel 'measure.metric=' b
	sel 'title~TWENTY' a
	sel 'title="Lose nothing"' b
	sel 'title~"of them" owner=ann' a
	sel 'owner=ann due<2026'
	sel 'id=b' b
	expect 2 alignmap tree --where 'due<soon' g.yaml
	expect 2 alignmap tree --where 'title<x' g.yaml
	expect 2 alignmap tree --where 'owner' g.yaml
	expect 2 alignmap tree --where 'status=behnd' g.yaml
	grep -F "did you mean 'behind'?" "$err"
}

@test "context: what is referred to is looked up, and its faults are not ours" {
	git init -q . && mkdir sub
	printf 'goal: top\ntitle: Top\nnope: 1\n' >sub/top.yaml
	printf 'goal: kid\ntitle: Kid\nsupports: top\n' >kid.yaml
	expect 0 alignmap tree kid.yaml
	grep -F top "$out" && no grep -F nope "$err"
	expect 0 alignmap tree --no-context kid.yaml
	expect 0 'alignmap check -v kid.yaml 2>&1 | grep "looked up"'
	grep -F "looked up 'sub/top.yaml'" "$out"
	expect 0 alignmap tree --context sub kid.yaml
	printf 'format: 1\nroots: [sub]\n' >.goalfile.yaml
	expect 0 alignmap tree kid.yaml
	grep -F top "$out"
}

@test "context: outside a repository the directory alone" {
	mkdir sub
	printf 'goal: top\ntitle: Top\n' >top.yaml
	printf 'goal: deep\ntitle: Deep\n' >sub/deep.yaml
	printf 'goal: kid\ntitle: Kid\nsupports: [top, deep]\n' >kid.yaml
	smartcheck check -v kid.yaml >"$out" 2>"$err" || :
	grep -F "looked up 'top.yaml'" "$err"
	no grep -F "sub/deep.yaml" "$err"
}

@test "threads change nothing but the time" {
	cp -Rp "$orig" all && cd all
	for j in 1 2 5; do
		smartcheck check -a -j "$j" . >"out$j" 2>&1 || :
		smartcheck check --through -j "$j" . >"str$j" 2>/dev/null || :
	done
	cmp out1 out2 && cmp out1 out5 && cmp str1 str2 && cmp str1 str5
	[ -s out1 ] && [ -s str1 ]
}

@test "colour: never unasked for, NO_COLOR before FORCE_COLOR, --color before all" {
	esc=$'\e'
	expect 1 smartcheck check goals/bob.yml
	no grep -F "$esc" "$out"
	expect 1 env CLICOLOR_FORCE=1 smartcheck check goals/bob.yml
	grep -F "$esc" "$out"
	expect 1 env NO_COLOR=1 FORCE_COLOR=1 smartcheck check goals/bob.yml
	no grep -F "$esc" "$out"
	expect 1 env NO_COLOR=1 smartcheck check --color=always goals/bob.yml
	grep -F "$esc" "$out"
	expect 1 env FORCE_COLOR=1 smartcheck check --color=never goals/bob.yml
	no grep -F "$esc" "$out"
}

@test "an id and no input: the roots, else the repository, whatever stands on standard input" {
	printf 'goal: a\ntitle: A\n' >goals/a.yaml && rm goals/bob.yml
	expect 0 'echo "goal: b" | alignmap path a'
	grep -F A "$out"
	git init -q . && mkdir deep && cd deep
	expect 0 'echo "goal: b" | alignmap path a'
	expect 2 'echo "goal: b" | alignmap path a -'
	grep -F "no goal 'a'" "$err"
	expect 2 alignmap path goals ../goals/
	grep -F "no goal 'goals'" "$err"
	expect 2 alignmap path
	grep -F "'path' wants" "$err"
}

@test "a report as documents: -f yaml is a stream of what it is about" {
	printf 'goal: a\ntitle: A\n---\ngoal: b\ntitle: B\nsupports: a\n---\ngoal: c\ntitle: C\n---\nx: 1\n' >g.yaml
	expect 0 alignmap path -f yaml b g.yaml
	[ "$(sed -n 's/^goal: //p' "$out" | tr '\n' ' ')" = 'a b ' ]
	[ "$(tail -n 1 "$out")" = '... # end 2' ]
	expect 2 alignmap tree -f yaml --audience coach g.yaml
	grep -F -- '--audience is for reports' "$err"
}

@test "what was given is never its own duplicate in the context" {
	git init -q . && rm goals/bob.yml
	printf 'goal: top\ntitle: Top\n' >top.yaml
	printf 'goal: kid\ntitle: Kid\nsupports: top\n' >goals/kid.yaml
	twice() { grep -F X13 "$out" "$err"; }
	for way in 'smartcheck check goals/kid.yaml' \
	    'smartcheck check ./goals/../goals/kid.yaml' \
	    'smartcheck check --stdin-filename goals/kid.yaml <goals/kid.yaml' \
	    'smartcheck check --through goals/kid.yaml 2>/dev/null | smartcheck check' \
	    'smartcheck check --context . goals/kid.yaml'; do
		bash -c "$way -v -a" >"$out" 2>"$err" || [ $? = 1 ]
		grep -F "looked up 'top.yaml'" "$err"
		no twice
		no grep -F R02 "$out"
	done
	# but a second goal of that name elsewhere is one
	cp goals/kid.yaml goals/other.yaml
	bash -c 'smartcheck check -a goals/kid.yaml' >"$out" 2>"$err" || [ $? = 1 ]
	twice
}

@test "context that is no YAML changes no status and is noted with -v" {
	git init -q . && rm goals/bob.yml
	printf 'goal: [\n' >broken.yaml
	printf 'goal: kid\ntitle: Kid\nsupports: top\n' >kid.yaml
	expect 0 smartcheck check --fail-on never kid.yaml
	no grep broken "$err"
	expect 0 smartcheck check --fail-on never -v kid.yaml
	grep -F "'broken.yaml:1' is no YAML" "$err"
}

@test "no output goes into a file that is read" {
	cp goals/bob.yml kept
	expect 2 smartcheck check -o goals/bob.yml goals
	grep -F "did not write 'goals/bob.yml'" "$err"
	expect 2 smartcheck check -f jsonl=./goals/../goals/bob.yml goals
	cmp goals/bob.yml kept
}

@test "--where: what it leaves out has no findings in a verb that shows" {
	printf '%s\n' 'goal: a' 'title: A' 'owner: ann' 'nope: 1' >a.yaml
	printf '%s\n' 'goal: b' 'title: B' 'owner: bob' >b.yaml
	expect 0 alignmap tree --where owner=zoe a.yaml b.yaml
	echo 'alignmap: --where selects none of 2 goals' | same_err
	expect 0 alignmap tree --where owner=bob a.yaml b.yaml
	same_err /dev/null
	expect 1 alignmap tree --where owner=ann a.yaml b.yaml
	grep -F 'a.yaml:4:1: error: ' "$err"
}

@test "a diff that leaves the directory has the paths from the top" {
	cd "$HOME/acme/goals"
	expect 0 alignmap rename ana-q2 ana-spring -n
	grep -Fx -e '--- a/readings/crm.yaml' "$out"
	grep -Fx -e '+++ b/goals/ana.yaml' "$out"
	git -C .. apply "$out"
}
