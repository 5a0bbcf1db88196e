import type { ContextVector, Episode, Preference } from '../../src/learning/types.ts';

const noUsage = { calls: 0, inputTokens: 0, outputTokens: 0 };

/** An open episode, as it is when a draft was just made. */
export function sampleEpisode(id: string, changes: Partial<Episode> = {}): Episode {
  return {
    id,
    at: 1_000,
    context: {
      task: 'new',
      site: 'mail.example.com',
      recipients: [{ address: 'ada@example.com', name: 'Ada' }],
      subject: 'Lunch',
      incoming: null,
      notes: 'ask for lunch on Friday',
      language: 'en',
    },
    writer: 'builtin',
    draft: 'Dear Ada, lunch on Friday?',
    final: null,
    outcome: 'open',
    guidance: null,
    cost: null,
    standing: null,
    usage: { draft: noUsage, learn: noUsage },
    ...changes,
  };
}

export function samplePreference(id: string, changes: Partial<Preference> = {}): Preference {
  return {
    id,
    description: 'Opens with "Hi <first name>,".',
    facet: 'greeting',
    scope: { kind: 'recipient', address: 'ada@example.com' },
    evidence: [],
    confidence: 0.5,
    origin: 'learned',
    status: 'provisional',
    revision: 0,
    createdAt: 1_000,
    updatedAt: 1_000,
    ...changes,
  };
}

/** A vector of length 1 in the direction of `values`. */
export function sampleVector(values: readonly number[], encoder = 'lexical-1'): ContextVector {
  const length = Math.hypot(...values);
  return { encoder, values: Float32Array.from(values, (value) => value / length) };
}
