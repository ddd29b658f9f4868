# Documents in a pipe: markers, fingerprints, ends (STREAM.md).
load helper

setup() {
	fresh
	mkdir -p "$HOME/w/goals" && cd "$HOME/w"
	printf 'person: ann\nname: Ann\n' >ann.yaml
}

print_of() { sha256sum | cut -c1-16; }

@test "a marker names path, line and fingerprint of the bytes" {
	printf '# head\nperson: ann\n---\nperson: bob\nname: Bob\n' >two.yaml
	expect 0 smartcheck check --through two.yaml
	same_out <<-END
	--- # from two.yaml:1 $(printf '# head\nperson: ann\n' | print_of)
	# head
	person: ann
	--- # from two.yaml:4 $(printf 'person: bob\nname: Bob\n' | print_of)
	person: bob
	name: Bob
	... # end 2
	END
}

@test "what belongs to the file stays out of the stream" {
	printf '\xef\xbb\xbf%%YAML 1.2\n# of the file\n---   # note\nperson: ann\n... # over\n# between\n---\nperson: bob\n' >f.yaml
	expect 0 smartcheck check --through f.yaml
	same_out <<-END
	--- # from f.yaml:4 $(printf 'person: ann\n' | print_of)
	person: ann
	--- # from f.yaml:8 $(printf 'person: bob\n' | print_of)
	person: bob
	... # end 2
	END
}

@test "content on the line of the dashes gets a line and a column" {
	printf -- '---  {person: ann, nope: 1}\n' >f.yaml
	expect 1 smartcheck check --through f.yaml
	same_out <<-END
	--- # from f.yaml:1:6 $(printf '{person: ann, nope: 1}\n' | print_of)
	{person: ann, nope: 1}
	... # end 1
	END
	grep -F 'f.yaml:1:20: error:' "$err"
	expect 1 'smartcheck check --through f.yaml 2>/dev/null | smartcheck'
	grep -F 'f.yaml:1:20: error:' "$out"
}

@test "a document without a final newline gets one and is the same document" {
	printf 'person: ann\nnope: 1' >f.yaml
	expect 1 smartcheck check --through f.yaml
	cp "$out" s
	same_out <<-END
	--- # from f.yaml:1 $(printf 'person: ann\nnope: 1' | print_of)
	person: ann
	nope: 1
	... # end 1
	END
	expect 1 'smartcheck check --through <s 2>err2'
	same_out s
	grep -F 'f.yaml:2:1: error:' err2
	no grep -F fingerprint err2
}

@test "line ends of other systems stay inside the document" {
	printf 'person: ann\r\nname: Ann\r\n' >f.yaml
	expect 0 smartcheck check --through f.yaml
	[ "$(head -n 1 "$out")" = "--- # from f.yaml:1 $(print_of <f.yaml)" ]
	sed -n 2,3p "$out" | cmp - f.yaml
}

@test "a path that a line cannot hold is quoted as git does" {
	echo 'person: a' >'a b.yaml'
	echo 'person: b' >$'n\nl.yaml'
	echo 'person: c' >$'\xc3\xa9.yaml'
	expect 0 smartcheck check --through 'a b.yaml' $'n\nl.yaml' $'\xc3\xa9.yaml'
	[ "$(grep -c '^---' "$out")" = 3 ]
	grep -F -- '--- # from "a b.yaml":1 ' "$out"
	grep -F -- '--- # from "n\nl.yaml":1 ' "$out"
	grep -F -- '--- # from "\303\251.yaml":1 ' "$out"
	cp "$out" s
	expect 0 'smartcheck check --through <s'
	same_out s
}

@test "a stream passes through as it is, broken and foreign documents too" {
	printf 'person: ann\nname: "A" # c\n\n\n---\nkind: Deployment\n---\nperson: [\n---\n# only words\n---\nperson: bob\n' >f.yaml
	expect 2 smartcheck check --through f.yaml
	cp "$out" s
	expect 2 'smartcheck check --through <s'
	same_out s
	[ "$(tail -n 1 s)" = '... # end 5' ]
	grep -F '[yaml]' "$err"
}

@test "an empty stream is said to be one, and is no failure" {
	expect 0 'echo "# end 0" | smartcheck check --through'
	same_out <<<'# end 0'
	grep -F 'holds no document' "$err"
}

@test "a stream that was cut off is judged, said, and status 2" {
	printf 'person: ann\n---\nperson: bob\nnope: 1\n' >f.yaml
	smartcheck check --through f.yaml >s 2>/dev/null || :
	expect 2 'sed "\$d" s | smartcheck'
	grep -F 'f.yaml:4:1: error:' "$out"
	grep -F 'cut off' "$err"
	expect 2 'head -n 2 s | smartcheck'
}

@test "a stream that lost a document on its way was cut off, too" {
	printf 'person: ann\n---\nperson: bob\n' >f.yaml
	smartcheck check --through f.yaml >s
	expect 2 'sed 1,2d s | smartcheck'
	grep -F 'cut off' "$err"
}

@test "streams one after the other are one stream" {
	smartcheck check --through ann.yaml >a
	printf 'person: bob\n' >bob.yaml
	smartcheck check --through bob.yaml >b
	printf '# end 0\n' >none
	expect 0 'cat a none b none | smartcheck check --through'
	same_out <<-END
	$(sed '$d' a)
	$(sed '$d' b)
	... # end 2
	END
}

@test "a marker counts on standard input or with --stream only" {
	printf 'person: ann\nnope: 1\n' >f.yaml
	smartcheck check --through f.yaml >s.yaml 2>/dev/null || :
	expect 1 smartcheck check s.yaml
	grep '^s.yaml:3:1: error: .*F01' "$out"
	expect 1 smartcheck check --stream s.yaml
	grep '^f.yaml:2:1: error: .*F01' "$out"
}

@test "plain standard input is marked with its line, or with the name it is given" {
	expect 0 'printf "person: ann\n---\nperson: bob\n" | smartcheck check --through'
	grep '^--- # from -:1 ' "$out" && grep '^--- # from -:3 ' "$out"
	expect 0 'printf "person: ann\n" | smartcheck check --through --stdin-filename goals/x.yaml'
	grep '^--- # from goals/x.yaml:1 ' "$out"
}

@test "who was changed on the way has its place in the stream, said once" {
	printf 'person: ann\nnope: 1\n---\nperson: bob\nnope: 1\n' >f.yaml
	smartcheck check --through f.yaml >s 2>/dev/null || :
	expect 1 'sed "s/bob/bert/" s | smartcheck'
	grep '^f.yaml:2:1: error:' "$out"
	grep '^-:6:1: error:' "$out"
	[ "$(grep -c fingerprint "$err")" = 1 ]
}

@test "a marker that is none is a comment" {
	expect 1 'printf -- "--- # from x.yaml:0 123\nperson: ann\nnope: 1\n" | smartcheck'
	grep '^-:3:1: error:' "$out"
}

@test "--pass and --fail part the goals and pass all else" {
	cp -Rp "$orig" all && cd all
	smartcheck check --pass goals >p 2>/dev/null
	smartcheck check --fail goals >f 2>/dev/null
	smartcheck check --through goals >t 2>/dev/null || :
	goals() { grep -c '^goal:' "$1"; }
	[ $(($(goals p) + $(goals f))) = "$(goals t)" ]
	[ "$(goals p)" -gt 0 ] && [ "$(goals f)" -gt 0 ]
	[ "$(grep -c '^defaults:' p)" = "$(grep -c '^defaults:' t)" ]
	[ "$(grep -c '^defaults:' f)" = "$(grep -c '^defaults:' t)" ]
	expect 0 smartcheck check --pass goals
	expect 0 smartcheck check --fail goals
	expect 1 smartcheck check --through goals
	smartcheck check -a goals >findings 2>/dev/null || :
	smartcheck check --pass -a goals 2>beside >/dev/null
	diff -u findings beside
}

@test "--pass, --fail and --through stand alone" {
	expect 2 smartcheck check --pass --fail ann.yaml
	grep -F 'cannot stand together' "$err"
}

@test "beside a stream the findings go to every file that -f names" {
	printf 'person: ann\nnope: 1\n' >f.yaml
	expect 1 smartcheck check --through -f jsonl=j -f gnu=g f.yaml
	grep -F '"check":"F01"' j
	grep '^f.yaml:2:1: error:' g
	grep '^--- # from' "$out"
	grep '^f.yaml:2:1: error:' "$err"
}

@test "who reads a part passes on that it is one" {
	printf 'person: ann\n---\nperson: bob\n' >f.yaml
	smartcheck check --through f.yaml >s
	expect 2 'sed "\$d" s | smartcheck check --through'
	no grep -F '# end' "$out"
	expect 2 smartcheck check --through --limit size=10 f.yaml
	no grep -F '# end' "$out"
	grep 'read no further than its document at line 1, which is too large' "$err"
	printf 'person: ann\n---\ngoal: \0\n---\nperson: bob\n' >f.yaml
	expect 2 smartcheck check --through f.yaml
	no grep -F '# end' "$out"
	grep "'f.yaml' was read no further than its document at line 3" "$err"
}

@test "a last line without an end stays so behind two programs" {
	printf 'goal: a\ntitle: t\ndue: 2026-09-30' >f.yaml
	cp f.yaml was
	alignmap rename a b -i f.yaml && alignmap rename b c -i f.yaml
	mv f.yaml want && mv was f.yaml
	expect 0 'alignmap rename a b f.yaml | alignmap rename b c -i -'
	cmp want f.yaml
	[ "$(tail -c 1 f.yaml)" = 0 ]
}

@test "a line behind a last one without an end ends as the file's do" {
	local was=$'goal: a\r\ntitle: t\r\ndue: 2026-09-30'
	printf 'goal: b\ntitle: u\n' >g.yaml
	printf '%s' "$was" >f.yaml
	alignmap rename a x -i f.yaml g.yaml
	alignmap link x b -i f.yaml g.yaml
	mv f.yaml want
	printf '%s' "$was" >f.yaml
	expect 0 'alignmap rename a x f.yaml g.yaml | alignmap link x b -i -'
	cmp want f.yaml
	printf 'person: ann\r\nname: A' >p.yaml
	expect 0 smartcheck check --through p.yaml
	grep -x $'name: A\r' "$out"
}

@test "the line end that a stream adds changes no value" {
	local was=$'goal: a\ntitle: t\nsupports: |\n  b'
	printf 'goal: b\ntitle: u\n' >g.yaml
	printf '%s' "$was" >f.yaml
	smartcheck f.yaml g.yaml >want || :
	expect 1 'smartcheck check --through f.yaml g.yaml 2>err2 | smartcheck'
	same_out want
	expect 1 'alignmap rename b y f.yaml g.yaml | smartcheck'
	no grep 'supports' "$out"
	alignmap rename b y -i f.yaml g.yaml
	alignmap rename y z -i f.yaml g.yaml
	mv f.yaml want
	printf '%s' "$was" >f.yaml
	printf 'goal: b\ntitle: u\n' >g.yaml
	expect 0 'alignmap rename b y f.yaml g.yaml | alignmap rename y z -i -'
	cmp want f.yaml
}

@test "what stands behind the dashes forges no line of the stream" {
	printf 'goal: a\ntitle: t\n--- ... # end 1\ngoal: b\n---  --- # from v:1 %s\n' \
	    0123456789abcdef >f.yaml
	cp f.yaml want
	expect 2 smartcheck check --through f.yaml
	[ "$(grep -c '^\.\.\. ' "$out")" = 1 ]
	grep -x ' \.\.\. # end 1' "$out"
	grep -x -e ' --- # from v:1 0123456789abcdef' "$out"
	no grep '^--- # from v' "$out"
	expect 2 'smartcheck check --through f.yaml 2>want2 |
	    alignmap rename a x -i -'
	smartcheck f.yaml >want2 || :
	grep '\[yaml\]' want2
	smartcheck check --through f.yaml 2>/dev/null | smartcheck >again || :
	diff -u want2 again
	cmp want f.yaml
}

@test "a document broken by what stands ahead of it is so behind a pipe, too" {
	local head
	for head in '%TAG ! tag:x,2000:\n---\n' '%YAML 1.3\n# c\n--- ' '...\n'; do
		printf 'goal: z\ntitle: t\n...\n' >f.yaml
		[ "$head" = '...\n' ] || printf -- "---\ngoal: y\n...\n" >>f.yaml
		printf '%b' "$head" >>f.yaml
		printf '{goal: a, title: t}\n' >>f.yaml
		cp f.yaml want
		for p in 'smartcheck' 'smartcheck -f jsonl' 'alignmap check'; do
			expect 2 $p f.yaml
			cp "$out" said
			expect 2 "smartcheck check --through f.yaml 2>/dev/null | $p"
			same_out said
			expect 2 "alignmap rename z long-one - --stream f.yaml 2>/dev/null | $p -"
		done
		expect 2 'alignmap rename a x -i f.yaml'
		cp "$err" said
		expect 2 'smartcheck check --through f.yaml 2>/dev/null |
		    alignmap rename a x -i -'
		same_err said
		cmp want f.yaml
	done
}

@test "the byte of a finding counts a mark of byte order behind a pipe" {
	printf '\xef\xbb\xbfgoal: a b\ntitle: t\n' >f.yaml
	printf 'goal: c\ntitle: t\n' >g.yaml
	smartcheck -f jsonl f.yaml g.yaml >want || :
	expect 1 'smartcheck check --through f.yaml g.yaml 2>/dev/null |
	    smartcheck -f jsonl'
	same_out want
	expect 1 'alignmap rename c d f.yaml g.yaml |
	    smartcheck check --through 2>/dev/null | smartcheck -f jsonl'
	grep '"byte":9' want
}

@test "standard input alone is not changed where a file has to be, too" {
	printf 'goal: b\ntitle: t\n' >f.yaml
	printf 'goal: c\ntitle: t\nsupports: b\n' >g.yaml
	expect 2 'alignmap rename b y --context . --stdin-filename f.yaml - <f.yaml'
	same_out /dev/null
	grep "'g.yaml:1' has to change, too" "$err"
	expect 2 'alignmap link c b --context . --stdin-filename n.yaml - <f.yaml'
	same_out /dev/null
	printf 'goal: c\ntitle: t\n' >g.yaml
	expect 2 'alignmap link c b --context . --stdin-filename f.yaml - <f.yaml'
	same_out /dev/null
	grep "'g.yaml:1' has to change, too" "$err"
}

@test "a file that is replaced during a run is one file all the same" {
	printf 'goal: a\ntitle: t\nsupports: gone\n' >f.yaml
	printf 'goal: b\ntitle: t\nsupports: gone\n' >g.yaml
	smartcheck check --through --context . g.yaml >s 2>/dev/null || :
	smartcheck --context . ./f.yaml - <s >want || :
	expect 1 '{ sleep 1; cp f.yaml n && mv n f.yaml; cat s; } |
	    smartcheck --context . ./f.yaml -'
	same_out want
}

@test "a whole stream without a goal says so to whoever reads it" {
	printf 'person: ann\nname: Ann\n' >ann.yaml
	for reader in alignmap 'alignmap check' 'smartcheck check --pass'; do
		expect 0 "smartcheck --pass --no-context ann.yaml | $reader"
		grep -Fx "${reader%% *}: the stream holds no goal" "$err"
	done
	expect 2 "smartcheck --pass --no-context ann.yaml | sed '\$d' | alignmap"
	no grep -F 'holds no goal' "$err"
}

@test "a document that fits no fingerprint is counted, but not in a cut stream" {
	printf 'person: ann\nname: Ann\n' >ann.yaml
	local edit='sed s/Ann/Bea/'
	expect 0 "smartcheck --pass ann.yaml | $edit | alignmap check"
	grep -F '1 document fits no fingerprint' "$err"
	expect 2 "smartcheck --pass ann.yaml | $edit | sed '\$d' | alignmap check"
	no grep -F 'fingerprint' "$err"
}

@test "a change beyond the text is no change: the places are those of the stream" {
	printf 'goal: a\ntitle: t\nnope: 1\n' >f.yaml
	printf 'goal: b\ntitle: t\nnope: 1\n' >now
	local change head
	head="--- # from f.yaml:1 $(print_of <f.yaml)>$(print_of <now)"
	for change in ' 1:7-1+1' ' 1:1-0+0 1:7-1+1 3:8-0+0'; do
		expect 1 "{ echo '$head$change'; cat now; echo '... # end 1'; } | smartcheck"
		grep '^f.yaml:3:1: error:' "$out"
		no grep -F fingerprint "$err"
	done
	for change in '' ' 9:1-1+1' ' 1:7-1+900' ' 1:7-1+9/0' ' 3:8-0+1' \
	    ' 1:7-1+1 3:20-0+0' ' 1:7-1+1 5:1-0+0' ' 1:7-9/0+1' \
	    ' 1:1073741823-1073741823/1+1073741823/1'; do
		{ echo "$head$change"; cat now; echo '... # end 1'; } >s
		cp f.yaml want
		expect 1 'smartcheck <s'
		grep '^-:4:1: error:' "$out" && grep -F fingerprint "$err"
		expect 2 'alignmap rename b c -i - <s'
		cmp f.yaml want
	done
}
