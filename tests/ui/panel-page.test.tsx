// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Fault } from '../../src/learning/fault.ts';
import type { Place } from '../../src/ui/panel/compose-place.ts';
import { noteTime } from '../../src/ui/panel/notes.ts';
import { createPageUi, type PageUi } from '../../src/ui/panel/page-ui.ts';
import { createPanelModel, type PanelModel } from '../../src/ui/panel/panel-model.ts';
import type { DraftListener } from '../../src/ui/panel/panel-ports.ts';
import { mountSurfaces } from '../../src/ui/panel/surfaces.tsx';
import { fakeBrowser } from '../content/fake-browser.ts';

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
vi.mock('../../src/browser/extension.ts', () => fake);

let ui: PageUi;
let root: ShadowRoot;
let closed: number;
let opened: number;
let editor: HTMLElement;
let place: Place;
let model: PanelModel;
let listener: DraftListener | null;
const load = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  fake.browser = fakeBrowser();
  load.mockReset().mockResolvedValue(mountSurfaces);
  [closed, opened] = [0, 0];
  // The tree is closed to everybody, so the test keeps it when it is made.
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attach.call(this, init);
    return root;
  });
  editor = document.createElement('textarea');
  document.body.replaceChildren(editor);
  // No layout here: this is where the editor would be.
  editor.getBoundingClientRect = () => new DOMRect(100, 100, 500, 300);
  document.elementFromPoint = () => editor;
  model = createPanelModel({
    about: () => ({ to: [], answering: true, isChanged: false }),
    standing: () => ({ text: '', ours: null }),
    question: async () => null,
    answer: async () => undefined,
    request: (_, heard) => {
      listener = heard;
      return () => undefined;
    },
    insert: async () => null,
    undo: async () => true,
    close: () => {
      closed += 1;
      ui.closePanel();
    },
  });
  place = {
    model,
    editor: () => editor,
    onOpen: () => {
      opened += 1;
      ui.openPanel(place);
    },
  };
  ui = createPageUi(document, () => Date.now(), load);
});

afterEach(() => {
  ui.remove();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const host = (): HTMLElement | null => document.querySelector('penchant-panel');
const frame = () => act(() => void vi.advanceTimersByTime(50));
const inside = <Kind extends HTMLElement>(selector: string): Kind => {
  const found = root.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
/** As the browser does it: trusted. */
const genuine = <Kind extends Event>(event: Kind): Kind => {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
};
const press = (selector: string) => {
  // What is clicked on is what the page sees there: our element.
  document.elementFromPoint = () => root.host;
  const click = genuine(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
  return act(async () => {
    inside(selector).dispatchEvent(click);
    document.elementFromPoint = () => editor;
  });
};
const type = (key: string, trusted = true) => {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  act(() => void inside('textarea').dispatchEvent(trusted ? genuine(event) : event));
};
const show = () => {
  act(() => ui.attend(place));
  frame();
};

test('nothing is put into a page where there is nothing to show', () => {
  expect(host()).toBeNull();
});

test('the launcher is there while the editor is, and says nothing to the page but its state', () => {
  show();
  const element = host();
  expect(element?.parentElement).toBe(document.documentElement);
  expect(element?.shadowRoot).toBeNull();
  expect(element?.getAttributeNames()).toEqual(['data-state']);
  expect(element?.dataset['state']).toBe('launcher');
  expect(element?.childNodes).toHaveLength(0);
  editor.remove();
  ui.nudge();
  frame();
  expect(host()).toBeNull();
});

test('the launcher opens the panel, Escape closes it', async () => {
  show();
  await press('.launcher');
  expect(opened).toBe(1);
  expect(host()?.dataset['state']).toBe('panel');
  type('Escape');
  frame();
  expect(closed).toBe(1);
  expect(host()?.dataset['state']).toBe('launcher');
});

test('a script can neither press the launcher nor a key', async () => {
  show();
  inside('.launcher').click();
  expect(opened).toBe(0);
  await press('.launcher');
  type('Escape', false);
  expect(closed).toBe(0);
});

test('a click that comes as the panel appears is not taken', async () => {
  show();
  await press('.launcher');
  await press('[aria-label=Close]');
  expect(closed).toBe(0);
  vi.advanceTimersByTime(400);
  await press('[aria-label=Close]');
  expect(closed).toBe(1);
});

test('what is typed in the panel is kept from the page', async () => {
  const heard: string[] = [];
  const kinds = ['keydown', 'keyup', 'input', 'paste', 'focusin', 'mousedown', 'pointerdown'];
  const hear = (event: Event): void => void heard.push(event.type);
  for (const kind of kinds) document.addEventListener(kind, hear);
  for (const kind of kinds.slice(0, 5)) document.addEventListener(kind, hear, true);
  show();
  await press('.launcher');
  for (const kind of kinds) {
    inside('textarea').dispatchEvent(genuine(new Event(kind, { bubbles: true, composed: true })));
  }
  expect(heard).toEqual([]);
  for (const kind of kinds) document.body.dispatchEvent(new Event(kind, { bubbles: true }));
  expect(heard.length).toBeGreaterThan(kinds.length);
  for (const kind of kinds) document.removeEventListener(kind, hear);
  for (const kind of kinds) document.removeEventListener(kind, hear, true);
});

test('a note leaves after a while, but not from under the pointer', async () => {
  await act(async () => ui.note({ text: 'Noted. 12 words changed' }));
  expect(host()?.dataset['state']).toBe('note');
  const region = inside('[role=status]');
  expect(region.textContent).toContain('Noted. 12 words changed');
  act(() => void vi.advanceTimersByTime(noteTime - 1));
  act(() => void region.dispatchEvent(genuine(new MouseEvent('mouseenter'))));
  act(() => void vi.advanceTimersByTime(2 * noteTime));
  expect(region.textContent).toContain('Noted');
  act(() => void region.dispatchEvent(genuine(new MouseEvent('mouseleave'))));
  act(() => void vi.advanceTimersByTime(noteTime));
  expect(host()).toBeNull();
});

test('the newest note is shown, beside the launcher', async () => {
  show();
  await act(async () => ui.note({ text: 'Noted.' }));
  await act(async () => ui.note({ text: 'Learned: Writes no greeting' }));
  expect(host()?.dataset['state']).toBe('launcher');
  expect(inside('[role=status]').textContent).toBe('Learned: Writes no greeting');
});

test('a note can be acted on once', async () => {
  const undo = vi.fn();
  await act(async () => ui.note({ text: 'Inserted', action: { label: 'Undo', run: undo } }));
  vi.advanceTimersByTime(400);
  await press('.note-action');
  expect(undo).toHaveBeenCalledOnce();
  expect(host()).toBeNull();
});

test('what could be undone in a message goes with it, and other notes stay', async () => {
  ui.attend(place);
  await act(async () =>
    ui.note({ text: 'It is in.', action: { label: 'Undo', run: () => undefined } }),
  );
  await act(async () => ui.leave(place));
  expect(root.textContent).not.toContain('It is in.');
  ui.attend(place);
  await act(async () => ui.note({ text: 'Noted.' }));
  await act(async () => ui.leave(place));
  expect(root.textContent).toContain('Noted.');
});

test('when the message is gone, so is everything about it', async () => {
  show();
  await press('.launcher');
  act(() => ui.leave(place));
  expect(host()).toBeNull();
});

test('after it is removed nothing is left to listen', () => {
  show();
  act(() => ui.remove());
  expect(host()).toBeNull();
  window.dispatchEvent(new Event('resize'));
  frame();
  expect(host()).toBeNull();
});

test('what draws a panel is asked for once, when a hand comes near', () => {
  show();
  expect(load).not.toHaveBeenCalled();
  inside('.launcher').dispatchEvent(genuine(new Event('pointerenter')));
  inside('.launcher').dispatchEvent(genuine(new Event('pointerenter')));
  expect(load).toHaveBeenCalledOnce();
});

test('where it does not come that is said, and the next press tries again', async () => {
  load.mockRejectedValueOnce(new Fault('reload-needed'));
  show();
  const before = root;
  await press('.launcher');
  frame();
  expect(root.querySelector('.last-word')?.textContent).toContain('reload');
  root = before;
  expect(root.host.isConnected).toBe(true);
  await press('.launcher');
  expect(inside('textarea')).toBeDefined();
});

test('the panel opens again after its draft went in', async () => {
  show();
  await press('.launcher');
  model.ask();
  act(() => listener?.onDone([{ episodeId: 'e1', text: 'Hi Ana', flagged: [] }]));
  await act(async () => {
    await model.insert();
    ui.closePanel();
  });
  frame();
  act(() => void vi.advanceTimersByTime(400));
  await press('.launcher');
  expect(inside('textarea')).toBeDefined();
  expect(root.activeElement).toBe(inside('textarea'));
});
