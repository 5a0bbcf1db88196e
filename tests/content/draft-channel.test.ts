import { beforeEach, expect, test, vi } from 'vitest';
import { requestDraft } from '../../src/entrypoints/content/draft-channel.ts';
import type { Context } from '../../src/learning/types.ts';
import { fakeBrowser } from './fake-browser.ts';

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
vi.mock('../../src/browser/extension.ts', () => fake);

const context: Context = {
  task: 'new',
  site: 'mail.example.com',
  recipients: [],
  subject: 'Report',
  incoming: null,
  notes: 'second part on Thursday',
  language: null,
};

const applied = {
  id: 'p1',
  revision: 1,
  facet: 'greeting',
  description: 'Greets with “Hi”',
  mails: 1,
  scope: { kind: 'everywhere' },
};

let heard: unknown[];
const listener = {
  onShaped: (preferences: unknown, isHeldOut: boolean) =>
    heard.push(['shaped', preferences, isHeldOut]),
  onText: (piece: string) => heard.push(['text', piece]),
  onDone: (draft: unknown) => heard.push(['done', draft]),
  onFault: ({ code }: { code: string }) => heard.push(['fault', code]),
};

beforeEach(() => {
  fake.browser = fakeBrowser();
  heard = [];
});

const begin = () => {
  const stop = requestDraft({ context, without: ['p1'], how: { kind: 'draft' } }, listener);
  const port = fake.browser.ports[0];
  if (!port) throw new Error('no port was opened');
  return { stop, port };
};

test('asks, passes on what comes, and closes the port at the end', () => {
  const { port } = begin();
  expect(port.said).toEqual([{ type: 'start', context, without: ['p1'], how: { kind: 'draft' } }]);
  port.onMessage.emit({ type: 'shaped', preferences: [applied], isHeldOut: true });
  port.onMessage.emit({ type: 'text', piece: 'Hi' });
  port.onMessage.emit({
    type: 'done',
    drafts: [{ episodeId: 'e1', text: 'Hi Ana', flagged: ['4711'] }],
  });
  expect(heard).toEqual([
    ['shaped', [applied], true],
    ['text', 'Hi'],
    ['done', [{ episodeId: 'e1', text: 'Hi Ana', flagged: ['4711'] }]],
  ]);
  expect(port.disconnected).toBe(true);
  port.onMessage.emit({ type: 'text', piece: 'late' });
  port.onDisconnect.emit(port);
  expect(heard).toHaveLength(3);
});

test('a fault ends it', () => {
  const { port } = begin();
  port.onMessage.emit({ type: 'fault', fault: { code: 'unreachable', detail: 'host' } });
  expect(heard).toEqual([['fault', 'unreachable']]);
});

test.each([
  null,
  'text',
  { type: 'text' },
  { type: 'text', piece: 7 },
  { type: 'done', text: 'Hi' },
  { type: 'fault', fault: null },
  { type: 'fault', fault: { code: 'unreachable' } },
  { type: 'shaped', preferences: 'all', isHeldOut: false },
  { type: 'shaped', preferences: [] },
  { type: 'shaped', preferences: [{ id: 'p1' }], isHeldOut: false },
  { type: 'later' },
])('what has no known shape ends it, and asks for a reload: %j', (said) => {
  const { port } = begin();
  port.onMessage.emit(said);
  expect(heard).toEqual([['fault', 'reload-needed']]);
  expect(port.disconnected).toBe(true);
});

test('a port that closes in mid-draft is a draft cut short', () => {
  const { port } = begin();
  port.onMessage.emit({ type: 'text', piece: 'Hi' });
  port.onDisconnect.emit(port);
  expect(heard.at(-1)).toEqual(['fault', 'cut-short']);
});

test('a port that closes because the extension is gone asks for a reload', () => {
  const { port } = begin();
  fake.browser.runtime.id = undefined;
  port.onDisconnect.emit(port);
  expect(heard).toEqual([['fault', 'reload-needed']]);
});

test('after a stop nothing more is heard', () => {
  const { stop, port } = begin();
  stop();
  port.onMessage.emit({ type: 'done', episodeId: 'e1', text: 'Hi', flagged: [] });
  port.onDisconnect.emit(port);
  expect(port.said.at(-1)).toEqual({ type: 'stop' });
  expect(port.disconnected).toBe(true);
  expect(heard).toEqual([]);
});
