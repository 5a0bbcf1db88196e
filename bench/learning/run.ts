import { editCost, words } from '../../src/learning/edits/edit-cost.ts';
import type { Embedder } from '../../src/learning/ports.ts';
import { createAgent } from './agents/all.ts';
import type { PlainDrafts } from './plain-drafts.ts';
import { rank } from './rank.ts';
import type { Agent, Checked, PlayedRound, Round, Run, SimulatedUser, World } from './types.ts';

/** One user, one agent, and what they meet in. */
export interface RunRequest {
  readonly world: World;
  readonly seed: number;
  readonly user: SimulatedUser;
  readonly agent: string;
  readonly embedder: Embedder;
  /** Of this user; shared by the runs of all agents. */
  readonly plain: PlainDrafts;
}

/**
 * Lets one agent write for one user: every round in order is drafted, edited and learned from, then
 * the held-out ones are drafted only. `onRound` is called after each round that was learned from.
 * Rejects with the first fault, naming the round.
 */
export async function playRun(request: RunRequest, onRound: () => void): Promise<Run> {
  const { world, user, seed, agent: name } = request;
  const agent = createAgent(name, {
    writer: world.writer(user, name),
    embedder: request.embedder,
    user,
    stranger: strangerTo(user, world),
  });
  const rounds: PlayedRound[] = [];
  for (const [index, round] of user.rounds.entries()) {
    rounds.push(await saying(`round ${index + 1}`, () => playRound(agent, round, request)));
    onRound();
  }
  return {
    agent: name,
    user: user.name,
    seed,
    rounds,
    heldOut: await saying('held-out rounds', () => checkHeldOut(agent, request)),
    ranking: await saying('ranking', () => rank(agent, request)),
  };
}

/** The user whose wishes the control `wrong-user` is given: another one, wherever there is one. */
function strangerTo(user: SimulatedUser, { stranger, users }: World): SimulatedUser {
  if (stranger) return stranger(user);
  const place = users.findIndex(({ name }) => name === user.name);
  return users[(place + 1) % users.length] ?? user;
}

async function playRound(agent: Agent, round: Round, request: RunRequest): Promise<PlayedRound> {
  const { user, plain } = request;
  const written = await agent.draft(round);
  const { final } = await user.edit(written.text, round);
  const unaided = await plain.edited(round);
  const learned = await agent.learn(round, written, final);
  return {
    kind: round.kind,
    drifted: round.drifted,
    cost: editCost(written.text, final),
    plainCost: unaided.cost,
    draftLength: words(written.text).length,
    plainLength: unaided.length,
    usage: { draft: written.usage, infer: learned.infer, verify: learned.verify },
    checked: user.check?.(written.text, unaided.draft, round) ?? null,
    component: (await user.component?.(written.text, round)) ?? null,
    storeSize: agent.storeSize(),
  };
}

async function checkHeldOut(agent: Agent, { user, plain }: RunRequest): Promise<Checked[]> {
  if (!user.check) return [];
  const checks: Checked[] = [];
  for (const round of user.heldOut) {
    const { text } = await agent.draft(round);
    checks.push(user.check(text, await plain.draft(round), round));
  }
  return checks;
}

/** What was thrown, with where it happened in front; the cause is kept. */
async function saying<Made>(where: string, act: () => Promise<Made>): Promise<Made> {
  try {
    return await act();
  } catch (thrown) {
    const what = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Error(`${where}: ${what}`, { cause: thrown });
  }
}
