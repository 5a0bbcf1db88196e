import type { z } from 'zod';
import { asFault, Fault } from '../learning/fault.ts';
import {
  type MessageName,
  type Messages,
  messages,
  type Reply,
  type Response,
  type Sender,
} from '../protocol/messages.ts';
import { createBudget, isSmall } from './budget.ts';
import { browser } from './extension.ts';
import { onMessage } from './on-message.ts';

/** What the browser itself says about who sent a message. */
export interface SenderFacts {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly tab?:
    | { readonly id?: number | undefined; readonly url?: string | undefined }
    | undefined;
  readonly frameId?: number | undefined;
}

/** One function a row of the table. */
export type Handlers = {
  readonly [Name in MessageName]: (
    request: z.output<Messages[Name]['request']>,
    sender: SenderFacts,
  ) => Promise<Response<Name>>;
};

/** Which of our contexts sent this; `null` for anybody else. Only browser-stamped fields are read. */
export function senderKind(sender: SenderFacts): Sender | null {
  if (sender.id !== browser.runtime.id) return null;
  const ours = browser.runtime.getURL('');
  if (sender.url?.startsWith(ours)) return 'page';
  return sender.tab?.id === undefined ? null : 'content';
}

/** A person makes a few of these in a minute; each makes us read or write the memory. */
const fromPages = createBudget({ burst: 60, perSecond: 2 });

/**
 * Answers every message of the table; one from the wrong sender or of the wrong shape is refused,
 * and one from a web page's tab also when it is too large or one too many. The
 * handlers may still be on their way: a message that woke the background waits for them.
 */
export function serve(handlers: Promise<Handlers>): void {
  onMessage((message, sender) =>
    isEnvelope(message) ? answer(handlers, message, sender) : undefined,
  );
}

async function answer(
  handlers: Promise<Handlers>,
  envelope: { name: string; request: unknown },
  sender: SenderFacts,
): Promise<Reply> {
  try {
    const name = envelope.name;
    if (!isMessageName(name)) throw new Fault('not-allowed', name);
    const kind = senderKind(sender);
    if (!kind || !messages[name].from.includes(kind)) throw new Fault('not-allowed', name);
    if (kind === 'content') proveModest(envelope, sender);
    return { ok: true, value: await handle(await handlers, name, envelope.request, sender) };
  } catch (thrown) {
    const { code, detail, retryAfter } = asFault(thrown, 'storage-failed');
    return {
      ok: false,
      fault: retryAfter === undefined ? { code, detail } : { code, detail, retryAfter },
    };
  }
}

/** A page that took over a content script could flood us; the user would pay in time and disk. */
function proveModest(envelope: object, { tab }: SenderFacts): void {
  if (!fromPages(tab?.id ?? -1)) throw new Fault('not-allowed', 'too many messages');
  if (!isSmall(envelope)) throw new Fault('not-allowed', 'too large a message');
}

function handle<Name extends MessageName>(
  handlers: Handlers,
  name: Name,
  request: unknown,
  sender: SenderFacts,
): Promise<Response<Name>> {
  const parsed = messages[name].request.safeParse(request);
  if (!parsed.success) throw new Fault('not-allowed', `${name}: ${parsed.error.message}`);
  // The row's schema has just proved the type; TypeScript does not follow it through the union.
  return handlers[name](parsed.data as z.output<Messages[Name]['request']>, sender);
}

function isEnvelope(message: unknown): message is { name: string; request: unknown } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'to' in message &&
    message.to === 'background' &&
    'name' in message &&
    typeof message.name === 'string' &&
    'request' in message
  );
}

function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(messages, name);
}
