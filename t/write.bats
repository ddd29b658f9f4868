# What is written back, and what is not: streams, inputs without a name, files
# that may not be changed, more files than may be open.
load helper

setup() {
	fresh
	mkdir "$HOME/w" && cd "$HOME/w" || return
}

# a plan of 2 x $1 goals and the one that they are to serve, in link.yaml
plan() {
	printf 'goal: top\ntitle: x\n' >link.yaml
	for ((i = 1; i <= $1; i++)); do
		printf -- '---\ngoal: a%d\ntitle: x\n---\ngoal: b%d\ntitle: x # y\n' "$i" "$i"
	done >>link.yaml
}

@test "a stream is written back only to what it was read from" {
	plan 1
	cp link.yaml old
	expect 0 'alignmap link a1 top link.yaml >s'
	expect 0 'alignmap link b1 top - -i <s'
	[ "$(grep -c '^supports: top$' link.yaml)" = 2 ]
	expect 2 'alignmap link b1 top - -i <s'
	grep -q "cannot change 'link.yaml': it was changed since it was read" "$err"
	[ "$(grep -c '^supports: top$' link.yaml)" = 2 ]
	cp old link.yaml
	head -n -1 s >cut
	expect 2 'alignmap link b1 top - -i <cut'
	cmp link.yaml old
}

@test "what came without a name goes nowhere" {
	plan 1
	cp link.yaml ./-
	cp link.yaml old
	expect 2 'smartcheck --through <link.yaml 2>/dev/null | alignmap link a1 top - -i'
	same_err <<-'EOT'
	alignmap: cannot change '-': it is standard input; give the file instead
	alignmap: nothing was written
	EOT
	cmp old ./-
}

@test "a difference is shown of what may not be changed, too" {
	plan 1
	chmod 444 link.yaml
	ln link.yaml other.yaml
	expect 0 alignmap link a1 top link.yaml -n
	grep -q '^+supports: top$' "$out"
	expect 2 alignmap link a1 top link.yaml -i
}

@test "more files than may be open at first" {
	printf 'goal: top\ntitle: x\n' >top.yaml
	for i in {1..150}; do printf 'goal: g%d\ntitle: x\nsupports: top\n' "$i" >"g$i.yaml"; done
	expect 2 bash -c 'ulimit -n 200; exec alignmap rename top peak . -i'
	grep -q ': Too many open files$' "$err"
	run ! grep -l peak ./*.yaml
	expect 0 bash -c 'ulimit -Sn 200; exec alignmap rename top peak . -i'
	[ "$(grep -l '^supports: peak$' g*.yaml | wc -l)" = 150 ]
}

# stream FILE LINES: what alignmap makes of plan.yaml, and a document behind it
stream() {
	printf 'goal: a\ntitle: A\n---\ngoal: b\ntitle: B\n' >plan.yaml
	cp plan.yaml old
	smartcheck --through plan.yaml 2>/dev/null | sed '$d'
	printf -- '--- # new %s\n%s\n... # end 3\n' "$1" "$2"
}

@test "a stream adds no document outside, to what is hidden, or to no YAML" {
	mkdir -p "$HOME/else" sub/.git
	ln -s "$HOME/else" away
	printf 'goal: t\n' >"$HOME/else/t.yaml"
	ln -s "$HOME/else/t.yaml" t.yaml
	for path in "$HOME/else/x.yaml" "$PWD/../else/x.yaml" ../else/x.yaml \
	    sub/../../else/x.yaml away/x.yaml t.yaml .x.yaml sub/.git/x.yaml \
	    Makefile x.yaml/ - ..; do
		stream "$path" 'goal: fresh' >s
		for how in -i -n '-f diff'; do
			expect 2 "alignmap link a b $how - <s"
			same_out /dev/null
			grep -F "'$path'" "$err"
			cmp plan.yaml old
		done
	done
	stream x.yaml 'all: ; touch made' >s
	expect 2 'alignmap link a b -i - <s'
	grep -F "'x.yaml' is no goal" "$err"
	cmp plan.yaml old
	printf 'goal: t\n' | cmp - "$HOME/else/t.yaml"
	[ "$(find "$HOME/else" . -name '*x.yaml*' -o -name Makefile)" = '' ]
}

@test "a stream adds a document below, or below what is named beside it" {
	mkdir -p sub ../else
	ln -s sub near
	for path in x.yaml ./y.yaml sub/x.yml near/z.yaml; do
		stream "$path" 'goal: fresh' >s
		expect 0 'alignmap link a b -i - <s'
		printf 'goal: fresh\n' | cmp - "$path"
	done
	for path in ../else/x.yaml "$HOME/else/y.yaml"; do
		stream "$path" 'goal: fresh' >s
		expect 0 "alignmap link a b -i - ${path%/*} <s"
		printf 'goal: fresh\n' | cmp - "$path"
		rm "$path"
		expect 2 "alignmap link a b -i - ../els <s"
		[ ! -e "$path" ]
	done
}

@test "a stream changes no document that is none of ours" {
	printf 'export PATH=x\n' >rc
	printf 'goal: x\n' >new
	print() { sha256sum "$1" | cut -c1-16; }
	printf -- '--- # from rc:1 %s>%s 1:1-13+7\ngoal: x\n... # end 1\n' \
	    "$(print rc)" "$(print new)" >s
	expect 2 'alignmap rename x y -i - <s'
	same_err <<-'EOT'
	alignmap: cannot change 'rc': the stream would change a document in it that is no goal, person, team, company, session or log
	alignmap: nothing was written
	EOT
	printf 'export PATH=x\n' | cmp - rc
	printf 'gaol: x\n' >rc
	printf -- '--- # from rc:1 %s>%s 1:1-4+4\ngoal: x\n... # end 1\n' \
	    "$(print rc)" "$(print new)" >s
	expect 0 'alignmap rename x kid -i - <s'
	grep -x 'goal: kid' rc
}

@test "a difference has the paths that git has, wherever it is made" {
	git init -q --template= .
	mkdir -p sub/deep
	printf 'goal: a\ntitle: A\n' >sub/a.yaml
	printf 'goal: b\ntitle: B\nsupports: a\n' >sub/deep/b.yaml
	cp -R sub "$HOME/old"
	for how in '-n .' '-f diff .' '-n ../sub/a.yaml' "-n $PWD/sub" -n \
	    '-n --stdin-filename a.yaml - ./deep <a.yaml'; do
		[[ $how != *stdin* ]] || sed -i '/supports/d' sub/deep/b.yaml
		(cd sub && expect 0 "alignmap rename a z $how")
		grep -Fx -e '--- a/sub/a.yaml' "$out"
		(cd sub && git apply "$out") && grep -qx 'goal: z' sub/a.yaml
		patch -s -R -p1 <"$out" && cmp sub/a.yaml "$HOME/old/a.yaml"
	done
	(cd sub/deep && expect 0 'alignmap rename b z -n b.yaml')
	git apply --check "$out"
}

@test "-f writes the documents or the difference to a file, whatever else is done" {
	plan 1
	cp link.yaml old
	expect 0 'alignmap link a1 top -n link.yaml'
	cp "$out" want
	expect 0 'alignmap link a1 top link.yaml'
	cp "$out" stream
	expect 0 'alignmap link a1 top -f diff=d -f yaml=y link.yaml'
	same_out stream
	cmp d want && cmp y stream
	expect 0 'alignmap link a1 top -f diff -f yaml=y2 link.yaml'
	same_out want
	cmp y2 stream && cmp link.yaml old
	expect 0 'alignmap link a1 top -i -f diff=d2 -f yaml=y3 link.yaml'
	same_out /dev/null
	cmp d2 want && cmp y3 stream && no cmp link.yaml old
	patch -s -R -p1 link.yaml d2 && cmp link.yaml old
	expect 0 'alignmap tree -f yaml=y4 -f jsonl=j link.yaml'
	grep -F '"goal":"a1"' j
	[ "$(tail -n 1 y4)" = '... # end 3' ]
	expect 2 'alignmap link a1 top -i -f diff=no/d link.yaml'
	grep -F "cannot write 'no/d'" "$err"
	expect 2 'alignmap link a1 top -i -f diff link.yaml'
}

@test "rename behind a filter reaches what the filter left out" {
	mkdir sub roots
	printf 'goal: a\ntitle: A\n---\ngoal: b\ntitle: B\nsupports: a\n' >f.yaml
	printf 'goal: c\ntitle: C\nsupports: a\n' >sub/g.yaml
	cp f.yaml old
	# without a repository, in one, and with roots that lead elsewhere
	for how in : 'git init -q --template= .' 'echo "roots: [roots, sub]" >.goalfile.yaml'; do
		eval "$how"
		cp old f.yaml
		printf 'goal: c\ntitle: C\nsupports: a\n' >sub/g.yaml
		smartcheck --through . 2>/dev/null >all || :
		smartcheck --through f.yaml 2>/dev/null |
		    awk '/^---/ { keep = /f.yaml:1 / } /^\.\.\. #/ { print "... # end 1"; exit } keep' >s
		no grep -F supports s
		expect 0 'alignmap rename a z - <s'
		[ "$(grep -cx 'supports: z' "$out")" = 2 ]
		expect 0 'alignmap rename a z -i - <s'
		grep -qx 'supports: z' f.yaml && grep -qx 'supports: z' sub/g.yaml
		[ "$(wc -l <"$err")" = 1 ]
	done
	# what a stream names elsewhere is no reason to walk through all of it
	rm .goalfile.yaml && rm -r .git
	sed -i '$d' s && printf -- '--- # new /x.yaml\ngoal: n\n... # end 2\n' >>s
	expect 0 'timeout 20 alignmap rename a z -v - <s'
	no grep -F "looked up '/usr" "$err"
	cp old f.yaml
	expect 0 'alignmap rename a z --no-context - <s'
	grep -F 'without --no-context it is renamed everywhere' "$err"
	expect 0 'smartcheck --through <f.yaml 2>/dev/null | alignmap rename a z -'
	grep -F 'give the files, or --context DIR' "$err"
	expect 0 'alignmap rename a z - <f.yaml'
	same_err /dev/null
}
