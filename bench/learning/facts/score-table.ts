import Table from 'cli-table3';
import type { Score } from './score.ts';

/** The scores of one set of edits as text: a table of the rules, and what the first calls each label. */
export function scoreTable(title: string, scores: readonly Score[]): string {
  const [first] = scores;
  if (!first) return title;
  const table = new Table({
    head: ['rule', 'fact P', 'R', 'F1', 'style P', 'R', 'F1'],
    style: { head: [], border: [] },
  });
  for (const { rule, fact, style } of scores) {
    const figures = [fact, style].flatMap(({ precision, recall, f1 }) => [precision, recall, f1]);
    table.push([rule, ...figures.map((figure) => figure.toFixed(3))]);
  }
  const labels = Object.entries(first.intents).map(
    ([label, { fact, style }]) => `${label}: ${fact} fact, ${style} style`,
  );
  return `${title} (${first.n} spans)\n${table.toString()}\n${first.rule} calls ${labels.join('; ')}`;
}
