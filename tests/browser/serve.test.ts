import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import type { SenderFacts } from '../../src/browser/serve.ts';
import { messages, type Reply } from '../../src/protocol/messages.ts';

type Listener = (message: unknown, sender: SenderFacts) => Promise<Reply> | undefined;

const fake = vi.hoisted(() => ({
  listeners: [] as unknown[],
  id: 'our-id',
  url: 'chrome-extension://our-id/',
}));

vi.mock('../../src/browser/extension.ts', () => ({
  browser: {
    runtime: {
      id: fake.id,
      getURL: (path: string) => fake.url + path,
      onMessage: { addListener: (listener: unknown) => fake.listeners.push(listener) },
    },
  },
}));

const { serve, senderKind } = await import('../../src/browser/serve.ts');

const page: SenderFacts = { id: fake.id, url: `${fake.url}popup.html` };
const pageInTab: SenderFacts = { ...page, tab: { id: 3 } };
const content: SenderFacts = { id: fake.id, url: 'https://mail.example.com/', tab: { id: 7 } };
const stranger: SenderFacts = { id: 'another', url: 'chrome-extension://another/x.html' };

const list = { to: 'background', name: 'preferences.list', request: {} };

function served(handlers: Record<string, unknown>): Listener {
  fake.listeners.length = 0;
  // Only the rows a test asks for are given; the table's type wants all of them.
  serve(Promise.resolve(handlers as never));
  const listener = fake.listeners[0] as (
    message: unknown,
    sender: SenderFacts,
    respond: (reply: Reply) => void,
  ) => true | undefined;
  return (message, sender) => {
    let keepsOpen: true | undefined;
    const answered = new Promise<Reply>((respond) => {
      keepsOpen = listener(message, sender, respond);
    });
    return keepsOpen && answered;
  };
}

beforeEach(() => vi.restoreAllMocks());

test('a sender is known by what the browser says of it', () => {
  expect(senderKind(page)).toBe('page');
  expect(senderKind(pageInTab)).toBe('page');
  expect(senderKind(content)).toBe('content');
  expect(senderKind(stranger)).toBeNull();
  expect(senderKind({ id: fake.id, url: 'https://mail.example.com/' })).toBeNull();
  expect(senderKind({ ...content, url: 'https://evil.example/chrome-extension://our-id/' })).toBe(
    'content',
  );
});

test('a page of ours gets its answer', async () => {
  const listen = served({ 'preferences.list': async () => ({ preferences: [] }) });
  expect(await listen(list, page)).toEqual({ ok: true, value: { preferences: [] } });
});

test.each([
  ['a content script', content],
  ['another extension', stranger],
])('%s may not read the preferences', async (_, sender) => {
  const handler = vi.fn();
  const listen = served({ 'preferences.list': handler });
  expect(await listen(list, sender)).toMatchObject({ ok: false, fault: { code: 'not-allowed' } });
  expect(handler).not.toHaveBeenCalled();
});

test('an unknown name, also one of Object, is refused', async () => {
  const listen = served({});
  for (const name of ['no.such', 'constructor', '__proto__']) {
    expect(await listen({ ...list, name }, page)).toMatchObject({ ok: false });
  }
});

test('a request with a key too many is refused before it is handled', async () => {
  const handler = vi.fn();
  const listen = served({ 'preferences.delete': handler });
  const request = { id: 'a', and: 'more' };
  const answer = await listen({ to: 'background', name: 'preferences.delete', request }, page);
  expect(answer).toMatchObject({ ok: false, fault: { code: 'not-allowed' } });
  expect(handler).not.toHaveBeenCalled();
});

test('what is thrown arrives as a fault', async () => {
  const { Fault } = await import('../../src/learning/fault.ts');
  const listen = served({
    'preferences.list': async () => {
      throw new Fault('storage-full', 'disk');
    },
  });
  expect(await listen(list, page)).toEqual({
    ok: false,
    fault: { code: 'storage-full', detail: 'disk' },
  });
});

test('messages for others are left to others', () => {
  const listen = served({});
  expect(listen({ to: 'offscreen', type: 'embed' }, page)).toBeUndefined();
  expect(listen('hello', page)).toBeUndefined();
});

const fromPages = [
  'compose.seen',
  'draft.inserted',
  'draft.left',
  'draft.recall',
  'episode.finish',
  'panel.wanted',
];
const trace = { print: 'p', isExplained: true, left: 'standing' };
const fitting = [
  {},
  { episodeId: 'e', baseline: '', trace },
  { episodeId: 'e', trace },
  { print: 'p' },
  {
    episodeId: 'e',
    final: '',
    outcome: 'sent',
    print: '',
    holdMs: 0,
    baseline: null,
    proof: 'box',
  },
];

test('of all messages a content script may send six, whatever it puts into them', async () => {
  const handler = vi.fn(async () => ({}));
  const listen = served(Object.fromEntries(Object.keys(messages).map((name) => [name, handler])));
  let tab = 1_000;
  const passed = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(messages)),
      fc.oneof(fc.object(), fc.anything(), fc.constantFrom(...fitting)),
      async (name, request) => {
        handler.mockClear();
        // A tab of its own, so that no budget hides what the table does.
        const sender = { ...content, tab: { id: tab++ } };
        const reply = await listen({ to: 'background', name, request }, sender);
        if (handler.mock.calls.length > 0) passed.add(name);
        else expect(reply).toMatchObject({ ok: false, fault: { code: 'not-allowed' } });
      },
    ),
    { numRuns: 3_000 },
  );
  expect([...passed].sort()).toEqual(fromPages);
});

test('the same messages from a stranger or from nowhere are all refused', async () => {
  const handler = vi.fn();
  const listen = served(Object.fromEntries(Object.keys(messages).map((name) => [name, handler])));
  const nowhere: SenderFacts[] = [stranger, {}, { id: fake.id }, { ...content, tab: {} }];
  for (const sender of nowhere) {
    for (const name of Object.keys(messages)) {
      expect(await listen({ to: 'background', name, request: {} }, sender)).toMatchObject({
        ok: false,
      });
    }
  }
  expect(handler).not.toHaveBeenCalled();
});

test('a message of more than 512 KB from a page is refused', async () => {
  const handler = vi.fn(async () => ({}));
  const listen = served({ 'draft.inserted': handler, 'settings.key': handler });
  const request = { episodeId: 'e', baseline: 'x', trace, more: 'y'.repeat(512 * 1024) };
  const message = { to: 'background', name: 'draft.inserted', request };
  expect(await listen(message, { ...content, tab: { id: 8 } })).toMatchObject({
    fault: { code: 'not-allowed', detail: 'too large a message' },
  });
  expect(handler).not.toHaveBeenCalled();
});

test('a tab that floods us is not heard, the others are', async () => {
  const handler = vi.fn(async () => ({}));
  const listen = served({ 'compose.seen': handler });
  const seen = { to: 'background', name: 'compose.seen', request: {} };
  const flood = await Promise.all(
    Array.from({ length: 1_000 }, () => listen(seen, { ...content, tab: { id: 9 } })),
  );
  const heard = flood.filter((reply) => reply?.ok).length;
  expect(heard).toBeGreaterThanOrEqual(60);
  expect(heard).toBeLessThan(100);
  expect(await listen(seen, { ...content, tab: { id: 10 } })).toMatchObject({ ok: true });
});
