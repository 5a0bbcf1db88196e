import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retracted, withReturned } from '../../../src/learning/evidence/retract.ts';
import type { Evidence, Preference } from '../../../src/learning/types.ts';

const bo = 'bo@lind.example';
const entry = (episodeId: string, says: Evidence['says'], changes: Partial<Evidence> = {}) => ({
  episodeId,
  at: Number(episodeId.slice(1)),
  says,
  recipient: bo,
  task: 'reply' as const,
  before: 'Dear Bo,',
  after: 'Hi Bo,',
  ...changes,
});
const preference = (evidence: readonly Evidence[], changes: Partial<Preference> = {}) =>
  ({
    id: 'p',
    description: 'Greets with “Hi <first name>,”',
    facet: 'greeting',
    scope: { kind: 'domain', domain: 'lind.example' },
    evidence,
    confidence: 0.5,
    origin: 'learned',
    status: 'provisional',
    revision: 3,
    createdAt: 1,
    updatedAt: 2,
    ...changes,
  }) satisfies Preference;
const without = (one: Preference, ...ids: string[]) => retracted([one], new Set(ids), 99);

test('what only this episode showed is gone', () => {
  const one = preference([entry('e1', 'supports')]);
  expect(without(one, 'e1')).toEqual([{ before: one, after: null }]);
});

test('what other edits show too stays, with its place, status and confidence from those alone', () => {
  const one = preference(
    [entry('e1', 'supports'), entry('e2', 'supports', { recipient: 'eve@other.example' })],
    { status: 'active', scope: { kind: 'everywhere' }, confidence: 2 / 3 },
  );
  expect(without(one, 'e2')).toEqual([
    {
      before: one,
      after: {
        ...one,
        evidence: [entry('e1', 'supports')],
        scope: { kind: 'domain', domain: 'lind.example' },
        status: 'provisional',
        confidence: 0.5,
        revision: 4,
        updatedAt: 99,
      },
    },
  ]);
});

test('a place that the evidence did not explain is left as it is', () => {
  const one = preference([entry('e1', 'supports'), entry('e2', 'supports')], {
    scope: { kind: 'everywhere' },
  });
  expect(without(one, 'e2')).toMatchObject([{ after: { scope: { kind: 'everywhere' } } }]);
});

test.each(['active', 'paused'] as const)(
  'one that is %s after a single edit stays: the user has said so',
  (status) => {
    const one = preference([entry('e1', 'supports')], { status });
    expect(without(one, 'e1')).toMatchObject([{ after: { status, evidence: [], confidence: 0 } }]);
  },
);

test('what the user wrote loses its evidence and nothing else', () => {
  const own = preference([entry('e1', 'supports')], { origin: 'user', confidence: 1 });
  expect(without(own, 'e1')).toMatchObject([
    { after: { description: own.description, confidence: 1, scope: own.scope, evidence: [] } },
  ]);
});

test('what only this episode turned down is in use again', () => {
  const old = preference(
    [entry('e1', 'supports'), entry('e2', 'supports'), entry('e3', 'contradicts')],
    { status: 'superseded' },
  );
  expect(without(old, 'e3')).toMatchObject([
    { after: { status: 'active', scope: { kind: 'domain', domain: 'lind.example' } } },
  ]);
  const twice = preference([...old.evidence, entry('e4', 'contradicts')], { status: 'superseded' });
  expect(without(twice, 'e4')).toMatchObject([{ after: { status: 'superseded' } }]);
});

test('what the episodes said nothing of is not touched', () => {
  expect(without(preference([entry('e1', 'supports')]), 'e2')).toEqual([]);
});

test('given back, the evidence of a preference that was changed since is all there again', () => {
  const evidence = fc.array(
    fc.record({
      number: fc.integer({ min: 1, max: 30 }),
      says: fc.constantFrom('supports' as const, 'confirms' as const, 'contradicts' as const),
      isTaken: fc.boolean(),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(evidence, (drawn) => {
      const once = new Map(drawn.map((one) => [one.number, one]));
      const taken = [...once.values()].filter(({ isTaken }) => isTaken);
      const before = preference(
        [...once.values()]
          .sort((a, b) => a.number - b.number)
          .map(({ number, says }) => entry(`e${number}`, says)),
        { status: 'paused' },
      );
      const [change] = without(before, ...taken.map(({ number }) => `e${number}`));
      const after = change?.after ?? before;
      expect(withReturned({ ...after, description: 'Other words' }, before)).toMatchObject({
        description: 'Other words',
        evidence: before.evidence,
      });
    }),
  );
});
