import type { Correspondent } from '../../learning/types.ts';
import { parseAddress } from '../addresses.ts';
import { canonicalText } from '../canonical-text.ts';
import type { Marks } from '../marks.ts';
import { readBody } from '../quote-and-signature.ts';
import { correspondentIn } from './correspondent-in.ts';
import type { SiteData } from './site-data.ts';

type Incoming = { readonly from: Correspondent; readonly text: string };

/** The message that stands nearest to the compose box: the last one above it, else the first below. */
export function nearestMessage(
  root: HTMLElement,
  messages: readonly HTMLElement[],
): HTMLElement | null {
  const isAbove = (message: Element): boolean =>
    (message.compareDocumentPosition(root) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return messages.filter(isAbove).at(-1) ?? messages[0] ?? null;
}

/** What a message says, and who wrote it; nobody where the page does not tell. */
export function readMessage(
  message: HTMLElement,
  where: NonNullable<SiteData['incoming']>,
  marks: Marks,
): Incoming | null {
  const body = where.body === '' ? message : message.querySelector(where.body);
  if (!body) return null;
  return {
    from: correspondentIn(message, where),
    text: readBody(body, { ...marks, start: null }).text,
  };
}

/**
 * The message being answered, from its quote: what is quoted at the first level, without what it
 * quotes itself. It came from the one the answer goes to.
 */
export function incomingFromQuote(
  quote: string,
  recipients: readonly Correspondent[],
): Incoming | null {
  const lines = quote.split('\n');
  const isMarked = lines.some((line) => line.startsWith('>'));
  const quoted = isMarked
    ? lines.filter((line) => /^>(?!\s*>)/.test(line)).map((line) => line.replace(/^> ?/, ''))
    : lines.slice(lines.findIndex((line) => /[:：]$/u.test(line)) + 1);
  const text = canonicalText(quoted.join('\n'));
  if (text === '') return null;
  return { from: recipients[0] ?? parseAddress(''), text };
}
