import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What the server does with a request. */
export type Answer = (path: string) => Uint8Array | number | 'cut' | Promise<Uint8Array | 'cut'>;

/** A real HTTP server for one test: `answer` gives a file, a status, or breaks off halfway. */
export async function startFileServer(answer: Answer) {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').slice(1);
    asked.push(path);
    const what = await answer(path);
    if (what === 'cut') {
      response.writeHead(200, { 'content-length': 1_000 });
      response.write('half', () => response.destroy());
    } else if (typeof what === 'number') response.writeHead(what).end();
    else response.writeHead(200).end(what);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return { base: `http://127.0.0.1:${port}/`, asked };
}
