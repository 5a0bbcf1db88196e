import { contextOf, type Recipients } from '../data/context-of.ts';
import type { DataRecord } from '../data/read-records.ts';
import type { ModelTask } from '../model/options.ts';
import type { Round } from '../types.ts';
import { latentPreference } from './latent-preference.ts';

/** A round, and what only the user knows of it. */
export interface PreludeRound extends Round {
  readonly wanted: string;
  readonly record: DataRecord;
}

/**
 * One round a record, in order. Its kind is the domain, with the wish where a domain has several. What
 * somebody is written to differently from before, or a domain without recipients, has drifted.
 */
export function roundsOf(
  records: readonly DataRecord[],
  task: ModelTask,
  recipients: Recipients,
): PreludeRound[] {
  const wishes = new Map<string, Set<string>>();
  for (const record of records) {
    const known = wishes.get(record.domain) ?? new Set();
    wishes.set(record.domain, known.add(latentPreference(record, task)));
  }
  const before = new Map<string, Set<string>>();
  return records.map((record) => {
    const wanted = latentPreference(record, task);
    const relation = record.recipient?.email.toLowerCase() ?? record.domain;
    const earlier = before.get(relation) ?? new Set();
    const drifted = earlier.size > (earlier.has(wanted) ? 1 : 0);
    before.set(relation, earlier.add(wanted));
    const isOnly = wishes.get(record.domain)?.size === 1;
    return {
      id: record.id,
      context: contextOf(record, task, recipients),
      wanted,
      kind: isOnly ? record.domain : `${record.domain}: ${wanted}`,
      drifted,
      record,
    };
  });
}
