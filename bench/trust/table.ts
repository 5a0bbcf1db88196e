import Table from 'cli-table3';
import type { Outcome, Row } from './row.ts';
import { upperBound } from './upper-bound.ts';

/** A row that was tried; also the form that `--json` writes. */
export interface Tried extends Outcome {
  readonly promise: string;
  readonly sentence: string;
  readonly seconds: number;
  /** 0 to 1; see `upperBound`. */
  readonly bound: number;
}

/**
 * Tries a row. Whatever it throws is one failure, for then the promise is not shown to hold; so is having
 * tried nothing.
 */
export async function tried(
  row: Pick<Row, 'promise' | 'sentence'>,
  run: () => Promise<Outcome>,
): Promise<Tried> {
  const began = performance.now();
  const outcome = await run()
    .then((came) => (came.trials > 0 ? came : untried('there was nothing to try')))
    .catch((thrown: unknown) =>
      untried(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)),
    );
  return {
    promise: row.promise,
    sentence: row.sentence,
    ...outcome,
    // One trial can go wrong in more than one way.
    failures: Math.min(outcome.failures, outcome.trials),
    bound: upperBound(outcome.failures, outcome.trials),
    seconds: (performance.now() - began) / 1_000,
  };
}

const untried = (why: string): Outcome => ({
  trials: 1,
  failures: 1,
  examples: [`could not be tried: ${why}`],
});

/** All that was tried as a table, and below it what went wrong, ten lines a row at most. */
export function tableOf(all: readonly Tried[]): string {
  const table = new Table({
    head: ['', 'promise', 'trials', 'failures', '95 % below', 'seconds'],
    colWidths: [7, 62],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  for (const { promise, sentence, note, trials, failures, bound, seconds } of all) {
    const told = note ? `${sentence} (${note})` : sentence;
    table.push([promise, told, trials, failures, percent(bound), seconds.toFixed(0)]);
  }
  const wrong = all.filter(({ failures }) => failures > 0);
  const examples = wrong.flatMap(({ promise, examples: lines }) =>
    lines.slice(0, 10).map((line) => `${promise}: ${line}`),
  );
  return [table.toString(), ...examples].join('\n');
}

const percent = (share: number): string =>
  `${share > 0.1 ? (share * 100).toFixed(0) : (share * 100).toPrecision(2)} %`;
