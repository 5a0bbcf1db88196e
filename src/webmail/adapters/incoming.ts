import type { Correspondent } from '../../learning/types.ts';
import { parseAddress } from '../addresses.ts';
import { canonicalText } from '../canonical-text.ts';
import type { Marks } from '../marks.ts';
import { readBody } from '../quote-and-signature.ts';
import { correspondentIn } from './correspondent-in.ts';
import type { SiteData } from './site-data.ts';

type Incoming = { readonly from: Correspondent; readonly text: string };

/** The message being answered, where the page shows it: the last one above the compose box. */
export function readIncoming(
  root: HTMLElement,
  where: NonNullable<SiteData['incoming']>,
  marks: Marks,
): Incoming | null {
  const above = [...root.ownerDocument.querySelectorAll<HTMLElement>(where.message)].filter(
    (message) => message.compareDocumentPosition(root) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const message = above.at(-1);
  const body = message?.querySelector(where.body);
  if (!message || !body) return null;
  const from = correspondentIn(message, where);
  return { from, text: readBody(body, { ...marks, start: null }).text };
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
