import { parseArgs } from 'node:util';
import { killBrowser } from './kill-browser.ts';
import { killUpgrade } from './kill-upgrade.ts';
import { killWorkers } from './kill-workers.ts';
import { quantile, type Trials } from './trials.ts';

const usage = `npm run trust                   kills workers and browsers, and looks what is lost; after npm run build
  --workers N                   edits whose worker is killed, 30 unless told
  --alarms N                    … and is started again by nothing but its alarm, 2 unless told
  --browsers N                  edits whose browser is killed, 5 unless told
  --upgrades N                  kills of the browser during one upgrade, 5 unless told
  --seed N                      other moments`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', default: false },
    workers: { type: 'string', default: '30' },
    alarms: { type: 'string', default: '2' },
    browsers: { type: 'string', default: '5' },
    upgrades: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
  },
});

if (values.help) console.log(usage);
else {
  const seed = Number(values.seed);
  const runs: readonly (readonly [string, number, (count: number) => Promise<Trials>])[] = [
    ['worker killed', Number(values.workers), (count) => killWorkers(count, seed, 'next event')],
    ['worker killed, alarm', Number(values.alarms), (count) => killWorkers(count, seed, 'alarm')],
    ['browser killed', Number(values.browsers), (count) => killBrowser(count, seed)],
    ['killed in the upgrade', Number(values.upgrades), (count) => killUpgrade(count, seed)],
  ];
  for (const [name, count, run] of runs) if (count > 0) report(name, await run(count));
}

function report(name: string, { trials, failures, seconds, doneMs }: Trials): void {
  const times = `done in ${quantile(doneMs, 0.5).toFixed(0)} ms (median), ${quantile(doneMs, 0.95).toFixed(0)} ms (p95)`;
  console.log(
    `${name}: ${trials} kills, ${failures.length} failures, ${times}; ${seconds.toFixed(0)} s`,
  );
  for (const failure of failures) console.log(`  ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
}
