import DiffMatchPatch from 'diff-match-patch';
import { editCost, words } from '../../../src/learning/edits/edit-cost.ts';
import { wordDistance } from '../../../src/learning/edits/word-distance.ts';
import { drawing } from '../../drawing.ts';
import { type Row, row } from '../row.ts';
import { timedInTurn } from '../timed.ts';

const length = 600;
const changedShare = 0.4;

/** What comparing a long draft with what was sent costs, beside two other ways to find it. */
export async function measureEdits(): Promise<Row[]> {
  const { draft, final } = drawnTexts(1);
  const left = words(draft);
  const right = words(final);
  const differ = new DiffMatchPatch();
  let sum = 0;
  const [distance = 0, whole = 0, table = 0, diff = 0] = timedInTurn(
    40,
    [
      () => {
        sum += wordDistance(left, right);
      },
      () => {
        sum += editCost(draft, final).words;
      },
      () => {
        sum += byTable(left, right);
      },
      () => {
        sum += differ.diff_main(draft, final).length;
      },
    ],
    // One after another, as ten drafts would be: else each finds the memory full of what the others left.
    10,
  );
  if (sum === 0) throw new Error('The texts are the same.');
  if (wordDistance(left, right) !== byTable(left, right)) throw new Error('One of them is wrong.');
  return [
    row({
      name: 'distance of 600 words, 40 % changed',
      value: distance,
      unit: 'ms',
      peer: ["the textbook's table", table],
      atMost: 0.1,
    }),
    row({
      name: '… with finding the words',
      value: whole,
      unit: 'ms',
      peer: ['diff-match-patch, by letter', diff],
    }),
  ];
}

/** The textbook's table as fast as it goes in plain code: numbers for words, one row at a time. */
function byTable(left: readonly string[], right: readonly string[]): number {
  const numbers = new Map<string, number>();
  const numbered = (words: readonly string[]): Uint32Array =>
    Uint32Array.from(words, (word) => {
      const number = numbers.get(word) ?? numbers.size;
      if (number === numbers.size) numbers.set(word, number);
      return number;
    });
  const down = numbered(left);
  const across = numbered(right);
  const row = Uint32Array.from({ length: across.length + 1 }, (_, at) => at);
  for (let count = 0; count < down.length; count += 1) {
    const word = down[count];
    let diagonal = count;
    let before = count + 1;
    row[0] = before;
    for (let at = 0; at < across.length; at += 1) {
      const above = row[at + 1] ?? 0;
      const replaced = word === across[at] ? diagonal : diagonal + 1;
      before = Math.min(replaced, above + 1, before + 1);
      diagonal = above;
      row[at + 1] = before;
    }
  }
  return row.at(-1) ?? 0;
}

function drawnTexts(seed: number): { readonly draft: string; readonly final: string } {
  const { below } = drawing(seed);
  const word = (): string => `w${below(400)}`;
  const draft = Array.from({ length }, word);
  const final = draft.flatMap((kept) => {
    if (below(1000) >= changedShare * 1000) return [kept];
    const change = below(3);
    if (change === 0) return [];
    return change === 1 ? [word()] : [kept, word()];
  });
  return { draft: draft.join(' '), final: final.join(' ') };
}
