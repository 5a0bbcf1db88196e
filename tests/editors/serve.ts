import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join } from 'node:path';

const require = createRequire(import.meta.url);
const ckeditor4 = dirname(require.resolve('ckeditor4'));

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.png': 'image/png',
};

const page = (name: string): string => `<!doctype html><meta charset="utf-8"><title>${name}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/${name}.css">
<body><script type="module" src="/${name}.js"></script>`;

/** The headers of a page that forbids what it can: only its own scripts, and no HTML from strings. */
const strict = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'",
};

/**
 * Serves the bundled pages on loopback: `/quill.html`, and `/strict/quill.html` under a strict policy.
 * CKEditor 4 loads its own parts, from the package.
 */
export async function servePages(folder: string): Promise<{ url: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const headers = {
      'content-type': types[extname(pathname)] ?? 'text/plain',
      'cache-control': extname(pathname) === '.html' ? 'no-store' : 'max-age=600',
    };
    const name = /^\/(strict\/)?([\w-]+)\.html$/.exec(pathname);
    if (name?.[2]) {
      response.writeHead(200, { ...headers, ...(name[1] ? strict : {}) }).end(page(name[2]));
      return;
    }
    const path = pathname.startsWith('/ckeditor4/')
      ? join(ckeditor4, pathname.slice('/ckeditor4/'.length))
      : join(folder, pathname);
    // A page without a stylesheet of its own asks for one all the same.
    const body = await readFile(path).catch(() => '');
    response.writeHead(200, headers).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}
