import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neighbourhood } from '../../../src/learning/evidence/vote.ts';
import type { Memory } from '../../../src/learning/ports.ts';
import type { Evidence } from '../../../src/learning/types.ts';
import { evidence, letterVector, neighbour, preference } from '../world.ts';

type Words = readonly (readonly [id: string, says: Evidence['says']])[];

/** What mails named `0`, `1`… of these similarities, nearest first, say of a preference. */
async function vote(similarities: readonly number[], words: Words) {
  const memory: Pick<Memory, 'nearest' | 'neighboursOf' | 'preferences'> = {
    nearest: async (_, k) =>
      similarities.map((likeness, at) => neighbour({ id: `${at}` }, likeness)).slice(0, k),
    neighboursOf: async () => [],
    preferences: async () => [],
  };
  const all = words.map(([id, says]) => evidence(id, { says }));
  const near = await neighbourhood(letterVector('a'), memory);
  return near.vote(preference('Brief', { evidence: all }));
}

describe('the nearest contexts', () => {
  test('say what they know, each by how near it is', async () => {
    const { said, nearest } = await vote(
      [0.6, 0.3, 0.1],
      [
        ['0', 'contradicts'],
        ['1', 'supports'],
        ['2', 'confirms'],
      ],
    );
    expect(said).toBeCloseTo(-0.2);
    expect(nearest).toBe(0.3);
  });

  test('are silent about what they do not know', async () => {
    const silent = { said: 0, nearest: -1, isNear: false };
    expect(await vote([0.9], [['far', 'supports']])).toEqual(silent);
    expect(await vote([], [['far', 'supports']])).toEqual(silent);
  });

  test('speak for it or against it with one voice', async () => {
    const pair = [0.9, 0.2];
    const [first, second] = ['0', '1'];
    expect(
      await vote(pair, [
        [first, 'supports'],
        [second, 'confirms'],
      ]),
    ).toMatchObject({ said: 1 });
    expect(
      await vote(pair, [
        [first, 'differs'],
        [second, 'contradicts'],
      ]),
    ).toMatchObject({
      said: -1,
      nearest: -1,
    });
  });

  test('are five, and have something in common with this one', async () => {
    const six = [0.9, 0.9, 0.9, 0.9, 0.9, 0.9];
    expect((await vote(six, [['4', 'supports']])).said).toBeCloseTo(0.2);
    expect((await vote(six, [['5', 'supports']])).said).toBe(0);
    expect((await vote([0.1], [['0', 'supports']])).said).toBe(1);
    expect((await vote([0.09], [['0', 'supports']])).said).toBe(0);
    expect(
      (
        await vote(
          [0.5, -0.5],
          [
            ['0', 'supports'],
            ['1', 'differs'],
          ],
        )
      ).said,
    ).toBe(1);
  });
});

describe('a preference is near', () => {
  test('where it held in the nearest context', async () => {
    const others = [0.3, 0.9, 0.9, 0.9];
    expect((await vote(others, [['0', 'supports']])).isNear).toBe(true);
    expect((await vote([0.9, 0.9], [['0', 'differs']])).isNear).toBe(false);
  });

  test('or in a third of them by weight', async () => {
    expect((await vote([0.4, 0.4, 0.4], [['1', 'confirms']])).isNear).toBe(true);
    expect((await vote([0.4, 0.4, 0.4, 0.4], [['1', 'confirms']])).isNear).toBe(false);
  });

  test('unless it failed in as many', async () => {
    const pair = [0.5, 0.5];
    expect(
      (
        await vote(pair, [
          ['0', 'supports'],
          ['1', 'differs'],
        ])
      ).isNear,
    ).toBe(false);
    const mostly = [0.6, 0.5];
    expect(
      (
        await vote(mostly, [
          ['0', 'supports'],
          ['1', 'differs'],
        ])
      ).isNear,
    ).toBe(true);
  });
});

test('a vote lies between −1 and 1, and turns round with what is said', async () => {
  const similarity = fc.double({ min: -1, max: 1, noNaN: true });
  const word = fc.constantFrom('supports', 'contradicts');
  const words = fc.uniqueArray(fc.tuple(fc.constantFrom('0', '1', '2', '3', '4', '5', '6'), word), {
    selector: ([id]) => id,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(similarity, { maxLength: 7 }), words, async (all, told) => {
      const sorted = all.toSorted((one, other) => other - one);
      const { said, nearest, isNear } = await vote(sorted, told);
      expect(Math.abs(said)).toBeLessThanOrEqual(1 + Number.EPSILON * 8);
      expect(nearest === -1 || nearest >= 0.1).toBe(true);
      if (isNear) expect([said > 0, nearest > 0]).toEqual([true, true]);
      const opposite = told.map(
        ([id, says]) => [id, says === 'supports' ? 'contradicts' : 'supports'] as const,
      );
      expect((await vote(sorted, opposite)).said).toBeCloseTo(-said);
    }),
  );
});
