import { APIConnectionError, APIError } from 'openai';
import { Fault, type FaultCode } from '../learning/fault.ts';
import type { StallEnd } from './stall-watch.ts';

interface Circumstances {
  readonly host: string;
  readonly model: string;
  /** Taken out of whatever the server says: some repeat it. */
  readonly key: string;
  /** Whether we ended the call ourselves, and why. */
  readonly ended: StallEnd;
}

/** Whether a server refused to answer at all: what Ollama says to an extension it does not know. */
export function isForbidden(thrown: unknown): boolean {
  return thrown instanceof APIError && thrown.status === 403;
}

const longestWait = 3_600_000;
const usualWait = 30_000;

/** What the library threw, in our words. Neither the fault nor its cause contains the key. */
export function faultOf(thrown: unknown, circumstances: Circumstances): Fault {
  const { host, ended } = circumstances;
  const because = (code: FaultCode): Fault => new Fault(code, host, { cause: thrown });
  if (ended === 'cancelled') return new Fault('cancelled', '', { cause: thrown });
  if (ended === 'silent') return because('timed-out');
  if (thrown instanceof Fault) return new Fault(thrown.code, thrown.detail || host);
  if (thrown instanceof APIConnectionError) return because('unreachable');
  if (thrown instanceof APIError) return refusal(thrown, circumstances);
  // A line of the stream that is no JSON.
  if (thrown instanceof SyntaxError) return because('bad-answer');
  // What is left is a connection that broke in the middle of the stream.
  return because('cut-short');
}

function refusal(thrown: APIError, { host, model, key }: Circumstances): Fault {
  const said = wordsOf(thrown, key);
  const because = (code: FaultCode, detail: string, retryAfter: number | null = null): Fault =>
    new Fault(code, detail, {
      // Not the thrown error itself, which may hold the key.
      cause: new Error(said),
      ...(retryAfter === null ? {} : { retryAfter }),
    });
  switch (thrown.status) {
    case 401:
      return because('wrong-key', host);
    case 403:
      return because('forbidden', said);
    case 404:
      // Without a word about a model it is the address that is wrong.
      return /model/i.test(said) || said.includes(model)
        ? because('no-such-model', model)
        : because('bad-answer', host);
    case 408:
    case 504:
      return because('timed-out', host, waitOf(thrown.headers, null));
    case 409:
    case 425:
      // Busy with something else, such as loading the model.
      return because('server-error', host, waitOf(thrown.headers, null));
    case 413:
      return because('too-long', host);
    case 429:
      return because('rate-limited', host, waitOf(thrown.headers, usualWait));
  }
  if (/context.{0,20}(length|window|size)|too long|maximum.{0,20}tokens/i.test(said)) {
    return because('too-long', host);
  }
  // An error that comes in the stream has no status.
  if (thrown.status === undefined || thrown.status >= 500) {
    return because('server-error', host, waitOf(thrown.headers, null));
  }
  return because('forbidden', said);
}

/** What the server said, at most 200 UTF-16 units; its status where it said nothing. */
function wordsOf({ status, message }: APIError, key: string): string {
  const prefix = status === undefined ? '' : `${status} `;
  const words = message.startsWith(prefix) ? message.slice(prefix.length) : message;
  const said = words === 'status code (no body)' ? prefix.trim() : words;
  return (key === '' ? said : said.replaceAll(key, '…')).slice(0, 200);
}

/** Milliseconds to wait, from the headers servers use for it, between 0 and an hour; `unsaid` without. */
export function waitOf<Unsaid extends number | null>(
  headers: Headers | undefined,
  unsaid: Unsaid,
  now = Date.now(),
): number | Unsaid {
  const clamp = (wait: number): number => Math.min(Math.max(wait, 0), longestWait);
  const exact = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (Number.isFinite(exact)) return clamp(exact);
  const said = headers?.get('retry-after') ?? '';
  const seconds = Number.parseFloat(said);
  if (Number.isFinite(seconds)) return clamp(seconds * 1000);
  const date = Date.parse(said);
  return Number.isFinite(date) ? clamp(date - now) : unsaid;
}
