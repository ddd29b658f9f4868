# What we read and write is the same data to a reader that is not ours.
load helper

# the YAML files of the project
yaml_files() {
	find "$GF_TOP/examples" "$GF_TOP/t" -path '*/node_modules' -prune \
	    -o -name '*.y*ml' -type f -print0
}

@test "another reader finds the same data in every YAML file" {
	judge node
	judge npm:yaml
	yaml_files | xargs -0 node "$GF_TOP/t/judges/same.mjs" "$GF_T/tool/dump"
}

@test "a stream is YAML to another reader" {
	judge node
	judge npm:yaml
	expect 0 'smartcheck check --through --fail-on never goals/*.yaml'
	mv "$out" stream.yaml
	node "$GF_TOP/t/judges/same.mjs" "$GF_T/tool/dump" stream.yaml
	grep -c '^--- # from' stream.yaml
}

@test "another reader gets every text back that we write, as a string" {
	judge node
	judge npm:yaml
	node "$GF_TOP/t/judges/quoted.mjs" "$GF_T/tool/quote"
}
