import { maxPreferences } from './asking/parse-answer.ts';
import { editCost } from './edits/edit-cost.ts';
import { type Elements, standardElements } from './elements.ts';
import { changes } from './evidence/changes.ts';
import { evidenceOf, withEvidence } from './evidence/evidence.ts';
import { merge } from './evidence/merge.ts';
import { mergePhrase } from './evidence/merge-phrase.ts';
import { withSwitchedOff } from './evidence/switched-off.ts';
import { touchable } from './evidence/touchable.ts';
import { originsOf } from './gate/origins.ts';
import { type Gated, type Refusal, throughGate } from './gate/write-gate.ts';
import { isUsable } from './guidance.ts';
import { type Findings, inferPreferences } from './infer.ts';
import type { Clock, Edit, Ids, Memory, Writer } from './ports.ts';
import type { EditCost, Episode, Guidance, Method, Preference } from './types.ts';
import { addUsage, noUsage } from './usage.ts';

/** What learning works with. */
export interface LearnPorts {
  readonly writer: Writer;
  readonly memory: Memory;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly method: Method;
  /** All that belong to the method unless given. */
  readonly elements?: Elements;
}

/** What one episode taught: the episode with its standing, and the new and changed preferences only. */
export interface Lesson {
  readonly episode: Episode;
  readonly preferences: readonly Preference[];
  /** What the write gate did not let through. */
  readonly refused: readonly Refusal[];
  readonly usage: Findings['usage'];
}

const nothing = { preferences: [], refused: [], usage: { infer: noUsage, verify: noUsage } };

/**
 * Learns from what the user made of a draft: an edit of more than `threshold` words is inferred from
 * with one model call, anything less confirms what the draft was written with. Learning from the same
 * episode again gives the same preferences. A draft that was never sent teaches nothing, and neither does
 * a final text in which, as its origins say, nothing is the user's doing. Rejects with the writer's `Fault`.
 */
export async function learnFromEpisode(episode: Episode, ports: LearnPorts): Promise<Lesson> {
  const { final, outcome } = episode;
  const isSent = outcome === 'sent' || outcome === 'scheduled';
  if (final === null || !isSent) {
    return { episode, ...nothing };
  }
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

/** How many earlier mails are looked at, nearest first, and how many of them a model is told of. */
const mostLookedAt = 40;
const mostTold = 5;

async function learnFromEdit(
  episode: Episode,
  final: string,
  { writer, memory, clock, ids, method, elements = standardElements }: LearnPorts,
): Promise<Lesson> {
  const { context, draft, guidance, origins = [] } = episode;
  const before = await memory.preferences();
  const neighbours =
    method.kind === 'penchant' ? await memory.neighboursOf(episode.id, mostLookedAt) : [];
  const edit: Edit = {
    context,
    draft,
    final,
    guidance,
    known: elements.numbering ? touchable(episode, before, neighbours.slice(0, mostTold)) : [],
  };
  if (elements.gate && origins.length > 0 && !originsOf(edit, origins).hasUserEdit) {
    return {
      episode: { ...episode, standing: { kind: 'inferred', preferenceIds: [] } },
      ...nothing,
    };
  }
  const isReference = method.kind !== 'penchant';
  const said = isReference
    ? await phrase(edit, writer)
    : await inferPreferences(edit, neighbours, writer, elements);
  const form = isReference || !elements.components ? 'phrase' : 'components';
  const { found, refused }: Gated<Findings> = elements.gate
    ? throughGate(said, edit, form, origins)
    : { found: said, refused: [] };
  // Read only now: the user may have changed something while the model was thinking.
  const known = await memory.preferences();
  const next = (): string => ids.next();
  const merged = isReference
    ? mergePhrase(found.preferences, episode, known, next)
    : merge(found, { ...episode, final }, known, neighbours, elements, next);
  return {
    episode: {
      ...episode,
      standing: { kind: 'inferred', preferenceIds: merged.ids },
      usage: { ...episode.usage, learn: addUsage(found.usage.infer, found.usage.verify) },
    },
    preferences: changes(known, withSwitchedOff(merged.preferences, episode), clock.now()),
    refused,
    usage: found.usage,
  };
}

/** f_t of CIPHER: one phrase, as the model says it. */
async function phrase(edit: Edit, writer: Writer): Promise<Findings> {
  const inferred = await writer.infer(edit, 'phrase');
  return {
    ...inferred,
    preferences: inferred.preferences.slice(0, maxPreferences),
    usage: { infer: inferred.usage, verify: noUsage },
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
    preferences: changes(known, withSwitchedOff(confirmed, episode), clock.now()),
    refused: [],
    usage: { infer: noUsage, verify: noUsage },
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
