# The calendar, read by three readers that nobody here wrote.
load helper

# plan LINE...: people and goals in a directory of their own
plan() { mkdir -p "$HOME/p" && cd "$HOME/p" && printf '%s\n' "$@" >plan.yaml; }
one='one-on-one: {every: week, at: "10:00", minutes: 30, since: 2026-10-16'
# unfold: the lines of a calendar, put together again
unfold() { tr -d '\r' <"$out" | sed -e ':a' -e '$!N' -e 's/\n //;ta' -e 'P;D'; }

@test "a calendar holds meetings, deadlines, milestones and steps" {
	plan 'person: ana' "$one}" --- 'goal: q2' 'title: Sign; 11, with \' 'owner: ana' 'due: 2026-10-30' \
	    'milestones: [{by: 2026-10-20, value: 4, what: half}, {by: 2026-10-25, value: 7}]' \
	    'first-step: {do: Ring Fulda, by: 2026-10-17}'
	expect 0 cadence ics plan.yaml --weeks 1 --today 2026-10-15
	unfold | diff -u - <(printf '%s\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//goalfile//cadence//EN METHOD:PUBLISH \
	    BEGIN:VEVENT UID:meeting.ana.0@goalfile DTSTAMP:20261015T000000Z SEQUENCE:20741 DTSTART:20261016T100000 \
	    DURATION:PT30M 'SUMMARY:1:1 ana' \
	    'DESCRIPTION:Where the goals stand\, what they are for\, what both promised\, what is in the way\, and the next small step. Goals: Sign\; 11\, with \\' \
	    END:VEVENT \
	    BEGIN:VEVENT UID:due.q2@goalfile DTSTAMP:20261015T000000Z SEQUENCE:20741 'DTSTART;VALUE=DATE:20261030' \
	    'SUMMARY:due: Sign\; 11\, with \\' TRANSP:TRANSPARENT END:VEVENT \
	    BEGIN:VEVENT UID:milestone.q2.1@goalfile DTSTAMP:20261015T000000Z SEQUENCE:20741 'DTSTART;VALUE=DATE:20261020' \
	    'SUMMARY:milestone: half (4)' 'DESCRIPTION:Sign\; 11\, with \\' TRANSP:TRANSPARENT END:VEVENT \
	    BEGIN:VEVENT UID:milestone.q2.2@goalfile DTSTAMP:20261015T000000Z SEQUENCE:20741 'DTSTART;VALUE=DATE:20261025' \
	    'SUMMARY:milestone: 7' 'DESCRIPTION:Sign\; 11\, with \\' TRANSP:TRANSPARENT END:VEVENT \
	    BEGIN:VEVENT UID:step.q2@goalfile DTSTAMP:20261015T000000Z SEQUENCE:20741 'DTSTART;VALUE=DATE:20261017' \
	    'SUMMARY:step: Ring Fulda' 'DESCRIPTION:Sign\; 11\, with \\' TRANSP:TRANSPARENT END:VEVENT END:VCALENDAR)
	# 20741 days: 56 years of 365, 14 leap days, then 287 of 2026 before 15 October
	[ $((56 * 365 + 14 + 287)) -eq 20741 ]
	[ "$(grep -c $'\r$' "$out")" -eq "$(wc -l <"$out")" ]
	[ -z "$(tr -d '\r' <"$out" | awk 'length > 75')" ]
}

@test "a zone makes universal time, before and behind the change of the clocks" {
	plan 'person: ana' "$one, zone: Europe/Berlin}"
	expect 0 cadence ics plan.yaml --weeks 3 --today 2026-10-15
	# clocks go back on 25 October 2026: 10:00 is 08:00, then 09:00
	grep ^DTSTART "$out" | tr -d '\r' | diff -u - <(printf 'DTSTART:%s\n' \
	    20261016T080000Z 20261023T080000Z 20261030T090000Z)
	sed -i 's/Europe.Berlin/Pacific\/Auckland/' plan.yaml
	expect 0 cadence ics plan.yaml --weeks 1 --today 2026-10-15
	grep -q '^DTSTART:20261015T210000Z' "$out"
	for z in Europe/Berlni ../../etc/passwd /etc/localtime 'Europe/Berlin;x'; do
		plan 'person: ana' "$one, zone: '$z'}"
		expect 1 cadence ics plan.yaml --today 2026-10-15
		grep -q "plan.yaml:2:[0-9]*: error: zone: '$z' is not in the zone database" "$err"
		[ "$(wc -l <"$out")" -eq 5 ]
	done
}

@test "a second import updates: the same UIDs, a higher SEQUENCE" {
	plan 'person: ana' "$one}" 'away: 2026-10-23' --- 'session: 2026-10-09' 'with: ana' 'next: 2026-10-19'
	sed -i 's/since: 2026-10-16/since: 2026-10-09/' plan.yaml
	expect 0 cadence ics plan.yaml --weeks 2 --today 2026-10-15 --audience coach
	# the session moved the slot of the 16th; that of the 23rd moves to Monday
	unfold | grep -E '^(UID|DTSTART|STATUS)' | paste -sd' ' | diff -u - <(echo \
	    'UID:meeting.ana.1@goalfile DTSTART:20261019T100000 UID:meeting.ana.2@goalfile DTSTART:20261026T100000')
	sed -i 's/away:.*/away: 2026-10-23..2026-10-29/' plan.yaml
	expect 0 cadence ics plan.yaml --weeks 2 --today 2026-10-16 --audience coach
	unfold | grep -E '^(UID|SEQUENCE|STATUS)' | paste -sd' ' | diff -u - <(echo \
	    'UID:meeting.ana.1@goalfile SEQUENCE:20742 UID:meeting.ana.2@goalfile SEQUENCE:20742 STATUS:CANCELLED UID:meeting.ana.3@goalfile SEQUENCE:20742')
	# where only the company may read, the rule alone speaks, and that is said
	expect 0 cadence ics plan.yaml --weeks 1 --today 2026-10-15
	grep -q '^DTSTART:20261016T100000' "$out"
	echo 'cadence: kept private: 0 goals, and 1 meeting that a session moved; --audience coach shows them' | same_err
}

@test "nothing private gets into a calendar" {
	plan 'person: ana' "$one}" 'why: [{id: flat, text: SECRET}]' 'when-missed: SECRET' --- \
	    'goal: own' 'title: SECRET' 'owner: ana' 'level: personal' 'due: 2026-10-30' --- \
	    'goal: q2' 'title: Sign' 'owner: ana' 'due: 2026-10-30' 'why: [SECRET]' \
	    'obstacles: [{when: SECRET, side: inner}]' --- 'session: 2026-10-09' 'with: ana' 'concerns: SECRET' \
	    'commitments: [{what: SECRET, by: 2026-10-20}]'
	expect 0 cadence ics ana plan.yaml --today 2026-10-15
	no grep -q SECRET "$out"
	expect 0 cadence ics plan.yaml --today 2026-10-15 --audience coach
	[ "$(grep -c SECRET "$out")" -eq 1 ]	# the title of the goal of one's own
}

@test "an empty plan is an empty calendar, and what is wrong is said" {
	plan 'team: a'
	expect 0 cadence ics plan.yaml
	[ "$(wc -l <"$out")" -eq 5 ]
	expect 2 cadence ics plan.yaml --weeks 0
	grep -q "^cadence: option '--weeks' does not take '0': a whole number from 1 on" "$err"
	expect 2 cadence ics plan.yaml --weeks 521
	echo "cadence: option '--weeks' takes at most 520, not 521" | same_err
	expect 2 cadence ics bob plan.yaml
	full cadence ics plan.yaml
}

# hostile: a plan whose texts want out of their lines
hostile() {
	plan 'person: ana' "name: \"A\\nBEGIN:VEVENT\\e[31m\"" "$one, zone: Europe/Berlin}" --- 'goal: a_b' \
	    "title: \"é日本語 \\\"x\\\"; y, z\\\\q \\u202e ::error:: $(printf '%0100d' 7)\"" 'owner: ana' 'due: 2026-10-30'
	expect 0 cadence ics plan.yaml --weeks 3 --today 2026-10-15
}

@test "ical.js reads it" {
	judge npm:ical.js
	hostile
	node "$GF_TOP/t/judges/calendar.mjs" "$out" >got
	awk '{ print $1, $2 }' got | diff -u - <(printf '%s\n' 'meeting.ana.0@goalfile 2026-10-16T08:00:00Z' \
	    'meeting.ana.1@goalfile 2026-10-23T08:00:00Z' 'meeting.ana.2@goalfile 2026-10-30T09:00:00Z' 'due.a-b@goalfile 2026-10-30')
	tail -n 1 got | grep -qF "due: é日本語 \"x\"; y, z\\q <U+202E> ::error:: $(printf '%0100d' 7)"
}

@test "python3-icalendar reads it" {
	judge py:icalendar
	hostile
	python3 - "$out" <<-'END' >got
		import sys
		from icalendar import Calendar
		c = Calendar.from_ical(open(sys.argv[1], 'rb').read())
		for e in c.walk('VEVENT'):
		    print(e['UID'], e.decoded('DTSTART'), e['SEQUENCE'], e['SUMMARY'])
		    assert not e.errors and not e.is_broken if hasattr(e, 'is_broken') else not e.errors
	END
	[ "$(wc -l <got)" -eq 4 ]
	grep -q '^meeting.ana.2@goalfile 2026-10-30 09:00:00+00:00 20741 1:1 A BEGIN:VEVENT\\x1b\[31m' got
	tail -n 1 got | grep -qF 'due.a-b@goalfile 2026-10-30 20741 due: é日本語 "x"; y, z\q <U+202E> ::error:: 0'
}

@test "khal imports it twice and has each event once" {
	judge khal
	hostile
	mkdir -p "$HOME/cal"
	printf '%s\n' '[calendars]' '[[goals]]' "path = $HOME/cal" '[locale]' 'timeformat = %H:%M' 'dateformat = %Y-%m-%d' \
	    'longdateformat = %Y-%m-%d' 'datetimeformat = %Y-%m-%d %H:%M' 'longdatetimeformat = %Y-%m-%d %H:%M' \
	    'default_timezone = Europe/Berlin' 'local_timezone = Europe/Berlin' '[sqlite]' "path = $HOME/khal.db" \
	    '[default]' 'default_calendar = goals' >"$HOME/khal.conf"
	cp "$out" first.ics
	# a day later the meetings are at 11
	sed -i 's/10:00/11:00/' plan.yaml
	expect 0 cadence ics plan.yaml --weeks 3 --today 2026-10-16
	cp "$out" second.ics
	for f in first second; do
		khal -c "$HOME/khal.conf" import --batch -a goals $f.ics
	done
	khal -c "$HOME/khal.conf" list 2026-10-15 30d --format '{start} {uid}' --day-format '' >got
	[ "$(grep -c goalfile got)" -eq 5 ]	# one week more
	grep -q '^2026-10-16 11:00 meeting.ana.0@goalfile' got
	grep -q '^2026-10-30 11:00 meeting.ana.2@goalfile' got
}
