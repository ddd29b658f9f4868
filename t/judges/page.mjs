// Opens the page of a map in a browser and tries what a person would.
// usage: node page.mjs CHECK PAGE JSON   JSON is the same plan by `map -f json`;
// prints what is wrong, exits 1 if anything is
import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { chromium } from 'playwright-core'

const [check, file, data] = process.argv.slice(2)
const plan = JSON.parse(readFileSync(data, 'utf8'))
const open = plan.goals.filter(g => !g.private)
const said = []
const want = (what, have, wanted) => JSON.stringify(have) ===
	JSON.stringify(wanted) || said.push(`${what}: ${JSON.stringify(have)}` +
	`, wanted ${JSON.stringify(wanted)}`)
const least = (what, have, n) => have >= n || said.push(`${what}: ${have} < ${n}`)

const browser = await chromium.launch({ args: ['--no-sandbox'], executablePath:
	execFileSync('sh', ['-c', 'command -v chromium']).toString().trim() })

// a fresh page; whatever it complains about or asks of a network is said
async function page(options = {}, at = '') {
	const context = await browser.newContext({ viewport: { width: 1440,
		height: 900 }, ...options })
	const p = await context.newPage()
	p.on('console', m => m.type() === 'error' && said.push('console: ' + m.text()))
	p.on('pageerror', e => said.push('error: ' + e.message))
	p.on('dialog', d => { said.push('dialog: ' + d.message()); d.dismiss() })
	p.on('request', r => r.url().startsWith('file://' + file) ||
		r.url() === 'about:blank' || said.push('request: ' + r.url()))
	await p.goto('file://' + file + at)
	return p
}
const packed = text => text.replace(/\s+/g, ' ').trim()
const titles = p => p.$$eval('.n:not(.again) > .c > .t', es => es.map(e =>
	e.textContent))
const seen = p => p.$$eval('.n:not(.again):not(.way) > .c > .t', es =>
	es.filter(e => e.checkVisibility()).map(e => e.textContent))
const sorted = list => list.map(packed).sort()
const type = async (p, text) => {
	await p.keyboard.press('/')
	await p.keyboard.type(text)
}

const checks = {
	async render() {
		const p = await page()
		want('titles', sorted(await titles(p)), sorted(open.map(g => g.title)))
		want('policy', await p.$$eval('script', es => es.length), 2)
		// in lists as the first of its links has it
		for (const g of open.filter(g => g.supports.length)) {
			const up = await p.evaluate(t => {
				const a = [...document.querySelectorAll('.n:not(.again) > .c > .t')]
					.find(e => e.textContent === t)
				const li = a.closest('.n').parentElement.closest('.n')
				return li && li.querySelector('.t').textContent
			}, g.title)
			const parents = open.filter(o => g.supports.includes(o.goal))
				.map(o => o.title)
			if (parents.length && !parents.includes(up) && up !== null)
				said.push(`${g.goal} stands under ${up}`)
		}
		// each count of the table is that of the plan
		const rows = await p.$$eval('tbody tr', rs => rs.map(r => [r.querySelector(
			'th').dataset.owner, ...[...r.querySelectorAll('td')].map(d =>
			+d.textContent || 0)]).filter(r => r[0] !== undefined))
		const heads = await p.$$eval('thead th a', es => es.map(e => e.textContent))
		want('table', rows, plan.owners.map(o => [o.owner, ...heads.map(h =>
			o.carries[h] || 0), o.none]))
		const counts = await p.$$eval('.states li', es => es.map(e =>
			+e.querySelector('span').textContent))
		want('bar', (await p.$$('.all rect')).length, counts.length)
	},
	async focus() {
		const p = await page()
		await p.click('text=Hold 44 product demos')
		// a busy machine is slow to tell its new address
		await p.waitForURL(/#ana-demos-q2$/, { timeout: 5000 }).catch(() => {})
		want('address', new URL(p.url()).hash, '#ana-demos-q2')
		want('title', await p.textContent('#panel h2'),
			open.find(g => g.goal === 'ana-demos-q2').title)
		want('line of sight', await p.$$eval('#panel h3 + ul a', es => es.map(e =>
			e.textContent)), ['ana-q2', 'sales-q2', 'acme-arr'].map(id =>
			open.find(g => g.goal === id).title))
		want('on the line', (await p.$$('.n.on, .n:not(.dim):not(.again)')).length, 4)
		least('curve', await p.$$eval('.chart circle', es => es.length), 3)
		const text = await p.textContent('#panel')
		for (const t of ['An owner does not turn up', 'goals/ana.yaml:66',
			'Offer Thursday to the practice in Hanau', '50 % likely'])
			if (!text.includes(t)) said.push('not in the panel: ' + t)
		await p.click('#panel h3 + ul a')
		await p.waitForFunction(t => document.querySelector('#panel h2')
			.textContent === t, open.find(g => g.goal === 'ana-q2').title)
		await p.keyboard.press('Escape')
		want('closed', await p.isHidden('#panel'), true)
		want('nothing dim', (await p.$$('.dim')).length, 0)
		// an id in the address, and the way back
		const q = await page({}, '#eng-setup-q2')
		want('by id', await q.textContent('#panel h2'),
			open.find(g => g.goal === 'eng-setup-q2').title)
		await q.waitForTimeout(300)
		want('in sight', await q.$eval('.n.on > .c', e => {
			const r = e.getBoundingClientRect()
			return r.top >= 0 && r.bottom <= innerHeight
		}), true)
		await q.click('#panel li a')
		await q.goBack()
		await q.waitForFunction(t => document.querySelector('#panel h2')
			.textContent === t, open.find(g => g.goal === 'eng-setup-q2').title)
	},
	async search() {
		const p = await page()
		await type(p, 'CLINICS south')
		want('found', sorted(await seen(p)), sorted(open.map(g => g.title).filter(t =>
			/clinics/i.test(t) && /south/i.test(t))))
		want('found in sight', await p.$eval('.n:not(.way):not(.gone) > .c', e =>
			e.getBoundingClientRect().top < innerHeight), true)
		want('count', await p.textContent('output'), `${(await seen(p)).length} goals`)
		want('the way stays', await p.isVisible('.way > .c:has-text("Raise annual")'),
			true)
		await p.fill('#tools input', 'no such thing at all')
		want('nothing', [await seen(p), await p.textContent('output'),
			await p.isVisible('#map h2 >> nth=0')], [[], '0 goals', false])
		await p.keyboard.press('Escape')
		want('all again', (await seen(p)).length, open.length)
	},
	async filters() {
		const p = await page()
		const all = g => open.filter(g).map(g => g.title)
		await p.selectOption('#tools select >> nth=0', 'oana')
		want('of ana', sorted(await seen(p)), sorted(all(g => g.owner === 'ana')))
		await p.click('.states button:has-text("behind")')
		want('of ana, behind', sorted(await seen(p)), sorted(all(g =>
			g.owner === 'ana' && g.status === 'behind')))
		await p.click('text=Show all')
		await p.click('.states button:has-text("at risk")')
		await p.click('.states button:has-text("missed")')
		want('at risk or missed', sorted(await seen(p)), sorted(all(g =>
			['at-risk', 'missed'].includes(g.status))))
		await p.click('text=Show all')
		await p.selectOption('#tools select >> nth=1', 'team')
		want('teams', sorted(await seen(p)), sorted(all(g => g.level === 'team')))
		await p.click('text=Show all')
		await p.selectOption('#tools select >> nth=0', 'tsupport')
		want('of a team', sorted(await seen(p)), sorted(all(g =>
			['support', 'tom', 'jo', 'sofia'].includes(g.owner))))
		await p.click('text=Show all')
		await p.click('tbody th button:has-text("Eva Marin")')
		want('of eva', sorted(await seen(p)), sorted(all(g => g.owner === 'eva')))
	},
	async keys() {
		const p = await page()
		const here = () => p.evaluate(() => document.activeElement.textContent)
		await p.keyboard.press('ArrowDown')
		want('first', await here(), (await titles(p))[0])
		await p.focus('text=Sign 11 new clinics')
		await p.keyboard.press('ArrowLeft')
		want('left', await here(), open.find(g => g.goal === 'sales-q2').title)
		await p.keyboard.press('ArrowRight')
		want('right', await here(), open.find(g => g.goal === 'ana-q2').title)
		await p.keyboard.press('Enter')
		want('enter', await p.textContent('#panel h2'),
			open.find(g => g.goal === 'ana-q2').title)
		want('the panel has the keys', await p.evaluate(() =>
			document.activeElement.id), 'panel')
		await p.keyboard.press('ArrowLeft')
		await p.waitForFunction(t => document.querySelector('#panel h2')
			.textContent === t, open.find(g => g.goal === 'sales-q2').title)
		await p.keyboard.press('Escape')
		want('the place is kept', await here(),
			open.find(g => g.goal === 'sales-q2').title)
		await p.keyboard.press('?')
		want('help', await p.isVisible('#keys'), true)
		await p.keyboard.press('Escape')
		want('no help', await p.$('#keys'), null)
	},
	async colours() {
		// how much lighter one colour is than the other, as WCAG 2 has it
		const contrast = () => {
			const context = document.createElement('canvas').getContext('2d',
				{ willReadFrequently: true })
			const light = c => {
				context.fillStyle = c
				context.fillRect(0, 0, 1, 1)
				return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
					.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 :
						((v + 0.055) / 1.055) ** 2.4)
					.reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0)
			}
			const back = light(getComputedStyle(document.body).backgroundColor)
			const worst = {}
			for (const e of document.querySelectorAll('h1, .t, .m i, .m time, .st, ' +
				'.note, th, td b, .lead strong, footer p')) {
				const l = light(getComputedStyle(e).color)
				const r = (Math.max(l, back) + 0.05) / (Math.min(l, back) + 0.05)
				const key = e.className || e.tagName
				worst[key] = Math.min(worst[key] || 99, r)
			}
			return [back, worst]
		}
		const back = async p => (await p.evaluate(contrast))[0]
		for (const colorScheme of ['light', 'dark']) {
			const p = await page({ colorScheme })
			const [b, worst] = await p.evaluate(contrast)
			want(colorScheme, b < 0.1, colorScheme === 'dark')
			for (const [key, r] of Object.entries(worst))
				least(`${colorScheme}: contrast of ${key}`, r, 4.5)
			await p.click('#tools button:has-text("' +
				(colorScheme === 'dark' ? 'Light' : 'Dark') + '")')
			want('the other', await back(p) < 0.1, colorScheme !== 'dark')
			await p.reload()
			want('it is kept', await back(p) < 0.1, colorScheme !== 'dark')
		}
	},
	async noscript() {
		const p = await page({ javaScriptEnabled: false })
		want('tools', await p.isHidden('#tools'), true)
		const all = await p.locator('.n:not(.again) > .c > .t').all()
		want('goals', all.length, open.length)
		for (const e of all)
			if (!await e.isVisible()) said.push('hidden: ' + await e.textContent())
		least('lists', await p.locator('.map .n .n .n').count(), 20)
		const g = open.findIndex(o => o.goal === 'ana-demos-q2')
		const c = p.locator(`#g${g + 1} > .c`)
		await c.locator('summary').click()
		for (const s of ['.chart .want', '.chart .real'])
			want(s, await c.locator(s).isVisible(), true)
		const text = await c.textContent()
		for (const t of ['An owner does not turn up', 'goals/ana.yaml:66',
			'Offer Thursday to the practice in Hanau', '50\u00a0% likely',
			'Kept private', '44 target'])
			if (!text.includes(t)) said.push('not without script: ' + t)
	},
	async phone() {
		const p = await page({ viewport: { width: 360, height: 740 },
			isMobile: true, hasTouch: true })
		const wide = () => p.evaluate(() => document.documentElement.scrollWidth)
		want('width', await wide(), 360)
		await p.tap('text=Cut the median first answer to a clinic from 6 h to 4 h')
		want('width with a goal', await wide(), 360)
		const box = await (await p.$('#panel')).boundingBox()
		want('panel', [box.x, box.width], [0, 360])
		await p.tap('#panel .close')
		want('closed', await p.isHidden('#panel'), true)
		const small = await p.$$eval('.t, .m, p, td, th', es => es.filter(e =>
			parseFloat(getComputedStyle(e).fontSize) < 11).length)
		want('small text', small, 0)
	},
	async hostile() {
		const p = await page()
		const shown = await titles(p)
		for (const [k, part] of [[0, '" ]; g9 -> g1; \\N'], [1,
			']]> </script><script>alert(1)</script> <img src=x'], [2,
			'%%{init: {"theme": "dark"}}%% #quot; &quot; &lt;']])
			want('title', shown[k].startsWith(part), true)
		want('marks are written out', shown.some(t => t.includes('<U+202E>')), true)
		want('none is left', await p.evaluate(() =>
			/[\u202a-\u202e\u2066-\u2069\u001b]/.test(
				document.documentElement.innerHTML)), false)
		want('elements', await p.evaluate(() => [document.scripts.length,
			document.images.length, document.querySelectorAll('main b b, [onerror]')
				.length]), [2, 0, 0])
		for (let k = 1; k <= 6; k++) {
			await p.evaluate(n => { location.hash = 'g' + n }, k)
			await p.waitForFunction(n => document.querySelector('.on').id ===
				'g' + n, k)
			const said2 = await p.textContent('#panel')
			if (/\b(null|undefined|NaN|\[object)\b/.test(said2))
				said.push('in the panel: ' + said2)
		}
		for (const at of ['#%', '#g0', '#g99', '#constructor', '#__proto__', '#g1e9'])
			await p.evaluate(h => { location.hash = h }, at)
		await p.keyboard.press('Escape')
		await type(p, '__proto__')
		want('found', await seen(p), ['__proto__'])
		for (const e of await p.$$('#tools select'))
			await e.selectOption({ index: 1 })
	},
	async print() {
		const p = await page({ colorScheme: 'dark' })
		await p.emulateMedia({ media: 'print' })
		want('tools', await p.isHidden('#tools'), true)
		want('paper', await p.evaluate(() => getComputedStyle(document.body)
			.backgroundColor), 'rgb(255, 255, 255)')
		const pdf = (await p.pdf({ format: 'A4' })).toString('latin1')
		const pages = (pdf.match(/\/Type\s*\/Page\b/g) || []).length
		least('pages', pages, 3)
		least('few pages', 20, pages)
	},
	async big() {
		const begun = Date.now()
		const p = await page()
		// seconds in which even a busy machine is done unless the work is squared
		least('loaded in 30 s, ms', 30000, Date.now() - begun)
		const took = await p.evaluate(() => {
			const t = performance.now(), i = document.querySelector('#tools input')
			i.value = 'region 13'
			i.dispatchEvent(new Event('input'))
			document.body.getBoundingClientRect()
			return performance.now() - t
		})
		least('searched in 10 s, ms', 10000, took)
		least('found', (await seen(p)).length, 10)
	},
}

try {
	await checks[check]()
} catch (e) {
	said.push(String(e))
}
await browser.close()
console.log(said.join('\n') || `${open.length} goals`)
process.exit(said.length ? 1 : 0)
