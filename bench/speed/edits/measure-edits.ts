import DiffMatchPatch from 'diff-match-patch';
import { editCost, wordDistance, words } from '../../../src/learning/edits/edit-cost.ts';
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
  const [distance = 0, whole = 0, table = 0, diff = 0] = timedInTurn(60, [
    () => {
      sum += wordDistance(left, right);
    },
    () => {
      sum += editCost(draft, final).words;
    },
    () => {
      // No units are left, so the table is used.
      sum += wordDistance(left, right, 0);
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
