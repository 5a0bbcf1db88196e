import { tryBadDays } from './bad-days.ts';
import { tryCanaries } from './canaries.ts';
import { readCorpus } from './corpus.ts';
import { tryForgeries } from './forge.ts';
import { tryFullDisk } from './full-disk.ts';
import { tryHidden } from './hidden.ts';
import { tryKey } from './key.ts';
import { killBrowser } from './kill-browser.ts';
import { killUpgrade } from './kill-upgrade.ts';
import { killWorkers } from './kill-workers.ts';
import { runTests } from './named-tests.ts';
import { tryOwnText } from './own-text.ts';
import { tryPresses } from './press.ts';
import { tryQuiet } from './quiet.ts';
import { runReceivedMailTrials } from './received-mail.ts';
import { tryResume } from './resume.ts';
import { runRidingTrials } from './riding.ts';
import type { Row } from './row.ts';
import { tryNaughty } from './show-naughty.ts';
import { asOutcome } from './trials.ts';

/** Ending Firefox' process of extensions needs to know the processes. */
const onLinux = (count: number): number => (process.platform === 'linux' ? count : 0);

/** Chromium says by a link which process a profile belongs to, but for Windows. */
const notOnWindows = (count: number): number => (process.platform === 'win32' ? 0 : count);

/** A disk of our own can be made by root alone. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0;

/** A row of tests that `npm test` runs anyway. */
const tests = (
  promise: string,
  sentence: string,
  project: 'unit' | 'e2e',
  files: readonly string[],
): Row => ({
  promise,
  sentence,
  isBrowser: project === 'e2e',
  quick: 0,
  full: 1,
  run: () => runTests(project, files),
});

/** Every promise of `docs/security.md`, in the order of its number. */
export const rows: readonly Row[] = [
  {
    promise: 'T1 T2',
    sentence: 'An edit that was noted is learned once when the background is killed, in Chromium',
    isBrowser: true,
    quick: 6,
    full: 1_000,
    run: async (count, { seed }) => asOutcome(await killWorkers('chromium', count, seed)),
  },
  {
    promise: 'T1 T2',
    sentence: '… in Firefox',
    isBrowser: true,
    quick: onLinux(2),
    full: onLinux(100),
    run: async (count, { seed }) => asOutcome(await killWorkers('firefox', count, seed)),
  },
  {
    promise: 'T1 T2',
    sentence: '… when the browser is killed, Chromium',
    isBrowser: true,
    quick: notOnWindows(2),
    full: notOnWindows(100),
    run: async (count, { seed }) => asOutcome(await killBrowser('chromium', count, seed)),
  },
  {
    promise: 'T1 T2',
    sentence: '… Firefox',
    isBrowser: true,
    quick: onLinux(1),
    full: onLinux(30),
    run: async (count, { seed }) => asOutcome(await killBrowser('firefox', count, seed)),
  },
  {
    promise: 'T3',
    sentence: 'Interrupted work resumes by itself, by nothing but its alarm, in Chromium',
    isBrowser: true,
    isIdle: true,
    quick: 0,
    full: 20,
    run: (count) => tryResume('chromium', count),
  },
  {
    promise: 'T3',
    sentence: '… in Firefox',
    isBrowser: true,
    isIdle: true,
    quick: 0,
    full: onLinux(20),
    run: (count) => tryResume('firefox', count),
  },
  {
    promise: 'T4',
    sentence:
      'My own text is the same, unit by unit, through insertion, undo, leaving and reloading',
    isBrowser: true,
    quick: 6,
    // Six comparisons with each text.
    full: 60,
    run: (count, { seed }) => tryOwnText(count, seed),
  },
  tests('T5', 'Damaged storage is noticed and repaired: records, marks, mirrors', 'unit', [
    'tests/store/damage.test.ts',
    'tests/store/mirror.test.ts',
  ]),
  tests('T5 T15', '… files of a profile; erased is gone from all of them', 'e2e', [
    'tests/e2e/storage.test.ts',
  ]),
  {
    promise: 'T6',
    sentence: 'An upgrade keeps every preference when the browser is killed in it',
    isBrowser: true,
    quick: notOnWindows(1),
    full: notOnWindows(20),
    run: async (count, { seed }) => asOutcome(await killUpgrade(count, seed)),
  },
  tests('T6', '… from each version, killed at every write; erasing at every step', 'unit', [
    'tests/store/migrations.test.ts',
    'tests/store/erase.test.ts',
  ]),
  {
    promise: 'T7',
    sentence: 'Nothing leaves without a remote model, and with one only to its host',
    isBrowser: false,
    quick: 30,
    full: 300,
    run: (count) => tryQuiet(count),
  },
  {
    promise: 'T8',
    sentence: 'What is typed into 30 kinds of other fields is neither stored nor sent',
    isBrowser: true,
    quick: 30,
    full: 300,
    run: (count) => tryCanaries(count),
  },
  {
    promise: 'T9',
    sentence: 'Addresses, cards, account and phone numbers are hidden from a remote model',
    isBrowser: false,
    quick: 300,
    full: 2_000,
    run: (count, { seed }) => tryHidden(count, seed),
  },
  {
    promise: 'T10',
    sentence:
      'A mail I receive teaches nothing: every text of the corpus, at every place of a mail',
    isBrowser: false,
    quick: 1,
    full: 1,
    run: async (_, { corpus }) => runReceivedMailTrials(await readCorpus(corpus)),
  },
  {
    promise: 'T11',
    sentence: '… and does not ride on my edit, whatever a malicious model says',
    isBrowser: false,
    quick: 0,
    full: 1,
    run: async (_, { corpus }) => runRidingTrials((await readCorpus(corpus)).attacks),
  },
  {
    promise: 'T12',
    sentence: 'A page cannot fake an edit: forged changes of 16 kinds, in Chromium',
    isBrowser: true,
    quick: 16,
    full: 752,
    run: (count) => tryForgeries('chromium', count),
  },
  {
    promise: 'T12',
    sentence: '… in Firefox',
    isBrowser: true,
    quick: 4,
    full: 256,
    run: (count) => tryForgeries('firefox', count),
  },
  {
    promise: 'T12',
    sentence: 'A page cannot press our buttons: 16 ways on two buttons, in Chromium',
    isBrowser: true,
    quick: 16,
    full: 160,
    run: (count) => tryPresses('chromium', count),
  },
  {
    promise: 'T12',
    sentence: '… in Firefox',
    isBrowser: true,
    quick: 4,
    full: 160,
    run: (count) => tryPresses('firefox', count),
  },
  {
    promise: 'T13',
    sentence:
      'Stored text never runs or loads anything in our pages, and is shown as text, in Chromium',
    isBrowser: true,
    quick: 20,
    full: 10_000,
    run: (count, { corpus }) => tryNaughty('chromium', count, corpus),
  },
  {
    promise: 'T13',
    sentence: '… in Firefox',
    isBrowser: true,
    quick: 20,
    full: 10_000,
    run: (count, { corpus }) => tryNaughty('firefox', count, corpus),
  },
  {
    promise: 'T14',
    sentence: 'The key goes to the host it was entered for, in one header, in Chromium',
    isBrowser: true,
    quick: 1,
    full: 20,
    run: (count) => tryKey('chromium', count),
  },
  {
    promise: 'T14',
    sentence: '… in Firefox',
    isBrowser: true,
    quick: 1,
    full: 20,
    run: (count) => tryKey('firefox', count),
  },
  tests('T16', 'What I change or delete comes back by Undo', 'e2e', [
    'tests/e2e/pages-popup.test.ts',
  ]),
  {
    promise: 'T17',
    sentence: 'Bad days of a model server never break it: each of them, over real HTTP',
    isBrowser: false,
    quick: 1,
    full: 1,
    run: () => tryBadDays(),
  },
  {
    promise: 'T18',
    sentence: 'A full disk is told, and what was there stays: a disk that is really full',
    isBrowser: true,
    quick: 0,
    full: canMount ? 20 : 0,
    run: (count) => tryFullDisk(count),
  },
  tests('T18', '… at every write of every kind', 'unit', ['tests/store/disk.test.ts']),
];
