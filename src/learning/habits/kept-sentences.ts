import { plainWords } from '../mail/plain-words.ts';

/** The sentences of a draft and of its final text that say the same, in their order. */
export interface KeptSentences {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/** Nobody changes more sentences than this and keeps what they say. */
const mostChanged = 40;

/**
 * The share of a sentence that has to come from the draft. Fewer than half, because a softening phrase
 * in front ("Just so you know, I agree.") can be longer than what it softens.
 */
const mostlyKept = 0.3;

/** In letters: a few small words left over are no part of another sentence. */
const fewestLeft = 16;

/** A sentence, and its words that have found no counterpart yet. */
interface Open {
  readonly sentence: string;
  readonly letters: number;
  readonly left: Map<string, number>;
}

/**
 * Which sentences of a final text were in the draft, as they are or reworded, split or joined. The
 * others were added or taken out, with all they bring along: they are something said, no habit.
 */
export function keptSentences(draft: readonly string[], final: readonly string[]): KeptSentences {
  const links = linked(
    without(draft, final).slice(0, mostChanged).map(opened),
    without(final, draft).slice(0, mostChanged).map(opened),
  );
  const found = new Map<Open, number>();
  for (const { after, shared } of links) found.set(after, (found.get(after) ?? 0) + shared);
  const isKept = (after: Open): boolean => (found.get(after) ?? 0) >= mostlyKept * after.letters;
  const kept = links.filter(({ after }) => isKept(after));
  const same = final.filter((sentence) => draft.includes(sentence));
  return {
    before: new Set([...same, ...kept.map(({ before }) => before.sentence)]),
    after: new Set([...same, ...kept.map(({ after }) => after.sentence)]),
  };
}

/** The sentences of `some` that are not among `others`, each as often as it is missing there. */
function without(some: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return some.filter((sentence) => {
    const at = left.indexOf(sentence);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

interface Link {
  readonly before: Open;
  readonly after: Open;
  readonly shared: number;
}

/**
 * Sentences that share most of the shorter one, most alike first; each word counts once. What is left
 * of them is linked in the same way, for a sentence may be made of parts of two.
 */
function linked(draft: readonly Open[], final: readonly Open[]): Link[] {
  return [
    ...linkedBy(
      (pair) => alike(pair, Math.min(pair.before.letters, pair.after.letters)),
      draft,
      final,
    ),
    ...linkedBy(
      (pair) =>
        alike(pair, Math.max(fewestLeft, Math.min(sum(pair.before.left), sum(pair.after.left)))),
      draft,
      final,
    ),
  ];
}

function linkedBy(
  likeness: (pair: Link) => number,
  draft: readonly Open[],
  final: readonly Open[],
): Link[] {
  return draft
    .flatMap((before) => final.map((after) => link(before, after)))
    .map((pair) => ({ pair, like: likeness(pair) }))
    .filter(({ like }) => like > 0.5)
    .sort((one, other) => other.like - one.like || other.pair.shared - one.pair.shared)
    .flatMap(({ pair: { before, after } }) => {
      const now = link(before, after);
      if (likeness(now) <= 0.5) return [];
      takeShared(before.left, after.left);
      return [now];
    });
}

const link = (before: Open, after: Open): Link => ({
  before,
  after,
  shared: sharedLetters(before.left, after.left),
});

const alike = ({ shared }: Link, letters: number): number => shared / Math.max(1, letters);

function opened(sentence: string): Open {
  const left = new Map<string, number>();
  for (const word of plainWords(sentence)) {
    // What joins sentences says nothing itself.
    if (/^(?:and|und|et|y)$/u.test(word)) continue;
    left.set(word, (left.get(word) ?? 0) + 1);
  }
  return { sentence, letters: sum(left), left };
}

/** In letters, because the long words of a sentence say what it is about. */
function sharedLetters(
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
): number {
  let letters = 0;
  for (const [word, count] of one) letters += word.length * Math.min(count, other.get(word) ?? 0);
  return letters;
}

function takeShared(one: Map<string, number>, other: Map<string, number>): void {
  for (const [word, count] of [...one]) {
    const there = other.get(word) ?? 0;
    one.set(word, count - Math.min(count, there));
    other.set(word, there - Math.min(count, there));
  }
}

const sum = (words: ReadonlyMap<string, number>): number => sharedLetters(words, words);
