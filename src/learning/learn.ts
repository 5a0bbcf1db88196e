import { isAcceptable, maxDescription, maxPhrase } from './acceptable.ts';
import { changes } from './changes.ts';
import { editCost } from './edit-cost.ts';
import { evidenceOf, withEvidence } from './evidence.ts';
import { isUsable } from './guidance.ts';
import { merge } from './merge.ts';
import type { Clock, Ids, InferenceForm, Memory, Writer } from './ports.ts';
import { changedSpans } from './spans.ts';
import type { Described, EditCost, Episode, Guidance, Method, Preference } from './types.ts';

/** What learning works with. */
export interface LearnPorts {
  readonly writer: Writer;
  readonly memory: Memory;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly method: Method;
}

/** What one episode taught: the episode with its standing, and the new and changed preferences only. */
export interface Lesson {
  readonly episode: Episode;
  readonly preferences: readonly Preference[];
}

/**
 * Learns from what the user made of a draft: an edit of more than `threshold` words is inferred from
 * with one model call, anything less confirms what the draft was written with. Learning from the same
 * episode again gives the same preferences. A draft that was never sent teaches nothing. Rejects with
 * the writer's `Fault`.
 */
export async function learnFromEpisode(episode: Episode, ports: LearnPorts): Promise<Lesson> {
  const { final, outcome } = episode;
  const isSent = outcome === 'sent' || outcome === 'scheduled';
  if (final === null || !isSent) return { episode, preferences: [] };
  const cost = editCost(episode.draft, final);
  return isEdited(episode.draft, final, cost, ports.method)
    ? learnFromEdit({ ...episode, cost }, final, ports)
    : confirm({ ...episode, cost }, ports);
}

/**
 * Whether there is anything to learn from: more than δ words changed. Where any difference is to be
 * learned from (δ = 0) the default method also sees paragraphs made or joined, which change no word;
 * CIPHER counts words only.
 */
function isEdited(draft: string, final: string, cost: EditCost, method: Method): boolean {
  if (cost.words > method.threshold) return true;
  return method.kind === 'penchant' && method.threshold === 0 && layout(draft) !== layout(final);
}

/** Where the lines and paragraphs end, whatever an editor does to spaces and to empty lines at the ends. */
function layout(text: string): string {
  return text
    .trim()
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n');
}

async function learnFromEdit(
  episode: Episode,
  final: string,
  { writer, memory, clock, ids, method }: LearnPorts,
): Promise<Lesson> {
  const form: InferenceForm = method.kind === 'penchant' ? 'components' : 'phrase';
  const { context, draft, guidance } = episode;
  const { preferences, usage } = await writer.infer({ context, draft, final, guidance }, form);
  const described = preferences
    .filter((item) =>
      isAcceptable(item.description, form === 'phrase' ? maxPhrase : maxDescription),
    )
    .map((item) => withSpans(item, draft, final));
  // Read only now: the user may have changed something while the model was thinking.
  const known = await memory.preferences();
  const merged = merge(described, episode, known, form, () => ids.next());
  return {
    episode: {
      ...episode,
      standing: { kind: 'inferred', preferenceIds: merged.ids },
      usage: { ...episode.usage, learn: usage },
    },
    preferences: changes(known, merged.preferences, clock.now()),
  };
}

/** The draft was good as it was, so f_t is what it was written with (CIPHER step 5). */
async function confirm(episode: Episode, { memory, clock }: LearnPorts): Promise<Lesson> {
  const { guidance } = episode;
  const known = await memory.preferences();
  const confirmed = known.map((preference) =>
    guidance && isConfirmed(preference, guidance)
      ? withConfirmation(preference, episode)
      : preference,
  );
  return {
    episode: {
      ...episode,
      standing: guidance ? { kind: 'kept', guidance } : { kind: 'inferred', preferenceIds: [] },
    },
    preferences: changes(known, confirmed, clock.now()),
  };
}

/** Confirmed is what was applied and reads as it did then; what the user wrote needs no evidence. */
function isConfirmed(preference: Preference, guidance: Guidance): boolean {
  return (
    preference.origin === 'learned' &&
    isUsable(preference) &&
    guidance.preferences.some(
      ({ id, description }) => id === preference.id && description === preference.description,
    )
  );
}

function withConfirmation(preference: Preference, episode: Episode): Preference {
  const evidence = withEvidence(
    preference.evidence,
    evidenceOf(episode, 'confirms', { before: '', after: '' }),
  );
  return evidence === preference.evidence ? preference : { ...preference, evidence };
}

/** Where the writer named no spans, the whole edit is the evidence. */
function withSpans(item: Described, draft: string, final: string): Described {
  if (item.before !== '' || item.after !== '') return item;
  const spans = changedSpans(draft, final);
  const joined = (side: 'before' | 'after'): string =>
    spans
      .map((span) => span[side].trim())
      .filter((text) => text !== '')
      .join(' … ');
  return { ...item, before: joined('before'), after: joined('after') };
}
