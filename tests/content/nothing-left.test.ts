// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDesk } from '../../src/entrypoints/content/desk.ts';
import { hands } from '../../src/entrypoints/content/hands.ts';
import { createSession } from '../../src/entrypoints/content/session.ts';
import type { PageUi } from '../../src/ui/panel/page-ui.ts';
import { createPanelModel } from '../../src/ui/panel/panel-model.ts';
import type { DraftListener } from '../../src/ui/panel/panel-ports.ts';
import { watchEdits } from '../../src/webmail/edit-watch.ts';
import { watchSend } from '../../src/webmail/send-watch.ts';
import type { Compose } from '../../src/webmail/types.ts';
import { countLeftovers } from './count-leftovers.ts';
import { fakeBrowser } from './fake-browser.ts';
import { fakeCompose } from './fake-compose.ts';

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
vi.mock('../../src/browser/extension.ts', () => fake);

let left: ReturnType<typeof countLeftovers>;
beforeEach(() => {
  fake.browser = fakeBrowser();
  document.body.replaceChildren();
  vi.useFakeTimers();
  left = countLeftovers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const nothing = { listeners: 0, observers: 0, timers: 0 };

/** A box with an editor in a frame beside its text field, in which every click sends. */
function box(): Compose {
  const { compose } = fakeCompose();
  compose.root.append(document.createElement('iframe'));
  const incoming = () => ({ from: { address: 'ana@acme.example', name: 'Ana' }, text: 'When?' });
  return {
    ...compose,
    incoming,
    intent: (event) => (event.target === compose.root ? 'send' : null),
  };
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
}

function press(compose: Compose, handle: (event: Event) => void): void {
  compose.root.addEventListener('click', handle, { once: true });
  compose.root.click();
  compose.root.removeEventListener('click', handle);
}

test('of the watch for a send nothing is left after it has ended, asked to send or not', async () => {
  for (const seconds of [null, 0, 30]) {
    const compose = box();
    const watching = new AbortController();
    const watch = watchSend(compose, {
      signal: watching.signal,
      now: () => Date.now(),
      onPending: () => undefined,
      onSent: () => undefined,
      onDiscarded: () => undefined,
    });
    expect(left().listeners).toBeGreaterThan(0);
    if (seconds !== null) {
      press(compose, watch.handleEvent);
      await vi.advanceTimersByTimeAsync(seconds * 1_000);
      expect(left().observers).toBe(1);
      expect(left().timers).toBe(seconds === 0 ? 1 : 0);
    }
    watching.abort();
    expect(left()).toEqual(nothing);
  }
});

test('nor of the watch for edits', () => {
  const watching = new AbortController();
  watchEdits(box(), watching.signal);
  expect(left().listeners).toBeGreaterThan(0);
  watching.abort();
  expect(left()).toEqual(nothing);
});

test('while nothing is sent there is neither observer nor timer', () => {
  const watching = new AbortController();
  const compose = box();
  hands.watchSend(
    compose,
    { onSent: () => undefined, onDiscarded: () => undefined },
    watching.signal,
  );
  hands.watchEdits(compose, watching.signal);
  expect(left()).toMatchObject({ observers: 0, timers: 0 });
  watching.abort();
});

test('nor of a whole page in which drafts stand, one is being sent and one box was built anew', async () => {
  const boxes = [box(), { ...box(), key: 'draft-2' }];
  const asked: DraftListener[] = [];
  const ui: PageUi = {
    attend: () => undefined,
    openPanel: () => undefined,
    closePanel: () => undefined,
    leave: () => undefined,
    isOpen: () => false,
    note: () => undefined,
    focusNote: () => false,
    nudge: () => undefined,
    keep: () => false,
    remove: () => undefined,
  };
  const sessions: ReturnType<typeof createSession>[] = [];
  const desk = createDesk({
    adapter: {
      find: (from) => boxes.find(({ root }) => root.contains(from)) ?? null,
    },
    ui,
    newSession(compose, onConcluded) {
      const session = createSession(
        compose,
        {
          hands: { ...hands, insert: async () => null },
          ui,
          call: async () => ({}) as never,
          finisher: {
            finish: async () => undefined,
            forget: () => undefined,
            retry: async () => undefined,
            waiting: () => 0,
          },
          newPanelModel: createPanelModel,
          requestDraft: async (_request, heard) => {
            asked.push(heard);
            return () => undefined;
          },
          settled: async () => undefined,
        },
        onConcluded,
      );
      sessions.push(session);
      return session;
    },
  });
  for (const { root, editor } of boxes) {
    editor()?.element.focus();
    desk.attendFocused();
    const session = sessions.at(-1);
    session?.open();
    session?.model.ask();
    await turns();
    asked.at(-1)?.onDone([{ episodeId: root.localName, text: 'Hi', flagged: [] }]);
    await session?.model.insert();
    await turns();
  }
  const [first, second] = boxes;
  if (!first || !second) throw new Error('There are two boxes.');
  press(first, desk.handleEvent);
  sessions[1]?.renew({ ...box(), key: 'draft-2' });
  expect(left().listeners).toBeGreaterThan(20);
  expect(left().observers).toBe(1);
  desk.end();
  expect(left()).toEqual(nothing);
});
