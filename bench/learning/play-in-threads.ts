import { Worker } from 'node:worker_threads';
import type { BenchOptions } from './bench-options.ts';
import type { Played } from './cell.ts';

/** Work for a thread: a user of the world of a seed, by name, for it opens the world itself. */
export interface CellName {
  readonly seed: number;
  readonly user: string;
}

/** What a thread tells: rounds that are done with, or the outcome of the cell it was given. */
export type Told =
  | { readonly kind: 'rounds'; readonly count: number }
  | { readonly kind: 'cell'; readonly played: Played };

/**
 * Plays all cells in threads of their own, which is right where nothing is waited for and all the time
 * is spent computing. The runs come in the order of `cells`. Rejects when a thread breaks down.
 */
export async function playInThreads(
  options: BenchOptions,
  cells: readonly CellName[],
  onRounds: (count: number) => void,
): Promise<Played> {
  const done: Played[] = [];
  const queue = [...cells.entries()];
  const threads = Array.from(
    { length: Math.min(options.concurrency, cells.length) },
    () => new Worker(new URL('./thread.mjs', import.meta.url), { workerData: options }),
  );
  const work = async (thread: Worker): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [place, cell] = next;
      done[place] = await playOn(thread, cell, onRounds);
    }
  };
  try {
    await Promise.all(threads.map(work));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return {
    runs: done.flatMap(({ runs }) => runs),
    missing: done.flatMap(({ missing }) => missing),
  };
}

function playOn(
  thread: Worker,
  cell: CellName,
  onRounds: (count: number) => void,
): Promise<Played> {
  return new Promise((done, failed) => {
    const hear = (told: Told): void => {
      if (told.kind === 'rounds') {
        onRounds(told.count);
        return;
      }
      thread.off('message', hear).off('error', failed);
      done(told.played);
    };
    thread.on('message', hear).once('error', failed);
    thread.postMessage(cell);
  });
}
