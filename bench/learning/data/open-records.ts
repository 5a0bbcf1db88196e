import { fileURLToPath } from 'node:url';
import type { ModelWorldOptions } from '../model/options.ts';
import { shuffled } from '../model/shuffled.ts';
import { type DataRecord, isOf, readRecords } from './read-records.ts';

/** A few records of our own for every source, and a mailbox with several relations. */
const ownContexts = fileURLToPath(new URL('own-contexts.jsonl', import.meta.url));

/** The records of the task in their order; rejects with a sentence where there is none. */
export async function openRecords(
  { dataFiles, task, shuffle }: Pick<ModelWorldOptions, 'dataFiles' | 'task' | 'shuffle'>,
  seed: number,
): Promise<DataRecord[]> {
  const files = dataFiles.length > 0 ? dataFiles : [ownContexts];
  const records = (await readRecords(files)).filter((record) => isOf(task, record));
  if (records.length === 0) {
    throw new Error(
      `No record of ${files.join(', ')} is for --task ${task}. Give another --data or --task.`,
    );
  }
  return shuffle ? shuffled(records, seed) : records;
}
