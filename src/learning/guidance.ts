import { cut } from './mail/cut.ts';
import type { AppliedPreference, Guidance, Preference } from './types.ts';

/** Bounds of what goes into a prompt, and into the record of an episode. */
const maxText = 20_000;
const maxPreferences = 200;

/** Whether a preference may be used at all: the user neither paused it nor did a newer one replace it. */
export function isUsable({ status }: Preference): boolean {
  return status === 'active' || status === 'provisional';
}

/** A preference as it is remembered with a draft. */
export function applied({ id, revision, facet, description }: Preference): AppliedPreference {
  return { id, revision, facet, description };
}

/** Guidance from a text and its preferences, each once; `null` for a text without a word. */
export function guidanceOf(
  text: string,
  preferences: readonly AppliedPreference[],
): Guidance | null {
  const trimmed = cut(text.trim(), maxText);
  if (trimmed === '') return null;
  const once = new Map(preferences.map((preference) => [preference.id, preference]));
  return { text: trimmed, preferences: [...once.values()].slice(0, maxPreferences) };
}
