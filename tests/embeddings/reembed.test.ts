import { expect, it } from 'vitest';
import { createLexicalEmbedder } from '../../src/embeddings/lexical.ts';
import { type Reembedded, reembedStored } from '../../src/embeddings/reembed.ts';
import type { Context, ContextVector } from '../../src/learning/types.ts';

const context = (subject: string): Context => ({
  task: 'new',
  site: 'mail.example.org',
  recipients: [],
  subject,
  incoming: null,
  notes: '',
  language: null,
});

function storeOf(subjects: Readonly<Record<string, string>>) {
  const vectors = new Map<string, ContextVector>();
  const store: Reembedded = {
    withoutVector: async (encoder, limit) =>
      Object.keys(subjects)
        .filter((id) => vectors.get(id)?.encoder !== encoder)
        .slice(0, limit),
    episode: async (id) => {
      const subject = subjects[id];
      return subject ? { context: context(subject) } : undefined;
    },
    putVector: async (id, vector) => {
      vectors.set(id, vector);
    },
  };
  return { store, vectors };
}

const many = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`e${at}`, `mail ${at}`]));
const subject = ({ subject }: Context) => subject;
const lexical = createLexicalEmbedder();

it('gives every stored context its vector, at most as many as asked at a time', async () => {
  const { store, vectors } = storeOf(many);
  expect(await reembedStored(store, lexical, subject, 12)).toBe(12);
  expect(await reembedStored(store, lexical, subject, 12)).toBe(8);
  expect(await reembedStored(store, lexical, subject, 12)).toBe(0);
  const [expected] = await lexical.embed(['mail 13']);
  expect(vectors.get('e13')).toEqual(expected);
});

it('skips an episode that was deleted meanwhile', async () => {
  const { store, vectors } = storeOf({ gone: '', here: 'a mail' });
  expect(await reembedStored(store, lexical, subject, 10)).toBe(1);
  expect([...vectors.keys()]).toEqual(['here']);
});

it('stops when the encoder falls back to another, and stores none of its vectors', async () => {
  const { store, vectors } = storeOf(many);
  const falling = { id: 'minilm@1', embed: lexical.embed };
  expect(await reembedStored(store, falling, subject, 20)).toBe(0);
  expect(vectors.size).toBe(0);
});
