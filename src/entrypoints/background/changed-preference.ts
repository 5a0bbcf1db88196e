import type { Preference } from '../../learning/types.ts';
import type { Request } from '../../protocol/messages.ts';

/** What of a preference the user changes. */
export type PreferenceChange = Omit<Request<'preferences.change'>, 'id' | 'revision'>;

/**
 * The next revision of a preference, as the user changed it. New words or another reach make it the user's
 * own, and so does pinning; new words also put it to use.
 */
export function changedByUser(
  stored: Preference,
  { description, facet, scope, status, pinned }: PreferenceChange,
  now: number,
): Preference {
  const reworded = description !== undefined && description !== stored.description;
  const rescoped = scope !== undefined;
  return {
    ...stored,
    description: description ?? stored.description,
    facet: facet ?? stored.facet,
    scope: scope ?? stored.scope,
    status: status ?? (reworded ? 'active' : stored.status),
    origin: originOf(stored, reworded || rescoped, pinned),
    revision: stored.revision + 1,
    updatedAt: now,
  };
}

function originOf(
  { origin, evidence }: Preference,
  isReworded: boolean,
  pinned: boolean | undefined,
): Preference['origin'] {
  if (isReworded || pinned === true) return 'user';
  // What was never learned has nothing to go back to.
  return pinned === false && evidence.length > 0 ? 'learned' : origin;
}
