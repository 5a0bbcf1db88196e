import { z } from 'zod';
import type { FaultData } from '../learning/fault.ts';
import { faultSchema, idSchema } from '../protocol/shapes.ts';
import type { Cipher } from './cipher.ts';
import { readable } from './readable.ts';
import type { Room } from './room.ts';
import { jobRow, openJson, sealedOf } from './sealed.ts';
import { transact } from './transact.ts';
import type { Job, Store } from './types.ts';

const jobSchema = z.strictObject({
  episodeId: idSchema,
  at: z.number(),
  attempts: z.number().int().min(0),
  notBefore: z.number(),
  fault: faultSchema.nullable(),
});

/** The job of an edit noted at `now`, due `holdMs` milliseconds later. */
export function newJob(episodeId: string, now: number, holdMs = 0): Job {
  return { episodeId, at: now, attempts: 0, notBefore: now + holdMs, fault: null };
}

/** The store's methods for noted edits that wait to be learned from. */
export function jobRecords(room: Room): Pick<Store, 'jobs' | 'postpone' | 'dropJob'> {
  return {
    jobs: () =>
      transact(room, ['jobs'], 'readonly', async ({ store }) => {
        const [ids, records] = await Promise.all([store.getAllKeys(), store.getAll()]);
        const jobs = ids.map((id, position) => readJob(room.cipher, id, records[position]));
        return jobs.sort((a, b) => a.at - b.at || (a.episodeId < b.episodeId ? -1 : 1));
      }),

    postpone: (id, notBefore, fault) =>
      transact(room, ['jobs'], 'readwrite', async ({ store }) => {
        const record = await store.get(id);
        if (record === undefined) return;
        const job = readJob(room.cipher, id, record);
        const later: Job = { ...job, attempts: job.attempts + 1, notBefore, fault: plain(fault) };
        await store.put(jobRow(room.cipher, later));
      }),

    dropJob: (id) =>
      transact(room, ['episodes', 'jobs'], 'readwrite', async (transaction) => {
        const episode = await transaction.objectStore('episodes').getKey(id);
        if (episode !== undefined) return false;
        await transaction.objectStore('jobs').delete(id);
        return true;
      }),
  };
}

/** A record that cannot be read still says by its key which edit is to be learned from. */
export function readJob(cipher: Cipher, id: string, row: unknown): Job {
  return readable(jobSchema, openJson(cipher, 'jobs', id, sealedOf(row))) ?? newJob(id, 0);
}

/** A `Fault` is an `Error`, of which the database would keep the message only. */
function plain({ code, detail, retryAfter }: FaultData): FaultData {
  return retryAfter === undefined ? { code, detail } : { code, detail, retryAfter };
}
