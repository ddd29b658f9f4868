#!/bin/sh
# What our programs take beside a bare libyaml event scan of the same bytes,
# in one run: ratios, never times. Usage: t/bench.sh [GOALS]
set -eu
build=build/${GF_V:-release}
goals=${1:-100000}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cp "$build/t/bench/gen" "$build/t/bench/scan" "$build/t/bench/ratio" "$dir"
bin=$PWD/$build/bin

"$dir/gen" "$goals" >"$dir/plan.yaml"
mkdir "$dir/one"
"$dir/gen" 1 | sed -n '/^# goal/,$p' >"$dir/one/one.yaml"
day='--today 2026-07-30'
echo "$goals goals, $(($(wc -c <"$dir/plan.yaml") / 1000000)) MB, built in $build:"
cd "$dir"
{
	printf 'libyaml event scan\texec ./scan plan.yaml\n'
	for j in 1 2; do
		printf 'smartcheck -j %s\texec %s/smartcheck check -j %s %s plan.yaml >out 2>&1\n' "$j" "$bin" "$j" "$day"
		printf 'alignmap tree -j %s\texec %s/alignmap tree -j %s %s plan.yaml >out 2>&1\n' "$j" "$bin" "$j" "$day"
		printf 'alignmap jsonl -j %s\texec %s/alignmap tree -f jsonl -j %s %s plan.yaml >out 2>&1\n' "$j" "$bin" "$j" "$day"
		printf 'cadence pace -j %s\texec %s/cadence pace -f jsonl -j %s %s plan.yaml >out 2>&1\n' "$j" "$bin" "$j" "$day"
		printf 'alignmap check -j %s\texec %s/alignmap check -j %s %s plan.yaml >out 2>&1\n' "$j" "$bin" "$j" "$day"
	done
} | ./ratio 3 1
echo "start-up on one goal, 200 starts beside those of true:"
{
	printf 'true\texec /bin/true\n'
	printf 'smartcheck\texec %s/smartcheck check %s one/one.yaml >out 2>&1\n' "$bin" "$day"
	printf 'alignmap\texec %s/alignmap tree %s one/one.yaml >out 2>&1\n' "$bin" "$day"
	printf 'cadence\texec %s/cadence pace %s one/one.yaml >out 2>&1\n' "$bin" "$day"
} | ./ratio 3 200
