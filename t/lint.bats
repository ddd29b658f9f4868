# Programs that read source read all of ours, and the fuzzer fuzzes a little.
# clang-tidy takes minutes and guesses: it is asked by `make lint` alone.
load helper

setup() {
	fresh
	cd "$GF_TOP" || return
	[ "$GF_V" = release ] || skip 'once is enough'
}

@test "cppcheck has nothing to say" {
	judge cppcheck
	t/lint.sh cppcheck
}

@test "shellcheck has nothing to say" {
	judge shellcheck
	t/lint.sh shellcheck
}

@test "mandoc has nothing to say" {
	judge mandoc
	t/lint.sh mandoc
}

@test "every target lives under the fuzzer for two seconds" {
	judge clang
	echo 'int LLVMFuzzerTestOneInput(void) { return 0; }' |
	    clang -fsanitize=fuzzer -x c -o "$HOME/try" - ||
	    skip 'judge libFuzzer is missing'
	make -s -j 2 fuzz SECONDS=2
}
