import { attributionOpener, deviceLine, headers, originalMessage, saidIt } from './quote-words.ts';

/** No mail program writes a longer one; text in one line without end is never matched against. */
const longestMark = 400;
const longestDeviceLine = 60;
/** How many lines a mail program wraps "On … wrote:" over, at most. */
const mostWrapped = 4;

const direction = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const year = /(?<!\d)(?:19|20)\d\d(?!\d)/;
const shortDay = /\d{1,2}[./-]\s?\d/;
const clock = /\d{1,2}[:.h]\d\d/;
const address = /\S@\S/;

/** A line as it is compared with patterns: without marks of direction, and empty where too long. */
export const asMark = (line: string | undefined): string =>
  line === undefined || line.length > longestMark ? '' : line.replace(direction, '').trim();

/** Whether a line of dashes says that another message follows, or `Begin forwarded message:`. */
export function announcesOriginal(text: readonly string[], at: number): boolean {
  const line = asMark(text[at]);
  if (originalMessage.test(line)) return true;
  // In a language we do not know: a name between dashes, and a header with an address below it.
  if (!/^-{3,}[^-]{3,60}-{3,}$/.test(line)) return false;
  return nextLines(text, at, 3).some((next) => /^[^:：]{2,20}[:：].*\S@\S/u.test(next));
}

/**
 * Whether the headers that Outlook and others put above a quoted message begin here: From, and a day
 * or subject below it. An address or a subject has to be among them: "From, To, Date" alone is also
 * how somebody writes about a journey.
 */
export function beginsHeaders(text: readonly string[], at: number): boolean {
  if (!headers.from.test(asMark(text[at]))) return false;
  const below = nextLines(text, at, 5);
  const has = (header: RegExp): boolean => below.some((line) => header.test(line));
  const hasSubject = has(headers.subject);
  return (
    (hasSubject || has(headers.date)) &&
    (hasSubject || [asMark(text[at]), ...below].some((line) => address.test(line)))
  );
}

/** Whether the line is one of those that stand right above such headers and belong to them. */
export const leadsToOriginal = (line: string | undefined): boolean =>
  /^[-_=*—]{4,}$/.test(asMark(line)) || headers.date.test(asMark(line));

/** Whether it is the line that telephones and free mail programs add, "Sent from my …". */
export function isDeviceLine(line: string | undefined): boolean {
  const bare = asMark(line).replace(/[<(]\s?(?:https?|mailto):[^\s>)]*[>)]?/g, '');
  if (bare.length > longestDeviceLine || /[.!?,;:]$/.test(bare)) return false;
  const [all, rest = ''] = deviceLine.exec(bare) ?? [];
  return all !== undefined && (rest !== '' || /\s\S*$/.test(bare) || bare.length > 6);
}

/**
 * First of the lines that end at `end` and together say who wrote what follows; `null` where they do
 * not. `isFree` tells of a line whether it may be one of them.
 */
export function attributionStart(
  text: readonly string[],
  end: number,
  isFree: (at: number) => boolean,
): number | null {
  if (!/[:：]$/u.test(asMark(text[end]))) return null;
  let top = end;
  while (top > 0 && top > end - mostWrapped + 1 && isFree(top - 1) && asMark(text[top - 1])) top--;
  const lines = text.slice(top, end + 1).map(asMark);
  let from = lines.length;
  do if (--from < 0) return null;
  while (!namesWriter(lines.slice(from).join(' ')));
  // What says enough may still be the end of a sentence that begins further up: with a word that
  // opens it, or else with the last line above that names a day, a time or an address.
  let begin = from;
  for (let at = from; at >= 0 && (at === from || !ends(lines[at])); at--) {
    if (/[\d@<]/.test(lines[at] ?? '')) begin = at;
    if (!attributionOpener.test(lines[at] ?? '')) continue;
    begin = at;
    break;
  }
  return top + begin;
}

/** Whether a line ends a sentence; beside figures, a dot may only shorten the name of a month. */
const ends = (line: string | undefined): boolean =>
  /[!?:：。]$/u.test(line ?? '') || (/\p{L}{3}\.$/u.test(line ?? '') && !/\d/.test(line ?? ''));

/** Whether a sentence says who wrote and when. */
function namesWriter(sentence: string): boolean {
  const hasDay = year.test(sentence) || shortDay.test(sentence) || clock.test(sentence);
  if (saidIt.test(sentence)) return hasDay || address.test(sentence) || /\d/.test(sentence);
  // In a language we do not know: it names an address and a day.
  return hasDay && /@[^\s>]+>\s?\S{0,30}[:：]$/u.test(sentence);
}

function nextLines(text: readonly string[], at: number, count: number): string[] {
  const found: string[] = [];
  for (let next = at + 1; next < text.length && next < at + 3 * count; next++) {
    const line = asMark(text[next]);
    if (line !== '' && found.push(line) === count) break;
  }
  return found;
}
