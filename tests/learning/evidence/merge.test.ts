import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standardElements } from '../../../src/learning/elements.ts';
import { maxEvidence, maxSpan } from '../../../src/learning/evidence/evidence.ts';
import { merge as mergeFound } from '../../../src/learning/evidence/merge.ts';
import { mergePhrase } from '../../../src/learning/evidence/merge-phrase.ts';
import type { Described, Episode, Preference } from '../../../src/learning/types.ts';
import { context, counter, described, episode, isWhole, preference } from '../world.ts';

const hi = described('Greets with “Hi <first name>,”', { facet: 'greeting' });
const dear = described('Greets with “Dear <first name>,”', { facet: 'greeting' });
const ampersand = described('Writes “&” instead of “and”', { facet: 'wording' });

const mail = (id: string, to: string | readonly string[], at: number): Episode =>
  episode({ id, at, context: context({ to }) });

function merge(
  preferences: readonly Described[],
  from: Episode,
  known: readonly Preference[],
  form: 'components' | 'phrase',
  next: () => string,
) {
  if (form === 'phrase') return mergePhrase(preferences, from, known, next);
  const found = { preferences, confirmed: [], contradicted: [] };
  return mergeFound(found, { ...from, final: from.final ?? '' }, known, [], standardElements, next);
}

/** Learns one mail after the other. */
function learn(
  steps: readonly (readonly [Episode, readonly Described[]])[],
  start: readonly Preference[] = [],
): readonly Preference[] {
  // What is known already has ids of its own.
  const ids = counter(`id-${start.length}`);
  return steps.reduce(
    (known, [from, items]) => merge(items, from, known, 'components', ids.next).preferences,
    start,
  );
}
const guidanceWith = (all: readonly Preference[]) => ({
  text: 'applied',
  preferences: all
    .filter(({ status }) => status !== 'superseded')
    .map(({ id, revision, facet, description }) => ({ id, revision, facet, description })),
});
const brief = (all: readonly Preference[]) =>
  all.map(({ description, scope, status }) => ({ description, scope, status }));
const toAnn = mail('e1', 'ann@acme.example', 1);
const toAnnLater = mail('e2', 'ann@acme.example', 2);
const toAmy = mail('e3', 'amy@acme.example', 3);
const toBob = mail('e4', 'bob@birch.example', 4);
const acme = { kind: 'domain', domain: 'acme.example' } as const;

describe('the same habit again', () => {
  test('a first edit makes a provisional preference for the people of this domain', () => {
    expect(brief(learn([[toAnn, [hi]]]))).toEqual([
      { description: hi.description, scope: acme, status: 'provisional' },
    ]);
  });

  test('a second edit makes it active', () => {
    const [only, ...others] = learn([
      [toAnn, [hi]],
      [toAnnLater, [hi]],
    ]);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ status: 'active', scope: acme });
    expect(only?.evidence.map(({ episodeId }) => episodeId)).toEqual(['e1', 'e2']);
  });

  test('case and white space make no other preference, nor does another way of saying it', () => {
    const shouted = { ...ampersand, description: ' writes “&”  INSTEAD of “and”' };
    expect(
      learn([
        [toAnn, [ampersand]],
        [toAnnLater, [shouted]],
      ]),
    ).toHaveLength(1);
    const about30 = described('Keeps mails to about 30 words', { facet: 'length' });
    const about36 = described('Keeps mails to about 36 words', { facet: 'structure' });
    expect(
      learn([
        [toAnn, [about30]],
        [toAnnLater, [about36]],
      ]),
    ).toHaveLength(1);
  });

  test('reaches everybody once it was seen in two domains', () => {
    expect(
      learn([
        [toAnn, [hi]],
        [toAmy, [hi]],
      ])[0]?.scope,
    ).toEqual(acme);
    expect(
      learn([
        [toAnn, [hi]],
        [toAmy, [hi]],
        [toBob, [hi]],
      ])[0]?.scope,
    ).toEqual({
      kind: 'everywhere',
    });
  });

  test('evidence is bounded', () => {
    const many = Array.from({ length: maxEvidence + 9 }, (_, index) =>
      mail(`m${index}`, 'ann@acme.example', index),
    );
    const long = { ...ampersand, before: 'x'.repeat(9_000), after: '🙂'.repeat(3_000) };
    const [only] = learn(many.map((one) => [one, [long]] as const));
    expect(only?.evidence).toHaveLength(maxEvidence);
    expect(only?.evidence.at(-1)).toMatchObject({ episodeId: `m${maxEvidence + 8}` });
    expect(only?.evidence[0]?.before).toHaveLength(maxSpan);
    expect(isWhole(only?.evidence[0]?.after ?? '')).toBe(true);
  });
});

describe('another value', () => {
  test('for the same person supersedes the old one', () => {
    const [old, newer] = learn([
      [toAnn, [hi]],
      [toAnnLater, [dear]],
    ]);
    expect(old).toMatchObject({ status: 'superseded', description: hi.description });
    expect(old?.evidence.at(-1)).toMatchObject({ says: 'contradicts', episodeId: 'e2' });
    expect(newer).toMatchObject({ status: 'provisional', description: dear.description });
  });

  const wide = learn([
    [toAnn, [hi]],
    [toAmy, [hi]],
    [toBob, [hi]],
  ]);

  test('for somebody who never had the wide one is an exception', () => {
    const toCarl = episode({
      id: 'e5',
      at: 5,
      context: context({ to: 'carl@cedar.example' }),
      guidance: guidanceWith(wide),
    });
    const [old, newer] = learn([[toCarl, [dear]]], wide);
    expect(old).toMatchObject({ status: 'active', scope: { kind: 'everywhere' } });
    expect(old?.evidence.at(-1)).toMatchObject({
      says: 'contradicts',
      recipient: 'carl@cedar.example',
    });
    expect(newer?.scope).toEqual({ kind: 'domain', domain: 'cedar.example' });
  });

  test('for somebody who had the old one takes its place for everybody', () => {
    const [old, newer] = learn([[mail('e5', 'bob@birch.example', 5), [dear]]], wide);
    expect(old).toMatchObject({ status: 'superseded' });
    expect(newer).toMatchObject({ status: 'provisional', scope: { kind: 'everywhere' } });
  });

  test('goes back to its own people when somebody else keeps the old one', () => {
    const turned = learn([[mail('e5', 'bob@birch.example', 5), [dear]]], wide);
    const toAnnAgain = episode({
      id: 'e6',
      at: 6,
      context: context({ to: 'ann@acme.example' }),
      guidance: guidanceWith(turned),
    });
    const [old, newer] = learn([[toAnnAgain, [hi]]], turned);
    expect(old).toMatchObject({ status: 'provisional', scope: acme });
    expect(newer?.scope).toEqual({ kind: 'domain', domain: 'birch.example' });
    // From then on the habit is known to depend on people, and is asked of each.
    const later = learn(
      [[mail('e7', 'amy@acme.example', 7), [dear]]],
      [old, newer].flatMap((one) => one ?? []),
    );
    expect(later[0]).toMatchObject({ description: hi.description, status: 'provisional' });
  });

  test('a preference for somebody else in copy is left alone', () => {
    const known = learn([[toBob, [hi]]]);
    const after = learn(
      [[mail('e5', ['ann@acme.example', 'bob@birch.example'], 5), [dear]]],
      known,
    );
    expect(after[0]).toMatchObject({ status: 'provisional', scope: { domain: 'birch.example' } });
    expect(after[0]?.evidence.at(-1)).toMatchObject({
      says: 'differs',
      recipient: 'ann@acme.example',
    });
  });

  test('an old habit that comes back is the same preference, for this person', () => {
    const back = mail('e5', 'ann@acme.example', 5);
    expect(
      brief(
        learn([
          [toAnn, [hi]],
          [toAnnLater, [dear]],
          [back, [hi]],
        ]),
      ),
    ).toEqual([
      { description: hi.description, scope: acme, status: 'provisional' },
      { description: dear.description, scope: acme, status: 'superseded' },
    ]);
  });

  test('an old mail that is learned from late overrules nothing newer', () => {
    const [newer, late] = learn([
      [toAnnLater, [dear]],
      [toAnn, [hi]],
    ]);
    expect(newer).toMatchObject({ status: 'provisional', description: dear.description });
    expect(late?.description).toBe(hi.description);
  });

  test('of two values from one edit the first counts', () => {
    expect(learn([[toAnn, [hi, dear]]]).map(({ description }) => description)).toEqual([
      hi.description,
    ]);
  });
});

describe('the user’s word', () => {
  test('what the user wrote is never changed, and not learned again beside it', () => {
    const mine = preference(hi.description, { facet: 'greeting', origin: 'user' });
    const same = merge([hi], toAnn, [mine], 'components', counter().next);
    expect(same).toEqual({ preferences: [mine], ids: [mine.id] });
    expect(same.preferences[0]).toBe(mine);
    expect(learn([[toAnn, [dear]]], [mine])[0]).toBe(mine);
  });

  test('what the user paused stays paused', () => {
    const paused = learn([[toAnn, [hi]]]).map((one): Preference => ({ ...one, status: 'paused' }));
    const after = learn(
      [
        [toAnnLater, [hi]],
        [toBob, [hi]],
      ],
      paused,
    );
    expect(brief(after)).toEqual([{ description: hi.description, scope: acme, status: 'paused' }]);
  });
});

describe('phrases (CIPHER)', () => {
  test('only the same words are the same, and nothing is superseded', () => {
    const ids = counter();
    const first = merge([hi], toAnn, [], 'phrase', ids.next);
    const second = merge([dear], toAnnLater, first.preferences, 'phrase', ids.next);
    const third = merge([hi], toBob, second.preferences, 'phrase', ids.next);
    expect(brief(third.preferences)).toEqual([
      { description: hi.description, scope: { kind: 'nearby' }, status: 'active' },
      { description: dear.description, scope: { kind: 'nearby' }, status: 'provisional' },
    ]);
    expect(third.ids).toEqual(first.ids);
  });
});

describe('in general', () => {
  const item = fc.constantFrom(
    hi,
    dear,
    ampersand,
    described('Closes with “Cheers”', { facet: 'closing' }),
    described('Writes no closing', { facet: 'closing' }),
    described('Keeps mails to about 30 words', { facet: 'length' }),
    described('Keeps mails to about 90 words', { facet: 'length' }),
    described('Never uses exclamation marks', { facet: 'punctuation' }),
    described('Plain and direct', { facet: 'tone' }),
  );
  const to = fc.constantFrom('ann@acme.example', 'amy@acme.example', 'bob@birch.example', '');
  const history = fc
    .array(fc.tuple(to, fc.nat({ max: 9 }), fc.uniqueArray(item, { maxLength: 4 })), {
      maxLength: 12,
    })
    .map((all) =>
      all.map(([address, at, items], index) => [mail(`e${index}`, address, at), items] as const),
    );
  const form = fc.constantFrom('components' as const, 'phrase' as const);

  test('learning from the same mail again changes nothing', () => {
    fc.assert(
      fc.property(history, form, (steps, how) => {
        const ids = counter();
        let known: readonly Preference[] = [];
        for (const [from, items] of steps) {
          const once = merge(items, from, known, how, ids.next);
          const twice = merge(items, from, once.preferences, how, ids.next);
          expect(twice).toEqual(once);
          for (const [index, one] of once.preferences.entries()) {
            expect(twice.preferences[index]).toBe(one);
          }
          known = once.preferences;
        }
      }),
    );
  });

  test('neither the order of the memory nor that of independent findings matters', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const nameless = (all: readonly Preference[]) =>
          all.map(({ id, ...rest }) => JSON.stringify(rest)).toSorted();
        const slotless = steps.map(
          ([from, items]) =>
            [
              from,
              items.filter((one, at) => items.findIndex(({ facet }) => facet === one.facet) === at),
            ] as const,
        );
        const turned = slotless.map(([from, items]) => [from, items.toReversed()] as const);
        expect(nameless(learn(turned))).toEqual(nameless(learn(slotless)));
        const last = slotless.at(-1);
        if (!last) return;
        const known = learn(slotless.slice(0, -1)).map((one, index) => ({
          ...one,
          createdAt: index,
        }));
        expect(nameless(learn([last], known.toReversed()))).toEqual(nameless(learn([last], known)));
      }),
    );
  });

  test('for one person, one thing has one living learned value; nothing is lost', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const inOrder = steps.map(([from, items], at) => [{ ...from, at }, items] as const);
        const all = learn(inOrder);
        for (const [from, items] of inOrder) {
          for (const { description } of items.slice(0, 1)) {
            expect(all.map((one) => one.description)).toContain(description);
          }
          const recipient = from.context.recipients[0]?.address ?? '';
          if (recipient === '') continue;
          const greetings = all.filter(
            ({ facet, scope, status }) =>
              facet === 'greeting' &&
              scope.kind === 'recipient' &&
              scope.address === recipient &&
              status !== 'superseded',
          );
          expect(greetings.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
