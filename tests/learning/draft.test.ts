import { describe, expect, test } from 'vitest';
import { createDraft } from '../../src/learning/draft.ts';
import type { Writer } from '../../src/learning/ports.ts';
import type { AppliedPreference, Context, Method } from '../../src/learning/types.ts';
import {
  context,
  episode,
  FakeMemory,
  fakeWriter,
  letterEmbedder,
  letterVector,
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
