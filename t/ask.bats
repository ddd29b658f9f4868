# Conversations: questions on the terminal, answers from there or from a file.
# tool/ask asks for title and strategy of a goal, once whether that is sure,
# and sets them; typed.py types.
load helper

# title of ana-q2 as it stands
title() { sed -n '/^goal: ana-q2/{n;p;}' goals/ana.yaml; }

@test "what is answered on the terminal is written when the person says so" {
	judge python3
	expect 0 "printf '%s\n' 'Ein Ziel für Łódź' ' by calling ' maybe y yes |
	    python3 $GF_TOP/t/typed.py ask ana-q2"
	same_out <<-'EOT'
	Two questions about 'ana-q2'.
	What is it called?
	> Ein Ziel für Łódź
	And how?
	>  by calling 
	sure? (yes or no)
	> maybe
	sure? (yes or no)
	> y
	write this to 'goals/ana.yaml'? (yes or no)
	> yes
	EOT
	diff -u - <(diff "$orig/goals/ana.yaml" goals/ana.yaml) <<-'EOT'
	11,15c11,13
	< title: Sign 11 new clinics in the south by 30 June 2026
	< strategy: |
	<   Dental and eye practices first: they book by the hour and lose most
	<   when a patient does not turn up.
	<   Two demo days a week, never on Mondays.
	---
	> title: Ein Ziel für Łódź
	> strategy: |-
	>   by calling
	EOT
}

@test "no writes nothing and shows what was answered as lines" {
	judge python3
	expect 1 "printf '%s\n' Other '' y n |
	    python3 $GF_TOP/t/typed.py -2 $HOME/said ask ana-q2"
	untouched goals/ana.yaml
	diff -u "$HOME/said" - <<-'EOT'
	ask: nothing was written; what was answered, as lines for --answers:
	Other

	EOT
	sed 1d "$HOME/said" | ask ana-q2 --answers - -i
	[ "$(title)" = 'title: Other' ]
}

@test "an interrupt writes nothing, loses no answer and ends by the signal" {
	judge python3
	expect 1 "printf '%s\n' Other ^C |
	    python3 $GF_TOP/t/typed.py -2 $HOME/said ask ana-q2 -i ||
	    [ \$? -ne 130 ]"
	untouched goals/ana.yaml
	diff -u "$HOME/said" - <<-'EOT'
	ask: nothing was written; what was answered, as lines for --answers:
	Other
	EOT
}

@test "SIGTERM at a question does the same" {
	judge python3
	printf '%s\n' Other '^X sleep 0.3; kill -TERM $(cat pid)' |
	    python3 "$GF_TOP/t/typed.py" -2 "$HOME/said" \
	    sh -c 'echo $$ >pid; exec ask ana-q2 -i' && return 1 || [ $? -eq 143 ]
	untouched goals/ana.yaml
	grep -qx Other "$HOME/said"
}

@test "Ctrl-D ends an answer, and what was answered is shown" {
	judge python3
	expect 2 "printf '%s\n' Other ^D |
	    python3 $GF_TOP/t/typed.py -2 $HOME/said ask ana-q2 -i"
	untouched goals/ana.yaml
	diff -u "$HOME/said" - <<-'EOT'
	ask: no strategy
	ask: nothing was written; what was answered, as lines for --answers:
	Other

	EOT
}

@test "a goal changed while the person thinks is read again, nobody asked twice" {
	judge python3
	expect 0 "printf '%s\n' Other how y \
	    '^X sed -i \"s/Two demo days/Three demo days/\" goals/ana.yaml' y |
	    python3 $GF_TOP/t/typed.py ask ana-q2"
	[ "$(grep -c 'What is it called' "$out")" -eq 1 ]
	[ "$(title)" = 'title: Other' ]
	no grep -q 'changed since' "$out"
}

@test "standard output to a pipe gets the stream, the terminal the questions" {
	judge python3
	expect 0 "printf '%s\n' Other how y |
	    python3 $GF_TOP/t/typed.py -0 goals/ana.yaml -1 $HOME/stream ask ana-q2 -"
	grep -q 'What is it called' "$out"
	no grep -q 'write this' "$out"
	diff_lines goals/ana.yaml 0
	diff "$orig/goals/ana.yaml" "$HOME/stream" >"$HOME/d" || [ $? -eq 1 ]
	grep -qx '> title: Other' "$HOME/d"
}

@test "answers come from a file, CRLF and all, with nobody asked" {
	printf 'X: y\r\n  # z  \r\nmore\n' >answers
	expect 0 ask ana-q2 --answers answers -i
	[ "$(title)" = "title: 'X: y'" ] || [ "$(title)" = 'title: "X: y"' ]
	expect 2 ask ana-q2 --answers /dev/null -i
	grep -qx 'ask: no title' "$err"
	expect 0 'printf "a\nb\n" | ask ana-q2 --answers - -i'
	title | grep -qx "title: [\"']a[\"']"
}

@test "what cannot be asked says how to answer" {
	expect 2 ask ana-q2 --no-input
	same_err <<-'EOT'
	ask: cannot ask about title and strategy: --no-input says so; --answers FILE takes the answers from a file
	EOT
	expect 2 setsid ask ana-q2
	same_err <<-'EOT'
	ask: cannot ask about title and strategy: there is no terminal; --answers FILE takes the answers from a file
	EOT
	expect 2 ask ana-q2 --answers nothing
	same_err <<-'EOT'
	ask: cannot read the answers in 'nothing': No such file or directory
	EOT
	printf 'a\377\n' >bad
	expect 2 ask ana-q2 --answers bad
	same_err <<-'EOT'
	ask: the answers in 'bad' are no UTF-8 text
	EOT
	expect 2 'printf a | ask ana-q2 --answers - -'
	same_err <<-'EOT'
	ask: standard input holds the answers: name the files of goals
	EOT
	untouched goals/ana.yaml
}

@test "what cannot be a text is asked for again" {
	judge python3
	expect 0 "printf '%s\n' \$'a\\xff' b c y y |
	    python3 $GF_TOP/t/typed.py ask ana-q2"
	grep -qx 'that is no UTF-8 text; once more:' "$out"
	[ "$(title)" = 'title: b' ]
}
