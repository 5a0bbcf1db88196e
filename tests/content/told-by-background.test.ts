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
function begin(canOpen = true, isAsked = false) {
  const desk: Pick<Desk, 'openPanel' | 'describe'> = {
    openPanel: () => {
      opened += 1;
      return canOpen;
    },
    describe: () => null,
  };
  const ui: Pick<PageUi, 'note' | 'focusNote'> = {
    note: ({ lessons, text }) =>
      void notes.push([text, ...(lessons?.items ?? []).map((one) => one.description)].join('\n')),
    focusNote: () => isAsked,
  };
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

test('where nobody writes it leads to what a note asks', () => {
  begin(false, true).say({ to: 'tab', type: 'open-panel' });
  expect(notes).toEqual([]);
});

test('it tells what was learned', () => {
  const { say } = begin();
  const lesson = (description: string) => ({ id: description, description, reachesOthers: true });
  const told = { to: 'tab', type: 'learned', episodeId: 'e1', person: 'Ana', keys: '' };
  say({ ...told, lessons: [lesson('Greets with “Hi”')] });
  say({ ...told, lessons: [lesson('One'), lesson('Two')] });
  expect(notes).toEqual(['Learned\nGreets with “Hi”', 'Learned\nOne\nTwo']);
});

test.each([
  null,
  'tab',
  { to: 'background', type: 'open-panel' },
  { to: 'tab', type: 'learned' },
  { to: 'tab', type: 'learned', episodeId: 'e1', person: '', keys: '', lessons: 'Greets' },
  { to: 'tab', type: 'learned', episodeId: 'e1', person: '', keys: '', lessons: [1] },
  { to: 'tab', type: 'learned', person: '', keys: '', lessons: [] },
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
