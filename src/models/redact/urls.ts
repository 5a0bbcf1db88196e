import { type Finder, inTurn, type Span, spansOf } from './span.ts';

/** Of bare names, so that “Ms.Smith/Jones” is none. Two letters may be a country. */
const endings =
  '(?:com|org|net|edu|gov|info|biz|dev|app|cloud|page|link|online|site|shop|[a-z]{2})';
const inside = '[^\\s<>"“”„«»「」『』（）【】，。、；\\u0000]';

const patterns = [
  new RegExp(`(?<![\\p{L}\\p{N}])(?:https?|ftps?|sftp|webcal|wss?)://${inside}{1,2048}`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{N}@._-])www\\.${inside}{3,2048}`, 'giu'),
  new RegExp(
    `(?<![\\p{L}\\p{N}@._-])(?:[a-z0-9][a-z0-9-]{0,62}\\.){1,6}${endings}(?::\\d{2,5})?[/?#]${inside}{1,2048}`,
    'gu',
  ),
];

/**
 * Addresses of pages, whole: what in one is a name, a token or a query differs from site to site. A bare
 * host without a path tells nothing and stays.
 */
export const urls: Finder = inTurn(
  patterns.map((pattern) => (text) => spansOf(text, pattern).map((span) => trimmed(text, span))),
);

/** Without what ends the sentence or closes the bracket around it. */
function trimmed(text: string, { start, end }: Span): Span {
  const address = text.slice(start, end);
  let length = address.length;
  let open = address.split('(').length - address.split(')').length;
  for (; length > 1; length--) {
    const last = address[length - 1] ?? '';
    if (last === ')' && open >= 0) break;
    if (!/[.,;:!?'’)\]}*_…]/.test(last)) break;
    if (last === ')') open++;
  }
  return { start, end: start + length };
}
