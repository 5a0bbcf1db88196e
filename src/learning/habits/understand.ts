import { fixed, onLines, unquoted } from './describe.ts';
import type { Habit } from './habits.ts';
import { understandFreely } from './understand-freely.ts';

/**
 * The habits that a description asks for, in its order: what `describeHabit` writes, and much of what
 * people write themselves. Several clauses are separated by line breaks or `;`. A clause that is not
 * understood as a whole gives nothing: half an instruction is worse than none.
 */
export function understand(text: string): Habit[] {
  return clauses(text).flatMap((clause) => {
    const habit = exactly(clause) ?? understandFreely(clause);
    return habit === null ? [] : [habit];
  });
}

/** The clauses of a text without their bullets and numbers. What stands in quotes is never split. */
export function clauses(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .flatMap((line) => line.match(/(?:“(?:\\.|[^”\\])*”|;(?=\S)|[^;])+/gu) ?? [])
    .map((clause) =>
      clause
        .trim()
        .replace(/^(?:[-*•–]|\d{1,3}[.)])\s+/u, '')
        .trim(),
    )
    .filter((clause) => clause !== '');
}

const fixedHabits: ReadonlyMap<string, Habit> = new Map<string, Habit>([
  ['Writes no greeting', { kind: 'greeting', text: null }],
  ['Writes no closing', { kind: 'closing', text: null }],
  ['Uses no emoji', { kind: 'emoji', use: false, example: '' }],
  [fixed.courtesies.yes, { kind: 'courtesies', use: true }],
  [fixed.courtesies.no, { kind: 'courtesies', use: false }],
  [fixed.courtesies.opening, { kind: 'courtesies', use: true, only: 'opening' }],
  [fixed.courtesies.closing, { kind: 'courtesies', use: true, only: 'closing' }],
  [fixed.list.yes, { kind: 'list', use: true }],
  [fixed.list.no, { kind: 'list', use: false }],
  [fixed.paragraphs.one, { kind: 'paragraphs', shape: 'one' }],
  [fixed.paragraphs.sentence, { kind: 'paragraphs', shape: 'sentence' }],
  [fixed.contractions.yes, { kind: 'contractions', use: true }],
  [fixed.contractions.no, { kind: 'contractions', use: false }],
  [fixed.exclamations.yes, { kind: 'exclamations', use: true }],
  [fixed.exclamations.no, { kind: 'exclamations', use: false }],
  [fixed.hedges.yes, { kind: 'hedges', use: true }],
  [fixed.hedges.no, { kind: 'hedges', use: false }],
  [fixed.ampersands.yes, { kind: 'ampersands', use: true }],
  [fixed.ampersands.no, { kind: 'ampersands', use: false }],
  [fixed.dashes.yes, { kind: 'dashes', use: true }],
  [fixed.dashes.no, { kind: 'dashes', use: false }],
  [fixed.capitals.yes, { kind: 'capitals', use: true }],
  [fixed.capitals.no, { kind: 'capitals', use: false }],
]);

const exactQuote = /^(Greets|Closes|Begins|Ends) with (the sentence )?“((?:\\.|[^”\\])+)”$/u;

/** A clause as `describeHabit` writes it. */
function exactly(clause: string): Habit | null {
  const known = fixedHabits.get(clause);
  if (known) return known;
  const [, verb, sentence, inner] = exactQuote.exec(clause) ?? [];
  if (inner !== undefined) {
    const text = unquoted(inner);
    if (sentence !== undefined) {
      if (verb === 'Begins') return { kind: 'line', place: 'opening', text };
      if (verb === 'Ends') return { kind: 'line', place: 'closing', text };
    } else {
      if (verb === 'Greets') return { kind: 'greeting', text };
      if (verb === 'Closes') return { kind: 'closing', text: onLines(text) };
    }
  }
  const words = /^Keeps mails to about (\d{1,5}) words$/u.exec(clause)?.[1];
  if (words !== undefined && Number(words) > 0) return { kind: 'length', words: Number(words) };
  const example = /^Uses emoji such as (\S+)$/u.exec(clause)?.[1];
  return example === undefined ? null : { kind: 'emoji', use: true, example };
}
