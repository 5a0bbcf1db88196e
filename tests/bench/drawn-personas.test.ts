import { describe, expect, it, test } from 'vitest';
import { drawPersona, drawPersonas } from '../../bench/learning/scripted/draw-persona.ts';
import { faultsOf } from '../../bench/learning/scripted/persona-faults.ts';
import { openScriptedWorld } from '../../bench/learning/scripted/world.ts';

const many = Array.from({ length: 10_000 }, (_, seed) => drawPersona(seed));
const share = (holds: (persona: (typeof many)[number]) => boolean): number =>
  many.filter(holds).length / many.length;

describe('ten thousand drawn users', () => {
  it('are without a fault each, and all different', () => {
    expect(many.flatMap(faultsOf)).toEqual([]);
    const bodies = many.map(({ name: _, ...body }) => JSON.stringify(body));
    expect(new Set(bodies).size).toBe(many.length);
  });

  it('have four to eight people of two to four relations', () => {
    expect(new Set(many.map(({ people }) => people.length))).toEqual(new Set([4, 5, 6, 7, 8]));
    const relations = many.map(({ people }) => new Set(people.map((one) => one.relation)).size);
    expect(new Set(relations)).toEqual(new Set([2, 3, 4]));
  });

  it('have wishes of every kind, of every reach', () => {
    const rules = many.flatMap((persona) => persona.rules);
    expect(new Set(rules.map(({ wish }) => wish.kind)).size).toBe(12);
    const reaches = new Set(rules.map(({ where }) => Object.keys(where).join()));
    expect(reaches).toEqual(new Set(['', 'relations', 'addresses', 'tasks']));
  });

  it('change in about a third of the cases, all in one round from 20 to 40', () => {
    const rounds = many.map(
      ({ rules }) => new Set(rules.flatMap(({ from, until }) => [from, until ?? 0])),
    );
    const drifts = rounds.map((changes) => [...changes].filter((round) => round > 0));
    expect(Math.max(...drifts.map(({ length }) => length))).toBe(1);
    expect(Math.min(...drifts.flat())).toBe(20);
    expect(Math.max(...drifts.flat())).toBe(40);
    const drifting = share(({ rules }) => rules.some(({ until }) => until !== undefined));
    expect(drifting).toBeGreaterThan(0.3);
    expect(drifting).toBeLessThan(0.36);
  });

  it('have no rule in vain: a rule that comes after one for everybody never holds', () => {
    const slot = ({ wish }: (typeof many)[number]['rules'][number]): string =>
      `${wish.kind} ${wish.kind === 'replace' ? wish.from : wish.kind === 'line' ? wish.place : ''}`;
    const idle = many.filter(({ rules }) =>
      rules.some((rule, at) =>
        rules
          .slice(0, at)
          .some(
            (before) =>
              slot(before) === slot(rule) &&
              Object.keys(before.where).length === 0 &&
              before.until === undefined,
          ),
      ),
    );
    expect(idle.map(({ name }) => name)).toEqual([]);
  });
});

test('the same seed draws the same user, and no two seeds share one', () => {
  expect(drawPersona(7)).toEqual(drawPersona(7));
  expect(drawPersonas(3, 8)).toEqual(drawPersonas(3, 9).slice(0, 8));
  const both = [...drawPersonas(3, 100), ...drawPersonas(4, 100)].map(({ name }) => name);
  expect(new Set(both).size).toBe(200);
});

test.each([0, 25, 50, 75])(
  'fifteen drawn users, from %i on, want what the writer can do',
  async (first) => {
    const personas = Array.from({ length: 15 }, (_, at) => drawPersona(first + at)).map(
      (persona) => ({
        ...persona,
        facts: 0,
        edits: 1,
        blind: 0,
      }),
    );
    const open = openScriptedWorld({ personas, rounds: 60, errors: { obey: 0, infer: 0 } });
    const world = await open(7);
    const edits: string[] = [];
    for (const user of world.users) {
      const writer = world.writer(user, 'oracle');
      for (const round of user.rounds.filter((_, at) => at % 6 === 0)) {
        const { context, wanted } = round;
        const guidance = wanted === null ? null : { text: wanted, preferences: [] };
        const { text } = await writer.draft({ context, guidance, examples: [] });
        const { final } = await user.edit(text, round);
        if (final !== text) edits.push(`${user.name}\n${wanted}\n\n${text}\n\n→\n\n${final}`);
      }
    }
    expect(edits.length, edits.slice(0, 4).join('\n=====\n')).toBe(0);
  },
);
