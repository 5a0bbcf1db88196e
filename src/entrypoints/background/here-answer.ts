import type { here } from '../../browser/here.ts';
import { isEnabled } from '../../browser/sites.ts';
import { newestFirst } from '../../learning/evidence/newest-first.ts';
import { holdsHere } from '../../learning/evidence/reach.ts';
import { writesByTask } from '../../learning/evidence/task-habits.ts';
import type { Preference } from '../../learning/types.ts';
import type { Response } from '../../protocol/messages.ts';
import type { Settings } from '../../protocol/settings.ts';

type Place = Awaited<ReturnType<typeof here>>;

/** What is the same wherever the user looks. The store answers with one list until something changes. */
interface Known {
  readonly byTask: boolean;
  readonly newest: readonly Preference[];
}
const knownOf = new WeakMap<readonly Preference[], Known>();

function know(preferences: readonly Preference[]): Known {
  const known = knownOf.get(preferences);
  if (known) return known;
  const made = { byTask: writesByTask(preferences), newest: preferences.toSorted(newestFirst) };
  knownOf.set(preferences, made);
  return made;
}

/** Those of `applies` and then the others, the newest of each first; `limit` in all. */
export function firstOnes(
  preferences: readonly Preference[],
  applies: ReadonlySet<string>,
  limit: number,
): readonly Preference[] {
  const { newest } = know(preferences);
  const local = newest.filter(({ id }) => applies.has(id)).slice(0, limit);
  const others = newest.slice(0, limit).filter(({ id }) => !applies.has(id));
  return [...local, ...others].slice(0, limit);
}

/** Ids of those that hold where the user looks, and are not replaced. */
export function idsHere({ origin, compose }: Place, preferences: readonly Preference[]): string[] {
  const site = compose?.site ?? (origin === '' ? '' : new URL(origin).host);
  const place = { site, task: 'unknown' as const, recipients: compose?.recipients ?? [] };
  const { byTask } = know(preferences);
  return preferences
    .filter(
      (preference) => preference.status !== 'superseded' && holdsHere(preference, place, byTask),
    )
    .map(({ id }) => id);
}

/** What a page of ours is told of the place the user looks at. */
export function hereOf(
  { origin, compose }: Place,
  settings: Settings,
  applies: readonly string[],
): Response<'here.read'> {
  const [first] = compose?.recipients ?? [];
  return {
    origin,
    enabled: origin !== '' && isEnabled(origin, settings.sites),
    compose,
    applies,
    learning: {
      all: settings.learning,
      recipient: !settings.notFrom.includes(first?.address.toLowerCase() ?? ''),
    },
  };
}
