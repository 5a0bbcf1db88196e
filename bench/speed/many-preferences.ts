import type { Preference } from '../../src/learning/types.ts';

/** As after years: each with its scope, its words and the edits it comes from. */
export function manyPreferences(count: number): readonly Preference[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `p${at}`,
    description: `Closes with “Cheers ${at}” where the mail is about project ${at % 97}`,
    facet: 'closing',
    scope: { kind: 'domain', domain: `company-${at % 400}.example` },
    evidence: Array.from({ length: 4 }, (_, mail) => ({
      episodeId: `e${at}-${mail}`,
      at: 1_700_000_000_000 + at,
      says: 'supports',
      recipient: `person-${mail}@company-${at % 400}.example`,
      task: 'reply',
      before: 'Best regards,\nSam Winter',
      after: `Cheers ${at}`,
    })),
    confidence: 0.8,
    origin: 'learned',
    status: 'active',
    revision: 0,
    createdAt: 1_700_000_000_000 + at,
    updatedAt: 1_700_000_000_000 + at,
  }));
}
