import { createPromptedWriter } from '../../../src/learning/asking/prompted-writer.ts';
import type { Recipients } from '../data/context-of.ts';
import { openRecords } from '../data/open-records.ts';
import { splitRecords } from '../data/split-records.ts';
import { createJudge } from '../model/judge.ts';
import type { ModelWorldOptions } from '../model/options.ts';
import type { OpenWorld, SimulatedUser } from '../types.ts';
import { latentPreferences } from './latent-preference.ts';
import { roundsOf } from './rounds.ts';
import { strangerTo } from './stranger.ts';
import { createPreludeUser } from './user.ts';
import { userNoise } from './user-noise.ts';

/** What the world is opened with. */
export interface PreludeOptions extends ModelWorldOptions {
  /** The paper's user, who does not see what a draft was made from. */
  readonly faithful: boolean;
  readonly recipients: Recipients;
}

/**
 * PRELUDE (Gao et al., NeurIPS 2024, arXiv 2404.15269): one user whose wishes depend on what they
 * write from, or on whom they write to; a model plays them. Held out are the last records. Rejects
 * with a sentence where the data cannot be used.
 */
export function openPreludeWorld(options: PreludeOptions): OpenWorld {
  const { task, recipients, agentModel, judgeModel } = options;
  return async (seed) => {
    const records = await openRecords(options, seed);
    const { played, heldOut } = splitRecords(roundsOf(records, task, recipients), options.rounds);
    const notes: string[] = [];
    const player = createPreludeUser([...played, ...heldOut], options, (note) => notes.push(note));
    const user: SimulatedUser = {
      name: `prelude-${task}`,
      rounds: played,
      heldOut,
      edit: player.edit,
    };
    return {
      name: 'prelude',
      users: [user],
      writer: (_user, agent) => createPromptedWriter(agentModel(agent)),
      judge: createJudge(judgeModel),
      stranger: () => strangerTo(user, latentPreferences(task)),
      userNoise: () => userNoise(player.ownTexts()),
      notes: () => notes,
    };
  };
}
