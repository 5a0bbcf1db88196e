import { expect, test } from 'vitest';
import { createAlternatives, createDraft } from '../../src/learning/draft.ts';
import type { DraftOrder } from '../../src/learning/ports.ts';
import { context, FakeMemory, fakeWriter, letterEmbedder, oneCall, preference } from './world.ts';

const method = { kind: 'penchant', threshold: 0 } as const;

/** A writer that says what it was asked, and how often. */
function begin() {
  const orders: DraftOrder[] = [];
  const memory = new FakeMemory();
  memory.known = [
    preference('Greets with “Hi <first name>,”', { facet: 'greeting' }),
    preference('Closes with “Cheers”', { facet: 'closing', confidence: 0.9 }),
  ];
  const writer = {
    ...fakeWriter(() => []),
    draft: async (order: DraftOrder) => {
      orders.push(order);
      return { text: `Draft ${orders.length}\u200b`, usage: oneCall };
    },
  };
  return { orders, ports: { writer, embedder: letterEmbedder, memory, method } };
}
const request = { context: context(), without: [] };

test('drafts to choose from are clean, differ, and are paid for once', async () => {
  const { orders, ports } = begin();
  const shaped: number[] = [];
  const drafts = await createAlternatives(request, ports, {
    onShaped: (preferences) => shaped.push(preferences.length),
  });
  expect(orders.length).toBeGreaterThan(1);
  expect(new Set(drafts.map(({ text }) => text)).size).toBe(orders.length);
  expect(drafts.every(({ text }) => /^Draft \d$/.test(text))).toBe(true);
  expect(drafts.map(({ usage }) => usage.calls)).toEqual([
    orders.length,
    ...drafts.slice(1).map(() => 0),
  ]);
  expect(shaped).toHaveLength(1);
});

test('a text to be written anew needs no notes, and its numbers are not made up', async () => {
  const { orders, ports } = begin();
  const empty = { ...request, context: { ...request.context, notes: '', incoming: null } };
  await expect(createDraft(empty, ports)).rejects.toMatchObject({ code: 'empty-notes' });
  const rework = { text: 'Call 0171 2345678.', tone: 'warmer' } as const;
  const writer = {
    ...ports.writer,
    draft: async (order: DraftOrder) => {
      orders.push(order);
      return { text: 'Do call 0171 2345678 or 0999 8765432!', usage: oneCall };
    },
  };
  const draft = await createDraft({ ...empty, rework }, { ...ports, writer });
  expect(orders.at(-1)?.rework).toEqual(rework);
  expect(draft.flagged.join()).toContain('8765432');
  expect(draft.flagged.join()).not.toContain('2345678');
});
