import { findOriginal } from './find-original.ts';
import { signatureLine } from './markers.ts';
import type { Kind, Start } from './marks.ts';
import { matchOriginal } from './match-original.ts';
import type { Line } from './page-lines.ts';
import { asMark, attributionStart, isDeviceLine } from './quote-lines.ts';
import { saidIt } from './quote-words.ts';
import { leftOut } from './serialize.ts';

/** Whose each line is; `signatures` are the nodes left out that are signatures, not quotes. */
export function sortLines(
  lines: readonly Line[],
  signatures: ReadonlySet<Node>,
  start: Start | null,
): Kind[] {
  const text = lines.map((line) => line.text);
  const kinds = kindsOf(lines, signatures);
  if (start && start.original.length > 0) matchOriginal(text, kinds, start.original);
  else {
    const from = findOriginal(text, kinds, start);
    if (from >= 0) kinds.fill(isDeviceLine(text[from]) ? 'signature' : 'quote', from);
  }
  markAttributions(text, kinds, start);
  markOverflow(text, kinds, start);
  markSignature(text, kinds, start);
  markDeviceLines(text, kinds, start);
  markRest(text, kinds, start?.rest ?? []);
  markGaps(text, kinds);
  return kinds;
}

/** Whose each line is by its own first character: what was left out, and what begins with a `>`. */
export function kindsOf(lines: readonly Line[], signatures: ReadonlySet<Node>): Kind[] {
  return lines.map(({ text, first }): Kind => {
    if (text === leftOut) return first && signatures.has(first) ? 'signature' : 'quote';
    // An address that is wrapped before its last character: `<kim@acme.example`, `>:`.
    return text.startsWith('>') && !/^>\s?[:：]$/u.test(text) ? 'quote' : 'own';
  });
}

/** The one to four lines above a quote that say who wrote it, at most two blank lines away. */
function markAttributions(text: readonly string[], kinds: Kind[], start: Start | null): void {
  kinds.forEach((kind, at) => {
    if (kind !== 'quote' || kinds[at - 1] === 'quote') return;
    let end = at - 1;
    while (end >= 0 && kinds[end] === 'own' && isBlank(text[end])) end--;
    if (at - end > 3 || kinds[end] !== 'own') return;
    const from = attributionStart(text, end, (line) => kinds[line] === 'own') ?? end;
    const sentence = text.slice(from, end + 1);
    const stood = start && sentence.every((line) => start.lines.has(line.trimEnd()));
    const isSaid = /[:：]$/u.test(asMark(text[end])) && (stood || saysWhoWrote(sentence, start));
    if (isSaid) kinds.fill('quote', from, at);
  });
}

function saysWhoWrote(lines: readonly string[], start: Start | null): boolean {
  const sentence = lines.map(asMark).join(' ');
  if (saidIt.test(sentence)) return /[\d@<]/.test(sentence);
  // In a language we do not know: it still names a day or an address.
  return start === null && /\d{1,4}[./:-]\d|@/.test(sentence);
}

/** The end of a quoted line that was wrapped without a `>`; what stood there at first is no answer. */
function markOverflow(text: readonly string[], kinds: Kind[], start: Start | null): void {
  for (let at = 1; at < kinds.length - 1; at++) {
    const line = text[at] ?? '';
    if (kinds[at] !== 'own' || kinds[at - 1] !== 'quote' || kinds[at + 1] !== 'quote') continue;
    if (!text[at + 1]?.startsWith('>') || isBlank(line)) continue;
    const isWrapped = start
      ? start.lines.has(line.trimEnd())
      : (text[at - 1]?.length ?? 0) >= 60 && /^\p{Ll}/u.test(line);
    if (isWrapped) kinds[at] = 'quote';
  }
}

/** "Sent from my …" at the end of a text; one that the user types is their own. */
function markDeviceLines(text: readonly string[], kinds: Kind[], start: Start | null): void {
  text.forEach((line, at) => {
    if (kinds[at] !== 'own' || !isDeviceLine(line)) return;
    if (start ? !start.lines.has(line.trimEnd()) : hasOwnRightBelow(text, kinds, at)) return;
    kinds[at] = 'signature';
  });
}

const hasOwnRightBelow = (text: readonly string[], kinds: readonly Kind[], at: number): boolean =>
  kinds[at + 1] === 'own' && !isBlank(text[at + 1]);

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
