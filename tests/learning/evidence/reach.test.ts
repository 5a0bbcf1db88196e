import { describe, expect, test } from 'vitest';
import { circles, holders, holdsHere, ownWord } from '../../../src/learning/evidence/reach.ts';
import type { Evidence } from '../../../src/learning/types.ts';
import { context, evidence, preference } from '../world.ts';

let count = 0;
const entry = (
  recipient: string,
  says: Evidence['says'],
  at: number,
  changes: Partial<Evidence> = {},
): Evidence => evidence(`e${++count}`, { recipient, says, at, ...changes });
const word = (
  entries: readonly Evidence[],
  to: string,
  task: 'new' | 'reply' = 'new',
  byTask = false,
) => ownWord(preference('Brief', { evidence: entries }), context({ to, task }), byTask);

describe('what the evidence says of people', () => {
  test('nothing of strangers, nor of nobody', () => {
    const known = [entry('ann@acme.example', 'supports', 1)];
    expect(word(known, 'bob@birch.example')).toBeNull();
    expect(word(known, '')).toBeNull();
  });

  test('of a known person what it said last, whatever their address is written like', () => {
    const known = [
      entry('ann@acme.example', 'supports', 1),
      entry('ann@acme.example', 'contradicts', 2),
      entry('amy@acme.example', 'supports', 3),
    ];
    expect(word(known, 'Ann@Acme.example')).toEqual({ from: 'recipient', holds: false, at: 2 });
    expect(word(known, 'amy@acme.example')).toMatchObject({ from: 'recipient', holds: true });
  });

  test('of a stranger in a known domain what it said of most people there', () => {
    const held = [
      entry('ann@acme.example', 'supports', 1),
      entry('amy@acme.example', 'confirms', 2),
      entry('bea@acme.example', 'differs', 3),
    ];
    expect(word(held, 'cid@acme.example')).toMatchObject({ from: 'circle', holds: true });
    const doubtful = [...held, entry('dan@acme.example', 'differs', 4)];
    expect(word(doubtful, 'cid@acme.example')).toMatchObject({ from: 'circle', holds: false });
  });

  test('a public provider is no circle of people', () => {
    expect(word([entry('ann@gmail.com', 'supports', 1)], 'bob@gmail.com')).toBeNull();
  });
});

test('where the user writes by the kind of message, only the same kind tells anything', () => {
  const known = [
    entry('ann@acme.example', 'supports', 1, { task: 'reply' }),
    entry('ann@acme.example', 'contradicts', 2, { task: 'new' }),
  ];
  expect(word(known, 'ann@acme.example', 'reply', true)?.holds).toBe(true);
  expect(word(known, 'ann@acme.example', 'new', true)?.holds).toBe(false);
  expect(word(known, 'ann@acme.example', 'reply', false)?.holds).toBe(false);
  expect(word(known.slice(0, 1), 'ann@acme.example', 'new', true)).toBeNull();
});

test('counts circles, each by its last word', () => {
  const wide = preference('Brief', {
    evidence: [
      entry('ann@acme.example', 'supports', 1),
      entry('bob@birch.example', 'supports', 2),
      entry('bob@birch.example', 'contradicts', 3),
      entry('', 'supports', 4),
    ],
  });
  expect(circles(wide, context(), false)).toEqual({ held: 1, failed: 1 });
});

test('holds here by its evidence, or by its scope where that is silent', () => {
  const acme = { kind: 'domain', domain: 'acme.example' } as const;
  const silent = preference('Brief', { scope: acme });
  expect(holdsHere(silent, context(), false)).toBe(true);
  expect(holdsHere(silent, context({ to: ['bob@birch.example', 'ann@acme.example'] }), false)).toBe(
    false,
  );
  const left = { ...silent, evidence: [entry('ann@acme.example', 'differs', 1)] };
  expect(holdsHere(left, context(), false)).toBe(false);
  // The user's own word is not weighed.
  expect(holdsHere({ ...left, origin: 'user' }, context(), false)).toBe(true);
});

test('those it still holds for: each person by their last word, each unnamed mail by itself', () => {
  const all = [
    entry('ann@acme.example', 'supports', 1),
    entry('ann@acme.example', 'differs', 2),
    entry('bob@birch.example', 'supports', 3),
    entry('', 'supports', 4),
    entry('', 'contradicts', 5),
  ];
  expect(holders(all, false).map(({ recipient }) => recipient)).toEqual(['bob@birch.example', '']);
});
