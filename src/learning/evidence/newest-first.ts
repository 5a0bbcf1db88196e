import type { Preference } from '../types.ts';

/** The order of a list for people: superseded ones last, otherwise the one changed last first. */
export function newestFirst(one: Preference, other: Preference): number {
  const old = ({ status }: Preference): number => Number(status === 'superseded');
  return old(one) - old(other) || other.updatedAt - one.updatedAt || (one.id < other.id ? -1 : 1);
}
