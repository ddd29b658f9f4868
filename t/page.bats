#!/usr/bin/env bats
# The page of `alignmap map -f html`, in a real browser and in letters.
load helper

hostile=$GF_TOP/t/cases/alignmap/map-dot/in.yaml

# tried CHECK [ARG...]: the page of a plan passes a check in a browser
tried() {
	[ "$GF_V" = release ] || skip 'once is enough'
	judge node
	judge chromium
	judge npm:playwright-core
	alignmap map --fail-on never -f "html=$PWD/plan.html" -f json=plan.json \
	    "${@:2}"
	timeout 120 node "$GF_TOP/t/judges/page.mjs" "$1" "$PWD/plan.html" plan.json
}

@test "the page shows every goal where it hangs, and the counts of the plan" {
	tried render
}

@test "a goal can be looked at: line of sight, curve, obstacles, next step" {
	tried focus
}

@test "a search leaves what is found and the way up to it" {
	tried search
}

@test "status, owner, team and level leave what fits" {
	tried filters
}

@test "the keys go from goal to goal" {
	tried keys
}

@test "light and dark can both be read, and the choice is kept" {
	tried colours
}

@test "without script all of the plan is there" {
	tried noscript
}

@test "a phone shows it without going sideways" {
	tried phone
}

@test "on paper it is a list without tools" {
	tried print
}

@test "text of the plan stays text in the browser" {
	tried hostile --no-context "$hostile"
}

@test "5,000 goals are there in seconds" {
	awk 'BEGIN {
		for (i = 0; i < 5000; i++)
			printf "---\ngoal: g%d\ntitle: Win %d clinics in region %d\n" \
			    "owner: p%d\nstart: 2026-01-01\ndue: 2026-12-31\n" \
			    "measure: {metric: clinics, from: 0, to: 50}\n" \
			    "progress: [{date: 2026-05-0%d, value: %d}]\n%s%s", i, i,
			    i % 97, i % 300, 1 + i % 9, i % 40,
			    i < 10 ? "level: company\n" : "",
			    i ? "supports: g" int(i / 7) "\n" : ""
	}' >big.yaml
	tried big --no-context big.yaml
}

@test "the browser's judge finds a page that is wrong" {
	tried render
	sed -i 's/Hold 44 product demos/Hold 45 product demos/' plan.html
	no node "$GF_TOP/t/judges/page.mjs" render "$PWD/plan.html" plan.json
	# a script that the policy does not know does not run, and is seen
	tried search
	sed -i 's/^const search = /const  search = /' plan.html
	no node "$GF_TOP/t/judges/page.mjs" search "$PWD/plan.html" plan.json
}

@test "the policy names the digest of the script and the style, and nothing else" {
	judge python3
	expect 1 alignmap map -f html
	python3 - "$out" <<-'E'
	import base64, hashlib, re, sys
	page = open(sys.argv[1], encoding='utf-8', newline='').read()
	def digest(tag):
	    body = re.search('<%s>(.*?)</%s>' % (tag, tag), page, re.S).group(1)
	    sum = hashlib.sha256(body.encode()).digest()
	    return "'sha256-%s'" % base64.b64encode(sum).decode()
	policy = re.search('Policy" content="([^"]*)"', page).group(1)
	assert policy == ("default-src 'none'; style-src %s; script-src %s; "
	    "base-uri 'none'; form-action 'none'" % (digest('style'),
	    digest('script'))), policy
	assert not re.search(r'<[^>]*\son\w+=|<[^>]*\sstyle=|<link|<iframe|<img', page)
	assert not re.search('https?:', page.replace('http://www.w3.org/2000/svg', ''))
	assert 'innerHTML' not in page and 'eval(' not in page
	E
}

@test "each goal of the page is well nested HTML" {
	judge python3
	alignmap map --fail-on never -f html="$HOME/a.html"
	alignmap map --fail-on never -f html="$HOME/b.html" --no-context "$hostile"
	python3 - "$HOME/a.html" "$HOME/b.html" <<-'E'
	import sys
	from html.parser import HTMLParser
	class Tags(HTMLParser):
	    def __init__(self):
	        super().__init__()
	        self.open, self.ids = [], set()
	    def handle_starttag(self, tag, attrs):
	        assert tag not in ('img', 'iframe', 'link'), tag
	        for k, v in attrs:
	            assert not k.startswith('on'), k
	            if k == 'id':
	                assert v not in self.ids, v
	                self.ids.add(v)
	        if tag not in ('meta', 'path', 'rect', 'br'):
	            self.open.append(tag)
	    def handle_startendtag(self, tag, attrs):
	        pass
	    def handle_endtag(self, tag):
	        was = self.open.pop()
	        assert was == tag, (was, tag, self.getpos())
	for name in sys.argv[1:]:
	    t = Tags()
	    t.feed(open(name, encoding='utf-8').read())
	    t.close()
	    assert not t.open, t.open
	E
}

@test "what is for the coach is on the coach's page alone" {
	expect 1 alignmap map -f html
	for t in 'My mother is not alone' 'Friday afternoon' 'half-marathon' \
	    'Buy the flat in Kassel'; do
		no grep -qF "$t" "$out"
	done
	grep -q '"pw":1' "$out"
	grep -qF '(kept private) 1 goal; --audience coach shows it' "$out"
	expect 1 alignmap map -f html --audience coach
	for t in 'My mother is not alone' 'Friday afternoon' 'half-marathon' \
	    'Buy the flat in Kassel'; do
		grep -qF "$t" "$out"
	done
	no grep -q 'kept private) ' "$out"
}

@test "the page is the same bytes each time" {
	expect 1 alignmap map -f html
	mv "$out" once
	expect 1 alignmap map -f html -j 1
	same_out once
	# the style and the script do not depend on the plan
	expect 0 alignmap map -f html --no-context --fail-on never "$hostile"
	for f in once "$out"; do
		sed -n '/<meta http-equiv/p; /<style>/,/<\/style>/p; /^<script>/,$p' "$f"
	done | sort | uniq -c | awk '$1 % 2 { print; n++ } END { exit n > 0 }'
}

@test "a chain of goals of any length is a page" {
	awk 'BEGIN { for (i = 0; i < 20000; i++)
		printf "---\ngoal: g%d\ntitle: t\n%s", i,
		    i ? "supports: g" i - 1 "\n" : "" }' >chain.yaml
	expect 0 alignmap map -f html --no-context chain.yaml
	[ "$(grep -c '<li id="g' "$out")" -eq 20000 ]
	[ "$(grep -c '^<ul>' "$out")" -le 13 ]
}

@test "an empty plan is an empty page" {
	printf 'person: ana\nname: Ana\n' >ana.yaml
	expect 0 alignmap map -f html --no-context ana.yaml
	grep -q 'No open goal is behind' "$out"
	full alignmap map -f html
}

@test "the sources of the page are plain text that a C compiler may hold" {
	cd "$GF_TOP"
	no env LC_ALL=C grep -n '[^ -~	]' lib/out/page*.css lib/out/page*.js
	no grep -n '</' lib/out/page*.css lib/out/page*.js
}

@test "the page says where more is needed than anybody brings" {
	alignmap map -f html --no-context "$GF_TOP/examples/market-share" >"$out"
	grep -qF '<span class="gap">80 of 200 accounts covered by nobody</span>' "$out"
	grep -qF '<span class="m gap">1.2 of 3 points covered by nobody</span>' "$out"
	grep -qF 'Of 6 goals held by 6 owners, all serve it.' "$out"
	# every curve is there without script, inside what opens
	[ "$(grep -c '^<svg class="chart"' "$out")" -eq 7 ]
}
