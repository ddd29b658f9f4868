# alignmap drift: what became of the plan between two revisions.
load helper

setup() {
	fresh
	git add -A && git commit -qm one
}

# lines KIND: how many lines of the answer are of a kind
lines() { grep -c "^$1 " "$out" || :; }

@test "nothing changed is nothing said of any goal" {
	expect 0 alignmap drift HEAD
	same_out <<-'E'
	from HEAD to the files here: nothing changed
	E
	expect 0 alignmap drift HEAD -f jsonl
	[ ! -s "$out" ]
}

@test "another way to write a value is no change" {
	sed -i 's/to: 320k}/to: "320,000"}/; s/^due: 2026-06-30$/due:   "2026-06-30"/' goals/sales.yaml
	sed -i 's/^supports: sales-q2$/supports: [sales-q2]/; s/^owner: ben$/owner: Ben Okafor/' goals/ben.yaml
	no git diff --quiet
	expect 0 alignmap drift HEAD
	same_out <<-'E'
	from HEAD to the files here: nothing changed
	E
}

@test "what was gained, lost, renamed and retargeted is said in words" {
	printf -- '---\ngoal: ana-new\ntitle: Something new\nsupports: sales-q3\n' >>goals/ana.yaml
	sed -i 's/^goal: ana-q3/goal: ana-herbst\nwas: ana-q3/' goals/ana.yaml
	sed -i 's/to: 320k/to: 300k/; s/^title: Win €320k/title: Win €300k/; 0,/^due: 2026-06-30/s//due: 2026-07-15/' goals/sales.yaml
	sed -i 's/^owner: ben/owner: eva/; s/^supports: acme-retention/supports: acme-arr/' goals/ben.yaml
	rm goals/johan.yaml
	expect 0 alignmap drift HEAD
	head -n 1 "$out"
	[ "$(lines lost)" -eq 2 ] && [ "$(lines gained)" -eq 1 ]
	for l in 'gained      ana-new: Something new' \
	    'renamed     ana-herbst: goal ana-q3 → ana-herbst' \
	    'retargeted  sales-q2: measure.to 320k → 300k' \
	    'retargeted  sales-q2: due 2026-06-30 → 2026-07-15' \
	    'retitled    sales-q2: title Win €320k of new annual contracts by 30 June 2026 → Win €300k of new annual contracts by 30 June 2026' \
	    'reassigned  ben-q2: owner ben → eva' \
	    'relinked    ben-renewals: supports acme-retention → acme-arr' \
	    'lost        johan-jobs: Reduce failed night jobs per week by 30 April 2026'; do
		grep -qxF "$l" "$out" || { echo "$l"; cat "$out"; return 1; }
	done
	head -n 1 "$out" | grep -qF '1 gained, 2 lost, 1 renamed, 1 retargeted, 5 reassigned, 1 relinked, 1 retitled'
	expect 0 alignmap drift HEAD -f jsonl
	grep -qxF '{"goal":"sales-q2","change":"retargeted","field":"measure.to","from":"320k","to":"300k","path":"goals/sales.yaml","line":8}' "$out"
	LC_ALL=C expect 0 alignmap drift HEAD
	grep -qxF 'retargeted  sales-q2: measure.to 320k -> 300k' "$out"
}

@test "a goal of the company that loses its coverage makes the status 1" {
	sed -i 's/goal: acme-go-live/goal: acme-answer/' goals/engineering.yaml
	expect 1 alignmap drift HEAD
	grep -qxF 'uncovered   acme-go-live: no goal serves it any more' "$out"
	expect 1 alignmap drift HEAD -f jsonl
	grep -q '"goal":"acme-go-live","change":"uncovered","field":null,' "$out"
	git commit -qam two
	# it had none, so it loses none
	expect 0 alignmap drift HEAD
	expect 0 alignmap drift HEAD HEAD~1
	expect 1 alignmap drift HEAD~1 HEAD
}

@test "a level that is needed and goes is coverage, too" {
	printf 'goal: top\ntitle: t\nlevel: company\nneeds: [team, individual]\n' >goals/x.yaml
	printf -- '---\ngoal: t\ntitle: t\nlevel: team\nsupports: top\n' >>goals/x.yaml
	printf -- '---\ngoal: i\ntitle: t\nlevel: individual\nsupports: t\n' >>goals/x.yaml
	git add -A && git commit -qm x
	sed -i '$d' goals/x.yaml
	expect 1 alignmap drift HEAD
	grep -qxF "uncovered   top: no goal of level 'individual' serves it any more" "$out"
}

@test "a gap that opens is said" {
	sed -i 's/to: 32k/to: 20k/' goals/jo.yaml
	expect 0 alignmap drift HEAD
	# 30k and 20k of 60k
	grep -qxF 'gap         support-upgrades-q2: gap 0 → 10000' "$out"
}

@test "the index, a directory below and a bare repository" {
	sed -i 's/to: 320k/to: 300k/' goals/sales.yaml
	expect 0 alignmap drift HEAD --staged
	same_out <<-'E'
	from HEAD to the index: nothing changed
	E
	git add -A
	expect 0 alignmap drift HEAD --staged
	grep -q 'measure.to 320k' "$out"
	(cd goals && alignmap drift HEAD) | grep -q 'measure.to 320k'
	git commit -qam two
	git clone -q --bare . ../bare.git
	cd ../bare.git
	expect 0 alignmap drift HEAD~1 HEAD
	grep -q 'measure.to 320k' "$out"
}

@test "the revisions are named, whatever they look like" {
	git branch goals/new
	expect 0 alignmap drift HEAD goals/new
	expect 2 alignmap drift
	expect 2 alignmap drift nope
	grep -q "no revision 'nope'" "$err"
	expect 2 alignmap drift HEAD HEAD HEAD
	expect 2 alignmap drift HEAD HEAD --staged
	expect 2 alignmap drift -- --output=stolen
	[ ! -e stolen ]
	cd "$BATS_TEST_TMPDIR" && mkdir out_of && cd out_of
	expect 2 alignmap drift HEAD
}

@test "what cannot be read is said and makes the status 2" {
	printf 'goal: [\n' >goals/broken.yaml
	expect 2 alignmap drift HEAD
	grep -q '1 document of the files here cannot be read' "$err"
	git add -A && git commit -qm broken
	expect 2 alignmap drift HEAD~1 HEAD
	grep -q '1 document of HEAD cannot be read' "$err"
}

@test "what is kept private is kept so" {
	printf 'goal: mine\ntitle: Sleep more\nlevel: personal\n' >goals/mine.yaml
	expect 0 alignmap drift HEAD
	no grep -q Sleep "$out"
	grep -q 'kept private' "$out"
	expect 0 alignmap drift HEAD -f jsonl
	no grep -q Sleep "$out"
	expect 0 alignmap drift HEAD --audience coach
	grep -q 'gained      mine: Sleep more' "$out"
}

@test "nothing of the repository is run, and no text is a command" {
	printf '#!/bin/sh\ntouch "%s/ran"\n' "$HOME" >"$HOME/evil"
	chmod +x "$HOME/evil"
	mkdir .git/hooks
	for h in post-checkout post-index-change fsmonitor-watchman; do
		cp "$HOME/evil" ".git/hooks/$h"
	done
	git config core.fsmonitor "$HOME/evil"
	git config core.pager "$HOME/evil"
	git config diff.external "$HOME/evil"
	git config filter.x.smudge "$HOME/evil"
	echo '* filter=x diff=x' >.gitattributes
	printf 'goal: a\ntitle: "\\e]0;x\\a \\u202e ::error::"\nowner: "\\e[1m"\n' >goals/h.yaml
	expect 0 alignmap drift HEAD
	expect 0 alignmap drift HEAD --staged
	expect 0 alignmap drift HEAD~0 HEAD
	[ ! -e "$HOME/ran" ]
	expect 0 alignmap drift HEAD
	no grep -q "$(printf '\033')" "$out"
	no grep -q '^::' "$out"
}
