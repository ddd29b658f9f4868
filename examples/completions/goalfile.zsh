#compdef smartcheck alignmap whyladder obstacles cadence
# Completion of the goalfile programs for zsh: the programs say themselves what
# may stand there.
_goalfile() {
	local line
	local -a found
	for line in "${(@f)$(${words[1]} --complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
		if [[ $line == :files ]]; then
			_files
		elif [[ -n $line ]]; then
			line=${line//:/\\:}
			found+=("${line/$'\t'/:}")
		fi
	done
	(( ${#found} )) && _describe -t goalfile goalfile found
}
_goalfile "$@"
