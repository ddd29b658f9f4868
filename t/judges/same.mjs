// Reads YAML files with a reader that is not ours and compares: each document
// that our side reads must be the same data to the other, every scalar as text.
// usage: node same.mjs DUMP FILE...   prints differences, exits 1 if any
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml'

// in the order of the file and with keys of any kind, as dump writes it
const put = (node, doc) => {
	if (node === null) return '""'
	if (isAlias(node)) return put(node.resolve(doc), doc)
	if (isScalar(node))
		return JSON.stringify(String(node.value)).replace('\x7f', '\\u007f')
	if (isSeq(node)) return `[${node.items.map(i => put(i, doc)).join()}]`
	if (isMap(node))
		return `{${node.items.map(p =>
			`${put(p.key, doc)}:${put(p.value, doc)}`).join()}}`
	throw new Error('a node of no kind')
}
const unescape = line => line.replace(/\\u00[01][0-9a-f]/g, c =>
	JSON.stringify(JSON.parse(`"${c}"`)).slice(1, -1))

const theirs = (text, version) => {
	const docs = parseAllDocuments(text, { version, schema: 'failsafe',
		merge: false, prettyErrors: false, logLevel: 'silent' })
	return [].concat(docs).map(doc =>
		doc.errors.length ? `refused ${doc.errors[0].message}` :
			put(doc.contents, doc))
}

const [dump, ...files] = process.argv.slice(2)
let bad = 0
let documents = 0
for (const file of files) {
	const said = execFileSync(dump, [file], { encoding: 'utf8' })
	const ours = said.split('\n').slice(0, -1).map(unescape)
	// where we refuse we are stricter, and what follows may be cut elsewhere
	if (ours.some(line => line.startsWith('refused'))) continue
	documents += ours.length
	const text = readFileSync(file, 'utf8')
	// nothing is no document to some, and a text that the file ends in without
	// a line end gets one from this reader
	const same = lines => lines.filter(line => line !== '""').join('\n')
		.replace(text.endsWith('\n') ? /$^/ : /\\n("[\]}]*)$/, '$1')
	for (const version of ['1.1', '1.2']) {
		const other = theirs(text, version)
		if (same(ours) === same(other)) continue
		bad++
		const at = ours.findIndex((line, i) => line !== other[i])
		console.log(`${file}: document ${at + 1} in YAML ${version}`)
		console.log(`  ours   ${ours[at]}\n  theirs ${other[at]}`)
	}
}
console.log(`${files.length} files, ${documents} documents, ${bad} differ`)
process.exit(bad ? 1 : 0)
