import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const times = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('');

/** Pages by path: a mailbox one reads, a field to write in, and answers above a very long quote. */
const pages: Readonly<Record<string, string>> = {
  '/read': `<h1>Inbox</h1><ul>${times(500, (n) => `<li><a href="#${n}">Mail ${n}</a> from somebody</li>`)}</ul>`,
  '/write': '<textarea rows="14" cols="70"></textarea>',
  '/answer': `<form><input name="subject" value="Re: Plan">
    <div id="editor" contenteditable="true" role="textbox" style="width: 600px; min-height: 300px">
    <div><br></div><div><br></div><div>On Monday Alex Kim wrote:</div><blockquote type="cite">${times(
      2_000,
      (n) => `<div>Line ${n} of what was written before, about as long as lines are.</div>`,
    )}</blockquote></div><button>Send</button></form>`,
  // 100 kB; the first line break belongs to the tag.
  '/plain': `<form><input name="subject" value="Re: Plan">
    <textarea id="editor" rows="24" cols="72">\n\n\n\nOn Monday Alex Kim wrote:\n${times(
      2_000,
      (n) => `> Line ${n} of what was written before, with words\n`,
    )}</textarea><button>Send</button></form>`,
};

/** Serves the pages on loopback. */
export async function servePages(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      // Only a page that is isolated like this has a clock of microseconds.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(`<!doctype html><title>Mail</title>${pages[request.url ?? ''] ?? ''}`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
