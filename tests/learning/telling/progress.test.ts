import fc from 'fast-check';
import { expect, test } from 'vitest';
import { median, quantile } from '../../../src/learning/telling/median.ts';
import {
  byGroup,
  course,
  figuresOf,
  type Sent,
  sentOf,
} from '../../../src/learning/telling/progress.ts';
import { sampleEpisode } from '../../store/samples.ts';

const mail = (at: number, normalised: number, changes: Partial<Sent> = {}): Sent => ({
  at,
  words: Math.round(normalised * 100),
  normalised,
  recipient: 'a@b.example',
  facets: [],
  draftLength: 100,
  calls: 1,
  tokens: 10,
  ...changes,
});

test('quartiles are those of R', () => {
  // quantile(c(1, 2, 4, 8, 16), c(.25, .5, .75)); quantile(1:4, .25)
  expect([0.25, 0.5, 0.75].map((share) => quantile([16, 1, 8, 2, 4], share))).toEqual([2, 4, 8]);
  expect(quantile([4, 3, 2, 1], 0.25)).toBe(1.75);
  expect(median([1, 2, 3, 10])).toBe(2.5);
  expect(median([])).toBeNaN();
});

test('only a mail that was sent counts', () => {
  const sent = { outcome: 'sent', final: 'Hi', cost: { words: 2, normalised: 0.5 } } as const;
  expect(sentOf(sampleEpisode('e'))).toBeNull();
  expect(sentOf(sampleEpisode('e', { ...sent, outcome: 'discarded' }))).toBeNull();
  const usage = {
    draft: { calls: 1, inputTokens: 5, outputTokens: 6 },
    learn: { calls: 2, inputTokens: 7, outputTokens: 8 },
  };
  expect(sentOf(sampleEpisode('e', { ...sent, usage }))).toMatchObject({
    words: 2,
    normalised: 0.5,
    recipient: 'ada@example.com',
    calls: 3,
    tokens: 26,
  });
});

test('the course says nothing before there are enough mails, and ends with the last one', () => {
  const mails = [5, 4, 3, 2, 1].map((at) => mail(at, at / 10));
  expect(course(mails.slice(0, 2), 3, 10)).toEqual([]);
  const told = course(mails, 3, 10);
  expect(told.map(({ at, median: middle }) => [at, middle])).toEqual([
    [3, 0.2],
    [4, 0.3],
    [5, 0.4],
  ]);
  expect(course(mails, 3, 2).map(({ at }) => at)).toEqual([3, 5]);
  expect(course(mails, 5, 10).map(({ at }) => at)).toEqual([5]);
});

test('whatever the mails, moments are in order, few enough, and each median lies in its band', () => {
  const mails = fc.array(
    fc.record({ at: fc.nat(), normalised: fc.double({ min: 0, max: 1, noNaN: true }) }),
    { maxLength: 80 },
  );
  fc.assert(
    fc.property(
      mails,
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 30 }),
      (drawn, window, points) => {
        const told = course(
          drawn.map(({ at, normalised }) => mail(at, normalised)),
          window,
          points,
        );
        expect(told.length).toBe(Math.min(points, Math.max(0, drawn.length - window + 1)));
        expect(told.map(({ at }) => at)).toEqual(
          told.map(({ at }) => at).toSorted((a, b) => a - b),
        );
        for (const { lower, median: middle, upper, mails: count } of told) {
          expect(count).toBe(window);
          expect(lower).toBeLessThanOrEqual(middle);
          expect(middle).toBeLessThanOrEqual(upper);
        }
      },
    ),
  );
});

test('figures are of all mails of a group, and a mail may be in several', () => {
  const mails = [
    mail(1, 0, { facets: ['greeting', 'tone'] }),
    mail(2, 0.4, { facets: ['greeting'] }),
    mail(3, 0.8),
  ];
  const told = byGroup(mails, ({ facets }) => facets);
  expect(told.map(({ group, figures }) => [group, figures.mails, figures.unedited])).toEqual([
    ['greeting', 2, 0.5],
    ['tone', 1, 1],
  ]);
  expect(told[0]?.figures.median).toBeCloseTo(0.2);
  expect(figuresOf([])).toBeNull();
});
