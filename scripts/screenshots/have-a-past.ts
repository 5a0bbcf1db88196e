import { messages } from '../../src/protocol/messages.ts';
import { bringIn } from '../../tests/e2e/many-mails.ts';
import { askExtension } from '../drive/ask-extension.ts';
import type { Tab } from '../drive/tab.ts';
import { simulatedWeeks } from './simulated-weeks.ts';

/**
 * Gives the extension seven simulated weeks and a ground rule, from `own`, one of its pages. Resolves once
 * the mails can be found by what they are like.
 */
export async function haveAPast(own: Tab): Promise<void> {
  const past = await simulatedWeeks();
  await bringIn(own, past);
  await askExtension(own, 'preferences.add', {
    description: 'Never promises a date that the notes do not name',
    facet: 'content',
    scope: { kind: 'everywhere' },
  });
  const deadline = performance.now() + 20_000;
  for (;;) {
    const answer = await askExtension(own, 'memory.sizes', {});
    const { vectors } = messages['memory.sizes'].response.parse(answer);
    if (vectors.count >= past.episodes.length) return;
    if (performance.now() > deadline) throw new Error('The mails were not embedded within 20 s.');
    await own.evaluate(() => new Promise((done) => setTimeout(done, 50)), null);
  }
}
