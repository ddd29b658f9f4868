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
