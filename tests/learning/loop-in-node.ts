/**
 * The whole loop of drafting and learning with a tiny writer, run by `plain-node.test.ts` in a process
 * of its own; prints the edit cost of each round by method as JSON.
 */
import { createDraft } from '../../src/learning/draft.ts';
import { learnFromEpisode } from '../../src/learning/learn.ts';
import type { Method } from '../../src/learning/types.ts';
import {
  clock,
  context,
  counter,
  described,
  episode,
  FakeMemory,
  fakeWriter,
  letterEmbedder,
} from './world.ts';

const forbidden = (name: string) => (): never => {
  throw new Error(`the method used ${name}`);
};
Object.assign(globalThis, { fetch: forbidden('the network'), setTimeout: forbidden('a timer') });
Math.random = forbidden('randomness');
crypto.randomUUID = forbidden('randomness');
Date.now = forbidden('the clock');
performance.now = forbidden('the clock');

const wanted = 'Writes “pls” for “please”';

/** Edit costs of four mails to Ann, written by somebody who always puts one word for another. */
async function costs(kind: Method['kind']): Promise<number[]> {
  const method: Method = { kind, threshold: 0 };
  const memory = new FakeMemory();
  const ids = counter();
  const writer = fakeWriter((final, form) => [
    described(final.includes('Pls') ? wanted : '', {
      facet: form === 'phrase' ? 'other' : 'wording',
    }),
  ]);
  const found: number[] = [];
  for (const round of [1, 2, 3, 4]) {
    const given = context({ notes: 'Please send the plans' });
    const { text, guidance, vector } = await createDraft(
      { context: given, without: [] },
      { writer, embedder: letterEmbedder, memory, method },
    );
    const final = text.includes(wanted) ? text : text.replace('Please', 'Pls');
    const sent = episode({
      id: `e${round}`,
      at: round,
      context: given,
      draft: text,
      final,
      guidance,
    });
    const lesson = await learnFromEpisode(sent, { writer, memory, clock, ids, method });
    memory.put(lesson.preferences);
    memory.episodes.push({ episode: lesson.episode, vector });
    found.push(lesson.episode.cost?.words ?? -1);
  }
  return found;
}

const result = {
  dom: typeof document,
  penchant: await costs('penchant'),
  'cipher-1': await costs('cipher-1'),
  'cipher-5': await costs('cipher-5'),
};
process.stdout.write(JSON.stringify(result));
