#!/bin/sh
# Proves the first two commands of a newcomer: in a Debian that holds git and sh
# and no more, a clone of this repository is set up, shows its demo and passes
# its tests. Wants root, debootstrap, and the package mirror of this machine.
# usage: t/bare.sh EMPTY-FOLDER [demo|check|judges|ci]...   default: demo check
#	ci	what a build does: .ci/run
set -eu
root=$1
shift
[ $# -gt 0 ] || set -- demo check
top=$(cd "$(dirname "$0")/.." && pwd)
say() { printf 'bare: %s\n' "$*"; }

# the first archive of Debian's own that apt uses here: URI and release
# shellcheck disable=SC2016 # apt fills these in
apt-get indextargets --format '$(ORIGIN) $(REPO_URI) $(CODENAME)' \
    'Created-By: Packages' | sed -n '/^Debian /{s///p;q;}' >"$root.mirror"
read -r uri release <"$root.mirror"
rm -f "$root.mirror"
[ -d "$root/etc" ] ||
    debootstrap --variant=minbase --include=git "$release" "$root" "$uri" \
	>/dev/null
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || :
for what in make cc gcc bats pkg-config; do
	[ -z "$(chroot "$root" sh -c "command -v $what || :")" ] ||
	    { say "$what is there already"; exit 1; }
done
rm -rf "$root/root/goalfile" "$root/root/from.git"
git clone -q --bare "$top" "$root/root/from.git"
chroot "$root" git clone -q /root/from.git /root/goalfile
mount -t proc proc "$root/proc"
mount -t devpts -o ptmxmode=666 devpts "$root/dev/pts"
trap 'umount "$root/proc" "$root/dev/pts"' EXIT
for what; do
	run="bin/setup $what"
	[ "$what" != ci ] || run=.ci/run
	say "git clone ... && cd goalfile && $run"
	chroot "$root" env -i HOME=/root PATH=/usr/bin:/usr/sbin:/bin:/sbin \
	    sh -c "cd /root/goalfile && $run" </dev/null || {
		say "$run failed"
		exit 1
	}
done
say "done: $*"
