import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tab } from './tab.ts';

/** What our scripts have set going in a page since it was loaded. */
export interface Work {
  /** Of mutations, sizes and intersections. */
  readonly observers: number;
  /** Timeouts, intervals, frames and idle callbacks. */
  readonly timers: number;
  /** Listeners on anything. */
  readonly listeners: number;
}

/**
 * Makes the stub of a copy of the built extension count, in its own world, what it and whatever is put
 * beside it later set going. Page scripts have globals of their own and are not counted.
 */
export async function countWork(extension: string): Promise<void> {
  const stub = join(extension, 'stub.js');
  // `__name` is a helper that the TypeScript runner writes into functions and the page lacks.
  const first = `{ const __name = (named) => named; (${counting.toString()})(); }`;
  await writeFile(stub, `${first}\n${await readFile(stub, 'utf8')}`);
}

/** What was counted in this tab; `null` where the stub did not run. */
export async function workIn(tab: Tab): Promise<Work | null> {
  const said = await tab.evaluate(() => document.documentElement.dataset['work'] ?? null, null);
  return said === null ? null : JSON.parse(said);
}

/** Runs before the stub, so it must not refer to anything outside itself. */
function counting(): void {
  const ours = globalThis as unknown as Record<string, unknown>;
  // The stub comes again with the core, into the same world.
  if (ours['counted']) return;
  ours['counted'] = true;
  const work = { observers: 0, timers: 0, listeners: 0 };
  const say = (): void => {
    document.documentElement.dataset['work'] = JSON.stringify(work);
  };
  const count = (kind: keyof typeof work): void => {
    work[kind] += 1;
    say();
  };
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    ours[name] = new Proxy(ours[name] as new () => object, {
      construct(target, args) {
        count('observers');
        return Reflect.construct(target, args);
      },
    });
  }
  const calls = ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback'];
  for (const name of calls) {
    const call = ours[name] as (...args: unknown[]) => unknown;
    ours[name] = (...args: unknown[]) => {
      count('timers');
      return call.apply(window, args);
    };
  }
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (this: EventTarget, ...args: unknown[]) {
    count('listeners');
    return Reflect.apply(add, this, args);
  };
  say();
}
