# Input that means harm (HAZARDS T-2, T-11 to T-13, T-16, T-17).
load helper

setup() {
	fresh
	mkdir "$HOME/h" && cd "$HOME/h"
}

# rep N TEXT: the text N times
rep() { yes -- "$2" | head -n "$1" | tr -d '\n'; }
lines() { yes -- "$2" | head -n "$1"; }

# tame PLACE FILE: quick and small, and the first thing said has this place
tame() {
	local want=$1 limit=262144 time=2
	[ "$GF_V" = release ] || { limit=unlimited time=60; }
	expect 2 timeout "$time" bash -c "ulimit -v $limit; exec smartcheck check -j 1 $2"
	[[ "$(head -n 1 "$out")" == "$2:$want: error: "*'[yaml]' ]] || {
		head -n 1 "$out"
		return 1
	}
}

h=$'goal: x\ntitle: t\nx-a: '

@test "nesting of every kind stops at its limit, at its place" {
	{ printf %s "$h"; rep 80000 '['; } >a && tame 3:69 a
	{ printf %s "$h"; rep 40000 '['; rep 40000 ']'; } >b && tame 3:69 b
	{ printf %s "$h"; rep 40000 '{'; } >c && tame 3:69 c
	{ printf %s "$h"; lines 20000 '[ #'; } >d && tame 66:1 d
	{ printf 'goal: x\nx-a:\n  '; rep 40000 '- '; } >e && tame 3:129 e
	rep 40000 '? ' >f && tame 1:129 f
	{ printf 'goal: x\nx-a:\n'; awk 'BEGIN { for (; i < 1000; i++) printf "%*sk:\n", i + 1, "" }'; } >g
	tame 66:65 g
	{ printf %s "$h"; rep 63 '['; rep 63 ']'; } >ok
	smartcheck check ok | grep yaml && return 1 || :
}

@test "aliases, anchors and bombs stop at their limits" {
	{ printf 'goal: x\nx-b: &b y\nx-a:\n'; lines 2000 '  - *b'; } >a && tame 1004:5 a
	{ printf 'goal: x\nx-a:\n'; awk 'BEGIN { for (; i < 200000; i++) print "  - &a" i " x" }'; } >b
	tame 1003:5 b
	{
		printf 'goal: x\nx-0: &a0 [x, x, x, x, x, x, x, x, x, x]\n'
		for i in 1 2 3 4 5 6 7 8 9; do
			echo "x-$i: &a$i [$(rep 9 "*a$((i - 1)), ")*a$((i - 1))]"
		done
	} >c && tame 6:56 c
	printf 'goal: x\nx-a: &a [*a]\n' >d && tame 2:10 d
	printf 'goal: x\nx-a: *nope\n' >e && tame 2:6 e
	{ lines 20000 '%TAG !e! tag:e,2000:'; printf -- '---\ngoal: x\n'; } >f && tame 1:1 f
}

@test "sizes of every kind stop at their limits" {
	{ printf %s "$h"; rep 300000 a; } >a && tame 3:6 a
	{ printf %s "$h"; rep 10000000 a; } >b && tame 1:1 b
	{ printf '%s"' "$h"; rep 10000000 a; echo '"'; } >c && tame 1:1 c
	{ printf '%s|\n' "$h"; lines 300000 '  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'; } >d && tame 1:1 d
	{ printf 'goal: x\nx-a:\n'; lines 1500000 -; } >e && tame 499998:2 e
	lines 3000000 '# x' >f && tame 1:1 f
	{ printf 'goal: x\n'; lines 5000000 ''; } >g && tame 1:1 g
	{ printf 'goal: x\n'; rep 2000 k; echo ': 1'; } >i && tame 2:2001 i
	{ printf 'goal: x\nx-a: ['; rep 400000 '{a: 1},'; echo ']'; } >j && tame 2:1166662 j
}

@test "behind a document over the limit nothing of that input is read" {
	{ printf 'person: a\nnope: 1\n---\ngoal: x\n# '; rep 5000000 a; printf '\n---\nperson: b\nnope: 1\n'; } >f
	printf 'person: c\nnope: 1\n' >g
	expect 2 smartcheck check f g
	grep '^f:2:1: .*F01' "$out" && grep '^f:4:1: .*yaml' "$out"
	grep '^g:2:1: .*F01' "$out"
	[ "$(grep -c F01 "$out")" = 2 ]
}

@test "bytes that are no text are said at their place" {
	printf 'goal: x\ntitle: a\0b\n' >nul && tame 2:9 nul
	printf 'goal: x\ntitle: a\033b\n' >esc && tame 2:9 esc
	printf 'goal: x\rtitle: a\n' >cr && tame 1:8 cr
	printf 'goal: x\ntitle: a\302\205b\n' >nel && tame 2:9 nel
	printf 'goal: x\ntitle: a\342\200\250b\n' >ls && tame 2:9 ls
	printf '\357\273\277goal: x\n\357\273\277title: a\n' >bom && tame 2:1 bom
	printf '\377\376g\0o\0' >utf16 && tame 1:1 utf16
	printf 'goal: x\ntitle: caf\351\n' >latin && tame 2:11 latin
	printf 'goal: x\ntitle: \300\257\n' >long && tame 2:8 long
	printf 'goal: x\ntitle: \355\240\200\n' >half && tame 2:8 half
	printf 'goal: x\ntitle: a\177b\n' >del && tame 2:9 del
	printf 'goal: x\ntitle: a\302\233b\n' >c1 && tame 2:9 c1
	printf '\357\273\277goal: x\nnope: 1\n' >one
	smartcheck check one | grep '^one:2:1: .*F01'
}

@test "what YAML allows and we do not" {
	printf 'goal: x\ntitle: a\ntitle: b\n' >dup && tame 3:1 dup
	printf 'goal: x\ntitle: !!python/object x\n' >tag && tame 2:8 tag
	printf '%%YAML 1.1\n%%YAML 1.2\n---\ngoal: x\n' >two && tame 2:1 two
	printf 'goal: x\nx-a:\n\t- b\n' >tab && tame 3:1 tab
	printf 'goal: x\n...\ngoal: y\n' >stray
	expect 2 smartcheck check stray
	grep '^stray:3:1: error: .*yaml' "$out"
}

@test "any bytes end in 0, 1 or 2" {
	local i
	for i in $(seq 20); do
		head -c 3000 /dev/urandom >junk
		timeout 5 smartcheck check junk >"$out" 2>&1 || [ $? -le 2 ]
		head -c 3000 /dev/urandom | tr '\000-\377' ' -~\n -~\n -~\n' >junk
		timeout 5 smartcheck check junk >"$out" 2>&1 || [ $? -le 2 ]
	done
	for i in '' '---' '%' '...' '--- ' '- ' '? ' ': ' '&a' '*a' '!' '|' '>' '"' "'" '#' '@' $'\t'; do
		printf %s "$i" >junk
		timeout 5 smartcheck check junk >"$out" 2>&1 || [ $? -le 2 ]
	done
}

hostile_tree() {
	local good=$'person: ann\nnope: "\\e[31m\\u202e"\n'
	truncate -s 10G big.yaml
	mkfifo fifo.yaml
	mkdir d.yaml sub
	ln -s /etc/passwd passwd.yaml
	ln -s /dev/zero zero.yaml
	ln -s loop.yaml loop.yaml
	ln -s . self
	echo 'gitdir: ..' >sub/.git
	for f in -n.yaml sub/in.yaml $'new\nline.yaml' $'esc\e]0;x\aa.yaml' \
	    ::error::x.yaml $'x\n::error file=..yaml' $'\377.yaml'; do
		printf %s "$good" >./"$f"
	done
}

# only bytes that a terminal and a build server take for text
safe() {
	local f
	for f; do
		! tr -d '\r' <"$f" | LC_ALL=C grep -aP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]' || return 1
		no grep -aE '^(::|##\[)' "$f" || return 1
	done
}

@test "a hostile tree is walked in a second, and named safely" {
	hostile_tree
	for p in 'smartcheck check' 'alignmap check' 'alignmap tree' 'cadence pace' 'cadence next' 'cadence ics' 'cadence check' \
	    'whyladder show' 'whyladder check' 'obstacles list' 'obstacles check'; do
		timeout 5 $p . >"$out" 2>"$err" </dev/null || [ $? -le 2 ]
		safe "$out" "$err"
		timeout 5 $p -- *.yaml >"$out" 2>"$err" || [ $? = 2 ]
		safe "$out" "$err"
		grep -F 'big.yaml:1:1: error:' "$out" "$err"
	done
	timeout 5 smartcheck check . >"$out" 2>"$err" </dev/null || [ $? = 1 ]
	grep -F "skipped 'fifo.yaml': not a regular file" "$err"
	grep -F '"new\nline.yaml":2:1: error:' "$out"
	no grep -F sub/in.yaml "$out"
	smartcheck check --list-files . </dev/null >"$out" 2>/dev/null
	safe "$out"
}

@test "what a file says never commands a terminal or a build server" {
	hostile_tree
	cat >poison.yaml <<-'END'
	goal: poison
	title: "::error file=a::\e[31mred\x07 \u202e right \u009b \u2028 end"
	owner: "##[error] who\r\n::warning::x"
	measure: {metric: "\e]0;title\a", unit: "\x7f", from: 0, to: 3}
	supports: "\e[2J"
	"\e[31mkey": "::set-output"
	due: "\e[31m2026"
	END
	cat >more.yaml <<-'END'
	goal: "::error::id"
	title: "\
	  ##[group]x"
	END
	smartcheck -h | sed -n '/verbs/,/^$/p' >/dev/null
	for f in text gnu jsonl; do
		expect 2 smartcheck check -a -f "$f" -- *.yaml
		safe "$out" "$err"
		expect 2 alignmap check -a -f "$f" -- *.yaml
		safe "$out" "$err"
	done
	for v in tree 'path poison'; do
		alignmap $v ./poison.yaml ./more.yaml >"$out" 2>"$err" || [ $? -le 2 ]
		safe "$out" "$err"
		LC_ALL=C alignmap $v ./poison.yaml >"$out" 2>"$err" || [ $? -le 2 ]
		safe "$out" "$err"
	done
	expect 2 smartcheck $'\e[31mno such verb'
	safe "$err"
	expect 2 smartcheck check --where $'\e[31m=x' poison.yaml
	safe "$err"
	expect 2 smartcheck check $'--\e[31m' poison.yaml
	safe "$err"
}

@test "on a terminal, too" {
	command -v script >/dev/null || skip "no script(1)"
	hostile_tree
	printf 'goal: poison\ntitle: "::error::\\e[31mred\\x07 \\u202e \xe2\x80\xae right"\ndue: "a\\e[31mred\\x07 \\u202e \xe2\x80\xae right"\n' >p.yaml
	script -qec 'smartcheck check --color=never p.yaml ./::error::x.yaml' typed >/dev/null </dev/null || :
	sed '1d;$d' typed >shown
	[ -s shown ] && safe shown
	grep -F '<U+202E>' shown
}

@test "memory that is refused is said, and status 2" {
	[ "$GF_V" = release ] || skip "sanitizers bring their own memory"
	"${CC:-cc}" -shared -fPIC -o nomem.so "$GF_TOP/t/nomem.c" || skip "no compiler"
	# without a locale, whose loss would only change the lines of a tree
	export LC_ALL=C
	printf 'goal: a\ntitle: Win 3 of them\ndue: 2026-09-30\nsupports: b\n---\ngoal: b\ntitle: "B"\n' >f.yaml
	try() { # RC COMMAND...
		local want=$1 n k rc kept
		shift
		kept=$(<f.yaml)
		NOMEM_LOG=$PWD/n LD_PRELOAD=$PWD/nomem.so "$@" >full 2>&1 || :
		n=$(cat n) && [ "$n" -gt 20 ]
		for ((k = 1; k <= n; k++)); do
			rc=0
			printf '%s\n' "$kept" >f.yaml
			NOMEM_AT=$k LD_PRELOAD=$PWD/nomem.so "$@" >o 2>&1 || rc=$?
			[[ $rc = 2 && $(<o) = *memory* && $(<f.yaml) = "$kept" ]] && continue
			# what only helps may fail in silence
			[[ $rc = "$want" && $(<o) = "$(<full)" ]] || {
				echo "allocation $k of $n: status $rc"
				cat o
				return 1
			}
		done
		printf '%s\n' "$kept" >f.yaml
	}
	try 1 smartcheck check f.yaml
	try 1 smartcheck check -f jsonl --through f.yaml
	try 0 alignmap tree f.yaml
	try 0 alignmap rename -n b c f.yaml
	try 0 alignmap rename -i b c f.yaml
	printf '%s\n' 'A flat' '' 'Call Ed' today 5 >answers
	try 0 whyladder climb b f.yaml --answers answers -i
	try 0 obstacles add b f.yaml --when rain --then walk -i
	try 0 obstacles list f.yaml
}

@test "output that does not arrive is status 2, a reader that goes is a signal" {
	printf 'person: ann\nnope: 1\n' >f.yaml
	full smartcheck check f.yaml
	full smartcheck check --through f.yaml
	full alignmap tree "$orig/goals"
	full smartcheck -h
	full smartcheck --list-checks
	expect 2 bash -c 'smartcheck check f.yaml >&-'
	expect 1 bash -c 'smartcheck check f.yaml <&-'
	expect 1 bash -c 'smartcheck check f.yaml 2>&-'
	expect 0 bash -c 'smartcheck check -D F01=off f.yaml >&-'
	{ lines 300000 '# x'; printf 'person: ann\nnope: 1\n'; } >big
	set +e
	smartcheck check --through big 2>/dev/null | head -c 1 >/dev/null
	[ "${PIPESTATUS[0]}" = 141 ] || return 1
}
