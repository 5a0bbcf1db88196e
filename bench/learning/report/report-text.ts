import type { BenchOptions } from '../bench-options.ts';
import type { Missing } from '../cell.ts';
import type { UserNoise } from '../types.ts';
import { number, percent } from './format.ts';
import type { Outcome } from './outcome.ts';
import { ablationTable, learningTable, spendingTable, userTable } from './tables.ts';

const mostListed = 12;

/** What is printed when everything was played, readable at 160 columns. */
export function reportText(
  options: Pick<BenchOptions, 'world' | 'ablation' | 'perUser'>,
  { runs, figures, heldOut, drawn, missing, remarks }: Outcome,
): string {
  const parts = [
    section(`What was learned (${options.world})`, learningTable(figures)),
    section('What it took, a round', spendingTable(figures)),
    options.ablation && section('Each element turned over alone', ablationTable(figures, runs)),
    options.perUser && section('Cost of each user', userTable(runs)),
    heldOut.length > 0 && section('Held-out users: what was learned', learningTable(heldOut)),
    heldOut.length > 0 && section('Held-out users: what it took, a round', spendingTable(heldOut)),
    ...(drawn.figures.length > 0 ? drawnParts(options.perUser, drawn) : []),
    missing.length > 0 && section('Missing from these figures', missingLines(missing)),
    remarks.length > 0 && remarks.join('\n'),
  ];
  return `\n${parts.filter((part) => part !== false).join('\n\n')}`;
}

function drawnParts(perUser: boolean, { runs, figures }: Outcome['drawn']): (string | false)[] {
  return [
    section('Drawn users: what was learned', learningTable(figures)),
    section('Drawn users: what it took, a round', spendingTable(figures)),
    perUser && section('Drawn users: cost of each', userTable(runs)),
  ];
}

/** The noise floor: no way of learning can save this work. */
export function noiseSentence({ texts, edited, cost }: UserNoise): string {
  return (
    `shown ${texts} texts that they had sent before, the user edited ${percent(edited)} of them, ` +
    `${number(cost.words, 1)} words a text on average.`
  );
}

const section = (title: string, text: string): string => `${title}\n${text}`;

function missingLines(missing: readonly Missing[]): string {
  const lines = missing
    .slice(0, mostListed)
    .map(({ agent, user, seed, reason }) => `  ${agent}, ${user}, seed ${seed}: ${reason}`);
  const more = missing.length - lines.length;
  return [...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
}
