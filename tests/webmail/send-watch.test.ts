// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchSend } from '../../src/webmail/send-watch.ts';
import type { Compose, Intent, Sight } from '../../src/webmail/types.ts';

/** A compose box that shows what the test says, and takes every event for what the test says. */
function scene() {
  const state: { text: string; sight: Sight; intent: Intent; leavesPage: boolean } = {
    text: 'Fine.',
    sight: 'open',
    intent: 'send',
    leavesPage: true,
  };
  const root = document.createElement('form');
  document.body.replaceChildren(root);
  const compose: Compose = {
    root,
    adapter: 'test',
    key: 'test:1',
    missing: [],
    unsupported: () => null,
    editor: () => null,
    task: () => 'new',
    recipients: () => [],
    subject: () => '',
    incoming: () => null,
    read: () => ({ text: state.text, quote: '', signature: '' }),
    hasUndoSend: true,
    get leavesPage() {
      return state.leavesPage;
    },
    intent: () => state.intent,
    sight: () => state.sight,
  };
  const ending = new AbortController();
  const said: string[] = [];
  const proofs: string[] = [];
  const watch = watchSend(compose, {
    signal: ending.signal,
    now: () => Date.now(),
    onPending: (text) => said.push(`pending ${text}`),
    onSent: (text, outcome, proof) => {
      said.push(`${outcome} ${text}`);
      proofs.push(proof);
    },
    onDiscarded: () => said.push('discarded'),
  });
  return {
    state,
    said,
    proofs,
    ending,
    root,
    watch,
    /** Somebody does something that the page takes for no wish to send. */
    act: (target: Element, type = 'click', init: KeyboardEventInit = {}) => {
      const event = new KeyboardEvent(type, { bubbles: true, ...init });
      Object.defineProperty(event, 'isTrusted', { value: true });
      const { intent } = state;
      state.intent = null;
      target.addEventListener(type, watch.handleEvent, { once: true });
      target.dispatchEvent(event);
      state.intent = intent;
    },
    handle: (event: Event) => watch.handleEvent(event),
    /** Somebody clicks, as far as the watch can tell. */
    ask: (isTrusted = true) => {
      const event = new MouseEvent('click');
      Object.defineProperty(event, 'isTrusted', { value: isTrusted });
      watch.handleEvent(event);
    },
    /** The page changes to what it shows now. */
    async show(sight: Sight) {
      state.sight = sight;
      root.toggleAttribute('hidden');
      for (const look of sizes) look();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

/** Without a layout nothing has a size, so the test says when one changes. */
const sizes = new Set<() => void>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(readonly look: () => void) {}
      observe() {
        sizes.add(this.look);
      }
      disconnect() {
        sizes.delete(this.look);
      }
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  sizes.clear();
});

test('a click alone sends nothing; the box going does', async () => {
  const { ask, show, said } = scene();
  ask();
  await show('open');
  expect(said).toEqual(['pending Fine.']);
  await show('gone');
  expect(said).toEqual(['pending Fine.', 'sent Fine.']);
});

test('the text is taken when it is asked for, before the page clears it', async () => {
  const { ask, show, said, state } = scene();
  ask();
  state.text = '';
  ask();
  await show('gone');
  expect(said.at(-1)).toBe('sent Fine.');
});

test('a send that takes a minute is still a send', async () => {
  const { ask, show, said, watch } = scene();
  ask();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([vi.getTimerCount(), watch.isPending()]).toEqual([0, true]);
  await show('gone');
  expect(said).toEqual(['pending Fine.', 'sent Fine.']);
});

test('a discard that takes so long is none', async () => {
  const { ask, show, said, state } = scene();
  state.intent = 'discard';
  ask();
  await vi.advanceTimersByTimeAsync(60_000);
  await show('gone');
  expect(said).toEqual([]);
});

test('somebody who goes on in the box, after no answer came, has not sent', async () => {
  for (const type of ['click', 'keydown']) {
    const { ask, act, show, said, root, watch } = scene();
    ask();
    act(root, type, { key: 'a' });
    expect(watch.isPending()).toBe(false);
    await show('gone');
    expect(said).toEqual(['pending Fine.']);
  }
});

test('a key that does nothing by itself, one that is held, or an answer to a question is no going on', async () => {
  const { ask, act, show, said, root } = scene();
  const question = document.createElement('div');
  question.setAttribute('role', 'dialog');
  root.append(question);
  ask();
  act(root, 'keydown', { key: 'Control' });
  act(root, 'keydown', { key: 'Enter', repeat: true });
  act(question);
  await show('gone');
  expect(said.at(-1)).toBe('sent Fine.');
});

test('a box that leaves with the user’s own click elsewhere, or with Back, is not known to be sent', async () => {
  const clicked = scene();
  clicked.ask();
  clicked.act(document.body);
  await clicked.show('gone');
  expect(clicked.said).toEqual(['pending Fine.']);
  const navigation = new EventTarget();
  vi.stubGlobal('navigation', navigation);
  const navigate = (navigationType: string): void =>
    void navigation.dispatchEvent(Object.assign(new Event('navigate'), { navigationType }));
  const back = scene();
  back.ask();
  navigate('traverse');
  await back.show('gone');
  expect(back.said).toEqual(['pending Fine.']);
  // A page that shows its next address once the message has gone.
  const onward = scene();
  onward.ask();
  navigate('push');
  await onward.show('gone');
  expect(onward.said.at(-1)).toBe('sent Fine.');
  vi.unstubAllGlobals();
});

test('a click elsewhere long before, or writing in another box, says nothing', async () => {
  const { ask, act, show, said } = scene();
  const other = document.createElement('textarea');
  document.body.append(other);
  ask();
  act(document.body);
  await vi.advanceTimersByTimeAsync(600);
  act(other);
  act(other, 'keydown', { key: 'a' });
  await show('gone');
  expect(said.at(-1)).toBe('sent Fine.');
});

test('a log-in in the place of the box says that the session has ended', async () => {
  const { ask, show, said } = scene();
  ask();
  const password = document.createElement('input');
  password.type = 'password';
  document.body.append(password);
  await show('gone');
  expect(said).toEqual(['pending Fine.']);
  const beside = scene();
  document.body.append(password);
  beside.ask();
  await beside.show('gone');
  expect(beside.said.at(-1)).toBe('sent Fine.');
});

test('a question or an error takes it back, and the next try counts anew', async () => {
  const { ask, show, said, state } = scene();
  ask();
  await show('blocked');
  await show('gone');
  expect(said).toEqual(['pending Fine.']);
  await show('blocked');
  state.text = 'Fine, then.';
  ask();
  await show('blocked');
  await show('open');
  await show('gone');
  expect(said).toEqual(['pending Fine.', 'pending Fine, then.', 'sent Fine, then.']);
});

const leave = () => window.dispatchEvent(new Event('pagehide'));

test('a page that is left while it sends has sent, where it is left for that', async () => {
  const asked = scene();
  asked.ask();
  leave();
  expect([asked.said.at(-1), asked.proofs]).toEqual(['sent Fine.', ['page']]);
  const elsewhere = scene();
  elsewhere.ask();
  elsewhere.act(document.body);
  leave();
  expect(elsewhere.said).toEqual(['pending Fine.']);
  const closed = scene();
  closed.ask();
  await vi.advanceTimersByTimeAsync(10_000);
  leave();
  expect(closed.said).toEqual(['pending Fine.']);
});

test('a tab that is closed in a webmail that never leaves its page has not', () => {
  const { ask, said, state } = scene();
  state.leavesPage = false;
  ask();
  leave();
  expect(said).toEqual(['pending Fine.']);
});

test('a form that is submitted by the browser has; one that a script keeps has not', () => {
  for (const isKept of [false, true]) {
    const { handle, said, state } = scene();
    state.leavesPage = false;
    const event = new Event('submit', { cancelable: true });
    Object.defineProperty(event, 'isTrusted', { value: true });
    handle(event);
    if (isKept) event.preventDefault();
    leave();
    expect(said).toEqual(isKept ? ['pending Fine.'] : ['pending Fine.', 'sent Fine.']);
  }
});

test('where only a script asked, leaving the page proves nothing, and the box going does', async () => {
  const forged = scene();
  forged.ask(false);
  leave();
  expect(forged.said).toEqual(['pending Fine.']);
  await forged.show('gone');
  expect(forged.said.at(-1)).toBe('sent Fine.');
});

test('a page that comes back from the cache goes on waiting', async () => {
  const { ask, show, said, state } = scene();
  state.leavesPage = false;
  ask();
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await show('gone');
  expect(said.at(-1)).toBe('sent Fine.');
});

test('scheduling and discarding are told apart', async () => {
  const scheduled = scene();
  scheduled.state.intent = 'schedule';
  scheduled.ask();
  await scheduled.show('gone');
  expect(scheduled.said.at(-1)).toBe('scheduled Fine.');
  const discarded = scene();
  discarded.state.intent = 'discard';
  discarded.ask();
  await discarded.show('gone');
  expect(discarded.said).toEqual(['discarded']);
});

test('a box that goes without being asked to tells nothing', async () => {
  const { show, said } = scene();
  await show('gone');
  expect(said).toEqual([]);
});

test('a key that is held, or that ends a composition, asks for nothing', () => {
  const { handle, said } = scene();
  handle(new KeyboardEvent('keydown', { key: 'Enter', repeat: true }));
  handle(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }));
  handle(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229 }));
  expect(said).toEqual([]);
});

test('an event that comes twice is one', () => {
  const { handle, said, state } = scene();
  const event = new MouseEvent('click');
  handle(event);
  state.text = 'changed';
  handle(event);
  expect(said).toEqual(['pending Fine.']);
});

test('nothing is told twice, or after the watch has ended', async () => {
  const once = scene();
  once.ask();
  await once.show('gone');
  once.ask();
  await once.show('gone');
  expect(once.said).toEqual(['pending Fine.', 'sent Fine.']);
  const ended = scene();
  ended.ask();
  ended.ending.abort();
  await ended.show('gone');
  window.dispatchEvent(new Event('pagehide'));
  expect(ended.said).toEqual(['pending Fine.']);
  expect(vi.getTimerCount()).toBe(0);
});
