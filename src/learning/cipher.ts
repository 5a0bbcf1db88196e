import { gatedAggregate } from './gate/other-doors.ts';
import { applied, guidanceOf, isUsable } from './guidance.ts';
import type { CallOptions, Memory, Writer } from './ports.ts';
import type {
  AppliedPreference,
  ContextVector,
  Guidance,
  Preference,
  Standing,
  Usage,
} from './types.ts';
import { noUsage } from './usage.ts';

/** f_t of one retrieved context. */
interface Remembered {
  readonly text: string;
  readonly preferences: readonly AppliedPreference[];
}

/**
 * CIPHER-k (Gao et al. 2024, Algorithm 1), steps 1 and 2: retrieves the k contexts nearest to
 * `vector` and makes one description f̃ of what was learned in them, with one model call where there
 * is more than one. `null` while nothing was learned. Only what an episode left behind is used, so a
 * preference that the user wrote for no episode in particular has no place in this method.
 */
export async function cipher(
  request: {
    readonly vector: ContextVector;
    readonly k: number;
    readonly without: readonly string[];
  },
  ports: { readonly memory: Memory; readonly writer: Writer },
  options?: CallOptions,
): Promise<{ readonly guidance: Guidance | null; readonly usage: Usage }> {
  const { memory, writer } = ports;
  const { vector, k, without } = request;
  const [neighbours, preferences] = await Promise.all([
    memory.nearest(vector, k),
    memory.preferences(),
  ]);
  const usable = new Map(
    preferences
      .filter((preference) => isUsable(preference) && !without.includes(preference.id))
      .map((preference) => [preference.id, preference]),
  );
  const retrieved = neighbours
    .map(({ episode }) => remembered(episode.standing, usable))
    .filter(({ text }) => text !== '');
  const all = retrieved.flatMap((one) => one.preferences);
  const [only] = retrieved;
  if (!only || retrieved.length === 1) {
    return { guidance: guidanceOf(only?.text ?? '', all), usage: noUsage };
  }
  const descriptions = retrieved.map((one) => one.text);
  const { text, usage } = await writer.aggregate(descriptions, options);
  return { guidance: guidanceOf(gatedAggregate(text, descriptions), all), usage };
}

/**
 * f_t as it stands today. A preference that was deleted, paused or superseded is left out and an
 * edited one speaks in its present words. A kept description was made of its preferences, so it
 * holds only while each of them is there and reads as it did; counting more evidence changes nothing.
 */
function remembered(
  standing: Standing | null,
  usable: ReadonlyMap<string, Preference>,
): Remembered {
  if (!standing) return { text: '', preferences: [] };
  const ids =
    standing.kind === 'inferred'
      ? standing.preferenceIds
      : standing.guidance.preferences.map(({ id }) => id);
  const present = ids.flatMap((id) => usable.get(id) ?? []);
  const preferences = present.map(applied);
  if (standing.kind === 'kept' && isUnchanged(standing.guidance, usable)) {
    // Asked again: an episode may have come in with a backup, where anything can stand beside its preferences.
    const text = gatedAggregate(
      standing.guidance.text,
      preferences.map(({ description }) => description),
    );
    return { text, preferences };
  }
  return { text: present.map(({ description }) => description).join('\n'), preferences };
}

function isUnchanged(guidance: Guidance, usable: ReadonlyMap<string, Preference>): boolean {
  return guidance.preferences.every(
    ({ id, description }) => usable.get(id)?.description === description,
  );
}
