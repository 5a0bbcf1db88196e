import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, findFirefox } from '../../scripts/browsers.ts';
import { driveChromium } from '../../scripts/drive/chromium.ts';
import { driveFirefox } from '../../scripts/drive/firefox.ts';
import type { Driven } from '../../scripts/drive/tab.ts';
import { behaviours } from './behaviours.ts';
import { buildPages, buildWorld } from './build.ts';
import { exceptions } from './exceptions.ts';
import { type Hands, handsFor } from './hands.ts';
import { printMatrix } from './print-matrix.ts';
import { servePages } from './serve.ts';

export type BrowserName = Driven['name'];

/** Each has a page of this name in `pages/`. */
export const editors = [
  'textarea',
  'react-textarea',
  'contenteditable',
  'tinymce',
  'ckeditor4',
  'ckeditor5',
  'tiptap',
  'lexical',
  'slate',
  'quill',
  'draft-js',
  'squire',
  'trix',
  'roosterjs',
  'codemirror',
] as const;

async function start(name: BrowserName, extension: string): Promise<Driven> {
  return name === 'chromium'
    ? driveChromium({ executable: await findChromium(), extension, profile: '', headless: true })
    : driveFirefox({ executable: await findFirefox(), extension });
}

/** The tests of one browser: every editor, every behaviour; prints the matrix at the end. */
export function matrixOf(browserName: BrowserName): void {
  const cells = new Map<string, 'works' | 'fails' | 'cannot'>();
  const folders: string[] = [];
  let browser: Driven;
  let server: Awaited<ReturnType<typeof servePages>>;

  beforeAll(async () => {
    const [pages, world] = await Promise.all([buildPages(editors), buildWorld(browserName)]);
    folders.push(pages, world);
    server = await servePages(pages);
    browser = await start(browserName, world);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
    printMatrix(browserName, editors, cells);
  });

  describe.each(editors)('%s', (editor) => {
    let hands: Hands;
    beforeAll(async () => {
      hands = handsFor(await browser.open('about:blank'), `${server.url}${editor}.html`);
    });
    afterAll(() => hands?.tab.close());

    test.each(behaviours)('$name', async ({ name, run }) => {
      const exception = exceptions.find(
        (one) =>
          one.editor === editor &&
          one.behaviours.includes(name) &&
          one.browsers.includes(browserName),
      );
      const cell = `${editor} ${name}`;
      cells.set(cell, 'fails');
      if (exception) {
        await expect(
          run(hands),
          `works now, so it is no exception: ${exception.why}`,
        ).rejects.toThrow();
        cells.set(cell, 'cannot');
      } else {
        await run(hands);
        cells.set(cell, 'works');
      }
    });
  });
}
