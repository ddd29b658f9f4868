# What git keeps: the index, revisions, what a change brings, and repositories
# that mean harm.
load helper

setup() {
	fresh
	mkdir "$HOME/w" && cd "$HOME/w"
	git init -q -b main --template= .
	mkdir goals
	goal top 30 >goals/top.yaml
	{ goal ana 12 'supports: top'; echo ---; goal ben 4 'supports: top'; } >goals/team.yaml
	echo 'roots: [goals]' >.goalfile.yaml
	git add -A && git commit -qm one
}

# goal ID TARGET [LINE]: a goal that nothing is to be said of
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

@test "what is staged is judged, not what stands in the file" {
	bad new >goals/new.yaml
	expect 0 smartcheck --staged
	same_out </dev/null
	git add goals/new.yaml && goal new 9 'supports: top' >goals/new.yaml
	expect 1 smartcheck --staged
	echo "goals/new.yaml:7:11: error: no goal 'nobody' [R02]" | same_out
	expect 0 smartcheck goals/new.yaml
	(cd goals && expect 1 smartcheck --staged)
	echo "new.yaml:7:11: error: no goal 'nobody' [R02]" | same_out
	git add goals/new.yaml
	expect 0 smartcheck --staged
	bad new >goals/new.yaml
	expect 0 smartcheck --staged
}

@test "in a changed file only the documents that changed are reported on" {
	sed -i '0,/supports: top/s//supports: nobody/' goals/team.yaml
	git commit -qam two
	expect 1 smartcheck goals
	sed -i 's/Renew 4/Renew 5/' goals/team.yaml && git add -A
	expect 1 smartcheck --staged
	grep -q 'team.yaml:12:.*X01' "$out"
	run ! grep R02 "$out"
	git mv goals/team.yaml goals/moved.yaml && git commit -qam three
	git mv goals/moved.yaml goals/team.yaml
	expect 0 smartcheck --staged
	same_out </dev/null
}

@test "a deleted parent is found at its children" {
	git rm -q goals/top.yaml
	expect 1 smartcheck --staged
	[ "$(grep -c "no goal 'top'" "$out")" = 2 ]
	git commit -qm two
	expect 0 smartcheck --staged
}

@test "a conflict is said, and before the first commit all is new" {
	git checkout -qb other && goal top 31 >goals/top.yaml && git commit -qam a
	git checkout -q main && goal top 32 >goals/top.yaml && git commit -qam b
	git merge -q other >/dev/null 2>&1 || :
	expect 2 smartcheck --staged
	grep -q 'in conflict' "$err"
	git init -q "$HOME/first" && cd "$HOME/first" && bad x >x.yaml
	expect 0 smartcheck --staged
	git add x.yaml
	expect 1 smartcheck --staged
	grep -q '^x.yaml:7:11: error' "$out"
}

@test "a revision is read as it was, with its configuration" {
	expect 0 smartcheck --rev HEAD
	bad new >goals/new.yaml
	printf 'roots: [goals]\nchecks: {R02: off}\n' >.goalfile.yaml
	git add -A && git commit -qm two
	expect 1 smartcheck --rev HEAD -D R02=error
	expect 0 smartcheck --rev HEAD~1 -D R02=error
	rm .goalfile.yaml
	expect 0 smartcheck --rev HEAD
	expect 1 smartcheck goals
	rm -r goals
	expect 0 alignmap tree --rev HEAD~1
	cp "$out" was && git checkout -q HEAD~1 -- goals .goalfile.yaml
	expect 0 alignmap tree
	same_out was
	expect 0 smartcheck --rev HEAD~1 goals/team.yaml
	expect 2 smartcheck --rev HEAD~1 goals/new.yaml
	grep -q "cannot read 'goals/new.yaml'" "$err"
}

@test "what cannot be read is said: revisions, streams, changes" {
	expect 2 smartcheck --rev nowhere
	grep -q "no revision 'nowhere' in this repository.*fetch-depth: 0" "$err"
	expect 2 smartcheck --rev --output=x
	expect 2 smartcheck --rev ''
	expect 2 smartcheck --rev HEAD:goals/top.yaml
	expect 2 smartcheck --rev HEAD --staged
	expect 2 smartcheck --staged -
	grep -q 'never standard input' "$err"
	expect 2 alignmap link ana ben --staged
	grep -q "'link' changes files" "$err"
	expect 2 alignmap rename ana eva --rev HEAD -i
	cd "$HOME" && mkdir none && cd none
	expect 2 smartcheck --staged
	grep -q 'git cannot read an index here' "$err"
	expect 0 git -C "$HOME/w" diff --exit-code
}

@test "standard input is never read beside git" {
	bad x >x
	expect 0 bash -c 'smartcheck --staged <x'
	expect 0 bash -c 'smartcheck --rev HEAD <x'
	expect 0 bash -c 'alignmap check --rev HEAD <x'
}

@test "links, submodules and odd names" {
	git init -q sub && (cd sub && bad s >s.yaml && git add . && git commit -qm s)
	git -c protocol.file.allow=always submodule --quiet add ./sub goals/sub >/dev/null 2>&1 ||
	    git add sub
	ln -s /etc/passwd goals/link.yaml
	ln -s ../goals/top.yaml goals/twin.yaml
	bad odd >"goals/ü \"q\" -x.yaml"
	bad nl >"goals/$(printf 'a\nb').yaml"
	git add -A
	expect 1 smartcheck --staged
	cat >want <<-'EOT'
	"goals/a\nb.yaml":7:11: error: no goal 'nobody' [R02]
	"goals/\303\274 \"q\" -x.yaml":7:11: error: no goal 'nobody' [R02]
	EOT
	same_out want
	git commit -qm two
	expect 1 smartcheck --rev HEAD
	same_out want
}

@test "git's own variables hold: a commit of some files has another index" {
	bad new >goals/new.yaml
	goal top 31 >goals/top.yaml
	git add -A
	mkdir hooks
	printf '#!/bin/sh\nexec smartcheck --staged\n' >hooks/pre-commit
	chmod +x hooks/pre-commit
	expect 0 git -c core.hooksPath=hooks commit -qm two goals/top.yaml
	expect 1 git -c core.hooksPath=hooks commit -qm three goals/new.yaml
	grep -q "no goal 'nobody'" "$out" "$err"
}

@test "a bare repository, and a push that its hook refuses" {
	git clone -q --bare . "$HOME/bare.git" && git remote add far "$HOME/bare.git"
	(cd "$HOME/bare.git" && expect 0 alignmap tree --rev main && [ -s "$out" ])
	cat >"$HOME/bare.git/hooks/pre-receive" <<-'EOT'
	#!/bin/sh
	while read -r old new ref; do
		case $new in *[!0]*) smartcheck --rev "$new" || exit 1 ;; esac
	done
	EOT
	chmod +x "$HOME/bare.git/hooks/pre-receive"
	bad new >goals/new.yaml && git add -A && git commit -qm two
	expect 1 git push -q far main
	grep -q "goals/new.yaml:7:11: error: no goal 'nobody'" "$err"
	goal new 9 'supports: top' >goals/new.yaml && git commit -qam three
	expect 0 git push -q far main
	expect 0 git push -q far main:other
	expect 0 git push -q far :other
}

@test "--new-since shows only what a branch brings" {
	bad old >goals/old.yaml && git add -A && git commit -qm two
	git checkout -qb topic
	git checkout -q main && bad later >goals/later.yaml && git add -A && git commit -qm three
	git checkout -q topic && bad fresh >goals/fresh.yaml
	expect 1 smartcheck --new-since main
	echo "goals/fresh.yaml:7:11: error: no goal 'nobody' [R02]" | same_out
	git add -A
	expect 1 smartcheck --new-since main --staged
	same_out <<<"goals/fresh.yaml:7:11: error: no goal 'nobody' [R02]"
	git commit -qm four
	expect 1 smartcheck --new-since main --rev topic
	same_out <<<"goals/fresh.yaml:7:11: error: no goal 'nobody' [R02]"
	expect 0 smartcheck --new-since topic
	sed -i 's/nobody/somebody/' goals/old.yaml
	expect 1 smartcheck --new-since topic
	same_out <<<"goals/old.yaml:7:11: error: no goal 'somebody' [R02]"
	(cd goals && expect 1 smartcheck --new-since topic)
	same_out <<<"old.yaml:7:11: error: no goal 'somebody' [R02]"
}

@test "what was there before stays in SARIF, marked" {
	judge jq
	bad old >goals/old.yaml && git add -A && git commit -qm two
	expect 0 smartcheck --new-since HEAD -f sarif
	jq -c '.runs[0].results[] | [.ruleId, .suppressions[0].kind]' "$out" >got
	echo '["R02","external"]' | diff - got
}

@test "a shallow clone without the base is told what to do" {
	bad a >goals/a.yaml && git add -A && git commit -qm two
	git tag base HEAD~1
	git clone -q --depth 1 "file://$HOME/w" "$HOME/shallow" && cd "$HOME/shallow"
	expect 2 smartcheck --new-since base
	grep -q 'fetch-depth: 0' "$err"
	git init -q "$HOME/lone" && cd "$HOME/lone" && bad a >a.yaml && git add -A && git commit -qm lone
	git fetch -q "$HOME/w" main:other
	expect 2 smartcheck --new-since other
	grep -q 'no commit in common' "$err"
}

@test "a change that lowers its own gate is reported, and can be forbidden" {
	printf 'roots: [goals]\nchecks: {R02: off}\n' >.goalfile.yaml
	bad new >goals/new.yaml && git add -A
	expect 0 smartcheck --staged
	echo '.goalfile.yaml:2:10: note: this change sets R02 from error to off [F13]' | same_out
	expect 1 smartcheck --staged -D F13=error
	grep -q ': error: this change sets R02' "$out"
	expect 1 smartcheck --new-since HEAD -D F13=error
	git commit -qm two
	expect 1 smartcheck --rev HEAD -D F13=error
	expect 0 smartcheck --staged -D F13=error
	git rm -q .goalfile.yaml && git commit -qm three
	printf 'checks: {F13: off, X01: note}\n' >.goalfile.yaml && git add -A
	goal n2 3 'supports: top' >goals/n2.yaml && git add -A
	expect 1 smartcheck --staged -D F13=error
	grep -q 'sets X01 from' "$out"
}

@test "a new suppression is reported, an old one is not" {
	bad new | sed '/^supports/s/$/ # smartcheck: ok R02 -- asked/' >goals/new.yaml
	git add -A
	expect 0 smartcheck --staged
	echo 'goals/new.yaml:7:18: note: this change silences R02 [F13]' >want
	same_out want
	expect 0 smartcheck --new-since HEAD
	same_out want
	git commit -qm two
	sed -i 's/Renew 9/Renew 8/; s/to: 9/to: 8/' goals/new.yaml && git add -A
	expect 0 smartcheck --staged
	same_out </dev/null
	sed -i '/^supports/s/supports: nobody/&2/' goals/new.yaml
	sed 's/^goal: new/goal: two/' goals/new.yaml >goals/two.yaml && git add -A
	expect 0 smartcheck --staged
	echo 'goals/two.yaml:7:19: note: this change silences R02 [F13]' | same_out
}

# a plan with a rule of its own, and a file beside the goals
with_rule() {
	mkdir old && goal bo 5 'supports: top' >old/bo.yaml && echo 'a: 1' >old/compose.yaml
	printf 'rule: hall\nfield: obstacles.then\nmatch: (?i)call\nseverity: error\nsay: calls\nask: who?\n' >hall.yaml
	printf 'rules: [hall.yaml]\n' >.goalfile.yaml
	git add -A && git commit -qm two
}

@test "files of rules come from the same place as the goals" {
	with_rule
	expect 1 smartcheck --rev HEAD
	cp "$out" was && grep -q 'goals/top.yaml:8:32: error: calls \[hall\]' was
	rm hall.yaml
	expect 1 smartcheck --rev HEAD
	same_out was
	expect 2 smartcheck goals
	git checkout -q hall.yaml && sed -i 's/call$/nothing/' hall.yaml
	expect 1 smartcheck --rev HEAD
	same_out was
	git clone -q --bare . "$HOME/bare.git" && cd "$HOME/bare.git"
	expect 1 smartcheck --rev main
	same_out "$HOME/w/was"
	# what lies outside is the gate's own
	expect 0 smartcheck --rev main --config ../w/.goalfile.yaml
}

@test "a change that hides files or drops a rule from its own gate is reported" {
	with_rule
	printf -- '# ours\n---\nrules: [hall.yaml]\nexclude: ["o*/**", goals/team.yaml]\n' >.goalfile.yaml
	sed -i 's/call$/nothing/' hall.yaml
	cat >want <<-'EOT'
	.goalfile.yaml:3:8: error: this change rewrites the rule 'hall' [F13]
	.goalfile.yaml:4:10: error: this change leaves 'goals/team.yaml' and 1 more file unread [F13]
	EOT
	expect 1 smartcheck --new-since HEAD -D F13=error
	same_out want
	git add -A
	expect 1 smartcheck --staged -D F13=error
	same_out want
	sed -i '/^exclude/d; s/^rules.*/roots: [goals]/' .goalfile.yaml
	git add -A && git commit -qm three
	expect 1 smartcheck --rev HEAD -D F13=error
	same_out <<-'EOT'
	.goalfile.yaml:3:1: error: this change sets hall from error to off [F13]
	.goalfile.yaml:3:8: error: this change leaves 'old/bo.yaml' unread [F13]
	EOT
	echo 'exclude: ["**"]' >.goalfile.yaml
	expect 0 alignmap check --new-since HEAD --allow-empty
	same_out <<<".goalfile.yaml:1:10: note: this change leaves 'goals/team.yaml' and 1 more file unread [F13]"
	# a base, and a file that was not there
	git mv .goalfile.yaml base.yaml && echo 'extends: base.yaml' >.goalfile.yaml
	expect 0 alignmap check --new-since HEAD --allow-empty
	grep -q '^.goalfile.yaml:1:10: note: this change leaves' "$out"
	echo 'checks: {R02: off}' >own.yaml
	expect 0 smartcheck --new-since HEAD --config own.yaml
	grep -q '^own.yaml:1:10: note: this change sets R02' "$out"
}

@test "a configuration that is gone below a directory lowered what it set there" {
	mkdir goals/z && goal zoe 4 'supports: top' >goals/z/zoe.yaml
	echo 'checks: {S11: error}' >goals/z/.goalfile.yaml
	git add -A && git commit -qm two
	git rm -q goals/z/.goalfile.yaml
	expect 1 smartcheck --staged -D F13=error
	same_out <<<".goalfile.yaml:1:1: error: this change sets S11 from error to warning [F13]"
}

@test "a baseline comes from the tree that is judged, and its growth is reported" {
	bad old >goals/old.yaml && smartcheck check --baseline known --update-baseline goals 2>"$err"
	git add -A && git commit -qm two
	expect 0 smartcheck --rev HEAD --baseline known
	same_out <<<"known:2:1: note: this change holds back 9 more findings [F13]"
	git clone -q --bare . "$HOME/bare.git"
	(cd "$HOME/bare.git" && expect 1 smartcheck --rev main --baseline known -D F13=error)
	rm known
	expect 0 smartcheck --rev HEAD --baseline known --new-since HEAD
	same_out </dev/null
	expect 2 smartcheck goals --baseline known
	expect 0 smartcheck --staged --baseline known
	bad new >goals/new.yaml && smartcheck check --baseline known --update-baseline goals 2>"$err"
	git add -A && expect 1 smartcheck --staged --baseline known -D F13=error
	grep -qx 'known:[0-9]*:1: error: this change holds back [0-9]* more findings \[F13\]' "$out"
}

@test "no repository makes us run anything" {
	trap=$HOME/ran
	oid=$(git rev-parse :goals/top.yaml)
	printf '#!/bin/sh\necho "$0 $*" >>%s\nexit 1\n' "$trap" >"$HOME/evil"
	chmod +x "$HOME/evil"
	for k in core.fsmonitor core.sshCommand core.pager pager.ls-tree diff.external \
	    filter.x.smudge filter.x.clean filter.x.process diff.x.textconv credential.helper \
	    alias.ls-tree alias.cat-file uploadpack.packObjectsHook core.gitProxy; do
		git config "$k" "$HOME/evil"
	done
	git config core.hooksPath "$HOME"
	git config extensions.partialClone far
	git config remote.far.url "ext::$HOME/evil"
	git config remote.far.promisor true
	mkdir -p .git/info
	echo '*.yaml filter=x diff=x' >.git/info/attributes
	bad new >goals/new.yaml
	git -c core.fsmonitor=false -c filter.x.clean=cat -c filter.x.process= add goals/new.yaml
	rm -f "$trap"
	expect 1 smartcheck --staged
	expect 1 smartcheck --new-since HEAD goals
	expect 0 smartcheck --rev HEAD
	expect 1 smartcheck goals
	[ ! -e "$trap" ] || { cat "$trap"; false; }
	rm -f ".git/objects/${oid:0:2}/${oid:2}"
	expect 2 smartcheck --rev HEAD
	grep -q "cannot read 'goals/top.yaml' of HEAD" "$err"
	[ ! -e "$trap" ] || { cat "$trap"; false; }
}

@test "an object that this clone replaces is read as it was pushed" {
	bad new >goals/new.yaml && git add -A && git commit -qm two
	good=$(git hash-object -w goals/top.yaml)
	git replace "$(git rev-parse HEAD:goals/new.yaml)" "$good"
	expect 1 smartcheck --rev HEAD
	grep -q "no goal 'nobody'" "$out"
}

@test "all programs read the index and revisions" {
	goal new 9 'duo: x' >goals/new.yaml && git add -A
	for p in smartcheck alignmap whyladder obstacles cadence; do
		"$p" -h | grep -q '^  check ' || continue
		expect 1 "$p" check --staged
		grep -q "^goals/new.yaml:7:1: error: unknown key 'duo'" "$out"
		expect 0 "$p" check --rev HEAD
		expect 1 "$p" check --new-since HEAD
	done
	git rm -qf goals/new.yaml
	for v in 'alignmap tree' 'cadence pace' 'obstacles list' 'whyladder show ana'; do
		expect 0 $v --rev HEAD
		cp "$out" was && expect 0 $v goals/
		same_out was
	done
}
