# Completion of the goalfile programs for fish: the programs say themselves
# what may stand there.
function __goalfile_complete
    set -l words (commandline -opc)
    set -l last (commandline -ct)
    for line in ($words[1] --complete $words[2..-1] "$last" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (string replace -r '^--[^=]*=' '' -- "$last")
        else
            echo $line
        end
    end
end
for program in smartcheck alignmap whyladder obstacles cadence
    complete -c $program -f -a '(__goalfile_complete)'
end
