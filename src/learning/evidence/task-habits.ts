import type { Evidence, Preference } from '../types.ts';

/** Fewer changes of the kind of message than this prove nothing. */
const fewestChanges = 4;
/** Share of them from which on the kind of message is what habits go by. */
const usual = 0.5;
/** Share of the mails of one kind in a row that may go otherwise all the same. */
const unusual = 0.25;

/**
 * Whether this user writes differently by the kind of message, such as formally where they begin and
 * freely where they answer: with one and the same person most habits change from one kind to the next
 * and stay within a kind. All learned preferences are asked together, for the rhythm shows in all of them
 * long before any single one has gone and come back often enough.
 */
export function writesByTask(preferences: readonly Preference[]): boolean {
  const across = { pairs: 0, turns: 0 };
  const within = { pairs: 0, turns: 0 };
  for (const { evidence, origin } of preferences) {
    if (origin !== 'learned') continue;
    const last = new Map<string, Evidence>();
    for (const entry of evidence) {
      const person = entry.recipient.toLowerCase();
      if (person === '') continue;
      const before = last.get(person);
      last.set(person, entry);
      if (!before) continue;
      const counted = before.task === entry.task ? within : across;
      counted.pairs++;
      if (holds(before) !== holds(entry)) counted.turns++;
    }
  }
  return (
    across.pairs >= fewestChanges &&
    across.turns >= usual * across.pairs &&
    within.turns <= unusual * within.pairs
  );
}

const holds = ({ says }: Evidence): boolean => says === 'supports' || says === 'confirms';
