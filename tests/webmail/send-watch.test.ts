// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchSend } from '../../src/webmail/send-watch.ts';
import type { Compose, Intent, Sight } from '../../src/webmail/types.ts';

/** A compose box that shows what the test says, and takes every event for what the test says. */
function scene() {
  const state: { text: string; sight: Sight; intent: Intent } = {
    text: 'Fine.',
    sight: 'open',
    intent: 'send',
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
    intent: () => state.intent,
    sight: () => state.sight,
  };
  const ending = new AbortController();
  const said: string[] = [];
  const watch = watchSend(compose, {
    signal: ending.signal,
    now: () => Date.now(),
    onPending: (text) => said.push(`pending ${text}`),
    onSent: (text, outcome) => said.push(`${outcome} ${text}`),
    onDiscarded: () => said.push('discarded'),
  });
  return {
    state,
    said,
    ending,
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
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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

test('after ten seconds nothing was sent, whatever leaves later', async () => {
  const { ask, show, said } = scene();
  ask();
  await vi.advanceTimersByTimeAsync(10_000);
  await show('gone');
  expect(said).toEqual(['pending Fine.']);
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

test('a page that is left while it sends has sent; not where only a script asked', async () => {
  const asked = scene();
  asked.ask();
  window.dispatchEvent(new Event('pagehide'));
  expect(asked.said.at(-1)).toBe('sent Fine.');
  const forged = scene();
  forged.ask(false);
  window.dispatchEvent(new Event('pagehide'));
  expect(forged.said).toEqual(['pending Fine.']);
  await forged.show('gone');
  expect(forged.said.at(-1)).toBe('sent Fine.');
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
