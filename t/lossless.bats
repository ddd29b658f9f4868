# An edit never touches a byte that it was not about, a position is always true:
# tried on every YAML file of the repository.
load helper

# without git, which an unpacked archive does not have
all() {
	find "$GF_TOP" \( -path "$GF_TOP/build" -o -name .git -o \
	    -name node_modules \) -prune -o \( -name '*.yaml' -o -name '*.yml' \) -type f -print
}

@test "each of the 44 situations has its case" {
	for i in $(seq -w 1 44); do
		ls -d "$GF_TOP/t/cases/edit/$i"* >/dev/null
	done
}

@test "there are a hundred files in as many styles" {
	[ "$(find "$GF_TOP/t/corpus-yaml" -name '*.yaml' | wc -l)" -ge 100 ]
}

@test "the corpus holds CRLF, BOM, tabs, open ends, anchors, flow and blocks" {
	cd "$GF_TOP/t/corpus-yaml"
	for what in $'\r$' $'^\xef\xbb\xbf' $'\t' ': &' ': \*' ': \[' ': |' \
	    ': >' '^---' '^\.\.\.' '"' "'" '#' '^? '; do
		LC_ALL=C grep -q -- "$what" ./*.yaml || { echo "$what"; false; }
	done
	cut=0
	for f in *.yaml; do
		[ -z "$(tail -c 1 "$f")" ] || cut=$((cut + 1))
	done
	[ "$cut" -ge 3 ]
}

@test "every YAML file of the repository is walked" {
	all | sed "s,^$GF_TOP/,," | LC_ALL=C sort >walked
	for d in examples t/cases t/corpus t/corpus-yaml; do
		grep -q "^$d/" walked
	done
	[ "$(wc -l <walked)" -ge 700 ]
	[ -e "$GF_TOP/.git" ] || return 0
	git -C "$GF_TOP" ls-files '*.yaml' '*.yml' | LC_ALL=C sort >known
	[ -z "$(comm -13 walked known)" ]
}

@test "setting every text to itself changes no byte of any file" {
	mkdir was
	all | awk '{ printf "%s%cwas/%d.yaml%c", $0, 0, NR, 0 }' |
	    xargs -0 -n 2 -P 2 cp
	cp -R was now
	find now -name '*.yaml' -print0 | xargs -0 -n 1 -P 2 \
	    sh -c '"$0" -d 0 "$1" identity' "$GF_T/tool/edit"
	diff -r was now
}

@test "what we read ourselves is what libyaml reads, of every file and seed" {
	all >names
	find "$GF_TOP/t/fuzz/seeds" "$GF_TOP/t/fuzz/crashes" -type f >>names
	tr '\n' '\0' <names | xargs -0 "$GF_T/unit/parser"
}

@test "ten walks of three random edits in every document: all else stays, positions are true" {
	all | tr '\n' '\0' | xargs -0 "$GF_T/tool/property" >"$out"
	cat "$out"
	[ "$(awk '{ n += $3 } END { print n }' "$out")" -ge 2000 ]
	[ "$(awk '{ n += $5 } END { print n }' "$out")" -ge 200 ]
	# the proof is a net: next to nothing may need it
	[ "$(awk '{ n += $9; m += $3 } END { print n * 100 < m }' "$out")" = 1 ]
}

@test "a tool that breaks a byte is caught" {
	printf 'a: 1 # c\nb: 2\n' >one.yaml
	cp one.yaml two.yaml
	"$GF_T/tool/edit" two.yaml set a bare:3
	if cmp -s one.yaml two.yaml; then false; fi
	printf 'a: 3 # c\nb: 2\n' | cmp - two.yaml
}

@test "PyYAML reads every text that an edit writes as just that text" {
	judge python3
	judge py:yaml
	cat >texts.py <<-'PY'
	import subprocess, sys, yaml
	texts = ['x', 'no', 'On', 'y', '~', 'null', '', ' a', 'a ', 'a: b',
	    'a #b', '#x', '12', '010', '0x1F', '1_000', '1.5', '1e3', '.inf',
	    '12:30', '12:30:45', '2024-01-15', '2024-01-15 10:00:00', '=', '<<',
	    '- a', '-', '? b', ':', 'a:', '{a}', '[x', 'a, b', '*a', '&a', '!t',
	    '%d', '@x', '`t', "'q'", '"q"', 'a\'b"c', '|', '>', '---', '...',
	    'a\\b', 'a\tb', 'x\ny', 'x\ny\n', 'x\n\ny\n\n', '\n', '  lead\nx\n',
	    '\ttab\nx', 'a  \nb\n', '   \nx', '\u00e9', '\U0001f3af', '\u202ex',
	    '\x1b[31m', '\x85', '\ufeff', '\u2028', "it's", '50%', '1,000',
	    'http://a.b:80/?c=d#e', '--- a', 'yes: no', 'a\r\nb']
	forms = ['k:\nz: 1\n', 'k: old\nz: 1\n', "k: 'old'\nz: 1\n",
	    'k: "old"\nz: 1\n', 'k: |\n  old\nz: 1\n', 'k: >-\n  old\nz: 1\n',
	    '{k: old, z: 1}\n', '{"k":"old","z":1}\n', 'z: 1\n']
	bad = 0
	for text in texts:
	    word = 'esc:' + text.replace('\\', '\\\\').replace('\n', '\\n')
	    want = text.replace('\r\n', '\n')
	    for form in forms:
	        with open('one.yaml', 'w') as f:
	            f.write(form)
	        edit = ['set', 'k', word] if 'k' in form else \
	            ['insert', '.', 'k', word]
	        subprocess.run([sys.argv[1], 'one.yaml'] + edit, check=True)
	        got = yaml.safe_load(open('one.yaml', newline=''))
	        # an empty value set to nothing stays empty
	        if got != {'k': want, 'z': 1} and (text or 'old' in form or
	            'k' not in form):
	            bad += 1
	            print(repr(text), repr(form), repr(got))
	sys.exit(bad > 0)
	PY
	python3 texts.py "$GF_T/tool/edit"
}

@test "findings behind three programs that edit are where they are in the files" {
	# status 1: there are findings
	smartcheck check -f gnu goals people sessions readings >plain || [ $? -eq 1 ]
	[ "$(wc -l <plain)" -ge 30 ]
	alignmap rename acme-every-clinic a-new-and-longer-name goals people \
	    sessions readings |
	    alignmap link ben-q2 a-new-and-longer-name - |
	    alignmap rename a-new-and-longer-name short - >stream
	[ "$(grep -c '^--- # from .*>' stream)" -ge 4 ]
	# two changes in one line, and lines put in
	grep -q '^--- # from goals/ben.yaml:.* \([0-9]*\):[0-9]*-0+1 \1:' stream
	grep -q '^--- # from .*+1/0' stream
	smartcheck check -f gnu - <stream >behind || [ $? -eq 1 ]
	diff plain behind
}

@test "climb and add put bytes in and take none out, on every style of file" {
	judge python3
	for d in t/cases/edit t/corpus-yaml examples; do
		find "$GF_TOP/$d" -name '*.yaml' ! -path '*/after*'
	done | LC_ALL=C sort >names
	# each run costs the sanitizers a while
	[ "$GF_V" = release ] || { sed -n '1~5p' names >some && mv some names; }
	expect 0 "python3 $GF_TOP/t/onlyadds.py <names"
	tail -n 1 "$out"
	[ "$(sed -n '$s/ written.*//p' "$out")" -ge "$(wc -l <names)" ]
}
