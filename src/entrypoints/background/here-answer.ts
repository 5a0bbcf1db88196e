import type { here } from '../../browser/here.ts';
import { isEnabled } from '../../browser/sites.ts';
import { holdsHere } from '../../learning/evidence/reach.ts';
import { writesByTask } from '../../learning/evidence/task-habits.ts';
import type { Preference } from '../../learning/types.ts';
import type { Response } from '../../protocol/messages.ts';
import type { Settings } from '../../protocol/settings.ts';

type Place = Awaited<ReturnType<typeof here>>;

/** Ids of those that hold where the user looks, and are not replaced. */
export function idsHere({ origin, compose }: Place, preferences: readonly Preference[]): string[] {
  const site = compose?.site ?? (origin === '' ? '' : new URL(origin).host);
  const place = { site, task: 'unknown' as const, recipients: compose?.recipients ?? [] };
  const byTask = writesByTask(preferences);
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
