import { expect, test } from 'vitest';
import { createLexicalEmbedder } from '../../src/embeddings/lexical.ts';
import { contextText } from '../../src/learning/context-text.ts';
import type { ContextVector } from '../../src/learning/types.ts';
import { context, isWhole } from './world.ts';

const incoming = (text: string) => ({
  from: { address: 'ann@acme.example', name: 'Ann Adams' },
  text,
});

test('says for whom and about what, and never more than the beginning of a long message', () => {
  const text = contextText(
    context({
      task: 'reply',
      recipients: [{ address: 'ann@acme.example', name: 'Ann Adams' }],
      incoming: incoming(`Could we meet? ${'blah '.repeat(5_000)}`),
    }),
  );
  for (const part of ['Ann Adams', 'acme.example', 'reply', 'mail.example.com', 'Plans', 'meet']) {
    expect(text).toContain(part);
  }
  expect(text.length).toBeLessThan(2_000);
});

test('nothing known gives no empty lines', () => {
  const text = contextText(context({ to: [], subject: '', notes: '' }));
  expect(text).toBe('new on mail.example.com');
});

test('a letter outside the BMP at the cut is not torn', () => {
  expect(isWhole(contextText(context({ notes: `${'a'.repeat(599)}🙂` })))).toBe(true);
});

test('word counts alone tell people apart better than topics', async () => {
  const embedder = createLexicalEmbedder();
  const mail = (to: string, name: string, subject: string, notes: string) =>
    contextText(context({ recipients: [{ address: to, name }], subject, notes }));
  const [first, samePerson, sameTopic] = await embedder.embed([
    mail('ann@acme.example', 'Ann Adams', 'Budget for May', 'Ask for the budget numbers of May'),
    mail('ann@acme.example', 'Ann Adams', 'Summer party', 'Invite her to the party in the garden'),
    mail('bob@birch.example', 'Bob Brown', 'Budget for May', 'Ask for the budget numbers of May'),
  ]);
  const likeFirst = (other: ContextVector | undefined): number => {
    let sum = 0;
    for (const [at, value] of (first?.values ?? []).entries())
      sum += value * (other?.values[at] ?? 0);
    return sum;
  };
  expect(likeFirst(samePerson)).toBeGreaterThan(likeFirst(sameTopic) + 0.05);
});
