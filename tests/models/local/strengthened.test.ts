import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextToken, strengthened } from '../../../src/models/local/strengthened.ts';

const scores = fc.array(fc.float({ min: -20, max: 20, noNaN: true }), {
  minLength: 5,
  maxLength: 5,
});
const highest = (values: readonly number[]): number => Math.max(...values);

test('0 is the model without the preferences, 1 the one with them', () => {
  fc.assert(
    fc.property(scores, scores, (withThem, without) => {
      expect(without[nextToken(withThem, without, 0)]).toBe(highest(without));
      expect(strengthened(withThem[0] ?? 0, without[0] ?? 0, 0)).toBe(without[0]);
      expect(strengthened(withThem[0] ?? 0, without[0] ?? 0, 1)).toBeCloseTo(withThem[0] ?? 0, 4);
    }),
  );
});

test('in between, it is the highest of s₋ + λ·(s₊ − s₋)', () => {
  fc.assert(
    fc.property(scores, scores, fc.constantFrom(0.3, 0.5, 0.9), (withThem, without, strength) => {
      const mixed = withThem.map((score, at) => strengthened(score, without[at] ?? 0, strength));
      expect(mixed[nextToken(withThem, without, strength)]).toBe(highest(mixed));
    }),
  );
});

test('beyond 1, it is the highest among those that are likely enough', () => {
  fc.assert(
    fc.property(scores, scores, fc.constantFrom(1.1, 1.5, 2), (withThem, without, strength) => {
      const chosen = nextToken(withThem, without, strength);
      const weights = withThem.map((score) => Math.exp(score - highest(withThem)));
      const all = weights.reduce((sum, weight) => sum + weight, 0);
      // A token is likely enough where those above it do not have four fifths already.
      const isLikely = (token: number): boolean =>
        weights
          .filter((_, other) => (withThem[other] ?? 0) > (withThem[token] ?? 0))
          .reduce((sum, weight) => sum + weight, 0) <
        0.8 * all;
      expect(isLikely(chosen)).toBe(true);
      const value = (token: number): number =>
        strengthened(withThem[token] ?? 0, without[token] ?? 0, strength);
      for (const other of withThem.keys()) {
        const isTied = withThem.filter((score) => score === withThem[other]).length > 1;
        if (isLikely(other) && !isTied) expect(value(chosen)).toBeGreaterThanOrEqual(value(other));
      }
    }),
  );
});

test('a token that only the difference speaks for stays out', () => {
  expect(nextToken([5, 4, -9], [5, 6, -50], 2)).toBe(0);
});

test('among very many tokens that are all as likely, none is forgotten', () => {
  const withThem = new Float32Array(150_000);
  const without = new Float32Array(150_000);
  // Nobody is likelier with the preferences; without them the thousandth is unlikely.
  without[1_000] = -30;
  expect(nextToken(withThem, without, 2)).toBe(1_000);
  // One that is e¹³ times as likely as each other still has less than four fifths beside so many.
  withThem[0] = 13;
  expect(nextToken(withThem, without, 2)).toBe(1_000);
});
