import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Fault } from '../../src/learning/fault.ts';
import type { Edit, Writer } from '../../src/learning/ports.ts';
import { createWriter } from '../../src/models/create-writer.ts';
import { type BadDay, badDays, type End } from '../../tests/fixtures/misbehaviours.ts';
import { type ModelServer, startModelServer } from '../../tests/fixtures/model-server.ts';
import { selfSigned } from '../../tests/fixtures/self-signed.ts';

/** What a trial of a promise found. */
export interface Trial {
  readonly promise: string;
  readonly trials: number;
  readonly failures: number;
  /** What went wrong, at most ten. */
  readonly examples: readonly string[];
  readonly seconds: number;
}

/** What one bad day ended in. */
export interface Played {
  readonly end: End;
  readonly requests: number;
  readonly written: number;
  /** Everything the user, a log or an export could see of it. */
  readonly visible: string;
  /** What a good day right after it gave. */
  readonly after: string;
}

export const canary = 'sk-canary-b4d0da75';

const context: Edit['context'] = {
  task: 'new',
  site: 'mail.example.com',
  recipients: [{ address: 'ann@acme.example', name: 'Ann Miller' }],
  subject: 'Plans',
  incoming: null,
  notes: 'Ask for the plans',
  language: 'en',
};
const edit: Edit = {
  context,
  draft: 'Hi Ann,\n\nplease send the plans.\n\nBest',
  final: 'Hi Ann,\n\nplease send the plans.\n\nCheers',
  guidance: null,
  known: [],
};

/** Plays one day against the real writer over a real connection. */
export async function play(day: BadDay): Promise<Played> {
  const server = await startModelServer({ reply: () => 'A good day.' });
  const away = await elsewhere(day, server);
  const writer = writerFor(away?.baseUrl ?? server.baseUrl, day.isSilent ? 0.1 : 10);
  if (!away && typeof day.how !== 'string') server.misbehave(day.how);
  else if (!away) server.misbehave(day.how as Parameters<ModelServer['misbehave']>[0]);
  const visible: string[] = [];
  const onText = (piece: string): void => void visible.push(piece);
  try {
    const end = await endOf(() => (day.ask ? learned(writer) : shown(writer, onText)), visible);
    const requests = server.requests.length;
    const after = (await writerFor(server.baseUrl, 10).draft(order)).text;
    return { end, requests, written: server.written(), visible: visible.join('\n'), after };
  } finally {
    await Promise.all([away?.close(), server.close()]);
  }
}

const order = { context, guidance: null, examples: [] };

function writerFor(baseUrl: string, timeoutSeconds: number): Writer {
  const choice = { kind: 'openai' as const, baseUrl, model: 'penchant-test', timeoutSeconds };
  const stored = { host: new URL(baseUrl).host, key: canary };
  return createWriter(choice, '', stored, { masks: true });
}

const shown = async (writer: Writer, onText: (piece: string) => void): Promise<End> => ({
  shown: (await writer.draft(order, { onText })).text,
});
const learned = async (writer: Writer): Promise<End> => ({
  learned: (await writer.infer(edit, 'components')).preferences.length,
});

async function endOf(ask: () => Promise<End>, visible: string[]): Promise<End> {
  try {
    const end = await ask();
    visible.push(JSON.stringify(end));
    return end;
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    const { code, detail, retryAfter, message, stack, cause } = thrown;
    visible.push(detail, message, String(stack), String(cause));
    return retryAfter === undefined ? { fault: code } : { fault: code, retryAfter };
  }
}

interface Elsewhere {
  readonly baseUrl: string;
  close(): Promise<void>;
}

/** Where there is no server of ours that could misbehave. */
async function elsewhere({ how }: BadDay, server: ModelServer): Promise<Elsewhere | null> {
  const nothing = async (): Promise<void> => {};
  switch (how) {
    case 'nobody': {
      const gone = await startModelServer();
      await gone.close();
      return { baseUrl: gone.baseUrl, close: nothing };
    }
    case 'no-such-host':
      return { baseUrl: 'https://models.invalid/v1', close: nothing };
    case 'offline': {
      const before = globalThis.fetch;
      globalThis.fetch = async () => {
        globalThis.fetch = before;
        throw new TypeError('Failed to fetch');
      };
      return { baseUrl: server.baseUrl, close: nothing };
    }
    case 'self-signed': {
      const tls = createServer(selfSigned);
      await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve));
      // A server that listens on a port has an address of this kind.
      const { port } = tls.address() as AddressInfo;
      const close = (): Promise<void> => new Promise((resolve) => tls.close(() => resolve()));
      return { baseUrl: `https://localhost:${port}/v1`, close };
    }
    default:
      return null;
  }
}

/** In what a day did not end as it should, in words; empty where all is well. */
export function wrongs(day: BadDay, played: Played): string[] {
  const found: string[] = [];
  const said = `${JSON.stringify(played.end)} instead of ${JSON.stringify(day.end)}`;
  if (!isEnd(played.end, day.end)) found.push(`ended as ${said}`);
  if (day.most !== undefined && played.written > day.most)
    found.push(`read ${played.written} bytes`);
  if (played.requests > (day.asks ?? 1)) found.push(`asked ${played.requests} times`);
  if (played.visible.includes(canary)) found.push('showed the key');
  if (played.after !== 'A good day.') found.push(`went on as ${played.after}`);
  if ('polluted' in {}) found.push('changed Object.prototype');
  return found;
}

function isEnd(end: End, wanted: End): boolean {
  if ('fault' in wanted) {
    return 'fault' in end && end.fault === wanted.fault && end.retryAfter === wanted.retryAfter;
  }
  if ('learned' in wanted) return 'learned' in end && end.learned === wanted.learned;
  const text = 'shown' in end ? String(end.shown) : null;
  return typeof wanted.shown === 'string' ? text === wanted.shown : wanted.shown.test(text ?? '');
}

/** T17: bad model days never break it. */
export async function tryBadDays(): Promise<Trial> {
  const begun = performance.now();
  const crashes: string[] = [];
  const crash = (thrown: unknown): void => void crashes.push(`crashed: ${String(thrown)}`);
  process.on('unhandledRejection', crash);
  const failed: string[] = [];
  try {
    for (const day of badDays) {
      const wrong = await play(day).then(
        (played) => wrongs(day, played),
        (thrown: unknown) => [`threw ${String(thrown)}`],
      );
      if (wrong.length > 0) failed.push(`${day.name}: ${wrong.join('; ')}`);
    }
  } finally {
    process.off('unhandledRejection', crash);
  }
  return {
    promise: 'T17',
    trials: badDays.length,
    failures: failed.length + crashes.length,
    examples: [...failed, ...crashes].slice(0, 10),
    seconds: (performance.now() - begun) / 1000,
  };
}
