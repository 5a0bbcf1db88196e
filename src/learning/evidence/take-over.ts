import { isUsable } from '../guidance.ts';
import { slotsOf } from '../habits/same-habit.ts';
import type { Described, Episode, Preference } from '../types.ts';
import { specificity } from './applies.ts';
import { lastContradiction } from './evidence.ts';

/**
 * A habit that somebody had and turned away from is taken to have changed for everybody: the new one
 * takes the place of the old one wherever that held. Unless the old one came back before after it had
 * been turned away from: then it depends on people, and each is asked.
 *
 * `after` are the preferences as the episode left them; `told` those it shows, by id.
 */
export function takenOver(
  before: readonly Preference[],
  after: readonly Preference[],
  told: ReadonlyMap<string, Described>,
  episode: Episode,
): readonly Preference[] {
  const recipient = episode.context.recipients[0]?.address.toLowerCase() ?? '';
  const heirs = after.filter(({ id, origin }) => told.has(id) && origin === 'learned');
  const taken = new Map<string, Preference>();
  for (const old of after) {
    const known = before.find(({ id }) => id === old.id);
    if (!known || known === old || !isUsable(old) || told.has(old.id)) continue;
    if (!turnedAway(old, known, recipient, episode)) continue;
    const slots = slotsOf(old);
    const heir = heirs.find((one) => {
      const its = slotsOf(one);
      return slots.length > 0 && slots.every((slot) => its.includes(slot));
    });
    if (!heir) continue;
    taken.set(old.id, { ...old, status: 'superseded' });
    const current = taken.get(heir.id) ?? heir;
    const isWider = specificity(known.scope) < specificity(current.scope);
    taken.set(heir.id, {
      ...current,
      scope: isWider ? known.scope : current.scope,
      // That they wrote otherwise before is what has changed.
      evidence: current.evidence.filter(({ says }) => says !== 'differs'),
    });
  }
  return taken.size === 0 ? after : after.map((one) => taken.get(one.id) ?? one);
}

function turnedAway(
  old: Preference,
  known: Preference,
  recipient: string,
  episode: Episode,
): boolean {
  const isContradicted = old.evidence.some(
    ({ episodeId, says }) => episodeId === episode.id && says === 'contradicts',
  );
  const hadIt = known.evidence.some(
    (entry) =>
      entry.recipient.toLowerCase() === recipient &&
      entry.at < episode.at &&
      (entry.says === 'supports' || entry.says === 'confirms'),
  );
  const cameBack = known.evidence.some(
    ({ says, at }) => says === 'supports' && at > lastContradiction(known),
  );
  const wasLeftBefore = known.evidence.some(({ says }) => says === 'contradicts');
  const isLatest = known.evidence.every(({ at }) => at <= episode.at);
  return recipient !== '' && isContradicted && hadIt && isLatest && !(wasLeftBefore && cameBack);
}
