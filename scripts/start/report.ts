/** What one round cost and taught; the form that `--json` writes. */
export interface Round {
  /** Counted from 1. */
  readonly round: number;
  readonly recipient: string;
  /** Words changed between draft and sent text. */
  readonly cost: number;
  /** The same divided by the longer text, 0 to 1. */
  readonly normalised: number;
  /** Descriptions of the preferences the draft was written with. */
  readonly used: readonly string[];
  /** Descriptions of the preferences this edit taught or strengthened. */
  readonly learned: readonly string[];
}

const columns = (round: string, recipient: string, cost: string, normalised: string): string =>
  `${round.padStart(5)}  ${recipient.padEnd(22)}  ${cost.padStart(5)}  ${normalised.padStart(10)}`;

/** The line above the rounds. */
export const heading = `${columns('round', 'recipient', 'words', 'normalised')}  preferences`;

/** One round as lines of text: its numbers, then what it used (=) and learned (+). */
export function roundLines({ round, recipient, cost, normalised, used, learned }: Round): string {
  const beginning = columns(String(round), recipient, String(cost), normalised.toFixed(2));
  const indent = ' '.repeat(beginning.length);
  const notes = [...used.map((text) => `= ${text}`), ...learned.map((text) => `+ ${text}`)].map(
    (note) => note.replaceAll('\n', ' / '),
  );
  return notes.length
    ? notes.map((note, index) => `${index ? indent : beginning}  ${note}`).join('\n')
    : beginning;
}

/** How the last four rounds compare with the first four. */
export function summary(rounds: readonly Round[]): string {
  const first = rounds.slice(0, 4);
  const last = rounds.slice(-4);
  const line = (name: string, of: (round: Round) => number, digits: number) =>
    `${name}: ${median(first.map(of)).toFixed(digits)} in the first four rounds, ` +
    `${median(last.map(of)).toFixed(digits)} in the last four`;
  return [
    line('Median of words changed', ({ cost }) => cost, 1),
    line('Median normalised cost', ({ normalised }) => normalised, 2),
  ].join('\n');
}

/** The middle value, or the mean of the two in the middle; 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? 0;
  const high = sorted[Math.floor(middle)] ?? 0;
  return (low + high) / 2;
}
