import type { Calendar } from './fact-calendar.ts';
import type { FactWords } from './fact-words.ts';

/** Something in a text that can be true or false: a number, a date, a name, an address, a "not". */
export interface Mark {
  readonly kind: 'number' | 'date' | 'time' | 'name' | 'address' | 'denial';
  /** Equal for two spellings of the same thing: `4,000` and `4000`, `3 p.m.` and `3pm`. */
  readonly key: string;
  /** Whether it is a fact when it stands on one side only, and not merely when exchanged. */
  readonly hard: boolean;
}

/** What marks are read with. */
export interface Reading {
  readonly words: FactWords;
  readonly calendar: Calendar;
  /** Whether a capital in mid-sentence makes a name; not where nouns have one as well. */
  readonly capitalsName: boolean;
  /** Names nobody learns as facts: those of the people who write and read. Lower case. */
  readonly people: ReadonlySet<string>;
}

const address =
  /(?:https?:\/\/|www\.)[^\s<>"]+|[^\s<>"@,;:()]{1,64}@[^\s<>"@,;:()]{1,200}\.\p{L}+/giu;
const number = /\p{N}+(?:[.,:’'\u202F\u00A0]\p{N}+)*(?:\s?(?:a|p)\.?m(?![\p{L}])\.?)?/giu;
/** How far back the beginning of a sentence is looked for. */
const leadLength = 24;
/** Dates that are everyday words as well, unless they have a capital in mid-sentence. */
const everyday: ReadonlySet<string> = new Set(['may', 'march', 'mar', 'sun', 'sat', 'wed']);
const word = /[\p{L}\p{M}\p{N}]+(?:[-’'.][\p{L}\p{M}\p{N}]+)*/gu;
const titled = /(?:^|\s)(?:Dr|Mr|Mrs|Ms|Mx|Prof|Herrn?|Frau|Mme|M|Sr|Sra)\.?\s+$/u;

/** What stands right before and behind a piece of text. */
export interface Beside {
  readonly lead: string;
  readonly tail: string;
}

/** Beside a whole text stands nothing. */
export const alone: Beside = { lead: '', tail: '' };

/** The marks of a piece of text. What stands beside it tells where a sentence begins. */
export function marksOf(text: string, beside: Beside, reading: Reading): Mark[] {
  const found: Mark[] = [];
  const rest = withoutBullets(text, beside.lead).replace(address, (link) => {
    found.push({ kind: 'address', key: link.replace(/[.,;:!?)]+$/u, ''), hard: true });
    return ' '.repeat(link.length);
  });
  for (const [digits] of rest.matchAll(number)) {
    found.push({ kind: 'number', key: canonical(digits), hard: true });
  }
  for (const [sign] of rest.matchAll(/\p{Sc}|%/gu)) {
    found.push({ kind: 'number', key: sign, hard: true });
  }
  found.push(...wordMarks(rest, beside, reading), ...denials(rest, reading));
  return found;
}

/** One spelling of a number: no thousands separators, one sign between hours and minutes. */
function canonical(digits: string): string {
  return digits
    .toLowerCase()
    .replace(/\s|(?<=[ap])\.|\.$/gu, '')
    .replace(/[.,’'\u202F\u00A0](?=\p{N}{3}(?!\p{N}))/gu, '')
    .replace(/^0(\d)(\d\d)$/u, '$1:$2')
    .replace(/^0(\d)[.:](\d\d)$/u, '$1:$2')
    .replace(/(?<=^\p{N}{1,2})\.(?=\p{N}{2}(?!\p{N}))/u, ':');
}

/** Numbers that only number the items of a list are layout. */
function withoutBullets(text: string, lead: string): string {
  const bullets =
    lead === '' || lead.endsWith('\n')
      ? /^\s*\d{1,2}[.)](?=\s)/gmu
      : /(?<=\n)\s*\d{1,2}[.)](?=\s)/gu;
  return text.replace(bullets, (bullet) => bullet.replace(/\S/gu, ' '));
}

function wordMarks(text: string, { lead, tail }: Beside, reading: Reading): Mark[] {
  const { words, calendar } = reading;
  return [...text.matchAll(word)].flatMap((match): Mark[] => {
    const [written] = match;
    const plain = written.replace(/['’]s$/iu, '');
    const lower = plain.toLowerCase();
    const before =
      (match.index < leadLength ? lead : '') +
      text.slice(Math.max(0, match.index - leadLength), match.index);
    const inside = !beginsSentence(before);
    const capital = /^\p{Lu}/u.test(plain);
    if (capital && reading.people.has(lower)) return [];
    const date = singular(lower, calendar.dates);
    if (date !== null && (!everyday.has(date) || (capital && inside))) {
      return [{ kind: 'date', key: date, hard: true }];
    }
    const time = singular(lower, calendar.times);
    if (time !== null) return [{ kind: 'time', key: time, hard: true }];
    const digits = words.numbers.get(lower);
    if (digits !== undefined) return [{ kind: 'number', key: digits, hard: false }];
    const unit = singular(lower, calendar.units);
    if (unit !== null) return [{ kind: 'time', key: unit, hard: false }];
    if (!capital || !reading.capitalsName || /\p{N}/u.test(plain) || plain.length < 2) return [];
    if (words.functionWords.has(lower)) return [];
    if (inside) return [{ kind: 'name', key: lower, hard: !/^\p{Lu}{2,6}$/u.test(plain) }];
    const after = text.slice(match.index + written.length) + tail;
    return isSubject(lower, after, words) ? [{ kind: 'name', key: lower, hard: false }] : [];
  });
}

/** Whether a word that begins a sentence is who or what the sentence is about: "Tom will …". */
function isSubject(lower: string, after: string, { auxiliary, adverb }: FactWords): boolean {
  return auxiliary?.test(after) === true && !/(?:ed|ing)$/u.test(lower) && !adverb?.test(lower);
}

/** Whether what comes next begins a sentence, a line or a quotation. */
function beginsSentence(before: string): boolean {
  return (
    /(?:^|[.!?:…。！？\n]|(?:^|\n)\s*[•*–—-])["“”„«»(\s]*$/u.test(before) && !titled.test(before)
  );
}

/** The word, or the word without a plural s, where it is one of these. */
function singular(lower: string, among: ReadonlySet<string>): string | null {
  const one = lower.replace(/s$/u, '');
  if (among.has(one)) return one;
  return among.has(lower) ? lower : null;
}

function denials(text: string, { words }: Reading): Mark[] {
  if (words.negators === null) return [];
  const said = text.match(words.negators) ?? [];
  return said.map((): Mark => ({ kind: 'denial', key: 'not', hard: true }));
}
