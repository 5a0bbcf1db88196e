import { follows } from '../habits/follows.ts';
import { followsQuotes } from '../habits/quoted.ts';
import { whollyUnderstood } from '../habits/same-habit.ts';
import { measure } from '../mail/measure.ts';
import type { Neighbour } from '../ports.ts';
import type { Context, Episode, Preference } from '../types.ts';
import { circleOf } from './address.ts';
import { evidenceOf, withEvidence } from './evidence.ts';

/**
 * A new preference with what earlier mails to others already say against it: those who were written to
 * otherwise become exceptions from the start. Code reads the mails, so this costs no model call; where it
 * cannot tell, nothing is said.
 */
export function withEarlierExceptions(
  preference: Preference,
  { context }: Episode,
  neighbours: readonly Neighbour[],
): Preference {
  const own = context.recipients[0]?.address.toLowerCase() ?? '';
  const newestFirst = neighbours
    .map(({ episode }) => episode)
    .toSorted((one, other) => other.at - one.at);
  const told = new Set<string>([own, '']);
  let evidence = preference.evidence;
  for (const episode of newestFirst) {
    const person = episode.context.recipients[0]?.address.toLowerCase() ?? '';
    const circle = circleOf(person);
    const isMine = circle !== '' && circle === circleOf(own);
    if (told.has(person) || isMine || episode.final === null) continue;
    const followed = isFollowed(preference, episode.final, episode.context);
    if (followed === null) continue;
    told.add(person);
    if (followed) continue;
    evidence = withEvidence(evidence, evidenceOf(episode, 'differs', { before: '', after: '' }));
  }
  return evidence === preference.evidence ? preference : { ...preference, evidence };
}

function isFollowed(preference: Preference, text: string, context: Context): boolean | null {
  const habits = whollyUnderstood(preference.description);
  if (!habits) return followsQuotes(preference, text);
  const mail = measure(text, context);
  const told = habits.map((habit) => follows(habit, mail, context));
  if (told.includes(false)) return false;
  return told.includes(true) ? true : null;
}
