// The page of `alignmap map -f html`: the plan is there without this; it adds
// search, filters, keys and a closer look at one goal. Text of the plan is put
// in with textContent alone.
(function () {
'use strict';

const plan = JSON.parse(document.getElementById('plan').textContent);
const goals = plan.goals;
const byId = id => document.getElementById(id);
const panel = byId('panel'), tools = byId('tools');
const root = document.documentElement;
const items = goals.map((g, k) => byId('g' + (k + 1)));
const down = goals.map(() => []);
goals.forEach((g, k) => (g.up || []).forEach(p => down[p].push(k)));

// make('p', 'class', child...): an element; a child is a node or a text
function make(name, cls, ...children) {
	const e = document.createElement(name);
	if (cls)
		e.className = cls;
	e.append(...children.filter(c => c !== null && c !== undefined));
	return e;
}
const day = gfChart.day;
const words = s => s.replace(/-/g, ' ');
const state = g => make('b', 'st s-' + plan.states[g.s],
	words(plan.states[g.s]));
function link(k) {
	const a = make('a', '', goals[k].t || goals[k].i);
	a.href = '#g' + (k + 1);
	return a;
}
const owner = g => g.on || g.o;

// ---- search and filters

const search = make('input'), who = make('select'), level = make('select');
const count = make('output'), theme = make('button'), clear = make('button');
const pressed = new Set();
const hay = goals.map(g => [g.t, g.i, g.o, g.on, g.me].join(' ').toLowerCase());

function options(select, first, list) {
	select.append(new Option(first, ''));
	list.forEach(([text, value]) => select.append(new Option(text, value)));
}

// "4 goals" while something is asked for
function fits(g, k, text) {
	return g.s !== undefined && (!pressed.size || pressed.has(g.s)) &&
		(!level.value || g.l === level.value) &&
		(!who.value || (who.value[0] === 't' ? g.m === who.value.slice(1) :
			g.o === who.value.slice(1))) &&
		text.every(w => hay[k].includes(w));
}

function asked() {
	return search.value.trim() || who.value || level.value || pressed.size;
}

function filter() {
	const text = search.value.toLowerCase().split(/\s+/).filter(Boolean);
	const all = !asked();
	const hit = goals.map((g, k) => all || fits(g, k, text));
	const way = goals.map(() => false);
	const open = goals.map((g, k) => k).filter(k => hit[k] && !all);
	while (open.length)
		(goals[open.pop()].up || []).forEach(p => {
			if (!way[p]) {
				way[p] = true;
				open.push(p);
			}
		});
	items.forEach((e, k) => {
		if (!e)
			return;
		e.classList.toggle('gone', !hit[k] && !way[k]);
		e.classList.toggle('way', !hit[k] && way[k]);
	});
	document.querySelectorAll('.again').forEach(e => e.classList.toggle(
		'gone', !all));
	document.querySelectorAll('.map').forEach(list => {
		const none = ![...list.children].some(e =>
			!e.classList.contains('gone'));
		list.parentElement.hidden = none;
	});
	const n = hit.filter((h, k) => h && goals[k].s !== undefined).length;
	count.textContent = all ? '' : n === 1 ? '1 goal' : n + ' goals';
	clear.hidden = all;
	// what was asked for comes first
	document.querySelector('.top').hidden = !all;
}

function clearAll() {
	search.value = who.value = level.value = '';
	pressed.clear();
	document.querySelectorAll('.states button').forEach(b =>
		b.setAttribute('aria-pressed', 'false'));
	filter();
}

// those who own something, under the team they are in
function people() {
	const seen = new Map(), teams = new Map();
	goals.forEach(g => {
		if (g.o && g.s !== undefined && !seen.has(g.o)) {
			seen.set(g.o, owner(g));
			if (g.m)
				teams.set(g.m, [...teams.get(g.m) || [], g.o]);
			else
				teams.set('', [...teams.get('') || [], g.o]);
		}
	});
	who.append(new Option('Everybody', ''));
	[...teams.keys()].sort((a, b) => !a - !b || (a < b ? -1 : 1)).forEach(t => {
		const group = make('optgroup');
		group.label = t ? 'Team ' + t : 'No team';
		if (t)
			group.append(new Option('All of ' + t, 't' + t));
		teams.get(t).filter(o => o !== t).sort().forEach(o =>
			group.append(new Option(seen.get(o), 'o' + o)));
		if (t && seen.has(t))
			group.append(new Option(seen.get(t) + ' (the team itself)',
				'o' + t));
		who.append(group);
	});
}

function build() {
	search.type = 'search';
	search.placeholder = 'Search goals and owners ( / )';
	search.setAttribute('aria-label', 'Search goals and owners');
	who.setAttribute('aria-label', 'Whose goals');
	level.setAttribute('aria-label', 'Level');
	people();
	const levels = [...new Set(goals.map(g => g.l).filter(Boolean))];
	options(level, 'Every level', levels.map(l => [words(l), l]));
	clear.textContent = 'Show all';
	clear.type = theme.type = 'button';
	clear.addEventListener('click', clearAll);
	search.addEventListener('input', filter);
	who.addEventListener('change', filter);
	level.addEventListener('change', filter);
	count.setAttribute('aria-live', 'polite');
	tools.append(search, who, level, clear, count, theme);
	tools.hidden = false;
	document.querySelectorAll('.states li').forEach(li => {
		const b = make('button', '', ...li.childNodes);
		const s = +li.dataset.state;
		b.type = 'button';
		b.setAttribute('aria-pressed', 'false');
		b.title = 'Show these alone';
		b.addEventListener('click', () => {
			const on = !pressed.has(s);
			pressed[on ? 'add' : 'delete'](s);
			b.setAttribute('aria-pressed', String(on));
			filter();
		});
		li.append(b);
	});
	document.querySelectorAll('tbody th[data-owner]').forEach(th => {
		const id = th.dataset.owner;
		if (![...who.options].some(o => o.value === 'o' + id))
			return;
		const b = make('button', '', ...th.childNodes);
		b.type = 'button';
		b.title = 'Show these goals';
		b.addEventListener('click', () => {
			who.value = 'o' + id;
			filter();
			byId('map').scrollIntoView();
		});
		th.append(b);
	});
	filter();
}

// ---- light and dark

function paint(to) {
	if (to)
		root.dataset.theme = to;
	const dark = to ? to === 'dark' :
		matchMedia('(prefers-color-scheme: dark)').matches;
	theme.textContent = dark ? 'Light' : 'Dark';
	theme.title = 'Show the page ' + (dark ? 'light' : 'dark');
	return dark;
}
function kept(value) {
	try {
		if (value)
			localStorage.setItem('goalfile-theme', value);
		return localStorage.getItem('goalfile-theme');
	} catch (e) {
		return null;
	}
}
theme.addEventListener('click', () => {
	const to = root.dataset.theme || (paint() ? 'dark' : 'light');
	paint(kept(to === 'dark' ? 'light' : 'dark') ||
		(to === 'dark' ? 'light' : 'dark'));
});

// ---- a closer look at one goal

let shown = -1;

function above(k, seen, depth) {
	const list = make('ul');
	goals[k].up.forEach(p => {
		const g = goals[p], li = make('li');
		if (g.s === undefined) {
			li.append(g.i + ' (not among these goals)');
		} else {
			li.append(state(g), ' ', link(p), make('span', 'fact',
				g.o ? ' ' + owner(g) : ''));
			if (!seen.has(p) && depth < 20 && g.up.length) {
				seen.add(p);
				li.append(above(p, seen, depth + 1));
			}
		}
		list.append(li);
	});
	return list;
}

function part(title, ...children) {
	panel.append(make('h3', '', title), ...children.filter(Boolean));
}

function facts(g) {
	const line = make('p', 'fact', state(g));
	const put = text => text && line.append(' \u00b7 ', text);
	put(g.p !== undefined ? g.p + ' %' : '');
	put(g.q);
	put(g.d ? Math.abs(g.d) + ' working day' + (Math.abs(g.d) === 1 ? '' :
		's') + (g.d < 0 ? ' behind its line' : ' ahead of its line') : '');
	panel.append(line);
	if (g.z !== undefined)
		panel.append(make('p', 'fact', (g.a !== undefined ? day(g.a) + ' to ' :
			'until ') + day(g.z) + (g.zp ? ', the end of what it serves' :
			'')));
	if (g.rule)
		panel.append(make('p', 'fact', 'Its own readings: ' + g.rule));
}

function obstacles(g) {
	const list = make('dl');
	(g.ob || []).forEach(o => {
		list.append(make('dt', '', o.w || 'unnamed'));
		if (o.t)
			list.append(make('dd', '', o.t));
		const said = [o.s !== 'open' && o.s,
			o.l !== undefined && o.l + ' % likely',
			o.c && 'costs ' + o.c,
			o.h && 'came ' + (o.h === 1 ? 'once' : o.h + ' times')];
		if (said.some(Boolean))
			list.append(make('dd', 'fact', said.filter(Boolean).join(', ')));
	});
	if (g.ob || g.po)
		part('What may get in the way, and the answer', list, g.po ?
			make('p', 'fact', g.po + (g.ob ? ' more' : '') + ' kept private') : null);
}

function why(g) {
	if (g.why) {
		const list = make('ol', 'rungs');
		g.why.forEach(w => list.append(make('li', '', w)));
		part('Why it matters to ' + (owner(g) || 'its owner'), list);
	} else if (g.pw) {
		part('Why it matters to ' + (owner(g) || 'its owner'),
			make('p', 'fact', 'Kept private: it is written for the coach.'));
	}
	if (g.ai)
		part('The aim that it serves', ...g.ai.map(a => make('p', '', a[1],
			make('span', 'fact', ' ' + a[0]))));
}

function fill(k) {
	const g = goals[k], close = make('button', 'close', 'Close');
	panel.replaceChildren();
	close.type = 'button';
	close.addEventListener('click', leave);
	panel.append(close, make('p', 'kicker', [g.l && words(g.l), owner(g),
		g.m && g.m !== g.o && 'team ' + g.m].filter(Boolean).join(' \u00b7 ')),
		make('h2', '', g.t || g.i));
	facts(g);
	if (g.c)
		panel.append(gfChart(g, plan.today));
	if (g.me)
		panel.append(make('p', 'fact', g.me + (g.u &&
			!g.me.split(/\W+/).includes(g.u) ?
			', in ' + g.u : '')));
	if (g.up.length)
		part('What it is for', above(k, new Set([k]), 0));
	else if (g.l !== 'company' && g.l !== 'personal')
		part('What it is for', make('p', '',
			'It serves no other goal.'));
	why(g);
	if (down[k].length) {
		const list = make('ul');
		down[k].forEach(d => list.append(make('li', '', state(goals[d]), ' ',
			link(d), make('span', 'fact', [' ', owner(goals[d]),
				goals[d].p !== undefined && goals[d].p + ' %']
				.filter(Boolean).join(' ')))));
		part('Who carries it', list);
	}
	if (g.re)
		part('What the numbers rest on', ...g.re.map(r => make('p', 'fact', r)));
	if (g.sy)
		part('How', make('p', '', g.sy));
	obstacles(g);
	if (g.st)
		part('Next step', make('p', '', g.st, make('span', 'fact', g.sb ?
			' by ' + day(g.sb) : '')));
	part('Where it stands', make('p', '', make('code', '', g.f + ':' + g.n),
		make('span', 'fact', ' as '), make('code', '', g.i)));
}

// all that lies on a way up or down from a goal
function line(k) {
	const on = new Set([k]);
	const walk = next => {
		const open = [k], seen = new Set(open);
		while (open.length)
			next(open.pop()).forEach(n => {
				if (!seen.has(n)) {
					seen.add(n);
					on.add(n);
					open.push(n);
				}
			});
	};
	walk(n => goals[n].up || []);
	walk(n => down[n]);
	return on;
}

function focus(k, move) {
	const on = line(k);
	shown = k;
	items.forEach((e, n) => {
		if (!e)
			return;
		e.classList.toggle('dim', !on.has(n));
		e.classList.toggle('on', n === k);
	});
	fill(k);
	panel.hidden = false;
	panel.scrollTop = 0;
	panel.focus({ preventScroll: true });
	document.body.classList.add('open');
	panel.setAttribute('aria-label', goals[k].t || goals[k].i);
	if (items[k].classList.contains('gone'))
		clearAll();
	if (move)
		reach(items[k].querySelector('.c'), 4);
}

// what is passed on the way gets its height only then, so look again
function reach(e, times) {
	e.scrollIntoView({ block: 'center' });
	if (times)
		requestAnimationFrame(() => reach(e, times - 1));
}

function leave() {
	const was = shown;
	shown = -1;
	panel.hidden = true;
	document.body.classList.remove('open');
	items.forEach(e => e && e.classList.remove('dim', 'on'));
	if (location.hash)
		history.replaceState(null, '', location.pathname + location.search);
	if (was >= 0 && items[was])
		items[was].querySelector('.t').focus({ preventScroll: true });
}

// the address says which goal; an id of the plan is understood as well
function follow() {
	let name = '';
	try {
		name = decodeURIComponent(location.hash.slice(1));
	} catch (e) {
		return;
	}
	const k = /^g\d+$/.test(name) ? name.slice(1) - 1 :
		goals.findIndex(g => g.i === name);
	if (items[k]) {
		focus(k, true);
		// an id still means the same goal in the page of next week
		if (!/^g\d+$/.test(goals[k].i) &&
		    goals.findIndex(g => g.i === goals[k].i) === k)
			history.replaceState(null, '', '#' +
				encodeURIComponent(goals[k].i));
	} else if (shown >= 0)
		leave();
}

// ---- keys

const keys = [['/', 'search'], ['\u2191 \u2193', 'the goal above, below'],
	['\u2190 \u2192', 'what it serves, what serves it'],
	['Enter', 'look closer'], ['Esc', 'close, then show all'],
	['?', 'these keys']];

function help() {
	const old = byId('keys');
	if (old)
		return old.remove();
	const box = make('div');
	box.id = 'keys';
	box.setAttribute('role', 'note');
	keys.forEach(([key, text]) => box.append(make('p', '',
		make('kbd', '', key), ' ', text)));
	document.body.append(box);
}

function go(k) {
	if (k === undefined || !items[k])
		return;
	if (shown >= 0)
		location.hash = 'g' + (k + 1);
	items[k].querySelector('.t').focus();
}

function step(by) {
	const seen = items.map((e, k) => k).filter(k => items[k] &&
		!items[k].classList.contains('gone'));
	const here = current();
	go(here < 0 ? seen[0] : seen[seen.indexOf(here) + by]);
}

function current() {
	const li = document.activeElement.closest('.n');
	return li && li.id ? li.id.slice(1) - 1 : shown;
}

function key(e) {
	const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName);
	if (e.key === 'Escape') {
		if (byId('keys'))
			return help();
		if (shown >= 0)
			return leave();
		clearAll();
		return e.target.blur();
	}
	if (e.ctrlKey || e.metaKey || e.altKey || typing)
		return;
	const k = current();
	const moves = { ArrowDown: () => step(1), ArrowUp: () => step(-1),
		ArrowLeft: () => k >= 0 && go(goals[k].up[0]),
		ArrowRight: () => k >= 0 && go(down[k][0]),
		'/': () => search.focus(), '?': help };
	if (!Object.hasOwn(moves, e.key) || (panel.contains(e.target) &&
	    e.key.startsWith('Arrow') && shown >= 0 && e.target !== panel))
		return;
	e.preventDefault();
	moves[e.key]();
}

panel.tabIndex = -1;
build();
paint(kept());
document.addEventListener('keydown', key);
window.addEventListener('hashchange', follow);
follow();
}());
