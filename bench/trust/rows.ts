import { killBrowser } from './kill-browser.ts';
import { killUpgrade } from './kill-upgrade.ts';
import { killWorkers } from './kill-workers.ts';
import type { Row } from './row.ts';
import { asOutcome } from './trials.ts';

/** Every promise that is tried here, in the order of its number. */
export const rows: readonly Row[] = [
  {
    promise: 'T1 T2',
    sentence: 'An edit that was noted is learned once when the worker is killed',
    isBrowser: true,
    quick: 15,
    full: 1_000,
    run: async (count, { seed }) => asOutcome(await killWorkers(count, seed, 'next event')),
  },
  {
    promise: 'T1 T2',
    sentence: '… and when the browser is killed',
    isBrowser: true,
    quick: 3,
    full: 100,
    run: async (count, { seed }) => asOutcome(await killBrowser(count, seed)),
  },
  {
    promise: 'T3',
    sentence: 'Interrupted work resumes by itself, by nothing but its alarm',
    isBrowser: true,
    quick: 0,
    full: 20,
    run: async (count, { seed }) => asOutcome(await killWorkers(count, seed, 'alarm')),
  },
  {
    promise: 'T6',
    sentence: 'An upgrade keeps every preference when the browser is killed in it',
    isBrowser: true,
    quick: 2,
    full: 30,
    run: async (count, { seed }) => asOutcome(await killUpgrade(count, seed)),
  },
];
