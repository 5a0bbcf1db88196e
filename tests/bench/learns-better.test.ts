import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createAgent } from '../../bench/learning/agents/all.ts';
import { readPersona } from '../../bench/learning/scripted/persona.ts';
import { openScriptedWorld } from '../../bench/learning/scripted/world.ts';
import type { World } from '../../bench/learning/types.ts';
import { createLexicalEmbedder } from '../../src/embeddings/lexical.ts';
import { editCost } from '../../src/learning/edits/edit-cost.ts';

/** Words changed in all, and calls before the drafts were seen, over thirty mails of two users. */
async function taught(world: World, name: string): Promise<{ cost: number; calls: number }> {
  let cost = 0;
  let calls = 0;
  for (const user of world.users) {
    const writer = world.writer(user, name);
    const agent = createAgent(name, {
      writer,
      embedder: createLexicalEmbedder(),
      user,
      stranger: user,
    });
    for (const round of user.rounds) {
      const written = await agent.draft(round);
      const { final } = await user.edit(written.text, round);
      cost += editCost(written.text, final).words;
      calls += written.usage.calls;
      await agent.learn(round, written, final);
    }
  }
  return { cost, calls };
}

test('the method learns more from fewer calls than the published one', async () => {
  const personas = await Promise.all(
    ['four-circles', 'change-for-clients'].map((name) =>
      readPersona(
        fileURLToPath(new URL(`../../bench/learning/personas/${name}.json`, import.meta.url)),
      ),
    ),
  );
  const errors = { obey: 0.05, infer: 0.1 };
  const world = await openScriptedWorld({ personas, rounds: 30, errors })(1);
  const [plain, cipher, penchant] = await Promise.all(
    ['no-learning', 'cipher-5', 'penchant'].map((name) => taught(world, name)),
  );
  expect(penchant?.cost).toBeLessThan(0.8 * (cipher?.cost ?? 0));
  expect(penchant?.cost).toBeLessThan(0.4 * (plain?.cost ?? 0));
  expect(penchant?.calls).toBe(60);
  expect(cipher?.calls).toBeGreaterThan(80);
}, 30_000);
