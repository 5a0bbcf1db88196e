// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FaultData } from '../../src/learning/fault.ts';
import type { AppliedPreference } from '../../src/learning/types.ts';
import { Panel } from '../../src/ui/panel/panel.tsx';
import { handlePanelKey } from '../../src/ui/panel/panel-keys.ts';
import {
  createPanelModel,
  type Draft,
  type DraftListener,
} from '../../src/ui/panel/panel-model.ts';
import { fakeBrowser } from '../content/fake-browser.ts';

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
vi.mock('../../src/browser/extension.ts', () => fake);

const preference = (id: string, description: string): AppliedPreference => ({
  id,
  revision: 0,
  facet: 'greeting',
  description,
});
const greets = preference('p1', 'Greets with “Hi <first name>,”');
const closes = preference('p2', 'Writes no closing');
const draft: Draft = { episodeId: 'e1', text: 'Hi Ana,\nThursday it is.' };

let place: HTMLElement;

beforeEach(() => {
  fake.browser = fakeBrowser();
  place = document.createElement('div');
  document.body.replaceChildren(place);
});

afterEach(() => render(null, place));

function open({ isChanged = false } = {}) {
  const asked: { notes: string; without: readonly string[]; listener: DraftListener }[] = [];
  const page = {
    answering: false,
    isChanged,
    stopped: 0,
    closed: 0,
    inserted: [] as Draft[],
    fault: null as FaultData | null,
    undoWorks: true,
  };
  const model = createPanelModel({
    about: () => ({ to: 'Ana Lopez', answering: page.answering, isChanged: page.isChanged }),
    request(notes, without, listener) {
      asked.push({ notes, without, listener });
      return () => {
        page.stopped += 1;
      };
    },
    async insert(draft) {
      page.inserted.push(draft);
      return page.fault;
    },
    undo: async () => page.undoWorks,
    close: () => {
      page.closed += 1;
    },
  });
  act(() => render(<Panel model={model} />, place));
  const field = find<HTMLTextAreaElement>('textarea');
  /** Does something and lets everything that follows from it happen. */
  const say = (act_: (listener: DraftListener) => void) =>
    act(() => {
      const listener = asked.at(-1)?.listener;
      if (!listener) throw new Error('nothing was asked for');
      act_(listener);
    });
  const key = (init: KeyboardEventInit) =>
    act(() => void handlePanelKey(model, new KeyboardEvent('keydown', init)));
  const askFor = (notes: string) => {
    field.value = notes;
    press('Draft');
  };
  return { model, asked, page, field, say, key, askFor };
}

function find<Kind extends Element>(selector: string): Kind {
  const found = place.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
const buttons = () =>
  [...place.querySelectorAll<HTMLButtonElement>('.buttons button')].map((one) => one.textContent);
function press(name: string): void {
  const button = [...place.querySelectorAll('button')].find((one) => one.textContent === name);
  if (!button) throw new Error(`no button ${name}`);
  button.focus();
  act(() => button.click());
}
const pressed = async (name: string) => act(async () => press(name));

test('opens with the focus in the notes, and a name', () => {
  const { field } = open();
  expect(document.activeElement).toBe(field);
  const dialog = find('[role=dialog]');
  const label = document.getElementById(dialog.getAttribute('aria-labelledby') ?? '');
  expect(label?.textContent).toBe('Draft');
  expect(dialog.textContent).toContain('Ana Lopez');
});

test('empty notes with nothing to answer are told, and nothing is asked', () => {
  const { asked } = open();
  press('Draft');
  expect(find('[role=alert]').textContent).toMatch(/few words/);
  expect(asked).toEqual([]);
});

test('a page that is built otherwise is told in a line, any other is not', () => {
  open();
  expect(find('[role=dialog]').textContent).not.toMatch(/built differently/);
  render(null, place);
  open({ isChanged: true });
  expect(find('[role=dialog]').textContent).toMatch(/built differently/);
});

test('empty notes are enough for an answer', () => {
  const { asked, page } = open();
  page.answering = true;
  press('Draft');
  expect(asked).toHaveLength(1);
});

test.each([{ ctrlKey: true }, { metaKey: true }])('the keyboard asks, too (%o)', (modifier) => {
  const { asked, field, key } = open();
  field.value = 'Thursday';
  key({ key: 'Enter' });
  expect(asked).toEqual([]);
  key({ key: 'Enter', ...modifier });
  expect(asked.map(({ notes }) => notes)).toEqual(['Thursday']);
  // A second press while it is being written does not begin again.
  key({ key: 'Enter', ...modifier });
  expect(asked).toHaveLength(1);
});

test('a key of an input method is left to it', () => {
  const { page, key } = open();
  key({ key: 'Escape', isComposing: true });
  expect(page.closed).toBe(0);
});

test('the draft streams in, is spoken once at the end, and Insert gets the focus', () => {
  const { askFor, say, asked } = open();
  askFor('Thursday');
  expect(asked[0]).toMatchObject({ notes: 'Thursday', without: [] });
  expect(buttons()).toEqual(['Stop']);
  expect(document.activeElement?.textContent).toBe('Stop');
  const region = find<HTMLElement>('.draft');
  say(({ onText }) => onText('Hi '));
  say(({ onText }) => onText('Ana,'));
  expect(region.textContent).toBe('Hi Ana,');
  expect([
    region.ariaLive ?? region.getAttribute('aria-live'),
    region.getAttribute('aria-busy'),
  ]).toEqual(['polite', 'true']);
  say(({ onDone }) => onDone(draft));
  expect(region.textContent).toBe(draft.text);
  expect(region.getAttribute('aria-busy')).toBe('false');
  expect(buttons()).toEqual(['Insert', 'Another']);
  expect(document.activeElement?.textContent).toBe('Insert');
});

test('somebody who went on writing in the page keeps the focus', () => {
  const { askFor, say } = open();
  askFor('Thursday');
  const elsewhere = document.createElement('input');
  document.body.append(elsewhere);
  elsewhere.focus();
  say(({ onDone }) => onDone(draft));
  expect(document.activeElement).toBe(elsewhere);
});

test('Stop stops, says so, and goes back to the notes', () => {
  const { askFor, say, page, field } = open();
  askFor('Thursday');
  say(({ onText }) => onText('Hi'));
  press('Stop');
  expect(page.stopped).toBe(1);
  expect(find('[role=alert]').textContent).toMatch(/^Stopped/);
  expect(document.activeElement).toBe(field);
  expect(buttons()).toEqual(['Draft']);
});

test('a fault is told in words, and the notes are still there', () => {
  const { askFor, say, field } = open();
  askFor('Thursday');
  say(({ onFault }) => onFault({ code: 'unreachable', detail: '127.0.0.1' }));
  expect(find('[role=alert]').textContent).toContain('127.0.0.1 cannot be reached');
  expect(field.value).toBe('Thursday');
  expect(buttons()).toEqual(['Draft']);
});

test('a preference that is switched off is left out of the next draft, and can come back', () => {
  const { askFor, say, asked } = open();
  askFor('Thursday');
  say(({ onShaped }) => onShaped([greets, closes]));
  say(({ onDone }) => onDone(draft));
  press(greets.description);
  expect(find('.buttons').textContent).toContain('Left out of the next draft');
  press('Another');
  expect(asked.at(-1)).toMatchObject({ notes: 'Thursday', without: ['p1'] });
  say(({ onShaped }) => onShaped([closes]));
  const chips = () =>
    [...place.querySelectorAll('.chip')].map((chip) => [
      chip.textContent,
      chip.ariaPressed ?? chip.getAttribute('aria-pressed'),
    ]);
  expect(chips()).toEqual([
    [closes.description, 'true'],
    [greets.description, 'false'],
  ]);
  say(({ onDone }) => onDone(draft));
  press(greets.description);
  press('Another');
  expect(asked.at(-1)?.without).toEqual([]);
});

test('Insert inserts once, however often it is pressed', async () => {
  const { askFor, say, page, model } = open();
  askFor('Thursday');
  say(({ onDone }) => onDone(draft));
  await act(async () => {
    await Promise.all([model.insert(), model.insert()]);
  });
  expect(page.inserted).toEqual([draft]);
  expect(buttons()).toEqual(['Undo', 'Another']);
});

test('a draft that did not go in stays to be copied', async () => {
  const { askFor, say, page } = open();
  askFor('Thursday');
  say(({ onDone }) => onDone(draft));
  page.fault = { code: 'not-inserted', detail: '' };
  await pressed('Insert');
  expect(find('[role=alert]').textContent).toMatch(/clipboard/);
  expect(find('.draft').textContent).toBe(draft.text);
  expect(buttons()).toEqual(['Insert', 'Another']);
});

test('Undo takes it out again; where the user has edited it, it says why it does not', async () => {
  const { askFor, say, page } = open();
  askFor('Thursday');
  say(({ onDone }) => onDone(draft));
  await pressed('Insert');
  page.undoWorks = false;
  await pressed('Undo');
  expect(find('[role=status]').textContent).toMatch(/edited since/);
  page.undoWorks = true;
  await pressed('Undo');
  expect(buttons()).toEqual(['Insert', 'Another']);
});

test('Escape closes; notes and draft are there when it opens again', () => {
  const { model, askFor, say, page, key } = open();
  askFor('Thursday');
  say(({ onDone }) => onDone(draft));
  key({ key: 'Escape' });
  expect(page.closed).toBe(1);
  act(() => render(null, place));
  act(() => render(<Panel model={model} />, place));
  expect(find<HTMLTextAreaElement>('textarea').value).toBe('Thursday');
  expect(find('.draft').textContent).toBe(draft.text);
});

test('text of people finds its own direction', () => {
  const { askFor, say } = open();
  askFor('Thursday');
  say(({ onShaped }) => onShaped([greets]));
  for (const selector of ['textarea', '.draft', '.chip', '.to']) {
    expect(find(selector).getAttribute('dir')).toBe('auto');
  }
});
