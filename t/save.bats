# The saver: whatever happens on the way, a file is the old one or the new one.
load helper

setup() {
	fresh
	save=$GF_T/tool/save
	mkdir "$HOME/w" && cd "$HOME/w"
	printf 'a: 1\n---\nb: 1\n' >old
	printf 'a: 2\n---\nb: 1\n' >new
	cp old f.yaml
	set_a=("$save" set f.yaml 1 $'a: 2\n')
}

traced() { strace -f -qq -o log "$@" "${set_a[@]}"; }
litter() { [ -n "$(find . -name '.goalfile-*')" ]; }
whole() { cmp -s f.yaml old || cmp -s f.yaml new || { cat f.yaml; return 1; }; }

# every call of the kernel that one run makes from where it opens FILE, as NAME
# and the how many-th of its name: what is before that is the loader's
called() {
	sed -n 's/^[0-9]* *\([a-z0-9_]*\)(\(.*\)/\1 \2/p' log | awk -v file="\"$1\"" '
	{ n[$1]++ }
	$1 == "openat" && index($0, file) { on = 1 }
	on && $1 != "exit_group" { print $1, n[$1] }' >calls
	[ "$(wc -l <calls)" -gt 30 ]
}

calls() {
	cp old f.yaml && traced && called f.yaml
	cp old f.yaml
}

# stopped_by SIGNAL: stop at every call in turn
stopped_by() {
	local name k rc stops=0
	calls
	while read -r name k; do
		rc=0
		traced -e "inject=$name:signal=$1:when=$k" 2>err || rc=$?
		whole || return
		[ "$1" = KILL ] || ! litter || return
		if [ "$rc" != 0 ]; then
			[ "$rc" -gt 128 ] || { echo "status $rc"; cat err; return 1; }
			stops=$((stops + 1))
		fi
		cp old f.yaml
		"${set_a[@]}" && cmp f.yaml new || return
		rm -f .goalfile-*
		cp old f.yaml
	done <calls
	echo "stopped $stops times"
	[ "$stops" -gt 30 ]
}

@test "a document is put in the place of one, the rest stays" {
	expect 0 "${set_a[@]}"
	cmp f.yaml new
	[ "$(stat -c %a f.yaml)" = "$(stat -c %a old)" ]
	run ! litter
}

@test "the same bytes are not written" {
	touch -d 2001-01-01 f.yaml
	inode=$(stat -c %i f.yaml)
	expect 0 "$save" set f.yaml 1 $'a: 1\n'
	[ "$(stat -c %i.%Y f.yaml)" = "$inode.$(date -d 2001-01-01 +%s)" ]
}

@test "every document of every file, put back as it came, changes nothing" {
	mkdir was
	find "$GF_TOP/t" "$GF_TOP/examples" -name '*.yaml' -size -64k >names
	awk '{ printf "%s%cwas/%d.yaml%c", $0, 0, NR, 0 }' names | xargs -0 -n 2 -P 2 cp
	cp -R was now
	find now -name '*.yaml' -exec touch -d 2001-01-01 {} +
	find now -name '*.yaml' -print0 | xargs -0 "$save" same
	diff -r was now
	[ -z "$(find now -name '*.yaml' -newermt 2001-01-02)" ]
	[ "$(find now -name '*.yaml' | wc -l)" -gt 100 ]
}

@test "a line end that the file never had does not come in" {
	printf 'a: 1\n---\nb: 1' >f.yaml
	expect 0 "$save" set f.yaml 3 'b: 2'
	printf 'a: 1\n---\nb: 2' | cmp - f.yaml
}

@test "a mark of byte order, directives and ends stay with the file" {
	printf '\357\273\277%%YAML 1.2\n--- # one\na: 1\n...\n# two\n--- {b: 1}\n' >f.yaml
	expect 0 "$save" set f.yaml 3 $'a: 2\n'
	printf '\357\273\277%%YAML 1.2\n--- # one\na: 2\n...\n# two\n--- {b: 1}\n' | cmp - f.yaml
	expect 0 "$save" set f.yaml 6 $'{b: 2}\n'
	printf '\357\273\277%%YAML 1.2\n--- # one\na: 2\n...\n# two\n--- {b: 2}\n' | cmp - f.yaml
}

@test "a document is appended, to a new file too" {
	expect 0 "$save" new f.yaml $'c: 1\n'
	printf 'a: 1\n---\nb: 1\n---\nc: 1\n' | cmp - f.yaml
	expect 0 "$save" new g.yaml $'c: 1\n'
	printf 'c: 1\n' | cmp - g.yaml
	expect 2 "$save" new none/g.yaml $'c: 1\n'
	same_err <<-'EOT'
	cannot change 'none/g.yaml': No such file or directory
	nothing was written
	EOT
}

@test "what would become more than that document is refused" {
	expect 2 "$save" set f.yaml 1 $'a: 2\n---\nc: 1\n'
	same_err <<-'EOT'
	cannot change 'f.yaml': something beside the change would move in it
	nothing was written
	EOT
	expect 2 "$save" set f.yaml 1 'a: 2'
	expect 2 "$save" set f.yaml 1 $'a: [\n'
	expect 2 "$save" new f.yaml $'c: [\n'
	cmp f.yaml old
}

@test "T-4: killed at any call, the file is the old or the new one" {
	judge strace
	stopped_by KILL
}

@test "T-4: a signal leaves no litter and ends by that signal" {
	judge strace
	stopped_by INT
	stopped_by TERM
	stopped_by HUP
}

@test "T-5: written, mode, synced, renamed, directory synced" {
	judge strace
	[ "$GF_V" != cov ] || skip 'what counts lines writes files of its own'
	traced -e trace='/^(openat|write|fchmod|fsync|rename.*)$'
	sed -n 's/^[0-9]* *\([a-z]*\)[a-z0-9]*(\([^ ,)]*\).*/\1 \2/p; s/O_EXCL/&/' log |
	    awk '/^openat/ { next } { print $1 }' | tail -n 5 >got
	diff -u - got <<-'EOT'
	write
	fchmod
	fsync
	renameat
	fsync
	EOT
	grep -q 'O_CREAT|O_EXCL|O_NOFOLLOW' log
}

@test "T-6: two writers lose nothing" {
	printf -- '- a\n' >f.yaml
	n=$(many 200)
	for w in 1 2; do
		(for ((i = 0; i < n; i++)); do "$save" add f.yaml || exit; done) &
	done
	wait -n && wait -n
	[ "$(grep -c x f.yaml)" = $((2 * n)) ]
	run ! litter
}

@test "T-6: who waits for 5 seconds in vain gives up" {
	judge flock
	exec 9<f.yaml
	flock 9
	expect 2 "${set_a[@]}"
	same_err <<-'EOT'
	cannot change 'f.yaml': another program has held it for 5 seconds; try again
	nothing was written
	EOT
	cmp f.yaml old
}

@test "T-7: what somebody writes meanwhile is kept" {
	judge strace
	for call in fsync '/^rename.*'; do
		cp old f.yaml
		traced -e "inject=$call:delay_enter=700000:when=1" 2>err &
		until litter; do :; done
		echo 'c: 1' >>f.yaml
		rc=0
		wait $! || rc=$?
		[ "$rc" = 2 ]
		diff -u - err <<-'EOT'
		cannot change 'f.yaml': it was changed since it was read; run the command again
		nothing was written
		EOT
		printf 'a: 1\n---\nb: 1\nc: 1\n' | cmp - f.yaml
		run ! litter
	done
}

@test "T-7: another document may change meanwhile, this one not" {
	judge strace
	strace -f -qq -o log -e inject=flock:delay_enter=700000 \
	    "$save" set f.yaml 1 $'a: 2\n' 2>err &
	until grep -q f.yaml log 2>/dev/null; do :; done
	until grep -q flock log; do :; done
	echo 'c: 1' >>f.yaml
	wait $!
	printf 'a: 2\n---\nb: 1\nc: 1\n' | cmp - f.yaml
}

@test "T-8: an error of the disk leaves the old file and is named" {
	judge strace
	for e in ENOSPC EIO EROFS EDQUOT EACCES; do
		for c in write fsync fchmod '/^rename.*' flock; do
			cp old f.yaml
			rc=0
			traced -e "inject=$c:error=$e:when=1" 2>err || rc=$?
			[ "$rc" = 2 ] || [ "$c" = fchmod ]
			[ "$c" = fchmod ] || cmp f.yaml old
			grep -q "'f.yaml'" err
			run ! litter
		done
	done
	traced -e inject=write:error=ENOSPC:when=1 2>err || :
	diff -u - err <<-'EOT'
	cannot change 'f.yaml': No space left on device
	nothing was written
	EOT
}

@test "T-8: an error at any call is answered by 2 and the old file, or does not matter" {
	judge strace
	calls
	grep -E '^(openat|pread|write|fsync|fchmod|close|rename|.*fstat|flock|flist|facc)' calls >some
	while read -r name k; do
		rc=0
		traced -e "inject=$name:error=EIO:when=$k" 2>err || rc=$?
		case $rc in
		0) cmp f.yaml new ;;
		2) whole ;;
		*) [ "$rc" = 127 ] || { cat err; return 1; } ;;	# the loader failed
		esac
		run ! litter
		cp old f.yaml
	done <some
	[ "$(wc -l <some)" -gt 20 ]
}

@test "T-8: an interrupted write is gone on with" {
	judge strace
	traced -e inject=write:error=EINTR:when=1
	cmp f.yaml new
}

@test "T-8: a file that may grow no further" {
	[ "$GF_V" != cov ] || skip 'what counts lines writes files of its own'
	seq -f '- %g' 2000 >f.yaml
	cp f.yaml old
	expect 2 bash -c 'trap "" XFSZ; ulimit -f 1; exec "$@"' - \
	    "$save" add f.yaml
	same_err <<-'EOT'
	cannot change 'f.yaml': File too large
	nothing was written
	EOT
	cmp f.yaml old
	run ! litter
}

@test "T-8: a full and a read-only file system" {
	judge unshare
	unshare -rm true 2>/dev/null || skip "judge unshare is not allowed"
	cat >full.sh <<-'EOT'
	mount -t tmpfs -o size=64k none "$2" && cd "$2" || exit 99
	seq -f '- %g' 7000 >f.yaml
	cp f.yaml "$3/old"
	"$1" add f.yaml
	echo $?
	cmp f.yaml "$3/old" && ls -A
	mount -o remount,ro none "$2"
	cd "$2" && "$1" add f.yaml
	echo $?
	EOT
	mkdir m
	unshare -rm true && expect 0 unshare -rm sh full.sh "$save" "$PWD/m" "$PWD"
	same_out <<-'EOT'
	2
	f.yaml
	2
	EOT
	same_err <<-'EOT'
	cannot change 'f.yaml': No space left on device
	nothing was written
	cannot change 'f.yaml': Read-only file system
	nothing was written
	EOT
}

@test "T-9: mode and group stay" {
	for mode in 640 600 664 755; do
		cp old f.yaml
		chmod $mode f.yaml
		expect 0 "${set_a[@]}"
		[ "$(stat -c %a f.yaml)" = $mode ]
	done
	chmod 2775 .
	expect 0 "$save" set f.yaml 1 $'a: 3\n'
	[ "$(stat -c %g f.yaml)" = "$(stat -c %g old)" ]
	(umask 027 && "$save" new g.yaml $'c: 1\n')
	[ "$(stat -c %a g.yaml)" = 640 ]
}

@test "T-9: an access list stays" {
	judge setfacl
	setfacl -m u:1234:rw f.yaml
	getfacl f.yaml >acl
	expect 0 "${set_a[@]}"
	getfacl f.yaml | diff -u acl -
	setfacl -d -m u:77:rwx .
	cp old g.yaml && setfacl -b g.yaml
	expect 0 "$save" set g.yaml 1 $'a: 2\n'
	getfacl g.yaml >acl
	run ! grep -q 77 acl
}

@test "T-9: read-only, shared by hard link, or no file: refused" {
	chmod 440 f.yaml
	expect 2 "${set_a[@]}"
	grep -q "'f.yaml': it is read-only" "$err"
	chmod 644 f.yaml
	ln f.yaml g.yaml
	expect 2 "${set_a[@]}"
	grep -q "'f.yaml': it has more than one name" "$err"
	rm f.yaml
	mkdir f.yaml
	expect 2 "${set_a[@]}"
	grep -q "'f.yaml': it is no regular file" "$err"
	rmdir f.yaml
	mkfifo f.yaml
	expect 2 "$save" new f.yaml $'a: 1\n'
	grep -q "'f.yaml': it is no regular file" "$err"
	cmp old g.yaml
}

@test "T-9: somebody else's file is refused" {
	[ "$(id -u)" = 0 ] || skip "judge root is missing"
	chown 1234 f.yaml
	expect 2 "${set_a[@]}"
	grep -q "'f.yaml': it belongs to somebody else" "$err"
	cmp f.yaml old
}

@test "T-9: a link is followed inside the work tree only" {
	mkdir -p in/deep "$HOME/away"
	cp old in/deep/real.yaml
	cp old "$HOME/away/real.yaml"
	git init -q --template= .
	rm f.yaml
	ln -s in/deep/real.yaml f.yaml
	expect 0 "${set_a[@]}"
	[ -L f.yaml ] && cmp in/deep/real.yaml new
	ln -sf "$HOME/away/real.yaml" f.yaml
	expect 2 "${set_a[@]}"
	same_err <<-'EOT'
	cannot change 'f.yaml': it is a link that leads out of the work tree
	nothing was written
	EOT
	cmp "$HOME/away/real.yaml" old
	ln -s f.yaml g.yaml
	expect 2 "$save" set g.yaml 1 $'a: 2\n'
	ln -sf nothing f.yaml
	expect 2 "${set_a[@]}"
}

@test "T-10: a link put in the file's place meanwhile is never written through" {
	mkdir "$HOME/away"
	printf -- '- a\n' | tee f.yaml >"$HOME/away/f.yaml"
	cp f.yaml mine
	(while :; do
		ln -sfn "$HOME/away/f.yaml" l 2>/dev/null && mv -T l f.yaml
		cp mine l2 && mv l2 f.yaml
	done) 2>/dev/null &
	swap=$!
	for i in {1..200}; do
		rc=0
		timeout 20 "$save" add f.yaml 2>/dev/null || rc=$?
		[ "$rc" = 0 ] || [ "$rc" = 2 ] || break
	done
	kill $swap
	wait $swap || :
	[ "$rc" = 0 ] || [ "$rc" = 2 ]
	printf -- '- a\n' | cmp - "$HOME/away/f.yaml"
}

@test "several files are written in the order of their names, or said which" {
	printf -- '- a\n' >a.yaml
	cp a.yaml b.yaml
	expect 0 "$save" both b.yaml a.yaml
	printf -- '- a\n- x\n' | tee want | cmp - a.yaml
	cmp want b.yaml
	expect 2 "$save" both a.yaml ./a.yaml
	same_err <<-'EOT'
	cannot change 'a.yaml': it was given under another name, too
	nothing was written
	EOT
}

@test "several files: after a failure it is said which are new" {
	judge strace
	printf -- '- a\n' | tee b.yaml >a.yaml
	cp a.yaml want
	strace -qq -o log -e inject='/^rename.*:error=EIO:when=2' \
	    "$save" both b.yaml a.yaml 2>err && return 1
	diff -u - err <<-'EOT'
	cannot change 'b.yaml': Input/output error
	written before that: 'a.yaml'; nothing else was written
	EOT
	cmp want b.yaml
	run ! litter
}

# a plan of 2 x $1 goals and the one that they are to serve, in link.yaml
plan() {
	printf 'goal: top\ntitle: x\n' >link.yaml
	for ((i = 1; i <= $1; i++)); do
		printf -- '---\ngoal: a%d\ntitle: x\n---\ngoal: b%d\ntitle: x # y\n' "$i" "$i"
	done >>link.yaml
}

@test "T-4: alignmap link, killed or interrupted at any call" {
	judge strace
	plan 1
	cp link.yaml old
	set_a=(alignmap link b1 top link.yaml -i)
	"${set_a[@]}" 2>/dev/null && cp link.yaml new
	sed 's/x # y/&\nsupports: top/' old | cmp - new
	strace -f -qq -o log "${set_a[@]}" 2>/dev/null
	for signal in KILL INT; do
		cp old link.yaml
		strace -f -qq -o log "${set_a[@]}" 2>/dev/null
		called link.yaml
		while read -r name k; do
			cp old link.yaml
			rc=0
			strace -f -qq -o log -e "inject=$name:signal=$signal:when=$k" \
			    "${set_a[@]}" 2>err || rc=$?
			[ "$rc" = 0 ] || [ "$rc" -gt 128 ]
			cmp -s link.yaml old || cmp link.yaml new
			[ $signal = KILL ] || ! litter
			"${set_a[@]}" 2>err
			cmp link.yaml new
			rm -f .goalfile-*
		done <calls
	done
}

@test "T-6: two loops of alignmap link lose nothing" {
	n=$(many 60)
	plan "$n"
	for w in a b; do
		(for ((i = 1; i <= n; i++)); do
			alignmap link $w$i top link.yaml -i || exit
		done 2>err.$w) &
	done
	wait -n && wait -n
	[ "$(grep -c '^supports: top$' link.yaml)" = $((2 * n)) ]
	run ! grep 'cannot' err.a err.b
	run ! litter
}

@test "T-7, T-8: alignmap link says why, and writes nothing" {
	judge strace
	plan 1
	cp link.yaml old
	strace -f -qq -o log -e inject='/^rename.*:delay_enter=700000' \
	    alignmap link b1 top link.yaml -i 2>err &
	until litter; do :; done
	echo '# c' >>link.yaml
	rc=0
	wait $! || rc=$?
	[ "$rc" = 2 ]
	diff -u - err <<-'EOT'
	alignmap: cannot change 'link.yaml': it was changed since it was read; run the command again
	alignmap: nothing was written
	EOT
	printf '# c\n' | cat old - | cmp - link.yaml
	cp old link.yaml
	rc=0
	strace -f -qq -o log -e inject=fsync:error=ENOSPC:when=1 \
	    alignmap link b1 top link.yaml -i 2>err || rc=$?
	[ "$rc" = 2 ]
	diff -u - err <<-'EOT'
	alignmap: cannot change 'link.yaml': No space left on device
	alignmap: nothing was written
	EOT
	cmp link.yaml old
	run ! litter
}
