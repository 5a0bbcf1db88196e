import { editCost, words } from '../../src/learning/edits/edit-cost.ts';
import type { EditCost } from '../../src/learning/types.ts';
import type { Round, SimulatedUser, World } from './types.ts';

/** What becomes of a round where nothing is known of the user. */
export interface Plain {
  readonly draft: string;
  readonly final: string;
  readonly cost: EditCost;
  /** Of the draft, in words. */
  readonly length: number;
}

/** The drafts without any preference that every agent's drafts are held against. */
export interface PlainDrafts {
  /** The draft alone, which asks the user nothing. */
  draft(round: Round): Promise<string>;
  /** The draft and what the user makes of it. */
  edited(round: Round): Promise<Plain>;
}

/**
 * Plain drafts for one user, each made once whoever asks and however often: all agents are held
 * against the same ones. They come from the writer of `no-learning`.
 */
export function createPlainDrafts(world: World, user: SimulatedUser): PlainDrafts {
  const writer = world.writer(user, 'no-learning');
  const draft = once(async ({ context }) => {
    const { text } = await writer.draft({ context, guidance: null, examples: [] });
    return text;
  });
  const edited = once(async (round) => {
    const text = await draft(round);
    const { final } = await user.edit(text, round);
    return { draft: text, final, cost: editCost(text, final), length: words(text).length };
  });
  return { draft, edited };
}

/** Asks once a round; what failed is asked again by whoever comes next. */
function once<Made>(make: (round: Round) => Promise<Made>): (round: Round) => Promise<Made> {
  const made = new Map<string, Promise<Made>>();
  return (round) => {
    const known = made.get(round.id);
    if (known) return known;
    const making = make(round);
    made.set(round.id, making);
    making.catch(() => made.delete(round.id));
    return making;
  };
}
