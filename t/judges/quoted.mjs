// Has texts written as YAML by our side and read by one that is not ours, as
// YAML 1.1 and 1.2 with all their types: each must come back, and as a string.
// usage: node quoted.mjs QUOTE   prints what did not, exits 1 if anything
import { execFileSync } from 'node:child_process'
import { parse } from 'yaml'

const words = `yes no on off y n true false null ~ Null NULL True TRUE
0 00 017 0o17 0x1F 0b11 1_000 -1 +1 1. .5 1e3 1E+3 .inf -.Inf .nan 12:30
190:20:30 2024-01-15 2024-1-5 2024-01-15T10:00:00Z <<  = - -- --- ... ? ! * &
@ \` % # : , [ ] { } | > ' " \\ a: :a a#b a:b http://x.y/z?q=1#top -a ?a !a
*a &a @a %a |a >a 'a "a a' a" a, ,a a] ]a a} }a 30% 5k EUR €5 4/5 3x`.split(/\s+/)
const lines = ['', ' ', '  ', ' a', 'a ', 'a b', 'a #b', 'a # b', 'a: b', 'a :b',
	'a : b', '- a', '? a', ': a', '# a', '--- a', '... a', 'a\nb', 'a\n', '\na',
	'a\n\nb', 'a\tb', '\ta', 'a\t', '\u0007', '\u001b[31m', '\u007f', '\u0085',
	'\u00a0', '\u2028', '\u2029', '\ufeff', '\u202e', 'é', '日本', '👍', '\\n',
	'a\\', '"a" b', "'a' b", "it's", 'key: "v"', 'x'.repeat(300)]
const signs = [...' \'"\\#:,-?[]{}&*!|>%@`=~.<0a1e_+\n\t']
const few = [...' \'"#:,-?[}&0ae.\n']
const pairs = signs.flatMap(a => signs.map(b => a + b))
const triples = few.flatMap(a => few.flatMap(b => few.map(c => a + b + c)))
// this reader takes a sign, a point or an exponent without any digit before it
// for a number, which neither version of YAML does
const digitless = /^[-+]?\.?(e[-+]?\d+)?$/i
const texts = [...new Set([...words, ...lines, ...signs, ...pairs, ...triples])]
	.filter(text => text === '' || !digitless.test(text))

const yaml = execFileSync(process.argv[2],
	{ input: texts.map(t => t + '\0').join(''), maxBuffer: 1 << 28 })
let bad = 0
for (const [version, schema] of [['1.1', 'yaml-1.1'], ['1.2', 'core']]) {
	const read = parse(String(yaml), { version, schema, merge: false,
		logLevel: 'silent', uniqueKeys: false, mapAsMap: true })
	texts.forEach((text, i) => {
		for (let style = 0; style < 3; style++) {
			const [block, flow, value, pair] =
				read.slice(12 * i + 4 * style, 12 * i + 4 * style + 4)
			const all = [block, flow[0], value.get('key'),
				...[...pair][0]]
			if (all.every(v => v === text)) continue
			bad++
			console.log(`YAML ${version} reads ${JSON.stringify(text)} as`,
				JSON.stringify(all))
		}
	})
}
console.log(`${texts.length} texts, ${bad} came back changed`)
process.exit(bad ? 1 : 0)
