#!/bin/sh
# What our programs take beside a bare libyaml event scan of the same bytes,
# in one run: ratios, never times. Usage: t/bench.sh BUILDDIR [GOALS]
set -eu
build=${1:-build/release}
goals=${2:-100000}
bin=${GF_BIN:-bin}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

cc=${CC:-cc}
yaml=$(pkg-config --cflags --libs yaml-0.1 2>/dev/null || echo -lyaml)
for name in gen ratio; do
	$cc -O2 -D_DEFAULT_SOURCE -o "$dir/$name" "t/bench/$name.c"
done
# shellcheck disable=SC2086
$cc -O2 -o "$dir/scan" t/bench/scan.c $yaml

"$dir/gen" "$goals" >"$dir/plan.yaml"
"$dir/gen" 1 | sed -n '/^# goal/,$p' >"$dir/one.yaml"
day='--today 2026-07-30'
echo "$goals goals, $(($(wc -c <"$dir/plan.yaml") / 1000000)) MB, built in $build:"
cd "$dir"
case $bin in /*) ;; *) bin=$OLDPWD/$bin ;; esac
{
	printf 'libyaml event scan\texec ./scan plan.yaml\n'
	for j in 1 2; do
		printf 'smartcheck -j %s\texec %s/smartcheck check -j %s %s plan.yaml >out 2>&1\n' "$j" "$bin" "$j" "$day"
		printf 'alignmap tree -j %s\texec %s/alignmap tree -j %s %s plan.yaml >out 2>&1\n' "$j" "$bin" "$j" "$day"
		printf 'alignmap check -j %s\texec %s/alignmap check -j %s %s plan.yaml >out 2>&1\n' "$j" "$bin" "$j" "$day"
	done
} | ./ratio 3 1
echo "start-up on one goal, 200 starts beside those of true:"
{
	printf 'true\texec /bin/true\n'
	printf 'smartcheck\texec %s/smartcheck check %s one.yaml >out 2>&1\n' "$bin" "$day"
	printf 'alignmap\texec %s/alignmap tree %s one.yaml >out 2>&1\n' "$bin" "$day"
} | ./ratio 3 200
