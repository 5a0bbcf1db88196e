import { stepsBetween } from './editing.ts';
import type { Tab } from './tab.ts';

/**
 * Turns `before`, which stands at the start of the focused editor, into `after` with real keys: the
 * browser marks them as trusted, which is what learning asks for.
 */
export async function typeEdit(page: Tab, before: string, after: string): Promise<void> {
  await page.press('Control+Home');
  for (const step of stepsBetween(before, after)) {
    if (step.kind === 'type') await typeText(page, step.text);
    else await pressOften(page, step.kind === 'pass' ? 'ArrowRight' : 'Delete', step.characters);
  }
}

async function typeText(page: Tab, text: string): Promise<void> {
  for (const [index, line] of text.split('\n').entries()) {
    if (index) await page.press('Enter');
    if (line) await page.type(line);
  }
}

async function pressOften(page: Tab, key: string, times: number): Promise<void> {
  for (let pressed = 0; pressed < times; pressed++) await page.press(key);
}
