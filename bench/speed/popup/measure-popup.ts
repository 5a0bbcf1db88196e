import { median } from 'simple-statistics';
import { askExtension } from '../../../scripts/drive/ask-extension.ts';
import type { DrivenChromium } from '../../../scripts/drive/chromium.ts';
import { setUp } from '../../../scripts/start/play-all.ts';
import { type Practice, practiceInChromium } from '../../../tests/e2e/practice.ts';
import { manyPreferences } from '../many-preferences.ts';
import { type Row, row } from '../row.ts';

const many = manyPreferences(5_000);

/** As text: what runs this script names functions in a way no page knows. */
const noteWhenSeen = `globalThis.seen = new Promise((resolve) => {
  const look = () => {
    if (!document.querySelector('.preference, body > img')) requestAnimationFrame(look);
    // What is still to be done before a key would be heard comes before this.
    else setTimeout(() => resolve(performance.now()), 0);
  };
  look();
})`;

/** How soon the popup shows a row and takes a key with 5,000 preferences, in the built extension. */
export async function measurePopup(): Promise<Row[]> {
  const practice = await practiceInChromium();
  try {
    await fill(practice);
    await practice.browser.context.addInitScript({ content: noteWhenSeen });
    const warm: number[] = [];
    const bare: number[] = [];
    for (let turn = 0; turn < 9; turn += 1) {
      warm.push(await opened(practice));
      // The least that a page of ours takes: no script, no style, one picture.
      bare.push(await opened(practice, 'icons/16.png', 'img'));
    }
    await practice.browser.killWorker();
    const cold = await opened(practice);
    return [
      row({
        name: 'popup, 5,000 preferences',
        value: median(warm),
        unit: 'ms',
        peer: ['a page with one picture', median(bare)],
        atMost: 150,
      }),
      row({ name: '… after the worker was ended', value: cold, unit: 'ms' }),
    ];
  } finally {
    await practice.close();
  }
}

async function fill({ desk }: Practice<DrivenChromium>): Promise<void> {
  await setUp(desk, null);
  for (let at = 0; at < many.length; at += 100) {
    const some = many.slice(at, at + 100);
    await Promise.all(
      some.map((preference) => askExtension(desk.own, 'preferences.restore', { preference })),
    );
  }
}

/** Milliseconds from the beginning of the page to what stands `first` in it and a page that takes a key. */
async function opened(
  practice: Practice<DrivenChromium>,
  path = 'popup.html',
  first = '.preference',
): Promise<number> {
  const page = practice.browser.pageOf(await practice.browser.openOurs(path));
  await page.locator(first).first().waitFor();
  const time = await page.evaluate<number>('seen');
  await page.close();
  return time;
}
