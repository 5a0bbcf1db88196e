import Table from 'cli-table3';
import type { Row } from './row.ts';

/** The rows as a table for the terminal, and a last line that says how many goals were missed. */
export function table(rows: readonly Row[]): string {
  const drawn = new Table({
    head: ['name', 'value', 'unit', 'peer', 'its value', 'ratio', 'goal', 'met'],
    style: { head: [], border: [] },
  });
  for (const { name, value, unit, peer, peerValue, ratio, goal, met } of rows) {
    const said = met === null ? '' : met ? 'yes' : 'NO';
    drawn.push([name, value, unit, peer ?? '', peerValue ?? '', ratio ?? '', goal ?? '', said]);
  }
  const missed = rows.filter(({ met }) => met === false);
  const verdict =
    missed.length === 0
      ? 'Every goal is met.'
      : `Missed: ${missed.map(({ name }) => name).join('; ')}.`;
  return `${drawn.toString()}\n${verdict}`;
}
