import type { LanguageModel } from '../../../src/learning/ports.ts';
import { createAsker } from '../model/asker.ts';
import type { ModelTask } from '../model/options.ts';
import type { SimulatedUser } from '../types.ts';
import { playUser, type Verdict } from './play-user.ts';
import { carefulUser, faithfulUser } from './prompts.ts';
import type { PreludeRound } from './rounds.ts';
import type { OwnText } from './user-noise.ts';

/** Own texts that are shown to the user again: enough for a share, and few calls. */
const mostOwnTexts = 12;

/** How a user is played. */
export interface UserOptions {
  readonly task: ModelTask;
  readonly faithful: boolean;
  readonly userModel: LanguageModel;
}

/** A user who edits, and remembers what they made of the drafts. */
export interface PreludeUser {
  readonly edit: SimulatedUser['edit'];
  /** One text a round, of the last rounds in which they edited a draft. */
  ownTexts(): readonly OwnText[];
}

/** A user for these rounds; what they gave no usable answer to is said in `note`. */
export function createPreludeUser(
  rounds: readonly PreludeRound[],
  { task, faithful, userModel }: UserOptions,
  note: (sentence: string) => void,
): PreludeUser {
  const ask = createAsker(userModel);
  const own = new Map<string, string>();

  async function play({ record, wanted }: PreludeRound, draft: string): Promise<Verdict> {
    const { text: material, fact = null } = record;
    const seen = { task, material, draft, preference: wanted, fact };
    const verdict = await playUser(seen, faithful ? faithfulUser : carefulUser, ask);
    if (verdict.unusable) {
      note(
        `The user gave no usable answer in round ${record.id}; the draft counts as sent unedited.`,
      );
    }
    return verdict;
  }

  return {
    async edit(draft, { id }) {
      const round = rounds.find((one) => one.id === id);
      if (!round) throw new Error(`The user has no round ${id}.`);
      const { edited, usage } = await play(round, draft);
      const earlier = own.get(id);
      // Agents play side by side; which text is kept must not depend on who is faster.
      if (edited !== null && (earlier === undefined || edited < earlier)) own.set(id, edited);
      return { final: edited ?? draft, usage };
    },
    ownTexts: () =>
      rounds
        .flatMap((round) => {
          const final = own.get(round.id);
          if (final === undefined) return [];
          return [{ final, again: async () => (await play(round, final)).edited ?? final }];
        })
        .slice(-mostOwnTexts),
  };
}
