import type { Agent, Round, Tools } from '../types.ts';
import { createTold } from './told.ts';

/**
 * A control: what somebody else wants in the same round number. Where this helps, the gain of the
 * others is not about this user. Throws where there is nobody else.
 */
export function createWrongUser(tools: Tools): Agent {
  const { user, stranger } = tools;
  if (stranger.name === user.name) {
    throw new Error('This control needs a second user in the world, whose wishes it is given.');
  }
  const others = new Map<string, string | null>();
  const pair = (mine: readonly Round[], theirs: readonly Round[]): void => {
    for (const [number, { id }] of mine.entries()) {
      others.set(id, theirs[number % theirs.length]?.wanted ?? null);
    }
  };
  pair(user.rounds, stranger.rounds);
  pair(user.heldOut, stranger.heldOut);
  return createTold(tools, ({ id }) => others.get(id) ?? null);
}
