import { describe, expect, test } from 'vitest';
import { createDraft } from '../../src/learning/draft.ts';
import { type Elements, standardElements } from '../../src/learning/elements.ts';
import type { DraftOrder, Writer } from '../../src/learning/ports.ts';
import type {
  AppliedPreference,
  Comparison,
  Context,
  Method,
  Preference,
} from '../../src/learning/types.ts';
import {
  context,
  episode,
  evidence,
  FakeMemory,
  fakeWriter,
  letterEmbedder,
  letterVector,
  oneCall,
  preference,
} from './world.ts';

const warm = preference('Warm', { facet: 'tone' });

function ports(kind: Method['kind'], writer: Writer = fakeWriter()) {
  const memory = new FakeMemory();
  return { writer, memory, embedder: letterEmbedder, method: { kind, threshold: 0 } };
}
function remember(memory: FakeMemory, id: string): void {
  const standing = { kind: 'inferred', preferenceIds: [warm.id] } as const;
  memory.known = [warm];
  memory.episodes.push({ episode: episode({ id, standing }), vector: letterVector('aaa') });
}
const draft = (given: Context, with_: ReturnType<typeof ports>, without: readonly string[] = []) =>
  createDraft({ context: given, without }, with_);

describe('a draft', () => {
  test.each(['penchant', 'cipher-1'] as const)('costs one model call with %s', async (kind) => {
    const world = ports(kind);
    remember(world.memory, 'e1');
    remember(world.memory, 'e2');
    const made = await draft(context(), world);
    expect(made.usage.calls).toBe(1);
    expect(made.text).toContain('Warm');
    expect(made.vector.encoder).toBe('letters');
  });

  test('costs one more with cipher-5, once two contexts have something to say', async () => {
    const world = ports('cipher-5');
    remember(world.memory, 'e1');
    expect((await draft(context(), world)).usage.calls).toBe(1);
    remember(world.memory, 'e2');
    const made = await draft(context(), world);
    expect(made.usage).toEqual({ calls: 2, inputTokens: 20, outputTokens: 10 });
    expect(made.guidance?.text).toBe('All of: Warm + Warm');
  });

  test.each(['penchant', 'cipher-1', 'cipher-5'] as const)(
    'is plain while nothing is known: %s',
    async (kind) => {
      const made = await draft(context(), ports(kind));
      expect(made.guidance).toBeNull();
      expect(made.usage.calls).toBe(1);
    },
  );

  test('is made without what the user switched off', async () => {
    const world = ports('penchant');
    remember(world.memory, 'e1');
    expect((await draft(context(), world, [warm.id])).guidance).toBeNull();
  });

  test('says what shapes it before it begins to write', async () => {
    const order: unknown[] = [];
    const writer = fakeWriter();
    const world = ports('penchant', {
      ...writer,
      draft: async (request, options) => {
        options?.onText?.('piece');
        return writer.draft(request);
      },
    });
    remember(world.memory, 'e1');
    await createDraft({ context: context(), without: [] }, world, {
      onShaped: (shaping: readonly AppliedPreference[]) => order.push(shaping.map(({ id }) => id)),
      onText: (piece) => order.push(piece),
    });
    expect(order).toEqual([[warm.id], 'piece']);
  });

  test.each(['penchant', 'cipher-1'] as const)(
    'is written without what holds here where it is on that side of a comparison: %s',
    async (kind) => {
      const orders: DraftOrder[] = [];
      const writer = fakeWriter();
      const world = ports(kind, {
        ...writer,
        draft: async (order, options) => {
          orders.push(order);
          return writer.draft(order, options);
        },
      });
      remember(world.memory, 'e1');
      const said: unknown[] = [];
      const make = (comparison: Comparison) =>
        createDraft({ context: context(), without: [], comparison }, world, {
          onShaped: (shaping, isHeldOut) => said.push([shaping.length, isHeldOut]),
        });
      const without = await make('without');
      expect(without).toMatchObject({ guidance: null, comparison: 'without' });
      expect(orders[0]).toMatchObject({ guidance: null, examples: [] });
      const withThem = await make('with');
      expect(withThem.guidance?.preferences).toHaveLength(1);
      expect(withThem.comparison).toBe('with');
      expect(said).toEqual([
        [0, true],
        [1, false],
      ]);
    },
  );

  test('is on no side of a comparison where nothing holds', async () => {
    const request = { context: context(), without: [], comparison: 'without' } as const;
    expect(await createDraft(request, ports('penchant'))).not.toHaveProperty('comparison');
  });

  test('needs a note or a message to answer', async () => {
    const world = ports('penchant');
    await expect(draft(context({ notes: ' ' }), world)).rejects.toMatchObject({
      code: 'empty-notes',
    });
    const incoming = { from: { address: 'a@b.example', name: '' }, text: 'Well?' };
    await expect(draft(context({ notes: '', incoming }), world)).resolves.toBeDefined();
  });

  test('that was cancelled asks nobody', async () => {
    const writer = fakeWriter();
    const world = ports('cipher-5', writer);
    remember(world.memory, 'e1');
    remember(world.memory, 'e2');
    const making = createDraft({ context: context(), without: [] }, world, {
      signal: AbortSignal.abort(),
    });
    await expect(making).rejects.toMatchObject({ code: 'cancelled' });
    expect(writer.calls).toEqual({ draft: 0, aggregate: [], infer: [] });
  });
});

describe('an arm of the method', () => {
  const calm = preference('Never uses exclamation marks', { facet: 'punctuation' });
  const loud = 'Here they are!';

  /** A draft with one element switched on, and what its writer was asked. */
  async function armed(
    elements: Partial<Elements>,
    known: readonly Preference[],
    kind: Method['kind'] = 'penchant',
  ) {
    const orders: DraftOrder[] = [];
    const revisions: (readonly string[])[] = [];
    const writer: Writer = {
      ...fakeWriter(),
      async draft(order) {
        orders.push(order);
        return { text: loud, usage: oneCall };
      },
      async revise({ violated, text }) {
        revisions.push(violated);
        return { text: text.replace('!', '.'), usage: oneCall };
      },
    };
    const world = ports(kind, writer);
    remember(world.memory, 'e1');
    world.memory.known = known;
    const made = await createDraft(
      { context: context(), without: [] },
      { ...world, elements: { ...standardElements, ...elements } },
    );
    return { made, revisions, examples: orders[0]?.examples };
  }

  test('examples: the nearest sent mails are shown to the writer', async () => {
    const shown = [{ context: context(), draft: null, final: 'Hi Ann, please send the plans.' }];
    expect((await armed({ examples: true }, [])).examples).toEqual(shown);
    expect((await armed({}, [])).examples).toEqual([]);
    expect((await armed({ examples: true }, [], 'cipher-1')).examples).toEqual([]);
  });

  test('sources: the writer is told whom each preference was learned with', async () => {
    const people = ['a@a.example', 'b@b.example', 'c@c.example', 'd@d.example', 'd@d.example', ''];
    const entries = [
      ...people.map((recipient, at) => evidence(`e${at}`, { at, recipient })),
      evidence('e9', { at: 9, recipient: 'e@e.example', says: 'confirms' }),
    ];
    const learned = { ...calm, evidence: entries };
    const mine = { ...warm, evidence: entries, origin: 'user' as const };
    const { made } = await armed({ sources: true }, [learned, mine]);
    expect(made.guidance?.text.split('\n')).toEqual([
      '1. Warm',
      '2. Never uses exclamation marks (seen with b@b.example, c@c.example, d@d.example)',
    ]);
    // What is remembered of it is the preference alone.
    expect(made.guidance?.preferences.map(({ description }) => description)).toEqual([
      'Warm',
      calm.description,
    ]);
    const plain = await armed({}, [learned]);
    expect(plain.made.guidance?.text).toBe('1. Never uses exclamation marks');
    expect((await armed({ sources: true }, [calm])).made.guidance?.text).toBe(
      '1. Never uses exclamation marks',
    );
  });

  test('check: a draft that breaks a preference is revised, once', async () => {
    const { made, revisions } = await armed({ check: true }, [calm, warm]);
    expect(made.text).toBe('Here they are.');
    expect(made.usage).toEqual({ calls: 2, inputTokens: 20, outputTokens: 10 });
    expect(revisions).toEqual([[calm.description]]);
    const unchecked = await armed({}, [calm]);
    expect([unchecked.made.text, unchecked.revisions]).toEqual([loud, []]);
    expect((await armed({ check: true }, [warm])).revisions).toEqual([]);
  });

  test('check: a draft that was stopped asks for no revision', async () => {
    const stop = new AbortController();
    let revisions = 0;
    const writer: Writer = {
      ...fakeWriter(),
      async draft() {
        return { text: loud, usage: oneCall };
      },
      async revise({ text }) {
        revisions++;
        stop.abort();
        return { text, usage: oneCall };
      },
    };
    const world = { ...ports('penchant', writer), elements: { ...standardElements, check: true } };
    world.memory.known = [calm];
    const request = { context: context(), without: [] };
    const making = createDraft(request, world, { signal: stop.signal });
    await expect(making).rejects.toMatchObject({ code: 'cancelled' });
    expect(revisions).toBe(1);
  });
});
