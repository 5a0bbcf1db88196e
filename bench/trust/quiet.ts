import { createLexicalEmbedder } from '../../src/embeddings/lexical.ts';
import { createDraft } from '../../src/learning/draft.ts';
import { learnFromEpisode } from '../../src/learning/learn.ts';
import type { Writer } from '../../src/learning/ports.ts';
import type { Context, Method } from '../../src/learning/types.ts';
import { createWriter } from '../../src/models/create-writer.ts';
import { startModelServer } from '../../tests/fixtures/model-server.ts';
import { context, counter, episode, FakeMemory } from '../../tests/learning/world.ts';
import { canary, type Trial } from './bad-days.ts';
import { guardNetwork } from './network-guard.ts';

const people = ['Ann', 'Bert', 'Cleo', 'Dan'];
const methods: readonly Method['kind'][] = ['penchant', 'cipher-1', 'cipher-5'];
const sentAs = ({ recipients, notes }: Context): string =>
  `Hi ${recipients[0]?.name.split(' ')[0]} –\n\n${notes}.\n\nCheers\nSam`;

/** Drafts, edits and learns, `rounds` times with each method; answers how often it learned something. */
async function live(writer: Writer, rounds: number): Promise<number> {
  let learned = 0;
  for (const kind of methods) {
    const memory = new FakeMemory();
    const ids = counter(kind);
    const embedder = createLexicalEmbedder();
    const method: Method = { kind, threshold: 0 };
    for (let at = 0; at < rounds; at++) {
      const name = people[at % people.length] ?? '';
      const given = {
        ...context({ notes: `We need plan ${at} by noon (ann@acme.example)` }),
        recipients: [{ address: `${name.toLowerCase()}@acme.example`, name: `${name} Miller` }],
      };
      const ports = { writer, embedder, memory, method };
      const { text, guidance, vector } = await createDraft({ context: given, without: [] }, ports);
      const final = sentAs(given);
      const sent = episode({
        id: `${kind}-${at}`,
        at,
        context: given,
        draft: text,
        final,
        guidance,
      });
      const clock = { now: () => at };
      const lesson = await learnFromEpisode(sent, { writer, memory, clock, ids, method });
      memory.put(lesson.preferences);
      memory.episodes.push({ episode: lesson.episode, vector });
      learned += lesson.preferences.length;
    }
  }
  return learned;
}

/**
 * T7: nothing leaves the machine with the built-in writer, and with a model only to its host; under a guard
 * that sees every socket, request and look-up of the process.
 */
export async function tryQuiet(rounds = 30): Promise<Trial> {
  const begun = performance.now();
  const failures: string[] = [];

  const alone = guardNetwork();
  const choice = {
    kind: 'builtin',
    baseUrl: 'https://models.invalid/v1',
    model: '',
    timeoutSeconds: 5,
  } as const;
  const stored = { host: 'models.invalid', key: canary };
  const learned = await live(createWriter(choice, 'Sam', stored, { masks: true }), rounds);
  alone.end();
  failures.push(...alone.seen.map((way) => `with the built-in writer: ${way}`));
  if (learned === 0) failures.push('nothing was learned, so nothing was tried');

  const server = await startModelServer();
  const { host } = new URL(server.baseUrl);
  const withModel = guardNetwork();
  try {
    const remote = { ...choice, kind: 'openai', baseUrl: server.baseUrl, model: 'm' } as const;
    await live(createWriter(remote, 'Sam', { host, key: canary }, { masks: true }), rounds);
  } finally {
    withModel.end();
    await server.close();
  }
  const allowed = new Set([`socket ${host}`, `request http://${host}`]);
  failures.push(
    ...withModel.seen.filter((way) => !allowed.has(way)).map((way) => `with a model: ${way}`),
  );
  const requests = withModel.seen.filter((way) => way.startsWith('request')).length;
  if (requests === 0 || requests !== server.requests.length) {
    failures.push(`the guard saw ${requests} of ${server.requests.length} requests`);
  }
  if (server.requests.some(({ user }) => user.includes('ann@acme.example'))) {
    failures.push('an address was not hidden');
  }
  return {
    promise: 'T7',
    trials: 2 * methods.length * rounds,
    failures: failures.length,
    examples: failures.slice(0, 10),
    seconds: (performance.now() - begun) / 1000,
  };
}
