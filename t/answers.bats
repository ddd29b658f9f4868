# What is answered when a word or a configuration is wrong (STREAM.md).
load helper

setup() {
	fresh
	mkdir -p "$HOME/w/goals" && cd "$HOME/w"
	printf 'person: ann\nname: Ann\n' >goals/ann.yaml
}

@test "a wrong word is answered with the nearest, or with whose it is" {
	while IFS='|' read -r command said; do
		expect 2 $command goals
		same_err <<<"${command%% *}: $said"
	done <<-'END'
	cadence log a -2|unknown option '-2': a value that begins with '-' stands behind '--'; see 'cadence -h'
	alignmap tree --passs|unknown option '--passs': did you mean '--pass'?
	alignmap tree --pass|option '--pass' belongs to 'check'; see 'alignmap -h'
	smartcheck check --ver|unknown option '--ver': did you mean '--verbose'?
	smartcheck check --fail-on warnin|option '--fail-on' does not take 'warnin': did you mean 'warning'?
	smartcheck check --limit siz=3|unknown limit 'siz': did you mean 'size'?
	smartcheck check --where ownr=a|--where: unknown key 'ownr': did you mean 'owner'?
	smartcheck check -D yaml=off|-D cannot set 'yaml': what is no YAML cannot be judged
	END
}

@test "a limit for documents is none for the configuration" {
	printf 'roots: [goals]\n' >.goalfile.yaml
	expect 2 smartcheck check --limit size=3 goals
	no grep -F .goalfile.yaml "$err"
	# a number as files write it, and nothing behind it
	expect 0 'smartcheck check --limit size=4k --limit depth=1_000 goals -q || [ $? -eq 1 ]'
	for n in 64abc 0 1.5 1e3 '4 k' 9999999999; do
		expect 2 smartcheck check --limit "size=$n" goals
		grep -qx "smartcheck: limit 'size' wants a whole number from 1 to 2147483647" "$err"
	done
}

@test "--show-config says where today comes from" {
	expect 0 smartcheck --show-config --today 2026-05-01
	grep -Fx '# today: 2026-05-01  (--today)' "$out"
	expect 0 smartcheck --show-config
	grep -Fx '# today: 2026-05-15  (GOALFILE_TODAY)' "$out"
	GOALFILE_TODAY= expect 0 smartcheck --show-config
	grep -F '(the clock)' "$out"
}

@test "what holds nothing of ours is named when it is one file" {
	echo 'x: 1' >other.yaml
	expect 2 smartcheck check other.yaml
	grep -F " in 'other.yaml': a document says" "$err"
	expect 2 smartcheck check other.yaml other.yaml
}

@test "a configuration says where it is wrong, and what was meant" {
	while IFS='|' read -r yaml said; do
		echo "$yaml" >.goalfile.yaml
		expect 2 smartcheck check goals/ann.yaml
		head -n 1 "$err" | diff -u <(echo ".goalfile.yaml:1:$said") -
	done <<-'END'
	thresholds: {title-wrds: 3}|14: error: unknown threshold 'title-wrds': did you mean 'title-words'? [F01]
	extends: gone.yaml|10: error: cannot read 'gone.yaml': No such file or directory [F02]
	checks: {yaml: off}|10: error: 'yaml' cannot be set: what is no YAML cannot be judged [yaml]
	END
	echo 'checks: {X1: off}' >.goalfile.yaml
	expect 0 smartcheck check goals/ann.yaml
	same_err <<<".goalfile.yaml:1:10: warning: unknown check 'X1': did you mean 'X01'? [F01]"
}

@test "--show-config shows what holds for the first operand" {
	echo 'language: en' >.goalfile.yaml
	echo 'language: de' >goals/.goalfile.yaml
	for place in goals goals/ann.yaml; do
		expect 0 smartcheck --show-config "$place"
		grep -Fx 'language: de  # goals/.goalfile.yaml:1' "$out"
	done
	expect 0 smartcheck --show-config
	grep -Fx 'language: en  # .goalfile.yaml:1' "$out"
}
