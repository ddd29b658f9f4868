# Programs in a row: places stay true, bytes stay as they were (STREAM.md).
load helper

setup() {
	fresh
	mkdir -p "$HOME/w" && cd "$HOME/w"
	cat >goals.yaml <<-'END'
	# the plan
	goal: top
	title:   "The top"   # said in May
	---
	goal: kid
	supports: [top, other]   # two
	nope: 1
	--- {goal: flow, supports: top, nope: 1, naught: 2}
	---
	goal: last
	supports:
	  - top

	nope: 1
	END
	cp goals.yaml old
}

# where F01 is found, one place a line
places() { sed -n 's/^\([^ ]*\): error: .*\[F01\]$/\1/p' "$out"; }

wanted() {
	printf '%s\n' goals.yaml:7:1 goals.yaml:8:33 goals.yaml:8:42 goals.yaml:14:1
}

@test "places stay true through three programs" {
	expect 1 smartcheck check goals.yaml
	places | diff -u <(wanted) -
	expect 1 'smartcheck check --through goals.yaml 2>/dev/null |
	    alignmap check --through --no-context 2>/dev/null |
	    smartcheck check --through 2>/dev/null | smartcheck'
	places | diff -u <(wanted) -
}

@test "places stay true behind an edit, longer or shorter, in the same line" {
	for new in a-much-longer-name x; do
		expect 1 "alignmap rename top $new goals.yaml 2>/dev/null | smartcheck"
		places | diff -u <(wanted) -
	done
}

@test "places stay true behind edits of edits" {
	expect 1 'alignmap rename top summit goals.yaml 2>/dev/null |
	    alignmap rename kid child-of-summit - 2>/dev/null |
	    alignmap rename summit x - 2>/dev/null |
	    alignmap rename flow flowing - 2>/dev/null |
	    smartcheck check --through 2>/dev/null | smartcheck'
	places | diff -u <(wanted) -
}

@test "places stay true behind an edit that puts lines in" {
	printf 'goal: new\ntitle: New\nlevel: team\n' >new.yaml
	expect 1 'alignmap link last new goals.yaml new.yaml 2>/dev/null |
	    alignmap link top new - 2>/dev/null | smartcheck'
	places | diff -u <(wanted) -
}

@test "a place in put-in text is that of the change, behind it that of the file" {
	printf 'goal: a\ntitle: x\nnope: 1\n' >f.yaml
	printf 'goal: a\nnaught: 2\ntitle: x\nnope: 1\n' >edited
	{
		echo "--- # from f.yaml:1 $(sha256sum <f.yaml | cut -c1-16)>$(sha256sum <edited | cut -c1-16) 2:1-0+1/0"
		cat edited
		echo '... # end 1'
	} >s
	expect 1 'smartcheck <s'
	places | diff -u <(printf 'f.yaml:2:1\nf.yaml:3:1\n') -
	# who finds the bytes of the file again forgets the edit
	sed '/^naught/d' s >back
	expect 1 'smartcheck <back'
	places | diff -u <(printf 'f.yaml:3:1\n') -
	no grep -F fingerprint "$err"
}

@test "what no program changed leaves byte for byte, in its order" {
	cp -Rp "$orig" all && cd all
	smartcheck check --through . >one 2>/dev/null || :
	alignmap check --through . >two 2>/dev/null || :
	cmp one two
	expect 1 'smartcheck check --through . 2>/dev/null |
	    alignmap check --through 2>/dev/null | smartcheck check --through'
	same_out one
	# the documents of each file are its bytes
	for f in goals/*.yaml; do
		awk -v f="$f" '/^(---|\.\.\.) # /{ p = index($0, "# from " f ":") ; next } p' one >bytes
		grep -vE '^(---|\.\.\.)|^%' "$f" >file
		grep -vxFf file bytes && return 1
		[ -s bytes ]
	done
}

@test "an edit changes its document and no other" {
	smartcheck check --through goals.yaml >before 2>/dev/null || :
	expect 0 'alignmap rename kid child goals.yaml 2>/dev/null'
	diff before "$out" >delta || :
	grep '^[<>] ' delta | grep -vE '^[<>] (--- # from goals.yaml:5 |goal: |was: )' && return 1
	grep '^> --- # from goals.yaml:5 [0-9a-f]\{16\}>[0-9a-f]\{16\} 5:7-3+5' delta
}

@test "the marker's second fingerprint is that of the bytes in the stream" {
	alignmap rename flow flowing goals.yaml >s 2>/dev/null
	want=$(awk '/^--- # from goals.yaml:8/ { p = 1; next } /^(---|\.\.\.)/ { p = 0 } p' s |
	    sha256sum | cut -c1-16)
	grep "^--- # from goals.yaml:8:5 [0-9a-f]*>$want " s
}

@test "-i writes a stream back to the files that it came from" {
	expect 0 'alignmap rename top summit goals.yaml 2>/dev/null |
	    alignmap rename kid child - 2>/dev/null | alignmap rename -i last final -'
	[ ! -s "$out" ]
	sed -e 's/top\b/summit/;t' -e 's/\(goal: \)kid/\1child/;s/\(goal: \)last/\1final/' old |
	    sed 's/The summit/The top/' >want
	grep -v '^was:' goals.yaml >got
	diff -u <(sed 's/, was: top//' want) <(sed 's/, was: top//' got)
}

@test "-i refuses what was changed since, and touches nothing" {
	printf 'goal: second\nsupports: top\n' >b.yaml && cp b.yaml b.old
	alignmap rename top summit goals.yaml b.yaml >s 2>/dev/null
	echo '# later' >>goals.yaml && cp goals.yaml later
	expect 2 'alignmap rename -i kid child - <s'
	grep -F 'changed since it was read' "$err"
	cmp goals.yaml later && cmp b.yaml b.old
}

@test "-i refuses a stream that was cut off" {
	alignmap rename top summit goals.yaml 2>/dev/null | sed '$d' >s
	expect 2 'alignmap rename -i kid child - <s'
	grep -F 'the stream was cut off' "$err"
	cmp goals.yaml old
	expect 2 'alignmap rename kid child - <s'
	grep -F 'cut off' "$err"
}

@test "-i refuses documents that another program changed" {
	alignmap rename top summit goals.yaml 2>/dev/null | sed 's/two/three/' >s
	expect 2 'alignmap rename -i kid child - <s'
	grep -F 'by another program' "$err"
	cmp goals.yaml old
}

@test "plain standard input is edited whole, without markers" {
	{ printf '\xef\xbb\xbf%%YAML 1.2\n# head\n--- # one\n'; cat old; printf -- '...\n# tail\n'; } >in
	expect 0 'alignmap rename kid child - <in'
	grep -v '^was:' "$out" | diff <(sed 's/goal: kid/goal: child/' in) -
	expect 2 'alignmap rename -i kid child - <in'
	grep -F 'cannot write standard input back' "$err"
	expect 0 'alignmap rename -n kid child - <in'
	grep '^+goal: child' "$out"
}

@test "-n shows a diff that git takes" {
	git init -q . && git add -A && cp goals.yaml before
	expect 0 'alignmap rename -n top summit goals.yaml'
	cp "$out" d && cmp goals.yaml before
	git apply --check d && git apply d
	cp goals.yaml applied && cp before goals.yaml
	expect 0 'alignmap rename -i top summit goals.yaml'
	cmp goals.yaml applied
	cp before goals.yaml
	expect 0 'alignmap rename -f diff top summit goals.yaml'
	same_out d
	expect 2 'alignmap rename -i -n top summit goals.yaml'
}

@test "a document for a new file, or the end of one, is appended" {
	printf 'goal: first\ntitle: F' >have.yaml
	{
		smartcheck check --through goals.yaml 2>/dev/null | sed '$d'
		printf -- '--- # new have.yaml\ngoal: more\n--- # new fresh.yaml\ngoal: fresh\n... # end 6\n'
	} >s
	expect 0 'alignmap rename -i kid child - <s'
	printf 'goal: first\ntitle: F\n---\ngoal: more\n' | diff -u - have.yaml
	printf 'goal: fresh\n' | diff -u - fresh.yaml
}

@test "a reader that goes away ends the row quietly" {
	cp -Rp "$orig" all && cd all
	set +e
	smartcheck check --through . . . 2>err | head -c 1 >/dev/null
	rc=${PIPESTATUS[0]}
	set -e
	[ "$rc" = 141 ] || [ "$rc" = 1 ]
	no grep -v ': \(error\|warning\|note\): ' err
	yes 'person: ann' | head -n 100000 | sed 's/^/# /' >big
	printf 'person: ann\n' >>big
	set +e
	smartcheck check --through big 2>/dev/null | true
	[ "${PIPESTATUS[0]}" = 141 ]
}

@test "memory grows with goals, not with their bytes" {
	[ "$GF_V" = release ] || skip "sanitizers take memory of their own"
	# 200 documents of half a megabyte each
	awk 'BEGIN { for (i = 0; i < 200; i++) {
		print "---\ngoal: g" i "\ntitle: Win " i + 2 " of them"
		for (k = 0; k < 8000; k++)
			print "# a comment that takes its room and says nothing of use"
	} }' >big.yaml
	expect 1 bash -c 'ulimit -v 60000; smartcheck check -j 1 --fail-on note -a big.yaml'
	expect 1 bash -c 'ulimit -v 60000; smartcheck check -j 1 --fail-on note -a <big.yaml'
}

@test "defaults that a filter left out are taken from their file" {
	printf 'defaults: {owner: ann}\n---\ngoal: a\ntitle: A\n' >d.yaml
	ask() { alignmap tree -f yaml --where owner=ann 2>/dev/null | grep -c '^goal: a'; }
	[ "$(smartcheck check --through d.yaml 2>/dev/null | ask)" = 1 ]
	smartcheck check --through d.yaml 2>/dev/null |
	    awk '/^--- # from d.yaml:1 /{ skip = 1; next } /^---/{ skip = 0 } !skip' |
	    sed 's/end 2/end 1/' >s
	no grep -F defaults s
	[ "$(ask <s)" = 1 ]
}

@test "none but the first of the goals with one id passes" {
	printf 'goal: a\ntitle: %s\n---\n' one two three >in.yaml
	expect 0 'smartcheck --pass -D S11=off -D M01=off -D T01=off in.yaml'
	[ "$(grep -c '^goal: a' "$out")" = 1 ]
	grep -Fx 'title: one' "$out"
	grep -F 'three goals [X13]' "$err"
}
