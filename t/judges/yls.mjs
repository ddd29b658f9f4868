// What yaml-language-server says of YAML files, which name their schema in a
// comment: FILE:LINE: MESSAGE each, lines from 1.
// usage: node yls.mjs FILE...
import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {pathToFileURL, fileURLToPath} from 'node:url';

const program = fileURLToPath(new URL(
    'node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url));
const server = spawn(process.execPath, [program, '--stdio'],
    {stdio: ['pipe', 'pipe', 'ignore']});
const files = process.argv.slice(2);
const said = new Map();
let held = Buffer.alloc(0);

function send(message) {
	const body = JSON.stringify({jsonrpc: '2.0', ...message});
	server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function finish() {
	for (const file of files)
		for (const d of said.get(pathToFileURL(resolve(file)).href))
			console.log(`${file}:${d.range.start.line + 1}: ${d.message.replaceAll('\n', ' ')}`);
	server.kill();
	process.exit(0);
}

function take(message) {
	if (message.id === 1 && message.result) {
		send({method: 'initialized', params: {}});
		for (const file of files)
			send({method: 'textDocument/didOpen', params: {textDocument: {
			    uri: pathToFileURL(resolve(file)).href, languageId: 'yaml', version: 1,
			    text: readFileSync(file, 'utf8')}}});
	} else if (message.method === 'textDocument/publishDiagnostics') {
		said.set(message.params.uri, message.params.diagnostics);
		if (said.size === files.length)
			finish();
	} else if (message.id !== undefined && message.method === 'workspace/configuration') {
		send({id: message.id, result: message.params.items.map(i =>
		    i.section === 'yaml' ? {validate: true, schemaStore: {enable: false}} : {})});
	} else if (message.id !== undefined && message.method) {
		send({id: message.id, result: null});
	}
}

server.stdout.on('data', chunk => {
	held = Buffer.concat([held, chunk]);
	for (;;) {
		const head = held.indexOf('\r\n\r\n');
		if (head < 0)
			return;
		const n = Number(/Content-Length: (\d+)/i.exec(held.toString('latin1', 0, head))[1]);
		if (held.length < head + 4 + n)
			return;
		const body = held.toString('utf8', head + 4, head + 4 + n);
		held = held.subarray(head + 4 + n);
		take(JSON.parse(body));
	}
});
setTimeout(() => { console.error('yls: no answer in time'); server.kill(); process.exit(2); },
    30000);
send({id: 1, method: 'initialize', params: {processId: process.pid, rootUri: null,
    capabilities: {workspace: {configuration: true}},
    initializationOptions: {}}});
