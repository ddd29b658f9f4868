// Reads a map as its own reader does and compares each goal with the JSON of
// the same plan: its title, its id, and how many links there are.
// usage: node map.mjs mermaid|svg MAP JSON   prints what differs, exits 1
import { readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'

const { window } = new JSDOM('')
globalThis.window = window
globalThis.document = window.document

// as a person is shown it: controls and marks in letters
const hex = n => n.toString(16)
const bytes = c => [...Buffer.from(c)].map(b => '\\x' + hex(b).padStart(2, '0'))
const shown = text => text.replace(/[\n\t]/g, ' ')
	.replace(/[\x00-\x1f\x7f-\x9f]/g, c => bytes(c).join(''))
	.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\u200b\u2060\ufeff\u2028\u2029]/g,
		c => `<U+${hex(c.charCodeAt(0)).toUpperCase().padStart(4, '0')}>`)
const packed = text => text.replace(/\s+/g, '')

// the lines of each node, and the number of links
async function mermaid(text) {
	const { default: m } = await import('mermaid')
	await m.parse(text)
	const { db } = await m.mermaidAPI.getDiagramFromText(text)
	const area = window.document.createElement('textarea')
	const plain = line => {
		area.innerHTML = line.replace(/ﬂ°°/g, '&#').replace(/ﬂ°/g, '&')
			.replace(/¶ß/g, ';').replace(/</g, '&lt;')
		return area.value
	}
	return [[...db.getVertices().values()].map(v =>
		v.text.split('<br>').map(plain)), db.getEdges().length]
}

function svg(text) {
	const doc = new JSDOM(text, { contentType: 'image/svg+xml' }).window.document
	const all = (of, name) => [...of.querySelectorAll(name)]
	return [all(doc, 'g.node').map(n => all(n, 'text').map(t => t.textContent)),
		all(doc, 'g.edge').length]
}

const [kind, file, data] = process.argv.slice(2)
const plan = JSON.parse(readFileSync(data, 'utf8'))
const [nodes, links] = await ({ mermaid, svg })[kind](readFileSync(file, 'utf8'))
const said = []
for (const goal of plan.goals) {
	// what is kept private is on no map
	if (goal.private) continue
	const want = packed(shown(goal.title))
	const about = packed(shown(`${goal.goal}${goal.owner ? ` · ${goal.owner}` : ''}`))
	const node = nodes.find(lines => lines.length > 1 &&
		packed(lines[lines.length - 2]) === about)
	const have = node && packed(node.slice(0, -2).join(''))
	if (!node || !(have === want || have.endsWith('…') &&
		want.startsWith(have.slice(0, -1))))
		said.push(`${goal.goal}: ${have} is not ${want}`)
}
if (links !== plan.links.length)
	said.push(`${links} links, not ${plan.links.length}`)
console.log(said.join('\n') || `${plan.goals.length} goals`)
process.exit(said.length ? 1 : 0)
