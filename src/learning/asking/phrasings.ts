import { guidanceOf } from '../guidance.ts';
import type { AppliedPreference, Guidance, Preference } from '../types.ts';

/** A wording of the same guidance, in the order they are tried. */
export type Phrasing = 'as learned' | 'one paragraph' | 'surest first' | 'without the doubtful';

/** A guidance in one of its wordings; `null` where nothing is known to go by. */
interface Phrased {
  readonly phrasing: Phrasing;
  readonly guidance: Guidance | null;
}

/**
 * Neighbouring wordings of a guidance, made by code: as it stands, as one paragraph, the surest
 * preference first, and without the least sure provisional ones. Wordings that come out the same are
 * given once. `known` says how sure each preference is.
 */
export function phrasings(
  guidance: Guidance | null,
  known: readonly Preference[],
): readonly Phrased[] {
  if (guidance === null) return [{ phrasing: 'as learned', guidance }];
  const byId = new Map(known.map((preference) => [preference.id, preference]));
  const { preferences } = guidance;
  const surest = preferences.toSorted(
    (one, other) => sureness(byId.get(other.id)) - sureness(byId.get(one.id)),
  );
  const all: readonly Phrased[] = [
    { phrasing: 'as learned', guidance },
    { phrasing: 'one paragraph', guidance: guidanceOf(paragraph(preferences), preferences) },
    { phrasing: 'surest first', guidance: guidanceOf(numbered(surest), surest) },
    { phrasing: 'without the doubtful', guidance: withoutDoubtful(preferences, byId) },
  ];
  return all.filter(
    (one, index) =>
      one.guidance !== null &&
      all.findIndex((other) => other.guidance?.text === one.guidance?.text) === index,
  );
}

/** The user's own word is surer than anything learned. */
function sureness(preference: Preference | undefined): number {
  if (preference?.origin === 'user') return Number.POSITIVE_INFINITY;
  return preference?.confidence ?? 0;
}

function withoutDoubtful(
  preferences: readonly AppliedPreference[],
  known: ReadonlyMap<string, Preference>,
): Guidance | null {
  const doubt = ({ id }: AppliedPreference): number => {
    const preference = known.get(id);
    return preference?.status === 'provisional' && preference.origin === 'learned'
      ? preference.confidence
      : Number.POSITIVE_INFINITY;
  };
  const least = Math.min(...preferences.map(doubt));
  const kept = preferences.filter(
    (preference) => !Number.isFinite(least) || doubt(preference) > least,
  );
  return guidanceOf(numbered(kept), kept);
}

function numbered(preferences: readonly AppliedPreference[]): string {
  return preferences.map(({ description }, index) => `${index + 1}. ${description}`).join('\n');
}

/** Semicolons keep the clauses apart for readers that go by them (`understand.ts`). */
function paragraph(preferences: readonly AppliedPreference[]): string {
  return preferences
    .map(({ description }) => description.trim().replace(/\s*\n\s*/gu, '; '))
    .join('; ');
}
