import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transformWithOxc } from 'vite';

export interface Asset {
  readonly type: string;
  readonly content: string;
}

/** Every address the page may ask for, and the file behind it. Nothing else is ever read. */
const files: Readonly<Record<string, string>> = {
  '/': 'page/index.html',
  '/style.css': 'page/style.css',
  '/icon.svg': 'page/icon.svg',
  '/messages.ts': 'messages.ts',
  '/page/alert-dialog.ts': 'page/alert-dialog.ts',
  '/page/compose-form.ts': 'page/compose-form.ts',
  '/page/editors.ts': 'page/editors.ts',
  '/page/element.ts': 'page/element.ts',
  '/page/list.ts': 'page/list.ts',
  '/page/mailbox.ts': 'page/mailbox.ts',
  '/page/read-text.ts': 'page/read-text.ts',
  '/page/reading-pane.ts': 'page/reading-pane.ts',
  '/page/route.ts': 'page/route.ts',
};

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  ts: 'text/javascript; charset=utf-8',
};

/**
 * The file behind an address of the practice mailbox; `null` where there is none. TypeScript loses
 * its types on the way, so that the page needs no build.
 */
export async function assetFor(pathname: string): Promise<Asset | null> {
  const file = Object.hasOwn(files, pathname) ? files[pathname] : undefined;
  const type = types[file?.split('.').at(-1) ?? ''];
  if (!file || !type) return null;
  const path = fileURLToPath(new URL(file, import.meta.url));
  const content = await readFile(path, 'utf8');
  if (!file.endsWith('.ts')) return { type, content };
  return { type, content: (await transformWithOxc(content, path)).code };
}
