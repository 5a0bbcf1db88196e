import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSoon } from '../../src/ui/panel/soon.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 0));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what waits for a pause is done once after it, and not between two keys', () => {
  let done = 0;
  const soon = createSoon(() => {
    done += 1;
  });
  for (let key = 0; key < 50; key += 1) {
    soon.afterPause();
    vi.advanceTimersByTime(120);
  }
  expect(done).toBe(0);
  vi.advanceTimersByTime(1_000);
  expect(done).toBe(1);
  vi.advanceTimersByTime(10_000);
  expect(done).toBe(1);
});

test('nothing is done after it was cancelled, not even what waited for an idle moment', () => {
  let done = 0;
  const work = () => {
    done += 1;
  };
  const [early, late] = [createSoon(work), createSoon(work)];
  early.afterPause();
  early.cancel();
  late.afterPause();
  // The pause is over, and the browser has not been idle yet.
  vi.advanceTimersByTime(500 - 1);
  vi.runOnlyPendingTimers();
  const before = done;
  late.cancel();
  vi.advanceTimersByTime(10_000);
  expect([before, done]).toEqual([0, 0]);
});
