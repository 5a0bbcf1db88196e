import { tryForgeries } from './forge.ts';
import { killBrowser } from './kill-browser.ts';
import { killUpgrade } from './kill-upgrade.ts';
import { killWorkers } from './kill-workers.ts';
import { tryPresses } from './press.ts';
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
  {
    promise: 'T12',
    sentence: 'A page cannot fake an edit: forged changes of 16 kinds, in Chromium',
    isBrowser: true,
    quick: 16,
    full: 1_008,
    run: (count) => tryForgeries('chromium', count),
  },
  {
    promise: 'T12',
    sentence: '… in Firefox',
    isBrowser: true,
    quick: 16,
    full: 1_008,
    run: (count) => tryForgeries('firefox', count),
  },
  {
    promise: 'T12',
    sentence: 'A page cannot press our buttons: 16 ways on two buttons, in Chromium',
    isBrowser: true,
    quick: 32,
    full: 320,
    run: (count) => tryPresses('chromium', count),
  },
  {
    promise: 'T12',
    sentence: '… in Firefox',
    isBrowser: true,
    quick: 32,
    full: 320,
    run: (count) => tryPresses('firefox', count),
  },
];
