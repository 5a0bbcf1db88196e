import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setUpChromium } from './bench.ts';
import { type Hands, handsFor } from './hands.ts';

/* Somebody writes with an input method, and asks for a draft before a word is finished. */

/** And whether it takes one then: ProseMirror takes no paste, so the draft goes to the clipboard. */
const editors = [
  ['textarea', true],
  ['contenteditable', true],
  ['tiptap', false],
  ['lexical', true],
] as const;
const draft = 'Hi Alex,\n\nThursday works.\n\nCheers,\nSam Miller';

let bench: Awaited<ReturnType<typeof setUpChromium>>;
beforeAll(async () => {
  bench = await setUpChromium(editors.map(([editor]) => editor));
});
afterAll(() => bench?.close());

describe.each(editors)('in %s, a draft asked for amid a word', (editor, isTaken) => {
  let hands: Hands;
  let keys: CDPSession;
  beforeAll(async () => {
    const tab = await bench.browser.open('about:blank');
    hands = handsFor(tab, `${bench.url}${editor}.html`);
    keys = await bench.browser.context.newCDPSession(bench.browser.pageOf(tab));
  });
  afterAll(() => hands?.tab.close());

  test('stands there whole and once or not at all, and what the user wrote stays', async () => {
    await hands.open('own');
    await hands.tab.press('Control+End');
    const composing = { text: 'にほ', selectionStart: 2, selectionEnd: 2 };
    await keys.send('Input.imeSetComposition', composing);
    expect(await hands.model()).toContain('wordsにほ');
    expect(await hands.insert(draft)).toMatchObject({ ok: isTaken });
    // The input method goes on as if nothing had happened.
    await keys.send('Input.insertText', { text: '日本' });
    const text = (await hands.model()).replaceAll('\u200b', '');
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    expect(lines.slice(0, 2)).toEqual([
      'First words',
      expect.stringMatching(/^Last words(?:にほ|日本|にほ日本)$/),
    ]);
    const whole = ['Hi Alex,', 'Thursday works.', 'Cheers,'];
    const end = expect.stringMatching(/^Sam Miller(?:日本)?$/);
    expect(lines.slice(2)).toEqual(isTaken ? [...whole, end] : []);
  });
});
