import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standardElements } from '../../src/learning/elements.ts';
import { maxApplied, retrieve } from '../../src/learning/retrieve.ts';
import {
  type Context,
  facets,
  type Preference,
  type Scope,
  statuses,
} from '../../src/learning/types.ts';
import { context, episode, evidence, FakeMemory, letterVector, preference } from './world.ts';

const ann: Scope = { kind: 'recipient', address: 'ann@acme.example' };
const acme: Scope = { kind: 'domain', domain: 'acme.example' };
const greeting = (word: string, changes: Partial<Preference> = {}): Preference =>
  preference(`Greets with “${word} <first name>,”`, { facet: 'greeting', ...changes });

async function ask(
  known: readonly Preference[],
  {
    to = context(),
    near = 'aaa',
    without = [],
    memory = new FakeMemory(),
  }: { to?: Context; near?: string; without?: readonly string[]; memory?: FakeMemory } = {},
) {
  memory.known = known;
  return retrieve({ context: to, vector: letterVector(near), without }, memory, standardElements);
}
const lines = async (...asked: Parameters<typeof ask>): Promise<string[]> =>
  (await ask(...asked))?.text.split('\n') ?? [];

describe('what holds here', () => {
  test('nothing learned, nothing said', async () => {
    expect(await ask([])).toBeNull();
  });

  test('is written down as numbered lines in the order of the facets', async () => {
    const tone = preference('Warm', { facet: 'tone' });
    const closing = preference('Closes with “Cheers”', { facet: 'closing' });
    expect(await lines([tone, closing, greeting('Hi')])).toEqual([
      '1. Greets with “Hi <first name>,”',
      '2. Closes with “Cheers”',
      '3. Warm',
    ]);
  });

  test('only within its scope', async () => {
    const all = [
      preference('for Ann', { scope: ann }),
      preference('for Bob', { scope: { kind: 'recipient', address: 'bob@birch.example' } }),
      preference('for all'),
    ];
    expect(await lines(all)).toEqual(['1. for Ann', '2. for all']);
  });

  test('nearby: where a context it was learned in is among the nearest, and near enough', async () => {
    const memory = new FakeMemory();
    for (const [id, spelled] of [
      ['e1', 'aaa'],
      ['e2', 'qqq'],
    ] as const) {
      memory.episodes.push({
        episode: episode({ id, standing: { kind: 'inferred', preferenceIds: [] } }),
        vector: letterVector(spelled),
      });
    }
    const nearby = (id: string): Preference =>
      preference(`learned in ${id}`, {
        scope: { kind: 'nearby' },
        evidence: [evidence(id, { recipient: '' })],
      });
    const known = [nearby('e1'), nearby('e2')];
    expect(await lines(known, { memory, near: 'aaab' })).toEqual(['1. learned in e1']);
    expect(await lines(known, { memory, near: 'xyz' })).toEqual([]);
  });

  test('at most twelve, the narrower ones first', async () => {
    const wide = Array.from({ length: 20 }, (_, index) => preference(`wide ${index}`));
    const narrow = Array.from({ length: 5 }, (_, index) =>
      preference(`narrow ${index}`, { scope: ann }),
    );
    const said = await lines([...wide, ...narrow]);
    expect(said).toHaveLength(maxApplied);
    expect(said.filter((line) => line.includes('narrow'))).toHaveLength(5);
  });
});

describe('one thing has one value', () => {
  test('the user’s word wins over everything learned', async () => {
    const mine = greeting('Dear', { origin: 'user' });
    expect(await lines([greeting('Hi', { scope: ann }), mine])).toEqual([
      '1. Greets with “Dear <first name>,”',
    ]);
  });

  test('then the narrower scope', async () => {
    expect(
      await lines([
        greeting('Hello'),
        greeting('Dear', { scope: acme }),
        greeting('Hi', { scope: ann }),
      ]),
    ).toEqual(['1. Greets with “Hi <first name>,”']);
  });

  test('then what was said last of these people, then the more similar context', async () => {
    const older = greeting('Dear', { evidence: [evidence('e1')] });
    const newer = greeting('Hi', { evidence: [evidence('e2', { at: 2_000 })] });
    expect(await lines([newer, older])).toEqual(['1. Greets with “Hi <first name>,”']);
    const memory = new FakeMemory();
    for (const [id, spelled] of [
      ['near', 'aaa'],
      ['far', 'aq'],
    ] as const) {
      const standing = { kind: 'inferred', preferenceIds: [] } as const;
      memory.episodes.push({ episode: episode({ id, standing }), vector: letterVector(spelled) });
    }
    const nobody = { scope: { kind: 'nearby' } as const };
    const unnamed = (id: string, at: number) => evidence(id, { at, recipient: '' });
    const fromFar = greeting('Dear', { ...nobody, evidence: [unnamed('far', 9_000)] });
    const fromNear = greeting('Hi', { ...nobody, evidence: [unnamed('near', 1_000)] });
    expect(await lines([fromFar, fromNear], { memory })).toEqual([
      '1. Greets with “Hi <first name>,”',
    ]);
  });

  test('a greeting that code does not understand is still a greeting', async () => {
    const odd = preference('Opens with a quotation', { facet: 'greeting', scope: ann });
    expect(await lines([greeting('Hi'), odd])).toEqual(['1. Opens with a quotation']);
  });

  test('what can stand beside others does', async () => {
    const one = preference('Writes “&”', { facet: 'wording' });
    const other = preference('Writes “ok”', { facet: 'wording' });
    expect(await lines([one, other])).toHaveLength(2);
  });
});

const scope = fc.constantFrom<Scope>(
  ann,
  acme,
  { kind: 'everywhere' },
  { kind: 'site', site: 'other' },
);
const anyPreferences = fc
  .array(
    fc.record({
      scope,
      facet: fc.constantFrom(...facets),
      status: fc.constantFrom(...statuses),
      origin: fc.constantFrom('learned' as const, 'user' as const),
    }),
    { maxLength: 20 },
  )
  .map((all) => all.map((changes, index) => preference(`Rule ${index}.`, changes)));

test('paused, superseded and switched-off preferences never speak; order of the memory is nothing', async () => {
  await fc.assert(
    fc.asyncProperty(anyPreferences, fc.nat(), async (known, off) => {
      const without = known.length > 0 ? [known[off % known.length]?.id ?? ''] : [];
      const guidance = await ask(known, { without });
      for (const { id } of guidance?.preferences ?? []) {
        const one = known.find((other) => other.id === id);
        expect(['active', 'provisional']).toContain(one?.status);
        expect(without).not.toContain(id);
      }
      expect(await ask(known.toReversed(), { without })).toEqual(guidance);
      expect(guidance?.text.split('\n').length ?? 0).toBe(guidance?.preferences.length ?? 0);
    }),
  );
});
