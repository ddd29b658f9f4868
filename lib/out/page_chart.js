// The curve of one goal: its readings, the line that was expected, and where it
// goes at this rate. gfChart(goal, today) returns an element; gfChart.day(n)
// writes a day.
const gfChart = (function () {
'use strict';

const draw = (name, at) => {
	const e = document.createElementNS('http://www.w3.org/2000/svg', name);
	for (const k in at)
		e.setAttribute(k, at[k]);
	return e;
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep',
	'Oct', 'Nov', 'Dec'];
function day(n) {
	const d = new Date(n * 864e5);
	return d.getUTCDate() + ' ' + months[d.getUTCMonth()] + ' ' +
		d.getUTCFullYear();
}
const H = 190, L = 6, R = 100, T = 16, B = 22;

function short(v) {
	const a = Math.abs(v);
	const [by, unit] = a >= 1e9 ? [1e9, 'bn'] : a >= 1e6 ? [1e6, 'M'] :
		a >= 1e4 ? [1e3, 'k'] : [1, ''];
	return String(+(v / by).toPrecision(5)) + unit;
}

function curve(g, today) {
	// drawn as wide as it is shown, so that letters keep their size
	const W = Math.max(280, Math.min(440, innerWidth - 52));
	const c = g.c, aims = c.f !== undefined && c.t !== undefined;
	const at = s => c.f + s * (c.t - c.f);
	const last = c.r.length ? c.r[c.r.length - 1] : null;
	const values = c.r.map(r => r[1]);
	['f', 't', 'lo', 'hi', 'fc', 'fl', 'fh'].forEach(k =>
		c[k] !== undefined && values.push(c[k]));
	const lowest = Math.min(...values), highest = Math.max(...values);
	const room = (highest - lowest || Math.abs(highest) || 1) * 0.04;
	const a = Math.min(c.a - 1, ...c.r.map(r => r[0]));
	const z = Math.max(c.z, a + 1, last ? last[0] : a);
	const x = d => L + (d - a) / (z - a) * (W - L - R);
	const y = v => H - B - (v - lowest + room) /
		(highest - lowest + 2 * room) * (H - B - T);
	const svg = draw('svg', { class: 'chart', viewBox: `0 0 ${W} ${H}`,
		role: 'img' });
	const add = (name, at2, text) => {
		const e = draw(name, at2);
		if (text !== undefined)
			e.textContent = text;
		svg.append(e);
	};
	const path = points => 'M' + points.map(([d, v]) =>
		x(d).toFixed(1) + ' ' + y(v).toFixed(1)).join('L');
	const label = draw('title');
	label.textContent = (g.me || g.t || g.i) + ': ' + c.r.map(r => day(r[0]) +
		' ' + r[1]).join(', ');
	svg.append(label);
	if (c.lo !== undefined || c.hi !== undefined) {
		const top = c.hi !== undefined ? y(c.hi) : T;
		const end = c.lo !== undefined ? y(c.lo) : H - B;
		add('rect', { class: 'band', x: L, y: top, width: W - L - R,
			height: Math.max(1, end - top) });
	}
	add('path', { class: 'axis', d: `M${L} ${H - B}H${W - R}` });
	if (today >= a && today <= z)
		add('path', { class: 'today', d: `M${x(today)} ${T - 6}V${H - B}` });
	if (c.e && aims)
		add('path', { class: 'want', d: path(c.e.map(e => [e[0], at(e[1])])) });
	if (c.fc !== undefined && last) {
		add('path', { class: 'fan', d: path([last, [c.z, c.fh], [c.z, c.fl]]) +
			'Z' });
		add('path', { class: 'then', d: path([last, [c.z, c.fc]]) });
	}
	if (c.r.length > 1)
		add('path', { class: 'real', d: path(c.r) });
	c.r.forEach(r => add('circle', { cx: x(r[0]), cy: y(r[1]),
		r: r === last ? 3.5 : 2 }));
	// words at the right, kept apart
	const marks = [];
	const mark = (v, text, cls) => v !== undefined &&
		marks.push({ y: y(v), text, cls });
	mark(c.t, short(c.t) + ' target', '');
	mark(c.lo, 'at least ' + short(c.lo), '');
	mark(c.hi, 'at most ' + short(c.hi), '');
	if (c.fc !== undefined)
		mark(c.fc, '~' + short(+c.fc.toPrecision(3)) + ' at this rate', '');
	marks.sort((m, n) => m.y - n.y).forEach((m, k) => {
		if (k && m.y < marks[k - 1].y + 13)
			m.y = marks[k - 1].y + 13;
		add('text', { x: W - R + 6, y: m.y + 4, class: m.cls }, m.text);
	});
	if (last)
		add('text', { x: x(last[0]), y: y(last[1]) - 9, class: 'now',
			'text-anchor': 'middle' }, short(last[1]));
	add('text', { x: L, y: H - 7 }, day(c.a));
	add('text', { x: W - R, y: H - 7, 'text-anchor': 'end' }, day(c.z));
	if (today > a && today < z && x(today) > L + 95 &&
	    x(today) < W - R - 95)
		add('text', { x: x(today), y: H - 7, 'text-anchor': 'middle' },
			'today');
	return svg;
}

curve.day = day;
return curve;
}());
