import { beforeEach, expect, test, vi } from 'vitest';
import { listenToBackground } from '../../src/entrypoints/content/told-by-background.ts';
import { fakeBrowser } from './fake-browser.ts';

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
vi.mock('../../src/browser/extension.ts', () => fake);

let notes: string[] = [];
let opened = 0;
beforeEach(() => {
  fake.browser = fakeBrowser();
  [notes, opened] = [[], 0];
});

type Desk = Parameters<typeof listenToBackground>[0];
type PageUi = Parameters<typeof listenToBackground>[1];

/** Listens, and answers whether what is said next is answered. */
function begin(canOpen = true) {
  const desk: Pick<Desk, 'openPanel' | 'describe'> = {
    openPanel: () => {
      opened += 1;
      return canOpen;
    },
    describe: () => null,
  };
  const ui: Pick<PageUi, 'note'> = { note: ({ text }) => void notes.push(text) };
  // Of both it is given only what it uses.
  const stop = listenToBackground(desk as Desk, ui as PageUi);
  return { stop, say: (message: unknown) => fake.browser.runtime.onMessage.emit(message) };
}

test('it opens the panel, or says where to click first', () => {
  expect(begin().say({ to: 'tab', type: 'open-panel' })).toEqual([true]);
  expect([opened, notes]).toEqual([1, []]);
  fake.browser = fakeBrowser();
  begin(false).say({ to: 'tab', type: 'open-panel' });
  expect(notes).toEqual([expect.stringMatching(/[Cc]lick/)]);
});

test('it tells what was learned, one beside it, several below', () => {
  const { say } = begin();
  say({ to: 'tab', type: 'learned', episodeId: 'e1', descriptions: ['Greets with “Hi”'] });
  say({ to: 'tab', type: 'learned', episodeId: 'e1', descriptions: ['One', 'Two'] });
  expect(notes).toEqual(['Learned: Greets with “Hi”', 'Learned: \nOne\nTwo']);
});

test.each([
  null,
  'tab',
  { to: 'background', type: 'open-panel' },
  { to: 'tab', type: 'learned' },
  { to: 'tab', type: 'learned', episodeId: 'e1', descriptions: 'Greets with “Hi”' },
  { to: 'tab', type: 'learned', episodeId: 'e1', descriptions: [1] },
  { to: 'tab', type: 'learned', descriptions: [] },
  { to: 'tab', type: 'eval' },
  { to: 'tab', type: 'toString' },
])('what has no known shape is left to others: %j', (message) => {
  expect(begin().say(message)).toEqual([undefined]);
  expect([opened, notes]).toEqual([0, []]);
});

test('once stopped it hears nothing', () => {
  const { stop, say } = begin();
  stop();
  expect(say({ to: 'tab', type: 'open-panel' })).toEqual([]);
});
