import axe from 'axe-core';
import type { Page } from 'playwright-core';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { DrivenChromium } from '../../scripts/drive/chromium.ts';

/** A sentence of ours, with what stands in it for `$1`, `$2`. */
export const say = (key: keyof typeof english, ...details: string[]): string =>
  details.reduce(
    (sentence, detail, index) => sentence.replaceAll(`$${index + 1}`, detail),
    english[key].message,
  );

/** What the browser has against our own pages from now on: errors, and what their policy forbids. */
export function complaintsIn({ context }: DrivenChromium): readonly string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    const isOurs = message.page()?.url().startsWith('chrome-extension:');
    if (isOurs && ['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  return complaints;
}

/**
 * One of our pages in a tab of its own; the popup in the size that a popup has. Of the options the view
 * `view` is opened, the settings of the writer unless another is named.
 */
export async function openPage(
  browser: DrivenChromium,
  name: string,
  view = 'models',
): Promise<Page> {
  const hash = name === 'options' ? `#${view}` : '';
  const page = browser.pageOf(await browser.openOurs(`${name}.html${hash}`));
  if (name === 'popup') await page.setViewportSize({ width: 380, height: 600 });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Everything axe has to say against a page as it is now, of whatever weight: none is right. */
export async function violationsIn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // The line above put it there.
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await inPage.run({ rules: { 'target-size': { enabled: true } } });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}
