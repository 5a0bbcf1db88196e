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
  const [distance = 0, whole = 0, table = 0, diff = 0] = timedInTurn(200, [
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
  ]);
  if (sum === 0) throw new Error('The texts are the same.');
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

/** The textbook's table, one row at a time. */
function byTable(left: readonly string[], right: readonly string[]): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (const [count, word] of left.entries()) {
    const next = [count + 1];
    for (const [at, other] of right.entries()) {
      const replaced = (row[at] ?? 0) + (word === other ? 0 : 1);
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
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
