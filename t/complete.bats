# Completion: what the programs say may stand there, and what bash, zsh and
# fish make of it.
load helper

offers() { expect 0 "$1" --complete "${@:2}" && cut -f 1 "$out"; }

@test "verbs, options, formats, levels and revisions" {
	offers alignmap '' | grep -qx rename
	offers alignmap ch >got && printf ':files\ncheck\n' | diff - got
	offers smartcheck check --st >got && printf '%s\n' --stream --staged --stdin-filename | sort | diff - <(sort got)
	offers smartcheck check -f sa >got && echo sarif | diff - got
	offers smartcheck --color=n >got && echo --color=never | diff - got
	offers smartcheck -D T03 >got && echo T03= | diff - got
	offers smartcheck -D T03=w >got && echo T03=warning | diff - got
	git add -A && git commit -qm one && git tag v1
	offers smartcheck --rev v >got && echo v1 | diff - got
	offers smartcheck --config x >got && echo :files | diff - got
	offers smartcheck check go >got && echo :files | diff - got
	offers smartcheck --today 2 >got && diff /dev/null got
}

@test "options of a verb are those of its table, and no others" {
	for v in tree check path link rename; do
		offers alignmap $v - | sort >got
		alignmap $v -h | sed -n 's/^  \(-[^ ,]*\), \(--[^ =[]*\).*/\2/p; s/^      \(--[^ =[]*\).*/\1/p; s/^  \(-.\) .*/\1/p' | sort >want
		diff want got
	done
}

@test "ids of goals, people and checks come from the plan" {
	offers cadence log --log= >got && echo --log=crm | diff - got
	offers alignmap path ana-q >got && printf 'ana-q2\nana-q3\n' | diff - got
	(cd goals && offers alignmap path ana-q) >got && printf 'ana-q2\nana-q3\n' | diff - got
	offers alignmap link ana-q2 sales-q >got && printf 'sales-q2\nsales-q3\n' | diff - got
	offers smartcheck explain X0 | grep -qx X01
	offers smartcheck explain L0 | grep -qx L01
	offers cadence agenda an >got && echo ana | diff - got
	offers smartcheck explain -f '' >got && no grep -qx yaml got
	offers cadence pace -q ana-q | grep -qx ana-q2
	grep '^ana-q2' "$out" | cut -f 2 | grep -q '^Sign 11 new'
}

@test "nothing is offered that a shell would act upon" {
	mkdir "$HOME/evil" && cd "$HOME/evil" && git init -q .
	printf 'goal: "$(touch x)"\ntitle: t\n---\ngoal: a;b\ntitle: t\n---\ngoal: ok\ntitle: "\\e[31m $(touch x)\\n:files"\n' >a.yaml
	expect 0 alignmap --complete path ''
	printf 'ok\t\\x1b[31m $(touch x) :files\n' | same_out
	git add -A && git commit -qm one
	git branch 'a;b' && git branch 'c$(x)'
	expect 0 alignmap --complete --rev ''
	run ! grep '[;$]' "$out"
}

@test "a broken plan, no plan and no repository offer what there is" {
	mkdir "$HOME/none" && cd "$HOME/none"
	expect 0 alignmap --complete path ''
	same_out </dev/null
	same_err </dev/null
	printf 'goal: a\ntitle: [\n---\ngoal: b\ntitle: t\n' >x.yaml
	expect 0 alignmap --complete path ''
	printf 'b\tt\n' | same_out
	same_err </dev/null
	expect 0 alignmap --complete
	expect 0 alignmap --complete -- x
}

teardown() { [ ! -S "$HOME/tmux" ] || tmux -S "$HOME/tmux" kill-server || :; }

# in_bash WORD...: COMPREPLY for a line whose last word is completed
in_bash() {
	bash -c 'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
	_goalfile; printf "%s\n" "${COMPREPLY[@]}"' \
	    "$GF_TOP/examples/completions/goalfile.bash" "$@"
}

@test "bash puts together what it cut, and completes" {
	in_bash alignmap path ana-q >got && printf 'ana-q2\nana-q3\n' | diff - got
	in_bash smartcheck check --color = n >got && echo never | diff - got
	in_bash smartcheck check --color = >got && printf 'auto\nalways\nnever\n' | diff - got
	in_bash smartcheck -D T03 = w >got && echo warning | diff - got
	in_bash smartcheck goals/an >got && echo goals/ana.yaml | diff - got
	in_bash smartcheck --config = .goalf >got && echo .goalfile.yaml | diff - got
}

@test "fish completes with descriptions" {
	judge fish
	f() { fish --no-config -c "source $GF_TOP/examples/completions/goalfile.fish; complete -C '$1'"; }
	fish -n "$GF_TOP/examples/completions/goalfile.fish"
	f 'alignmap path ana-q' | cut -f 1 | sort >got && printf 'ana-q2\nana-q3\n' | diff - got
	f 'alignmap path ana-q2' | grep -q '	Sign 11 new clinics'
	f 'smartcheck check --stag' | cut -f 1 >got && echo --staged | diff - got
	f 'smartcheck goals/an' | cut -f 1 >got && echo goals/ana.yaml | diff - got
}

@test "zsh completes in a terminal" {
	judge zsh
	judge tmux
	zsh -n "$GF_TOP/examples/completions/goalfile.zsh"
	mkdir "$HOME/fn"
	for p in smartcheck alignmap; do
		cp "$GF_TOP/examples/completions/goalfile.zsh" "$HOME/fn/_$p"
	done
	printf 'PS1="ready> "\nfpath=(%s $fpath)\nautoload -Uz compinit\ncompinit -u -d %s\n' "$HOME/fn" "$HOME/zcd" >"$HOME/.zshrc"
	sock=$HOME/tmux
	tmux -S "$sock" -f /dev/null new-session -d -x 120 -y 30 "env PATH='$PATH' HOME='$HOME' ZDOTDIR='$HOME' zsh" 3>&-
	key() { tmux -S "$sock" send-keys "$@"; }
	shows() {
		local i
		for i in $(seq 100); do
			tmux -S "$sock" capture-pane -p >screen
			grep -qF -- "$1" screen && return
			sleep 0.1
		done
		cat screen
		return 1
	}
	shows 'ready>'
	key 'alignmap path ana-de' Tab
	shows 'alignmap path ana-demos-q2'
	key C-u 'smartcheck check --stag' Tab
	shows 'smartcheck check --staged'
}

@test "install puts completions and schema where packagers look" {
	[ "$GF_V" = release ] || skip 'release is what is installed'
	d=$HOME/d
	(cd "$GF_TOP" && make -s install DESTDIR="$d" PREFIX=/usr zshcompdir=/usr/share/zsh/vendor-completions)
	for p in smartcheck alignmap; do
		[ -f "$d/usr/share/bash-completion/completions/$p" ]
		[ -f "$d/usr/share/zsh/vendor-completions/_$p" ]
		[ -f "$d/usr/share/fish/vendor_completions.d/$p.fish" ]
	done
	[ -f "$d/usr/share/goalfile/diagnostic.schema.json" ]
}
