// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { createDesk } from '../../src/entrypoints/content/desk.ts';
import type { Session } from '../../src/entrypoints/content/session.ts';
import type { Place } from '../../src/ui/panel/compose-place.ts';
import type { PageUi } from '../../src/ui/panel/page-ui.ts';
import type { Adapter, Compose } from '../../src/webmail/types.ts';
import { fakeCompose } from './fake-compose.ts';

vi.mock('../../src/browser/extension.ts', () => ({ browser: {} }));

beforeEach(() => document.body.replaceChildren());

type Heard = {
  key: string;
  renewed: Compose[];
  events: string[];
  noted: boolean[];
  opened: number;
  ended: boolean;
};

function begin(...boxes: ReturnType<typeof fakeCompose>[]) {
  const heard: Heard[] = [];
  const attended: Place[] = [];
  const conclude: (() => void)[] = [];
  const own = document.createElement('penchant-panel');
  document.documentElement.append(own);
  const ui: PageUi = {
    attend: (place) => void attended.push(place),
    openPanel: () => undefined,
    closePanel: () => undefined,
    leave: () => undefined,
    isOpen: () => false,
    note: () => undefined,
    focusNote: () => false,
    nudge: () => undefined,
    keep: (event) => event.target === own,
    remove: () => undefined,
  };
  const adapter: Adapter = {
    id: 'fake',
    matches: () => true,
    find: (from) => boxes.find(({ compose }) => compose.root.contains(from))?.compose ?? null,
  };
  const newSession = (first: Compose, onConcluded: () => void): Session => {
    let compose = first;
    const seen: Heard = {
      key: first.key,
      renewed: [],
      events: [],
      noted: [],
      opened: 0,
      ended: false,
    };
    heard.push(seen);
    conclude.push(onConcluded);
    return {
      key: first.key,
      // The desk hands the model on and never looks into it.
      model: {} as Session['model'],
      compose: () => compose,
      editor: () => compose.editor()?.element ?? null,
      onOpen: () => undefined,
      renew(next) {
        compose = next;
        seen.renewed.push(next);
      },
      open: () => {
        seen.opened += 1;
      },
      handleEvent: (event) => void seen.events.push(event.type),
      note: (leaving) => void seen.noted.push(leaving),
      end: () => {
        seen.ended = true;
      },
    };
  };
  const desk = createDesk({ adapter, ui, newSession });
  for (const type of ['focusin', 'click']) window.addEventListener(type, desk.handleEvent, true);
  return { desk, heard, attended, own, conclude };
}

test('one session for each message, whatever in its box has the focus', () => {
  const [one, other] = [fakeCompose('a'), fakeCompose('b')];
  const subject = document.createElement('input');
  one.compose.root.append(subject);
  const { heard, attended } = begin(one, other);
  one.element.focus();
  other.element.focus();
  subject.focus();
  expect(heard.map(({ key }) => key)).toEqual(['a', 'b']);
  expect(attended).toHaveLength(3);
  expect(attended[2]).toBe(attended[0]);
});

test('a box that was built anew goes on with its session', () => {
  const [first, again] = [fakeCompose('a'), fakeCompose('a')];
  const { heard } = begin(first, again);
  first.element.focus();
  first.compose.root.remove();
  again.element.focus();
  expect(heard).toHaveLength(1);
  expect(heard[0]?.renewed.at(-1)).toBe(again.compose);
});

test('after its message is sent the same box begins anew', () => {
  const box = fakeCompose('a');
  const { heard, conclude, desk } = begin(box);
  box.element.focus();
  conclude[0]?.();
  desk.attendFocused();
  expect(heard).toHaveLength(2);
});

test('every session hears what happens in the page, none what happens in our own interface', () => {
  const [one, other] = [fakeCompose('a'), fakeCompose('b')];
  const { heard, own } = begin(one, other);
  one.element.focus();
  other.element.focus();
  own.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  expect(heard.map(({ events }) => events)).toEqual([[], []]);
  document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(heard.map(({ events }) => events)).toEqual([['click'], ['click']]);
});

test('the panel opens at the box that has or last had the focus', () => {
  const box = fakeCompose('a');
  const { desk, heard } = begin(box);
  expect(desk.openPanel()).toBe(false);
  box.element.focus();
  box.element.blur();
  expect(desk.openPanel()).toBe(true);
  expect(heard[0]?.opened).toBe(1);
  box.compose.root.remove();
  expect(desk.openPanel()).toBe(false);
});

test('the panel opens where somebody was writing before we came', () => {
  const box = fakeCompose('a');
  box.element.focus();
  expect(begin(box).desk.openPanel()).toBe(true);
});

test('describes the box for the popup, and nothing once it is gone', () => {
  const box = fakeCompose('a');
  const { desk } = begin(box);
  expect(desk.describe()).toBeNull();
  box.element.focus();
  expect(desk.describe()).toEqual({
    site: location.host,
    recipients: [{ address: 'ana@acme.example', name: 'Ana Lopez' }],
    subject: 'Report',
    isChanged: false,
  });
  box.compose.root.remove();
  expect(desk.describe()).toBeNull();
});

test('says so when the page is not what its site was', () => {
  const box = fakeCompose('a');
  box.state.missing = ['send'];
  const { desk } = begin(box);
  box.element.focus();
  expect(desk.describe()?.isChanged).toBe(true);
});

test('a message with a password gets no launcher, and an answer only when asked for', () => {
  const box = fakeCompose('a');
  box.state.unsupported = 'confidential';
  const { desk, attended, heard } = begin(box);
  box.element.focus();
  expect(attended).toEqual([]);
  expect(desk.openPanel()).toBe(true);
  expect(heard[0]?.opened).toBe(1);
});

test('a field that the site does not know is written in only when somebody asks for it', () => {
  const field = document.createElement('textarea');
  field.getBoundingClientRect = () => new DOMRect(0, 0, 400, 200);
  document.body.append(field);
  const { desk, attended, heard } = begin();
  field.focus();
  expect(attended).toEqual([]);
  expect(desk.openPanel()).toBe(true);
  expect(heard.map(({ key }) => key)).toEqual([expect.stringContaining('generic')]);
});

test('of very many boxes the oldest is let go', () => {
  const boxes = Array.from({ length: 21 }, (_, position) => fakeCompose(`box-${position}`));
  const { heard } = begin(...boxes);
  for (const { element } of boxes) element.focus();
  expect(heard.filter(({ ended }) => ended).map(({ key }) => key)).toEqual(['box-0']);
});

test('how drafts stand is noted when the focus moves and when the page is left or hidden', () => {
  const [one, other] = [fakeCompose('a'), fakeCompose('b')];
  const { heard, desk } = begin(one, other);
  one.element.focus();
  expect(heard[0]?.noted).toEqual([]);
  other.element.focus();
  expect(heard[0]?.noted).toEqual([false]);
  window.dispatchEvent(new Event('pagehide'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(heard[0]?.noted).toEqual([false, true, true]);
  window.dispatchEvent(new Event('pageshow'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(heard[0]?.noted).toEqual([false, true, true, false, false]);
  desk.end();
});

test('how drafts stand is noted when somebody stops typing, and not at each key', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const box = fakeCompose('a');
  const { heard, desk } = begin(box);
  const key = (): void => desk.handleEvent(new KeyboardEvent('keydown', { key: 'a' }));
  key();
  expect(vi.getTimerCount()).toBe(0);
  box.element.focus();
  for (let keys = 0; keys < 30; keys += 1) {
    key();
    vi.advanceTimersByTime(100);
    expect(vi.getTimerCount()).toBe(1);
  }
  expect(heard[0]?.noted).toEqual([]);
  vi.advanceTimersByTime(900);
  expect([heard[0]?.noted, vi.getTimerCount()]).toEqual([[false], 0]);
  key();
  desk.end();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test('a box that stands there again after its message was sent is attended to at once', () => {
  const box = fakeCompose('a');
  const { heard, conclude, desk } = begin(box);
  box.element.focus();
  box.compose.root.remove();
  conclude[0]?.();
  document.body.click();
  expect(heard).toHaveLength(1);
  document.body.append(box.compose.root);
  document.body.click();
  expect(heard.map(({ key }) => key)).toEqual(['a', 'a']);
  desk.end();
});
