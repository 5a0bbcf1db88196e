import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../../scripts/drive/tab.ts';
import { behaviours } from './behaviours.ts';
import { type Bench, setUp } from './bench.ts';
import { handsFor } from './hands.ts';

/*
 * Pages that allow next to nothing: no inline script or style, no HTML from strings. What a content
 * script does is not bound by that, and must not be kept from it by accident.
 */

const names = ['order and blank lines', 'one Ctrl+Z', 'replaces its last', 'above the quote'];

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  let bench: Bench;
  let tab: Tab;
  beforeAll(async () => {
    bench = await setUp(browser, ['textarea', 'contenteditable']);
    tab = await bench.browser.open('about:blank');
  });
  afterAll(() => bench?.close());

  describe.each(['textarea', 'contenteditable'])('a strict page with a %s', (editor) => {
    const hands = () => handsFor(tab, `${bench.url}strict/${editor}.html`);

    test.each(behaviours.filter(({ name }) => names.includes(name)))('$name', async ({ run }) => {
      await run(hands());
    });

    test('takes no field that nobody can see', async () => {
      await hands().open('own');
      const answers = [];
      for (const hide of ['transparent', 'aside', 'tiny'] as const) {
        await tab.evaluate((hide) => {
          const decoy = document.createElement('textarea');
          const { style } = decoy;
          style.position = 'absolute';
          style.width = '400px';
          style.height = '200px';
          if (hide === 'transparent') style.opacity = '0';
          if (hide === 'aside') style.left = '-9999px';
          if (hide === 'tiny') style.width = style.height = '1px';
          document.body.append(decoy);
          decoy.focus();
        }, hide);
        answers.push(await hands().say({ does: 'attend' }));
      }
      expect(answers).toEqual([null, null, null]);
    });

    test('is strict', async () => {
      await hands().open('own');
      const ran = await tab.evaluate(() => {
        const script = document.createElement('script');
        script.append('window.name = "ran"');
        document.body.append(script);
        return window.name;
      }, null);
      expect(ran).toBe('');
    });
  });
});
