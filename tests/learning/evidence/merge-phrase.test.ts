import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergePhrase } from '../../../src/learning/evidence/merge-phrase.ts';
import { type Preference, statuses } from '../../../src/learning/types.ts';
import { context, counter, described, episode, evidence, preference } from '../world.ts';

const brief = described('Brief and warm', { before: 'Dear Sir', after: 'Hi' });
const mail = (id: string, at: number) => episode({ id, at, context: context() });
const keep = (known: readonly Preference[], from = mail('now', 10), items = [brief]) =>
  mergePhrase(items, from, known, counter().next);
const says = (entries: Preference['evidence']) =>
  entries.map(({ episodeId, says: word }) => [episodeId, word]);
const seen = (changes: Partial<Preference> = {}): Preference =>
  preference(brief.description, { evidence: [evidence('e1', { at: 1 })], ...changes });

describe('a phrase', () => {
  test('that is new holds near the context it was inferred in', () => {
    const { preferences, ids } = keep([seen({ description: 'Brief' })]);
    expect(ids).toEqual(['id-1']);
    expect(preferences[1]).toMatchObject({
      id: 'id-1',
      description: brief.description,
      scope: { kind: 'nearby' },
      status: 'provisional',
      origin: 'learned',
      evidence: [{ episodeId: 'now', says: 'supports', before: 'Dear Sir', after: 'Hi' }],
    });
  });

  test('in the same words is the same preference, and a habit from then on', () => {
    const known = seen({ description: ' BRIEF and  warm', status: 'provisional' });
    const { preferences, ids } = keep([known]);
    expect(ids).toEqual([known.id]);
    expect(preferences).toMatchObject([{ description: known.description, status: 'active' }]);
    expect(says(preferences[0]?.evidence ?? [])).toEqual([
      ['e1', 'supports'],
      ['now', 'supports'],
    ]);
  });

  test('contradicts none, not even its opposite', () => {
    const long = preference('Writes “and” instead of “&”', { facet: 'wording' });
    const { preferences } = keep([long], mail('now', 10), [
      described('Writes “&” instead of “and”', { facet: 'wording' }),
    ]);
    expect(preferences[0]).toBe(long);
    expect(preferences[1]).toMatchObject({ status: 'provisional' });
  });

  test('that was replaced lives again, and has to be shown twice since it failed', () => {
    const left = seen({
      status: 'superseded',
      evidence: [evidence('e1', { at: 1 }), evidence('e2', { at: 2, says: 'contradicts' })],
    });
    const once = keep([left]).preferences;
    expect(once).toMatchObject([{ status: 'provisional' }]);
    expect(keep(once, mail('later', 11)).preferences).toMatchObject([{ status: 'active' }]);
  });

  test('that the user paused stays paused, and remembers', () => {
    const { preferences } = keep([seen({ status: 'paused' })]);
    expect(preferences).toMatchObject([{ status: 'paused' }]);
    expect(preferences[0]?.evidence).toHaveLength(2);
  });

  test('that the user wrote is left alone, and is what the mail stands for', () => {
    const mine = seen({ origin: 'user' });
    const { preferences, ids } = keep([mine]);
    expect(preferences[0]).toBe(mine);
    expect([preferences.length, ids]).toEqual([1, [mine.id]]);
  });

  test('known several times is the oldest of them', () => {
    const [old, second] = [seen({ id: 'z', createdAt: 1 }), seen({ id: 'a', createdAt: 2 })];
    expect(keep([second, old]).ids).toEqual(['z']);
    expect(keep([seen({ id: 'z' }), seen({ id: 'a' })]).ids).toEqual(['a']);
  });

  test('said twice of one mail counts once', () => {
    const { preferences, ids } = keep([], mail('now', 10), [brief, brief]);
    expect([preferences.length, ids]).toEqual([1, ['id-1']]);
    expect(preferences[0]?.evidence).toHaveLength(1);
  });
});

test('the same mail again changes nothing, and others are never touched', () => {
  const words = fc.constantFrom('Brief and warm', 'brief AND warm', 'Brief', 'Formal');
  const known = fc.record({
    description: words,
    status: fc.constantFrom(...statuses),
    origin: fc.constantFrom<Preference['origin']>('learned', 'user'),
  });
  fc.assert(
    fc.property(
      fc.array(known, { maxLength: 5 }),
      fc.array(words, { maxLength: 3 }),
      (all, said) => {
        const before = all.map(({ description, ...changes }, at) =>
          preference(description, { ...changes, id: `p${at}` }),
        );
        const items = said.map((description) => described(description));
        const first = keep(before, mail('now', 10), items);
        const again = keep(first.preferences, mail('now', 10), items);
        expect(again.ids).toEqual(first.ids);
        for (const [at, one] of again.preferences.entries()) {
          expect(one).toBe(first.preferences[at]);
        }
        for (const [at, one] of before.entries()) {
          const now = first.preferences[at];
          if (one.origin === 'user' || !first.ids.includes(one.id)) expect(now).toBe(one);
        }
      },
    ),
  );
});
