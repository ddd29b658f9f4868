// Reads a calendar with ical.js and prints "UID START SUMMARY" of each event.
// usage: node calendar.mjs FILE
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'

const all = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], 'utf8')))
for (const c of all.getAllSubcomponents('vevent')) {
	const e = new ICAL.Event(c)
	console.log(e.uid, e.startDate.toString(), e.summary)
}
