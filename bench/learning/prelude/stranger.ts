import type { Round, SimulatedUser } from '../types.ts';

/**
 * Somebody with the same things to write and other wishes for each of them: the next one among those
 * of this user and `wishes`, of which there are at least two.
 */
export function strangerTo(user: SimulatedUser, wishes: readonly string[]): SimulatedUser {
  const own = [...user.rounds, ...user.heldOut].flatMap(({ wanted }) => wanted ?? []);
  const all = [...new Set([...own, ...wishes])];
  const otherwise = (round: Round): Round => ({
    ...round,
    wanted: all[(all.indexOf(round.wanted ?? '') + 1) % all.length] ?? null,
  });
  return {
    ...user,
    name: `stranger to ${user.name}`,
    rounds: user.rounds.map(otherwise),
    heldOut: user.heldOut.map(otherwise),
  };
}
