import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { measureEdits } from './edits/measure-edits.ts';
import { measureFiles } from './files/measure-files.ts';
import { measureHistory } from './history/measure-history.ts';
import { measurePage } from './page/measure-page.ts';
import { measurePopup } from './popup/measure-popup.ts';
import type { Row } from './row.ts';
import { measureSearch } from './search/measure-search.ts';
import { measureStart } from './start/measure-start.ts';
import { measureStore } from './store/measure-store.ts';
import { table } from './table.ts';

/** Everything that can be measured, by the name `--only` takes. */
const groups: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  page: measurePage,
  search: measureSearch,
  start: measureStart,
  store: measureStore,
  edits: measureEdits,
  files: measureFiles,
  popup: measurePopup,
  history: measureHistory,
};

const usage = `npm run bench:speed -- [--only GROUP] [--json FILE]

  --only GROUP  one of: ${Object.keys(groups).join(', ')} (default: all)
  --json FILE   also writes the rows to FILE`;

/* npm run bench:speed: a missed goal is said and is no failure; see docs/performance.md. */
try {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) console.log(usage);
  else await measure(values.only, values.json);
} catch (thrown) {
  console.error(`\n${thrown instanceof Error ? thrown.message : String(thrown)}`);
  process.exitCode = 1;
}

async function measure(only: string | undefined, json: string | undefined): Promise<void> {
  const chosen = Object.entries(groups).filter(([name]) => only === undefined || name === only);
  if (chosen.length === 0) throw new Error(`There is no group ${only}.\n\n${usage}`);
  const rows: Row[] = [];
  for (const [, measureGroup] of chosen) rows.push(...(await measureGroup()));
  console.log(table(rows));
  if (json !== undefined) await writeFile(json, `${JSON.stringify({ rows }, null, 2)}\n`);
}
