import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assetFor } from './assets.ts';
import { readSentMail, type SentMail } from './sent-mail.ts';

/** A running practice mailbox. */
export interface Mailbox {
  /** Without a slash at the end, such as `http://127.0.0.1:8025`. */
  readonly url: string;
  /** What was sent so far, oldest first. */
  sent(): Promise<readonly SentMail[]>;
  close(): Promise<void>;
}

/** Much more than a mail that a person writes. */
const largestMail = 1_000_000;

// As strict as the strictest webmail: what works here is not helped by a careless page.
const securityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/**
 * Starts the practice mailbox on this machine only. Port 0 takes any free one; rejects with Node's
 * `EADDRINUSE` when the asked one is taken.
 */
export async function startMailbox({ port = 0 }: { port?: number } = {}): Promise<Mailbox> {
  const sent: SentMail[] = [];
  const server = createServer((request, response) => {
    answer(request, response, sent).catch((error: unknown) => {
      console.error('The practice mailbox could not answer:', error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo; // A server on TCP has no other kind.
  return {
    url: `http://127.0.0.1:${taken}`,
    sent: async () => [...sent],
    async close() {
      const closed = once(server, 'close');
      server.close();
      // Browsers keep connections open, and close() would wait for them.
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  sent: SentMail[],
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  response.setHeader('content-security-policy', securityPolicy);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cache-control', 'no-store');
  switch (`${request.method} ${pathname}`) {
    case 'GET /api/sent':
      return json(response, 200, sent);
    case 'POST /api/send':
      return take(request, response, sent);
  }
  const asset = request.method === 'GET' ? await assetFor(pathname) : null;
  if (!asset) return json(response, 404, { error: 'There is nothing here.' });
  response.writeHead(200, { 'content-type': asset.type });
  response.end(asset.content);
}

async function take(
  request: IncomingMessage,
  response: ServerResponse,
  sent: SentMail[],
): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestMail) return json(response, 413, { error: 'The message is too large.' });
    chunks.push(chunk);
  }
  // JSON only: a form on another site can send text, but not this type without asking first.
  const mail = request.headers['content-type']?.startsWith('application/json')
    ? readSentMail(Buffer.concat(chunks).toString('utf8'))
    : null;
  if (!mail) return json(response, 400, { error: 'This is no message.' });
  sent.push(mail);
  json(response, 200, { sent: true });
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}
