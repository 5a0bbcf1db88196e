// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Fault } from '../../src/learning/fault.ts';
import type { LessonAnswer, Lessons } from '../../src/ui/panel/lessons.ts';
import { lessonsTime } from '../../src/ui/panel/notes.ts';
import { createPageUi, type PageUi } from '../../src/ui/panel/page-ui.ts';
import { mountSurfaces } from '../../src/ui/panel/surfaces.tsx';
import { fakeBrowser } from '../content/fake-browser.ts';

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
vi.mock('../../src/browser/extension.ts', () => fake);

let ui: PageUi;
let root: ShadowRoot;
let said: [string, LessonAnswer | 'undo'][];
let fault: Fault | null;
let reply: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers();
  fake.browser = fakeBrowser();
  [said, fault] = [[], null];
  // The tree is closed to everybody, so the test keeps it when it is made.
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attach.call(this, init);
    return root;
  });
  document.elementFromPoint = () => document.body;
  reply = document.createElement('button');
  document.body.replaceChildren(reply);
  ui = createPageUi(
    document,
    () => Date.now(),
    async () => mountSurfaces,
  );
});
afterEach(() => {
  ui.remove();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const greets = { id: 'p1', description: 'Greets with “Hi <first name>,”', reachesOthers: true };
const closes = { id: 'p2', description: 'Closes with “Cheers”', reachesOthers: false };
const lessons: Lessons = {
  person: 'Ana Lopez',
  items: [greets, closes],
  keys: 'Alt+Shift+D',
  async answer(id, answer) {
    if (fault) throw fault;
    said.push([id, answer]);
  },
  async undo(id) {
    said.push([id, 'undo']);
  },
};
const tell = () => act(async () => ui.note({ text: 'Learned', lessons }));
const region = (): HTMLElement => {
  const found = root.querySelector<HTMLElement>('[role=status]');
  if (!found) throw new Error('no region');
  return found;
};
const rows = () => [...root.querySelectorAll('.lessons li')];
const buttons = (row = 0) => [...(rows()[row]?.querySelectorAll('button') ?? [])];
const names = (row = 0) => buttons(row).map(({ textContent }) => textContent);
/** By keyboard: the button has the focus and Enter makes the browser's own click. */
const press = (name: string, row = 0) => {
  const button = buttons(row).find(({ textContent }) => textContent === name);
  if (!button) throw new Error(`no ${name} in ${names(row)}`);
  const click = new MouseEvent('click', { bubbles: true, composed: true, detail: 0 });
  Object.defineProperty(click, 'isTrusted', { value: true });
  return act(async () => {
    button.focus();
    button.dispatchEvent(click);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  });
};
const focused = () => root.activeElement?.textContent;

test('each preference has its answers, named beside its words', async () => {
  await tell();
  expect(names(0)).toEqual(['Keep', 'Only Ana Lopez', 'Forget']);
  // It reaches nobody else anyway.
  expect(names(1)).toEqual(['Keep', 'Forget']);
  for (const button of buttons(0)) {
    const words = root.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(words?.textContent).toBe(greets.description);
  }
  expect(region().textContent).toContain('Press Alt+Shift+D to answer.');
});

test.each([
  ['Keep', 'keep', 'Kept.'],
  ['Only Ana Lopez', 'person', 'Only for Ana Lopez.'],
  ['Forget', 'forget', 'Forgotten: not used, and not learned again.'],
] as const)('%s is done, told, and can be taken back', async (name, answer, told) => {
  await tell();
  await press(name);
  expect(rows()[0]?.textContent).toContain(told);
  expect(names(1)).toEqual(['Keep', 'Forget']);
  expect(focused()).toBe('Undo');
  await press('Undo');
  expect(said).toEqual([
    ['p1', answer],
    ['p1', 'undo'],
  ]);
  expect(focused()).toBe('Keep');
});

test('what could not be done is told in its row, and can be tried again', async () => {
  await tell();
  fault = new Fault('storage-full');
  await press('Forget');
  expect(rows()[0]?.querySelector('.fault')?.textContent).not.toBe('');
  expect(names(0)).toContain('Forget');
  fault = null;
  await press('Forget');
  expect(said).toEqual([['p1', 'forget']]);
});

test('the keyboard is led there and back again', async () => {
  expect(ui.focusNote()).toBe(false);
  await tell();
  reply.focus();
  expect(ui.focusNote()).toBe(true);
  expect(focused()).toBe('Keep');
  const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true });
  Object.defineProperty(key, 'isTrusted', { value: true });
  act(() => void root.activeElement?.dispatchEvent(key));
  expect(document.activeElement).toBe(reply);
  expect(document.querySelector('penchant-panel')).toBeNull();
});

test('it stays long enough to be read, and while it is answered', async () => {
  await tell();
  act(() => void vi.advanceTimersByTime(lessonsTime - 1));
  expect(rows()).toHaveLength(2);
  ui.focusNote();
  act(() => void vi.advanceTimersByTime(4 * lessonsTime));
  expect(rows()).toHaveLength(2);
  // What comes meanwhile waits.
  await act(async () => ui.note({ text: 'Noted. 3 words changed' }));
  expect(rows()).toHaveLength(2);
  await act(async () => root.querySelector<HTMLElement>('.icon-button')?.focus());
  const click = new MouseEvent('click', { bubbles: true, composed: true, detail: 0 });
  Object.defineProperty(click, 'isTrusted', { value: true });
  await act(async () => void root.querySelector('.icon-button')?.dispatchEvent(click));
  expect(region().textContent).toBe('Noted. 3 words changed');
});

test('nobody has to answer', async () => {
  await tell();
  act(() => void vi.advanceTimersByTime(lessonsTime));
  expect(document.querySelector('penchant-panel')).toBeNull();
  expect(said).toEqual([]);
});
