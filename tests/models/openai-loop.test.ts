import { describe, expect, test } from 'vitest';
import { createPromptedWriter } from '../../src/learning/asking/prompted-writer.ts';
import { createDraft } from '../../src/learning/draft.ts';
import { learnFromEpisode } from '../../src/learning/learn.ts';
import type { Context, Method } from '../../src/learning/types.ts';
import { penchantReplies } from '../fixtures/penchant-replies.ts';
import { clock, context, counter, episode, FakeMemory, letterEmbedder } from '../learning/world.ts';
import { withServer } from './with-server.ts';

/** Mails to two people at one company, by somebody who always greets and closes the same way. */
const people = ['Ann', 'Bert', 'Ann', 'Bert'];
const sentAs = ({ recipients, notes }: Context): string =>
  `Hi ${recipients[0]?.name.split(' ')[0]} –\n\n${notes}.\n\nCheers\nSam`;

async function rounds(kind: Method['kind']) {
  const { model, server } = await withServer({ reply: penchantReplies() });
  const writer = createPromptedWriter(model);
  const memory = new FakeMemory();
  const ids = counter();
  const method: Method = { kind, threshold: 0 };
  const costs: number[] = [];
  const calls: number[] = [];
  for (const [at, name] of people.entries()) {
    const given = {
      ...context({ notes: 'We need the plans by noon' }),
      recipients: [{ address: `${name.toLowerCase()}@acme.example`, name: `${name} Miller` }],
    };
    const before = server.requests.length;
    const { text, guidance, vector } = await createDraft(
      { context: given, without: [] },
      { writer, embedder: letterEmbedder, memory, method },
    );
    calls.push(server.requests.length - before);
    const final = sentAs(given);
    const sent = episode({ id: `e${at}`, at, context: given, draft: text, final, guidance });
    const lesson = await learnFromEpisode(sent, { writer, memory, clock, ids, method });
    memory.put(lesson.preferences);
    memory.episodes.push({ episode: lesson.episode, vector });
    costs.push(lesson.episode.cost?.words ?? Number.NaN);
  }
  return { costs, calls };
}

describe('drafting and learning over a real connection', () => {
  test.each(['penchant', 'cipher-1', 'cipher-5'] as const)(
    '%s: nothing is left to edit',
    async (kind) => {
      const { costs, calls } = await rounds(kind);
      expect(costs[0]).toBeGreaterThan(0);
      expect(costs.at(-1)).toBe(0);
      // Only CIPHER with several neighbours asks for more than the draft.
      expect(Math.max(...calls)).toBe(kind === 'cipher-5' ? 2 : 1);
    },
  );
});
