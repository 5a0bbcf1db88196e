import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { behaviours } from './behaviours.ts';
import { type Bench, type BrowserName, setUp } from './bench.ts';
import { exceptions } from './exceptions.ts';
import { type Hands, handsFor } from './hands.ts';
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

/** The tests of one browser: every editor, every behaviour; prints the matrix at the end. */
export function matrixOf(browserName: BrowserName): void {
  const cells = new Map<string, 'works' | 'fails' | 'cannot'>();
  let bench: Bench;

  beforeAll(async () => {
    bench = await setUp(browserName, editors);
  });
  afterAll(async () => {
    await bench?.close();
    printMatrix(browserName, editors, cells);
  });

  describe.each(editors)('%s', (editor) => {
    let hands: Hands;
    beforeAll(async () => {
      hands = handsFor(await bench.browser.open('about:blank'), `${bench.url}${editor}.html`);
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
