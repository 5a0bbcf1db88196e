import { habitsOfSam } from '../../bench/mailbox/persona.ts';

/** One mail the simulated user answers. */
export interface Planned {
  readonly messageId: string;
  /** Address of the one who gets the answer. */
  readonly recipient: string;
  readonly notes: string;
}

// Two people in turns, but not in step: what was learned last is often about somebody else.
const turns = [0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1] as const;

/** What is answered in which order; after all messages it begins again. */
export function planRounds(count: number): Planned[] {
  const answered = habitsOfSam.map(() => 0);
  return Array.from({ length: count }, (_, round) => {
    const who = turns[round % turns.length] ?? 0;
    const habits = habitsOfSam[who];
    const entries = [...(habits?.notes ?? [])];
    const turn = answered[who] ?? 0;
    answered[who] = turn + 1;
    const entry = entries[turn % entries.length];
    if (!habits || !entry) throw new Error('The simulated user has nothing to answer.');
    return { messageId: entry[0], recipient: habits.address, notes: entry[1] };
  });
}
