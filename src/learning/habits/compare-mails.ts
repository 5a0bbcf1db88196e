import type { Measures } from '../mail/measure.ts';
import { measureWording, type Wording } from '../mail/measure-wording.ts';
import { sentenceStarts } from '../mail/sentence-starts.ts';
import type { Habit } from './habits.ts';
import { type KeptSentences, keptSentences } from './kept-sentences.ts';

/** A habit that shows in an edit, with the lines that say so. */
export interface Shown {
  readonly habit: Habit;
  readonly before: string;
  readonly after: string;
}

/** What counts of one side of an edit: its courtesies and what the other side says, too. */
interface Style extends Wording {
  readonly sentences: readonly string[];
  readonly smallStarts: number;
  readonly capitalStarts: number;
}

/** A draft and its final text side by side. */
export interface Compared {
  readonly draft: Measures;
  readonly final: Measures;
  readonly kept: KeptSentences;
  /** Without what was taken out, and without what was added: that is something said. */
  readonly before: Style;
  readonly after: Style;
}

export function compareMails(draft: Measures, final: Measures): Compared {
  const kept = keptSentences(saidIn(draft), saidIn(final));
  return {
    draft,
    final,
    kept,
    before: styleOf(draft, kept.before),
    after: styleOf(final, kept.after),
  };
}

function styleOf(mail: Measures, kept: ReadonlySet<string>): Style {
  const polite = new Set(mail.courtesies.map(({ sentence }) => sentence));
  const all = saidIn(mail);
  const sentences = all.filter(
    (sentence) => kept.has(sentence) || polite.has(sentence) || !/[\p{L}\p{N}]/u.test(sentence),
  );
  const { small, capital } = sentenceStarts(sentences);
  const wording = sentences.length === all.length ? mail : measureWording(sentences);
  return { ...wording, sentences, smallStarts: small, capitalStarts: capital };
}

/** A habit with the sentences that only one of the two has. */
export function shownBy(habit: Habit, { draft, final }: Compared): Shown {
  const before = saidIn(draft);
  const after = saidIn(final);
  return {
    habit,
    before: before.filter((sentence) => !after.includes(sentence)).join('\n'),
    after: after.filter((sentence) => !before.includes(sentence)).join('\n'),
  };
}

const saidIn = ({ paragraphs, listItems }: Measures): readonly string[] => [
  ...paragraphs.flat(),
  ...listItems,
];
