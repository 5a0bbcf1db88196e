import pLimit from 'p-limit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../../scripts/drive/tab.ts';
import { behaviours } from './behaviours.ts';
import { type Bench, type BrowserName, setUp } from './bench.ts';
import { exceptions } from './exceptions.ts';
import { handsFor } from './hands.ts';
import { printMatrix } from './print-matrix.ts';

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

/** How many cells of the matrix are tried at a time. Most of a cell is waiting for the next frame. */
const tabs: Record<BrowserName, number> = { chromium: 4, firefox: 2 };

/** The tests of one browser: every editor, every behaviour; prints the matrix at the end. */
export function matrixOf(browserName: BrowserName): void {
  const cells = new Map<string, 'works' | 'fails' | 'cannot'>();
  let bench: Bench;
  let idle: Tab[];
  const limit = pLimit(tabs[browserName]);

  beforeAll(async () => {
    bench = await setUp(browserName, editors);
    idle = await bench.tabs(tabs[browserName]);
  });
  afterAll(async () => {
    await bench?.close();
    printMatrix(browserName, editors, cells);
  });

  const inTab = (work: (tab: Tab) => Promise<void>): Promise<void> =>
    limit(async () => {
      const tab = idle.pop();
      if (!tab) throw new Error('More cells are tried than there are tabs.');
      await work(tab).finally(() => idle.push(tab));
    });

  describe.concurrent.each(editors)('%s', (editor) => {
    test.each(behaviours)('$name', ({ name, run }) =>
      inTab(async (tab) => {
        const hands = handsFor(tab, `${bench.url}${editor}.html`);
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
          await exception.safe(hands);
          cells.set(cell, 'cannot');
        } else {
          await run(hands);
          cells.set(cell, 'works');
        }
      }),
    );
  });
}
