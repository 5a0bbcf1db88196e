import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/learning/telling/explain.ts';
import type { Episode, Evidence } from '../../../src/learning/types.ts';
import { context, episode, evidence, preference } from '../world.ts';

const ann = 'ann@acme.example';
const bob = 'bob@acme.example';
const eve = 'eve@bee.example';
const body = (words: number): string =>
  `Hello Ann,\n\n${Array.from({ length: words }, (_, at) => `w${at}`).join(' ')}.\n\nBest regards`;

/** A mail of so many words in draft and final text, sent at `at`. */
function sent(id: string, at: number, words: readonly [number, number], to = ann): Episode {
  const [draft, final] = [body(words[0]), body(words[1])];
  const cost = { words: Math.abs(words[0] - words[1]), normalised: 0.1 };
  return episode({ id, at, draft, final, cost, context: context({ to }) });
}
const told = (id: string, at: number, says: Evidence['says'], recipient: string): Evidence =>
  evidence(id, { at, says, recipient });

const brief = preference('Keeps mails to about 30 words', {
  facet: 'length',
  createdAt: 25,
  evidence: [
    told('e1', 10, 'supports', ann),
    told('e2', 20, 'supports', ann),
    told('e3', 30, 'confirms', bob),
    told('e4', 40, 'contradicts', ann),
    told('e5', 50, 'differs', eve),
    told('gone', 60, 'supports', ''),
    told('unseen', 70, 'differs', eve),
  ],
});
const applied = (one: Episode): Episode => ({
  ...one,
  guidance: {
    text: brief.description,
    preferences: [{ id: brief.id, revision: 0, facet: 'length', description: brief.description }],
  },
});
const episodes = [
  sent('e1', 10, [60, 30]),
  sent('e2', 20, [70, 32]),
  applied(sent('e3', 30, [30, 30], bob)),
  applied(sent('e4', 40, [28, 90])),
  sent('e5', 50, [62, 80], eve),
  sent('other', 70, [500, 1]),
  episode({ id: 'unseen', at: 80, final: null, outcome: 'open' }),
];

describe('an explanation', () => {
  const explained = explain(brief, episodes);

  test('counts what the evidence says, and when', () => {
    expect(explained).toMatchObject({
      supported: 3,
      confirmed: 1,
      contradicted: 1,
      differing: 2,
      since: 10,
      last: 60,
    });
  });

  test('names those it held with, and those the user wrote to otherwise', () => {
    expect(explained.held).toEqual({
      recipients: [
        { who: ann, times: 2 },
        { who: bob, times: 1 },
      ],
      domains: [{ who: 'acme.example', times: 3 }],
    });
    expect(explained.otherwise.recipients).toEqual([
      { who: eve, times: 2 },
      { who: ann, times: 1 },
    ]);
  });

  test('counts the habit in drafts and final texts of the evidence alone', () => {
    expect(explained.counted).toEqual([
      {
        kind: 'length',
        draft: { times: 2, of: 5 },
        final: { times: 3, of: 5 },
        amount: { draft: 60, final: 32 },
      },
    ]);
  });

  test('tells what mails cost with it and before it was known', () => {
    expect(explained.cost).toEqual({
      applied: { mails: 2, medianWords: 31 },
      before: { mails: 2, medianWords: 34 },
    });
  });

  test('compares with mails in its scope only', () => {
    const here = {
      ...brief,
      scope: { kind: 'recipient', address: ann } as const,
      createdAt: 1_000,
    };
    // e1, e2, e3 and e4 are evidence or applied, `other` went to the same person; e5 did not.
    expect(explain(here, episodes).cost.before).toEqual({ mails: 3, medianWords: 38 });
    // What holds near its evidence names nobody: only the mails it was learned from are like it.
    const nearby = { ...here, scope: { kind: 'nearby' } as const };
    expect(explain(nearby, episodes).cost.before).toEqual({ mails: 2, medianWords: 34 });
  });

  test('has no number for what cannot be numbered, and no occasion where there is none', () => {
    const greets = preference('Greets with “Hi Ann,”', {
      evidence: [told('a', 1, 'supports', ann)],
    });
    const changed = episode({ id: 'a', draft: 'Hello Ann,\n\nWell?', final: 'Hi Ann,\n\nWell?' });
    expect(explain(greets, [changed]).counted).toEqual([
      {
        kind: 'greeting',
        draft: { times: 0, of: 1 },
        final: { times: 1, of: 1 },
        amount: null,
      },
    ]);
    const list = preference('Writes prose, no lists', { evidence: greets.evidence });
    expect(explain(list, [changed]).counted[0]?.final).toEqual({ times: 0, of: 0 });
  });

  test('of what nobody counts, or without any evidence, says so', () => {
    expect(
      explain(preference('Sounds like the sea', { evidence: brief.evidence }), episodes).counted,
    ).toEqual([]);
    const { since, last, counted, cost } = explain(preference('Uses no emoji'), []);
    expect({ since, last, counted, cost }).toEqual({
      since: null,
      last: null,
      counted: [],
      cost: { applied: null, before: null },
    });
  });

  test('is the same whatever the order of the episodes', () => {
    expect(explain(brief, episodes.toReversed())).toEqual(explained);
  });
});
