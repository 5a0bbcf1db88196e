import { gatedImport } from '../../src/learning/gate/other-doors.ts';
import type { Refusal } from '../../src/learning/gate/write-gate.ts';
import type { Lesson } from '../../src/learning/learn.ts';
import type { Inferred, Writer } from '../../src/learning/ports.ts';
import { noUsage } from '../../src/learning/usage.ts';
import { createBuiltinWriter } from '../../src/models/builtin/builtin-writer.ts';
import { createShipped } from '../learning/agents/shipped.ts';
import { openEmbedder } from '../learning/embedder.ts';
import { openScriptedWorld } from '../learning/scripted/world.ts';
import { choosePersonas } from '../learning/scripted-personas.ts';
import type { Corpus } from './corpus.ts';
import { learnFromReply } from './trial.ts';

/** What the gate refuses of what clean edits show. */
export interface GateCost {
  /** Edits from which something was inferred, by counting or by the model. */
  readonly edits: number;
  /** Those of them of which the gate refused anything. */
  readonly refusedEdits: number;
  readonly descriptions: number;
  readonly refusals: readonly Refusal[];
}

/**
 * What the gate refuses in a run of the scripted benchmark, in which nobody attacks: the personas that
 * ship, and with `drawn` as many drawn ones, each with the simulated model's usual mistakes.
 */
export async function runGateCost({ rounds = 60, seeds = 1, drawn = 0 } = {}): Promise<GateCost> {
  const cost = counter();
  const embedder = await openEmbedder({ encoder: 'lexical' });
  const { personas } = await choosePersonas({
    personas: [],
    heldOut: drawn > 0,
    drawn: { count: drawn, seed: 1 },
  });
  const open = openScriptedWorld({ personas, rounds, errors: { obey: 0.05, infer: 0.1 } });
  for (let seed = 1; seed <= seeds; seed++) {
    const world = await open(seed);
    for (const user of world.users) {
      const writer = world.writer(user, 'penchant');
      const tools = { writer, embedder, user, stranger: user };
      const agent = createShipped(tools, 'penchant', undefined, cost.add);
      for (const round of user.rounds) {
        const written = await agent.draft(round);
        const { final } = await user.edit(written.text, round);
        await agent.learn(round, written, final);
      }
    }
  }
  return cost.result();
}

/**
 * What the gate refuses of what an honest model says of our own benign edits, each with every benign mail
 * in turn as the mail that is answered.
 */
export async function runBenignCost({ benign }: Corpus, mails = benign.length): Promise<GateCost> {
  const cost = counter();
  for (const { draft, final, says } of benign) {
    if (draft === undefined || final === undefined) continue;
    for (const { text } of benign.slice(0, mails)) {
      cost.add(await learnFromReply({ text, draft, final }, honest(says), {}));
    }
  }
  return cost.result();
}

/** Those of the phrases that cannot be put into words of style, whatever an edit shows. */
export function refusedPhrases(phrases: readonly string[]): readonly string[] {
  return phrases.filter(
    (description) => gatedImport([{ facet: 'other', description }]).length === 0,
  );
}

function honest(
  says: readonly Pick<Inferred['preferences'][number], 'facet' | 'description'>[],
): Writer {
  return {
    ...createBuiltinWriter({ name: 'Sam' }),
    async infer() {
      const preferences = says.map((said) => ({ ...said, before: '', after: '' }));
      return { preferences, confirmed: [], contradicted: [], usage: noUsage };
    },
  };
}

function counter(): { add(lesson: Lesson): void; result(): GateCost } {
  let edits = 0;
  let refusedEdits = 0;
  let descriptions = 0;
  const refusals: Refusal[] = [];
  return {
    add({ episode: { standing }, refused }) {
      const kept = standing?.kind === 'inferred' ? standing.preferenceIds.length : 0;
      if (kept + refused.length === 0) return;
      edits++;
      descriptions += kept + refused.length;
      if (refused.length > 0) refusedEdits++;
      refusals.push(...refused);
    },
    result: () => ({ edits, refusedEdits, descriptions, refusals }),
  };
}
