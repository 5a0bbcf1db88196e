import { beforeEach, expect, test, vi } from 'vitest';
import type { SenderFacts } from '../../src/browser/serve.ts';
import type { Reply } from '../../src/protocol/messages.ts';

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
