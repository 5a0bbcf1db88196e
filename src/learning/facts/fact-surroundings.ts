import type { Context } from '../types.ts';
import { calendarOf } from './fact-calendar.ts';
import { sameLines, withoutLines } from './fact-lines.ts';
import { alone, type Mark, marksOf, type Reading } from './fact-marks.ts';
import { stem } from './fact-stems.ts';
import { factWords, likelyLanguage } from './fact-words.ts';

/** What one changed place of a mail is judged by: both texts as a whole and what was known before. */
export interface Surroundings {
  readonly reading: Reading;
  /** How often the changed lines of the draft and the final text have each mark, by `markId`. */
  readonly marks: { readonly draft: Counts; readonly final: Counts };
  /** Stems of the content words of these lines, and of what the mail answers or follows. */
  readonly stems: {
    readonly draft: Counts;
    readonly final: Counts;
    readonly given: Counts;
  };
}

/** How often something is there, by its name. */
export type Counts = ReadonlyMap<string, number>;

/** Reads both texts once, for all their changed places. */
export function surroundingsOf(edit: {
  readonly draft: string;
  readonly final: string;
  readonly context: Context;
}): Surroundings {
  const { draft, final, context } = edit;
  const { incoming, notes, subject, recipients } = context;
  const language = context.language ?? likelyLanguage(lowerWords(`${draft} ${final}`));
  const people = [...recipients, ...(incoming ? [incoming.from] : [])];
  const reading: Reading = {
    words: factWords(language),
    calendar: calendarOf(language),
    capitalsName: !/^de(?:-|$)/iu.test(language),
    people: new Set(people.flatMap(({ name }) => lowerWords(name))),
  };
  const lines = sameLines(draft, final);
  const [before, after] = [withoutLines(draft, lines), withoutLines(final, lines)];
  const stems = (text: string): Counts => countsOf(contentWords(text, reading).map(stem));
  return {
    reading,
    marks: {
      draft: countsOf(marksOf(before, alone, reading).map(markId)),
      final: countsOf(marksOf(after, alone, reading).map(markId)),
    },
    stems: {
      draft: stems(before),
      final: stems(after),
      given: stems(`${notes}\n${subject}\n${incoming?.text ?? ''}`),
    },
  };
}

/** Equal for marks of the same thing; a plural, a hyphen or an apostrophe makes no other name. */
export function markId({ kind, key }: Mark): string {
  return `${kind} ${kind === 'name' ? key.replace(/['’-]|(?<=\p{L}{3})s$/gu, '') : key}`;
}

function countsOf(ids: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** The words that say something, lower case: no function words, numbers or single letters. */
export function contentWords(text: string, { words }: Reading): string[] {
  return lowerWords(text).filter(
    (word) => !words.functionWords.has(word) && !words.numbers.has(word) && isLong(word),
  );
}

const isLong = (word: string): boolean => word.length > 1 || /\p{Script=Han}/u.test(word);

/** The words of a text, lower case: "don't" as "do", "l'offre" as both its parts, "3pm" not at all. */
export function lowerWords(text: string): string[] {
  return (text.toLowerCase().match(word) ?? []).flatMap((found) => {
    const [first = '', ...rest] = found.split(/['’]/u);
    if (rest.length === 0) return [found];
    const last = rest.at(-1) ?? '';
    if (last === 't') return [first.replace(/n$/u, '')];
    return last.length > 2 ? [first, ...rest].filter((part) => part.length > 1) : [first];
  });
}

const word = /(?<![\p{N}\p{L}\p{M}'’])[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
