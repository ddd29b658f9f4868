# Editors, without a screen: what they show of a buffer that is not saved.
load helper

setup() {
	fresh
	ed=$GF_TOP/examples/editors
	mkdir -p "$HOME/w/goals" && cd "$HOME/w" && git init -q --template= .
	cat >goals/top.yaml <<-'EOT'
	goal: top
	title: Renew 30 contracts by 31 December 2026
	owner: Cem
	start: 2026-04-01
	due: 2026-12-31
	measure: {metric: contracts renewed, unit: contracts, from: 0, to: 30, source: crm}
	obstacles: [{when: rain, then: call the hall}]
	progress: [{date: 2026-05-11, value: 1}]
	EOT
	sed 's/: top/: a/; s/30/9/g; s/^progress.*/supports: [top, Größe, tpo]/' goals/top.yaml >'goals/a b.yaml'
	cat >want <<-'EOT'
	8:17:error:F02
	8:26:error:R02
	EOT
}

@test "a buffer is judged with the whole plan as its context, by all programs" {
	for p in "$GF_BIN"/*; do
		p=${p##*/}
		[[ -x $GF_BIN/$p && $p != *.* && $p != setup && $p != pre-commit* ]] || continue
		"$p" -h | grep -q '^  *check ' || continue
		sed 's/supports: .*/supports: top/' 'goals/a b.yaml' >buffer
		expect 0 bash -c "$p check --stdin-filename 'goals/a b.yaml' - <buffer"
		(cd goals && expect 0 bash -c "$p check --stdin-filename 'a b.yaml' - <../buffer")
		expect 0 bash -c "$p check --stdin-filename '$PWD/goals/a b.yaml' - <buffer"
		expect 0 bash -c "$p check --stdin-filename 'goals/new.yaml' - <<<'a: 1' --allow-empty"
	done
	expect 1 bash -c "smartcheck -a --stdin-filename 'goals/a b.yaml' - <'goals/a b.yaml'"
	sed -n 's/^goals.a b.yaml:\([0-9:]*\): \([a-z]*\): .*\[\(R02\|F02\)\]$/\1:\2:\3/p' "$out" | diff want -
	# the parent is in the buffer only, the children are elsewhere
	expect 1 bash -c "sed 's/^goal: top/goal: tip/' goals/top.yaml | alignmap check --stdin-filename goals/top.yaml 'goals/a b.yaml' -"
	grep -q "no goal 'top'" "$out"
}

@test "Vim: :make and :GoalCheck fill the list with place, kind and check" {
	judge vim
	cat >s.vim <<-EOT
	set nocompatible rtp^=$ed/vim
	filetype plugin on
	edit goals/a\\ b.yaml
	silent! make! -a goals
	let q = filter(getqflist(), {_, i -> i.module =~# '[RF]02'})
	call writefile(map(copy(q), {_, i -> i.lnum . ':' . i.col . ':' . {'e': 'error', 'w': 'warning', 'n': 'note'}[i.type] . ':' . i.module}), 'got')
	call writefile([bufname(q[0].bufnr)], 'name')
	%s/Größe, tpo/tpo/
	GoalCheck
	call writefile(map(getloclist(0), {_, i -> i.lnum . ':' . i.col . ':' . i.module . ':' . i.text}), 'got2')
	qall!
	EOT
	vim -es -u NONE -S s.vim </dev/null
	diff want got
	echo 'goals/a b.yaml' | diff - name
	grep -qx "8:17:R02:no goal 'tpo'.*" got2
	[ "$(wc -l <got2)" -eq 1 ]
}

@test "ALE shows it while one types" {
	judge vim
	[ -d /usr/share/vim-ale ] || skip 'judge vim-ale is missing'
	cat >s.vim <<-EOT
	set nocompatible rtp^=$ed/vim rtp+=/usr/share/vim-ale
	let g:ale_linters = {'yaml': ['smartcheck']}
	let g:ale_linters_explicit = 1
	filetype plugin on
	runtime plugin/ale.vim
	edit goals/a\\ b.yaml
	%s/Größe, tpo/tpo/
	call ale#Queue(0)
	for i in range(100)
	  sleep 100m
	  let l = ale#engine#GetLoclist(bufnr('%'))
	  if !empty(l) | break | endif
	endfor
	call writefile(map(l, {_, i -> i.lnum . ':' . i.col . ':' . i.type . ':' . i.code . ':' . i.text}), 'got')
	qall!
	EOT
	timeout 60 vim -es -u NONE -S s.vim </dev/null
	grep -qx "8:17:E:R02:no goal 'tpo'.*" got
}

@test "Emacs: Flymake shows it, and compilation-mode reads it" {
	judge emacs
	printf '# one\n\n\ngoal: a\ntitle: x\n' >goals/dup.yaml
	cat >s.el <<-EOT
	(load "$ed/emacs/goalfile.el")
	(setq top default-directory)
	(find-file "goals/a b.yaml")
	(goto-char (point-min))
	(re-search-forward "Größe, ") (replace-match "Größe, x, ")
	(goalfile-flymake-setup)
	(setq buf (current-buffer))
	(let (got)
	  (goalfile-flymake (lambda (d &rest _) (setq got (or d t))))
	  (dotimes (_ 200) (unless got (accept-process-output nil 0.1)))
	  (with-temp-file (concat top "got")
	    (dolist (d got)
	      (insert (with-current-buffer buf
	        (save-excursion (goto-char (flymake-diagnostic-beg d))
	          (format "%d:%s:%s\n" (line-number-at-pos)
	            (buffer-substring (flymake-diagnostic-beg d) (flymake-diagnostic-end d))
	            (flymake-diagnostic-type d))))))))
	(with-temp-buffer
	  (insert "goals/a b.yaml:8:17: error: x [R02]\ngoals/a b.yaml:9:1: note: y [R03]\n")
	  (compilation-mode)
	  (compilation--ensure-parse (point-max))
	  (let (types)
	    (goto-char (point-min))
	    (dotimes (_ 2)
	      (push (compilation--message->type
	        (get-text-property (point) 'compilation-message)) types)
	      (forward-line))
	    (with-temp-file (concat top "got2") (insert (format "%S\n" types)))))
	EOT
	timeout 60 emacs --batch -Q -l s.el 2>err.txt || { cat err.txt; false; }
	grep -qx '8:Größe::error' got
	# what is about the other file is not shown here
	grep -qx '1:goal::error' got
	run ! grep '^4:' got
	echo '(0 2)' | diff - got2
	cp "$ed/emacs/goalfile.el" "$HOME" && cd "$HOME"
	timeout 60 emacs --batch -Q --eval '(setq byte-compile-error-on-warn t)' \
	    -f batch-byte-compile goalfile.el
}

@test "Neovim shows through efm-langserver what is typed, where it belongs" {
	judge nvim
	judge efm-langserver
	[ "$GF_V" = release ] || skip 'once is enough'
	cd "$HOME/acme"
	ED=$ed TO=$HOME/said timeout 120 nvim --headless -u NONE \
	    -c "luafile $GF_TOP/t/tool/nvim.lua" </dev/null >nv.log 2>&1 || cat nv.log
	cat "$HOME/said"
	[ "$(tail -n 1 "$HOME/said")" = '31 steps, 0 bad' ]
	[ ! -e x ] && [ ! -e goals/x ]
}

@test "VS Code's matchers take every finding" {
	judge node
	judge npm:@rushstack/problem-matcher
	expect 1 smartcheck -a --fail-on note --column-unit=utf-16 goals
	cp "$out" gnu
	expect 1 smartcheck -a --fail-on note -f jsonl goals
	cat >m.mjs <<-EOT
	import fs from 'node:fs';
	import assert from 'node:assert';
	import { createRequire } from 'node:module';
	const { parseProblemMatchersJson } = createRequire('$GF_TOP/t/judges/x')('@rushstack/problem-matcher');
	const lines = fs.readFileSync('gnu', 'utf8').trim().split('\\n');
	const said = fs.readFileSync('$out', 'utf8').trim().split('\\n').map((l) => JSON.parse(l)).filter((f) => f.path)
	    .flatMap((f) => [f, ...f.related.map((r) => ({ ...f, ...r, severity: 'note' }))]);
	const words = { error: 'error', warning: 'warning', note: undefined };
	assert(lines.length === said.length && lines.length === 3);
	for (const task of JSON.parse(fs.readFileSync('$ed/vscode/tasks.json')).tasks) {
		const [matcher] = parseProblemMatchersJson([{ name: task.label, ...task.problemMatcher }]);
		lines.forEach((l, i) => {
			const got = matcher.exec(l + '\\n'), want = said[i];
			assert.deepStrictEqual([got.file, got.line, got.code, got.severity],
			    [want.path, want.start.line, want.check, words[want.severity]]);
			assert(got.message.startsWith(want.message));
			// behind two letters of two bytes
			assert.equal(got.column, want.start.column - (want.message.includes('tpo') ? 2 : 0));
		});
	}
	EOT
	node m.mjs
}
