import Table from 'cli-table3';
import { costAgainst } from '../figures/costs.ts';
import type { AgentFigures } from '../figures/figures.ts';
import { grouped } from '../figures/grouped.ts';
import { meanOf, sumOf } from '../figures/share.ts';
import type { Run } from '../types.ts';
import { number, percent, percentInterval } from './format.ts';

/** A column: its head, and what it says of a row. */
type Column<Row> = readonly [head: string, cell: (row: Row) => string];

const learning: readonly Column<AgentFigures>[] = [
  ['agent', ({ name }) => name],
  ['cost ± sd', ({ cost }) => `${number(cost.mean)} ± ${number(cost.sd)}`],
  ['to cipher-5', ({ againstCipher5 }) => percentInterval(againstCipher5)],
  ['gap closed', ({ gapClosed }) => percentInterval(gapClosed)],
  ['norm.', ({ normalised }) => number(normalised, 3)],
  ['unedited', ({ unedited }) => percent(unedited)],
  ['< 5 %', ({ underFivePercent }) => percent(underFivePercent)],
  ['rules', ({ rulesSatisfied }) => percent(rulesSatisfied)],
  ['wrong', ({ wrongScope }) => percent(wrongScope)],
  ['recovery', ({ recoveryRounds }) => number(recoveryRounds, 1)],
  ['harm', ({ harm }) => percent(harm)],
  ['length', ({ lengthRatio }) => number(lengthRatio, 2)],
  ['ranking', ({ ranking }) => percent(ranking)],
  ['wishes', ({ component }) => number(component, 2)],
];

const spending: readonly Column<AgentFigures>[] = [
  ['agent', ({ name }) => name],
  ['calls', ({ callsPerRound }) => number(callsPerRound, 2)],
  ['critical calls', ({ criticalCallsPerRound }) => number(criticalCallsPerRound, 2)],
  ['tokens', ({ tokensPerRound }) => number(tokensPerRound)],
  ['critical tokens', ({ criticalTokensPerRound }) => number(criticalTokensPerRound)],
  ['draft', ({ tokens }) => number(tokens.draft)],
  ['infer', ({ tokens }) => number(tokens.infer)],
  ['verify', ({ tokens }) => number(tokens.verify)],
  ['store', ({ storeSize }) => number(storeSize, 1)],
];

/** What was learned: one row an agent. Columns that have nothing to say in this world are left out. */
export function learningTable(figures: readonly AgentFigures[]): string {
  return table(learning, figures);
}

/** What it cost a round in calls and tokens: one row an agent. */
export function spendingTable(figures: readonly AgentFigures[]): string {
  return table(spending, figures);
}

/** Each arm of the ablation beside the default method: less than 0 % is less work. */
export function ablationTable(figures: readonly AgentFigures[], runs: readonly Run[]): string {
  const whole = figures.find(({ name }) => name === 'penchant');
  const more =
    (of: (row: AgentFigures) => number | null): Column<AgentFigures>[1] =>
    (row) =>
      signedPoints(of(row), whole ? of(whole) : null);
  return table(
    [
      ['arm', ({ name }) => name],
      ['cost', ({ cost }) => number(cost.mean)],
      ['cost to penchant', ({ name }) => percentInterval(costAgainst(runs, name, 'penchant'))],
      ['wrong scope', ({ wrongScope }) => percent(wrongScope)],
      ['points', more(({ wrongScope }) => wrongScope)],
      ['harm', ({ harm }) => percent(harm)],
      ['points ', more(({ harm }) => harm)],
      ['tokens', ({ tokensPerRound }) => number(tokensPerRound)],
      ['critical tokens', ({ criticalTokensPerRound }) => number(criticalTokensPerRound)],
    ],
    figures.filter(({ name }) => name.startsWith('penchant')),
  );
}

/** Words changed, the mean over seeds: one row a user, one column an agent. */
export function userTable(runs: readonly Run[]): string {
  const agents = [...new Set(runs.map(({ agent }) => agent))];
  const users = [...grouped(runs, ({ user }) => user)];
  const cost = (own: readonly Run[], name: string): number | null =>
    meanOf(
      own
        .filter(({ agent }) => agent === name)
        .map(({ rounds }) => sumOf(rounds, (round) => round.cost.words)),
    );
  return table(
    [
      ['user', ([name]) => name],
      ...agents.map(
        (name): Column<(typeof users)[number]> => [name, ([, own]) => number(cost(own, name))],
      ),
    ],
    users,
  );
}

function signedPoints(value: number | null, other: number | null): string {
  if (value === null || other === null) return '–';
  const points = (value - other) * 100;
  return `${points > 0 ? '+' : ''}${points.toFixed(1)}`;
}

function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const [first, ...others] = columns;
  const telling = others.filter(([, cell]) => rows.some((row) => !/^[–\s]*$/u.test(cell(row))));
  const shown = first ? [first, ...telling] : telling;
  const drawn = new Table({
    head: shown.map(([head]) => head.trim()),
    colAligns: shown.map((_, place) => (place === 0 ? 'left' : 'right')),
    style: { head: [], border: [], compact: true, 'padding-left': 1, 'padding-right': 0 },
  });
  for (const row of rows) drawn.push(shown.map(([, cell]) => cell(row)));
  return drawn.toString();
}
