# bin/setup on machines that lack something, with package managers that only
# write down what they were asked.
load helper

# a machine that has what a shell needs, and the commands named
setup() {
	cd "$GF_TOP" || return
	at=$BATS_TEST_TMPDIR/bin
	mkdir "$at"
	for c in sh sed grep cut sort tr dirname cat env; do
		ln -s "$(command -v $c)" "$at/$c"
	done
	stub id 'echo 0'
	stub make 'echo "make $*" >>"$LOG"'
	export LOG=$BATS_TEST_TMPDIR/log
	: >"$LOG"
}
stub() {
	printf '#!/bin/sh\n%s\n' "$2" >"$at/$1"
	chmod +x "$at/$1"
}
manager() { stub "$1" 'echo "${0##*/} $*" >>"$LOG"'; }
run_setup() { PATH=$at bin/setup "$@" >"$BATS_TEST_TMPDIR/said" 2>&1; }
logged() { diff -u --label wanted --label called - "$LOG"; }
said() { grep -F -- "$1" "$BATS_TEST_TMPDIR/said"; }

@test "apt-get is asked for what is missing, then make" {
	manager apt-get
	run_setup demo
	said 'setup: installing with apt-get: gcc libc6-dev libpcre2-dev'
	logged <<-'E'
	apt-get -qq update
	apt-get -qq -y -o Dpkg::Use-Pty=0 install --no-install-recommends gcc libc6-dev libpcre2-dev libyaml-dev pkg-config
	make -s -j 2 demo
	E
}

@test "dnf, apk, pacman and brew are asked in their own words" {
	while read -r name words; do
		: >"$LOG"
		manager "$name"
		run_setup demo
		said "setup: installing with $name: "
		echo "$name $words" | cat - <(echo 'make -s -j 2 demo') | logged
		rm "$at/$name"
	done <<-'E'
	dnf -q -y install gcc glibc-devel libyaml-devel pcre2-devel pkgconf-pkg-config
	apk add -q gcc musl-dev pcre2-dev pkgconf yaml-dev
	pacman -Sy --needed --noconfirm gcc glibc libyaml pcre2 pkgconf
	brew install -q gcc libyaml pcre2 pkg-config
	E
}

@test "who is not root asks sudo, and brew asks nobody" {
	stub id 'echo 1000'
	stub sudo 'echo "sudo $*" >>"$LOG"'
	manager apk
	run_setup demo
	[ "$(head -n 1 "$LOG")" = 'sudo apk add -q gcc musl-dev pcre2-dev pkgconf yaml-dev' ]
	rm "$at/apk"
	: >"$LOG"
	manager brew
	run_setup demo
	[ "$(head -n 1 "$LOG")" = 'brew install -q gcc libyaml pcre2 pkg-config' ]
}

@test "without root, sudo and doas it says what to install" {
	stub id 'echo 1000'
	manager apk
	run -2 run_setup demo
	said 'setup: only root can install: gcc musl-dev pcre2-dev pkgconf yaml-dev'
	logged </dev/null
}

@test "without a package manager it says what is needed" {
	run -2 run_setup demo
	said 'setup: no package manager that I know; install first: cc h:stdio.h'
	logged </dev/null
}

@test "a manager that fails is said, and nothing is built" {
	stub dnf 'exit 1'
	run -2 run_setup check
	said 'setup: could not install: bash bats'
	logged </dev/null
}

@test "a mistyped word is answered with what there is" {
	run -2 run_setup tests
	said 'bin/setup check'
}

@test "setup knows how to install every judge" {
	sed -n 's/^[ 	]*judge \([^ ;]*\).*/\1/p' t/*.bats | grep -v ^npm: |
	    sort -u | while read -r what; do
		grep -q "^$what|.*|.*|.*|.*|" bin/setup || echo "$what"
	done >"$LOG"
	logged </dev/null
}

@test "a test that calls jq or python3 asks for it, itself or by what it calls" {
	for f in "$GF_TOP"/t/*.bats; do
		awk -v file="${f##*/}" '
		/^@test / || /^[a-z_0-9]+\(\)/ {
			name = $0
			sub(/\(\).*/, "", name)
		}
		/^[ \t]*#/ { next }
		{ body[name] = body[name] "\n" $0 }
		/^}/ || /^[a-z_0-9]+\(\).*}$/ { name = "" }
		END {
			for (t in body) {
				if (t !~ /^@test /)
					continue
				text = body[t] body[""] body["setup"]
				for (k = 0; k < 3; k++)
					for (f in body)
						if (f ~ /^[a-z]/ && !((t, f) in had) &&
						    text ~ "(^|[^a-zA-Z_-])" f "([^a-zA-Z_-]|$)") {
							text = text body[f]
							had[t, f]
						}
				if (text ~ /[\t\n |(;]jq [^]]/ && text !~ /judge jq/)
					print file ": jq: " t
				if (text ~ /[\t\n |(;"]python3 / && text !~ /judge py/)
					print file ": python3: " t
			}
		}' "$f"
	done >"$LOG"
	logged </dev/null
}

@test "npm's packages are pinned, and no lock names an address" {
	[ -z "$(find t/judges -maxdepth 1 -name '*lock*')" ]
	sed -n '/ependencies/,/}/s/.*: "\(.*\)".*/\1/p' t/judges/package.json \
	    >"$LOG"
	[ -s "$LOG" ]
	grep -vxE '[0-9]+\.[0-9]+\.[0-9]+' "$LOG" | diff /dev/null -
}

@test "when nothing is missing it says nothing and builds" {
	rm "$at/id"
	PATH=$at:$PATH run -0 bin/setup check
	[ -z "$output" ]
	logged <<-E
	make -s -j $(getconf _NPROCESSORS_ONLN) check
	E
}
