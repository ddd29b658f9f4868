// Says whether every FILE is TAP to a strict reader, with a place for each test
// that fails.
// usage: node tap.mjs FILE...
import fs from 'node:fs';
import { Parser } from 'tap-parser';

for (const file of process.argv.slice(2)) {
	const all = Parser.parse(fs.readFileSync(file, 'utf8'), { strict: true });
	const [, end] = all.find(([what]) => what === 'complete');
	const bad = [
		...end.failures.filter((f) => f.tapError),
		...all.filter(([what]) => what === 'extra'),
		...all.filter(([what, test]) => what === 'assert' && !test.ok &&
		    !(test.diag?.at?.line >= 1)),
	];

	if (bad.length || !(end.bailout || end.count === end.plan.end)) {
		console.error(file, JSON.stringify(bad));
		process.exitCode = 1;
	}
}
