#!/usr/bin/env bats
# The manual and README say what the programs do: their examples are run, their
# options, checks and keys compared with the tables that the programs use.

load helper

# examples FILE DIR: write each `$ command` of a page and what it shows to
# DIR/N.cmd and DIR/N.out; a page of the manual has them as `.Dl $ command`
# followed by a literal block, README as blocks of kind console
examples() {
	mkdir -p "$2" && awk -v dir="$2/" '
	function plain(s) {
		if (!man)
			return s
		gsub(/\\&/, "", s)
		gsub(/\\-/, "-", s)
		gsub(/\\e/, "\\", s)
		return s
	}
	function close_one() {
		if (n)
			close(dir n ".out")
		on = 0
	}
	function open_one(command) {
		close_one()
		n++
		print plain(command) >(dir n ".cmd")
		close(dir n ".cmd")
		printf "" >(dir n ".out")
	}
	BEGIN { man = ARGV[1] !~ /\.md$/ }
	man && /^\.Dl \$ / { open_one(substr($0, 7)); wait = 1; next }
	man && /^\.Bd -literal/ && wait { on = 1; wait = 0; next }
	man && /^\.Ed/ { close_one(); next }
	man && !on && /^\.(Sh|Ss|Pp)/ { wait = 0 }
	!man && /^```console$/ { block = 1; next }
	!man && /^```/ { close_one(); block = 0; next }
	block && /^\$ / { open_one(substr($0, 3)); on = 1; next }
	on { print plain($0) >(dir n ".out") }
	' "$1"
}

# shown FILE LEAST: each example of a page gives what the page shows, and there
# are so many at least
shown() {
	local d=$BATS_TEST_TMPDIR/shown n=0 bad=0
	rm -rf "$d"
	examples "$1" "$d"
	while [ -f "$d/$((n + 1)).cmd" ]; do
		n=$((n + 1))
		bash -c "$(cat "$d/$n.cmd")" >"$out" 2>"$err" </dev/null || :
		diff -u --label "${1##*/}" --label "$(cat "$d/$n.cmd")" \
		    "$d/$n.out" "$out" || bad=1
	done
	[ "$n" -ge "$2" ] || { echo "$n examples, wanted $2"; return 1; }
	return "$bad"
}

@test "the test of the examples finds a wrong one" {
	printf '%s\n' '.Dl $ echo a' .Bd\ -literal b .Ed >page.1
	run shown page.1 1
	[ "$status" -eq 1 ]
	printf '%s\n' '```console' '$ echo a' 'a' '$ echo b' b '```' >page.md
	shown page.md 2
	run shown page.md 3
	[ "$status" -eq 1 ]
}

@test "README: the commands show what it says" {
	shown "$GF_TOP/README.md" 4
}

@test "smartcheck(1): the examples show what it says" {
	shown "$GF_TOP/man/smartcheck.1" 5
}

@test "alignmap(1): the examples show what it says" {
	shown "$GF_TOP/man/alignmap.1" 4
}

@test "alignmap-map(1): the examples show what it says" {
	shown "$GF_TOP/man/alignmap-map.1" 3
}

@test "cadence-meet(1): the examples show what it says" {
	shown "$GF_TOP/man/cadence-meet.1" 2
}

@test "cadence(1): the examples show what it says" {
	shown "$GF_TOP/man/cadence.1" 9
}

@test "whyladder(1): the examples show what it says" {
	shown "$GF_TOP/man/whyladder.1" 2
}

@test "obstacles(1): the examples show what it says" {
	shown "$GF_TOP/man/obstacles.1" 2
}

@test "goalfile(7): the examples show what it says" {
	shown "$GF_TOP/man/goalfile.7" 7
}

@test "the options in the manual are those of the programs" {
	for p in smartcheck alignmap whyladder obstacles cadence; do
		expect 0 "$p" --help-mdoc
		sed -n '/^\.\\" options$/,/^\.\\" end options$/p' \
		    "$GF_TOP/man/$p.1" | diff -u "$out" -
	done
}

@test "goalfile-git(7): the examples show what it says" {
	shown "$GF_TOP/man/goalfile-git.7" 3
}

@test "goalfile-git(7) and goalfile-git alone name every format of findings" {
	smartcheck check -f nothing 2>&1 | sed 's/.*it has //; s/.*one of //' |
	    tr -d ' \n' | tr , '\n' | grep -vx 'text\|yaml\|diff' >formats || :
	while read -r f; do
		grep -qE "^\.It Cm (.*[ ,])?$f( |$)" "$GF_TOP/man/goalfile-git.7" || echo "$f"
	done <formats | diff /dev/null -
	[ "$(wc -l <formats)" -ge 9 ]
}

@test "goalfile-checks(7) has every check, with its name, level and letters" {
	for p in smartcheck alignmap whyladder obstacles cadence; do
		expect 0 "$p" --list-checks
		sed 's/^\([^ ]*\) *\([^ ]*\) *\([^ ]*\) *\([^:]*\):.*/\1 \4 \2 \3/' \
		    "$out"
	done | sort -u >wanted
	awk '$1 == ".It" && $2 == "Cm" {
		print $3, $4, $6, ($7 == "" ? "-" : $7)
	}' "$GF_TOP/man/goalfile-checks.7" | sort -u >have
	[ -s wanted ]
	diff -u wanted have
}

@test "goalfile-checks(7) asks what the programs ask" {
	expect 0 smartcheck explain
	awk '
	function flush() { if (ask != "") print id, ask; ask = "" }
	/^[^ ]/ { flush(); id = $1; on = 0 }
	/^  [a-z]/ { on = $1 == "ask" }
	on { sub(/^  ask/, ""); $1 = $1; ask = ask (ask ? " " : "") $0 }
	END { flush() }' "$out" | sort >wanted
	awk '
	function flush() { if (ask != "") print id, ask; ask = "" }
	/^\.It Cm / { flush(); id = $3 }
	/^\.Em / {
		gsub(/\\&/, "")
		gsub(/ [?.,!]$/, "&#")
		gsub(/ [?]#/, "?")
		gsub(/ [.]#/, ".")
		gsub(/ ,#/, ",")
		ask = ask (ask ? " " : "") substr($0, 5)
	}
	END { flush() }' "$GF_TOP/man/goalfile-checks.7" | sort >have
	[ -s wanted ]
	diff -u wanted have
}

# keys PAGE: the keys of goalfile(5) as tool/fields writes them
keys() {
	awk '
	function flush() {
		if (key != "" && type != "")
			print holder " " key ": " type must who \
			    (type ~ /word/ ? words : "")
		key = ""
	}
	/^\.Sh / { flush(); listed = $2 ~ /^(DOCUMENTS|CONFIGURATION|LIMITS)$/ }
	/^\.Ss / { flush(); holder = $2; next }
	!listed || /^\.El/ { flush(); next }
	/^\.It Cm .* Ar / {
		flush()
		key = $3
		type = $0
		sub(/.* Ar /, "", type)
		must = who = words = ""
		next
	}
	/^\.Pq Em required$/ { must = ", required" }
	/^\.Pq Em (coach|team)$/ { who = ", " $3 }
	/^\.Ql / { words = words " " $2 }
	' "$1"
}

@test "goalfile(5) has every key, with its type, audience and words" {
	fields | sort -u >wanted
	keys "$GF_TOP/man/goalfile.5" | sort -u >have
	[ "$(wc -l <wanted)" -gt 150 ]
	diff -u wanted have
}

@test "goalfile-rules(5) has every key of a rule and every fact" {
	fields rules | sort >wanted
	awk '/^\.Sh / { listed = $2 ~ /^(KEYS|FACTS)$/ }
	listed && /^\.It Cm / { print $3 }' "$GF_TOP/man/goalfile-rules.5" |
	    sort >have
	[ "$(wc -l <wanted)" -gt 20 ]
	diff -u wanted have
}

@test "the rules of goalfile-rules(5) hold on their own examples" {
	awk '/^\.Bd/ { on = 1; next } /^\.Ed/ { on = 0 }
	on { gsub(/\\e/, "\\"); print }' "$GF_TOP/man/goalfile-rules.5" |
	    sed 1d >house.yaml
	expect 0 smartcheck --test-rules house.yaml
	[ "$(cat "$out")" = '2 rules and 4 examples, all as they say' ]
}

@test "the manual is clean to mandoc" {
	judge mandoc
	for m in "$GF_TOP"/man/*.[157]; do
		mandoc -T lint -W all "$m" |
		    grep -v 'STYLE: referenced manual not found' || :
	done >lint
	cat lint
	[ ! -s lint ]
}

# the options stand on every page, and are a third of it
@test "the page of a program has at most 500 lines" {
	for m in "$GF_TOP"/man/*.1; do
		[ "$(wc -l <"$m")" -le 500 ]
	done
}

@test "examples/acme is wrong where its README says, and only there" {
	awk -F ' *[|] *' '$5 ~ /^[A-Z][0-9][0-9]/ {
		if ($3 != "")
			goal = $3
		n = split($5, id, " ")
		for (i = 1; i <= n; i++)
			print goal, id[i]
	}' README.md | sort -u >wanted
	{
		smartcheck -a -f jsonl . || [ $? -eq 1 ]
		# what the format lacks stands there a second time
		{ alignmap check -a -f jsonl . || [ $? -eq 1 ]; } |
		    grep -v '"check":"F'
	} | sed 's/.*"check":"\([^"]*\)".*"goal":"\([^"]*\)".*/\2 \1/' |
	    sort -u >have
	[ "$(wc -l <wanted)" -gt 40 ]
	diff -u wanted have
}

@test "the small examples have nothing to be asked" {
	for d in market-share greeting; do
		cd "$GF_TOP/examples/$d"
		for p in smartcheck alignmap; do
			expect 0 "$p" check -a -D L11=off .
			[ ! -s "$out" ]
		done
	done
	# accounts that nobody has signed up for are its point
	expect 0 alignmap check -a ../market-share
	[ "$(grep -o '\[[A-Z0-9]*\]' "$out" | tr '\n' ' ')" = '[L11] [L11] ' ]
}

@test "the private half works as goalfile(7) sets it up" {
	mkdir -p ../two/goals ../two/people ../two/coaching && cd ../two
	git init -q --template= . && git init -q --template= coaching
	echo coaching/ >.gitignore
	printf '%s\n' 'format: 1' 'roots: [goals, people, coaching]' \
	    'private: [coaching/**]' >.goalfile.yaml
	printf '%s\n' 'goal: ana-q2' 'title: Sign 11 clinics by 30 June 2026' \
	    'owner: ana' 'due: 2026-06-30' 'serves: ana/flat' \
	    'obstacles: [{when: it rains, then: call}]' >goals/ana.yaml
	printf '%s\n' 'person: ana' 'name: Ana Ruiz' >people/ana.yaml
	printf '%s\n' 'goal: ana-q2' 'why: [The flat, Mother is near]' \
	    'confidence: 2' --- 'person: ana' \
	    'why: [{id: flat, text: The flat in Kassel}]' >coaching/ana.yaml
	expect 0 'smartcheck -a | sed "s/: warning.*\[/ [/"'
	same_out <<-'EOF'
	coaching/ana.yaml:3:13 [A01]
	EOF
	mv coaching elsewhere
	expect 0 smartcheck -a
	[ ! -s "$out" ]
}
