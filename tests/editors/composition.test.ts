import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setUpChromium } from './bench.ts';
import { type Hands, handsFor } from './hands.ts';

/* Somebody writes with an input method, and asks for a draft before a word is finished. */

const editors = ['textarea', 'contenteditable', 'tiptap', 'lexical'];
const draft = 'Hi Alex,\n\nThursday works.\n\nCheers,\nSam Miller';

let bench: Awaited<ReturnType<typeof setUpChromium>>;
beforeAll(async () => {
  bench = await setUpChromium(editors);
});
afterAll(() => bench?.close());

describe.each(editors)('in %s, a draft asked for amid a word', (editor) => {
  let hands: Hands;
  let keys: CDPSession;
  beforeAll(async () => {
    const tab = await bench.browser.open('about:blank');
    hands = handsFor(tab, `${bench.url}${editor}.html`);
    keys = await bench.browser.context.newCDPSession(bench.browser.pageOf(tab));
  });
  afterAll(() => hands?.tab.close());

  test('stands there whole and once, and so does what the user wrote', async () => {
    await hands.open('own');
    await hands.tab.press('Control+End');
    const composing = { text: 'にほ', selectionStart: 2, selectionEnd: 2 };
    await keys.send('Input.imeSetComposition', composing);
    expect(await hands.model()).toContain('wordsにほ');
    expect(await hands.insert(draft)).toMatchObject({ ok: true });
    // The input method goes on as if nothing had happened.
    await keys.send('Input.insertText', { text: '日本' });
    const lines = (await hands.model()).split('\n').filter((line) => line.trim() !== '');
    expect(lines.slice(0, 2)).toEqual([
      'First words',
      expect.stringMatching(/^Last words(?:にほ|日本)$/),
    ]);
    expect(lines.slice(2, 5)).toEqual(['Hi Alex,', 'Thursday works.', 'Cheers,']);
    expect(lines.slice(5)).toEqual([expect.stringMatching(/^Sam Miller(?:日本)?$/)]);
  });
});
