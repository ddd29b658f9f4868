# Completion of the goalfile programs for bash: the programs say themselves
# what may stand there.
_goalfile() {
	local words=() word line i cur tail
	# bash cuts words at '=' and ':'; put them together again
	for ((i = 1; i <= COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		if ((i > 1)) && [[ $word == [=:]* || ${COMP_WORDS[i - 1]} == *[=:] ]]; then
			words[${#words[@]}-1]+=$word
		else
			words+=("$word")
		fi
	done
	cur=${words[${#words[@]}-1]}
	tail=${cur%"${cur##*[=:]}"}
	COMPREPLY=()
	while IFS= read -r line; do
		if [[ $line == :files ]]; then
			compopt -o filenames 2>/dev/null
			while IFS= read -r word; do
				COMPREPLY+=("$word")
			done < <(compgen -f -- "${cur##*=}")
			continue
		fi
		line=${line%%$'\t'*}
		COMPREPLY+=("${line#"$tail"}")
	done < <("${COMP_WORDS[0]}" --complete "${words[@]}" 2>/dev/null)
	[[ ${#COMPREPLY[@]} -ne 1 || ${COMPREPLY[0]} != *= ]] || compopt -o nospace 2>/dev/null
}
complete -F _goalfile smartcheck alignmap whyladder obstacles cadence
