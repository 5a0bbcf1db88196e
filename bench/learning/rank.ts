import type { PlainDrafts } from './plain-drafts.ts';
import type { Agent, SimulatedUser, World } from './types.ts';

/**
 * How often the world's judge, who knows nothing but what the agent learned, tells the text that the
 * user would send from the plain draft, over the held-out rounds: 0 to 1, `null` where nobody judges
 * or no draft was changed. Asked in both orders; a judge who changes their mind counts half. All
 * agents are judged on the same pairs, so a good one is not given harder ones; one that knows nothing
 * here scores a half without asking.
 */
export async function rank(
  agent: Agent,
  parts: { readonly world: World; readonly user: SimulatedUser; readonly plain: PlainDrafts },
): Promise<number | null> {
  const { judge } = parts.world;
  if (!judge) return null;
  const scores: number[] = [];
  for (const round of parts.user.heldOut) {
    const { draft, final } = await parts.plain.edited(round);
    if (draft === final) continue;
    const guidance = await agent.guidance(round);
    if (guidance === '') {
      scores.push(0.5);
      continue;
    }
    const finalFirst = await judge(guidance, final, draft);
    const draftFirst = await judge(guidance, draft, final);
    scores.push((Number(finalFirst === 'first') + Number(draftFirst === 'second')) / 2);
  }
  if (scores.length === 0) return null;
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
