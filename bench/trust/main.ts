import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import pLimit from 'p-limit';
import { build, targets } from '../../scripts/build.ts';
import type { Row } from './row.ts';
import { rows } from './rows.ts';
import { type Tried, tableOf, tried } from './table.ts';

const usage = `npm run trust                   tries the promises of docs/security.md; under an hour
  --quick                       … with few trials each; minutes
  --only T12,T13                these promises
  --no-browser                  only what needs no browser
  --browsers N                  so many browsers side by side (2); one where the machine is busy
  --trials N                    so many trials of each
  --corpus FILE                 texts to be tried beside our own, JSONL with a "text"; may be repeated.
                                Without --quick also the public sets in ../shared/data, where they are
  --json FILE                   writes the table as JSON
  --seed N                      other moments and other texts`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    'no-browser': { type: 'boolean', default: false },
    only: { type: 'string' },
    browsers: { type: 'string', default: '2' },
    trials: { type: 'string' },
    corpus: { type: 'string', multiple: true, default: [] },
    json: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});

if (values.help) console.log(usage);
else await tryThem();

async function tryThem(): Promise<void> {
  const only = values.only?.split(',');
  const found = new Map<Row, Tried>();
  const wishes = { seed: Number(values.seed), corpus: [...values.corpus, ...publicSets()] };
  const wanted = rows
    .map((row) => ({ row, count: Number(values.trials ?? (values.quick ? row.quick : row.full)) }))
    .filter(({ row, count }) => {
      const isAsked = !only || row.promise.split(' ').some((name) => only.includes(name));
      return isAsked && count > 0 && !(values['no-browser'] && row.isBrowser);
    });
  if (wanted.length === 0) throw new Error('Nothing of that is tried here. See --help.');
  if (wanted.some(({ row }) => row.isBrowser)) await built();
  const tryOne = async ({ row, count }: (typeof wanted)[number]): Promise<void> => {
    const one = await tried(row, () => row.run(count, wishes));
    const took = `${one.seconds.toFixed(0)} s`;
    console.log(
      `${one.promise}: ${one.sentence}: ${one.failures} of ${one.trials} failed (${took})`,
    );
    // Told at once, too: who waits an hour for the table may want to know.
    for (const example of one.examples.slice(0, 3)) console.log(`  ${example}`);
    found.set(row, one);
  };
  // Some of them watch everything that this very process does.
  for (const one of wanted.filter(({ row }) => !row.isBrowser)) await tryOne(one);
  const sideBySide = pLimit(Number(values.browsers));
  const beside = pLimit(1);
  await Promise.all(
    wanted
      .filter(({ row }) => row.isBrowser)
      .map((one) => (one.row.isIdle ? beside : sideBySide)(() => tryOne(one))),
  );
  const all = rows.flatMap((row) => found.get(row) ?? []);
  console.log(`\n${tableOf(all)}`);
  const others = rows.filter((row) => !found.has(row));
  if (others.length > 0) {
    const names = new Set(others.map(({ promise }) => promise));
    console.log(`${others.length} rows were not tried this time: ${[...names].join(', ')}.`);
  }
  if (values.json) await writeFile(values.json, `${JSON.stringify(all, null, 2)}\n`);
  if (all.some(({ failures }) => failures > 0)) process.exitCode = 1;
}

/** Injections, mails and strings that others published; too many for a quick run. */
function publicSets(): string[] {
  if (values.quick) return [];
  const files = ['prompt_injection', 'bipia_emails', 'naughty_strings'].map(
    (name) => `../shared/data/${name}.jsonl`,
  );
  const there = files.filter((file) => existsSync(file));
  for (const file of files) {
    if (!there.includes(file)) console.log(`${file} is not there: tried without it.`);
  }
  return there;
}

/** What is in `dist` is taken as it is. */
async function built(): Promise<void> {
  for (const target of targets) {
    if (!existsSync(`dist/${target}/manifest.json`)) await build(target);
  }
}
