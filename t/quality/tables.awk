# Reads C ID SEVERITY (the checks there are), L GOAL LETTERS CHECKS HARD TITLE
# (what should be said) and F GOAL CHECK SEVERITY LETTERS (what is said), prints
# the tables of one set, and exits 1 if a budget is not met. A finding is right
# if its check is listed or one of its letters is flawed.

function meets(a, b,   i) {
	for (i = 1; i <= length(a); i++)
		if (index(b, substr(a, i, 1)))
			return 1
	return 0
}

function has(words, word) {
	return index(" " words " ", " " word " ") > 0
}

function ratio(a, b) {
	return b ? sprintf("%.3f", a / b) : "-"
}

# sorted words of a table's keys, by insertion
function keys(table, order,   k, n, i) {
	n = 0
	for (k in table) {
		for (i = n++; i > 0 && order[i] > k; i--)
			order[i + 1] = order[i]
		order[i + 1] = k
	}
	return n
}

function finding(goal, check, severity, letters,   row, right, i, l) {
	row = check " " severity
	right = has(checks[goal], check) ? "listed" : \
	    letters == "" ? "unsaid" : \
	    meets(letters, flaws[goal]) ? "letter" : "wrong"
	fired[row]++
	count[row, right]++
	if (right == "wrong") {
		alarm[++alarms] = row " " goal ": " title[goal]
		if (severity == "error" && flaws[goal] == "")
			good_error[++good_errors] = alarm[alarms]
	}
	said[goal, check] = 1
	for (i = 1; i <= length(letters); i++) {
		l = substr(letters, i, 1)
		all[goal, l] = 1
		if (severity != "note")
			loud[goal, l] = 1
	}
	spoken[goal] = spoken[goal] letters
}

# another check spoke for a letter that only this one was listed for
function covered(goal, check) {
	return letter[check] != "" && index(spoken[goal], letter[check])
}

function recall(goal,   n, i, w) {
	n = split(checks[goal], w, " ")
	for (i = 1; i <= n; i++) {
		due[w[i]]++
		if ((goal, w[i]) in said)
			found[w[i]]++
		else if (covered(goal, w[i]))
			cover[w[i]]++
		else if (w[i] in known)
			miss[++misses] = w[i] " " goal ": " title[goal]
	}
	for (i = 1; i <= 5; i++)
		by_letter(goal, substr("SMART", i, 1))
}

function by_letter(goal, l,   flawed) {
	flawed = index(flaws[goal], l) > 0
	label[l] += flawed
	if ((goal, l) in all)
		tell[l, "all"]++
	if ((goal, l) in loud)
		tell[l, "loud"]++
	if (flawed && (goal, l) in all)
		hit[l, "all"]++
	if (flawed && (goal, l) in loud)
		hit[l, "loud"]++
	if (flawed && !((goal, l) in all))
		deaf[++deafs] = l " " goal ": " title[goal]
}

function print_precision(   n, i, r, w, p, told, least, rows) {
	printf "\n%-5s %-8s %6s %7s %7s %6s  %s\n", "check", "severity",
	    "fired", "listed", "letter", "wrong", "precision"
	n = keys(fired, rows)
	for (i = 1; i <= n; i++) {
		r = rows[i]
		split(r, w, " ")
		told = fired[r] - count[r, "unsaid"]
		p = told ? (told - count[r, "wrong"]) / told : 1
		least = w[2] == "error" ? 0.99 : w[2] == "note" ? 0.75 : 0.9
		printf "%-5s %-8s %6d %7d %7d %6d  %.3f%s\n", w[1], w[2],
		    fired[r], count[r, "listed"], count[r, "letter"],
		    count[r, "wrong"], p,
		    told < 5 ? "  few" : p < least ? "  UNDER " least : ""
		if (told >= 5 && p < least)
			under++
	}
}

function print_recall(   n, i, c, rows, later) {
	printf "\n%-5s %8s %6s %8s %7s  %s\n", "check", "expected", "found",
	    "covered", "missed", "recall"
	n = keys(due, rows)
	for (i = 1; i <= n; i++) {
		c = rows[i]
		if (!(c in known)) {
			later = later " " c ":" due[c]
			continue
		}
		printf "%-5s %8d %6d %8d %7d  %s\n", c, due[c], found[c],
		    cover[c], due[c] - found[c] - cover[c],
		    ratio(found[c], due[c])
	}
	if (later != "")
		print "expected of checks that are not there:" later
}

function print_letters(   i, l) {
	printf "\n%-6s %7s %5s %9s %6s   %s\n", "letter", "flawed", "said",
	    "precision", "recall", "without notes: said precision recall"
	for (i = 1; i <= 5; i++) {
		l = substr("SMART", i, 1)
		printf "%-6s %7d %5d %9s %6s %20d %9s %6s\n", l, label[l],
		    tell[l, "all"], ratio(hit[l, "all"], tell[l, "all"]),
		    ratio(hit[l, "all"], label[l]), tell[l, "loud"],
		    ratio(hit[l, "loud"], tell[l, "loud"]),
		    ratio(hit[l, "loud"], label[l])
	}
}

function print_list(heading, lines, n,   i) {
	printf "\n%s: %d\n", heading, n
	for (i = 1; i <= n && set != "held"; i++)
		print "  " lines[i]
}

$1 == "C" { known[$2] = $3; letter[$2] = $2 ~ /^[SMART]/ ? \
    substr($2, 1, 1) : $2 ~ /^X0[39]$/ ? "T" : $2 ~ /^X1[01]$/ ? "R" : \
    $2 ~ /^X(0|12)/ ? "M" : "" }
$1 == "L" && $3 == "?" { print "no label: " $2; unlabelled++ }
$1 == "L" { flaws[$2] = $3; checks[$2] = $4; title[$2] = $6; goals++
    order[goals] = $2; good += $3 == ""; hard += $5 }
$1 == "F" { finding($2, $3, $4, $5) }
END {
	for (g = 1; g <= goals; g++)
		recall(order[g])
	printf "%s: %d goals, %d good, %d hard\n", set, goals, good, hard
	print_precision()
	print_recall()
	print_letters()
	print_list("errors on good goals", good_error, good_errors)
	if (list) {
		print_list("false alarms", alarm, alarms)
		print_list("misses of a check", miss, misses)
		print_list("misses of a letter", deaf, deafs)
	}
	print ""
	exit under || good_errors || unlabelled
}
