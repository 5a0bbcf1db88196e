import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStallWatch } from '../../src/models/stall-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a server that speaks slowly but steadily is waited for, one that falls silent is not', () => {
  const watch = createStallWatch(1_000, undefined);
  for (let second = 0; second < 18; second++) {
    vi.advanceTimersByTime(999);
    watch.heard();
  }
  vi.advanceTimersByTime(999);
  expect([watch.ended(), watch.signal.aborted]).toEqual([null, false]);
  vi.advanceTimersByTime(1);
  expect([watch.ended(), watch.signal.aborted]).toEqual(['silent', true]);
});

test('a server that speaks now and then for ever is not waited for for ever', () => {
  const watch = createStallWatch(1_000, undefined);
  for (let half = 1; half < 40; half++) {
    vi.advanceTimersByTime(500);
    watch.heard();
  }
  expect(watch.ended()).toBeNull();
  vi.advanceTimersByTime(500);
  expect([watch.ended(), watch.signal.aborted]).toEqual(['silent', true]);
});

test('the user’s word ends it at once, and the first reason stands', () => {
  const controller = new AbortController();
  const watch = createStallWatch(1_000, controller.signal);
  controller.abort();
  vi.advanceTimersByTime(2_000);
  expect([watch.ended(), watch.signal.aborted]).toEqual(['cancelled', true]);
});

test('what is over leaves no timer behind', () => {
  const watch = createStallWatch(1_000, undefined);
  watch.heard();
  watch.stop();
  expect(vi.getTimerCount()).toBe(0);
});
