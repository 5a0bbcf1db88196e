import { expect, test } from 'vitest';
import { watchForReturn } from '../../src/entrypoints/content/came-back.ts';
import type { Compose, Sight } from '../../src/webmail/types.ts';

function begin() {
  const state = { now: 0, sight: 'gone' as Sight };
  // Nothing else of a box is looked at.
  const compose = { sight: () => state.sight } as Compose;
  const back = watchForReturn(() => state.now);
  back.add(compose);
  return { state, compose, back };
}

test('a box that stands there again is told, once', () => {
  const { state, compose, back } = begin();
  expect(back.look()).toEqual([]);
  state.sight = 'open';
  expect(back.look()).toEqual([compose]);
  expect(back.look()).toEqual([]);
});

test('after the longest time in which a send can be undone it is forgotten', () => {
  const { state, back } = begin();
  state.now = 40_001;
  expect(back.look()).toEqual([]);
  state.sight = 'open';
  expect(back.look()).toEqual([]);
});
