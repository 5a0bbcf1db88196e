import type { Dash } from '../mail/dashes.ts';
import { plainWords } from '../mail/plain-words.ts';
import { type Compared, type Shown, shownBy } from './compare-mails.ts';

/** The habits of wording, punctuation and tone that an edit shows, most telling first. */
export function wordingShown(edit: Compared): Shown[] {
  return [capitals, contractions, ampersands, dashes, exclamations, emoji, hedges].flatMap(
    (of) => of(edit) ?? [],
  );
}

// Wherever a habit replaces one thing by another, both have to move.

function capitals(edit: Compared): Shown | null {
  const { draft, final, before, after } = edit;
  const small = after.smallStarts - before.smallStarts;
  const capital = after.capitalStarts - before.capitalStarts;
  if (small > 0 && capital < 0 && final.smallStarts > final.capitalStarts) {
    return shownBy({ kind: 'capitals', use: false }, edit);
  }
  // A single small letter in the draft was a slip.
  return small < 0 && capital > 0 && draft.smallStarts > draft.capitalStarts
    ? shownBy({ kind: 'capitals', use: true }, edit)
    : null;
}

function contractions(edit: Compared): Shown | null {
  const { before, after } = edit;
  const more = after.contractions - before.contractions;
  const less = before.spelledOut - after.spelledOut;
  if (more > 0 && less > 0) return shownBy({ kind: 'contractions', use: true }, edit);
  return more < 0 && less < 0 ? shownBy({ kind: 'contractions', use: false }, edit) : null;
}

function ampersands(edit: Compared): Shown | null {
  const { before, after } = edit;
  // Which word stood between names is known only of the word: "Termine & Notizen" may be a firm.
  const more = countSigns(after.sentences) - countSigns(before.sentences);
  const less = before.ands - after.ands;
  if (more > 0 && less > 0) return shownBy({ kind: 'ampersands', use: true }, edit);
  return more < 0 && less < 0 ? shownBy({ kind: 'ampersands', use: false }, edit) : null;
}

const countSigns = (sentences: readonly string[]): number =>
  sentences.join('\n').match(/ & /gu)?.length ?? 0;

function dashes(edit: Compared): Shown | null {
  const { draft, final, before, after } = edit;
  const use = final.dashes.length > 0;
  if (use === draft.dashes.length > 0) return null;
  const [having, other] = use ? [after.dashes, before.sentences] : [before.dashes, after.sentences];
  const words = plainWords(other.join(' '));
  // Something else joined, or joins, the same words: what was added behind a dash is something said.
  return having.some((dash) => isJoined(dash, words))
    ? shownBy({ kind: 'dashes', use }, edit)
    : null;
}

/** Whether the words beside a dash stand side by side, or with one word ("and") between them. */
function isJoined({ before, after }: Dash, words: readonly string[]): boolean {
  const left = plainWords(before).at(-1);
  const right = plainWords(after)[0];
  if (left === undefined || right === undefined) return false;
  return words.some(
    (word, at) => word === left && (words[at + 1] === right || words[at + 2] === right),
  );
}

function exclamations(edit: Compared): Shown | null {
  const { draft, final, before, after } = edit;
  const use = final.exclamations > 0;
  if (use === draft.exclamations > 0) return null;
  if ((use ? after : before).exclamations === 0) return null;
  return shownBy({ kind: 'exclamations', use }, edit);
}

function emoji(edit: Compared): Shown | null {
  const { draft, final, before, after } = edit;
  const use = final.emoji.length > 0;
  if (use === draft.emoji.length > 0) return null;
  const [example] = (use ? after : before).emoji;
  if (example === undefined) return null;
  return shownBy({ kind: 'emoji', use, example: use ? example : '' }, edit);
}

function hedges(edit: Compared): Shown | null {
  const { draft, final, before, after } = edit;
  const use = final.hedges.length > 0;
  if (use === draft.hedges.length > 0) return null;
  // One "maybe" is something said; a softer tone, or two of them, is a habit.
  const { softeners, hedges: all } = use ? after : before;
  return softeners.length > 0 || all.length > 1 ? shownBy({ kind: 'hedges', use }, edit) : null;
}
