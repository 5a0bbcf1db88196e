import { attribution, dateHeader, fromHeader, originalMessage, signatureLine } from './markers.ts';
import type { Kind, Start } from './marks.ts';
import type { Line } from './page-lines.ts';
import { leftOut } from './serialize.ts';

/** Whose each line is; `signatures` are the nodes left out that are signatures, not quotes. */
export function sortLines(
  lines: readonly Line[],
  signatures: ReadonlySet<Node>,
  start: Start | null,
): Kind[] {
  const text = lines.map((line) => line.text);
  const kinds = lines.map((line): Kind => {
    if (line.text === leftOut)
      return line.first && signatures.has(line.first) ? 'signature' : 'quote';
    return line.text.startsWith('>') ? 'quote' : 'own';
  });
  markOriginal(text, kinds);
  markAttributions(text, kinds, start);
  markSignature(text, kinds, start);
  markRest(text, kinds, start?.rest ?? []);
  markGaps(text, kinds);
  return kinds;
}

/** `----- Original Message -----`, or the headers Outlook writes: everything below is quoted. */
function markOriginal(text: readonly string[], kinds: Kind[]): void {
  const from = text.findIndex(
    (line, at) =>
      originalMessage.test(line) ||
      (fromHeader.test(line) && text.slice(at + 1, at + 3).some((next) => dateHeader.test(next))),
  );
  if (from >= 0) kinds.fill('quote', from);
}

/** The one to three lines above a quote that say who wrote it. */
function markAttributions(text: readonly string[], kinds: Kind[], start: Start | null): void {
  kinds.forEach((kind, at) => {
    if (kind !== 'quote' || kinds[at - 1] === 'quote') return;
    let end = at - 1;
    while (end >= 0 && kinds[end] === 'own' && isBlank(text[end])) end--;
    if (at - end > 3) return;
    for (let from = end; from >= 0 && from > end - 3; from--) {
      if (kinds[from] !== 'own' || isBlank(text[from])) return;
      // A long one is wrapped: the line above belongs to it where it names the day.
      if (kinds[from + 1] === 'quote' && from < end && !namesDay.test(text[from] ?? '')) return;
      const sentence = text.slice(from, end + 1);
      if (!saysWhoWrote(sentence, start)) continue;
      kinds.fill('quote', from, at);
      if (namesDay.test(sentence.join(' '))) return;
    }
  });
}

const namesDay = /\d{4}|\d{1,2}[./:-]\d/;

function saysWhoWrote(lines: readonly string[], start: Start | null): boolean {
  const sentence = lines.join(' ').trim();
  if (!/[:：]$/u.test(sentence)) return false;
  if (start && lines.every((line) => start.lines.has(line.trimEnd()))) return true;
  if (attribution.test(sentence)) return /[\d@<]/.test(sentence);
  // In a language we do not know: it still names a day or an address.
  return start === null && /\d{1,4}[./:-]\d|@/.test(sentence);
}

/** From the `-- ` that stood there at first; one that the user types later is their own text. */
function markSignature(text: readonly string[], kinds: Kind[], start: Start | null): void {
  if (start && !start.signature) return;
  const known = start?.signature ?? [];
  const isKnown = (at: number): boolean =>
    known.length > 0 && known.every((line, below) => text[at + 1 + below]?.trimEnd() === line);
  const marks = text.flatMap((line, at) =>
    kinds[at] === 'own' && (signatureLine.test(line) || line === '--') ? [at] : [],
  );
  const at = marks.find(isKnown) ?? marks.at(-1);
  if (at === undefined) return;
  // Another identity has another signature: as far down as the quote or the end.
  const end = isKnown(at) ? at + 1 + known.length : text.length;
  kinds[at] = 'signature';
  for (let next = at + 1; next < end && kinds[next] === 'own'; next++) kinds[next] = 'signature';
}

/** What stood at the end at first, without any mark, and still does. */
function markRest(text: readonly string[], kinds: Kind[], rest: readonly string[]): void {
  let left = rest.length;
  for (let at = text.length - 1; at >= 0 && left > 0; at--) {
    if (kinds[at] !== 'own') continue;
    const line = text[at]?.trimEnd() ?? '';
    if (line === '' && rest[left - 1] !== '') continue;
    if (line !== rest[left - 1]) return;
    kinds[at] = 'signature';
    left--;
  }
}

/** A blank line between two quoted lines is quoted. */
function markGaps(text: readonly string[], kinds: Kind[]): void {
  let from = -1;
  kinds.forEach((kind, at) => {
    if (kind === 'quote') {
      if (from >= 0) kinds.fill('quote', from + 1, at);
      from = at;
    } else if (kind === 'signature' || !isBlank(text[at])) from = -1;
  });
}

const isBlank = (line: string | undefined): boolean => (line ?? '').trim() === '';
