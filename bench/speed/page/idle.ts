import { workIn } from '../../../scripts/drive/count-work.ts';
import { type Row, row } from '../row.ts';
import type { Sides } from './sides.ts';

/** What runs in a tab without a compose box after it was clicked and typed in. */
export async function idle({ ours, url }: Sides): Promise<Row[]> {
  const tab = await ours.open(`${url}/read`);
  await tab.click('a');
  await tab.press('ArrowDown');
  const work = await workIn(tab);
  if (!work) throw new Error('The stub did not run.');
  await tab.close();
  const where = 'in a tab without a compose box';
  return [
    row({ name: `observers ${where}`, value: work.observers, unit: 'observers', atMost: 0 }),
    row({ name: `timers ${where}`, value: work.timers, unit: 'timers', atMost: 0 }),
    row({ name: `listeners ${where}`, value: work.listeners, unit: 'listeners', atMost: 6 }),
  ];
}
