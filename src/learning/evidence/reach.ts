import type { Evidence, Preference } from '../types.ts';
import { circleOf } from './address.ts';
import { appliesTo, type Place } from './applies.ts';

/** What a preference's own evidence says of a place, and how near it was gathered. */
export interface OwnWord {
  /** `circle`: with others of the same domain (`circleOf`). */
  readonly from: 'recipient' | 'circle';
  readonly holds: boolean;
  /** When that was last said, milliseconds since 1970. */
  readonly at: number;
}

/**
 * What the evidence says of whom this place is written to: what it last said of this person; where it
 * knows nothing of them, what it last said of most people of their domain. `null` where it knows
 * neither. `byTask` (`task-habits.ts`): only what it said of the same kind of message.
 */
export function ownWord(preference: Preference, place: Place, byTask: boolean): OwnWord | null {
  const address = (place.recipients[0]?.address ?? '').toLowerCase();
  if (address === '') return null;
  const told = onTask(preference.evidence, place, byTask);
  const person = told.filter(({ recipient }) => recipient.toLowerCase() === address);
  const last = lastWord(person);
  if (last !== null) return { from: 'recipient', ...last };
  const circle = circleOf(address);
  if (circle === '') return null;
  const people = wordsBy(told, ({ recipient }) =>
    circleOf(recipient) === circle ? recipient.toLowerCase() : '',
  );
  return people.length === 0 ? null : { from: 'circle', ...majority(people) };
}

/** Whether a preference is meant for this place, by its evidence or, where that is silent, its scope. */
export function holdsHere(preference: Preference, place: Place, byTask: boolean): boolean {
  const own = preference.origin === 'learned' ? ownWord(preference, place, byTask) : null;
  return own?.holds ?? appliesTo(preference, firstOf(place)) !== null;
}

/** The place with its first recipient alone: the one the mail is written to. */
export function firstOf(place: Place): Place {
  return { ...place, recipients: place.recipients.slice(0, 1) };
}

/** In how many circles of people a preference holds, and in how many the user writes otherwise. */
export function circles(
  preference: Preference,
  place: Place,
  byTask: boolean,
): { readonly held: number; readonly failed: number } {
  const words = wordsBy(onTask(preference.evidence, place, byTask), ({ recipient }) =>
    circleOf(recipient),
  );
  const held = words.filter(({ holds }) => holds).length;
  return { held, failed: words.length - held };
}

/**
 * Those it still holds for, as their evidence. What named no recipient stands for itself alone: another
 * mail to nobody in particular says nothing about it.
 */
export function holders(evidence: readonly Evidence[], byTask: boolean): readonly Evidence[] {
  const last = new Map<string, Evidence>();
  for (const entry of evidence) {
    const person = entry.recipient === '' ? `#${entry.episodeId}` : entry.recipient.toLowerCase();
    const name = byTask ? `${entry.task} ${person}` : person;
    const known = last.get(name);
    if (!known || isLater(entry, known)) last.set(name, entry);
  }
  return [...last.values()].filter(({ says }) => speaksFor(says));
}

interface Word {
  readonly holds: boolean;
  readonly at: number;
}

const speaksFor = (says: Evidence['says']): boolean => says === 'supports' || says === 'confirms';

function lastWord(entries: readonly Evidence[]): Word | null {
  const [first, ...others] = entries;
  if (!first) return null;
  const last = others.reduce((known, entry) => (isLater(entry, known) ? entry : known), first);
  return { holds: speaksFor(last.says), at: last.at };
}

/** Of two words of one moment the one that speaks for it counts. */
function isLater(entry: Evidence, known: Evidence): boolean {
  return entry.at > known.at || (entry.at === known.at && speaksFor(entry.says));
}

/** The last word of each group; entries of the group with an empty name are left out. */
function wordsBy(
  entries: readonly Evidence[],
  groupOf: (entry: Evidence) => string,
): readonly Word[] {
  const groups = new Map<string, Evidence[]>();
  for (const entry of entries) {
    const name = groupOf(entry);
    if (name === '') continue;
    const group = groups.get(name);
    if (group) group.push(entry);
    else groups.set(name, [entry]);
  }
  return [...groups.values()].flatMap((group) => lastWord(group) ?? []);
}

/** Holds where twice as many say so as say otherwise: a doubtful habit is none. */
function majority(words: readonly Word[]): Word {
  const held = words.filter(({ holds }) => holds).length;
  const newest = words.reduce((last, word) => (word.at > last.at ? word : last));
  const failed = words.length - held;
  return { holds: held >= 2 * failed, at: newest.at };
}

/** Where the user writes by the kind of message, only the same kind tells anything. */
function onTask(
  evidence: readonly Evidence[],
  { task }: Place,
  byTask: boolean,
): readonly Evidence[] {
  return byTask ? evidence.filter((entry) => entry.task === task) : evidence;
}
