import type { DrivenChromium } from '../../../scripts/drive/chromium.ts';
import { bringIn, longUse } from '../../../tests/e2e/many-mails.ts';
import { openPage, say } from '../../../tests/e2e/our-pages.ts';
import { type Practice, practiceInChromium } from '../../../tests/e2e/practice.ts';
import { mostRowsWhileScrolling } from '../../../tests/e2e/scroll-history.ts';
import { type Row, row } from '../row.ts';
import { taskTimes } from './task-times.ts';

const many = 10_000;

/** The dashboard of the built extension with 10,000 drafts and 5,000 preferences. */
export async function measureHistory(): Promise<Row[]> {
  const practice = await practiceInChromium();
  try {
    return await rowsOf(practice);
  } finally {
    await practice.close();
  }
}

async function rowsOf({ desk, browser }: Practice<DrivenChromium>): Promise<Row[]> {
  const began = performance.now();
  await bringIn(desk.own, longUse(many, 5_000));
  const imported = performance.now() - began;
  const page = await openPage(browser, 'options');
  const visit = async (view: 'history' | 'progress'): Promise<void> => {
    await page.getByRole('link', { name: say(`dash_${view}`), exact: true }).click();
  };
  await page.setViewportSize({ width: 1280, height: 900 });
  const { longest } = await taskTimes(page, async () => {
    await visit('history');
    await page.locator('.episode-head').first().waitFor();
    await mostRowsWhileScrolling(page);
  });
  const asked = performance.now();
  await visit('progress');
  await page.getByText(say('progress_by_recipient')).waitFor();
  const progress = performance.now() - asked;
  return [
    row({ name: 'import of 10,000 drafts, 5,000 preferences', value: imported, unit: 'ms' }),
    row({
      name: 'history, longest task while scrolling to the end',
      value: longest.wall,
      unit: 'ms',
      atMost: 50,
    }),
    row({ name: '… of processor time', value: longest.processor, unit: 'ms' }),
    row({ name: 'progress of 10,000 drafts', value: progress, unit: 'ms' }),
  ];
}
