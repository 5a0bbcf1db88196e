import Table from 'cli-table3';
import { behaviours } from './behaviours.ts';
import { exceptions } from './exceptions.ts';

const signs = { works: '✓', fails: 'FAILS', cannot: '–' };

/** Prints what works in which editor, and why the rest cannot; `cells` is keyed `editor behaviour`. */
export function printMatrix(
  browser: 'chromium' | 'firefox',
  editors: readonly string[],
  cells: ReadonlyMap<string, keyof typeof signs>,
): void {
  const table = new Table({
    head: [browser, ...behaviours.map((_, at) => String(at + 1))],
    style: { head: [], border: [], compact: true },
  });
  for (const editor of editors) {
    const row = behaviours.map(({ name }) => cells.get(`${editor} ${name}`));
    table.push([editor, ...row.map((cell) => (cell ? signs[cell] : ''))]);
  }
  const legend = behaviours.map(({ name }, at) => `${at + 1} ${name}`).join(', ');
  const reasons = exceptions
    .filter(({ browsers }) => browsers.includes(browser))
    .map(({ editor, behaviours, why }) => `– ${editor}, ${behaviours.join(', ')}: ${why}`);
  console.log([table.toString(), legend, ...reasons].join('\n'));
}
