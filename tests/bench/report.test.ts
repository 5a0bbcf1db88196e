import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCommandLine } from '../../bench/learning/command-line.ts';
import { costAgainstTokens } from '../../bench/learning/report/cost-against-tokens.ts';
import { curveOf } from '../../bench/learning/report/curve.ts';
import { figuresFile } from '../../bench/learning/report/figures-file.ts';
import { learningCurves } from '../../bench/learning/report/learning-curves.ts';
import { createOutcome } from '../../bench/learning/report/outcome.ts';
import { placeLabels } from '../../bench/learning/report/place-labels.ts';
import { reportText } from '../../bench/learning/report/report-text.ts';
import { madeRound, madeRun } from './made-run.ts';

const options = readCommandLine([]);
if (!options) throw new Error('no options');

const agents = [
  'oracle',
  'no-learning',
  'explore-then-exploit',
  'cipher-5',
  'penchant',
  'penchant:scope',
];

/** Three users and two seeds; each agent costs as much as its place says. */
const runs = agents.flatMap((agent, place) =>
  ['Ada', 'Held', 'Drawn'].flatMap((user) =>
    [1, 2].map((seed) => madeRun(agent, [10, place + seed, place], { user, seed })),
  ),
);
const missing = [
  { agent: 'prose', user: 'Ada', seed: 2, reason: 'round 3: unreachable: localhost' },
];
const nobody = { heldOut: new Set<string>(), drawn: new Set<string>() };
const apart = { heldOut: new Set(['Held']), drawn: new Set(['Drawn']) };
const outcome = createOutcome({ runs, missing }, apart, ['The user is not sure.']);

describe('the figures as JSON', () => {
  const file = JSON.parse(figuresFile(options, outcome));

  test('hold what was played and every figure of every agent', () => {
    expect(file).toMatchObject({
      world: 'scripted',
      model: 'builtin',
      encoder: 'lexical',
      rounds: 60,
      seeds: 3,
    });
    expect(file.agents.map(({ name }: { name: string }) => name)).toEqual(agents);
    expect(Object.keys(file.agents[0]).sort()).toEqual(
      [
        ...['name', 'cost', 'normalised', 'gapClosed', 'unedited', 'underFivePercent'],
        ...['rulesSatisfied', 'wrongScope', 'recoveryRounds', 'harm', 'lengthRatio', 'ranking'],
        ...['callsPerRound', 'criticalCallsPerRound', 'tokensPerRound', 'criticalTokensPerRound'],
        ...['tokens', 'storeSize', 'againstCipher5', 'component'],
      ].sort(),
    );
    expect(Object.keys(file.agents[0].cost)).toEqual(['mean', 'sd']);
    expect(Object.keys(file.agents[0].gapClosed)).toEqual(['mean', 'low', 'high']);
    expect(Object.keys(file.agents[0].tokens)).toEqual(['draft', 'infer', 'verify']);
    expect(file.agents[0].wrongScope).toBeNull();
    expect(file.missing).toEqual(missing);
  });

  test('keep held-out users apart', () => {
    expect(file.heldOut.agents).toHaveLength(agents.length);
    const without = createOutcome({ runs, missing: [] }, nobody, []);
    expect(JSON.parse(figuresFile(options, without))).not.toHaveProperty('heldOut');
    expect(file.agents[0].cost.mean).toBe((without.figures[0]?.cost.mean ?? 0) / 3);
  });

  test('keep drawn users apart, with their seed', () => {
    expect(file.drawn.seed).toBe(options.drawn.seed);
    expect(file.drawn.agents).toHaveLength(agents.length);
    const without = createOutcome({ runs, missing: [] }, { ...apart, drawn: new Set() }, []);
    expect(JSON.parse(figuresFile(options, without))).not.toHaveProperty('drawn');
    expect(without.figures[0]?.cost.mean).toBe(file.agents[0].cost.mean * 2);
  });
});

describe('the printed report', () => {
  const text = reportText({ ...options, ablation: true, perUser: true }, outcome);

  test('fits into 160 columns', () => {
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(160);
  });

  test('names what is missing, and what else there is to know', () => {
    expect(text).toContain('prose, Ada, seed 2: round 3: unreachable: localhost');
    expect(text).toContain('The user is not sure.');
  });

  test('leaves out columns that have nothing to say', () => {
    expect(text).not.toContain('ranking');
    const judged = createOutcome(
      { runs: [madeRun('oracle', [1], { ranking: 0.75 })], missing: [] },
      nobody,
      [],
    );
    expect(reportText(options, judged)).toMatch(/ranking[\s\S]*75\.0 %/u);
  });

  test('compares the arms of the ablation with the default method', () => {
    const [, ablation = ''] = text.split('Each element turned over alone');
    // Both seeds: penchant 10 + 5 + 4 and 10 + 6 + 4, without scope two more.
    expect(ablation).toMatch(/penchant:scope.*22.*10 %/u);
  });

  test('shows drawn users in tables of their own', () => {
    const [others, drawn] = text.split('Drawn users: cost of each');
    expect(others).toContain('Drawn users: what was learned');
    expect(drawn).toMatch(/^\n[\s\S]*Drawn/u);
    expect(others?.split('Cost of each user')[1]).not.toMatch(/│ Drawn/u);
    const without = createOutcome({ runs, missing: [] }, nobody, []);
    expect(reportText(options, without)).not.toContain('Drawn users');
  });

  test('prints the extra tables only when asked', () => {
    const short = reportText(options, outcome);
    expect(short).not.toContain('Each element');
    expect(short).not.toContain('Cost of each user');
    expect(short).not.toContain('Drawn users: cost of each');
  });
});

test('a curve is smoothed within a run, and its band is the standard error', () => {
  const one = madeRun('a', [10, 0, 0, 0, 0]);
  expect(curveOf([one]).map(({ cost }) => cost)).toEqual([10 / 3, 2.5, 2, 0, 0]);
  const two = curveOf([madeRun('a', [0]), madeRun('a', [4], { seed: 2 })]);
  expect(two).toEqual([{ round: 1, cost: 2, error: 2 }]);
});

test('labels never cover each other, nor a mark that stands in their way', () => {
  const label = fc.record({
    x: fc.integer({ min: 0, max: 300 }),
    y: fc.integer({ min: 0, max: 60 }),
    width: fc.integer({ min: 5, max: 120 }),
  });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 15 }), (labels) => {
      const heights = placeLabels(labels);
      labels.forEach((one, first) => {
        expect(heights[first]).toBeLessThanOrEqual(one.y);
        labels.slice(first + 1).forEach((other, index) => {
          const beside = one.x + one.width <= other.x || other.x + other.width <= one.x;
          const apart = Math.abs((heights[first] ?? 0) - (heights[first + 1 + index] ?? 0)) >= 13;
          expect(beside || apart).toBe(true);
        });
      });
    }),
  );
});

test('a label moves off a mark', () => {
  const label = { x: 0, y: 50, width: 40 };
  expect(placeLabels([label], [{ x: 30, y: 50, width: 8 }])).toEqual([37]);
  expect(placeLabels([label], [{ x: 40, y: 50, width: 8 }])).toEqual([50]);
});

describe('the pictures', () => {
  const labelled = (svg: string): (string | undefined)[] =>
    [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, label]) => label);

  test.each([
    ['learning curves', () => learningCurves(outcome.runs)],
    ['cost against tokens', () => costAgainstTokens(outcome.figures)],
  ])('%s name every agent, stand alone and follow the page', async (_, draw) => {
    const svg = await draw();
    expect(labelled(svg)).toEqual(expect.arrayContaining(agents));
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).not.toContain('NaN');
    // XML knows few names of characters.
    expect(svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#)/u);
    expect(await draw()).toBe(svg);
  });

  test('can be drawn of nothing but zeros', async () => {
    const zero = createOutcome({ runs: [madeRun('a', [0])], missing: [] }, nobody, []);
    expect(await learningCurves([{ ...madeRun('a', []), rounds: [madeRound(0)] }])).not.toContain(
      'NaN',
    );
    expect(await costAgainstTokens(zero.figures)).not.toContain('NaN');
  });
});
